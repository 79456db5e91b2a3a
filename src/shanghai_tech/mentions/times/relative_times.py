"""Units counted from the day of publication or from what the sentence told before: "last week", "the past decade"."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import (
    DAY,
    MONTH,
    YEAR,
    containing,
    day_after,
    day_before,
    day_period,
    duration_timex,
    shifted,
    unit_at,
    unit_precision,
)
from shanghai_tech.mentions.times.grammar import Found, Length, Reading, Rule, dated
from shanghai_tech.mentions.times.tense import Direction
from shanghai_tech.mentions.times.told_years import EDGE, FEW, edge_of, told_count, year_told
from shanghai_tech.model import Period
from shanghai_tech.vocabulary.time_entries import Shift, TimeUnit


def read_relative_day(found: Found) -> Reading | None:
    """A day counted from publication: "yesterday", "tomorrow morning", "tonight"."""
    word, anchor = found.setting.lexicon.relative_days[found.words("r")], found.setting.anchor
    part = found.setting.lexicon.day_parts[found.words("dp")].code if found.has("dp") else word.part
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex="XXXX-XX-XX" if word.days else "PRESENT_REF")
    return dated(unit_at(anchor, DAY, steps=word.days), part=part)


def _shift(found: Found) -> Shift:
    """The word that counts, the second of two ("this past week")."""
    words = found.words("sh")
    return found.setting.lexicon.shifts.get(words) or found.setting.lexicon.shifts[words.split()[-1]]


def read_shifted(found: Found) -> Reading | None:
    """A unit counted from the present one: "last week", "the end of next year", "this month", "the coming years"."""
    shift, unit = _shift(found), found.unit()
    if found.words("u") != unit.names[0]:  # "the coming years": how many is not told
        return _vague(shift)
    if unit.id == "half" or not (unit.days or unit.months):
        return None
    from_before = shift.from_before or (shift.with_article and found.has("the"))
    before = _before(found, unit) if from_before else None
    anchor = before or found.setting.anchor
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex="XXXX" if shift.steps else "PRESENT_REF", edge=edge_of(found))
    if not before and not found.has("e") and _is_stretch(found, shift):
        return _stretch(found, anchor, count=1, steps=shift.steps)
    return dated(unit_at(anchor, unit, steps=shift.steps), edge=edge_of(found))


def _is_stretch(found: Found, shift: Shift) -> bool:
    """Whether a unit is meant that ends or begins now, not one of the calendar: "the past year", "the next month"."""
    unit = found.unit()
    ranges = shift.ends_now or (shift.with_article and found.has("the"))
    return unit.id != "day" and bool(shift.steps) and (ranges or unit.months > 12)


def _vague(shift: Shift) -> Reading | None:
    if not shift.steps:
        return None
    return Reading(kind=TimeKind.DATE, timex="PAST_REF" if shift.steps < 0 else "FUTURE_REF", ahead=shift.steps > 0)


def _before(found: Found, unit: TimeUnit) -> date | None:
    """The day that "the previous year" or "the next day" counts from: of a period told before that is no longer."""
    before = found.setting.before
    if not before or not before.start or not before.end:
        return None
    after = shifted(before.start, unit, steps=1)
    return before.start if after and before.end < after else None


def read_stretch(found: Found) -> Reading | None:
    """So many units back or ahead: "the past three years", "the next two weeks", "the preceding three months"."""
    shift, unit, count = _shift(found), found.unit(), told_count(found)
    if found.words("n").startswith("a"):  # "will last a week"
        return None
    if count is None or not found.setting.anchor or not (unit.days or unit.months):
        timex, length = duration_timex(count, unit), Length(count=count, unit=unit)
        return Reading(kind=TimeKind.DURATION, timex=timex, length=length, ahead=shift.steps > 0)
    before = found.setting.before
    if shift.from_before and before and before.start and before.end:
        return _beside(found, before, count=count, steps=shift.steps)
    return _stretch(found, found.setting.anchor, count=count, steps=shift.steps or -1)


def _stretch(found: Found, anchor: date, *, count: int, steps: int) -> Reading | None:
    """From the day of publication so many units back or ahead, told in whole units of the calendar."""
    unit = found.unit()
    other, fine = shifted(anchor, unit, steps=count * steps), _fine(found)
    ends = sorted([other, anchor]) if other else []
    first, last = (containing(ends[0], fine), containing(ends[1], fine)) if ends else (None, None)
    return Reading(
        kind=TimeKind.DURATION,
        timex=duration_timex(count, unit),
        period=first.to(last) if first and last else None,
        length=Length(count=count, unit=unit),
        ahead=steps > 0,
    )


def _fine(found: Found) -> TimeUnit:
    """The unit in which a stretch is told: years for what is longer, days for weekends."""
    unit = found.unit()
    return YEAR if unit.months > 12 else DAY if unit.id == "weekend" else unit


def _beside(found: Found, before: Period, *, count: int, steps: int) -> Reading | None:
    """So many units right before or behind a period."""
    unit, first = found.unit(), day_after(before.end) if steps > 0 and before.end else before.start
    other = shifted(first, unit, steps=count * steps) if first else None
    if not first or not other or first == other:
        return None
    start, after = sorted([first, other])
    period = Period(start=start, end=day_before(after), precision=before.precision)
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), period=period)


def read_that(found: Found) -> Reading | None:
    """The unit told before: "that year", "the same day", "the quarter"; "the year" is that of publication."""
    unit, anchor = found.unit(), found.setting.anchor
    if found.words("u") != unit.names[0] or not (unit.days or unit.months) or unit.id == "half":
        return None
    told = _told_in(found, unit) if found.has("an") or unit.months < 12 else None
    if told:
        return dated(containing(told, unit), edge=edge_of(found))
    if found.has("an"):
        return Reading(kind=TimeKind.DATE, timex="PAST_REF") if unit.id != "day" else None
    return dated(_at_hand(found, anchor, unit), edge=edge_of(found)) if anchor else None


def _told_in(found: Found, unit: TimeUnit) -> date | None:
    """A day of the unit that was told before: by itself ("by 2025 ... in that year") or by a part of it."""
    told = found.setting.last_of(unit_precision(unit))
    after = shifted(told.start, unit, steps=1) if told and told.start else None
    return told.start if told and told.end and after and told.end < after else None


def _at_hand(found: Found, anchor: date, unit: TimeUnit) -> Period | None:
    """The present unit; of quarters told in the past the one before, of weekends the last."""
    if unit.id == "day":
        return None
    back = unit.id in {"quarter", "weekend"} and found.direction() != Direction.FUTURE and not found.has("e")
    return unit_at(anchor, unit, steps=-1 if back else 0)


def read_year_end(found: Found) -> Reading | None:
    """The last day of a year: "year-end", "year's end", "the 2018 year-end"; in the past, of the last that had come."""
    year, anchor = year_told(found), found.setting.anchor
    if year is None and anchor:
        last = found.direction() == Direction.PAST and anchor.month < 7
        year = anchor.year - 1 if last else anchor.year
    if year is None:
        return Reading(kind=TimeKind.DATE, timex="XXXX-12-31", edge="end")
    return Reading(kind=TimeKind.DATE, timex=f"{year:04d}-12-31", period=_year(year), edge="end")


def read_mid_year(found: Found) -> Reading | None:
    """The middle of a year: "mid-year", "the 2018 midyear"."""
    year, anchor = year_told(found), found.setting.anchor
    year = year if year is not None or not anchor else anchor.year
    return dated(_year(year) if year is not None else None, edge="middle")


def _year(year: int) -> Period | None:
    return Period.year(year) if 1 <= year <= 9999 else None


def read_reference(found: Found) -> Reading | None:
    """The present, past or future as a whole: "now", "recently", "in the near future", "recent years".

    Refused: "soon after", "as soon as", "the future of the firm".
    """
    if not found.has("r"):
        return Reading(kind=TimeKind.DATE, timex="PAST_REF")
    reference = found.setting.lexicon.references[found.words("r")]
    if reference.value == "FUTURE_REF" and found.setting.lexicon.among(found.word(0), "bounds_future"):
        return None
    return Reading(kind=TimeKind.DATE, timex=reference.value)


def read_day_of_month(found: Found) -> Reading | None:
    """A day by its number: "on the 5th" of the month of publication or the one before."""
    anchor, number = found.setting.anchor, found.number("d") or 0
    if not anchor or found.word(-1) != "on" or found.is_followed():
        return None
    period = day_period(anchor.year, month=anchor.month, day=number)
    if period and period.start and period.start > anchor and found.direction() != Direction.FUTURE:
        before = shifted(anchor, MONTH, steps=-1)
        period = day_period(before.year, month=before.month, day=number) if before else None
    return dated(period)


RELATIVE_RULES: Final = (
    Rule(
        "stretch",
        f"(some|than_some)? the? sh:(shift shift?) (some|than_some)? {FEW} straight* hyphen? u:unit (?!hyphen? old)",
        read_stretch,
    ),
    Rule("year end", "(the|the? sh:shift)? year_end (of? y:year)?", read_year_end),
    Rule("year end", "the? y:year year_end", read_year_end),
    Rule("year end", "(the|the? y:year|the? sh:shift)? unit_year genitive? end_word", read_year_end),
    Rule("mid year", "(the|y:year|the? sh:shift)? mid_year", read_mid_year),
    Rule(
        "unit counted from now",
        f"{EDGE} the:the? sh:(shift shift?) (straight|fiscal)? u:unit (?!hyphen? old)",
        read_shifted,
    ),
    Rule("day counted from now", "edge? r:relative_day dp:day_part?", read_relative_day),
    Rule("that unit", f"{EDGE} an:(that|the? same) fiscal? u:unit", read_that),
    Rule("the unit", f"{EDGE} the fiscal? u:unit", read_that),
    Rule("recent units", "(vague_count)? recent unit ((and|or) unit)?", read_reference),
    Rule("day of the month", "the d:(day suffix)", read_day_of_month),
    Rule("long ago", "(some time_noun|a? straight time_noun?) ago", read_reference),
    Rule("reference", "r:reference (?!a? vague_count|digits|number_word|unit|shift)", read_reference),
)
