"""When an amount was true, or is to be (rules T0 to T3)."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.facts.sources import is_present, is_source, owner_time
from shanghai_tech.extraction.facts.usable_times import usable_time
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.mention import PeriodMention

_RELATIVES: Final = frozenset({"who", "which"})


def time_of(parsed: Parsed, index: int, *, verb: int | None) -> PeriodMention | None:
    """The time expression of its own sentence that an amount, or the verb of an aim, belongs to.

    T0 the one that owns it; T1 the next one behind it in its clause, or in one that "since" opens;
    T2 the last one before it in the sentence; T3 one behind further amounts of the same list.
    `verb` is the verb group that governs the amount.
    """
    following = parsed.chunks[index + 1].time if index + 1 < len(parsed.chunks) else None
    if following is not None and following.timex == "PRESENT_REF":
        return None
    owner = owner_time(parsed, index)
    if owner is not None:
        return owner
    found = _behind(parsed, index, verb=verb, amounts=False)
    if found is None and not is_now(parsed, index):
        found = _before(parsed, index, verb=verb) or _behind(parsed, index, verb=verb, amounts=True)
        found = found or _clause_before(parsed, index, verb=verb)
    return found


def is_now(parsed: Parsed, index: int) -> bool:
    """Whether "now" or "at present" stands beside the amount or in its clause before it."""
    if is_present(parsed, index):
        return True
    for at in (index + 1, *parsed.back_from(index)):
        if at >= len(parsed.chunks):
            continue
        time = parsed.chunks[at].time
        if time is not None and time.period is None and time.timex == "PRESENT_REF":
            return True
        if at < index and (_ends_clause(parsed, at) or parsed.lower(at) == ","):
            return False
    return False


def _behind(parsed: Parsed, index: int, *, verb: int | None, amounts: bool) -> PeriodMention | None:
    skipped, closes = False, _closing(parsed, index)
    compared = _next(parsed, "than", behind=index)  # "higher than the amount seen in 2013"
    began = range(_next(parsed, "since", behind=index), len(parsed.chunks))  # "since it was launched in 2015"
    for at in range(index + 1, compared if closes is None else min(compared, closes)):
        chunk = parsed.chunks[at]
        if _opens_another(parsed, at, amounts=amounts):
            return None
        if chunk.time is not None and not skipped:
            usable = usable_time(parsed, at)
            if usable is not None:
                return usable
        elif chunk.kind is Kind.AMOUNT or _describes(parsed, at, index=index, verb=verb):
            continue
        elif chunk.kind is Kind.SUBORDINATOR and amounts and _is_list(parsed, at):
            skipped = True
        elif skipped:
            skipped = parsed.lower(at) != ","
        elif _is_end(parsed, at, verb=verb) and (at not in began or chunk.kind is Kind.MARK):
            return None
    return None


def _opens_another(parsed: Parsed, at: int, *, amounts: bool) -> bool:
    """Whether what follows is of another amount, of what this one is compared with, or of another clause."""
    if parsed.chunks[at].kind is Kind.AMOUNT:
        return not amounts or is_source(parsed, at)
    return _opens_comparison(parsed, at) or _opens_clause(parsed, at)


def _describes(parsed: Parsed, at: int, *, index: int, verb: int | None) -> bool:
    """Whether a chunk only describes the amount: "one-third of which", "28 percent of the space leased in Lyon"."""
    is_which = at == index + 2 and parsed.lower(at - 1) == "of" and parsed.chunks[at].kind is Kind.SUBORDINATOR
    return is_which or _is_reduced(parsed, at, index=index, verb=verb)


def _opens_clause(parsed: Parsed, at: int) -> bool:
    """Whether a time stands between "and" and a verb, and so is that verb's: "and by the end of 2021 had sold"."""
    if at == 0 or at + 1 >= len(parsed.chunks) or parsed.chunks[at - 1].kind is not Kind.CONJUNCTION:
        return False
    behind = parsed.chunks[at + 1].verb
    return behind is not None and behind.tense in FINITE


def _is_reduced(parsed: Parsed, at: int, *, index: int, verb: int | None) -> bool:
    """Whether a past form only describes the noun before it: "28 percent of the space leased in Lyon in 2018"."""
    group = parsed.chunks[at].verb
    if group is None or group.tense is not Tense.PAST or group.passive or verb is None or verb > index:
        return False
    plain = (
        parsed.chunks[at].last == parsed.chunks[at].first + 1 and at == index + 3 and parsed.lower(index + 1) == "of"
    )
    return plain and group.lemma != "be" and parsed.chunks[at - 1].kind is Kind.NOUN


def _opens_comparison(parsed: Parsed, at: int) -> bool:
    """Whether what is compared with begins, though it has no number: "40 labs, up from a handful in 2008"."""
    words = parsed.lower(at), parsed.lower(at - 1)
    return words[0] == "against" or (words[0] == "from" and words[1] in {"up", "down"})


