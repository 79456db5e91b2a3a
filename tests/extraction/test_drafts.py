"""The same fact told twice: one draft for both, found by an index as by comparing each with each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Bound, Form, Period, Quantity, Span, Unit
from shanghai_tech.extraction.facts.drafts import Draft, is_same, joined, merged

PERCENT: Final = Quantity(value=Decimal(5), unit=Unit.of("%"))
#: Figures that differ in one part each, and two that are written differently and are equal.
FIGURES: Final = (
    PERCENT,
    evolve(PERCENT, value=Decimal("5.0")),
    evolve(PERCENT, bound=Bound.OVER),
    evolve(PERCENT, bound=Bound.ABOUT),
    Quantity(value=Decimal(5), unit=Unit.counted("tech startup")),
    Quantity(value=Decimal(5), unit=Unit.counted("startup")),
    None,
)
#: A run of alike drafts is never longer than what the index compares with.
MOST: Final = 8


def told(label: str, quantity: Quantity | None = PERCENT, *, at: int = 0, **others: Any) -> Draft:  # noqa: ANN401  fields of a draft
    draft = Draft(
        target=quantity is None,
        label=label,
        indicator="growth",
        quantity=quantity,
        form=Form.LEVEL,
        subject="Foo",
        period=None,
        speaker=None,
        spans=(Span(at, at + 1),),
        rules=("L1",),
    )
    return evolve(draft, **others)


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    def one(at: int) -> Draft:
        return told(
            draw(st.sampled_from(["growth of sales", "sales growth", "exports", "exports of the city"])),
            draw(st.sampled_from(FIGURES)),
            at=at,
            target=draw(st.booleans()),
            form=draw(st.sampled_from([Form.LEVEL, Form.RANK])),
            subject=draw(st.sampled_from(["Foo", None])),
            period=draw(st.sampled_from([None, Period.parse("2018"), Period.parse("2019")])),
            speaker=draw(st.sampled_from([None, "Ann Lee"])),
            headline=draw(st.booleans()),
        )

    return [one(at) for at in range(draw(st.integers(0, MOST)))]


def each_with_each(found: Sequence[Draft]) -> tuple[Draft, ...]:
    """What merging means: each draft joins the first kept one that tells the same."""
    kept: list[Draft] = []
    for draft in found:
        at = next((at for at, other in enumerate(kept) if is_same(other, draft)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = evolve(joined(kept[at], draft), spans=tuple(sorted({*kept[at].spans, *draft.spans})))
    return tuple(draft for draft in kept if draft.quantity is not None or not draft.headline)


@given(drafts())
def test_the_index_finds_what_comparing_each_with_each_finds(found: list[Draft]) -> None:
    assert merged(found) == each_with_each(found)


@given(drafts())
def test_every_place_is_kept_once_and_in_order(found: list[Draft]) -> None:
    body = [draft for draft in found if draft.quantity is not None]
    spans = [span for draft in merged(body) for span in draft.spans]

    assert sorted(spans) == sorted(draft.spans[0] for draft in body)
    assert all(draft.spans == tuple(sorted(draft.spans)) for draft in merged(found))


def test_a_headline_joins_its_figure_whatever_the_subject_and_period() -> None:
    headline = told("sales", headline=True, subject="Bar", period=Period.parse("2018"))
    (only,) = merged([headline, told("exports", at=5, period=Period.parse("2019"))])

    assert (only.label, only.subject, str(only.period), only.headline) == ("exports", "Foo", "2019", False)
    assert only.spans == (Span(0, 1), Span(5, 6))


def test_one_figure_of_many_subjects_is_many_facts_and_is_found_again() -> None:
    many = [told("sales", at=at, subject=f"Foo {at}") for at in range(100)]

    assert merged([*many, told("sales", at=500, subject="Foo 0")])[0].spans == (Span(0, 1), Span(500, 501))
    assert len(merged(many)) == 100


def test_only_the_last_few_of_one_figure_and_subject_are_compared() -> None:
    years = [told("sales", at=year, period=Period.parse(str(year))) for year in range(1900, 1950)]
    again = told("sales", at=3000, period=Period.parse("1949"))

    assert merged([*years, again])[-1].spans == (Span(1949, 1950), Span(3000, 3001))
    assert len(merged(years)) == 50
