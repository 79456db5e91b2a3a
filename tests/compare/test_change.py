"""What changed from one fact to another: tables of cases, why there is none, and how it is told."""

from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve

from shanghai_tech import Corpus, Form, InvalidQuestion, Quantity, load_folder, seeds
from shanghai_tech.compare.change import change
from shanghai_tech.compare.rates import Rates
from shanghai_tech.errors import NotComparable
from tests.compare import strategies as our

#: Why there is none.
UNDATED, ENDLESS = "“Zork, output: 60 parks” is not dated", "“Zork, output: 90 parks since 2012” has no end: since 2012"
BELOW, ZERO, SAME_DAY = "under 50 parks may be below 0", "0 parks may be 0", "they are less than 90 days apart"
ITSELF, NO_RATIO = "a {} grows by no percentage of itself", "a {} is no amount that has a ratio"
NAMES = ("difference", "ratio", "percent", "per_year", "years")


@pytest.mark.parametrize(
    ("form", "one", "other", "figures"),
    [
        (
            Form.LEVEL,
            ("40 {park}", "2011"),
            ("90 {park}", "2018"),
            ("50 parks", "2.25", "125 %", "12.28 %", "7 years"),
        ),
        (
            Form.LEVEL,
            ("90 {park}", "2018"),
            ("40 {park}", "2011"),
            ("-50 parks", "0.4444", "-55.56 %", "12.28 %", "-7 years"),
        ),
        (
            Form.LEVEL,
            ("40 {park}", "2018-06"),
            ("80 {park}", "2018-12"),
            ("40 parks", "2", "100 %", "295.9 %", "0.5038 years"),
        ),
        (
            Form.LEVEL,
            (">500 {park}", "2011"),
            ("600 {park}", "2012"),
            ("under 100 parks", "0 to 1.2", "-100 to 20 %", "-100 to 20 %", "1 year"),
        ),
        (
            Form.LEVEL,
            ("500 {park}", "2011"),
            (">=600 {park}", "2012"),
            ("at least 100 parks", "at least 1.2", "at least 20 %", "at least 20 %", "1 year"),
        ),
        (
            Form.LEVEL,
            ("50..60 {park}", "2011"),
            ("60 {park}", "2012"),
            ("0 to 10 parks", "1 to 1.2", "0 to 20 %", "0 to 20 %", "1 year"),
        ),
        (
            Form.LEVEL,
            ("<50 {park}", "2011"),
            ("60 {park}", "2012"),
            ("over 10 parks", "under 50 parks may be 0", BELOW, BELOW, "1 year"),
        ),
        (
            Form.LEVEL,
            ("0 {park}", "2011"),
            ("60 {park}", "2012"),
            ("60 parks", ZERO, ZERO, ZERO, "1 year"),
        ),
        (
            Form.LEVEL,
            ("60 {park}", "2011"),
            ("0 {park}", "2012"),
            ("-60 parks", "0", "-100 %", "-100 %", "1 year"),
        ),
        (
            Form.LEVEL,
            ("60 {park}", None),
            ("90 {park}", "2012"),
            ("30 parks", "1.5", "50 %", UNDATED, UNDATED),
        ),
        (
            Form.LEVEL,
            ("60 {park}", "2011"),
            ("90 {park}", "2012/.."),
            ("30 parks", "1.5", "50 %", ENDLESS, ENDLESS),
        ),
        (
            Form.LEVEL,
            ("60 {park}", "2011"),
            ("90 {park}", "2011-12"),
            ("30 parks", "1.5", "50 %", SAME_DAY, "0 years"),
        ),
        (
            Form.LEVEL,
            ("60 {park}", "2010-12-31|2011-12-31"),
            ("90 {park}", "2012"),
            ("30 parks", "1.5", "50 %", "22.47 to 50 %", "1 to 2 years"),
        ),
        (
            Form.LEVEL,
            ("12 km2", "2011"),
            ("1500 ha", "2011"),
            ("3 km2 (2.495 to 3.505)", "1.25 (1.199 to 1.305)", "25 % (19.96 to 30.48)", SAME_DAY, "0 years"),
        ),
        (
            Form.SHARE,
            ("1/4", "2011"),
            ("30 %", "2012"),
            ("5 pp (4.5 to 5.5)", "1.2 (1.18 to 1.22)", ITSELF, ITSELF, "1 year"),
        ),
        (
            Form.GROWTH,
            ("7 %", "2011"),
            ("-2 %", "2012"),
            ("-9 pp (-10 to -8)", NO_RATIO, ITSELF, ITSELF, "1 year"),
        ),
        (
            Form.RANK,
            ("3", "2011"),
            ("1", "2012"),
            ("-2 places", NO_RATIO, ITSELF, ITSELF, "1 year"),
        ),
        (
            Form.MULTIPLE,
            ("100", "2011"),
            ("250", "2012"),
            ("150", "2.5", ITSELF, ITSELF, "1 year"),
        ),
    ],
)  # fmt: skip
def test_changes(
    form: Form, one: tuple[str, str | None], other: tuple[str, str | None], figures: tuple[str, ...]
) -> None:
    found = change(our.fact(one[0], days=one[1], form=form), our.fact(other[0], days=other[1], form=form))
    why_not = dict(found.why_not)

    assert tuple(str(getattr(found, name) or why_not[name]) for name in NAMES) == tuple(
        figure.format(form.value) for figure in figures
    )


