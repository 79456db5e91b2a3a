"""The way back is the inverse, what vague words leave open stays open, and each figure rests on evidence."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Form, Metric, Target
from shanghai_tech.compare.change import Change, change
from shanghai_tech.compare.figure import Figure, factor_of
from shanghai_tech.compare.rates import convert
from shanghai_tech.errors import NotComparable
from shanghai_tech.model.unit import ONE
from tests.compare import strategies as our

FIGURES = ("years", "difference", "ratio", "percent", "per_year")
FACTS = our.facts() | our.facts(our.SHARES)


def compared(one: Metric | Target, other: Metric | Target) -> Change | None:
    try:
        return change(one, other, rates=our.RATES)
    except NotComparable:
        return None


def wraps(wide: Figure | None, narrow: Figure | None) -> bool:
    return wide is None or (narrow is not None and narrow.interval.within(wide.interval))


@given(FACTS, FACTS)
def test_the_way_back_is_the_inverse(one: Metric | Target, other: Metric | Target) -> None:
    there, back = compared(one, other), compared(other, one)

    assert (there is None) == (back is None)
    if there is None or back is None:
        return
    assert there.years is None or back.years == -there.years
    assert None in {there.per_year, back.per_year} or back.per_year == there.per_year
    if there.ratio is not None and back.ratio is not None:
        assert back.ratio == Figure.exactly(1).over(there.ratio)
    if not there.conversions and there.difference is not None and back.difference is not None:
        assert there.difference == (-back.difference).in_unit(there.difference.unit)


@given(FACTS, FACTS)
def test_the_difference_and_the_ratio_lead_from_the_first_to_the_second(
    one: Metric | Target, other: Metric | Target
) -> None:
    found = compared(one, other)
    if found is None or found.first.nominal is None or found.second.nominal is None:
        return
    first, second = found.first.nominal, found.second.nominal
    scale = factor_of(found.first.unit, found.difference.unit) if found.difference is not None else None

    if found.difference is not None:
        assert scale is None or first * scale + (found.difference.nominal or 0) == second * scale
    if found.ratio is not None:
        assert first * (found.ratio.nominal or 0) == second
    if found.percent is not None:
        assert first * (1 + (found.percent.nominal or 0) / 100) == second


@given(our.facts(), our.facts())
def test_growth_a_year_makes_the_ratio_over_all_of_the_years(one: Metric | Target, other: Metric | Target) -> None:
    found = compared(one, other)
    if found is None or found.per_year is None or found.years is None or found.ratio is None:
        return
    factor = found.per_year.in_unit(ONE) + Figure.exactly(1)
    again = factor.power(evolve(found.years, unit=ONE))

    assert wraps(again, found.ratio)


@given(FACTS, FACTS, st.data())
def test_vaguer_facts_give_no_narrower_change(
    one: Metric | Target, other: Metric | Target, data: st.DataObject
) -> None:
    narrow = compared(one, other)
    wide = compared(data.draw(our.vaguer(one)), data.draw(our.vaguer(other)))

    assert (wide is None) == (narrow is None)
    for name in FIGURES if wide is not None else ():
        assert wraps(getattr(wide, name), getattr(narrow, name))


@given(FACTS, FACTS)
def test_a_change_has_the_evidence_of_both_and_each_figure_or_why_not(
    one: Metric | Target, other: Metric | Target
) -> None:
    found = compared(one, other)
    if found is None:
        return

    assert set(found.evidence) >= {*one.evidence, *other.evidence}
    assert [name for name in FIGURES if getattr(found, name) is None] == [name for name, _ in found.why_not]
    assert all(piece.quote in found.explain() for piece in found.evidence)
    assert "\n" not in repr(found)


@given(our.facts(), st.sampled_from(["CNY", "USD", "EUR"]))
def test_there_and_back_holds_the_start(fact: Metric | Target, to: str) -> None:
    if fact.quantity is None or not fact.quantity.unit.is_money:
        return
    there = convert(fact.quantity, to, rates=our.RATES)
    rate = our.RATES.between(to, str(fact.quantity.unit))
    back = there.figure if rate is None else evolve(there.figure, unit=ONE) * evolve(rate.figure, unit=ONE)

    assert fact.quantity.interval.within(back.interval)


@given(our.facts())
def test_nothing_changes_from_a_fact_to_itself_but_for_what_its_words_leave_open(fact: Metric | Target) -> None:
    found = compared(fact, fact)

    assert found is not None
    assert found.difference is not None
    assert Fraction(0) in found.difference.interval
    assert found.ratio is None or Fraction(1) in found.ratio.interval
    assert found.per_year is None
    assert fact.form is Form.LEVEL
