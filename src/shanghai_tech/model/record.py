"""The four kinds of record, and how their identifiers are made."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeAlias

from shanghai_tech.model.fact import Metric, Target
from shanghai_tech.model.initiative import Initiative
from shanghai_tech.model.organization import Organization

Record: TypeAlias = Organization | Initiative | Metric | Target


def record_id(kind: str, *parts: object) -> str:
    """A stable identifier made from what makes a record that record.

    >>> record_id("metric", "a-town", 17)
    'metric-297eacccc70a'
    """
    told = "\x1f".join(map(str, parts))
    return f"{kind}-{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
