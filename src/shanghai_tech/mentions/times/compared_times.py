"""Time told by its distance, and what changes are measured against: "three years ago", "a year earlier"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import (
    YEAR,
    containing,
    day_after,
    day_before,
    duration_timex,
    shifted,
    timex_of,
    unit_at,
)
from shanghai_tech.mentions.times.grammar import Found, Length, Reading, Rule, dated, tie_before
from shanghai_tech.mentions.times.told_years import COUNT, FEW, OF_YEAR, told_count, year_told
from shanghai_tech.model import Period
from shanghai_tech.vocabulary.time_entries import TimeUnit

#: Units whose last one a change is commonly measured against.
#: How far before the words what is measured may stand: "from 52 million dollars, or 40 cents a share, a year ago".
_REACH: Final = 16
_BASES: Final = frozenset({"year", "month", "quarter", "week"})


def read_distance(found: Found) -> Reading | None:
    """A time by its distance: "three years ago", "a year earlier", "two months later", "the day before".

    "Ago" counts from publication, the others from what the sentence told before, else from publication. A year earlier
    is what a change is measured against. Refused, and read as a length: "two days before the opening".
    """
    unit, later = found.unit(), found.has("later") or found.has("after")
    is_open = found.has("one") and found.words("u") != unit.names[0]  # "the weeks ahead"
    count = None if is_open else told_count(found)
    if (found.has("event") or found.has("after")) and found.is_followed():
        return None
    if not (unit.days or unit.months):
        return _length(count, unit)
    if count is None:
        return Reading(kind=TimeKind.DATE, timex="FUTURE_REF" if later else "PAST_REF")
    steps, before = count if later else -count, found.setting.before
    if found.has("hence"):
        return dated(_from_anchor(found, unit, steps=count or 1))
    if found.has("ago") and not (count == 1 and unit.id in _BASES and _is_measured(found)):
        period = _from_anchor(found, unit, steps=steps)
    elif before and before.start and before.end and _is_no_longer(before, unit):
        period = _moved(before, unit, steps=steps)
    elif later:
        return _length(count, unit)
    else:
        period = _from_anchor(found, unit, steps=steps)
    compares = count == 1 and steps < 0 and unit.id in _BASES and (not found.has("ago") or _is_measured(found))
    timex = timex_of(period) if period else "PAST_REF"
    return Reading(kind=TimeKind.DATE, timex=timex, period=period, compares=compares)


def read_before_last(found: Found) -> Reading | None:
    """The unit before the last: "the year before last"."""
    anchor = found.setting.anchor
    return dated(unit_at(anchor, found.unit(), steps=-2)) if anchor else None


def _length(count: int | None, unit: TimeUnit) -> Reading:
    length = Length(count=count, unit=unit)
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), length=length)


def _from_anchor(found: Found, unit: TimeUnit, *, steps: int) -> Period | None:
    """The unit that lies so far from publication."""
    anchor = found.setting.anchor
    day = shifted(anchor, unit, steps=steps) if anchor else None
    return containing(day, unit if unit.months <= 12 else YEAR) if day else None


def _is_no_longer(period: Period, unit: TimeUnit) -> bool:
    """Whether a period is short enough to be moved by units of this length."""
    after = shifted(period.start, unit, steps=1) if period.start else None
    return after is not None and period.end is not None and period.end < after


def _is_beside(found: Found) -> bool:
    """Whether a change is measured against the words right behind: "than in the same period"."""
    tie = tie_before(found.setting, found.first)
    return bool(tie and tie[0].relation in {"base", "from"})


def _is_measured(found: Found) -> bool:
    """Whether a change is measured against what the words tell: "up from a year ago", "from 13.3 a year ago"."""
    ties = found.setting.lexicon.ties
    before = ties.get(found.word(-2))
    if found.word(-1) in {"in", "over"} and not (before and before.relation in {"base", "from"}):
        return False
    for offset in range(-1, -_REACH, -1):
        word = found.word(offset)
        if word in {"", ";"}:
            break
        two = f"{found.word(offset - 1)} {word}"
        if (two in ties and ties[two].relation == "base") or (word in ties and ties[word].relation in {"base", "from"}):
            return True
    return False


def _moved(period: Period, unit: TimeUnit, *, steps: int) -> Period | None:
    """A period moved by so many units; the last day of a month stays the last."""
    start = shifted(period.start, unit, steps=steps) if period.start else None
    after = shifted(day_after(period.end), unit, steps=steps) if period.end else None
    if not start or not after or after <= start:
        return None
    return Period(start=start, end=day_before(after), precision=period.precision)


def read_same(found: Found) -> Reading | None:
    """The period told before, in another year: "the same period of 2016", "the year-ago quarter".

    What a change is measured against; the year before where no year is told. Without a year, and where nothing is
    measured ("over the same period"), the period told before itself. Refused: "the same year", see `read_that`.
    """
    year, before = year_told(found), found.setting.before
    back = year is None and (found.has("yago") or found.has("earlier") or _is_beside(found))
    if found.has("time") and year is None and not back:
        return None  # "at the same time"
    if year is None and not back:
        return None if found.has("u") and not found.has("n") else dated(before)
    period = _in_year(before, year) if before and before.start else _year_or_unit(found, year)
    timex = timex_of(period) if period else "PAST_REF"
    if found.has("n") and found.has("u"):
        return Reading(
            kind=TimeKind.DURATION, timex=duration_timex(told_count(found), found.unit()), period=period, compares=True
        )
    return Reading(kind=TimeKind.DATE, timex=timex, period=period, compares=True)


def _in_year(before: Period, year: int | None) -> Period | None:
    """What was told before, in a year, or in the year before its own."""
    steps = year - before.start.year if year and before.start else -1
    return _moved(before, YEAR, steps=steps) if before.end else None


def _year_or_unit(found: Found, year: int | None) -> Period | None:
    """The whole year, or the month or quarter of it that is over, where nothing was told before."""
    anchor, unit = found.setting.anchor, found.unit() if found.has("u") else None
    if found.has("n") or (unit and unit.id not in {"year", "quarter"}):
        return None
    if anchor and unit and unit.id == "quarter":
        last = unit_at(anchor, unit, steps=-1)
        return _in_year(last, year) if last else None
    told = year or (anchor.year - 1 if anchor else None)
    return Period.year(told) if told and 1 <= told <= 9999 else None


def read_change(found: Found) -> Reading | None:
    """What growth is measured against by itself: "year on year"."""
    return Reading(kind=TimeKind.DURATION, timex=found.setting.lexicon.changes[found.words("c")].timex, compares=True)


_UNIT_OR_PERIOD: Final = f"({COUNT}? u:unit|time:time_noun|period)"

COMPARED_RULES: Final = (
    Rule(
        "distance",
        f"(some|than_some (?!a))? {FEW} hyphen? straight? u:unit or_so? "
        "(ago:ago|earlier|later:later|hence:from_now|event:before|after:after)",
        read_distance,
    ),
    Rule("distance", "the u:unit before twice:final", read_before_last),
    Rule("distance", "one:the u:unit (earlier|event:before|later:later|after:after)", read_distance),
    Rule("same", f"the? same? yago:year_ago (period|{COUNT}? u:unit)", read_same),
    Rule("same", "yago:year_ago", read_same),
    Rule(
        "same",
        f"the? same {_UNIT_OR_PERIOD} (of|in|comma)? earlier:(a unit_year (earlier|ago|before))",
        read_same,
    ),
    Rule("same", f"the? same {_UNIT_OR_PERIOD} {OF_YEAR}", read_same),
    Rule("change", "c:change", read_change),
)
