"""Stable identifiers for what is measured (rules I1 and I2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from shanghai_tech.extraction.grammar.wording import EMPTY_WORDS
from shanghai_tech.mentions.words.inflection import singular
from shanghai_tech.vocabulary import Vocabulary

_NO_WORD: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 12


@lru_cache(maxsize=8)
def _phrases(vocabulary: Vocabulary) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    ids = {phrase.lower(): entry.id for entry in vocabulary.indicator for phrase in entry.phrases}
    if not ids:
        return None, ids
    longest_first = sorted(ids, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"), ids


def indicator_of(label: str, context: tuple[str, ...], *, vocabulary: Vocabulary) -> str:
    """The identifier of what a label names.

    I1 a phrase of the vocabulary that makes up the label gives its id; I2 else the words of the label and its context
    make one, in lower case, singular, joined by underscores.
    """
    pattern, ids = _phrases(vocabulary)
    words = " ".join(label.lower().split())
    match = pattern.search(words) if pattern is not None else None
    found = ids[match[0]] if match else ""
    rest = words.replace(match[0], " ") if match else words
    told = [found, *(_slug(each, vocabulary) for each in (rest, *context))]
    parts: list[str] = []
    for part in told:
        parts.extend(word for word in part.split("_") if word and (word not in parts))
    return "_".join(parts[:_LONGEST]) or "unnamed"


def _slug(words: str, vocabulary: Vocabulary) -> str:
    kept = [singular(word, vocabulary) for word in _NO_WORD.split(words.lower()) if word and word not in EMPTY_WORDS]
    return "_".join(kept)
