"""Definite descriptions and pronouns → what they point back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entity import Entity
from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.vocabulary.entries import Referent

_KINDS: Final = {"organization": NameKind.ORGANIZATION, "place": NameKind.PLACE, "other": NameKind.OTHER}
_PERSONAL: Final = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_NEUTRAL: Final = frozenset({"it", "its", "itself"})
_PLURAL: Final = frozenset({"they", "their", "them", "themselves"})
_DEFINITE: Final = frozenset({"the", "this", "that", "its", "their", "our"})
_ACTORS: Final = (NameKind.ORGANIZATION, NameKind.PLACE)


@frozen
class Pointed:
    """A mention, the entity that it is of, the number of its sentence, and whether it stands behind a preposition."""

    mention: NameMention
    entity: Entity
    sentence: int
    oblique: bool = False


def referred(
    words: str, earlier: Sequence[Pointed], *, main_place: Entity | None, knowledge: Knowledge
) -> Entity | None:
    """What the words point back to among the mentions before them, None where nothing fits.

    F1 a person for "he" and "she"; F2 the nearest subject for "it" and "they"; F3 what the article called by the same
    noun, or has it in its name; F4 what the noun can stand for: the main place before other places, else the nearest.
    """
    said = words.lower().split()
    if len(said) == 1 and said[0] in _PERSONAL:
        return _subject(earlier, (NameKind.PERSON,))
    if len(said) == 1 and said[0] in _NEUTRAL:
        return _subject(earlier, _ACTORS)
    if len(said) == 1 and said[0] in _PLURAL:
        return _subject(earlier, (NameKind.ORGANIZATION, NameKind.PERSON))
    if len(said) < 2 or said[0] not in _DEFINITE:
        return None
    referent = knowledge.referent(said[-2] if len(said) > 2 else "", said[-1])
    return _described(referent, earlier, main_place=main_place, knowledge=knowledge) if referent is not None else None


def _subject(earlier: Sequence[Pointed], kinds: Sequence[NameKind]) -> Entity | None:
    """The subject of the nearest sentence that names one of the kinds: the first behind no preposition, else the first."""
    return _first_of_nearest([pointed for pointed in earlier if pointed.entity.kind in kinds])


def _first_of_nearest(fitting: Sequence[Pointed]) -> Entity | None:
    if not fitting:
        return None
    nearest = [pointed for pointed in fitting if pointed.sentence == fitting[-1].sentence]
    return next((pointed.entity for pointed in nearest if not pointed.oblique), nearest[0].entity)


def _described(
    referent: Referent, earlier: Sequence[Pointed], *, main_place: Entity | None, knowledge: Knowledge
) -> Entity | None:
    kind = _KINDS[referent.thing]
    fitting = [pointed for pointed in earlier if pointed.entity.kind is kind]
    if kind is NameKind.PLACE and main_place is not None and main_place.detail in referent.kinds:
        return main_place
    named = [each for each in fitting if referent.id in each.entity.nouns or _has_word(each.entity, referent.id)]
    if named and not referent.generic:
        return _first_of_nearest(named)
    if kind is NameKind.OTHER or _is_head(referent, knowledge):
        return None
    return _first_of_nearest([each for each in fitting if each.entity.detail in referent.kinds])


def _has_word(entity: Entity, noun: str) -> bool:
    return any(noun in name.lower().split() for name in (entity.name, *entity.aliases))


def _is_head(referent: Referent, knowledge: Knowledge) -> bool:
    """Whether the noun is one that bodies have in their names: "the ministry" is one that is called a ministry."""
    head = knowledge.tables.heads.get(referent.id)
    return head is not None and head.thing == "organization" and head.kind not in {"company", "fund"}
