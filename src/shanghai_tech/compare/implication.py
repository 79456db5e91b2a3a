"""What the arithmetic of an article implies, whether it holds, and where in the article facts stand near each other."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from attrs import frozen

from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.wording import evidence_of, quoted
from shanghai_tech.model import Evidence, Metric, Target
from shanghai_tech.query.naming import Naming

_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n")
_SENTENCE: Final = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")


class Verdict(Enum):
    """Whether what is implied agrees with what else the article tells; `UNCHECKED` where it tells nothing else."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCHECKED = "unchecked"

    @classmethod
    def of(cls, agrees: bool) -> Verdict:  # noqa: FBT001  a verdict is made of one
        """Holds or fails."""
        return cls.HOLDS if agrees else cls.FAILS


class ImplicationKind(Enum):
    """What is implied: a rate of exchange, a whole, growth a year, or a clash of what is told."""

    RATE = "rate"
    WHOLE = "whole"
    GROWTH = "growth"
    PARTS = "parts"
    CONTRADICTION = "contradiction"


@frozen(kw_only=True, repr=False)
class Implication:
    """Something that facts of one article imply together, and whether it holds.

    `figure` is what follows from the `facts`; None for a contradiction. `against` are the facts that it was checked
    with. `touches` are those of the article that a rate makes comparable. `words` say what is implied and why the
    verdict is as it is.
    """

    kind: ImplicationKind
    verdict: Verdict
    facts: tuple[Metric | Target, ...]
    words: str
    figure: Figure | None = None
    against: tuple[Metric | Target, ...] = ()
    touches: tuple[Metric | Target, ...] = ()

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.facts[0].evidence[0].article

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all facts that it was made of, and checked with."""
        return evidence_of(*self.facts, *self.against)

    def explain(self) -> str:
        """What is implied, by which words, and whether it holds."""
        checked = f" It was checked with {quoted(*self.against)}." if self.against else ""
        return f"{self.words}, by {quoted(*self.facts)}.{checked}"

    def __repr__(self) -> str:
        return f"Implication({self.kind.value}, {self.verdict.value}: {self.words} [{self.article}])"


@frozen(kw_only=True, eq=False)
class Told:
    """What one article tells: its facts in text order, its text where that is known, and which names mean the same."""

    facts: tuple[Metric | Target, ...]
    text: str
    naming: Naming

    def apart(self, one: Metric | Target, other: Metric | Target) -> int | None:
        """How many sentences end between two facts; None where they are in two paragraphs, or the text is not known."""
        found = [
            count
            for mine in one.evidence
            for yours in other.evidence
            if (count := self._between(mine, yours)) is not None
        ]
        return min(found, default=None)

    def _between(self, one: Evidence, other: Evidence) -> int | None:
        first, last = sorted((one, other), key=lambda piece: piece.start)
        gap = self.text[first.end : last.start]
        if last.start > len(self.text) or _PARAGRAPH.search(gap):
            return None
        return len(_SENTENCE.findall(gap))
