"""The exchange shape: what is no record, and with which words it is refused."""

from __future__ import annotations

from typing import Any, Final

import pytest

from shanghai_tech import InitiativeKind, InvalidRecord, OrganizationKind, Record, from_data, to_data
from tests.test_codec import ARTICLE, GDP, INITIATIVE, ORGANIZATION

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
        (ORGANIZATION, {"people": ["Ann Lee"]}, "$.people[0]: 'Ann Lee'; expected an object"),
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
