"""Phrases of the vocabulary, found in a run of tokens: the longest that fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from shanghai_tech.mentions.words.tokens import Token, tokenize
from shanghai_tech.vocabulary import Vocabulary

T = TypeVar("T")
Words = tuple[str, ...]


@frozen
class Phrases(Generic[T]):
    """Phrases as sequences of lower-case words, by their first and by their last word, the longest first."""

    first: Mapping[str, tuple[tuple[Words, T], ...]]
    last: Mapping[str, tuple[tuple[Words, T], ...]]

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """What the phrase at token `index` stands for, and the number of the token behind it."""
        for words, value in self.first.get(tokens[index].lower, ()) if index < len(tokens) else ():
            end = index + len(words)
            if len(words) == 1 or tuple(token.lower for token in tokens[index:end]) == words:
                return value, end
        return None

    def before(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """What the phrase that ends in front of token `index` stands for, and the number of its first token."""
        for words, value in self.last.get(tokens[index - 1].lower, ()) if index else ():
            start = index - len(words)
            if len(words) == 1 or (start >= 0 and tuple(token.lower for token in tokens[start:index]) == words):
                return value, start
        return None

    def of_words(self, words: Sequence[str]) -> tuple[T, int] | None:
        """What the phrase that the words begin with stands for, and how many of them it takes."""
        for known, value in self.first.get(words[0], ()) if words else ():
            if tuple(words[: len(known)]) == known:
                return value, len(known)
        return None


def phrases(entries: Iterable[tuple[str, T]], vocabulary: Vocabulary) -> Phrases[T]:
    """A table of phrases; of two entries for the same words the first counts.

    A phrase of several words is also known with hyphens ("square-meter").
    """
    known: dict[Words, T] = {}
    for phrase, value in entries:
        words = tuple(token.lower for token in tokenize(phrase, vocabulary))
        known.setdefault(words, value)
        if len(words) > 1 and all(word.isalpha() for word in words):
            known.setdefault(("-".join(words),), value)
    first: dict[str, list[tuple[Words, T]]] = {}
    last: dict[str, list[tuple[Words, T]]] = {}
    for words, value in sorted(known.items(), key=lambda item: -len(item[0])):
        first.setdefault(words[0], []).append((words, value))
        last.setdefault(words[-1], []).append((words, value))
    return Phrases(
        {word: tuple(found) for word, found in first.items()}, {word: tuple(found) for word, found in last.items()}
    )