def _closing(parsed: Parsed, index: int) -> int | None:
    """The comma that closes the relative clause in commas that an amount is in: "women, who hold 37 percent, …"."""
    for at in parsed.back_from(index):
        if parsed.chunks[at].kind is Kind.SUBORDINATOR or parsed.lower(at) in _RELATIVES:
            if at == 0 or parsed.lower(at) not in _RELATIVES or parsed.lower(at - 1) != ",":
                return None
            comma = _next(parsed, ",", behind=index)
            goes_on = comma + 1 < len(parsed.chunks) and parsed.chunks[comma + 1].kind in {Kind.VERB, Kind.SUBORDINATOR}
            return comma if goes_on else None
        if parsed.chunks[at].kind is Kind.MARK:
            return None
    return None


def _next(parsed: Parsed, word: str, *, behind: int) -> int:
    """The next chunk that is a word; where none is near, the end of those that are."""
    near = parsed.on_from(behind)
    return next((at for at in near if parsed.lower(at) == word), near.stop)


def _is_end(parsed: Parsed, at: int, *, verb: int | None) -> bool:
    return (at != verb and _ends_clause(parsed, at)) or _is_other_clause(parsed.chunks[at], at=at, verb=verb)


def _is_list(parsed: Parsed, at: int) -> bool:
    """Whether a list goes on behind a relative clause: "500 firms whose software leads, and 300 labs"."""
    commas = (later for later in (at, *parsed.on_from(at)) if parsed.lower(later) == ",")
    return any(
        parsed.chunks[each].kind is Kind.AMOUNT or parsed.chunks[each].kind is Kind.TIME
        for comma in commas
        for each in range(comma + 1, min(comma + 3, len(parsed.chunks)))
    )


def _is_other_clause(chunk: Chunk, *, at: int, verb: int | None) -> bool:
    return chunk.verb is not None and chunk.verb.tense in FINITE and at != verb and not chunk.verb.has("report")


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
        and at > 0
        and parsed.chunks[at - 1].kind in {Kind.CONJUNCTION, Kind.MARK}
    )


def _before(parsed: Parsed, index: int, *, verb: int | None) -> PeriodMention | None:
    crossed = False
    group = parsed.chunks[verb].verb if verb is not None else None
    settled = group is None or group.tense not in {Tense.PRESENT, Tense.PERFECT} or group.able
    for at in parsed.back_from(index):
        chunk = parsed.chunks[at]
        if chunk.time is not None:
            usable = usable_time(parsed, at)
            if (
                usable is not None
                and not _belongs_to_source(parsed, at)
                and not (crossed and not _opens_clause(parsed, at) and _in_other_clause(parsed, at))
                and not _is_of_participle(parsed, at, verb=verb)
            ):
                return usable
        if chunk.kind is Kind.SUBORDINATOR and (not settled or parsed.lower(at) == "that"):
            return None
        crossed = crossed or (chunk.verb is not None and chunk.verb.tense in FINITE)
    return None


def _clause_before(parsed: Parsed, index: int, *, verb: int | None) -> PeriodMention | None:
    """The time that ends the clause before "and": "reached 9 million as of May, and its speed ranked first"."""
    group = parsed.chunks[verb].verb if verb is not None else None
    if group is None or group.tense is not Tense.PAST:
        return None
    for at in parsed.back_from(index):
        if parsed.chunks[at].kind is Kind.CONJUNCTION:
            end = at - 1 - (parsed.lower(at - 1) == ",")
            return usable_time(parsed, end) if end > 0 else None
        if parsed.chunks[at].kind in {Kind.AMOUNT, Kind.SUBORDINATOR}:
            return None
    return None


def _in_other_clause(parsed: Parsed, at: int) -> bool:
    """Whether a verb before the time, in the same stretch between commas, has it: "opened in May, it offers"."""
    for index in parsed.back_from(at):
        if parsed.chunks[index].verb is not None:
            return True
        if parsed.chunks[index].kind is Kind.MARK:
            return False
    return False


def _is_of_participle(parsed: Parsed, at: int, *, verb: int | None) -> bool:
    """Whether a participle before the time has it, beside another of the same noun: "founded in 2007 and employing"."""
    group = parsed.chunks[verb].verb if verb is not None else None
    if verb is None or verb < at or group is None or group.tense not in {Tense.GERUND, Tense.PARTICIPLE}:
        return False
    before = next(
        (chunk.verb for chunk in (parsed.chunks[each] for each in parsed.back_from(at)) if chunk.verb is not None), None
    )
    is_beside = parsed.chunks[verb - 1].kind is Kind.CONJUNCTION
    return is_beside and before is not None and before.tense in {Tense.GERUND, Tense.PARTICIPLE}


def _belongs_to_source(parsed: Parsed, at: int) -> bool:
    """Whether the time stands behind an amount that another is compared with."""
    return at > 0 and parsed.chunks[at - 1].kind is Kind.AMOUNT and is_source(parsed, at - 1)
