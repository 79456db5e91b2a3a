"""Counted things: the noun phrase behind a number."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.mentions.amounts.bounds import cue_tables, is_cue
from shanghai_tech.mentions.amounts.number_words import glued
from shanghai_tech.mentions.amounts.units import unit_tables
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.inflection import is_plural, singular, verb_forms
from shanghai_tech.model import Unit
from shanghai_tech.vocabulary import Vocabulary

_NOUNS: Final = frozenset({"N", "NAME"})
_MODIFIERS: Final = frozenset({"N", "NAME", "ADJ", "VN", "VG", "VD"})
_QUOTES: Final = frozenset("\"“‘'")
_STANDINS: Final = frozenset({"ones", "others"})
_DETERMINERS: Final = frozenset({"more", "additional", "such"})


@frozen
class Counted:
    """The noun phrase of what is counted, from token `first` up to `last`; its head is the last of them."""

    first: int
    last: int


def read_counted(sentence: Tagged, index: int, vocabulary: Vocabulary, *, plural: bool = False) -> Counted | None:
    """Counted: modifier* noun; the noun is the first plural, or the last of the run where all are singular.

    "12,000 shared work desks" → shared work desks; in "firms plan to" the verb ends the phrase. With `plural` none is
    taken that is singular.
    """
    tokens, tags = sentence.tokens, sentence.tags
    first = index
    while first < len(tokens) and (tokens[first].text in _QUOTES or tokens[first].lower in _DETERMINERS):
        first += 1
    nouns: list[int] = []
    at = first
    while at < len(tokens):
        phrase = _phrase_end(sentence, at, vocabulary)
        if phrase is not None:
            at = phrase  # "internet of things firms"
            continue
        if _is_head(sentence, at, vocabulary):
            return Counted(first, _last_plural(sentence, at, vocabulary) + 1)
        step = _step(sentence, at, first=first)
        if not step or (nouns[-1:] == [at - 1] and _is_said(sentence, at, vocabulary)):
            break
        if tags[at] == "N":
            nouns.append(at)
        at += step
    collective = [at for at in nouns if is_plural(tokens[at].lower, vocabulary)]
    if collective:
        return Counted(first, collective[0] + 1)
    if plural or not nouns or is_cue(tokens[first].lower, "pointing", vocabulary) or tags[first] == "NAME":
        return None
    return Counted(first, nouns[-1] + 1)


def _phrase_end(sentence: Tagged, at: int, vocabulary: Vocabulary) -> int | None:
    """The token behind a phrase that a noun with its own plural goes on from: "Internet of Things (IoT) sensors"."""
    table = cue_tables(vocabulary).role.get("modifying")
    found = table.at(sentence.tokens, at) if table is not None else None
    if found is None:
        return None
    end, tokens = found[1], sentence.tokens
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        end += 3
    return end if sentence.tags[end : end + 1] in {("N",), ("NAME",), ("ADJ",), ("VN",), ("V",)} else None


def _is_said(sentence: Tagged, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word behind a collective noun is rather its verb: "3,400 staff hold degrees"."""
    word = sentence.tokens[at].lower
    return is_plural(sentence.tokens[at - 1].lower, vocabulary) and any(
        form.verb.id == word for form in verb_forms(word, vocabulary)
    )


