"""Quarters, halves and other parts of a year: "the third quarter", "H1 2018", "the first nine months of 2022"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import (
    day_after,
    day_period,
    months_from,
    shifted,
    timex_of,
    unit_precision,
    year_period,
)
from shanghai_tech.mentions.times.grammar import Found, Reading, Rule, dated
from shanghai_tech.mentions.times.setting import recurring
from shanghai_tech.mentions.times.tense import Direction
from shanghai_tech.mentions.times.told_years import (
    COUNT,
    EDGE,
    MONTH,
    OF_YEAR,
    ORDINAL,
    YEAR_BEFORE,
    edge_of,
    unresolved,
    year_told,
)
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision
from shanghai_tech.vocabulary.time_entries import TimeUnit

#: Where the next part of that name is farther away, one that is over is meant: "will report on the third quarter".
_FAR: Final = timedelta(days=200)
_PART: Final = "u:(unit_quarter|unit_half)"


def read_numbered(found: Found) -> Reading | None:
    """A quarter or half by its number: "the third quarter of 2018", "first-half", "the latter half".

    Refused where a year has no such part ("the fifth quarter") or it is one of something else ("of the game").
    "Last quarter" counts from the day of publication.
    """
    unit = found.unit()
    if found.word(0) == "of" or _is_one_before(found):
        return None
    number = unit.a_year if found.has("final") else found.number("o") or 0
    return _part_of_year(found, unit, first=number, count=1) if 1 <= number <= unit.a_year else None


def _is_one_before(found: Found) -> bool:
    """Whether the quarter before this one is meant: "last quarter it paid ten", unlike "the last quarter of 2018"."""
    is_bare = not any(found.has(part) for part in ("art", "e", "y", "fc", "sh", "an", "ty"))
    return is_bare and found.unit().id == "quarter" and found.words("final") == "last"


def read_code(found: Found) -> Reading | None:
    """A part of a year by its letter: "Q3", "H1 2018", "3Q 2018"; and with the year in two digits: "1Q19"."""
    words = found.words("c")
    unit = next(unit for unit in found.setting.vocabulary.time_unit if unit.letter.lower() == words[0])
    number = found.number("n") or int(words[1:] or 0)
    if not 1 <= number <= unit.a_year:
        return None
    if found.has("n") and len(words) > 1:
        return dated(_units_of(2000 + int(words[1:]), unit, first=number, count=1))
    return _part_of_year(found, unit, first=number, count=1)


def read_several(found: Found) -> Reading | None:
    """The first or last few units of a year: "the first nine months of 2022", "the first three quarters"."""
    unit, count = found.unit(), found.number("n") or 0
    whole = 12 // unit.months if unit.months else 0
    if not 1 <= count < whole:
        return None
    return _part_of_year(found, unit, first=whole - count + 1 if found.has("final") else 1, count=count)


def _part_of_year(found: Found, unit: TimeUnit, *, first: int, count: int) -> Reading | None:
    year, anchor = year_told(found), found.setting.anchor

    def of_year(each: int) -> Period | None:
        return _units_of(each, unit, first=first, count=count)

    if year is None and anchor:
        ahead = found.direction()
        period = recurring(
            of_year, anchor, direction=ahead, closed=True, far=_FAR if ahead == Direction.FUTURE else None
        )
        if period and period.start and found.has("yago"):
            period = of_year(period.start.year - 1)
    else:
        period = of_year(year) if year else None
    if count > 1:
        timex, kind = f"P{count}{unit.code}", TimeKind.DURATION
    else:
        timex, kind = timex_of(period) if period else unresolved(of_year(2000)), TimeKind.DATE
    return Reading(
        kind=kind, timex=timex, period=period, edge=edge_of(found), yearless=year is None, compares=found.has("yago")
    )


def _units_of(year: int, unit: TimeUnit, *, first: int, count: int) -> Period | None:
    """So many quarters or other parts of a year, from the one with a number on."""
    if not 1 <= year <= 9999:
        return None
    begin = date(year, 1 + unit.months * (first - 1), 1)
    precision = unit_precision(unit) if count == 1 else Precision.MONTH
    return months_from(begin, months=unit.months * count, precision=precision)


def read_up_to(found: Found) -> Reading | None:
    """A length of time by its end: "the six months to June", "the year ended March 31", "the five years to 2025".

    The end belongs to the expression as a whole, its bare form is the length.
    """
    unit, count, year, anchor = found.unit(), found.number("n") or 1, year_told(found), found.setting.anchor

    def of_year(each: int) -> Period | None:
        return _ending(found, each, unit=unit, count=count)

    if year is None and anchor:
        period = recurring(of_year, anchor, direction=found.direction(), closed=True)
    else:
        period = of_year(year) if year else None
    tail = found.last - found.match.start("tail")
    return Reading(kind=TimeKind.DURATION, timex=f"P{count}{unit.code}", period=period, tail=tail, spans=True)


def _ending(found: Found, year: int, *, unit: TimeUnit, count: int) -> Period | None:
    """So many units that end with a year, a month or a day of it."""
    if not found.has("m"):
        return _back_from(year_period(year), unit, count=count) if unit.id == "year" else None
    month, day = found.month(), found.number("d")
    whole = Period.month(year, month)
    last = day_period(year, month=month, day=day) if day else whole
    return _back_from(whole if last and last.end == whole.end else last, unit, count=count)


def _back_from(last: Period | None, unit: TimeUnit, *, count: int) -> Period | None:
    """So many units that end with a period."""
    if not last or not last.end:
        return None
    begin = shifted(day_after(last.end), unit, steps=-count)
    return Period(start=begin, end=last.end, precision=last.precision) if begin and begin <= last.end else None


PART_RULES: Final = (
    Rule(
        "part up to a date",
        f"(?=the|digits|number_word|a) (the shift? (fiscal|first)*)? ({COUNT} hyphen? straight?)? "
        "u:(unit_month|unit_week|unit_quarter|unit_half|unit_year) "
        f"tail:(ended (the edge_noun of)? {MONTH} (d:(day suffix?) (?!unit|hyphen))? {OF_YEAR})",
        read_up_to,
    ),
    Rule(
        "part up to a date",
        f"(?=the|digits|number_word|a) (the shift? (fiscal|first)*)? ({COUNT} hyphen? straight?)? "
        "u:(unit_month|unit_week|unit_quarter|unit_half|unit_year) "
        f"tail:(ended d:(day suffix?) of? {MONTH} {OF_YEAR})",
        read_up_to,
    ),
    Rule("part up to a year", f"the {COUNT} u:unit_year tail:(ended (the edge_noun of)? y:year)", read_up_to),
    Rule("part of a year", f"the? yago:year_ago fiscal? {ORDINAL} hyphen? {_PART}", read_numbered),
    Rule("part of a year", f"{EDGE} {YEAR_BEFORE} fiscal? {ORDINAL} hyphen? {_PART}", read_numbered),
    Rule(
        "part of a year",
        f"{EDGE} art:(the|a)? fiscal? ({ORDINAL}|final:final) hyphen? fiscal? {_PART} genitive? {OF_YEAR}",
        read_numbered,
    ),
    Rule("part of a year", f"{EDGE} the? c:unit_code {OF_YEAR}", read_code),
    Rule("part of a year", "y:year hyphen? c:unit_code", read_code),
    Rule("part of a year", "n:digits c:letter_year", read_code),
    Rule("part of a year", "n:digits c:unit_letter y:year", read_code),
    Rule("first few", f"the? first {COUNT} hyphen? u:(unit_month|unit_quarter) {OF_YEAR}", read_several),
    Rule(
        "last few",
        f"the? final:final {COUNT} hyphen? u:(unit_month|unit_quarter) "
        "of (y:year|the? sh:shift unit_year|ty:(the unit_year))",
        read_several,
    ),
)
