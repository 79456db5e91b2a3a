"""Tokens → parts of speech, by rule: each choice sees the tags before a word and the words after it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.agreement import closes_insertion, present_or_noun
from shanghai_tech.mentions.words.place import KIND_TAGS, Place, compound_at, may_be_base, word_tables
from shanghai_tech.mentions.words.reduced import is_reduced
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary

_ADJECTIVE_ENDINGS: Final = (
    *("ful", "less", "ous", "ive", "able", "ible", "ical", "ional", "ary", "ish", "most"),
    *("-based", "-related", "-powered", "-driven", "-backed", "-funded", "-owned", "-led"),
)
#: Words between "by" and how much: "expanded by more than 20 percent".
_HOW_MUCH: Final = frozenset(
    {
        *("a", "about", "almost", "an", "approximately", "around", "as", "at", "average", "close", "just", "least"),
        *("less", "more", "much", "nearly", "no", "of", "only", "over", "roughly", "some", "than", "to", "up"),
    }
)
_BEFORE_VERB: Final = frozenset({t.MODAL, t.TO, t.DO})
_OBJECTS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.NUMBER, t.SIGN, t.NOUN, t.NAME, t.ADJECTIVE, t.PRONOUN})
_AUXILIARIES: Final = frozenset({t.BE, t.MODAL, t.HAVE})
_LONGEST_INSERTION: Final = 24
#: Shorter words in -ly are names as often: Italy, Emily.
_SHORTEST_ADVERB: Final = 6
_OWNS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.GENITIVE})


def tag(tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[str, ...]:
    """One tag a token, left to right."""
    tables = word_tables(vocabulary)
    tags: list[str] = []
    for index, token in enumerate(tokens):
        if index < len(tags):
            continue  # a later word of a compound
        if token.kind != "word":
            tags.append(t.GENITIVE if _owns(tokens, index) else KIND_TAGS.get(token.kind, t.PUNCT))
        elif (compound := compound_at(tokens, index, tables)) is not None:
            tags.extend([compound[0]] * compound[1])
        else:
            tags.append(_tag_of_word(Place(tokens, index, tags, tables)))
    return tuple(tags)


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark is the genitive of a word in -s: "Nexora Systems' sales", but not "the 'Park of Tigers' is"."""
    token = tokens[index]
    if token.text not in {"'", "’"} or not 0 < index < len(tokens) - 1:
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    joins = before.kind == "word" and before.end == token.start and before.lower.endswith("s")
    if not joins or behind.kind == "punct" or behind.start == token.end:
        return False
    near = tokens[max(0, index - _LONGEST_INSERTION) : index]
    return not any(
        each.text in {"'", "‘"} and (at == 0 or near[at - 1].end < each.start) for at, each in enumerate(near)
    )


def _tag_of_word(place: Place) -> str:
    token = place.token
    if token.lower in place.tables.fixed:
        return _fixed(place)
    forms = place.forms
    has_capital = token.text != token.lower and any(letter.isupper() for letter in token.text)
    if has_capital and not (place.index == 0 and (forms or _opens_as_adverb(place))):
        return t.NAME
    if forms:
        return _verb_or_noun(place)
    if token.lower.endswith("ed") and len(token.lower) > 4 and "-" not in token.lower:
        return _modifier(place) or _past(place)  # a word in -ed that the vocabulary does not know is a verb as well
    if token.lower.endswith("ly") and len(token.lower) > 4:
        return t.ADVERB
    return t.ADJECTIVE if token.lower.endswith(_ADJECTIVE_ENDINGS) else t.NOUN


def _opens_as_adverb(place: Place) -> bool:
    """Whether a sentence opens with an adverb: "Separately, the bank", "Jointly organized by"."""
    word = place.token.lower
    return word.endswith("ly") and len(word) > _SHORTEST_ADVERB and place.following == place.following.lower()


# ---------------------------------------------------------------- words of closed classes


def _fixed(place: Place) -> str:
    word, found = place.token.lower, place.tables.fixed[place.token.lower]
    if word == "to":
        leads = place.following in {"be", "have", "do", "not"} or may_be_base(place.following, place.tables)
        return t.TO if leads else t.PREPOSITION
    if word in {"that", "this"}:
        return _that(place, found)
    if word in {"which", "whose", "what"}:
        return t.SUBORDINATOR
    if word == "likely" and place.before == t.MODAL:
        return t.ADVERB  # "will likely surpass"
    if found in {t.NOUN, t.ADJECTIVE}:
        return _noun_or_verb(place, found)
    if found == t.PREPOSITION and place.before == t.MODAL and place.is_form(t.PRESENT):
        return t.PRESENT  # "would like to"
    if _floats(place) or (word in {"there", "here"} and place.tables.fixed.get(place.following) not in _AUXILIARIES):
        return t.ADVERB
    return t.NAME if _is_capitals(place.token) else found


def _floats(place: Place) -> bool:
    """Whether a quantifier stands behind what it counts: "sales and trade each came to", "they have both grown"."""
    if place.token.lower not in {"each", "both", "all"}:
        return False
    if place.before in {t.MODAL, t.BE, t.HAVE}:
        return True
    leads = place.tables.fixed.get(place.following) in _AUXILIARIES
    return place.before in {t.NOUN, t.NAME, t.PRONOUN} and (
        leads or any(form.tag == t.PAST for form in place.tables.forms.get(place.following, ()))
    )


