"""Roles told before a name (R2, R6, R7, R12), each with its body.

R2  "Board director Ann Lee", "the Board's director for trade, Ann Lee", "the director of the Board, Ann Lee"
R6  "the Board, chaired by Ann Lee"      R7  "Ann Lee, whose company, X, …"
R12 "the Board appointed Ann Lee director", "As director of the Board, Ann Lee has …"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.apposed import apposed_roles
from shanghai_tech.extraction.entities.bare_posts import nearest_body
from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.scenes import Scene, Told
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.tags import (
    ADJECTIVE,
    ADVERB,
    BE,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    HAVE,
    MODAL,
    NOMINAL,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PUNCT,
    SUBORDINATOR,
    VERBS,
)

_LED: Final = {
    "chaired": "chair",
    "co-founded": "co-founder",
    "cofounded": "co-founder",
    "established": "founder",
    "founded": "founder",
    "headed": "head",
    "led": "head",
    "managed": "manager",
    "owned": "owner",
    "created": "founder",
    "directed": "director",
    "set": "founder",
    "run": "head",
    "started": "founder",
}
_SHARES: Final = frozenset({"his", "her", "whose"})
_NEAR: Final = 8
_FAR: Final = 14
#: How many words may stand between a body and the post before a name: "X sales director Ann Lee".
_MODIFIERS: Final = 4
#: What stands before a post that is told without a body.
_BARE: Final = VERBS | {CONJUNCTION, DETERMINER, PREPOSITION, PUNCT, SUBORDINATOR}
_HELPS: Final = frozenset({ADVERB, BE, HAVE, MODAL})
_JOINS: Final = NOMINAL | {CONJUNCTION, DETERMINER, PREPOSITION, GENITIVE, POSSESSIVE, ADVERB}


def roles_before(scene: Scene, first: int, *, last: int) -> Iterator[Told]:
    """The roles told before a name that stands from one token to another."""
    yield from _before(scene, first)
    yield from _by(scene, first)
    yield from _made(scene, first, last=last)
    yield from _as(scene, first)


def owner_before(scene: Scene, first: int) -> Entity | None:
    """R7: whose company a name is, by "his", "her" or "whose" before it."""
    if scene.lower(first - 1) == "whose":  # "Ann Lee, whose Acme Ltd makes"
        return scene.person_before(first - 1)
    if scene.is_genitive(first - 1) and scene.person_ends(first - 1):  # "Ann Lee's Acme Ltd"
        body = scene.body_from(first)
        return scene.person_before(first - 1) if body is not None and body[0].detail == "company" else None
    at = first - 1 - (scene.lower(first - 1) == ",")
    if scene.lower(at) not in scene.knowledge.referents:
        return None
    while at > first - _NEAR and scene.tag(at) in NOMINAL:
        at -= 1
    if scene.tag(at) == GENITIVE:  # "Ann Lee's company, X"
        return scene.person_before(at) if scene.person_ends(at) else None
    if scene.lower(at) not in _SHARES:
        return None
    return scene.person_before(at) or scene.pointed("he", at)


def _before(scene: Scene, end: int) -> Iterator[Told]:
    """R2: a post right before the name, its body before it or between the two."""
    name, tables = end, scene.knowledge.tables
    while (scene.lower(end - 1).rstrip(".") in tables.addresses and scene.post_start(end) == end) or (
        scene.lower(end - 1) == "."
    ):
        end -= 1
    if end < name and scene.governs(scene.lower(end)):  # "Gov. Ann Lee"
        yield scene.words(end, name), scene.body_to(end - (scene.tag(end - 1) == GENITIVE))
        return
    if scene.is_genitive(end - 1):  # "Nexora's Ann Lee"
        body = scene.body_to(end - 1)
        if body is not None and body.kind is NameKind.ORGANIZATION:
            yield "", body
        return
    if scene.tag(end - 1) == BE:  # "whose head is Ann Lee"
        yield from _is_name(scene, end - 1)
        return
    end = scene.before_bracket(end - (scene.lower(end - 1) == ","))
    first = _joined_start(scene, end)
    if first == end:
        first = _portfolio_start(scene, end)
    if first == end:
        yield from _before_body(scene, end)
        return
    yield from _of_post(scene, first, end=end)


def _is_name(scene: Scene, end: int) -> Iterator[Told]:
    """The post before "is" and a name, with its body: "Its head is", ", whose head is", "The head of the Board is"."""
    first = scene.post_start(end)
    if first == end:
        yield from _before_body(scene, end)
    elif scene.lower(first - 1) == "whose":
        body = scene.pointed("it", first)
        yield scene.words(first, end), body
    elif scene.tag(first - 1) in {POSSESSIVE, GENITIVE, DETERMINER}:
        yield from _of_post(scene, first, end=end)


def _of_post(scene: Scene, first: int, *, end: int) -> Iterator[Told]:
    """A post that stands between two tokens before a name, with the body before it."""
    body = scene.body_ending(scene.before_bracket(first))
    first = first if body is not None else _fields_start(scene, first)
    if scene.tag(first - 1) == POSSESSIVE:
        yield scene.words(first, end), scene.body_meant(scene.lower(first - 1), first - 1)
        return
    start = _modified_start(scene, first)
    held = scene.body_to(start - scene.is_genitive(start - 1))
    if held is None and start < first:  # "sales director", "the company's sales director"
        if scene.tag(start - 1) == POSSESSIVE:
            held = scene.body_meant(scene.lower(start - 1), start - 1)
        start = start if held is not None else first
        held = held or scene.body_to(first - scene.is_genitive(first - 1))
    held = _owner_of_place(scene, first, held=held)
    role = scene.words(start, end)
    at = _modified_start(scene, first)
    is_bare = at == 0 or (scene.tag(at - 1) in _BARE and (role.islower() or role.isupper() or first == 0))
    alone = scene.post_start(end)
    post = scene.words(alone if _joined_start(scene, end) < alone else first, end)
    yield role, held or (nearest_body(scene, post, first) if is_bare else None)


def _owner_of_place(scene: Scene, first: int, *, held: Entity | None) -> Entity | None:
    """The body before the place that a post is for: "Acme's Oulu manager"; else whom it is held at."""
    placed = scene.body_ending(first)
    if placed is None or held is not placed[0] or placed[0].kind is not NameKind.PLACE:
        return held
    owner = scene.body_to(placed[1] - 1) if scene.is_genitive(placed[1] - 1) else None
    return owner if owner is not None and owner.kind is NameKind.ORGANIZATION else held


def _modified_start(scene: Scene, first: int) -> int:
    """Where the small words begin that describe a post: "sales director", "executive vice-president"."""
    at = first
    while first - at < _MODIFIERS and scene.tag(at - 1) in {NOUN, ADJECTIVE} and scene.body_ending(at) is None:
        if scene.lower(at - 1) in scene.knowledge.referents or not scene.sentence.tokens[at - 1].text.islower():
            break
        at -= 1
    return at


def _fields_start(scene: Scene, first: int) -> int:
    """Where the fields before a post begin: "Trade and Industry Minister"; the post itself where there are none."""
    at = first
    while first - at < _NEAR and _is_field(scene, at - 1):
        at -= 1 + (scene.lower(at - 2) in {"and", "&", "/"} and _is_field(scene, at - 3))
    return at


def _is_field(scene: Scene, at: int) -> bool:
    return scene.has("field", at) and scene.sentence.tokens[at].text[0].isupper()


def _joined_start(scene: Scene, end: int) -> int:
    """Where the post begins that ends right before a token, with one joined to it: "founder and chief executive"."""
    first = scene.post_start(end)
    before = first - 1
    if first == end or scene.lower(before) not in {"and", "&"}:
        return first
    joined = scene.post_start(before)
    return joined if joined < before else first


def _portfolio_start(scene: Scene, end: int) -> int:
    """Where "Minister for Trade and Industry" begins that ends right before a token; the token where none does."""
    for tie in range(end - 2, max(0, end - 2 * _NEAR), -1):
        if scene.tag(tie) in VERBS or scene.tag(tie) == SUBORDINATOR or scene.body_ending(tie + 2) is not None:
            break
        if scene.lower(tie) in {"of", "for"}:
            first = scene.post_start(tie)
            owned = scene.is_genitive(first - 1) or scene.body_ending(first) is not None
            if first < tie and (owned or all(scene.has("field", at) for at in (tie + 1, end - 1))):
                return first
    return end


def _before_body(scene: Scene, end: int) -> Iterator[Told]:
    """A post and its body before the name: "the chairman of the Board, Ann Lee", "Secretary of the Board Ann Lee"."""
    body = scene.body_ending(end)
    if body is not None:
        tie = body[1] - 1 - (scene.tag(body[1] - 1) == DETERMINER)
        first = _joined_start(scene, tie)
        told_of_other = scene.lower(first - 1 - (scene.tag(first - 1) == DETERMINER)) == ","
        if scene.lower(tie) in {"of", "at", "for", "with"} and first < tie and not told_of_other:
            yield scene.words(first, tie), body[0]


def _by(scene: Scene, first: int) -> Iterator[Told]:
    """R6: "the Board, chaired by Ann Lee", "founded in 2015 by chemist Ann Lee"."""
    by = next((at for at in range(first - 1, max(0, first - _FAR), -1) if scene.lower(at) == "by"), 0)
    between = range(by + 1, first)
    inside = NOMINAL | {DETERMINER, CONJUNCTION, POSSESSIVE, GENITIVE}
    if by == 0 or not all(scene.tag(at) in inside or scene.lower(at) in {",", "."} for at in between):
        return
    at = by - 1
    while by - at < _NEAR and (scene.tag(at) in {NUMBER, PREPOSITION, ADVERB} or scene.names_time(at)):
        at -= 1
    if scene.lower(at) in _LED and (scene.lower(at) != "set" or scene.lower(at + 1) == "up"):
        end = at
        while scene.tag(end - 1) in _HELPS or scene.lower(end - 1) in {",", "which"}:
            end -= 1
        body = scene.body_to(scene.before_bracket(end)) or _apposed_to(scene, end)
        if body is not None and body.kind is NameKind.ORGANIZATION:
            yield _LED[scene.lower(at)], body


def _apposed_to(scene: Scene, end: int) -> Entity | None:
    """The body that a phrase before a token is apposed to: "the Board (EDB), a Turku agency" led by Ann Lee."""
    at = end - 1
    while end - at < _NEAR and scene.tag(at) in NOMINAL | {GENITIVE}:
        at -= 1
    at -= scene.tag(at) in {DETERMINER, POSSESSIVE}
    found = scene.body_ending(scene.before_bracket(at)) if scene.lower(at) == "," else None
    return found[0] if found is not None else None


def _made(scene: Scene, first: int, *, last: int) -> Iterator[Told]:
    """R12: "the Board appointed Ann Lee director", "named Ann Lee as its director"."""
    if not scene.has("naming", first - 1):
        return
    end = first - 1
    while scene.tag(end - 1) in _HELPS:
        end -= 1
    body = scene.body_to(scene.before_bracket(end))
    at = last + (scene.lower(last) == "as") + 2 * (scene.lower(last) == "to" and scene.lower(last + 1) == "be")
    for role, told in apposed_roles(scene, at):
        yield role, told or body


def _as(scene: Scene, first: int) -> Iterator[Told]:
    """R12: "As director of the Board, Ann Lee has …" at the beginning of a sentence."""
    opens = scene.lower(0) == "as" or (scene.lower(0) in {'"', "“"} and scene.lower(1) == "as")
    inside = range(1, first - 1)
    if opens and scene.lower(first - 1) == "," and first < 2 * _FAR and all(scene.tag(at) in _JOINS for at in inside):
        yield from apposed_roles(scene, 1)
