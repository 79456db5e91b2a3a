"""Ranges of numbers, open or closed at either end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from shanghai_tech.errors import InvalidValue

Number: TypeAlias = Decimal | Fraction


@frozen
class Interval:
    """All numbers from `low` to `high`; an end that is None is unbounded, an end that is open is not included.

    >>> Fraction(3) in Interval(Fraction(3), None, low_open=True)
    False
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValue("interval", (self.low, self.high), "low <= high")

    def __contains__(self, number: Number) -> bool:
        exact = Fraction(number)
        above = self.low is None or exact > self.low or (exact == self.low and not self.low_open)
        below = self.high is None or exact < self.high or (exact == self.high and not self.high_open)
        return above and below

    def within(self, other: Interval) -> bool:
        """Whether every number of this interval lies in the other."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both intervals.

        >>> Interval(None, Fraction(3)).overlaps(Interval(Fraction(3), None, low_open=True))
        False
        """
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Interval) -> bool:
        """Whether this one does not end before the other begins, nor where one of the two ends is open."""
        if self.high is None or other.low is None or self.high > other.low:
            return not self._is_empty()
        return self.high == other.low and not self.high_open and not other.low_open

    def _is_empty(self) -> bool:
        return self.low is not None and self.low == self.high and (self.low_open or self.high_open)

    def __str__(self) -> str:
        low = "(-inf" if self.low is None else ("(" if self.low_open else "[") + str(self.low)
        high = "inf)" if self.high is None else str(self.high) + (")" if self.high_open else "]")
        return f"{low}, {high}"
