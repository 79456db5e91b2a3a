"""Numerals: digits and words, scales, parts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from shanghai_tech.mentions.amounts.numerals import read_numeral
from shanghai_tech.mentions.amounts.written import Numeral, exact, times
from shanghai_tech.mentions.mention import tagged
from shanghai_tech.model import Bound, Number, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def read(text: str, at: int = 0) -> Numeral | None:
    return read_numeral(tagged(text, Span(0, len(text)), VOCABULARY), at, VOCABULARY)


NUMERALS: list[tuple[str, Number]] = [
    ("7", Decimal(7)),
    ("1,234.5", Decimal("1234.5")),
    ("1,00,000", Decimal(100000)),
    ("12\u00a0345", Decimal(12345)),
    ("12\u2009345\u2009678", Decimal(12345678)),
    ("12\u202f345", Decimal(12345)),
    (".5", Decimal("0.5")),
    ("3.27 trillion", Decimal("3.27E+12")),
    ("5 bn", Decimal("5E+9")),
    ("6 mln", Decimal("6E+6")),
    ("2 trn", Decimal("2E+12")),
    ("1.5 lakh crore", Decimal("1.5E+12")),
    ("10 lakh", Decimal("10E+5")),
    ("3 dozen", Decimal(36)),
    ("zero", Decimal(0)),
    ("seventeen", Decimal(17)),
    ("twenty-five", Decimal(25)),
    ("twenty five", Decimal(25)),
    ("two hundred", Decimal("2E+2")),
    ("hundred and fifty", Decimal(150)),
    ("two hundred and fifty thousand", Decimal("250E+3")),
    ("three million two hundred thousand and five", Decimal(3200005)),
    ("nineteen hundred", Decimal("19E+2")),
    ("one-third", Fraction(1, 3)),
    ("two thirds", Fraction(2, 3)),
    ("three-fifths", Fraction(3, 5)),
    ("two and a half", Decimal("2.5")),
    ("five and three-quarters", Decimal("5.75")),
    ("two and a half million", Decimal("2.5E+6")),
    ("1 1/2", Decimal("1.5")),
    ("½", Fraction(1, 2)),
    ("2½", Decimal("2.5")),
    ("2/3", Fraction(2, 3)),
    ("half a million", Decimal("5E+5")),
    ("half-million", Decimal("5E+5")),
    ("two point five", Decimal("2.5")),
    ("one in four", Fraction(1, 4)),
    ("one out of ten", Fraction(1, 10)),
    ("three in every five", Fraction(3, 5)),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_a_numeral_has_its_exact_value(text: str, value: Number) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.value == value
    assert type(numeral.value) is type(value)
    assert numeral.span == Span(0, len(text))


@pytest.mark.parametrize(("text", "value"), [("a million", "1E+6"), ("a hundred and twenty", "120"), ("a dozen", "12")])
def test_an_article_in_front_of_a_scale_is_one(text: str, value: str) -> None:
    numeral = read(text, 1)
    assert numeral is not None
    assert (numeral.value, numeral.span) == (Decimal(value), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "at", "value"), [("-3.5", 1, "-3.5"), ("minus 2", 1, "-2"), ("−4", 1, "-4"), ("8 -3", 2, "-3")]
)
def test_a_free_minus_is_a_sign(text: str, at: int, value: str) -> None:
    numeral = read(text, at)
    assert numeral is not None
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize(("text", "at"), [("8-3", 2), ("8 minus 3", 2), ("plus or minus 3", 3)])
def test_a_minus_between_numbers_is_no_sign(text: str, at: int) -> None:
    numeral = read(text, at)
    assert numeral is not None
    assert numeral.value == Decimal(3)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("several hundred", 200, 900),
        ("tens of thousands", 20_000, 90_000),
        ("hundreds of", 200, 900),
        ("few million", 2_000_000, 9_000_000),
    ],
)
def test_vague_words_lie_between_two_numbers(text: str, low: int, high: int) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.value == low
    assert numeral.upper == high
    assert numeral.bound is Bound.BETWEEN


def test_what_a_hyphen_ties_to_a_number_is_left_over() -> None:
    numeral = read("66,000-square-meter")
    assert numeral is not None
    assert numeral.rest == ("square", "meter")
    assert numeral.span == Span(0, 6)


@pytest.mark.parametrize("text", ["million", "third", "several", "second", "few", "and", "quarter"])
def test_words_that_need_another_beside_them_are_no_numerals(text: str) -> None:
    assert read(text) is None


def test_no_value_is_ever_a_float() -> None:
    assert times(Decimal("8.3"), 10**6) == 8300000
    assert times(Fraction(1, 3), 12) == Decimal(4)
    assert exact(Fraction(1, 3)) == Fraction(1, 3)
    assert str(exact(Fraction(9, 4))) == "2.25"
