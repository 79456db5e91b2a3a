"""Lengths of time and what comes back: "three years", "a decade", "every month", "twice a week"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.relative_times import FEW, duration_timex, told_count
from shanghai_tech.mentions.tagging import ADJECTIVE, NAME, NOUN, NUMBER, SIGN
from shanghai_tech.mentions.time_grammar import Found, Length, Reading, Rule
from shanghai_tech.vocabulary.time_entries import TimeUnit

_CLOCK_NAMES: Final = frozenset({"second", "sec", "secs", "min", "mins", "hr", "hrs"})


def _unit(found: Found) -> TimeUnit:
    return found.setting.lexicon.units[found.words("u")]


def read_length(found: Found) -> Reading | None:
    """A length of time: "three years", "a five-month", "several weeks", "14 straight quarters".

    Refused: ages ("52 years old") and a rate ("5 dollars a share"), which is read as a set.
    """
    unit, count = _unit(found), told_count(found)
    if found.word_before() in {"aged", "ages", "age"} or (unit.id == "half"):
        return None
    if found.has("n") and found.words("n") in {"a", "an"}:
        if found.tag_before() in {NOUN, NUMBER, SIGN, NAME, ADJECTIVE} and unit.code != "E":
            return Reading(kind=TimeKind.SET, timex=duration_timex(1, unit))
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), length=Length(count=count, unit=unit))


def read_and_a_half(found: Found) -> Reading | None:
    """A length with a half: "two and a half years", "a year and a half", "2 1/2 years", "half a year"."""
    unit, count = _unit(found), told_count(found) or 0
    smaller = {"Y": ("M", 6), "TH": ("TM", 30), "TM": ("TS", 30), "E": ("Y", 5), "D": ("TH", 12), "M": ("D", 15), "C": ("Y", 50)}
    if unit.code not in smaller:
        return None
    code, half = smaller[unit.code]
    whole = duration_timex(count, unit) if count else "P" + "T" * (unit.code[0] == "T")
    clock = "T" if code[0] == "T" and "T" not in whole else ""
    return Reading(kind=TimeKind.DURATION, timex=f"{whole}{clock}{half}{code[-1]}")


def read_plural(found: Found) -> Reading | None:
    """Units without a number: "for years", "decades"."""
    unit, words = _unit(found), found.words("u")
    if words == unit.names[0] or not words.endswith(("s", "a")) or words in _CLOCK_NAMES or unit.id in {"second", "minute", "half"}:
        return None
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(None, unit), length=Length(count=None, unit=unit))


def read_set(found: Found) -> Reading | None:
    """What comes back: "every year", "each quarter", "every two weeks", "per day", "twice a week"."""
    unit = _unit(found)
    count = 1 if not found.has("n") and not found.has("few") else told_count(found)
    return Reading(kind=TimeKind.SET, timex=duration_timex(count or 1, unit))


def read_each_day(found: Found) -> Reading | None:
    """A weekday or part of the day that comes back: "every Monday", "each morning"."""
    if found.has("w"):
        return Reading(kind=TimeKind.SET, timex=f"XXXX-WXX-{found.setting.lexicon.weekdays[found.words('w')]}")
    if found.has("m"):
        return Reading(kind=TimeKind.SET, timex=f"XXXX-{found.setting.lexicon.months[found.words('m')]:02d}")
    return Reading(kind=TimeKind.SET, timex=f"XXXX-XX-XX{found.setting.lexicon.day_parts[found.words('dp')].code}")


def read_recurrence(found: Found) -> Reading | None:
    """ "Daily", "annually"."""
    return Reading(kind=TimeKind.SET, timex=found.setting.lexicon.recurrences[found.words("r")].timex)


DURATION_RULES: Final = (
    Rule("set", f"every straight? {FEW}? u:unit", read_set),
    Rule("set", "every (w:weekday|m:month|dp:day_part)", read_each_day),
    Rule("set", "times (a|every) u:unit", read_set),
    Rule("recurrence", "r:recurrence", read_recurrence),
    Rule("length and a half", "n:(digits|number_word|a) u:unit and a? half_of", read_and_a_half),
    Rule("length and a half", "n:(digits|number_word) (and a? half_of|digits slash digits) hyphen? u:unit", read_and_a_half),
    Rule("length and a half", "half_of hyphen? u:unit", read_and_a_half),
    Rule("length", f"some? {FEW} hyphen? straight* hyphen? u:unit (?!hyphen? old)", read_length),
    Rule("length", "u:unit", read_plural),
)
