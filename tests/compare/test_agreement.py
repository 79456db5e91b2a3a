"""Tables of two facts and how they stand to one another, and why."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from attrs import evolve

from shanghai_tech import Corpus, Form, Metric, Target, read
from shanghai_tech.compare.agreement import AgreementOutcome, agreement
from shanghai_tech.compare.agreements import agreements
from shanghai_tech.query.naming import Naming
from tests.compare.strategies import fact

SAME, REFINES, COMPATIBLE, CONTRADICTS, APART = (
    AgreementOutcome.SAME,
    AgreementOutcome.REFINES,
    AgreementOutcome.COMPATIBLE,
    AgreementOutcome.CONTRADICTS,
    AgreementOutcome.NOT_COMPARABLE,
)

NUMBERS = (
    ("523 {robot}", ">500 {robot}", REFINES, "“over 500 robots” holds “523 robots”"),
    ("3.27E+12 CNY", "3.2672E+12 CNY", REFINES, "“3.27 trillion CNY” holds “3.2672 trillion CNY”"),
    (">500 {robot}", ">=500 {robot}", REFINES, "“at least 500 robots” holds “over 500 robots”"),
    ("12 km2", "1.2E+3 ha", SAME, "both tell “12 km2”"),
    ("500 {robot}", ">500 {robot}", COMPATIBLE, "“500 robots” and “over 500 robots” may be the same number"),
    ("~500 {robot}", ">480 {robot}", COMPATIBLE, "“about 500 robots” and “over 480 robots” may be the same number"),
    ("400 {robot}", ">500 {robot}", CONTRADICTS, "“400 robots” and “over 500 robots” have no number in common"),
    ("523 {robot}", "540 {robot}", CONTRADICTS, "“523 robots” and “540 robots” have no number in common"),
    ("500 {robot}", "540 {robot}", COMPATIBLE, "“500 robots” and “540 robots” may be the same number"),
    ("523 {robot}", "523 {industrial robot}", REFINES, "“523 robots” holds “523 industrial robots”"),
    (
        "40 {robot}",
        "523 {industrial robot}",
        COMPATIBLE,
        "“40 robots” and “523 industrial robots” may be the same number",
    ),
    (
        "2 {robot}/100{person}",
        "20 {robot}/1000{person}",
        REFINES,
        "“2 robots per 100 people” holds “20 robots per 1,000 people”",
    ),
    ("523 {robot}", "12 km2", APART, "“523 robots” and “12 km2” have no unit in common"),
    ("3E+12 CNY", "4E+11 USD", APART, "“3 trillion CNY” and “400 billion USD” have no unit in common"),
)


@pytest.mark.parametrize(("one", "other", "outcome", "reason"), NUMBERS)
def test_numbers(one: str, other: str, outcome: AgreementOutcome, reason: str) -> None:
    found = agreement(fact(one, days="2018"), fact(other, days="2018"))

    assert (found.outcome, found.reasons) == (outcome, (reason,))


DAYS = (
    ("2018-06", "2018", "first"),
    ("2018", None, "first"),
    ("2018", "../2018", "first"),
    ("2018-06", "../2018", "first"),
    ("../2018-06", "../2018", "first"),
    ("2018-06-07", "2018-06-07|2018-07-06", "first"),
    ("../2018-06", "2018", "neither"),
    ("2018", "../2019", "neither"),
    ("2018", "2018/..", "neither"),
    ("2018", "2017", "neither"),
)


@pytest.mark.parametrize(("one", "other", "finer"), DAYS)
def test_days(one: str | None, other: str | None, finer: str) -> None:
    first, second = fact("523 {robot}", days=one), fact("523 {robot}", days=other)
    found = agreement(first, second)

    assert found.finer is (first if finer == "first" else None)
    assert found.outcome is (REFINES if finer == "first" else APART)


def test_all_that_keeps_two_facts_apart_is_told() -> None:
    found = agreement(fact("523 {robot}", days="2018"), fact("523 {robot}", days="2017", subject="Wuxi", kind=Target))

    assert found.outcome is APART
    assert found.reasons == (
        "the one is told as true, the other as intended",
        "the one is about Zork, the other about Wuxi",
        "the one tells of 2018, the other of 2017",
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"days": None}, "it is not told of when they are"),
        ({"days": "2018/.."}, "it is not told of when they are"),
        ({"subject": "the company"}, "it is not told of whom they are"),
        ({"subject": None}, "it is not told of whom they are"),
        ({"form": Form.GROWTH}, "it is not told what they are relative to"),
        ({"form": Form.SHARE, "base": "output"}, "it is not told which part of “output” each is"),
        ({"form": Form.RANK, "label": "rank"}, "it is not told in which order they are ranks"),
    ],
)
def test_what_is_left_open_is_no_contradiction(told: dict[str, Any], reason: str) -> None:
    known: dict[str, Any] = {"days": "2018", **told}
    one, other = fact("3 %", **known), fact("7 %", **known)
    found = agreement(one, other)

    assert found.outcome is COMPATIBLE
    assert found.reasons == ("“" + found.reasons[0].split("“", 1)[1], reason)


def test_a_part_is_not_compared_with_the_whole() -> None:
    found = agreement(fact("8 {robot}", days="2018", base="robots"), fact("523 {robot}", days="2018"))

    assert (found.outcome, found.reasons) == (APART, ("only one is a part of “robots”",))


def test_more_that_is_told_refines() -> None:
    bare = fact("33 %", form=Form.SHARE)
    full = fact("33 %", form=Form.SHARE, base="total budget", days="2018")
    found = agreement(bare, full)

    assert found.finer is full
    assert found.reasons == (
        "the one is relative to a base that it does not tell, the other to “total budget”",
        "the one tells of no time, the other of 2018",
    )
    assert agreement(fact(None, kind=Target), fact("500 {robot}", kind=Target)).outcome is REFINES


def test_an_amount_told_in_two_currencies_tells_more() -> None:
    both = fact("3.27E+12 CNY", restated=["4.88E+11 USD"])
    dollars = fact("4.88E+11 USD")

    assert agreement(both, dollars).finer is both


def test_it_is_told_in_words() -> None:
    one, other = read("Suzhou had over 500 startups in 2017. It had 523 startups in 2017.", id="post").metrics
    found = agreement(one, other)

    assert repr(found) == "Agreement(refines: “over 500 startups” holds “523 startups”)"
    assert found.explain() == (
        "Suzhou, startups: over 500 startups in 2017 (“over 500 startups” [post]); Suzhou, startups: 523 startups in "
        "2017 (“523 startups” [post]). The second is the more exact: “over 500 startups” holds “523 startups”."
    )


# ---------------------------------------------------------------- of a corpus


def corpus_of(**texts: str) -> Corpus:
    return Corpus.of(*(read(text, id=name) for name, text in texts.items()))


def test_articles_that_tell_one_thing() -> None:
    found = agreements(
        corpus_of(
            early="Bangalore had 9,400 startups in 2017. Wuxi had 80 labs in 2017. Suzhou had 7 parks in 2016.",
            late="Bengaluru had 9,350 startups in 2017. Wuxi had over 70 labs in 2017. Suzhou had 9 parks in 2017.",
            other="Bengaluru had 8,215 start-ups in 2017.",
        )
    )

    assert [accord.articles for accord in found] == [("early", "late", "other"), ("early", "late")]
    assert found.summary == "2 things told by several articles: 1 refines, 1 contradicts"
    assert [each.finer and each.finer.evidence[0].quote for each in found.of(REFINES)] == ["80 labs"]
    assert [each.reasons[0] for each in found.contradictions] == [
        "“9,400 startups” and “8,215 start-ups” have no number in common",
        "“9,350 startups” and “8,215 start-ups” have no number in common",
    ]


def test_what_is_not_comparable_is_another_thing() -> None:
    spent = [fact(f"{each} %", form=Form.SHARE, base="GDP", days="2018", at="a") for each in (3, 4)]
    other = fact("3 %", form=Form.SHARE, base="budget", days="2018", at="b")

    assert not agreements(Corpus.of([*spent, other]))
    assert len(agreements(Corpus.of([*spent, other, evolve(other, base="GDP", id="same")]))) == 1


def test_a_name_that_could_be_of_two_is_of_neither() -> None:
    own = {"Ark": {"ark"}, "Bee": {"ark", "cod"}, "Cod": {"cod"}}
    naming = Naming({name: frozenset(keys) for name, keys in own.items()})
    facts = [fact("523 {robot}", subject=name) for name in own]

    assert [agreement(a, b, naming=naming).outcome for a, b in combinations(facts, 2)] == [APART, APART, APART]


def test_what_one_article_tells_twice_is_no_disagreement() -> None:
    assert not agreements(corpus_of(early="Wuxi had 81 labs in 2017. Wuxi had 92 labs in 2017."))


def test_a_subject_that_could_be_anybody_joins_no_articles() -> None:
    text = "The company had 81 labs in 2017."

    assert not agreements(corpus_of(early=text, late="Rain fell. " + text.replace("81", "92")))


def test_the_explanation_has_each_contradiction() -> None:
    found = agreements(corpus_of(early="Wuxi had 81 labs in 2017.", late="Wuxi had 92 labs in 2017."))

    assert repr(found) == "Agreements(1 thing told by several articles: 1 contradicts)"
    assert found.explain() == (
        "1 thing told by several articles: 1 contradicts. Wuxi, labs: 81 labs in 2017 (“81 labs” [early]); "
        "Wuxi, labs: 92 labs in 2017 (“92 labs” [late]). They contradict one another: “81 labs” and “92 labs” have no "
        "number in common."
    )
    (accord,) = found
    assert isinstance(accord.variants[0], Metric)
    assert repr(accord) == "Accord(Wuxi, labs: 81 labs in 2017; contradicts, told by early and late)"
