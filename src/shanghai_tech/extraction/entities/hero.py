"""Which body, site or thing an article is about, besides its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shanghai_tech.extraction.entities.entity import Entity, Pointed
from shanghai_tech.mentions.names import NameKind

#: What a mention counts in the title, in the two sentences behind it, and elsewhere.
_TITLE: Final = 4
_LEAD: Final = 2
#: How much must be told of it, and how much more than of any other.
_ENOUGH: Final = 5
_AHEAD: Final = 1.5
#: Bodies that tell of others.
_TELLERS: Final = frozenset({"association", "government", "media", "research"})
_SITES: Final = frozenset({"district", "zone"})
_THINGS: Final = frozenset({"event", "facility", "zone"})


def hero_of(pointed: Sequence[Pointed], main_place: Entity | None) -> Entity | None:
    """The body, site, event or facility that far more is told of than of any other, from the beginning on."""
    weights: dict[Entity, int] = {}
    for each in pointed:
        if each.entity is not main_place and _may_be(each.entity):
            weight = _TITLE if each.sentence == 0 else _LEAD if each.sentence <= _LEAD else 1
            weights[each.entity] = weights.get(each.entity, 0) + weight
    ranked = sorted(weights, key=lambda entity: -weights[entity])
    if not ranked or weights[ranked[0]] < _ENOUGH or not _opens(ranked[0], pointed):
        return None
    is_ahead = len(ranked) == 1 or weights[ranked[0]] >= _AHEAD * weights[ranked[1]]
    return ranked[0] if is_ahead else None


def _may_be(entity: Entity) -> bool:
    if entity.kind is NameKind.ORGANIZATION:
        return entity.detail not in _TELLERS
    return entity.detail in (_SITES if entity.kind is NameKind.PLACE else _THINGS)


def _opens(entity: Entity, pointed: Sequence[Pointed]) -> bool:
    return any(each.entity is entity and each.sentence <= _LEAD for each in pointed)
