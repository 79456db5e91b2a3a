"""Which place an article is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shanghai_tech.extraction.entity import Entity, Pointed
from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.names import NameKind

#: What a mention counts in the title, in the two sentences behind it, and elsewhere.
_TITLE: Final = 4
_LEAD: Final = 2
_CITIES: Final = frozenset({"city", "emirate"})
_WIDER: Final = frozenset({"state", "province"})


def main_place(pointed: Sequence[Pointed], knowledge: Knowledge) -> Entity | None:
    """The city that most is told of, else any place; a province or state that much more is told of goes before it.

    A district counts for its city. A city that only its districts stand for is not named, and is none.
    """
    named: dict[str, Entity] = {}
    weights: dict[str, int] = {}
    for each in pointed:
        if each.entity.kind is NameKind.PLACE:
            key = each.entity.entry or each.entity.name
            named.setdefault(key, each.entity)
            counts_for = knowledge.city_of(key) or key
            weights[counts_for] = weights.get(counts_for, 0) + _weight(each.sentence)
    places = sorted(named, key=lambda key: -weights.get(key, 0))
    city = next((key for key in places if named[key].detail in _CITIES), None)
    wider = next((key for key in places if named[key].detail in _WIDER), None)
    if city is None:
        return named[places[0]] if places else None
    return named[wider] if wider is not None and weights.get(wider, 0) > 2 * weights[city] else named[city]


def _weight(sentence: int) -> int:
    return _TITLE if sentence == 0 else _LEAD if sentence < 1 + _LEAD else 1
