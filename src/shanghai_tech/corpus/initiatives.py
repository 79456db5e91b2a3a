"""Initiatives of many articles → which of them are one undertaking, and what they tell together.

M-U1 the same kind, the same words that carry meaning in the name, and a participant in common; two of them in a
   partnership; the period as well, where the name has but one such word ("the plan")
M-U2 what has a name of its own ("Zork Robot Fair", and nobody writes it small) may have the place in common instead,
   which for events is all that counts: others come each year; told without any of these it is the only one that has
   the name
M-U3 the same passage (passages.py), whoever is told as a participant
M-U4 days that do not contradict: a less exact period is that of the exact one that it overlaps, if it overlaps but one;
   what has a name of its own and is no event may be acted on more than once
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from attrs import evolve

from shanghai_tech.corpus.groups import connected, gathered
from shanghai_tech.corpus.identity import Identity
from shanghai_tech.corpus.passages import Texts, joined
from shanghai_tech.extraction.grammar.wording import EMPTY_WORDS
from shanghai_tech.model import Initiative, InitiativeKind, Period, Status
from shanghai_tech.query.names import PLACE, content_of

_STATUS: Final = tuple(Status)
#: What takes place again under the same name.
_RECURRENT: Final = frozenset({InitiativeKind.EVENT, InitiativeKind.INVESTMENT, InitiativeKind.LISTING})


def same_initiatives(told: Iterable[Initiative], identity: Identity, texts: Texts) -> Iterator[list[Initiative]]:
    """The tellings of each initiative, in order; `texts` are those of the articles that are here."""
    for alike in gathered(told, lambda each: (each.kind, content_of(each.name) or each.name)):
        own = all(_is_own(each.name, identity) for each in alike)
        for group in _of_one_actor(alike, identity, texts, own=own):
            if own and alike[0].kind not in _RECURRENT:
                yield group
            else:
                yield from _of_one_time(group)


def _is_own(name: str, identity: Identity) -> bool:
    """Whether a name is one of its own: capitals throughout, and not all of it says what kind of thing it is."""
    words = [word for word in name.split() if word not in EMPTY_WORDS]
    return len(words) > 1 and name in identity.keys and all(word[0].isupper() or word[0].isdigit() for word in words)


def _of_one_actor(
    alike: Sequence[Initiative], identity: Identity, texts: Texts, *, own: bool
) -> Iterator[list[Initiative]]:
    """M-U1, M-U2, M-U3: the tellings of one name, by whom, where or in which words it is told."""
    known = [set(_known_by(each, identity, own=own)) for each in alike]
    groups = connected([{("id", each.id), *(("by", key) for key in known[at])} for at, each in enumerate(alike)])
    groups = joined(groups, alike, texts)
    if own and sum(any(known[at] for at in group) for group in groups) < 2:
        groups = [sorted(at for group in groups for at in group)]
    for group in groups:
        yield [alike[at] for at in group]


def _known_by(initiative: Initiative, identity: Identity, *, own: bool) -> Iterator[Hashable]:
    """Whom it is known by, and, if it has a name of its own, where."""
    keys = [identity.key(name, initiative) for name in initiative.participants]
    actors = list(dict.fromkeys(key for key in keys if key is not None))
    if own:
        place = None if initiative.place is None else identity.key(initiative.place, initiative)
        places = [key for key in (*actors, place) if isinstance(key, str) and key.startswith(PLACE)]
        yield from places if initiative.kind is InitiativeKind.EVENT else (*actors, *places)
    elif initiative.kind is InitiativeKind.PARTNERSHIP:
        yield from map(frozenset, combinations(actors, 2))
    elif len(content_of(initiative.name)) > 1:
        yield from actors
    elif initiative.period is not None:
        yield from ((actor, initiative.period) for actor in actors)


def _of_one_time(told: list[Initiative]) -> Iterator[list[Initiative]]:
    """M-U4: the tellings of one name and body, apart where their periods contradict."""
    groups: dict[Period, list[Initiative]] = {}
    exact: list[Period] = []
    periods = gathered((each for each in told if each.period is not None), lambda each: each.period)
    for alike in sorted(periods, key=lambda each: _length(each[0].period)):
        period = alike[0].period
        if period is None:
            continue
        fitting = [each for each in exact if each.overlaps(period)]
        groups.setdefault(fitting[0] if len(fitting) == 1 else period, []).extend(alike)
        if not fitting:
            exact.append(period)
    undated = [each for each in told if each.period is None]
    if undated and len(groups) == 1:
        yield told
        return
    for group in groups.values():
        members = set(map(id, group))
        yield [each for each in told if id(each) in members]
    if undated:
        yield undated


def _length(period: Period | None) -> tuple[int, int, date, date]:
    """What sorts periods: the fewest open ends, then the fewest days; none at all last."""
    if period is None:
        return 3, 0, date.min, date.max
    open_ends = (period.start is None) + (period.end is None)
    start, end = period.start or date.min, period.end or date.max
    return open_ends, (end - start).days, start, end


def united(told: Sequence[Initiative], identity: Identity) -> Initiative:
    """The first telling, with all participants, how far it has come, and the most exact period."""
    named = (identity.name(name, each) for each in told for name in each.participants)
    places = (identity.name(each.place, each) for each in told if each.place is not None)
    return evolve(
        told[0],
        status=max((each.status for each in told), key=_STATUS.index),
        participants=tuple(dict.fromkeys(named)),
        place=next(places, None),
        period=min((each.period for each in told), key=_length),
    )
