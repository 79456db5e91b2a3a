"""Initiatives before they are records, and the same one told twice made one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.grammar.wording import EMPTY_WORDS
from shanghai_tech.model import Article, Initiative, InitiativeKind, Period, Span, Status, record_id

#: How many drafts back another telling of the same is looked for.
_COMPARED: Final = 24
_WORD: Final = re.compile(r"[^\W_]+")
#: "The plan" may take up a strategy.
_PAPERS: Final = frozenset({InitiativeKind.PLAN})
#: What is that of the place which the text is about, where nobody is named for it.
_LOCAL: Final = frozenset(
    {InitiativeKind.PROGRAM, InitiativeKind.FACILITY, InitiativeKind.DEPLOYMENT, InitiativeKind.INVESTMENT}
)
#: Nouns that may point back to whatever has a name and is planned, built or run.
_ANY_NOUN: Final = frozenset({"project", "scheme", "site"})
_BUILT: Final = frozenset(
    {
        *(InitiativeKind.FACILITY, InitiativeKind.ZONE, InitiativeKind.PROGRAM),
        *(InitiativeKind.PLAN, InitiativeKind.DEPLOYMENT),
    }
)
#: Kinds that one undertaking may be told as.
_ALIKE: Final = (
    frozenset({InitiativeKind.PLAN, InitiativeKind.POLICY, InitiativeKind.PROGRAM}),
    frozenset({InitiativeKind.FACILITY, InitiativeKind.ZONE, InitiativeKind.INVESTMENT, InitiativeKind.DEPLOYMENT}),
    frozenset({InitiativeKind.PRODUCT, InitiativeKind.DEPLOYMENT}),
)


@frozen(kw_only=True)
class Draft:
    """One telling of an initiative; `noun` is what it is called, `own` whether by a name of its own.

    `points_back` tells that it only takes up what was told before ("the plan"), `definite` that it may. `act` tells
    that the act itself is the undertaking, so that who takes part and not the words make it the same.
    """

    name: str
    noun: str
    kind: InitiativeKind
    status: Status
    participants: tuple[str, ...] = ()
    place: str | None = None
    period: Period | None = None
    spans: tuple[Span, ...]
    rule: str
    own: bool = False
    act: bool = False
    points_back: bool = False
    definite: bool = False
    headline: bool = False


def of_place(drafts: Iterable[Draft], place: str | None) -> tuple[Draft, ...]:
    """The drafts, those of something local that nobody is named for as undertakings of a place."""
    return tuple(
        evolve(draft, participants=(place,)) if place and _is_nobodys(draft) and place != draft.name else draft
        for draft in drafts
    )


def _is_nobodys(draft: Draft) -> bool:
    return not draft.participants and draft.kind in _LOCAL and draft.rule != "D3"


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """One draft for each initiative, in the order first told; a headline alone and what points at nothing tell none."""
    kept: list[Draft] = []
    spans: list[set[Span]] = []  # gathered apart, so that what is told a thousand times is not copied a thousand times
    for draft in drafts:
        near = range(len(kept) - 1, max(-1, len(kept) - 1 - _COMPARED), -1)
        at = next((at for at in near if _is_same(kept[at], draft)), None)
        if at is not None:
            kept[at] = _joined(kept[at], draft)
            spans[at].update(draft.spans)
        elif not draft.points_back or (draft.kind is InitiativeKind.PLAN and " " in draft.noun):
            kept.append(draft)
            spans.append(set(draft.spans))
    gathered = zip(kept, spans, strict=True)
    return tuple(evolve(draft, spans=_widest(at)) for draft, at in gathered if not draft.headline)


def _widest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, without those that lie within another."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.end > found[-1].end:
            found.append(span)
    return tuple(found)


def _is_same(one: Draft, two: Draft) -> bool:
    """Whether two drafts tell one initiative; `two` is told later."""
    if (one.name, one.kind, one.participants, one.period) == (two.name, two.kind, two.participants, two.period):
        return True
    if one.own and two.own:
        return one.name == two.name
    return _takes_up(two, one) if two.points_back else _takes_up(two, one) or (_may_be(one, two) and _fit(one, two))


def _takes_up(two: Draft, one: Draft) -> bool:
    """Whether a draft points back at another: "the plan" at a strategy, "the district" at Oulu Digital District."""
    if two.points_back and two.noun in _ANY_NOUN and one.own:
        return one.kind in _BUILT
    if two.points_back:
        return one.noun.split()[-1:] == two.noun.split()[-1:] or {one.kind, two.kind} <= _PAPERS
    return two.definite and one.own and one.name.lower().endswith(f" {two.noun}")


def _may_be(one: Draft, two: Draft) -> bool:
    """Whether kind, participants and period leave it open that two drafts are one."""
    if one.kind is not two.kind and not any({one.kind, two.kind} <= kinds for kinds in _ALIKE):
        return False
    if one.participants and two.participants and not set(one.participants) & set(two.participants):
        return False
    return one.period is None or two.period is None or one.period.overlaps(two.period)


def _fit(one: Draft, two: Draft) -> bool:
    """Whether two drafts that may be one are: deals by who takes part, all else by the words."""
    shared = set(one.participants) & set(two.participants)
    if one.kind is two.kind is InitiativeKind.LISTING:
        return bool(shared)
    if one.act and two.act and one.noun != two.noun:
        return False
    if one.act or two.act or one.kind is InitiativeKind.PARTNERSHIP:
        return one.kind is two.kind and bool(shared) and _as_many(one, two)
    ours, theirs = _content(one), _content(two)
    wider = (one.own or not two.own) and theirs <= ours  # a name of its own holds all words of the other
    return bool(ours & theirs) and (wider or ((two.own or not one.own) and ours <= theirs))


def _as_many(one: Draft, two: Draft) -> bool:
    """Whether the parties of one deal are among those of the other."""
    ours, theirs = set(one.participants), set(two.participants)
    return ours <= theirs or theirs <= ours


def _content(draft: Draft) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(draft.name))
    return frozenset(word.rstrip("s") for word in words if word not in EMPTY_WORDS)


def _joined(one: Draft, two: Draft) -> Draft:
    """What both tell but for the spans: from the first in the body, and from the other what that leaves out."""
    first, second = (two, one) if one.headline and not two.headline and not two.points_back else (one, two)
    return evolve(
        first,
        name=second.name if second.own and not first.own else first.name,
        own=first.own or second.own,
        participants=tuple(dict.fromkeys((*first.participants, *second.participants))),
        place=first.place or second.place,
        status=first.status if first.period is not None or second.period is None else second.status,
        period=first.period if first.period is not None else second.period,
        headline=one.headline and (two.headline or two.points_back),
    )


def record_of(draft: Draft, article: Article, *, digest: str) -> Initiative:
    """The record of a draft, with its evidence; `digest` is that of the article."""
    first = draft.spans[0]
    return Initiative(
        id=record_id("initiative", digest, first.start, first.end, draft.name),
        name=draft.name,
        kind=draft.kind,
        status=draft.status,
        participants=draft.participants,
        place=draft.place,
        period=draft.period,
        evidence=tuple(article.cite(span, rule=draft.rule) for span in draft.spans),
    )
