"""The phrases of a sentence → whom they speak of: names, owners, descriptions, appositions and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import SUBJECT_KINDS, Scene, may_be_subject
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import SKIPPED, Phrase, opens_sentence, phrase_before
from shanghai_tech.extraction.grammar.cues import is_figure
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t

_AT: Final = frozenset({"in", "into", "at", "across", "within", "throughout", "inside"})
_WHERE: Final = _AT | {"for", "of"}
_THROUGHOUT: Final = frozenset({"across", "around", "throughout"})
_INTO: Final = frozenset({"in", "into"})
_AROUND: Final = frozenset({"around", "near", "outside"})
#: Kinds of things whose noun is no part of the name before it.
_KINDS: Final = frozenset({"product", "plan", "policy"})
_BASED: Final = ("-based", "-headquartered")
_POINTERS: Final = frozenset({"the", "this", "that"})
_BODIES: Final = frozenset({NameKind.PLACE, NameKind.ORGANIZATION})


def entity_in(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase speaks of: its first noun, what is apposed to that, its owner, or what its prepositions name."""
    if phrase.first > 1 and parsed.lower(phrase.first - 1) == "whose":
        named = _head_name(parsed, phrase.first, scene=scene)  # "whose capital Bengaluru"
        return named or of_whose(parsed, phrase.first - 1, scene=scene)
    parted = around_amount(parsed, phrase.first, scene=scene) if parsed.lower(phrase.first) in _POINTERS else None
    if parted is not None:
        return parted
    for index in range(phrase.first, phrase.last):
        is_head = index == phrase.first
        for entity in _in_chunk(parsed, index, is_head=is_head, scene=scene):
            if entity.kind in SUBJECT_KINDS and (is_head or entity.detail != "continent"):
                return entity
        apposed = _described(parsed, phrase, scene=scene) if is_head else None
        if apposed is not None:
            return apposed
    return None


