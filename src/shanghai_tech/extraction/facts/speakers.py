"""Whom a sentence is attributed to, as it tells itself (rules S1 to S3, S5)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from shanghai_tech.extraction.facts.attribution import Attribution, Case, Who, attributed, author
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import NOMINAL, Phrase, phrase_from, subject_of
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.sayers import sayers
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.model import Form
from shanghai_tech.vocabulary import Vocabulary

_QUOTES: Final = frozenset('"“”')
_BEFORE_SPEECH: Final = frozenset({",", '"', "”", "'", "’", "“", "?", "!"})
#: Verbs whose object is a thing as often as a statement.
_SHOWS: Final = frozenset({"announce", "disclose", "reveal"})
_NEAR: Final = 6
_VALUES: Final = frozenset({"estimate", "put", "value"})
_WITHIN: Final = frozenset({"in", "of"})
_SAY: Final = frozenset({"say", "add", "note", "explain"})
_COUNT: Final = frozenset({"count", "survey", "tally", "track"})
_COUNTS: Final = frozenset({"count", "vague", "figures"})
_BY: Final = frozenset({"by", "on"})
_IN_LIST: Final = frozenset({"in", "on"})
_ITSELF: Final = frozenset({"it", "they"})
_TELLS: Final = ("report", "survey")
_RELATIVES: Final = frozenset({"who", "which", "whose"})


def attribution(parsed: Parsed, vocabulary: Vocabulary, *, who: Who, whose: Who) -> Attribution | None:
    """Who says the sentence, as it tells itself; None where it does not.

    S1 "according to X"; S2 ", said X" behind what is said; S3 "X said that", "…, X said", "figures of X show";
    S5 "by X's reckoning", "in a survey by X", "that X counted".
    """
    case = Case(parsed, vocabulary, who, whose)
    return _according(case) or _report(case) or _reckoned(case)


def _according(case: Case) -> Attribution | None:
    """S1."""
    parsed, tokens = case.parsed, case.parsed.tagged.tokens
    for at in range(len(parsed.chunks) - 1):
        chunk = parsed.chunks[at]
        words = tuple(token.lower for token in tokens[chunk.first : chunk.first + 2])
        if words == ("as", "per") or (words == ("according", "to") and chunk.last == chunk.first + 1):
            start = at + 2
        elif chunk.kind is Kind.VERB and tokens[chunk.first].lower == "according":
            start = at + 1
        else:
            continue
        phrase = case.phrase(start)
        if phrase is not None:
            told = attributed(case, author(case, phrase))
            return evolve(told, until=_own_tail(case, phrase.last)) if told is not None else None
    return None


def _own_tail(case: Case, end: int) -> int | None:
    """Where a relative clause begins that follows a name, or a bracket behind it, at once: "according to X, which"."""
    if case.lower(end) == "(":
        end = next((close + 1 for close in range(end, end + _NEAR) if case.lower(close) == ")"), end)
    is_own = case.lower(end) == "," and case.lower(end + 1) in _RELATIVES
    return _tail(case, end) if is_own else None


def _reckoned(case: Case) -> Attribution | None:
    """S5."""
    for at, chunk in enumerate(case.parsed.chunks):
        phrase = case.phrase(at + 1) if chunk.kind is Kind.PREPOSITION else None
        if phrase is not None and _is_reckoning(case, at, phrase):
            by = author(case, phrase)
            named = case.who(case.parsed, by) or case.whose(case.parsed, by)
            if named is not None and named.kind is not NameKind.PLACE:
                is_of_rest = case.lower(at) in _BY and _tells_behind(case, phrase.last)
                return Attribution(named.name, cites=True, since=at if is_of_rest else 0)
        group = chunk.verb
        ranked_by = _ranker(case, at)
        if ranked_by is not None:
            return Attribution(ranked_by, cites=True)
        if group is not None and group.lemma in _COUNT and group.tense in FINITE and case.lower(at - 2) == "that":
            named = case.who(case.parsed, Phrase(at - 1, at))
            if named is not None and named.kind is NameKind.ORGANIZATION:
                return Attribution(named.name, cites=True)
    return None


def _tells_behind(case: Case, at: int) -> bool:
    """Whether a clause with a verb follows: "…, and by X's count 40 are closed", but not "…, by X's count"."""
    groups = (case.verb(here) for here in range(at, len(case.parsed.chunks)))
    return any(group is not None and group.tense in FINITE for group in groups)


def _ranker(case: Case, at: int) -> str | None:
    """The body in "was ranked third by X", where a chunk is the verb."""
    group = case.verb(at)
    amount = case.parsed.chunks[at + 1].amount if case.kind(at + 1) is Kind.AMOUNT else None
    if group is None or not (group.passive and group.has("rank")) or amount is None or amount.form is not Form.RANK:
        return None
    by = next((here for here in range(at + 2, at + 2 + _NEAR) if case.lower(here) in {"by", ","}), at)
    phrase = case.phrase(by + 1) if case.lower(by) == "by" else None
    named = case.who(case.parsed, phrase) if phrase is not None else None
    return named.name if named is not None and named.kind is NameKind.ORGANIZATION else None


def _is_reckoning(case: Case, preposition: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a preposition is somebody's count: "by X's reckoning", "in a survey … by X"."""
    words = case.parsed.words(phrase.first, phrase.last).lower().split()
    owned = any(word.endswith(("'s", "’s")) or word in {"its", "their", "his", "her"} for word in words)
    if case.lower(preposition) in _BY:
        return owned and role_of(words[-1], case.vocabulary) in _COUNTS
    opens = preposition == 0 or case.kind(preposition - 1) is Kind.MARK
    owned = owned or "by" in words or author(case, phrase) is not phrase
    ranks = case.lower(preposition) in _IN_LIST and _has_rank(case, preposition)
    is_in = ranks or (opens and case.lower(preposition) == "in")
    return is_in and owned and case.head_role(phrase.first) == "figures"


