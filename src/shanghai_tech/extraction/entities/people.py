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
from typing import Final, TypeAlias

from shanghai_tech.extraction.entities.apposed import apposed_roles
from shanghai_tech.extraction.entities.entity import Entity, Holding
from shanghai_tech.extraction.entities.scenes import Scene
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.words.tags import (
    ADVERB,
    BE,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    HAVE,
    MODAL,
    NOMINAL,
    NUMBER,
    POSSESSIVE,
    PUNCT,
    SUBORDINATOR,
    VERBS,
)
from shanghai_tech.model import Span

#: A role as told, and the body or place it is held at.
Told: TypeAlias = tuple[str, Entity | None]

_LED: Final = {
    "chaired": "chair",
    "headed": "head",
    "led": "head",
    "founded": "founder",
    "run": "head",
    "owned": "owner",
}
#: Last words of the names of governments.
_GOVERN: Final = frozenset({"administration", "council", "government", "hall", "municipality"})
_SHARES: Final = frozenset({"his", "her", "whose"})
_OF: Final = frozenset({"at", "of", "in"})
_NEAR: Final = 8
#: What stands before a post that is told without a body.
_BARE: Final = VERBS | {CONJUNCTION, DETERMINER, PUNCT, SUBORDINATOR}
_HELPS: Final = frozenset({ADVERB, BE, HAVE, MODAL})


def holdings_of(scenes: Sequence[Scene], *, main_place: Entity | None = None) -> tuple[Holding, ...]:
    """The roles told in an article, each once, in text order; a tie without words only where nothing else is told."""
    found: dict[tuple[int, int, str], Holding] = {}
    governments = _governments(scenes)
    for scene in scenes:
        for span, person, role, body in _told(scene):
            place = (body or main_place) if scene.governs(role) else None
            for at in (body, governments.get(id(place))):
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
        if body.detail != "government" or words[-1].lower() not in _GOVERN:
            continue
        for end in range(1, min(len(words), _NEAR)):
            place = places.get(" ".join(words[:end]))
            if place is not None:
                found.setdefault(id(place), body)
    return found


def _told(scene: Scene) -> Iterator[tuple[Span, Entity, str, Entity | None]]:
    for name, entity in scene.named:
        if entity.kind is NameKind.PERSON:
            for role, body in (*_behind(scene, name), *_before(scene, name), *_by(scene, name)):
                yield name.span, entity, role, body
        elif entity.kind is NameKind.ORGANIZATION:
            owner = _owner(scene, name)
            if owner is not None:
                yield name.span, owner, "", entity


def _behind(scene: Scene, name: NameMention) -> Iterator[Told]:
    """R1, R3, R4, R5, R8: what follows the name."""
    at = name.last
    if scene.lower(at) == "," and scene.tag(at + 1) == NUMBER:  # ", 41,"
        at += 2
    if scene.lower(at) in {"of", "from"}:
        body = scene.body_from(scene.behind_article(at + 1))
        if body is not None and body[0].kind is NameKind.ORGANIZATION:
            yield "", body[0]
    elif scene.lower(at) == "," and scene.lower(at + 1) == "who":
        yield from _who(scene, at + 2)
    elif scene.lower(at) == ",":
        for role, told in apposed_roles(scene, at + 1):
            yield role, told or _nearest_company(scene, role, at)


def _nearest_company(scene: Scene, role: str, at: int) -> Entity | None:
    """R9: the company that a post is of which only companies have, where no other body is told."""
    words = [word for word in role.lower().replace(" and ", ", ").split(", ") if word]
    if not words or not all(map(scene.is_of_company, words)):
        return None
    company = scene.pointed("the company", at)
    return company if company is not None and scene.is_near(company, at) else None


def _who(scene: Scene, at: int) -> Iterator[Told]:
    """R5: "who is head of the Board", "who heads it", "who works at it", but not "who used to work"."""
    if scene.tag(at) in {BE, GENITIVE}:
        yield from apposed_roles(scene, at + 1)
        return
    at += scene.tag(at) == ADVERB
    if scene.lower(at) == "used":
        return
    for tie in range(at, at + _NEAR):
        if scene.tag(tie) == PUNCT:
            return
        if scene.lower(tie) in {"at", "for"} or (tie == at and scene.has("serving", tie)):
            body = scene.body_from(scene.behind_article(tie + 1))
            if body is not None and body[0].kind is NameKind.ORGANIZATION:
                role = scene.lower(tie) if scene.has("leading", tie) else ""
                yield role, body[0]
                parent = scene.body_from(scene.behind_article(body[1] + 1)) if scene.lower(body[1]) in _OF else None
                if parent is not None and parent[0].kind is NameKind.ORGANIZATION:  # "heads the lab at X"
                    yield f"{role} {scene.words(tie + 1, body[1])}", parent[0]
                return


