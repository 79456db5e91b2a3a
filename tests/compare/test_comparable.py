"""Why two facts cannot be compared, in words that show both values; and what a caller may waive."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from shanghai_tech import Form, InvalidQuestion, Organization, Target
from shanghai_tech.compare.comparable import Waivable, reasons_against, refuse
from shanghai_tech.errors import NotComparable
from shanghai_tech.query.names import keys_of
from shanghai_tech.query.naming import Naming
from tests.compare import strategies as our
from tests.corpus import strategies as corpora

PLAIN: dict[str, Any] = {}
SHARE, GROWTH, MULTIPLE = {"form": Form.SHARE}, {"form": Form.GROWTH}, {"form": Form.MULTIPLE}


@given(our.facts() | our.facts(our.SHARES), our.facts() | our.facts(our.SHARES))
def test_reasons_are_the_same_both_ways_and_a_fact_is_comparable_to_itself(
    one: our.AnyFact, other: our.AnyFact
) -> None:
    there, back = reasons_against(one, other), reasons_against(other, one)

    assert {reason.name for reason in there} == {reason.name for reason in back}
    assert reasons_against(one, one) == ()


@given(our.facts(), our.facts())
def test_what_is_waived_is_no_reason_and_no_other_is_left_out(one: our.AnyFact, other: our.AnyFact) -> None:
    every = reasons_against(one, other)
    left = reasons_against(one, other, allow=("subject", "form"))

    assert left == tuple(reason for reason in every if reason.name not in {"subject", "form"})


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        (("3 {robot}", PLAIN), ("5 {industrial robot}", PLAIN), []),
        (("3 CNY", PLAIN), ("5 USD", PLAIN), []),  # a rate may help
        (("12 %", SHARE), ("1/3", SHARE), []),
        (("12 %", {**SHARE, "base": "GDP"}), ("13 %", {**SHARE, "base": "its GDP"}), []),
        (("12 %", {**SHARE, "base": "GDP"}), ("13 %", SHARE), []),
        (("3 {robot}", PLAIN), ("5 {robot}", {"label": "the outputs"}), []),
        (("3 {robot}", PLAIN), ("5 {robot}", {"label": "output of Zork"}), []),
        (("3 {robot}", PLAIN), ("5 {robot}", {"label": "sales"}), ["the one is of output, the other of sales"]),
        (("3 {robot}", PLAIN), ("5 {robot}", {"subject": "Wuxi"}), ["the one is about Zork, the other about Wuxi"]),
        (
            ("3 {robot}", PLAIN),
            ("5 {robot}", {"subject": None}),
            ["whom or what it is about is not told of “output: 5 robots”"],
        ),
        (
            ("3 %", SHARE),
            ("5 %", GROWTH),
            ["the one is a share, the other a growth"],
        ),
        (
            ("12 %", {**SHARE, "base": "GDP"}),
            ("13 %", {**SHARE, "base": "the budget"}),
            ["the one is relative to “GDP”, the other to “the budget”"],
        ),
        (
            ("2", {**MULTIPLE, "base": "that of 1949"}),
            ("3", {**MULTIPLE, "base": "that of 1978"}),
            ["the one is relative to “that of 1949”, the other to “that of 1978”"],
        ),
        (("3 {robot}", PLAIN), ("5 km2", PLAIN), ["the one is 3 robots, the other 5 km2"]),
        (("3 {robot}", PLAIN), ("5 {robot}/{person}", PLAIN), ["the one is 3 robots, the other 5 robots per person"]),
        (("3 {robot maker}", PLAIN), ("5 {robot}", PLAIN), ["the one is 3 robot makers, the other 5 robots"]),
        (
            ("3 {robot}", PLAIN),
            ("5 CNY", {"label": "sales", "subject": "Wuxi"}),
            [
                "the one is of output, the other of sales",
                "the one is about Zork, the other about Wuxi",
                "the one is 3 robots, the other 5 CNY",
            ],
        ),
    ],
)
def test_reasons(one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]], reasons: list[str]) -> None:
    found = reasons_against(our.fact(one[0], **one[1]), our.fact(other[0], **other[1]))

    assert [reason.words for reason in found] == reasons


def test_a_target_without_a_number_is_compared_to_nothing() -> None:
    found = reasons_against(our.fact("3 {robot}"), our.fact(None, kind=Target))

    assert [str(reason) for reason in found] == ["“Zork, output: a target” has no number"]


def test_names_of_a_collection_are_those_that_its_organizations_have() -> None:
    names = ["Zork Robot Works", "ZRW"]
    board: Organization = corpora.organization(*names, kind="company")
    one, other = (our.fact("3 {robot}", subject=name) for name in names)

    assert [reason.name for reason in reasons_against(one, other)] == ["subject"]
    assert reasons_against(one, other, naming=Naming.of(keys_of(names), [board])) == ()


def test_refusals_tell_what_would_help() -> None:
    with pytest.raises(NotComparable) as refused:
        refuse(reasons_against(our.fact("3 {robot}"), our.fact("5 {robot}", subject="Wuxi")))

    assert str(refused.value) == (
        "not comparable: the one is about Zork, the other about Wuxi\n"
        'hint: allow=("subject",) compares them all the same'
    )


@pytest.mark.parametrize("allow", ["subject", ["dimension"], ["subjects"]])
def test_what_cannot_be_waived_is_refused(allow: list[Waivable]) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        reasons_against(our.fact("3 {robot}"), our.fact("5 {robot}"), allow=allow)

    assert str(refused.value) == (
        f"invalid question: allow {allow!r}; expected names among indicator, subject, form and base, in a list or tuple"
    )
