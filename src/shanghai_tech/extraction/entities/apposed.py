"""Roles in apposition: ", chairman of the Board and professor at the School," → each role with its body.

roles  :  role ( ("and" | ",") role )*
role   :  [owner] ["the"] words post [complement] [tie body | "," body]
owner  :  body "'s"  |  "its"  |  body
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.scenes import Scene, Told
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.tags import (
    ADJECTIVE,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    GERUND,
    NOMINAL,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PUNCT,
    SUBORDINATOR,
    VERBS,
)

_TIES: Final = frozenset({"of", "at", "for", "with", "in", "from"})
_OPEN_PHRASE: Final = NOMINAL | {PARTICIPLE, GERUND}
_STOPS: Final = VERBS - {PARTICIPLE, GERUND} | {SUBORDINATOR}
#: How many words may describe a post, an owner may have, and may stand between a post and its body.
_MODIFIERS: Final = 5
_WORDS: Final = 7
_OWNER: Final = 9
_FARTHEST: Final = 16
_ROLES: Final = 4


def apposed_roles(scene: Scene, at: int) -> Iterator[Told]:
    """The roles of an apposition that begins at a token, each with the body it is held at."""
    before: Entity | None = None
    is_one = [scene.lower(here) for here in (at, at + 1)] == ["one", "of"]  # "one of the Board's founders"
    at += 2 * is_one
    for _ in range(_ROLES):
        owner, first = _owner(scene, at)
        first = _behind_age(scene, scene.behind_article(first))
        end = _post_within(scene, first, joined=owner is None)
        if end is None or scene.is_person(end):  # ", Board director Ann Lee": the role of another person
            return
        is_body = owner is not None and owner.kind is NameKind.ORGANIZATION
        body, role_end, at = (owner, *_with_field(scene, end)) if is_body else _held_at(scene, end)
        if owner is not None and (body is None or body.kind is NameKind.PLACE):
            body, role_end = owner, end  # "Ghana's minister", but "Asia head of research at X"
        body = body or _inner_owner(scene, first, end) or before
        role = scene.words(first, role_end).partition(" (")[0]
        yield scene.singular_role(role) if is_one and scene.is_plural_role(role) else role, body
        yield from _parent(scene, at, role=scene.words(first, at))
        before = owner
        if scene.lower(at) not in {"and", ","}:
            return
        at += 1


def _with_field(scene: Scene, end: int) -> tuple[int, int]:
    """Where a post of an owner ends with what it is for, and where the sentence goes on: "its head of sales"."""
    if scene.lower(end) not in {"of", "for"}:
        return end, end
    found = body_behind(scene, end + 1)
    if found is not None and found[0].kind is NameKind.ORGANIZATION:
        return end, end
    last = _phrase_end(scene, end + 1)
    return (last, last) if last > end + 1 else (end, end)


def _parent(scene: Scene, at: int, *, role: str) -> Iterator[Told]:
    """The body that the one named before belongs to: "dean of the School of Law at the University"."""
    parent = scene.body_from(scene.behind_article(at + 1)) if scene.lower(at) in {"at", "of"} else None
    if parent is not None and parent[0].kind is NameKind.ORGANIZATION:
        yield role, parent[0]


def _owner(scene: Scene, at: int) -> tuple[Entity | None, int]:
    """The owner that an apposition begins with, "the Board's", "its" or "Board", and where the rest begins."""
    if scene.tag(at) == POSSESSIVE:
        return scene.body_meant(scene.lower(at), at), at + 1
    for genitive in range(at + 1, at + _OWNER):
        if scene.is_genitive(genitive):
            return scene.body_to(genitive), genitive + 1
        if scene.tag(genitive) in {PUNCT, PREPOSITION} or scene.tag(genitive) in VERBS:
            break
    named = scene.body_from(scene.behind_article(at))
    return named if named is not None and scene.post_end(named[1]) > named[1] else (None, at)


def _inner_owner(scene: Scene, first: int, end: int) -> Entity | None:
    """The noun before the post points back: "the district director"."""
    noun = scene.lower(first)
    if noun in scene.knowledge.referents and scene.post_end(first + 1) == end:
        return scene.pointed(f"the {noun}", first)
    return None


def _post_within(scene: Scene, first: int, *, joined: bool) -> int | None:
    """The end of the first post of a phrase, over what describes it ("an economics professor"), with those joined."""
    for at in range(first, first + _MODIFIERS):
        end = scene.post_end(at)
        if end > at:
            while joined and scene.lower(end) in {"and", "&"} and scene.post_end(end + 1) > end + 1:
                end = scene.post_end(end + 1)
            return _behind_bracket(scene, end)
        joins = scene.lower(at) in {"and", "&"} and scene.has("field", at - 1)  # "the Law and Order Minister"
        if scene.tag(at) not in _OPEN_PHRASE and not joins:
            return None
    return None


def _behind_age(scene: Scene, at: int) -> int:
    """Where a phrase goes on behind an age: "a 41-year-old founder"."""
    if scene.tag(at) != NUMBER:
        return at
    return next((here + 1 for here in range(at, at + _MODIFIERS) if scene.lower(here).endswith("old")), at)


def _behind_bracket(scene: Scene, end: int) -> int:
    """Where a sentence goes on behind a bracket of one word: "chief executive officer (CEO) of"."""
    return end + 3 if scene.lower(end) == "(" and scene.lower(end + 2) == ")" else end


def _held_at(scene: Scene, end: int) -> tuple[Entity | None, int, int]:
    """The body behind a post that ends at a token, where the words of the role end, and where the sentence goes on."""
    role_end, bound = end, 0
    place: tuple[Entity | None, int, int] | None = None
    for at in range(end, min(end + _FARTHEST, len(scene.sentence.tokens))):
        tag, word = scene.tag(at), scene.lower(at)
        if tag in _STOPS:
            break
        if word == ",":
            return place or _behind_comma(scene, at, role_end=role_end)
        if tag == PUNCT:
            break
        if tag in {PARTICIPLE, GERUND} and not bound:
            bound = at  # "a researcher specializing in …": the words of the role end here
        if word in _TIES:
            found = body_behind(scene, at + 1)
            if found is not None and (place is None or found[0].kind is NameKind.ORGANIZATION):
                told = found[0], bound or at, found[1]
                if found[0].kind is NameKind.ORGANIZATION:
                    return told
                place = told  # "for Asia at X"
                continue
            phrase_end = _phrase_end(scene, at + 1)
            if at == role_end and word in {"of", "for"} and phrase_end > at + 1:
                role_end = phrase_end
    return place or (None, role_end, role_end)


def _behind_comma(scene: Scene, comma: int, *, role_end: int) -> tuple[Entity | None, int, int]:
    """R4: the body behind a comma that ends its phrase: ", Vice President, Sales, the Board"."""
    at = comma
    for _ in range(2):
        named = scene.body_from(scene.behind_article(at + 1))
        if named is not None:
            beyond = named[1] + 2 if scene.lower(named[1]) == "," and scene.lower(named[1] + 1) in {"at", "with"} else 0
            further = body_behind(scene, beyond) if beyond and named[0].kind is NameKind.PLACE else None
            if further is not None:  # ", sales, Asia, at the Board"
                return further[0], role_end, further[1]
            closed = scene.tag(named[1]) in {PUNCT, CONJUNCTION, ""} and scene.lower(named[1]) != "'"
            return (named[0], role_end, named[1]) if closed else (None, role_end, comma)
        at = _phrase_end(scene, at + 1)
        if scene.lower(at) != "," or scene.post_end(comma + 1) > comma + 1:
            break
        found = body_behind(scene, at + 2) if scene.lower(at + 1) in {"at", "of", "with"} else None
        if found is not None:  # ", sales, Asia, at the Board"
            return found[0], role_end, found[1]
    return None, role_end, comma


def _phrase_end(scene: Scene, at: int) -> int:
    """The end of a noun phrase, with what "and" joins to it."""
    end = at
    while scene.tag(end) in NOMINAL | {DETERMINER} or (
        scene.tag(end) == CONJUNCTION and scene.tag(end + 1) in NOMINAL and scene.post_end(end + 1) == end + 1
    ):
        end += 1
    return end


def _body_beside_place(scene: Scene, first: int, at: int) -> tuple[Entity, int] | None:
    """The body of a phrase that begins at one token and whose place ends at another: "of its Oulu office"."""
    owner = scene.body_meant(scene.lower(first), first) if scene.tag(first) == POSSESSIVE else None
    if owner is not None and owner.kind is NameKind.ORGANIZATION:
        return owner, _phrase_end(scene, at)
    return _body_called_by_place(scene, at)


def _body_called_by_place(scene: Scene, at: int) -> tuple[Entity, int] | None:
    """The body whose place is only told on the way: "the Haifa firm X", "Shanghai's X"."""
    if scene.lower(at) in {",", "and"}:
        return None
    for start in range(at, at + _MODIFIERS):
        named = scene.body_from(start)
        if named is not None:
            return named if named[0].kind is NameKind.ORGANIZATION else None
        if scene.tag(start) not in NOMINAL | {ADJECTIVE, GENITIVE}:
            return None
    return None


def body_behind(scene: Scene, at: int) -> tuple[Entity, int] | None:
    """The body behind a preposition, over what it is called: "of global consultancy X", "of the company"."""
    for start in range(at, at + _WORDS):
        named = scene.body_from(start)
        if named is not None:
            is_place = named[0].kind is NameKind.PLACE
            return (_body_beside_place(scene, at, named[1]) if is_place else None) or named
        if scene.lower(start) == ",":
            named = scene.body_from(start + 1) if scene.lower(start - 1) in scene.knowledge.referents else None
            if named is not None:  # "of their latest venture, X"
                return named
            if "-" not in scene.lower(start - 1):  # "of Toronto-born, AI-focused venture fund X"
                break
        elif scene.tag(start) == GENITIVE:  # "of the bureau's industry department"
            owner = scene.described(start)
            if owner is not None and owner.kind is NameKind.ORGANIZATION:
                return owner, _phrase_end(scene, start + 1)
        elif scene.tag(start) not in NOMINAL | {DETERMINER, ADJECTIVE, POSSESSIVE, CONJUNCTION, NUMBER}:
            break
    end = at
    while scene.tag(end) in NOMINAL | {DETERMINER, POSSESSIVE}:
        end += 1
    body = scene.described(end) if end > at and scene.tag(at) in {DETERMINER, POSSESSIVE} else None
    return (body, end) if body is not None else None
