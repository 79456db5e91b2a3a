"""Evidence → the passage it stands in, by which tellings that name nobody are known for copies of one text.

M-P1 passages with a run of eight words in common are one text: the paragraph around the evidence, as far as it is near;
   where the article is not here, the quote alone
M-P2 not if that would make two of what one article tells apart
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from shanghai_tech.corpus.groups import connected
from shanghai_tech.model import Evidence, Record
from shanghai_tech.query.names import words_of

#: The texts of the articles that are here, by id.
Texts: TypeAlias = Mapping[str, str]

_RUN: Final = 8
#: So many code points before and behind the evidence are near.
_NEAR: Final = 400


def joined(groups: Sequence[Sequence[int]], told: Sequence[Record], texts: Texts) -> list[list[int]]:
    """The groups of places in `told`, those that stand in the same text made one."""
    if len(groups) == 1:
        return [list(groups[0])]
    articles = [{each.article for at in group for each in told[at].evidence} for group in groups]
    found: list[list[int]] = []
    for copies in connected([{run for at in group for run in _runs(told[at], texts)} for group in groups]):
        apart = sum(len(articles[at]) for at in copies) > len(set[str]().union(*(articles[at] for at in copies)))
        members = [list(groups[at]) for at in copies]
        found.extend(members if apart else [sorted(place for each in members for place in each)])
    return sorted(found)


def _runs(record: Record, texts: Texts) -> Iterator[tuple[str, ...]]:
    for evidence in record.evidence:
        words = words_of(_passage(evidence, texts))
        yield from (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _passage(evidence: Evidence, texts: Texts) -> str:
    text = texts.get(evidence.article)
    if text is None:
        return evidence.quote
    first, last = max(0, evidence.start - _NEAR), evidence.end + _NEAR
    start = max(first, text.rfind("\n", first, evidence.start) + 1)
    end = text.find("\n", evidence.end, last)
    return text[start : end if end >= 0 else last]
