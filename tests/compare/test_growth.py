"""What an amount and growth until then imply for the start: growing from there leads back to the amount."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Form, InvalidValue, Period, Target
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.growth import implied_start
from shanghai_tech.errors import NotComparable
from shanghai_tech.model.unit import ONE
from tests.compare import strategies as our

LEVELS = st.sampled_from(["400 {park}", "~4E+11 CNY", ">=3 km2", "300..350 CNY"])
RATES = st.sampled_from(["12 %", "-3.5 %", "8..10 %", "0 %", "1/4"])
DAYS = st.sampled_from(["../2025", "2024-06", "2025-05-07|2025-07-05"])
LEVEL, GROWTH = our.target("400 {park}", days="../2025"), our.target("12 %", days="../2025", form=Form.GROWTH)


@given(LEVELS, RATES, DAYS, st.dates(date(2015, 1, 1), date(2023, 1, 1)))
def test_growing_from_the_start_leads_to_the_amount(level: str, rate: str, days: str, since: date) -> None:
    promised, growth = our.target(level, days=days), our.target(rate, days=days, form=Form.GROWTH)
    assert promised.quantity is not None
    assert growth.quantity is not None
    found = implied_start(promised, growth, since=since)
    factor = (Figure.of(growth.quantity).in_unit(ONE) + Figure.exactly(1)).power(evolve(found.years, unit=ONE))

    assert factor is not None
    assert promised.quantity.interval.within((found.figure * factor).interval)
    assert set(found.evidence) == {*promised.evidence, *growth.evidence}
    assert found.explain().endswith(f"on {since}.")


@given(LEVELS, RATES, st.dates(date(2015, 1, 1), date(2023, 1, 1)))
def test_each_reading_of_an_ambiguous_date_is_allowed_for(level: str, rate: str, since: date) -> None:
    ambiguous = our.target(level, days="2024-05-07|2025-07-05")
    growth = our.target(rate, form=Form.GROWTH)
    both = implied_start(ambiguous, growth, since=since).figure.interval

    for day in ("2024-05-07", "2025-07-05"):
        assert implied_start(our.target(level, days=day), growth, since=since).figure.interval.within(both)


@given(LEVELS, RATES, DAYS, st.dates(date(2015, 1, 1), date(2023, 1, 1)))
def test_more_growth_starts_from_less(level: str, rate: str, days: str, since: date) -> None:
    promised, growth = our.target(level, days=days), our.target(rate, days=days, form=Form.GROWTH)
    more = our.target("30..40 %", days=days, form=Form.GROWTH)
    start, lower = (implied_start(promised, each, since=since).figure.interval for each in (growth, more))

    assert start.low is None or lower.low is None or lower.low < start.low
    assert start.high is None or lower.high is None or lower.high < start.high


@pytest.mark.parametrize(
    ("growth", "reason"),
    [
        (our.target("12 %", days="../2030", form=Form.GROWTH), "the one is told by 2025, the other by 2030"),
        (our.target("12 %", days="../2025"), "a level and a growth are needed, not a level and a level"),
        (evolve(GROWTH, subject="Wuxi"), "the one is about Zork, the other about Wuxi"),
        (evolve(GROWTH, label="sales", indicator="sales"), "the one is of output, the other of sales"),
        (evolve(GROWTH, quantity=None), "“Zork, output: a target by 2025” has no number"),
        (our.target("-100 %", days="../2025", form=Form.GROWTH), None),
        (
            our.target("3 {park}", days="../2025", form=Form.GROWTH),
            "“Zork, output: a target of growth of 3 parks by 2025” is no growth in percent",
        ),
    ],
)
def test_what_implies_nothing(growth: Target, reason: str | None) -> None:
    with pytest.raises(NotComparable) as refused:
        implied_start(LEVEL, growth, since=Period.year(2021))

    assert reason is None or refused.value.reasons == (reason,)


def test_a_start_that_is_not_before_is_refused() -> None:
    with pytest.raises(NotComparable) as refused:
        implied_start(LEVEL, GROWTH, since=Period.year(2025))

    assert refused.value.reasons == ("“Zork, output: a target of 400 parks by 2025” is not after 2025-12-31",)


def test_a_start_without_a_last_day_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        implied_start(LEVEL, GROWTH, since=Period.parse("2021/.."))

    assert str(refused.value) == "invalid since: '2021/..'; expected a day, or a period whose last day is known"


def test_reasons_can_be_waived() -> None:
    other = evolve(GROWTH, label="sales", indicator="sales", subject="Wuxi")
    found = implied_start(LEVEL, other, since=Period.year(2021), allow=["indicator", "subject"])

    assert str(found.figure) == "254.2 parks (249.7 to 258.8)"
