"""What figures come to, and how they and facts are told to people."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shanghai_tech import InvalidValue, Quantity, Unit, read
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.wording import plain, quoted, stated, told, with_unit
from shanghai_tech.errors import NotComparable
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.truth import Truth


def figure(text: str) -> Figure:
    return Figure.of(Quantity.parse(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4.00E+11 CNY", "400 billion CNY (399.5 billion to 400.5 billion)"),
        ("12000 {startup}", "12,000 startups"),
        ("1 {company}", "1 company"),
        ("<3 %", "under 3 %"),
        ("<=3 %", "at most 3 %"),
        (">=1/3", "at least 0.3333"),
        ("8..10 %", "8 to 10 %"),
        ("~300 {analysis}", "300 analyses (270 to 330)"),
        ("-4.5 %", "-4.5 % (-4.55 to -4.45)"),
    ],
)
def test_figures_in_words(text: str, words: str) -> None:
    assert str(figure(text)) == words


def test_a_result_has_the_unit_that_the_operands_give_it() -> None:
    rate = figure("6.7E+12 CNY").over(figure("1E+12 USD"))

    assert rate is not None
    assert str(rate.unit) == "CNY/USD"
    assert (rate * figure("2 USD")).unit == Unit.of("CNY")
    area = figure("3 km2").over(figure("100 ha"))
    assert area is not None
    assert (area.unit, area.nominal) == (ONE, Fraction(3))
    assert (figure("12 %") * figure("50 USD")).unit == Unit.of("USD")


def test_a_share_is_a_fraction_or_a_percentage() -> None:
    assert figure("1/4").in_unit(PERCENT) == Figure.exactly(25, PERCENT)
    assert figure("25 %").in_unit(ONE).nominal == Fraction(1, 4)


def test_units_that_measure_different_things_are_refused() -> None:
    with pytest.raises(NotComparable) as refused:
        _ = figure("3 CNY") + figure("3 USD")

    assert str(refused.value) == (
        "not comparable: 3 USD (2.5 to 3.5) is no amount of CNY\nhint: units are only converted by definition"
    )


def test_floats_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        Figure.exactly(6.7)  # type: ignore[arg-type]  # refused by the checkers, too

    assert str(refused.value) == "invalid number: 6.7; expected a finite Decimal, a Fraction or an int"


def test_powers() -> None:
    growth = Figure.exactly(Fraction(475, 133)).power(Fraction(1, 7))

    assert growth is not None
    assert str(growth) == "1.199"
    assert figure("27").power(Fraction(1, 3)) == Figure.exactly(3)
    assert figure("-27").power(Fraction(1, 3)) is None
    assert figure("0").power(-1) is None
    assert figure("0").power(Fraction(5, 2)) == Figure.exactly(0)
    assert str(figure(">4").power(Fraction(1, 2))) == "over 2"
    assert str(figure(">4").power(Fraction(-1, 2))) == "0 to 0.5"


def test_three_outcomes() -> None:
    assert figure(">=85 %").at_least(figure("0.8")) is Truth.CERTAIN
    assert figure("80 %").at_least(figure(">=80 %")) is Truth.POSSIBLE
    assert figure("79 %").at_least(figure("80..90 %")) is Truth.IMPOSSIBLE


@pytest.mark.parametrize(
    ("number", "digits", "words"),
    [
        (Fraction(1, 3), None, "1/3"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(327, 100) * 10**12, None, "3.27 trillion"),
        (Fraction(12_345_678), None, "12,345,678"),
        (Fraction(12_345_678), 4, "12.35 million"),
        (Fraction(-12_345_678), 4, "-12.35 million"),
        (Fraction(123_456), 4, "123,456"),
        (Fraction(999_999_999, 1000), 4, "1 million"),
        (Fraction(1, 7 * 10**6), 4, "0.0000001429"),
        (Fraction(0), 4, "0"),
        (Fraction(10) ** 20, 4, "100,000,000 trillion"),
        (Fraction(12345) * 10**5000, 4, "1.234E+5004"),
        (Fraction(-1, 10**5000), 4, "-1E-5000"),
    ],
)
def test_numbers_for_people(number: Fraction, digits: int | None, words: str) -> None:
    assert plain(number, digits=digits) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("135,000", "CNY/{person}", "135,000 CNY per person"),
        ("5", "{AI city}", "5 AI cities"),
        ("2", "{bus}", "2 buses"),
        ("2", "{day}", "2 days"),
        ("2", "1", "2"),
        ("4", "1/1000{birth}", "4 per 1,000 births"),
    ],
)
def test_numbers_with_units(number: str, unit: str, words: str) -> None:
    assert with_unit(number, Unit.parse(unit)) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Suzhou's GDP grew 7.7 percent from a year earlier in the first half of 2018.",
            "Suzhou, GDP: growth of 7.7 % (from a year earlier) in 2018-H1",
        ),
        ("Suzhou plans to open 30 to 40 stores by 2025.", "Suzhou, stores: a target of 30 to 40 stores by 2025"),
        ("Suzhou had 3 labs on May 3, 2018.", "Suzhou, labs: 3 labs on 2018-05-03"),
        ("Suzhou had about 3 labs.", "Suzhou, labs: about 3 labs"),
    ],
)
def test_facts_in_words(sentence: str, words: str) -> None:
    reading = read(sentence)

    assert [*map(told, reading.metrics), *map(told, reading.targets)] == [words]


def test_a_share_names_its_whole() -> None:
    fact = read("Robots accounted for 12 percent of the exports of Suzhou in 2017.").metrics[0]

    assert stated(fact.quantity, fact).startswith("12 % of ")


def test_quotes_are_shortened_and_told_once() -> None:
    metric = read("Suzhou had over 12,000 startups in 2017.", id="herald").metrics[0]

    assert quoted(metric, metric) == "“over 12,000 startups” [herald]"
