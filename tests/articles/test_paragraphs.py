"""Paragraphs: what is read as which part, and what is masked."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import load_vocabulary
from shanghai_tech.articles import Document, read_article

VOCABULARY: Final = load_vocabulary()
ONE: Final = "The harbor district has drawn ten makers of sensors since its park was opened, an official said."
TWO: Final = "Another five will move in next year. They want to double their staff, which is 300 now, by then."
HEAD: Final = "A park for sensors\n\nBy First Author | Harbour Gazette | 2018-06-05\n\n"


def read(text: str) -> Document:
    return read_article(text, id="a", vocabulary=VOCABULARY)


def parts(text: str) -> list[tuple[str, str]]:
    return [(sentence.part.value, sentence.span.slice(text)) for sentence in read(text).sentences]


def masked(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.span.slice(text)) for each in read(text).masked]


def test_short_lines_between_paragraphs_are_heads() -> None:
    text = f"{HEAD}{ONE}\n\nRoom to grow\n\n{TWO}"

    assert ("head", "Room to grow") in parts(text)
    assert [sentence.paragraph for sentence in read(text).sentences] == [0, 1, 2, 3, 3]


def test_items_of_a_list_are_body() -> None:
    text = f"{HEAD}{ONE}\n- 10 firms in 2017\n- 15 firms by 2020\n{TWO}"

    assert ("body", "10 firms in 2017") in parts(text)
    assert ("body", "15 firms by 2020") in parts(text)


def test_the_title_is_known_again() -> None:
    text = f"{HEAD}{ONE}\n\n“A Park for Sensors”\n\n{TWO}\n\nA park for sensors A park for sensors"

    assert [words for part, words in parts(text) if part == "title"] == [
        "A park for sensors",
        "“A Park for Sensors”",
        "A park for sensors A park for sensors",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "A park for sensors\nTen firms in its first year, and more are to come\nBy First Author\n\n",
        "A park for sensors\nBy First Author\n\nTen firms in its first year, and more are to come\n\n",
        "A park for sensors\nFirst Author\nTen firms in its first year, and more are to come\nFirst Author\n\n",
        "A park for sensors\n\nTen firms in its first year, and more are to come\n\nSHANGHAI, May 5 (Xinhua) -- ",
        "A park for sensors\n5 May 2016\n    * Ten firms in its first year, and more are to come\n\n",
    ],
)
def test_a_standfirst_stands_between_title_and_body(head: str) -> None:
    assert ("standfirst", "Ten firms in its first year, and more are to come") in parts(f"{head}{ONE}\n\n{TWO}")


@pytest.mark.parametrize(
    "lines",
    [
        "The park at night. [Photo/Xinhua]",
        "The park at night. PROVIDED TO CHINA DAILY",
        "The park at night. Photo: VCG",
        "The park at night.\n[Photo/VCG]",
        "(Photo: Xinhua)The park at night.",
    ],
)
def test_a_credit_makes_a_caption(lines: str) -> None:
    assert ("caption", "The park at night.") in parts(f"{HEAD}{lines}\n\n{ONE}\n\n{TWO}")


@pytest.mark.parametrize(
    "caption",
    ["A file photo of the park in May 2017.", "This photo taken on May 5, 2017 shows the park.", "Pictured: the park."],
)
def test_a_caption_may_say_that_it_is_one(caption: str) -> None:
    assert ("caption", caption) in parts(f"{HEAD}{caption}\n\n{ONE}\n\n{TWO}")


def test_links_to_other_articles_are_masked_up_to_the_next_paragraph() -> None:
    links = "Related Stories\nMakers of chips go north\nA plan for robots"
    text = f"{HEAD}{ONE}\n\n{links}\n\n{TWO}\n\nSpecial Reports\nMetro"

    assert [words for _, words in parts(text)][-3:] == [ONE, *TWO.replace(". ", ".\n").split("\n")]
    assert ("links", "Makers of chips go north") in masked(text)
    assert ("links-heading", "Special Reports") in masked(text)


def test_the_name_of_a_section_is_a_head_in_the_body_and_furniture_around_it() -> None:
    text = f"Innovation\n{HEAD}{ONE}\n\nInnovation\n\n{TWO}\n\nInnovation"

    assert parts(text).count(("head", "Innovation")) == 1
    assert masked(text).count(("navigation-sections", "Innovation")) == 2


def test_a_dateline_is_masked_so_that_the_sentence_begins_behind_it() -> None:
    text = f"SHANGHAI, May 5 (Xinhua) -- {ONE}"

    assert parts(text) == [("body", ONE)]
    assert masked(text) == [("dateline", "SHANGHAI, May 5 (Xinhua) -- ")]
    assert [place.slice(text) for place in read(text).places] == ["SHANGHAI"]


def test_furniture_of_every_kind_is_masked_and_not_cut() -> None:
    text = (
        f"App | 中文 |\nHome / China\n{HEAD}Share - WeChat\n{ONE}(Source: China Daily)\n\n{TWO}\n1 2 Next   >>|\n"
        "Copyright 1995 - . All rights reserved.\nRegistration Number: 130349"
    )

    assert [kind for kind, _ in masked(text)] == [
        "navigation-editions",
        "navigation-home",
        "byline",
        "share-bar",
        "source-end",
        "navigation-pages",
        "copyright",
        "registration",
    ]
    assert read(text).article.text == text


def test_single_line_breaks_and_windows_ones_part_paragraphs_too() -> None:
    unix = f"{HEAD}{ONE}\n\n{TWO}"

    for text in (f"{HEAD}{ONE}\n{TWO}", unix.replace("\n", "\r\n"), unix.replace("\n\n", "\n \t\n")):
        assert [part for part, _ in parts(text)] == ["title", "body", "body", "body"]
        assert [sentence.paragraph for sentence in read(text).sentences] == [0, 1, 2, 2]


def test_a_long_paragraph_is_no_caption_though_a_credit_follows() -> None:
    text = f"{HEAD}{ONE}\n\n{ONE} {ONE} {ONE} {ONE} {ONE}\n[Photo/VCG]\n\n{TWO}"

    assert "caption" not in [part for part, _ in parts(text)]


def test_a_line_of_nothing_but_credits_is_furniture() -> None:
    text = f"{HEAD}{ONE}\n\n[Photo/VCG](Photo: Xinhua)\n\n{TWO}"

    assert ("credit-start", "[Photo/VCG](Photo: Xinhua)") in masked(text)


def test_a_name_between_paragraphs_makes_no_standfirst_of_the_first() -> None:
    text = f"A park for sensors\n\n{ONE}\n\nHarbor Town\n\n{TWO}"

    assert [part for part, _ in parts(text)] == ["title", "body", "head", "body", "body"]
