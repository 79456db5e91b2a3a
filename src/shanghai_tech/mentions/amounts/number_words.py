"""Number words → integers: "twenty-five", "two hundred and fifty thousand", "hundred"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.words.phrases import Phrases, phrases
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.number_entries import VagueNumber

#: Scales beyond this multiply no further: no paper prints such a figure, and exact arithmetic with it is slow.
LARGEST: Final = 10**36


@frozen
class NumberTables:
    """The number words of a vocabulary by their spelling; `starters` begin a numeral, `triggers` ranks too."""

    cardinal: Mapping[str, int]
    ordinal: Mapping[str, int]
    multiple: Mapping[str, int]
    scale: Mapping[str, int]
    glued: Mapping[str, int]
    part: Mapping[str, int]
    vague: Phrases[VagueNumber]
    starters: frozenset[str]
    triggers: frozenset[str]


@lru_cache(maxsize=8)
def number_tables(vocabulary: Vocabulary) -> NumberTables:
    """The number words of a vocabulary, compiled once."""
    cardinal = {word.id: word.value for word in vocabulary.number_word}
    scale = {name: entry.factor for entry in vocabulary.scale for name in entry.names}
    part = {name: word.denominator for word in vocabulary.fraction_word for name in (word.id, word.plural)}
    vague = phrases(((entry.id, entry) for entry in vocabulary.vague_number), vocabulary)
    ordinal = {word.ordinal: word.value for word in vocabulary.number_word if word.ordinal}
    multiple = {name: word.value for word in vocabulary.number_word for name in word.multiples}
    starters = frozenset({*cardinal, *scale, *part, *vague.first})
    return NumberTables(
        cardinal=cardinal,
        ordinal=ordinal,
        multiple=multiple,
        scale=scale,
        glued={form: entry.factor for entry in vocabulary.scale for form in entry.glued},
        part=part,
        vague=vague,
        starters=starters,
        triggers=starters | {*ordinal, *multiple},
    )


def glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether no space stands between this token and the one before it."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


@frozen
class Cardinal:
    """A number in words: up to token `last`; `scale` is the power that closes it, `rest` what a hyphen ties to it."""

    value: int
    scale: int
    last: int
    rest: tuple[str, ...] = ()


def read_cardinal(tokens: Sequence[Token], index: int, *, tables: NumberTables) -> Cardinal | None:
    """Cardinal: word (["-"] word)*, with "and" behind a scale: "two hundred and fifty".

    A scale may open it ("hundred and fifty"), for which the article before it is not needed.
    """
    sum_of = _Sum(tables)
    at = index
    while at < len(tokens) and tokens[at].kind == "word":
        parts = tokens[at].lower.split("-")
        taken = 0
        while taken < len(parts) and sum_of.takes(parts[taken]):
            taken += 1
        if not taken:
            break
        at += 1
        if taken < len(parts):
            return Cardinal(sum_of.value, sum_of.scale, at, tuple(parts[taken:]))
        if sum_of.scale > 1 and _goes_on(tokens, at, scale=sum_of.scale, tables=tables):
            at += 1
    return Cardinal(sum_of.value, sum_of.scale, at) if at > index else None


def _goes_on(tokens: Sequence[Token], at: int, *, scale: int, tables: NumberTables) -> bool:
    """Whether an "and" joins a smaller number word to what was read."""
    if at + 1 >= len(tokens) or tokens[at].lower != "and":
        return False
    return tables.cardinal.get(tokens[at + 1].lower.split("-")[0], scale) < min(scale, 100)


class _Sum:
    """Adds number words up as they come; `takes` refuses one that cannot follow the last."""

    def __init__(self, tables: NumberTables) -> None:
        self.tables = tables
        self.done = 0
        self.open = 0
        self.began = False
        self.scale = 1

    @property
    def value(self) -> int:
        return self.done + self.open

    def takes(self, word: str) -> bool:
        if word in self.tables.cardinal:
            return self._adds(self.tables.cardinal[word])
        if word in self.tables.scale:
            return self._multiplies(self.tables.scale[word])
        return False

    def _adds(self, value: int) -> bool:
        tens = self.open % 100
        fits = not self.began or (self.scale > 1 and tens == 0) or (value < 10 and tens >= 20 and tens % 10 == 0)
        if not fits or (self.began and value == 0):
            return False
        self.open += value
        self.began, self.scale = True, 1
        return True

    def _multiplies(self, factor: int) -> bool:
        if self.value * factor > LARGEST:
            return False
        if factor < 1000:
            if self.open >= 100:
                return False
            self.open = (self.open or 1) * factor
        elif self.open or not self.began:
            self.done, self.open = self.done + (self.open or 1) * factor, 0
        else:
            self.done *= factor  # lakh crore, thousand billion
        self.began, self.scale = True, factor
        return True
