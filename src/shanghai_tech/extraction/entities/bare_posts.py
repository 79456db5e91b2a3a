"""A post that is told without its body → the body it is held at (R9).

A post that only companies have is held at the nearest company, one at the head of a body at what the article is just
speaking of; a form of minister is held at the ministry that was named. Other posts and occupations tell no body.
"""

from __future__ import annotations

from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.scenes import Scene
from shanghai_tech.mentions.names import NameKind


def nearest_body(scene: Scene, role: str, at: int) -> Entity | None:
    """The body that a post told with a token is held at, where no other body is told; None where it may be any."""
    words = [word for word in role.lower().replace(" and ", ", ").split(", ") if word]
    if not words:
        return None
    if all(map(scene.is_of_company, words)):
        return _near(scene, scene.pointed("the company", at), at) or _near(scene, scene.pointed("it", at), at)
    if all(map(scene.is_of_university, words)):
        return _body(scene.pointed("the university", at)) or _body(scene.pointed("the school", at))
    if words == ["minister"]:
        return _near(scene, scene.pointed("the ministry", at), at)
    return _near(scene, scene.pointed("it", at), at) if all(map(scene.is_at_head, words)) else None


def _near(scene: Scene, body: Entity | None, at: int) -> Entity | None:
    near = _body(body)
    return near if near is not None and scene.is_near(near, at) else None


def _body(found: Entity | None) -> Entity | None:
    return found if found is not None and found.kind is NameKind.ORGANIZATION else None
