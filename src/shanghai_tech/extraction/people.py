"""Roles beside the names of persons → who holds which role at which body.

    R1 "Ann Lee, director of the Board"   R2 "Board director Ann Lee", "the Board's director, Ann Lee"
    R3 "Ann Lee, the Board's director"    R4 "Ann Lee, director, the Board"
    R5 "Ann Lee, who heads the Board"     R6 "the Board, chaired by Ann Lee"

Where a description stands in place of the name ("the company's director"), it points back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entity import Entity, Holding
from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.tagging import DETERMINER, GENITIVE, NAME, NOMINAL, POSSESSIVE, PUNCT, SUBORDINATOR, VERBS

_BODIES: Final = (NameKind.ORGANIZATION, NameKind.PLACE)
_TIES: Final = frozenset({"of", "at", "for", "with", "in", "from"})
_HEADS: Final = frozenset(
    {
        "heads",
        "headed",
        "runs",
        "ran",
        "founded",
        "cofounded",
        "co-founded",
        "leads",
        "led",
        "chairs",
        "chaired",
        "owns",
        "manages",
    }
)
_LEADS: Final = {"chaired": "chair", "headed": "head", "led": "head", "founded": "founder", "run": "head"}
_FARTHEST: Final = 14
_MODIFIERS: Final = 5


@frozen(eq=False)
class Scene:
    """A sentence with what its names name, and whom descriptions in it point back to."""

    sentence: Tagged
    named: Sequence[tuple[NameMention, Entity]]
    refer: Callable[[str, int], Entity | None]
    knowledge: Knowledge

    def lower(self, at: int) -> str:
        """The word at a place in small letters; nothing outside the sentence."""
        return self.sentence.tokens[at].lower if 0 <= at < len(self.sentence.tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at a place; nothing outside the sentence."""
        return self.sentence.tags[at] if 0 <= at < len(self.sentence.tags) else ""

    def post_end(self, at: int) -> int:
        """The end of the post that begins at a token; the token itself where none does."""
        return self.knowledge.post_end(self.sentence.tokens, at)

    def body_from(self, at: int) -> tuple[Entity, int] | None:
        """The body whose name begins at a token, and where the name ends."""
        return next(
            ((entity, name.last) for name, entity in self.named if name.first == at and entity.kind in _BODIES), None
        )

    def body_to(self, at: int) -> Entity | None:
        """The body whose name, or description, ends right before a token."""
        for name, entity in self.named:
            if name.last == at and entity.kind in _BODIES:
                return entity
        return self.pointed(at)

    def pointed(self, end: int) -> Entity | None:
        """What the description that ends right before a token points back to: "the company"."""
        first = end - 1
        while first > max(0, end - 4) and self.tag(first) in NOMINAL:
            first -= 1
        if self.tag(first) in {DETERMINER, POSSESSIVE} and end - first > 1:
            return self.refer(self.sentence.words(first, end), self.sentence.tokens[first].start)
        if self.lower(end - 1) == "company":
            return self.refer("the company", self.sentence.tokens[end - 1].start)
        return None

    def role(self, first: int, last: int) -> str:
        """The words of a role, single spaces."""
        return " ".join(self.sentence.words(first, last).split())


def holdings_of(scenes: Sequence[Scene]) -> tuple[Holding, ...]:
    """The roles told in an article, in text order, each person's at each body once."""
    found: dict[tuple[str, str], Holding] = {}
    for scene in scenes:
        for name, entity in scene.named:
            if entity.kind is NameKind.PERSON:
                for role, body in (*_behind(scene, name), *_before(scene, name), *_by(scene, name)):
                    key = (entity.name, body.name if body else "")
                    if key not in found or not found[key].role:
                        found[key] = Holding(person=entity, role=role, at=body)
    return tuple(found.values())


def _behind(scene: Scene, name: NameMention) -> Iterator[tuple[str, Entity | None]]:
    """R1, R3, R4, R5: what follows the name behind a comma, and "Lee of the Board"."""
    at = name.last
    if scene.lower(at) == "," and scene.tag(at + 1) == "NUM":  # ", 41,"
        at += 2
    if scene.lower(at) in {"of", "from"}:
        body = scene.body_from(_article(scene, at + 1))
        if body is not None and body[0].kind is NameKind.ORGANIZATION:
            yield "", body[0]
    if scene.lower(at) != ",":
        return
    at += 1
    if scene.lower(at) == "who":
        yield from _who(scene, at + 1)
        return
    yield from _apposed(scene, at)


def _article(scene: Scene, at: int) -> int:
    return at + (scene.tag(at) == DETERMINER)


def _apposed(scene: Scene, at: int) -> Iterator[tuple[str, Entity | None]]:
    """The roles of an apposition that begins at a token, one after the other."""
    while True:
        owner, first = _owner(scene, at)
        first = _article(scene, first)
        post = _post_within(scene, first)
        if post is None:
            return
        body, end = _held_at(scene, post)
        until = end if body is None else end
        yield scene.role(first, until), owner or body
        at = _past(scene, end)
        if scene.lower(at) not in {"and", ","} or scene.post_end(_article(scene, at + 1)) == _article(scene, at + 1):
            return
        at += 1


def _owner(scene: Scene, at: int) -> tuple[Entity | None, int]:
    """The owner that an apposition begins with, "the Board's" or "its", and where the rest begins."""
    if scene.tag(at) == POSSESSIVE:
        return scene.refer(scene.lower(at), scene.sentence.tokens[at].start), at + 1
    for genitive in range(at + 1, min(at + 9, len(scene.sentence.tokens))):
        if scene.tag(genitive) == GENITIVE:
            return scene.body_to(genitive), genitive + 1
        if scene.tag(genitive) == PUNCT or scene.tag(genitive) in VERBS:
            break
    started = scene.body_from(_article(scene, at))
    if started is not None and scene.post_end(started[1]) > started[1]:
        return started
    return None, at


