"""Years and what is longer, seasons, and days and plans with a name: "fiscal 2019", "the late 1990s", "Christmas"."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import day_period, months_from, season_period, timex_of
from shanghai_tech.mentions.times.grammar import Found, Reading, Rule, dated
from shanghai_tech.mentions.times.setting import FAR, recurring
from shanghai_tech.mentions.times.told_years import EDGE, OF_YEAR, ORDINAL, edge_of, fiscal_year, unresolved, year_told
from shanghai_tech.mentions.words.inflection import is_plural, verb_forms
from shanghai_tech.mentions.words.tags import (
    ADJECTIVE,
    DETERMINER,
    GENITIVE,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PUNCT,
    SIGN,
)
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision

#: Years that digits alone are taken for.
_PLAIN: Final = range(1900, 2101)


def read_year_month(found: Found) -> Reading | None:
    """A year and a month: "2018-08"; but "2011-12" is two years in a row."""
    year, month = int(found.words("y")), found.number("mo") or 0
    return _years(year, year + 1) if (year + 1) % 100 == month else dated(Period.month(year, month))


def read_years(found: Found) -> Reading | None:
    """A span of years: "2016-2020", "2018/19", "2024-25". Refused: "2020-18"."""
    first, words = int(found.words("y")), found.words("z")
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    return _years(first, last) if first < last < first + 100 and _is_free_number(found) else None


def read_fiscal_years(found: Found) -> Reading | None:
    """A fiscal year by the two it lies in: "FY2022-23"."""
    first = fiscal_year(found.words("fs").partition("-")[0])
    return _years(first, first + 1)


def _years(first: int, last: int) -> Reading | None:
    return dated(Period.year(first).to(Period.year(last)), spans=True)


def read_year(found: Found) -> Reading | None:
    """A year: "2018", "the end of 2017", "fiscal 2019", "FY2020". Refused: "2018 companies", "$2018"."""
    year = year_told(found) or 0
    told = found.has("e") or found.has("told") or found.has("fc")
    if not told and not (
        (year in _PLAIN or found.setting.lexicon.among(found.word(-1), "opens_year")) and _is_free_number(found)
    ):
        return None
    return dated(Period.year(year), edge=edge_of(found))


def read_last_fiscal(found: Found) -> Reading | None:
    """A fiscal year without its noun: "the last fiscal". Refused: "the last fiscal crisis"."""
    return None if found.tag(0) in {NOUN, ADJECTIVE, NAME} else read_year(found)


def _is_free_number(found: Found) -> bool:
    """Whether digits are not a count of what follows, a sum of money or part of a name."""
    if found.tag(-1) in {SIGN, NAME, NUMBER} or found.setting.lexicon.among(found.word(-1), "opens_number"):
        return False
    if found.tag(0) in {NUMBER, SIGN} or found.setting.lexicon.among(found.word(0), "follows_number"):
        return False
    if found.setting.lexicon.among(found.word(0), "measure"):
        return False
    counts = found.tag(0) in {NOUN, ADJECTIVE} and _is_counted(_head(found), found)
    opens = found.word(-1).lower() == "in" and found.tag(-2) in {"", PUNCT}  # "In 2018 exports rose"
    return not counts or opens or found.tag(-1) in {DETERMINER, POSSESSIVE, GENITIVE}


def _is_counted(noun: str, found: Found) -> bool:
    """Whether digits before a noun count it: "2018 companies", not "2018 levels"."""
    return is_plural(noun, found.setting.vocabulary) and not found.setting.lexicon.among(noun, "dated_by_year")


def _head(found: Found) -> str:
    """The last word of the noun phrase behind the words, as far as tags tell."""
    offset = 0
    while found.tag(offset + 1) in {NOUN, ADJECTIVE}:
        offset += 1
    return found.word(offset)


def read_spelled_year(found: Found) -> Reading | None:
    """A year in words: "nineteen ninety-four". Refused: "ten thirty"."""
    century, rest = found.number("a") or 0, found.number("b") or 0
    if century not in {18, 19, 20} or not 10 <= rest < 100:
        return None
    return dated(Period.year(century * 100 + rest))


def read_decade(found: Found) -> Reading | None:
    """Ten years: "the 1990s", "the late '80s", "mid-1990s". Refused: "1987s"."""
    words = found.words("y").removesuffix("s")
    year = int(words) if len(words) == 4 else int(words) + (1900 if int(words) >= 20 else 2000)
    if year % 10:
        return None
    period = Period.decade(year)
    return dated(period, edge=edge_of(found))


def read_century(found: Found) -> Reading | None:
    """A hundred years: "the 21st century" is the one that begins with 2000."""
    number = found.number("o") or 0
    if not 1 < number < 60:
        return None
    period = months_from(date(100 * (number - 1), 1, 1), months=1200, precision=Precision.YEAR)
    return Reading(kind=TimeKind.DATE, timex=f"{number - 1:02d}", period=period, edge=edge_of(found))


def read_season(found: Found) -> Reading | None:
    """A season: "summer 2019", "last fall", "in spring". Refused: "to fall further"."""
    season, year, anchor = found.setting.lexicon.seasons[found.words("se")], year_told(found), found.setting.anchor
    told = found.has("ssh") or found.has("the") or found.has("e") or year is not None
    if not told and _may_be_verb(found):
        return None
    if year is None and anchor and found.has("ssh"):
        steps = found.setting.lexicon.shifts[found.words("ssh").split()[-1]].steps
        year = anchor.year + (steps if steps > 0 or anchor.month < season.month + 3 else 0)
    elif year is None and anchor:
        near = recurring(lambda each: season_period(each, season), anchor, direction=found.direction())
        year = near.start.year if near and near.start else None
    period = season_period(year, season) if year else None
    return Reading(kind=TimeKind.DATE, timex=f"{year or 'XXXX'}-{season.code}", period=period, edge=edge_of(found))


def _may_be_verb(found: Found) -> bool:
    """Whether a word such as "fall" stands where no preposition makes it the season."""
    return bool(verb_forms(found.words("se"), found.setting.vocabulary)) and not found.setting.lexicon.among(
        found.word(-1), "opens_year"
    )


def read_holiday(found: Found) -> Reading | None:
    """A day with a name: "Christmas", "New Year's Eve 2019"."""
    holiday, year, anchor = found.setting.lexicon.holidays[found.words("h")], year_told(found), found.setting.anchor

    def of_year(each: int) -> Period | None:
        if not holiday.weekday:
            return day_period(each, month=holiday.month, day=holiday.day)
        first = (holiday.weekday - date(each, holiday.month, 1).isoweekday()) % 7 + 1
        return day_period(each, month=holiday.month, day=first + 7 * (holiday.day - 1))

    if year is None and anchor:
        period = recurring(of_year, anchor, direction=found.direction(), far=FAR)
    else:
        period = of_year(year) if year else None
    timex = timex_of(period) if period else unresolved(of_year(2000))
    return Reading(kind=TimeKind.DATE, timex=timex, period=period)


def read_plan(found: Found) -> Reading | None:
    """The years of a plan in a series: "during the 14th Five-Year Plan period". Refused: the plan by its name alone."""
    plan, number = found.setting.lexicon.plans[found.words("p")], found.number("o") or 0
    if not found.has("per") and not found.setting.lexicon.among(found.word(-1), "opens_plan"):
        return None
    first = plan.first + plan.years * (number - plan.ordinal)
    if not 1 <= first <= 9999:
        return None
    period = months_from(date(first, 1, 1), months=12 * plan.years, precision=Precision.YEAR)
    return dated(period, edge=edge_of(found), spans=True)


YEAR_RULES: Final = (
    Rule("year and month", "y:year hyphen mo:month_digits (?!hyphen|digits|unit)", read_year_month),
    Rule(
        "years",
        "(the? (fiscal unit_year?|unit_year|fy))? "
        "y:year (hyphen|slash|to) z:(year|two_digits) (fiscal unit_year|(?!unit|hyphen))",
        read_years,
    ),
    Rule("years", "fs:fiscal_span", read_fiscal_years),
    Rule("decade", "(the? e:edge? hyphen? of? the?)? y:decade", read_decade),
    Rule("decade", "(the? e:edge? hyphen? of? the?)? y:year (s|genitive)", read_decade),
    Rule("decade", "(the? e:edge? hyphen? of?)? the? quote y:two_digits s", read_decade),
    Rule("season", f"{EDGE} the:the? (ssh:(shift shift?))? se:season {OF_YEAR}", read_season),
    Rule("holiday", f"h:holiday {OF_YEAR}", read_holiday),
    Rule("century", f"{EDGE} the? {ORDINAL} hyphen? unit_century", read_century),
    Rule("plan", f"{EDGE} the? {ORDINAL} p:plan per:period?", read_plan),
    Rule("year", f"{EDGE} the? told:(unit_year|fiscal unit_year?|fy) y:year", read_year),
    Rule("year", f"{EDGE} fc:fiscal_code", read_year),
    Rule("year", "the? y:year told:(fiscal unit_year)", read_year),
    Rule("year", f"{EDGE} the? sh:shift told:fiscal_alone", read_last_fiscal),
    Rule("year", f"{EDGE} y:year", read_year),
    Rule("year in words", "a:number_word b:(number_word (hyphen? number_word)?)", read_spelled_year),
)
