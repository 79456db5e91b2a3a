"""What an amount is an amount of: its label, and what it is relative to (rules L0 to L9)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from shanghai_tech.extraction.facts.label_case import Case, Label, carried_label
from shanghai_tech.extraction.facts.label_money import content_label
from shanghai_tech.extraction.facts.label_shares import share_label
from shanghai_tech.extraction.facts.label_verbs import (
    bare_label,
    elliptic_label,
    gapped_label,
    listed_label,
    multiplied_label,
    verb_label,
)
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import Phrase, listed_from, phrase_before, phrase_from
from shanghai_tech.extraction.grammar.cues import role_of, words_for
from shanghai_tech.extraction.grammar.wording import clean, is_named
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Form, Unit
from shanghai_tech.vocabulary import Vocabulary

#: A label longer than this is a clause, and no name.
_LONGEST: Final = 9
_AFTER_COUNT: Final = frozenset({"with", "of", "for"})
#: What leads to what a rank is one in: "third in exports", "fifth among chip makers".
_RANKED_IN: Final = frozenset({"in", "for", "by", "on", "among", "amongst"})
#: Nouns behind those that tell where or how often: "third in the country", "for the third time".
_WHERE: Final = frozenset({"country", "nation", "world", "city", "province", "region", "row", "time"})
_DASHES: Final = frozenset({"-", "--", "—", "–"})


def label_of(case: Case) -> Label | None:
    """The label of an amount; None where nothing near it names it.

    L1 a counted noun names itself; L2 "output of 5 billion yuan"; L3 "4 percent of GDP"; L4 "12 percent annual growth";
    L5 the subject of a measuring verb; L6 the act of any other verb; L7 the amount before it; L8 the nearest noun.
    """
    for rule in (
        _ranked,
        _counted,
        _of_before,
        _change_in,
        content_label,
        share_label,
        _noun_after,
        listed_label,
        gapped_label,
        bare_label,
        multiplied_label,
        _apposition,
        elliptic_label,
        verb_label,
        carried_label,
        _nearest,
    ):
        label = rule(case)
        if label is not None and label.words:
            return label
    return None


def _ranked(case: Case) -> Label | None:
    """L0: "second in number of unicorns": a rank is one in what follows, if that is no place; else one in a ranking."""
    if case.amount.form is not Form.RANK:
        return None
    return _rank_in(case) or (_ranking(case) if case.previous is None else None)


def _ranking(case: Case) -> Label | None:
    """As in "in the latest ranking of ports it slipped to 12th": the list that the sentence names."""
    lists = words_for("order", case.vocabulary)
    parsed = case.parsed
    for at, chunk in enumerate(parsed.chunks[: case.index]):
        if chunk.kind is Kind.NOUN and parsed.tagged.tokens[chunk.last - 1].lower in lists:
            phrase = phrase_from(parsed, at)
            words = clean(parsed, phrase) if phrase is not None else ""
            return Label(words=words, rule="L0", phrase=None, head=words) if " " in words else None
    return None


def _rank_in(case: Case) -> Label | None:
    for at in range(case.index + 1, min(case.index + 6, len(case.parsed.chunks) - 1)):
        if case.parsed.chunks[at].kind is Kind.PREPOSITION and case.parsed.lower(at) in _RANKED_IN:
            phrase = phrase_from(case.parsed, at + 1)
            if phrase is None or is_named(case.parsed, phrase) or case.parsed.chunks[phrase.first].amount is not None:
                continue
            words = clean(case.parsed, phrase)
            if words and not _WHERE & set(words.lower().split()):
                return Label(words=words, rule="L0", phrase=None, head=words)
    return None


def _counted(case: Case) -> Label | None:
    parsed, noun = case.parsed, case.amount.noun
    if case.amount.quantity.unit.term.noun is None or noun is None:
        return None
    phrase = phrase_from(parsed, case.index, prepositions=_AFTER_COUNT)
    words = noun.slice(parsed.tagged.text)
    tail = parsed.words(case.index + 1, phrase.last) if phrase is not None else ""
    if words.rpartition(" ")[2] == "others" and case.previous is not None and case.previous.unit is not None:
        return evolve(case.previous, rule="L1", inherits=False)  # "88 projects and 58 others"
    if words.rpartition(" ")[2] == "ones" and case.last_counted is not None and case.previous is not None:
        return _ones(case, words)
    label = f"{words} {tail}" if tail and len((words + tail).split()) <= _LONGEST else words
    context: list[str] = []
    subject = case.governor.subject
    if not case.governor.is_subject and subject is not None and not is_named(parsed, subject):
        context.append(clean(parsed, subject))
    group = case.group
    if group is not None and group.verbs and not {"have", "measure"} & set(group.verbs[-1].roles):
        context.append(group.verbs[-1].noun or group.lemma)
        context.append(_object(case))
    unit = case.amount.quantity.unit
    return Label(words=label, context=tuple(context), rule="L1", head=words, unit=unit)


def _ones(case: Case, words: str) -> Label | None:
    """What "110 local ones" counts: local things of the kind that was counted last."""
    told = case.last_counted
    noun = told.unit.term.noun if told is not None and told.unit is not None else None
    if told is None or noun is None:
        return None
    which = words.rpartition(" ")[0]
    head = told.words.split(" with ")[0].split()[-1]
    unit = Unit.counted(f"{which} {noun.split()[-1]}".strip())
    return Label(words=f"{which} {head}".strip(), context=told.context, rule="L1", head=head, unit=unit)


def _object(case: Case) -> str:
    """What counted things do something to: "540 firms achieved unicorn status"."""
    verb = case.governor.verb
    if verb is None or not case.governor.is_subject:
        return ""
    phrase = phrase_from(case.parsed, verb + 1)
    if phrase is None or case.parsed.chunks[phrase.first].kind is not Kind.NOUN or is_named(case.parsed, phrase):
        return ""
    return clean(case.parsed, phrase)


def _of_before(case: Case) -> Label | None:
    if case.word(-1) not in {"of", "at", "worth"} or case.index < 2:
        return None
    is_aside = case.word(-2) == "," and case.word(-1) == "at"
    phrase = phrase_before(case.parsed, case.index - 1 - is_aside, prepositions=frozenset({"of"}))
    if phrase is not None and case.parsed.lower(phrase.first) in {"itself", "themselves"} and phrase.first > 0:
        longer = phrase_before(case.parsed, phrase.first - 1)  # "its output, itself worth 3 billion"
        phrase = Phrase(longer.last - 1, longer.last) if longer is not None else None
    if phrase is not None and case.word(-1) == "at" and is_named(case.parsed, phrase):
        return None  # "puts the number of hubs in Barcelona at 100"
    words = clean(case.parsed, phrase) if phrase is not None else ""
    if phrase is not None and words and role_of(words.split()[-1], case.vocabulary) in {"rise", "fall"}:
        behind = _behind_in(case)
        if behind is not None:
            return behind
        words = " ".join(words.split()[:-1])  # "GDP growth of 6 percent" is of GDP
        if not _names_something(case, phrase):
            return _grown(case)
    if not words or _is_vague(words, case.vocabulary):
        return None
    group = case.group
    act = (group.verbs[-1].noun,) if case.word(-1) == "worth" and group is not None and group.verbs else ()
    if case.word(-1) == "worth" and role_of(words.split()[-1].lower(), case.vocabulary) == "people":
        act = (*act, "worth")  # what a company is worth, unlike a GDP worth so much
    return Label(words=words, context=act, rule="L2", phrase=phrase, head=words.split()[-1])


def _behind_in(case: Case) -> Label | None:
    """As in "an increase of 31 percent in exports": what "in" behind the amount leads to."""
    return _led_to(case, case.index + 2) if case.word(1) == "in" else None


def _led_to(case: Case, at: int) -> Label | None:
    phrase = phrase_from(case.parsed, at)
    listed = listed_from(case.parsed, at)
    if phrase is not None and listed is not None and listed.last == phrase.last + 2:
        is_subject = listed.last < len(case.parsed.chunks) and case.parsed.chunks[listed.last].kind is Kind.VERB
        phrase = phrase if is_subject else listed  # "in IT and software exports"
    if phrase is None or is_named(case.parsed, phrase) or case.parsed.chunks[phrase.first].kind is not Kind.NOUN:
        return None
    words = clean(case.parsed, phrase)
    if not words or _WHERE & set(words.lower().split()):
        return None
    return Label(words=words, rule="L4", phrase=phrase, head=words.rpartition(" ")[2])


def _names_something(case: Case, phrase: Phrase) -> bool:
    """Whether a noun stands before the last word of a phrase: "GDP growth", unlike "average annual growth"."""
    parsed = case.parsed
    first, last = parsed.chunks[phrase.first].first, parsed.chunks[phrase.last - 1].last - 1
    return phrase.last > phrase.first + 1 or any(
        parsed.tagged.tags[at] in {t.NOUN, t.NAME}
        and role_of(parsed.tagged.tokens[at].lower, case.vocabulary) != "vague"
        for at in range(first, last)
    )


def _grown(case: Case) -> Label | None:
    """What "growth of 6 percent" is the growth of: what was named before it, else the subject."""
    subject = case.governor.subject
    if case.previous is not None:
        return carried_label(case)
    if subject is not None and not is_named(case.parsed, subject):
        words = clean(case.parsed, subject)
        return Label(words=words, rule="L5", phrase=subject, head=words.rpartition(" ")[2])
    return None if case.earlier is None else evolve(case.earlier, rule="L7", inherits=False)


def _change_in(case: Case) -> Label | None:
    """L4: "a 20 percent increase in exports": what the change behind the amount is in."""
    parsed, at = case.parsed, case.index + 1
    if at + 2 >= len(parsed.chunks) or parsed.chunks[at].kind is not Kind.NOUN:
        return None
    change = parsed.tagged.tokens[parsed.chunks[at].last - 1].lower
    if role_of(change, case.vocabulary) not in {"rise", "fall"} or parsed.lower(at + 1) not in {"in", "of"}:
        return None
    return _led_to(case, at + 2)


def _is_vague(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words name no indicator: "a growth rate", "a scale", and not "market scale"."""
    role = role_of(words.rpartition(" ")[2], vocabulary)
    return role == "vague" or (role == "size" and " " not in words)


