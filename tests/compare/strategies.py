"""Figures, numbers inside them and facts of one thing, for the laws of comparing; ends and days meet all the time."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve
from hypothesis import strategies as st

from shanghai_tech import Bound, Corpus, Form, Interval, Metric, Period, Quantity, Target
from shanghai_tech.compare import intervals as of
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.rates import Rates
from tests import strategies as some
from tests.corpus import strategies as corpora


def intervals() -> st.SearchStrategy[Interval]:
    """Intervals with a number in them, often with an end at 0 or at 1."""
    return some.intervals().filter(lambda interval: not of.is_empty(interval))


def above_zero() -> st.SearchStrategy[Interval]:
    """Those with no number below 0."""
    return intervals().filter(lambda interval: interval.low is not None and interval.low >= 0)


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of an interval: an end, close to one, or anywhere."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 1000
    high = interval.high if interval.high is not None else low + 2000
    part = draw(
        st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 10**9)]) | st.fractions(0, 1, max_denominator=50)
    )
    number = low + (high - low) * part
    return number if number in interval else (low + high) / 2


@st.composite
def widened(draw: st.DrawFn, interval: Interval) -> Interval:
    """An interval that holds another, often with an end in common."""
    more = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(2), None]))
    less = draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(2), None]))
    return Interval(
        None if less is None or interval.low is None else interval.low - less,
        None if more is None or interval.high is None else interval.high + more,
        low_open=interval.low_open and draw(st.booleans()),
        high_open=interval.high_open and draw(st.booleans()),
    )


@st.composite
def figures(draw: st.DrawFn, among: st.SearchStrategy[Interval] | None = None) -> Figure:
    """Bare figures, with a face value or without."""
    interval = draw(intervals() if among is None else among)
    nominal = draw(st.none() | inside(interval))
    return Figure(interval=interval, nominal=nominal)


@st.composite
def wider(draw: st.DrawFn, figure: Figure) -> Figure:
    """A figure that holds another."""
    return Figure(interval=draw(widened(figure.interval)), nominal=figure.nominal)


def exponents() -> st.SearchStrategy[Fraction]:
    """Fractions whose powers of small numbers can be checked by whole powers."""
    return st.builds(Fraction, st.integers(-6, 6), st.integers(1, 7))


# ---------------------------------------------------------------- facts

#: Positive amounts, bounded in all ways, in units that a definition, a wider noun or a rate joins.
AMOUNTS: Final = (
    *("400 {robot}", ">380 {industrial robot}", "<=500 {robot}", "~1.2E+3 {robot}", "0 {robot}", "300..350 {robot}"),
    *("12 km2", "900 ha", "3.27E+12 CNY", "4.88E+11 USD", ">=2E+9 CNY", "~6E+10 USD", "135000 CNY", "8 EUR"),
)
RESTATED: Final = {"3.27E+12 CNY": ("4.88E+11 USD",), "4.88E+11 USD": ("3.27E+12 CNY", "4.3E+11 EUR")}
SHARES: Final = ("1/3", "23.7 %", ">40 %", "8..10 %", "-3 %", "0 %")
PERIODS: Final = (
    "2011",
    "2016",
    "2016-02",
    "2018-H1",
    "2018-03-31",
    "../2017",
    "2018/..",
    "2019-05-07|2019-07-05",
    "2020",
)


@st.composite
def facts(draw: st.DrawFn, amounts: Sequence[str] = AMOUNTS) -> Metric | Target:
    """Facts about one thing of one place, which differ in kind, amount and days."""
    form = draw(st.sampled_from([Form.SHARE, Form.GROWTH]) if amounts is SHARES else st.just(Form.LEVEL))
    amount = draw(st.sampled_from(amounts))
    return fact(
        amount,
        restated=draw(st.sampled_from([(), RESTATED[amount]])) if amount in RESTATED else (),
        days=draw(st.none() | st.sampled_from(PERIODS)),
        kind=Metric if draw(st.booleans()) else Target,
        form=form,
        at=draw(st.sampled_from(corpora.IDS)),
    )


AnyFact: TypeAlias = Metric | Target


def fact(
    quantity: str | None,
    *,
    days: str | None = None,
    kind: type[Metric | Target] = Metric,
    form: Form = Form.LEVEL,
    at: str = "a",
    subject: str | None = "Zork",
    label: str = "output",
    base: str | None = None,
    restated: Sequence[str] = (),
) -> Metric | Target:
    """A fact of Zork's output, but for what else is told."""
    first = Metric(
        id=f"{kind.__name__}-{label}-{quantity}-{days}",
        indicator="_".join(label.split()),
        label=label,
        subject=subject,
        form=form,
        base=base,
        restated=tuple(map(Quantity.parse, restated)),
        evidence=(corpora.evidence(at, len(label) % 7),),
        quantity=Quantity.parse(quantity or "1"),
        period=None if days is None else Period.parse(days),
    )
    return first if kind is Metric else as_target(first, told=quantity is not None)