def _before(scene: Scene, name: NameMention) -> Iterator[Told]:
    """R2: a post right before the name, its body before it or between the two."""
    end = name.first
    while scene.lower(end - 1).rstrip(".") in scene.knowledge.tables.addresses or scene.lower(end - 1) == ".":
        end -= 1
    if end < name.first and scene.governs(scene.lower(end)):  # "Gov. Ann Lee"
        yield scene.words(end, name.first), scene.body_to(end - (scene.tag(end - 1) == GENITIVE))
        return
    end -= scene.lower(end - 1) == ","
    first = scene.post_start(end)
    if first == end:
        first = _portfolio_start(scene, end)
    if first == end:
        yield from _before_body(scene, end)
        return
    first = first if scene.body_ending(first) else _fields_start(scene, first)
    owned = scene.tag(first - 1) == GENITIVE
    if scene.tag(first - 1) == POSSESSIVE:
        yield scene.words(first, end), scene.body_meant(scene.lower(first - 1), first - 1)
    else:
        body = scene.body_to(first - owned)
        role = scene.words(first, end)
        is_bare = first == 0 or (scene.tag(first - 1) in _BARE and (role.islower() or role.isupper()))
        yield role, body or (_nearest_company(scene, role, first) if is_bare else None)


def _fields_start(scene: Scene, first: int) -> int:
    """Where the fields before a post begin: "Trade and Industry Minister"; the post itself where there are none."""
    at = first
    while first - at < _NEAR and _is_field(scene, at - 1):
        at -= 1 + (scene.lower(at - 2) in {"and", "&", "/"} and _is_field(scene, at - 3))
    return at


def _is_field(scene: Scene, at: int) -> bool:
    return scene.has("field", at) and scene.sentence.tokens[at].text[0].isupper()


def _portfolio_start(scene: Scene, end: int) -> int:
    """Where "Minister for Trade and Industry" begins that ends right before a token; the token where none does."""
    for tie in range(end - 2, max(0, end - 2 * _NEAR), -1):
        if scene.tag(tie) in VERBS or scene.tag(tie) == SUBORDINATOR:
            break
        if scene.lower(tie) in {"of", "for"}:
            first = scene.post_start(tie)
            if first < tie and all(scene.has("field", at) for at in (tie + 1, end - 1)):
                return first
    return end


def _before_body(scene: Scene, end: int) -> Iterator[Told]:
    """A post and its body before the name: "the chairman of the Board, Ann Lee", "Secretary of the Board Ann Lee"."""
    body = scene.body_ending(end)
    if body is not None:
        tie = body[1] - 1 - (scene.tag(body[1] - 1) == DETERMINER)
        first = scene.post_start(tie)
        told_of_other = scene.lower(first - 1 - (scene.tag(first - 1) == DETERMINER)) == ","
        if scene.lower(tie) in {"of", "at", "for"} and first < tie and not told_of_other:
            yield scene.words(first, tie), body[0]


def _by(scene: Scene, name: NameMention) -> Iterator[Told]:
    """R6: "the Board, chaired by Ann Lee"."""
    by = next((at for at in range(name.first - 1, name.first - _NEAR, -1) if scene.lower(at) == "by"), 0)
    at = by - 1
    if scene.lower(at) in _LED and all(scene.tag(between) in NOMINAL for between in range(by + 1, name.first)):
        end = at
        while scene.tag(end - 1) in _HELPS or scene.lower(end - 1) == ",":
            end -= 1
        body = scene.body_to(end)
        if body is not None and body.kind is NameKind.ORGANIZATION:
            yield _LED[scene.lower(at)], body


def _owner(scene: Scene, name: NameMention) -> Entity | None:
    """R7: whose company the name is, by "his", "her" or "whose" before it."""
    at = name.first - 1 - (scene.lower(name.first - 1) == ",")
    if scene.lower(at) not in scene.knowledge.referents:
        return None
    while at > name.first - _NEAR and scene.tag(at) in NOMINAL:
        at -= 1
    if scene.lower(at) not in _SHARES:
        return None
    return scene.person_before(at) or scene.pointed("he", at)