def _is_capitals(token: Token) -> bool:
    """US, IT, WHO: in capitals among small letters."""
    return token.text.isupper() and len(token.text) > 1


def _that(place: Place, found: str) -> str:
    if place.token.lower == "that" and place.before in {t.NOUN, t.NAME, t.GERUND}:
        return t.SUBORDINATOR
    if place.token.lower == "that" and place.before == t.PREPOSITION:
        return t.DETERMINER
    forms = place.tables.forms.get(place.following, ())
    if place.token.lower == "that" and any(form.verb.noun_too and form.verb.id == place.following for form in forms):
        return t.DETERMINER  # "bring that share to": a clause behind "that" begins with no base form
    is_third = any(form.tag == t.PRESENT and form.verb.id != place.following for form in forms)
    if place.before in {"", t.PUNCT} and is_third:
        return t.PRONOUN  # "that means"
    return t.PRONOUN if place.tables.fixed.get(place.following) in {t.BE, t.MODAL} else found


def _noun_or_verb(place: Place, found: str) -> str:
    """A word that is a noun or adjective by its class, where a verb's place is certain."""
    before = place.before
    if found == t.NOUN and before == t.PRONOUN and place.is_form(t.PRESENT):
        return t.PRESENT
    if found == t.ADJECTIVE and place.forms and place.before_adverbs in _BEFORE_VERB:
        return t.PRESENT
    if _is_capitals(place.token) or (place.index > 0 and place.token.text[0].isupper()):
        return t.NAME
    if place.is_form(t.GERUND):
        number = place.ahead()
        leads = place.following == "no" or (number is not None and number.kind == "number")
        planning = before == t.PUNCT and place.following == "to"  # "SenseTime, planning to raise"
        ranking = before == t.NOUN and leads  # "speeds ranking No. 1"
        if planning or ranking or (found == t.NOUN and before == t.BE):
            return t.GERUND
    return found


# ---------------------------------------------------------------- forms of verbs


def _verb_or_noun(place: Place) -> str:
    """A word that is a form of a verb, and may be a noun or adjective as well."""
    form, before = place.forms[0].tag, place.before_adverbs
    if form == t.GERUND:
        return t.NOUN if before in _OWNS | {t.ADJECTIVE, t.NUMBER} else t.GERUND
    if form == t.PRESENT:
        is_done = place.is_form(t.PARTICIPLE) or place.is_form(t.PAST)
        if before in {t.NOUN, t.NAME, t.PUNCT} and is_done and _has_agent(place):
            return t.PARTICIPLE  # "a platform run by"
        if before in {t.BE, t.HAVE} and place.is_form(t.PARTICIPLE):
            return t.PARTICIPLE  # "they are run"
        is_past = place.is_form(t.PAST) and before in {t.NOUN, t.NAME, t.PUNCT, t.BE, t.HAVE}
        return _past(place) if is_past else present_or_noun(place)  # set, cut, hit: the past as the base
    verb = place.forms[0].verb
    if form == t.PAST and verb.participle and place.token.lower == verb.past != verb.participle:
        return t.PAST  # wrote, which is no participle
    if place.token.lower == "told" and before == t.ADJECTIVE:
        return t.PAST  # "a senior official told reporters"
    modifier = _modifier(place)
    if modifier or form == t.PARTICIPLE:
        return modifier or t.PARTICIPLE
    return t.PAST if before == t.PUNCT and closes_insertion(place) else _past(place)


def _modifier(place: Place) -> str:
    """An adjective where a past form stands before a noun or number: "registered users", "a planned 25,000"."""
    token = place.ahead()
    if token is None or place.before_adverbs not in t.BEFORE_NOUN - {t.SIGN} or _is_behind_year(place):
        return ""
    is_noun = token.kind == "word" and place.after in {t.NOUN, t.NAME, t.ADJECTIVE}
    return t.ADJECTIVE if is_noun or (token.kind == "number" and place.before_adverbs in _OWNS) else ""


def _past(place: Place) -> str:
    """A past form that may be a participle, by what stands on either side."""
    before = place.before_adverbs
    if before in {t.BE, t.HAVE} or _has_agent(place):
        return t.PARTICIPLE
    if before == t.PUNCT and closes_insertion(place):
        return t.PAST
    if _is_behind_year(place) and place.after in _OBJECTS:
        return t.PAST  # "data for 2025 showed exports"
    if before in {t.NOUN, t.NAME, t.PRONOUN, t.SUBORDINATOR, t.CONJUNCTION, ""}:
        return t.PARTICIPLE if before in {t.NOUN, t.NAME} and is_reduced(place) else t.PAST
    is_main = place.tokens[place.index - 1].text == ")" and not place.has_verb()  # "the institute (KIT) kicked off"
    return t.PAST if before == t.PUNCT and (is_main or place.after in _OBJECTS) else t.PARTICIPLE


def _is_behind_year(place: Place) -> bool:
    """Whether the word before is a year in digits and no count: "for 2025 showed"."""
    word = place.tokens[place.index - 1].text if place.index else ""
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}


def _has_agent(place: Place) -> bool:
    """Whether "by" and whoever did it follow, and not by how much."""
    following = place.tokens[place.index + 1 : place.index + 7]
    for at, token in enumerate(following[:2]):
        if token.lower == "by":
            behind = itertools.dropwhile(lambda each: each.lower in _HOW_MUCH, following[at + 1 :])
            return next((each.kind not in {"number", "sign"} for each in behind), True)
    return False
