"""Laws of questions: the logic of three values, and selections beside a slow oracle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import shanghai_tech.query
from shanghai_tech import Bound, Corpus, Metric, Period, Quantity, ShanghaiTechError
from shanghai_tech.query import (
    Predicate,
    Truth,
    article,
    dimension,
    due,
    form,
    indicator,
    kind,
    label,
    period,
    quantity,
    subject,
    unit,
)
from tests import strategies as any_of
from tests.corpus import strategies as some
from tests.query import strategies as ask
from tests.query.strategies import Question

# ---------------------------------------------------------------- three values


@pytest.mark.parametrize(("one", "other"), list(product(Truth, repeat=2)))
def test_de_morgan_holds_of_the_values(one: Truth, other: Truth) -> None:
    assert ~(one & other) == ~one | ~other
    assert ~(one | other) == ~one & ~other
    assert ~~one == one


@given(some.metrics(), ask.predicates(), ask.predicates())
def test_de_morgan_holds_of_questions(metric: Metric, one: Predicate[Metric], other: Predicate[Metric]) -> None:
    assert (~(one & other))(metric) is (~one | ~other)(metric)
    assert (~(one | other))(metric) is (~one & ~other)(metric)
    assert (~~one)(metric) is one(metric)


@given(some.metrics(), ask.predicates())
def test_a_question_and_its_negation_never_both_hold(metric: Metric, asked: Predicate[Metric]) -> None:
    assert (asked & ~asked)(metric) is not Truth.CERTAIN
    assert (asked | ~asked)(metric) is not Truth.IMPOSSIBLE


# ---------------------------------------------------------------- selections


@given(some.corpora(), ask.questions())
def test_a_selection_is_what_the_oracle_says(corpus: Corpus, question: Question) -> None:
    asked, oracle = question
    answers = {metric: oracle(metric, corpus) for metric in corpus.metrics}

    assert list(corpus.metrics.where(asked)) == [each for each, answer in answers.items() if answer is Truth.CERTAIN]
    assert list(corpus.metrics.where(asked, possible=True)) == [
        each for each, answer in answers.items() if answer is not Truth.IMPOSSIBLE
    ]


@given(some.corpora(), ask.predicates(), ask.predicates(), st.booleans())
def test_asking_twice_is_asking_for_both(
    corpus: Corpus, one: Predicate[Metric], other: Predicate[Metric], possible: bool
) -> None:
    both = corpus.metrics.where(one & other, possible=possible)

    assert corpus.metrics.where(one, possible=possible).where(other, possible=possible) == both
    assert corpus.metrics.where(one, other, possible=possible) == both
    assert corpus.metrics.where(other, possible=possible).where(one, possible=possible) == both


@given(some.corpora(), ask.predicates())
def test_what_is_certain_is_possible_and_no_record_is_certain_both_ways(
    corpus: Corpus, asked: Predicate[Metric]
) -> None:
    certain, possible = set(corpus.metrics.where(asked)), set(corpus.metrics.where(asked, possible=True))
    denied = set(corpus.metrics.where(~asked))

    assert certain <= possible
    assert possible.isdisjoint(denied)
    assert possible | denied == set(corpus.metrics)


@given(some.corpora(), st.sampled_from(["period", "subject", "label", "form", "speaker", "article"]), st.booleans())
def test_ordering_moves_records_and_nothing_else(corpus: Corpus, name: str, descending: bool) -> None:
    field = getattr(shanghai_tech.query, name)
    ordered = corpus.metrics.order_by(field, descending=descending)
    told = [bool(corpus.metrics.where(field.is_told).count(each)) for each in ordered]

    assert sorted(each.id for each in ordered) == sorted(each.id for each in corpus.metrics)
    assert told == sorted(told, reverse=True)
    assert ordered.order_by(field, descending=descending) == ordered


@given(some.corpora())
def test_groups_hold_each_record_under_its_value(corpus: Corpus) -> None:
    groups = corpus.metrics.group_by(subject)

    assert {each: value for value, group in groups.items() for each in group} == {
        each: each.subject for each in corpus.metrics
    }
    assert sum(len(group) for group in groups.values()) == len(corpus.metrics)


# ---------------------------------------------------------------- questions as values


@given(ask.predicates())
def test_a_question_is_printed_as_it_is_written(asked: Predicate[Metric]) -> None:
    again = eval(repr(asked), vars(shanghai_tech.query).copy())  # noqa: S307  our own text

    assert again == asked
    assert repr(again) == repr(asked)


@given(ask.predicates(), ask.predicates(), ask.predicates())
def test_questions_that_ask_the_same_are_equal(
    one: Predicate[Metric], two: Predicate[Metric], three: Predicate[Metric]
) -> None:
    assert one & two == two & one
    assert (one | two) | three == one | (two | three)
    assert one & one == one == ~~one
    assert ~(one & two) == ~one | ~two
    assert hash(~(one & two)) == hash(~two | ~one)
    assert (one == ~one) is False


@given(some.metrics(), ask.predicates(), ask.predicates())
def test_questions_that_are_equal_have_equal_answers(
    metric: Metric, one: Predicate[Metric], other: Predicate[Metric]
) -> None:
    assert one != other or one(metric) is other(metric)


@given(st.text() | st.text("0123456789 .%/-{}E+YC$€\x00", max_size=20) | st.integers() | st.none() | st.floats())
def test_any_value_makes_a_question_or_an_error_of_ours(value: Any) -> None:  # noqa: ANN401  anything
    ways: list[Callable[[Any], object]] = [
        *(quantity.__ge__, quantity.__eq__, unit.__eq__, dimension.__eq__, form.__eq__, kind.__eq__, subject.__eq__),
        *(due.by, period.__eq__, period.during, label.has, indicator.__eq__, subject.within, article.one_of),
    ]
    for way in ways:
        try:
            made = repr(way(value))
        except ShanghaiTechError as error:
            made = str(error)
        assert made


# ---------------------------------------------------------------- what the words leave open


def _less_is_said(exact: Truth, wide: Truth) -> bool:
    return wide is exact or wide is Truth.POSSIBLE


def _widened(told: Quantity, by: int) -> Quantity:
    """One that allows all numbers that another does, and more."""
    low, high = told.interval.low, told.interval.high
    if low is not None and high is not None:
        return Quantity(value=low - by, upper=high + by, bound=Bound.BETWEEN, unit=told.unit)
    down = by if high is None else -by
    return evolve(told, value=Fraction(told.value) - (down if told.value >= 0 else min(down, 0)))


@given(some.metrics(), any_of.quantities(), st.integers(0, 50), st.sampled_from(["<", "<=", ">", ">="]))
def test_widening_an_amount_makes_nothing_certain(metric: Metric, told: Quantity, by: int, sign: str) -> None:
    wide = _widened(told, by)
    line = evolve(Quantity.parse("40"), unit=told.unit)
    asked = {"<": quantity < line, "<=": quantity <= line, ">": quantity > line, ">=": quantity >= line}[sign]
    exact = evolve(metric, quantity=told, restated=())
    assume(told.interval.within(wide.interval))

    assert _less_is_said(asked(exact), asked(evolve(exact, quantity=wide)))


@given(some.metrics(), any_of.periods(), any_of.periods())
def test_opening_a_period_makes_nothing_certain(metric: Metric, told: Period, asked: Period) -> None:
    assume(told.start is not None and told.end is not None and not told.candidates)
    questions = [period.during(asked), period.overlaps(asked)]
    questions += [period.before(asked), period.since(asked)] if asked.start else []
    questions += [period.after(asked), period.by(asked)] if asked.end else []
    for wide in (told.until(), told.since()):
        assume(wide.start is None or wide.end is None)
        for question in questions:
            exact = question(evolve(metric, period=told))
            assert _less_is_said(exact, question(evolve(metric, period=wide)))


@given(some.metrics())
def test_at_least_is_not_less_for_amounts_of_the_unit(metric: Metric) -> None:
    line = evolve(metric.quantity, bound=Quantity.parse("1").bound, upper=None)

    assert (quantity >= line)(metric) is (~(quantity < line))(metric)
    assert (quantity > line)(metric) is (~(quantity <= line))(metric)


@given(some.corpora(), ask.predicates())
def test_every_answer_has_evidence(corpus: Corpus, asked: Predicate[Metric]) -> None:
    for record in corpus.metrics.where(asked, possible=True):
        assert record.evidence
        assert corpus[record.id] == record


def test_a_day_is_before_the_days_after_it() -> None:
    assert period.before(date(2018, 3, 2))(some.metric("1 {firm}", period="2018-03-01")) is Truth.CERTAIN
