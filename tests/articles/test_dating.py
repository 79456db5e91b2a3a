"""Dating: when an article was written that states no day."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import Article, Vocabulary, load_vocabulary
from shanghai_tech.articles import read_article

VOCABULARY: Final = load_vocabulary()


def read(text: str, vocabulary: Vocabulary = VOCABULARY) -> Article:
    return read_article(text, id="a", vocabulary=vocabulary).article


def published(text: str) -> str | None:
    period = read(text).published
    return None if period is None else f"{period.start or '..'}/{period.end or '..'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year told in figures as past, and the year behind it
        ("In 2017, 81,000 permits were granted.", "2018-01-01/.."),
        ("In 2017, 81,000 permits were granted, up from 70,000 in 2016.", "2018-01-01/2018-12-31"),
        ("In 2017, 81,000 permits were granted. In 2007 it was 3,000.", "2018-01-01/.."),
        ("Sales grew 5 percent last year, against 3 percent in 2016.", "2018-01-01/.."),
        ("Output stood at 5 billion yuan in 2017, up from 3 billion yuan in 2015.", "2018-01-01/2018-12-31"),
        ("Sales rose 5 percent in the first half of 2018 and 3 percent in 2017.", "2018-07-01/2018-12-31"),
        ("Sales rose 5 percent in the first nine months of 2018 and 3 percent in 2017.", "2018-10-01/2019-03-31"),
        ("Sales had risen 5 percent by March 2015. They fell 3 percent in 2014.", "2015-04-01/2015-12-31"),
        ("It employed 15,900 people at the end of 2014, up from 900 in 2012.", "2015-01-01/2015-12-31"),
        # what began long ago only tells that it is past
        ("The park was founded in 1998.", "1999-01-01/.."),
        ("It has made 300 of them since 2016.", "2016-01-01/.."),
        ("The park opened in late 2017.", "2017-09-01/.."),
        # years to come
        ("In 2017, 81 were granted. The city will build 90 in 2018.", "2018-01-01/2018-12-31"),
        ("The park was founded in 1998. It aims to have 90 firms by 2025.", "1999-01-01/2025-12-31"),
        (
            "It was founded in 1998. A second is to be completed in the first half of 2012.",
            "1999-01-01/2012-06-30",
        ),
        # the running year, the last and the next
        ("It has sold 300 this year (2018).", "2018-01-01/2018-12-31"),
        ("It has sold 300 so far in 2018.", "2018-01-01/2018-12-31"),
        ("It sold 300 last year (2017).", "2018-01-01/2018-12-31"),
        ("It will sell 300 next year (2019).", "2018-01-01/2018-12-31"),
        ("It passed 3 billion yuan in 2017 and reached 3.3 billion yuan last year.", "2019-01-01/.."),
        ("It sold 300 in 2017, up 90 percent from 2016.", "2018-01-01/2018-12-31"),
        # months without their year
        ("In 2017, 81 were granted, up from 70 in 2016. Ten had been opened by February.", "2018-02-01/2018-12-31"),
        ("In 2017, 81 were granted, up from 70 in 2016. Ten had been opened by November.", "2018-01-01/2018-12-31"),
        ("In 2017, 81 were granted, up from 70 in 2016. The plan was told on February 20.", "2018-02-20/2018-12-31"),
        ("In 2017, 81 were granted, up from 70 in 2016. The plan was told on July 30.", "2018-01-01/2018-12-31"),
        (
            "In 2017, 81 were granted, up from 70 in 2016. Output grew 5 percent in the first half of this year.",
            "2018-07-01/2018-12-31",
        ),
        ("In 2017, 81 were granted, up from 70 in 2016. It was told on February 29.", "2018-01-01/2018-12-31"),
        (
            "In 2017, 81 were granted, up from 70 in 2016. It will grow in the first half of this year.",
            "2018-01-01/2018-12-31",
        ),
        # from one year to another, and when something was announced
        ("Between 2014 and 2017, 81 were granted. In 2013 it was 70.", "2018-01-01/.."),
        ("In 2015, 81 were granted. The bank announced in May 2017 that it would open one.", "2017-05-01/.."),
        # what was pledged is past, what it is pledged for is not
        ("Makers pledged 5 billion yuan in 2017.", "2018-01-01/.."),
        ("It was founded in 1998. Makers pledged to spend 5 billion yuan in 2017.", "1999-01-01/2017-12-31"),
        # a weekday fits one year only; told as to come, or as past
        ("In 2021, it raised 5 billion yuan. It will be listed on Wednesday (January 5).", "2022-01-01/2022-01-05"),
        (
            "In 2017, 81 were granted, up from 70 in 2016. The plan was told on Tuesday, August 14.",
            "2018-08-14/2018-08-20",
        ),
        (
            "In 2017, 81 were granted, up from 70 in 2016. The plan was told on Monday, August 14.",
            "2018-01-01/2018-12-31",
        ),
        ("In 2017, 81 were granted. The plan was told on Monday, August 14.", "2018-01-01/.."),
        ("In 2016, 81 were granted. The plan was told on Monday, August 14.", "2017-08-14/2017-08-20"),
        (
            "In 2021, it raised 5 billion yuan. It will list, its head told reporters on Wednesday (January 5).",
            "2022-01-05/2022-01-11",
        ),
        # days with their year
        ("The deal was signed on October 1, 2014.", "2014-10-01/.."),
        ("The deal was signed on Wednesday, October 1, 2014.", "2014-10-01/2014-10-07"),
        ("The park was founded in 1998. It will be closed on October 1, 2014.", "1999-01-01/2014-10-01"),
        ("The park will be closed on Wednesday, October 1, 2014.", "2014-09-25/2014-10-01"),
        # the dateline knows the day but not the year
        (
            "SHANGHAI, March 3 (Xinhua) -- In 2017, 81,000 permits were granted, up from 70,000 in 2016, it said.",
            "2018-03-03/2018-03-03",
        ),
        ("SHANGHAI, March 3 (Xinhua) -- It was founded in 1998. It will have 90 by 2001.", "1999-01-01/2001-12-31"),
    ],
)
def test_an_interval_is_inferred(text: str, expected: str) -> None:
    assert published(text) == expected
    assert read(text).published_how == "inferred"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The city has many parks.",
        "The city plans to have 90 parks by 2025.",  # the last day alone dates nothing
        "The 2035 plan and the 14th Five-Year Plan for 2025 name them.",
        "From 2016-2020 it grew.",
        "It has 2,017 seats and a hall of 1999.5 square meters.",
        "It was told on Tuesday, August 14.",  # a year is needed first
        "© 2019 Harbour Gazette",
    ],
)
def test_where_nothing_tells_there_is_no_day(text: str) -> None:
    assert read(text).published is None
    assert read(text).published_how is None
    assert read(text).dated_by == ()


def test_years_of_a_plan_are_not_past_though_its_release_is() -> None:
    text = "In 2017, 81 were granted, up from 70 in 2016. The plan by 2025 was released last month."

    assert published(text) == "2018-01-01/2018-12-31"


def test_one_misread_year_does_not_outweigh_the_others() -> None:
    text = (
        "In 2017, 81 were granted, up from 70 in 2016. By 2020 there will be 90. By 2020 it will have 30 labs. "
        "It will close by 2021. "
        "The firm, which in 2025 was called a giant in a novel, is small."
    )

    assert published(text) == "2018-01-01/2018-12-31"


def test_the_year_of_a_copyright_line_ends_the_interval_where_it_fits() -> None:
    body = "The park was founded in 1998, and ten firms have moved in since then, its operator says."

    assert published(f"{body}\n\n© 2019 Harbour Gazette") == "1999-01-01/2019-12-31"
    assert published(f"{body}\n\n© 1995 Harbour Gazette") == "1999-01-01/.."
    assert published(f"{body}\n\nCopyright 1995 - . All rights reserved.") == "1999-01-01/.."


def test_the_reason_cites_the_words() -> None:
    article = read("In 2021, it raised 5 billion yuan. It will be listed on Wednesday (January 5).")

    assert article.published_why == (
        "no date is stated; 'In 2021' is told as past; 'Wednesday (January 5' fits few years"
    )
    assert [(evidence.quote, evidence.rule) for evidence in article.dated_by] == [
        ("In 2021", "A-D3"),
        ("Wednesday (January 5", "A-D7"),
    ]


def test_a_stated_day_is_not_reasoned_about() -> None:
    article = read(
        "A park for sensors\n5 May 2016\nIn 2017, 81,000 permits were granted to firms in the park, it said."
    )

    assert (str(article.published), article.published_how) == ("2016-05-05", "stated")


def test_without_words_for_tense_and_time_nothing_is_inferred() -> None:
    assert read("In 2017, 81,000 permits were granted.", Vocabulary()).published is not None
    assert read("By February ten had come.", Vocabulary()).published is None
