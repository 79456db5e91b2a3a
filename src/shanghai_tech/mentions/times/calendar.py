"""Arithmetic of calendar units, and their values in TIMEX3 notation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from attrs import evolve
from dateutil.relativedelta import relativedelta

from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision
from shanghai_tech.vocabulary.time_entries import Season, TimeUnit

_PRECISIONS: Final = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "half": Precision.HALF,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
}

#: The units that are told of whatever the words.
DAY: Final = TimeUnit(id="day", code="D", names=(), days=1)
MONTH: Final = TimeUnit(id="month", code="M", names=(), months=1)
YEAR: Final = TimeUnit(id="year", code="Y", names=(), months=12)
#: Units that TIMEX3 has no letter for, or counts in others.
_COUNTED_AS: Final = {"E": ("Y", 10), "FN": ("W", 2), "WE": ("D", 2)}


def unit_precision(unit: TimeUnit) -> Precision:
    """The precision of a period that was told in this unit."""
    return _PRECISIONS.get(unit.id, Precision.YEAR if unit.months > 12 else Precision.DAY)


def shifted(day: date, unit: TimeUnit, *, steps: int) -> date | None:
    """The day so many units on (or back); None off the calendar, or for units of the clock.

    The last day of a month stays the last: a month after 31 January is the end of February.
    """
    try:
        if unit.months:
            return day + relativedelta(months=unit.months * steps)
        return day + timedelta(days=unit.days * steps) if unit.days else None
    except (ValueError, OverflowError):
        return None


def containing(day: date, unit: TimeUnit) -> Period | None:
    """The unit of the calendar that a day lies in; None for units of the clock.

    Weeks run from Monday to Sunday; a decade begins with a year that ends in 0, a century with one that ends in 00.

    >>> str(containing(date(2018, 8, 22), TimeUnit(id="quarter", code="Q", names=(), months=3)))
    '2018-Q3'
    """
    if unit.months:
        return _months_from(day, unit)
    if unit.id == "weekend":
        return _days_from(_added(day, 5 - day.weekday()), days=2)
    if unit.id == "day":
        return Period.day(day)
    return _days_from(_added(day, -day.weekday()), days=unit.days) if unit.days else None


def closed(period: Period) -> Period:
    """The period, or of one with an open end the unit of the calendar at its other: 2025 of "by 2025".

    >>> str(closed(Period.parse("../2025"))), str(closed(Period.parse("2018-H2/..")))
    ('2025', '2018-H2')
    """
    day = period.end if period.start is None else period.start if period.end is None else None
    if day is None:
        return period
    months = {Precision.YEAR: 12, Precision.HALF: 6, Precision.QUARTER: 3, Precision.MONTH: 1}.get(period.precision, 0)
    first = date(day.year, day.month - (day.month - 1) % months, 1) if months else day
    whole = months_from(first, months=months, precision=period.precision) if months else None
    return whole or Period.day(day)


def unit_at(day: date, unit: TimeUnit, *, steps: int) -> Period | None:
    """The unit of the calendar that lies so many on (or back) from the one that a day lies in."""
    moved = shifted(day, unit, steps=steps)
    return containing(moved, unit) if moved else None


def _months_from(day: date, unit: TimeUnit) -> Period | None:
    if unit.months <= 12:
        first = date(day.year, day.month - (day.month - 1) % unit.months, 1)
    else:
        years = unit.months // 12
        first = date(max(1, day.year - day.year % years), 1, 1)
    return months_from(first, months=unit.months, precision=unit_precision(unit))


def months_from(first: date, *, months: int, precision: Precision) -> Period | None:
    """So many months from the first day of one; None off the calendar."""
    try:
        after = first + relativedelta(months=months)
    except (ValueError, OverflowError):
        return None
    return Period(start=first, end=after - timedelta(days=1), precision=precision)


def _days_from(first: date | None, *, days: int) -> Period | None:
    """So many days from one on; None off the calendar."""
    last = _added(first, days - 1) if first else None
    return Period(start=first, end=last, precision=Precision.WEEK) if last else None


def _added(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def day_after(day: date) -> date:
    """The next day; the last day of the calendar stays."""
    return _added(day, 1) or day


def day_before(day: date) -> date:
    """The day before; the first day of the calendar stays."""
    return _added(day, -1) or day


def year_period(year: int) -> Period | None:
    """A calendar year; None off the calendar."""
    return Period.year(year) if 1 <= year <= 9999 else None


def day_period(year: int, *, month: int, day: int) -> Period | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return Period.day(date(year, month, day))
    except ValueError:
        return None


def season_period(year: int, season: Season) -> Period | None:
    """Three months from the one in which a season begins; winter reaches into the next year."""
    return months_from(date(year, season.month, 1), months=3, precision=Precision.MONTH) if 1 <= year <= 9999 else None


def timex_of(period: Period) -> str:
    """The value of TIMEX3 for a period: "2018", "2018-Q3", "2018-W34", "199" for the 1990s.

    >>> timex_of(Period.half(2018, 1))
    '2018-H1'
    """
    start, end = period.start, period.end
    if start is None or end is None:
        known = start or end
        return known.isoformat() if known else ""
    match period.precision:
        case Precision.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if start.weekday() == 5 else "")
        case Precision.DECADE:
            return f"{start.year // 10:03d}"
        case _:
            return str(evolve(period, candidates=()))


def duration_timex(count: int | None, unit: TimeUnit) -> str:
    """The value of TIMEX3 for a length of time: "P3Y", "PT24H", "PXY"; decades count as ten years.

    >>> duration_timex(3, TimeUnit(id="decade", code="E", names=("decade",)))
    'P30Y'
    """
    code, times = _COUNTED_AS.get(unit.code, (unit.code, 1))
    number = "X" if count is None else str(times * count)
    return f"P{code[:-1]}{number}{code[-1]}"
