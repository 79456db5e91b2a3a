"""A thing that an article names, under one name."""

from __future__ import annotations

from attrs import field, frozen

from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Span


@frozen(kw_only=True, eq=False)
class Entity:
    """A place, organization, person or other thing by its fullest name in the article; each is equal to itself only.

    `aliases` are the other names the article uses, `detail` the kind of organization, place or undertaking, `entry` the
    id in the vocabulary, or empty. `nouns` are the common nouns that the article calls it: "carmaker".
    """

    name: str
    kind: NameKind
    detail: str = ""
    entry: str = ""
    aliases: tuple[str, ...] = ()
    mentions: tuple[NameMention, ...] = field(repr=False)
    nouns: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def is_nameless(self) -> bool:
        """Whether it is a thing that is told of by its noun only: "the plant"."""
        return self.kind is NameKind.OTHER and not self.mentions


@frozen(kw_only=True, eq=False)
class Holding:
    """A person, a role as told, and the body or place that it is held at, where the article tells one.

    `span` is where the person is named as the role is told.
    """

    person: Entity
    role: str
    at: Entity | None = None
    span: Span


@frozen(eq=False)
class Pointed:
    """A mention, the entity that it is of, the number of its sentence, and whether it stands behind a preposition."""

    mention: NameMention
    entity: Entity
    sentence: int
    oblique: bool = False
