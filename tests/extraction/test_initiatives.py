"""Sentences and the initiatives that they tell, from a table; see `initiatives.toml` for its columns."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Initiative, Period, load_vocabulary, read
from shanghai_tech.extraction.initiatives.drafts import Draft, merged
from shanghai_tech.model import InitiativeKind, Span, Status

_CASES = tomllib.loads(Path(__file__).with_name("initiatives.toml").read_text("utf-8"))["case"]
_PAGE = "A city paper\n\nUpdated: 2021-05-05\n\n{}\n"


def _told(record: Initiative) -> str:
    joined = ", ".join(record.participants) or "-"
    rule = record.evidence[0].rule
    return "; ".join(
        [
            *(record.kind.value, record.status.value, record.name, joined, record.place or "-"),
            *(str(record.period or "-"), rule),
        ]
    )


@pytest.mark.parametrize("case", _CASES, ids=[case["why"] for case in _CASES])
def test_a_sentence_tells_its_initiatives_and_no_others(case: dict[str, Any]) -> None:
    reading = read(_PAGE.format(case["text"]))

    assert [_told(record) for record in reading.initiatives] == case["initiatives"]


def test_facts_refer_to_the_initiative_that_they_belong_to() -> None:
    text = "Nokia will invest 2 billion euros in Tallinn. In Tallinn, 300 labs were at work in 2020."
    reading = read(_PAGE.format(text))
    (initiative,) = reading.initiatives

    assert [target.initiative for target in reading.targets] == [initiative.id]
    assert [metric.initiative for metric in reading.metrics] == [None]


def test_targets_of_a_sentence_that_names_one_plan_belong_to_it() -> None:
    reading = read(_PAGE.format("Under Tallinn's action plan for robots, 300 labs are to be built by 2025."))

    assert [target.initiative for target in reading.targets] == [each.id for each in reading.initiatives]


def test_a_headline_alone_tells_no_initiative() -> None:
    text = "Tallinn unveils action plan for robots\n\nUpdated: 2021-05-05\n\nIt rained in Tallinn.\n"

    assert read(text).initiatives == ()


def test_without_nouns_and_acts_there_are_no_initiatives() -> None:
    bare = load_vocabulary().without("undertaking", "act")

    assert read(_PAGE.format("Nokia opened a lab in Tallinn."), vocabulary=bare).initiatives == ()


# ---------------------------------------------------------------- laws

_NAMES = st.sampled_from(["Nokia", "Tallinn", "Oulu University"])


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    start = draw(st.integers(0, 50))
    return Draft(
        name=draw(st.sampled_from(["robot lab", "lab", "action plan", "digital plan", "investment of 5 euros"])),
        noun=draw(st.sampled_from(["lab", "plan", "invest"])),
        kind=draw(st.sampled_from(InitiativeKind)),
        status=draw(st.sampled_from(Status)),
        participants=tuple(draw(st.lists(_NAMES, unique=True, max_size=2))),
        period=draw(st.sampled_from([None, Period.year(2020), Period.year(2021)])),
        spans=(Span(start, start + draw(st.integers(1, 9))),),
        rule="D1",
        own=draw(st.booleans()),
        act=draw(st.booleans()),
        points_back=draw(st.booleans()),
        headline=draw(st.booleans()),
    )


def _covers(kept: Draft, told: Draft) -> bool:
    return all(any(span.within(wide) for wide in kept.spans) for span in told.spans)


@given(st.lists(drafts(), max_size=8))
def test_merging_makes_none_up_and_loses_no_participant(told: list[Draft]) -> None:
    kept = merged(told)

    assert len(kept) <= len(told)
    assert {span for draft in kept for span in draft.spans} <= {span for draft in told for span in draft.spans}
    for draft in told:
        if not draft.points_back and not draft.headline:
            assert any(_covers(each, draft) and set(draft.participants) <= set(each.participants) for each in kept)


@given(drafts())
def test_what_is_told_twice_in_the_same_words_is_one(draft: Draft) -> None:
    assert merged([draft, draft]) == merged([draft])