def as_target(metric: Metric, *, told: bool = True) -> Target:
    """What a metric tells as true, as intended; with its amount or without."""
    names = ("id", "indicator", "label", "subject", "form", "restated", "base", "evidence")
    quantity = metric.quantity if told else None
    return Target(**{name: getattr(metric, name) for name in names}, quantity=quantity, due=metric.period)


def as_metric(fact: Metric | Target) -> Metric:
    """What a fact tells, as true."""
    if isinstance(fact, Metric):
        return fact
    names = ("id", "indicator", "label", "subject", "form", "restated", "base", "evidence", "quantity")
    return Metric(**{name: getattr(fact, name) for name in names}, period=fact.due)


def metric(quantity: str, *, days: str | None = None, form: Form = Form.LEVEL, at: str = "a") -> Metric:
    """A metric of Zork's output."""
    return as_metric(fact(quantity, days=days, form=form, at=at))


def target(quantity: str, *, days: str | None = None, form: Form = Form.LEVEL, at: str = "a") -> Target:
    """A target for Zork's output."""
    return as_target(metric(quantity, days=days, form=form, at=at))


@st.composite
def vaguer(draw: st.DrawFn, told: Metric | Target) -> Metric | Target:
    """A fact that tells no more than another: "about" for "exactly", "at least" for "over", two readings for a day."""
    quantity, days = told.quantity, told.period if isinstance(told, Metric) else told.due
    if quantity is not None and draw(st.booleans()):
        weaker = {Bound.EXACTLY: Bound.ABOUT, Bound.OVER: Bound.AT_LEAST, Bound.UNDER: Bound.AT_MOST}
        quantity = evolve(quantity, bound=weaker.get(quantity.bound, quantity.bound))
    if days is not None and draw(st.booleans()):
        days = draw(
            st.sampled_from([None, evolve(days, candidates=(Period.year(2015), *(days.candidates or (days,))))])
        )
    if isinstance(told, Target):
        return evolve(told, quantity=quantity, due=days)
    return evolve(told, quantity=quantity or told.quantity, period=days)


@st.composite
def collections(draw: st.DrawFn) -> Corpus:
    """A corpus of facts, of which many are of the same."""
    found: list[Metric | Target] = []
    for told in draw(st.lists(facts() | facts(SHARES), max_size=6)):
        label = draw(st.sampled_from(["output", "the outputs", "robot output", "sales"]))
        subject = draw(st.sampled_from(["Zork", "Zork Group Co., Ltd", "Wuxi", None]))
        found.append(evolve(told, id=f"{told.id}-{len(found)}", label=label, indicator=label[-6:], subject=subject))
    return Corpus.of([corpora.article(name) for name in corpora.IDS], found)


RATES: Final = Rates.given(
    {("USD", "CNY"): Quantity.parse("6.7"), ("EUR", "CNY"): "7.8", ("USD", "EUR"): Quantity.parse("~0.85")}
)
