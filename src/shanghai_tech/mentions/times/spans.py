"""Two time expressions that make one span: "from January to June this year", "between 2019 and 2021"."""

from __future__ import annotations

from attrs import evolve

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import DAY, unit_at
from shanghai_tech.mentions.times.grammar import Reading
from shanghai_tech.mentions.times.setting import Setting
from shanghai_tech.mentions.times.ties import Expression
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision


def joined(left: Expression, right: Expression, setting: Setting) -> Expression | None:
    """The span from one expression to the next: where both are as precise, or "from" or "between" opens it."""
    if not 0 < right.first - left.end < 3 or left.reading.length or right.reading.length:
        return None
    between = setting.tape.words(left.end, right.first)
    opening = setting.tape.words(left.first - 1, left.first) if left.first else ""
    is_opened = setting.lexicon.among(opening, "opens_span")
    joins = setting.lexicon.among(between, "joins") or (is_opened and setting.lexicon.among(between, "joins_opened"))
    period = _from_to(left.reading, right.reading) if joins else None
    if not period or (left.reading.period and left.reading.period.precision != period.precision and not is_opened):
        return None
    start = left.first - 1 if is_opened else left.first
    reading = evolve(right.reading, period=period, timex=str(period), kind=TimeKind.DATE, edge="", spans=True)
    return Expression(start=start, end=right.end, first=left.first, last=right.last, reading=reading)


def _from_to(left: Reading, right: Reading) -> Period | None:
    """From the first to the second; a first without a year is the one that comes last before the second."""
    first, last = left.period, right.period
    if not first or not last or not first.start or not last.end:
        return None
    if left.edge == "start":  # "from the start of the year to September"
        first = Period.day(first.start)
    elif left.yearless:
        first = _last_before(first, last)
    elif first.precision == last.precision == Precision.DAY and last.before(first):  # "from Monday to Friday"
        first = _week_before(first)
    return first.to(last) if first.start and first.start <= last.end and first.before(last) else None


def _week_before(day: Period) -> Period:
    return unit_at(day.start, DAY, steps=-7) or day if day.start else day


def _last_before(period: Period, other: Period) -> Period:
    """The same part of the year that another period ends in, or of the year before."""
    if not other.end:
        return period
    moved = _in_year(period, other.end.year)
    return moved if moved.before(other) or other.end.year <= 1 else _in_year(period, other.end.year - 1)


def _in_year(period: Period, year: int) -> Period:
    """The same months or days of a year; 29 February stays in its own."""
    if not period.start or not period.end:
        return period
    try:
        start = period.start.replace(year=year)
        end = Period.month(year, period.end.month).end if _ends_month(period) else period.end.replace(year=year)
    except ValueError:
        return period
    return Period(start=start, end=end, precision=period.precision) if end and start <= end else period


def _ends_month(period: Period) -> bool:
    return period.end is not None and period.end == Period.month(period.end.year, period.end.month).end
