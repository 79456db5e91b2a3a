"""Absolute dates as papers write them: a closed grammar, and what decides between two readings of 03/04/2018.

    date    = [weekday [","]] day [[","] ["("] weekday [")"]]
    day     = year "-" month "-" day | month-name [","] day ["," | "/"] [year] | day ["of"] month-name [","] [year]
            | number "/" number "/" year | year "年" month "月" day "日" | month-name year

Nothing else is a date, and no part that is not written is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.model import Period, Precision, Span
from shanghai_tech.vocabulary import Vocabulary

_YEARS: Final = range(1800, 2200)
_DIGIT: Final = re.compile(r"[0-9]")
_BEFORE: Final = 24  # how far a date reaches before the name of its month, and behind it
_BEHIND: Final = 20


@frozen(kw_only=True)
class WrittenDate:
    """A date as it stands written.

    `readings` are the days that it can be, the month read first before the day read first; one of them unless the date
    is numeric and ambiguous, none where the year is not written. `precision` is a month or a day.
    """

    span: Span
    readings: tuple[date, ...] = ()
    precision: Precision = Precision.DAY
    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the month could be the day."""
        return len(self.readings) > 1

    def period(self, used: date) -> Period:
        """The period of one of the readings; the others are kept as its candidates."""
        if self.precision is Precision.MONTH:
            return Period.month(used.year, used.month)
        others = tuple(Period.day(day) for day in self.readings if day != used)
        first = Period.day(used)
        return Period(start=used, end=used, candidates=(first, *others) if others else ())


