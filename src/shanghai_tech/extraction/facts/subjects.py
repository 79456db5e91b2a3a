"""Whom or what a fact is about (rules B1 to B5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import field, frozen

from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_before, subject_of
from shanghai_tech.extraction.grammar.governors import Governor
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Form
from shanghai_tech.vocabulary.name_entries import Place

_WHERE: Final = frozenset({"in", "into", "at", "across", "within", "throughout", "inside", "for", "of"})
_NEUTRAL: Final = frozenset({"it", "its", "they", "their", "itself"})
_OURS: Final = frozenset({"we", "our", "us", "i", "my"})
_HELD_BY: Final = frozenset({"with"})
_WIDTH: Final = {
    "district": 0,
    "zone": 0,
    "city": 1,
    "emirate": 1,
    "province": 2,
    "state": 2,
    "region": 3,
    "country": 3,
    "continent": 4,
}
_BODIES: Final = frozenset({NameKind.PLACE, NameKind.ORGANIZATION})
_SUBJECTS: Final = frozenset({NameKind.PLACE, NameKind.ORGANIZATION, NameKind.OTHER})


@frozen(kw_only=True)
class Scene:
    """The names of an article, whom the sentences so far are about ("it", "its"), and whom "we" is in direct speech."""

    entities: Entities
    topic: Entity | None = None
    ours: Entity | None = None
    adjectives: Mapping[str, Place] = field(factory=dict[str, Place], repr=False)

    def refer(self, words: str, *, before: int) -> Entity | None:
        """Whom a pronoun or description that starts at an offset points back to."""
        if words.lower() in _OURS:
            return self.ours
        if words.lower() in _NEUTRAL and self.topic is not None and self.topic.kind in _SUBJECTS:
            return self.topic
        return self.entities.refer(words, before=before)


@frozen(kw_only=True)
class Found:
    """A subject and the rule that found it."""

    entity: Entity
    rule: str


def entity_in(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase speaks of: its owner, itself, or what its prepositions name, in this order."""
    if phrase.first > 1 and parsed.lower(phrase.first - 1) == "whose":
        antecedent = phrase_before(parsed, phrase.first - 1 - (parsed.lower(phrase.first - 2) == ","))
        return entity_in(parsed, antecedent, scene=scene) if antecedent is not None else None
    for index in range(phrase.first, phrase.last):
        part = Phrase(index, index + 1)
        owner = _owner(parsed, part, scene=scene)
        if owner is not None:
            owner = _head_name(parsed, part, scene=scene) or owner
        for entity in (owner, *entities_of(parsed, index, scene=scene)):
            if (
                entity is not None
                and entity.kind in _SUBJECTS
                and (index == phrase.first or entity.detail != "continent")
            ):
                return entity
    return _apposed(parsed, phrase, scene=scene)


