"""Words with a role in a statement, as the vocabulary tells them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from shanghai_tech.vocabulary import Vocabulary


@lru_cache(maxsize=8)
def _tables(vocabulary: Vocabulary) -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    roles = {cue.id: cue.role for cue in vocabulary.cue}
    words: dict[str, set[str]] = {}
    for word, role in roles.items():
        words.setdefault(role, set()).add(word)
    return roles, {role: frozenset(found) for role, found in words.items()}


def role_of(word: str, vocabulary: Vocabulary) -> str:
    """The role of a word; empty for one that has none."""
    return _tables(vocabulary)[0].get(word.lower(), "")


@lru_cache(maxsize=8)
def _figures(vocabulary: Vocabulary) -> frozenset[str]:
    phrases = (phrase for entry in vocabulary.indicator for phrase in entry.phrases)
    return frozenset(phrase.lower().split()[-1] for phrase in phrases)


def is_figure(noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun in lower case is for a figure: the last word of an indicator, or one such as "total"."""
    return noun in _figures(vocabulary) or role_of(noun, vocabulary) in {"vague", "size", "rise", "fall", "rate"}


def words_for(role: str, vocabulary: Vocabulary) -> frozenset[str]:
    """All words of a role, in lower case."""
    return _tables(vocabulary)[1].get(role, frozenset())
