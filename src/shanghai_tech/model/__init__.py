"""Typed values and records; they know no text and no file."""

from shanghai_tech.model.article import Article
from shanghai_tech.model.evidence import Evidence
from shanghai_tech.model.fact import Fact, Form, Metric, Target
from shanghai_tech.model.initiative import Initiative, InitiativeKind, Status
from shanghai_tech.model.interval import Interval, Number
from shanghai_tech.model.organization import Organization, OrganizationKind, Person
from shanghai_tech.model.period import Period, Precision
from shanghai_tech.model.quantity import Bound, Quantity
from shanghai_tech.model.record import Record, record_id
from shanghai_tech.model.span import Span
from shanghai_tech.model.unit import Unit, UnitTerm

__all__ = [
    "Article",
    "Bound",
    "Evidence",
    "Fact",
    "Form",
    "Initiative",
    "InitiativeKind",
    "Interval",
    "Metric",
    "Number",
    "Organization",
    "OrganizationKind",
    "Period",
    "Person",
    "Precision",
    "Quantity",
    "Record",
    "Span",
    "Status",
    "Target",
    "Unit",
    "UnitTerm",
    "record_id",
]
