"""What is written down reads back as the same value."""

from __future__ import annotations

import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import (
    Article,
    Metric,
    Number,
    Period,
    Quantity,
    Record,
    Unit,
    from_data,
    from_jsonl,
    to_data,
    to_jsonl,
)
from shanghai_tech.model.quantity import format_number, parse_number
from tests import strategies as some


@given(some.numbers())
def test_a_number_without_an_exponent_has_the_same_value(number: Number) -> None:
    assert parse_number(format_number(number)) == number


@given(some.units())
def test_a_unit_reads_back(unit: Unit) -> None:
    assert Unit.parse(str(unit)) == unit


@given(some.quantities())
def test_a_quantity_reads_back_with_the_digits_that_were_written(quantity: Quantity) -> None:
    read = Quantity.parse(str(quantity))

    assert read == quantity
    assert (read.value, read.upper, read.step) == (quantity.value, quantity.upper, quantity.step)


@given(some.periods())
def test_a_period_reads_back_with_its_days_and_candidates(period: Period) -> None:
    read = Period.parse(str(period))

    assert (read.start, read.end) == (period.start, period.end)
    assert [(each.start, each.end) for each in read.candidates] == [
        (each.start, each.end) for each in period.candidates
    ]


@given(some.calendar_units())
def test_a_calendar_unit_reads_back_with_its_precision(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(str(period.until())) == period.until()
    assert Period.parse(str(period.since())) == period.since()


@given(some.articles() | some.records())
def test_the_exchange_shape_loses_nothing(record: Article | Record) -> None:
    data = to_data(record)

    assert from_data(data) == record
    assert to_data(from_data(data)) == data


@given(some.metrics())
def test_the_exchange_shape_keeps_the_words_that_equality_leaves_aside(metric: Metric) -> None:
    back = from_data(to_data(metric))

    assert isinstance(back, Metric)
    assert back.quantity.words == metric.quantity.words
    assert [each.words for each in back.restated] == [each.words for each in metric.restated]


@given(some.articles() | some.records())
def test_the_exchange_shape_is_plain_json(record: Article | Record) -> None:
    data = to_data(record)

    assert json.loads(json.dumps(data, allow_nan=False)) == data


@given(st.lists(some.articles() | some.records(), max_size=3))
def test_json_lines_lose_nothing_and_are_one_line_each(records: list[Article | Record]) -> None:
    lines = list(to_jsonl(records))
    text = "".join(lines).encode().decode()

    assert text.splitlines(keepends=True) == lines
    assert list(from_jsonl(text.splitlines())) == records


@given(some.quantities())
def test_words_do_not_make_a_quantity_another(quantity: Quantity) -> None:
    assert evolve(quantity, words="other") == quantity
