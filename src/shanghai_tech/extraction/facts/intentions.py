"""Whether something is told as true or as intended (rules K1 to K8)."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.sources import is_present, own_time, owner_time
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense, VerbGroup
from shanghai_tech.mentions.mention import PeriodMention
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import verb_forms

_SETTLED: Final = frozenset({Tense.PAST, Tense.PERFECT})
_NOW: Final = "PRESENT_REF"
_FROM: Final = frozenset({"from", "against", "versus", "than", "after"})
_PLANS: Final = frozenset({"commit", "foresee"})
_NEW: Final = frozenset({"new", "more", "additional", "further", "extra", "planned", "future", "next"})
_NEAR: Final = 6
_RESULTS: Final = frozenset({"measure", "rise", "fall"})


def is_intended(case: Case, *, time: PeriodMention | None, published: date | None) -> bool:
    """Whether an amount is part of an intention.

    K1 its verb group states one (will, plans to, is to, is expected to); K2 its verb foresees (expects 5 billion);
    K3 a plan, target or goal is its subject or owns it; K4 an infinitive or -ing form goes with its main verb; K5 it is
    due after the day of publication and nothing tells it as past; K6 where an intention starts from is none; K7 what
    follows promises it; K8 it describes what is intended.
    """
    if _is_named_as_plan(case):
        return True
    if _is_start(case, published=published):
        return False
    if is_promised(case.parsed, case.index):
        return True
    if _is_of_planned(case):
        return True
    decided = _by_verb(case)
    is_pledge = case.group is not None and case.group.has("commit")  # "pledged 300 MW by 2030"
    if decided is not None and not (is_pledge and _is_due(time, published=published)):
        return decided
    is_over = case.group is not None and case.group.tense in _SETTLED and not case.group.has("commit")
    return _is_due(time, published=published) and not is_over


def _is_of_planned(case: Case) -> bool:
    """K8: whether it describes what is intended, as its subject: "a residence with 100 flats is to open"."""
    parsed, opening = case.parsed, case.parsed.tagged.tokens[case.parsed.chunks[0].first].lower
    verb = case.parsed.first_finite()
    group = parsed.chunks[verb].verb if verb is not None else None
    if verb is None or group is None or not group.intends or verb < case.index:
        return False
    before = [parsed.chunks[at].verb for at in range(case.index)]
    if any(each is not None and each.has("have") and each.tense is Tense.GERUND for each in before):
        return True  # "phase one, comprising four blocks, will take"
    return opening in {"a", "an", "another"} and case.index > 1 and all(each is None for each in before)


def is_promised(parsed: Parsed, index: int) -> bool:
    """K7: whether what follows says so: "the 7,000 that the city hopes for", "the 7,500 its owners had promised"."""
    chunks, tags = parsed.chunks, parsed.tagged.tags
    at = index + 1
    is_relative = at < len(chunks) and parsed.lower(at) in {"that", "which"}
    at += is_relative
    if at + 1 >= len(chunks) or chunks[at].kind is not Kind.NOUN:
        return False
    if not is_relative and tags[chunks[at].first] not in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN, t.NAME}:
        return False  # "the 300 million fund was set up"
    group = chunks[at + 1].verb
    return group is not None and not group.passive and (group.intends or group.has("commit"))


def _is_start(case: Case, *, published: date | None) -> bool:
    """K6: "from 11 percent at present", "up from 5 billion in 2018"; the time before it is that of where it leads."""
    behind = case.parsed.chunks[case.index + 1 :]
    if behind and behind[0].time is not None and behind[0].time.timex == _NOW:
        return True
    if is_present(case.parsed, case.index) or {"present", "current"} & set(case.word(0).split()):
        return True
    if _is_at_hand(case):
        return True
    owner = owner_time(case.parsed, case.index)
    if owner is not None and owner.period is not None:
        end = owner.period.end
        return end is not None and published is not None and end <= published
    if case.word(-1) not in _FROM:
        return False
    if any(chunk.time is not None and chunk.time.timex == _NOW for chunk in behind):
        return True
    time = own_time(case.parsed, case.index)
    due = time.period.end if time is not None and time.period is not None else None
    return due is None or published is None or due <= published


def _is_at_hand(case: Case) -> bool:
    """Whether what is counted is there already: "the 300 it already has", "across its 25 districts"."""
    parsed, index = case.parsed, case.index
    for at in range(index + 1, min(index + _NEAR, len(parsed.chunks))):
        if parsed.chunks[at].kind in {Kind.AMOUNT, Kind.MARK, Kind.CONJUNCTION}:
            break
        if "already" in parsed.lower(at).split():
            return True
    first = parsed.chunks[index].first
    is_owned = parsed.tagged.tags[first] == t.POSSESSIVE or (
        first > 0 and parsed.tagged.tags[first - 1] == t.POSSESSIVE
    )
    at = index - 1 if parsed.tagged.tags[first] == t.POSSESSIVE else index - 2
    is_led = 0 <= at < len(parsed.chunks) and parsed.chunks[at].kind is Kind.PREPOSITION
    is_new = not _NEW.isdisjoint(case.word(0).split())
    return is_owned and is_led and not is_new and case.amount.quantity.unit.is_count


def _by_verb(case: Case) -> bool | None:
    group, governor = case.group, case.governor
    if group is None:
        return None
    if group.intends or _is_due_then(case) or _is_some_day(case):
        return True
    foresees = group.has("foresee") or _foresees_with(case, group)
    if foresees and group.tense is not Tense.PARTICIPLE and governor.is_subject is group.passive:
        return True
    if group.tense not in FINITE or (group.able and case.word(-1) == "and"):
        return _by_main_verb(case, group)
    plans = words_for("plan", case.vocabulary)
    if (
        governor.subject is not None
        and group.tense is Tense.PRESENT
        and _has_word(case.parsed, governor.subject, plans)
    ):
        return True
    return False if group.tense in _SETTLED else None


def _foresees_with(case: Case, group: VerbGroup) -> bool:
    """Whether the verb foresees with its particle: "reckons with 500 jobs", "asked for another 20 hectares"."""
    verb = case.governor.verb
    ahead = range(verb + 1, case.index) if verb is not None else range(0)
    told = {f"{group.lemma} {case.parsed.lower(at)}" for at in ahead}
    return any(entry.id in told and "foresee" in entry.roles for entry in case.vocabulary.verb)


def _is_some_day(case: Case) -> bool:
    """Whether "one day" parts the verb from what makes it an intention: "should one day provide 300 jobs"."""
    verb = case.governor.verb
    before = case.parsed.chunks[verb - 2].verb if verb is not None and verb > 1 else None
    return verb is not None and case.parsed.lower(verb - 1) == "one day" and before is not None and before.intends


def _is_due_then(case: Case) -> bool:
    """Whether "due" stands behind "to be" and before a time: "another 40 are due next year"."""
    parsed, verb = case.parsed, case.governor.verb
    if verb is None or verb + 2 >= len(parsed.chunks) or parsed.lower(verb + 1) != "due":
        return False
    return parsed.chunks[verb + 2].kind is Kind.TIME and case.group is not None and case.group.tense is Tense.PRESENT


def _by_main_verb(case: Case, group: VerbGroup) -> bool | None:
    """K4: what the verb before an infinitive, participle or -ing form says, or the noun that it depends on."""
    parsed, verb = case.parsed, case.governor.verb
    plans = words_for("plan", case.vocabulary)
    if verb is None:
        return None
    if group.tense is Tense.INFINITIVE and verb > 0 and _ends_in(parsed, verb - 1, plans):
        return True
    if verb > 1 and parsed.lower(verb - 1) == "of" and _ends_in(parsed, verb - 2, plans):
        return True
    for at in range(verb - 1, -1, -1):
        other = parsed.chunks[at].verb
        if other is not None and (other.tense in FINITE or other.intends) and not _is_aside(parsed, at, until=verb):
            if other.intends or other.has("foresee"):
                return True
            is_result = bool(group.verbs) and bool(_RESULTS & set(group.verbs[-1].roles))
            is_purpose = group.tense is Tense.INFINITIVE and not is_result
            return False if other.tense in _SETTLED and not is_purpose else None
    return None


def _is_aside(parsed: Parsed, at: int, *, until: int) -> bool:
    """Whether a verb is one of a clause in commas that has ended: "the market, which hit 5 billion, to grow to"."""
    if at < 2 or parsed.lower(at - 1) not in {"which", "who"} or parsed.lower(at - 2) != ",":
        return False
    return any(parsed.lower(other) == "," for other in range(at + 1, until))


def _has_word(parsed: Parsed, phrase: Phrase, words: frozenset[str]) -> bool:
    return bool(
        words & set(parsed.words(phrase.first, phrase.last).lower().replace("'s", "").replace("’s", "").split())
    )


def _ends_in(parsed: Parsed, index: int, words: frozenset[str]) -> bool:
    chunk = parsed.chunks[index]
    return chunk.kind is Kind.NOUN and parsed.tagged.tokens[chunk.last - 1].lower in words


def _is_named_as_plan(case: Case) -> bool:
    """Whether the amount is one of a plan by its name: "a target of 500 firms", "a planned 500 firms"."""
    plans = words_for("plan", case.vocabulary)
    told = case.word(-1).rpartition(" ")[2]
    if any(_PLANS & set(form.verb.roles) and form.tag != t.PRESENT for form in verb_forms(told, case.vocabulary)):
        return case.parsed.chunks[case.index - 1].kind is Kind.NOUN
    return case.index >= 2 and case.word(-1) in {"of", "at"} and _ends_in(case.parsed, case.index - 2, plans)


def _is_due(time: PeriodMention | None, *, published: date | None) -> bool:
    return (
        time is not None
        and time.period is not None
        and time.period.end is not None
        and published is not None
        and time.period.end > published
        and (time.period.start is None or time.period.start > published)
    )
