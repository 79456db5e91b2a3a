"""The exchange shape: what it looks like, and what is refused with which words. That it loses nothing is a law."""

from __future__ import annotations

from typing import Any, Final

import pytest

from shanghai_tech import (
    Article,
    Initiative,
    InitiativeKind,
    InvalidRecord,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Quantity,
    Record,
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
    people=(Person(name="Ada Wu", role="chairwoman"), Person(name="Bo Li")),
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
        ("people", [{"name": "Ada Wu", "role": "chairwoman"}, {"name": "Bo Li", "role": None}]),
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


FIELDS: Final = (
    "id, article, indicator, label, subject, quantity, restated, form, base, period, initiative, speaker, "
    "speaks_for, evidence"
)
REFUSED: Final[list[tuple[dict[str, Any], str]]] = [
    ({"record": "rumour"}, "$.record: 'rumour'; expected one of article, organization, initiative, metric, target"),
    ({"id": 7}, "$.id: 7; expected a string"),
    ({"id": True}, "$.id: True; expected a string"),
    ({"subject": 3.5}, "$.subject: 3.5; expected a string"),
    ({"form": "shape"}, "$.form: 'shape'; expected one of level, share, growth, multiple, rank"),
    ({"label": ""}, "$: ''; expected words that name the indicator"),
    ({"mood": "good"}, f"$: 'mood'; expected no fields but {FIELDS}"),
    ({"article": "b"}, "$.article: 'b'; expected 'a-town', which the rest of the record tells"),
    ({"quantity": None}, "$.quantity: None; expected an object"),
    ({"quantity": {"unit": "CNY"}}, "$.quantity.value: None; expected a value"),
    ({"quantity": {"value": 5, "unit": "CNY"}}, "$.quantity.value: 5; expected a string"),
    (
        {"quantity": {"value": "5 million", "unit": "CNY"}},
        "$.quantity.value: '5 million'; expected digits such as 3270000, 47.5, 3.27E+12 or 1/3",
    ),
    (
        {"quantity": {"value": "5", "unit": "{}"}},
        "$.quantity.unit: '{}'; expected a code such as CNY, m2, % or a noun in braces",
    ),
    (
        {"quantity": {"value": "5", "unit": "CNY", "bound": "maybe"}},
        "$.quantity.bound: 'maybe'; expected one of exactly, about, over, at-least, under, at-most, between",
    ),
    (
        {"quantity": {"value": "123", "unit": "CNY", "step": "100"}},
        "$.quantity.step: '100'; expected at most the weight of the last digit of 123",
    ),
    (
        {"quantity": {"value": "300", "unit": "CNY", "step": "50"}},
        "$.quantity.step: '50'; expected null, or a power of ten beside a decimal number",
    ),
    (
        {"quantity": {"value": "5", "upper": "3", "bound": "between", "unit": "1"}},
        "$.quantity: Decimal('3'); expected at least the value 5",
    ),
    ({"restated": {}}, "$.restated: {}; expected a list"),
    ({"restated": "CNY"}, "$.restated: 'CNY'; expected a list"),
    ({"restated": [GDP["quantity"], 5]}, "$.restated[1]: 5; expected an object"),
    ({"period": "2018"}, "$.period: '2018'; expected an object"),
    (
        {"period": {"start": "2018-02-30", "end": None}},
        "$.period.start: '2018-02-30'; expected a day such as 2019-05-07",
    ),
    ({"period": {"start": "20180101", "end": None}}, "$.period.start: '20180101'; expected a day such as 2019-05-07"),
    ({"period": {"start": None, "end": None}}, "$.period: (None, None); expected a first or a last day"),
    ({"due": None}, f"$: 'due'; expected no fields but {FIELDS}"),
    ({"evidence": []}, "$: (); expected at least one piece: no record without evidence"),
    ({"evidence": [{**GDP["evidence"][0], "start": True}]}, "$.evidence[0].start: True; expected a whole number"),
    (
        {"evidence": [{**GDP["evidence"][0], "quote": "3"}]},
        "$.evidence[0]: (8, 41, '3'); expected offsets as far apart as the quote is long",
    ),
]


@pytest.mark.parametrize(("changed", "message"), REFUSED)
def test_what_is_no_record_is_refused_with_the_path_to_it(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRecord) as refused:
        from_data({**GDP, **changed})

    assert str(refused.value) == f"invalid record at {message}"


BODY: Final = "id, article, name, aliases, kind, people, evidence"
UNDERTAKING: Final = "id, article, name, kind, status, participants, place, period, evidence"


@pytest.mark.parametrize(
    ("record", "changed", "message"),
    [
        (ORGANIZATION, {"name": ""}, "$: ''; expected the name of the organization"),
        (ORGANIZATION, {"aliases": "Harbour"}, "$.aliases: 'Harbour'; expected a list"),
        (
            ORGANIZATION,
            {"kind": "club"},
            f"$.kind: 'club'; expected one of {', '.join(k.value for k in OrganizationKind)}",
        ),
        (ORGANIZATION, {"people": ["Ada Wu"]}, "$.people[0]: 'Ada Wu'; expected an object"),
        (ORGANIZATION, {"people": [{"name": ""}]}, "$.people[0]: ''; expected the name of a person"),
        (
            ORGANIZATION,
            {"people": [{"name": "Ada", "age": 40}]},
            "$.people[0]: 'age'; expected no fields but name, role",
        ),
        (ORGANIZATION, {"status": "planned"}, f"$: 'status'; expected no fields but {BODY}"),
        (INITIATIVE, {"name": ""}, "$: ''; expected a name or a noun phrase"),
        (INITIATIVE, {"kind": None}, f"$.kind: None; expected one of {', '.join(k.value for k in InitiativeKind)}"),
        (INITIATIVE, {"status": "over"}, "$.status: 'over'; expected one of planned, announced, underway, completed"),
        (INITIATIVE, {"participants": [None]}, "$.participants[0]: None; expected a string"),
        (INITIATIVE, {"due": None}, f"$: 'due'; expected no fields but {UNDERTAKING}"),
        (INITIATIVE, {"evidence": []}, "$: (); expected at least one piece: no record without evidence"),
    ],
)
def test_a_body_or_an_undertaking_that_is_none_is_refused(
    record: Record, changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidRecord) as refused:
        from_data({**to_data(record), **changed})

    assert str(refused.value) == f"invalid record at {message}"


@pytest.mark.parametrize("data", [None, 5, "metric", ["record", "metric"]])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(InvalidRecord) as refused:
        from_data(data)

    assert str(refused.value) == f"invalid record at $: {data!r}; expected an object"


def test_a_text_that_was_changed_does_not_fit_its_digest() -> None:
    with pytest.raises(InvalidRecord) as refused:
        from_data({**to_data(ARTICLE), "text": "GDP was 4.27 trillion yuan"})

    assert refused.value.path == "$.digest"


def test_reading_back_keeps_the_precision_that_was_written() -> None:
    fine, coarse = Quantity.parse("1.50 %"), Quantity.parse("3E+6 {person}")

    for quantity in (fine, coarse):
        told: dict[str, object] = {**GDP, "quantity": to_data(quantity), "restated": []}
        back = from_data(told)
        assert isinstance(back, Metric)
        assert back.quantity.step == quantity.step
