"""Which place an article is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from shanghai_tech.extraction.entities.entity import Entity, Pointed
from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.mentions.names import NameKind

#: What a mention counts in the title, in the two sentences behind it, and elsewhere.
_TITLE: Final = 4
_LEAD: Final = 2
_CITIES: Final = frozenset({"city", "emirate"})
_WIDER: Final = frozenset({"state", "province", "country"})


def main_place(pointed: Sequence[Pointed], knowledge: Knowledge) -> Entity | None:
    """The city that most is told of, else any place.

    A province or country that much more is told of goes before it, if it is named more than once.
    A place within a city counts for the city, whether the article names that or not, and a government with the place
    in its name counts for it: "the City of Oulu".
    """
    named: dict[str, Entity] = {}
    weights: dict[str, int] = {}
    counts: dict[str, int] = {}
    governed = _governed(pointed)
    for each in pointed:
        place = governed.get(each.entity) if each.entity.kind is NameKind.ORGANIZATION else each.entity
        if place is not None and place.kind is NameKind.PLACE:
            key = place.entry or place.name
            named.setdefault(key, place)
            counts_for = knowledge.city_of(key) or key
            weights[counts_for] = weights.get(counts_for, 0) + _weight(each.sentence)
            counts[counts_for] = counts.get(counts_for, 0) + 1
    places = sorted(weights, key=lambda key: -weights[key])
    kinds = {key: _kind(key, named, knowledge) for key in places}
    city = next((key for key in places if kinds[key] in _CITIES), None)
    wider = next((key for key in places if kinds[key] in _WIDER and counts[key] > 1), None)
    if city is not None and wider is not None and weights[wider] > 2 * weights[city]:
        city = wider
    chosen = city or (places[0] if places else None)
    return _entity(chosen, named, knowledge) if chosen is not None else None


def _governed(pointed: Sequence[Pointed]) -> Mapping[Entity, Entity]:
    """The place that a government has in its name, if the article names it: "City of Oulu", "Oulu City Council"."""
    entities = tuple(dict.fromkeys(each.entity for each in pointed))
    places = {name: each for each in entities if each.kind is NameKind.PLACE for name in (each.name, *each.aliases)}
    found: dict[Entity, Entity] = {}
    for body in entities:
        words = body.name.removeprefix("City of ").split() if body.detail == "government" else []
        place = next((at for end in range(1, len(words) + 1) if (at := places.get(" ".join(words[:end])))), None)
        if place is not None:
            found[body] = place
    return found


def surroundings(main: Entity, pointed: Sequence[Pointed], knowledge: Knowledge) -> tuple[Entity, ...]:
    """The places that a place lies in, the narrowest first, whether the article names them or not."""
    named = {each.entity.entry: each.entity for each in reversed(pointed) if each.entity.kind is NameKind.PLACE}
    found: list[Entity] = []
    entry = knowledge.places[main.entry].within if main.entry in knowledge.places else ""
    while entry in knowledge.places and len(found) < len(knowledge.places):
        found.append(_entity(entry, named, knowledge))
        entry = knowledge.places[entry].within
    return tuple(found)


def with_surroundings(pointed: Sequence[Pointed], knowledge: Knowledge) -> tuple[Pointed, ...]:
    """The mentions, a place that shares its name taken for the one that lies in the place the article is about."""
    around = main_place([each for each in pointed if each.entity.entry not in knowledge.namesakes], knowledge)
    if around is None:
        return tuple(pointed)
    meant: dict[Entity, Entity] = {}
    for entity in dict.fromkeys(each.entity for each in pointed):
        fitting = (
            each for each in knowledge.namesakes.get(entity.entry, ()) if _lies_in(each, around.entry, knowledge)
        )
        entry = next(fitting, entity.entry)
        if entry != entity.entry:
            meant[entity] = evolve(entity, entry=entry, detail=knowledge.places[entry].kind)
    return (
        tuple(evolve(each, entity=meant.get(each.entity, each.entity)) for each in pointed) if meant else tuple(pointed)
    )


def _lies_in(entry: str, around: str, knowledge: Knowledge) -> bool:
    while entry and entry != around:
        entry = knowledge.places[entry].within if entry in knowledge.places else ""
    return bool(entry)


def _weight(sentence: int) -> int:
    return _TITLE if sentence == 0 else _LEAD if sentence < 1 + _LEAD else 1


def _kind(key: str, named: Mapping[str, Entity], knowledge: Knowledge) -> str:
    return named[key].detail if key in named else knowledge.places[key].kind


def _entity(key: str, named: Mapping[str, Entity], knowledge: Knowledge) -> Entity:
    """The entity of a place; a city that only places within it stand for has no mentions."""
    if key in named:
        return named[key]
    place = knowledge.places[key]
    return Entity(name=place.names[0], kind=NameKind.PLACE, detail=place.kind, entry=place.id, mentions=())
