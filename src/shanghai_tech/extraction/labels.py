"""What an amount is an amount of: its label, and what it is relative to (rules L1 to L8)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.extraction.chunks import FINITE, Chunk, Kind, Parsed, VerbGroup
from shanghai_tech.extraction.clauses import Governor, Phrase, phrase_before, phrase_from
from shanghai_tech.mentions import tagging as t
from shanghai_tech.mentions.mention import QuantityMention
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Form, Unit
from shanghai_tech.vocabulary import Vocabulary

#: A label longer than this is a clause, and no name.
_LONGEST: Final = 9

#: Words that stand for what was counted before.
_BACK: Final = frozenset({"latter", "former", "two"})
_PRONOUNS: Final = frozenset({"it", "them", "these", "those"})
_SHARE_WORDS: Final = frozenset({"of"})
_AFTER_COUNT: Final = frozenset({"with", "of", "for"})
_DASHES: Final = frozenset({"-", "--", "—", "–"})
_MEASURES: Final = frozenset({"measure", "multiply", "rank"})


@frozen(kw_only=True)
class Label:
    """The words that name an amount, further words that tell it from others, its base, and the rule that found them.

    `inherits` tells that the amount only says more of the one named before it ("up 5 percent", "ranking No. 1"); `unit` is
    what is counted, where that names it.
    """

    words: str
    context: tuple[str, ...] = ()
    base: str | None = None
    rule: str
    inherits: bool = False
    phrase: Phrase | None = None
    head: str = ""
    unit: Unit | None = None


@frozen(kw_only=True)
class Case:
    """An amount to be named: where it stands, what governs it, the label of the amount before it in its sentence, and of the
    last one in the sentences before (`earlier`), for "this figure", and of the last two counted things (`counted`), for
    "24 of them" and "the former".
    """

    parsed: Parsed
    index: int
    governor: Governor
    previous: Label | None
    earlier: Label | None
    counted: tuple[Label, ...]
    vocabulary: Vocabulary

    @property
    def is_ratio(self) -> bool:
        """Whether the amount is a percentage or a bare number."""
        return str(self.amount.quantity.unit) in {"%", "1", "pp"}

    @property
    def amount(self) -> QuantityMention:
        """The amount itself."""
        amount = self.parsed.chunks[self.index].amount
        if amount is None:
            raise InvalidValue("case", self.index, "the number of a chunk that is an amount")
        return amount

    @property
    def group(self) -> VerbGroup | None:
        """The verb group that governs the amount."""
        return self.parsed.chunks[self.governor.verb].verb if self.governor.verb is not None else None

    def word(self, offset: int) -> str:
        """The words of the chunk so many places behind the amount, in lower case; before it where negative."""
        at = self.index + offset
        return self.parsed.lower(at) if 0 <= at < len(self.parsed.chunks) else ""


def label_of(case: Case) -> Label | None:
    """The label of an amount; None where nothing near it names it.

    L1 a counted noun names itself; L2 "output of 5 billion yuan"; L3 "4 percent of GDP"; L4 "12 percent annual growth";
    L5 the subject of a measuring verb; L6 the act of any other verb; L7 the amount before it; L8 the nearest noun.
    """
    for rule in (_ranked, _counted, _of_before, _share_of, _noun_after, _gapped, _apposition, _of_verb, _carried, _nearest):
        label = rule(case)
        if label is not None and label.words:
            return label
    return None


def _carried(case: Case) -> Label | None:
    """L7: the label of the amount before, carried on."""
    return None if case.previous is None else evolve(case.previous, rule="L7", inherits=True)


# ---------------------------------------------------------------- L0: ranks

def _ranked(case: Case) -> Label | None:
    """"second in number of unicorns": a rank is one in what follows "in", "for" or "by", where that is no place."""
    if case.amount.form is not Form.RANK:
        return None
    for at in range(case.index + 1, min(case.index + 6, len(case.parsed.chunks) - 1)):
        if case.parsed.chunks[at].kind is Kind.PREPOSITION and case.parsed.lower(at) in {"in", "for", "by", "on"}:
            phrase = phrase_from(case.parsed, at + 1)
            if phrase is not None and not _is_named(case.parsed, phrase) and not _in_place(case.parsed, phrase):
                words = clean(case.parsed, phrase)
                return Label(words=words, rule="L0", phrase=None, head=words) if words else None
    return None


def _in_place(parsed: Parsed, phrase: Phrase) -> bool:
    words = parsed.words(phrase.first, phrase.last).lower().split()
    return bool({"country", "nation", "world", "city", "province", "region", "world's", "world’s", "country's", "country’s", "row"} & set(words))


def _says_figure(parsed: Parsed, subject: Phrase | None) -> bool:
    """Whether a phrase that points back has a noun: "this figure", unlike "it"."""
    if subject is None:
        return False
    chunk = parsed.chunks[subject.first]
    return any(tag not in {t.DETERMINER, t.PRONOUN} for tag in parsed.tagged.tags[chunk.first : chunk.last])


def _points_back(parsed: Parsed, phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase only points at a figure told before: "this figure", "the number", "it"."""
    chunk = parsed.chunks[phrase.last - 1]
    if phrase.last != phrase.first + 1 or chunk.kind is not Kind.NOUN:
        return False
    tags, tokens = parsed.tagged.tags[chunk.first : chunk.last], parsed.tagged.tokens[chunk.first : chunk.last]
    if tags[0] not in {t.DETERMINER, t.PRONOUN}:
        return False
    return all(
        tag in {t.DETERMINER, t.PRONOUN} or roles(vocabulary).get(token.lower) == "vague"
        for tag, token in zip(tags, tokens, strict=True)
    )


