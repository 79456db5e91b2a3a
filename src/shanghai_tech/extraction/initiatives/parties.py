"""Who undertakes something, and with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.phrases import entities_of, entity_in, head_of, owner_of
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, conjuncts, listed_from
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.extraction.grammar.wording import clean
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.undertakings import Sight, Undertaking
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind
from shanghai_tech.vocabulary.word_entries import Act

_BODIES: Final = frozenset({NameKind.ORGANIZATION, NameKind.PLACE})
#: Places that undertake nothing.
_TOO_WIDE: Final = frozenset({"continent", "world"})
#: Prepositions that lead to those who join: of all undertakings, and of those that bodies make with each other.
_JOINS: Final = frozenset({"with", "alongside", "by"})
_AMONG: Final = frozenset({"of", "between", "among", "from"})
_PUBLIC: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.POLICY, InitiativeKind.ZONE})
#: Prepositions that lead to who gets something.
_RECEIVERS: Final = frozenset({"to", "into", "for", "toward", "towards"})
#: The rules that name who does it; the others name an owner at most.
_BY_ACTOR: Final = frozenset({"D1", "D2", "D3"})
_MUTUAL: Final = frozenset({InitiativeKind.PARTNERSHIP, InitiativeKind.INVESTMENT})
#: A clause has no more chunks than this behind its verb, as far as parties are looked for.
_FARTHEST: Final = 14


def participants(sight: Sight, deed: Deed, *, topic: Entity | None) -> tuple[str, ...]:
    """Those who run or join an undertaking, by their best names, in the order told.

    `topic` is whom the sentence is about.
    """
    parsed, scene = sight.parsed, sight.scene
    found: dict[str, None] = {}
    if deed.actor is not None:
        named = [entity.name for entity in bodies_in(parsed, deed.actor, scene=scene)]
        is_public = _is_unnamed_government(parsed, deed.actor, scene=scene)
        is_unknown = deed.rule in _BY_ACTOR and head_of(parsed, deed.actor, scene=scene) is None
        described = _described(parsed, deed.actor, scene=scene) if is_public or is_unknown else ()
        found.update(dict.fromkeys(described if is_public and described else named or described))
    if deed.what is not None:
        owner = _owner(parsed, deed.what, scene=scene)
        acts = owner is not None and (owner.kind in _BODIES or (owner.kind is NameKind.OTHER and not owner.detail))
        if owner is not None and acts and not (found and owner.kind is NameKind.PLACE):
            found[owner.name] = None
    found.update((entity.name, None) for entity in _joining(parsed, deed, scene=scene))
    giver = topic or scene.topic
    if deed.act is not None and deed.act.takes == "money-before" and giver is not None and giver.kind in _BODIES:
        found = {giver.name: None, **found}  # whose money it is
    told = tuple(name for name in found if deed.what is None or name != deed.what.name)
    return told or (() if _names_actor(parsed, deed) else _not_told(sight, deed, topic or _before(deed, scene)))


def _is_where(parsed: Parsed, deed: Deed) -> bool:
    """Whether a zone is only where something is: "moved into the district"."""
    return deed.first > 0 and parsed.chunks[deed.first - 1].kind is Kind.PREPOSITION


def _before(deed: Deed, scene: Scene) -> Entity | None:
    """Whom the text was about before: a place always, a body only where the clause leaves out who acts."""
    topic = scene.topic
    return topic if topic is not None and (topic.kind is NameKind.PLACE or deed.rule in {"D1", "D4"}) else None


def _is_unnamed_government(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> bool:
    """Whether a government acts that is told without a name: of which place it is, is a guess where places nest."""
    chunk, knowledge = parsed.chunks[phrase.first], scene.entities.knowledge
    named = any(chunk.first <= name.first < chunk.last for name in parsed.names)
    words = parsed.lower(phrase.first).split()
    referent = knowledge.referent(words) if knowledge is not None else None
    return not named and referent is not None and "government" in referent.kinds


def _names_actor(parsed: Parsed, deed: Deed) -> bool:
    """Whether the clause says who does it, though not by a name: nobody else is looked for then."""
    if deed.actor is None or deed.rule not in _BY_ACTOR:
        return False
    chunk = parsed.chunks[deed.actor.first]
    is_pronoun = chunk.last == chunk.first + 1 and parsed.tagged.tags[chunk.first] in {t.PRONOUN, t.POSSESSIVE}
    return not is_pronoun and (deed.group is None or deed.group.tense in FINITE)


def _owner(parsed: Parsed, what: Undertaking, *, scene: Scene) -> Entity | None:
    """Who owns an undertaking: by a genitive or possessive, or as what "whose" stands for."""
    if what.first > 0 and parsed.lower(what.first - 1) == "whose":
        return entity_in(parsed, Phrase(what.first, what.at + 1), scene=scene)
    return owner_of(parsed, Phrase(max(0, what.first - 1), what.at + 1), scene=scene)


def _not_told(sight: Sight, deed: Deed, topic: Entity | None) -> tuple[str, ...]:
    """Whose undertaking it is where the clause does not say: that of whom the sentence is about.

    Papers and zones that nobody is named for are those of the place that the article is about, or of its country; who
    runs an event or makes a deal is not known.
    """
    own = deed.what.name if deed.what is not None else ""
    is_body = topic is not None and topic.kind is NameKind.ORGANIZATION
    if deed.kind is InitiativeKind.EVENT or (
        deed.kind is InitiativeKind.PARTNERSHIP and deed.rule != "D4" and not is_body
    ):
        return ()
    if deed.kind is InitiativeKind.ZONE and not _is_where(sight.parsed, deed):
        topic = topic if topic is not None and topic.kind is NameKind.ORGANIZATION else sight.scene.entities.main_place
        return (topic.name,) if topic is not None and topic.name != own else ()
    if deed.kind in _PUBLIC or (deed.kind is InitiativeKind.PROGRAM and topic is None):
        is_national = words_for("national", sight.tables.vocabulary) & set(own.lower().split())
        topic = sight.scene.country if is_national else sight.scene.entities.main_place
    return (topic.name,) if topic is not None and topic.kind in _BODIES and topic.name != own else ()


def bodies_in(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Iterator[Entity]:
    """The bodies and places that a phrase names or points back to; those of the persons that it names.

    What acts and is named without being told what it is counts as a body.
    """
    for part in conjuncts(parsed, phrase):
        entity = head_of(parsed, part, scene=scene)
        if entity is not None and (entity.kind in _BODIES or not entity.detail):
            yield from () if entity.detail in _TOO_WIDE else (entity,)
        elif entity is None:
            yield from _bodies_of_persons(parsed, part, scene=scene) or _named_bodies(parsed, part, scene=scene)


def _bodies_of_persons(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> list[Entity]:
    """The body that the first person of a phrase holds a role at; the person where none is told."""
    first, last = parsed.chunks[phrase.first].first, parsed.chunks[phrase.last - 1].last
    for name in parsed.names:
        person = scene.entities.at(name.span) if first <= name.first < last else None
        if person is not None and person.kind is NameKind.PERSON:
            bodies = (holding.at for holding in scene.entities.roles_of(person) if holding.at is not None)
            return [next(bodies, person)]
    return []


def _named_bodies(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> list[Entity]:
    """The organization that what is only described is of: "chairman of the Zhangjiang Group, which runs"."""
    for at in range(phrase.first, phrase.last):
        for entity in _named_body(parsed, at, scene=scene):
            if entity.kind is NameKind.ORGANIZATION:
                return [entity]
    return []


def _described(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> tuple[str, ...]:
    """A body that is only described, by the words that describe it: "the carriers", "the municipal government"."""
    knowledge = scene.entities.knowledge
    words = clean(parsed, phrase)
    referent = knowledge.referent(words.lower().split()) if knowledge is not None and words else None
    first = parsed.chunks[phrase.first].first
    opening, is_name = parsed.tagged.tokens[first].lower, parsed.tagged.tags[first] == t.NAME
    is_body = referent is not None and referent.thing == "organization"
    return (words,) if words and (is_body or is_name or opening == "the") and opening not in {"a", "an"} else ()


def _joining(parsed: Parsed, deed: Deed, *, scene: Scene) -> Iterator[Entity]:
    """Those that prepositions behind the act lead to: "with NXP", "between Baidu and the city"."""
    mutual = deed.kind in _MUTUAL or (deed.what is not None and deed.what.kind in _MUTUAL)
    links = _JOINS | _AMONG if mutual else _JOINS
    links |= _RECEIVERS if deed.act is not None and _has_receiver(deed.act) else frozenset[str]()
    at = deed.first + 1
    while at < min(len(parsed.chunks) - 1, deed.last + _FARTHEST):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.SUBORDINATOR or (at > deed.last and parsed.lower(at) in {".", ";", ":"}):
            return
        if chunk.kind is Kind.PREPOSITION and parsed.lower(at) in links:
            phrase = listed_from(parsed, at + 1)
            for index in range(phrase.first, phrase.last) if phrase is not None else ():
                yield from _named_body(parsed, index, scene=scene)
            at = phrase.last - 1 if phrase is not None else at
        elif parsed.lower(at) == "at":
            hosts = _named_body(parsed, at + 1, scene=scene)
            yield from (each for each in hosts if each.kind is NameKind.ORGANIZATION or each.detail == "zone")
        elif deed.act is not None and deed.what is None and at == deed.verb + 1:
            yield from _named_body(parsed, at, scene=scene)  # "acquired ARM"
        at += 1


def _has_receiver(act: Act) -> bool:
    """Whether an act hands something over to somebody: "sold the plant to", "3 million euros is for"."""
    return act.takes == "money-before" or act.id in {"sell", "give", "donate"}


def _named_body(parsed: Parsed, at: int, *, scene: Scene) -> Iterator[Entity]:
    """The body that a noun names or points back to; an adjective ("Chinese firms") names none."""
    chunk = parsed.chunks[at]
    named = any(chunk.first <= name.first < chunk.last for name in parsed.names)
    if not named and parsed.tagged.tags[chunk.first] not in {t.DETERMINER, t.PRONOUN, t.POSSESSIVE}:
        return
    for entity in entities_of(parsed, at, scene=scene):
        if entity.kind in _BODIES and entity.detail not in _TOO_WIDE:
            yield entity
            return
