"""Initiatives of many articles → which of them are one undertaking, and what they tell together.

M-U1 the same kind, the same words that carry meaning in the name, and a participant in common
M-U2 days that do not contradict: a less exact period is that of the exact one that it overlaps, if it overlaps but one
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from attrs import evolve

from shanghai_tech.corpus.facts import content_of
from shanghai_tech.corpus.groups import connected, gathered
from shanghai_tech.corpus.identity import Identity
from shanghai_tech.model import Initiative, Period, Status

_STATUS: Final = tuple(Status)


def same_initiatives(told: Iterable[Initiative], identity: Identity) -> Iterator[list[Initiative]]:
    """The tellings of each initiative, in order."""
    for alike in gathered(told, lambda each: (each.kind, content_of(each.name) or each.name)):
        for group in connected([list(_participants(each, identity)) for each in alike]):
            yield from _of_one_time([alike[at] for at in group])


def _participants(initiative: Initiative, identity: Identity) -> Iterator[Hashable]:
    yield "id", initiative.id
    for name in initiative.participants:
        key = identity.key(name, initiative)
        if key is not None:
            yield "name", key


def _of_one_time(told: list[Initiative]) -> Iterator[list[Initiative]]:
    """M-U2: the tellings of one name and body, apart where their periods contradict."""
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
