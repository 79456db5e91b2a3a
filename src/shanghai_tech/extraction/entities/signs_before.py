"""Signs before a name: "venture capital firm X", "director of X", "companies such as X", "in X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.signs import FAINT, FAIR, STRONG, WEAK, Context, Vote, vote_of
from shanghai_tech.extraction.entities.signs_prepositions import WHERE, is_complement_of_post, signs_of_preposition
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.names.shapes import is_word_of_person
from shanghai_tech.mentions.words.tags import BE, GENITIVE, NAME, NOUN, PAST, PREPOSITION, PUNCT, TO

_QUOTES: Final = frozenset({'"', "“", "‘"})
_CLOSES: Final = frozenset({'"', "”", "’", ",", "."})
#: Nouns for bodies that are adjectives as well.
_LIKE_ADJECTIVES: Final = frozenset({"affiliate", "subsidiary", "conglomerate"})
#: Second parts of words that only bodies are described by: "Oulu-based".
_OF_BODIES: Final = ("-backed", "-based", "-funded", "-headquartered", "-listed", "-owned")
_SUCH: Final = frozenset(
    {"as", "like", "including", "includes", "include", "included", "namely", "-", "--", "–", "—", ":"}
)
_LONGEST_PLACE: Final = 4
#: How far back a noun may stand that says what a list is of.
_FARTHEST: Final = 12


def signs_before(context: Context) -> Iterator[Vote]:
    """What the words before a name tell."""
    at = context.mention.first - 1
    word, tag = context.lower(at), context.tag(at)
    if word == "(" and context.lower(context.mention.last) == ")":
        return
    if word in _QUOTES and context.lower(context.mention.last) in _CLOSES:
        yield Vote(NameKind.OTHER, FAIR)
    noun = at - (word in _QUOTES or word == ",")  # "their joint venture, X,"
    opens = noun == 0 and context.mention.first == 1  # "Chipmaker Nexora"
    if context.tag(noun) == NOUN or opens or context.ends_post(noun) or context.lower(noun) in _LIKE_ADJECTIVES:
        yield from _called(context, noun, plural=word == ",")
    elif tag == BE and context.tag(at - 1) == NOUN and context.lower(context.mention.last) in {",", ".", "and"}:
        yield from _called(context, at - 1)  # "The biggest bank is X.", "Its clients are X and Y"
    if word.endswith(_OF_BODIES):
        yield Vote(NameKind.ORGANIZATION, FAINT if context.is_personal() else STRONG - 1)
    if word == "the":
        yield Vote(NameKind.OTHER, WEAK)
    if word == "them" and context.lower(at - 1) == "among" and context.lower(at - 2) == ",":
        yield from _such_as(context, at - 2)  # "the park's tenants, among them X"
    elif word in _SUCH:
        yield from _such_as(context, at)
    elif tag == PREPOSITION:
        yield from signs_of_preposition(context, at)
    else:
        yield from _behind_verb(context, at)


def _behind_verb(context: Context, at: int) -> Iterator[Vote]:
    """What a verb before a name tells, or a genitive: "joined X", "bought X", "said X", "Kenya's X"."""
    if context.has("serving", at) or (context.lower(at) == "found" and context.tag(at - 1) == TO):
        yield Vote(NameKind.ORGANIZATION, STRONG - 1)
    elif context.has("naming", at) and context.is_personal():
        yield Vote(NameKind.PERSON, STRONG)
    elif context.tag(at) == GENITIVE and _is_of_place(context, at):
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
    elif context.has("taking", at):
        yield Vote(NameKind.ORGANIZATION, WEAK if context.is_personal() else FAIR)
    elif context.tag(at) == PAST and context.knowledge.has_role(context.lower(at), "report"):
        yield Vote(NameKind.PERSON, WEAK)
        yield Vote(NameKind.ORGANIZATION, WEAK)


def _called(context: Context, at: int, *, plural: bool = False) -> Iterator[Vote]:
    """The noun before a name says what it is: "venture capital firm X", "analyst X", "one of the makers, X,"."""
    found = context.noun(at, plural=plural)
    words = context.mention.name.split()
    fits = all(map(is_word_of_person, words))
    if plural and is_complement_of_post(context, at):  # "the speaker of the parliament, X"
        yield Vote(NameKind.PERSON, STRONG)
        return
    is_body = context.mention.kind is NameKind.ORGANIZATION  # "president, Harrow Securities"
    if context.knowledge.is_plural_post(context.lower(at)) and _stands_alone(context):
        yield Vote(NameKind.ORGANIZATION, STRONG)  # "according to agents Holloway Pryce"
        return
    if context.ends_post(at) and not (plural and is_body) and (found is None or (fits and " " not in found.id)):
        yield Vote(NameKind.PERSON, STRONG if fits and len(words) > 1 else FAIR, noun=context.lower(at))
    if found is not None and (len(words) == 1 or not fits or not context.ends_post(at)):
        yield vote_of(found, STRONG)
    elif found is None and context.has("counterpart", at) and not context.is_personal():
        yield Vote(NameKind.ORGANIZATION, FAIR)


def _stands_alone(context: Context) -> bool:
    """Whether no other name is listed with a name."""
    last = context.mention.last
    return context.lower(last) != "of" and not (
        context.lower(last) in {"and", ",", "&"} and context.tag(last + 1) == NAME
    )


def _is_of_place(context: Context, genitive: int) -> bool:
    """Whether the name of a place stands before a genitive, and no preposition before it: "Kenya's X bought"."""
    tables, tokens = context.knowledge.tables, context.sentence.tokens
    for first in range(max(0, genitive - _LONGEST_PLACE), genitive):
        known = tables.known_at(tokens, first, last=genitive)
        if known is not None and known.kind is NameKind.PLACE and first + len(known.words) == genitive:
            return context.lower(first - 1) not in WHERE and not context.is_personal()
    return False


def _such_as(context: Context, at: int) -> Iterator[Vote]:
    """The plural noun before a list says what its members are: "companies such as X", "three firms - X"."""
    for noun in range(at - 1, max(-1, at - _FARTHEST), -1):
        if context.tag(noun) == PUNCT:
            return
        found = context.noun(noun, plural=True) if context.lower(noun).endswith("s") else None
        if found is not None:
            yield vote_of(found, FAIR + WEAK, named=False)
            return
        if context.has("counterpart", noun):
            yield Vote(NameKind.ORGANIZATION, FAIR + WEAK)
            return
