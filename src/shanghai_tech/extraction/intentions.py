"""Whether something is told as true or as intended (rules K1 to K5)."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.extraction.chunks import Kind, Parsed
from shanghai_tech.extraction.clauses import Phrase
from shanghai_tech.extraction.governors import Governor
from shanghai_tech.extraction.verb_groups import FINITE, Tense
from shanghai_tech.mentions.mention import PeriodMention
from shanghai_tech.vocabulary import Vocabulary

_FORESEES: Final = frozenset(
    {
        "target",
        "forecast",
        "project",
        "expect",
        "predict",
        "envisage",
        "anticipate",
        "foresee",
        "envision",
        "eye",
        "aim",
        "plan",
    }
)
_SETTLED: Final = frozenset({Tense.PAST, Tense.PERFECT})
_RESULTS: Final = frozenset({"measure", "rise", "fall"})


def is_intended(
    parsed: Parsed,
    index: int,
    *,
    governor: Governor,
    time: PeriodMention | None,
    published: date | None,
    vocabulary: Vocabulary,
) -> bool:
    """Whether the amount in a chunk is part of an intention.

    K1 its verb group states one (will, plans to, is to, is expected to); K2 its verb foresees (expects 5 billion);
    K3 a plan, target or goal is its subject or owns it; K4 an infinitive or -ing form goes with its main verb; K5 it is
    due after the day of publication and nothing tells it as past.
    """
    plans = {cue.id for cue in vocabulary.cue if cue.role == "plan"}
    verb = governor.verb
    if _is_start(parsed, index, time=time, published=published):
        return False
    if _named_as_plan(parsed, index, plans=plans) or is_promised(parsed, index):
        return True
    if verb is not None:
        decided = _by_verb(parsed, verb, governor=governor, plans=plans)
        if decided is not None:
            return decided
    return _is_due(time, published=published) and not _is_settled(parsed, verb)


def is_promised(parsed: Parsed, index: int) -> bool:
    """K7: whether what follows says so: "the 7,000 that the city hopes to have", "the 7,500 its owners had promised"."""
    chunks = parsed.chunks
    at = index + 1
    if at < len(chunks) and parsed.lower(at) in {"that", "which"}:
        at += 1
    if at + 1 >= len(chunks) or chunks[at].kind is not Kind.NOUN:
        return False
    group = chunks[at + 1].verb
    return group is not None and (group.intends or group.has("commit"))


def _is_start(parsed: Parsed, index: int, *, time: PeriodMention | None, published: date | None) -> bool:
    """K6: whether the amount is where an intention starts from: "from 11 percent at present", "up from 5 billion in 2018"."""
    behind = parsed.chunks[index + 1].time if index + 1 < len(parsed.chunks) else None
    if behind is not None and behind.timex == "PRESENT_REF":
        return True
    if "present" in parsed.lower(index).split() or "current" in parsed.lower(index).split():
        return True
    if index == 0 or parsed.lower(index - 1) not in {"from", "against", "versus", "than"}:
        return False
    if any(chunk.time is not None and chunk.time.timex == "PRESENT_REF" for chunk in parsed.chunks[index:]):
        return True
    due = time.period.end if time is not None and time.period is not None else None
    return due is None or published is None or due <= published


def _by_verb(parsed: Parsed, verb: int, *, governor: Governor, plans: set[str]) -> bool | None:
    group = parsed.chunks[verb].verb
    if group is None:
        return None
    if group.intends:
        return True
    if group.lemma in _FORESEES and group.tense is not Tense.PARTICIPLE and governor.is_subject is group.passive:
        return True
    if group.tense in FINITE:
        subject = governor.subject
        if subject is not None and group.tense is Tense.PRESENT and _has_word(parsed, subject, plans):
            return True
        return False if group.tense in _SETTLED else None
    return _by_main_verb(parsed, verb, plans=plans)


def _by_main_verb(parsed: Parsed, verb: int, *, plans: set[str]) -> bool | None:
    """K4: what the verb before an infinitive, participle or -ing form says, or the noun that it depends on."""
    group = parsed.chunks[verb].verb
    if group is not None and group.tense is Tense.INFINITIVE and verb > 0 and _ends_in(parsed, verb - 1, plans):
        return True
    if verb > 1 and parsed.lower(verb - 1) == "of" and _ends_in(parsed, verb - 2, plans):
        return True
    for at in range(verb - 1, -1, -1):
        other = parsed.chunks[at].verb
        if other is not None and (other.tense in FINITE or other.intends):
            if other.intends or other.lemma in _FORESEES:
                return True
            purpose = (
                group is not None
                and group.tense is Tense.INFINITIVE
                and not (group.verbs and _RESULTS & set(group.verbs[-1].roles))
            )
            return False if other.tense in _SETTLED and not purpose else None
    return None


def _has_word(parsed: Parsed, phrase: Phrase, words: set[str]) -> bool:
    return bool(
        words & set(parsed.words(phrase.first, phrase.last).lower().replace("'s", "").replace("’s", "").split())
    )


def _ends_in(parsed: Parsed, index: int, words: set[str]) -> bool:
    chunk = parsed.chunks[index]
    return chunk.kind is Kind.NOUN and parsed.tagged.tokens[chunk.last - 1].lower in words


def _named_as_plan(parsed: Parsed, index: int, *, plans: set[str]) -> bool:
    """ "a target of 500 firms"."""
    return index >= 2 and parsed.lower(index - 1) in {"of", "at"} and _ends_in(parsed, index - 2, plans)


def _is_due(time: PeriodMention | None, *, published: date | None) -> bool:
    return (
        time is not None
        and time.period is not None
        and time.period.end is not None
        and published is not None
        and time.period.end > published
        and (time.period.start is None or time.period.start > published)
    )


def _is_settled(parsed: Parsed, verb: int | None) -> bool:
    group = parsed.chunks[verb].verb if verb is not None else None
    return group is not None and group.tense in _SETTLED
