"""Blocks: lines without their blanks, and the lines of a hard-wrapped paragraph as one."""

from __future__ import annotations

import textwrap
from typing import Final

import pytest

from shanghai_tech.articles.blocks import find_blocks

LONG: Final = (
    "The harbor district has drawn a hundred makers of sensors since its park was opened, and most of them say that "
    "they came for the engineers and not for the rent, which has risen in each of the years since then."
)


def words(text: str, *alone: str) -> list[str]:
    return [block.span.slice(text) for block in find_blocks(text, stands_alone=lambda line: line in alone)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n\u3000", []),
        ("one", ["one"]),
        ("  one \n two  ", ["one", "two"]),
        ("one\r\n\r\ntwo\r\nthree", ["one", "two", "three"]),
        ("one\u2028two\x0bthree\x85four", ["one", "two", "three", "four"]),
        ("\ufeffone\u200b", ["one"]),
        ("a\x00b", ["a\x00b"]),
    ],
)
def test_lines_lose_the_blanks_around_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_gap_is_a_blank_line() -> None:
    text = "one\ntwo\n\nthree\r\nfour\r\n \r\nfive"

    blocks = find_blocks(text, stands_alone=lambda _: False)

    assert [block.gap for block in blocks] == [False, False, True, False, True]


@pytest.mark.parametrize("width", [50, 66, 72, 80])
def test_wrapped_lines_are_joined_at_any_width(width: int) -> None:
    wrapped = textwrap.fill(LONG, width)
    text = f"A park for sensors\n\n{wrapped}\n\nRoom to grow\n\n{wrapped}"

    assert words(text) == ["A park for sensors", wrapped, "Room to grow", wrapped]


def test_short_lines_stay_apart_in_wrapped_text() -> None:
    wrapped = textwrap.fill(LONG, 72)
    text = f"A park for sensors\nHarbour Gazette\nMay 5, 2016\n\n{wrapped}\n\n{wrapped}"

    assert words(text)[:3] == ["A park for sensors", "Harbour Gazette", "May 5, 2016"]


def test_lines_that_stand_alone_are_not_joined() -> None:
    wrapped = textwrap.fill(LONG, 72).splitlines()
    paragraph = "\n".join(wrapped)
    text = f"{paragraph}\nSource: Gazette\n\n{paragraph}\n\n{paragraph}"

    assert words(text, "Source: Gazette") == [paragraph, "Source: Gazette", paragraph, paragraph]


def test_paragraphs_on_a_line_each_are_not_joined() -> None:
    text = "\n".join([LONG] * 10)

    assert words(text) == [LONG] * 10