@frozen(kw_only=True)
class Calendar:
    """The names of months, weekdays and time zones of a vocabulary, and the patterns made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    month: re.Pattern[str]
    hint: re.Pattern[str]
    in_numbers: tuple[re.Pattern[str], ...]
    in_words: tuple[re.Pattern[str], ...]
    weekday_before: re.Pattern[str]
    weekday_after: re.Pattern[str]
    time: re.Pattern[str]
    day_first: dict[str, bool]


@lru_cache(maxsize=8)
def calendar_of(vocabulary: Vocabulary) -> Calendar:
    """The calendar of a vocabulary.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> calendar_of(load_vocabulary()).months["sept"]
    9
    """
    months = {name.casefold(): entry.number for entry in vocabulary.month for name in (entry.id, *entry.short)}
    weekdays = {name.casefold(): entry.number for entry in vocabulary.weekday for name in (entry.id, *entry.short)}
    zones = {name: entry.day_first for entry in vocabulary.zone for name in entry.names}
    weekday = rf"(?P<weekday>{_any_of(weekdays)})\b\.?"
    return Calendar(
        months=months,
        weekdays=weekdays,
        month=re.compile(_capitalised(months)),
        hint=re.compile(r"[0-9][-/.年]\s?[0-9]{1,2}(?:[-/.月]|\s{1,3}[0-9]{4})"),
        in_numbers=_forms_in_numbers(),
        in_words=_forms_in_words(_any_of(months)),
        weekday_before=re.compile(rf"(?i)\b{weekday}\s*,?\s*[(]?$"),
        weekday_after=re.compile(rf"(?i)\s*,?\s*[(]?{weekday}[)]?"),
        time=_time(_any_of(zones)),
        day_first={name: first for name, first in zones.items() if first is not None},
    )


def _any_of(names: dict[str, int] | dict[str, bool | None]) -> str:
    """An alternation of names, longest first; where there are none, one that matches nothing."""
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or r"(?!)"


def _capitalised(names: Iterable[str]) -> str:
    """An alternation of names as they are written with a capital, by their first letters.

    Each alternative begins with a letter and not with a condition, so that the text between is skipped quickly.
    """
    tails: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        tails.setdefault(name[0].upper(), []).append(re.escape(name[1:]))
    return "|".join(rf"{initial}(?<!\w{initial})(?i:{'|'.join(rest)})\b" for initial, rest in tails.items()) or r"(?!)"


def _forms_in_numbers() -> tuple[re.Pattern[str], ...]:
    year, last = r"(?<![0-9])(?P<year>[0-9]{4})", r"(?P<day>[0-9]{1,2})"
    return (
        re.compile(rf"{year}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark){last}(?![0-9])"),
        re.compile(rf"{year}\s?年\s?(?P<month>[0-9]{{1,2}})\s?月\s?{last}\s?日"),
        re.compile(
            r"(?<![0-9.,/-])(?P<first>[0-3]?[0-9])(?P<mark>[/.-])(?P<second>[0-3]?[0-9])(?:(?P=mark)|\s{1,3})"
            r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9:]|[.,][0-9])"
        ),
    )


def _forms_in_words(month: str) -> tuple[re.Pattern[str], ...]:
    named = rf"(?P<name>{month})\b\.?"
    ordinal = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])"
    year = r"(?P<year>[0-9]{4})(?:(?![0-9])|(?=[0-9]{1,2}:[0-9]{2}))"  # pages forget the blank before the time
    start = r"(?i)(?<![0-9A-Za-z])"
    return (
        re.compile(rf"{start}{named}(?:,\s|\s?){ordinal}\s?[,/]?\s{{0,3}}{year}"),
        re.compile(rf"{start}{ordinal}(?:\s+of)?[\s-]{{0,3}}{named},?[\s-]{{0,3}}{year}"),
        re.compile(rf"{start}{year},?\s{{1,3}}{named}\s{{1,3}}{ordinal}"),
        re.compile(rf"{start}{named},?\s{{1,3}}{year}"),
        re.compile(rf"{start}{named}\s?{ordinal}(?![0-9,.]?[0-9])"),
        re.compile(rf"{start}{ordinal}(?:\s+of)?[\s-]{{1,3}}{named}"),
    )


def _time(zone: str) -> re.Pattern[str]:
    """A time of day, with or without its zone: "20:12", "9:06 AM", "T10:01:20+08:00", "18:05 UTC+8", "0900 GMT"."""
    offset = r"(?:UTC|GMT)\s?[+-]?\s?[0-9]{0,2}(?::?[0-9]{2})?|[+-][0-9]{2}:?[0-9]{2}"
    said = r"(?i:beijing|local|[a-z]{3,12}\ standard)\ time"
    half = r"\s?(?i:[ap]\.?m\b\.?)"
    clock = r"[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?"
    return re.compile(
        rf"(?:(?i:\bat\s|T)|(?<![0-9]))(?:{clock}(?:{half})?|[0-2]?[0-9]{half}|[0-2][0-9][0-5][0-9](?=\s?(?:hrs|{zone})\b))"
        rf"(?:[\s,]{{0,3}}\(?(?P<zone>{offset}|hrs|(?:{zone})\b|{said})\)?)?"
    )


def find_dates(line: str, vocabulary: Vocabulary, *, offset: int = 0) -> tuple[WrittenDate, ...]:
    """The absolute dates of one line, in order, their spans moved by `offset`.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> [day] = find_dates("Published on 05/07 2019", load_vocabulary())
    >>> [reading.isoformat() for reading in day.readings]
    ['2019-05-07', '2019-07-05']
    """
    calendar = calendar_of(vocabulary)
    if not _DIGIT.search(line):
        return ()
    found: list[WrittenDate] = []
    taken: list[tuple[int, int]] = []
    for match in _matches(line, calendar):
        start, end = match.span()
        if any(start < right and left < end for left, right in taken):
            continue
        taken.append((start, end))  # also of what is no day, so that no part of it is read as one
        written = _read(match, calendar)
        if written is not None:
            found.append(_with_weekday(written, line=line, calendar=calendar))
    moved = (evolve(each, span=Span(each.span.start + offset, each.span.end + offset)) for each in found)
    return tuple(sorted(moved, key=lambda each: each.span))


def _matches(line: str, calendar: Calendar) -> Iterator[re.Match[str]]:
    """Where the forms of a date fit, form by form; those with a month in words only around one."""
    if calendar.hint.search(line):
        for form in calendar.in_numbers:
            yield from form.finditer(line)
    places = [(max(0, month.start() - _BEFORE), month.end() + _BEHIND) for month in calendar.month.finditer(line)]
    for form in calendar.in_words if places else ():
        for start, end in places:
            yield from form.finditer(line, start, end)


def _read(match: re.Match[str], calendar: Calendar) -> WrittenDate | None:
    part = match.groupdict()
    span = Span(*match.span())
    month = calendar.months[part["name"].casefold()] if part.get("name") else int(part.get("month") or 0)
    day = int(part.get("day") or 0)
    if part.get("first"):
        readings = _numeric(int(part["first"]), int(part["second"]), year=_full_year(part["year"]))
        return WrittenDate(span=span, readings=readings) if readings else None
    if not part.get("year"):
        known = _day(2000, month, day)  # a leap year, so that February 29 can be said without its year
        return WrittenDate(span=span, month=month, day=day) if known else None
    year = int(part["year"])
    if not day:
        first = _day(year, month, 1)
        return WrittenDate(span=span, readings=(first,), precision=Precision.MONTH) if first else None
    only = _day(year, month, day)
    return WrittenDate(span=span, readings=(only,), month=month, day=day) if only else None


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _numeric(first: int, second: int, *, year: int) -> tuple[date, ...]:
    """Both readings of two numbers and a year, the month first; one where the other is no day or the same."""
    readings = (_day(year, first, second), _day(year, second, first))
    return tuple(dict.fromkeys(day for day in readings if day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:  # no such month or day
        return None


def _with_weekday(written: WrittenDate, *, line: str, calendar: Calendar) -> WrittenDate:
    """The date together with the weekday beside it; the weekday leaves the readings that fall on it."""
    span = written.span
    before = calendar.weekday_before.search(line[max(0, span.start - 16) : span.start])
    after = calendar.weekday_after.match(line, span.end)
    match = before or after
    if not match:
        return written
    weekday = calendar.weekdays[match["weekday"].casefold()]
    start = span.start - (min(16, span.start) - before.start()) if before else span.start
    end = after.end() if after and not before else span.end
    fitting = tuple(day for day in written.readings if day.isoweekday() == weekday)
    return evolve(written, span=Span(start, end), readings=fitting or written.readings, weekday=weekday)
