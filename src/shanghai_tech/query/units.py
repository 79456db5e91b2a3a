"""Units → what they measure, and how many of one are one of another: by definition, never by a rate.

The sizes are those of the vocabulary's table `unit` (UCUM). Money of two currencies, and counts of two things, have no
definition that joins them.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Final

from shanghai_tech.model import Unit, UnitTerm
from shanghai_tech.vocabulary import load_vocabulary

#: What the numbers of a unit are, where its entry in the vocabulary does not say.
MONEY, COUNT, NUMBER = "money", "count", "number"
#: A degree is as large in the one as in the other, but they count from different points.
_UNLIKE: Final = "temperature"


def dimension_of(unit: Unit) -> str:
    """What a unit measures: "money", "count", "length", … and "number" for a bare one; "/" stands for "per".

    >>> [dimension_of(Unit.parse(text)) for text in ("CNY", "{patent}/10000{resident}", "GW.h", "1", "m2/{person}")]
    ['money', 'count/count', 'energy', 'number', 'area/count']
    """
    return "/".join(_dimension(term) for term in (unit.term, *unit.per))


def dimensions() -> tuple[str, ...]:
    """All that a unit without "per" can measure, in alphabetical order."""
    return tuple(sorted({MONEY, COUNT, NUMBER, *(dimension for dimension, _ in _sizes().values())}))


def conversion(of: Unit, to: Unit) -> Fraction | None:
    """How many of a unit one of another is; None where no definition tells.

    >>> conversion(Unit.of("km2"), Unit.of("ha"))
    Fraction(100, 1)
    >>> conversion(Unit.parse("{patent}/10000{resident}"), Unit.parse("{patent}/1000{resident}"))
    Fraction(1, 10)
    >>> conversion(Unit.of("CNY"), Unit.of("USD")) is None
    True
    """
    if of == to:
        return Fraction(1)
    if len(of.per) != len(to.per):
        return None
    factor = _ratio(of.term, to.term)
    for one, other in zip(of.per, to.per, strict=True):
        ratio = _ratio(one, other)
        factor = None if factor is None or ratio is None else factor / ratio
    return factor


def same_count(one: Unit, other: Unit) -> Unit | None:
    """The unit of what two count, where one is a kind of the other: the wider one; None where they are none.

    >>> print(same_count(Unit.parse("{industrial robot}"), Unit.parse("{robot}")))
    {robot}
    >>> same_count(Unit.parse("{robot maker}"), Unit.parse("{robot}")) is None
    True
    """
    if len(one.per) != len(other.per):
        return None
    terms = [_wider(a, b) for a, b in zip((one.term, *one.per), (other.term, *other.per), strict=True)]
    known = [term for term in terms if term is not None]
    return Unit(known[0], tuple(known[1:])) if len(known) == len(terms) else None


def _wider(one: UnitTerm, other: UnitTerm) -> UnitTerm | None:
    if one == other:
        return one
    if one.noun is None or other.noun is None or one.scale != other.scale:
        return None
    if one.noun.endswith(f" {other.noun}"):
        return other
    return one if other.noun.endswith(f" {one.noun}") else None


def _ratio(of: UnitTerm, to: UnitTerm) -> Fraction | None:
    scale = Fraction(of.scale, to.scale)
    if (of.code, of.noun) == (to.code, to.noun):
        return scale
    one, other = _size(of), _size(to)
    if one is None or other is None or one[0] != other[0] or one[0] == _UNLIKE:
        return None
    return scale * one[1] / other[1]


def _dimension(term: UnitTerm) -> str:
    size = _size(term)
    if size is not None:
        return size[0]
    return COUNT if term.noun is not None else MONEY if Unit(term).is_money else NUMBER


def _size(term: UnitTerm) -> tuple[str, Fraction] | None:
    return _sizes().get(f"{{{term.noun}}}" if term.noun is not None else str(term.code))


@cache
def _sizes() -> Mapping[str, tuple[str, Fraction]]:
    return {unit.id: (unit.dimension, unit.factor) for unit in load_vocabulary().unit if unit.dimension != COUNT}
