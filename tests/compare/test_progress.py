"""What a metric tells about a target: tables of cases, and what holds for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Form, Metric, Target
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.progress import Outcome, Progress, progress
from shanghai_tech.compare.rates import Rates
from shanghai_tech.errors import NotComparable
from shanghai_tech.model.unit import ONE
from tests.compare import strategies as our

LATE = "the due date may not be after that of the metric"
BELOW = "what is to stay below an amount is not reached in parts"
PARTS, ITSELF = "a growth is not reached in parts", "a growth grows by no percentage of itself"
AS_OF = st.none() | st.dates(date(2015, 1, 1), date(2021, 1, 1))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Metric, Target]:
    """A metric and a target that may be compared, or not."""
    amounts = draw(st.sampled_from([our.AMOUNTS, our.SHARES]))
    metric, target = draw(our.facts(amounts)), draw(our.facts(amounts))
    told = our.as_metric(metric)
    aim = target if isinstance(target, Target) else our.as_target(target)
    return told, evolve(aim, form=told.form)


def judged(metric: Metric, target: Target, as_of: date | None = None) -> Progress | None:
    try:
        return progress(metric, target, as_of=as_of, rates=our.RATES)
    except NotComparable:
        return None


# ---------------------------------------------------------------- laws


@given(pairs(), AS_OF, st.data())
def test_a_vaguer_metric_never_makes_an_outcome_stronger(
    pair: tuple[Metric, Target], as_of: date | None, data: st.DataObject
) -> None:
    metric, target = pair
    vague = data.draw(our.vaguer(metric))
    assert isinstance(vague, Metric)
    narrow, wide = judged(metric, target, as_of), judged(vague, target, as_of)

    assert (narrow is None) == (wide is None)
    if narrow is not None and wide is not None:
        assert wide.outcome in {narrow.outcome, Outcome.UNKNOWN}
        for name in ("reached", "years"):
            less, more = getattr(wide, name), getattr(narrow, name)
            assert less is None or (more is not None and more.interval.within(less.interval))


@given(st.integers(3_500, 4_500), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["2020", "2025"]))
def test_rounding_a_metric_never_makes_what_is_met_missed(number: int, cut: int, places: int, days: str) -> None:
    """The same amount in fewer digits may be less certain, or told as what was promised, but not the opposite."""
    written = Decimal(number).scaleb(-3)
    fewer = written.quantize(Decimal(1).scaleb(cut - 3))
    goal = our.target(f"{Decimal(4):.{places}f} %", days="../2025", form=Form.SHARE)
    found = [judged(our.metric(f"{each} %", days=days, form=Form.SHARE), goal) for each in (written, fewer)]

    assert not {Outcome.MET, Outcome.MISSED} <= {each.outcome for each in found if each is not None}
    assert None not in found


@given(pairs(), AS_OF)
def test_every_result_has_its_evidence_and_each_figure_or_why_not(
    pair: tuple[Metric, Target], as_of: date | None
) -> None:
    found = judged(*pair, as_of)
    if found is None:
        return
    names = ("years", "reached", "needed_per_year")

    assert set(found.evidence) >= {piece for each in pair for piece in each.evidence}
    assert [name for name in names if getattr(found, name) is None] == [name for name, _ in found.why_not]
    assert found.explain().count(found.outcome.value) >= 1
    assert found.reason
    assert "\n" not in repr(found)


@given(pairs())
def test_what_is_open_is_unknown_when_the_due_date_is_over(pair: tuple[Metric, Target]) -> None:
    before, after = judged(*pair), judged(*pair, as_of=date(2200, 1, 1))

    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after.outcome is (Outcome.UNKNOWN if before.outcome is Outcome.OPEN else before.outcome)


@given(pairs())
def test_growth_that_is_needed_leads_to_the_target(pair: tuple[Metric, Target]) -> None:
    found = judged(*pair)
    if found is None or found.needed_per_year is None or found.years is None or found.metric.form is not Form.LEVEL:
        return
    factor = found.needed_per_year.in_unit(ONE) + Figure.exactly(1)
    grown = factor.power(evolve(found.years, unit=ONE))
    assert grown is not None
    if found.reached is not None:
        missing = Figure.exactly(1).over(found.reached.in_unit(ONE))
        assert missing is not None
        assert missing.interval.within(grown.interval)


# ---------------------------------------------------------------- outcomes


@pytest.mark.parametrize(
    ("metric", "target", "outcome"),
    [
        (("90 {park}", "2020"), ("100 {park}", "../2025"), "open"),
        (("100 {park}", "2020"), ("100 {park}", "../2025"), "met"),
        (("90 {park}", "2025"), ("100 {park}", "../2025"), "missed"),
        (("90 {park}", "../2026"), ("100 {park}", "../2025"), "missed"),
        (("90 {park}", "2027/.."), ("100 {park}", "../2025"), "missed"),
        (("90 {park}", "2023/.."), ("100 {park}", "../2025"), "unknown"),
        (("110 {park}", "2023/.."), ("100 {park}", "../2025"), "met"),
        (("110 {park}", "2027"), ("100 {park}", "../2025"), "unknown"),  # there, but perhaps too late
        (("110 {park}", "2027/.."), ("100 {park}", "../2025"), "unknown"),
        (("110 {park}", "2025"), ("100 {park}", "../2025-06"), "unknown"),
        (("110 {park}", None), ("100 {park}", "../2025"), "unknown"),
        (("90 {park}", None), ("100 {park}", "../2025"), "unknown"),
        (("110 {park}", "2026"), ("100 {park}", None), "unknown"),  # it may have been there before
        (("90 {park}", "2020"), ("100 {park}", None), "unknown"),
        (("110 {park}", "2020"), ("100 {park}", "2025"), "open"),  # in 2025, not by then
        (("110 {park}", "2025"), ("100 {park}", "2025"), "met"),
        (("90 {park}", "2020"), ("100 {park}", "2025/.."), "open"),
        # bounds and rounding
        (("100 {park}", "2025"), (">100 {park}", "../2025"), "missed"),
        (("100 {park}", "2025"), (">=100 {park}", "../2025"), "met"),
        ((">90 {park}", "2025"), ("100 {park}", "../2025"), "unknown"),
        ((">90 {park}", "2020"), ("100 {park}", "../2025"), "unknown"),
        ((">=100 {park}", "2025"), ("100 {park}", "../2025"), "met"),
        (("95 {park}", "2025"), ("~100 {park}", "../2025"), "met"),
        (("85 {park}", "2025"), ("~100 {park}", "../2025"), "missed"),
        (("85 {park}", "2025"), ("80..100 {park}", "../2025"), "met"),
        (("3.98E+11 CNY", "2025"), ("4.00E+11 CNY", "../2025"), "missed"),
        (("4E+11 CNY", "2025"), ("4.00E+11 CNY", "../2025"), "unknown"),
        (("4.00E+11 CNY", "2025"), ("4.00E+11 CNY", "../2025"), "met"),
        (("4.00E+11 CNY", "2025"), ("4E+11 CNY", "../2025"), "met"),
        (("3.7E+11 CNY", "2025"), ("4E+11 CNY", "../2025"), "unknown"),  # less, though it rounds to it
        (("3.4E+11 CNY", "2025"), ("4E+11 CNY", "../2025"), "missed"),
        # what is to stay below
        (("90 {park}", "2025"), ("<100 {park}", "../2025"), "met"),
        (("100 {park}", "2025"), ("<100 {park}", "../2025"), "missed"),
        (("90 {park}", "2020"), ("<=80 {park}", "../2025"), "open"),
        # other units
        (("900 ha", "2025"), ("12 km2", "../2025"), "missed"),
        (("110 {business park}", "2025"), ("100 {park}", "../2025"), "met"),
        # ambiguous dates
        (("90 {park}", "2025-05-07|2025-07-05"), ("100 {park}", "../2025-06"), "unknown"),
        (("90 {park}", "2025-05-07|2025-07-05"), ("100 {park}", "../2025"), "open"),
    ],
)
def test_outcomes(metric: tuple[str, str | None], target: tuple[str, str | None], outcome: str) -> None:
    found = judged(our.metric(metric[0], days=metric[1]), our.target(target[0], days=target[1]))

    assert found is not None
    assert found.outcome.value == outcome


@pytest.mark.parametrize(
    ("form", "metric", "target", "outcome"),
    [
        (Form.RANK, ("2", "2025"), ("1", "../2025"), "missed"),
        (Form.RANK, ("2", "2025"), ("3", "../2025"), "met"),
        (Form.RANK, ("2", "2020"), ("1", "../2025"), "open"),
        (Form.GROWTH, ("-5.0 %", "2025"), ("-4 %", "2025"), "met"),
        (Form.GROWTH, ("-3.0 %", "2025"), ("-4 %", "2025"), "missed"),
        (Form.GROWTH, ("-3.0 %", "2025"), (">-4 %", "2025"), "missed"),
        (Form.GROWTH, ("14 %", "2023"), ("12 %", "../2025"), "open"),  # it is to last until then
        (Form.GROWTH, ("14 %", "2025-Q1"), ("12 %", "2025"), "open"),  # the year is not over
        (Form.GROWTH, ("~12 %", "2023"), ("12 %", "../2025"), "open"),
        (Form.GROWTH, ("14 %", "2025"), ("12 %", "../2025"), "met"),
        (Form.GROWTH, ("14 %", "2025"), ("12 %", None), "unknown"),
        (Form.SHARE, ("1/3", "2025"), ("30 %", "../2025"), "met"),
        (Form.SHARE, ("80 %", "2025"), (">=80 %", "../2025"), "unknown"),  # 79.6 percent is told as 80 as well
    ],
)
def test_outcomes_by_form(form: Form, metric: tuple[str, str], target: tuple[str, str | None], outcome: str) -> None:
    found = judged(our.metric(metric[0], days=metric[1], form=form), our.target(target[0], days=target[1], form=form))

    assert found is not None
    assert found.outcome.value == outcome


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("form", "metric", "target", "reached", "needed"),
    [
        (Form.LEVEL, ("50 {park}", "2021"), ("100 {park}", "../2025"), "50 %", "18.92 %"),
        (Form.LEVEL, ("50 {park}", "2021"), (">100 {park}", "../2025"), "50 %", "18.92 %"),
        (Form.LEVEL, ("50 {park}", "2021"), ("100..120 {park}", "../2025"), "50 %", "18.92 %"),
        (Form.LEVEL, ("50 {park}", "2025"), ("100 {park}", "../2025"), "50 %", LATE),
        (Form.LEVEL, ("125 {park}", "2021"), ("100 {park}", "../2025"), "125 %", "it is met"),
        (Form.LEVEL, ("100 {park}", "2021"), ("<50 {park}", "../2025"), BELOW, "-15.91 %"),
        (Form.LEVEL, ("0 {park}", "2021"), ("100 {park}", "../2025"), "0 %", "0 parks may be 0 or less"),
        (Form.LEVEL, (">50 {park}", "2021"), ("100 {park}", "../2025"), "over 50 %", "-100 to 18.93 %"),
        (Form.SHARE, ("1/4", "2021"), ("0.40", "../2025"), "62.5 % (61.72 to 63.3)", "3.75 pp (3.625 to 3.875)"),
        (Form.GROWTH, ("3 %", "2021"), ("4 %", "../2025"), PARTS, ITSELF),
    ],
)  # fmt: skip
def test_figures(form: Form, metric: tuple[str, str], target: tuple[str, str], reached: str, needed: str) -> None:
    found = judged(our.metric(metric[0], days=metric[1], form=form), our.target(target[0], days=target[1], form=form))
    assert found is not None
    why_not = dict(found.why_not)

    assert str(found.reached or why_not["reached"]) == reached
    assert str(found.needed_per_year or why_not["needed_per_year"]) == needed


def test_money_is_compared_as_restated_or_by_a_rate_that_the_result_names() -> None:
    metric, target = our.metric("3E+9 USD", days="2021"), our.target("4.00E+10 CNY", days="../2025")
    restated = evolve(target, restated=(our.metric("6E+9 USD").quantity,))

    assert judged(metric, restated) is not None
    with pytest.raises(NotComparable):
        progress(metric, target)
    found = progress(metric, target, rates=Rates.given({("USD", "CNY"): "6.5"}))
    assert str(found.reached) == "48.75 % (40.57 to 56.95)"
    assert found.explain().endswith("One USD is 6.5 CNY, as given.")


def test_an_explanation_has_the_quotes_and_the_reason() -> None:
    found = progress(our.metric("50 {park}", days="2021"), our.target("100 {park}", days="../2025", at="b"))

    assert found.explain() == (
        "Zork, output: a target of 100 parks by 2025 (“paper” [b]); Zork, output: 50 parks in 2021 (“paper” [a]). "
        "That is open: it was not there in 2021, and is due by 2025-12-31. "
        "Reached is 50 % of it. Still needed is 18.92 % a year."
    )
    assert repr(found) == (
        "Progress(open, reached=50 %, needed_per_year=18.92 %; "
        "Zork, output: a target of 100 parks by 2025; Zork, output: 50 parks in 2021)"
    )


def test_a_vague_figure_is_no_face_value() -> None:
    found = progress(our.metric("50 {park}", days="2021"), our.target("100 {park}", days="../2023-12-31|../2025-12-31"))

    assert found.years is not None
    assert (found.years.nominal, found.years.interval.low) == (None, Fraction(2))