def _is_head(sentence: Tagged, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the token is a plural noun in -s that no name goes on from, or a word in place of one."""
    token, tag = sentence.tokens[at], sentence.tags[at]
    if tag == "PRON":
        return token.lower in _STANDINS
    if tag == "NAME" and token.text[:-1].isupper() and token.text.endswith("s"):
        return True  # GPUs
    if tag not in {"N", "NAME", "V"} or not token.lower.endswith("s") or not is_plural(token.lower, vocabulary):
        return False
    named = tag == "NAME" or (token.text[0].isupper() and at > 0)
    return not named or sentence.tags[at + 1 : at + 2] not in {("N",), ("NAME",), ("ADJ",)}


def _last_plural(sentence: Tagged, head: int, vocabulary: Vocabulary) -> int:
    """The head or a plural right behind it that can be no verb: "sales offices"."""
    while sentence.tags[head + 1 : head + 2] == ("N",):
        following = sentence.tokens[head + 1].lower
        if not is_plural(following, vocabulary) or verb_forms(following, vocabulary):
            break
        head += 1
    return head


def _step(sentence: Tagged, at: int, *, first: int) -> int:
    """How many tokens from `at` go on with the phrase, none where it ends."""
    tokens, tags = sentence.tokens, sentence.tags
    tag, text = tags[at], tokens[at].text
    before = tags[at - 1] if at > first else ""
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if tag in {"N", "NAME", "ADJ"}:
        return int(text[0].isalnum())
    if tag in {"VN", "VD", "VG"}:
        return int(
            before in {"", "ADJ", "ADV", "CC", "N", "NAME"} and following in _MODIFIERS and (tag != "VD" or not before)
        )
    if tokens[at].kind == "number":
        return _number_within(sentence, at, first=first)
    if tag == "ADV":
        return int(following in {"ADJ", "VN", "VD"})
    if tag == "'S" or (text in _QUOTES and before):
        return int(following in _MODIFIERS)
    if text == "(" and before and following == "NAME" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
        return 3
    if tag == "CC" or text == ",":
        return int(_joins(sentence, at, before=before))
    return int(
        tokens[at].lower == "of" and before == "NAME" and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    )


def _number_within(sentence: Tagged, at: int, *, first: int) -> int:
    """A number that is part of a name within the phrase: "5G base stations", "Class 1 drugs"."""
    if at + 1 >= len(sentence.tokens):
        return 0
    if glued(sentence.tokens, at + 1) and sentence.tokens[at + 1].kind == "word":
        return 2
    return int(at > first and sentence.tokens[at - 1].text[0].isupper() and sentence.tags[at + 1] in _MODIFIERS)


def _joins(sentence: Tagged, at: int, *, before: str) -> bool:
    """Whether a comma or conjunction joins two modifiers: "small and medium-sized firms"."""
    tags = sentence.tags
    if sentence.tokens[at].lower not in {"and", "or", "&", ","} or before not in {"ADJ", "N", "VN", "NAME"}:
        return False
    ahead = at + 1
    while ahead < len(tags) and tags[ahead] in {"ADJ", "NAME"}:
        ahead += 1
    joined = tags[at + 1 : at + 2]
    if sentence.tokens[at].text == "," and (before != "ADJ" or joined != ("ADJ",)):
        return False
    return ahead < len(tags) and tags[ahead] in {"N", "NAME", "VN", "V"} and joined != ("V",)


def counted_unit(sentence: Tagged, counted: Counted, vocabulary: Vocabulary) -> Unit:
    """The unit of a counted noun phrase: its words, the last one singular; a length of time by its code."""
    head = sentence.tokens[counted.last - 1]
    tables = unit_tables(vocabulary)
    known = tables.names.of_words((head.lower,))
    if known is not None and known[0].dimension == "time":
        return known[0].unit
    phrase = " ".join(sentence.words(counted.first, counted.last - 1).split())
    for mark in "{}/|":
        phrase = phrase.replace(mark, " ")
    return Unit.counted(" ".join(f"{phrase} {singular_as_written(head.text, vocabulary)}".split()))


def singular_as_written(word: str, vocabulary: Vocabulary) -> str:
    """The singular of a noun, its capitals kept: "Teslas" → "Tesla", "TEUs" → "TEU"."""
    found = singular(word.lower(), vocabulary)
    if word[:-1].isupper() and word.endswith("s"):
        return word[:-1]
    if word.islower() or found == word.lower():
        return found if word.islower() else word
    if word.lower().startswith(found):
        return word[: len(found)]
    return found.capitalize() if word[0].isupper() else found
