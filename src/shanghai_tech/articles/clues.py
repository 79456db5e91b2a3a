"""What the sentences of an undated article tell about the day that it was written.

Rules, by their numbers:

    A-D3  a year, or a part of one, told in the past as a whole        "In 2017, 81 were granted"      after it
    A-D4  a year told as to come                                       "by 2025", "in 2022 will"        not after it
    A-D5  a year told as running, last or next                         "this year, 2018", "so far"      in it, beside it
    A-D6  a month or day without its year, told in the past            "had built ten by February"      soon after it
    A-D7  a weekday beside a day of a month                            "Wednesday (January 5)"          beside it
    A-D8  a part of the running year, told in the past                 "in the first half of this year" after it
    A-D9  the year of the copyright line, where another rule agrees    "© 2019"                         not after it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.articles.dates import Calendar, calendar_of, find_dates
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary


@frozen(kw_only=True)
class Limit:
    """The first day, or the last, that an article can have been written on; `counts` where it tells a figure.

    Articles tell the latest figures that there are: the year in which one could first be told is likely the year of the
    article.
    """

    span: Span
    rule: str
    earliest: date | None = None
    latest: date | None = None
    counts: bool = False


@frozen(kw_only=True)
class Season:
    """A stretch of each year that an article can have been written in, as days from a month and day of that year."""

    span: Span
    rule: str
    month: int
    day: int
    before: int = 0
    after: int
    weekday: int | None = None

    def window(self, year: int) -> tuple[date, date] | None:
        """The days of one year; None where the day does not exist in it or falls on another weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:  # 29 February
            return None
        if self.weekday is not None and day.isoweekday() != self.weekday:
            return None
        return day - timedelta(days=self.before), day + timedelta(days=self.after)
