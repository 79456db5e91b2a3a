"""Figures and numbers inside them, for the laws of comparing; ends are small and touch all the time."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from shanghai_tech import Interval
from shanghai_tech.compare import intervals as of
from shanghai_tech.compare.figure import Figure
from tests import strategies as some


def intervals() -> st.SearchStrategy[Interval]:
    """Intervals with a number in them, often with an end at 0 or at 1."""
    return some.intervals().filter(lambda interval: not of.is_empty(interval))


def above_zero() -> st.SearchStrategy[Interval]:
    """Those with no number below 0."""
    return intervals().filter(lambda interval: interval.low is not None and interval.low >= 0)


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of an interval: an end, close to one, or anywhere."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 1000
    high = interval.high if interval.high is not None else low + 2000
    part = draw(
        st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 10**9)]) | st.fractions(0, 1, max_denominator=50)
    )
    number = low + (high - low) * part
    return number if number in interval else (low + high) / 2


@st.composite
def widened(draw: st.DrawFn, interval: Interval) -> Interval:
    """An interval that holds another, often with an end in common."""
    more = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(2), None]))
    less = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(2), None]))
    return Interval(
        None if less is None or interval.low is None else interval.low - less,
        None if more is None or interval.high is None else interval.high + more,
        low_open=interval.low_open and draw(st.booleans()),
        high_open=interval.high_open and draw(st.booleans()),
    )


@st.composite
def figures(draw: st.DrawFn, among: st.SearchStrategy[Interval] | None = None) -> Figure:
    """Bare figures, with a face value or without."""
    interval = draw(intervals() if among is None else among)
    nominal = draw(st.none() | inside(interval))
    return Figure(interval=interval, nominal=nominal)


@st.composite
def wider(draw: st.DrawFn, figure: Figure) -> Figure:
    """A figure that holds another."""
    return Figure(interval=draw(widened(figure.interval)), nominal=figure.nominal)


def exponents() -> st.SearchStrategy[Fraction]:
    """Fractions whose powers of small numbers can be checked by whole powers."""
    return st.builds(Fraction, st.integers(-6, 6), st.integers(1, 7))
