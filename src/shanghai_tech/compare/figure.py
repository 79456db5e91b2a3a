"""Exact results: an interval that holds every number the words allow, and the face value where there is one.

Laws (tests/compare/test_figure_laws.py): whatever numbers are in the operands, their result is in that of the
figures; a wider operand never gives a narrower result. Roots are rounded outward to `rounding.POWER_DIGITS` digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.compare import intervals
from shanghai_tech.compare.rounding import POWER_DIGITS, Side, power
from shanghai_tech.compare.wording import DIGITS, plain, with_unit
from shanghai_tech.errors import InvalidValue, NotComparable
from shanghai_tech.model import Bound, Interval, Number, Quantity, Unit
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.units import conversion

#: What a figure is multiplied with: another, or an exact number.
Factor: TypeAlias = "Figure | Fraction | Decimal | int"
#: A part of a number that is of no account to people: less than what rounding a root leaves.
_FINE: Final[int] = 10 ** (POWER_DIGITS - 3)
_FACES: Final = frozenset({Bound.EXACTLY, Bound.ABOUT})


@frozen(kw_only=True, repr=False)
class Figure:
    """A number that was computed, as exactly as what it was computed from.

    `interval` holds every number that it may be. `nominal` is what comes out if each number is taken at its face
    value; it lies in the interval, and is None where a number had none: "over 500" and "8 to 10" are told by their
    ends alone. A root at face value is one to `POWER_DIGITS` digits.

    >>> early, late = (Figure.of(Quantity.parse(f"{value} {{patent}}/10000{{resident}}")) for value in ("13.3", "47.5"))
    >>> print(late - early)
    34.2 patents per 10,000 residents (34.1 to 34.3)
    >>> print(late.over(early))
    3.571 (3.554 to 3.589)
    >>> print(Figure.of(Quantity.parse(">500 {startup}")) + Figure.exactly(20, Unit.parse("{startup}")))
    over 520 startups
    """

    interval: Interval
    nominal: Fraction | None = None
    unit: Unit = ONE

    def __attrs_post_init__(self) -> None:
        if intervals.is_empty(self.interval):
            raise InvalidValue("figure", str(self.interval), "an interval with a number in it")
        if self.nominal is not None and self.nominal not in self.interval:
            raise InvalidValue("nominal", self.nominal, f"a number in {self.interval}")

    # ------------------------------------------------------------ making

    @classmethod
    def of(cls, quantity: Quantity) -> Figure:
        """All that a quantity denotes; its face value is the number told, if nothing but "about" bounds it."""
        nominal = Fraction(quantity.value) if quantity.bound in _FACES else None
        return cls(interval=quantity.interval, nominal=nominal, unit=quantity.unit)

    @classmethod
    def exactly(cls, number: Number | int, unit: Unit = ONE) -> Figure:
        """A number and nothing beside it.

        Raises:
            InvalidValue: for a float, which is seldom the number that was written.
        """
        exact = _exact(number)
        return cls(interval=Interval(exact, exact), nominal=exact, unit=unit)

    @classmethod
    def any_of(cls, figures: Iterable[Figure]) -> Figure:
        """What is one of several figures, of at least one; it has a face value if all have the same.

        Raises:
            NotComparable: where their units measure different things.
        """
        first, *others = figures
        known = [first, *(other.in_unit(first.unit) for other in others)]
        faces = {figure.nominal for figure in known}
        return cls(
            interval=intervals.hull(figure.interval for figure in known),
            nominal=faces.pop() if len(faces) == 1 else None,
            unit=first.unit,
        )

    # ------------------------------------------------------------ arithmetic

    def __neg__(self) -> Figure:
        nominal = None if self.nominal is None else -self.nominal
        return evolve(self, interval=intervals.negative(self.interval), nominal=nominal)

    def __add__(self, other: Figure) -> Figure:
        """The sum, in the unit of the first.

        Raises:
            NotComparable: where the units measure different things.
        """
        same = other.in_unit(self.unit)
        nominal = None if self.nominal is None or same.nominal is None else self.nominal + same.nominal
        return evolve(self, interval=intervals.total(self.interval, same.interval), nominal=nominal)

    def __sub__(self, other: Figure) -> Figure:
        """The difference, in the unit of the first; raises as the sum does."""
        return self + -other

    def __mul__(self, other: Factor) -> Figure:
        """The product; "CNY per USD" times "USD" is "CNY", and so is a share of "CNY".

        Raises:
            NotComparable: where it has no unit: the product of two things, of which the one is not told per the other.
        """
        factor = other if isinstance(other, Figure) else Figure.exactly(other)
        one, by = _shares_as_parts(self, factor)
        nominal = None if one.nominal is None or by.nominal is None else one.nominal * by.nominal
        return Figure(
            interval=intervals.product(one.interval, by.interval),
            nominal=nominal,
            unit=_product_unit(one.unit, by.unit),
        )

    def over(self, divisor: Factor) -> Figure | None:
        """The quotient: a bare number if both measure the same, else the one per the other; None if it may be by 0.

        Raises:
            NotComparable: where that would be no unit.
        """
        by = divisor if isinstance(divisor, Figure) else Figure.exactly(divisor)
        unit = ONE
        if factor_of(by.unit, self.unit) is not None:
            by = by.in_unit(self.unit)
        else:
            unit = _quotient_unit(self.unit, by.unit)
        inverse = intervals.reciprocal(by.interval)
        if inverse is None:
            return None
        nominal = None if self.nominal is None or by.nominal is None else self.nominal / by.nominal
        return Figure(interval=intervals.product(self.interval, inverse), nominal=nominal, unit=unit)

    def power(self, exponent: Factor) -> Figure | None:
        """A bare number to the power of another, fractions too: the n-th root is the power of 1/n.

        None where there may be none: of a negative number, of 0 with an exponent that may be 0 or less, or where it
        is not known how large the exponent may be.

        Raises:
            NotComparable: where either is no bare number.
        """
        by = exponent if isinstance(exponent, Figure) else Figure.exactly(exponent)
        base, by = self.in_unit(ONE), by.in_unit(ONE)
        interval = intervals.raised(base.interval, by.interval)
        if interval is None:
            return None
        nominal = None if base.nominal is None or by.nominal is None else _face_power(base.nominal, by.nominal)
        return Figure(interval=interval, nominal=nominal)

    def in_unit(self, unit: Unit) -> Figure:
        """The same in another unit of what it measures.

        >>> print(Figure.exactly(Fraction(1, 4)).in_unit(PERCENT))
        25 %

        Raises:
            NotComparable: where no definition makes the one of the other; currencies need a rate.
        """
        factor = factor_of(self.unit, unit)
        if factor is None:
            raise NotComparable((f"{self} is no amount of {unit}",), hint="units are only converted by definition")
        if factor == 1:
            return evolve(self, unit=unit)
        point = Interval(factor, factor)
        nominal = None if self.nominal is None else self.nominal * factor
        return Figure(interval=intervals.product(self.interval, point), nominal=nominal, unit=unit)

    # ------------------------------------------------------------ asking

    @property
    def is_exact(self) -> bool:
        """Whether it is but one number."""
        return self.interval.low is not None and self.interval.low == self.interval.high

    def at_least(self, other: Figure) -> Truth:
        """Whether it is as much as another or more, whatever the words leave open.

        >>> Figure.of(Quantity.parse("~300")).at_least(Figure.of(Quantity.parse(">290")))
        Truth.POSSIBLE

        Raises:
            NotComparable: where the units measure different things.
        """
        gap = (self - other).interval
        return Truth.between(
            all_worlds=gap.low is not None and gap.low >= 0,
            some_world=gap.high is None or gap.high > 0 or (gap.high == 0 and not gap.high_open),
        )

    def __str__(self) -> str:
        """For people: the face value and behind it what it may be, rounded, the ends of the interval outward."""
        low, high = self.interval.low, self.interval.high
        if low is None and high is None:
            return with_unit("any number", self.unit)
        if self.nominal is None:
            return with_unit(_range_words(self.interval), self.unit)
        shown = with_unit(plain(self.nominal, digits=DIGITS), self.unit)
        return shown if _is_narrow(self.interval) else f"{shown} ({_range_words(self.interval)})"

    def __repr__(self) -> str:
        return f"Figure({self})"


def factor_of(of: Unit, to: Unit) -> Fraction | None:
    """How many of a unit one of another is; a bare number is a hundred percent. None where no definition tells.

    >>> factor_of(ONE, PERCENT), factor_of(Unit.of("CNY"), Unit.of("USD")) is None
    (Fraction(100, 1), True)
    """
    if (of, to) == (ONE, PERCENT):
        return Fraction(100)
    if (of, to) == (PERCENT, ONE):
        return Fraction(1, 100)
    return conversion(of, to)


def _exact(number: object) -> Fraction:
    if isinstance(number, (Fraction, int)) or (isinstance(number, Decimal) and number.is_finite()):
        return Fraction(number)
    raise InvalidValue("number", number, "a finite Decimal, a Fraction or an int")


def _face_power(base: Fraction, exponent: Fraction) -> Fraction:
    """A power between its two bounds, so that it lies in the interval as well."""
    if base == 0:
        return base
    low, high = power(base, exponent)
    return (low + high) / 2


def _shares_as_parts(one: Figure, by: Figure) -> tuple[Figure, Figure]:
    """Two factors, with a percentage of anything as the part of one that it is."""
    if by.unit == PERCENT and one.unit != ONE:
        by = by.in_unit(ONE)
    return (one.in_unit(ONE) if one.unit == PERCENT and by.unit != ONE else one), by


def _product_unit(one: Unit, other: Unit) -> Unit:
    for unit, by in ((one, other), (other, one)):
        if by == ONE:
            return unit
        if unit.per and unit.per[0] == by.term and not by.per:
            return Unit(unit.term, unit.per[1:])
    raise NotComparable((f"nothing is measured in {one} times {other}",))


def _quotient_unit(one: Unit, by: Unit) -> Unit:
    if by == ONE:
        return one
    if by.per:
        raise NotComparable((f"nothing is measured in {one} per {by}",))
    return one.over(by.term)


def _is_narrow(of: Interval) -> bool:
    """Whether it is but one number, or the two next to a root."""
    if of.low is None or of.high is None:
        return False
    return (of.high - of.low) * _FINE <= max(abs(of.low), abs(of.high))


def _range_words(of: Interval) -> str:
    if of.low is None or of.high is None:
        if of.low is not None:
            return f"{'over' if of.low_open else 'at least'} {plain(of.low, digits=DIGITS, side=Side.DOWN)}"
        if of.high is not None:
            return f"{'under' if of.high_open else 'at most'} {plain(of.high, digits=DIGITS, side=Side.UP)}"
        return "any number"
    low, high = plain(of.low, digits=DIGITS, side=Side.DOWN), plain(of.high, digits=DIGITS, side=Side.UP)
    return low if low == high else f"{low} to {high}"
