"""Arithmetic on intervals: the smallest interval that holds all results of numbers in the operands.

An end that is left out stays out where no numbers reach it: (2, 3] times [1, 4) is (2, 12), but [0, 1] times (2, 3) is
[0, 3). Intervals with no number in them are not for here.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from shanghai_tech.compare.rounding import power
from shanghai_tech.model import Interval


@frozen
class _End:
    """Where an interval may end: at a number, or (`beyond` is -1 or 1) nowhere."""

    value: Fraction
    is_open: bool
    beyond: int = 0

    @property
    def sign(self) -> int:
        return self.beyond or (self.value > 0) - (self.value < 0)


def is_empty(interval: Interval) -> bool:
    """Whether no number lies in it: both ends are one, and it is left out."""
    return interval.low is not None and interval.low == interval.high and (interval.low_open or interval.high_open)


def negative(of: Interval) -> Interval:
    """All numbers of an interval with the other sign."""
    return Interval(
        None if of.high is None else -of.high,
        None if of.low is None else -of.low,
        low_open=of.high_open,
        high_open=of.low_open,
    )


def total(one: Interval, other: Interval) -> Interval:
    """All sums of two numbers.

    >>> print(total(Interval(Fraction(1), None), Interval(Fraction(2), Fraction(3), low_open=True)))
    (3, inf)
    """
    return Interval(
        None if one.low is None or other.low is None else one.low + other.low,
        None if one.high is None or other.high is None else one.high + other.high,
        low_open=one.low_open or other.low_open,
        high_open=one.high_open or other.high_open,
    )


def product(one: Interval, other: Interval) -> Interval:
    """All products of two numbers.

    >>> print(product(Interval(Fraction(-1), Fraction(2)), Interval(Fraction(3), None)))
    (-inf, inf)
    """
    return _between(_times(a, b) for a in _ends(one) for b in _ends(other))


def reciprocal(of: Interval) -> Interval | None:
    """One divided by each number; None where 0 is one of them.

    >>> print(reciprocal(Interval(Fraction(0), Fraction(4), low_open=True)))
    [1/4, inf)
    >>> reciprocal(Interval(Fraction(-1), Fraction(1))) is None
    True
    """
    if Fraction(0) in of:
        return None
    low, high = _ends(of)
    beyond = -1 if low.sign < 0 else 1
    return _between((_over(low, beyond=beyond), _over(high, beyond=beyond)))


def raised(base: Interval, exponent: Interval) -> Interval | None:
    """Each number of the base to the power of each exponent.

    None where a number may be below 0, or both it and the exponent 0 or the exponent less.

    Powers rise or fall all along with the base, and with the exponent; so they are widest where both end.

    >>> print(raised(Interval(Fraction(4), Fraction(9)), Interval(Fraction(1, 2), Fraction(1, 2))))
    [2, 3]
    """
    if base.low is None or exponent.low is None or exponent.high is None:
        return None
    if base.low < 0 or (Fraction(0) in base and exponent.low <= 0):
        return None
    corners = [end for a in _ends(base) for b in _ends(exponent) for end in _power(a, b)]
    return _between(corners)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of at least one interval.

    >>> print(hull([Interval(Fraction(1), Fraction(2), high_open=True), Interval(Fraction(0), Fraction(2))]))
    [0, 2]
    """
    return _between(end for each in intervals for end in _ends(each))


def common(intervals: Iterable[Interval]) -> Interval | None:
    """The numbers in all of at least one interval; None where there are none.

    >>> print(common([Interval(Fraction(1), None), Interval(None, Fraction(3), high_open=True)]))
    [1, 3)
    """
    ends = [_ends(each) for each in intervals]
    low = max((end for end, _ in ends), key=lambda end: (end.beyond, end.value, end.is_open))
    high = min((end for _, end in ends), key=lambda end: (end.beyond, end.value, not end.is_open))
    if not low.beyond and not high.beyond and low.value > high.value:
        return None
    shared = _interval(low, high)
    return None if is_empty(shared) else shared


def _ends(of: Interval) -> tuple[_End, _End]:
    zero = Fraction(0)
    low = _End(zero, is_open=True, beyond=-1) if of.low is None else _End(of.low, of.low_open)
    high = _End(zero, is_open=True, beyond=1) if of.high is None else _End(of.high, of.high_open)
    return low, high


def _between(ends: Iterable[_End]) -> Interval:
    """The interval from the lowest end to the highest; of equal ones that which is not left out."""
    known = list(ends)
    low = min(known, key=lambda end: (end.beyond, end.value, end.is_open))
    high = max(known, key=lambda end: (end.beyond, end.value, not end.is_open))
    return _interval(low, high)


def _interval(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.beyond else low.value,
        None if high.beyond else high.value,
        low_open=low.is_open and not low.beyond,
        high_open=high.is_open and not high.beyond,
    )


def _times(one: _End, other: _End) -> _End:
    """The product of two ends; 0 times anything is 0, and reached if the 0 is, whatever the other end is."""
    if one.sign == 0 or other.sign == 0:
        reached = any(end.sign == 0 and not end.is_open for end in (one, other))
        return _End(Fraction(0), is_open=not reached)
    if one.beyond or other.beyond:
        return _End(Fraction(0), is_open=True, beyond=one.sign * other.sign)
    return _End(one.value * other.value, is_open=one.is_open or other.is_open)


def _over(end: _End, *, beyond: int) -> _End:
    if end.beyond:
        return _End(Fraction(0), is_open=True)
    if end.value == 0:
        return _End(Fraction(0), is_open=True, beyond=beyond)
    return _End(1 / end.value, is_open=end.is_open)


def _power(base: _End, exponent: _End) -> tuple[_End, ...]:
    """The power of two ends, as the two numbers between which it lies where it is none of so many digits."""
    if exponent.sign == 0:
        return (_End(Fraction(1), is_open=exponent.is_open and (base.value != 1 or base.is_open)),)
    if base.beyond or base.value == 0:
        grows = (exponent.sign > 0) == bool(base.beyond)
        is_open = bool(base.beyond) or base.is_open
        return (_End(Fraction(0), is_open=is_open, beyond=1 if grows else 0),)
    low, high = power(base.value, exponent.value)
    if low != high:
        return _End(low, is_open=True), _End(high, is_open=True)
    is_open = (base.is_open or exponent.is_open) and not (base.value == 1 and not base.is_open)
    return (_End(low, is_open=is_open),)
