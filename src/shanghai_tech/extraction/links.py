"""Facts and initiatives of an article → which fact belongs to which initiative.

J1 the words of the fact stand within those of the initiative: "will invest 5 billion yuan in a plant"
J2 the fact is about it: "Punggol Digital District will have 28,000 workers"
J3 a target stands in a sentence that names one plan: "under the plan, 300 labs are to be built"
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from shanghai_tech.model import Fact, Initiative, InitiativeKind, Span, Target

_PAPERS: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.POLICY, InitiativeKind.PROGRAM})


def initiative_of(
    facts: Sequence[Fact], initiatives: Sequence[Initiative], sentences: Sequence[Span]
) -> list[str | None]:
    """The id of the initiative that each fact belongs to, None where the article does not tell."""
    starts = [sentence.start for sentence in sentences]
    told: dict[int, dict[str, tuple[Initiative, Span]]] = {}
    for each in initiatives:
        for evidence in each.evidence:
            at = bisect_right(starts, evidence.start) - 1
            told.setdefault(at, {}).setdefault(f"{each.id}:{evidence.start}", (each, evidence.span))
    named = {each.name: each.id for each in reversed(initiatives)}
    return [_of(fact, told, starts=starts, named=named) for fact in facts]


def _of(
    fact: Fact,
    told: Mapping[int, Mapping[str, tuple[Initiative, Span]]],
    *,
    starts: Sequence[int],
    named: Mapping[str, str],
) -> str | None:
    for evidence in fact.evidence:
        near = list(told.get(bisect_right(starts, evidence.start) - 1, {}).values())
        around = [(len(span), each.id) for each, span in near if evidence.span.within(span)]
        if around:
            return min(around)[1]
    if fact.subject is not None and fact.subject in named:
        return named[fact.subject]
    if isinstance(fact, Target):
        near = list(told.get(bisect_right(starts, fact.evidence[0].start) - 1, {}).values())
        papers = {each.id for each, _ in near if each.kind in _PAPERS}
        return papers.pop() if len(papers) == 1 else None
    return None
