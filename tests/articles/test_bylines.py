"""Bylines: one line of the head at a time."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import Vocabulary, load_vocabulary
from shanghai_tech.articles.bylines import read_byline

VOCABULARY: Final = load_vocabulary()


@pytest.mark.parametrize(
    ("line", "authors", "outlets", "dates"),
    [
        ("Published on 05/07 2019  Source: China Daily", (), ["China Daily"], ["published 2019-05-07"]),
        (
            "By HE WEI in Shanghai | China Daily | Updated: 2019-04-24 20:12",
            ("He Wei",),
            ["China Daily"],
            ["updated 2019-04-24"],
        ),
        ("Written by Jane Rowe on 9 June 2014 in Transport", ("Jane Rowe",), [], [" 2014-06-09"]),
        ("By Jane Rowe on 9 June 2014", ("Jane Rowe",), [], [" 2014-06-09"]),
        ("Updated: Aug 22,2018 9:06 AM     China Daily", (), ["China Daily"], ["updated 2018-08-22"]),
        ("18:05 UTC+8, 2024-08-20       0", (), [], [" 2024-08-20"]),
        ("Source: Xinhua   2026-01-09 10:22:47", (), ["Xinhua"], [" 2026-01-09"]),
        ("Source: Global Times | 2017/8/28 19:03:39", (), ["Global Times"], [" 2017-08-28"]),
        ("Source: Harbour Light", (), ["Harbour Light"], []),
        ("/ SOURCE:  Yicai", (), ["Yicai"], []),
        ("(Source: China Daily)", (), ["China Daily"], []),
        ("(China Daily 05/07/2019 page5)", (), ["China Daily"], [" 2019-05-07"]),
        ("(Xinhua) 16:27, January 16, 2024", (), ["Xinhua"], [" 2024-01-16"]),
        ("chinadaily.com.cn Updated:2018-02-09", (), ["chinadaily.com.cn"], ["updated 2018-02-09"]),
        ("By Global Times Published: Aug 18, 2021 08:48 PM", (), ["Global Times"], ["published 2021-08-18"]),
        (
            "By First Author and Second Author | 2021/8/18 20:48:40",
            ("First Author", "Second Author"),
            [],
            [" 2021-08-18"],
        ),
        ("Harbour Light | By First Author | 5 May 2019", ("First Author",), ["Harbour Light"], [" 2019-05-05"]),
        ("First Author | 5 May 2019", ("First Author",), [], [" 2019-05-05"]),
        ("Harbour | 5 May 2019", (), ["Harbour"], [" 2019-05-05"]),
        ("September 17, 2018 12:58 am | Updated 12:58 am IST - KALABURAGI", (), [], [" 2018-09-17"]),
        ("06/09/2019 | 08:30pm EDT", (), [], [" 2019-06-09"]),
        ("First published 5 May 2016 09.00 BST", (), [], ["published 2016-05-05"]),
        ("Last modified on Wed 12 Jul 2017 11.09 BST", (), [], ["updated 2017-07-12"]),
        ("Published: 5 May 2016 | Updated: 7 May 2016", (), [], ["published 2016-05-05", "updated 2016-05-07"]),
        ("Posted on May 5, 2016 by admin", (), [], ["published 2016-05-05"]),
        ("Wed, 2018-10-03 02:15", (), [], [" 2018-10-03"]),
        ("Editors: First Editor, Second Editor", (), [], []),
        ("Source: SHINE   Editor: An Editor", (), ["SHINE"], []),
    ],
)
def test_a_line_of_the_head_is_read(line: str, authors: tuple[str, ...], outlets: list[str], dates: list[str]) -> None:
    byline = read_byline(line, VOCABULARY)

    assert byline is not None
    assert not byline.is_bare
    assert byline.authors == authors
    assert [span.slice(line) for span in byline.outlets] == outlets
    assert [f"{told.label} {told.date.readings[0]}" for told in byline.dates] == dates


@pytest.mark.parametrize(
    ("line", "authors", "outlets"),
    [
        ("First Author", ("First Author",), []),
        ("First Author in Hangzhou", ("First Author",), []),
        ("First Author, Reuters", ("First Author",), ["Reuters"]),
        ("Harbour Gazette", (), ["Harbour Gazette"]),
        ("OUR BUREAU", (), []),
        ("Tech Correspondent", (), []),
    ],
)
def test_a_name_alone_is_a_bare_line(line: str, authors: tuple[str, ...], outlets: list[str]) -> None:
    byline = read_byline(line, VOCABULARY)

    assert byline is not None
    assert byline.is_bare
    assert byline.authors == authors
    assert [span.slice(line) for span in byline.outlets] == outlets


@pytest.mark.parametrize(
    "line",
    [
        "",
        "A park for sensors",
        "Parks by the sea",
        "By 2025, the city will have ten of them",
        "By November, the city had built 52,000 stations",
        "Published works rise in number",
        "Updated rules for parks",
        "Sensors, May 2019 and after",
        "The plan was published on May 5, 2016.",
        "Source code leaks",
        "x" * 300,
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line, VOCABULARY) is None


def test_a_labelled_title_is_kept_apart() -> None:
    line = "Title: A park for sensors"
    byline = read_byline(line, VOCABULARY)

    assert byline is not None
    assert byline.title is not None
    assert byline.title.slice(line) == "A park for sensors"


def test_spans_are_moved_by_the_offset() -> None:
    byline = read_byline("(Harbour Gazette, 2016-05-09)", VOCABULARY, offset=50)

    assert byline is not None
    assert [(span.start, span.end) for span in byline.outlets] == [(51, 66)]
    assert (byline.dates[0].date.span.start, byline.dates[0].date.span.end) == (68, 78)


def test_an_empty_vocabulary_reads_numbers_and_labels() -> None:
    byline = read_byline("Source: Xinhua   2026-01-09 10:22:47", Vocabulary())

    assert byline is not None
    assert len(byline.dates) == 1
