"""What the vocabulary knows about names, laid out for looking up word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.words.tokens import Token, tokenize
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.name_entries import Address, HeadWord


class NameKind(Enum):
    """What a name names; `OTHER` is an event, a product, a plan, a law, or not decided by the name alone."""

    PLACE = "place"
    ORGANIZATION = "organization"
    PERSON = "person"
    OTHER = "other"


@frozen
class Known:
    """A name that the vocabulary holds, by its words; an adjective ("Chinese") names nothing by itself."""

    words: tuple[str, ...]
    kind: NameKind
    detail: str = ""
    entry: str = ""
    adjective: bool = False


@frozen(kw_only=True)
class NameTables:
    """The vocabulary's knowledge about names; all keys are in small letters.

    `known` holds names by their words, `lengths` how many words the names that begin with a word have, most first.
    `callings` are nouns for bodies that end no name: chipmaker.
    """

    known: Mapping[tuple[str, ...], Known]
    lengths: Mapping[str, tuple[int, ...]]
    heads: Mapping[str, HeadWord]
    posts: Mapping[str, tuple[tuple[str, ...], ...]]
    addresses: Mapping[str, Address]
    calendar: frozenset[str]
    callings: frozenset[str]
    classes: Mapping[str, frozenset[str]]

    def has(self, name_class: str, word: str) -> bool:
        """Whether a lower-case word is of a class of `name_words.toml` or `words.toml`."""
        return word in self.classes.get(name_class, frozenset())

    def known_at(self, tokens: Sequence[Token], first: int, *, last: int) -> Known | None:
        """The longest known name that begins at a token and ends before `last`; none is the end of "IT/BT"."""
        if first and tokens[first - 1].text == "/" and tokens[first].text.isupper():
            return None
        for length in self.lengths.get(plain(tokens[first].lower), ()):
            end = first + length
            if end <= last:
                known = self.known.get(tuple([plain(token.lower) for token in tokens[first:end]]))
                if known is not None and all(map(_written_as, tokens[first:end], known.words)):
                    return known
        return None

    def is_place(self, words: Sequence[str]) -> bool:
        """Whether the words are the name of a place."""
        known = self.known.get(tuple(word.lower() for word in words))
        return known is not None and known.kind is NameKind.PLACE and known.words == tuple(words)

    def head_of(self, tokens: Sequence[Token], first: int, *, last: int) -> HeadWord | None:
        """The head word or legal suffix that ends the tokens, the longest that fits ("Free Trade Zone")."""
        for start in range(max(first, last - 4), last):
            head = self.heads.get(" ".join(token.lower for token in tokens[start:last]))
            if head is not None:
                return head
        return None

    def post_at(self, tokens: Sequence[Token], first: int, *, last: int) -> int:
        """The end of the longest post that begins at a token, with its words of rank; `first` where there is none."""
        if first >= last:
            return first
        best, word = first, plain(tokens[first].lower)
        for phrase in self.posts.get(word, ()):
            end = first + len(phrase)
            if end <= last and all(
                plain(token.lower) == part for token, part in zip(tokens[first:end], phrase, strict=True)
            ):
                best = end
                break
        if self.has("rank", word):
            ranked = self.post_at(tokens, first + 1, last=min(last, first + _LONGEST_POST))
            best = max(best, ranked) if ranked > first + 1 else best
        return best


#: How many words a post may have, those of rank included.
_LONGEST_POST: Final = 7


def plain(word: str) -> str:
    """The word with a straight apostrophe and a plain hyphen."""
    return word if word.isascii() else word.replace("’", "'").replace("‑", "-")


_LONG_ENOUGH_FOR_CAPITALS: Final = 4


def _written_as(token: Token, word: str) -> bool:
    """Whether the token is the word, or the word in capitals throughout, as date lines have it."""
    text = plain(token.text)
    return text == word or (len(word) >= _LONG_ENOUGH_FOR_CAPITALS and text == word.upper())


@lru_cache(maxsize=8)
def name_tables(vocabulary: Vocabulary) -> NameTables:
    """The tables of a vocabulary, made once for each."""
    known: dict[tuple[str, ...], Known] = {}
    lengths: dict[str, set[int]] = {}
    for each in _all_known(vocabulary):
        key = tuple(word.lower() for word in each.words)
        known.setdefault(key, each)
        lengths.setdefault(key[0], set()).add(len(key))
    posts: dict[str, list[tuple[str, ...]]] = {}
    for post in vocabulary.post:
        words = tuple(post.id.split())
        posts.setdefault(words[0], []).append(words)
    return NameTables(
        known=known,
        lengths={word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
        heads={head.id: head for head in vocabulary.head_word},
        posts={word: tuple(sorted(phrases, key=lambda phrase: -len(phrase))) for word, phrases in posts.items()},
        addresses={address.id: address for address in vocabulary.address},
        calendar=frozenset(_calendar(vocabulary)),
        callings=_callings(vocabulary),
        classes={name: frozenset(word.lower() for word in words) for name, words in _classes(vocabulary)},
    )


def _callings(vocabulary: Vocabulary) -> frozenset[str]:
    inside = {head.id for head in vocabulary.head_word}
    inside.update(word for each in vocabulary.name_class if each.id == "field" for word in each.words)
    return frozenset(each.id for each in vocabulary.referent if each.thing == "organization" and each.id not in inside)


def _classes(vocabulary: Vocabulary) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield from ((each.id, each.words) for each in vocabulary.word_class)
    yield from ((each.id, each.words) for each in vocabulary.name_class)


def _all_known(vocabulary: Vocabulary) -> Iterable[Known]:
    for organization in vocabulary.organization:
        for name in organization.names:
            yield Known(_words(name, vocabulary), NameKind.ORGANIZATION, organization.kind, organization.id)
    for place in vocabulary.place:
        for name in place.names:
            yield Known(_words(name, vocabulary), NameKind.PLACE, place.kind, place.id)
        for adjective in place.adjectives:
            for form in (adjective, adjective + "s"):  # Indian, Indians
                yield Known(_words(form, vocabulary), NameKind.PLACE, place.kind, place.id, adjective=True)
    for things in vocabulary.name_class:
        if things.id == "thing":
            for name in things.words:
                yield Known(_words(name, vocabulary), NameKind.OTHER, "thing")


def _words(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(plain(token.text) for token in tokenize(name, vocabulary))


def _calendar(vocabulary: Vocabulary) -> Iterable[str]:
    """Days, months and numbers: words that are capitalised, or begin a sentence, and name nothing."""
    for number in vocabulary.number_word:
        yield number.id
    named = [(day.id, *day.short) for day in vocabulary.weekday] + [
        (month.id, *month.short) for month in vocabulary.month
    ]
    for forms in named:
        yield from (form.lower().rstrip(".") for form in forms)
