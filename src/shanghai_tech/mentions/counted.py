"""Counted things: the noun phrase behind a number."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.numerals import glued
from shanghai_tech.mentions.tagging import is_plural, singular, verb_forms
from shanghai_tech.model import Unit
from shanghai_tech.vocabulary import Vocabulary

_MODIFIERS = frozenset({"N", "NAME", "ADJ", "VN", "VG", "VD"})
_OPENING = frozenset("\"'“‘")
_POINTING = frozenset({"last", "next", "past", "previous", "this", "early", "late", "more", "fewer", "less", "higher", "lower", "respectively", "earlier", "later", "other", "total"})


@frozen
class Counted:
    """The noun phrase of what is counted, from token `first` up to `last`; its head is the last of them."""

    first: int
    last: int


def read_counted(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Counted | None:
    """Counted: modifier* noun, where the noun is the first plural that no other plural noun follows.

    "12,000 shared work desks" → shared work desk; in "firms plan to" the verb ends the phrase.
    """
    tokens = sentence.tokens
    first = index
    while first < len(tokens) and (tokens[first].text in _OPENING or tokens[first].lower in {"more", "additional"}):
        first += 1
    end = _reach(sentence, first, vocabulary)
    plural = [at for at in range(first, end) if sentence.tags[at] in {"N", "NAME", "VG"} and _is_plural(sentence, at, vocabulary)]
    if plural:
        return Counted(first, _head(sentence, plural, vocabulary) + 1)
    nouns = [at for at in range(first, end) if sentence.tags[at] == "N"]
    if not nouns or tokens[first].lower in _POINTING or sentence.tags[first] == "NAME":
        return None
    head = nouns[0]
    while head + 1 in nouns:
        head += 1
    return Counted(first, head + 1)


def _is_plural(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    token = sentence.tokens[index]
    return is_plural(token.lower, vocabulary)


def _head(sentence: Tagged, plural: Sequence[int], vocabulary: Vocabulary) -> int:
    """The head among plural nouns: the first, or a later one right behind it that can be no verb ("sales offices")."""
    head = plural[0]
    for at in plural[1:]:
        if at != head + 1 or verb_forms(sentence.tokens[at].lower, vocabulary):
            break
        head = at
    return head


def _reach(sentence: Tagged, first: int, vocabulary: Vocabulary) -> int:
    """How far a noun phrase may go from token `first`."""
    at = first
    seen = False
    while at < len(sentence.tokens):
        step = _step(sentence, at, first=first, seen=seen)
        if not step:
            break
        if step == 1 and _is_plural(sentence, at, vocabulary) and sentence.tags[at] in {"N", "NAME"}:
            seen = True
        at += step
    return at


def _step(sentence: Tagged, at: int, *, first: int, seen: bool) -> int:
    """How many tokens from `at` go on with the phrase; `seen` tells that a plural noun stands before."""
    tokens, tags = sentence.tokens, sentence.tags
    tag = tags[at]
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if seen:
        return 1 if tag == "N" else 0
    if tokens[at].kind == "number":
        return 2 if glued(tokens, at + 1) and tokens[at + 1].kind == "word" else 0
    if tag in {"VN", "VD", "VG"}:
        before = tags[at - 1] if at > first else ""
        return 1 if before in {"", "ADJ", "ADV", "CC"} and following in _MODIFIERS else 0
    if tag in _MODIFIERS:
        return 1
    if tag == "ADV":
        return 1 if following in {"ADJ", "VN", "VD"} else 0
    if tag == "CC" and tokens[at].lower in {"and", "&", "or"} or tokens[at].text == ",":
        return 1 if at > first and tags[at - 1] in {"ADJ", "N", "VN", "NAME"} and following in {"ADJ", "N", "NAME", "VN"} and _goes_on(sentence, at + 1) else 0
    if tag == "'S":
        return 1 if following in _MODIFIERS else 0
    if tokens[at].lower == "of":
        return 1 if at > first and tags[at - 1] == "NAME" == following else 0
    return 0


def _goes_on(sentence: Tagged, at: int) -> bool:
    """Whether a run of modifiers that a conjunction joined leads to a noun."""
    while at < len(sentence.tags) and sentence.tags[at] in {"ADJ", "NAME"}:
        at += 1
    return at < len(sentence.tags) and sentence.tags[at] in {"N", "NAME", "VN"}


def counted_unit(sentence: Tagged, counted: Counted, vocabulary: Vocabulary) -> Unit:
    """The unit of a counted noun phrase: its words, the last one singular."""
    words = [token.text for token in sentence.tokens[counted.first : counted.last]]
    head = words[-1]
    phrase = " ".join(sentence.words(counted.first, counted.last - 1).split())
    for mark in "{}/|":
        phrase = phrase.replace(mark, " ")
    return Unit.counted(" ".join(f"{phrase} {_singular(head, vocabulary)}".split()))


def _singular(word: str, vocabulary: Vocabulary) -> str:
    """The singular of a noun as written: "Teslas" keeps its capital, "TEUs" its capitals."""
    found = singular(word.lower(), vocabulary)
    if word.islower() or word.lower() == found:
        return word if word.lower() == found and not word.istitle() else found
    if word[:-1].isupper() and word.endswith("s"):
        return word[:-1]
    return found.capitalize() if word[:1].isupper() and not word.isupper() else found
