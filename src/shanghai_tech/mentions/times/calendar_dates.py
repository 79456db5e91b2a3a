"""Days and months, with or without their year, and weekdays: "Aug 22, 2018", "late March", "Friday morning"."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import DAY, containing, day_period, shifted, unit_at
from shanghai_tech.mentions.times.grammar import Found, Reading, Rule, dated
from shanghai_tech.mentions.times.setting import FAR, recurring, weekday_near
from shanghai_tech.mentions.times.tense import Direction
from shanghai_tech.mentions.times.told_years import EDGE, MONTH, OF_YEAR, edge_of, unresolved, year_told
from shanghai_tech.mentions.words.tags import ADJECTIVE, DETERMINER, GENITIVE, NAME, NOUN, POSSESSIVE, PREPOSITION
from shanghai_tech.model import Period

_DAY: Final = "d:(day suffix?|ordinal|number_word hyphen ordinal)"
_WEEKDAY: Final = "((weekday|weekday_short dot?) comma? the?)?"


def read_month_day(found: Found) -> Reading | None:
    """A day of a month, with or without its weekday and year.

    Accepted: "Wednesday, Aug 22, 2018", "the 5th of March", "March 5 last year", "last Oct. 23", and with the week that
    it lies in "the week of March 5". Refused: "Feb 30".
    """
    month, day, year = found.month(), found.number("d") or 0, year_told(found)
    anchor = found.setting.anchor
    if year is not None:
        period = day_period(year, month=month, day=day)
    elif anchor:
        is_last = found.has("dsh") and found.setting.lexicon.shifts[found.words("dsh")].steps < 0
        direction = Direction.PAST if is_last else found.direction()
        period = recurring(
            lambda each: day_period(each, month=month, day=day),
            anchor,
            direction=direction,
            far=None if found.has("dsh") else FAR,
        )
    else:
        some_year = day_period(2000, month=month, day=day)
        return Reading(kind=TimeKind.DATE, timex=unresolved(some_year), yearless=True) if some_year else None
    if found.has("z"):
        return dated(_through(period, found.number("z") or 0), spans=True)
    if found.has("u") and period and period.start:
        return dated(containing(period.start, found.unit()))
    return dated(period, yearless=year is None)


def _through(period: Period | None, last: int) -> Period | None:
    """From a day to another of the same month."""
    first = period.start if period else None
    until = day_period(first.year, month=first.month, day=last) if first else None
    return period.to(until) if period and until and period.before(until) else None


def read_numeric(found: Found) -> Reading | None:
    """A day in digits: "2018-08-22", "22/08/2018"; where day and month could change places, both are kept."""
    year, first, second = int(found.words("y")), found.number("a") or 0, found.number("b") or 0
    if found.has("iso"):
        period = day_period(year, month=first, day=second)
    else:
        readings = (day_period(year, month=first, day=second), day_period(year, month=second, day=first))
        period = _either(tuple(dict.fromkeys(reading for reading in readings if reading)))
    return dated(period)


def _either(readings: tuple[Period, ...]) -> Period | None:
    """The first of the readings, with all of them as candidates where there are two."""
    if len(readings) < 2:
        return readings[0] if readings else None
    first = readings[0]
    return Period(start=first.start, end=first.end, precision=first.precision, candidates=readings)


def read_month(found: Found) -> Reading | None:
    """A month, with or without a part of it and its year: "late March", "March 2019", "June of last year".

    Refused where it is a name beside another: "Cape May", "June Holdings".
    """
    month, year, anchor = found.month(), year_told(found), found.setting.anchor
    if year is None and not found.has("e") and _is_part_of_name(found):
        return None
    if year is not None:
        return dated(Period.month(year, month), edge=edge_of(found))
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex=f"XXXX-{month:02d}", edge=edge_of(found), yearless=True)
    direction = Direction.PRESENT if _stands_before_noun(found) else found.direction()
    period = recurring(lambda each: Period.month(each, month), anchor, direction=direction)
    return dated(period, edge=edge_of(found), yearless=True)


def _stands_before_noun(found: Found) -> bool:
    """Whether a month tells which of several things is meant ("the June agreement"), whatever the verb tells."""
    return found.tag(0) == NOUN and found.tag(-1) in {DETERMINER, POSSESSIVE, GENITIVE, ADJECTIVE}


def _is_part_of_name(found: Found) -> bool:
    """Whether a capital word stands right before or behind, without a preposition to part them."""
    if found.tag(-1) == NAME and found.word(-1) not in found.setting.lexicon.weekdays:
        return True
    opens = found.tag(-1) == PREPOSITION and found.setting.lexicon.among(found.word(-1), "opens_year")
    return (found.tag(0) == NAME or found.word(0) == "for") and not opens


def read_shifted_month(found: Found) -> Reading | None:
    """A month counted from now: "last March" is the one before this month, "this March" the one of this year."""
    month, anchor = found.month(), found.setting.anchor
    steps = found.setting.lexicon.shifts[found.words("sh").split()[-1]].steps
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex=f"XXXX-{month:02d}", edge=edge_of(found))
    ahead = month > anchor.month
    year = anchor.year + {-1: -1 if ahead or month == anchor.month else 0, 0: 0}.get(steps, 0 if ahead else 1)
    return dated(Period.month(year, month) if 1 <= year <= 9999 else None, edge=edge_of(found))


def read_weekday(found: Found) -> Reading | None:
    """A day of the week: "Friday", "last Wednesday", "late Tuesday", "Friday morning", "Monday next week"."""
    lexicon, anchor = found.setting.lexicon, found.setting.anchor
    number = lexicon.weekdays[found.words("w")]
    part = lexicon.day_parts[found.words("dp")].code if found.has("dp") else ""
    if not anchor:
        return Reading(kind=TimeKind.TIME if part else TimeKind.DATE, timex=f"XXXX-WXX-{number}{part}")
    period = _weekday_of_week(found, number, anchor) if found.has("ws") else _weekday(found, number, anchor)
    return dated(period, part=part)


def _weekday_of_week(found: Found, number: int, anchor: date) -> Period | None:
    """The day of last, this or next week."""
    week = unit_at(anchor, found.unit(), steps=found.setting.lexicon.shifts[found.words("ws")].steps)
    return weekday_near(week.start, number, direction=Direction.FUTURE) if week and week.start else None


def _weekday(found: Found, number: int, anchor: date) -> Period | None:
    """The day that the tense asks for; "last" and "next" leave the day of publication out."""
    shift = found.setting.lexicon.shifts[found.words("sh").split()[-1]] if found.has("sh") else None
    if shift and shift.steps:
        before = found.setting.before.start if shift.from_before and found.setting.before else None
        other = shifted(before or anchor, DAY, steps=shift.steps)
        way = Direction.PAST if shift.steps < 0 else Direction.FUTURE
        return weekday_near(other, number, direction=way) if other else None
    if found.tag(0) == GENITIVE:  # "Sunday's debate" was, unless what it does is to come
        ahead = found.direction(only_right=True) == Direction.FUTURE
        return weekday_near(anchor, number, direction=Direction.FUTURE if ahead else Direction.PAST)
    return weekday_near(anchor, number, direction=found.direction())


DATE_RULES: Final = (
    Rule("day in digits", "iso:(y:year hyphen) a:month_digits hyphen b:day", read_numeric),
    Rule("day in digits", "a:day slash b:day slash? y:year", read_numeric),
    Rule(
        "day of a month",
        f"{_WEEKDAY} the? dsh:shift? {MONTH} the? {_DAY} (hyphen z:day (?!unit))? {OF_YEAR}",
        read_month_day,
    ),
    Rule("week of a day", f"the? u:unit_week of {MONTH} {_DAY} {OF_YEAR}", read_month_day),
    Rule("day of a month", f"{_WEEKDAY} the? {_DAY} of? {MONTH} {OF_YEAR}", read_month_day),
    Rule("day of a month", f"weekday open {MONTH} {_DAY} close", read_month_day),
    Rule("month counted from now", f"{EDGE} the? sh:(shift shift?) {MONTH}", read_shifted_month),
    Rule("month", f"{EDGE} the? {MONTH} {OF_YEAR}", read_month),
)
WEEKDAY_RULES: Final = (
    Rule(
        "weekday",
        "(edge|edge_noun of)? the? (sh:(shift shift?))? w:weekday dp:day_part? ((of|in)? ws:shift u:unit_week)?",
        read_weekday,
    ),
)
