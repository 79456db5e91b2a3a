"""Whom an amount is of by what stands beside it or in its clause: a holder, an apposition, an agent (B1 to B3)."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.phrases import around_amount, entities_of, entity_in, name_alone, owner_of
from shanghai_tech.extraction.facts.scene import SUBJECT_KINDS, Scene
from shanghai_tech.extraction.facts.things import parted_thing, placed_thing, thing_at
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import SKIPPED, STOPS, Phrase, opens_sentence, phrase_before, subject_of
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.model import Form

_HELD_BY: Final = frozenset({"with"})
_GAPS: Final = frozenset({"at", "by", "for", "to", "with"})
_AT: Final = frozenset({"in", "into", "at", "across", "within", "throughout", "inside", "on", "near"})
_COMMAS: Final = frozenset({",", "-", "--", "—", "–"})
#: Prepositions that open a sentence with what its subject has or does.
_OPENINGS: Final = frozenset({"with", "through", "at", "via", "for"})


def apposed_to(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """Whom an amount describes in an apposition: "Acme, a 40-person firm", "Acme, the city's third-largest firm"."""
    at = index - 1
    if at > 1 and parsed.lower(at) in {"of", "with", "for"}:
        at -= 1
    if at < 2 or parsed.chunks[at].kind is not Kind.NOUN or parsed.lower(at - 1) not in _COMMAS:
        return None
    opening = parsed.tagged.tokens[parsed.chunks[at].first].lower
    amount = parsed.chunks[index].amount
    is_rank = at == index - 1 and amount is not None and amount.form is Form.RANK
    if opening not in {"a", "an"} and not is_rank:
        return None
    phrase = phrase_before(parsed, at - 1)
    if phrase is None or (phrase.first > 0 and opens_sentence(parsed, phrase.first - 1)):
        return None
    noun = phrase.last - 1
    while noun > phrase.first + 1 and parsed.lower(noun - 1) in _AT:
        noun -= 2  # "the plant in Ningbo, a 40-hectare complex"
    return name_alone(parsed, noun, scene=scene)


def gapped(case: Case, *, scene: Scene) -> Entity | None:
    """As in "Ningbo has 300 firms, Wenzhou 200": a name alone before an amount that goes on with the one before."""
    placed = _listed_in(case, scene=scene)
    if placed is not None:
        return placed
    parsed, at = case.parsed, case.index - 1
    at -= parsed.lower(at) in _GAPS  # "and Wenzhou for 12 percent"
    if at < 2 or not any(chunk.amount is not None for chunk in parsed.chunks[:at]):
        return None
    if at > 2 and parsed.lower(at - 1) == "of" and parsed.lower(at - 2) in {"that", "those"}:
        at -= 2  # "and those of Wenzhou 5 percent"
        return name_alone(parsed, at + 2, scene=scene) if parsed.chunks[at - 1].kind is Kind.CONJUNCTION else None
    links = parsed.lower(at - 1) in {",", ";"} or parsed.chunks[at - 1].kind is Kind.CONJUNCTION
    return name_alone(parsed, at, scene=scene) if links else None


def _listed_in(case: Case, *, scene: Scene) -> Entity | None:
    """As in "rose 5 percent in Ningbo, 3 percent in Wenzhou": its place, in a list that tells one of each amount."""
    parsed, index = case.parsed, case.index
    links = case.word(-1) == "," or (index > 0 and parsed.chunks[index - 1].kind is Kind.CONJUNCTION)
    start = index - 1 - (case.word(-1) in {"and", "or"} and case.word(-2) == ",")
    if not links or start < 3 or case.word(1) not in _AT or parsed.chunks[start - 3].amount is None:
        return None
    if parsed.lower(start - 2) != case.word(1) or index + 2 >= len(parsed.chunks):
        return None
    subject = case.governor.subject
    if subject is not None and entity_in(parsed, subject, scene=scene) is not None:
        return None  # "Acme has 300 shops in Ningbo, 200 in Wenzhou"
    before, named = name_alone(parsed, start - 1, scene=scene), name_alone(parsed, index + 2, scene=scene)
    return named if before is not None and named is not None and before.kind is named.kind else None


def modified(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "the 50-hectare park": what an amount is an attribute of, if the article has told of it."""
    if index == 0 or parsed.lower(index - 1) not in {"the", "this", "that"}:
        is_new = index > 0 and parsed.lower(index - 1) in {"a", "an", "another"} and _is_joined(parsed, index)
        return parted_thing(parsed, index - 1, scene=scene, new=True) if is_new else None
    named = name_alone(parsed, index + 1, scene=scene) if _is_joined(parsed, index) else None
    found = named or around_amount(parsed, index - 1, scene=scene)
    return found or (parted_thing(parsed, index - 1, scene=scene) if _is_joined(parsed, index) else None)


def _is_joined(parsed: Parsed, index: int) -> bool:
    """Whether an amount is joined to its unit by a hyphen: "the 400-person Acme"."""
    return index + 1 < len(parsed.chunks) and "-" in parsed.words(index, index + 1)


