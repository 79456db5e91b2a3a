"""Rates that are given and rates that articles imply: what they come to, which is used, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Corpus, InvalidValue, Metric, Quantity, Unit, load_folder, seeds
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.rate import Rate, united
from shanghai_tech.compare.rates import Rates, convert
from shanghai_tech.errors import NotComparable
from tests.compare import strategies as our
from tests.corpus import strategies as corpora

CURRENCIES = ("CNY", "USD", "EUR")
VALUES = st.sampled_from(["6.7", "6.70", "6.705", "7", "~6.4", "6.2..6.9"])


def restated(first: str, *others: str, at: str = "a") -> Metric:
    fact = our.fact(first, restated=others, at=at)
    assert isinstance(fact, Metric)
    return fact


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    of, to = draw(st.permutations(["CNY", "USD"]))
    known = Rates.given({(of, to): Quantity.parse(draw(VALUES))}).known[0]
    return known if of == "USD" else Rates.given({(of, to): Quantity.parse("0.15")}).known[0]


# ---------------------------------------------------------------- laws


@given(rates())
def test_the_reciprocal_of_the_reciprocal_is_the_rate(rate: Rate) -> None:
    assert rate.reciprocal().reciprocal() == rate


@given(st.lists(rates(), min_size=1, max_size=4))
def test_several_rates_are_one_in_any_order_within_each_or_around_all(found: list[Rate]) -> None:
    one, other = united(found), united(found[::-1])
    turned = other if other.of == one.of else other.reciprocal()
    spans = [(each if each.of == one.of else each.reciprocal()).figure.interval for each in found]

    assert turned.figure.interval == one.figure.interval
    assert bool(turned.disagreement) == bool(one.disagreement)
    if one.disagreement:
        assert all(span.within(one.figure.interval) for span in spans)
    else:
        assert all(one.figure.interval.within(span) for span in spans)


@given(st.sampled_from(our.AMOUNTS), st.sampled_from(CURRENCIES))
def test_what_is_converted_there_and_back_holds_the_start(text: str, to: str) -> None:
    quantity = Quantity.parse(text)
    if not quantity.unit.is_money:
        return
    there = convert(quantity, to, rates=our.RATES)
    back = our.RATES.between(to, str(quantity.unit))
    again = there.figure if back is None else there.figure * back.figure

    assert quantity.interval.within(again.interval)
    assert again.unit == quantity.unit
    assert there.explain()


@given(st.sampled_from(our.AMOUNTS), st.sampled_from(CURRENCIES), st.data())
def test_any_amount_at_any_rate_is_in_what_it_is_converted_to(text: str, to: str, data: st.DataObject) -> None:
    quantity = Quantity.parse(text)
    rate = our.RATES.between(str(quantity.unit), to) if quantity.unit.is_money else None
    if rate is None:
        return
    number, at = data.draw(our.inside(quantity.interval)), data.draw(our.inside(rate.figure.interval))

    assert number * at in convert(quantity, to, rates=our.RATES).figure.interval


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 9), st.integers(0, 9))
def test_the_rate_that_was_used_lies_in_the_rate_that_is_implied(amount: int, rate: int, cut: int, less: int) -> None:
    """An article converts an amount and rounds both: its rate is one of those that it implies."""
    exact = amount * rate
    yuan, dollars = (
        Decimal(round(Fraction(number, 10**places))).scaleb(places) for number, places in ((exact, cut), (amount, less))
    )
    if yuan <= 0 or dollars <= 0:
        return
    fact = our.fact(f"{yuan.normalize() if yuan == exact else yuan} CNY", restated=[f"{dollars} USD"])
    known = Rates.implied([fact]).known

    assert all(Fraction(rate) in each.figure.interval for each in known)


# ---------------------------------------------------------------- given


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        ("6.9", "Rate(1 USD = 6.9 CNY, given)"),
        (Decimal("6.9"), "Rate(1 USD = 6.9 CNY, given)"),
        (Fraction(69, 10), "Rate(1 USD = 6.9 CNY, given)"),
        (Quantity.parse("6.9"), "Rate(1 USD = 6.9 CNY (6.85 to 6.95), given)"),
        (Quantity.parse("6.8..7.0 CNY"), "Rate(1 USD = 6.8 to 7 CNY, given)"),
    ],
)
def test_given_rates(rate: str | Decimal | Fraction | Quantity, shown: str) -> None:
    assert repr(Rates.given({("USD", "CNY"): rate}).known[0]) == shown


@pytest.mark.parametrize(
    ("pair", "rate", "message"),
    [
        (("USD", "CNY"), 6.9, "invalid rate: 6.9; expected a text such as '6.9', a Decimal, a Fraction or a Quantity"),
        (("USD", "CNY"), "0", "invalid rate: '0'; expected a number above 0"),
        (("USD", "CNY"), "-2", "invalid rate: '-2'; expected a number above 0"),
        (("USD", "CNY"), Quantity.parse("<7"), "invalid rate: 'under 7'; expected a number above 0"),
        (("USD", "CNY"), Quantity.parse("7 EUR"), "invalid rate: '7 EUR'; expected a number of CNY"),
        (("USD", "m2"), "7", "invalid currency: 'm2'; expected a code of ISO 4217 such as CNY"),
    ],
)
def test_what_is_no_rate_is_refused(pair: tuple[str, str], rate: str, message: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Rates.given({pair: rate})

    assert str(refused.value) == message


# ---------------------------------------------------------------- implied


@pytest.mark.parametrize(
    ("pairs", "figure", "disagrees"),
    [
        ([("67 CNY", "10 USD")], "6.7 CNY per USD (6.333 to 7.106)", False),
        ([(">67 CNY", "10 USD")], "6.7 CNY per USD (6.333 to 7.106)", False),
        ([("6.4E+11 CNY", "~1.00E+11 USD")], "6.4 CNY per USD (6.318 to 6.483)", False),
        ([("67 CNY", "10 USD"), ("6.65E+9 CNY", "1.000E+9 USD")], "6.65 CNY per USD (6.641 to 6.659)", False),
        ([("67 CNY", "10 USD"), ("8.00E+9 CNY", "1.000E+9 USD")], "6.333 to 8.01 CNY per USD", True),
        ([("67 CNY", "10 USD"), ("10 USD", "67 CNY")], "6.7 CNY per USD (6.333 to 7.106)", False),
    ],
)
def test_implied_rates(pairs: Sequence[tuple[str, str]], figure: str, *, disagrees: bool) -> None:
    (rate,) = Rates.implied([restated(*pair) for pair in pairs]).known

    assert str(rate.figure) == figure
    assert bool(rate.disagreement) == disagrees
    assert (rate.of, rate.to, rate.source, len(rate.evidence)) == ("USD", "CNY", "implied", 1)


@pytest.mark.parametrize(
    "pair", [("67 CNY", "10 {robot}"), ("67 CNY", "0 USD"), ("67 CNY", "10 USD/{person}"), ("67 CNY",)]
)
def test_what_implies_no_rate(pair: Sequence[str]) -> None:
    assert Rates.implied([restated(*pair)]).known == ()


def test_each_article_implies_its_own_rate_and_amounts_are_converted_by_that_of_their_own() -> None:
    known = Rates.implied([restated("67 CNY", "10 USD", at="a"), restated("80 CNY", "10 USD", at="b")])
    quantity = Quantity.parse("100 USD")

    assert len(known.known) == 2
    assert str(convert(quantity, "CNY", rates=known, articles=["b"]).figure.nominal) == "800"
    assert (
        convert(quantity, "CNY", rates=known)
        .explain()
        .endswith("They do not agree: 6.7 CNY per USD (6.333 to 7.106) and 8 CNY per USD (7.571 to 8.474).")
    )
    assert Rates.implied([restated("67 CNY", "10 USD", at="a")], articles=["b"]).known == ()


def test_amounts_that_only_the_merged_record_has_together_imply_nothing() -> None:
    """One article rounds and converts, the other is more exact: no article has divided the one by the other."""
    rounded, exact = restated("3.27E+12 CNY", "4.88E+11 USD"), restated("3.2672E+12 CNY", at="b")
    both = Corpus.of([corpora.article(name) for name in corpora.IDS], [rounded, exact])
    (merged,) = both.metrics

    assert (merged.quantity, merged.restated) == (exact.quantity, rounded.restated)
    assert Rates.implied(both) == Rates.implied([rounded])
    assert Rates.implied(both) != Rates.implied([merged])


def test_given_rates_go_before_implied_ones() -> None:
    known = Rates.implied([restated("67 CNY", "10 USD")]) | Rates.given({("CNY", "USD"): "0.125"})

    assert convert(Quantity.parse("100 USD"), "CNY", rates=known, articles=["a"]).figure.nominal == 800


# ---------------------------------------------------------------- converting


def test_over_other_currencies_only_where_that_is_asked_for() -> None:
    known = Rates.given({("USD", "CNY"): "6", ("EUR", "USD"): "1.5", ("EUR", "GBP"): "0.5"})

    assert known.between("GBP", "CNY") is None
    rate = known.between("GBP", "CNY", chain=True)
    assert rate is not None
    assert (rate.figure.nominal, rate.via) == (Fraction(18), ("EUR", "USD"))
    assert rate.explain() == "One GBP is 18 CNY over EUR and USD, as given."
    assert known.between("GBP", "JPY", chain=True) is None


def test_money_per_something_stays_per_it() -> None:
    found = convert(Quantity.parse("135000 CNY/{person}"), "USD", rates=Rates.given({("USD", "CNY"): "6.75"}))

    assert str(found.figure) == "20,000 USD per person (19,999 to 20,001)"
    assert found.figure.unit == Unit.parse("USD/{person}")


def test_definitions_need_no_rate() -> None:
    found = convert(Quantity.parse("3 km2"), "ha")

    assert repr(found) == "Conversion(3 km2 = 300 ha (250 to 350), by definition)"
    assert found.evidence == ()


def test_without_a_rate_there_is_a_hint() -> None:
    with pytest.raises(NotComparable) as refused:
        convert(Quantity.parse("3 CNY"), "USD", rates=Rates.given({("EUR", "CNY"): "8"}))

    assert str(refused.value) == (
        "not comparable: there is no rate from CNY to USD\n"
        "hint: give one, Rates.given({('CNY', 'USD'): …}), or take one that articles imply, Rates.implied(corpus)"
    )


# ---------------------------------------------------------------- the seeds


@cache
def corpus() -> Corpus:
    return load_folder(seeds()[0].parent).corpus


@pytest.mark.parametrize(
    ("article", "rate", "low", "high"),
    [("000", "6.701", "6.68", "6.72"), ("002", "6.301", "3.14", "9.46"), ("003", "6.4", "6.38", "6.42")],
)
def test_the_seeds_imply_three_rates(article: str, rate: str, low: str, high: str) -> None:
    (name,) = (each.id for each in corpus().articles if each.id.startswith(article))
    (found,) = Rates.implied(corpus(), articles=[name]).known

    assert str(found.figure).startswith(f"{rate} CNY per USD (")
    assert Figure(interval=found.figure.interval).interval.within(Quantity.parse(f"{low}..{high}").interval)
    assert found.articles == (name,)
