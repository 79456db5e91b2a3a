"""What stretches of a sentence denote, with no relations between them yet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attrs import field, frozen

from shanghai_tech.mentions.words.tagging import tag
from shanghai_tech.mentions.words.tokens import Token, tokenize
from shanghai_tech.model import Form, Period, Quantity, Span
from shanghai_tech.vocabulary import Vocabulary


@frozen
class Tagged:
    """A stretch of text as tokens with their tags; what is found in it is told by token numbers and by spans."""

    text: str = field(repr=False)
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` up to, and without, token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The text from token `first` up to, and without, token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


def tagged(text: str, span: Span, vocabulary: Vocabulary) -> Tagged:
    """The tokens and tags of a stretch of text."""
    tokens = tokenize(text, vocabulary, start=span.start, end=span.end)
    return Tagged(text, tokens, tag(tokens, vocabulary))


@frozen(kw_only=True)
class QuantityMention:
    """A number with all that belongs to it: qualifiers, scale, unit, "per", restatement in brackets.

    `first` and `last` number the tokens it takes, half-open; `number` is the numeral alone, `noun` the counted noun
    phrase or the words of the unit. `form` is given where the words decide it by themselves ("250 times": multiple,
    "No. 1": rank), else None.
    """

    span: Span
    first: int
    last: int
    number: Span
    quantity: Quantity
    form: Form | None = None
    noun: Span | None = None
    restated: tuple[Quantity, ...] = ()


@frozen(kw_only=True)
class Unread:
    """A number that was seen and not understood, where it stands and why."""

    span: Span
    reason: str


class Relation(Enum):
    """How the words before a period tie what is told to it."""

    DURING = "during"
    BY = "by"
    SINCE = "since"
    AS_OF = "as-of"
    BEFORE = "before"
    AFTER = "after"


class TimeKind(Enum):
    """The types of time expressions of TimeML (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@frozen(kw_only=True)
class PeriodMention:
    """A time expression: `span` with the preposition that ties it, `bare` without.

    `period` is what it denotes with that relation ("by 2025": open at the start), None for durations, sets and what
    cannot be resolved. `timex` is its value in the notation of TIMEX3. `compares` tells that it only says what a change
    is measured against ("from the same period of last year", "year on year").
    """

    span: Span
    bare: Span
    first: int
    last: int
    kind: TimeKind
    timex: str
    period: Period | None = None
    relation: Relation = Relation.DURING
    compares: bool = False


def overlapping(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a code point with one of the others."""
    return any(span.overlaps(other) for other in others)
