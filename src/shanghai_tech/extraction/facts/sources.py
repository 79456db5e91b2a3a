"""Amounts that others are measured against."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.mentions.mention import PeriodMention

#: Words before an amount that another is measured against.
_FROM: Final = frozenset({"from", "than", "against", "versus"})


def is_source(parsed: Parsed, at: int) -> bool:
    """Whether an amount is what another is compared with: "up from 13.3 in 2011"."""
    if at > 1 and parsed.lower(at - 1).endswith(("'s", "’s")):
        at -= 1  # "than the world's 2.9 percent"
    if at > 2 and parsed.lower(at - 1) == "of" and parsed.chunks[at - 2].kind is Kind.NOUN:
        at -= 2  # "compared with a profit of 5 billion yuan"
    link = parsed.lower(at - 1) if at > 0 else ""
    group = parsed.chunks[at - 2].verb if at > 1 else None
    return link in _FROM or (link in {"with", "to"} and group is not None and group.has("compare"))


def owner_time(parsed: Parsed, at: int) -> PeriodMention | None:
    """The time that owns an amount: "last year's 300 firms", "last year's total of 300 firms"."""
    owner = at - 2 if at > 1 and parsed.lower(at - 1) == "of" else at - 1
    before = parsed.chunks[owner] if owner >= 0 else None
    time = before.time if before is not None and before.kind is Kind.NOUN else None
    return time if time is not None and time.period is not None else None


def is_present(parsed: Parsed, at: int) -> bool:
    """Whether an amount is told as that of the present: "the current 300"."""
    return at > 0 and bool({"present", "current"} & set(parsed.lower(at - 1).split()[-1:]))


def own_time(parsed: Parsed, at: int) -> PeriodMention | None:
    """The time behind an amount that no other amount or verb parts from it: "from 20 in 2025 to 30"."""
    for chunk in parsed.chunks[at + 1 :]:
        if chunk.kind in {Kind.AMOUNT, Kind.VERB}:
            return None
        if chunk.time is not None:
            return chunk.time
    return None