# ---------------------------------------------------------------- L1

def _counted(case: Case) -> Label | None:
    parsed, noun = case.parsed, case.amount.noun
    if case.amount.quantity.unit.term.noun is None or noun is None:
        return None
    phrase = phrase_from(parsed, case.index, prepositions=_AFTER_COUNT)
    words = noun.slice(parsed.tagged.text)
    tail = parsed.words(case.index + 1, phrase.last) if phrase is not None else ""
    label = f"{words} {tail}" if tail and len((words + tail).split()) <= _LONGEST else words
    context: list[str] = []
    if not case.governor.is_subject and case.governor.subject is not None:
        context.append(clean(parsed, case.governor.subject))
    group = case.group
    if group is not None and group.verbs and not {"have", "measure"} & set(group.verbs[-1].roles):
        context.append(group.verbs[-1].noun or group.lemma)
    unit = case.amount.quantity.unit
    return Label(words=label, context=tuple(context), rule="L1", head=words, unit=unit)


# ---------------------------------------------------------------- L2

def _of_before(case: Case) -> Label | None:
    if case.word(-1) not in {"of", "at", "worth"} or case.index < 2:
        return None
    is_aside = case.word(-2) == "," and case.word(-1) == "at"
    phrase = phrase_before(case.parsed, case.index - 1 - is_aside, prepositions=frozenset({"of"}))
    words = clean(case.parsed, phrase) if phrase is not None else ""
    if words and _role(words.split()[-1], case.vocabulary) in {"rise", "fall"}:
        words = " ".join(words.split()[:-1])  # "GDP growth of 6 percent" is of GDP
    if not words or _role(words.split()[-1], case.vocabulary) == "vague":
        return None
    group = case.group
    act = (group.verbs[-1].noun,) if case.word(-1) == "worth" and group is not None and group.verbs else ()
    return Label(words=words, context=act, rule="L2", phrase=phrase, head=words.split()[-1])


def _role(word: str, vocabulary: Vocabulary) -> str:
    return roles(vocabulary).get(word.lower(), "")


