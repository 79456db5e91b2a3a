"""The label of an amount by the verb that governs it (rules L5, L6 and L9)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import evolve

from shanghai_tech.extraction.facts.label_case import Case, Label, carried_label
from shanghai_tech.extraction.facts.label_purpose import purpose
from shanghai_tech.extraction.facts.label_said import said_of_part
from shanghai_tech.extraction.facts.label_told import told_label
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_before, phrase_from, subject_of
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.grammar.wording import clean, is_named
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Form, Unit
from shanghai_tech.model.unit import ONE

_MEASURES: Final = frozenset({"measure", "multiply", "rank"})
#: Verbs with what is wished for as their object.
_WANTS: Final = frozenset({"want", "need", "aim", "seek", "number"})
#: What a bare number stands behind that counts what was counted before it.
_JOINS: Final = frozenset({"with", "and", "or", "but", ","})
_BESIDE: Final = frozenset({Kind.NOUN, Kind.VERB, Kind.ADVERB, Kind.CONJUNCTION})
#: Verbs behind which the amounts of a list go on: "Oslo follows with 413".
_FOLLOWS: Final = frozenset({"follow", "trail"})
_LEADS: Final = frozenset({"by", "to", "from", "at"})


def verb_label(case: Case) -> Label | None:
    """L5 the subject of a verb that measures or changes; L6 the act of any other verb, or its object."""
    if case.group is None or case.governor.verb is None:
        return None
    subject = case.governor.subject
    what = clean(case.parsed, subject) if subject is not None and not is_named(case.parsed, subject) else ""
    if case.governor.is_subject and case.is_ratio:
        said = _of_predicate(case)
        if said is not None:
            return said
    if case.group.lemma in _FOLLOWS and (case.previous is not None or case.earlier is not None):
        counted = None if case.amount.quantity.unit.is_money else case.last_counted
        return carried_label(case) or counted or case.earlier
    return _of_object(case, what) or told_label(case) or _of_subject(case, what) or _of_act(case, what)


def _of_object(case: Case, what: str) -> Label | None:
    """The object of a verb before "by", "to", "from" and the amount; "the total" is what was counted before."""
    verb = case.governor.verb
    words = _object_between(case.parsed, verb, case.index) if verb is not None else ""
    group = case.group
    is_inner = group is not None and group.tense is Tense.PARTICIPLE and case.word(-1) in {"at", "to"}
    if not words and verb is not None and is_inner:  # "puts the number of hubs run by groups at 100"
        outer = next((at for at in range(verb - 1, -1, -1) if case.parsed.chunks[at].verb is not None), None)
        words = _object_between(case.parsed, outer, case.index) if outer is not None else ""
    if not words:
        return None
    if role_of(words.split()[-1], case.vocabulary) == "vague" and " of " not in words:
        return carried_label(case) or case.last_counted or case.earlier
    return Label(words=words, context=(what,), rule="L6", phrase=case.governor.subject, head=words.split()[-1])


def _of_predicate(case: Case) -> Label | None:
    """As in "73 percent use robots", "29 percent are women": what is said of a part."""
    parsed, verb = case.parsed, case.governor.verb
    if verb is not None and case.group is not None and case.group.has("report"):
        verb = next((at for at in range(verb + 1, len(parsed.chunks)) if parsed.chunks[at].verb is not None), None)
    group = parsed.chunks[verb].verb if verb is not None else None
    if verb is None or group is None or _MEASURES & set(group.verbs[-1].roles if group.verbs else ()):
        return None
    phrase = (
        phrase_from(parsed, verb + 1, prepositions=frozenset({"of", "in", "to"}))
        if verb + 1 < len(parsed.chunks)
        else None
    )
    is_noun = phrase is not None and parsed.chunks[phrase.first].kind is Kind.NOUN
    said = clean(parsed, phrase) if phrase is not None and is_noun else ""
    if not said or parsed.tagged.tags[parsed.chunks[verb + 1].last - 1] == t.ADJECTIVE:
        return None
    words = f"{_verb_words(parsed, verb)} {said}" if group.verbs else said
    base = case.previous.base if case.previous is not None else None
    return Label(words=words, base=base, rule="L6", head=said)


def _of_subject(case: Case, what: str) -> Label | None:
    group = case.group
    if group is None:
        return None
    if not what:  # "Acme is worth 10 billion euros"
        subject = case.governor.subject
        is_worth = not group.verbs and bool(_value(case)) and subject is not None and is_named(case.parsed, subject)
        return Label(words="worth", rule="L5", phrase=subject, head="worth") if is_worth else None
    changes = _changes(case) and (
        case.is_ratio or case.word(-1) in _LEADS or not (group.has("cause") or group.has("make"))
    )
    if not group.verbs or changes or group.passive or _MEASURES & set(group.verbs[-1].roles):
        grows = role_of(what.rpartition(" ")[2], case.vocabulary) in {"rise", "fall"}
        if grows and case.previous is not None:  # "its annual growth averaging 12 percent"
            return Label(words=what, context=(case.previous.words,), rule="L5", phrase=case.governor.subject)
        words = _value_of(case, what)
        return Label(words=words, rule="L5", phrase=case.governor.subject, head=what.rpartition(" ")[2])
    return None


def _value_of(case: Case, what: str) -> str:
    """What money that measures something is called; what it costs somebody else is the cost of the subject."""
    value, verb = _value(case), case.governor.verb
    if not value or verb is None:
        return what
    subject = subject_of(case.parsed, verb) if case.group is not None and case.group.lemma == "cost" else None
    if subject is not None:
        what = "" if is_named(case.parsed, subject) else clean(case.parsed, subject)
    return f"{value} of {what}" if what else value


def _value(case: Case) -> str:
    """What money that measures something is: the cost of a plant that cost so much, the worth of what is worth it."""
    group, verb = case.group, case.governor.verb
    if group is None or verb is None or not case.amount.quantity.unit.is_money:
        return ""
    if not group.verbs:
        return "worth" if case.word(-1) == "worth" else ""
    return _noun_of(case) if group.has("measure") and not group.passive else ""


def _noun_of(case: Case) -> str:
    """The noun of the verb that governs an amount, with its particle where it has one; empty where it has none."""
    group, verb = case.group, case.governor.verb
    if group is None or verb is None or not group.verbs:
        return ""
    _, _, particle = _verb_words(case.parsed, verb).partition(" ")
    nouns = {entry.id: entry.noun for entry in case.vocabulary.verb if " " in entry.id}
    return nouns.get(f"{group.lemma} {particle}") or group.verbs[-1].noun


def _changes(case: Case) -> bool:
    """Whether the verb tells a change, by itself or by its particle: "rose", "went up"."""
    group, verb = case.group, case.governor.verb
    if group is None or verb is None or verb + 1 >= len(case.parsed.chunks):
        return False
    particle = case.parsed.lower(verb + 1) if verb + 1 < case.index else ""
    return group.has("rise") or group.has("fall") or role_of(particle, case.vocabulary) in {"rise", "fall"}


def _of_act(case: Case, what: str) -> Label | None:
    group, verb = case.group, case.governor.verb
    if group is None or verb is None or not group.verbs:
        return None
    if case.amount.form is Form.RANK:
        return Label(words="rank", context=(what, purpose(case)), rule="L6", phrase=case.governor.subject, head="rank")
    told = _verb_words(case.parsed, verb)
    act = _noun_of(case) or told
    if group.has("own") and str(case.amount.quantity.unit) == "%":
        return Label(words="stake", context=(what,), rule="L6", phrase=case.governor.subject, head="stake")
    if _wants_again(case):  # "made up 2 percent; it wants 5 percent"
        return evolve(case.earlier, rule="L8", inherits=False) if case.earlier is not None else None
    if case.amount.quantity.unit.is_money and group.has("receive") and act in {told, "attracted"}:
        act = f"funds {group.verbs[-1].noun or 'received'}"
    if _counts_again(case):  # "the firms aimed for 20,000 by 2020"
        counted = case.last_counted
        return evolve(counted, context=(*counted.context, act), rule="L8", inherits=False) if counted else None
    return Label(
        words=act,
        context=(what, purpose(case)),
        rule="L6",
        phrase=case.governor.subject,
        head=act,
        is_act=not _noun_of(case),
        unit=_counted_by(case),
    )


def _counted_by(case: Case) -> Unit | None:
    """What a bare number counts by its verb alone: "employs 800" is so many persons."""
    group = case.group
    counts = group.verbs[-1].counts if group is not None and group.verbs else ""
    is_bare = case.amount.quantity.unit == ONE and case.amount.form is None and not case.governor.is_subject
    return Unit.counted(counts) if counts and is_bare else None


def _wants_again(case: Case) -> bool:
    """Whether a percentage that somebody wants is that of the share told before."""
    group, unit = case.group, str(case.amount.quantity.unit)
    wants = group is not None and (group.lemma in _WANTS or group.has("commit"))
    return wants and unit == "%" and case.previous is None and case.word(1) != "of"


def _counts_again(case: Case) -> bool:
    """Whether a bare whole number is so many of what was counted last: "it wants 600,000", "now stands at ten"."""
    quantity, group = case.amount.quantity, case.group
    if case.last_counted is None or quantity.unit != ONE or case.amount.form is not None or group is None:
        return False
    is_whole = isinstance(quantity.value, Decimal) and quantity.value == int(quantity.value) and quantity.value > 1
    is_score = case.word(1) == "to" or case.word(-1) == "to"
    aims = group.has("commit") or group.has("foresee") or group.has("measure") or group.lemma in _WANTS
    return is_whole and aims and not is_score


def multiplied_label(case: Case) -> Label | None:
    """L5: "the number of labs doubled": what stands before a verb that multiplies."""
    parsed, at = case.parsed, case.index
    chunk = parsed.chunks[at]
    if case.amount.form is not Form.MULTIPLE or parsed.tagged.tags[chunk.last - 1] not in t.VERBS or at == 0:
        return None
    if parsed.chunks[at - 1].verb is not None:
        at -= 1
    phrase = phrase_before(parsed, at)
    words = clean(parsed, phrase) if phrase is not None and not is_named(parsed, phrase) else ""
    return Label(words=words, rule="L5", phrase=phrase, head=words.rpartition(" ")[2]) if words else None


def elliptic_label(case: Case) -> Label | None:
    """L8: a bare number behind a counted one counts the same: "employs 300 people here and 40 there"."""
    previous, quantity = case.previous, case.amount.quantity
    if previous is None or previous.unit is None or previous.unit.term.noun is None or case.governor.is_subject:
        return None
    if quantity.unit != ONE or case.amount.form is not None or not isinstance(quantity.value, Decimal):
        return None
    joins = case.word(-1) in _JOINS or (case.index > 0 and case.parsed.chunks[case.index - 1].kind in _BESIDE)
    is_whole = quantity.value == int(quantity.value) and quantity.value > 1
    return evolve(previous, rule="L8", inherits=False) if joins and is_whole else None


def bare_label(case: Case) -> Label | None:
    """L8: a bare number that is a subject counts what was counted last: "Fifty were founded this year"."""
    owned = case.word(-1).endswith(("'s", "’s"))  # "Beijing's 83"
    if not (case.governor.is_subject or owned) or case.amount.quantity.unit != ONE or case.amount.form is not None:
        return None
    if not isinstance(case.amount.quantity.value, Decimal) or case.last_counted is None:
        return None
    context = (
        (*case.last_counted.context, said_of_part(case)) if case.governor.is_subject else case.last_counted.context
    )
    return evolve(case.last_counted, context=context, rule="L8", inherits=False)


def listed_label(case: Case) -> Label | None:
    """L9: "67 percent the low taxes": a percentage of a list whose verb was told with the first."""
    at = case.index + 1
    parsed = case.parsed
    if case.previous is None or case.word(-1) not in {",", "and", ";"} or at >= len(parsed.chunks):
        return None
    if parsed.chunks[at].kind is not Kind.NOUN or not case.is_ratio:
        return None
    phrase = phrase_from(parsed, at)
    words = clean(parsed, phrase) if phrase is not None and not is_named(parsed, phrase) else ""
    return Label(words=words, context=(case.previous.words,), rule="L9", head=words) if words else None


def gapped_label(case: Case) -> Label | None:
    """L9: "services grew by 20 percent and manufacturing by 30 percent": the verb is that of the first."""
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
    leads_on = phrase is not None and parsed.lower(min(phrase.last, index)) == "to" and phrase.last + 1 < index
    if phrase is not None and leads_on and parsed.chunks[phrase.last + 1].kind is Kind.NOUN:
        to = phrase_from(parsed, phrase.last + 1)
        phrase = Phrase(phrase.first, to.last if to is not None else phrase.last)  # "the ratio of spending to GDP"
    if phrase is None or phrase.last > index or parsed.lower(phrase.last) not in {"by", "to", "from", "at"}:
        if phrase is not None and _leads_later(parsed, phrase.last, index=index):
            return clean(parsed, phrase)
        causes = parsed.chunks[verb].verb
        is_direct = phrase is not None and phrase.last == index and causes is not None and causes.has("cause")
        return clean(parsed, phrase) if is_direct and phrase is not None else ""
    return clean(parsed, phrase)


def _leads_later(parsed: Parsed, first: int, *, index: int) -> bool:
    """Whether "at" or "to" before the amount goes with the verb: "puts the number of hubs run by groups at 100"."""
    if parsed.lower(index - 1) not in {"at", "to"} or first >= index - 1:
        return False
    between = parsed.chunks[first : index - 1]
    return not any(
        chunk.kind in {Kind.AMOUNT, Kind.MARK, Kind.CONJUNCTION, Kind.SUBORDINATOR}
        or (chunk.verb is not None and chunk.verb.tense is not Tense.PARTICIPLE)
        for chunk in between
    )


def _verb_words(parsed: Parsed, verb: int) -> str:
    words = parsed.words(verb, verb + 1).split()
    tail = parsed.lower(verb + 1) if verb + 1 < len(parsed.chunks) else ""
    return f"{words[-1]} {tail}" if tail in {"in", "over", "up", "out"} else words[-1]
