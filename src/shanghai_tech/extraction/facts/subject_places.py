"""The places that amounts are told of (rule B4)."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.phrases import entities_of, name_alone, place_at, reach_at
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import opens_sentence
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.model import Form

#: How far behind a verb the place stands that it tells of.
_REACH: Final = 4
_PARTICLES: Final = frozenset({"up", "out"})
_REACHES: Final = frozenset({"country", "world"})


def share_in(case: Case, *, scene: Scene) -> Entity | None:
    """As in "40 percent of the nation's engineers work there": the place of the verb before the owner of the whole."""
    parsed, verb = case.parsed, case.governor.verb
    if not case.is_ratio or not case.governor.is_subject or verb is None:
        return None
    if case.word(1) != "of" and parsed.chunks[case.index + 1].kind is not Kind.NOUN:
        return None
    for at in range(verb + 1, min(verb + _REACH, len(parsed.chunks))):
        if parsed.lower(at) in {"there", "here"}:
            return _place_before(parsed, case.index, scene=scene)
        if parsed.lower(at) == "from":
            return _come_from(parsed, at + 1, scene=scene)
        place = place_at(parsed, at, scene=scene, wide=True) if parsed.lower(at) not in {"for", "of"} else None
        if place is not None:
            whole = (place_at(parsed, inside, scene=scene) for inside in range(case.index + 1, verb))
            narrow = next((each for each in whole if each is not None), None)  # "of the parts used in the park"
            is_narrower = narrow is not None and scene.entities.width(narrow) < scene.entities.width(place)
            return narrow if is_narrower else place
    return None


def _come_from(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """As in "half of them come from its capital, Oslo": the name behind the place's description, else the place."""
    if at + 2 < len(parsed.chunks) and parsed.lower(at + 1) == ",":
        named = name_alone(parsed, at + 2, scene=scene)
        if named is not None and named.kind is NameKind.PLACE:
            return named if name_alone(parsed, at, scene=scene) is None else name_alone(parsed, at, scene=scene)
    return next((each for each in entities_of(parsed, at, scene=scene) if each.kind is NameKind.PLACE), None)


def _place_before(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """The last place that a sentence names before a chunk, else the one that it goes on from."""
    for at in parsed.back_from(index):
        found = next((each for each in entities_of(parsed, at, scene=scene) if each.kind is NameKind.PLACE), None)
        if found is not None:
            return found
    return scene.here


def counted_in(case: Case, *, scene: Scene) -> Entity | None:
    """As in "one of the 500 spaces opened in Shanghai": all things of a kind in a place are those of the place."""
    parsed, at = case.parsed, case.index + 1
    is_one = case.word(-1) == "of" and case.word(-2).endswith("one")
    is_all = case.word(-1).split()[-1:] == ["the"]
    if case.index == 0 or not (is_all or is_one) or at >= len(parsed.chunks):
        return None
    group = parsed.chunks[at].verb
    if group is not None and group.tense not in {Tense.FUTURE, Tense.INFINITIVE}:
        at += 1 + (at + 2 < len(parsed.chunks) and parsed.lower(at + 1) in _PARTICLES)
    return place_at(parsed, at, scene=scene, wide=is_all) if at < len(parsed.chunks) else None


def where(case: Case, *, scene: Scene) -> Entity | None:
    """The place that the clause names: the next behind the amount and before another, else what begins the clause."""
    parsed, index, governor = case.parsed, case.index, case.governor
    may_reach = is_no_rank = case.amount.form is not Form.RANK
    behind = governor.verb if governor.is_subject and governor.verb is not None else index
    for at in range(behind + 1, len(parsed.chunks) - 1):
        is_listed = parsed.lower(at - 1) == "," or parsed.chunks[at - 1].kind is Kind.CONJUNCTION
        if (
            (parsed.chunks[at].kind is Kind.AMOUNT and not is_listed)
            or _reports(parsed, at)
            or parsed.lower(at) in {"which", "who", "whose"}
        ):
            break
        place = place_at(parsed, at, scene=scene) or _here(parsed, at, scene=scene)
        may_reach = may_reach and parsed.chunks[at].kind is not Kind.MARK
        if place is None and may_reach:
            place = reach_at(parsed, at, scene=scene)
        if place is not None and (
            scene.topic is None
            or place.detail in _REACHES
            or place == scene.entities.main_place
            or not place.entry
            or scene.entities.width(place) == 0
        ):
            return place
    for at in parsed.back_from(index):
        if _reports(parsed, at):
            return None
        place = (
            place_at(parsed, at, scene=scene, wide=is_no_rank and _opens_in(parsed, at))
            or _here(parsed, at, scene=scene)
            or (reach_at(parsed, at, scene=scene) if is_no_rank else None)
        )
        if place is not None and (at == 0 or not _is_act(parsed, at - 1)):
            return place
    return None


def _opens_in(parsed: Parsed, at: int) -> bool:
    """As in "Across the United States, investment rose": where a sentence opens is where it is told of."""
    return parsed.lower(at) in {"across", "in", "throughout", "within"} and opens_sentence(parsed, at)


def _here(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """The place that "here" is, at the end of a chunk or alone: the one that is told of, else where the article is."""
    is_here = parsed.lower(at).rpartition(" ")[2] == "here"
    return scene.here or scene.entities.main_place if is_here else None


def _is_act(parsed: Parsed, at: int) -> bool:
    """Whether a chunk is a verb that is no description of the noun before it: "the number of firms operating in"."""
    group = parsed.chunks[at].verb
    if group is None:
        return False
    describes = at > 0 and parsed.chunks[at - 1].kind is Kind.NOUN and group.tense in {Tense.GERUND, Tense.PARTICIPLE}
    return not describes


def local(case: Case, *, scene: Scene) -> Entity | None:
    """As in "14 local design houses": what is local is so where the article is."""
    chunk = case.parsed.chunks[case.index]
    is_local = any(token.lower == "local" for token in case.parsed.tagged.tokens[chunk.first : chunk.last])
    return scene.entities.main_place if is_local else None


def _reports(parsed: Parsed, at: int) -> bool:
    """Whether who says the sentence begins or ends with a chunk: the places there are not those of the fact."""
    group = parsed.chunks[at].verb
    if group is None or at == 0 or parsed.chunks[at - 1].kind is Kind.CONJUNCTION:
        return parsed.lower(at) == "according"
    return group.tense in FINITE and group.has("report")
