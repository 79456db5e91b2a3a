"""Heads: title, publisher, authors and day, in the forms that papers print them."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import load_vocabulary
from shanghai_tech.articles import read_article

VOCABULARY: Final = load_vocabulary()
TITLE: Final = "A park for sensors"
BODY: Final = (
    "Ten firms have moved to the new park since it was opened, its operator said on Monday.\n\n"
    "Five more are expected to follow, it added."
)

#: What stands above the body, and the publisher, the authors and the day that it tells.
HEADS: Final = [
    (f"{TITLE}\n\nPublished on 05/07 2019  Source: China Daily\n\n", "China Daily", (), "2019-05-07|2019-07-05"),
    (
        f"Home / China\n\n{TITLE}\n\nBy FIRST AUTHOR in Shanghai | China Daily | Updated: 2019-04-24 20:12\nPrint\n",
        "China Daily",
        ("First Author",),
        "2019-04-24",
    ),
    (
        f"App | 中文 |\n\n{TITLE}\n\nFirst Author\nUpdated: Aug 22,2018 9:06 AM     China Daily\n\n",
        "China Daily",
        ("First Author",),
        "2018-08-22",
    ),
    (f"{TITLE}\n\nFirst Author\n18:05 UTC+8, 2024-08-20       0\n\n", None, ("First Author",), "2024-08-20"),
    (f"{TITLE}\n2019-11-07 10:01:20\n", None, (), "2019-11-07"),
    (f"2019-11-07 10:01:20\n{TITLE}\n", None, (), "2019-11-07"),
    (f"{TITLE}\nSource: Xinhua   2026-01-09 10:22:47\n\nSHANGHAI, Jan. 9 (Xinhua) -- ", "Xinhua", (), "2026-01-09"),
    (f"{TITLE}\n\nSHANGHAI, March 3, 2020 (Reuters) - ", "Reuters", (), "2020-03-03"),
    (f"{TITLE}\n\nSHANGHAI, March 3 (Reuters) - ", "Reuters", (), None),
    (f"{TITLE}\n\nDUBAI: ", None, (), None),
    (f"{TITLE}\nJan. 5, 2022\n", None, (), "2022-01-05"),
    (f"{TITLE}\nDesert Wire\nPublished January 5, 2023\n", "Desert Wire", (), "2023-01-05"),
    (f"{TITLE}\nPosted: 3 Sept 2014, 10:22am\n", None, (), "2014-09-03"),
    (f"{TITLE}\nMonday, 12 June 2017\n", None, (), "2017-06-12"),
    (f"{TITLE}\nSun, 2 Sep, 2018\n", None, (), "2018-09-02"),
    (f"{TITLE}\nFirst published 5 May 2016 09.00 BST\n", None, (), "2016-05-05"),
    (f"{TITLE}\n2021-03-04T08:00:00+08:00\n", None, (), "2021-03-04"),
    (f"{TITLE}\nMay 2018\n", None, (), "2018-05"),
    (f"{TITLE}\n\n", None, (), None),
    (
        f"Business\n{TITLE}\nTen firms came\nBy FIRST AUTHOR, Tech Desk\nTHE STRAITS TIMES\nPUBLISHED 03/04/2018\n",
        "THE STRAITS TIMES",
        ("First Author",),
        "2018-04-03|2018-03-04",
    ),
    (f"{TITLE}\nBy Reuters\nNovember 19, 2025 2:14 PM GMT+5:30\n", "Reuters", (), "2025-11-19"),
    (f"{TITLE}\nPublished: 03/04/2018 10:00 BST\n", None, (), "2018-04-03|2018-03-04"),
    (f"{TITLE}\nPublished: 03/04/2018 10:00 EDT\n", None, (), "2018-03-04|2018-04-03"),
    (f"{TITLE}\n03/04/2018\n\nSHANGHAI, April 3 (Reuters) - ", "Reuters", (), "2018-04-03|2018-03-04"),
    (f"{TITLE}\nTuesday 03/04/2018\n", None, (), "2018-04-03"),
    (f"{TITLE}\n03/04/2018, Tuesday\n", None, (), "2018-04-03"),
    (f"{TITLE}\n\nMetro desk, Pune | Last updated: May 05 2016, 23:14 IST\n\n", None, (), "2016-05-05"),
    (f"{TITLE}\n25/04/2018\n", None, (), "2018-04-25"),
    (f"{TITLE}\nPublished: 5 May 2016 | Updated: 7 May 2016\n", None, (), "2016-05-05"),
    (f"{TITLE}\nUpdated: 7 May 2016\nPublished: 5 May 2016\n", None, (), "2016-05-05"),
    (f"{TITLE} - Harbour Gazette\n\n{TITLE}\n\n5 May 2016\n\n", "Harbour Gazette", (), "2016-05-05"),
    (f"{TITLE} | The Harbour Light\nMay 5, 2016\n", "The Harbour Light", (), "2016-05-05"),
    (f"The Harbour Light\n\n{TITLE}\nMay 5, 2016\n", "The Harbour Light", (), "2016-05-05"),
    (
        f"Title: {TITLE}\nSource: Harbour Light\nDate: 2016-05-05\nAuthor: First Author\n\n",
        "Harbour Light",
        ("First Author",),
        "2016-05-05",
    ),
    (
        f"{TITLE}\nBy First Author and Second Author\nXinhua | 2016-05-05 10:00\n",
        "Xinhua",
        ("First Author", "Second Author"),
        "2016-05-05",
    ),
    (f"{TITLE}\n(People's Daily Online)   13:22, June 05, 2024\n", "People's Daily Online", (), "2024-06-05"),
    (f"{TITLE}\nFirst Author, Reuters\n5 May 2016\n", "Reuters", ("First Author",), "2016-05-05"),
    (
        f"{TITLE}\nBy First Author for The Harbour Light\n5 May 2016\n",
        "The Harbour Light",
        ("First Author",),
        "2016-05-05",
    ),
    (f"{TITLE}\nFirst Author\nHarbour Gazette\n5 May 2016\n", "Harbour Gazette", ("First Author",), "2016-05-05"),
    (f"{TITLE}\nFirst Author / Staff writer\n5.5.2016\n", None, ("First Author",), "2016-05-05"),
    (f"{TITLE}\nNews Desk\nMay 05, 2016 10:20\n", None, (), "2016-05-05"),
    (f"{TITLE}\nMay 5, 2016 / 9:12 AM / Updated 2 years ago\n", None, (), "2016-05-05"),
    (f"{TITLE}\n05-05-2016 | Harbour Gazette\n", "Harbour Gazette", (), "2016-05-05"),
    (f"Photo: VCG\n{TITLE}\n\n5 May 2016\n", None, (), "2016-05-05"),
]


@pytest.mark.parametrize(("head", "publisher", "authors", "published"), HEADS)
def test_a_head_is_read(head: str, publisher: str | None, authors: tuple[str, ...], published: str | None) -> None:
    document = read_article(head + BODY, id="a", vocabulary=VOCABULARY)
    article = document.article

    assert article.title == TITLE
    assert article.publisher == publisher
    assert article.authors == authors
    assert (str(article.published) if article.published else None) == published
    assert publisher is None or publisher in article.text
    assert document.sentences[-1].span.slice(article.text) == "Five more are expected to follow, it added."


@pytest.mark.parametrize(
    "title",
    [
        "Will a park for sensors do?",
        "“A park for sensors”",
        "A PARK FOR SENSORS",
        "Sensors ahoy",
        "Sensor Park Opens",
        "A park for sensors in the U.S.",
        "A park for sensors: ten years on",
        "A park for sensors.",
        "Park of 2035: what is to come by then",
    ],
)
def test_titles_take_many_forms(title: str) -> None:
    article = read_article(f"{title}\nBy First Author\n5 May 2016\n{BODY}", id="a", vocabulary=VOCABULARY).article

    assert article.title == title
    assert article.authors == ("First Author",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        BODY,
        f"SHANGHAI, March 3 (Reuters) - {BODY}",
        f"March 3, 2020\n\n{BODY}",
        "Ten firms came, it said.",
    ],
)
def test_a_text_may_have_no_title(text: str) -> None:
    assert read_article(text, id="a", vocabulary=VOCABULARY).article.title is None


def test_a_title_on_two_wrapped_lines_is_one() -> None:
    wrapped = (
        "The harbor district has drawn a hundred makers of sensors since its\npark was opened, and all of them like it."
    )
    title = "A park for sensors that is larger than all of the others that the city\nhas"
    text = f"{title}\n\n{wrapped}\n\n{wrapped}\n\n{wrapped}"

    assert read_article(text, id="a", vocabulary=VOCABULARY).article.title == (
        "A park for sensors that is larger than all of the others that the city has"
    )


def test_a_day_of_publication_at_the_foot_comes_before_an_update_in_the_head() -> None:
    text = f"{TITLE}\nUpdated: May 7, 2016\n\n{BODY}\n\nPublished - May 5, 2016"

    assert str(read_article(text, id="a", vocabulary=VOCABULARY).article.published) == "2016-05-05"


def test_words_tell_why_a_day_was_read_so() -> None:
    def why(head: str) -> str:
        return read_article(f"{TITLE}\n{head}\n{BODY}", id="a", vocabulary=VOCABULARY).article.published_why

    assert why("Updated: 2019-04-24 20:12") == "stated as '2019-04-24'"
    assert why("Published on 05/07 2019") == (
        "stated as '05/07 2019', as 'Monday' fits that day; read the other way it is 2019-07-05"
    )
    assert why("03/04/2018 10:00 BST") == (
        "stated as '03/04/2018', the day read first as its time zone suggests; the month read first it is 2018-03-04"
    )
    assert why("The Straits Times | 03/04/2018") == (
        "stated as '03/04/2018', the day read first as The Straits Times does; the month read first it is 2018-03-04"
    )
    assert why("03/04/2018\nUpdated: May 9, 2018") == (
        "stated as '03/04/2018', as 'Monday' fits that day; read the other way it is 2018-03-04"
    )
    assert why("03/08/2018\nUpdated: May 9, 2018") == (
        "stated as '03/08/2018', the month read first, as nothing tells otherwise; the day read first it is 2018-08-03"
    )
    assert why("03/04/2018\nUpdated: April 3, 2018") == (
        "stated as '03/04/2018', as 'April 3, 2018' says too; read the other way it is 2018-03-04"
    )


def test_the_foot_dates_an_article_that_its_head_does_not() -> None:
    text = f"{TITLE}\n\n{BODY}(China Daily 06/13/2019 page5)"
    article = read_article(text, id="a", vocabulary=VOCABULARY).article

    assert str(article.published) == "2019-06-13"
    assert article.publisher == "China Daily"
    assert [(evidence.quote, evidence.rule) for evidence in article.dated_by] == [("06/13/2019", "A-D1")]


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("\n\nSource: Xinhua", "Xinhua"),
        (" (Source: China Daily)", "China Daily"),
        ("\n\n© 2019 Harbour Gazette. All rights reserved.", "Harbour Gazette"),
        (
            "\n\nCopyright © 2019 South China Morning Post Publishers Ltd. All rights reserved.",
            "South China Morning Post",
        ),
        ("\n\n© 2019 Some Firm Ltd. All rights reserved.", None),
        ("\n\n“It was time,” one of them told the Global Times.", "Global Times"),
        ("\n\nIt told Some Body.", None),
    ],
)
def test_the_foot_names_the_publisher(foot: str, publisher: str | None) -> None:
    assert read_article(f"{TITLE}\n\n{BODY}{foot}", id="a", vocabulary=VOCABULARY).article.publisher == publisher


@pytest.mark.parametrize(
    "head",
    [
        f"Skip to content\nLog in\nForgot password ?\nNewsMarketsFundsStocks\n{TITLE}\n5 May 2016\n",  # links glued
        f"News : Markets & Firms\n{TITLE}\n5 May 2016\n",  # names of sections
        f"A banner about the best site of all\n{TITLE}\nChina\n{TITLE}\n5 May 2016\n",  # told twice
        f"A banner about the best site of all\n{TITLE}\n{TITLE} - Some Site of Ours\n5 May 2016\n",  # and with the site
        f"First Author\n{TITLE}\n5 May 2016\n",  # a name above the title
    ],
)
def test_the_title_is_found_among_lines_of_the_page(head: str) -> None:
    article = read_article(head + BODY, id="a", vocabulary=VOCABULARY).article

    assert article.title == TITLE
    assert article.authors == ()


def test_a_summary_may_stand_above_an_outlet_or_a_dateline() -> None:
    summary = "Ten firms have moved to the new park of the harbor district, and more are to follow them soon."

    for between in ("Shanghai Daily\n\n", "SHANGHAI, May 5 (Xinhua) -- ", "DUBAI: "):
        document = read_article(f"{TITLE}\n\n{summary}\n\n{between}{BODY}", id="a", vocabulary=VOCABULARY)
        assert [sentence.part.value for sentence in document.sentences] == ["title", "standfirst", "body", "body"]


def test_the_outlet_behind_a_title_is_masked() -> None:
    text = f"{TITLE} | The Harbour Light\nMay 5, 2016\n{BODY}"
    document = read_article(text, id="a", vocabulary=VOCABULARY)

    assert [each.span.slice(text) for each in document.masked] == ["The Harbour Light", "May 5, 2016"]


def test_an_article_without_prose_has_its_first_line_as_title() -> None:
    document = read_article(f"{TITLE}\n5 May 2016\nTen firms\nFive more", id="a", vocabulary=VOCABULARY)

    assert document.article.title == TITLE
    assert [sentence.part.value for sentence in document.sentences] == ["title", "body", "body"]
