"""When something was or is to be: days, with the precision that was written."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from typing import Final

from attrs import frozen

from shanghai_tech.errors import InvalidText, InvalidValue


class Precision(Enum):
    """The unit of the calendar in which a period was written."""

    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


_PART: Final = re.compile(
    r"(?P<decade>\d{3})X"
    r"|(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>\d\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_EXPECTED: Final = "a period such as 2018, 2018-H1, 2018-W34, 2018-03-30, 201X, 2016/2020, ../2025 or 2020/.."


@frozen(kw_only=True)
class Period:
    """The days from `start` to `end`, both included; an end that is None is open.

    "By 2025" is open at the start and ends on 2025-12-31; "since 2020" is open at the end. `candidates` are all
    readings of an ambiguous date, of which this period is the one used; it is empty where there is but one.
    The text form follows EDTF (ISO 8601-2), with H1 and H2 for halves and Q1 to Q4 for quarters; a decade is written
    with an X for its years (201X), a week with its number in ISO 8601 (2018-W34). An end that is no first or last day
    of what it was told in is written as a day.

    >>> by = Period.parse("../2025")
    >>> by.start, by.end, by.precision.value
    (None, datetime.date(2025, 12, 31), 'year')
    >>> str(Period.parse("2018-01/2018-09")), str(Period.parse("2018-01/2018-06"))
    ('2018-01/2018-09', '2018-01/2018-06')
    >>> str(Period.parse("201X").start), str(Period.parse("2018-W34").end)
    ('2010-01-01', '2018-08-26')
    """

    start: date | None
    end: date | None
    precision: Precision = Precision.DAY
    candidates: tuple[Period, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise InvalidValue("period", (self.start, self.end), "a first or a last day")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise InvalidValue("period", (self.start.isoformat(), self.end.isoformat()), "a first day before the last")

    # ------------------------------------------------------------ making

    @classmethod
    def day(cls, day: date) -> Period:
        """A single day."""
        return cls(start=day, end=day, precision=Precision.DAY)

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        """A week from Monday to Sunday by its year and number in ISO 8601."""
        first, last = date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        return cls(start=first, end=last, precision=Precision.WEEK)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        return cls(start=date(year, month, 1), end=_last_day(year, month), precision=Precision.MONTH)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter of a calendar year, from 1 to 4."""
        last = 3 * quarter
        return cls(start=date(year, last - 2, 1), end=_last_day(year, last), precision=Precision.QUARTER)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """A half of a calendar year, 1 or 2."""
        last = 6 * half
        return cls(start=date(year, last - 5, 1), end=_last_day(year, last), precision=Precision.HALF)

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(start=date(year, 1, 1), end=date(year, 12, 31), precision=Precision.YEAR)

    @classmethod
    def decade(cls, year: int) -> Period:
        """The ten years from one that ends in 0 that a year lies in."""
        first = year - year % 10
        return cls(start=date(first, 1, 1), end=date(first + 9, 12, 31), precision=Precision.DECADE)

    def until(self) -> Period:
        """Up to the last day of this period, open at the start: "by 2025" of "2025"."""
        return Period(start=None, end=self.end if self.end is not None else self.start, precision=self.precision)

    def since(self) -> Period:
        """From the first day of this period on, open at the end: "since 2020" of "2020"."""
        return Period(start=self.start if self.start is not None else self.end, end=None, precision=self.precision)

    def to(self, other: Period) -> Period:
        """From the first day of this period to the last of the other."""
        return Period(start=self.start, end=other.end, precision=other.precision)

    # ------------------------------------------------------------ text form

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `str` writes.

        Raises:
            InvalidText: where the text is no period.
        """
        readings = tuple(map(_parse_one, text.split("|")))
        first = readings[0]
        return (
            first
            if len(readings) == 1
            else cls(start=first.start, end=first.end, precision=first.precision, candidates=readings)
        )

    def __str__(self) -> str:
        return "|".join(map(str, self.candidates)) if self.candidates else self._text()

    def _text(self) -> str:
        if self.start is not None and self.end is not None:
            whole = _unit(self.start, self.precision)
            if whole is not None and (whole.start, whole.end) == (self.start, self.end):
                return _unit_text(self.start, self.precision)
        left = ".." if self.start is None else _end_text(self.start, self.precision, is_start=True)
        right = ".." if self.end is None else _end_text(self.end, self.precision, is_start=False)
        return f"{left}/{right}"

    # ------------------------------------------------------------ relations

    def within(self, other: Period) -> bool:
        """Whether every day of this period is a day of the other: a partial order."""
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Period) -> bool:
        """Whether this period ends before the other begins."""
        return self.end is not None and other.start is not None and self.end < other.start


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _unit(day: date, precision: Precision) -> Period | None:
    """The unit of the calendar that a day lies in; None for one that reaches beyond the days that there are."""
    try:
        return _whole(day, precision)
    except (ValueError, OverflowError):
        return None


def _whole(day: date, precision: Precision) -> Period:
    match precision:
        case Precision.DECADE:
            return Period.decade(day.year)
        case Precision.YEAR:
            return Period.year(day.year)
        case Precision.HALF:
            return Period.half(day.year, (day.month + 5) // 6)
        case Precision.QUARTER:
            return Period.quarter(day.year, (day.month + 2) // 3)
        case Precision.MONTH:
            return Period.month(day.year, day.month)
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return Period.week(year, week)
        case Precision.DAY:
            return Period.day(day)


def _unit_text(day: date, precision: Precision) -> str:
    year = f"{day.year:04d}"
    match precision:
        case Precision.DECADE:
            return f"{year[:3]}X"
        case Precision.YEAR:
            return year
        case Precision.HALF:
            return f"{year}-H{(day.month + 5) // 6}"
        case Precision.QUARTER:
            return f"{year}-Q{(day.month + 2) // 3}"
        case Precision.MONTH:
            return f"{year}-{day.month:02d}"
        case Precision.WEEK:
            of, week, _ = day.isocalendar()
            return f"{of:04d}-W{week:02d}"
        case Precision.DAY:
            return day.isoformat()


def _end_text(day: date, precision: Precision, *, is_start: bool) -> str:
    """One end of a range: by its calendar unit where it is the unit's first or last day, else by the day."""
    unit = _unit(day, precision)
    fits = unit is not None and day == (unit.start if is_start else unit.end)
    return _unit_text(day, precision if fits else Precision.DAY)


