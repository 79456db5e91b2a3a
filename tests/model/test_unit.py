"""Units: codes, counted nouns and what they are per."""

from __future__ import annotations

import pytest

from shanghai_tech import InvalidText, InvalidValue, Unit, UnitTerm


@pytest.mark.parametrize(
    "text", ["1", "CNY", "%", "pp", "kW.h", "m2", "{5G base station}", "{patent}/10000{resident}", "CNY/{person}/a"]
)
def test_the_text_form_is_read_and_written(text: str) -> None:
    assert str(Unit.parse(text)) == text


@pytest.mark.parametrize("text", ["", "{}", "{a", "CNY/", "a b", "{a{b}}", "0{resident}", "m/1"])
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(InvalidText) as refused:
        Unit.parse(text)

    assert refused.value.expected == "a code such as CNY, m2, % or a noun in braces"


def test_a_term_has_a_code_or_a_noun() -> None:
    with pytest.raises(InvalidValue) as both:
        UnitTerm(code="CNY", noun="yuan")
    with pytest.raises(InvalidValue) as scaled:
        UnitTerm(noun="resident", scale=0)
    with pytest.raises(InvalidValue) as braced:
        UnitTerm(noun="a}b")

    assert str(both.value) == "invalid unit term: ('CNY', 'yuan'); expected either a code or a noun"
    assert str(scaled.value) == "invalid unit scale: 0; expected a whole number from 1 on"
    assert str(braced.value) == ("invalid unit term: 'a}b'; expected a code such as CNY, m2, % or a plain noun phrase")


@pytest.mark.parametrize(
    ("text", "is_count", "is_money"),
    [
        ("{startup}", True, False),
        ("{patent}/a", False, False),
        ("CNY", False, True),
        ("CNY/{person}", False, True),
        ("%", False, False),
        ("km2", False, False),
    ],
)
def test_a_unit_tells_whether_it_counts_and_whether_it_is_money(text: str, is_count: bool, is_money: bool) -> None:
    unit = Unit.parse(text)

    assert (unit.is_count, unit.is_money) == (is_count, is_money)


def test_per_is_added() -> None:
    assert str(Unit.of("CNY").over(UnitTerm(noun="person"))) == "CNY/{person}"
