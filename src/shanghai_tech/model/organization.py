"""Who: organizations and their people."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.model.evidence import Evidence


class OrganizationKind(Enum):
    """What kind of body an organization is."""

    COMPANY = "company"
    GOVERNMENT = "government"
    UNIVERSITY = "university"
    RESEARCH = "research"
    FUND = "fund"
    MEDIA = "media"
    EXCHANGE = "exchange"
    ASSOCIATION = "association"
    OTHER = "other"


@frozen(kw_only=True)
class Person:
    """A person of an organization and the role as told; None where the article only ties the two."""

    name: str
    role: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidValue("name", self.name, "the name of a person")


@frozen(kw_only=True)
class Organization:
    """A body that an article names: by its fullest name there, and `aliases`, the other names that the article uses.

    `people` are those the article tells a role of, or ties to it. `evidence` is where it is named and where the roles
    of its people are told.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: OrganizationKind = OrganizationKind.OTHER
    people: tuple[Person, ...] = ()
    evidence: tuple[Evidence, ...] = field(repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.evidence:
            raise InvalidValue("evidence", self.evidence, "at least one piece: no record without evidence")
        if not self.name:
            raise InvalidValue("name", self.name, "the name of the organization")

    @property
    def names(self) -> tuple[str, ...]:
        """All the names that the article uses, the fullest first."""
        return (self.name, *self.aliases)
