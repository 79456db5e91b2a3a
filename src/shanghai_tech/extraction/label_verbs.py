"""The label of an amount by the verb that governs it (rules L5, L6 and L9)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from shanghai_tech.extraction.chunks import Kind, Parsed
from shanghai_tech.extraction.clauses import Phrase, phrase_before, phrase_from
from shanghai_tech.extraction.label_case import Case, Label, carried_label
from shanghai_tech.extraction.label_purpose import purpose
from shanghai_tech.extraction.verb_groups import FINITE
from shanghai_tech.extraction.wording import clean, is_named, points_back, role_of, says_figure
from shanghai_tech.model import Form

_MEASURES: Final = frozenset({"measure", "multiply", "rank"})


def verb_label(case: Case) -> Label | None:
    parsed, governor, group = case.parsed, case.governor, case.group
    if group is None or governor.verb is None:
        return None
    subject = governor.subject
    what = clean(parsed, subject) if subject is not None and not is_named(parsed, subject) else ""
    between = _object_between(parsed, governor.verb, case.index)
    if between and role_of(between.split()[-1], case.vocabulary) == "vague" and " of " not in between:
        return carried_label(case) or (case.counted[-1] if case.counted else case.earlier)
    if between:
        return Label(words=between, context=(what,), rule="L6", phrase=subject, head=between.split()[-1])
    of_amount = (
        subject is not None and parsed.chunks[subject.last - 1].kind is Kind.AMOUNT and case.previous is not None
    )
    if of_amount or (subject is not None and points_back(parsed, subject, case.vocabulary)):
        told = carried_label(case) or case.earlier
        if told is not None and (of_amount or says_figure(parsed, subject)):
            return told
        if told is not None and (
            not group.verbs or {"measure", "rise", "fall", "multiply"} & set(group.verbs[-1].roles)
        ):
            return evolve(told, inherits=False)  # "it rose to": the same indicator at another time
    changes = (group.has("rise") or group.has("fall")) and (
        case.is_ratio or case.word(-1) in {"by", "to", "from", "at"}
    )
    if "compare" in (group.verbs[-1].roles if group.verbs else ()):
        return carried_label(case) or case.earlier
    measures = not group.verbs or changes or _MEASURES & set(group.verbs[-1].roles) or group.passive
    joined = governor.verb > 0 and parsed.chunks[governor.verb - 1].kind is not Kind.NOUN
    if case.amount.form is Form.RANK and case.previous is not None and group.tense not in FINITE and joined:
        return carried_label(case)
    if measures and what:
        return Label(words=what, rule="L5", phrase=subject, head=what.split()[-1])
    if not group.verbs:
        return None
    if _MEASURES & set(group.verbs[-1].roles) and case.earlier is not None and subject is None:
        return case.earlier
    told = _verb_words(parsed, governor.verb)
    particle = told.partition(" ")[2]
    nouns = {verb.id: verb.noun for verb in case.vocabulary.verb if " " in verb.id}
    act = nouns.get(f"{group.lemma} {particle}") or group.verbs[-1].noun or told
    return Label(words=act, context=(what, purpose(case)), rule="L6", phrase=subject, head=act)


def gapped_label(case: Case) -> Label | None:
    """ "services grew by 20 percent and manufacturing by 30 percent": the verb of the second is that of the first."""
    parsed, index = case.parsed, case.index
    if case.previous is None or case.word(-1) not in {"by", "to", "at"} or index < 3:
        return None
    phrase = phrase_before(parsed, index - 1, prepositions=frozenset({"of"}))
    if phrase is None or phrase.first == 0 or is_named(parsed, phrase):
        return None
    if parsed.chunks[phrase.first - 1].kind is not Kind.CONJUNCTION and parsed.lower(phrase.first - 1) != ",":
        return None
    verb = case.governor.verb
    if verb is None or not any(parsed.chunks[at].kind is Kind.AMOUNT for at in range(verb, phrase.first)):
        return None
    words = clean(parsed, phrase)
    return Label(words=words, rule="L9", phrase=phrase, head=words)


def _object_between(parsed: Parsed, verb: int, index: int) -> str:
    """The object of a verb before "by", "to", "from" and the amount: "raise spending by 7 percent"."""
    if verb + 1 >= index or parsed.chunks[verb + 1].kind is not Kind.NOUN:
        return ""
    phrase = phrase_from(parsed, verb + 1, prepositions=frozenset({"of", "in", "for", "on"}))
    if phrase is not None and parsed.lower(min(phrase.last, index)) == "to" and phrase.last + 1 < index:
        if parsed.chunks[phrase.last + 1].kind is Kind.NOUN:
            phrase = Phrase(phrase.first, phrase.last + 2)  # "the ratio of spending to GDP"
    if phrase is None or phrase.last > index or parsed.lower(phrase.last) not in {"by", "to", "from", "at"}:
        causes = parsed.chunks[verb].verb
        is_direct = phrase is not None and phrase.last == index and causes is not None and causes.has("cause")
        return clean(parsed, phrase) if is_direct and phrase is not None else ""
    return clean(parsed, phrase)


def _verb_words(parsed: Parsed, verb: int) -> str:
    words = parsed.words(verb, verb + 1).split()
    tail = parsed.lower(verb + 1) if verb + 1 < len(parsed.chunks) else ""
    return f"{words[-1]} {tail}" if tail in {"in", "over", "up", "out"} else words[-1]
