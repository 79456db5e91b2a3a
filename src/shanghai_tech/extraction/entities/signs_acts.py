"""Signs in what a name does, is or becomes: "X will invest", "X said", "X is a start-up"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.signs import FAINT, FAIR, STRONG, WEAK, Context, Vote
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.inflection import ends_in_plural_s
from shanghai_tech.mentions.words.tags import ADVERB, BE, CONJUNCTION, HAVE, MODAL, PRESENT, TO, VERBS

_HELPS: Final = frozenset({ADVERB, MODAL, HAVE, BE, TO})
_SINGULAR: Final = frozenset({"is", "was", "has"})


def verb_from(context: Context, at: int) -> int:
    """The token that the full verb of a verb group is, which begins at a token: "has been building"."""
    while context.tag(at) in _HELPS:
        at += 1
    return at


def signs_of_act(context: Context, at: int) -> Iterator[Vote]:
    """What the verb whose group begins at a token tells of its subject; a body or a person does what it says."""
    verb = verb_from(context, at)
    if context.knowledge.verb(context.lower(verb)) == "take" and context.lower(verb + 1) == "place":
        yield Vote(NameKind.OTHER, STRONG + FAIR, "event")
        return
    if context.lower(verb) == "held" and context.tag(verb - 1) == BE:
        yield Vote(NameKind.OTHER, FAIR, "event")
    if context.tag(verb) not in VERBS:
        if context.tag(verb - 1) == BE and verb > at and context.lower(verb) == "worth":
            yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
        return
    if _looks_plural(context):
        third = context.tag(verb) == PRESENT and ends_in_plural_s(context.lower(verb))
        if not third and context.lower(at) not in _SINGULAR:
            return  # "Landlords raised rents"
        yield Vote(NameKind.ORGANIZATION, FAIR)  # "Holloways plans to"
    yield from _of_subject(context, context.lower(verb))


def _of_subject(context: Context, word: str) -> Iterator[Vote]:
    """What a verb tells of its subject: who speaks or plans under a single word is a body."""
    knowledge, personal = context.knowledge, context.is_personal()
    is_agent = context.is_word("agent_verb", knowledge.verb(word))
    if knowledge.has_role(word, "report"):
        yield Vote(NameKind.PERSON, WEAK + FAINT if personal else WEAK)
        yield Vote(NameKind.ORGANIZATION, WEAK if personal else FAIR if is_agent else WEAK + FAINT)
    elif is_agent:
        yield Vote(NameKind.ORGANIZATION, WEAK if personal else FAIR)
    elif knowledge.is_act_of_body(word):
        listed = context.tag(context.mention.first - 1) == CONJUNCTION and not personal
        yield Vote(NameKind.ORGANIZATION, FAIR if listed else WEAK)  # "X and Y rose"
    else:
        yield Vote(NameKind.ORGANIZATION, FAINT)


def _looks_plural(context: Context) -> bool:
    """Whether a name is a single word that begins a sentence and ends as plurals do."""
    name = context.mention.name
    return context.mention.first == 0 and " " not in name and ends_in_plural_s(name.lower())
