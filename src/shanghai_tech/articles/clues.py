"""What a sentence of an undated article can tell about the day that it was written.

Rules, by their numbers:

    A-D3  a year, or a part of one, told in the past as a whole     "In 2017, 81 were granted"       later than it
    A-D4  a year told as to come                                    "by 2025", "will open in 2022"   no later than it
    A-D5  a year told as the running, last or next one              "this year, 2018"                in it, or beside it
    A-D6  a month or day without its year, told in the past         "had built ten by February"      soon after it
    A-D7  a weekday beside a day of a month                         "Wednesday (January 5)"          beside it
    A-D8  a part of the running year, told in the past              "the first half of this year"    later than it
    A-D9  the year of a copyright line, where A-D3 or A-D5 agrees   "© 2019"                         no later than it
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.model import Span


@frozen(kw_only=True)
class Limit:
    """The first day, or the last, that an article can have been written on.

    `figures` tells that the words give a figure, and `is_base` that others are compared with it: articles print the
    latest figures that there are. `weight` is how surely the words are read.
    """

    span: Span
    rule: str
    earliest: date | None = None
    latest: date | None = None
    figures: bool = False
    is_base: bool = False
    weight: int = 1


@frozen(kw_only=True)
class Season:
    """A stretch of every year that an article can have been written in: around a month and day of it.

    It begins `days_before` that day and ends `days_after` it, or with the last day of the month `months_after` it.
    """

    span: Span
    rule: str
    month: int
    day: int = 1
    days_before: int = 0
    days_after: int = 0
    months_after: int | None = None
    weekday: int | None = None

    def window(self, year: int) -> tuple[date, date] | None:
        """The first and last day of it in a year; None where the day falls on another weekday, or does not exist.

        >>> Season(span=Span(0, 9), rule="A-D7", month=1, day=5, days_before=6, weekday=3).window(2022)
        (datetime.date(2021, 12, 30), datetime.date(2022, 1, 5))
        """
        if self.day > monthrange(year, self.month)[1]:
            return None
        day = date(year, self.month, self.day)
        if self.weekday is not None and day.isoweekday() != self.weekday:
            return None
        last = day + timedelta(days=self.days_after)
        if self.months_after is not None:
            last = day + relativedelta(months=self.months_after, day=31)
        return day - timedelta(days=self.days_before), last
