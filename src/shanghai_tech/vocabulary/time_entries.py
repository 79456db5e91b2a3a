"""The entries for times: the words that time expressions are made of."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen(kw_only=True)
class Month:
    """A month of the year and the ways to shorten it."""

    id: str
    number: int
    short: tuple[str, ...] = ()


@frozen(kw_only=True)
class Weekday:
    """A day of the week, Monday being 1 (ISO 8601), and the ways to shorten it."""

    id: str
    number: int
    short: tuple[str, ...] = ()


@frozen(kw_only=True)
class TimeUnit:
    """A unit of the calendar or the clock; `code` is how ISO 8601 writes a duration of it ("Y", "TH").

    `months` or `days` is its length where it has one on the calendar. A unit with a `letter` is numbered within the
    year, from 1 to `a_year`, and may be written with the letter: "Q3", "3Q", "H1".
    """

    id: str
    code: str
    names: tuple[str, ...]
    plurals: tuple[str, ...] = ()
    months: int = 0
    days: int = 0
    letter: str = ""
    a_year: int = 0


@frozen(kw_only=True)
class Season:
    """A season of the year and the month in which it begins; `code` is its name in TIMEX3 ("SU")."""

    id: str
    code: str
    month: int
    names: tuple[str, ...]


@frozen(kw_only=True)
class DayPart:
    """A part of the day, by its name in TIMEX3 ("TMO" for the morning) or by the hour ("T12:00" for noon).

    `before_nouns` it tells a time before a noun too: "overnight losses", but not "the morning paper".
    """

    id: str
    code: str
    names: tuple[str, ...]
    before_nouns: bool = False


@frozen(kw_only=True)
class ClockHalf:
    """What tells the hours of the morning from those of the afternoon, and how many hours it adds to the first."""

    id: str
    hours: int
    names: tuple[str, ...]


@frozen(kw_only=True)
class RelativeDay:
    """A day by its distance from the day of publication; `part` is the part of the day that the word tells as well."""

    id: str
    days: int
    names: tuple[str, ...]
    part: str = ""


@frozen(kw_only=True)
class TimeReference:
    """Words that point at the present, the past or the future as a whole."""

    id: str
    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
    names: tuple[str, ...]


@frozen(kw_only=True)
class Shift:
    """A word that counts from the present unit of the calendar: "last" is one back, "next" one on.

    One that is `from_before` counts from what was told before ("the previous year"), one that `ends_now` means a length
    of time and no unit of the calendar ("the past year"). `with_article` words do either behind "the" ("the next day").
    """

    id: str
    steps: int
    names: tuple[str, ...]
    from_before: bool = False
    ends_now: bool = False
    with_article: bool = False


@frozen(kw_only=True)
class CalendarPart:
    """A word for an early, middle or late part of what follows ("mid-"); `nouns` need "of" or a hyphen ("end of")."""

    id: str
    edge: Literal["early", "start", "middle", "late", "end"]
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@frozen(kw_only=True)
class TimeTie:
    """A preposition before a time expression and how it ties a statement to it.

    "within" makes a length of time a limit ("within five years"); "span" reaches back or forward over one ("over the
    past decade"); "base" tells what a change is measured against ("compared with"); "from" is "since" for what is to
    come, the base of a change beside a verb of rise or fall, and "during" else. Days behind a preposition that looks
    `ahead` are still to come, whatever the tense ("extended the deadline until Friday").
    """

    id: str
    relation: Literal["during", "by", "since", "as-of", "before", "after", "until", "within", "span", "base", "from"]
    names: tuple[str, ...]
    ahead: bool = False


@frozen(kw_only=True)
class ChangePhrase:
    """A phrase that says what a growth is measured against by itself: "year on year"; `timex` is that step."""

    id: str
    timex: str
    names: tuple[str, ...]


@frozen(kw_only=True)
class Recurrence:
    """A word for what comes back at even distances: "daily"; `timex` is the distance."""

    id: str
    timex: str
    names: tuple[str, ...]


@frozen(kw_only=True)
class Holiday:
    """A day of the year with a name: a day of a month, or with `weekday` the `day`-th such weekday of it."""

    id: str
    month: int
    day: int
    names: tuple[str, ...]
    weekday: int = 0


@frozen(kw_only=True)
class PlanCycle:
    """Plans that follow one another, numbered: the one with this `ordinal` begins in `first`, each lasts `years`."""

    id: str
    ordinal: int
    first: int
    years: int
    names: tuple[str, ...]


@frozen(kw_only=True)
class VagueCount:
    """A word for a number of units; `value` is None where it leaves the number open ("several")."""

    id: str
    names: tuple[str, ...]
    value: int | None = None


@frozen(kw_only=True)
class TimeWord:
    """Words with one part in the grammar of time expressions (`mentions/times/grammar`), which names it by `id`."""

    id: str
    names: tuple[str, ...]
