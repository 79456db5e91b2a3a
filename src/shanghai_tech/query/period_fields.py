"""Periods, asked by their days: an end that is open may be any day, an ambiguous date any of its readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Final, TypeAlias

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.model import Period
from shanghai_tech.query.field import Asked, Field, written
from shanghai_tech.query.predicate import Not, Predicate, R_contra
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.values import AskedPeriod, period_of

#: First and last day.
_Days: TypeAlias = tuple[date, date]
#: Whether days told are as asked.
_Relation: TypeAlias = Callable[[_Days, _Days], bool]

_RELATIONS: Final[dict[str, _Relation]] = {
    "during": lambda told, asked: asked[0] <= told[0] and told[1] <= asked[1],
    "overlaps": lambda told, asked: told[0] <= asked[1] and asked[0] <= told[1],
    "before": lambda told, asked: told[1] < asked[0],
    "after": lambda told, asked: told[0] > asked[1],
    "by": lambda told, asked: told[1] <= asked[1],
    "since": lambda told, asked: told[0] >= asked[0],
}
#: Which end of what is asked a relation needs.
_NEEDED: Final = {"before": "start", "since": "start", "after": "end", "by": "end"}


class PeriodField(Field[R_contra, Period]):
    """A field of days, asked how they lie to others.

    "By 2025" has an open start: it is `by("2025")` for certain, and `during("2025")` perhaps.
    """

    example = "{}.during('2025')"

    def during(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether all its days are among those asked for."""
        return self._related("during", days)

    def overlaps(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether some of its days is."""
        return self._related("overlaps", days)

    def before(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether its last day is before the first of those."""
        return self._related("before", days)

    def after(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether its first day is after the last of those."""
        return self._related("after", days)

    def by(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether its last day is no later than the last of those."""
        return self._related("by", days)

    def since(self, days: AskedPeriod) -> Predicate[R_contra]:
        """Whether its first day is no earlier than the first of those."""
        return self._related("since", days)

    def __eq__(self, days: AskedPeriod) -> Predicate[R_contra]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        asked = period_of(days)
        return self._asked(f" == {written(days)}", ("==", _sense(asked)), lambda told: self._equal(told, asked))

    def __ne__(self, days: AskedPeriod) -> Predicate[R_contra]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        return Not(self == days, f"{self.name} != {written(days)}")

    __hash__ = object.__hash__

    def _related(self, name: str, days: AskedPeriod) -> Predicate[R_contra]:
        asked = period_of(days)
        needed = _NEEDED.get(name)
        if needed is not None and getattr(asked, needed) is None:
            side = "first" if needed == "start" else "last"
            raise InvalidQuestion(f"{self.name}.{name}", str(asked), f"days with a {side} one")
        relation = _RELATIONS[name]
        wanted = [_closed(each) for each in _readings(asked)]
        return self._asked(
            f".{name}({written(days)})", (name, _sense(asked)), lambda told: self._answer(told, wanted, relation)
        )

    def _asked(
        self, spelling: str, sense: tuple[object, ...], answer: Callable[[Period], Truth]
    ) -> Predicate[R_contra]:
        values = self.values.all

        def of_record(record: R_contra, setting: Setting) -> Truth:
            found = Truth.IMPOSSIBLE
            for told in values(record, setting) or (None,):
                found |= Truth.POSSIBLE if told is None else answer(told)
            return found

        return Asked(of=self, written=spelling, sense=sense, answer=of_record)

    def _answer(self, told: Period, wanted: Sequence[_Days], relation: _Relation) -> Truth:
        return _over(relation(days, asked) for days in _worlds(told) for asked in wanted)

    def _equal(self, told: Period, asked: Period) -> Truth:
        pairs = list(product(_readings(told), _readings(asked)))
        if all(one.start == other.start and one.end == other.end for one, other in pairs):
            return Truth.CERTAIN
        return Truth.of(any(_may_be(one, other) for one, other in pairs)) & Truth.POSSIBLE

    def sort_key(self, value: object) -> tuple[object, ...]:
        """The last day, then the first."""
        first, last = _closed(value) if isinstance(value, Period) else (date.min, date.max)
        return last, first


class DayField(PeriodField[R_contra]):
    """A field of a single day, known to be one of the days told."""

    def _answer(self, told: Period, wanted: Sequence[_Days], relation: _Relation) -> Truth:
        worlds: list[bool] = []
        for reading in _readings(told):
            first, last = _closed(reading)
            for asked in wanted:
                inside = [day for day in (*asked, _next(asked[1]), _previous(asked[0])) if first <= day <= last]
                worlds += [relation((day, day), asked) for day in (first, last, *inside)]
        return _over(worlds)

    def _equal(self, told: Period, asked: Period) -> Truth:
        return self._answer(told, [_closed(each) for each in _readings(asked)], _RELATIONS["during"])


def _over(worlds: Iterator[bool] | Sequence[bool]) -> Truth:
    answers = set(worlds)
    return Truth.POSSIBLE if len(answers) > 1 else Truth.of(answers == {True})


def _readings(period: Period) -> Sequence[Period]:
    return period.candidates or (period,)


def _closed(period: Period) -> _Days:
    return period.start or date.min, period.end or date.max


def _worlds(period: Period) -> Iterator[_Days]:
    """All readings, with an open end as far away and as near as it can be: between these nothing new is found."""
    for each in _readings(period):
        first, last = _closed(each)
        yield first, last
        if each.start is None:
            yield last, last
        elif each.end is None:
            yield first, first


def _may_be(told: Period, asked: Period) -> bool:
    """Whether two periods are the same where both tell, and can be where one is open."""
    starts = told.start == asked.start or (told.start is None and asked.start is not None)
    ends = told.end == asked.end or (told.end is None and asked.end is not None)
    first, last = _closed(told)
    wanted = _closed(asked)
    return starts and ends and first <= wanted[0] and wanted[1] <= last


def _sense(period: Period) -> tuple[tuple[date | None, date | None], ...]:
    return tuple(sorted({(each.start, each.end) for each in _readings(period)}, key=str))


def _next(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)


def _previous(day: date) -> date:
    return day if day == date.min else date.fromordinal(day.toordinal() - 1)
