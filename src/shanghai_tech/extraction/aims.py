"""Targets without a number: an actor and what it means to do (rules A1 and A2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.clauses import Phrase, subject_of
from shanghai_tech.model import Span

#: Verbs that tell what comes of something rather than what somebody sets out to do.
_OUTCOMES: Final = frozenset({"help", "be", "allow", "enable", "see", "continue", "remain", "benefit", "need", "mean", "depend", "face", "have", "come", "take", "bring", "say", "show", "get", "go"})
_LONGEST: Final = 14


@frozen(kw_only=True)
class Aim:
    """An aim by the span of its words; `actor` is the phrase of whose aim it is."""

    verb: int
    last: int
    span: Span
    label: str
    actor: Phrase
    rule: str


def aims(parsed: Parsed) -> Iterator[Aim]:
    """The aims of a sentence that hold no amount.

    A1 an actor plans, aims, seeks, … to do something; A2 an actor will do something.
    """
    for at, chunk in enumerate(parsed.chunks):
        rule = _states_aim(parsed, at)
        if rule is None:
            continue
        actor = subject_of(parsed, at)
        last = _end(parsed, at)
        if actor is None or last <= at + 1 or any(parsed.chunks[index].kind is Kind.AMOUNT for index in range(at, last)):
            continue
        first = _content(parsed, chunk)
        span = parsed.tagged.span(first, parsed.chunks[last - 1].last)
        label = " ".join(parsed.tagged.words(first, parsed.chunks[last - 1].last).split()[:_LONGEST])
        yield Aim(verb=at, last=last, span=span, label=label, actor=actor, rule=rule)


def _states_aim(parsed: Parsed, at: int) -> str | None:
    group = parsed.chunks[at].verb
    if group is None or not group.intends or group.negated or not group.verbs or group.passive:
        return None
    tokens = parsed.tagged.tokens
    chunk = parsed.chunks[at]
    words = [tokens[index].lower for index in range(chunk.first, chunk.last)]
    if group.lemma in _OUTCOMES and "to" not in words:
        return None
    if "to" in words:
        return "A1" if group.lemma != "be" else None
    return "A2" if words[0] in {"will", "shall", "'ll", "’ll"} else None


def _content(parsed: Parsed, chunk: Chunk) -> int:
    """The token of the verb that says what is aimed at."""
    tags = parsed.tagged.tags
    return max((index for index in range(chunk.first, chunk.last) if tags[index] in {"V", "VN", "BE"}), default=chunk.first)


def _end(parsed: Parsed, at: int) -> int:
    """Where the words of an aim end: before a mark, a further clause or an attribution."""
    index = at + 1
    while index < len(parsed.chunks):
        chunk = parsed.chunks[index]
        if chunk.kind is Kind.MARK and parsed.lower(index) not in {'"', "“", "”", "'", "’", "‘"}:
            break
        if chunk.kind is Kind.SUBORDINATOR:
            break
        if chunk.kind is Kind.VERB and chunk.verb is not None and chunk.verb.intends:
            break
        index += 1
    while index > at + 1 and parsed.chunks[index - 1].kind in {Kind.CONJUNCTION, Kind.PREPOSITION}:
        index -= 1
    return index
