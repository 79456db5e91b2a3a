"""What a time expression is read against: its sentence, the day of publication, and what was told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, field, frozen

from shanghai_tech.mentions.tense import Direction
from shanghai_tech.mentions.time_calendar import day_after
from shanghai_tech.mentions.time_words import Tape, TimeLexicon
from shanghai_tech.model import Period
from shanghai_tech.vocabulary import Vocabulary


@frozen
class Setting:
    """`anchor` is the day of publication, `before` the period that the sentence told last; either may be unknown."""

    tape: Tape
    lexicon: TimeLexicon = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    anchor: date | None = None
    before: Period | None = None

    def after(self, period: Period | None) -> Setting:
        """The setting of what follows in the sentence."""
        return evolve(self, before=period) if period else self


def recurring(
    make: Callable[[int], Period | None], anchor: date, *, direction: Direction | None, closed: bool = False
) -> Period | None:
    """The period of the year that is meant where no year was written; `make` gives the one of each year.

    What was is the last that had begun on the day of publication, or that had ended where it must be `closed` to be told
    of; what is to come is the first that had not ended. In the present tense, or where the last is long over and the next
    close, it is the nearer.
    """
    periods = [period for year in range(max(1, anchor.year - 2), anchor.year + 3) if (period := make(year))]
    was = [period for period in periods if _first(period) <= anchor and not (closed and _last(period) > anchor)]
    to_come = [period for period in periods if _last(period) >= anchor]
    if not was or not to_come:
        return None
    last, following = was[-1], to_come[0]
    if direction == Direction.FUTURE:
        return following
    nearer = following if _first(following) - anchor < anchor - _last(last) else last
    return nearer if direction == Direction.PRESENT else last


def _first(period: Period) -> date:
    return period.start or date.min


def _last(period: Period) -> date:
    return period.end or date.max


def weekday_near(anchor: date, weekday: int, *, direction: Direction | None) -> Period | None:
    """The day of the week that is meant: the last up to the day of publication, or the next from it on."""
    back = (anchor.isoweekday() - weekday) % 7
    try:
        day = anchor - timedelta(days=back) if direction != Direction.FUTURE else anchor + timedelta(days=(7 - back) % 7)
    except OverflowError:
        return None
    return Period.day(day)


def next_weekday(anchor: date, weekday: int, *, steps: int) -> Period | None:
    """The day of the week before (or behind) the day of publication, which itself does not count."""
    if steps < 0:
        return weekday_near(anchor - timedelta(days=1), weekday, direction=Direction.PAST) if anchor > date.min else None
    return weekday_near(day_after(anchor), weekday, direction=Direction.FUTURE)
