"""Lengths of time and what comes back: "three years", "a decade", "every month", "twice a week"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import duration_timex
from shanghai_tech.mentions.times.grammar import Found, Length, Reading, Rule
from shanghai_tech.mentions.times.told_years import FEW, told_count
from shanghai_tech.mentions.words.tags import ADJECTIVE, DETERMINER, NAME, NOUN, NUMBER, SIGN

#: Half of a unit in smaller ones.
_HALVES: Final = {"Y": "6M", "E": "5Y", "C": "50Y", "D": "T12H", "M": "15D", "TH": "T30M", "TM": "T30S"}
_THINGS: Final = frozenset({NOUN, NUMBER, SIGN, NAME, ADJECTIVE})


def read_length(found: Found) -> Reading | None:
    """A length of time: "three years", "a five-month", "several weeks", "14 straight quarters".

    "A year" behind a thing that is counted is a set ("5 dollars a year"). Refused: ages ("aged 30 years"), parts ("a
    quarter of"), titles ("60 Minutes").
    """
    unit, count, words = found.unit(), told_count(found), found.words("u")
    is_one = found.has("n") and not found.words("n")[0].isdigit() and count == 1
    if (
        unit.id == "half"
        or found.has("age")
        or (is_one and unit.id in {"second", "quarter"} and words == unit.names[0])
    ):
        return None
    if (unit.id == "quarter" and found.word(0) == "of") or _is_title(found):
        return None
    if (
        is_one
        and found.words("n") != "one"
        and found.tag(-1) in _THINGS
        and unit.months <= 12
        and not found.has("some")
    ):
        return Reading(kind=TimeKind.SET, timex=duration_timex(1, unit))
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(count, unit), length=Length(count=count, unit=unit))


def _is_title(found: Found) -> bool:
    """Whether the words are part of a name: "60 Minutes", "the 13th Five-Year Plan"."""
    place, _ = found.setting.tape.place(found.match.start("u"), found.last)
    sentence = found.setting.tape.sentence
    word, tag = sentence.tokens[place].text, sentence.tags[place]
    if found.words("n").isdigit():
        return word[0].isupper() and not word.isupper()
    return tag == NAME and found.tag(0) == NAME and found.tag(-1) in {NAME, NUMBER, DETERMINER, NOUN}


def read_decimal(found: Found) -> Reading | None:
    """A length in tenths: "1.5 years"."""
    unit = found.unit()
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(None, unit).replace("X", found.words("n")))


def read_and_a_half(found: Found) -> Reading | None:
    """A length with a half: "two and a half years", "a year and a half", "2 1/2 years", "half a year"."""
    unit, count = found.unit(), found.number("n") or 0
    half = _HALVES.get(unit.code)
    if not half:
        return None
    whole = duration_timex(count, unit) if count else "P"
    return Reading(kind=TimeKind.DURATION, timex=whole + (half[1:] if "T" in whole and half[0] == "T" else half))


def read_plural(found: Found) -> Reading | None:
    """Units without a number: "for years", "decades of growth"."""
    unit, words = found.unit(), found.words("u")
    tokens = found.setting.tape.tokens
    inside = found.first and tokens[found.first - 1] == tokens[found.first]  # "three-quarters"
    if found.tag(-1) == NUMBER:  # a length that was refused
        return None
    if words not in unit.plurals or inside or (unit.id == "quarter" and found.word(0) == "of"):
        return None
    return Reading(kind=TimeKind.DURATION, timex=duration_timex(None, unit), length=Length(count=None, unit=unit))


def read_set(found: Found) -> Reading | None:
    """What comes back: "every year", "each quarter", "every two weeks", "per day", "twice a week"."""
    unit, count = found.unit(), told_count(found)
    return None if unit.id == "second" else Reading(kind=TimeKind.SET, timex=duration_timex(count or 1, unit))


def read_each_day(found: Found) -> Reading | None:
    """A weekday, month or part of the day that comes back: "every Monday", "each morning"."""
    lexicon = found.setting.lexicon
    if found.has("w"):
        return Reading(kind=TimeKind.SET, timex=f"XXXX-WXX-{lexicon.weekdays[found.words('w')]}")
    if found.has("m"):
        return Reading(kind=TimeKind.SET, timex=f"XXXX-{lexicon.months[found.words('m')]:02d}")
    return Reading(kind=TimeKind.SET, timex=f"XXXX-XX-XX{lexicon.day_parts[found.words('dp')].code}")


def read_recurrence(found: Found) -> Reading | None:
    """A distance in a word: "annually", "daily". Refused: "the Daily", and a kind of thing, "a quarterly dividend"."""
    timex = found.setting.lexicon.recurrences[found.words("r")].timex
    token = found.setting.tape.sentence.tokens[found.setting.tape.tokens[found.first]]
    is_kind = found.tag(0) in {NOUN, NAME, ADJECTIVE} and timex[-1] in "MQY" and found.word(0) != "basis"
    if is_kind or (token.text[0].isupper() and found.first):
        return None
    return Reading(kind=TimeKind.SET, timex=timex)


DURATION_RULES: Final = (
    Rule("set", f"every straight? ({FEW})? u:unit", read_set),
    Rule("set", "every (w:weekday|m:month|dp:day_part)", read_each_day),
    Rule("set", "times (a|every) u:unit", read_set),
    Rule("recurrence", "r:recurrence", read_recurrence),
    Rule("length and a half", "n:(digits|number_word|a) u:unit and a? half_of", read_and_a_half),
    Rule(
        "length and a half",
        "n:(digits|number_word) (and a? half_of|digits slash digits) hyphen? u:unit",
        read_and_a_half,
    ),
    Rule("length", "(some|than_some)? n:decimal hyphen? u:unit (?!hyphen? old)", read_decimal),
    Rule("length and a half", "half_of hyphen? u:unit", read_and_a_half),
    Rule("length", f"{FEW} hyphen? u:unit quote time_noun", read_length),
    Rule(
        "length",
        f"age:aged? some:(some|than_some)? {FEW} hyphen? straight* hyphen? u:unit (?!hyphen? old)",
        read_length,
    ),
    Rule("length", "u:unit (?!hyphen? old)", read_plural),
)