def _post_within(scene: Scene, first: int) -> int | None:
    """The end of the first post near the beginning of a phrase, over words that describe it: an economics professor."""
    for at in range(first, first + _MODIFIERS):
        end = scene.post_end(at)
        if end > at:
            return _all_posts(scene, end)
        if scene.tag(at) not in NOMINAL | {"VN", "VG"}:
            return None
    return None


def _all_posts(scene: Scene, end: int) -> int:
    """The end of posts joined to one: "partner and general manager"."""
    while scene.lower(end) in {"and", "&"} and scene.post_end(end + 1) > end + 1:
        end = scene.post_end(end + 1)
    return end


def _held_at(scene: Scene, end: int) -> tuple[Entity | None, int]:
    """The body that a role which ends at a token is held at, and where the words of the role end."""
    if scene.lower(end) == ",":
        body = scene.body_from(_article(scene, end + 1))
        if body is not None and scene.tag(body[1]) == PUNCT:
            return body[0], end
    role_end, tie = end, -1
    for at in range(end, min(end + _FARTHEST, len(scene.sentence.tokens))):
        if scene.tag(at) == PUNCT or (scene.tag(at) in VERBS - {"VG", "VN"}) or scene.tag(at) == SUBORDINATOR:
            break
        if scene.tag(at) in {"VG", "VN"} and tie < 0:
            tie = at  # "a researcher specializing in …": the role ends here
        if scene.lower(at) in _TIES:
            body = _body_behind(scene, at + 1)
            if body is not None:
                return body, tie if tie >= 0 else at
            if scene.lower(at) != "of" and scene.lower(at) != "for" and tie < 0:
                role_end = role_end if role_end > end else end
    return None, role_end


def _body_behind(scene: Scene, at: int) -> Entity | None:
    """The body named behind a preposition, over an article and what the body is called: "of global consultancy X"."""
    for start in range(at, at + _MODIFIERS):
        body = scene.body_from(start)
        if body is not None:
            return body[0]
        if scene.tag(start) not in NOMINAL | {DETERMINER, NAME}:
            break
    end = at
    while scene.tag(end) in NOMINAL | {DETERMINER, POSSESSIVE}:
        end += 1
    return scene.pointed(end) if end > at else None


def _past(scene: Scene, end: int) -> int:
    """Where the sentence goes on behind the body that a role is held at."""
    for at in range(end, min(end + _FARTHEST, len(scene.sentence.tokens))):
        body = scene.body_from(at)
        if body is not None:
            return body[1]
        if scene.tag(at) == PUNCT:
            return at
    return end


def _who(scene: Scene, at: int) -> Iterator[tuple[str, Entity | None]]:
    """R5: "who heads the Board", "who chaired the meeting" tells no body."""
    at += scene.tag(at) == "ADV"
    if scene.lower(at) in _HEADS:
        body = scene.body_from(_article(scene, at + 1))
        if body is not None:
            yield "", body[0]
        return
    for tie in range(at, min(at + 8, len(scene.sentence.tokens))):
        if scene.tag(tie) == PUNCT:
            return
        if scene.lower(tie) in {"at", "for"}:
            body = scene.body_from(_article(scene, tie + 1))
            if body is not None and body[0].kind is NameKind.ORGANIZATION:
                yield "", body[0]
                return


def _before(scene: Scene, name: NameMention) -> Iterator[tuple[str, Entity | None]]:
    """R2: a post right before the name, with its body before or behind it."""
    end = name.first
    while scene.lower(end - 1).rstrip(".") in scene.knowledge.tables.addresses or scene.lower(end - 1) == ".":
        end -= 1
    end -= scene.lower(end - 1) == ","
    first = _post_start(scene, end)
    if first < end:
        body = scene.body_to(first - (scene.tag(first - 1) == GENITIVE))
        if body is None and scene.tag(first - 1) == POSSESSIVE:
            body = scene.refer(scene.lower(first - 1), scene.sentence.tokens[first - 1].start)
        yield scene.role(first, end), body
        return
    yield from _post_of_body(scene, end)


def _post_start(scene: Scene, end: int) -> int:
    """Where the post that ends right before a token begins, the longest with its words of rank."""
    starts = [at for at in range(max(0, end - 6), end) if scene.post_end(at) == end]
    return starts[0] if starts else end


def _post_of_body(scene: Scene, end: int) -> Iterator[tuple[str, Entity | None]]:
    """ "the chairman of the Board, Ann Lee": the body ends before the comma."""
    if scene.lower(end) != ",":
        return
    for entity, at in [
        (entity, each.first) for each, entity in scene.named if each.last == end and entity.kind in _BODIES
    ]:
        tie = at - 1 - (scene.tag(at - 1) == DETERMINER)
        first = _post_start(scene, tie)
        if scene.lower(tie) in _TIES and first < tie and scene.tag(first - 1) in {DETERMINER, PUNCT, ""}:
            yield scene.role(first, tie), entity


def _by(scene: Scene, name: NameMention) -> Iterator[tuple[str, Entity | None]]:
    """R6: "the Board, chaired by Ann Lee"."""
    verb = scene.lower(name.first - 2)
    if scene.lower(name.first - 1) != "by" or verb not in _LEADS:
        return
    end = name.first - 2
    end -= scene.lower(end - 1) == ","
    body = scene.body_to(end)
    if body is not None and body.kind is NameKind.ORGANIZATION:
        yield _LEADS[verb], body
