"""Quarters, halves and other parts of a year: "the third quarter", "H1 2018", "the first nine months of 2022"."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.calendar_dates import EDGE, OF_YEAR, edge_of, unresolved, year_told
from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.time_calendar import (
    containing,
    day_period,
    months_from,
    shifted,
    timex_of,
    unit_precision,
)
from shanghai_tech.mentions.time_grammar import Found, Length, Reading, Rule
from shanghai_tech.mentions.time_setting import recurring
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision
from shanghai_tech.vocabulary.time_entries import TimeUnit

#: A number in words or digits.
COUNT: Final = "n:(digits|number_word (hyphen number_word)?|a)"
_NUMBERED: Final = "(o:(ordinal|day suffix)|fin:final)"


def read_numbered(found: Found) -> Reading | None:
    """A quarter or half by its number: "the third quarter of 2018", "first-half", "Q3 2018", "1Q19"."""
    unit = _unit(found)
    number = unit.a_year if found.has("fin") else _number(found)
    if not unit.a_year or not 1 <= number <= unit.a_year:
        return None
    return _part_of_year(found, unit, first=number, count=1)


def _unit(found: Found) -> TimeUnit:
    if found.has("u"):
        return found.setting.lexicon.units[found.words("u")]
    letter = found.words("c")[:1]
    return next(unit for unit in found.setting.vocabulary.time_unit if unit.letter.lower() == letter)


def _number(found: Found) -> int:
    return found.number("o") or int(found.words("c")[1:] or 0)


def read_letter_year(found: Found) -> Reading | None:
    """ "1Q19": the quarter and two digits of the year."""
    unit, year = _unit(found), 2000 + int(found.words("c")[1:])
    number = found.number("n") or 0
    if not 1 <= number <= unit.a_year:
        return None
    period = _units_of(year, unit, first=number, count=1)
    return period and Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period)


def read_several(found: Found) -> Reading | None:
    """The first or last few units of a year: "the first nine months of 2022", "the first three quarters"."""
    unit, count = _unit(found), found.number("n") or 0
    whole = 12 // unit.months if unit.months and unit.months < 12 else 0
    if not 1 <= count < whole:
        return None
    return _part_of_year(found, unit, first=whole - count + 1 if found.has("fin") else 1, count=count)


def _part_of_year(found: Found, unit: TimeUnit, *, first: int, count: int) -> Reading | None:
    year, anchor = year_told(found), found.setting.anchor
    if year is None and anchor:
        period = recurring(
            lambda each: _units_of(each, unit, first=first, count=count), anchor, direction=found.direction(), closed=True
        )
    else:
        period = _units_of(year, unit, first=first, count=count) if year else None
    timex = timex_of(period) if period else unresolved(_units_of(2000, unit, first=first, count=count))
    length = Length(count=count, unit=unit) if count > 1 else None
    kind = TimeKind.DURATION if length else TimeKind.DATE
    return Reading(
        kind=kind,
        timex=f"P{count}{unit.code}" if length else timex,
        period=period,
        edge=edge_of(found),
        yearless=year is None,
    )


def _units_of(year: int, unit: TimeUnit, *, first: int, count: int) -> Period | None:
    begin = date(year, 1 + unit.months * (first - 1), 1)
    return months_from(begin, months=unit.months * count, precision=unit_precision(unit if count == 1 else unit))


def read_up_to(found: Found) -> Reading | None:
    """A length of time by its end: "the six months to June", "the year ended March 31", "the quarter through May 2018".

    The end belongs to the expression as a whole, its bare form is the length.
    """
    unit, count = found.setting.lexicon.units[found.words("u")], found.number("n") or 1
    month, year, anchor = found.setting.lexicon.months[found.words("m")], year_told(found), found.setting.anchor
    day = found.number("d")

    def of_year(each: int) -> Period | None:
        whole = Period.month(each, month)
        last = day_period(each, month=month, day=day) if day else whole
        return last and last.end and _back_from(last.end, unit, count=count, whole_months=last.end == whole.end)

    if year is None and anchor:
        period = recurring(of_year, anchor, direction=found.direction(), closed=True)
    else:
        period = of_year(year) if year else None
    timex = f"P{count}{unit.code}"
    tail = found.last - found.match.start("tail")
    return Reading(kind=TimeKind.DURATION, timex=timex, period=period, length=Length(count=count, unit=unit), tail=tail)


def _back_from(last: date, unit: TimeUnit, *, count: int, whole_months: bool) -> Period | None:
    """So many units that end on a day; with the month, where they end with one."""
    if unit.months and whole_months:
        first = shifted(date(last.year, last.month, 1), unit, steps=-count)
        after = first and months_from(first, months=2, precision=Precision.MONTH)
        months = unit.months * count
        begin = after and after.end and date(after.end.year, after.end.month, 1)
        return begin and months_from(begin, months=months, precision=Precision.MONTH)
    begin = shifted(last, unit, steps=-count)
    following = begin and shifted(begin, _DAY, steps=1)
    return following and Period(start=following, end=last, precision=Precision.DAY)


_DAY: Final = TimeUnit(id="day", code="D", names=(), days=1)

PART_RULES: Final = (
    Rule(
        "part up to a date",
        f"(the shift? fiscal?|shift)? first? ({COUNT} hyphen? straight?)? u:(unit_month|unit_week|unit_quarter|unit_half|unit_year) "
        f"tail:(ended (the edge of)? m:month dot? (d:day suffix? (?!unit))? {OF_YEAR})",
        read_up_to,
    ),
    Rule(
        "part of a year",
        f"{EDGE} (y:year s?|the? sh:shift unit_year s) (fiscal)? o:(ordinal|day suffix) hyphen? u:(unit_quarter|unit_half)",
        read_numbered,
    ),
    Rule("part of a year", f"{EDGE} (the|a)? fiscal? {_NUMBERED} hyphen? fiscal? u:(unit_quarter|unit_half) s? {OF_YEAR}", read_numbered),
    Rule("part of a year", f"c:unit_code {OF_YEAR}", read_numbered),
    Rule("part of a year", "y:year c:unit_code", read_numbered),
    Rule("part of a year", "n:digits c:letter_year", read_letter_year),
    Rule("part of a year", "o:digits c:unit_letter y:year", read_numbered),
    Rule("first few", f"the? first {COUNT} hyphen? u:(unit_month|unit_quarter) {OF_YEAR}", read_several),
    Rule("last few", f"the? fin:final {COUNT} hyphen? u:(unit_month|unit_quarter) of (y:year|the? sh:shift unit_year|the ty:unit_year)", read_several),
)
