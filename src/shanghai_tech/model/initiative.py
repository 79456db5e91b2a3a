"""Doing what: undertakings with an actor."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.model.evidence import Evidence
from shanghai_tech.model.period import Period


class InitiativeKind(Enum):
    """What kind of undertaking an initiative is."""

    PLAN = "plan"
    PROGRAM = "program"
    FACILITY = "facility"
    ZONE = "zone"
    PARTNERSHIP = "partnership"
    INVESTMENT = "investment"
    LISTING = "listing"
    EVENT = "event"
    DEPLOYMENT = "deployment"
    PRODUCT = "product"
    POLICY = "policy"


class Status(Enum):
    """How far an initiative has come by the time of writing."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    UNDERWAY = "underway"
    COMPLETED = "completed"


@frozen(kw_only=True)
class Initiative:
    """An individual undertaking: a plan, a program, a laboratory, a partnership, a listing, an event and the like.

    `name` is its own name, or a short noun phrase made of the words of the article. `participants` run or join it, by
    their best names. `period` is when the act that the article tells (opening, signing, release, …) takes or took
    place, not when a plan is due. None means that the article does not tell.
    """

    id: str
    name: str
    kind: InitiativeKind
    status: Status
    participants: tuple[str, ...] = ()
    place: str | None = None
    period: Period | None = None
    evidence: tuple[Evidence, ...] = field(repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.evidence:
            raise InvalidValue("evidence", self.evidence, "at least one piece: no record without evidence")
        if not self.name:
            raise InvalidValue("name", self.name, "a name or a noun phrase")
