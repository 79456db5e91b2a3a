"""Noun phrases that name undertakings: "an AI lab", "the city's action plan", "Bengaluru Tech Summit"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import is_genitive, phrase_from
from shanghai_tech.extraction.initiatives.tables import Tables
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind

#: How many chunks an object may have before the noun that names the undertaking: "a string of measures".
_FARTHEST: Final = 7
_KINDS: Final = {kind.value: kind for kind in InitiativeKind}
_CALLS: Final = frozenset({"call", "name", "dub", "title", "know"})
_COMPLEMENTS: Final = frozenset({"of", "for", "on"})
_TELLS_WHICH: Final = frozenset({"of", "for", "on", "in", "at", "that", "to"})
_DEFINITE: Final = frozenset({"the", "this", "these", "that", "those", "its", "their"})
_QUOTES: Final = frozenset({'"', "“", "”", "'", "’", "‘"})
_NAMED: Final = frozenset({NameKind.OTHER, NameKind.PLACE})
_RUN_AS_BODY: Final = frozenset({InitiativeKind.PROGRAM, InitiativeKind.PARTNERSHIP})
_NO_QUOTES: Final = str.maketrans("", "", '"“”')
_OPENING_TAGS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.PRONOUN})
_LONGEST_NAME: Final = 9


@frozen(kw_only=True)
class Undertaking:
    """A noun phrase for an undertaking: the chunk of its noun, the noun, and its words without owner and determiner.

    `first` is the chunk that it begins with, `entity` what has a name of its own, `points_back` whether it only points
    at what was told before: "the plan". `many` tells that it is told in the plural, `counted` that it has a number.
    """

    at: int
    first: int
    noun: str
    kind: InitiativeKind
    name: str
    entity: Entity | None = None
    points_back: bool = False
    many: bool = False
    counted: bool = False


def undertaking_at(parsed: Parsed, at: int, *, tables: Tables, scene: Scene) -> Undertaking | None:
    """What a chunk names, if it is an undertaking."""
    chunk = parsed.chunks[at]
    if chunk.kind is Kind.AMOUNT:
        return _counted(parsed, at, tables=tables)
    if chunk.kind is not Kind.NOUN or is_genitive(parsed, at):
        return None
    entity = _entity(parsed, chunk, scene=scene)
    if entity is not None and entity.kind is NameKind.PERSON:
        return None
    words = [token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last]]
    found = _named(entity, tables=tables) if entity is not None else tables.noun(words)
    if found is None and entity is not None and entity.kind is NameKind.OTHER:
        found = tables.noun(words) or _apposed_noun(parsed, at, tables=tables)
    if found is None:
        return None
    entity = (
        entity
        or _apposed_name(parsed, _first(parsed, at), kind=found[1], scene=scene)
        or _inner_name(parsed, chunk, scene=scene)
    )
    return _undertaking(parsed, at, entity=entity, noun=found[0], kind=found[1])


def _undertaking(parsed: Parsed, at: int, *, entity: Entity | None, noun: str, kind: InitiativeKind) -> Undertaking:
    first = _first(parsed, at)
    words = _words(parsed, first, at)
    called = _called(parsed, at)
    bare = len(words.split()) <= len(noun.split())
    complement = _complement(parsed, at) if bare else ""
    opening = parsed.tagged.tokens[parsed.chunks[at].first].lower
    follows = parsed.lower(at + 1).split()[0] if at + 1 < len(parsed.chunks) else ""
    return Undertaking(
        at=at,
        first=first,
        noun=noun,
        kind=kind,
        name=entity.name if entity is not None else called or f"{words or noun}{complement}",
        entity=entity,
        points_back=entity is None and bare and follows not in _TELLS_WHICH and opening in _DEFINITE,
        many=entity is None and noun.split()[-1] != parsed.tagged.tokens[parsed.chunks[at].last - 1].lower,
    )


def _inner_name(parsed: Parsed, chunk: Chunk, *, scene: Scene) -> Entity | None:
    """The name before the noun, where it is that of the undertaking: "its AI Trailblazers scheme"."""
    for name in parsed.names:
        if chunk.first <= name.first and name.last < chunk.last:
            entity = scene.entities.at(name.span)
            owns = parsed.tagged.tags[name.last] == t.GENITIVE
            if entity is not None and entity.kind is NameKind.OTHER and not owns and not entity.entry:
                return entity
    return None


def _called(parsed: Parsed, at: int) -> str:
    """The name behind "called" or "named": "an innovation center called IdeaLondon"."""
    group = parsed.chunks[at + 1].verb if at + 2 < len(parsed.chunks) else None
    if group is None or group.lemma not in _CALLS:
        return ""
    first = at + 2 + (parsed.lower(at + 2) in {"as", *_QUOTES})
    first += first < len(parsed.chunks) and parsed.lower(first) in _QUOTES
    phrase = phrase_from(parsed, first)
    words = parsed.words(phrase.first, phrase.last) if phrase is not None else ""
    return words if words[:1].isupper() else ""


def _complement(parsed: Parsed, at: int) -> str:
    """What a noun that tells little by itself is of or for: "a plan for the digital economy"."""
    link = parsed.lower(at + 1) if at + 2 < len(parsed.chunks) else ""
    if link not in _COMPLEMENTS:
        return ""
    phrase = phrase_from(parsed, at + 2 + (parsed.lower(at + 2) in _QUOTES))
    words = parsed.words(phrase.first, phrase.last).split() if phrase is not None else []
    return f" {link} {' '.join(words[:_LONGEST_NAME])}" if words else ""


def _apposed_noun(parsed: Parsed, at: int, *, tables: Tables) -> tuple[str, InitiativeKind] | None:
    """The noun that stands in apposition behind a name: "Stargate, a computing cluster"."""
    if at + 2 >= len(parsed.chunks) or parsed.lower(at + 1) != ",":
        return None
    chunk = parsed.chunks[at + 2]
    words = [token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last]]
    amount = chunk.kind is Kind.NOUN and len(words) == 1 and at + 4 < len(parsed.chunks)
    if amount and parsed.chunks[at + 3].kind is Kind.AMOUNT:  # "a 1-gigawatt cluster"
        chunk = parsed.chunks[at + 4]
        words += [token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last]]
    return tables.noun(words) if words[0] in {"a", "an", "the"} else None


def _apposed_name(parsed: Parsed, at: int, *, kind: InitiativeKind, scene: Scene) -> Entity | None:
    """The name that the undertaking that begins at a chunk stands in apposition behind: "Elevate, a grant program"."""
    opens = parsed.tagged.tokens[parsed.chunks[at].first].lower in {"a", "an"}
    if not opens or at < 2 or parsed.lower(at - 1) != ",":
        return None
    entity = _entity(parsed, parsed.chunks[at - 2], scene=scene)
    return entity if entity is not None and entity.kind is not NameKind.PERSON else None


def _counted(parsed: Parsed, at: int, *, tables: Tables) -> Undertaking | None:
    """What a counted amount counts: "20 measures"."""
    amount = parsed.chunks[at].amount
    if amount is None or amount.noun is None:
        return None
    name = " ".join(amount.noun.slice(parsed.tagged.text).split())
    found = tables.noun(name.lower().split())
    if found is None:
        return None
    return Undertaking(at=at, first=at, noun=found[0], kind=found[1], name=name, many=True, counted=True)


def _entity(parsed: Parsed, chunk: Chunk, *, scene: Scene) -> Entity | None:
    """What the name that ends a chunk names; a place that is no zone names no undertaking."""
    for name in parsed.names:
        if name.last == chunk.last and name.first >= chunk.first:
            entity = scene.entities.at(name.span)
            is_place = entity is not None and entity.kind is NameKind.PLACE and entity.detail != "zone"
            return None if is_place else entity
    return None


def _named(entity: Entity, *, tables: Tables) -> tuple[str, InitiativeKind] | None:
    """The noun that a name ends in, or its kind, and the kind."""
    found = tables.noun(entity.name.lower().split()) if " " in entity.name else None
    kind = _KINDS.get(entity.detail)
    return found or ((entity.detail, kind) if kind is not None else None)


def _first(parsed: Parsed, at: int) -> int:
    """Where the phrase begins: "an AI and IoT lab", "a 1.5-gigawatt campus"; an owner in a chunk of its own is left out."""
    first = at
    while first > 0:
        before = parsed.chunks[first - 1]
        if before.kind is Kind.AMOUNT and not _is_counted(before):
            first -= 1
        elif parsed.lower(first - 1) == ")" and first > 3 and parsed.lower(first - 3) == "(":
            first -= 4  # "an artificial intelligence (AI) service"
        elif parsed.lower(first - 1) in _QUOTES and _opening_quote(parsed, first - 1) is not None:
            first = _opening_quote(parsed, first - 1) or first
        elif parsed.lower(first - 1) in {"and", "&"} and first > 1 and _opens(parsed, first - 2):
            return first - 2
        elif before.kind is Kind.NOUN and first < at and not is_genitive(parsed, first - 1):
            return first - 1
        else:
            break
    return first


def _opening_quote(parsed: Parsed, closing: int) -> int | None:
    """Where a phrase with a name in quotation marks begins: the article before `an "AI Plus" action plan`."""
    for at in range(closing - 1, max(0, closing - 5), -1):
        if parsed.lower(at) in _QUOTES:
            return at - 1 if parsed.chunks[at - 1].kind is Kind.NOUN and not is_genitive(parsed, at - 1) else at
        if parsed.chunks[at].kind in {Kind.VERB, Kind.SUBORDINATOR}:
            return None
    return None


def _is_counted(chunk: Chunk) -> bool:
    return chunk.amount is None or chunk.amount.quantity.unit.term.noun is not None


def _opens(parsed: Parsed, at: int) -> bool:
    """Whether a chunk is the first half of a phrase: "an AI" in "an AI and IoT lab"."""
    chunk = parsed.chunks[at]
    tags = parsed.tagged.tags
    return (
        chunk.kind is Kind.NOUN
        and chunk.last == chunk.first + 2
        and parsed.tagged.tokens[chunk.first].lower in {"a", "an"}
        and tags[parsed.chunks[at + 2].first] not in {t.DETERMINER, t.POSSESSIVE}
    )


def _words(parsed: Parsed, first: int, at: int) -> str:
    """The words of a phrase behind its last owner, without determiners and quotation marks."""
    start, last = parsed.chunks[first].first, parsed.chunks[at].last
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    for index in range(start, last):
        if tags[index] == t.GENITIVE:
            start = index + 1
    while start < last and (tags[start] in _OPENING_TAGS or tokens[start].text in _QUOTES):
        start += 1
    words = parsed.tagged.words(start, last).translate(_NO_QUOTES).split()
    return " ".join(words[-_LONGEST_NAME:])


def object_from(parsed: Parsed, first: int, *, tables: Tables, scene: Scene) -> Iterator[Undertaking]:
    """The undertakings of an object that begins at a chunk: those of a list, and what "of" leads to."""
    at, joined = first, False
    while at < min(len(parsed.chunks), first + _FARTHEST):
        chunk = parsed.chunks[at]
        found = undertaking_at(parsed, at, tables=tables, scene=scene)
        if found is not None:
            yield found
        if chunk.kind in {Kind.NOUN, Kind.AMOUNT, Kind.TIME, Kind.ADVERB}:
            joined = joined or chunk.kind is Kind.NOUN
        elif parsed.lower(at) not in {"of", "and", "or", ",", *_QUOTES} or not joined and at > first + 1:
            return
        at += 1
