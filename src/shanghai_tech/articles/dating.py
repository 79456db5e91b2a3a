"""The day of publication of an article that states none, as an interval inferred from what its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice
from typing import Final, TypeAlias

from attrs import frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.articles.clues import Limit, Season
from shanghai_tech.articles.dates import WrittenDate, calendar_of, find_dates
from shanghai_tech.articles.day_clues import day_limits, seasons
from shanghai_tech.articles.document import Masked, Sentence
from shanghai_tech.articles.stated import Dated
from shanghai_tech.articles.tense import read_tenses
from shanghai_tech.articles.year_clues import year_limits
from shanghai_tech.model import Period, Precision, Span
from shanghai_tech.vocabulary import Vocabulary

Interval: TypeAlias = tuple[date, date]

_LONGEST: Final = 1000
_ENOUGH: Final = 300  # sentences: an article has fewer that tell a time, and a table of years would only take long
_HINT: Final = re.compile(r"19[0-9]{2}|20[0-9]{2}|of (?:this|the) year")
_COPYRIGHT: Final = re.compile(r"(?:©|(?i:copyright|\(c\)))[^0-9\n]{0,12}(?P<year>(?:19|20)[0-9]{2})(?!\s*[-–])")
_MONTHS_OF_YEAR_END: Final = 6
_YEARS_OF_FIGURES: Final = 2
_YEARS_OF_WEEKDAYS: Final = 5
_TOLD: Final = {
    "A-D2": "the dateline says {}",
    "A-D3": "{} is told as past",
    "A-D4": "{} is told as to come",
    "A-D5": "{} tells which year it is",
    "A-D6": "{} is told as past without its year",
    "A-D7": "{} fits few years",
    "A-D8": "{} is told as past",
    "A-D9": "{} stands at its foot",
}


@frozen(kw_only=True)
class _Clues:
    limits: tuple[Limit, ...]
    seasons: tuple[Season, ...]


@frozen(kw_only=True)
class _Window:
    """The days that are left for the article, and the clues that left them."""

    start: date
    end: date | None
    because: tuple[tuple[Span, str], ...]
    is_capped: bool = False


def infer_date(
    sentences: tuple[Sentence, ...],
    masked: tuple[Masked, ...],
    *,
    text: str,
    day: WrittenDate | None,
    vocabulary: Vocabulary,
) -> Dated | None:
    """The interval in which an article was written, told by its sentences; `day` is a date without its year, if any.

    The limits that most clues agree on hold; where two sets are as many, the later one does, as the past is certain.
    None where nothing tells a first day.

    >>> from shanghai_tech.articles.document import Part
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "In 2017, 81 were granted, up from 70 in 2016. Ten had been opened by February."
    >>> told = (Sentence(Span(0, 45), Part.BODY, 0), Sentence(Span(46, 78), Part.BODY, 0))
    >>> dated = infer_date(told, (), text=text, day=None, vocabulary=load_vocabulary())
    >>> str(dated.period)
    '2018-02/2018-12'
    >>> dated.why.split("; ")[1:3]
    ["'In 2017' is told as past", "'by February' is told as past without its year"]
    """
    clues = _clues(sentences, text=text, vocabulary=vocabulary)
    window = _agreed(clues.limits)
    if window is None:
        return None
    window = _within_copyright(window, masked, text=text)
    window = _capped(window, clues.limits)
    is_capped = window.is_capped
    window = _on_weekday(window, clues.seasons)
    if window.end is not None:
        window = _in_season(window, window.end, clues.seasons)
        window = _on_day(window, day)
    because = tuple(dict.fromkeys(sorted(window.because)))
    reasons = [_TOLD[rule].format(repr(" ".join(span.slice(text).split()))) for span, rule in because]
    reasons += ["no later figures are told"] if is_capped else []
    return Dated(
        period=_period(window.start, window.end),
        how="inferred",
        why="; ".join(["no date is stated", *reasons]),
        evidence=because,
    )


def _clues(sentences: tuple[Sentence, ...], *, text: str, vocabulary: Vocabulary) -> _Clues:
    limits: list[Limit] = []
    found: list[Season] = []
    month = calendar_of(vocabulary).month
    short = (sentence for sentence in sentences if len(sentence.span) <= _LONGEST)
    hinting = (each for each in short if _HINT.search(each.span.slice(text)) or month.search(each.span.slice(text)))
    for sentence in islice(hinting, _ENOUGH):
        words = sentence.span.slice(text)
        told, days, offset = read_tenses(words, vocabulary), find_dates(words, vocabulary), sentence.span.start
        limits += year_limits(told, vocabulary, offset=offset)
        limits += day_limits(days, told, offset=offset)
        found += seasons(days, told, offset=offset, vocabulary=vocabulary)
    return _Clues(limits=tuple(limits), seasons=tuple(found))


# ---------------------------------------------------------------- limits


def _agreed(limits: tuple[Limit, ...]) -> _Window | None:
    """The days that most limits allow; of two such stretches the later one, and None where it has no first day."""
    changes: dict[date, int] = {}
    for limit in limits:
        if limit.earliest is not None:
            changes[limit.earliest] = changes.get(limit.earliest, 0) + limit.weight
        if limit.latest is not None:
            after = limit.latest + timedelta(days=1)
            changes[after] = changes.get(after, 0) - limit.weight
    fitting = sum(limit.weight for limit in limits if limit.earliest is None)
    days = sorted(changes)
    most, start, end = fitting, None, days[0] - timedelta(days=1) if days else None
    for number, day in enumerate(days):
        fitting += changes[day]
        if fitting >= most:
            most, start = fitting, day
            end = days[number + 1] - timedelta(days=1) if number + 1 < len(days) else None
    if start is None:
        return None
    kept = [limit for limit in limits if _allows(limit, start)]
    first = [limit for limit in kept if limit.earliest == start][:1]
    last = [limit for limit in kept if end is not None and limit.latest == end][:1]
    return _Window(start=start, end=end, because=tuple((limit.span, limit.rule) for limit in (*first, *last)))


def _allows(limit: Limit, day: date) -> bool:
    return (limit.earliest is None or limit.earliest <= day) and (limit.latest is None or day <= limit.latest)


def _within_copyright(window: _Window, masked: Iterable[Masked], *, text: str) -> _Window:
    """The window up to the year of a copyright line: a page is made in the year that it prints, or before."""
    for each in masked:
        match = _COPYRIGHT.search(text, each.span.start, min(each.span.end, each.span.start + 200))
        if each.kind != "copyright" or match is None:
            continue
        latest = date(int(match["year"]), 12, 31)
        if window.start <= latest and (window.end is None or latest < window.end):
            because = (*window.because, (Span(*match.span()), "A-D9"))
            return _Window(start=window.start, end=latest, because=because)
    return window


def _capped(window: _Window, limits: tuple[Limit, ...]) -> _Window:
    """The window up to the end of its first year, or half a year, where the latest past is told in figures.

    Articles print the latest figures that there are, and set others of the years before beside them.
    """
    told = [limit for limit in limits if limit.figures and limit.earliest and _allows(limit, window.start)]
    newest = [limit for limit in told if not limit.is_base and _year(limit) == window.start.year]
    if not newest or sum(_year(limit) >= window.start.year - _YEARS_OF_FIGURES for limit in told) < 2:
        return window
    half_a_year = window.start + relativedelta(months=_MONTHS_OF_YEAR_END - 1, day=31)
    cap = max(date(window.start.year, 12, 31), half_a_year)
    end = cap if window.end is None else min(cap, window.end)
    return _Window(start=window.start, end=end, because=window.because, is_capped=True)


def _year(limit: Limit) -> int:
    return limit.earliest.year if limit.earliest else 0


# ---------------------------------------------------------------- seasons


def _on_weekday(window: _Window, found: tuple[Season, ...]) -> _Window:
    """An open window closed by a weekday beside a day: the two meet again after five years at the soonest."""
    horizon = date(window.start.year + _YEARS_OF_WEEKDAYS, 1, 1)
    for season in found:
        if window.end is not None or season.weekday is None:
            continue
        narrowed = _in_season(window, horizon, (season,))
        window = narrowed if narrowed.end != horizon else window
    return window


def _in_season(window: _Window, end: date, found: tuple[Season, ...]) -> _Window:
    """The window narrowed to the seasons that leave any of it, days with a weekday before all others."""
    left = [(window.start, end)]
    because = list(window.because)
    for season in sorted(found, key=lambda each: (each.rule != "A-D7", each.rule != "A-D8", each.span)):
        years = range(left[0][0].year - 2, left[-1][1].year + 2)
        allowed = [days for year in years if (days := season.window(year)) is not None]
        narrowed = _shared(left, allowed)
        if narrowed and (narrowed[0][0], narrowed[-1][1]) != (left[0][0], left[-1][1]):
            because.append((season.span, season.rule))
        left = narrowed or left
    return _Window(start=left[0][0], end=left[-1][1], because=tuple(because))


def _shared(left: list[Interval], allowed: list[Interval]) -> list[Interval]:
    """The stretches that two lists of stretches have in common, in order."""
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in left for other in allowed)
    return sorted((first, last) for first, last in both if first <= last)


def _on_day(window: _Window, day: WrittenDate | None) -> _Window:
    """The one day of the window that a date without its year can be; the window itself where there is not just one."""
    if day is None or window.end is None or not day.month or not day.day:
        return window
    season = Season(span=day.span, rule="A-D2", month=day.month, day=day.day, weekday=day.weekday)
    years = range(window.start.year, window.end.year + 1)
    fitting = _shared(
        [(window.start, window.end)], [days for year in years if (days := season.window(year)) is not None]
    )
    if len(fitting) != 1:
        return window
    return _Window(start=fitting[0][0], end=fitting[0][0], because=(*window.because, (day.span, "A-D2")))


def _period(start: date, end: date | None) -> Period:
    """The period of a window, with the widest precision that tells its ends."""
    if end is None:
        return Period(start=start, end=None, precision=Precision.DAY)
    ends_month = (end + timedelta(days=1)).day == 1
    if start.day != 1 or not ends_month:
        return Period(start=start, end=end)
    is_years = start.month == 1 and end.month == 12
    return Period(start=start, end=end, precision=Precision.YEAR if is_years else Precision.MONTH)
