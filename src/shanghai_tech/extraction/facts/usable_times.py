"""Which time expressions tell when something was true: none of a report, of a record, of what is compared with."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import phrase_before, subject_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.mention import PeriodMention, Relation

_RECORDS: Final = frozenset({"highest", "lowest", "biggest", "largest", "fastest", "slowest", "best", "worst", "most"})
_ISSUES: Final = frozenset({"publish", "release", "issue", "present", "unveil", "see", "circulate", "submit", "update"})
_REPORTS: Final = frozenset(
    {
        "report",
        "survey",
        "study",
        "figure",
        "data",
        "statistic",
        "ranking",
        "index",
        "paper",
        "statement",
        "list",
        "count",
    }
)


def usable_time(parsed: Parsed, at: int) -> PeriodMention | None:
    """The time of a chunk, if it may be that of an amount."""
    time = parsed.chunks[at].time
    if time is None or time.period is None or time.compares or _is_of_report(parsed, at) or _is_measure(parsed, at):
        return None
    return None if _is_of_record(parsed, at) or _is_origin(parsed, at) else time


def _is_measure(parsed: Parsed, at: int) -> bool:
    """Whether a time says only what is compared with: "as many as in 2022"."""
    return at > 0 and parsed.lower(at - 1) in {"as", "than"}


def _is_origin(parsed: Parsed, at: int) -> bool:
    """Whether a time says how old something is: "a depot from the 1920s"."""
    return parsed.lower(at).startswith("from the ") and parsed.lower(at).endswith("0s")


def _is_of_record(parsed: Parsed, at: int) -> bool:
    """Whether a time only says since when something is a record: "for the first time since 2014"."""
    mention, start = parsed.chunks[at].time, parsed.chunks[at].first
    if mention is None or mention.relation is not Relation.SINCE:
        return False
    before = [token.lower for token in parsed.tagged.tokens[max(0, start - 5) : start]]
    return before[-2:] == ["first", "time"] or any(word in _RECORDS for word in before)


def _is_of_report(parsed: Parsed, at: int) -> bool:
    """Whether a time says when something was said: "the bureau said on Wednesday", "the bureau on Wednesday said"."""
    behind = parsed.chunks[at + 1].verb if at + 1 < len(parsed.chunks) else None
    if behind is not None and behind.has("report") and behind.tense in FINITE and not behind.passive:
        return at > 0 and parsed.chunks[at - 1].kind is Kind.NOUN
    for index in parsed.back_from(at):
        chunk = parsed.chunks[index]
        if chunk.verb is not None:
            told = chunk.verb
            if told.tense is Tense.PARTICIPLE or told.passive:
                return _is_issued(parsed, index)
            return told.has("report") and told.tense in FINITE and not told.intends and told.lemma != "add"
        if chunk.kind in {Kind.AMOUNT, Kind.SUBORDINATOR}:
            return False
    return False


def _is_issued(parsed: Parsed, at: int) -> bool:
    """Whether a verb tells that figures were made public: "a report published on Thursday"."""
    group = parsed.chunks[at].verb
    phrase = subject_of(parsed, at) if group is not None and group.tense in FINITE else phrase_before(parsed, at)
    if group is None or group.lemma not in _ISSUES or phrase is None:
        return False
    last = parsed.chunks[phrase.last - 1].last
    return parsed.tagged.tokens[last - 1].lower.removesuffix("s") in _REPORTS
