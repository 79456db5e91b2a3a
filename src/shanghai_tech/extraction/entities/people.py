"""Roles beside the names of persons → who holds which role at which body.

    R1 "Ann Lee, director of the Board"   R2 "Board director Ann Lee", "the Board's director, Ann Lee"
    R3 "Ann Lee, the Board's director"    R4 "Ann Lee, director, the Board"
    R5 "Ann Lee, who heads the Board"     R6 "the Board, chaired by Ann Lee"
    R7 "Ann Lee, whose company, X, …"     R8 "Ann Lee of the Board"

Where a description stands in place of the name ("the company's director"), it points back. A post that only a company
has, with no body told (R9 "chief executive Ann Lee"), is held at the nearest one; who governs a place (R10 "Mayor Ann
Lee") holds the post at its government as well, where the article names that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shanghai_tech.extraction.entities.before_name import owner_before, roles_before
from shanghai_tech.extraction.entities.behind_name import acts_of, roles_behind
from shanghai_tech.extraction.entities.entity import Entity, Holding
from shanghai_tech.extraction.entities.ministries import Ministries
from shanghai_tech.extraction.entities.scenes import Scene
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Span

#: Last words of the names of governments.
_GOVERN: Final = frozenset({"administration", "corporation", "council", "government", "hall", "municipality"})
_NEAR: Final = 8
_LISTS: Final = frozenset({",", "and"})


def holdings_of(scenes: Sequence[Scene], *, main_place: Entity | None = None) -> tuple[Holding, ...]:
    """The roles told in an article, each once, in text order; a tie without words only where nothing else is told."""
    found: dict[tuple[int, int, str], Holding] = {}
    governments, ministries = _governments(scenes), Ministries.named_in(scenes)
    only = _only(tuple(governments.values()), main_place)
    for scene in scenes:
        for span, person, role, body in _told(scene):
            alone = only if body is None and scene.governs(role) else None
            place = (body or main_place) if scene.governs(role) else None
            for at in (
                body,
                governments.get(id(place)) or alone,
                ministries.of(role) if body is None or body.kind is NameKind.PLACE else None,
            ):
                if at is not None or body is None:
                    key = (id(person), id(at), role.lower().replace("-", " "))
                    found.setdefault(key, Holding(person=person, role=role, at=at, span=span))
    told = {(person, body) for person, body, role in found if role}
    placed = {(person, role) for (person, _, role), each in found.items() if each.at is not None}
    return tuple(
        each
        for (person, body, role), each in found.items()
        if (role or (person, body) not in told) and (each.at is not None or (person, role) not in placed)
    )


def _governments(scenes: Sequence[Scene]) -> dict[int, Entity]:
    """The government that the article names of each place, by the place's identity: "Seoul Metropolitan Government"."""
    entities = dict.fromkeys(entity for scene in scenes for _, entity in scene.named)
    places = {name: each for each in entities if each.kind is NameKind.PLACE for name in (each.name, *each.aliases)}
    found: dict[int, Entity] = {}
    for body in entities:
        words = body.name.split()
        if words[:2] == ["City", "of"]:
            found.setdefault(id(places.get(" ".join(words[2:]), body)), body)
        if body.detail != "government" or words[-1].lower() not in _GOVERN:
            continue
        place = next(
            (at for end in range(1, min(len(words), _NEAR)) if (at := places.get(" ".join(words[:end])))), None
        )
        found.setdefault(id(place) if place is not None else id(body), body)
    return found


def _only(governments: Sequence[Entity], main_place: Entity | None) -> Entity | None:
    """The government that "the mayor" is of: the one named, or of several the one with the main place in its name."""
    named = [each for each in governments if main_place is not None and main_place.name in each.name]
    found = named if len(governments) > 1 else governments
    return found[0] if len(found) == 1 else None


def _told(scene: Scene) -> Iterator[tuple[Span, Entity, str, Entity | None]]:
    group: list[tuple[NameMention, Entity]] = []
    for name, entity in scene.named:
        if entity.kind is NameKind.ORGANIZATION:
            owner = owner_before(scene, name.first)
            if owner is not None:
                yield name.span, owner, "", entity
        if entity.kind is NameKind.PERSON:
            if group and not _is_listed(scene, group[-1][0], name):
                yield from _of_group(scene, group)
                group = []
            group.append((name, entity))
    yield from _of_group(scene, group)
    for at, (role, body) in acts_of(scene):
        person = scene.pointed("he", at)
        if person is not None and person.kind is NameKind.PERSON:
            yield scene.sentence.span(at, at + 1), person, role, body


def _is_listed(scene: Scene, one: NameMention, other: NameMention) -> bool:
    """Whether only a comma or "and" stands between two names."""
    words = [scene.lower(at) for at in range(one.last, other.first)]
    return 0 < len(words) <= len(_LISTS) and all(word in _LISTS for word in words)


def _of_group(
    scene: Scene, group: Sequence[tuple[NameMention, Entity]]
) -> Iterator[tuple[Span, Entity, str, Entity | None]]:
    """The roles of persons that are listed together; those told in the plural are of each of them."""
    shared: list[tuple[str, Entity | None]] = []
    for at, (name, entity) in enumerate(group):
        found = (*roles_behind(scene, name.last), *roles_before(scene, name.first, last=name.last))
        for role, body in found:
            is_shared = len(group) > 1 and at in {0, len(group) - 1} and scene.is_plural_role(role)
            if is_shared:
                shared.append((role, body))
            else:
                yield name.span, entity, role, body
    of_all = (
        next((body for _, body in roles_behind(scene, group[-1][0].last) if body is not None), None) if shared else None
    )
    for name, entity in group if shared else ():
        for role, body in shared:
            yield name.span, entity, scene.singular_role(role), body or of_all
