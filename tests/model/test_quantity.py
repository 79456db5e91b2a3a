"""Quantities: their text form, what they denote, what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from shanghai_tech import Bound, InvalidText, InvalidValue, Number, Quantity, Unit
from shanghai_tech.model.quantity import format_number, parse_number

READ = [
    ("500", Quantity(value=Decimal(500))),
    ("47.5 {patent}/10000{resident}", Quantity(value=Decimal("47.5"), unit=Unit.parse("{patent}/10000{resident}"))),
    ("3.27E+12 CNY", Quantity(value=Decimal("3.27E+12"), unit=Unit.of("CNY"))),
    (">500 {startup}", Quantity(value=Decimal(500), bound=Bound.OVER, unit=Unit.counted("startup"))),
    (">= 500", Quantity(value=Decimal(500), bound=Bound.AT_LEAST)),
    ("<=3 %", Quantity(value=Decimal(3), bound=Bound.AT_MOST, unit=Unit.of("%"))),
    ("<3", Quantity(value=Decimal(3), bound=Bound.UNDER)),
    ("~1.50E+3 km", Quantity(value=Decimal("1.50E+3"), bound=Bound.ABOUT, unit=Unit.of("km"))),
    ("8..10 %", Quantity(value=Decimal(8), upper=Decimal(10), bound=Bound.BETWEEN, unit=Unit.of("%"))),
    ("1/3", Quantity(value=Fraction(1, 3))),
    ("-43.4 %", Quantity(value=Decimal("-43.4"), unit=Unit.of("%"))),
]

REFUSED = [
    ("", "a number and a unit, such as >=500 {startup}"),
    ("{startup}", "digits such as 3270000, 47.5, 3.27E+12 or 1/3"),  # no number
    ("3,270", "digits such as 3270000, 47.5, 3.27E+12 or 1/3"),  # groups are for readers, not for the text form
    ("NaN", "digits such as 3270000, 47.5, 3.27E+12 or 1/3"),
    ("1/0", "digits such as 3270000, 47.5, 3.27E+12 or 1/3"),
    ("1E+60", "at most 60 digits before and behind the point"),
    ("1E-61", "at most 60 digits before and behind the point"),
    ("1E+999", "digits such as 3270000, 47.5, 3.27E+12 or 1/3"),  # would take a thousand digits
    ("5 {}", "a code such as CNY, m2, % or a noun in braces"),
]


@pytest.mark.parametrize(("text", "quantity"), READ)
def test_the_text_form_is_read(text: str, quantity: Quantity) -> None:
    assert Quantity.parse(text) == quantity


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_what_is_no_quantity_is_refused_with_what_was_expected(text: str, expected: str) -> None:
    with pytest.raises(InvalidText) as refused:
        Quantity.parse(text)

    assert refused.value.expected == expected


def test_the_whole_message_shows_the_text_and_the_place() -> None:
    with pytest.raises(InvalidText) as refused:
        Quantity.parse("5 CNY/1{}")

    assert str(refused.value) == (
        "invalid unit: expected a code such as CNY, m2, % or a noun in braces\n  CNY/1{}\n      ^"
    )


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("3.27E+12 CNY", "[3265000000000, 3275000000000]"),  # rounded to ten billions
        ("5 CNY", "[9/2, 11/2]"),  # rounded to one
        ("239 {company}", "[239, 239]"),  # a count to the last one
        ("5 {patent}/a", "[9/2, 11/2]"),  # a rate is no count
        (">500 {startup}", "(500, inf)"),
        (">=500 {startup}", "[500, inf)"),
        ("<500 {startup}", "(-inf, 500)"),
        ("<=500 {startup}", "(-inf, 500]"),
        ("~500 {startup}", "[450, 550]"),
        ("~2E+1 km", "[15, 25]"),  # a tenth would be less than the rounding
        ("200..900 {startup}", "[200, 900]"),
        (">-8 %", "(-inf, -8)"),  # a fall of more than eight percent
        ("1/3", "[1/3, 1/3]"),
    ],
)
def test_the_interval_is_what_the_words_allow(text: str, interval: str) -> None:
    assert str(Quantity.parse(text).interval) == interval


def test_a_range_needs_its_bound_and_the_bound_its_range() -> None:
    with pytest.raises(InvalidValue) as lonely:
        Quantity(value=Decimal(8), upper=Decimal(10))
    with pytest.raises(InvalidValue) as headless:
        Quantity(value=Decimal(8), bound=Bound.BETWEEN)
    with pytest.raises(InvalidValue) as reversed_:
        Quantity(value=Decimal(8), upper=Decimal(7), bound=Bound.BETWEEN)

    told = "an upper end with the bound between, and only with it"
    assert str(lonely.value) == f"invalid upper: Decimal('10'); expected {told}"
    assert str(headless.value) == f"invalid upper: None; expected {told}"
    assert str(reversed_.value) == "invalid upper: Decimal('7'); expected at least the value 8"


@pytest.mark.parametrize(
    "value",
    [
        *(Decimal("NaN"), Decimal("Infinity"), Decimal("1E+60"), Decimal("1E-61"), Decimal("1" * 61)),
        *(Fraction(10**60, 7), Fraction(7, 10**60)),
    ],
)
def test_what_is_no_figure_of_a_paper_is_refused(value: Number) -> None:
    with pytest.raises(InvalidValue):
        Quantity(value=value)


@pytest.mark.parametrize(
    "value",
    [Decimal("9E+59"), Decimal("1E-60"), Decimal(f"-{'9' * 60}.{'9' * 60}"), Fraction(10**60 - 1, 10**60 - 2)],
)
def test_the_longest_figures_read_back(value: Number) -> None:
    quantity = Quantity(value=value)

    assert Quantity.parse(str(quantity)) == quantity
    assert parse_number(format_number(value)) == value


def test_written_precision_tells_quantities_apart() -> None:
    assert Quantity.parse("1.50 %") != Quantity.parse("1.5 %")
    assert hash(Quantity.parse("1.50 %")) == hash(Quantity.parse("1.50 %"))


def test_numbers_are_read_and_written_exactly() -> None:
    assert parse_number("8.3E+6") == Decimal(8_300_000)
    assert format_number(Decimal("8.3E+6")) == "8300000"
    assert format_number(Fraction(2, 6)) == "1/3"