def _apposed(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase behind a comma describes: "Pinduoduo, a startup"."""
    at = phrase.first
    opens = parsed.tagged.tags[parsed.chunks[at].first] == t.DETERMINER
    if not opens or at < 2 or parsed.lower(at - 1) != "," or parsed.chunks[at - 2].kind is not Kind.NOUN:
        return None
    found = (each for each in entities_of(parsed, at - 2, scene=scene) if each.kind in _SUBJECTS)
    return next(found, None)


def may_stay(entity: Entity, entities: Entities) -> bool:
    """Whether a place that a fact names is what the text goes on about: the main place, or one at least as wide."""
    main = entities.main_place
    if entity.kind is not NameKind.PLACE or entity.detail == "continent":
        return False
    return main is None or entity == main or _WIDTH.get(entity.detail, 0) > _WIDTH.get(main.detail, 0)


def head_of(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase names or points back to with its first noun, or the owner of that."""
    first = Phrase(phrase.first, phrase.first + 1)
    return entity_in(parsed, first, scene=scene)


def _may_be_subject(entity: Entity, scene: Scene) -> bool:
    """Whether what a preposition names may be the subject: no place wider than the one that the article is about."""
    if entity.kind is NameKind.ORGANIZATION:
        return True
    main = scene.entities.main_place
    if entity.kind is not NameKind.PLACE:
        return False
    return main is None or entity == main or _WIDTH.get(entity.detail, 0) <= _WIDTH.get(main.detail, 0)


def _head_name(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """The name that ends the first noun of a phrase: "Shanghai's Zhangjiang Science City" is the science city."""
    chunk = parsed.chunks[phrase.first]
    for name in parsed.names:
        if name.last == chunk.last and name.first > chunk.first:
            entity = scene.entities.at(name.span)
            return entity if entity is not None and entity.kind in _SUBJECTS else None
    return None


def _owner(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    for index in range(phrase.first, phrase.last):
        chunk = parsed.chunks[index]
        if chunk.kind is not Kind.NOUN:
            continue
        for at in range(chunk.first, chunk.last):
            if tags[at] == t.GENITIVE and at > chunk.first:
                found = _at(parsed, chunk.first, at, scene=scene)
                if found is not None:
                    return found
            if tags[at] == t.POSSESSIVE:
                found = scene.refer(tokens[at].lower, before=tokens[at].start)
                if found is not None:
                    return found
    return None


def _at(parsed: Parsed, first: int, last: int, *, scene: Scene) -> Entity | None:
    """Whom tokens `first` up to `last` name, or point back to."""
    for name in parsed.names:
        if name.first < last and first < name.last:
            entity = scene.entities.at(name.span)
            if entity is not None and entity.kind in _SUBJECTS:
                return entity
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    if tags[first] in {t.DETERMINER, t.PRONOUN}:
        return scene.refer(parsed.tagged.words(first, last), before=tokens[first].start)
    return None


def entities_of(parsed: Parsed, index: int, *, scene: Scene) -> Iterator[Entity]:
    """The entities that one noun chunk names or points back to."""
    chunk = parsed.chunks[index]
    if chunk.kind is not Kind.NOUN:
        return
    names = [name for name in parsed.names if chunk.first <= name.first and name.last <= chunk.last]
    is_definite = parsed.tagged.tags[chunk.first] in {t.DETERMINER, t.PRONOUN}
    if is_definite and not any(name.last == chunk.last for name in names):
        pointed = scene.refer(parsed.words(index, index + 1), before=parsed.tagged.tokens[chunk.first].start)
        if pointed is not None:
            yield pointed
    for name in sorted(names, key=lambda each: each.last != chunk.last):
        entity = scene.entities.at(name.span)
        is_modifier = name.last != chunk.last
        if entity is not None and entity.kind in (_BODIES if is_modifier else _SUBJECTS):
            yield entity
    if not names:
        yield from _by_adjective(parsed, index, scene=scene)


def _by_adjective(parsed: Parsed, index: int, *, scene: Scene) -> Iterator[Entity]:
    """The place whose adjective stands in a noun: "Estonian start-ups"."""
    chunk = parsed.chunks[index]
    for token in parsed.tagged.tokens[chunk.first : chunk.last]:
        place = scene.adjectives.get(token.text)
        if place is not None:
            named = (each for each in scene.entities.entities if each.entry == place.id)
            yield next(
                named, Entity(name=place.names[0], kind=NameKind.PLACE, detail=place.kind, entry=place.id, mentions=())
            )


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
    return entity if entity is not None and entity.kind in _SUBJECTS else None


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
    return _owner(parsed, Phrase(index - 1, index), scene=scene)


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
            or _WIDTH.get(place.detail, 1) == 0
        ):
            return place
    for at in range(index - 1, -1, -1):
        place = place_at(parsed, at, scene=scene)
        if place is not None and (at == 0 or parsed.chunks[at - 1].kind is not Kind.VERB):
            return place
    return None


def place_at(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """The place, or what is spoken of as one, that a preposition in a chunk leads to."""
    if parsed.chunks[at].kind is not Kind.PREPOSITION or parsed.lower(at) not in _WHERE or at + 1 >= len(parsed.chunks):
        return None
    chunk = parsed.chunks[at + 1]
    points_back = chunk.kind is Kind.NOUN and parsed.tagged.tags[chunk.first] == t.DETERMINER
    for entity in entities_of(parsed, at + 1, scene=scene):
        if entity.kind is NameKind.PLACE and _may_be_subject(entity, scene):
            return entity
        if entity.kind in _SUBJECTS and points_back and not entity.entry:
            return entity  # "in the park", "in the app"
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
