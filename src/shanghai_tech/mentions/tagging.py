"""Tokens → parts of speech, coarse and by rule.

The tags follow the Universal Dependencies set where it is fine enough, and split verbs by form, because the form
tells an intention from a report: `V` base or present, `VD` past, `VN` participle, `VG` -ing form.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.tokens import Token
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Verb

NOUN: Final = "N"
NAME: Final = "NAME"
ADJECTIVE: Final = "ADJ"
ADVERB: Final = "ADV"
NUMBER: Final = "NUM"
SIGN: Final = "SIGN"
PUNCT: Final = "PUNCT"
DETERMINER: Final = "DET"
POSSESSIVE: Final = "POSS"
PRONOUN: Final = "PRON"
PREPOSITION: Final = "IN"
CONJUNCTION: Final = "CC"
SUBORDINATOR: Final = "SUB"
MODAL: Final = "MD"
BE: Final = "BE"
HAVE: Final = "HV"
DO: Final = "DO"
TO: Final = "TO"
GENITIVE: Final = "'S"
PRESENT: Final = "V"
PAST: Final = "VD"
PARTICIPLE: Final = "VN"
GERUND: Final = "VG"

#: Tags of words that a clause is built around.
VERBS: Final = frozenset({PRESENT, PAST, PARTICIPLE, GERUND, BE, HAVE, DO, MODAL})
#: Tags of words that may stand in a noun phrase before its last noun.
NOMINAL: Final = frozenset({NOUN, NAME, ADJECTIVE, NUMBER})

_CLASS_TAGS: Final[Mapping[str, str]] = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "modal": MODAL,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "to": TO,
    "adverb": ADVERB,
    "adjective": ADJECTIVE,
    "noun": NOUN,
}
_ADJECTIVE_ENDINGS: Final = ("ful", "less", "ous", "ive", "able", "ible", "ical", "ional", "ary", "ish", "most")
_BEFORE_NOUN: Final = frozenset({DETERMINER, POSSESSIVE, ADJECTIVE, PREPOSITION, NUMBER, GENITIVE, SIGN})
#: Words between "by" and how much: "expanded by more than 20 percent".
_ABOUT_HOW_MUCH: Final = frozenset(
    "a about almost an approximately around as at average close just least less more much nearly no of only over roughly some than to up".split()
)
_BEFORE_VERB: Final = frozenset({MODAL, TO, DO})
_AFTER_VERB: Final = frozenset({DETERMINER, POSSESSIVE, TO, NUMBER, PREPOSITION, PRONOUN, SIGN, SUBORDINATOR, ADVERB, NAME})


@frozen
class VerbForm:
    """A verb and which of its forms a word is."""

    verb: Verb
    tag: str


@frozen
class _Tables:
    fixed: Mapping[str, str]
    forms: Mapping[str, tuple[VerbForm, ...]]
    singular: Mapping[str, str]
    compounds: Mapping[str, str]


@lru_cache(maxsize=8)
def _tables(vocabulary: Vocabulary) -> _Tables:
    fixed: dict[str, str] = {}
    for entry in vocabulary.word_class:
        for word in entry.words:
            fixed.setdefault(word, _CLASS_TAGS[entry.id])
    for number in vocabulary.number_word:
        fixed.setdefault(number.id, NUMBER)
    forms: dict[str, tuple[VerbForm, ...]] = {}
    for verb in vocabulary.verb:
        for form, tag in _inflect(verb):
            forms[form] = (*forms.get(form, ()), VerbForm(verb, tag))
    singular = {plural.plural: plural.id for plural in vocabulary.plural}
    compounds = {entry.id: _CLASS_TAGS[entry.tag] for entry in vocabulary.compound}
    return _Tables(fixed, forms, singular, compounds)


def _inflect(verb: Verb) -> list[tuple[str, str]]:
    base = verb.id
    past = verb.past or _regular_past(base)
    participle = verb.participle or past
    third = verb.s or (base[:-1] + "ies" if _ends_in_y(base) else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"))
    ing = verb.ing or (base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else _doubled(base) + "ing")
    forms = [(base, PRESENT), (third, PRESENT), (past, PAST), (ing, GERUND)]
    return forms if participle == past else [*forms, (participle, PARTICIPLE)]


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in "aeiou"


def _doubled(base: str) -> str:
    """The base with its last consonant doubled where it has one short vowel: cut → cutt."""
    short = len(base) <= 4 and base[-1] not in "aeiouwxy" and base[-2:-1] in "aeiou" and base[-3:-2] not in "aeiou"
    return base + base[-1] if short and len(base) > 2 else base


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_y(base) else _doubled(base) + "ed"


def verb_forms(word: str, vocabulary: Vocabulary) -> tuple[VerbForm, ...]:
    """What verbs a lower-case word may be a form of."""
    return _tables(vocabulary).forms.get(word, ())


def singular(noun: str, vocabulary: Vocabulary) -> str:
    """The singular of a lower-case noun, as far as its form tells; a singular stays as it is."""
    known = _tables(vocabulary).singular
    if noun in known:
        return known[noun]
    head, hyphen, last = noun.rpartition("-")
    if hyphen:
        return f"{head}-{singular(last, vocabulary)}"
    if not is_plural(noun, vocabulary):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1]


def is_plural(noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a lower-case noun is written in the plural."""
    if noun in _tables(vocabulary).singular:
        return True
    return len(noun) > 2 and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics"))


