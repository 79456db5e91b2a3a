"""Whom pronouns, descriptions and adjectives stand for where a sentence is read, and which places may be subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.vocabulary.name_entries import Place

_NEUTRAL: Final = frozenset({"it", "its", "they", "their", "them", "itself"})
_OURS: Final = frozenset({"we", "our", "us", "i", "my"})
_HERE: Final = frozenset({"here", "there"})
_WORLD: Final = Entity(name="world", kind=NameKind.PLACE, detail="world", mentions=())
SUBJECT_KINDS: Final = frozenset({NameKind.PLACE, NameKind.ORGANIZATION, NameKind.OTHER})


@frozen(kw_only=True)
class Scene:
    """The names of an article, whom the sentences so far are about ("it", "its"), and whom "we" is in direct speech.

    `previous` is the topic before that: "it" behind the verb of the topic is another.
    """

    entities: Entities
    topic: Entity | None = None
    previous: Entity | None = None
    ours: Entity | None = None
    adjectives: Mapping[str, Place] = field(factory=dict[str, Place], repr=False)

    def refer(self, words: str, *, before: int) -> Entity | None:
        """Whom a pronoun or description that starts at an offset points back to; a person stands for their body."""
        lower = words.lower()
        if lower in _OURS:
            return self.ours
        if lower in _NEUTRAL and self.topic is not None and self.topic.kind in SUBJECT_KINDS:
            return self.topic
        if lower in _HERE:
            return self.here
        found = self.entities.refer(words, before=before)
        if found is None and self.topic is not None and self.topic.kind is NameKind.OTHER:
            return self.topic if self._is_thing(lower) else None
        return found

    @property
    def here(self) -> Entity | None:
        """The place where the last sentence was."""
        return self.topic if self.topic is not None and self.topic.kind is NameKind.PLACE else None

    @property
    def behind_verb(self) -> Scene:
        """The scene of an object, which is not the subject of its own verb."""
        return evolve(self, topic=self.previous)

    def body_of(self, entity: Entity) -> Entity | None:
        """The body or place that a person stands for, which is the last told; what is no person stands for itself."""
        if entity.kind is not NameKind.PERSON:
            return entity
        held, told = self.entities.held_by(entity), self.entities.roles_of(entity)
        return next((each.at for each in reversed((*told, *held)) if each.at is not None), None)

    def governed_by(self, person: Entity) -> Entity | None:
        """The main place for who governs such a place and is told of without it: "Mayor Ann Lee"."""
        knowledge = self.entities.knowledge
        words = [word for each in self.entities.roles_of(person) for word in each.role.lower().split()]
        governs = knowledge is not None and any(knowledge.tables.has("governing", word) for word in words)
        return self.entities.main_place if governs else None

    def place_of(self, adjective: str) -> Entity | None:
        """The place of an adjective: Estonia of "Estonian"."""
        place = self.adjectives.get(adjective)
        if place is None:
            return None
        named = (each for each in (*self.entities.entities, *self.entities.around) if each.entry == place.id)
        made = Entity(name=place.names[0], kind=NameKind.PLACE, detail=place.kind, entry=place.id, mentions=())
        return next(named, made)

    def based_in(self, words: Sequence[str]) -> Entity | None:
        """The place, named in the article or known, of words such as "Hong Kong-based", the longest that names one."""
        knowledge, last = self.entities.knowledge, words[-1].rpartition("-")[0]
        names = [" ".join((*words[first:-1], last)) for first in range(len(words))]
        for name in names:
            told = (each for each in self.entities.entities if each.kind is NameKind.PLACE)
            found = next((each for each in told if name in {each.name, *each.aliases}), None)
            if found is not None:
                return found
        known = (knowledge.place_named(name) for name in names) if knowledge is not None else iter(())
        place = next((each for each in known if each is not None), None)
        if place is None:
            return None
        return Entity(name=place.names[0], kind=NameKind.PLACE, detail=place.kind, entry=place.id, mentions=())

    def spoken_for(self, body: Entity) -> Entity | None:
        """The country that a body speaks for by its name: the Ministry of Energy, the Civil Aviation Board of Kenya."""
        knowledge, country = self.entities.knowledge, self.country
        if knowledge is None or country is None or body.detail not in {"government", "association"}:
            return None
        words = body.name.lower().split()
        governs = next((knowledge.referents[word].governs for word in words if word in knowledge.referents), ())
        level = knowledge.level(words) or governs
        is_named = any(f" {name} " in f" {body.name} " for name in (country.name, *country.aliases))
        return country if level == ("country",) or is_named else None

    def reach_of(self, word: str) -> Entity | None:
        """The country for "nationwide", the world for "global"; those of a company are its own."""
        if self.entities.knowledge is None:
            return None
        role = role_of(word, self.entities.knowledge.vocabulary)
        if role == "national":
            return self.country
        of_company = self.topic is not None and self.topic.kind is NameKind.ORGANIZATION
        return _WORLD if role == "global" and not of_company else None

    @property
    def country(self) -> Entity | None:
        """The country that the article is about, or that its main place lies in."""
        main = self.entities.main_place
        scope = (main, *self.entities.around) if main is not None else ()
        return next((place for place in scope if place.detail == "country"), None)

    def _is_thing(self, words: str) -> bool:
        """Whether a description is of a thing, and no place or body: "the fair"."""
        said, knowledge = words.split(), self.entities.knowledge
        if knowledge is None or len(said) < 2 or said[0] not in {"the", "this", "that"}:
            return False
        referent = knowledge.referent(said[1:])
        return referent is not None and referent.thing == "other"


def may_stay(entity: Entity, entities: Entities) -> bool:
    """Whether a place that a fact names is what the text goes on about: the main place, or one at least as wide."""
    main = entities.main_place
    if entity.kind is not NameKind.PLACE or entity.detail == "continent":
        return False
    return main is None or entity == main or entities.width(entity) > entities.width(main)


def may_be_subject(entity: Entity, scene: Scene) -> bool:
    """Whether what a preposition names may be the subject: no place wider than the one that the article is about."""
    if entity.kind is NameKind.ORGANIZATION:
        return True
    main = scene.entities.main_place
    if entity.kind is not NameKind.PLACE:
        return False
    return main is None or entity == main or scene.entities.width(entity) <= scene.entities.width(main)