@lru_cache(maxsize=8)
def roles(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The role of each cue word."""
    return {cue.id: cue.role for cue in vocabulary.cue}


# ---------------------------------------------------------------- L3

def _share_of(case: Case) -> Label | None:
    parsed, governor = case.parsed, case.governor
    if case.word(1) == "worth" and case.word(2) == "of":
        return _content_of(case, 3)
    if case.word(1) not in _SHARE_WORDS:
        return None
    if str(case.amount.quantity.unit) not in {"%", "1"}:
        return _content_of(case)
    phrase = phrase_from(parsed, case.index + 2, prepositions=frozenset({"of", "in", "for"}))
    base = clean(parsed, phrase) if phrase is not None else ""
    words_of = parsed.words(phrase.first, phrase.last).lower() if phrase is not None else ""
    told = _told_before(case, words_of)
    if phrase is not None and (words_of in _PRONOUNS or base.lower() in _BACK) and told is not None:
        return evolve(told, base=told.words, rule="L3", inherits=False, phrase=None)
    if not base:
        return None
    group, subject = case.group, governor.subject
    measures = group is not None and (group.has("measure") or group.lemma in {"be", "make"})
    part = clean(parsed, subject) if measures and subject is not None else ""
    if part and not _is_named(parsed, subject):
        return Label(words=part, context=(_purpose(case, phrase),), base=base, rule="L3", phrase=subject, head=part)
    if case.previous is not None and case.index > 0 and _adds_to_amount(case):
        return evolve(case.previous, base=base, rule="L3", inherits=True)
    return Label(words=base, context=(_purpose(case, phrase),), base=base, rule="L3", phrase=phrase, head=base)


def _adds_to_amount(case: Case) -> bool:
    """Whether a share stands behind a comma, or behind the -ing form of one: "…, accounting for 24 percent of"."""
    before = case.parsed.chunks[case.index - 1]
    group = case.group
    at = case.governor.verb
    behind_comma = at is not None and at > 0 and case.parsed.lower(at - 1) in {",", "and"}
    return before.kind is Kind.MARK or (group is not None and group.tense not in FINITE and behind_comma)


def _content_of(case: Case, offset: int = 2) -> Label | None:
    """"650 billion yuan of direct investment": what an amount of money is made of names it."""
    phrase = phrase_from(case.parsed, case.index + offset)
    if phrase is None or _is_named(case.parsed, phrase):
        return None
    tags = case.parsed.tagged.tags
    if tags[case.parsed.chunks[phrase.first].first] in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN}:
        return None
    words = clean(case.parsed, phrase)
    return Label(words=words, rule="L3", phrase=phrase, head=words) if words else None


def _told_before(case: Case, words: str) -> Label | None:
    """What "it", "them", "the former" or "the latter" of a share stands for."""
    if words == "it":
        return case.previous or case.earlier
    counted = case.counted[:1] if words.endswith("former") else case.counted[-1:]
    return counted[0] if counted else case.previous or case.earlier


def _is_sure(name: NameMention) -> bool:
    """Whether a name is one for sure: a lone capitalised word that begins a sentence may be any noun."""
    return name.kind is not NameKind.OTHER or name.first > 0 or name.last > name.first + 1


def _is_named(parsed: Parsed, phrase: Phrase | None) -> bool:
    """Whether a phrase is nothing but a name or pronoun, so that it says who, and not what."""
    if phrase is None or phrase.last != phrase.first + 1:
        return False
    chunk = parsed.chunks[phrase.first]
    named = {at for name in parsed.names if _is_sure(name) for at in range(name.first, name.last)}
    tags = parsed.tagged.tags
    return all(at in named or tags[at] in {t.DETERMINER, t.PRONOUN} for at in range(chunk.first, chunk.last))


# ---------------------------------------------------------------- L4

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
    if any(_role(word, case.vocabulary) in {"rise", "fall", "vague"} for word in words.split()):
        return None
    return Label(words=words, rule="L4", phrase=phrase, head=words.split()[-1])


# ---------------------------------------------------------------- L9: a verb left out

def _gapped(case: Case) -> Label | None:
    """"services grew by 20 percent and manufacturing by 30 percent": the verb of the second is that of the first."""
    parsed, index = case.parsed, case.index
    if case.previous is None or case.word(-1) not in {"by", "to", "at"} or index < 3:
        return None
    phrase = phrase_before(parsed, index - 1, prepositions=frozenset({"of"}))
    if phrase is None or phrase.first == 0 or _is_named(parsed, phrase):
        return None
    if parsed.chunks[phrase.first - 1].kind is not Kind.CONJUNCTION and parsed.lower(phrase.first - 1) != ",":
        return None
    verb = case.governor.verb
    if verb is None or not any(parsed.chunks[at].kind is Kind.AMOUNT for at in range(verb, phrase.first)):
        return None
    words = clean(parsed, phrase)
    return Label(words=words, rule="L9", phrase=phrase, head=words)


# ---------------------------------------------------------------- L7: said of the amount before

def _apposition(case: Case) -> Label | None:
    if case.previous is None:
        return None
    at = case.index - 1
    while at >= 0 and case.parsed.chunks[at].kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.NOUN}:
        at -= 1
    if at >= 0 and case.parsed.lower(at) in _DASHES | {",", "("} and not case.governor.is_subject:
        return _carried(case)
    return None


# ---------------------------------------------------------------- L5, L6

def _of_verb(case: Case) -> Label | None:
    parsed, governor, group = case.parsed, case.governor, case.group
    if group is None or governor.verb is None:
        return None
    subject = governor.subject
    what = clean(parsed, subject) if subject is not None and not _is_named(parsed, subject) else ""
    between = _object_between(parsed, governor.verb, case.index)
    if between and _role(between.split()[-1], case.vocabulary) == "vague" and " of " not in between:
        return _carried(case) or (case.counted[-1] if case.counted else case.earlier)
    if between:
        return Label(words=between, context=(what,), rule="L6", phrase=subject, head=between.split()[-1])
    of_amount = subject is not None and parsed.chunks[subject.last - 1].kind is Kind.AMOUNT and case.previous is not None
    if of_amount or (subject is not None and _points_back(parsed, subject, case.vocabulary)):
        told = _carried(case) or case.earlier
        if told is not None and (of_amount or _says_figure(parsed, subject)):
            return told
        if told is not None and (not group.verbs or {"measure", "rise", "fall", "multiply"} & set(group.verbs[-1].roles)):
            return evolve(told, inherits=False)  # "it rose to": the same indicator at another time
    changes = (group.has("rise") or group.has("fall")) and (case.is_ratio or case.word(-1) in {"by", "to", "from", "at"})
    if "compare" in (group.verbs[-1].roles if group.verbs else ()):
        return _carried(case) or case.earlier
    measures = not group.verbs or changes or _MEASURES & set(group.verbs[-1].roles) or group.passive
    joined = governor.verb > 0 and parsed.chunks[governor.verb - 1].kind is not Kind.NOUN
    if case.amount.form is Form.RANK and case.previous is not None and group.tense not in FINITE and joined:
        return _carried(case)
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
    return Label(words=act, context=(what, _purpose(case)), rule="L6", phrase=subject, head=act)


def _purpose(case: Case, phrase: Phrase | None = None) -> str:
    """What an amount is spent on or comes from: the noun behind it and "in", "on", "for", "into", where it is no name."""
    at = case.index + 1 if phrase is None else phrase.last
    while at < len(case.parsed.chunks) and case.parsed.chunks[at].kind is Kind.TIME:
        at += 1
    if at >= len(case.parsed.chunks) or case.parsed.lower(at) not in {"in", "on", "for", "into", "from", "of"}:
        return ""
    phrase = phrase_from(case.parsed, at + 1)
    return clean(case.parsed, phrase) if phrase is not None and not _is_named(case.parsed, phrase) else ""


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


# ---------------------------------------------------------------- L8

def _nearest(case: Case) -> Label | None:
    parsed = case.parsed
    for at in (*range(case.index - 1, -1, -1), *range(case.index + 1, len(parsed.chunks))):
        phrase = Phrase(at, at + 1)
        if parsed.chunks[at].kind is Kind.NOUN and not _is_named(parsed, phrase):
            words = clean(parsed, phrase)
            if words:
                return Label(words=words, rule="L8", phrase=phrase, head=words.split()[-1])
    return None


# ---------------------------------------------------------------- words of a phrase

def clean(parsed: Parsed, phrase: Phrase) -> str:
    """The words of a phrase without owners, determiners and what a further preposition adds to a long one."""
    kept: list[str] = []
    for index in range(phrase.first, phrase.last):
        chunk = parsed.chunks[index]
        if chunk.kind is Kind.TIME or parsed.lower(index) in {"(", ")"}:
            continue
        words = _noun_words(parsed, chunk) if chunk.kind is Kind.NOUN else parsed.words(index, index + 1).split()
        if chunk.kind is Kind.PREPOSITION and (not kept or len(kept) >= _LONGEST - 2):
            break
        kept.extend(words)
    while kept and kept[-1].lower() in {"of", "in", "for", "and", "on", "at", "by", "the", "per", "to", "with"}:
        kept.pop()
    return " ".join(kept[:_LONGEST])


def _noun_words(parsed: Parsed, chunk: Chunk) -> list[str]:
    """The words of a noun chunk behind its last owner and without determiners."""
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    first = chunk.first
    for at in range(chunk.first, chunk.last):
        if tags[at] == t.GENITIVE:
            first = at + 1
    return [tokens[at].text for at in range(first, chunk.last) if tags[at] not in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN, t.GENITIVE}]
