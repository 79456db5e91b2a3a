"""What is read as a time expression, and which days it means."""

from __future__ import annotations

import pytest

from shanghai_tech.mentions.mention import PeriodMention, TimeKind, tagged
from shanghai_tech.mentions.times import find_periods
from shanghai_tech.mentions.times.find import RULES
from shanghai_tech.mentions.times.lexicon import time_lexicon
from shanghai_tech.mentions.times.patterns import first_symbols
from shanghai_tech.model import Period, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def find(text: str, published: str | None = "2019-05-07", told: str = "") -> tuple[PeriodMention, ...]:
    return find_periods(
        tagged(text, Span(0, len(text)), VOCABULARY),
        VOCABULARY,
        published=Period.parse(published) if published else None,
        told=[Period.parse(period) for period in told.split()],
    )


def reads(text: str, published: str | None = "2019-05-07", told: str = "") -> list[str]:
    """Each mention as "words = period", with its relation where it is not "during", and "~" for what is compared."""
    found: list[str] = []
    for mention in find(text, published, told):
        relation = "" if mention.relation.value == "during" else f" {mention.relation.value}"
        compared = "~" if mention.compares else ""
        found.append(f"{mention.span.slice(text)} = {compared}{mention.period}{relation}")
    return found


WRITTEN_OUT: list[tuple[str, list[str]]] = [
    ("The plant opened in 2018.", ["in 2018 = 2018"]),
    ("Opened in March 2019, closed on 2019-04-02.", ["in March 2019 = 2019-03", "on 2019-04-02 = 2019-04-02"]),
    ("Signed on Aug 22, 2018.", ["on Aug 22, 2018 = 2018-08-22"]),
    ("Signed on the 5th of March, 2018.", ["on the 5th of March, 2018 = 2018-03-05"]),
    ("Signed on 30 March 2018.", ["on 30 March 2018 = 2018-03-30"]),
    ("Dated 22/08/2018.", ["22/08/2018 = 2018-08-22"]),
    ("Dated 05/07 2019.", ["05/07 2019 = 2019-05-07|2019-07-05"]),
    ("The fair ran May 3-5.", ["May 3-5 = 2019-05-03/2019-05-05"]),
    ("Sales fell in the first half of 2017.", ["in the first half of 2017 = 2017-H1"]),
    ("H1 2018 was slow and 1Q19 was not.", ["H1 2018 = 2018-H1", "1Q19 = 2019-Q1"]),
    ("The third quarter of 2018 and Q4 2018.", ["The third quarter of 2018 = 2018-Q3", "Q4 2018 = 2018-Q4"]),
    ("In the first nine months of 2018 it grew.", ["In the first nine months of 2018 = 2018-01/2018-09"]),
    ("In 2016-2020 and from 2011 to 2015.", ["In 2016-2020 = 2016/2020", "from 2011 to 2015 = 2011/2015"]),
    ("The 2018/19 season; in 2024-25.", ["2018/19 = 2018/2019", "in 2024-25 = 2024/2025"]),
    ("In FY2021-22, FY 2020-21 and the financial year 2019-20.", [
        "In FY2021-22 = 2021/2022", "FY 2020-21 = 2020/2021", "the financial year 2019-20 = 2019/2020",
    ]),
    ("In fiscal 2018, FY2019 and the 2020 fiscal year.", [
        "In fiscal 2018 = 2018", "FY2019 = 2019", "the 2020 fiscal year = 2020",
    ]),
    ("Built in the 1990s, the late '80s and the mid-1970s.", [
        "in the 1990s = 199X", "the late '80s = 198X",
        "the mid-1970s = 197X",
    ]),
    ("In early 2017, mid-2017 and late March.", ["In early 2017 = 2017", "mid-2017 = 2017", "late March = 2019-03"]),
    ("Shops close on Christmas and New Year's Day.", [
        "on Christmas = 2018-12-25", "New Year's Day = 2019-01-01",
    ]),
    ("During the 13th Five-Year Plan period it doubled.", ["During the 13th Five-Year Plan period = 2016/2020"]),
    ("The 14th Five-Year Plan names three aims.", []),
    ("The week of March 5 was wet.", ["The week of March 5 = 2019-W10"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN_OUT)
def test_dates_that_are_written_out_mean_what_they_say(text: str, expected: list[str]) -> None:
    assert reads(text) == expected


NOT_DATES = [
    "A group of 2018 companies and 2000 workers spent 2,018 yuan.",
    "It costs 2000 yuan, $1999 and 1998 km of cable.",
    "It may march on; a second plant; the fair was a fall for him.",
    "Windows 2000 and Vision 2030 are names.",
    "A quarter of the firms, three-quarters of the staff, half of the city.",
    "He is 52 years old, and a 24-year-old student left.",
    "Cape May sold to June Holdings.",
    "At the same time it grew.",
    "5G and 14nm chips are sold.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_numbers_ages_and_names_are_no_dates(text: str) -> None:
    assert reads(text) == []


FROM_PUBLICATION = [
    ("Sales rose last year and will rise this year.", "2019-05-07", ["last year = 2018", "this year = 2019"]),
    ("It opens next year.", "2019-05-07", ["next year = 2020"]),
    ("It was released last month.", "2022-01-05", ["last month = 2021-12"]),
    ("It met last week.", "2019-05-07", ["last week = 2019-W18"]),
    ("It paid ten last quarter.", "2019-05-07", ["last quarter = 2019-Q1"]),
    ("It paid ten in the last quarter of 2017.", "2019-05-07", ["in the last quarter of 2017 = 2017-Q4"]),
    ("It said so yesterday; it meets tomorrow.", "2019-05-07", [
        "yesterday = 2019-05-06", "tomorrow = 2019-05-08",
    ]),
    ("It said so on Wednesday.", "2019-05-07", ["on Wednesday = 2019-05-01"]),
    ("It will be listed on Wednesday (January 5).", "2022-01-05", ["on Wednesday (January 5) = 2022-01-05"]),
    ("It was opened in March.", "2019-05-07", ["in March = 2019-03"]),
    ("The fair was held in September.", "2019-05-07", ["in September = 2018-09"]),
    ("The fair will be held in September.", "2019-05-07", ["in September = 2019-09"]),
    ("The fair, to be held in September, is new.", "2019-05-07", ["in September = 2019-09"]),
    ("The fair was scheduled for September.", "2019-05-07", ["for September = 2019-09"]),
    ("The call took place on March 30.", "2019-04-24", ["on March 30 = 2019-03-30"]),
    ("It adopted a plan last April.", "2023-01-05", ["last April = 2022-04"]),
    ("The millionth car was built this January.", "2026-05-20", ["this January = 2026-01"]),
    ("Growth slowed in the first half.", "2018-08-22", ["in the first half = 2018-H1"]),
    ("Firms registered in the first three quarters.", "2025-11-17", [
        "in the first three quarters = 2025-01/2025-09",
    ]),
    ("It sold more from January to September.", "2017-10-26", ["from January to September = 2017-01/2017-09"]),
    ("It sold more between July and June.", "2019-05-07", ["between July and June = 2017-07/2018-06"]),
    ("Sales in the six months to June rose.", "2018-09-20", ["in the six months to June = 2018-01/2018-06"]),
    ("Hires in the year to March rose.", "2019-11-16", ["in the year to March = 2018-04/2019-03"]),
    ("Money for the five years to 2025.", "2024-07-18", ["for the five years to 2025 = 2021/2025"]),
    ("Output doubled over the past three years.", "2019-05-07", ["over the past three years = 2016/2019"]),
    ("It began three years ago.", "2019-05-07", ["three years ago = 2016"]),
    ("Rents rose this summer.", "2019-09-07", ["this summer = 2019-06/2019-08"]),
    ("The share was 5 percent two years ago.", "2019-11-16", ["two years ago = 2017"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), FROM_PUBLICATION)
def test_relative_words_count_from_publication(text: str, published: str, expected: list[str]) -> None:
    assert reads(text, published) == expected


TIES = [
    ("It will double by 2025.", "2019-05-07", ["by 2025 = ../2025 by"]),
    ("It will double by the end of 2025.", "2019-05-07", ["by the end of 2025 = 2025-12-31 by"]),
    ("It will double by end-2025.", "2019-05-07", ["by end-2025 = 2025-12-31 by"]),
    ("It will double by the middle of 2026.", "2025-11-17", ["by the middle of 2026 = ../2026 by"]),
    ("By November, it had built ten.", "2022-01-05", ["By November = ../2021-11 by"]),
    ("It reached two by year's end.", "2022-01-05", ["by year's end = ../2021 by"]),
    ("It passed 800 by the end of last year.", "2023-08-16", ["by the end of last year = ../2022 by"]),
    ("They numbered ten at the end of September.", "2025-11-17", ["at the end of September = ../2025-09 as-of"]),
    ("As of September, it covered ten.", "2022-01-05", ["As of September = ../2021-09 as-of"]),
    ("They had moved in by the first half of 2017.", "2018-02-28", ["by the first half of 2017 = ../2017-H1 by"]),
    ("It has grown since the second half of 2018.", "2019-05-07", ["since the second half of 2018 = 2018-H2/.. since"]),
    ("It has raised ten since its opening in 2016.", "2019-05-07", ["in 2016 = 2016/.. since"]),
    ("After 2020 it grows; before 2030 it ends.", "2019-05-07", [
        "After 2020 = 2021/.. after", "before 2030 = ../2029 before",
    ]),
    ("It runs until 2020.", "2017-10-26", ["until 2020 = ../2020 by"]),
    ("From next year, one in ten will go.", "2021-03-03", ["From next year = 2022/.. since"]),
    ("It will spend ten over the next five years.", "2023-11-08", ["over the next five years = ../2028 by"]),
    ("It will double within five years.", "2021-02-26", ["within five years = ../2026 by"]),
    ("It aims to add ten in five years.", "2022-09-22", ["in five years = ../2027 by"]),
    ("It was rebuilt in five years.", "2022-09-22", ["in five years = None"]),
    ("Ten will come over the coming decade.", "2023-01-05", ["over the coming decade = ../2033 by"]),
    ("It is due before the end of this year.", "2021-03-03", ["before the end of this year = 2021-12-31 before"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), TIES)
def test_prepositions_tie_what_is_told_to_a_period(text: str, published: str, expected: list[str]) -> None:
    assert reads(text, published) == expected


COMPARED = [
    ("It rose 7 percent year on year.", ["year on year = ~None"]),
    ("It was 47.5, up from 13.3 in 2011.", ["in 2011 = 2011"]),
    ("It jumped 250 times from 1949.", ["from 1949 = ~1949"]),
    ("It was lower compared with 2016.", ["compared with 2016 = ~2016"]),
    ("It sold 8 percent more than in 2016.", ["than in 2016 = ~2016"]),
    ("It rose 4 percent in 2018 from a year earlier.", ["in 2018 = 2018", "from a year earlier = ~2017"]),
    ("In the first nine months of 2022 it made 4 percent more than in the same period of the previous year.", [
        "In the first nine months of 2022 = 2022-01/2022-09",
        "than in the same period of the previous year = ~2021-01/2021-09",
    ]),
    ("In the nine months to September 2018 it made ten, from six in the year-ago period.", [
        "In the nine months to September 2018 = 2018-01/2018-09", "in the year-ago period = ~2017-01/2017-09",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_what_a_change_is_measured_against_is_told_apart(text: str, expected: list[str]) -> None:
    assert reads(text) == expected


def test_words_that_point_back_use_what_was_told_before() -> None:
    assert reads("In that year it sold ten.", told="2014") == ["In that year = 2014"]
    assert reads("It sold ten, from six a year earlier.", told="2018-Q3") == ["a year earlier = ~2017-Q3"]
    assert reads("Over the same period it sold ten.", told="2018-H1") == ["Over the same period = 2018-H1"]
    assert reads("By the same year it will sell ten.", told="../2025 2019-05-02") == ["By the same year = ../2025 by"]
    assert reads("In that year it sold ten.") == ["In that year = None"]


KINDS = [
    ("It took three years.", TimeKind.DURATION, "P3Y"),
    ("It took a decade.", TimeKind.DURATION, "P10Y"),
    ("It took several weeks.", TimeKind.DURATION, "PXW"),
    ("It took 24 hours.", TimeKind.DURATION, "PT24H"),
    ("It took two and a half years.", TimeKind.DURATION, "P2Y6M"),
    ("A five-month trial.", TimeKind.DURATION, "P5M"),
    ("For 14 consecutive quarters it grew.", TimeKind.DURATION, "P14Q"),
    ("It meets every year.", TimeKind.SET, "P1Y"),
    ("It meets twice a week.", TimeKind.SET, "P1W"),
    ("It is paid annually.", TimeKind.SET, "P1Y"),
    ("It meets every Monday.", TimeKind.SET, "XXXX-WXX-1"),
    ("It is open now.", TimeKind.DATE, "PRESENT_REF"),
    ("It opened recently.", TimeKind.DATE, "PAST_REF"),
    ("In recent years it grew.", TimeKind.DATE, "PAST_REF"),
    ("It met at 9:06 AM.", TimeKind.TIME, "2019-05-07T09:06"),
    ("It met on Friday morning.", TimeKind.TIME, "2019-05-03TMO"),
    ("It met in the third quarter.", TimeKind.DATE, "2018-Q3"),
    ("It met last week.", TimeKind.DATE, "2019-W18"),
    ("It met in the 1990s.", TimeKind.DATE, "199"),
    ("It met last summer.", TimeKind.DATE, "2018-SU"),
]


@pytest.mark.parametrize(("text", "kind", "timex"), KINDS)
def test_kinds_and_values_follow_timeml(text: str, kind: TimeKind, timex: str) -> None:
    assert [(mention.kind, mention.timex) for mention in find(text)] == [(kind, timex)]


def test_without_a_day_of_publication_only_what_is_written_out_is_dated() -> None:
    text = "It rose last year, in March, on March 30, on Friday and in 2018, and is to double by the end of 2025."
    assert [str(mention.period) for mention in find(text, published=None)] == [
        "None", "None", "None", "None", "2018", "2025-12-31",
    ]  # fmt: skip
    assert [mention.timex for mention in find(text, published=None)][1:4] == ["XXXX-03", "XXXX-03-30", "XXXX-WXX-5"]


def test_an_article_of_a_long_time_is_read_from_its_first_day() -> None:
    assert reads("It was founded in December.", "2021-01/2021-12") == ["in December = 2020-12"]
    assert reads("It was released last month.", "2022-01-01/2022-01-05") == ["last month = 2021-12"]


def test_the_bare_words_leave_the_preposition_out() -> None:
    text = "It grew by the end of 2017 and in the six months to June."
    assert [mention.bare.slice(text) for mention in find(text)] == ["the end of 2017", "the six months"]


def test_a_vocabulary_without_words_of_time_finds_none() -> None:
    empty = VOCABULARY.without("month", "weekday", "time_unit", "time_word", "shift", "time_tie", "number_word")
    text = "It rose last year, in March, by 2025."
    found = find_periods(tagged(text, Span(0, len(text)), empty), empty, published=Period.parse("2019"))
    assert [mention.span.slice(text) for mention in found] == ["2025"]


def test_every_part_of_a_pattern_has_words_in_the_vocabulary() -> None:
    parts = time_lexicon(VOCABULARY).parts
    for rule in RULES:
        assert first_symbols(rule.pattern, parts), rule.id
