"""Times of day, with the day beside them where it is told: "9:06 AM", "noon Saturday", "this morning"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import DAY, day_period, timex_of, unit_at
from shanghai_tech.mentions.times.grammar import Found, Reading, Rule
from shanghai_tech.mentions.times.setting import FAR, recurring, weekday_near
from shanghai_tech.mentions.times.told_years import MONTH, year_told
from shanghai_tech.mentions.words.tags import DETERMINER, NAME, NOUN, SIGN
from shanghai_tech.model import Period


def _day(found: Found) -> Period | None:
    """The day told beside the time, else the one told before, else that of publication."""
    lexicon, anchor, before = found.setting.lexicon, found.setting.anchor, found.setting.before
    if found.has("m") and (found.has("y") or anchor):
        return _month_day(found)
    if not anchor:
        return None
    if found.has("w"):
        return weekday_near(anchor, lexicon.weekdays[found.words("w")], direction=found.direction())
    if not found.has("r") and before and before.start == before.end:
        return before
    steps = lexicon.relative_days[found.words("r")].days if found.has("r") else 0
    return unit_at(anchor, DAY, steps=steps)


def _month_day(found: Found) -> Period | None:
    month, day, year = found.month(), found.number("d") or 0, year_told(found)
    anchor = found.setting.anchor
    if year is not None or not anchor:
        return day_period(year or 0, month=month, day=day)
    return recurring(lambda each: day_period(each, month=month, day=day), anchor, direction=found.direction(), far=FAR)


def read_clock(found: Found) -> Reading | None:
    """A time by the clock: "9:06 AM", "10 p.m. EST Tuesday", "5 o'clock". Refused: a score, "3:2"."""
    written, _, minutes = found.words("hm").partition(".")
    hour, minute = found.number("h") or int(written or 0), found.words("mi") or minutes or "00"
    half = found.setting.lexicon.clock_halves.get(found.words("ch"))
    if hour > 24 or found.tag(-1) == SIGN or (half and hour > 12):
        return None
    hour = hour % 12 + half.hours if half else hour
    day = _day(found)
    timex = f"{timex_of(day) if day else 'XXXX-XX-XX'}T{hour:02d}:{minute}"
    return Reading(kind=TimeKind.TIME, timex=timex, period=day)


def read_day_part(found: Found) -> Reading | None:
    """A part of a day: "the morning", "noon Saturday", "overnight", "last night", "this evening".

    Refused before a noun and where more follows that tells which: "the morning paper", "the night the lights went".
    """
    part, lexicon = found.setting.lexicon.day_parts[found.words("dp")], found.setting.lexicon
    is_name = found.tag(-1) == NAME and found.tag(0) == NAME
    is_told = found.tag(0) in {NOUN, DETERMINER} or lexicon.among(found.word(0), "bounds_future")
    if is_name or (is_told and not found.has("sh") and not part.before_nouns):
        return None
    day = _day(found)
    if found.has("sh") and found.setting.anchor:
        day = unit_at(found.setting.anchor, DAY, steps=lexicon.shifts[found.words("sh")].steps)
    return Reading(kind=TimeKind.TIME, timex=f"{timex_of(day) if day else 'XXXX-XX-XX'}{part.code}", period=day)


_BESIDE: Final = f"(comma? on? (r:relative_day|(weekday comma?)? {MONTH} d:(day suffix?) (comma? y:year)?|w:weekday))?"

CLOCK_RULES: Final = (
    Rule("clock", f"h:hour colon mi:minute (colon two_digits)? ch:clock_half? zone? {_BESIDE}", read_clock),
    Rule("clock", f"hm:hour_and_minute ch:clock_half zone? {_BESIDE}", read_clock),
    Rule("clock", f"h:hour (ch:clock_half|oclock) zone? {_BESIDE}", read_clock),
)
DAY_PART_RULES: Final = (
    Rule("part of the day", "edge? (the|sh:shift) dp:day_part", read_day_part),
    Rule("part of the day", f"edge? dp:day_part {_BESIDE}", read_day_part),
)
