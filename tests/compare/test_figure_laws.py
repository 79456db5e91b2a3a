"""Whatever numbers the operands hold, their result is in the figure; wider operands give no narrower result."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Interval, Quantity
from shanghai_tech.compare import intervals as of
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.rounding import POWER_DIGITS, Side, bounds_of_power, magnitude, power, rounded
from shanghai_tech.query.truth import Truth
from tests import strategies as some
from tests.compare import strategies as our

POSITIVE = st.builds(Fraction, st.integers(1, 10**6), st.integers(1, 10**6))


def wraps(wide: Figure | None, narrow: Figure | None) -> bool:
    """Whether a result tells no more than another; none tells least."""
    return wide is None or (narrow is not None and narrow.interval.within(wide.interval))


# ---------------------------------------------------------------- containment


@given(our.figures(), our.figures(), st.data())
def test_sums_differences_and_products_of_numbers_are_in_those_of_the_figures(
    one: Figure, other: Figure, data: st.DataObject
) -> None:
    a, b = data.draw(our.inside(one.interval)), data.draw(our.inside(other.interval))

    assert a + b in (one + other).interval
    assert a - b in (one - other).interval
    assert a * b in (one * other).interval
    assert -a in (-one).interval


@given(our.figures(), our.figures(), st.data())
def test_a_quotient_is_in_that_of_the_figures_and_there_is_none_where_the_divisor_may_be_zero(
    one: Figure, other: Figure, data: st.DataObject
) -> None:
    quotient = one.over(other)
    a, b = data.draw(our.inside(one.interval)), data.draw(our.inside(other.interval))

    assert (quotient is None) == (Fraction(0) in other.interval)
    assert quotient is None or a / b in quotient.interval


@given(our.figures(our.above_zero()), our.exponents(), st.data())
def test_a_power_is_in_that_of_the_figure(base: Figure, exponent: Fraction, data: st.DataObject) -> None:
    raised = base.power(exponent)
    number = data.draw(our.inside(base.interval))

    assert (raised is None) == (Fraction(0) in base.interval and exponent <= 0)
    if raised is not None and number > 0:
        whole = number**exponent.numerator
        low, high = raised.interval.low, raised.interval.high
        assert low is None or low**exponent.denominator <= whole
        assert high is None or whole <= high**exponent.denominator


@given(our.figures(our.above_zero()), our.figures().filter(lambda figure: figure.interval.low is not None))
def test_a_power_of_figures_holds_the_powers_of_each_exponent(base: Figure, exponent: Figure) -> None:
    raised = base.power(exponent)
    low, high = exponent.interval.low, exponent.interval.high
    if raised is None or low is None or high is None:
        return
    for number in (low, high, (low + high) / 2):
        assert number not in exponent.interval or wraps(raised, base.power(number))


# ---------------------------------------------------------------- inclusion


@given(our.figures(), our.figures(), st.data())
def test_wider_operands_give_no_narrower_result(one: Figure, other: Figure, data: st.DataObject) -> None:
    first, second = data.draw(our.wider(one)), data.draw(our.wider(other))

    assert wraps(first + second, one + other)
    assert wraps(first - second, one - other)
    assert wraps(first * second, one * other)
    assert wraps(first.over(second), one.over(other))


@given(our.figures(our.above_zero()), our.exponents(), st.data())
def test_a_wider_base_or_exponent_gives_no_narrower_power(base: Figure, at: Fraction, data: st.DataObject) -> None:
    exponent = Figure.exactly(at)

    assert wraps(data.draw(our.wider(base)).power(data.draw(our.wider(exponent))), base.power(exponent))


@given(our.figures(), our.figures(), st.data())
def test_a_wider_figure_makes_nothing_certain(one: Figure, other: Figure, data: st.DataObject) -> None:
    narrow = one.at_least(other)
    wide = data.draw(our.wider(one)).at_least(data.draw(our.wider(other)))

    assert wide in {narrow, Truth.POSSIBLE}


@given(our.intervals(), our.intervals())
def test_a_hull_holds_both_and_what_is_common_lies_in_both(one: Interval, other: Interval) -> None:
    both, shared = of.hull([one, other]), of.common([one, other])

    assert one.within(both)
    assert other.within(both)
    assert shared is None or (shared.within(one) and shared.within(other))


@given(our.intervals(), our.intervals(), st.data())
def test_a_number_of_both_is_common(one: Interval, other: Interval, data: st.DataObject) -> None:
    number, shared = data.draw(our.inside(one)), of.common([one, other])

    assert (number in other) == (shared is not None and number in shared)


# ---------------------------------------------------------------- numbers


@given(our.figures(), our.figures())
def test_figures_are_joined_in_any_order(one: Figure, other: Figure) -> None:
    assert one + other == other + one
    assert one * other == other * one
    assert one - other == -(other - one)


@given(some.quantities())
def test_the_figure_of_a_quantity_is_what_it_denotes(quantity: Quantity) -> None:
    figure = Figure.of(quantity)

    assert figure.interval == quantity.interval
    assert figure.nominal is None or figure.nominal == Fraction(quantity.value)


@given(some.quantities())
def test_any_figure_is_told_in_words(quantity: Quantity) -> None:
    assert str(Figure.of(quantity))


@given(POSITIVE, our.exponents())
def test_a_root_lies_between_two_numbers_of_so_many_digits_that_are_neighbours(base: Fraction, at: Fraction) -> None:
    low, high = power(base, at)
    last = Fraction(10) ** (magnitude(low) - POWER_DIGITS + 1)

    assert low**at.denominator <= base**at.numerator <= high**at.denominator
    assert high - low in {0, last}
    assert (low / last).denominator == 1


@given(POSITIVE, st.integers(1, 40), st.integers(41, 60), st.integers(1, 12))
def test_a_root_of_few_bits_lies_between_its_bounds(base: Fraction, part: int, whole: int, bits: int) -> None:
    """What the first attempt leaves open is told: so few bits make it large enough to be seen."""
    low, high = bounds_of_power(base, Fraction(part, whole), bits)
    exponent = Fraction(part, whole)

    assert low**exponent.denominator <= base**exponent.numerator <= high**exponent.denominator


@given(POSITIVE, POSITIVE, st.integers(1, 40_000))
def test_the_lower_of_two_has_no_higher_root(one: Fraction, other: Fraction, days: int) -> None:
    low, high = sorted([one, other])
    years = Fraction(365_2425, 10_000 * days)

    for lower, higher in zip(power(low, years), power(high, years), strict=True):
        assert lower <= higher


@given(some.fractions(), st.integers(-3, 3))
def test_rounding_goes_to_the_side_it_is_told_to(number: Fraction, places: int) -> None:
    down, up = rounded(number, places, side=Side.DOWN), rounded(number, places, side=Side.UP)

    assert down <= number <= up
    assert up - down in {0, Fraction(10) ** -places}
    assert rounded(number, places) in {down, up}
