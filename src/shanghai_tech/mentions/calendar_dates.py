"""Days, months, years, decades and centuries that are written out, with or without their year."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.tense import Direction
from shanghai_tech.mentions.tagging import ADJECTIVE, NAME, NOUN, NUMBER, PREPOSITION, SIGN, is_plural
from shanghai_tech.mentions.time_calendar import (
    containing,
    day_period,
    months_from,
    season_period,
    shifted,
    timex_of,
    year_period,
)
from shanghai_tech.mentions.time_grammar import Found, Reading, Rule
from shanghai_tech.mentions.time_setting import next_weekday, recurring, weekday_near
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision

#: "the end of", "early", "mid-" before what they are a part of.
EDGE: Final = "(the? e:edge (of|in|hyphen)? the?)?"
#: The year behind a part of it: "of 2018", ", 2018", "last year", "of that year".
OF_YEAR: Final = "((comma|of|in|hyphen)? (fiscal unit_year?)? y:year | (of|in|comma)? the? (sh:shift|an:(that|same)) fiscal? unit_year | (of|in) the fiscal? ty:unit_year)?"
_DAY: Final = "(d:day suffix?|d_o:ordinal)"
_WEEKDAY: Final = "(w:(weekday|weekday_short dot?) comma? the?)?"


def year_told(found: Found) -> int | None:
    """The year that stands beside a part of it, as far as it was told: 2018, or that of "last year"."""
    if found.has("y"):
        return int(found.words("y"))
    anchor = found.setting.anchor
    if found.has("an") or found.has("ty"):
        before = found.setting.before
        return before.start.year if before and before.start else anchor.year if anchor else None
    if found.has("sh") and anchor:
        return anchor.year + found.setting.lexicon.shifts[found.words("sh")].steps
    return None


def edge_of(found: Found) -> str:
    """Which part of a period is named, if one is."""
    part = found.setting.lexicon.calendar_parts.get(found.words("e"))
    return part.edge if part else ""


def unresolved(period: Period | None) -> str:
    """The value of a date of some year, with the year left open."""
    return "XXXX" + timex_of(period)[4:] if period else ""


def _day_number(found: Found) -> int:
    return found.number("d") or found.number("d_o") or 0


def read_month_day(found: Found) -> Reading | None:
    """A day of a month, with or without its weekday and year.

    Accepted: "Wednesday, Aug 22, 2018", "the 5th of March", "March 5 last year". Refused: "Feb 30".
    """
    month, day = found.setting.lexicon.months[found.words("m")], _day_number(found)
    year, anchor = year_told(found), found.setting.anchor
    some_year = day_period(2000, month=month, day=day)
    if year is None and anchor is None:
        return some_year and Reading(kind=TimeKind.DATE, timex=unresolved(some_year), yearless=True)
    if year is not None:
        period = day_period(year, month=month, day=day)
    else:
        assert anchor is not None
        period = recurring(lambda each: day_period(each, month=month, day=day), anchor, direction=found.direction())
        period = _not_long_ago(period, anchor)
    if period and found.has("to"):
        period = _through(period, found.number("to") or 0)
    return period and Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, yearless=year is None)


def _not_long_ago(period: Period | None, anchor: date) -> Period | None:
    """A day without a year is seldom so long ago that the next one is at hand: then that is meant."""
    if not period or not period.start or (anchor - period.start).days < 270:
        return period
    following = day_period(period.start.year + 1, month=period.start.month, day=period.start.day)
    return following or period


def _through(period: Period, last: int) -> Period | None:
    """From a day to another of the same month."""
    assert period.start is not None
    until = day_period(period.start.year, month=period.start.month, day=last)
    return period.to(until) if until and until.end and until.end > period.start else None


def read_month(found: Found) -> Reading | None:
    """A month, with or without a part of it and its year: "late March", "March 2019", "June of last year".

    Refused where it is a name beside another: "Theresa May", "June Smith".
    """
    month, year, anchor = found.setting.lexicon.months[found.words("m")], year_told(found), found.setting.anchor
    if year is None and not found.has("e") and _is_part_of_name(found):
        return None
    if found.has("msh"):
        period = _shifted_month(found, month)
    elif year is not None:
        period = Period.month(year, month)
    elif anchor:
        period = recurring(lambda each: Period.month(each, month), anchor, direction=found.direction())
    else:
        period = None
    if not period:
        return Reading(kind=TimeKind.DATE, timex=f"XXXX-{month:02d}", edge=edge_of(found), yearless=True)
    yearless = year is None and not found.has("msh")
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, edge=edge_of(found), yearless=yearless)


def _is_part_of_name(found: Found) -> bool:
    if found.tag_before() == NAME and found.word_before() not in found.setting.lexicon.weekdays:
        return True
    return found.tag_after() == NAME and found.tag_before() != PREPOSITION


def _shifted_month(found: Found, month: int) -> Period | None:
    """ "Last March": the March before this month; "this March": the one of this year."""
    anchor, steps = found.setting.anchor, found.setting.lexicon.shifts[found.words("msh")].steps
    if not anchor:
        return None
    if steps == 0:
        return Period.month(anchor.year, month)
    back = anchor.month <= month if steps < 0 else anchor.month < month
    year = anchor.year - (1 if back else 0) if steps < 0 else anchor.year + (0 if back else 1)
    return Period.month(year, month) if 1 <= year <= 9999 else None


def read_weekday(found: Found) -> Reading | None:
    """A day of the week: "Friday", "last Wednesday", "late Tuesday", "Friday morning"."""
    number, anchor = found.setting.lexicon.weekdays[found.words("w").split()[0]], found.setting.anchor
    part = found.setting.lexicon.day_parts[found.words("dp")].code if found.has("dp") else ""
    kind = TimeKind.TIME if part else TimeKind.DATE
    if not anchor:
        return Reading(kind=kind, timex=f"XXXX-WXX-{number}{part}")
    steps = found.setting.lexicon.shifts[found.words("sh")].steps if found.has("sh") else None
    if found.has("sw"):
        week = shifted(anchor, found.setting.lexicon.units[found.words("u")], steps=found.setting.lexicon.shifts[found.words("sw")].steps)
        monday = week and containing(week, found.setting.lexicon.units[found.words("u")])
        period = monday and monday.start and weekday_near(monday.start, number, direction=Direction.FUTURE)
    elif steps:
        period = next_weekday(anchor, number, steps=steps)
    else:
        period = weekday_near(anchor, number, direction=Direction.FUTURE if steps == 0 and "coming" in found.words("sh") else found.direction())
    return period and Reading(kind=kind, timex=timex_of(period) + part, period=period)


def read_numeric(found: Found) -> Reading | None:
    """A day in digits: "2018-08-22", "22/08/2018"; where day and month could change places, both are kept."""
    year, first, second = int(found.words("y")), found.number("a") or 0, found.number("b") or 0
    if found.has("iso"):
        period = day_period(year, month=first, day=second)
    else:
        readings = [day_period(year, month=first, day=second), day_period(year, month=second, day=first)]
        period = _either(list(dict.fromkeys(reading for reading in readings if reading)))
    return period and Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period)


def _either(readings: list[Period]) -> Period | None:
    """The first of the readings, with all of them as candidates where there are two."""
    if len(readings) < 2:
        return readings[0] if readings else None
    first = readings[0]
    return Period(start=first.start, end=first.end, precision=first.precision, candidates=tuple(readings))


def read_year_month(found: Found) -> Reading | None:
    """ "2018-08"; but "2011-12" is two years in a row."""
    year, month = int(found.words("y")), found.number("mo") or 0
    if (year + 1) % 100 == month:
        return _years(year, year + 1)
    period = Period.month(year, month)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period)


def read_years(found: Found) -> Reading | None:
    """A span of years: "2016-2020", "2018/19", "2024-25". Refused: "2020-18"."""
    first, words = int(found.words("y")), found.words("z")
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    return _years(first, last) if first < last < first + 100 and _is_free_number(found) else None


def _years(first: int, last: int) -> Reading:
    period = Period(start=date(first, 1, 1), end=date(last, 12, 31), precision=Precision.YEAR)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period)


def read_year(found: Found) -> Reading | None:
    """A year: "2018", "the end of 2017", "fiscal 2019", "the year 2000". Refused: "2018 companies", "$2018"."""
    year = int(found.words("y"))
    told = found.has("e") or found.has("told")
    if not told and not (1900 <= year <= 2100 and _is_free_number(found)):
        return None
    period = Period.year(year)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, edge=edge_of(found))


def _is_free_number(found: Found) -> bool:
    """Whether digits are not a count of what follows, a sum of money or part of a name."""
    if found.tag_before() in {SIGN, NAME, NUMBER} or found.word_before() in {"no", "#", "-", "/", "+", "number"}:
        return False
    if found.tag_after() in {NUMBER, SIGN} or found.word_after() in {"percent", "per", "%"}:
        return False
    counts = found.tag_after() in {NOUN, ADJECTIVE} and is_plural(_head(found), found.setting.vocabulary)
    return not counts or found.tag_before() in {"DET", "POSS", "'S"}


def _head(found: Found) -> str:
    """The last word of the noun phrase behind the words, as far as tags tell."""
    sentence, atoms = found.setting.tape.sentence, found.setting.tape.atoms
    place = atoms[found.last - 1].token + 1
    while place + 1 < len(sentence.tokens) and sentence.tags[place + 1] in {NOUN, ADJECTIVE}:
        place += 1
    return sentence.tokens[place].lower


def read_spelled_year(found: Found) -> Reading | None:
    """ "Nineteen ninety-four". Refused: "ten thirty"."""
    century, rest = found.number("a") or 0, found.number("b") or 0
    if century not in {18, 19, 20} or rest < 10:
        return None
    period = Period.year(century * 100 + rest)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period)


def read_decade(found: Found) -> Reading | None:
    """ "The 1990s", "the late '80s". Refused: "1987s"."""
    words = found.words("y")
    year = int(words) if len(words) == 4 else 1900 + int(words) if int(words) >= 20 else 2000 + int(words)
    if year % 10:
        return None
    period = Period(start=date(year, 1, 1), end=date(year + 9, 12, 31), precision=Precision.DECADE)
    return Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, edge=edge_of(found))


def read_century(found: Found) -> Reading | None:
    """ "The 21st century": the hundred years that begin with 2000."""
    number = found.number("o") or 0
    if not 1 < number < 60:
        return None
    period = months_from(date(100 * (number - 1), 1, 1), months=1200, precision=Precision.YEAR)
    return Reading(kind=TimeKind.DATE, timex=f"{number - 1:02d}", period=period, edge=edge_of(found))


def read_season(found: Found) -> Reading | None:
    """A season: "summer 2019", "last fall", "the spring". Refused: "prices fall"."""
    season, year, anchor = found.setting.lexicon.seasons[found.words("se")], year_told(found), found.setting.anchor
    if year is None and anchor and found.has("ssh"):
        steps = found.setting.lexicon.shifts[found.words("ssh").split()[-1]].steps
        year = anchor.year + (steps if steps > 0 or anchor.month < season.month + 3 else 0)
    elif year is None and anchor:
        near = recurring(lambda each: season_period(each, season), anchor, direction=found.direction())
        year = near.start.year if near and near.start else None
    period = season_period(year, season) if year else None
    return Reading(kind=TimeKind.DATE, timex=f"{year or 'XXXX'}-{season.code}", period=period, edge=edge_of(found))


def read_holiday(found: Found) -> Reading | None:
    """A day with a name: "Christmas", "New Year's Eve 2019"."""
    holiday, year, anchor = found.setting.lexicon.holidays[found.words("h")], year_told(found), found.setting.anchor

    def of_year(each: int) -> Period | None:
        if not holiday.weekday:
            return day_period(each, month=holiday.month, day=holiday.day)
        first = (holiday.weekday - date(each, holiday.month, 1).isoweekday()) % 7 + 1
        return day_period(each, month=holiday.month, day=first + 7 * (holiday.day - 1))

    if year is None and anchor:
        period = recurring(of_year, anchor, direction=found.direction())
    else:
        period = of_year(year) if year else None
    timex = timex_of(period) if period else unresolved(of_year(2000))
    return Reading(kind=TimeKind.DATE, timex=timex, period=period)


def read_plan(found: Found) -> Reading | None:
    """The years of a plan in a series: "during the 14th Five-Year Plan period". Refused: the plan by its name alone."""
    plan, number = found.setting.lexicon.plans[found.words("p")], found.number("o") or 0
    if not found.has("per") and found.word_before() not in {"during", "throughout", "over"}:
        return None
    first = plan.first + plan.years * (number - plan.ordinal)
    period = year_period(first) and months_from(date(first, 1, 1), months=12 * plan.years, precision=Precision.YEAR)
    return period and Reading(kind=TimeKind.DATE, timex=timex_of(period), period=period, edge=edge_of(found))


DATE_RULES: Final = (
    Rule("day in digits", "y:year hyphen a:month_digits hyphen b:day iso:()", read_numeric),
    Rule("day in digits", "a:day slash b:day slash? y:year", read_numeric),
    Rule("day of a month", f"{_WEEKDAY} m:month dot? the? {_DAY} (hyphen to:day (?!unit))? {OF_YEAR}", read_month_day),
    Rule("day of a month", f"{_WEEKDAY} the? {_DAY} of? m:month dot? {OF_YEAR}", read_month_day),
    Rule("day of a month", f"w:weekday open m:month dot? {_DAY} close", read_month_day),
    Rule("month of a year", f"{EDGE} (the shift?)? m:month dot? {OF_YEAR}", read_month),
    Rule("month counted from now", f"{EDGE} the? shift? msh:shift m:month dot?", read_month),
    Rule("year and month", "y:year hyphen mo:month_digits (?!hyphen)", read_year_month),
    Rule("years", "the? y:year (hyphen|slash|to) z:(year|two_digits)", read_years),
    Rule("decade", "the? e:edge? hyphen? of? the? y:year s", read_decade),
    Rule("decade", "the? e:edge? hyphen? of? the? quote y:two_digits s", read_decade),
    Rule("season", f"{EDGE} the? ssh:(shift shift?)? se:season {OF_YEAR}", read_season),
    Rule("holiday", f"h:holiday {OF_YEAR}", read_holiday),
    Rule("century", f"{EDGE} o:(ordinal|day suffix) hyphen? unit_century", read_century),
    Rule("plan", f"{EDGE} o:(ordinal|number_word hyphen ordinal|day suffix) p:plan per:period?", read_plan),
    Rule("year", f"{EDGE} told:(unit_year|fiscal unit_year?|fy) y:year", read_year),
    Rule("year", f"{EDGE} y:year told:(fiscal unit_year)?", read_year),
    Rule("year in words", "a:number_word b:(number_word (hyphen? number_word)?)", read_spelled_year),
)
WEEKDAY_RULES: Final = (
    Rule("weekday", "e:edge? the? (sh:(shift shift?))? w:weekday dp:day_part? ((of|in)? sw:shift u:unit_week)?", read_weekday),
)
