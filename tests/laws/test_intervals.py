"""What a quantity denotes: its value as far as the bound lets it in, rounding included, and never less."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Bound, Number, Quantity, Unit
from tests import strategies as some

STRICT = {Bound.OVER, Bound.UNDER}
PERCENT = Unit.parse("%")


@given(some.quantities())
def test_the_value_lies_in_the_interval_unless_the_bound_leaves_it_out(quantity: Quantity) -> None:
    assert (quantity.value in quantity.interval) == (quantity.bound not in STRICT)


@given(some.numbers(), some.numbers())
def test_a_range_denotes_both_its_ends(one: Number, other: Number) -> None:
    low, high = (one, other) if Fraction(one) <= Fraction(other) else (other, one)
    interval = Quantity(value=low, upper=high, bound=Bound.BETWEEN).interval

    assert (interval.low, interval.high) == (Fraction(low), Fraction(high))


@given(some.decimals(), some.units())
def test_strict_bounds_are_narrower_than_lax_ones(value: Decimal, unit: Unit) -> None:
    for strict, lax in ((Bound.OVER, Bound.AT_LEAST), (Bound.UNDER, Bound.AT_MOST)):
        narrow = Quantity(value=value, bound=strict, unit=unit).interval
        wide = Quantity(value=value, bound=lax, unit=unit).interval

        assert narrow.within(wide)
        assert not wide.within(narrow)


@given(some.numbers(), some.units())
def test_about_is_no_narrower_than_exactly(value: Number, unit: Unit) -> None:
    exact = Quantity(value=value, unit=unit)

    assert exact.interval.within(evolve(exact, bound=Bound.ABOUT).interval)


@given(some.decimals().filter(lambda value: value != 0))
def test_a_bound_is_of_the_size_of_a_fall(value: Decimal) -> None:
    up = Quantity(value=abs(value), bound=Bound.OVER, unit=PERCENT).interval
    down = Quantity(value=-abs(value), bound=Bound.OVER, unit=PERCENT).interval

    assert up.low is not None
    assert (down.low, down.high) == (None, -up.low)


@given(st.integers(-9999, 9999), st.integers(0, 9))
def test_written_digits_cover_all_that_rounds_to_them(digits: int, places: int) -> None:
    step = Fraction(1, 10**places)
    interval = Quantity(value=Decimal(digits).scaleb(-places), unit=PERCENT).interval

    assert interval.low == (digits - Fraction(1, 2)) * step
    assert interval.high == (digits + Fraction(1, 2)) * step


@given(st.integers(-9999, 9999))
def test_one_more_digit_written_narrows_what_is_covered(tenths: int) -> None:
    fewer = Quantity(value=Decimal(tenths).scaleb(-1), unit=PERCENT)
    more = Quantity(value=(Decimal(tenths) * 10).scaleb(-2), unit=PERCENT)

    assert more.interval.within(fewer.interval)
    assert more.value == fewer.value


@given(st.integers(0, 99_999))
def test_a_count_told_to_the_last_one_is_that_count(count: int) -> None:
    interval = Quantity(value=Decimal(count), unit=Unit.counted("startup")).interval

    assert interval.low == interval.high == count
