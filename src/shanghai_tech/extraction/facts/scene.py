"""Whom the phrases of a sentence stand for: names, owners, pronouns and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_before
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary.name_entries import Place

_WHERE: Final = frozenset({"in", "into", "at", "across", "within", "throughout", "inside", "for", "of"})
_NEUTRAL: Final = frozenset({"it", "its", "they", "their", "itself"})
_OURS: Final = frozenset({"we", "our", "us", "i", "my"})
WIDTHS: Final = {
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
SUBJECT_KINDS: Final = frozenset({NameKind.PLACE, NameKind.ORGANIZATION, NameKind.OTHER})


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
        if words.lower() in _NEUTRAL and self.topic is not None and self.topic.kind in SUBJECT_KINDS:
            return self.topic
        return self.entities.refer(words, before=before)


def entity_in(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase speaks of: its owner, itself, or what its prepositions name, in this order."""
    if phrase.first > 1 and parsed.lower(phrase.first - 1) == "whose":
        antecedent = phrase_before(parsed, phrase.first - 1 - (parsed.lower(phrase.first - 2) == ","))
        return entity_in(parsed, antecedent, scene=scene) if antecedent is not None else None
    for index in range(phrase.first, phrase.last):
        part = Phrase(index, index + 1)
        owner = owner_of(parsed, part, scene=scene)
        if owner is not None:
            owner = _head_name(parsed, part, scene=scene) or owner
        for entity in (owner, *entities_of(parsed, index, scene=scene)):
            if (
                entity is not None
                and entity.kind in SUBJECT_KINDS
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
    found = (each for each in entities_of(parsed, at - 2, scene=scene) if each.kind in SUBJECT_KINDS)
    return next(found, None)


def may_stay(entity: Entity, entities: Entities) -> bool:
    """Whether a place that a fact names is what the text goes on about: the main place, or one at least as wide."""
    main = entities.main_place
    if entity.kind is not NameKind.PLACE or entity.detail == "continent":
        return False
    return main is None or entity == main or WIDTHS.get(entity.detail, 0) > WIDTHS.get(main.detail, 0)


def head_of(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase names or points back to with its first noun, or the owner of that."""
    first = Phrase(phrase.first, phrase.first + 1)
    return entity_in(parsed, first, scene=scene)


def may_be_subject(entity: Entity, scene: Scene) -> bool:
    """Whether what a preposition names may be the subject: no place wider than the one that the article is about."""
    if entity.kind is NameKind.ORGANIZATION:
        return True
    main = scene.entities.main_place
    if entity.kind is not NameKind.PLACE:
        return False
    return main is None or entity == main or WIDTHS.get(entity.detail, 0) <= WIDTHS.get(main.detail, 0)


def _head_name(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """The name that ends the first noun of a phrase: "Shanghai's Zhangjiang Science City" is the science city."""
    chunk = parsed.chunks[phrase.first]
    for name in parsed.names:
        if name.last == chunk.last and name.first > chunk.first:
            entity = scene.entities.at(name.span)
            return entity if entity is not None and entity.kind in SUBJECT_KINDS else None
    return None


def owner_of(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a genitive or possessive within a phrase names: Shanghai in "Shanghai's output"."""
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
            if entity is not None and entity.kind in SUBJECT_KINDS:
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
        if entity is not None and entity.kind in (_BODIES if is_modifier else SUBJECT_KINDS):
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


def place_at(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """The place, or what is spoken of as one, that a preposition in a chunk leads to."""
    if parsed.chunks[at].kind is not Kind.PREPOSITION or parsed.lower(at) not in _WHERE or at + 1 >= len(parsed.chunks):
        return None
    chunk = parsed.chunks[at + 1]
    points_back = chunk.kind is Kind.NOUN and parsed.tagged.tags[chunk.first] == t.DETERMINER
    for entity in entities_of(parsed, at + 1, scene=scene):
        if entity.kind is NameKind.PLACE and may_be_subject(entity, scene):
            return entity
        if entity.kind in SUBJECT_KINDS and points_back and not entity.entry:
            return entity  # "in the park", "in the app"
    return None
