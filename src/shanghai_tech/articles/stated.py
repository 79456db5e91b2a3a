"""The day of publication as the head, the foot or the dateline states it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import frozen

from shanghai_tech.articles.bylines import Label, Told
from shanghai_tech.articles.dates import WrittenDate, calendar_of
from shanghai_tech.articles.names import writes_day_first
from shanghai_tech.model import Period, Precision, Span
from shanghai_tech.vocabulary import Vocabulary

_ORDER: Final[tuple[Label, ...]] = ("published", "", "updated")


@frozen(kw_only=True)
class Dated:
    """When an article was published, why this reading, and the words it rests on, each with its rule."""

    period: Period
    how: str
    why: str
    evidence: tuple[tuple[Span, str], ...]


def read_stated(
    told: tuple[Told, ...], dateline: WrittenDate | None, *, text: str, outlet: str | None, vocabulary: Vocabulary
) -> Dated | None:
    """The day that the head states; of several, the day of publication before one without a word, and updates last.

    Rules: A-D1, a day told in the head or the foot; A-D2, a day told in the dateline.

    >>> from shanghai_tech.articles.bylines import read_byline
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text, vocabulary = "Posted 03/04/2018", load_vocabulary()
    >>> told = read_byline(text, vocabulary).dates
    >>> dated = read_stated(told, None, text=text, outlet="The Straits Times", vocabulary=vocabulary)
    >>> dated.period.start.isoformat(), [str(day) for day in dated.period.candidates]
    ('2018-04-03', ['2018-04-03', '2018-03-04'])
    >>> dated.why
    "stated as '03/04/2018', the day read first as The Straits Times does; the month read first it is 2018-03-04"
    """
    full = [each for each in told if each.date.readings]
    ranked = sorted(full, key=lambda each: (each.date.precision is not Precision.DAY, _ORDER.index(each.label)))
    if not ranked:
        if dateline is None or not dateline.readings:
            return None
        words = dateline.span.slice(text)
        day = dateline.period(dateline.readings[0])
        return Dated(period=day, how="stated", why=f"stated in the dateline as {words!r}", evidence=((dateline.span, "A-D2"),))
    best = ranked[0]
    words = best.date.span.slice(text)
    used, because = _decide(best, dateline, outlet=outlet, vocabulary=vocabulary)
    others = [day.isoformat() for day in best.date.readings if day != used]
    how_read = f", {because} it is {others[0]}" if others else ""
    evidence = ((best.date.span, "A-D1"),) + (((dateline.span, "A-D2"),) if others and dateline else ())
    return Dated(period=best.date.period(used), how="stated", why=f"stated as {words!r}{how_read}", evidence=evidence)


def _decide(told: Told, dateline: WrittenDate | None, *, outlet: str | None, vocabulary: Vocabulary) -> tuple[date, str]:
    """The reading that is used, and a clause that says why and leads to the other one."""
    readings = told.date.readings
    if not told.date.is_ambiguous:
        return readings[0], ""
    month_first, day_first = readings[0], readings[1]
    if dateline and dateline.month:
        for used in readings:
            if (used.month, used.day) == (dateline.month, dateline.day):
                return used, "as the dateline says; read the other way"
    habit = writes_day_first(outlet, vocabulary) if outlet else None
    zone = calendar_of(vocabulary).day_first.get(told.zone)
    if habit:
        return day_first, f"the day read first as {outlet} does; the month read first"
    if zone is not None:
        order = "day" if zone else "month"
        other = "month" if zone else "day"
        return (day_first if zone else month_first), f"the {order} read first as its time zone suggests; the {other} read first"
    return month_first, "the month read first, as nothing tells otherwise; the day read first"