def _noun_after(case: Case) -> Label | None:
    parsed, at = case.parsed, case.index + 1
    if at >= len(parsed.chunks) or parsed.chunks[at].kind is not Kind.NOUN:
        return None
    phrase = phrase_from(parsed, at)
    words = clean(parsed, phrase) if phrase is not None else ""
    if case.index + 2 < len(parsed.chunks) and parsed.lower(at + 1).startswith("than"):
        return None  # "20 percent higher than"
    opens = parsed.tagged.tags[parsed.chunks[at].first] in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN}
    if not words or (opens and case.amount.form is not Form.MULTIPLE):
        return None
    if any(role_of(word, case.vocabulary) in {"rise", "fall", "vague"} for word in words.split()):
        return None
    return Label(words=words, rule="L4", phrase=phrase, head=words.split()[-1])


def _apposition(case: Case) -> Label | None:
    if case.previous is None:
        return None
    at = case.index - 1
    while at >= 0 and case.parsed.chunks[at].kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.NOUN}:
        at -= 1
    if at >= 0 and case.parsed.lower(at) in _DASHES | {",", "("} and not case.governor.is_subject:
        return carried_label(case)
    return None


def _nearest(case: Case) -> Label | None:
    parsed = case.parsed
    for at in (*parsed.back_from(case.index), *parsed.on_from(case.index)):
        if parsed.chunks[at].kind is not Kind.NOUN:
            continue
        phrase = Phrase(at, at + 1)
        if not is_named(parsed, phrase):
            words = clean(parsed, phrase)
            if words:
                return Label(words=words, rule="L8", phrase=phrase, head=words.split()[-1])
    return None
