"""Present forms that may be nouns → which of the two they are, by agreement and by the clause around them.

"firms plan to" and "the city plans to" are verbs; "the city's plans" and "a plan to" are nouns.
"""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import VerbForm, ends_in_plural_s
from shanghai_tech.mentions.words.place import Place

_MANY: Final = frozenset({"statistics", "people", "women", "men", "children"})
_EITHER: Final = frozenset({"data", "media", "staff"})
_BEFORE_VERB: Final = frozenset({t.MODAL, t.TO, t.DO})
_AFTER_VERB: Final = frozenset(
    {
        *(t.DETERMINER, t.POSSESSIVE, t.TO, t.NUMBER, t.PREPOSITION, t.PRONOUN),
        *(t.SIGN, t.SUBORDINATOR, t.ADVERB, t.NAME),
    }
)
_OPENERS: Final = frozenset({t.NAME, t.NOUN, t.DETERMINER, t.PREPOSITION, t.ADVERB})
_LONGEST_INSERTION: Final = 24
_IN_PHRASE: Final = t.NOMINAL | {t.CONJUNCTION, t.DETERMINER, t.PREPOSITION, t.GENITIVE, t.POSSESSIVE}
_OWNS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.GENITIVE})


def closes_insertion(place: Place) -> bool:
    """Whether the second comma of an insertion stands before a word, and no verb yet: "The firm, too, brought".

    One comma more stands behind what the sentence may open with: "In May, the firm, too, brought".
    """
    commas = sum(token.text == "," for token in place.tokens[: place.index])
    opens = 3 if place.tags[0] in {t.PREPOSITION, t.ADVERB} else 2
    return commas == opens and place.tags[0] in _OPENERS and not place.has_verb()


def _closes_relative(place: Place) -> bool:
    """Whether a relative clause between commas ends before a word: "the app, which the city backs, offers"."""
    first = max(0, place.index - _LONGEST_INSERTION)
    commas = [at for at in range(first, place.index) if place.tokens[at].text == ","]
    return len(commas) > 1 and commas[-1] == place.index - 1 and place.tags[commas[-2] + 1] == t.SUBORDINATOR


def present_or_noun(place: Place) -> str:
    """A present form that may be a noun, by its neighbours and by agreement with the noun before it."""
    form, before = place.forms[0], place.before_adverbs
    is_base = form.verb.id == place.token.lower
    if (before in _BEFORE_VERB and is_base) or (not form.verb.noun_too and before not in _OWNS):
        return t.PRESENT
    if place.index and place.tokens[place.index - 1].lower == "whose":
        return t.NOUN
    if [token.lower for token in place.tokens[place.index + 1 : place.index + 3]] == ["out", "that"]:
        return t.PRESENT  # "points out that"
    if not is_base and place.before == t.ADVERB:
        is_counted = place.index > 1 and place.tokens[place.index - 1].lower in {"more", "fewer"}
        is_counted = is_counted and place.tags[place.index - 2] in {t.NUMBER, t.PREPOSITION}
        return t.NOUN if is_counted else t.PRESENT  # "regularly ranks", but "to 40 more stations"
    if before in t.BEFORE_NOUN or before == t.BE:
        return t.NOUN
    if before in {t.PRONOUN, t.SUBORDINATOR}:
        return t.PRESENT
    if before == t.PUNCT:
        leads = place.after in {t.DETERMINER, t.POSSESSIVE, t.TO, t.SIGN} or _closes_relative(place)
        closes = not is_base and place.following not in {",", "and"} and closes_insertion(place)
        return t.PRESENT if leads or closes else t.NOUN  # "A scheme, launched in May, covers up to"
    return _agreeing(place, form, is_base=is_base)


def _agreeing(place: Place, form: VerbForm, *, is_base: bool) -> str:
    """A verb agrees with the noun before it: "firms plan to", "the city plans to"."""
    before, after = place.before_adverbs, place.after
    last = place.tokens[place.index - 1].lower if place.index else ""
    is_name = before == t.NAME and not is_base  # "Holloway Securities plans to"
    is_many = is_base if last in _EITHER else not is_name and (ends_in_plural_s(last) or last in _MANY)
    agrees = is_base == is_many or (is_base and _is_of_many(place))
    ends = before in {t.NOUN, t.NAME} and after == t.PUNCT and agrees and place.following != ","
    if ends and "report" in form.verb.roles and (is_base or place.has_verb()):
        return t.PRESENT  # ", official figures show."; ", the council estimates."
    if before == t.NAME and not is_base and after == t.NOUN and _foretells(place, form):
        return t.PRESENT  # "Harrow Bank forecasts growth of"
    if before not in {t.NOUN, t.NAME, t.CONJUNCTION} or after not in _AFTER_VERB:
        return t.NOUN
    if before == t.CONJUNCTION:
        joins_nouns = not is_base and place.index > 1 and place.tags[place.index - 2] == t.NOUN
        return t.NOUN if joins_nouns and ends_in_plural_s(place.tokens[place.index - 2].lower) else t.PRESENT
    if form.verb.noun_too and after in {t.PREPOSITION, t.ADVERB} and place.has_verb():
        return t.NOUN  # "a center of core functions with": the clause has its verb
    if not is_base and after in {t.NUMBER, t.SIGN, t.DETERMINER}:
        return t.PRESENT  # "the number of companies rises 10 percent"
    tells = is_base and "report" in form.verb.roles and _is_of_many(place) and not place.has_verb()
    return t.PRESENT if (is_many or tells or _tells_where(place)) == is_base else t.NOUN


def _foretells(place: Place, form: VerbForm) -> bool:
    """Whether a verb that foresees or reports stands behind a name, and no verb before or right behind it."""
    return (
        not {"foresee", "report"}.isdisjoint(form.verb.roles)
        and place.following not in place.tables.forms
        and not place.has_verb()
    )


def _is_of_many(place: Place) -> bool:
    """Whether the words before only say whose many are: "figures from the city's bureau of trade show"."""
    for at in range(place.index - 1, 0, -1):
        if place.tags[at] == t.PREPOSITION and _are_many(place.tokens[at - 1].lower):
            return True
        if place.tags[at] not in _IN_PHRASE:
            return False
    return False


def _are_many(word: str) -> bool:
    return ends_in_plural_s(word) or word in _MANY or word in _EITHER


def _tells_where(place: Place) -> bool:
    """Whether the name before only says where or whose many are, and the clause has no verb yet.

    "firms in Hefei plan to", "figures from the Trade Board show 300 labs"
    """
    at = place.index - 1
    while at > 0 and place.tags[at] == t.NAME:
        at -= 1
    at -= at > 0 and place.tags[at] == t.DETERMINER and at < place.index - 1
    is_behind = at > 0 and at < place.index - 1 and place.tags[at] == t.PREPOSITION
    return is_behind and _are_many(place.tokens[at - 1].lower) and not place.has_verb()
