"""Tables: aligned, as wide as they may be, and safe to print."""

from __future__ import annotations

import unicodedata

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import (
    Article,
    Form,
    Initiative,
    InitiativeKind,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    PeriodMention,
    Person,
    Quantity,
    QuantityMention,
    Record,
    Relation,
    Span,
    Status,
    Target,
    TimeKind,
    mentions_to_table,
    merged_to_table,
    to_table,
)
from tests import strategies as some

ARTICLE = Article(
    id="a-town",
    text="GDP was 3.27 trillion yuan ($488 billion) in 2018",
    title="A town",
    publisher="Herald",
    published=Period.parse("2019-05-07|2019-07-05"),
    published_how="stated",
)
METRIC = Metric(
    id="metric-1",
    indicator="gdp",
    label="GDP",
    subject="Shanghai",
    quantity=Quantity.parse("3.27E+12 CNY"),
    restated=(Quantity.parse("4.88E+11 USD"),),
    period=Period.parse("2018"),
    evidence=(ARTICLE.cite(Span(8, 41), rule="L1"),),
)
TARGET = Target(
    id="target-1",
    indicator="hub",
    label="technology hub",
    subject="上海",
    due=Period.parse("../2025"),
    speaker="Wu Qing",
    evidence=(ARTICLE.cite(Span(0, 3), rule="A1"),),
)


ROBOTS = Organization(
    id="organization-1",
    name="Ouyang Robotics Ltd",
    aliases=("Ouyang", "ORL"),
    kind=OrganizationKind.COMPANY,
    people=(Person(name="Ann Lee", role="chairwoman"), Person(name="Bo Li")),
    evidence=(ARTICLE.cite(Span(0, 3), rule="E2"),),
)
BOARD = Organization(
    id="organization-2",
    name="Export Promotion Board",
    kind=OrganizationKind.GOVERNMENT,
    evidence=(ARTICLE.cite(Span(0, 3), rule="E2"),),
)
PIER = Initiative(
    id="initiative-1",
    name="robot pier",
    kind=InitiativeKind.FACILITY,
    status=Status.ANNOUNCED,
    participants=("Ouyang Robotics Ltd", "Export Promotion Board"),
    place="Ningbo",
    period=Period.parse("2019-05"),
    evidence=(ARTICLE.cite(Span(0, 3), rule="L1"), ARTICLE.cite(Span(4, 7), rule="L1")),
)


def test_facts_stand_under_their_article() -> None:
    assert to_table([ARTICLE, METRIC, TARGET], width=140) == (
        "A town\n"
        "Herald, 2019-05-07 or 2019-07-05 (stated)\n"
        "\n"
        "        subject   what            how much                                     when     said by  evidence\n"
        "metric  Shanghai  GDP             3,270,000,000,000 CNY = 488,000,000,000 USD  2018"
        "              “3.27 trillion yuan ($488 billion)”\n"
        "target  上海      technology hub                                               by 2025  Wu Qing  “GDP”"
    )


def test_each_kind_of_record_has_a_table_of_its_own_under_its_article() -> None:
    assert to_table([ARTICLE, METRIC, ROBOTS, PIER, BOARD]) == (
        "A town\n"
        "Herald, 2019-05-07 or 2019-07-05 (stated)\n"
        "\n"
        "kind        organization            also named   people\n"
        "company     Ouyang Robotics Ltd     Ouyang, ORL  Ann Lee (chairwoman), Bo Li\n"
        "government  Export Promotion Board\n"
        "\n"
        "kind      status     initiative  participants                          place   when     evidence\n"
        "facility  announced  robot pier  Ouyang Robotics Ltd, Export Promoti…  Ningbo  2019-05  “GDP” “was”\n"
        "\n"
        "        subject   what  how much                                     when  evidence\n"
        "metric  Shanghai  GDP   3,270,000,000,000 CNY = 488,000,000,000 USD  2018  “3.27 trillion yuan ($488 billion)”"
    )


def test_records_stand_under_the_article_before_them_and_without_one_alone() -> None:
    other = evolve(ARTICLE, title="Another town", published=None, published_how=None)
    records: list[Article | Record] = [BOARD, ARTICLE, other, ROBOTS]

    assert to_table(iter(records), width=60) == (
        "kind        organization\n"
        "government  Export Promotion Board\n"
        "\n"
        "A town\n"
        "Herald, 2019-05-07 or 2019-07-05 (stated)\n"
        "\n"
        "Another town\n"
        "Herald, undated\n"
        "\n"
        "kind     organization         also named   people\n"
        "company  Ouyang Robotics Ltd  Ouyang, ORL  Ann Lee (chairwo…"
    )


def test_a_narrow_table_cuts_the_evidence_and_then_its_widest_cells() -> None:
    assert to_table([METRIC, TARGET], width=70) == (
        "        subject   what          how much      when     said by  evidence\n"
        "metric  Shanghai  GDP           3,270,000,0…  2018              “3.27 trill…\n"
        "target  上海      technology …                by 2025  Wu Qing  “GDP”"
    )


