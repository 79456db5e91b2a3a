"""Two facts → their amounts in one unit, and how far their periods are apart.

L1 The unit is that of the first fact, if a definition makes the second amount one of it; of two counts the wider.
L2 Money in two currencies is compared as an article restates it, where it does; else by a rate (rates.py), the second
   amount in the currency of the first.
L3 Periods are as far apart as their ends: whole years where both end on the same day of the year, else the days by
   365.2425. Of an ambiguous period all readings count. A period that is not told, or has no end, has no distance.
L4 What happens in less than a quarter, 90 days, tells nothing of a year.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.compare.comparable import amounts_of, is_money, same_count
from shanghai_tech.compare.figure import Figure, factor_of
from shanghai_tech.compare.rates import Conversion, Rates, convert
from shanghai_tech.compare.wording import told, when
from shanghai_tech.errors import NotComparable
from shanghai_tech.model import Metric, Period, Quantity, Target, Unit
from shanghai_tech.model.unit import ONE

YEARS: Final = Unit.counted("year")
_DAYS_OF_YEAR: Final = Fraction(3652425, 10000)
_SHORTEST: Final = 90 / _DAYS_OF_YEAR


@frozen(kw_only=True)
class Aligned:
    """Two amounts in one unit, and what was converted for it."""

    first: Figure
    second: Figure
    conversions: tuple[Conversion, ...] = ()


def aligned(one: Metric | Target, other: Metric | Target, *, rates: Rates | None = None) -> Aligned:
    """The amounts of two facts in one unit (L1, L2).

    >>> from shanghai_tech import read
    >>> one, other = read("Suzhou had 12 km2 of parks in 2017. Wuxi had 900 ha of parks in 2017.").metrics
    >>> print(aligned(one, other).second)
    9 km2 (8.995 to 9.005)

    Raises:
        NotComparable: where there is no number, no common unit, or no rate for two currencies.
    """
    for mine, yours in _by_restated(one, other):
        both = _same_unit(mine, yours)
        if both is not None:
            return both
    return _converted(one, other, rates or Rates())


def _converted(one: Metric | Target, other: Metric | Target, rates: Rates) -> Aligned:
    """L2: by a rate; the fewer amounts restated, the sooner, whichever fact is first."""
    articles = [piece.article for piece in (*other.evidence, *one.evidence)]
    refused: NotComparable | None = None
    for mine, yours in _by_restated(one, other):
        if not is_money(mine.unit, yours.unit):
            continue
        try:
            conversion = convert(yours, mine.unit, rates=rates, articles=articles)
        except NotComparable as no_rate:
            refused = refused or no_rate
        else:
            return Aligned(first=Figure.of(mine), second=conversion.figure, conversions=(conversion,))
    raise refused or NotComparable((f"“{told(one)}” and “{told(other)}” have no unit in common",))


def _by_restated(one: Metric | Target, other: Metric | Target) -> list[tuple[Quantity, Quantity]]:
    """The amounts of two facts beside one another: as told, then restated, in an order that is the same both ways."""
    pairs = product(enumerate(amounts_of(one)), enumerate(amounts_of(other)))
    ranked = [
        ((at + to, sorted((str(mine.unit), str(yours.unit)))), (mine, yours)) for (at, mine), (to, yours) in pairs
    ]
    return [pair for _, pair in sorted(ranked, key=lambda each: each[0])]


def _same_unit(mine: Quantity, yours: Quantity) -> Aligned | None:
    first, second = Figure.of(mine), Figure.of(yours)
    if factor_of(yours.unit, mine.unit) is not None:
        return Aligned(first=first, second=second.in_unit(mine.unit))
    wider = same_count(mine.unit, yours.unit)
    return None if wider is None else Aligned(first=evolve(first, unit=wider), second=evolve(second, unit=wider))


def period_of(fact: Metric | Target) -> Period | None:
    """When a fact was, or is due."""
    return fact.period if isinstance(fact, Metric) else fact.due


def readings_of(period: Period) -> tuple[Period, ...]:
    """All that a period may mean."""
    return period.candidates or (period,)


def years_between(one: Metric | Target, other: Metric | Target) -> Figure | str:
    """How many years one fact's period ends before the other's (L3); words that say why that is not known.

    >>> from shanghai_tech import read
    >>> early, late = read("Suzhou had 40 labs in 2011. Suzhou had 90 labs in June 2018.").metrics
    >>> print(years_between(early, late), years_between(late, late), sep="; ")
    6.497 years; 0 years
    """
    for fact in (one, other):
        period = period_of(fact)
        if period is None:
            return f"“{told(fact)}” is not dated"
        if any(reading.end is None for reading in readings_of(period)):
            return f"“{told(fact)}” has no end: {when(period)}"
    return Figure.any_of(Figure.exactly(years, YEARS) for years in _distances(one, other))


def part_of_year(years: Figure) -> Figure | str:
    """What to raise a factor over so many years to for that of one year; words that say why not (L4).

    >>> print(part_of_year(Figure.exactly(4, YEARS)))
    0.25
    """
    low, high = years.interval.low, years.interval.high
    if low is None or high is None or (low < _SHORTEST and high > -_SHORTEST):
        return "they may be less than 90 days apart" if low != high else "they are less than 90 days apart"
    return Figure.exactly(1).over(evolve(years, unit=ONE)) or "they may be of one day"


def _distances(one: Metric | Target, other: Metric | Target) -> list[Fraction]:
    early, late = period_of(one), period_of(other)
    pairs = product(readings_of(early) if early else (), readings_of(late) if late else ())
    return [years_from(a.end, b.end) for a, b in pairs if a.end is not None and b.end is not None]


def years_from(first: date, last: date) -> Fraction:
    """The years from one day to another, whole ones exactly; the last days of February are the same day of the year.

    >>> years_from(date(2016, 2, 29), date(2019, 2, 28)), years_from(date(2018, 12, 31), date(2019, 1, 1))
    (Fraction(3, 1), Fraction(400, 146097))
    """
    if _day_of_year(first) == _day_of_year(last):
        return Fraction(last.year - first.year)
    return (last - first).days / _DAYS_OF_YEAR


def _day_of_year(day: date) -> tuple[int, int]:
    is_leap_day = (day.month, day.day) == (2, 29)
    earlier = day - timedelta(days=1) if is_leap_day else day
    return earlier.month, earlier.day
