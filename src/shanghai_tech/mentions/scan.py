"""Runs the recognizers over a stretch of text; a time expression takes its words before a quantity does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.amounts import find_quantities
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Tagged, TimeKind, Unread, tagged
from shanghai_tech.mentions.names import NameMention, find_names
from shanghai_tech.mentions.times import find_periods
from shanghai_tech.model import Period, Span
from shanghai_tech.vocabulary import Vocabulary

#: How many periods told before a sentence it may point back to.
_REMEMBERED: Final = 4


@frozen(kw_only=True)
class Scanned:
    """A sentence and all that was found in it, each in text order; no names where they were not looked for."""

    tagged: Tagged
    quantities: tuple[QuantityMention, ...]
    periods: tuple[PeriodMention, ...]
    names: tuple[NameMention, ...] = ()
    unread: tuple[Unread, ...]


def scan_all(
    text: str, spans: Iterable[Span], *, vocabulary: Vocabulary, published: Period | None
) -> tuple[Scanned, ...]:
    """The mentions of sentences in order, each knowing the periods told before it: "in that year", "a year earlier"."""
    found: list[Scanned] = []
    told: tuple[Period, ...] = ()
    for span in spans:
        mentions = scan(text, span, vocabulary=vocabulary, published=published, told=told)
        found.append(evolve(mentions, names=find_names(mentions.tagged, vocabulary)))
        periods = (each.period for each in found[-1].periods if each.period is not None and not each.compares)
        told = (*told, *periods)[-_REMEMBERED:]
    return tuple(found)


def scan(
    text: str, span: Span, *, vocabulary: Vocabulary, published: Period | None, told: Sequence[Period] = ()
) -> Scanned:
    """The quantities and times of a sentence; `told` are periods of the sentences before it."""
    sentence = tagged(text, span, vocabulary)
    periods = find_periods(sentence, vocabulary, published=published, told=told)
    quantities, unread = find_quantities(sentence, vocabulary, taken=[each.span for each in periods if _takes(each)])
    return Scanned(
        tagged=sentence,
        quantities=quantities,
        periods=periods,
        unread=unread,
    )


def _takes(mention: PeriodMention) -> bool:
    """Whether a time expression is no quantity: "three years" is one, "over the next three years" is not."""
    if mention.kind is TimeKind.DURATION:
        return mention.period is not None
    return mention.kind is not TimeKind.SET
