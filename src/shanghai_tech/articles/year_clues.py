"""Clues from years: "In 2017, 81 were granted", "by 2025", "this year, 2018"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.articles.clues import Limit
from shanghai_tech.articles.dates import calendar_of
from shanghai_tech.articles.tense import Cue, Tenses
from shanghai_tech.articles.word_lists import word_list
from shanghai_tech.articles.year_parts import YearPart, any_name, year_parts
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

_Y: Final = (
    r"(?<![0-9.,$€£¥₹])(?<![0-9][-–—/])(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—/]\s?[0-9]|\s?%|s\b)"
)
_YEAR: Final = re.compile(_Y)
_FIGURE: Final = re.compile(r"(?<![0-9.,])(?!(?:19|20)[0-9]{2}(?![0-9.,]?[0-9]))[0-9][0-9.,]*")
_LAST_YEAR: Final = re.compile(r"(?i)\blast\s+year\b(?!\s*[,(]\s*(?:in\s+)?(?:19|20)[0-9]{2})")
_UP_TO: Final = frozenset({"by", "until", "till", "through", "before"})
_INSIDE: Final = frozenset({"in", "during", "as of", "at", "of", "throughout"})
_BASE: Final = re.compile(r"(?i)\b(?:than|from|compared (?:with|to)|against|same|corresponding)\b[^,;.]{0,40}$")
_ONWARDS: Final = re.compile(r"(?i)\s*(?:to|on|onwards?|until|through|[-–—])\b|\s*[-–—]")
_WINDOW: Final = 70


@frozen(kw_only=True)
class _Mention:
    """A year with the words before it: the days that they name, and whether they name them as a whole.

    `is_base` tells that something is compared with what is told of it: "more than in 2017".
    """

    span: Span
    lead: str
    first: date
    last: date
    is_year: bool
    is_whole: bool
    is_base: bool


@lru_cache(maxsize=8)
def _before(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"""(?ix) (?<![\w-])
        (?:(?P<lead>by|in|since|during|as\s+of|at|until|till|through|throughout|before|of|from
            |between\s+(?:19|20)[0-9]{{2}}\s+and|from\s+(?:19|20)[0-9]{{2}}\s+to)\s+)?
        (?:(?:the\s+)?(?P<part>{any_name(year_parts(vocabulary))})(?:\s+of\s+(?:the\s+year\s+)?|\s*-\s*|,?\s+))?
        (?:(?P<month>{any_name(calendar_of(vocabulary).months)})\b\.?(?:\s+[0-3]?[0-9](?:st|nd|rd|th)?)?(?:\s+of\s+|,?\s+))?
        $"""
    )


def year_limits(told: Tenses, vocabulary: Vocabulary, *, offset: int) -> Iterator[Limit]:
    """The limits that the years of a sentence set, their spans moved by `offset`.

    >>> from shanghai_tech.articles.tense import read_tenses
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> told = read_tenses("In 2017, 81 were granted; there will be 90 by 2020.", load_vocabulary())
    >>> limits = year_limits(told, load_vocabulary(), offset=0)
    >>> [(limit.rule, str(limit.earliest), str(limit.latest)) for limit in limits]
    [('A-D3', '2018-01-01', 'None'), ('A-D4', 'None', '2020-12-31')]
    """
    sentence = told.sentence
    if "year" in sentence or " so far" in sentence or " to date" in sentence:
        yield from _running(sentence, offset=offset)
    for match in _YEAR.finditer(sentence):
        mention = _mention(sentence, match, vocabulary)
        cue = told.cue_at(Span(*match.span()))
        span = Span(offset + mention.span.start, offset + mention.span.end)
        tense = cue.tense if cue else ""
        if mention.is_base or mention.lead == "since":
            yield _past(mention, cue, span=span, sentence=sentence, vocabulary=vocabulary)
        elif mention.lead in _UP_TO and not _is_behind(mention, told):
            yield Limit(span=span, rule="A-D4", latest=mention.last)
        elif mention.lead in _INSIDE and tense == "future":
            yield Limit(span=span, rule="A-D4", latest=mention.last, weight=2)
        elif _is_past(mention, cue, sentence=sentence):
            yield _past(mention, cue, span=span, sentence=sentence, vocabulary=vocabulary)


def _is_past(mention: _Mention, cue: Cue | None, *, sentence: str) -> bool:
    """Whether a year is told as past: by the tense beside it, or by a figure where no verb tells a tense."""
    if not mention.lead or (mention.lead in {"of", "from"} and mention.is_year):
        return False
    return cue.tense == "past" if cue else bool(_FIGURE.search(sentence))


def _past(mention: _Mention, cue: Cue | None, *, span: Span, sentence: str, vocabulary: Vocabulary) -> Limit:
    """The limit of a year that is told as past.

    A sentence that tells a year by its number and last year by that name tells of two years.
    """
    of_two_years = mention.is_year and bool(_LAST_YEAR.search(sentence))
    begins = cue is not None and sentence[cue.start : cue.end].casefold() in word_list(vocabulary, "beginning")
    return Limit(
        span=span,
        rule="A-D3",
        earliest=date(mention.last.year + 2, 1, 1) if of_two_years else _earliest(mention),
        figures=bool(_FIGURE.search(sentence)) and not begins and mention.lead != "since",
        is_base=mention.is_base != of_two_years,  # last year set beside the year before it tells which year it is
        weight=1 if cue is None or mention.is_base or mention.lead in _UP_TO or mention.lead == "since" else 2,
    )


def _earliest(mention: _Mention) -> date:
    """The first day on which a mention of the past can be told: behind it where it names days as a whole."""
    if mention.lead == "since" or (mention.lead in _UP_TO and mention.is_year) or not mention.is_whole:
        return mention.first
    after = mention.last + timedelta(days=1)
    return after + relativedelta(years=1) if mention.is_base and not mention.is_year else after


def _is_behind(mention: _Mention, told: Tenses) -> bool:
    """Whether "by" a time looks back: its clause is told in the past, and nothing in its sentence is to come."""
    return told.tense_at(mention.span) == "past" and not any(cue.tense == "future" for cue in told.cues)


@cache
def _running_forms() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Words beside a year, and how far the year of the article is from it; made when an undated article comes."""
    return (
        (re.compile(rf"(?i)\bthis\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), 0),
        (re.compile(rf"(?i){_Y}\s*[,(]\s*this\s+year\b"), 0),
        (re.compile(rf"(?i)\b(?:so\s+far|to\s+date)\s+(?:in|this\s+year,)\s+{_Y}"), 0),
        (re.compile(rf"(?i)\bin\s+{_Y}\s+(?:so\s+far|to\s+date)\b"), 0),
        (re.compile(rf"(?i)\blast\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), 1),
        (re.compile(rf"(?i){_Y}\s*[,(]\s*last\s+year\b"), 1),
        (re.compile(rf"(?i)\bnext\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), -1),
    )


def _running(sentence: str, *, offset: int) -> Iterator[Limit]:
    for pattern, distance in _running_forms():
        for match in pattern.finditer(sentence):
            year = int(match["year"]) + distance
            span = Span(offset + match.start(), offset + match.end())
            yield Limit(span=span, rule="A-D5", earliest=date(year, 1, 1), latest=date(year, 12, 31), weight=3)


def _mention(sentence: str, match: re.Match[str], vocabulary: Vocabulary) -> _Mention:
    """A year together with the words before it."""
    year = int(match["year"])
    before = _before(vocabulary).search(sentence, max(0, match.start() - _WINDOW), match.start())
    start = before.start() if before else match.start()
    lead, part, month = (_plain(before[name]) if before else "" for name in ("lead", "part", "month"))
    days = _days_of(part, month, lead=lead, vocabulary=vocabulary)
    return _Mention(
        span=Span(start, match.end()),
        lead=lead or ("in" if part or month else ""),
        first=date(year, days.first, 1),
        last=date(year, days.last, monthrange(year, days.last)[1]),
        is_year=not (part or month),
        is_whole=days.is_whole,
        is_base=_is_base(sentence, start=start, end=match.end(), lead=lead),
    )


def _is_base(sentence: str, *, start: int, end: int, lead: str) -> bool:
    """Whether something is compared with what is told of a year: "more than in 2017", "up 5 percent from 2017"."""
    if lead == "from":
        return not _ONWARDS.match(sentence, end)
    return lead not in _UP_TO and bool(_BASE.search(sentence, max(0, start - _WINDOW), start))


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _days_of(part: str, month: str, *, lead: str, vocabulary: Vocabulary) -> YearPart:
    """The months that the words before a year make of it: a month, a part of the year, or the whole of it.

    A month is told as a whole where its end is, or where something is counted up to it.
    """
    named = year_parts(vocabulary).get(part)
    if not month:
        return named or YearPart(1, 12)
    number = calendar_of(vocabulary).months[month]
    is_whole = part in {"end", "close"} or lead in _UP_TO or lead == "as of"
    return YearPart(number, number, is_whole=is_whole)
