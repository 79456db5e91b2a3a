"""Articles, evidence, spans and records: what holds of them and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanghai_tech import (
    Article,
    Evidence,
    Form,
    Initiative,
    InitiativeKind,
    InvalidValue,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Quantity,
    Span,
    Status,
)
from shanghai_tech.model import record_id

TEXT = "Patents rose to 47.5."
ARTICLE = Article(id="a", text=TEXT)
CITED = ARTICLE.cite(Span(16, 20), rule="L1")
GROUNDLESS = "evidence: (); expected at least one piece: no record without evidence"


def test_evidence_is_a_stretch_of_its_article() -> None:
    cited = ARTICLE.cite(Span(16, 20), rule="L1")

    assert cited == Evidence(article="a", start=16, end=20, quote="47.5", rule="L1")
    assert cited.span.slice(TEXT) == cited.quote


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 0, ""), (0, 3, "ab"), (5, 2, "abc")])
def test_evidence_whose_offsets_do_not_fit_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Evidence(article="a", start=start, end=end, quote=quote, rule="L1")

    assert str(refused.value) == (
        f"invalid evidence: ({start}, {end}, {quote!r}); expected offsets as far apart as the quote is long"
    )


def test_the_digest_is_that_of_the_text_in_utf_8() -> None:
    assert Article(id="a", text="").digest == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Article(id="b", text="\ud800").digest != Article(id="b", text="?").digest


def test_a_date_is_told_with_how_it_is_known() -> None:
    with pytest.raises(InvalidValue) as refused:
        Article(id="a", text=TEXT, published=Period.parse("2019"))

    assert str(refused.value) == (
        "invalid published_how: None; expected stated or inferred with a date, and only with one"
    )


def test_no_record_stands_without_evidence_or_a_name() -> None:
    with pytest.raises(InvalidValue) as groundless:
        Metric(id="m", indicator="i", label="l", subject=None, quantity=Quantity.parse("1"), evidence=())
    with pytest.raises(InvalidValue) as nameless:
        Metric(id="m", indicator="i", label="", subject=None, quantity=Quantity.parse("1"), evidence=(CITED,))

    assert str(groundless.value) == f"invalid {GROUNDLESS}"
    assert str(nameless.value) == "invalid label: ''; expected words that name the indicator"


def test_no_body_or_undertaking_stands_without_evidence_or_a_name() -> None:
    pier, done = InitiativeKind.FACILITY, Status.COMPLETED
    refusals: list[tuple[Callable[[], object], str]] = [
        (lambda: Organization(id="o", name="Harbour", evidence=()), GROUNDLESS),
        (lambda: Organization(id="o", name="", evidence=(CITED,)), "name: ''; expected the name of the organization"),
        (lambda: Person(name=""), "name: ''; expected the name of a person"),
        (lambda: Initiative(id="i", name="pier", kind=pier, status=done, evidence=()), GROUNDLESS),
        (
            lambda: Initiative(id="i", name="", kind=pier, status=done, evidence=(CITED,)),
            "name: ''; expected a name or a noun phrase",
        ),
    ]
    for made, message in refusals:
        with pytest.raises(InvalidValue) as refused:
            made()
        assert str(refused.value) == f"invalid {message}"


def test_an_organization_has_all_its_names_and_is_other_where_nothing_tells_its_kind() -> None:
    organization = Organization(id="o", name="Harbour Robotics Ltd", aliases=("Harbour", "HRL"), evidence=(CITED,))

    assert organization.names == ("Harbour Robotics Ltd", "Harbour", "HRL")
    assert organization.kind is OrganizationKind.OTHER


def test_a_record_is_a_value() -> None:
    one, other = (
        Metric(
            id="m",
            indicator="patents",
            label="patents",
            subject=None,
            form=Form.LEVEL,
            quantity=Quantity.parse("47.5"),
            evidence=(CITED,),
        )
        for _ in range(2)
    )

    assert one == other
    assert len({one, other}) == 1


def test_ids_tell_their_parts_apart() -> None:
    assert record_id("metric", "a", "bc") == record_id("metric", "a", "bc")
    assert record_id("metric", "a", "bc") != record_id("metric", "ab", "c")


def test_spans_are_half_open() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(1, 2).within(Span(0, 2))
    assert Span(0, 1).to(Span(4, 5)) == Span(0, 5)
    assert len(Span(2, 5)) == 3
    with pytest.raises(InvalidValue) as refused:
        Span(3, 2)
    assert str(refused.value) == "invalid span: (3, 2); expected 0 <= start <= end"
