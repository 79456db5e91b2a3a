"""What the vocabulary knows about undertakings and what is done to them, by the words that a sentence has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from shanghai_tech.mentions.words.inflection import singular
from shanghai_tech.model import InitiativeKind
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.word_entries import Act

#: A noun for an undertaking has no more words than this.
_LONGEST = 4


@frozen(eq=False)
class Tables:
    """Nouns of undertakings, acts by their verb with the words that belong to it, and acts by their noun."""

    vocabulary: Vocabulary
    nouns: Mapping[tuple[str, ...], InitiativeKind]
    acts: Mapping[str, Sequence[tuple[tuple[str, ...], Act]]]
    act_nouns: Mapping[str, Act]

    def noun(self, words: Sequence[str]) -> tuple[str, InitiativeKind] | None:
        """The noun of an undertaking that lower-case words end in, singular, the longest; with its kind."""
        if not words:
            return None
        told = (*words[:-1], singular(words[-1], self.vocabulary))
        for length in range(min(_LONGEST, len(told)), 0, -1):
            kind = self.nouns.get(told[-length:])
            if kind is not None:
                return " ".join(told[-length:]), kind
        return None

    def act(self, lemma: str, following: Sequence[str]) -> tuple[Act, int] | None:
        """The act of a verb and how many of the words behind it belong to it; the longest that fits."""
        for words, act in self.acts.get(lemma, ()):
            if tuple(following[: len(words)]) == words:
                return act, len(words)
        return None


@lru_cache(maxsize=8)
def tables_of(vocabulary: Vocabulary) -> Tables:
    """The tables of a vocabulary."""
    acts: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for act in vocabulary.act:
        verb, *words = act.id.split()
        acts.setdefault(verb, []).append((tuple(words), act))
    for told in acts.values():
        told.sort(key=lambda each: -len(each[0]))
    return Tables(
        vocabulary=vocabulary,
        nouns={tuple(each.id.split()): InitiativeKind(each.kind) for each in vocabulary.undertaking},
        acts=acts,
        act_nouns={noun: act for act in vocabulary.act for noun in act.nouns},
    )
