"""What a sentence is read with: what was made of it, and what the sentences before leave to it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from shanghai_tech.articles import Part
from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.attribution import Attribution
from shanghai_tech.extraction.facts.drafts import Draft
from shanghai_tech.extraction.facts.forms import Reading
from shanghai_tech.extraction.facts.handed import Carried, is_reported
from shanghai_tech.extraction.facts.label_case import Label
from shanghai_tech.extraction.grammar.chunks import Parsed
from shanghai_tech.model import Period


@frozen(kw_only=True)
class Told:
    """A sentence with what was made of it: its chunks, who says it, and where it stands."""

    part: Part
    paragraph: int
    number: int
    parsed: Parsed
    speaker: str | None
    attribution: Attribution | None

    def said_by(self, chunk: int) -> str | None:
        """Whom a chunk is attributed to: none that only tells of who speaks, behind ", said X, who"."""
        by = self.attribution
        return self.speaker if by is None or by.since <= chunk < (by.until or len(self.parsed.chunks)) else None

    def carried(self, period: Period, *, published: date | None = None) -> Carried:
        """A period as what this sentence hands on."""
        return Carried(period, self.paragraph, self.number, is_reported(period, published))


@frozen(kw_only=True)
class State:
    """What a sentence takes over from those before it.

    `lead` is whom its paragraph begins with, `focus` whom the article begins with; `owner` is whom the text was about
    before a thing without a name, which no other paragraph goes on about.
    """

    topic: Entity | None = None
    owner: Entity | None = None
    place: Entity | None = None
    paragraph: int = -1
    lead: Entity | None = None
    focus: Entity | None = None
    period: Carried | None = None
    due: Carried | None = None
    label: Label | None = None
    counted: tuple[Label, ...] = ()
    draft: Draft | None = None
    form: Reading | None = None
