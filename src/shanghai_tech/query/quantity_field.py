"""Amounts, asked by their size: all numbers that the words allow count, and the unit has to fit (`fit.py`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import field, frozen

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.model import Bound, Interval, Metric, Quantity, Target, Unit
from shanghai_tech.model.unit import ONE
from shanghai_tech.query.field import Asked, Field, Values, written
from shanghai_tech.query.fit import Fit, fit, is_part
from shanghai_tech.query.predicate import Not, Predicate
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.units import COUNT, MONEY, NUMBER, conversion, dimension_of
from shanghai_tech.query.values import AskedQuantity, quantity_of

_Fact: TypeAlias = Metric | Target
#: What a quantity says to a question, its numbers being so many of the unit that is asked for.
_Answer: TypeAlias = Callable[[Quantity, Fraction], Truth]

_COUNTED: Final = frozenset({COUNT, NUMBER})


class QuantityField(Field[_Fact, Quantity]):
    """The amount of a fact, also as restated in another unit.

    `<`, `<=`, `>` and `>=` compare with a number taken as exact, and are certain where all numbers that the words
    allow say yes. `==` asks for an amount as it is told, however many digits it has: "over 500" is `== "over 500"`.
    An amount that measures something else says no; one in another currency may or may not.
    """

    example = "{} >= '1 trillion yuan'"

    def __init__(self, name: str, *, values: Values[_Fact, Quantity]) -> None:
        super().__init__(name, Metric, Target, values=values)

    def __ge__(self, value: AskedQuantity) -> Predicate[_Fact]:
        return self._beyond(">=", value)

    def __gt__(self, value: AskedQuantity) -> Predicate[_Fact]:
        return self._beyond(">", value)

    def __le__(self, value: AskedQuantity) -> Predicate[_Fact]:
        return self._beyond("<=", value)

    def __lt__(self, value: AskedQuantity) -> Predicate[_Fact]:
        return self._beyond("<", value)

    def between(self, low: AskedQuantity, high: AskedQuantity) -> Predicate[_Fact]:
        """Whether it lies between two amounts, or is one of them.

        Raises:
            InvalidQuestion: for amounts that are not exact, not in order, or of units that no definition joins.
            InvalidText: for words that are no amount.
        """
        what = f"{self.name}.between"
        first, last = _exact(low, what=what), _exact(high, what=what)
        shown = f"{first} and {last}"
        factor = conversion(last.unit, first.unit)
        if factor is None:
            raise InvalidQuestion(what, shown, "two amounts of one unit")
        ends = Fraction(first.value), Fraction(last.value) * factor
        if ends[0] > ends[1]:
            raise InvalidQuestion(what, shown, "the smaller amount first")
        spelling = f".between({written(low)}, {written(high)})"
        return _asked(self, spelling, sense=("between", *ends), unit=first.unit, answer=_within(Interval(*ends)))

    def __eq__(self, value: AskedQuantity) -> Predicate[_Fact]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        asked = quantity_of(value)
        sense = ("==", asked.bound, *_numbers(asked, Fraction(1)))
        return _asked(self, f" == {written(value)}", sense=sense, unit=asked.unit, answer=_same(asked))

    def __ne__(self, value: AskedQuantity) -> Predicate[_Fact]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        return Not(self == value, f"{self.name} != {written(value)}")

    __hash__ = object.__hash__

    def _beyond(self, sign: str, value: AskedQuantity) -> Predicate[_Fact]:
        asked = _exact(value, what=f"{self.name} {sign}")
        line, is_open = Fraction(asked.value), "=" not in sign
        up = sign.startswith(">")
        wanted = Interval(line, None, low_open=is_open) if up else Interval(None, line, high_open=is_open)
        return _asked(self, f" {sign} {written(value)}", sense=(sign, line), unit=asked.unit, answer=_within(wanted))

    def sort_keys(self, records: Sequence[_Fact], setting: Setting) -> list[tuple[object, ...] | None]:
        """The numbers in the unit of the first amount that has one.

        Raises:
            InvalidQuestion: where an amount has no number in that unit.
        """
        units = (record.quantity.unit for record in records if record.quantity is not None)
        unit = next((unit for unit in units if unit != ONE), ONE)
        return [None if record.quantity is None else self._number(record, unit, setting) for record in records]

    def _number(self, record: _Fact, unit: Unit, setting: Setting) -> tuple[object, ...]:
        for told in self.values.all(record, setting):
            factor = None if told is None else self._factor(told.unit, unit, part=is_part(record))
            if told is not None and factor is not None:
                return _numbers(told, factor)
        asked = f"unit == {str(unit)!r}" if dimension_of(unit) == MONEY else f"dimension == {dimension_of(unit)!r}"
        expected = f"amounts that can stand in one order with {unit}: ask for {asked} first"
        raise InvalidQuestion(f"order by {self.name} of", str(record.quantity), expected)

    def _factor(self, told: Unit, unit: Unit, *, part: bool) -> Fraction | None:
        """How many of a unit one of that told is; all that is counted stands in one order."""
        if not part and {dimension_of(told), dimension_of(unit)} <= _COUNTED:
            return Fraction(1)
        return fit(told, unit, part=part).factor


@frozen
class _Question:
    """What is asked of amounts, in a unit; how each unit told fits it is found once."""

    unit: Unit
    answer: _Answer
    fits: dict[tuple[Unit, bool], Fit] = field(factory=dict[tuple[Unit, bool], Fit], eq=False)

    def ask(self, fact: _Fact, _: Setting) -> Truth:
        """What a fact says, by the first of its amounts that decides."""
        told = fact.quantity
        if told is None:
            return Truth.POSSIBLE
        answer = None
        for each in (told, *fact.restated):
            how = self.fit(each.unit, part=is_part(fact))
            if how.factor is not None:
                answer = self.answer(each, how.factor) & how.truth
                if answer is not Truth.POSSIBLE:
                    break
        return answer if answer is not None else self.fit(told.unit, part=is_part(fact)).truth

    def why(self, fact: _Fact) -> str:
        """What a fact tells, as the numbers that its words allow, and why it does not fit."""
        told = fact.quantity
        if told is None:
            return ""
        why = self.fit(told.unit, part=is_part(fact)).why
        return f"it tells {told}" + (f", and {why}" if why else f", any of {told.interval}")

    def fit(self, unit: Unit, *, part: bool) -> Fit:
        """How amounts in a unit answer."""
        known = self.fits.get((unit, part))
        if known is None:
            known = self.fits[unit, part] = fit(unit, self.unit, part=part)
        return known


def _asked(
    of: QuantityField, spelling: str, *, sense: tuple[object, ...], unit: Unit, answer: _Answer
) -> Predicate[_Fact]:
    question = _Question(unit, answer)
    return Asked(of=of, written=spelling, sense=(*sense, unit), answer=question.ask, why=question.why)


def _within(wanted: Interval) -> _Answer:
    """Whether the numbers that the words allow are among those wanted."""

    def answer(told: Quantity, factor: Fraction) -> Truth:
        allowed = told.interval if factor == 1 else scaled(told.interval, factor)
        if allowed.within(wanted):
            return Truth.CERTAIN
        return Truth.POSSIBLE if allowed.overlaps(wanted) else Truth.IMPOSSIBLE

    return answer


def _same(asked: Quantity) -> _Answer:
    """Whether the amount is told as it is asked."""
    numbers, wanted = _numbers(asked, Fraction(1)), asked.interval

    def answer(told: Quantity, factor: Fraction) -> Truth:
        if told.bound is asked.bound and _numbers(told, factor) == numbers:
            return Truth.CERTAIN
        return Truth.of(scaled(told.interval, factor).overlaps(wanted)) & Truth.POSSIBLE

    return answer


def scaled(interval: Interval, factor: Fraction) -> Interval:
    """All numbers of an interval, each so many times as large."""
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return Interval(low, high, low_open=interval.low_open, high_open=interval.high_open)


def _numbers(quantity: Quantity, factor: Fraction) -> tuple[Fraction, ...]:
    """The number told, or both of a range."""
    told = (quantity.value,) if quantity.upper is None else (quantity.value, quantity.upper)
    return tuple(Fraction(number) * factor for number in told)


def _exact(value: AskedQuantity, *, what: str) -> Quantity:
    asked = quantity_of(value)
    if asked.bound is not Bound.EXACTLY:
        raise InvalidQuestion(what, str(value), "one number, without words such as over, about or between")
    return asked
