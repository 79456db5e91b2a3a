"""Things without a name that figures are told of: "the plant employs 1,800 people", "the 61-hectare site".

A noun that the article has called nothing by is a subject in its own words where it is definite and names a facility,
an event, a product, a program or a zone, or is a cue with the role "thing".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import is_plural
from shanghai_tech.vocabulary import Vocabulary

_UNDERTAKEN: Final = frozenset({"event", "facility", "program", "zone"})
_HEADED: Final = frozenset({"event", "facility", "product"})
_NAMED: Final = frozenset({t.NAME, t.GENITIVE})
_POINTERS: Final = frozenset({"the", "this", "that"})
_WHERE: Final = frozenset({"at", "in", "near", "on", "outside"})
_ANY: Final = _POINTERS | {"a", "an", "another"}


@lru_cache(maxsize=8)
def _undertakings(vocabulary: Vocabulary) -> Mapping[str, str]:
    return {each.id: each.kind for each in vocabulary.undertaking}


def thing_at(parsed: Parsed, at: int, *, scene: Scene, new: bool = False) -> Entity | None:
    """The thing without a name that a definite noun tells of, or an indefinite one where `new`."""
    chunk = parsed.chunks[at]
    tokens, tags = parsed.tagged.tokens, parsed.tagged.tags
    if chunk.kind is Kind.NOUN and chunk.time is not None and t.GENITIVE in tags[chunk.first : chunk.last]:
        owned = next(at for at in range(chunk.first, chunk.last) if tags[at] == t.GENITIVE) + 1
        return _thing(parsed, owned, chunk.last, scene=scene) if owned < chunk.last else None  # "this year's fair"
    if chunk.kind is not Kind.NOUN or tokens[chunk.first].lower not in (_ANY if new else _POINTERS):
        return None
    return _thing(parsed, chunk.first + 1, chunk.last, scene=scene)


def placed_thing(parsed: Parsed, first: int, last: int, *, scene: Scene) -> Entity | None:
    """The thing that a phrase tells of and where it is: "a campus in Ningbo", "the 12-hectare park near Ningbo"."""
    at = first + 1 + 2 * (last - first > 4 and parsed.chunks[first + 1].amount is not None)
    if at + 2 != last or parsed.lower(at) not in _WHERE:
        return None
    here = parsed.chunks[at + 1]
    places = (scene.entities.at(name.span) for name in parsed.names if name.last == here.last)
    if not any(place is not None and place.kind is NameKind.PLACE for place in places):
        return None
    return thing_at(parsed, first, scene=scene, new=True) or parted_thing(parsed, first, scene=scene, new=True)


def parted_thing(parsed: Parsed, at: int, *, scene: Scene, new: bool = False) -> Entity | None:
    """The thing that an amount stands in: "the 61-hectare site", or "a 61-hectare site" where `new`."""
    if at + 2 >= len(parsed.chunks) or parsed.chunks[at + 1].amount is None:
        return None
    if parsed.lower(at) not in (_ANY if new else _POINTERS):
        return None
    noun = parsed.chunks[at + 2]
    return _thing(parsed, noun.first, noun.last, scene=scene) if noun.kind is Kind.NOUN else None


def _thing(parsed: Parsed, first: int, last: int, *, scene: Scene) -> Entity | None:
    knowledge = scene.entities.knowledge
    is_new = knowledge is not None and role_of(parsed.tagged.tokens[first].lower, knowledge.vocabulary) == "new"
    words = parsed.tagged.tokens[first + (is_new and last - first > 1) : last]
    if not words or knowledge is None or not _NAMED.isdisjoint(parsed.tagged.tags[first:last]):
        return None
    noun, vocabulary = words[-1].lower, knowledge.vocabulary
    head = knowledge.tables.heads.get(noun)
    kind = _undertakings(vocabulary).get(noun, "")
    is_headed = head is not None and head.thing == "other" and head.kind in _HEADED
    if not (is_headed or kind in _UNDERTAKEN or role_of(noun, vocabulary) == "thing") or is_plural(noun, vocabulary):
        return None
    referent = knowledge.referent([noun])
    if referent is not None and referent.generic:
        return None  # "the facility" says too little
    detail = head.kind if head is not None and is_headed else kind
    return Entity(name=" ".join(each.text for each in words), kind=NameKind.OTHER, detail=detail, mentions=())
