"""What an amount is an amount of: its label, and what it is relative to (rules L1 to L8)."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.clauses import Governor, Phrase, phrase_before, phrase_from
from shanghai_tech.mentions import tagging as t
from shanghai_tech.mentions.mention import QuantityMention
from shanghai_tech.vocabulary import Vocabulary

#: A label longer than this is a clause, and no name.
_LONGEST: Final = 9

_SHARE_WORDS: Final = frozenset({"of"})
_AFTER_COUNT: Final = frozenset({"with", "of", "for"})


@frozen(kw_only=True)
class Label:
    """The words that name an amount, further words that tell it from others, its base, and the rule that found them.

    `inherits` tells that the amount only says more of the one named before it ("up 5 percent", "ranking No. 1").
    """

    words: str
    context: tuple[str, ...] = ()
    base: str | None = None
    rule: str
    inherits: bool = False
    phrase: Phrase | None = None
    head: str = ""


def label_of(
    parsed: Parsed, index: int, *, governor: Governor, previous: Label | None, vocabulary: Vocabulary
) -> Label | None:
    """The label of the amount in a chunk; None where nothing near it names it.

    L1 a counted noun names itself; L2 "output of 5 billion yuan"; L3 "4 percent of GDP"; L4 "12 percent annual growth";
    L5 the subject of a measuring verb; L6 the act of any other verb; L7 the amount before it; L8 the nearest noun.
    """
    amount = parsed.chunks[index].amount
    if amount is None:
        return None
    named = (
        _counted(parsed, index, amount=amount, governor=governor)
        or _of_before(parsed, index, vocabulary=vocabulary)
        or _share_of(parsed, index, governor=governor, previous=previous)
        or _noun_after(parsed, index, vocabulary=vocabulary)
        or _apposition(parsed, index, governor=governor, previous=previous)
        or _of_verb(parsed, index, governor=governor, vocabulary=vocabulary)
        or previous_label(previous)
        or _nearest(parsed, index)
    )
    return named


def previous_label(previous: Label | None) -> Label | None:
    """L7: the label of the amount before, carried on."""
    return None if previous is None else evolve(previous, rule="L7", inherits=True)


# ---------------------------------------------------------------- L1

def _counted(parsed: Parsed, index: int, *, amount: QuantityMention, governor: Governor) -> Label | None:
    if amount.quantity.unit.term.noun is None or amount.noun is None:
        return None
    end = index + 1
    phrase = phrase_from(parsed, index, prepositions=_AFTER_COUNT)
    if phrase is not None:
        end = phrase.last
    words = amount.noun.slice(parsed.tagged.text)
    tail = parsed.words(index + 1, end)
    label = f"{words} {tail}" if tail and len((words + tail).split()) <= _LONGEST else words
    context: tuple[str, ...] = ()
    if not governor.is_subject and governor.verb is not None and governor.subject is not None:
        context = (clean(parsed, governor.subject),)
    verb = parsed.chunks[governor.verb].verb if governor.verb is not None else None
    if verb is not None and verb.verbs and not ({"have", "measure"} & set(verb.verbs[-1].roles)):
        context = (*context, verb.verbs[-1].noun or verb.lemma)
    return Label(words=label, context=context, rule="L1", head=words)


# ---------------------------------------------------------------- L2

def _of_before(parsed: Parsed, index: int, *, vocabulary: Vocabulary) -> Label | None:
    if index < 2 or parsed.chunks[index - 1].kind is not Kind.PREPOSITION or parsed.lower(index - 1) not in {"of", "at"}:
        return None
    phrase = phrase_before(parsed, index - 1)
    if phrase is None or parsed.chunks[index - 2].kind is not Kind.NOUN:
        return None
    words = clean(parsed, phrase)
    if not words or _role(words.split()[-1], vocabulary) in {"rise", "fall", "vague"}:
        return None
    return Label(words=words, rule="L2", phrase=phrase, head=words.split()[-1])


def _role(word: str, vocabulary: Vocabulary) -> str:
    return roles(vocabulary).get(word.lower(), "")


def roles(vocabulary: Vocabulary) -> dict[str, str]:
    """The role of each cue word."""
    return {cue.id: cue.role for cue in vocabulary.cue}


# ---------------------------------------------------------------- L3

def _share_of(parsed: Parsed, index: int, *, governor: Governor, previous: Label | None) -> Label | None:
    if index + 2 >= len(parsed.chunks) or parsed.lower(index + 1) not in _SHARE_WORDS:
        return None
    amount = parsed.chunks[index].amount
    if amount is None or str(amount.quantity.unit) not in {"%", "1"}:
        return None
    phrase = phrase_from(parsed, index + 2, prepositions=frozenset({"of", "in", "for"}))
    if phrase is None:
        return None
    base = clean(parsed, phrase)
    verb = parsed.chunks[governor.verb].verb if governor.verb is not None else None
    part = None
    if verb is not None and governor.subject is not None and (verb.has("measure") or verb.lemma in {"be", "make"}):
        part = clean(parsed, governor.subject)
    if part and not _is_named(parsed, governor.subject):
        return Label(words=part, base=base, rule="L3", phrase=governor.subject, head=part)
    if previous is not None and index > 0 and parsed.chunks[index - 1].kind in {Kind.MARK, Kind.VERB}:
        return Label(words=previous.words, context=previous.context, base=base, rule="L3", inherits=True, phrase=previous.phrase)
    return Label(words=base, base=base, rule="L3", phrase=phrase, head=base)


def _is_named(parsed: Parsed, phrase: Phrase | None) -> bool:
    """Whether a phrase is nothing but a name, so that it says who, and not what."""
    if phrase is None or phrase.last != phrase.first + 1:
        return False
    chunk = parsed.chunks[phrase.first]
    tags = parsed.tagged.tags[chunk.first : chunk.last]
    return all(tag in {t.NAME, t.DETERMINER, t.PRONOUN} for tag in tags)


# ---------------------------------------------------------------- L4

def _noun_after(parsed: Parsed, index: int, *, vocabulary: Vocabulary) -> Label | None:
    if index + 1 >= len(parsed.chunks) or parsed.chunks[index + 1].kind is not Kind.NOUN:
        return None
    phrase = phrase_from(parsed, index + 1)
    if phrase is None:
        return None
    first = parsed.tagged.tags[parsed.chunks[index + 1].first]
    words = clean(parsed, phrase)
    if first in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN} or not words:
        return None
    if any(_role(word, vocabulary) in {"rise", "fall", "vague"} for word in words.split()):
        return None
    return Label(words=words, rule="L4", phrase=phrase, head=words.split()[-1])


# ---------------------------------------------------------------- L7: said of the amount before

def _apposition(parsed: Parsed, index: int, *, governor: Governor, previous: Label | None) -> Label | None:
    if previous is None:
        return None
    at = index - 1
    while at >= 0 and parsed.chunks[at].kind in {Kind.ADVERB, Kind.PREPOSITION, Kind.NOUN}:
        at -= 1
    if at >= 0 and parsed.lower(at) in {",", "(", "-", "--", "—", "–"} and not governor.is_subject:
        return previous_label(previous)
    return None


# ---------------------------------------------------------------- L5, L6

def _of_verb(parsed: Parsed, index: int, *, governor: Governor, vocabulary: Vocabulary) -> Label | None:
    if governor.verb is None:
        return None
    group = parsed.chunks[governor.verb].verb
    if group is None:
        return None
    subject = governor.subject
    what = clean(parsed, subject) if subject is not None else ""
    measures = not group.verbs or {"measure", "rise", "fall", "multiply", "rank"} & set(group.verbs[-1].roles) or group.passive
    between = _object_between(parsed, governor.verb, index)
    if between:
        return Label(words=between, context=(what,) if what else (), rule="L6", phrase=subject, head=between.split()[-1])
    if measures and what and not _is_named(parsed, subject):
        return Label(words=what, rule="L5", phrase=subject, head=what.split()[-1])
    if not group.verbs:
        return None
    act = group.verbs[-1].noun or _verb_words(parsed, governor.verb)
    context = (what,) if what and subject is not None and not _is_named(parsed, subject) else ()
    return Label(words=act, context=context, rule="L6", phrase=subject, head=act)


def _object_between(parsed: Parsed, verb: int, index: int) -> str:
    """The object of a verb before "by", "to", "from" and the amount: "raise spending by 7 percent"."""
    if verb + 1 >= index or parsed.chunks[verb + 1].kind is not Kind.NOUN:
        return ""
    phrase = phrase_from(parsed, verb + 1, prepositions=frozenset({"of", "in", "for"}))
    if phrase is None or phrase.last >= index or parsed.lower(phrase.last) not in {"by", "to", "from", "at"}:
        return ""
    return clean(parsed, phrase)


def _verb_words(parsed: Parsed, verb: int) -> str:
    words = parsed.words(verb, verb + 1).split()
    tail = parsed.lower(verb + 1) if verb + 1 < len(parsed.chunks) else ""
    return f"{words[-1]} {tail}" if tail in {"in", "over", "up", "out"} else words[-1]


# ---------------------------------------------------------------- L8

def _nearest(parsed: Parsed, index: int) -> Label | None:
    for at in (*range(index - 1, -1, -1), *range(index + 1, len(parsed.chunks))):
        if parsed.chunks[at].kind is Kind.NOUN:
            words = clean(parsed, Phrase(at, at + 1))
            if words and not _is_named(parsed, Phrase(at, at + 1)):
                return Label(words=words, rule="L8", phrase=Phrase(at, at + 1), head=words.split()[-1])
    return None


# ---------------------------------------------------------------- words of a phrase

def clean(parsed: Parsed, phrase: Phrase) -> str:
    """The words of a phrase without owners, determiners and what a further preposition adds to a long one."""
    kept: list[str] = []
    for index in range(phrase.first, phrase.last):
        chunk = parsed.chunks[index]
        if chunk.kind is Kind.TIME:
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
