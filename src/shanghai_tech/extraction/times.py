"""When an amount was true, or is to be (rules T1 to T4)."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.extraction.chunks import FINITE, Chunk, Kind, Parsed, Tense
from shanghai_tech.mentions.mention import PeriodMention, Relation
from shanghai_tech.model import Period

_PAST: Final = frozenset({Tense.PAST, Tense.PERFECT})


@frozen
class Carried:
    """A period told before, and how far away: it holds on while the tense does."""

    period: Period
    paragraph: int
    sentence: int


def time_of(parsed: Parsed, index: int) -> PeriodMention | None:
    """The time expression of its own sentence that an amount belongs to.

    T1 the next one behind the amount in its clause; T2 one behind further amounts of the same list; T3 the last one
    before it in the sentence.
    """
    return _behind(parsed, index, amounts=False) or _before(parsed, index) or _behind(parsed, index, amounts=True)


def _usable(chunk: Chunk) -> PeriodMention | None:
    time = chunk.time
    return time if time is not None and time.period is not None and not time.compares else None


def _behind(parsed: Parsed, index: int, *, amounts: bool) -> PeriodMention | None:
    for at in range(index + 1, len(parsed.chunks)):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.TIME:
            usable = _usable(chunk)
            if usable is not None:
                return usable
        elif chunk.kind is Kind.AMOUNT and (not amounts or _is_source(parsed, at)):
            return None
        elif _ends_clause(parsed, at):
            return None
    return None


def _is_source(parsed: Parsed, at: int) -> bool:
    """Whether an amount is what another is compared with: "up from 13.3 in 2011"."""
    return at > 0 and parsed.lower(at - 1) in {"from", "than", "against"}


def _ends_clause(parsed: Parsed, at: int) -> bool:
    chunk = parsed.chunks[at]
    if chunk.kind is Kind.MARK:
        return parsed.lower(at) in {";", ":"}
    if chunk.kind is Kind.SUBORDINATOR:
        return True
    return (
        chunk.kind is Kind.VERB
        and chunk.verb is not None
        and chunk.verb.tense in FINITE
        and parsed.chunks[at - 1].kind in {Kind.CONJUNCTION, Kind.MARK}
    )


def _before(parsed: Parsed, index: int) -> PeriodMention | None:
    for at in range(index - 1, -1, -1):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.TIME:
            usable = _usable(chunk)
            if usable is not None and not _belongs_to_source(parsed, at):
                return usable
        if chunk.kind is Kind.MARK and parsed.lower(at) == ";":
            return None
    return None


def _belongs_to_source(parsed: Parsed, at: int) -> bool:
    """Whether the time stands behind an amount that another is compared with."""
    return at > 0 and parsed.chunks[at - 1].kind is Kind.AMOUNT and _is_source(parsed, at - 1)


def carried(parsed: Parsed, verb: int | None, *, last: Carried | None, paragraph: int, sentence: int) -> Period | None:
    """T4: the period of the sentence before, kept by one that goes on in the past."""
    group = parsed.chunks[verb].verb if verb is not None else None
    if last is None or group is None or group.tense not in _PAST:
        return None
    near = last.paragraph == paragraph or (last.paragraph == paragraph - 1 and group.tense is Tense.PAST)
    return last.period if near and sentence - last.sentence <= 1 else None


def as_told(mention: PeriodMention, *, target: bool) -> Period | None:
    """The period of a mention, told as true or as intended: a state read at the end of a month runs up to it."""
    period = mention.period
    if period is None or target:
        return period
    if mention.relation in {Relation.BY, Relation.AS_OF} and period.start is not None:
        return period.until()
    return period
