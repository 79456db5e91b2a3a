"""Definite descriptions and pronouns → what they point back to.

F1 "he", "she": a person           F2 "it", "they": the nearest subject
F3 a noun that the article has called it by, or that stands in its name: "the carmaker", "the ministry"
F4 a noun for what it is: the main place before other places, else the nearest subject of the kind
"""

from __future__ import annotations

from collections.abc import Sequence
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
_ACTORS: Final = (NameKind.ORGANIZATION, NameKind.PLACE)


def referred(
    words: str, earlier: Sequence[Pointed], *, main_place: Entity | None, knowledge: Knowledge
) -> Entity | None:
    """What the words point back to among the mentions before them, None where nothing fits."""
    said = words.lower().split()
    if len(said) == 1:
        kinds = _kinds_of(said[0])
        return _subject([pointed for pointed in earlier if pointed.entity.kind in kinds])
    if not said or said[0] not in _DEFINITE:
        return None
    referent = knowledge.referent(said[1:]) if len(said) > 1 else None
    if referent is None:
        return None
    if KINDS[referent.thing] is NameKind.PLACE and main_place is not None and main_place.detail in referent.kinds:
        return main_place
    return _described(referent, earlier, knowledge=knowledge)


def _kinds_of(pronoun: str) -> tuple[NameKind, ...]:
    if pronoun in _PERSONAL:
        return (NameKind.PERSON,)
    if pronoun in _NEUTRAL:
        return _ACTORS
    return (NameKind.ORGANIZATION, NameKind.PERSON) if pronoun in _PLURAL else ()


def _subject(fitting: Sequence[Pointed]) -> Entity | None:
    """The subject of the nearest sentence that has one that fits: the first behind no preposition, else the first."""
    if not fitting:
        return None
    nearest = [pointed for pointed in fitting if pointed.sentence == fitting[-1].sentence]
    return next((pointed.entity for pointed in nearest if not pointed.oblique), nearest[0].entity)


def _described(referent: Referent, earlier: Sequence[Pointed], *, knowledge: Knowledge) -> Entity | None:
    kind = KINDS[referent.thing]
    fitting = [pointed for pointed in earlier if pointed.entity.kind is kind]
    if not referent.generic:
        called = [each for each in fitting if referent.id in each.entity.nouns or _has_word(each.entity, referent.id)]
        if called:
            return _subject(called)
    if kind is NameKind.OTHER or _stands_in_names(referent, knowledge):
        return None
    return _subject([each for each in fitting if each.entity.detail in referent.kinds])


def _has_word(entity: Entity, noun: str) -> bool:
    return any(noun in name.lower().split() for name in (entity.name, *entity.aliases))


def _stands_in_names(referent: Referent, knowledge: Knowledge) -> bool:
    """Whether bodies have the noun in their names: "the ministry" is one that is called a ministry."""
    head = knowledge.tables.heads.get(referent.id)
    return head is not None and head.thing == "organization" and head.kind not in {"company", "fund"}