def head_of(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase names or points back to with its first noun, or the owner of that."""
    return entity_in(parsed, Phrase(phrase.first, phrase.first + 1), scene=scene)


def _in_chunk(parsed: Parsed, index: int, *, is_head: bool, scene: Scene) -> Iterator[Entity]:
    """Whom a noun may speak of, the best first."""
    owner = owner_of(parsed, Phrase(index, index + 1), scene=scene)
    own = (
        _head_name(parsed, index, scene=scene) if owner is not None else None,
        _of_kind(parsed, index, scene=scene),
        _place_of(parsed, index, scene=scene) if owner is not None else None,
        _apposed(parsed, index, scene=scene) if is_head else None,
        owner,
    )
    yield from (each for each in own if each is not None)
    yield from entities_of(parsed, index, scene=scene)


def of_whose(parsed: Parsed, whose: int, *, scene: Scene) -> Entity | None:
    """Whom "whose" stands for: whom the phrase before it speaks of."""
    at = whose
    while at > 0 and parsed.chunks[at - 1].kind in {Kind.MARK, Kind.PREPOSITION}:
        at -= 1
    antecedent = phrase_before(parsed, at, prepositions=frozenset({"of"}))
    return entity_in(parsed, antecedent, scene=scene) if antecedent is not None else None


def _head_name(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The name that ends a noun: "Shanghai's Zhangjiang Science City" is the science city."""
    chunk = parsed.chunks[index]
    for name in parsed.names:
        if name.last == chunk.last and name.first > chunk.first:
            entity = scene.entities.at(name.span)
            return entity if entity is not None and entity.kind in SUBJECT_KINDS else None
    return None


def _of_kind(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The place behind a noun for its kind: "India's southern state of Kerala", "the city of Ningbo"."""
    knowledge = scene.entities.knowledge
    if index + 2 >= len(parsed.chunks) or parsed.lower(index + 1) != "of" or knowledge is None:
        return None
    referent = knowledge.referent(parsed.lower(index).split())
    named = name_alone(parsed, index + 2, scene=scene)
    fits = referent is not None and referent.thing == "place" and named is not None and named.kind is NameKind.PLACE
    return named if fits and referent is not None and named is not None and named.detail in referent.kinds else None


def _place_of(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The place that an owned noun is a description of: "the country's biggest city"."""
    chunk, knowledge = parsed.chunks[index], scene.entities.knowledge
    tokens = parsed.tagged.tokens
    referent = knowledge.referent([tokens[chunk.last - 1].lower]) if knowledge is not None else None
    if referent is None or referent.thing != "place":
        return None
    place = scene.refer(f"the {referent.id}", before=tokens[chunk.first].start)
    return place if place is not None and place.detail in referent.kinds else None


def _apposed(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The name that follows a description between commas: "one of the makers, Acme, sold", "its rival, Acme, sold"."""
    at = index + 1
    while at + 1 < len(parsed.chunks) and parsed.lower(at) == "of":
        at += 2
    if at + 2 >= len(parsed.chunks) or parsed.lower(at) != ",":
        return None
    behind = parsed.chunks[at + 2]
    closes = parsed.lower(at + 2) == "," or (behind.verb is not None and behind.verb.tense in FINITE)
    return name_alone(parsed, at + 1, scene=scene) if closes and not _names(parsed, index) else None


def _described(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """Whom a phrase behind a comma describes: "Pinduoduo, a startup"."""
    at = phrase.first
    opens = parsed.tagged.tags[parsed.chunks[at].first] == t.DETERMINER
    if not opens or at < 2 or parsed.lower(at - 1) != "," or parsed.chunks[at - 2].kind is not Kind.NOUN:
        return None
    if (at > 2 and opens_sentence(parsed, at - 3)) or _closes_opening(parsed, at - 1):
        return None  # "In Ningbo, a plant", "According to a study by Acme, the plant"
    found = (each for each in entities_of(parsed, at - 2, scene=scene) if each.kind in SUBJECT_KINDS)
    return next(found, None)


def _closes_opening(parsed: Parsed, comma: int) -> bool:
    """Whether a comma is the first of a sentence that begins with a preposition, and no clause stands before it."""
    first = next(at for at, chunk in enumerate(parsed.chunks) if chunk.kind not in SKIPPED)
    opens = parsed.chunks[first].kind is Kind.PREPOSITION or parsed.lower(first) == "according"
    return opens and not any(_is_mark_or_clause(parsed, at) for at in range(first, comma))


def _is_mark_or_clause(parsed: Parsed, at: int) -> bool:
    group = parsed.chunks[at].verb
    return parsed.lower(at) == "," or (group is not None and group.tense in FINITE)


def around_amount(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """What a description points back to that an amount parts: "the 50-hectare park"."""
    if (
        at + 2 >= len(parsed.chunks)
        or parsed.chunks[at + 1].amount is None
        or parsed.chunks[at + 2].kind is not Kind.NOUN
    ):
        return None
    words = f"{parsed.lower(at)} {parsed.lower(at + 2)}"
    return scene.refer(words, before=parsed.tagged.tokens[parsed.chunks[at].first].start)


def _names_any(parsed: Parsed, index: int) -> bool:
    """Whether any name stands in a chunk: none does in "French start-ups"."""
    chunk = parsed.chunks[index]
    return any(chunk.first <= name.first < chunk.last for name in parsed.names)


def _names(parsed: Parsed, index: int) -> bool:
    """Whether a chunk ends in a name."""
    return any(name.last == parsed.chunks[index].last for name in parsed.names)


def name_alone(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """What a chunk names that is a name and nothing else."""
    chunk = parsed.chunks[index]
    for name in parsed.names:
        if name.last == chunk.last and name.first <= chunk.first + 1:
            entity = scene.entities.at(name.span)
            return entity if entity is not None and entity.kind in SUBJECT_KINDS else None
    return None


# ---------------------------------------------------------------- owners


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
                pointed = scene.refer(tokens[at].lower, before=tokens[at].start)
                found = scene.body_of(pointed) if pointed is not None else None
                if found is not None:
                    return found
    return None


def _at(parsed: Parsed, first: int, last: int, *, scene: Scene) -> Entity | None:
    """Whom tokens `first` up to `last` name, or point back to."""
    for name in parsed.names:
        if name.first < last and first < name.last:
            entity = scene.entities.at(name.span)
            entity = scene.body_of(entity) if entity is not None else None
            if entity is not None and entity.kind in SUBJECT_KINDS:
                return entity
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    if tags[first] in {t.DETERMINER, t.PRONOUN}:
        return scene.refer(parsed.tagged.words(first, last), before=tokens[first].start)
    return None


# ---------------------------------------------------------------- names, descriptions, adjectives


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
        is_modifier = name.last != chunk.last and not _is_kind(parsed, name.last, chunk.last, scene=scene)
        if entity is not None and entity.kind in (_BODIES if is_modifier else SUBJECT_KINDS):
            yield entity
    if not names:
        reach = reach_of_noun(parsed, index, scene=scene)
        if reach is not None:
            yield reach
        yield from by_adjective(parsed, index, scene=scene)


def by_adjective(parsed: Parsed, index: int, *, scene: Scene) -> Iterator[Entity]:
    """The place whose adjective stands before a noun, or whose people it is: "Estonian start-ups", "Estonians"."""
    chunk, tokens = parsed.chunks[index], parsed.tagged.tokens
    places = [scene.place_of(token.text) for token in tokens[chunk.first : chunk.last - 1]]
    places += [
        scene.based_in([token.text for token in tokens[max(0, at - 2) : at + 1]])
        for at in range(chunk.first, chunk.last - 1)
        if tokens[at].lower.endswith(_BASED)
    ]
    last = tokens[chunk.last - 1].text
    places += [scene.place_of(last.removesuffix("s"))] if last.endswith("ns") else []
    return (place for place in places if place is not None)


def reach_of_noun(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """How far a noun for a figure reaches: "the national average", "global sales"; no other noun tells."""
    chunk, knowledge = parsed.chunks[index], scene.entities.knowledge
    tokens, tags = parsed.tagged.tokens, parsed.tagged.tags
    head = tokens[chunk.last - 1].lower
    if knowledge is None or not is_figure(head, knowledge.vocabulary):
        return None
    referent = knowledge.referent((head,), plural=True)
    if referent is not None and referent.thing == "organization":
        return None  # "global companies"
    if index > 0 and parsed.chunks[index - 1].kind is Kind.ADVERB:  # "the nationwide market"
        return scene.reach_of(parsed.lower(index - 1))
    first = chunk.first + (tags[chunk.first] == t.DETERMINER)
    return scene.reach_of(tokens[first].lower) if first < chunk.last - 1 else None


def reach_at(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """How far a clause reaches by an adverb, or by "around the world", "across the country"."""
    if parsed.chunks[at].kind is Kind.ADVERB:
        modifies = at + 1 < len(parsed.chunks) and parsed.chunks[at + 1].kind is Kind.NOUN
        return None if modifies else scene.reach_of(parsed.lower(at))
    if parsed.lower(at) not in _THROUGHOUT or at + 1 >= len(parsed.chunks):
        return None
    behind = parsed.lower(at + 1)
    if behind in {"the world", "the globe"}:
        return scene.reach_of("globally")
    return scene.country if behind in {"the country", "the nation"} else None


def _is_kind(parsed: Parsed, first: int, last: int, *, scene: Scene) -> bool:
    """Whether the words behind a name only say what it is: "the Tamila platform", "the Elanor programme"."""
    words = [token.lower for token in parsed.tagged.tokens[first:last]]
    knowledge = scene.entities.knowledge
    referent = knowledge.referent(words) if knowledge is not None and words else None
    return referent is not None and referent.id == " ".join(words) and not _KINDS.isdisjoint(referent.kinds)


def place_at(parsed: Parsed, at: int, *, scene: Scene, wide: bool = False) -> Entity | None:
    """The place, or what is spoken of as one, that a preposition in a chunk leads to.

    A place wider than the one that the article is about only where `wide`.
    """
    if parsed.chunks[at].kind is not Kind.PREPOSITION or parsed.lower(at) not in _WHERE:
        return None
    noun = at + 1
    if noun + 1 < len(parsed.chunks) and parsed.lower(noun) == "and" and parsed.lower(noun + 1) in _AROUND:
        noun += 2  # "in and around the city"
    if noun >= len(parsed.chunks):
        return None
    chunk = parsed.chunks[noun]
    points_back = chunk.kind is Kind.NOUN and parsed.tagged.tags[chunk.first] == t.DETERMINER
    first = parsed.tagged.tokens[chunk.first].lower
    if first == "local" and chunk.kind is Kind.NOUN and parsed.lower(at) in _AT:
        return scene.entities.main_place
    wide = wide or first == "all" or (parsed.lower(at) in _INTO and not _names_any(parsed, noun))
    for entity in entities_of(parsed, noun, scene=scene):
        if entity.kind is NameKind.PLACE and (wide or may_be_subject(entity, scene)):
            return entity
        if (
            entity.kind in SUBJECT_KINDS
            and points_back
            and entity.mentions
            and not entity.entry
            and parsed.lower(at) in _AT
        ):
            return entity  # "in the park", "in the app"
    return None
