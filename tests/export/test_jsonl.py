"""JSON Lines: one line is one line for every reader, and what is none is refused with its number."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from shanghai_tech import (
    Article,
    InvalidRecord,
    Period,
    PeriodMention,
    Quantity,
    QuantityMention,
    Relation,
    Span,
    TimeKind,
    from_jsonl,
    mentions_to_jsonl,
    to_jsonl,
)


def test_letters_stay_as_they_are_and_line_ends_are_escaped() -> None:
    (line,) = to_jsonl([Article(id="上海", text="one\u2028two\x85three\nfour\ud800")])

    assert "上海" in line
    assert "one\\u2028two\\u0085three\\nfour\\ud800" in line
    assert line.splitlines(keepends=True) == [line]


def test_lines_are_made_one_by_one() -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield Article(id="a", text="")

    assert next(to_jsonl(endless())).startswith('{"record": "article"')


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "invalid record at line 2: '{'; expected one JSON object"),
        ("NaN", "invalid record at line 2: 'NaN'; expected one JSON object"),
        ("[" * 100_000, f"invalid record at line 2: {'[' * 80!r}; expected one JSON object"),
        ("[]", "invalid record at line 2, $: []; expected an object"),
        (
            '{"record": "rumour"}',
            (
                "invalid record at line 2, $.record: 'rumour'; "
                "expected one of article, organization, initiative, metric, target"
            ),
        ),
        ('{"record": "article", "id": 1, "text": ""}', "invalid record at line 2, $.id: 1; expected a string"),
    ],
)
def test_what_is_no_record_is_refused_with_the_number_of_its_line(line: str, message: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        list(from_jsonl(["\n", line]))

    assert str(refused.value) == message


TEXT = "By 2018 it held 8 to 10 percent."
SHARE = QuantityMention(
    span=Span(16, 31),
    first=4,
    last=8,
    number=Span(16, 23),
    quantity=Quantity.parse("8..10 %"),
)
BY = PeriodMention(
    span=Span(0, 7),
    bare=Span(3, 7),
    first=0,
    last=2,
    kind=TimeKind.DATE,
    timex="2018",
    period=Period.parse("../2018"),
    relation=Relation.BY,
)


def test_mentions_tell_their_place_their_value_and_what_it_covers() -> None:
    by, share = map(json.loads, mentions_to_jsonl([BY, SHARE], TEXT, source="a-town"))

    assert by == {
        "source": "a-town",
        "mention": "period",
        "start": 0,
        "end": 7,
        "quote": "By 2018",
        "kind": "DATE",
        "timex": "2018",
        "period": {"start": None, "end": "2018-12-31", "precision": "year", "candidates": []},
        "relation": "by",
        "compares": False,
        "bare": {"start": 3, "end": 7, "quote": "2018"},
    }
    assert share == {
        "source": "a-town",
        "mention": "quantity",
        "start": 16,
        "end": 31,
        "quote": "8 to 10 percent",
        "quantity": {
            "value": "8",
            "step": "1",
            "upper": "10",
            "upper_step": "1",
            "bound": "between",
            "unit": "%",
            "words": "",
        },
        "interval": {"low": "8", "low_open": False, "high": "10", "high_open": False},
        "form": None,
        "restated": [],
    }
