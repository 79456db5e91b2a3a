"""The label of a share by what follows "of" (rule L3)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from shanghai_tech.extraction.facts.label_case import Case, Label
from shanghai_tech.extraction.facts.label_purpose import purpose
from shanghai_tech.extraction.facts.label_said import said_of_part
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.extraction.grammar.wording import clean, is_named
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import is_plural

#: Words that stand for what was counted before.
_BACK: Final = frozenset({"latter", "former", "two"})
_PRONOUNS: Final = frozenset({"it", "them", "these", "those"})


def share_label(case: Case) -> Label | None:
    """L3: the part is the subject of a measuring verb, the whole what follows "of"."""
    parsed, whole = case.parsed, _whole(case)
    if whole is None or str(case.amount.quantity.unit) not in {"%", "1"}:
        return None
    phrase = phrase_from(parsed, whole, prepositions=frozenset({"of", "in", "for"}))
    if phrase is None:
        return None
    base, words_of = clean(parsed, phrase), parsed.words(phrase.first, phrase.last).lower()
    told = _told_before(case, words_of)
    if (words_of in _PRONOUNS or base.lower() in _BACK) and told is not None:
        part = _holder(case)
        context = (*told.context, said_of_part(case))
        words = part or told.words
        return evolve(told, words=words, context=context, base=told.words, rule="L3", inherits=False, phrase=None)
    return _of_whole(case, phrase, base=base) if base else None


def _whole(case: Case) -> int | None:
    """The chunk behind "of" that begins the whole, or behind "half": "half its engineers", "half the buses"."""
    parsed, at = case.parsed, case.index + 1
    if case.word(1) == "of":
        return at + 1
    if not case.word(0).endswith("half") or at >= len(parsed.chunks) or parsed.chunks[at].kind is not Kind.NOUN:
        return None
    opens = parsed.tagged.tags[parsed.chunks[at].first] in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN}
    return at if opens and parsed.tagged.tokens[parsed.chunks[at].first].lower not in {"a", "an"} else None


def _of_whole(case: Case, phrase: Phrase, *, base: str) -> Label:
    """What a part of a named whole is: the amount before, what it is spent on, its subject, else the whole."""
    if case.previous is not None and (case.word(-1) == "or" or case.goes_on or _is_apposed(case)):
        return evolve(case.previous, base=base, rule="L3", inherits=True)
    spent = _spent(case, phrase)
    if spent:
        return Label(words=spent, base=base, rule="L3", head=spent)
    owns = case.group is not None and case.group.has("own") and not case.governor.is_subject
    if owns and not is_plural(base.rpartition(" ")[2], case.vocabulary):  # not "hold 37 percent of the jobs"
        return Label(words="stake", base=base, rule="L3", head="stake")
    parsed, subject = case.parsed, _part(case)
    part = clean(parsed, subject) if subject is not None and not is_named(parsed, subject) else ""
    if part:
        return Label(words=part, context=(purpose(case, phrase),), base=base, rule="L3", phrase=subject, head=part)
    of_amount = subject is not None and parsed.chunks[subject.first].kind is Kind.AMOUNT
    if case.previous is not None and case.index > 0 and (of_amount or _adds_to_amount(case)):
        return evolve(case.previous, base=base, rule="L3", inherits=True)
    context = (purpose(case, phrase), said_of_part(case))
    return Label(words=base, context=context, base=base, rule="L3", phrase=phrase, head=base)


def _spent(case: Case, phrase: Phrase) -> str:
    """What a part of something goes into: "spends 4 percent of its GDP on research"."""
    on = purpose(case, phrase) if case.put_as else ""
    return f"{case.put_as} on {on}" if on else ""


def _holder(case: Case) -> str:
    """Who has a part of what was told before: "women hold 35 percent of them"."""
    subject, group = case.governor.subject, case.group
    if subject is None or group is None or not group.has("have") or is_named(case.parsed, subject):
        return ""
    words = clean(case.parsed, subject)
    last = case.parsed.tagged.tokens[case.parsed.chunks[subject.last - 1].last - 1].lower
    return words if is_plural(last, case.vocabulary) and not case.amount.quantity.unit.is_count else ""


def _part(case: Case) -> Phrase | None:
    """What is a part of the whole: the object of the verb where it has one, else its subject if it measures.

    "has made the city home to a third of them" tells of the city; "generated value equal to 13 percent of it" of the
    value.
    """
    group, verb = case.group, case.governor.verb
    if group is None or verb is None:
        return None
    behind = case.parsed.chunks[verb + 1]
    is_noun = behind.kind is Kind.NOUN and case.parsed.tagged.tags[behind.last - 1] != t.ADJECTIVE
    if verb + 1 < case.index and is_noun and group.lemma != "be":
        return phrase_from(case.parsed, verb + 1)
    return case.governor.subject if group.has("measure") or group.lemma in {"be", "make"} else None


def _is_apposed(case: Case) -> bool:
    """Whether nothing but a comma and times part a share from the amount before: "2 million cars, 10 percent of"."""
    chunks = case.parsed.chunks
    if case.word(-1) != ",":
        return False
    before = next((each for each in reversed(chunks[: case.index - 1]) if each.kind is not Kind.TIME), None)
    return before is not None and before.kind is Kind.AMOUNT


def _adds_to_amount(case: Case) -> bool:
    """Whether a share stands behind a comma, or behind the -ing form of one: "…, accounting for 24 percent of"."""
    before = case.parsed.chunks[case.index - 1]
    group = case.group
    at = case.governor.verb
    behind_comma = at is not None and at > 0 and case.parsed.lower(at - 1) in {",", "and"}
    return (before.kind is Kind.MARK and case.word(-1) != ";") or (
        group is not None and group.tense not in FINITE and behind_comma
    )


def _told_before(case: Case, words: str) -> Label | None:
    """What "it", "them", "the former" or "the latter" of a share stands for."""
    if words == "it":
        is_many = case.previous is not None and case.previous.rule == "L1"
        return case.earlier if is_many else case.previous or case.earlier
    if words in _PRONOUNS:
        return case.last_counted or case.previous or case.earlier
    counted = [each for each in case.counted if each.rule == "L1"][-2:]  # "the former", "the latter"
    counted = counted[:1] if words.endswith("former") else counted[-1:]
    return counted[0] if counted else case.previous or case.earlier
