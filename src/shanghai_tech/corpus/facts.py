"""Facts of many articles → which of them are one fact, and what they tell together.

M-F1 metrics and targets with a number: the same subject, indicator, form, unit, days and number (quantities.py); where
   the label only names what is counted it decides, not the words beside it that the indicator has as well
M-F2 aims without a number: the same subject, form, days and words that carry meaning
M-F3 what contradicts stays apart: "over 500" and "under 500", 4 percent of GDP and of the budget
M-F4 a fact whose subject is not told, or told by a word such as "the company", is only that of the same text: its
   copy, or the same passage (passages.py)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from attrs import evolve

from shanghai_tech.corpus.groups import connected, gathered
from shanghai_tech.corpus.identity import Identity
from shanghai_tech.corpus.passages import Texts, joined
from shanghai_tech.corpus.quantities import exactness, same_numbers, unit_key
from shanghai_tech.model import Bound, Metric, Period, Quantity, Target
from shanghai_tech.query.names import content_of

_F = TypeVar("_F", Metric, Target)

_UP: Final = frozenset({Bound.OVER, Bound.AT_LEAST})
_DOWN: Final = frozenset({Bound.UNDER, Bound.AT_MOST})


def same_facts(told: Iterable[_F], identity: Identity, texts: Texts) -> Iterator[list[_F]]:
    """The tellings of each fact, in order; `texts` are those of the articles that are here."""
    for alike in gathered(told, lambda fact: _key(fact, identity)):
        for group in _measured(alike):
            if len(group) == 1 or group[0].quantity is None:
                yield from _of_one_subject(group, identity, texts)
                continue
            for same in same_numbers(_quantities(group)):
                for each in _consistent([group[at] for at in same]):
                    yield from _of_one_subject(each, identity, texts)


def _key(fact: Metric | Target, identity: Identity) -> Hashable:
    """M-F1, M-F2: what tellings of one fact have in common, but for what is measured and the number."""
    days = _days(fact.period if isinstance(fact, Metric) else fact.due)
    whose = type(fact), _subject(fact, identity), fact.form, days
    if fact.quantity is None:
        return *whose, content_of(fact.label) or fact.label
    return *whose, unit_key(fact.quantity), fact.quantity.bound is Bound.BETWEEN


def _subject(fact: Metric | Target, identity: Identity) -> Hashable:
    return None if fact.subject is None else identity.key(fact.subject, fact)


def _measured(alike: Sequence[_F]) -> Iterator[list[_F]]:
    """M-F1: the facts that measure the same."""
    for group in connected([list(_measures(fact)) for fact in alike]):
        yield [alike[at] for at in group]


def _measures(fact: Metric | Target) -> Iterator[Hashable]:
    if fact.quantity is None:
        yield None
        return
    yield fact.indicator
    counted = content_of(fact.quantity.unit.term.noun or "")
    if counted and counted == content_of(fact.label):
        yield counted


def _of_one_subject(same: list[_F], identity: Identity, texts: Texts) -> Iterator[list[_F]]:
    """M-F4: the facts of one subject, or of one text where they do not tell it."""
    if _subject(same[0], identity) is not None:
        yield same
        return
    for group in joined(connected([[fact.id] for fact in same]), same, texts):
        yield [same[at] for at in group]


def _days(period: Period | None) -> Hashable:
    return None if period is None else (period.start, period.end)


def _consistent(told: Sequence[_F]) -> Iterator[list[_F]]:
    """M-F3: the tellings of one number, apart where they contradict one another."""
    if len(told) == 1:
        yield list(told)
        return
    bounds = {quantity.bound for quantity in _quantities(told)}
    split = bool(bounds & _UP) and bool(bounds & _DOWN)
    for side in gathered(told, _side) if split else [list(told)]:
        yield from _of_one_base(side)


def _quantities(told: Iterable[Metric | Target]) -> list[Quantity]:
    return [fact.quantity for fact in told if fact.quantity is not None]


def _side(fact: Metric | Target) -> int:
    bound = None if fact.quantity is None else fact.quantity.bound
    return 1 if bound in _UP else -1 if bound in _DOWN else 0


def _of_one_base(told: list[_F]) -> Iterator[list[_F]]:
    """Bases are one if they share a word; what names none is relative to the only one that is named."""
    bases = [content_of(fact.base or "") for fact in told]
    groups = connected([sorted(base) or ("",) for base in bases])
    if len(groups) == 2 and not all(any(bases[at] for at in group) for group in groups):
        groups = [sorted(at for group in groups for at in group)]
    for group in groups:
        yield [told[at] for at in group]


# ---------------------------------------------------------------- what they tell together


def united(told: Sequence[_F], identity: Identity) -> _F:
    """The first telling, with the most exact quantity of all, and what others say where it says nothing."""
    first = told[0]
    speaker = next((fact for fact in told if fact.speaker is not None), first)
    for_whom = (fact.speaks_for for fact in told if fact.speaker == speaker.speaker and fact.speaks_for is not None)
    speaks_for = next(for_whom, None)
    restated = gathered((each for fact in told for each in fact.restated), lambda each: each.unit)
    together = evolve(
        first,
        subject=None if first.subject is None else identity.name(first.subject, first),
        restated=tuple(most_exact(each) for each in restated),
        base=next((fact.base for fact in told if fact.base is not None), None),
        speaker=None if speaker.speaker is None else identity.name(speaker.speaker, speaker),
        speaks_for=None if speaks_for is None else identity.name(speaks_for, speaker),
        initiative=next((fact.initiative for fact in told if fact.initiative is not None), None),
    )
    quantities = _quantities(told)
    return evolve(together, quantity=most_exact(quantities)) if len(quantities) > 1 else together


def most_exact(quantities: Sequence[Quantity]) -> Quantity:
    """The quantity with most digits, then with the closest bound, then told first."""
    return quantities[0] if len(quantities) == 1 else min(quantities, key=exactness)
