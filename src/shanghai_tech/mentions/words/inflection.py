"""Forms of words: what verbs a word may be a form of, and the singular of nouns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from shanghai_tech.mentions.words.tags import GERUND, PARTICIPLE, PAST, PRESENT
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.word_entries import Verb

_VOWELS = "aeiou"
_SHORT = 4


@frozen
class VerbForm:
    """A verb and which of its forms a word is."""

    verb: Verb
    tag: str


@lru_cache(maxsize=8)
def verb_table(vocabulary: Vocabulary) -> Mapping[str, tuple[VerbForm, ...]]:
    """All forms of all verbs."""
    forms: dict[str, tuple[VerbForm, ...]] = {}
    for verb in vocabulary.verb:
        for form, tag in inflections(verb):
            forms[form] = (*forms.get(form, ()), VerbForm(verb, tag))
    return forms


@lru_cache(maxsize=8)
def _singulars(vocabulary: Vocabulary) -> Mapping[str, str]:
    return {plural.plural: plural.id for plural in vocabulary.plural}


def verb_forms(word: str, vocabulary: Vocabulary) -> tuple[VerbForm, ...]:
    """What verbs a lower-case word may be a form of."""
    return verb_table(vocabulary).get(word, ())


def inflections(verb: Verb) -> list[tuple[str, str]]:
    """The forms of a verb, each with its tag."""
    base = verb.id
    past = verb.past or _regular_past(base)
    participle = verb.participle or past
    forms = [(base, PRESENT), (verb.s or _third(base), PRESENT), (past, PAST), (verb.ing or _ing(base), GERUND)]
    if past == base + "led":  # totalled in one English, totaled in the other
        forms += [(base + "ed", PAST), (base + "ing", GERUND)]
    return forms if participle == past else [*forms, (participle, PARTICIPLE)]


def _third(base: str) -> str:
    if _ends_in_y(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _ing(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else _doubled(base) + "ing"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_y(base) else _doubled(base) + "ed"


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in _VOWELS


def _doubled(base: str) -> str:
    """The base with its last consonant doubled where it has one short vowel: cut → cutt."""
    closed = base[-1] not in _VOWELS + "wxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS
    return base + base[-1] if 2 < len(base) <= _SHORT and closed else base


def singular(noun: str, vocabulary: Vocabulary) -> str:
    """The singular of a lower-case noun, as far as its form tells; a singular stays as it is."""
    known = _singulars(vocabulary)
    if noun in known:
        return known[noun]
    head, hyphen, last = noun.rpartition("-")
    if hyphen:
        return f"{head}-{singular(last, vocabulary)}"
    if not is_plural(noun, vocabulary):
        return noun
    if noun.endswith("ies") and len(noun) > _SHORT:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zzes")) else noun[:-1]


def is_plural(noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a lower-case noun is written in the plural."""
    return noun in _singulars(vocabulary) or ends_in_plural_s(noun)


def ends_in_plural_s(word: str) -> bool:
    """Whether a word ends as regular plurals do."""
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics"))