def tag(tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[str, ...]:
    """One tag a token, left to right; each choice sees the tag before it and the word after it."""
    tables = _tables(vocabulary)
    tags: list[str] = []
    for index, token in enumerate(tokens):
        before = tags[-1] if tags else ""
        compound = _compound(tokens, index, tables) or (_compound(tokens, index - 1, tables) if index else "")
        if compound:
            tags.append(compound)
        elif token.kind != "word":
            tags.append(_tag_of_kind(token))
        elif token.lower in tables.fixed:
            tags.append(_fixed(tokens, index, tags=tags, tables=tables))
        elif _is_name(tokens, index) and not (index == 0 and token.lower in tables.forms):
            tags.append(NAME)
        elif token.lower in tables.forms:
            tags.append(_verb_or_noun(tokens, index, tags=tags, tables=tables))
        elif token.lower.endswith("ed") and len(token.lower) > 4 and "-" not in token.lower:
            tags.append(_regular_past_tag(tokens, index, tags=tags, tables=tables))
        else:
            tags.append(_open_class(token.lower))
    return tuple(tags)


def _compound(tokens: Sequence[Token], index: int, tables: _Tables) -> str:
    """The tag of the two words that begin at a token, where they are one."""
    if index + 1 >= len(tokens):
        return ""
    return tables.compounds.get(f"{tokens[index].lower} {tokens[index + 1].lower}", "")


def _tag_of_kind(token: Token) -> str:
    return {"number": NUMBER, "sign": SIGN, "possessive": GENITIVE}.get(token.kind, PUNCT)


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is written as a name: a capital, and not only because a sentence or quotation begins."""
    text = tokens[index].text
    return text[0].isupper() or any(letter.isupper() for letter in text[1:])


def _fixed(tokens: Sequence[Token], index: int, *, tags: Sequence[str], tables: _Tables) -> str:
    before = tags[-1] if tags else ""
    word, found = tokens[index].lower, tables.fixed[tokens[index].lower]
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word == "to":
        return TO if _may_be_base(following, tables) or following in {"be", "have", "do", "not"} else PREPOSITION
    if word == "that" and before in {NOUN, NAME, GERUND}:
        return SUBORDINATOR
    if word == "that" and before == PREPOSITION:
        return DETERMINER
    is_third = any(form.tag == PRESENT and form.verb.id != following for form in tables.forms.get(following, ()))
    if word in {"that", "this"} and before in {"", PUNCT} and is_third:
        return PRONOUN  # "that means"
    if found == NOUN and before == PRONOUN and any(form.tag == PRESENT for form in tables.forms.get(word, ())):
        return PRESENT
    if word in {"which", "whose", "what"}:
        return SUBORDINATOR
    if found == ADJECTIVE and word in tables.forms and _last_but_adverbs(tags) in _BEFORE_VERB:
        return PRESENT
    if word == "each" and before in {MODAL, BE, HAVE}:
        return ADVERB
    if tokens[index].text.isupper() and len(word) > 1 and word not in {"a", "i"}:
        return NAME  # US, IT, WHO: in capitals among small letters
    if found in {ADJECTIVE, NOUN} and index > 0 and tokens[index].text[0].isupper():
        return NAME
    is_gerund = any(form.tag == GERUND for form in tables.forms.get(word, ()))
    if is_gerund and following == "to" and before == PUNCT:
        return GERUND  # "SenseTime, planning to raise"
    if is_gerund and before == NOUN and index + 1 < len(tokens) and (following == "no" or tokens[index + 1].kind == "number"):
        return GERUND  # "speeds ranking No. 1"
    if found == NOUN and before == BE and any(form.tag == GERUND for form in tables.forms.get(word, ())):
        return GERUND
    if word in {"that", "this"} and tables.fixed.get(following) in {BE, MODAL}:
        return PRONOUN
    return found


def _may_be_base(word: str, tables: _Tables) -> bool:
    return any(form.tag == PRESENT and form.verb.id == word for form in tables.forms.get(word, ()))


def _verb_or_noun(tokens: Sequence[Token], index: int, *, tags: Sequence[str], tables: _Tables) -> str:
    """Decides a word that is a form of a verb and may be a noun or adjective as well."""
    forms = tables.forms[tokens[index].lower]
    form = forms[0].tag
    before = _last_but_adverbs(tags)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if form == GERUND:
        return GERUND if before not in {DETERMINER, POSSESSIVE, ADJECTIVE, GENITIVE, NUMBER} else NOUN
    is_past_too = any(each.tag == PAST for each in forms)
    if form == PRESENT and before not in _BEFORE_VERB and is_past_too and before in {NOUN, NAME, PUNCT, BE, HAVE}:
        return _past(before, tokens[index + 1 : index + 7], tables=tables)  # set, cut, hit: the past as the base
    if form == PRESENT:
        return _present_or_noun(tokens, index, before=before, tags=tags, tables=tables)
    if before in {DETERMINER, POSSESSIVE, ADJECTIVE, GENITIVE, NUMBER, PREPOSITION} and _begins_noun(following, tables):
        return ADJECTIVE
    if form == PAST and before == PUNCT and _closes_insertion(tokens, index, tags=tags):
        return PAST
    return PARTICIPLE if form == PARTICIPLE else _past(before, tokens[index + 1 : index + 7], tables=tables)


def _regular_past_tag(tokens: Sequence[Token], index: int, *, tags: Sequence[str], tables: _Tables) -> str:
    """A word in -ed that the vocabulary does not know is a verb as well."""
    before = _last_but_adverbs(tags)
    following = tokens[index + 1 : index + 7]
    if before in {DETERMINER, POSSESSIVE, ADJECTIVE, GENITIVE, NUMBER, PREPOSITION} and _begins_noun(
        following[0] if following else None, tables
    ):
        return ADJECTIVE
    return _past(before, following, tables=tables)


def _closes_insertion(tokens: Sequence[Token], index: int, *, tags: Sequence[str]) -> bool:
    """Whether the second comma of an insertion stands before a word, and no verb yet: "The firm, too, brought"."""
    commas = sum(token.text == "," for token in tokens[:index])
    return commas == 2 and tags[0] in {NAME, NOUN, DETERMINER} and not _has_verb(tags)


def _has_agent(following: Sequence[Token]) -> bool:
    """Whether "by" and whoever did it follow, and not by how much."""
    for at, token in enumerate(following[:2]):
        if token.lower == "by":
            behind = itertools.dropwhile(lambda each: each.lower in _ABOUT_HOW_MUCH, following[at + 1 :])
            return next((each.kind not in {"number", "sign"} for each in behind), True)
    return False


def _past(before: str, following: Sequence[Token], *, tables: _Tables) -> str:
    """Decides a past form that may be a participle, by what stands on either side."""
    if before in {BE, HAVE} or _has_agent(following):
        return PARTICIPLE
    if before in {NOUN, NAME, PRONOUN, SUBORDINATOR, CONJUNCTION, ""}:
        return PAST
    after = _class_of(following[0] if following else None, tables)
    has_object = after in {DETERMINER, POSSESSIVE, NUMBER, SIGN, NOUN, NAME, ADJECTIVE, PRONOUN}
    return PAST if before == PUNCT and has_object else PARTICIPLE


def _present_or_noun(
    tokens: Sequence[Token], index: int, *, before: str, tags: Sequence[str], tables: _Tables
) -> str:
    """Decides a present form that may be a noun, by its neighbours and by agreement with the noun before it."""
    form = tables.forms[tokens[index].lower][0]
    is_base = form.verb.id == tokens[index].lower
    if before in _BEFORE_VERB and is_base:
        return PRESENT
    if not form.verb.noun_too and before not in {DETERMINER, POSSESSIVE, GENITIVE}:
        return PRESENT
    if tokens[index - 1].lower == "whose":
        return NOUN
    if not is_base and tags and tags[-1] == ADVERB:
        return PRESENT  # "regularly ranks"
    if before in _BEFORE_NOUN or before == BE:
        return NOUN
    after = _class_of(tokens[index + 1] if index + 1 < len(tokens) else None, tables)
    if before in {PRONOUN, SUBORDINATOR}:
        return PRESENT
    if before == PUNCT:
        return PRESENT if after in {DETERMINER, POSSESSIVE, TO, SIGN} else NOUN
    if before == NOUN and after == PUNCT and is_base and "report" in form.verb.roles and _ends_in_s(tokens[index - 1].lower):
        return PRESENT  # ", official figures show."
    if before not in {NOUN, NAME, CONJUNCTION} or after not in _AFTER_VERB:
        return NOUN
    if before == CONJUNCTION:
        return PRESENT
    if form.verb.noun_too and after in {PREPOSITION, ADVERB} and _has_verb(tags):
        return NOUN  # "a center of core functions with": the clause has its verb
    if not is_base and after in {NUMBER, SIGN, DETERMINER}:
        return PRESENT  # "the number of companies rises 10 percent"
    is_many = _ends_in_s(tokens[index - 1].lower)
    return PRESENT if is_many == is_base else NOUN


def _has_verb(tags: Sequence[str]) -> bool:
    """Whether the clause so far has a verb that may be finite."""
    for tag in reversed(tags):
        if tag == SUBORDINATOR:
            return False
        if tag in {PRESENT, PAST, MODAL, BE, HAVE}:
            return True
    return False


def _ends_in_s(word: str) -> bool:
    """Whether a word may be a plural; people and staff are no plurals to this rule, and that costs little."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) or word in {"people", "women", "men", "children"}


def _last_but_adverbs(tags: Sequence[str]) -> str:
    return next((tag for tag in reversed(tags) if tag != ADVERB), "")


def _class_of(token: Token | None, tables: _Tables) -> str:
    if token is None:
        return PUNCT
    if token.kind != "word":
        return _tag_of_kind(token)
    return tables.fixed.get(token.lower, NAME if token.text[0].isupper() else NOUN)


def _begins_noun(token: Token | None, tables: _Tables) -> bool:
    if token is not None and token.kind == "number":
        return True
    return token is not None and token.kind == "word" and _class_of(token, tables) in {NOUN, NAME, ADJECTIVE}


def _open_class(word: str) -> str:
    if word.endswith("ly") and len(word) > 4:
        return ADVERB
    if word.endswith(_ADJECTIVE_ENDINGS) or word.endswith(("-based", "-related", "-powered", "-driven", "-backed", "-funded", "-owned", "-led")):
        return ADJECTIVE
    return NOUN
