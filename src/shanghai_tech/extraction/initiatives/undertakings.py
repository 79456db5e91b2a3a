"""Noun phrases that name undertakings: "an AI lab", "the city's action plan", "Bengaluru Tech Summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import is_genitive
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.extraction.initiatives.phrases import (
    QUOTES,
    apposed,
    called,
    complement,
    described,
    first_of,
    words_of,
)
from shanghai_tech.extraction.initiatives.tables import Tables
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import is_plural
from shanghai_tech.model import InitiativeKind

#: How many chunks an object may have before the noun that names the undertaking: "a string of measures".
_FARTHEST: Final = 7
#: What parts the noun of a name from what it is for: "Centre for Clean Metals".
_BEHIND_HEAD: Final = re.compile(" (?:of|for|in|on) ")
_KINDS: Final = {kind.value: kind for kind in InitiativeKind}
_LINKS: Final = frozenset({"of", "and", "or", ",", *QUOTES})
_DEFINITE: Final = frozenset({"the", "this", "these", "that", "those"})
#: What behind a noun tells which one, so that "the" does not point back.
_TELLS_WHICH: Final = frozenset({"of", "for", "on", "in", "at", "that", "to"})
#: Kinds of places that are zones where they are built.
_NEW_PLACES: Final = frozenset({"city", "district"})
#: Places that are no zone, whatever they are said to be.
_TOO_WIDE: Final = frozenset({"city", "emirate", "province", "state", "country", "continent", "world", "region"})
#: What may bear the name of a body: "Zhiji, a venture of A and B".
_RUN_AS_BODY: Final = frozenset({InitiativeKind.PROGRAM, InitiativeKind.PARTNERSHIP})


@frozen(kw_only=True)
class Undertaking:
    """A noun phrase for an undertaking: the chunk of its noun, the noun, and its words without owner and determiner.

    `first` is the chunk that it begins with, `entity` what has a name of its own, `points_back` whether it only points
    at what was told before ("the plan"), `definite` whether it may ("the 50-hectare district"). `many` tells that it is
    told in the plural, `counted` that it has a number, `described` that a name of its own says nothing and the words
    around it tell what it is ("the Corridor, an innovation district").
    """

    at: int
    first: int
    noun: str
    kind: InitiativeKind
    name: str
    entity: Entity | None = None
    points_back: bool = False
    definite: bool = False
    many: bool = False
    counted: bool = False
    described: bool = False

    @property
    def is_body(self) -> bool:
        """Whether its name is that of an organization."""
        return self.entity is not None and self.entity.kind is NameKind.ORGANIZATION


@frozen(kw_only=True)
class Sight:
    """A sentence with what is needed to see undertakings in it."""

    parsed: Parsed
    tables: Tables
    scene: Scene

    def undertaking_at(self, at: int) -> Undertaking | None:
        """What a chunk names, if it is an undertaking."""
        parsed, chunk = self.parsed, self.parsed.chunks[at]
        if chunk.kind is Kind.AMOUNT:
            return self._counted(at)
        if chunk.kind is not Kind.NOUN or is_genitive(parsed, at):
            return None
        entity = self._thing_named(at) or self._place_described(at)
        if entity is not None and entity.kind is NameKind.PERSON:
            return None
        found = self._noun_of(at, entity)
        if found is None:
            return self._described(at, entity)
        if self._words(chunk) == ["building"]:
            return None  # the act of it
        noun, kind = found
        named = entity or self._apposed_name(first_of(parsed, at), kind=kind) or self._inner_name(chunk)
        return self._undertaking(at, entity=named, noun=noun, kind=kind, own=entity is not None)

    def objects_from(self, first: int) -> Iterator[Undertaking]:
        """The undertakings of an object that begins at a chunk: those of a list, and what "of" leads to."""
        joined, inside = False, False
        for at in range(first, min(len(self.parsed.chunks), first + _FARTHEST)):
            chunk = self.parsed.chunks[at]
            inside = self.parsed.lower(at) == "(" or (inside and self.parsed.lower(at - 1) != ")")
            if inside:
                continue  # "an artificial intelligence (AI) center"
            found = self.undertaking_at(at)
            if found is not None:
                yield found
            if chunk.kind in {Kind.NOUN, Kind.AMOUNT, Kind.TIME, Kind.ADVERB}:
                joined = joined or chunk.kind is Kind.NOUN
            elif self.parsed.lower(at) not in _LINKS or (not joined and at > first + 1):
                return

    def name_at(self, at: int) -> Entity | None:
        """What the name that ends a chunk of nouns names."""
        chunk = self.parsed.chunks[at]
        last = chunk.last - (self.parsed.tagged.tags[chunk.last - 1] == t.NUMBER)  # "the AI Strategy 2.0"
        for name in self.parsed.names if chunk.kind is Kind.NOUN else ():
            if name.last == last and name.first >= chunk.first:
                return self.scene.entities.at(name.span)
        return None

    def is_finite(self, at: int) -> bool:
        """Whether a chunk is a finite verb group."""
        group = self.parsed.chunks[at].verb
        return group is not None and group.tense in FINITE

    # ------------------------------------------------------------ nouns

    def _noun_of(self, at: int, entity: Entity | None) -> tuple[str, InitiativeKind] | None:
        """The noun for an undertaking, and its kind: of its name, of its phrase, or of what stands in apposition."""
        words = self._words(self.parsed.chunks[at])
        if entity is None:
            return self.tables.noun(words)
        told = self._noun_described(at) if entity.kind is NameKind.OTHER else None
        if told is not None:
            return told
        name = entity.name.lower()
        found = self.tables.noun(name.split()) or self.tables.noun(_BEHIND_HEAD.split(name)[0].split())
        found = found if " " in name else None
        kind = InitiativeKind.ZONE if entity.detail in _NEW_PLACES else _KINDS.get(entity.detail)
        if found is not None or kind is not None or entity.kind is not NameKind.OTHER:
            return found or ((entity.detail, kind) if kind is not None else None)
        return self.tables.noun(words)

    def _described(self, at: int, entity: Entity | None) -> Undertaking | None:
        """What a name that does not tell what it names is said to be: "Stargate, a computing cluster"."""
        if entity is None or entity.kind not in {NameKind.OTHER, NameKind.PLACE}:
            return None
        found = self._noun_described(at)
        return self._undertaking(at, entity=entity, noun=found[0], kind=found[1], own=True) if found else None

    def _noun_described(self, at: int) -> tuple[str, InitiativeKind] | None:
        """The noun for an undertaking by which the name of a chunk is described, and its kind."""
        told = described(self.parsed, at)
        return self.tables.noun([word.lower() for word in told]) if told else None

    def _counted(self, at: int) -> Undertaking | None:
        """What a counted amount counts: "20 measures"."""
        amount = self.parsed.chunks[at].amount
        if amount is None or amount.noun is None:
            return None
        name = " ".join(amount.noun.slice(self.parsed.tagged.text).split())
        found = self.tables.noun(name.lower().split())
        if found is None:
            return None
        return Undertaking(at=at, first=at, noun=found[0], kind=found[1], name=name, many=True, counted=True)

    def _words(self, chunk: Chunk) -> list[str]:
        """The words of a chunk in lower case, without adjectives behind its noun: "a campus big enough"."""
        last = chunk.last
        while last > chunk.first + 1 and self.parsed.tagged.tags[last - 1] in {t.ADJECTIVE, t.ADVERB}:
            last -= 1
        return [token.lower for token in self.parsed.tagged.tokens[chunk.first : last]]

    # ------------------------------------------------------------ names

    def _thing_named(self, at: int) -> Entity | None:
        """What the name that ends a chunk names; of places only zones, and districts that nobody knows yet."""
        entity = self.name_at(at)
        if entity is None or entity.kind is not NameKind.PLACE or entity.detail == "zone":
            return entity
        return entity if not entity.entry and entity.detail in _NEW_PLACES else None

    def _place_described(self, at: int) -> Entity | None:
        """The place that a chunk names, where it is said to be a zone: "Adlershof, a science park"."""
        entity = self.name_at(at)
        if entity is None or entity.kind is not NameKind.PLACE or entity.detail in _TOO_WIDE:
            return None
        found = self._described(at, entity)
        return entity if found is not None and found.kind is InitiativeKind.ZONE else None

    def _apposed_name(self, first: int, *, kind: InitiativeKind) -> Entity | None:
        """The name that the phrase that begins at a chunk stands in apposition behind: "Elevate, a grant program"."""
        at = apposed(self.parsed, first)
        entity = self._thing_named(at) if at is not None else None
        if entity is None or entity.kind is NameKind.PERSON:
            return None
        return entity if entity.kind is not NameKind.ORGANIZATION or kind in _RUN_AS_BODY else None

    def _inner_name(self, chunk: Chunk) -> Entity | None:
        """The name before the noun, where it is that of the undertaking: "its AI Trailblazers scheme"."""
        for name in self.parsed.names:
            if chunk.first <= name.first and name.last < chunk.last:
                entity = self.scene.entities.at(name.span)
                owns = self.parsed.tagged.tags[name.last] == t.GENITIVE
                if entity is not None and entity.kind is NameKind.OTHER and not owns and not entity.entry:
                    return entity
        return None

    def _is_bare_plural(self, first: int, at: int) -> bool:
        """Whether a noun that is its own plural stands without an article: "regional headquarters"."""
        tags, chunk = self.parsed.tagged.tags, self.parsed.chunks[at]
        within = tags[self.parsed.chunks[first].first : chunk.last]
        owned = {t.DETERMINER, t.POSSESSIVE, t.GENITIVE} & {*within, tags[max(0, chunk.first - 1)]}
        return is_plural(self._words(chunk)[-1], self.tables.vocabulary) and not owned

    def _undertaking(
        self, at: int, *, entity: Entity | None, noun: str, kind: InitiativeKind, own: bool
    ) -> Undertaking:
        parsed = self.parsed
        first = first_of(parsed, at)
        words, opening = words_of(parsed, first, at), self._words(parsed.chunks[at])
        bare = len(words.split()) <= len(noun.split())
        about = complement(parsed, at) if bare else ""
        follows = parsed.lower(at + 1).split()[0] if at + 1 < len(parsed.chunks) else ""
        named = entity.name if entity is not None else called(parsed, at)
        opens = parsed.tagged.tokens[parsed.chunks[first].first].lower
        is_definite = entity is None and (opens in _DEFINITE or opening[0] in _DEFINITE)
        return Undertaking(
            at=at,
            first=first,
            noun=noun,
            kind=kind,
            name=named or f"{words or noun}{about}",
            entity=entity,
            points_back=is_definite and bare and follows not in _TELLS_WHICH,
            definite=is_definite,
            described=own and self._noun_described(at) is not None,
            many=not own and (not noun.endswith(opening[-1]) or self._is_bare_plural(first, at)),
        )