def _parse_one(text: str) -> Period:
    left, slash, right = text.partition("/")
    if not slash:
        return _parse_part(left, text, 0)
    first = None if left == ".." else _parse_part(left, text, 0)
    last = None if right == ".." else _parse_part(right, text, len(left) + 1)
    known = last or first
    if known is None:
        raise InvalidText("period", text, at=0, expected=_EXPECTED)
    return Period(start=first.start if first else None, end=last.end if last else None, precision=known.precision)


def _parse_part(part: str, text: str, at: int) -> Period:
    match = _PART.fullmatch(part)
    if not match:
        raise InvalidText("period", text, at=at, expected=_EXPECTED)
    try:
        return _named(match)
    except (ValueError, OverflowError):  # no such decade, month, week or day
        raise InvalidText("period", text, at=at + 5, expected="a day of the calendar") from None


def _named(match: re.Match[str]) -> Period:
    if match["decade"]:
        return Period.decade(10 * int(match["decade"]))
    year = int(match["year"])
    match match.lastgroup:
        case "half":
            return Period.half(year, int(match["half"]))
        case "quarter":
            return Period.quarter(year, int(match["quarter"]))
        case "month":
            return Period.month(year, int(match["month"]))
        case "week":
            return Period.week(year, int(match["week"]))
        case "day":
            return Period.day(date(year, int(match["month"]), int(match["day"])))
        case _:
            return Period.year(year)
