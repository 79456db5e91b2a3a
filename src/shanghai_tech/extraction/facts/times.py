"""When an amount was true, or is to be (rules T0 to T5)."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from shanghai_tech.extraction.facts.sources import is_present, is_source, owner_time
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import phrase_before, subject_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.mention import PeriodMention, Relation
from shanghai_tech.model import Period

_RELATIVES: Final = frozenset({"who", "which"})
_RECORDS: Final = frozenset({"highest", "lowest", "biggest", "largest", "fastest", "slowest", "best", "worst", "most"})
#: How many sentences on a period is handed, and how many days the periods of reports have.
_HANDED_ON: Final = 2
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
_QUARTER: Final = 85
_YEAR: Final = 366


@frozen
class Carried:
    """A period told before, and how far away: it holds on while the tense does.

    `reported` tells that figures are reported for it: the last year, half-year or quarter.
    """

    period: Period
    paragraph: int
    sentence: int
    reported: bool = False


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


def _usable(parsed: Parsed, at: int) -> PeriodMention | None:
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
            usable = _usable(parsed, at)
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
            usable = _usable(parsed, at)
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
            return _usable(parsed, end) if end > 0 else None
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


def year_before(parsed: Parsed, index: int) -> bool:
    """T5: whether the amount is that of "a year earlier", and so of the period of the amount before, a year back."""
    behind = parsed.chunks[index + 1] if index + 1 < len(parsed.chunks) else None
    time = behind.time if behind is not None else None
    return (
        is_source(parsed, index)
        and time is not None
        and time.compares
        and "year" in time.bare.slice(parsed.tagged.text).lower()
    )


def a_year_back(period: Period) -> Period:
    """The same days a year before."""
    start, end = period.start, period.end
    return evolve(
        period,
        start=start - relativedelta(years=1) if start is not None else None,
        end=end - relativedelta(years=1) if end is not None else None,
    )


def carried(parsed: Parsed, verb: int | None, *, last: Carried | None, told: tuple[int, int]) -> Period | None:
    """T4: the period of the sentence before, kept by one that goes on in the past; `told` are paragraph and sentence.

    Into the next paragraph only the stretch that a report is about is handed on: the last year, half-year or quarter.
    """
    group = parsed.chunks[verb].verb if verb is not None else None
    if last is None or group is None or group.tense is not Tense.PAST or is_now(parsed, len(parsed.chunks) - 1):
        return None
    paragraph, sentence = told
    apart = paragraph - last.paragraph
    goes_on = apart == 0 or (apart == 1 and last.reported and group.lemma != "be")
    goes_on = goes_on and (last.period.end != last.period.start)  # what was so on a day is told of that day alone
    return last.period if goes_on and sentence - last.sentence <= _HANDED_ON else None


def is_reported(period: Period, published: date | None) -> bool:
    """Whether a period is one that figures are reported for: a quarter to a year long, and not long over."""
    start, end = period.start, period.end
    if start is None or end is None or published is None:
        return False
    return _QUARTER <= (end - start).days <= _YEAR and (published - end).days < _YEAR


def as_told(mention: PeriodMention, *, target: bool) -> Period | None:
    """The period of a mention, told as true or as intended: a state read at the end of a month runs up to it."""
    period = mention.period
    if period is None or target:
        return period
    if mention.relation in {Relation.BY, Relation.AS_OF} and period.start is not None:
        return period.until()
    return period
