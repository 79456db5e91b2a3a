"""The entries for numbers: units, money, words that are numbers and words beside them."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from shanghai_tech.model import Bound


@frozen(kw_only=True)
class Unit:
    """A unit of measure; `id` is its code as `model.Unit` reads it, `factor` its size in the base of its dimension.

    `names` are words that stand after a number, singular and plural. `symbols` may be glued to its digits and are read
    in the case that they are written in; `glued` ones nowhere else ("1.5C"). `shared` are names of a currency too
    ("pounds"): with a scale, or in a text that speaks of that money otherwise, they are money. `rates` say by
    themselves that something is told per this unit ("annually").
    """

    id: str
    dimension: str
    factor: Fraction = Fraction(1)
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()


@frozen(kw_only=True)
class Currency:
    """A currency by its ISO 4217 code, which may stand before or after a number, as may `symbols` and `codes`.

    `names` stand after it, as `weak_names` do, which are words as well ("won"). `word` tells that the code is an
    English word or a name as well (ALL, COP, TOP), so that it is read, like those names, only beside an amount of a
    thousand and more. `shared` are symbols and names of several currencies ("pesos"): the one whose `context` the text
    bears out has them, all words of one of its rows; else the one that has no context. `letters` lead only amounts that
    can be no code, since a scale or thousands tell so: "R1.7bn", "N4,200".
    """

    id: str
    names: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    context: tuple[tuple[str, ...], ...] = ()
    word: bool = False

    @property
    def leading(self) -> tuple[str, ...]:
        """The codes that are read in front of any number."""
        return self.codes if self.word else (self.id, *self.codes)


@frozen(kw_only=True)
class Scale:
    """A word or suffix that multiplies: "billion", "bn". `glued` forms count only right behind digits ("3m")."""

    id: str
    factor: int
    names: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


@frozen(kw_only=True)
class NumberWord:
    """A cardinal number as a word, its ordinal, and the words for so many times something ("double", "twice")."""

    id: str
    value: int
    ordinal: str = ""
    multiples: tuple[str, ...] = ()


@frozen(kw_only=True)
class FractionWord:
    """The name of a part: "third", plural "thirds"."""

    id: str
    denominator: int
    plural: str


@frozen(kw_only=True)
class VagueNumber:
    """Words that tell a number only between two others: "several hundred", where `scaled` wants the scale behind it.

    `unit` is what the words measure by themselves: "double-digit" growth is percent.
    """

    id: str
    low: int
    high: int | None = None
    bound: Bound = Bound.BETWEEN
    scaled: bool = False
    unit: str = ""


@frozen(kw_only=True)
class BoundCue:
    """Phrases beside a number that say how to take it.

    "bound" says which bound, in front of the number or behind it. "passing" (broke, pass) does so before money, a share
    or a "mark" (threshold); "motion" (over, under) is a preposition before a length of time, unless a word that is
    "lasting" leads to it, and before a few things; "particle" is a verb that such a word belongs to (turned over).
    "leading" or "comparing" words make "a third" a part, "halving" ones make "half" none (the first half), "counting"
    ones make "three quarters" lengths of time; "ranging" leads to the ends of a range. "name" makes the number part of
    a name (Section), "compound" of a word that counts nothing (two-way), "code" is one with its letter (4K), "address"
    ends one, "ageing" leads to an age. "order" makes it part of an order (No.), as do "ranking" (ranked) in front of an
    ordinal, "moving" words (up) before one that is reached or left and "place" behind it; "scope" may follow a
    multiple, "pointing" words begin no counted noun, "modifying" phrases stand before one with a plural of their own.
    """

    id: str
    role: Literal[
        "bound", "passing", "motion", "particle", "mark", "lasting", "name", "compound", "order", "ranking", "moving",
        "scope", "leading", "comparing", "halving", "counting", "ageing", "ranging", "pointing",
        "code", "address", "place", "modifying",
    ]  # fmt: skip
    phrases: tuple[str, ...]
    bound: Bound | None = None
    side: Literal["before", "after", "either"] = "before"


@frozen(kw_only=True)
class Collective:
    """A singular noun that stands for many, and what it counts: a workforce of 300 is 300 persons."""

    id: str
    counts: str
