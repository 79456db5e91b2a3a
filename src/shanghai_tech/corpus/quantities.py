"""Quantities of the same thing → those that are one number, more and less exactly told.

M-Q1 a number covers what rounds to the digits written, whatever its bound: 3.27 trillion covers 3.2672 trillion
M-Q2 a less exact number is the exact one that it covers, if it covers but one: 3 trillion is neither 2.9 nor 3.27 where
   both are told
All of a group cover one number, its most exact, so that none is joined to another through a third.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.model import Bound, Number, Quantity

_BOUNDS: Final = (Bound.EXACTLY, Bound.ABOUT)


@frozen(order=True)
class _Stated:
    """A number with what it covers to either side, and the same for the upper end of a range; sorted exact first."""

    slack: Fraction
    upper_slack: Fraction
    value: Fraction
    upper: Fraction

    def covers(self, other: _Stated) -> bool:
        return abs(self.value - other.value) <= self.slack and abs(self.upper - other.upper) <= self.upper_slack


_Group: TypeAlias = list[int]


def same_numbers(quantities: Sequence[Quantity]) -> list[list[int]]:
    """The places of the quantities that state one number, groups and members in order; all have the same unit.

    >>> texts = ("3.27E+12 CNY", ">3E+12 CNY", "3.2672E+12 CNY", "2.9E+12 CNY")
    >>> same_numbers([Quantity.parse(text) for text in texts])
    [[0, 2], [1], [3]]
    """
    if len(quantities) == 1:
        return [[0]]
    alike: dict[_Stated, _Group] = {}
    for at, quantity in enumerate(quantities):
        alike.setdefault(_stated(quantity), []).append(at)
    exact: list[_Stated] = []
    groups: dict[_Stated, _Group] = {}
    for stated in sorted(alike):
        covered = _covered(stated, exact)
        if len(covered) == 1:
            groups[covered[0]].extend(alike[stated])
        else:
            groups[stated] = alike[stated]
        if not covered:
            insort(exact, stated, key=_value)
    return sorted(sorted(group) for group in groups.values())


def _covered(stated: _Stated, exact: Sequence[_Stated]) -> list[_Stated]:
    """The exact numbers that a less exact one covers; two are as good as all."""
    first = bisect_left(exact, stated.value - stated.slack, key=_value)
    last = bisect_right(exact, stated.value + stated.slack, key=_value)
    found: list[_Stated] = []
    for at in range(first, last):
        if stated.covers(exact[at]):
            found.append(exact[at])
        if len(found) == 2:
            break
    return found


def exactness(quantity: Quantity) -> tuple[Fraction, Fraction, int]:
    """What sorts quantities that state one number, the most exact first."""
    stated = _stated(quantity)
    rank = _BOUNDS.index(quantity.bound) if quantity.bound in _BOUNDS else len(_BOUNDS)
    return stated.slack, stated.upper_slack, rank


def unit_key(quantity: Quantity) -> tuple[tuple[str, int], ...]:
    """What units of one thing have in common: codes, and the last word of what is counted."""
    unit = quantity.unit
    return tuple((term.code or (term.noun or "").rpartition(" ")[2], term.scale) for term in (unit.term, *unit.per))


def _stated(quantity: Quantity) -> _Stated:
    value, slack = _written(quantity, quantity.value)
    upper, upper_slack = (value, slack) if quantity.upper is None else _written(quantity, quantity.upper)
    return _Stated(slack, upper_slack, value, upper)


def _written(quantity: Quantity, number: Number) -> tuple[Fraction, Fraction]:
    """A number, and how far what rounds to it reaches."""
    value = Fraction(number)
    high = evolve(quantity, value=number, upper=None, bound=Bound.EXACTLY).interval.high
    return value, Fraction(0) if high is None else high - value


def _value(stated: _Stated) -> Fraction:
    return stated.value
