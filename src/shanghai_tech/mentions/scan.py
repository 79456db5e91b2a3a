"""Runs the recognizers over a stretch of text; a time expression takes its words before a quantity does."""

from __future__ import annotations

from attrs import frozen

from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Tagged, TimeKind, Unread, tagged
from shanghai_tech.mentions.names import NameMention, find_names
from shanghai_tech.mentions.periods import find_periods
from shanghai_tech.mentions.quantities import find_quantities
from shanghai_tech.model import Period, Span
from shanghai_tech.vocabulary import Vocabulary


@frozen(kw_only=True)
class Scanned:
    """A sentence and all that was found in it, each in text order."""

    tagged: Tagged
    quantities: tuple[QuantityMention, ...]
    periods: tuple[PeriodMention, ...]
    names: tuple[NameMention, ...]
    unread: tuple[Unread, ...]


def scan(text: str, span: Span, *, vocabulary: Vocabulary, published: Period | None) -> Scanned:
    """The mentions of a sentence."""
    sentence = tagged(text, span, vocabulary)
    periods = find_periods(sentence, vocabulary, published=published)
    quantities, unread = find_quantities(sentence, vocabulary, taken=[each.span for each in periods if _takes(each)])
    return Scanned(
        tagged=sentence,
        quantities=quantities,
        periods=periods,
        names=find_names(sentence, vocabulary),
        unread=unread,
    )


def _takes(mention: PeriodMention) -> bool:
    """Whether the words of a time expression are no quantity: "three years" is one, "over the next three years" is not."""
    if mention.kind is TimeKind.DURATION:
        return mention.period is not None
    return mention.kind is not TimeKind.SET
