"""The fields of records, to be imported and asked: `from shanghai_tech.query import due, subject`."""

from __future__ import annotations

from operator import attrgetter
from typing import Final, TypeAlias

from shanghai_tech.model import (
    Bound,
    Form,
    Initiative,
    InitiativeKind,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Quantity,
    Record,
    Status,
    Target,
)
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.field import Values, only
from shanghai_tech.query.fit import is_part
from shanghai_tech.query.named import (
    ChoiceField,
    DimensionField,
    IdField,
    IndicatorField,
    NameField,
    PlaceField,
    TextField,
    UnitField,
)
from shanghai_tech.query.period_fields import DayField, PeriodField
from shanghai_tech.query.quantity_field import QuantityField
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.units import dimension_of

_Fact: TypeAlias = Metric | Target
_FACTS: Final = (Metric, Target)
_ALL: Final = (Organization, Initiative, Metric, Target)


def _amounts(fact: _Fact) -> tuple[Quantity, ...]:
    return fact.restated if fact.quantity is None else (fact.quantity, *fact.restated)


def _dimension(fact: _Fact) -> str | None:
    if fact.quantity is None:
        return None
    unit = fact.quantity.unit
    return dimension_of(PERCENT if unit == ONE and is_part(fact) else unit)


# ---------------------------------------------------------------- facts

#: Whom or what a fact is about.
subject: Final = PlaceField[_Fact]("subject", *_FACTS, values=only(attrgetter("subject")))
#: What is measured.
indicator: Final = IndicatorField[_Fact]("indicator", *_FACTS, values=only(attrgetter("indicator")))
#: The words of the article for what is measured.
label: Final = TextField[_Fact]("label", *_FACTS, values=only(attrgetter("label")))
#: What a share, growth or multiple is relative to.
base: Final = TextField[_Fact]("base", *_FACTS, values=only(attrgetter("base")))
#: A level, share, growth, multiple or rank.
form: Final = ChoiceField[_Fact, Form]("form", dict.fromkeys(_FACTS, Form), values=only(attrgetter("form")))
#: How much, with all that its words leave open.
quantity: Final = QuantityField("quantity", values=Values(lambda fact, _: _amounts(fact), lambda fact: fact.quantity))
#: What is counted or measured by: "yuan", "startups", "%".
unit: Final = UnitField[_Fact](
    "unit", *_FACTS, values=Values(lambda fact, _: tuple(each.unit for each in _amounts(fact)))
)
#: What the unit measures: "money", "count", "length".
dimension: Final = DimensionField[_Fact]("dimension", *_FACTS, values=only(_dimension))
#: Exactly, about, over, at least, under, at most, or between.
bound: Final = ChoiceField[_Fact, Bound](
    "bound",
    dict.fromkeys(_FACTS, Bound),
    values=only(lambda fact: None if fact.quantity is None else fact.quantity.bound),
)
#: When a metric was measured; when the act of an initiative takes or took place.
period: Final = PeriodField[Metric | Initiative]("period", Metric, Initiative, values=only(attrgetter("period")))
#: When a target is to be reached.
due: Final = PeriodField[Target]("due", Target, values=only(attrgetter("due")))
#: Whom a fact is attributed to: the person, or the body that the person speaks for.
speaker: Final = NameField[_Fact](
    "speaker",
    *_FACTS,
    values=Values(lambda fact, _: tuple(name for name in (fact.speaker, fact.speaks_for) if name is not None)),
)
#: The initiative that a fact belongs to, by its id.
initiative: Final = IdField[_Fact]("initiative", *_FACTS, values=only(attrgetter("initiative")))

# ---------------------------------------------------------------- organizations and initiatives

#: What an organization or an initiative is called; of an organization any of its names.
name: Final = NameField[Organization | Initiative](
    "name",
    Organization,
    Initiative,
    values=Values(lambda record, _: record.names if isinstance(record, Organization) else (record.name,)),
)
#: What kind of body or undertaking it is.
kind: Final = ChoiceField[Organization | Initiative, OrganizationKind | InitiativeKind](
    "kind", {Organization: OrganizationKind, Initiative: InitiativeKind}, values=only(attrgetter("kind"))
)
#: The people of an organization, by name.
people: Final = NameField[Organization](
    "people", Organization, values=Values(lambda record, _: tuple(person.name for person in record.people))
)
#: How far an initiative has come.
status: Final = ChoiceField[Initiative, Status]("status", {Initiative: Status}, values=only(attrgetter("status")))
#: Who runs or joins an initiative.
participants: Final = NameField[Initiative](
    "participants", Initiative, values=Values(lambda record, _: record.participants)
)
#: Where an initiative is.
place: Final = PlaceField[Initiative]("place", Initiative, values=only(attrgetter("place")))

# ---------------------------------------------------------------- where it is told


def _publishers(record: Record, setting: Setting) -> tuple[str | None, ...]:
    return tuple(None if each is None else each.publisher for each in setting.told_in(record))


def _days(record: Record, setting: Setting) -> tuple[Period | None, ...]:
    return tuple(None if each is None else each.published for each in setting.told_in(record))


#: An article that tells a record, by its id.
article: Final = IdField[Record](
    "article", *_ALL, values=Values(lambda record, _: tuple(dict.fromkeys(each.article for each in record.evidence)))
)
#: The paper of an article that tells a record.
publisher: Final = TextField[Record]("publisher", *_ALL, values=Values(_publishers))
#: The day on which an article that tells a record was published.
published: Final = DayField[Record]("published", *_ALL, values=Values(_days))
