"""Amounts that others are measured against."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.mentions.mention import PeriodMention

_FROM: Final = frozenset({"from", "than", "against", "versus"})


def is_source(parsed: Parsed, at: int) -> bool:
    """Whether an amount is what another is compared with: "up from 13.3 in 2011"."""
    link = parsed.lower(at - 1) if at > 0 else ""
    group = parsed.chunks[at - 2].verb if at > 1 else None
    return link in _FROM or (link in {"with", "to"} and group is not None and group.has("compare"))


def own_time(parsed: Parsed, at: int) -> PeriodMention | None:
    """The time behind an amount that no other amount or verb parts from it: "from 20 in 2025 to 30"."""
    for chunk in parsed.chunks[at + 1 :]:
        if chunk.kind in {Kind.AMOUNT, Kind.VERB}:
            return None
        if chunk.time is not None:
            return chunk.time
    return None