@pytest.mark.parametrize(
    ("quantity", "form", "shown"),
    [
        (">500 {startup}", Form.LEVEL, "over 500 {startup}"),
        (">=500", Form.LEVEL, "at least 500"),
        ("<500", Form.LEVEL, "under 500"),
        ("<=500", Form.LEVEL, "at most 500"),
        ("~500", Form.LEVEL, "about 500"),
        ("2E+2..9E+2 {company}", Form.LEVEL, "200 to 900 {company}"),
        ("4 %", Form.SHARE, "4 % of a whole"),
        ("7.7 %", Form.GROWTH, "+7.7 %"),
        ("-43.4 %", Form.GROWTH, "-43.4 %"),
        (">1/3", Form.GROWTH, "over +1/3"),
        ("250", Form.MULTIPLE, "250 times"),
        ("2", Form.RANK, "No. 2"),
        ("1/3", Form.SHARE, "1/3 of a whole"),
    ],
)
def test_an_amount_is_told_with_its_bound_and_form(quantity: str, form: Form, shown: str) -> None:
    record = evolve(METRIC, quantity=Quantity.parse(quantity), form=form, restated=())

    assert f"  {shown}  " in to_table([record], width=200)


def test_a_share_names_its_whole() -> None:
    record = evolve(METRIC, quantity=Quantity.parse("4 %"), form=Form.SHARE, base="GDP", restated=())

    assert "  4 % of GDP  " in to_table([record])


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2018", "2018"),
        ("../2025", "by 2025"),
        ("2020/..", "since 2020"),
        ("2016/2020", "2016 to 2020"),
        ("2019-05-07|2019-07-05", "2019-05-07 or 2019-07-05"),
    ],
)
def test_a_period_is_told_in_words(period: str, shown: str) -> None:
    assert f"  {shown}  " in to_table([evolve(METRIC, period=Period.parse(period))], width=200)


def test_nothing_that_a_terminal_acts_on_is_printed() -> None:
    told = to_table([evolve(METRIC, label="red\x1b[31m\nalert\u202e")])

    assert "red·[31m alert·" in told


@given(st.lists(some.articles() | some.records(), max_size=4), st.integers(40, 160))
def test_every_line_is_printable_and_columns_stand_under_each_other(
    records: list[Article | Record], width: int
) -> None:
    table = to_table(records, width=width)

    assert all(letter.isprintable() or letter == "\n" for letter in table)


@given(st.lists(some.records(), min_size=1, max_size=4), st.integers(80, 160))
def test_no_row_is_wider_than_the_table_may_be(records: list[Record], width: int) -> None:
    def cells(letter: str) -> int:
        return 0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")

    assert all(sum(map(cells, line)) <= width for line in to_table(records, width=width).splitlines())


@given(st.integers(80, 200))
def test_the_longest_rows_of_each_kind_fill_the_width_and_no_more(width: int) -> None:
    long = "a long name " * 30
    cited = ARTICLE.cite(Span(0, len(ARTICLE.text)), rule="L1")
    records: list[Record] = [
        evolve(ROBOTS, name=long, aliases=(long, long), people=(Person(name=long, role=long),)),
        evolve(PIER, name=long, participants=(long, long), place=long, period=ARTICLE.published, evidence=(cited,) * 9),
        evolve(METRIC, subject=long, label=long, speaker=long, period=ARTICLE.published, evidence=(cited,) * 9),
    ]
    for record in records:
        (_, row) = to_table([record], width=width).splitlines()
        assert len(row) == width


def test_a_corpus_is_one_table_of_each_kind_with_the_numbers_of_articles() -> None:
    other = Article(id="b-town", text="GDP was $488 billion")
    twice = evolve(METRIC, restated=(), evidence=(*METRIC.evidence, other.cite(Span(8, 20), rule="L1")))
    both = evolve(BOARD, evidence=(*BOARD.evidence, other.cite(Span(0, 3), rule="E2")))
    same = evolve(TARGET, evidence=(*TARGET.evidence, other.cite(Span(0, 3), rule="A1")))
    absent = evolve(PIER, evidence=(Article(id="c-town", text="a pier").cite(Span(2, 6), rule="L1"),))

    assert merged_to_table([ARTICLE, both, twice, other, same, absent], width=160) == (
        "2 articles\n"
        "\n"
        "     article  title   publisher  published\n"
        "[1]  a-town   A town  Herald     2019-05-07 or 2019-07-05 (stated)\n"
        "[2]  b-town                      undated\n"
        "\n"
        "kind        organization            in\n"
        "government  Export Promotion Board  [1, 2]\n"
        "\n"
        "kind      status     initiative  participants                          place   when     evidence\n"
        "facility  announced  robot pier  Ouyang Robotics Ltd, Export Promoti…  Ningbo  2019-05  [c-town] “pier”\n"
        "\n"
        "        subject   what            how much               when     said by  evidence\n"
        "metric  Shanghai  GDP             3,270,000,000,000 CNY  2018"
        "              [1] “3.27 trillion yuan ($488 billion)” [2] “$488 billion”\n"
        "target  上海      technology hub                         by 2025  Wu Qing  [1, 2] “GDP”"
    )
    assert merged_to_table([]) == "0 articles"
    assert merged_to_table([ARTICLE]).startswith("1 article\n")


def test_mentions_are_told_in_text_order() -> None:
    text = "By 2018 it held 8 to 10 percent."
    by = PeriodMention(
        span=Span(0, 7),
        bare=Span(3, 7),
        first=0,
        last=2,
        kind=TimeKind.DATE,
        timex="2018",
        period=Period.parse("../2018"),
        relation=Relation.BY,
    )
    share = QuantityMention(span=Span(16, 31), first=4, last=8, number=Span(16, 23), quantity=Quantity.parse("8..10 %"))

    assert mentions_to_table([by, share], text) == (
        "at     kind      words            value      covers   as\n"
        "0-7    date      By 2018          2018       by 2018  by\n"
        "16-31  quantity  8 to 10 percent  8 to 10 %  [8, 10]"
    )