def test_growth_of_days_is_not_taken_for_that_of_a_year() -> None:
    """The power of such growth would have thousands of digits."""
    one, other = our.fact("1 CNY", days="2018-01-01"), our.fact("1E+50 CNY", days="2018-01-02")

    assert dict(change(one, other).why_not) == {"per_year": "they are less than 90 days apart"}
    assert str(change(one, our.fact("1E+50 CNY", days="2018-04-01")).per_year).startswith("8.175E+204 % (")


def test_from_metrics_to_targets_and_from_targets_to_targets() -> None:
    metric, target = our.metric("50 {park}", days="2021"), our.target("100 {park}", days="../2025")

    assert str(change(metric, target).per_year) == "18.92 %"
    assert str(change(target, evolve(target, id="next", due=our.target("1", days="../2026").due)).per_year) == "0 %"


def test_money_as_an_article_restates_it_needs_no_rate() -> None:
    one = our.fact("3.27E+12 CNY", restated=["4.88E+11 USD"], days="2018")
    other = our.fact("5E+11 USD", days="2019")

    assert str(change(one, other).difference) == "12 billion USD (-38.5 billion to 62.5 billion)"
    assert change(one, other).conversions == ()


def test_of_two_restated_amounts_that_are_as_far_the_choice_is_the_same_both_ways() -> None:
    one = our.fact("3.27E+12 CNY", restated=["4.88E+11 USD"], days="2018")
    other = our.fact("5.10E+11 USD", restated=["3.3E+12 CNY"], days="2019")

    assert str(change(one, other).difference) == "30 billion CNY (-25 billion to 85 billion)"
    assert str(change(other, one).difference) == "-30 billion CNY (-85 billion to 25 billion)"


def test_money_by_a_rate_is_told_in_the_currency_of_the_first_with_the_source_of_the_rate() -> None:
    one, other = our.fact("6.9E+9 CNY", days="2018"), our.fact("2.0E+9 USD", days="2019")
    rates = Rates.implied([our.fact("69 CNY", restated=["10.0 USD"], at="c")])
    found = change(one, other, rates=rates)

    assert found.difference is not None
    assert (str(found.difference.unit), str(found.difference.nominal)) == ("CNY", "6900000000")
    assert {piece.article for piece in found.evidence} == {"a", "c"}
    assert found.explain().endswith("as implied by “paper” [c].")


def test_where_there_is_no_rate_for_what_is_told_there_may_be_one_for_what_is_restated() -> None:
    one, other = our.fact("67 CNY", restated=["10 USD"]), our.fact("30 EUR")
    rates = Rates.given({("EUR", "USD"): "1.5"})

    assert str(change(one, other, rates=rates).ratio) == "4.5 (4.214 to 4.816)"
    with pytest.raises(NotComparable) as refused:
        change(one, other)
    assert refused.value.reasons == ("there is no rate from EUR to CNY",)


def test_what_cannot_be_compared_is_refused_with_all_reasons() -> None:
    with pytest.raises(NotComparable) as refused:
        change(our.fact("3 {park}"), our.fact("5 CNY", subject="Wuxi"))

    assert refused.value.reasons == (
        "the one is about Zork, the other about Wuxi",
        "the one is 3 parks, the other 5 CNY",
    )


def test_what_is_waived_is_compared() -> None:
    found = change(our.fact("3 {park}"), our.fact("5 {park}", subject="Wuxi"), allow=["subject"])

    assert str(found.difference) == "2 parks"


def test_dimensions_cannot_be_waived() -> None:
    with pytest.raises(InvalidQuestion):
        change(our.fact("3 {park}"), our.fact("5 CNY"), allow=["dimension"])  # type: ignore[list-item]  # refused by the checkers, too


def test_an_explanation_tells_both_with_their_quotes() -> None:
    found = change(our.fact("40 {park}", days="2011"), our.fact("90 {park}", days="2018", at="b"))

    assert found.explain() == (
        "Zork, output: 40 parks in 2011 (“paper” [a]); Zork, output: 90 parks in 2018 (“paper” [b]). "
        "That is a difference of 50 parks, 2.25 times as much, a change of 125 % and 12.28 % a year over 7 years."
    )


def test_the_way_back_is_told_as_such() -> None:
    found = change(our.fact("90 {park}", days="2018"), our.fact("40 {park}", days="2011"))

    assert found.explain().endswith(
        "a difference of -50 parks, 0.4444 times as much, a change of -55.56 % "
        "and 12.28 % a year over 7 years, from the second to the first."
    )


# ---------------------------------------------------------------- the seeds


@cache
def corpus() -> Corpus:
    return load_folder(seeds()[0].parent).corpus


def test_patents_of_the_seeds() -> None:
    patents = [each for each in corpus().metrics if each.indicator.startswith("patent_number")]
    late, early = sorted(patents, key=lambda each: str(each.period), reverse=True)
    found = change(early, late)

    assert (early.quantity, late.quantity) == tuple(
        Quantity.parse(f"{number} {{patent}}/10000{{resident}}") for number in ("13.3", "47.5")
    )
    assert repr(found) == (
        "Change(difference=34.2 patents per 10,000 residents (34.1 to 34.3), ratio=3.571 (3.554 to 3.589), "
        "percent=257.1 % (255.4 to 258.9), per_year=19.94 % (19.86 to 20.03), years=7 years)"
    )
    assert [piece.quote for piece in found.evidence] == ["13.3", "47.5"]