def _has_rank(case: Case, end: int) -> bool:
    """Whether a rank is told before a chunk: "came third in an index by X", "the city, third on X's list"."""
    amounts = (chunk.amount for chunk in case.parsed.chunks[:end])
    return any(amount is not None and amount.form is Form.RANK for amount in amounts)


def _report(case: Case) -> Attribution | None:
    """S2 before S3: what is said behind a comma tells more surely who says it all."""
    parsed = case.parsed
    verbs = [at for at in range(len(parsed.chunks)) if _reports(case, at)]
    for at in verbs:
        phrase = _inverted(case, at)
        told = attributed(case, author(case, phrase)) if phrase is not None else None
        if told is not None and phrase is not None:
            return evolve(told, until=_tail(case, phrase.last))
    for at in verbs:
        phrase = _sayer(case, at)
        if phrase is None or _announces_thing(case, at) or not _can_report(case, at, phrase):
            continue
        told = attributed(case, author(case, phrase), speech=_says(case, at))
        if told is not None and (told.speaker is not None or told.document or told.cites):
            told = evolve(told, since=_clause_start(case, at, phrase))
            return evolve(told, speaker=None) if _tells_own_plan(case, at, phrase) else told
    return None


def _clause_start(case: Case, at: int, phrase: Phrase) -> int:
    """Where the clause begins in which somebody says something, if one before it is told by the paper itself.

    "There are 35 labs, and Ann Lee expects 40", "a lab that, Ann Lee said, has 40 rooms"
    """
    first = min([phrase.first, *(each.first for each in sayers(case.parsed, at))])
    opens = next((back for back in range(first - 1, 0, -1) if case.kind(back - 1) is Kind.MARK), first)
    is_phrase = all(case.kind(here) in {Kind.NOUN, Kind.PREPOSITION} for here in range(opens + 1, first - 1))
    if case.lower(first - 1) == "," and case.lower(opens) in {"and", "but"} and is_phrase:
        first = opens + 1  # ", and the dean, Ann Lee, expects"
    if case.kind(first - 1) is Kind.CONJUNCTION and not _is_last_word(case, at) and phrase.last <= at:
        before = range(first - 1)
        if any((group := case.verb(here)) is not None and group.tense in FINITE for here in before):
            return first
    if case.lower(first - 1) == "," and case.lower(first - 2) in {"that", "which", "who"} and case.lower(at + 1) == ",":
        return first - 2
    return 0


def _reports(case: Case, at: int) -> bool:
    """Whether a chunk is a verb that reports; "X (ABC) said" and "X, head of Y, said" may look like a participle."""
    group = case.verb(at)
    if group is None or group.passive or not (group.has("report") or group.has("rank") or group.has("survey")):
        return group is not None and group.lemma == "point" and case.lower(at + 1) == "out" and group.tense in FINITE
    if group.lemma == "tell" and case.lower(case.behind_times(at + 1)) in {"whether", "which", "what"}:
        return False  # "sensors tell whether"
    words = case.lower(at).split()
    if group.lemma == "add" and words[0] in {"is", "are", "was", "were"}:
        return False  # "is adding rooms"
    if group.tense is Tense.PARTICIPLE:
        return _says_after_all(case, at)
    is_bare = case.parsed.chunks[at].last - case.parsed.chunks[at].first == 1
    if group.intends:  # "…, X predicted in January"
        return is_bare and _is_last_word(case, at)
    return group.tense in FINITE


def _says_after_all(case: Case, at: int) -> bool:
    """Whether what looks like a participle says: "X (ABC) said", "the director said.", "X, head of Y, warned."."""
    group, before = case.verb(at), case.lower(at - 1)
    if group is None or case.lower(case.behind_times(at + 1)) in {"by", "to"}:
        return False
    if before == ")":
        return True
    ends = _is_last_word(case, at)
    if group.lemma in _SAY:
        return before == "," or (ends and case.kind(at - 1) in NOMINAL)
    return before == "," and ends and _person_among(case, sayers(case.parsed, at)) is not None


