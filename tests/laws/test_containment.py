"""Lying within another is a partial order, for periods and for intervals, and agrees with what lies in them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from hypothesis import assume, given

from shanghai_tech import Interval, Period
from tests import strategies as some

HALVES: Final = [Fraction(number, 2) for number in range(-7, 8)]


def holds(period: Period, day: date) -> bool:
    """Whether a day is one of the period's: the slow and obvious way."""
    return (period.start is None or period.start <= day) and (period.end is None or day <= period.end)


@given(some.periods())
def test_a_period_lies_within_itself(period: Period) -> None:
    assert period.within(period)
    assert period.overlaps(period)


@given(some.periods(), some.periods())
def test_periods_within_each_other_have_the_same_days(one: Period, other: Period) -> None:
    both = one.within(other) and other.within(one)

    assert both == ((one.start, one.end) == (other.start, other.end))


@given(some.periods(), some.periods(), some.periods())
def test_within_is_transitive_for_periods(one: Period, other: Period, third: Period) -> None:
    assert not (one.within(other) and other.within(third)) or one.within(third)


@given(some.periods(), some.periods(), some.days())
def test_a_day_of_a_period_is_a_day_of_what_it_lies_within(one: Period, other: Period, day: date) -> None:
    assert not (one.within(other) and holds(one, day)) or holds(other, day)


@given(some.periods(), some.periods(), some.days())
def test_periods_that_share_a_day_overlap_and_neither_is_before(one: Period, other: Period, day: date) -> None:
    shared = holds(one, day) and holds(other, day)

    assert not shared or one.overlaps(other)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) != (one.before(other) or other.before(one))


@given(some.calendar_units())
def test_by_and_since_only_widen(period: Period) -> None:
    assert period.within(period.until())
    assert period.within(period.since())
    assert period.to(period).within(period)


@given(some.intervals())
def test_an_interval_lies_within_itself_and_within_all_numbers(interval: Interval) -> None:
    assert interval.within(interval)
    assert interval.within(Interval(None, None))


@given(some.intervals(), some.intervals(), some.intervals())
def test_within_is_transitive_for_intervals(one: Interval, other: Interval, third: Interval) -> None:
    assert not (one.within(other) and other.within(third)) or one.within(third)


@given(some.intervals(), some.intervals())
def test_an_interval_lies_within_another_when_all_its_numbers_do(one: Interval, other: Interval) -> None:
    numbers = [number for number in HALVES if number in one]  # ends are whole, so halves tell all that there is to tell
    assume(numbers)

    assert one.within(other) == all(number in other for number in numbers)
