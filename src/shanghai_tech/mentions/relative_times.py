"""Time told from the day of publication or from what the sentence told before: "last week", "a year earlier"."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.calendar_dates import EDGE, OF_YEAR, edge_of, year_told
from shanghai_tech.mentions.calendar_parts import COUNT
from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.tense import Direction
from shanghai_tech.mentions.time_calendar import containing, day_period, shifted, timex_of, unit_precision
from shanghai_tech.mentions.time_grammar import Found, Length, Reading, Rule
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision
from shanghai_tech.vocabulary.time_entries import TimeUnit

FEW: Final = "(few:(few|couple|dozen)|" + COUNT + ")"


def _unit(found: Found) -> TimeUnit:
    return found.setting.lexicon.units[found.words("u")]


def _date(period: Period | None, *, edge: str = "", part: str = "") -> Reading | None:
    kind = TimeKind.TIME if part else TimeKind.DATE
    return period and Reading(kind=kind, timex=timex_of(period) + part, period=period, edge=edge)


def read_relative_day(found: Found) -> Reading | None:
    """A day counted from publication: "yesterday", "tomorrow morning", "tonight"."""
    word, anchor = found.setting.lexicon.relative_days[found.words("r")], found.setting.anchor
    part = found.setting.lexicon.day_parts[found.words("dp")].code if found.has("dp") else word.part
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex="PRESENT_REF" if word.days == 0 else "XXXX-XX-XX")
    day = shifted(anchor, found.setting.lexicon.units["day"], steps=word.days)
    return _date(day and Period.day(day), part=part)


def read_shifted(found: Found) -> Reading | None:
    """A unit counted from the present one: "last week", "the end of next year", "this month", "the coming years"."""
    shift, unit, anchor = found.setting.lexicon.shifts[found.words("sh").split()[-1]], _unit(found), found.setting.anchor
    words = found.words("u")
    if unit.id == "half" or (not unit.days and not unit.months):
        return None
    if words != unit.names[0]:  # "the coming years": how many is not told
        return _vague(shift.steps)
    if found.has("of_before") or shift.id in {"previous", "following"}:
        anchor = _told_before(found, unit) or anchor
    if not anchor:
        return Reading(kind=TimeKind.DATE, timex="PRESENT_REF" if shift.steps == 0 else "XXXX")
    if shift.id == "latest":
        return _date(_last_closed(anchor, unit))
    if shift.id in {"past", "next"} and unit.months > 12:
        return _whole_length(found, anchor, unit=unit, count=1, steps=shift.steps)
    day = shifted(anchor, unit, steps=shift.steps)
    return _date(day and containing(day, unit), edge=edge_of(found))


def _vague(steps: int) -> Reading | None:
    if steps == 0:
        return None
    return Reading(kind=TimeKind.DATE, timex="PAST_REF" if steps < 0 else "FUTURE_REF", ahead=steps > 0)


def _told_before(found: Found, unit: TimeUnit) -> date | None:
    """The day that "the previous year" counts from where the sentence told one before."""
    before = found.setting.before
    return before.start if before and before.start else None


def _last_closed(anchor: date, unit: TimeUnit) -> Period | None:
    day = shifted(anchor, unit, steps=-1)
    return day and containing(day, unit)


def read_stretch(found: Found) -> Reading | None:
    """So many units back or ahead: "the past three years", "the next two weeks", "the coming decade"."""
    shift, unit, anchor = found.setting.lexicon.shifts[found.words("sh").split()[-1]], _unit(found), found.setting.anchor
    count = told_count(found)
    if shift.steps == 0 and not found.has("few"):
        shift = found.setting.lexicon.shifts["past"] if "past" in found.setting.lexicon.shifts else shift
    if count is None:
        return Reading(
            kind=TimeKind.DURATION, timex=duration_timex(None, unit), length=Length(count=None, unit=unit), ahead=shift.steps > 0
        )
    if not anchor:
        return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), length=Length(count=count, unit=unit))
    return _whole_length(found, anchor, unit=unit, count=count, steps=shift.steps)


def _whole_length(found: Found, anchor: date, *, unit: TimeUnit, count: int, steps: int) -> Reading | None:
    """From the day of publication so many units back or ahead, told in whole units of the calendar."""
    other = shifted(anchor, unit, steps=count if steps > 0 else -count)
    period = None
    if other:
        fine = found.setting.lexicon.units["year"] if unit.months > 12 else unit
        ends = sorted([other, anchor])
        first, last = containing(ends[0], fine), containing(ends[1], fine)
        period = first and last and first.to(last)
    return Reading(
        kind=TimeKind.DURATION,
        timex=duration_timex(count, unit),
        period=period,
        length=Length(count=count, unit=unit),
        ahead=steps > 0,
    )


def told_count(found: Found) -> int | None:
    """How many; a couple is two, a few are not counted."""
    if found.has("one"):
        return 1
    if found.has("few"):
        return 2 if found.words("few").startswith(("couple", "a couple")) else 12 if "dozen" in found.words("few") else None
    return found.number("n")


def duration_timex(count: int | None, unit: TimeUnit) -> str:
    """The value of a duration: "P3Y", "PT24H", "PXY"; decades count as ten years."""
    if unit.code == "E" and count is not None:
        return f"P{10 * count}Y"
    if unit.code == "FN" and count is not None:
        return f"P{2 * count}W"
    if unit.code == "WE":
        return f"P{2 * count}D" if count is not None else "PXD"
    number = "X" if count is None else str(count)
    return f"P{unit.code[:-1]}{number}{unit.code[-1]}"


def read_ago(found: Found) -> Reading | None:
    """A time by its distance: "three years ago", "a year earlier", "two months later", "a few years ago".

    "Ago" counts from publication, "earlier" and "later" from what the sentence told before, else from publication.
    A year earlier by itself is what a change is measured against.
    """
    unit, count = _unit(found), told_count(found)
    steps = 1 if found.has("later") else -1
    anchor, before = found.setting.anchor, found.setting.before
    if count is None:
        return Reading(kind=TimeKind.DATE, timex="PAST_REF" if steps < 0 else "FUTURE_REF")
    if not unit.days and not unit.months:
        return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit))
    compares = not found.has("later") and count == 1 and unit.id in {"year", "month", "quarter"}
    if before and before.start and before.end and not found.has("ago"):
        period = _moved(before, unit, steps=steps * count)
    elif found.has("later"):
        return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), length=Length(count=count, unit=unit))
    else:
        day = shifted(anchor, unit, steps=-count) if anchor else None
        period = day and containing(day, unit if unit.months <= 12 else found.setting.lexicon.units["year"])
    if not period:
        return Reading(kind=TimeKind.DATE, timex="PAST_REF" if steps < 0 else "FUTURE_REF", compares=compares)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, compares=compares and not found.has("ago"))


def _moved(period: Period, unit: TimeUnit, *, steps: int) -> Period | None:
    """A period moved by so many units; the last day of a month stays the last."""
    assert period.start is not None
    assert period.end is not None
    start, after = shifted(period.start, unit, steps=steps), shifted(_next(period.end), unit, steps=steps)
    if not start or not after:
        return None
    return Period(start=start, end=date.fromordinal(max(1, after.toordinal() - 1)), precision=period.precision)


def _next(day: date) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + 1))


def read_same(found: Found) -> Reading | None:
    """The period told before, in another year: "the same period of 2016", "the year-ago quarter".

    What a change is measured against; the year before where no year is told.
    """
    year, anchor, before = year_told(found), found.setting.anchor, found.setting.before
    unit = found.setting.lexicon.units["year"]
    if found.has("n") and found.has("u") and not (before and before.start):
        return Reading(kind=TimeKind.DURATION, timex=duration_timex(told_count(found), _unit(found)), compares=True)
    if before and before.start and before.end:
        steps = (year - before.start.year) if year else -1
        period = _moved(before, unit, steps=steps)
    else:
        told = year or (anchor.year - 1 if anchor else None)
        period = Period.year(told) if told else None
        if found.has("u") and anchor and not year and _unit(found).id == "quarter":
            day = shifted(anchor, unit, steps=-1)
            period = _last_closed(day, _unit(found)) if day else None
    return Reading(kind=TimeKind.DATE, timex=timex_of(period) if period else "PAST_REF", period=period, compares=True)


def read_that(found: Found) -> Reading | None:
    """The unit told before: "that year", "the same day"; without one before, the year or month of publication."""
    unit, before, anchor = _unit(found), found.setting.before, found.setting.anchor
    if found.words("u") != unit.names[0] or not (unit.days or unit.months) or unit.id == "half":
        return None
    told = before and (before.start or before.end)
    if told:
        return _date(containing(told, unit), edge=edge_of(found))
    if not anchor or found.has("an"):
        return Reading(kind=TimeKind.DATE, timex="PAST_REF", edge=edge_of(found)) if found.has("an") and unit.id != "day" else None
    return _date(_unit_at_hand(found, anchor, unit), edge=edge_of(found))


def _unit_at_hand(found: Found, anchor: date, unit: TimeUnit) -> Period | None:
    """The unit that "the year" or "the quarter" means: the present one, of quarters told in the past the one before."""
    if unit.id == "quarter" and found.direction() != Direction.FUTURE and not found.has("e"):
        return _last_closed(anchor, unit)
    if unit.id == "day" and not found.has("e"):
        return None
    return containing(anchor, unit)


def read_year_end(found: Found) -> Reading | None:
    """The last day of a year: "year-end", "year's end", "the 2018 year-end"; told in the past, of the last that had come."""
    year, anchor = year_told(found), found.setting.anchor
    if year is None and anchor:
        past = found.direction() == Direction.PAST and (anchor.month, anchor.day) < (12, 31) and anchor.month < 7
        year = anchor.year - 1 if past else anchor.year
    if year is None:
        return Reading(kind=TimeKind.DATE, timex="XXXX-12-31", edge="end")
    period = Period.year(year)
    return Reading(kind=TimeKind.DATE, timex=f"{year:04d}-12-31", period=period, edge="end")


def read_mid_year(found: Found) -> Reading | None:
    """The middle of a year."""
    year, anchor = year_told(found), found.setting.anchor
    year = year or (anchor.year if anchor else None)
    return Reading(kind=TimeKind.DATE, timex=f"{year:04d}", period=Period.year(year), edge="middle") if year else None


def read_reference(found: Found) -> Reading | None:
    """The present, past or future as a whole: "now", "recently", "in the near future"."""
    return Reading(kind=TimeKind.DATE, timex=found.setting.lexicon.references[found.words("r")].value)


def read_recent(found: Found) -> Reading | None:
    """ "Recent years"."""
    return Reading(kind=TimeKind.DATE, timex="PAST_REF")


def read_change(found: Found) -> Reading | None:
    """What growth is measured against by itself: "year on year"."""
    timex = found.setting.lexicon.changes[found.words("c")].timex
    return Reading(kind=TimeKind.DURATION, timex=timex, compares=True)


def read_day_of_month(found: Found) -> Reading | None:
    """ "On the 5th": of the month of publication or the one before."""
    anchor, number = found.setting.anchor, found.number("d") or 0
    if not anchor or found.word_before() != "on":
        return None
    period = day_period(anchor.year, month=anchor.month, day=number)
    if period and period.start and period.start > anchor and found.direction() != Direction.FUTURE:
        before = shifted(anchor, found.setting.lexicon.units["month"], steps=-1)
        period = before and day_period(before.year, month=before.month, day=number)
    return _date(period)


_SOME: Final = "(some|hyphen)*"

RELATIVE_RULES: Final = (
    Rule("distance", f"some? {FEW} hyphen? straight? u:unit (or few)? (ago:ago|earlier|later:later)", read_ago),
    Rule("distance", "the u:unit (earlier|later:later) one:()", read_ago),
    Rule("same", f"the? year_ago (period|{COUNT}? u:unit)?", read_same),
    Rule("same", f"the? same (year_ago)? ({COUNT})? (u:unit|period) (of|in|comma|a|earlier|ago)* {OF_YEAR}", read_same),
    Rule("stretch", f"some? the? sh:(shift shift?) some? {FEW} straight? hyphen? u:unit", read_stretch),
    Rule("year end", "(the|y:year|the? sh:shift)? year_end", read_year_end),
    Rule("year end", "(the? y:year|the? sh:shift)? unit_year s? end_word", read_year_end),
    Rule("mid year", "(the|y:year|the? sh:shift)? mid_year", read_mid_year),
    Rule("shifted unit", f"{EDGE} the? sh:(shift shift?) (straight|fiscal)? u:unit", read_shifted),
    Rule("shifted part of day", "e:edge? r:relative_day dp:day_part?", read_relative_day),
    Rule("that unit", f"{EDGE} an:(that|the? same) fiscal? u:unit", read_that),
    Rule("the unit", f"{EDGE} the fiscal? u:unit", read_that),
    Rule("recent", "(recent|few recent) unit ((and|or) unit)?", read_recent),
    Rule("change", "c:change", read_change),
    Rule("day of the month", "the d:(day suffix)", read_day_of_month),
    Rule("reference", "r:reference", read_reference),
)
