"""Whom or what a fact is about (rules B1 to B5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.scene import (
    SUBJECT_KINDS,
    WIDTHS,
    Scene,
    entities_of,
    entity_in,
    owner_of,
    place_at,
)
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_before, subject_of
from shanghai_tech.extraction.grammar.governors import Governor
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Form

_HELD_BY: Final = frozenset({"with"})


@frozen(kw_only=True)
class Found:
    """A subject and the rule that found it."""

    entity: Entity
    rule: str


def subject_of_amount(case: Case, *, named_by: Phrase | None, scene: Scene) -> Found | None:
    """The subject of an amount as its own sentence tells it; `named_by` is the phrase that names the amount.

    B1 the phrase that an amount hangs on with "with" or "of", or whom a rank is given to; B2 the owner in the phrase
    that names the amount; B3 the subject of its verb; B4 the place it is told of; None where the sentence names nobody.
    """
    parsed, index, governor = case.parsed, case.index, case.governor
    rules: tuple[tuple[str, Callable[[], Entity | None]], ...] = (
        ("B1", lambda: _holder(parsed, index, scene=scene)),
        ("B1", lambda: _owner_behind(parsed, index, scene=scene)),
        ("B1", lambda: _ranked(parsed, index, scene=scene)),
        ("B2", lambda: _owner_before(parsed, index, scene=scene)),
        ("B2", lambda: entity_in(parsed, named_by, scene=scene) if named_by is not None else None),
        ("B4", lambda: _counted_in(case, scene=scene)),
        ("B3", lambda: _of_verb(parsed, governor, scene=scene)),
        ("B4", lambda: _where(parsed, index, scene=scene)),
        ("B3", lambda: _main_subject(parsed, index, scene=scene)),
    )
    for rule, find in rules:
        entity = find()
        if entity is not None:
            return Found(entity=entity, rule=rule)
    return None


def _of_verb(parsed: Parsed, governor: Governor, *, scene: Scene) -> Entity | None:
    """The subject of the verb, unless that only surveys: who counts startups is not who has them."""
    entity = entity_in(parsed, governor.subject, scene=scene) if governor.subject is not None else None
    group = parsed.chunks[governor.verb].verb if governor.verb is not None else None
    surveys = group is not None and (group.has("survey") or group.has("report")) and not group.passive
    return None if surveys and entity is not None and entity.kind is NameKind.ORGANIZATION else entity


def _holder(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    if index < 2 or parsed.lower(index - 1) not in _HELD_BY:
        return None
    at = index - 1
    while at > 0 and parsed.chunks[at - 1].kind is Kind.MARK:
        at -= 1
    phrase = phrase_before(parsed, at)
    return None if phrase is None else entity_in(parsed, Phrase(phrase.last - 1, phrase.last), scene=scene)


def _owner_behind(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "200 megawatts of Stargate": what an amount is an amount of, if that is a name and it no share."""
    amount = parsed.chunks[index].amount
    if amount is None or index + 2 >= len(parsed.chunks) or parsed.lower(index + 1) != "of":
        return None
    if str(amount.quantity.unit) in {"%", "1"} or amount.quantity.unit.is_money:
        return None
    chunk = parsed.chunks[index + 2]
    named = [name for name in parsed.names if name.first <= chunk.first + 1 and name.last == chunk.last]
    entity = scene.entities.at(named[0].span) if named else None
    return entity if entity is not None and entity.kind in SUBJECT_KINDS else None


def _ranked(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "the list placed Hong Kong 36th": whom a rank is given to stands between the verb and the rank."""
    amount = parsed.chunks[index].amount
    if amount is None or amount.form is not Form.RANK or index < 2 or parsed.chunks[index - 2].verb is None:
        return None
    return next(entities_of(parsed, index - 1, scene=scene), None)


def _counted_in(case: Case, *, scene: Scene) -> Entity | None:
    """As in "it is one of the 500 spaces in Shanghai": things that are counted in a place are those of the place."""
    group = case.group
    if group is None or group.verbs or case.index == 0 or case.word(-1).split()[-1:] != ["the"]:
        return None
    return place_at(case.parsed, case.index + 1, scene=scene) if case.word(1) else None


def _owner_before(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "Shanghai's 394 firms": the owner stands right before the amount."""
    if index == 0 or parsed.chunks[index - 1].kind is not Kind.NOUN:
        return None
    chunk = parsed.chunks[index - 1]
    if not {t.GENITIVE, t.POSSESSIVE} & set(parsed.tagged.tags[chunk.first : chunk.last]):
        return None
    return owner_of(parsed, Phrase(index - 1, index), scene=scene)


def _where(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The place that the clause names: the next behind the amount and before another, else what begins the clause."""
    for at in range(index + 1, len(parsed.chunks) - 1):
        is_listed = parsed.lower(at - 1) == "," or parsed.chunks[at - 1].kind is Kind.CONJUNCTION
        if parsed.chunks[at].kind is Kind.AMOUNT and not is_listed:
            break
        place = place_at(parsed, at, scene=scene)
        if place is not None and (
            scene.topic is None
            or place == scene.entities.main_place
            or not place.entry
            or WIDTHS.get(place.detail, 1) == 0
        ):
            return place
    for at in range(index - 1, -1, -1):
        place = place_at(parsed, at, scene=scene)
        if place is not None and (at == 0 or parsed.chunks[at - 1].kind is not Kind.VERB):
            return place
    return None


def _main_subject(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The subject of the sentence's first finite verb that has one."""
    for at in range(index, -1, -1):
        group = parsed.chunks[at].verb
        if group is not None and group.tense in FINITE and not (group.has("report") or group.has("survey")):
            phrase = subject_of(parsed, at)
            if phrase is not None:
                found = entity_in(parsed, phrase, scene=scene)
                if found is not None:
                    return found
    return None
