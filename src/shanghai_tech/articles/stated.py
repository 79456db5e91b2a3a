"""The day of publication as the head, the foot or the dateline states it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import frozen

from shanghai_tech.articles.bylines import Label, Told
from shanghai_tech.articles.dates import WrittenDate, calendar_of
from shanghai_tech.articles.document import Sentence
from shanghai_tech.articles.outlets import writes_day_first
from shanghai_tech.articles.weekdays import day_by_weekday
from shanghai_tech.model import Period, Precision, Span
from shanghai_tech.model.article import PublishedHow
from shanghai_tech.vocabulary import Vocabulary

_ORDER: Final[tuple[Label, ...]] = ("published", "", "updated")
_AT_FOOT: Final[dict[Label, int]] = {"published": 1, "": 3, "updated": 3}  # where a day of the foot stands among those


@frozen(kw_only=True)
class Dated:
    """When an article was published, why this reading, and the words it rests on, each with its rule."""

    period: Period
    how: PublishedHow
    why: str
    evidence: tuple[tuple[Span, str], ...]


@frozen(kw_only=True)
class Page:
    """What a date is read in: the text, the outlet, and the sentences, which are asked for a weekday."""

    text: str
    outlet: str | None
    vocabulary: Vocabulary
    sentences: tuple[Sentence, ...] = ()


def read_stated(
    head: tuple[Told, ...], foot: tuple[Told, ...], dateline: WrittenDate | None, *, page: Page
) -> Dated | None:
    """The day that the head states, or else the foot, or else the dateline.

    Of several the day of publication comes first, then one without a word, then updates; of the foot, only a day of
    publication comes before an update of the head. Rules: A-D1, a day told in
    the head or at the foot; A-D2, a day told in the dateline.

    >>> from shanghai_tech.articles.bylines import read_byline
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text, vocabulary = "Posted 03/04/2018", load_vocabulary()
    >>> told = read_byline(text, vocabulary).dates
    >>> page = Page(text=text, outlet="The Straits Times", vocabulary=vocabulary)
    >>> dated = read_stated(told, (), None, page=page)
    >>> dated.period.start.isoformat(), [str(day) for day in dated.period.candidates]
    ('2018-04-03', ['2018-04-03', '2018-03-04'])
    >>> dated.why
    "stated as '03/04/2018', the day read first as The Straits Times does; the month read first it is 2018-03-04"
    """
    ranked = _ranked(head, foot)
    others = [each.date for each in ranked[1:]] + ([dateline] if dateline else [])
    if ranked:
        return _stated(ranked[0], others, page=page)
    if dateline is None or not dateline.readings:
        return None
    return Dated(
        period=dateline.period(dateline.readings[0]),
        how="stated",
        why=f"stated in the dateline as {dateline.span.slice(page.text)!r}",
        evidence=((dateline.span, "A-D2"),),
    )


def _stated(told: Told, others: list[WrittenDate], *, page: Page) -> Dated:
    """The day of one date line; where it can be read in two ways, `_decide` tells which."""
    written = told.date
    why, evidence = f"stated as {written.span.slice(page.text)!r}", ((written.span, "A-D1"),)
    if not written.is_ambiguous:
        return Dated(period=written.period(written.readings[0]), how="stated", why=why, evidence=evidence)
    used, because, by = _decide(told, others, page=page)
    left = next(day for day in written.readings if day != used)
    return Dated(
        period=written.period(used),
        how="stated",
        why=f"{why}, {because} it is {left.isoformat()}",
        evidence=(*evidence, *((span, "A-D1") for span in by)),
    )


def _ranked(head: tuple[Told, ...], foot: tuple[Told, ...]) -> list[Told]:
    ranked = [(each, _ORDER.index(each.label)) for each in head] + [(each, _AT_FOOT[each.label]) for each in foot]
    full = [(each, rank) for each, rank in ranked if each.date.readings]
    return [each for each, _ in sorted(full, key=lambda one: (one[0].date.precision is not Precision.DAY, one[1]))]


def _decide(told: Told, others: list[WrittenDate], *, page: Page) -> tuple[date, str, tuple[Span, ...]]:
    """The reading that is used, a clause that says why and leads to the other one, and the words that decided."""
    month_first, day_first = told.date.readings
    text, vocabulary = page.text, page.vocabulary
    for other in others:
        for used in (month_first, day_first):
            if not other.is_ambiguous and (other.month, other.day) == (used.month, used.day):
                return used, f"as {other.span.slice(text)!r} says too; read the other way", (other.span,)
    if page.outlet and writes_day_first(page.outlet, vocabulary):
        return day_first, f"the day read first as {page.outlet} does; the month read first", ()
    zone = calendar_of(vocabulary).day_first.get(told.zone)
    if zone is not None:
        order, other_order = ("day", "month") if zone else ("month", "day")
        why = f"the {order} read first as its time zone suggests; the {other_order} read first"
        return (day_first if zone else month_first), why, ()
    by_weekday = day_by_weekday(told.date.readings, page.sentences, text=text, vocabulary=vocabulary)
    if by_weekday is not None:
        used, span = by_weekday
        return used, f"as {span.slice(text)!r} fits that day; read the other way", (span,)
    return month_first, "the month read first, as nothing tells otherwise; the day read first", ()
