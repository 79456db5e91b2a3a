"""Clues from months, days and parts of the running year: "by February", "Wednesday (January 5)", "the first half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import Final

from shanghai_tech.articles.clues import Limit, Season
from shanghai_tech.articles.dates import WrittenDate, calendar_of
from shanghai_tech.articles.tense import Tense, Tenses
from shanghai_tech.articles.year_parts import any_name, year_parts
from shanghai_tech.model import Precision, Span
from shanghai_tech.vocabulary import Vocabulary

#: A day of the week is told of the days around an article; a day or month without its year may lie this far back.
_DAYS_OF_WEEK: Final = 6
_MONTHS_BACK: Final = 10


@lru_cache(maxsize=8)
def _month(vocabulary: Vocabulary) -> re.Pattern[str]:
    names = any_name([entry.id for entry in vocabulary.month])
    return re.compile(
        r"\b(?:[Bb]y(?: the end of)?|[Ii]n|[Aa]s of|[Uu]ntil|[Aa]t the end of|[Ss]ince)\s+(?:early |late |mid-)?"
        rf"(?P<month>{names})\b(?!\.?,?\s+(?:of\s+)?[0-9])(?!\s+(?:this|last|next)\b)"
    )


@lru_cache(maxsize=8)
def _part(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A part of the running year that begins with it, as "the first half of this year"."""
    names = any_name([name for name, part in year_parts(vocabulary).items() if part.first == 1 and part.is_whole])
    return re.compile(rf"(?i)\b(?:in|over|during|for)\s+(?:the\s+)?(?P<part>{names})\s+of\s+(?:this|the)\s+year\b")


def day_limits(days: tuple[WrittenDate, ...], told: Tenses, *, offset: int) -> Iterator[Limit]:
    """The limits that the days of a sentence set that are written with their year."""
    for day in days:
        if len(day.readings) != 1 or day.precision is not Precision.DAY:
            continue
        span, tense = _moved(day, offset), told.tense_at(day.span)
        only = day.readings[0]
        near = timedelta(days=_DAYS_OF_WEEK) if day.weekday else None
        if tense == "past":
            yield Limit(span=span, rule="A-D3", earliest=only, latest=only + near if near else None)
        elif tense == "future":
            yield Limit(span=span, rule="A-D4", latest=only, earliest=only - near if near else None)


def seasons(days: tuple[WrittenDate, ...], told: Tenses, *, offset: int, vocabulary: Vocabulary) -> Iterator[Season]:
    """The seasons that days and months without their year, and parts of the running year, leave for the article.

    >>> from shanghai_tech.articles.tense import read_tenses
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> told = read_tenses("Ten had been opened by February.", load_vocabulary())
    >>> [found] = seasons((), told, offset=0, vocabulary=load_vocabulary())
    >>> found.rule, [day.isoformat() for day in found.window(2018)]
    ('A-D6', ['2018-02-01', '2018-12-31'])
    """
    for day in days:
        if not day.readings:
            yield from _of_day(day, told.tense_at(day.span), span=_moved(day, offset))
    sentence = told.sentence
    for match in _part(vocabulary).finditer(sentence) if " year" in sentence else ():
        if told.tense_at(Span(*match.span())) == "past":
            last = year_parts(vocabulary)[" ".join(match["part"].casefold().split())].last
            span = Span(offset + match.start(), offset + match.end())
            yield Season(span=span, rule="A-D8", month=last + 1, months_after=11 - last)
    for match in _month(vocabulary).finditer(sentence) if calendar_of(vocabulary).month.search(sentence) else ():
        if told.tense_at(Span(*match.span())) == "past":
            month = calendar_of(vocabulary).months[match["month"].casefold()]
            span = Span(offset + match.start(), offset + match.end())
            yield Season(span=span, rule="A-D6", month=month, months_after=_MONTHS_BACK)


def _of_day(day: WrittenDate, tense: Tense, *, span: Span) -> Iterator[Season]:
    month, number = day.month or 1, day.day or 1
    if day.weekday and tense:
        before, after = (0, _DAYS_OF_WEEK) if tense == "past" else (_DAYS_OF_WEEK, 0)
        yield Season(
            span=span, rule="A-D7", month=month, day=number, days_before=before, days_after=after, weekday=day.weekday
        )
    elif tense == "past":
        yield Season(span=span, rule="A-D6", month=month, day=number, months_after=_MONTHS_BACK)


def _moved(day: WrittenDate, offset: int) -> Span:
    return Span(offset + day.span.start, offset + day.span.end)