def holder(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "Acme, with 300 employees": the phrase that an amount hangs on with "with"."""
    if index < 1 or parsed.lower(index - 1) not in _HELD_BY:
        return None
    at = index - 1
    while at > 0 and parsed.chunks[at - 1].kind is Kind.MARK:
        at -= 1
    phrase = phrase_before(parsed, at)
    described = _before_description(parsed, at, scene=scene) if at < index - 1 else None
    if described is not None:
        return described
    if phrase is None:
        return _with_opening(parsed, at, scene=scene)
    entity = entity_in(parsed, Phrase(phrase.last - 1, phrase.last), scene=scene)
    is_where = phrase.last - 1 > phrase.first and parsed.lower(phrase.last - 2) in {"in", "at", "on", "near", "outside"}
    is_wide = entity is not None and entity.kind is NameKind.PLACE and scene.entities.width(entity) > 0
    thing = placed_thing(parsed, phrase.first, phrase.last, scene=scene) if is_where else None
    before = parsed.chunks[phrase.first - 1] if phrase.first > 0 else None
    describes = before is not None and (
        before.kind is Kind.MARK or (before.verb is not None and before.verb.lemma == "be")
    )  # "software is the commonest line with", "Acme, a hub with"
    if entity is None and at == index - 1 and phrase.last == phrase.first + 1 and not describes:
        thing = thing_at(parsed, phrase.first, scene=scene, new=True)
    return thing or (None if is_where and is_wide else entity)  # "an office in Ningbo with 50 people" is not of Ningbo


def _before_description(parsed: Parsed, comma: int, *, scene: Scene) -> Entity | None:
    """As in "Acme, a maker of arms that came last year, with 413": the name before a description that a comma ends."""
    for at in range(comma - 1, 1, -1):
        if parsed.chunks[at].amount is not None or parsed.lower(at) in STOPS:
            return None
        opening = parsed.tagged.tokens[parsed.chunks[at].first].lower
        if parsed.lower(at - 1) == "," and parsed.chunks[at].kind is Kind.NOUN and opening in {"a", "an"}:
            return name_alone(parsed, at - 2, scene=scene)
    return None


def holds_alone(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "followed by Acme with 900", "ahead of Ningbo, with 30": the name alone that an amount hangs on."""
    if index < 2 or parsed.lower(index - 1) != "with":
        return None
    comma = index - 1 - (parsed.lower(index - 2) == ",")
    described = _before_description(parsed, comma, scene=scene) if comma < index - 1 else None
    links = comma > 1 and (parsed.lower(comma - 2) in {",", "and", "by", "of", "to", "before", "behind"})
    return described or (name_alone(parsed, comma - 1, scene=scene) if links else None)


def _with_opening(parsed: Parsed, at: int, *, scene: Scene) -> Entity | None:
    """As in "With 51,000 firms, the city leads": what opens a sentence is of its subject."""
    if any(chunk.kind not in SKIPPED for chunk in parsed.chunks[:at]):
        return None
    verb = parsed.first_finite()
    subject = subject_of(parsed, verb) if verb is not None else None
    return entity_in(parsed, subject, scene=scene) if subject is not None else None


def opened(case: Case, *, scene: Scene) -> Entity | None:
    """As in "Through a fund of 5 billion yuan, Ningbo has backed": what a preposition opens a sentence with."""
    parsed = case.parsed
    first = next(at for at, chunk in enumerate(parsed.chunks) if chunk.kind not in SKIPPED)
    if parsed.lower(first) not in _OPENINGS or first >= case.index:
        return None
    if any(parsed.lower(at) == "," or parsed.chunks[at].verb is not None for at in range(first, case.index)):
        return None
    return _with_opening(parsed, first, scene=scene)


def agent(case: Case, *, scene: Scene) -> Entity | None:
    """As in "5,000 robots were installed by Acme": who does what is told in the passive."""
    parsed, verb, group = case.parsed, case.governor.verb, case.group
    if verb is None or group is None or not group.passive or not case.governor.is_subject or group.has("report"):
        return None
    for at in range(verb + 1, len(parsed.chunks) - 1):
        if parsed.chunks[at].verb is not None or parsed.chunks[at].kind in {Kind.MARK, Kind.SUBORDINATOR}:
            return None
        if parsed.lower(at) == "by":
            return next((each for each in entities_of(parsed, at + 1, scene=scene) if each.kind in SUBJECT_KINDS), None)
    return None


def of_object(case: Case, *, scene: Scene) -> Entity | None:
    """As in "it brings the park's output to 5 billion yuan": the owner of what somebody brings to a level."""
    parsed, verb = case.parsed, case.governor.verb
    if (
        verb is None
        or case.governor.is_subject
        or case.word(-1) not in {"to", "by", "from", "at"}
        or case.index - verb < 3
    ):
        return None
    if parsed.chunks[verb + 1].kind is not Kind.NOUN:
        return None
    valued = name_alone(parsed, verb + 1, scene=scene) if case.word(-1) == "at" and verb + 3 == case.index else None
    if valued is not None:  # "the deal values Acme at 300 million euros"
        return valued
    if case.word(-1) == "at":
        return None
    owner = owner_of(parsed, Phrase(verb + 1, verb + 2), scene=scene.behind_verb)
    if owner is not None or parsed.lower(verb + 2) != "of" or verb + 3 >= case.index - 1:
        return owner
    return name_alone(parsed, verb + 3, scene=scene)
