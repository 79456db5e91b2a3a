"""Facts before they are records, and the same fact told twice made one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.model import Article, Bound, Form, Metric, Period, Quantity, Record, Span, Target, record_id

_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "and",
        "or",
        "to",
        "with",
        "by",
        "at",
        "its",
        "their",
        "as",
        "from",
        "new",
    }
)


@frozen(kw_only=True)
class Draft:
    """One telling of a fact; `spans` are where, `rules` which rules read it, `entity` whom its own sentence names."""

    target: bool
    label: str
    indicator: str
    quantity: Quantity | None
    restated: tuple[Quantity, ...] = ()
    form: Form
    subject: str | None
    base: str | None = None
    period: Period | None
    speaker: str | None
    spans: tuple[Span, ...]
    rules: tuple[str, ...]
    headline: bool = False
    paragraph: int = -1
    entity: Entity | None = None


def content(words: str) -> frozenset[str]:
    """The words that carry meaning, in lower case and without a plural s."""
    return frozenset(word.lower().rstrip("s") for word in _WORD.findall(words) if word.lower() not in _EMPTY)


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """One draft for each fact, in the order first told; an aim told only in a headline is left to the body."""
    kept: list[Draft] = []
    for draft in drafts:
        for at, other in enumerate(kept):
            if _same(other, draft):
                kept[at] = _joined(other, draft)
                break
        else:
            kept.append(draft)
    return tuple(draft for draft in kept if draft.quantity is not None or not draft.headline)


def _same(one: Draft, two: Draft) -> bool:
    if (one.headline or two.headline) and one.quantity is not None and two.quantity is not None:
        return _plain(one.quantity) == _plain(two.quantity) and one.form is two.form
    if one.target is not two.target or one.form is not two.form or one.subject != two.subject:
        return False
    if one.period != two.period and one.period is not None and two.period is not None:
        return False
    ours, theirs = content(one.label), content(two.label)
    shared = len(ours & theirs)
    if one.quantity is None or two.quantity is None:
        return one.quantity is two.quantity and shared >= 2 and 2 * shared >= min(len(ours), len(theirs))
    if one.quantity.bound is Bound.ABOUT and one.quantity != two.quantity:
        return False
    equal = one.quantity == two.quantity or (_plain(one.quantity) == _plain(two.quantity))
    return equal and shared > 0


def _plain(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.value + 0, quantity.upper, quantity.bound, _last_word(str(quantity.unit)))


def _last_word(unit: str) -> str:
    return unit.rpartition(" ")[2].strip("{}")


def _joined(one: Draft, two: Draft) -> Draft:
    """What both tell: from the first, and from the second what the first leaves out."""
    first, second = (two, one) if one.headline and not two.headline else (one, two)
    return evolve(
        first,
        restated=first.restated or second.restated,
        period=first.period if first.period is not None else second.period,
        speaker=first.speaker if first.speaker is not None else second.speaker,
        base=first.base if first.base is not None else second.base,
        spans=tuple(sorted({*one.spans, *two.spans})),
    )


def record_of(draft: Draft, article: Article) -> Record:
    """The record of a draft, with its evidence."""
    rule = "+".join(dict.fromkeys(draft.rules))
    evidence = tuple(article.cite(span, rule=rule) for span in draft.spans)
    kind = "target" if draft.target else "metric"
    made = record_id(kind, article.digest, draft.spans[0].start, draft.spans[0].end, draft.indicator)
    if draft.target:
        return Target(
            id=made,
            indicator=draft.indicator,
            label=draft.label,
            subject=draft.subject,
            quantity=draft.quantity,
            restated=draft.restated,
            form=draft.form,
            base=draft.base,
            due=draft.period,
            speaker=draft.speaker,
            evidence=evidence,
        )
    if draft.quantity is None:
        raise AssertionError("a metric has a quantity")
    return Metric(
        id=made,
        indicator=draft.indicator,
        label=draft.label,
        subject=draft.subject,
        quantity=draft.quantity,
        restated=draft.restated,
        form=draft.form,
        base=draft.base,
        period=draft.period,
        speaker=draft.speaker,
        evidence=evidence,
    )
