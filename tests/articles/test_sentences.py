"""Sentences: where one ends and where none does."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import Span, Vocabulary, load_vocabulary
from shanghai_tech.articles.sentences import LONGEST, split_sentences

VOCABULARY: Final = load_vocabulary()


def split(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    return [span.slice(text) for span in split_sentences(text, Span(0, len(text)), vocabulary=vocabulary)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It grew.", "It fell."],
        ["Is it growing?", "It is!", "Good."],
        ["Foo Co. Ltd. opened No. 3 in the U.S. on Jan. 5.", "It cost 3.5 million yuan."],
        ["Mr. Foo and Dr. J. K. Bar met at 5 p.m. Monday.", "They left."],
        ["It has offices in the U.S.", "The first was opened in May."],
        ["Orders at Foo Inc. rose.", "In Pudong they fell."],
        ["It moved to St. Foo.", "No. 5 is next."],
        ["It grew by approx. 5 percent vs. 2017, e.g. in Pudong.", "It fell elsewhere."],
        ['"It works!" the manager said.', '"We will go on."', "He left."],
        ['He asked: "Why now?"', "The answer came fast."],
        ["“It works.”", "“It does.”"],
        ["(It did.)", "Then it stopped."],
        ["It grew (by 5 percent).", "It fell."],
        ["Then... nothing came.", "It waited..."],
        ["Wait...", "It came."],
        ["iPhone sales fell.", "iPhone users grew.", "eBay won."],
        ["It sold 5 sq. km. of land.", "The rest was kept."],
        ["It stood at 2.5.", "3 firms left."],
    ],
)
def test_sentences_end_at_their_marks(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose.In Pudong they fell.", ["Prices rose.", "In Pudong they fell."]),
        ("he said.“We go.”", ["he said.", "“We go.”"]),
        ("上海很大。它在中国！Yes.", ["上海很大。", "它在中国！", "Yes."]),
        ("1. The first of them", ["The first of them"]),
        ("It grew. 2. The second", ["It grew.", "2. The second"]),
        ("• The first of them. The second", ["The first of them.", "The second"]),
        ("It grew.\n  It fell. \n", ["It grew.", "It fell."]),
        ("no mark at all", ["no mark at all"]),
        ("It is at example.com and version 1.2.3 of it", ["It is at example.com and version 1.2.3 of it"]),
        ("", []),
        (" \n", []),
        ("...", ["..."]),
    ],
)
def test_other_shapes(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_sentence_without_end_is_cut_behind_a_word_and_not_inside_a_figure() -> None:
    pieces = split("It has 1,000, 2,000 and 3,000 of them, " * 100)

    assert max(map(len, pieces)) <= LONGEST
    assert all(len(piece) > LONGEST // 4 for piece in pieces)
    assert " ".join(pieces) == ("It has 1,000, 2,000 and 3,000 of them, " * 100).strip()
    assert all(piece.endswith((",", "has", "and", "of", "It", "1,000,", "2,000", "3,000")) for piece in pieces)


def test_a_sentence_as_long_as_the_bound_stays_whole() -> None:
    whole = "a" * (LONGEST - 1) + "."

    assert split(whole) == [whole]
    assert len(split("a" + whole)) == 2


def test_a_number_without_end_falls_into_pieces_too_long_to_be_numbers() -> None:
    pieces = split("7" * (2 * LONGEST + 5))

    assert "".join(pieces) == "7" * (2 * LONGEST + 5)
    assert min(map(len, pieces)) >= LONGEST // 2


def test_without_abbreviations_any_mark_before_a_capital_ends_a_sentence() -> None:
    assert split("Foo Ltd. Bar came.", Vocabulary()) == ["Foo Ltd.", "Bar came."]
