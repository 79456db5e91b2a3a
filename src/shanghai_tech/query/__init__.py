"""Questions put to records, with answers of three values.

>>> from shanghai_tech.query import due, form, quantity, subject
>>> (subject == "Shanghai") & due.by("2025") & ~(form == "growth")
(subject == 'Shanghai') & due.by('2025') & ~(form == 'growth')
"""

from shanghai_tech.query.handles import (
    article,
    base,
    bound,
    dimension,
    due,
    form,
    indicator,
    initiative,
    kind,
    label,
    name,
    participants,
    people,
    period,
    place,
    published,
    publisher,
    quantity,
    speaker,
    status,
    subject,
    unit,
)
from shanghai_tech.query.predicate import Predicate
from shanghai_tech.query.selection import Selection
from shanghai_tech.query.truth import Truth

__all__ = [
    "Predicate",
    "Selection",
    "Truth",
    "article",
    "base",
    "bound",
    "dimension",
    "due",
    "form",
    "indicator",
    "initiative",
    "kind",
    "label",
    "name",
    "participants",
    "people",
    "period",
    "place",
    "published",
    "publisher",
    "quantity",
    "speaker",
    "status",
    "subject",
    "unit",
]
