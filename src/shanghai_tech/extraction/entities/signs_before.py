"""Signs before a name: "venture capital firm X", "director of X", "companies such as X", "in X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.signs import FAINT, FAIR, STRONG, WEAK, Context, Vote, vote_of
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.names.shapes import is_word_of_person
from shanghai_tech.mentions.words.tags import ADJECTIVE, BE, NOUN, PARTICIPLE, PAST, PREPOSITION, PUNCT, VERBS

_QUOTES: Final = frozenset({'"', "“", "‘"})
_CLOSES: Final = frozenset({'"', "”", "’", ",", "."})
_HELD_AT: Final = frozenset({"of", "at", "for", "with", "from"})
_WHERE: Final = frozenset({"in", "near", "around", "across", "outside"})
_SUCH: Final = frozenset(
    {"as", "like", "including", "includes", "include", "included", "namely", "-", "--", "–", "—", ":"}
)
_DONE: Final = frozenset({PARTICIPLE, PAST, ADJECTIVE})
#: How far back a noun may stand that says what a list or a complement is of.
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
    if context.tag(noun) == NOUN or context.ends_post(noun):
        yield from _called(context, noun, plural=word == ",")
    elif tag == BE and context.tag(at - 1) == NOUN and context.lower(context.mention.last) in {",", "."}:
        yield from _called(context, at - 1)  # "The biggest bank is X."
    if word == "the":
        yield Vote(NameKind.OTHER, WEAK)
    if word in _SUCH:
        yield from _such_as(context, at)
    elif tag == PREPOSITION:
        yield from _behind_preposition(context, at)
    elif context.has("serving", at):
        yield Vote(NameKind.ORGANIZATION, STRONG - 1)
    elif context.has("taking", at):
        yield Vote(NameKind.ORGANIZATION, WEAK if context.is_personal() else FAIR)
    elif tag == PAST and context.knowledge.has_role(word, "report"):
        yield Vote(NameKind.PERSON, WEAK)
        yield Vote(NameKind.ORGANIZATION, WEAK)


def _called(context: Context, at: int, *, plural: bool = False) -> Iterator[Vote]:
    """The noun before a name says what it is: "venture capital firm X", "analyst X", "one of the makers, X,"."""
    found = context.noun(at, plural=plural)
    words = context.mention.name.split()
    fits = all(map(is_word_of_person, words))
    if plural and _is_complement_of_post(context, at):  # "the speaker of the parliament, X"
        yield Vote(NameKind.PERSON, STRONG)
        return
    if context.ends_post(at) and (found is None or (fits and " " not in found.id)):
        yield Vote(NameKind.PERSON, STRONG if fits and len(words) > 1 else FAIR, noun=context.lower(at))
    if found is not None and (len(words) == 1 or not fits or not context.ends_post(at)):
        yield vote_of(found, STRONG)
    elif found is None and context.has("counterpart", at) and not context.is_personal():
        yield Vote(NameKind.ORGANIZATION, FAIR)


def _behind_preposition(context: Context, at: int) -> Iterator[Vote]:
    word, before = context.lower(at), context.lower(at - 1)
    stands_alone = context.tag(context.mention.last) not in {NOUN, ADJECTIVE}
    if word in _HELD_AT and _is_complement_of_post(context, at):
        is_field = all(_tells_field(context, part.lower()) for part in context.mention.name.split())
        yield Vote(NameKind.ORGANIZATION, FAINT if is_field else STRONG)  # "Head of Corporate Banking"
    elif context.has("joint", at - 1) or (word == "with" and context.has("joint", at - 2)):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word in {"of", "in"} and context.has("part", at - 1):
        yield Vote(NameKind.ORGANIZATION, STRONG - 1)
    elif word in _HELD_AT and context.has("serving", at - 1):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif word == "by" and (context.tag(at - 1) in _DONE or (stands_alone and not context.is_personal())):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word == "with" and stands_alone and context.tag(at - 1) in VERBS and not context.is_personal():
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
    elif word in _WHERE:
        yield Vote(NameKind.PLACE, WEAK + FAINT)
    elif word == "to" and before == "according":
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
        yield Vote(NameKind.PERSON, WEAK)


def _tells_field(context: Context, word: str) -> bool:
    tables = context.knowledge.tables
    return tables.has("field", word) or tables.has("adjective", word)


def _is_complement_of_post(context: Context, at: int) -> bool:
    """Whether a post stands before the preposition, and between them only what it is for: "researcher in … at X"."""
    for end in range(at - 1, max(-1, at - _FARTHEST), -1):
        if context.tag(end) in {PUNCT, PAST}:
            return False
        if context.ends_post(end):
            return True
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
