"""The exchange shape: what it looks like. That it loses nothing is a law."""

from __future__ import annotations

from typing import Any, Final

from shanghai_tech import (
    Article,
    Initiative,
    InitiativeKind,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Quantity,
    Span,
    Status,
    Target,
    from_data,
    to_data,
)

TEXT: Final = "GDP was 3.27 trillion yuan ($488 billion) in 2018"
ARTICLE: Final = Article(
    id="a-town",
    text=TEXT,
    title="A town",
    published=Period.parse("2019-05-07|2019-07-05"),
    published_how="stated",
    published_why="05/07 2019 read month first",
)
METRIC: Final = Metric(
    id="metric-1",
    indicator="gdp",
    label="GDP",
    subject="Shanghai",
    quantity=Quantity.parse("3.27E+12 CNY"),
    restated=(Quantity.parse("4.88E+11 USD"),),
    period=Period.parse("2018"),
    evidence=(ARTICLE.cite(Span(8, 41), rule="L1"),),
)
TARGET: Final = Target(
    id="target-1",
    indicator="share_of_output",
    label="share of output",
    subject=None,
    due=Period.parse("../2025"),
    evidence=(ARTICLE.cite(Span(0, 3), rule="A1"),),
)
ORGANIZATION: Final = Organization(
    id="organization-1",
    name="Harbour Robotics Ltd",
    aliases=("Harbour",),
    kind=OrganizationKind.COMPANY,
    people=(Person(name="Ann Lee", role="chairwoman"), Person(name="Bo Li")),
    evidence=(ARTICLE.cite(Span(0, 3), rule="E2"),),
)
INITIATIVE: Final = Initiative(
    id="initiative-1",
    name="Harbour pier",
    kind=InitiativeKind.FACILITY,
    status=Status.ANNOUNCED,
    participants=("Harbour Robotics Ltd",),
    period=Period.parse("2018"),
    evidence=(ARTICLE.cite(Span(0, 3), rule="E2"),),
)
GDP: Final[dict[str, Any]] = {
    "record": "metric",
    "id": "metric-1",
    "article": "a-town",
    "indicator": "gdp",
    "label": "GDP",
    "subject": "Shanghai",
    "quantity": {
        "value": "3270000000000",
        "step": "10000000000",
        "upper": None,
        "upper_step": None,
        "bound": "exactly",
        "unit": "CNY",
        "words": "",
    },
    "restated": [
        {
            "value": "488000000000",
            "step": "1000000000",
            "upper": None,
            "upper_step": None,
            "bound": "exactly",
            "unit": "USD",
            "words": "",
        }
    ],
    "form": "level",
    "base": None,
    "period": {"start": "2018-01-01", "end": "2018-12-31", "precision": "year", "candidates": []},
    "initiative": None,
    "speaker": None,
    "speaks_for": None,
    "evidence": [
        {"article": "a-town", "start": 8, "end": 41, "quote": "3.27 trillion yuan ($488 billion)", "rule": "L1"}
    ],
}


def test_a_metric_is_written_field_by_field() -> None:
    data = to_data(METRIC)

    assert data == GDP
    assert list(data) == list(GDP)


def test_a_target_tells_what_it_does_not_know_by_null() -> None:
    assert to_data(TARGET) == {
        "record": "target",
        "id": "target-1",
        "article": "a-town",
        "indicator": "share_of_output",
        "label": "share of output",
        "subject": None,
        "quantity": None,
        "restated": [],
        "form": "level",
        "base": None,
        "due": {"start": None, "end": "2025-12-31", "precision": "year", "candidates": []},
        "initiative": None,
        "speaker": None,
        "speaks_for": None,
        "evidence": [{"article": "a-town", "start": 0, "end": 3, "quote": "GDP", "rule": "A1"}],
    }


def test_an_organization_is_written_with_its_people() -> None:
    assert list(to_data(ORGANIZATION).items()) == [
        ("record", "organization"),
        ("id", "organization-1"),
        ("article", "a-town"),
        ("name", "Harbour Robotics Ltd"),
        ("aliases", ["Harbour"]),
        ("kind", "company"),
        ("people", [{"name": "Ann Lee", "role": "chairwoman"}, {"name": "Bo Li", "role": None}]),
        ("evidence", [{"article": "a-town", "start": 0, "end": 3, "quote": "GDP", "rule": "E2"}]),
    ]


def test_an_initiative_is_written_with_its_status_and_participants() -> None:
    assert list(to_data(INITIATIVE).items()) == [
        ("record", "initiative"),
        ("id", "initiative-1"),
        ("article", "a-town"),
        ("name", "Harbour pier"),
        ("kind", "facility"),
        ("status", "announced"),
        ("participants", ["Harbour Robotics Ltd"]),
        ("place", None),
        ("period", {"start": "2018-01-01", "end": "2018-12-31", "precision": "year", "candidates": []}),
        ("evidence", [{"article": "a-town", "start": 0, "end": 3, "quote": "GDP", "rule": "E2"}]),
    ]


def test_an_article_keeps_the_readings_of_its_date_and_the_digest_of_its_text() -> None:
    may: dict[str, object] = {"start": "2019-05-07", "end": "2019-05-07", "precision": "day", "candidates": []}
    july: dict[str, object] = {"start": "2019-07-05", "end": "2019-07-05", "precision": "day", "candidates": []}

    assert to_data(ARTICLE) == {
        "record": "article",
        "id": "a-town",
        "title": "A town",
        "publisher": None,
        "authors": [],
        "published": {**may, "candidates": [may, july]},
        "published_how": "stated",
        "published_why": "05/07 2019 read month first",
        "dated_by": [],
        "digest": "d487f5594eee115314dba55a40c32669705015015482eae8f80a09d242f80460",
        "text": TEXT,
    }


def test_what_has_a_default_may_be_left_out() -> None:
    told = {name: GDP[name] for name in ("record", "id", "indicator", "label", "subject", "evidence")}

    assert from_data({**told, "quantity": {"value": "3270000000000", "unit": "CNY"}}) == Metric(
        id="metric-1",
        indicator="gdp",
        label="GDP",
        subject="Shanghai",
        quantity=Quantity.parse("3270000000000 CNY"),
        evidence=METRIC.evidence,
    )


def test_reading_back_keeps_the_precision_that_was_written() -> None:
    fine, coarse = Quantity.parse("1.50 %"), Quantity.parse("3E+6 {person}")

    for quantity in (fine, coarse):
        told: dict[str, object] = {**GDP, "quantity": to_data(quantity), "restated": []}
        back = from_data(told)
        assert isinstance(back, Metric)
        assert back.quantity.step == quantity.step
