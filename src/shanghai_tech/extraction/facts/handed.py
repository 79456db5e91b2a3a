"""Periods that are handed on: to a comparison, to the next sentence (rules T4 and T5)."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.extraction.facts.sources import is_source
from shanghai_tech.extraction.facts.times import is_now
from shanghai_tech.extraction.grammar.chunks import Parsed
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.mentions.mention import PeriodMention, Relation
from shanghai_tech.model import Period

#: How many sentences on a period is handed, and how many days the periods of reports have.
_HANDED_ON: Final = 2
_QUARTER: Final = 85
_YEAR: Final = 366


@frozen
class Carried:
    """A period told before, and how far away: it holds on while the tense does.

    `reported` tells that figures are reported for it: the last year, half-year or quarter.
    """

    period: Period
    paragraph: int
    sentence: int
    reported: bool = False


def year_before(parsed: Parsed, index: int) -> bool:
    """T5: whether the amount is that of "a year earlier", and so of the period of the amount before, a year back."""
    behind = parsed.chunks[index + 1] if index + 1 < len(parsed.chunks) else None
    time = behind.time if behind is not None else None
    return (
        is_source(parsed, index)
        and time is not None
        and time.compares
        and "year" in time.bare.slice(parsed.tagged.text).lower()
    )


def a_year_back(period: Period) -> Period:
    """The same days a year before."""
    start, end = period.start, period.end
    return evolve(
        period,
        start=start - relativedelta(years=1) if start is not None else None,
        end=end - relativedelta(years=1) if end is not None else None,
    )


def carried(parsed: Parsed, verb: int | None, *, last: Carried | None, told: tuple[int, int]) -> Period | None:
    """T4: the period of the sentence before, kept by one that goes on in the past; `told` are paragraph and sentence.

    Into the next paragraph only the stretch that a report is about is handed on: the last year, half-year or quarter.
    """
    group = parsed.chunks[verb].verb if verb is not None else None
    if last is None or group is None or group.tense is not Tense.PAST or is_now(parsed, len(parsed.chunks) - 1):
        return None
    paragraph, sentence = told
    apart = paragraph - last.paragraph
    goes_on = apart == 0 or (apart == 1 and last.reported and group.lemma != "be")
    goes_on = goes_on and (last.period.end != last.period.start)  # what was so on a day is told of that day alone
    return last.period if goes_on and sentence - last.sentence <= _HANDED_ON else None


def is_reported(period: Period, published: date | None) -> bool:
    """Whether a period is one that figures are reported for: a quarter to a year long, and not long over."""
    start, end = period.start, period.end
    if start is None or end is None or published is None:
        return False
    return _QUARTER <= (end - start).days <= _YEAR and (published - end).days < _YEAR


def as_told(mention: PeriodMention, *, target: bool) -> Period | None:
    """The period of a mention, told as true or as intended: a state read at the end of a month runs up to it."""
    period = mention.period
    if period is None or target:
        return period
    if mention.relation in {Relation.BY, Relation.AS_OF} and period.start is not None:
        return period.until()
    return period