def _person_among(case: Case, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """The first of some phrases that begins with a person's name."""
    for phrase in phrases:
        named = case.who(case.parsed, Phrase(phrase.first, phrase.first + 1))
        if named is not None and named.kind is NameKind.PERSON:
            return phrase
    return None


def _can_report(case: Case, at: int, phrase: Phrase) -> bool:
    """Whether a verb reports with this subject: a survey counts and places, others may put money into a plant."""
    group = case.verb(at)
    if group is None or group.has("report") or group.lemma == "point":
        return group is not None
    if group.has("rank") and group.has("survey") and case.kind(case.behind_times(at + 1)) is Kind.NOUN:
        return True  # "Harrow Bank places Oulu third", but not "Harrow Bank came third"
    return "figures" in case.roles(Phrase(phrase.first, phrase.first + 1)) or (
        group.lemma in _VALUES and (case.head_role(at + 1) in _COUNTS or _is_valued(case, at))  # "puts the number at"
    )


def _is_valued(case: Case, at: int) -> bool:
    """Whether a verb says how much something is: "put the cost of the plant at 5 million euros"."""
    valued = phrase_from(case.parsed, case.behind_times(at + 1), prepositions=_WITHIN)
    behind = valued.last if valued is not None else 0
    return valued is not None and case.lower(behind) == "at" and case.kind(behind + 1) is Kind.AMOUNT


def _is_last_word(case: Case, at: int) -> bool:
    """Whether nothing follows a verb in its clause but a time."""
    end = case.behind_times(at + 1)
    return case.kind(end) in {None, Kind.MARK}


def _inverted(case: Case, at: int) -> Phrase | None:
    """S2: the phrase behind a verb that stands behind what is said: ", said X", and never ", X, said sales grew"."""
    group = case.verb(at)
    if at == 0 or case.lower(at - 1) not in _BEFORE_SPEECH or group is None:
        return None
    phrase = case.phrase(at + 1)
    if phrase is None or (group.lemma not in _SAY and not _is_named_speaker(case, at, phrase)):
        return None
    for behind in range(phrase.last, len(case.parsed.chunks)):
        verb = case.verb(behind)
        if verb is not None and verb.tense in FINITE:
            return None
        if case.kind(behind) in {Kind.MARK, Kind.SUBORDINATOR} or case.lower(behind) == "as":
            return None if case.lower(behind) == "that" else phrase
    return phrase


def _is_named_speaker(case: Case, at: int, phrase: Phrase) -> bool:
    """Whether somebody is named behind a verb that ends a sentence: ", predicts X.", but not ", told X that"."""
    group, ends = case.verb(at), case.kind(case.behind_times(phrase.last)) in {None, Kind.MARK}
    reports = (
        group is not None and group.has("report") and group.lemma != "tell" and group.tense is not Tense.PARTICIPLE
    )
    return reports and ends and case.who(case.parsed, phrase) is not None


def _tail(case: Case, first: int) -> int | None:
    """Where a relative clause about the speaker begins behind ", said X", if nobody goes on speaking there."""
    chunks = range(first, len(case.parsed.chunks))
    groups = [group for at in chunks if (group := case.verb(at)) is not None]
    goes_on = any(group.intends or any(group.has(role) for role in _TELLS) for group in groups)
    if goes_on or any(case.lower(at) in _QUOTES for at in chunks):
        return None
    return next((at for at in chunks if case.lower(at) in _RELATIVES), None)


def _sayer(case: Case, at: int) -> Phrase | None:
    """S3: the subject of a verb; of a name and what is apposed to it, the one that names a person, else a body."""
    phrases = sayers(case.parsed, at)
    person = _person_among(case, phrases)
    if person is not None:
        return person
    named_body = next((phrase for phrase in phrases if case.who(case.parsed, phrase) is not None), None)
    return named_body or (phrases[0] if phrases else subject_of(case.parsed, at))


def _announces_thing(case: Case, at: int) -> bool:
    """Whether a verb has a thing for its object rather than a statement: "announced a fund"."""
    group = case.verb(at)
    return group is not None and group.lemma in _SHOWS and case.kind(case.behind_times(at + 1)) in NOMINAL


def _tells_own_plan(case: Case, at: int, phrase: Phrase) -> bool:
    """Whether the body that speaks tells what it will do itself: "said it would invest"; a person is no "it"."""
    named = case.who(case.parsed, phrase)
    if named is not None and named.kind is NameKind.PERSON:
        return False
    start = case.behind_times(at + 1)
    start += case.lower(start) == "that"
    group = case.verb(start + 1)
    return case.lower(start) in _ITSELF and group is not None and group.intends


def _says(case: Case, at: int) -> bool:
    group = case.verb(at)
    return group is not None and group.lemma in _SAY | {"tell"}
