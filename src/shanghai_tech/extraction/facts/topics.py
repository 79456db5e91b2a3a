"""Whom a sentence is about, and what its pronouns stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.facts.phrases import head_of, name_alone, place_at
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.facts.state import State, Told
from shanghai_tech.extraction.facts.things import parted_thing, thing_at
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import SKIPPED, STOPS, Phrase, is_subordinate, subject_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.name_entries import Place

#: What begins a sentence that sums up.
_TOTALS: Final = frozenset({("in", "all"), ("in", "total"), ("all", "told")})
_COPULAS: Final = frozenset({"be", "become", "remain"})
_BODIES: Final = frozenset({NameKind.ORGANIZATION, NameKind.PLACE})


@frozen(kw_only=True)
class Topic:
    """Whom a sentence is about, from which chunk on, and the scenes before and behind that.

    `turns` tells that it leaves whom the sentences before were about, for firms in general or for the total; `later`
    are those whom its further main clauses name, each with the chunk that names it.
    """

    before: Scene
    entity: Entity | None = None
    since: int = 0
    turns: bool = False
    later: tuple[tuple[int, Entity], ...] = ()

    def scene(self, index: int) -> Scene:
        """What pronouns in a chunk stand for: the subject of its sentence once that is told, else the last topic."""
        if self.entity is None or self.since >= index:
            return self.before
        told = [self.before.topic, self.entity, *(entity for since, entity in self.later if since < index)]
        return evolve(self.before, topic=told[-1], previous=told[-2])


def topic_of(told: Told, state: State, *, entities: Entities, vocabulary: Vocabulary) -> Topic:
    """The topic of a sentence; a topic told before lasts into the next paragraph."""
    is_over = told.paragraph > state.paragraph and state.topic is not None and state.topic.is_nameless
    last = state.owner if is_over else state.topic
    near = last if told.paragraph - state.paragraph <= 1 else None
    turns = _turns(told.parsed, entities)
    before = Scene(
        entities=entities,
        topic=None if turns else near,
        ours=_ours(told, entities) or near,
        adjectives=place_adjectives(vocabulary),
    )
    since, entity = _subject(told, before) or (0, None)
    later = tuple(_named_later(told.parsed, since, entity, scene=before)) if entity is not None else ()
    return Topic(before=before, since=since, entity=entity, turns=turns, later=later)


def _named_later(parsed: Parsed, since: int, first: Entity, *, scene: Scene) -> Iterator[tuple[int, Entity]]:
    """Whom further main clauses name as their subjects: "Acme has 40 labs; Apex, founded in 2019, says it has 55"."""
    last = first
    for at in range(since + 1, len(parsed.chunks)):
        group = parsed.chunks[at].verb
        if group is None or group.tense not in FINITE or is_subordinate(parsed, at):
            continue
        phrase = subject_of(parsed, at)
        if phrase is None or phrase.first <= since or phrase.last > at or not _begins_clause(parsed, phrase):
            continue
        named = name_alone(parsed, phrase.first, scene=scene)
        if named is not None and named is not last and phrase.last == phrase.first + 1:
            last = named
            yield phrase.first, named


def _begins(parsed: Parsed, at: int) -> bool:
    """Whether a chunk begins a sentence or clause, so that no verb or preposition before it takes it."""
    return at == 0 or parsed.chunks[at - 1].kind in SKIPPED | {Kind.MARK, Kind.CONJUNCTION}


def _begins_clause(parsed: Parsed, phrase: Phrase) -> bool:
    return phrase.first > 1 and (
        parsed.lower(phrase.first - 1) in STOPS or parsed.chunks[phrase.first - 1].kind is Kind.CONJUNCTION
    )


def _turns(parsed: Parsed, entities: Entities) -> bool:
    """Whether a sentence is of a class of bodies ("Small firms are slower"), or of a total ("In all, 44 were …")."""
    if tuple(token.lower for token in parsed.tagged.tokens[:2]) in _TOTALS:
        return True
    chunk, knowledge = parsed.chunks[0], entities.knowledge
    tags = parsed.tagged.tags[chunk.first : chunk.last]
    if (
        chunk.kind is not Kind.NOUN
        or knowledge is None
        or any(tag not in {t.NOUN, t.ADJECTIVE, t.NAME} for tag in tags)
    ):
        return False
    if any(entities.at(name.span) is not None for name in parsed.names if name.first < chunk.last):
        return False
    words = [token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last]]
    referent = knowledge.referent(words, plural=True)
    is_plural = referent is not None and knowledge.referent(words) is None
    return is_plural and referent is not None and referent.thing == "organization"


def _ours(told: Told, entities: Entities) -> Entity | None:
    """Whom "we" stands for in direct speech: the body that the speaker belongs to, for a government its place."""
    if told.speaker is None:
        return None
    speaker = entities.named(told.speaker)
    if speaker is not None and speaker.kind is NameKind.ORGANIZATION:
        body: Entity | None = speaker
    else:
        body = next((each.at for each in entities.held_by(speaker)), None) if speaker is not None else None
    if body is None or body.detail != "government":
        return body
    return Scene(entities=entities).spoken_for(body) or entities.main_place or body


def _subject(told: Told, scene: Scene) -> tuple[int, Entity] | None:
    """The subject of the first verb that has one in a main clause, else the place that the sentence opens with.

    Behind a verb of saying, "it" is who says it: "Acme said it will open a plant".
    """
    parsed, entities = told.parsed, scene.entities
    for at, chunk in enumerate(parsed.chunks):
        if chunk.verb is None or chunk.verb.tense not in FINITE:
            continue
        phrase = subject_of(parsed, at)
        if phrase is None or is_subordinate(parsed, at) or _is_aside(parsed, at, phrase):
            continue
        entity = (
            _identified(parsed, at, phrase, scene=scene)
            or head_of(parsed, phrase, scene=scene)
            or thing_at(parsed, phrase.first, scene=scene, new=_begins(parsed, phrase.first))
            or parted_thing(parsed, phrase.first, scene=scene, new=_begins(parsed, phrase.first))
        )
        if entity is None and "here" in {parsed.lower(between) for between in range(phrase.last, at)}:
            entity = scene.here or entities.main_place  # "officials here were"
        if chunk.verb.has("report") or (
            entity is not None and entity.name == told.speaker and _ends(parsed, at, phrase)
        ):
            scene = evolve(scene, topic=entity) if entity is not None and phrase.last <= at else scene
        elif entity is not None:
            return phrase.first, entity
    opening = place_at(parsed, 0, scene=scene)
    if opening is not None:
        return 1, opening
    return _of_headline(parsed, scene) if parsed.first_finite() is None else None


def _is_aside(parsed: Parsed, verb: int, subject: Phrase) -> bool:
    """As in "as it calls itself", and "Acme and Apex are among them", which only gives examples of those told of."""
    group = parsed.chunks[verb].verb
    if subject.first > 0 and parsed.lower(subject.first - 1) == "as" and parsed.lower(subject.first) in {"it", "they"}:
        return True
    if group is None or group.lemma != "be" or verb + 2 >= len(parsed.chunks):
        return False
    return parsed.lower(verb + 1) == "among" and parsed.lower(verb + 2) in {"them", "these", "those"}


def _identified(parsed: Parsed, verb: int, subject: Phrase, *, scene: Scene) -> Entity | None:
    """As in "The best-known tenant is Acme, which makes": who a definite description without a name turns out to be."""
    group, at = parsed.chunks[verb].verb, verb + 1
    opens = parsed.tagged.tags[parsed.chunks[subject.first].first] in {t.DETERMINER, t.POSSESSIVE}
    if not opens or subject.last > verb or group is None or group.lemma not in _COPULAS or group.passive:
        return None
    while at < len(parsed.chunks) and parsed.chunks[at].kind in SKIPPED:
        at += 1
    named = name_alone(parsed, at, scene=scene) if at < len(parsed.chunks) else None
    return named if named is not None and named.kind is NameKind.ORGANIZATION else None


def _ends(parsed: Parsed, verb: int, subject: Phrase) -> bool:
    """Whether a verb is the last word of its sentence behind a comma, as in "…, Acme found"."""
    behind = subject.first > 0 and parsed.lower(subject.first - 1) == ","
    return behind and all(chunk.kind in SKIPPED | {Kind.MARK} for chunk in parsed.chunks[verb + 1 :])


def _of_headline(parsed: Parsed, scene: Scene) -> tuple[int, Entity] | None:
    """The first noun of a sentence without a verb, as headlines are."""
    at = next((at for at, chunk in enumerate(parsed.chunks) if chunk.kind not in SKIPPED), None)
    if at is None or parsed.chunks[at].kind is not Kind.NOUN:
        return None
    entity = head_of(parsed, Phrase(at, at + 1), scene=scene)
    is_body = entity is not None and entity.kind in _BODIES and entity.detail != "continent"
    return (at, entity) if is_body and entity is not None else None


@lru_cache(maxsize=8)
def place_adjectives(vocabulary: Vocabulary) -> Mapping[str, Place]:
    """The place of each adjective: "Estonian"; those of continents tell too little."""
    return {word: place for place in vocabulary.place for word in place.adjectives if place.kind != "continent"}
