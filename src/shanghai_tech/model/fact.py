"""Facts: what an article tells as true, and what it tells as intended."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.model.evidence import Evidence
from shanghai_tech.model.period import Period
from shanghai_tech.model.quantity import Quantity


class Form(Enum):
    """What kind of statement a quantity is part of.

    A share is a part of a whole, growth a change over time (a fall is negative), a multiple is N times something,
    a rank a place in an order; anything else is a level.
    """

    LEVEL = "level"
    SHARE = "share"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    RANK = "rank"


@frozen(kw_only=True)
class Fact:
    """What metrics and targets have in common.

    `label` is a short noun phrase of the article, `indicator` its stable identifier. `subject` is whom or what the
    fact is about, `base` what a share, growth or multiple is relative to. `speaker` is whom the article attributes it
    to, `speaks_for` the body that this person speaks for. `initiative` is the id of the undertaking that the fact
    belongs to. `restated` holds the same amount in another unit. None means that the article does not tell.
    """

    id: str
    indicator: str
    label: str
    subject: str | None
    form: Form = Form.LEVEL
    restated: tuple[Quantity, ...] = ()
    base: str | None = None
    speaker: str | None = None
    speaks_for: str | None = None
    initiative: str | None = None
    evidence: tuple[Evidence, ...] = field(repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.evidence:
            raise InvalidValue("evidence", self.evidence, "at least one piece: no record without evidence")
        if not self.label or not self.indicator:
            raise InvalidValue("label", self.label, "words that name the indicator")


@frozen(kw_only=True)
class Metric(Fact):
    """A quantity told as true, at or up to the time of writing; `period` is when it was."""

    quantity: Quantity
    period: Period | None = None


@frozen(kw_only=True)
class Target(Fact):
    """What is intended, promised or expected; the quantity may be absent, `due` is when it is to be reached."""

    quantity: Quantity | None = None
    due: Period | None = None
