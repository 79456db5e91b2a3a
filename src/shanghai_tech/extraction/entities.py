"""The names of an article → who is who: one entity for each thing named, its kind, its people, what points back to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import define, field, frozen

from shanghai_tech.extraction.entity import Entity, Holding
from shanghai_tech.extraction.name_clusters import clusters_of, join_surnames
from shanghai_tech.extraction.name_kinds import Judged, is_noise, judge
from shanghai_tech.extraction.name_knowledge import Knowledge, knowledge_of
from shanghai_tech.extraction.people import Scene, holdings_of
from shanghai_tech.extraction.referring import Pointed, referred
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.tagging import DETERMINER, GENITIVE, NOMINAL, PREPOSITION
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

__all__ = ["Entities", "Entity", "Holding", "ToldOrganization", "ToldPerson", "find_entities"]

#: How much a place counts for being the one that an article is about, by where it is named.
_TITLE: Final = 3
_CITIES: Final = frozenset({"city", "emirate"})


@frozen(kw_only=True)
class ToldPerson:
    """A person of an organization and the role, as told; empty where the article only ties the two."""

    name: str
    role: str


@frozen(kw_only=True)
class ToldOrganization:
    """An organization as an article tells of it: its fullest name, the others it uses, its kind, its people, and where."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    entry: str
    people: tuple[ToldPerson, ...]
    spans: tuple[Span, ...]


@define(eq=False, slots=False)
class Entities:
    """Everything that an article names, in the order of first mentions."""

    entities: tuple[Entity, ...]
    main_place: Entity | None = None
    holdings: tuple[Holding, ...] = ()
    pointed: tuple[Pointed, ...] = field(default=(), repr=False)
    _knowledge: Knowledge | None = field(default=None, repr=False)

    @cached_property
    def _by_span(self) -> Mapping[Span, Entity]:
        return {mention.span: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(pointed.mention.span.start for pointed in self.pointed)

    def at(self, span: Span) -> Entity | None:
        """What the name at a span names; None where it is no name after all."""
        return self._by_span.get(span)

    def refer(self, words: str, *, before: int) -> Entity | None:
        """What a definite description or pronoun that starts at offset `before` points back to, None where nothing fits."""
        if self._knowledge is None:
            return None
        earlier = self.pointed[: bisect_left(self._starts, before)]
        return referred(words, earlier, main_place=self.main_place, knowledge=self._knowledge)

    def people_of(self, entity: Entity) -> tuple[Holding, ...]:
        """Who holds which role at a body or place, in the order told."""
        return tuple(holding for holding in self.holdings if holding.at == entity)

    def roles_of(self, person: Entity) -> tuple[Holding, ...]:
        """The roles of a person, in the order told."""
        return tuple(holding for holding in self.holdings if holding.person == person)

    def organizations(self) -> tuple[ToldOrganization, ...]:
        """The organizations that the article names, in the order of first mentions."""
        return tuple(self._told(entity) for entity in self.entities if entity.kind is NameKind.ORGANIZATION)

    def _told(self, entity: Entity) -> ToldOrganization:
        people = dict.fromkeys((holding.person.name, holding.role) for holding in self.people_of(entity))
        return ToldOrganization(
            name=entity.name,
            aliases=entity.aliases,
            kind=entity.detail,
            entry=entity.entry,
            people=tuple(ToldPerson(name=name, role=role) for name, role in people),
            spans=tuple(mention.span for mention in entity.mentions),
        )


def find_entities(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]], vocabulary: Vocabulary
) -> Entities:
    """Who is who in an article, from its sentences and the names of each; the first sentence is its title, if it has one."""
    knowledge = knowledge_of(vocabulary)
    told = [
        [name for name in found if not _in_dateline(each, name)] for each, found in zip(sentences, names, strict=True)
    ]
    clusters = clusters_of(sentences, told, knowledge=knowledge)
    judged = judge(clusters, sentences, knowledge=knowledge)
    join_surnames(clusters, [each.cluster for each in judged if each.kind is NameKind.PERSON])
    small = frozenset(token.text for each in sentences for token in each.tokens if token.text == token.lower)
    kept = [each for each in judged if each.cluster.mentions and not is_noise(each, sentences, small_words=small)]
    pointed = [
        Pointed(mention, entity, number, _is_oblique(sentences[number], mention))
        for each in kept
        for entity in [_entity(each, knowledge)]
        for mention, number in zip(each.cluster.mentions, each.cluster.sentences, strict=True)
    ]
    pointed.sort(key=lambda each: each.mention.span)
    entities = tuple(dict.fromkeys(each.entity for each in pointed))
    found = Entities(entities, _main_place(pointed, knowledge), (), tuple(pointed), knowledge)
    return Entities(
        found.entities, found.main_place, holdings_of(_scenes(sentences, found, knowledge)), tuple(pointed), knowledge
    )


