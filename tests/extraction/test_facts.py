"""Sentences and the facts that they tell, from a table; see `facts.toml` for its columns."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from shanghai_tech import Metric, Target, read

_CASES = tomllib.loads(Path(__file__).with_name("facts.toml").read_text("utf-8"))["case"]


def _told(record: Metric | Target) -> str:
    kind, period = ("target", record.due) if isinstance(record, Target) else ("metric", record.period)
    quantity = "-" if record.quantity is None else str(record.quantity)
    return f"{kind}; {record.subject}; {quantity}; {record.form.value}; {period or 'null'}"


@pytest.mark.parametrize("case", _CASES, ids=[case["why"] for case in _CASES])
def test_a_sentence_tells_its_facts_and_no_others(case: dict[str, Any]) -> None:
    text = f"A city paper\n\nUpdated: {case['published']}\n\n{case['text']}\n"

    records = [record for record in read(text).records if isinstance(record, (Metric, Target))]

    assert [_told(record) for record in records] == [fact.rpartition("; ")[0] for fact in case["facts"]]
    for record, fact in zip(records, case["facts"], strict=True):
        unit = str(record.quantity.unit) if record.quantity is not None else ""
        named = f"{record.label} {record.indicator} {record.base} {unit}".lower()
        for word in fact.rpartition("; ")[2].split():
            assert word in named
        assert record.speaker == case.get("speaker", record.speaker)
