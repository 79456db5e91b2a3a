"""Agreement is symmetric, to refine is a partial order, and a contradiction leaves no number in common."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Corpus, Metric, Target
from shanghai_tech.compare import intervals
from shanghai_tech.compare.agreement import AgreementOutcome, agreement
from shanghai_tech.compare.agreements import agreements
from shanghai_tech.compare.figure import Figure, factor_of
from tests import strategies as some
from tests.compare import retold
from tests.compare import strategies as our
from tests.corpus import strategies as corpora

PLAIN = retold.facts() | our.facts() | our.facts(our.SHARES)
FACTS = PLAIN | some.metrics() | some.targets()
PAIRS = retold.alike(2) | st.lists(FACTS, min_size=2, max_size=2)


def at_least_as_fine(one: Metric | Target, other: Metric | Target) -> bool:
    found = agreement(one, other)
    return found.outcome is AgreementOutcome.SAME or found.finer is one


@given(PAIRS)
def test_agreement_is_symmetric(pair: list[Metric | Target]) -> None:
    there, back = agreement(pair[0], pair[1]), agreement(pair[1], pair[0])

    assert there.outcome is back.outcome
    assert there.finer is back.finer
    assert there.coarser is back.coarser


@given(FACTS)
def test_a_fact_is_the_same_as_itself(fact: Metric | Target) -> None:
    assert agreement(fact, evolve(fact, id="another")).outcome is AgreementOutcome.SAME


@given(PAIRS)
def test_only_one_of_two_refines_the_other(pair: list[Metric | Target]) -> None:
    found = agreement(pair[0], pair[1])

    assert (found.finer is not None) == (found.outcome is AgreementOutcome.REFINES) == (found.coarser is not None)
    assert found.finer is None or {id(found.finer), id(found.coarser)} == {id(fact) for fact in pair}


@pytest.mark.parametrize("family", list(retold.families()))
def test_to_refine_is_a_partial_order_in_each_aspect(family: str) -> None:
    facts = retold.families()[family]
    fine = {(a, b) for a, one in enumerate(facts) for b, other in enumerate(facts) if at_least_as_fine(one, other)}

    for a, one in enumerate(facts):
        assert (a, a) in fine
        for b, other in enumerate(facts):
            there, back = agreement(one, other), agreement(other, one)
            assert (there.outcome, there.finer) == (back.outcome, back.finer), (one, other)
            assert (there.outcome is AgreementOutcome.SAME) == ({(a, b), (b, a)} <= fine)
    assert {(a, c) for a, b in fine for d, c in fine if b == d} <= fine
    assert len(fine) > len(facts)


@given(retold.alike(3))
def test_what_refines_a_finer_fact_refines_the_coarser_one(facts: list[Metric | Target]) -> None:
    one, two, three = facts
    if at_least_as_fine(one, two) and at_least_as_fine(two, three):
        assert at_least_as_fine(one, three)
        if agreement(one, three).outcome is AgreementOutcome.SAME:
            assert agreement(one, two).outcome is agreement(two, three).outcome is AgreementOutcome.SAME


@given(retold.alike(2), st.data())
def test_a_finer_fact_has_only_numbers_of_the_coarser_one(pair: list[Metric | Target], data: st.DataObject) -> None:
    found = agreement(pair[0], pair[1])
    finer, coarser = found.finer, found.coarser
    if finer is None or coarser is None or finer.quantity is None or coarser.quantity is None:
        return
    factor = factor_of(finer.quantity.unit, coarser.quantity.unit)
    if factor is None:
        return  # of another currency, or of a kind
    number = data.draw(our.inside(finer.quantity.interval))

    assert number * factor in coarser.quantity.interval


@given(PAIRS)
def test_what_contradicts_has_no_number_in_common(pair: list[Metric | Target]) -> None:
    found = agreement(pair[0], pair[1])
    if found.outcome is not AgreementOutcome.CONTRADICTS:
        return
    amounts = [[Figure.of(each) for each in (fact.quantity, *fact.restated) if each is not None] for fact in pair]
    joined = [(a, b.in_unit(a.unit)) for a in amounts[0] for b in amounts[1] if factor_of(b.unit, a.unit) is not None]

    assert any(intervals.common([a.interval, b.interval]) is None for a, b in joined)


@given(PAIRS, st.data())
def test_vaguer_words_make_no_contradiction(pair: list[Metric | Target], data: st.DataObject) -> None:
    vague = data.draw(our.vaguer(pair[0]))
    now = agreement(vague, pair[1])

    if now.outcome is AgreementOutcome.CONTRADICTS:
        assert agreement(pair[0], pair[1]).outcome is AgreementOutcome.CONTRADICTS


@given(retold.alike(2) | st.lists(PLAIN, min_size=2, max_size=2))
def test_each_agreement_has_evidence_and_reasons(pair: list[Metric | Target]) -> None:
    found = agreement(pair[0], pair[1])

    assert set(found.evidence) == {piece for fact in pair for piece in fact.evidence}
    assert found.reasons
    assert all(found.reasons)
    assert all(f"“{piece.quote}”" in found.explain() for piece in found.evidence)
    assert "\n" not in repr(found)


def test_a_rounded_count_is_no_contradiction_and_an_exact_one_is() -> None:
    told = [our.fact(text, days="2018") for text in ("12000 {robot}", "12300 {robot}", "12700 {robot}")]

    assert agreement(told[0], told[1]).outcome is AgreementOutcome.COMPATIBLE
    assert agreement(told[0], told[2]).outcome is AgreementOutcome.CONTRADICTS
    assert agreement(told[1], told[2]).outcome is AgreementOutcome.CONTRADICTS


# ---------------------------------------------------------------- of a corpus


def corpora_of_facts() -> st.SearchStrategy[Corpus]:
    return st.lists(retold.facts(), max_size=6).map(_corpus) | corpora.corpora()


def _corpus(facts: list[Metric | Target]) -> Corpus:
    return Corpus.of([evolve(fact, id=f"{fact.id}-{at}") for at, fact in enumerate(facts)])


@given(corpora_of_facts())
def test_each_thing_is_told_by_several_articles_and_each_telling_is_of_one_thing(corpus: Corpus) -> None:
    found = agreements(corpus)
    tellings = [id(telling) for accord in found for telling in accord.tellings]

    assert len(tellings) == len(set(tellings))
    for accord in found:
        assert len(accord.articles) > 1
        assert {id(fact) for fact in accord.variants} <= {id(fact) for fact in accord.tellings}
        assert accord.evidence
        assert accord.explain()


@given(corpora_of_facts())
def test_what_is_said_of_a_thing_is_what_is_said_of_its_tellings(corpus: Corpus) -> None:
    naming = corpus.naming
    for accord in agreements(corpus):
        for each in accord.agreements:
            assert each == agreement(each.one, each.other, naming=naming)
            assert each.outcome is not AgreementOutcome.NOT_COMPARABLE
        outcomes = {each.outcome for each in accord.agreements}
        assert (AgreementOutcome.CONTRADICTS in outcomes) == (accord.outcome is AgreementOutcome.CONTRADICTS)


@given(st.lists(retold.facts(), max_size=5).flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts))))
def test_the_order_of_facts_is_of_no_account(orders: tuple[list[Metric | Target], list[Metric | Target]]) -> None:
    one, other = (agreements(Corpus.of(facts)) for facts in orders)

    assert one == other


def test_of_many_numbers_only_neighbours_are_compared() -> None:
    facts = [our.fact(f"{1001 + 7 * at} {{robot}}", days="2018", at="ab"[at % 2]) for at in range(40)]
    found = agreements(_corpus(facts))

    (accord,) = found
    assert len(accord.variants) == 40
    assert len(found.contradictions) == 39