def _scenes(sentences: Sequence[Tagged], found: Entities, knowledge: Knowledge) -> list[Scene]:
    named: dict[int, list[tuple[NameMention, Entity]]] = {}
    for each in found.pointed:
        named.setdefault(each.sentence, []).append((each.mention, each.entity))
    return [
        Scene(sentences[number], names, lambda words, before: found.refer(words, before=before), knowledge)
        for number, names in sorted(named.items())
    ]


def _is_oblique(sentence: Tagged, name: NameMention) -> bool:
    """Whether the noun phrase that the name stands in follows a preposition."""
    at = name.first - 1
    while at >= 0 and sentence.tags[at] in NOMINAL | {DETERMINER, GENITIVE}:
        at -= 1
    return at >= 0 and sentence.tags[at] == PREPOSITION


def _in_dateline(sentence: Tagged, name: NameMention) -> bool:
    """Whether the name is that of the agency in "PLACE, March 3 (Agency) -- "."""
    tokens, last = sentence.tokens, name.last
    if not 0 < name.first or last + 1 >= len(tokens) or tokens[name.first - 1].text != "(" or tokens[last].text != ")":
        return False
    return tokens[last + 1].text in {"-", "--", "—", "–"}


def _entity(judged: Judged, knowledge: Knowledge) -> Entity:
    mentions = judged.cluster.mentions
    names = list(dict.fromkeys(mention.name for mention in mentions))
    entry = next((mention.entry for mention in mentions if mention.entry), "")
    best = _best_name(names, judged.kind, entry, knowledge=knowledge)
    return Entity(
        name=best,
        kind=judged.kind,
        detail=judged.detail,
        entry=entry,
        aliases=tuple(name for name in names if name != best),
        mentions=tuple(mentions),
        nouns=judged.nouns,
    )


def _best_name(names: Sequence[str], kind: NameKind, entry: str, *, knowledge: Knowledge) -> str:
    """The longest name, one in small letters before the same in capitals; a place only shortened is named in full."""
    mixed = [name for name in names if not name.isupper()] or list(names)
    best = max(mixed, key=len)
    if kind is NameKind.PLACE and best.isupper() and entry in knowledge.places:
        return knowledge.places[entry].names[0]
    return best


def _main_place(pointed: Sequence[Pointed], knowledge: Knowledge) -> Entity | None:
    """The city that most is told of, the title counting more; without any, the place named most."""
    weights: dict[str, int] = {}
    for each in pointed:
        if each.entity.kind is NameKind.PLACE:
            city = knowledge.city_of(each.entity.entry) or each.entity.name
            weights[city] = weights.get(city, 0) + (_TITLE if each.sentence == 0 else 1)
    places = {
        knowledge.city_of(each.entity.entry) or each.entity.name: each.entity
        for each in reversed(pointed)
        if each.entity.kind is NameKind.PLACE
    }
    cities = {key: entity for key, entity in places.items() if entity.detail in _CITIES} or places
    by_entry = {
        each.entity.entry: each.entity
        for each in reversed(pointed)
        if each.entity.entry and each.entity.kind is NameKind.PLACE
    }
    if not cities:
        return None
    best = max(cities, key=lambda key: weights[key])
    return by_entry.get(best, cities[best])
