"""Definite descriptions and pronouns → what they point back to.

F1 "he", "she": a person           F2 "it", "they": the nearest subject
F3 a noun that the article has called it by, or that stands in its name: "the carmaker", "the ministry"
F4 a noun for what it is: the main place or one around it before other places, else the nearest subject of the kind
F5 a government that is not named is the place that it governs: "the municipal government", "the ministry"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from shanghai_tech.extraction.entities.entity import Entity, Pointed
from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.extraction.entities.signs import KINDS
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.vocabulary.name_entries import Referent

_PERSONAL: Final = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_NEUTRAL: Final = frozenset({"it", "its", "itself"})
_PLURAL: Final = frozenset({"they", "their", "them", "themselves"})
_DEFINITE: Final = frozenset({"the", "this", "that", "its", "their", "our"})
#: Kinds of things that are told of and left, so that "the plan" is as often another one without a name.
_PASSING: Final = frozenset({"plan", "policy"})
#: How many mentions back a thing may be that only its kind points to.
_LATEST: Final = 20
#: How many words before its noun a description of a thing has: "the city-backed app".
_PLAIN: Final = 2
_THINGS: Final = (NameKind.OTHER, NameKind.PLACE)
_ACTORS: Final = (NameKind.ORGANIZATION, NameKind.PLACE)
#: Kinds of places of which each place lies in one, so that an article goes without saying in which.
_NESTED: Final = frozenset({"city", "emirate", "province", "state", "country"})


def referred(words: str, earlier: Sequence[Pointed], *, scope: Sequence[Entity], knowledge: Knowledge) -> Entity | None:
    """What the words point back to among the mentions before them, None where nothing fits.

    `scope` is the place that the article is about, and the places that it lies in, the narrowest first.
    """
    said = words.lower().split()
    if len(said) == 1:
        kinds = _kinds_of(said[0])
        return _subject([pointed for pointed in earlier if pointed.entity.kind in kinds])
    if len(said) < 2 or said[0] not in _DEFINITE:
        return None
    referent = knowledge.referent(said[1:])
    if referent is None:
        return _subject([each for each in earlier if each.entity.kind in _THINGS and _ends_in(each.entity, said[-1])])
    if KINDS[referent.thing] is NameKind.PLACE:
        around = _around(scope, referent.kinds)
        return around if around is not None else _described(said, referent, earlier, knowledge=knowledge)
    if "government" in referent.kinds:
        return _government(said, referent, earlier, scope=scope, knowledge=knowledge)
    return _described(said, referent, earlier, knowledge=knowledge)


def _kinds_of(pronoun: str) -> tuple[NameKind, ...]:
    if pronoun in _PERSONAL:
        return (NameKind.PERSON,)
    if pronoun in _NEUTRAL:
        return _ACTORS
    return (NameKind.ORGANIZATION, NameKind.PERSON) if pronoun in _PLURAL else ()


def _subject(fitting: Sequence[Pointed]) -> Entity | None:
    """The subject of the nearest sentence that has one that fits: the first behind no preposition, else the last.

    Where several stand behind prepositions, as in "run by A, B and C", the subject of the sentence just before.
    """
    if not fitting:
        return None
    last = fitting[-1].sentence
    nearest = [pointed for pointed in fitting[-_LATEST:] if pointed.sentence == last]
    several = len({pointed.entity for pointed in nearest}) > 1
    before = [pointed for pointed in fitting[-_LATEST:] if several and pointed.sentence == last - 1]
    return next((pointed.entity for pointed in (*nearest, *before) if not pointed.oblique), fitting[-1].entity)


def _around(scope: Sequence[Entity], kinds: Iterable[str]) -> Entity | None:
    """The main place, if it is of a kind, or the place of the kind that it lies in."""
    for at, place in enumerate(scope):
        if place.detail in kinds and (at == 0 or place.detail in _NESTED):
            return place
    return None


def _government(
    said: Sequence[str],
    referent: Referent,
    earlier: Sequence[Pointed],
    *,
    scope: Sequence[Entity],
    knowledge: Knowledge,
) -> Entity | None:
    """F3 before F5; words such as "municipal" and "federal" tell governments of the same name apart."""
    level = knowledge.level(said[1:])
    called = [
        each
        for each in earlier
        if each.entity.kind is NameKind.ORGANIZATION
        and _is_called(each.entity, referent)
        and (level is None or knowledge.level(each.entity.name.lower().split()) == level)
    ]
    return _subject(called) or _around(scope, level or referent.governs)


def _described(
    said: Sequence[str], referent: Referent, earlier: Sequence[Pointed], *, knowledge: Knowledge
) -> Entity | None:
    kind = KINDS[referent.thing]
    fitting = [pointed for pointed in earlier if pointed.entity.kind is kind]
    if not referent.generic:
        called = [each for each in fitting if _is_called(each.entity, referent)]
        if not _PASSING & set(referent.kinds):
            called = called or [each for each in earlier if _ends_in(each.entity, referent.id)]
        if called:
            return _subject(called)
    if kind is NameKind.OTHER:
        is_plain = len(said) <= len(referent.id.split()) + _PLAIN  # and no "gross domestic product"
        if _PASSING & set(referent.kinds) or not is_plain:
            return None
        told = [each for each in earlier if each.entity.kind is kind and each.entity.detail == "event"]
        if told and "event" in referent.kinds:
            return told[-1].entity
        return _subject([each for each in _just_named(earlier) if each.entity.detail in {"", "thing", *referent.kinds}])
    if _stands_in_names(referent, knowledge):
        return None
    return _subject([each for each in fitting if _is_of(each.entity, referent, knowledge)])


def _is_of(entity: Entity, referent: Referent, knowledge: Knowledge) -> bool:
    """Whether a thing is of a kind that a noun tells, by its own kind or by what else the article calls it."""
    if entity.detail in referent.kinds:
        return True
    called = (knowledge.referents[noun] for noun in entity.nouns if noun in knowledge.referents)
    return any(each.thing == referent.thing and not set(referent.kinds).isdisjoint(each.kinds) for each in called)


def _just_named(earlier: Sequence[Pointed]) -> Sequence[Pointed]:
    """The things of the last sentences that name anything."""
    return [
        each
        for each in earlier[-_LATEST:]
        if each.entity.kind is NameKind.OTHER and earlier[-1].sentence - each.sentence <= 1
    ]


def _is_called(entity: Entity, referent: Referent) -> bool:
    return referent.id in entity.nouns or _has_word(entity, referent.id)


def _has_word(entity: Entity, noun: str) -> bool:
    return any(noun in name.lower().split() for name in (entity.name, *entity.aliases))


def _ends_in(entity: Entity, noun: str) -> bool:
    """Whether what is no person is called by a noun, or has it for the last of several words of its name."""
    if entity.kind is NameKind.PERSON:
        return False
    names = (name.lower().split() for name in (entity.name, *entity.aliases))
    return noun in entity.nouns or any(len(name) > 1 and name[-1] == noun for name in names)


def _stands_in_names(referent: Referent, knowledge: Knowledge) -> bool:
    """Whether bodies have the noun in their names: "the ministry" is one that is called a ministry."""
    head = knowledge.tables.heads.get(referent.id)
    return head is not None and head.thing == "organization" and head.kind not in {"company", "fund"}
