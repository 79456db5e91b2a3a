"""Which verb an amount depends on, and whose."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import (
    SKIPPED,
    STOPS,
    Phrase,
    conjuncts,
    is_genitive,
    listed_from,
    subject_of,
)
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.words import tags as t

#: Verbs of saying before a clause without "that".
_SAYS: Final = frozenset({"say", "claim", "note", "think", "believe", "estimate", "argue"})
#: Verbs whose object bears the amount: "it took the firm three years".
_COSTS: Final = frozenset({"take", "cost", "earn", "give"})


@frozen(kw_only=True)
class Governor:
    """The verb group that an amount depends on, and whether the amount is (in) its subject."""

    verb: int | None
    is_subject: bool
    subject: Phrase | None


def governor(parsed: Parsed, index: int) -> Governor:
    """What governs an amount: a finite verb that follows its phrase, else the nearest verb before it."""
    ahead = _verb_ahead(parsed, index)
    if ahead is not None:
        return Governor(verb=ahead, is_subject=True, subject=None)
    for at in range(_before_clause(parsed, index) - 1, -1, -1):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.VERB:
            return Governor(verb=at, is_subject=False, subject=subject_of(parsed, at))
        if chunk.kind is Kind.MARK and parsed.lower(at) in STOPS:
            break
    return Governor(verb=None, is_subject=False, subject=None)


def _before_clause(parsed: Parsed, index: int) -> int:
    """The chunk before a subordinate clause that is inserted before an amount: "1,000 times, when …, and 100 times"."""
    if index < 2 or parsed.chunks[index - 1].kind is not Kind.CONJUNCTION or parsed.lower(index - 2) != ",":
        return index
    for at in range(index - 3, 0, -1):
        if parsed.lower(at) == "," and parsed.chunks[at + 1].kind is Kind.SUBORDINATOR:
            return at
        if parsed.chunks[at].kind is Kind.AMOUNT:
            break
    return index


def matched(parsed: Parsed, index: int, told: Governor) -> Governor:
    """The governor with the one subject of a list that an amount belongs to: "A and B took 5 and 10 years"."""
    if told.verb is None or told.is_subject:
        return told
    group = parsed.chunks[told.verb].verb
    subject = told.subject
    if group is not None and group.lemma in _COSTS:
        subject = listed_from(parsed, told.verb + 1) or subject
    if subject is None:
        return told
    subjects, amounts = conjuncts(parsed, subject), _joined(parsed, index)
    if len(subjects) == len(amounts) > 1 and governor(parsed, amounts[0]).verb == told.verb:
        return evolve(told, subject=subjects[amounts.index(index)])
    return told if subject is told.subject else evolve(told, subject=subject)


def _joined(parsed: Parsed, index: int) -> list[int]:
    """The amounts of the list that an amount stands in: "5, 6 and 7 percent"."""
    amounts = [at for at, chunk in enumerate(parsed.chunks) if chunk.kind is Kind.AMOUNT]
    first = last = amounts.index(index)
    while first > 0 and _joins(parsed, amounts[first - 1], amounts[first]):
        first -= 1
    while last + 1 < len(amounts) and _joins(parsed, amounts[last], amounts[last + 1]):
        last += 1
    return amounts[first : last + 1]


def _joins(parsed: Parsed, one: int, two: int) -> bool:
    """Whether nothing but a conjunction or comma stands between two amounts."""
    between = range(one + 1, two)
    return len(between) > 0 and all(
        parsed.chunks[at].kind is Kind.CONJUNCTION or parsed.lower(at) in {",", "percent"} for at in between
    )


def _verb_ahead(parsed: Parsed, index: int) -> int | None:
    """The finite verb whose subject begins with this amount."""
    chunks = parsed.chunks
    first = index
    while first >= 2 and parsed.lower(first - 1) == "of" and chunks[first - 2].kind is Kind.NOUN:
        first -= 2  # "a fleet of 10,000 vehicles"
    first = _holder(parsed, first)
    if not _begins(parsed, first):
        return None
    at = index + 1
    while at < len(chunks):
        at = _behind_insertion(parsed, at)
        if at >= len(chunks):
            return None
        chunk = chunks[at]
        if chunk.kind is Kind.VERB and chunk.verb is not None:
            if chunk.verb.tense in FINITE:
                return at
            if chunk.verb.tense is not Tense.PARTICIPLE:
                return None
        elif chunk.kind in {Kind.MARK, Kind.SUBORDINATOR} and parsed.lower(at - 1) != "of":
            return None
        at += 1
    return None


def _holder(parsed: Parsed, index: int) -> int:
    """The chunk of the thing told of first that holds what is counted: "A hall with room for 30 firms is to open"."""
    amount, first = parsed.chunks[index].amount, index
    while first >= 2 and parsed.chunks[first - 1].kind is Kind.CONJUNCTION and parsed.chunks[first - 2].amount:
        first -= 2
    while first >= 2 and parsed.lower(first - 1) in {"with", "for"} and parsed.chunks[first - 2].kind is Kind.NOUN:
        first -= 2
    holds = first == 0 and index > 0 and amount is not None and amount.quantity.unit.is_count
    return first if holds and parsed.lower(first).split()[0] in {"a", "an"} else index


def _behind_insertion(parsed: Parsed, at: int) -> int:
    """The chunk behind ", served by 70 stations," where such an insertion begins here, else the same."""
    if parsed.lower(at) != "," or at + 1 >= len(parsed.chunks):
        return at
    group = parsed.chunks[at + 1].verb
    if group is None or group.tense is not Tense.PARTICIPLE:
        return at
    return next((end + 1 for end in range(at + 1, len(parsed.chunks)) if parsed.lower(end) == ","), at)


def _begins(parsed: Parsed, index: int) -> bool:
    """Whether a clause can begin with this chunk."""
    at = index
    if at > 0 and parsed.chunks[at - 1].kind is Kind.NOUN:
        opens = parsed.tagged.tags[parsed.chunks[at - 1].first]
        at -= opens == t.DETERMINER and not is_genitive(parsed, at - 1)  # "a record 540 companies achieved"
    while at > 0 and (
        parsed.chunks[at - 1].kind in SKIPPED
        or (parsed.chunks[at - 1].kind is Kind.NOUN and is_genitive(parsed, at - 1))
    ):
        at -= 1
    if at == 0:
        return True
    before = parsed.chunks[at - 1]
    if before.kind is Kind.SUBORDINATOR:
        return True
    if before.kind is Kind.MARK:
        return True
    said = before.verb  # "the council said 300 of its lamps had been fitted"
    if said is not None and said.has("report") and said.lemma in _SAYS and said.tense in FINITE and not said.passive:
        return True
    return before.kind is Kind.CONJUNCTION and at >= 2 and parsed.lower(at - 2) == ","
