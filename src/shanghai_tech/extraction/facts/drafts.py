"""Facts before they are records, and the same fact told twice made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.grammar.wording import EMPTY_WORDS
from shanghai_tech.model import Article, Bound, Form, Metric, Period, Quantity, Span, Target, record_id
from shanghai_tech.model.unit import ONE

_Key: TypeAlias = tuple[object, ...]

#: How many drafts of one figure and subject another is compared with: the last ones.
_COMPARED: Final = 8
#: From here on a count in a headline is told by its number, whatever it is called.
_LARGE: Final = 50
_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY: Final = EMPTY_WORDS | {"new"}


@frozen(kw_only=True)
class Draft:
    """One telling of a fact; `spans` are where, `rules` which rules read it.

    `entity` is whom it is about, and `named` tells whether its own sentence names them.
    """

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
    named: bool = False


@lru_cache(maxsize=1024)
def content(words: str) -> frozenset[str]:
    """The words that carry meaning, in lower case and without a plural s."""
    return frozenset(word.lower().rstrip("s") for word in _WORD.findall(words) if word.lower() not in _EMPTY)


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """One draft for each fact, in the order first told; an aim told only in a headline is left to the body."""
    index = _Index()
    for draft in drafts:
        index.add(draft)
    return tuple(draft for draft in index.drafts() if draft.quantity is not None or not draft.headline)


@frozen(kw_only=True)
class _Index:
    """The drafts kept so far, by what must be equal for another to be the same fact.

    `figures` has the first of each figure; `headlines` the one that only a headline tells so far, which any telling of
    its figure joins; `alike` those of one figure (or aim) and subject, of which the last few are compared.
    """

    kept: list[Draft] = field(factory=list[Draft])
    spans: list[set[Span]] = field(factory=list[set[Span]])
    figures: dict[_Key, int] = field(factory=dict[_Key, int])
    headlines: dict[_Key, int] = field(factory=dict[_Key, int])
    alike: dict[_Key, list[int]] = field(factory=dict[_Key, list[int]])

    def add(self, draft: Draft) -> None:
        """Join a draft to the first that tells the same, or keep it as a fact of its own."""
        figure = _figure(draft)
        at = next((at for at in self._candidates(draft, figure) if is_same(self.kept[at], draft)), None)
        if at is None:
            at = len(self.kept)
            self.kept.append(draft)
            self.spans.append(set(draft.spans))
            self._file(draft, figure, at)
            return
        other = self.kept[at]
        self.kept[at] = joined(other, draft)
        self.spans[at].update(draft.spans)
        if other.headline and not draft.headline and draft.quantity is not None:
            del self.headlines[_round(draft.quantity)]
            self._file(draft, figure, at)

    def _candidates(self, draft: Draft, figure: _Key) -> list[int]:
        if draft.quantity is None:
            return self.alike.get(_subject(draft, figure), [])[-_COMPARED:]
        told = _round(draft.quantity)
        if draft.headline:
            return [self.figures[told]] if told in self.figures else []
        found = self.alike.get(_subject(draft, figure), [])[-_COMPARED:]
        return sorted([*found, self.headlines[told]]) if told in self.headlines else found

    def _file(self, draft: Draft, figure: _Key, at: int) -> None:
        if draft.quantity is not None:
            self.figures.setdefault(_round(draft.quantity), at)
        if draft.headline and draft.quantity is not None:
            self.headlines[_round(draft.quantity)] = at
        else:
            self.alike.setdefault(_subject(draft, figure), []).append(at)

    def drafts(self) -> Iterator[Draft]:
        """The facts in the order first told, each with all its spans."""
        for draft, spans in zip(self.kept, self.spans, strict=True):
            is_joined = len(spans) > len(draft.spans)
            yield evolve(draft, spans=tuple(sorted(spans, key=_place))) if is_joined else draft


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _figure(draft: Draft) -> _Key:
    return (draft.form, *_plain(draft.quantity)) if draft.quantity is not None else (draft.form,)


def _subject(draft: Draft, figure: _Key) -> _Key:
    return (draft.target, draft.subject, *figure)


def is_same(one: Draft, two: Draft) -> bool:
    """Whether two drafts tell one fact; a headline leaves out too much to be held to more than the figure."""
    if (one.headline or two.headline) and one.quantity is not None and two.quantity is not None:
        return _round(one.quantity) == _round(two.quantity)
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


def _round(quantity: Quantity) -> _Key:
    """A figure as a headline may tell it: without its bound, and large counts of anything by their number alone."""
    unit = quantity.unit
    kind = "" if (unit.is_count or unit == ONE) and abs(Fraction(quantity.value)) >= _LARGE else _last_word(str(unit))
    return (quantity.value + 0, quantity.upper, kind)


def _last_word(unit: str) -> str:
    return unit.rpartition(" ")[2].strip("{}")


def joined(one: Draft, two: Draft) -> Draft:
    """What both tell, but for the spans: from the first, and from the second what the first leaves out."""
    first, second = (two, one) if one.headline and not two.headline else (one, two)
    return evolve(
        first,
        restated=first.restated or second.restated,
        period=first.period if first.period is not None else second.period,
        speaker=first.speaker if first.speaker is not None else second.speaker,
        base=first.base if first.base is not None else second.base,
    )


def record_of(draft: Draft, article: Article, *, digest: str, speaks_for: str | None = None) -> Metric | Target:
    """The record of a draft, with its evidence.

    `digest` is that of the article, made once for all its records; `speaks_for` is whom its speaker speaks for.
    """
    rule = "+".join(dict.fromkeys(draft.rules))
    evidence = tuple(article.cite(span, rule=rule) for span in draft.spans)
    kind = "target" if draft.target else "metric"
    made = record_id(kind, digest, draft.spans[0].start, draft.spans[0].end, draft.indicator)
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
            speaks_for=speaks_for,
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
        speaks_for=speaks_for,
        evidence=evidence,
    )
