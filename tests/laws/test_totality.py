"""Any text whatever gives an answer, and every answer is grounded, in order and the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import (
    Period,
    PeriodMention,
    QuantityMention,
    Reading,
    find_mentions,
    find_periods,
    find_quantities,
    from_jsonl,
    read,
    seeds,
    to_jsonl,
    to_table,
)
from tests import strategies as some

#: Pieces of what papers print, put together in ways that none would.
PIECES: Final = (
    *("The city", "Shanghai", "Harbour Group Ltd", "it", "they", "which", "whose", "said", "Ms Wu", "the vice mayor"),
    *("will build", "plans to", "has", "reached", "grew", "fell", "ranked", "up from", "accounted for", "was", "aims"),
    *(
        "over",
        "at least",
        "nearly",
        "up to",
        "between",
        "and",
        "or more",
        "to",
        "of",
        "per",
        "each",
        "a",
        "the",
        "half",
    ),
    *("5", "3.27", "1,234.5", "trillion", "million", "one-third", "two", "dozens of", "No. 1", "5G", "14th", "P2"),
    *("yuan", "$", "RMB", "percent", "%", "km", "base stations", "startups", "times", "percentage points", "people"),
    *("in 2018", "by 2025", "last year", "since", "the first half of", "May 7, 2019", "Q3", "next", "a year earlier"),
    *(",", ".", ";", ":", "(", ")", "“", "”", "'s", "-", "–", "—", "...", "\n", "\n\n", "\t", "\xa0", "\u2009", "•"),
    *("Published on 05/07 2019  Source: Herald", "By HE WEI in Shanghai", "Share - WeChat", "Photo by Herald", "上海"),
    *("\u2028", "\ud800", "\0", "\u202e", "ﬁ", "e\u0301", "٣", "½", "²", "１２", "\U0001f680"),
)


#: What undertakings are told with, in any order.
DEEDS: Final = (
    *(
        "Nokia",
        "Tallinn",
        "it",
        "the plan",
        "a lab",
        "its new lab",
        "an agreement",
        "a fund",
        "Oulu Tech Park",
        "a 5-storey",
    ),
    *(
        "opened",
        "will open",
        "was opened",
        "released",
        "signed",
        "teamed up",
        "invested",
        "raised",
        "announced",
        "listed",
    ),
    *(
        "with",
        "by",
        "of",
        "for",
        "on",
        "in",
        "and",
        ",",
        "which",
        "called",
        "the opening of",
        "5 million euros",
        "in May",
    ),
)

#: What stands in each place of a plain sentence; some of it does not belong there.
PLACES: Final = (
    ("Shanghai", "The city", "The company", "Exports", "The number of patents", "It", "Last year, Beijing", "“We"),
    ("had", "plans to build", "reached", "grew", "fell to", "accounted for", "will have", "was", "ranked"),
    ("", "over", "at least", "nearly", "up to", "more than", "between 3 and"),
    ("5", "3.27 trillion", "1,200", "one-third", "two", "8 to 10", "a dozen", "several hundred", "47.5"),
    ("yuan", "percent", "startups", "base stations", "times", "square kilometers", "percent of the national total"),
    ("", "($488 billion)", "or more", "per 10,000 residents", "a year", "each", "up from 13.3 in 2011"),
    ("", "in 2018", "by 2025", "last year", "since 2020", "in the first half", "by the end of June", "a year earlier"),
    (".", ", said Ms Wu.", ", the city government said.", "”, he added.", "; and", ",", "", "\n", "\r\n\r\n"),
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    return " ".join(draw(st.sampled_from(choices)) for choices in PLACES)


def deeds() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(DEEDS), max_size=14).map(lambda words: " ".join(words) + ".")


def shuffled() -> st.SearchStrategy[str]:
    """The lines of a seed in any order, some more than once."""
    lines = sorted({line for seed in seeds() for line in seed.read_text("utf-8").splitlines()})
    return st.lists(st.sampled_from(lines), max_size=6).map("\n".join)


def prose() -> st.SearchStrategy[str]:
    told = sentences() | deeds()
    return pieces() | st.lists(told, min_size=1, max_size=4).map(" ".join) | shuffled()


def pieces() -> st.SearchStrategy[str]:
    some_of_them = st.lists(st.sampled_from(PIECES), max_size=25)
    return some_of_them.map("".join) | some_of_them.map(" ".join)


texts: Final = st.text() | prose() | st.lists(st.text() | prose(), max_size=3).map(" ".join)


def assert_grounded(reading: Reading) -> None:
    text = reading.article.text
    for record in reading.records:
        for evidence in record.evidence:
            assert evidence.article == reading.article.id
            assert text[evidence.start : evidence.end] == evidence.quote
    for evidence in reading.article.dated_by:
        assert text[evidence.start : evidence.end] == evidence.quote
    for unread in reading.unread:
        assert 0 <= unread.span.start < unread.span.end <= len(text)
        assert unread.reason


@given(texts)
def test_any_text_gives_a_grounded_reading(text: str) -> None:
    reading = read(text)

    assert reading.article.text == text
    assert_grounded(reading)


@given(prose())
def test_records_and_unread_are_in_text_order_and_told_once(text: str) -> None:
    reading = read(text)

    starts = [record.evidence[0].start for record in reading.records]
    assert starts == sorted(starts)
    assert [each.span for each in reading.unread] == sorted(each.span for each in reading.unread)
    assert len({record.id for record in reading.records}) == len(reading.records)


@given(prose())
def test_organizations_are_named_as_the_article_names_them(text: str) -> None:
    organizations = read(text).organizations

    for organization in organizations:
        quotes = {" ".join(evidence.quote.split()) for evidence in organization.evidence}
        assert set(organization.names) <= quotes
        assert len(set(organization.names)) == len(organization.names)
        assert len(set(organization.people)) == len(organization.people)
    assert len({organization.name for organization in organizations}) == len(organizations)


@given(prose())
def test_initiatives_have_each_participant_once_and_facts_lead_to_them(text: str) -> None:
    reading = read(text)

    for initiative in reading.initiatives:
        assert initiative.name.strip()
        assert len(set(initiative.participants)) == len(initiative.participants)
        assert initiative.name not in initiative.participants
        spans = [evidence.span for evidence in initiative.evidence]
        assert not any(one.within(other) for one in spans for other in spans if one is not other)
    told = {initiative.id for initiative in reading.initiatives}
    assert {fact.initiative for fact in (*reading.metrics, *reading.targets)} <= told | {None}


@given(prose())
def test_a_reading_can_be_given_away_and_shown(text: str) -> None:
    reading = read(text)

    assert list(from_jsonl(to_jsonl(reading))) == list(reading)
    assert to_table(reading)


@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(texts, st.none() | some.periods())
def test_mentions_of_any_text_are_ordered_apart_and_in_it(text: str, published: Period | None) -> None:
    mentions = find_mentions(text, published=published)

    for kind in (QuantityMention, PeriodMention):
        spans = [mention.span for mention in mentions if type(mention) is kind]
        assert spans == sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert tuple(mention for mention in mentions if isinstance(mention, QuantityMention)) == find_quantities(text)
    for mention in find_periods(text, published=published):
        assert mention.bare.within(mention.span)


@pytest.mark.parametrize("name", ["read", "mentions"])
def test_the_same_bytes_come_out_whatever_the_hash_seed_and_the_order(name: str) -> None:
    code = "import sys; from shanghai_tech.cli import main; sys.exit(main(sys.argv[1:]))"
    paths = [str(seed) for seed in seeds()]

    def printed(order: list[str], seed: str) -> list[bytes]:
        return subprocess.run(  # noqa: S603  our own command
            [sys.executable, "-c", code, name, "--format", "jsonl", *order],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.splitlines()

    first = printed(paths, "1")
    assert first
    assert printed(paths, "2") == first
    assert sorted(printed(paths[::-1], "3")) == sorted(first)
