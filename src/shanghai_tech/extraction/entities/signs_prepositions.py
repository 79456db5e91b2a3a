"""Signs in a preposition before a name, and in what stands before that: "director of X", "built with X", "in X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.signs import FAINT, FAIR, STRONG, WEAK, Context, Vote
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.tags import (
    ADJECTIVE,
    DETERMINER,
    NOMINAL,
    NOUN,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PUNCT,
    SIGN,
    VERBS,
)

_HELD_AT: Final = frozenset({"of", "at", "for", "with", "from"})
WHERE: Final = frozenset({"in", "near", "around", "across", "outside"})
_DONE: Final = frozenset({PARTICIPLE, PAST, ADJECTIVE})
#: How far back a post may stand that a complement is of.
_FARTHEST: Final = 12
_NEAR: Final = 6
_WORK: Final = frozenset({"at", "for", "with"})


def signs_of_preposition(context: Context, at: int) -> Iterator[Vote]:
    """What a preposition at a token tells of the name behind it."""
    word = context.lower(at)
    if word in _HELD_AT and is_complement_of_post(context, at):
        parts = context.mention.name.lower().split()
        is_field = all(context.is_word("field", part) or context.is_word("adjective", part) for part in parts)
        told = STRONG + STRONG if _is_of_company_post(context, at) and not is_field else STRONG
        yield Vote(NameKind.ORGANIZATION, FAINT if is_field else told)  # "Head of Corporate Banking"
    elif context.has("joint", at - 1) or (word == "with" and context.has("joint", at - 2)):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word in {"of", "in"} and context.has("part", at - 1):
        yield Vote(NameKind.ORGANIZATION, STRONG - 1)
    elif word in _HELD_AT and context.has("serving", at - 1):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif _is_place_of_work(context, at) or _is_put_into(context, at):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word in WHERE:
        yield Vote(NameKind.PLACE, WEAK + FAINT)
    elif word == "to" and context.lower(at - 1) == "according":
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
        yield Vote(NameKind.PERSON, WEAK)
    else:
        yield from _of_party(context, at)


def _is_of_company_post(context: Context, at: int) -> bool:
    """Whether a post that only bodies have ends right before a preposition: "chief executive of X"."""
    words = [context.lower(before) for before in (at - 3, at - 2, at - 1)]
    return any(context.is_word("company_post", " ".join(words[first:])) for first in range(3))


def _is_place_of_work(context: Context, at: int) -> bool:
    """Whether somebody is at the head of something there: "who leads the chip team at X"."""
    if context.lower(at) not in _WORK:
        return False
    for before in range(at - 1, max(-1, at - _NEAR), -1):
        if context.has("leading", before) or context.has("serving", before):
            return True
        if context.tag(before) not in NOMINAL | {DETERMINER, POSSESSIVE}:
            return False
    return False


def _is_put_into(context: Context, at: int) -> bool:
    """Whether money is put into what follows: "an investor in X", "invested $4 million in X"."""
    if context.lower(at) != "in":
        return False
    for before in range(at - 1, max(-1, at - _NEAR), -1):
        if context.has("investing", before):
            return True
        if context.tag(before) not in NOMINAL | {SIGN}:
            return False
    return False


def _of_party(context: Context, at: int) -> Iterator[Vote]:
    """A name behind "by", "with", "from" or "part of" is that of a party, unless it could be a person's."""
    word, tag = context.lower(at), context.tag(at - 1)
    stands_alone = context.tag(context.mention.last) not in {NOUN, ADJECTIVE}
    if word == "by" and context.is_word("given", context.mention.name.lower()):
        yield Vote(NameKind.PERSON, FAIR)  # "founded by Marc and Anna Keller"
    elif context.is_personal():
        if word == "by" and context.has("headship", at - 1):  # "founded by"
            yield Vote(NameKind.PERSON, STRONG)
        elif word == "by" and tag in _DONE:
            yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word == "by" and (stands_alone or tag in _DONE):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif (word == "with" and stands_alone and tag in VERBS) or (word == "of" and context.lower(at - 1) == "part"):
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
    elif word == "from" and stands_alone and tag == NOUN:
        yield Vote(NameKind.ORGANIZATION, WEAK)


def is_complement_of_post(context: Context, at: int) -> bool:
    """Whether a post stands before the preposition, and between them only what it is for: "researcher in … at X"."""
    for end in range(at - 1, max(-1, at - _FARTHEST), -1):
        if context.tag(end) in {PUNCT, PAST}:
            return False
        if context.ends_post(end):
            return True
    return False
