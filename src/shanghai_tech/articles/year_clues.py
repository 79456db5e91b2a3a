"""Clues from years: "In 2017, 81 were granted", "by 2025", "this year, 2018"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.articles.clues import Limit
from shanghai_tech.articles.dates import calendar_of
from shanghai_tech.articles.tense import Cue, tense_at
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

_Y: Final = (
    r"(?<![0-9.,$€£¥₹])(?<![0-9][-–—/])(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|\s?[-–—/]\s?[0-9]|\s?%|s\b)"
)
_YEAR: Final = re.compile(_Y)
_FIGURE: Final = re.compile(r"(?<![0-9.,])(?!(?:19|20)[0-9]{2}(?![0-9.,]?[0-9]))[0-9][0-9.,]*")
_RUNNING: Final = (  # words beside a year, and how far the year of the article is from it
    (re.compile(rf"(?i)\bthis\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), 0),
    (re.compile(rf"(?i){_Y}\s*[,(]\s*this\s+year\b"), 0),
    (re.compile(rf"(?i)\b(?:so\s+far|to\s+date)\s+(?:in|this\s+year,)\s+{_Y}"), 0),
    (re.compile(rf"(?i)\bin\s+{_Y}\s+(?:so\s+far|to\s+date)\b"), 0),
    (re.compile(rf"(?i)\blast\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), 1),
    (re.compile(rf"(?i){_Y}\s*[,(]\s*last\s+year\b"), 1),
    (re.compile(rf"(?i)\bnext\s+year\s*[,(]\s*(?:in\s+)?{_Y}"), -1),
)
_LAST_YEAR: Final = re.compile(r"(?i)\blast\s+year\b(?!\s*[,(]\s*(?:in\s+)?(?:19|20)[0-9]{2})")
_COUNTS: Final = {
    name: number for number, name in enumerate("two three four five six seven eight nine ten eleven".split(), 2)
}
_UP_TO: Final = frozenset({"by", "until", "till", "through", "before"})
_INSIDE: Final = frozenset({"in", "during", "as of", "at", "of", "throughout"})
_WINDOW: Final = 70


@frozen(kw_only=True)
class _Mention:
    """A year with the words before it: the days that they name, and whether they name them as a whole."""

    span: Span
    lead: str
    first: date
    last: date
    is_year: bool
    is_whole: bool


@lru_cache(maxsize=8)
def _before(vocabulary: Vocabulary) -> re.Pattern[str]:
    months = (
        "|".join(sorted(map(re.escape, calendar_of(vocabulary).months), key=lambda name: (-len(name), name))) or "(?!)"
    )
    return re.compile(
        rf"""(?ix) (?<![\w-])
        (?:(?P<lead>by|in|since|during|as\s+of|at|until|till|through|throughout|before|of|from)\s+)?
        (?:(?:the\s+)?(?:
            (?P<half>first|second)\s+half
          | (?P<quarter>first|second|third|fourth|final|last)\s+quarter
          | first\s+(?P<count>{"|".join(_COUNTS)})\s+months
          | (?P<quarters>first\s+three\s+quarters)
          | (?P<short>[hq][1-4])
          | (?P<part>end|close|start|beginning|middle|early|mid|late)
          )(?:\s+of\s+(?:the\s+year\s+)?|\s*-\s*|,?\s+))?
        (?:(?P<month>{months})\b\.?(?:\s+[0-3]?[0-9](?:st|nd|rd|th)?)?(?:\s+of\s+|,?\s+))? $"""
    )


def year_limits(sentence: str, cues: tuple[Cue, ...], *, offset: int, vocabulary: Vocabulary) -> Iterator[Limit]:
    """The limits that the years of a sentence set, their spans moved by `offset`.

    >>> from shanghai_tech.articles.tense import find_cues
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary, sentence = load_vocabulary(), "In 2017, 81 were granted; there will be 90 by 2020."
    >>> limits = year_limits(sentence, find_cues(sentence, vocabulary), offset=0, vocabulary=vocabulary)
    >>> [(limit.rule, str(limit.earliest), str(limit.latest)) for limit in limits]
    [('A-D3', '2018-01-01', 'None'), ('A-D4', 'None', '2020-12-31')]
    """
    counts = bool(_FIGURE.search(sentence))
    told_last_year = bool(_LAST_YEAR.search(sentence))
    if "year" in sentence or " so far" in sentence or " to date" in sentence:
        yield from _running(sentence, offset=offset)
    for match in _YEAR.finditer(sentence):
        mention = _mention(sentence, match, vocabulary)
        tense = tense_at(cues, start=match.start(), end=match.end(), sentence=sentence)
        span = Span(offset + mention.span.start, offset + mention.span.end)
        if mention.lead in _UP_TO and not _is_behind(mention, cues, sentence=sentence):
            yield Limit(span=span, rule="A-D4", latest=mention.last)
        elif mention.lead in _INSIDE and tense == "future":
            yield Limit(span=span, rule="A-D4", latest=mention.last, weight=2)
        elif mention.lead == "since":
            yield Limit(span=span, rule="A-D3", earliest=mention.first)
        elif tense == "past" and mention.lead and not (mention.lead in {"of", "from"} and mention.is_year):
            earliest = _earliest(mention, later=told_last_year)
            yield Limit(
                span=span, rule="A-D3", earliest=earliest, counts=counts, weight=1 if mention.lead in _UP_TO else 2
            )


def _earliest(mention: _Mention, *, later: bool) -> date:
    """The first day on which a mention of the past can be told: behind it where it names days as a whole.

    A sentence that tells a year by its number and last year by that name tells of two years.
    """
    if later and mention.is_year:
        return date(mention.last.year + 2, 1, 1)
    if mention.lead in _UP_TO and mention.is_year:
        return mention.first
    return mention.last + timedelta(days=1) if mention.is_whole else mention.first


def _is_behind(mention: _Mention, cues: tuple[Cue, ...], *, sentence: str) -> bool:
    """Whether "by" a time looks back: its clause is told in the past, and nothing in its sentence is to come."""
    is_past = tense_at(cues, start=mention.span.start, end=mention.span.end, sentence=sentence) == "past"
    return is_past and not any(cue.tense == "future" for cue in cues)


def _running(sentence: str, *, offset: int) -> Iterator[Limit]:
    for pattern, distance in _RUNNING:
        for match in pattern.finditer(sentence):
            year = int(match["year"]) + distance
            span = Span(offset + match.start(), offset + match.end())
            yield Limit(span=span, rule="A-D5", earliest=date(year, 1, 1), latest=date(year, 12, 31), weight=3)


def _mention(sentence: str, match: re.Match[str], vocabulary: Vocabulary) -> _Mention:
    year = int(match["year"])
    before = _before(vocabulary).search(sentence, max(0, match.start() - _WINDOW), match.start())
    part = before.groupdict() if before else {}
    lead = " ".join((part.get("lead") or "").casefold().split())
    first, last, is_whole = _days(year, part, calendar_of(vocabulary).months)
    start = before.start() if before else match.start()
    bare = not any(part.get(name) for name in ("half", "quarter", "count", "quarters", "short", "part", "month"))
    return _Mention(
        span=Span(start, match.end()),
        lead=lead or ("" if bare else "in"),
        first=first,
        last=last,
        is_year=bare,
        is_whole=is_whole,
    )


def _days(year: int, part: dict[str, str | None], months: dict[str, int]) -> tuple[date, date, bool]:
    """The first and last day that the words before a year make of it, and whether they name them as a whole."""
    vague = (part.get("part") or "").casefold()
    if part.get("month"):
        month = months[(part["month"] or "").casefold()]
        is_whole = vague in {"end", "close"} or (part.get("lead") or "").casefold() in _UP_TO | {"as of"}
        return _months(year, month, month, is_whole=is_whole)
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
    if part.get("half") or (part.get("short") or "x")[0] in "hH":
        number = (
            ordinals[(part.get("half") or "").casefold()] if part.get("half") else int((part.get("short") or "h1")[1])
        )
        return _months(year, 6 * min(number, 2) - 5, 6 * min(number, 2), is_whole=True)
    if part.get("quarter") or part.get("short"):
        number = (
            ordinals[(part.get("quarter") or "").casefold()]
            if part.get("quarter")
            else int((part.get("short") or "q1")[1])
        )
        return _months(year, 3 * number - 2, 3 * number, is_whole=True)
    if part.get("count") or part.get("quarters"):
        return _months(year, 1, _COUNTS[(part["count"] or "").casefold()] if part.get("count") else 9, is_whole=True)
    ends = {"start": (1, 4), "beginning": (1, 4), "early": (1, 4), "middle": (5, 8), "mid": (5, 8), "late": (9, 12)}
    if vague in ends:
        return _months(year, *ends[vague], is_whole=False)
    return _months(year, 1, 12, is_whole=True)


def _months(year: int, first: int, last: int, *, is_whole: bool) -> tuple[date, date, bool]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1]), is_whole
