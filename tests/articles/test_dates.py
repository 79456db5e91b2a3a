"""Dates: the closed grammar, and what it leaves open."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import Vocabulary, load_vocabulary
from shanghai_tech.articles.dates import find_dates

VOCABULARY: Final = load_vocabulary()


@pytest.mark.parametrize(
    ("line", "words", "readings"),
    [
        ("Published on 05/07 2019", "05/07 2019", ["2019-05-07", "2019-07-05"]),
        ("03/04/2018", "03/04/2018", ["2018-03-04", "2018-04-03"]),
        ("25/04/2018", "25/04/2018", ["2018-04-25"]),
        ("04/25/2018", "04/25/2018", ["2018-04-25"]),
        ("04/04/2018", "04/04/2018", ["2018-04-04"]),
        ("5.6.2018", "5.6.2018", ["2018-05-06", "2018-06-05"]),
        ("03/04/18", "03/04/18", ["2018-03-04", "2018-04-03"]),
        ("Tuesday, 03/04/2018", "Tuesday, 03/04/2018", ["2018-04-03"]),
        ("Monday, 03/04/2018", "Monday, 03/04/2018", ["2018-03-04", "2018-04-03"]),
        ("Updated: 2019-04-24 20:12", "2019-04-24", ["2019-04-24"]),
        ("2019-11-07T10:01:20+08:00", "2019-11-07", ["2019-11-07"]),
        ("2017/8/28 19:03:39", "2017/8/28", ["2017-08-28"]),
        ("Aug 22,2018 9:06 AM", "Aug 22,2018", ["2018-08-22"]),
        ("Jan. 5, 2022", "Jan. 5, 2022", ["2022-01-05"]),
        ("April, 17/2018 - 09:30", "April, 17/2018", ["2018-04-17"]),
        ("3 Sept 2014, 10:22am", "3 Sept 2014", ["2014-09-03"]),
        ("3rd of September, 2014", "3rd of September, 2014", ["2014-09-03"]),
        ("22-Aug-2018", "22-Aug-2018", ["2018-08-22"]),
        ("DATE:  Aug 16 2023", "Aug 16 2023", ["2023-08-16"]),
        ("MAY 5, 20169:12 AM", "MAY 5, 2016", ["2016-05-05"]),
        ("Monday, 12 June 2017", "Monday, 12 June 2017", ["2017-06-12"]),
        ("January 17, 2017, Tuesday", "January 17, 2017, Tuesday", ["2017-01-17"]),
        ("2018年5月7日", "2018年5月7日", ["2018-05-07"]),
        ("29 February 2020", "29 February 2020", ["2020-02-29"]),
        ("May 2019", "May 2019", ["2019-05-01"]),
        ("SHANGHAI, March 3 (Reuters)", "March 3", []),
        ("on 3 March at noon", "3 March", []),
    ],
)
def test_a_date_is_found_with_its_readings(line: str, words: str, readings: list[str]) -> None:
    [found] = find_dates(line, VOCABULARY)

    assert found.span.slice(line) == words
    assert [day.isoformat() for day in found.readings] == readings


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2019",  # a year alone
        "30/13/2018",  # no such month either way
        "Feb 30, 2018",  # no such day
        "29 February 2019",  # no leap year
        "1/2/3",  # no year
        "3.27 trillion",  # a decimal
        "20:12:30",  # a time
        "4-5 2018000",  # no year of four digits
        "the 14th Five-Year Plan",
        "may 20 firms come",  # a month is written with a capital, or stands with its year
    ],
)
def test_what_is_no_date_is_not_found(line: str) -> None:
    assert find_dates(line, VOCABULARY) == ()


def test_dates_are_in_order_and_apart() -> None:
    line = "May 5, 2016 10:20 | Updated 7/5/2016 | 2016-05-09"

    assert [found.span.slice(line) for found in find_dates(line, VOCABULARY)] == [
        "May 5, 2016",
        "7/5/2016",
        "2016-05-09",
    ]


def test_spans_are_moved_by_the_offset() -> None:
    [found] = find_dates("on 2016-05-09", VOCABULARY, offset=100)

    assert (found.span.start, found.span.end) == (103, 113)


def test_without_names_only_numbers_are_dates() -> None:
    assert [found.span.start for found in find_dates("May 5, 2016 2016-05-09", Vocabulary())] == [12]


def test_the_reading_that_is_not_used_stays_a_candidate() -> None:
    [found] = find_dates("03/04/2018", VOCABULARY)
    used = found.period(found.readings[1])

    assert (used.start, used.end) == (found.readings[1], found.readings[1])
    assert str(used) == "2018-04-03|2018-03-04"
