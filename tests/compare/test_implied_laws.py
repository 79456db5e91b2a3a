"""What is implied rests on facts of one article, holds those facts, and fails only where no number fits all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Article, Bound, Corpus, Evidence, Form, Metric, Period, Quantity, Target, Unit
from shanghai_tech.compare import intervals
from shanghai_tech.compare.agreement import AgreementOutcome, agreement
from shanghai_tech.compare.agreements import agreements
from shanghai_tech.compare.implication import ImplicationKind, Verdict
from shanghai_tech.compare.implied import Implied, implied
from shanghai_tech.compare.revision import revision
from tests import strategies as some
from tests.compare import retold
from tests.corpus import strategies as corpora

ONE = "The paper told how many, and which part. It told how many there are in all. It told by how much they had grown."
CHECKED = {ImplicationKind.RATE, ImplicationKind.CONTRADICTION}


def told(
    quantity: Quantity, *, at: int, form: Form = Form.LEVEL, base: str | None = None, days: str = "2018"
) -> Metric:
    """A fact of the exports of Wuxi, told in the first, second or third sentence."""
    start = (0, 41, 75)[at]
    piece = Evidence(article="post", start=start, end=start + 3, quote=ONE[start : start + 3], rule="L1")
    return Metric(
        id=f"metric-{at}-{form.value}-{quantity}-{days}",
        indicator="exports",
        label="exports",
        subject="Wuxi",
        form=form,
        base=base,
        quantity=quantity,
        period=Period.parse(days),
        evidence=(piece,),
    )


@st.composite
def amounts(draw: st.DrawFn, unit: str = "CNY") -> Quantity:
    bound = draw(st.sampled_from([Bound.EXACTLY, Bound.ABOUT, Bound.OVER, Bound.AT_LEAST]))
    value = Decimal(f"{draw(st.integers(1, 9999))}E{draw(st.integers(-2, 9))}")
    return Quantity(value=value, bound=bound, unit=Unit.parse(unit))


@st.composite
def percents(draw: st.DrawFn) -> Quantity:
    bound = draw(st.sampled_from([Bound.EXACTLY, Bound.ABOUT, Bound.OVER]))
    return Quantity(value=Decimal(draw(st.integers(1, 800))) / 10, bound=bound, unit=Unit.of("%"))


def of_post(*facts: Metric) -> Implied:
    return implied([Article(id="post", text=ONE), *facts])


@given(amounts(), percents())
def test_the_share_of_the_whole_is_the_part(part: Quantity, share: Quantity) -> None:
    found = of_post(told(part, at=0), told(share, at=0, form=Form.SHARE, base="national total"))
    if share.interval.low is None or share.interval.low <= 0:
        return
    (whole,) = found
    assert whole.figure is not None

    for numerator in (part.interval.low, part.interval.high):
        if numerator is not None and numerator in part.interval:
            rate = Fraction(share.value) / 100
            assert share.value not in share.interval or numerator / rate in whole.figure.interval
    low = whole.figure.interval.low
    assert low is not None
    assert part.interval.low is not None
    assert low >= part.interval.low  # no whole is less than its part


@given(amounts(), percents(), amounts())
def test_a_whole_fails_only_where_no_number_fits(part: Quantity, share: Quantity, whole: Quantity) -> None:
    base = told(share, at=0, form=Form.SHARE, base="GDP")
    level = evolve(told(whole, at=1), label="GDP", indicator="gdp", id="whole")
    found = of_post(told(part, at=0), base, level).of(ImplicationKind.WHOLE)

    assert found
    for each in found:
        assert each.figure is not None
        meet = intervals.common([each.figure.interval, whole.interval]) is not None
        assert each.verdict is (Verdict.HOLDS if meet else Verdict.FAILS)
        assert each.against == (level,)


@given(st.integers(100, 10_000), st.integers(100, 10_000), st.integers(-90, 900))
def test_growth_holds_where_it_is_what_was_told(early: int, late: int, percent: int) -> None:
    first, second = (Quantity(value=Decimal(each), unit=Unit.of("CNY")) for each in (early, late))
    growth = Quantity(value=Decimal(percent), unit=Unit.of("%"))
    found = of_post(
        told(first, at=0, days="2017"),
        told(second, at=1, days="2018"),
        told(growth, at=2, form=Form.GROWTH, days="2018"),
    ).of(ImplicationKind.GROWTH)

    (each,) = found
    low = Fraction(2 * late - 1, 2 * early + 1) * 100 - 100
    high = Fraction(2 * late + 1, 2 * early - 1) * 100 - 100
    fits = percent + Fraction(1, 2) >= low and percent - Fraction(1, 2) <= high
    assert each.verdict is (Verdict.HOLDS if fits else Verdict.FAILS)


# ---------------------------------------------------------------- of any corpus


def corpora_of_facts() -> st.SearchStrategy[Corpus]:
    return retold.alike(4).map(_corpus) | corpora.corpora()


def _corpus(facts: list[Metric | Target]) -> Corpus:
    pieces = [evolve(fact, id=f"{fact.id}-{at}") for at, fact in enumerate(facts)]
    return Corpus.of([corpora.article(name) for name in ("a", "b")], pieces)


@given(corpora_of_facts())
def test_each_implication_rests_on_facts_of_one_article(corpus: Corpus) -> None:
    found = implied(corpus)

    for each in found:
        assert {fact.evidence[0].article for fact in (*each.facts, *each.against, *each.touches)} == {each.article}
        assert each.evidence
        assert (each.verdict is Verdict.UNCHECKED) or each.against or each.kind in CHECKED
        assert "\n" not in repr(each)
        assert each.explain()
    assert found.failures == tuple(each for each in found if each.verdict is Verdict.FAILS)


@st.composite
def anything(draw: st.DrawFn) -> Metric | Target:
    """A fact of any kind, form and unit, told of the same thing as many others."""
    fact = draw(some.metrics() | some.targets())
    like = told(Quantity.parse("1 CNY"), at=draw(st.integers(0, 2)))
    whose = draw(st.sampled_from(["Wuxi", "Shanghai", "Pudong"]))
    base = draw(st.sampled_from([None, "total", "GDP", "exports", fact.base]))
    return evolve(fact, subject=whose, label=like.label, indicator=like.indicator, evidence=like.evidence, base=base)


@given(st.lists(anything(), max_size=5))
def test_whatever_is_told_is_reckoned_with(facts: list[Metric | Target]) -> None:
    numbered = [evolve(fact, id=f"{type(fact).__name__}-{at}") for at, fact in enumerate(facts)]
    corpus = Corpus.of([Article(id="post", text=ONE), *numbered])

    assert implied(corpus) == implied(corpus.as_told())
    assert implied(corpus).explain()
    assert agreements(corpus).accords == ()
    assert revision(corpus, corpus).dropped == ()


@given(corpora_of_facts())
def test_a_contradiction_is_one_between_its_two_facts(corpus: Corpus) -> None:
    naming = corpus.naming
    for each in implied(corpus).of(ImplicationKind.CONTRADICTION):
        assert agreement(each.facts[0], each.facts[1], naming=naming).outcome is AgreementOutcome.CONTRADICTS


@given(st.lists(amounts("{lab}"), min_size=1, max_size=3), amounts("{lab}"))
def test_parts_fail_only_where_they_are_certainly_more(parts: list[Quantity], whole: Quantity) -> None:
    places = ("Pudong", "Minhang", "Xuhui")
    inside = [evolve(told(each, at=0), subject=place, id=place) for place, each in zip(places, parts, strict=False)]
    (found,) = of_post(evolve(told(whole, at=1), subject="Shanghai"), *inside)
    least = sum((each.interval.low or Fraction(0) for each in parts), Fraction(0))
    is_over = any(each.bound is Bound.OVER for each in parts)
    most = whole.interval.high

    fails = most is not None and (least > most or (least == most and is_over))
    assert found.verdict is (Verdict.FAILS if fails else Verdict.HOLDS)
