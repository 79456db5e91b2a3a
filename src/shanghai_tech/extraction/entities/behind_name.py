"""Roles told behind a name (R1, R3, R4, R5, R8, R11), each with its body.

R1  "Ann Lee, director of the Board", "Ann Lee (director of the Board)"
R3  "Ann Lee, the Board's director"      R4  "Ann Lee, director, the Board"
R5  "Ann Lee, who heads the Board"       R8  "Ann Lee of the Board", "Ann Lee, now at the Board"
R11 "Ann Lee is director of the Board", "Ann Lee joined the Board as director", "She heads the Board"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.apposed import apposed_roles, body_behind
from shanghai_tech.extraction.entities.bare_posts import nearest_body
from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.scenes import Scene, Told
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.tags import (
    ADVERB,
    BE,
    DETERMINER,
    GENITIVE,
    HAVE,
    MODAL,
    NOMINAL,
    NUMBER,
    POSSESSIVE,
    PUNCT,
    VERBS,
)

_OF: Final = frozenset({"at", "of", "in"})
#: What ties a name to the body that it is of, at once or behind a comma.
_BELONGS: Final = frozenset({"at", "from", "of", "with"})
_AT: Final = frozenset({"at", "for", "with"})
#: What somebody does who speaks for a body: ", on behalf of the Board,".
_SPEAKS_FOR: Final = (["on", "behalf", "of"], ["speaking", "for"], ["representing"])
#: What opens an apposition that tells what somebody does at a body, without a post.
_RESPONSIBLE: Final = (["in", "charge"], ["responsible", "for"])
_LOOKS: Final = frozenset({"look", "looks", "looking", "looked"})
_DASHES: Final = frozenset({"-", "--", "—", "–"})
_HELPS: Final = frozenset({ADVERB, BE, HAVE, MODAL})
_OVER: Final = frozenset({"formerly", "previously", "once"})
#: What somebody does who gets the post of another: "succeeded Ann Lee as", "took over as".
_FOLLOWS: Final = frozenset({"replaced", "replaces", "succeeded", "succeeds"})
_TAKES: Final = frozenset({"take", "taken", "takes", "took"})
_NEAR: Final = 12
#: How far behind a name a relative clause about it may begin.
_FAR: Final = 20


def roles_behind(scene: Scene, at: int) -> Iterator[Told]:
    """The roles told behind a name that ends before a token."""
    if scene.lower(at) == "," and scene.tag(at + 1) == NUMBER:  # ", 41,"
        at += 2
    if scene.lower(at) in _BELONGS:
        yield from _belongs(scene, at)
    elif scene.lower(at) in {",", "("} or scene.lower(at) in _DASHES:
        yield from _apposition(scene, at + 1)
    elif scene.lower(at) == "who":
        yield from predicate(scene, at + 1)
    else:
        yield from _act(scene, at)


def _belongs(scene: Scene, tie: int) -> Iterator[Told]:
    """R8: "of the Board", "from the Board's trade office", "of consultancy X", but not "with X" of what is done."""
    body = body_behind(scene, tie + 1)
    if body is None or body[0].kind is not NameKind.ORGANIZATION:
        return
    named = scene.body_from(scene.behind_article(tie + 1))
    if scene.lower(tie) in {"at", "for", "representing", "with"} and (
        named is None or scene.tag(named[1]) not in {*VERBS, PUNCT}
    ):
        return
    if named is not None or scene.lower(tie) == "of":
        yield "", body[0]


def _apposition(scene: Scene, at: int) -> Iterator[Told]:
    if scene.lower(at) == "who":
        yield from predicate(scene, at + 1)
        return
    said = [scene.lower(here) for here in range(at, at + 3)]
    speaks = next((len(words) for words in _SPEAKS_FOR if said[: len(words)] == words), 0)
    if speaks or scene.lower(at) in _BELONGS:
        yield from _belongs(scene, at + max(0, speaks - 1))
        return
    if said[:2] in _RESPONSIBLE:
        yield from _ties(scene, at + 1)
        return
    if scene.lower(at - 1) == "(":
        body = scene.body_from(scene.behind_article(at))
        if body is not None and body[0].kind is NameKind.ORGANIZATION and scene.lower(body[1]) == ")":
            yield "", body[0]  # "Ann Lee (Board of Trade)"
            return
    found = False
    for role, told in apposed_roles(scene, at):
        found = True
        yield role, told or nearest_body(scene, role, at - 1)
    if not found:
        yield from _placed(scene, at)
    who = next((here for here in range(at, at + _FAR) if scene.lower(here) in {"who", ",", "."}), at)
    who += scene.lower(who) == "," and scene.lower(who + 1) == "who"  # "another tenant, who runs the Board"
    if scene.lower(who) == "who":  # "a former banker who founded the Board"
        yield from predicate(scene, who + 1)


def _placed(scene: Scene, at: int) -> Iterator[Told]:
    """R8: "formerly of the Bank and now at the Board"."""
    while scene.tag(at) == ADVERB or scene.lower(at) in {"now", "currently", *_OVER}:
        over = scene.lower(at) in _OVER
        at += 1
        body = scene.body_from(scene.behind_article(at + 1)) if scene.lower(at) in _OF | _AT else None
        if body is not None and body[0].kind is NameKind.ORGANIZATION:
            yield "former" if over else "", body[0]
            at = body[1]
        elif scene.post_end(scene.behind_article(at)) > scene.behind_article(at):
            for role, told in apposed_roles(scene, at):
                yield f"former {role}" if over else role, told
            at = next((here for here in range(at, at + _NEAR) if scene.lower(here) in {"and", ",", "."}), at)
        at += scene.lower(at) in {"and", ","}


def _act(scene: Scene, at: int) -> Iterator[Told]:
    """R11: what a name is or does in a main clause, where that tells a role at once."""
    verb = at
    while scene.tag(verb) in _HELPS:
        verb += 1
    is_called = any(scene.tag(here) == BE for here in range(at, verb))
    follows = scene.lower(verb) in _FOLLOWS or (scene.lower(verb) in _TAKES and scene.lower(verb + 1) == "over")
    if follows or is_called or any(scene.has(each, verb) for each in ("leading", "serving", "naming", "starting")):
        yield from predicate(scene, at)


def acts_of(scene: Scene) -> Iterator[tuple[int, Told]]:
    """R11: the places of "he" and "she" that tell a role: "She is director of the Board"."""
    for at in range(len(scene.sentence.tokens) - 1):
        if scene.lower(at) in {"he", "she"}:
            for told in _act(scene, at + 1):
                yield at, told


def predicate(scene: Scene, at: int) -> Iterator[Told]:
    """R5: "is head of the Board", "heads it", "was named its head", "works there as", but not "used to work"."""
    if scene.lower(at) == "used":
        return
    first = at
    while scene.tag(at) in _HELPS or scene.tag(at) == GENITIVE:
        at += 1
    if scene.lower(at) == "in" and scene.lower(at + 1) == "charge":
        at += 2
    if at > first and scene.tag(at - 1) in {BE, GENITIVE, ADVERB}:
        named = at + scene.has("naming", at)
        found = tuple(apposed_roles(scene, named + (named > at and scene.lower(named) == "as")))
        yield from found
        if found:
            return
    yield from _ties(scene, at)


def _ties(scene: Scene, first: int) -> Iterator[Told]:
    """The roles and bodies behind a verb of a clause, up to a comma."""
    held = None
    doing = ""
    for tie in range(first, first + _NEAR):
        word = scene.lower(tie)
        if scene.tag(tie) == PUNCT or (word == "who" and tie > first):
            return
        if word == "as" or scene.has("naming", tie):
            named = tie + 1 + (scene.lower(tie + 1) == "as")
            roles = tuple(apposed_roles(scene, named))
            for role, told in roles:
                yield role, told or held or nearest_body(scene, role, tie)
            if roles:
                return
        leads = scene.has("leading", tie) or (word == "after" and scene.lower(tie - 1) in _LOOKS)
        doing = word if leads else doing
        is_of = word == "of" and doing != ""  # "leads the Asian business of X"
        if leads or is_of or (word in _AT and held is None) or scene.has("serving", tie) or scene.has("starting", tie):
            body = body_behind(scene, tie + 1) or _described(scene, tie + 1)
            if body is not None and body[0].kind is NameKind.ORGANIZATION:
                held = body[0]
                yield doing, held
                yield from _parent(scene, body[1], role=f"{doing} {scene.words(tie + 1, body[1])}")


def _described(scene: Scene, at: int) -> tuple[Entity, int] | None:
    """The body that a description or "it" stands for: "heads the bureau", "who founded it"."""
    if scene.lower(at) == "it":
        body = scene.body_meant("it", at)
        return (body, at + 1) if body is not None else None
    end = at + 1
    while scene.tag(end) in NOMINAL:
        end += 1
    body = scene.described(end) if scene.tag(at) in {DETERMINER, POSSESSIVE} and end > at + 1 else None
    return (body, end) if body is not None else None


def _parent(scene: Scene, at: int, *, role: str) -> Iterator[Told]:
    """The body that the one before belongs to, where the role is held as well: "heads the lab at X"."""
    parent = scene.body_from(scene.behind_article(at + 1)) if scene.lower(at) in _OF else None
    if parent is not None and parent[0].kind is NameKind.ORGANIZATION:
        yield role, parent[0]
