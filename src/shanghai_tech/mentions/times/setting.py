"""What a time expression is read against: its sentence, the day of publication, and what was told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from attrs import evolve, field, frozen

from shanghai_tech.mentions.times.lexicon import TimeLexicon
from shanghai_tech.mentions.times.tape import Tape
from shanghai_tech.mentions.times.tense import Direction
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision
from shanghai_tech.vocabulary import Vocabulary

#: A day without a year is seldom farther away than this where the one on the other side is at hand.
FAR: Final = timedelta(days=270)
#: How many of the periods told before can still be meant.
_KEPT: Final = 8
#: An article dated to more than so many days is read from the first of them: what it tells in the past was before it.
_LONG: Final = timedelta(days=31)


@frozen
class Setting:
    """`anchor` is the day of publication, which may be unknown; `told` are the periods told before, in order."""

    tape: Tape
    lexicon: TimeLexicon = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    anchor: date | None = None
    told: tuple[Period, ...] = ()

    @property
    def before(self) -> Period | None:
        """The period told last."""
        return self.told[-1] if self.told else None

    def last_of(self, precision: Precision) -> Period | None:
        """The period told last among those told with a precision, else among all."""
        return next((period for period in reversed(self.told) if period.precision == precision), self.before)

    def after(self, period: Period | None) -> Setting:
        """The setting of what follows in the sentence."""
        return evolve(self, told=(*self.told[-_KEPT:], period)) if period else self


def anchor_of(published: Period | None) -> date | None:
    """The day that relative words count from: the last that the article may be of, or the first of a long time."""
    if not published:
        return None
    if published.start and published.end and published.end - published.start > _LONG:
        return published.start
    return published.end or published.start


def recurring(
    make: Callable[[int], Period | None],
    anchor: date,
    *,
    direction: Direction | None,
    closed: bool = False,
    far: timedelta | None = None,
) -> Period | None:
    """The period of a year that is meant where no year was written; `make` gives the one of each year.

    What was is the last that had begun on the day of publication, or had ended where it must be `closed` to be told of;
    what is to come is the first that had not ended. In the present tense it is the nearer; so it is where the one that
    the tense asks for is farther away than `far`.

    >>> march = lambda year: Period.month(year, 3)
    >>> [str(recurring(march, date(2019, 1, 7), direction=each)) for each in (Direction.PAST, Direction.FUTURE)]
    ['2018-03', '2019-03']
    """
    periods = [
        period for year in range(max(1, anchor.year - 2), min(9999, anchor.year + 2) + 1) if (period := make(year))
    ]
    was = [period for period in periods if _first(period) <= anchor and not (closed and _last(period) > anchor)]
    to_come = [period for period in periods if _last(period) >= anchor]
    if not was or not to_come:
        return None
    since, until = anchor - _last(was[-1]), _first(to_come[0]) - anchor
    nearer = to_come[0] if until < since else was[-1]
    if direction == Direction.PRESENT:
        return nearer
    if direction == Direction.FUTURE:
        return nearer if far and until > far else to_come[0]
    return nearer if far and since > far else was[-1]


def _first(period: Period) -> date:
    return period.start or date.min


def _last(period: Period) -> date:
    return period.end or date.max


def weekday_near(anchor: date, weekday: int, *, direction: Direction | None) -> Period | None:
    """The day of the week that is meant: the last up to the day of publication, or the next from it on.

    >>> tuesday = date(2019, 5, 7)
    >>> [str(weekday_near(tuesday, 5, direction=each)) for each in (Direction.PAST, Direction.FUTURE)]
    ['2019-05-03', '2019-05-10']
    """
    back = (anchor.isoweekday() - weekday) % 7
    steps = (7 - back) % 7 if direction in {Direction.FUTURE, Direction.PRESENT} else -back
    try:
        return Period.day(anchor + timedelta(days=steps))
    except OverflowError:
        return None
