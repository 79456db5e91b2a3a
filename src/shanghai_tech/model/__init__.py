"""Typed values and records; they know no text and no file."""

from shanghai_tech.model.article import Article
from shanghai_tech.model.evidence import Evidence
from shanghai_tech.model.interval import Interval, Number
from shanghai_tech.model.period import Period, Precision
from shanghai_tech.model.quantity import Bound, Quantity
from shanghai_tech.model.record import Fact, Form, Metric, Record, Target, record_id
from shanghai_tech.model.span import Span
from shanghai_tech.model.unit import Unit, UnitTerm

__all__ = [
    "Article",
    "Bound",
    "Evidence",
    "Fact",
    "Form",
    "Interval",
    "Metric",
    "Number",
    "Period",
    "Precision",
    "Quantity",
    "Record",
    "Span",
    "Target",
    "Unit",
    "UnitTerm",
    "record_id",
]
