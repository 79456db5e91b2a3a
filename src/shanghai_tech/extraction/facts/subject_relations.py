"""Whom an amount is of by what a clause does with it: gives it to somebody, adds it to an economy, parts it (B1 to B4).

Here are the relations in which the subject of the verb is not who has the amount: "whose 9,000 workers make it",
"Of the city's 800 buses, 300 are", "patents filed by Acme rose", "brought the country 300 million euros".
"""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.phrases import (
    by_adjective,
    entities_of,
    entity_in,
    name_alone,
    of_whose,
    owner_of,
    place_at,
)
from shanghai_tech.extraction.facts.scene import SUBJECT_KINDS, Scene
from shanghai_tech.extraction.facts.things import thing_at
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import SKIPPED, Phrase, phrase_before, phrase_from
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.names import NameKind

_GIVES: Final = frozenset({"bring", "cost", "earn", "give", "save"})
_ADDS: Final = frozenset({"add", "bring", "contribute", "inject", "pump"})
_INTO: Final = frozenset({"to", "into"})
_RUN: Final = frozenset({Kind.NOUN, Kind.PREPOSITION})
#: How many chunks behind an amount may stand what it is added to.
_NEAR: Final = 6


def of_relative(case: Case, *, scene: Scene) -> Entity | None:
    """As in "Acme, whose 9,000 workers make it the largest": who "whose" before an amount is."""
    if case.word(-1) != "whose":
        return None
    return of_whose(case.parsed, case.index - 1, scene=scene)


def of_which(case: Case, *, scene: Scene) -> Entity | None:
    """As in "the program, for which there were 2,300 applications": what "which" behind a preposition stands for."""
    parsed = case.parsed
    at = next((at for at in range(case.index - 1, 0, -1) if parsed.chunks[at].kind is Kind.SUBORDINATOR), None)
    if at is None or parsed.lower(at) != "which" or parsed.chunks[at - 1].kind is not Kind.PREPOSITION:
        return None
    is_of_all = case.governor.is_subject or parsed.lower(at + 1) == "there"
    if not is_of_all or any(parsed.lower(between) == "," for between in range(at, case.index)):
        return None
    before = phrase_before(parsed, at - 1 - (parsed.lower(at - 2) == ","), prepositions=frozenset({"of"}))
    if before is None:
        return None
    return entity_in(parsed, before, scene=scene) or thing_at(parsed, before.first, scene=scene, new=True)


def parted(case: Case, *, scene: Scene) -> Entity | None:
    """As in "Of the city's 800 buses, 300 are electric": the owner of the whole that the sentence opens with."""
    parsed = case.parsed
    first = next(at for at, chunk in enumerate(parsed.chunks) if chunk.kind not in SKIPPED)
    comma = next((at for at in range(first, case.index) if parsed.lower(at) == ","), None)
    if parsed.lower(first) != "of" or comma is None or any(parsed.chunks[at].verb for at in range(first, comma)):
        return None
    if any(place_at(parsed, at, scene=scene) for at in range(case.index + 1, min(case.index + 4, len(parsed.chunks)))):
        return None  # "Of Britain's 77 firms, 45 are in the capital"
    return owner_of(parsed, Phrase(first + 1, comma), scene=scene)


def doer(case: Case, *, scene: Scene) -> Entity | None:
    """As in "patents filed by Acme rose to 9,000": who does what the subject of the verb is told by."""
    subject, parsed = case.governor.subject, case.parsed
    if subject is None or subject.last + 2 >= len(parsed.chunks) or parsed.lower(subject.last + 1) != "by":
        return None
    if case.group is not None and any(case.group.has(role) for role in ("report", "survey", "foresee")):
        return None
    group = parsed.chunks[subject.last].verb
    if group is None or group.tense is not Tense.PARTICIPLE:
        return None
    found = (each for each in entities_of(parsed, subject.last + 2, scene=scene) if each.kind in SUBJECT_KINDS)
    return next(found, None)


def recipient(case: Case, *, scene: Scene) -> Entity | None:
    """As in "brought the country 300 million euros", "50 million euros that went to Acme": who gets the amount."""
    parsed, verb, group = case.parsed, case.governor.verb, case.group
    if verb is None or group is None or group.passive:
        return None
    given = phrase_from(parsed, verb + 1) if group.lemma in _GIVES and not case.governor.is_subject else None
    return entity_in(parsed, given, scene=scene) if given is not None and given.last == case.index else None


def went_to(case: Case, *, scene: Scene) -> Entity | None:
    """As in "the 50 million euros that went to Acme": whom money goes to behind it."""
    parsed = case.parsed
    if not case.amount.quantity.unit.is_money:
        return None
    for at in range(case.index + 1, min(case.index + 4, len(parsed.chunks) - 2)):
        group = parsed.chunks[at].verb
        if group is not None:
            is_given = group.lemma == "go" and parsed.lower(at + 1) == "to"
            return name_alone(parsed, at + 2, scene=scene) if is_given else None
    return None


def worked_for(case: Case, *, scene: Scene) -> Entity | None:
    """As in "300 people work for Acme", "At Acme, 300 people build pumps": the body that people are told to be at."""
    parsed, verb, group = case.parsed, case.governor.verb, case.group
    if verb is None or group is None or not case.governor.is_subject:
        return None
    first = next(at for at, chunk in enumerate(parsed.chunks) if chunk.kind not in SKIPPED)
    ties = [verb + 1] if group.lemma == "work" else []
    for at in (*ties, first):
        if at + 1 < len(parsed.chunks) and parsed.lower(at) in {"at", "for"} and (at > verb or at < case.index):
            named = name_alone(parsed, at + 1, scene=scene)
            if named is not None and named.kind is NameKind.ORGANIZATION:
                return named
    return None


def of_teller(case: Case, *, scene: Scene) -> Entity | None:
    """As in "According to Acme, the facility will": the company that tells of a thing that its noun says little of."""
    parsed, subject, knowledge = case.parsed, case.governor.subject, scene.entities.knowledge
    if subject is None or knowledge is None or subject.first < 3 or parsed.lower(0) != "according":
        return None
    words = parsed.lower(subject.first).split()
    referent = knowledge.referent(words) if words[0] == "the" and len(words) > 1 else None
    body = name_alone(parsed, subject.first - 2, scene=scene)
    is_company = body is not None and body.detail == "company" and parsed.lower(subject.first - 1) == ","
    return body if is_company and referent is not None and referent.thing == "other" else None


def enlarged(case: Case, *, scene: Scene) -> Entity | None:
    """As in "will add 4 billion euros to the French economy": whose economy or output an amount is added to."""
    parsed, group = case.parsed, case.group
    if group is None or group.lemma not in _ADDS or case.governor.is_subject:
        return None
    for at in range(case.index + 1, min(case.index + _NEAR, len(parsed.chunks) - 1)):
        if parsed.chunks[at].verb is not None or parsed.chunks[at].kind is Kind.MARK:
            return None
        if parsed.lower(at) in _INTO and parsed.chunks[at + 1].kind is Kind.NOUN:
            owner = owner_of(parsed, phrase_from(parsed, at + 1) or Phrase(at + 1, at + 2), scene=scene)
            return owner or next(by_adjective(parsed, at + 1, scene=scene), None)
    return None


def where_told(case: Case, *, scene: Scene) -> Entity | None:
    """As in "Saxony, the state around Dresden, where 76,100 people work": the place that "where" goes on from."""
    parsed = case.parsed
    where = next((at for at in range(case.index - 1, -1, -1) if _opens_clause(parsed, at)), None)
    if where is None or parsed.lower(where) != "where":
        return None
    found: Entity | None = None
    for at in range(where - 1, -1, -1):
        if parsed.chunks[at].kind not in _RUN and parsed.lower(at) != ",":
            break
        named = name_alone(parsed, at, scene=scene) if parsed.chunks[at].kind is Kind.NOUN else None
        found = named if named is not None and named.kind is NameKind.PLACE else found
    return found


def _opens_clause(parsed: Parsed, at: int) -> bool:
    group = parsed.chunks[at].verb
    ends = parsed.chunks[at].kind is Kind.SUBORDINATOR or parsed.lower(at) in {";", ":"}
    return ends or (group is not None and group.tense in FINITE and parsed.lower(at - 1) == "where")


def among_many(parsed: Parsed, index: int) -> bool:
    """Whether an amount counts those among whom the subject is: "Acme and Apex are among more than 20 partners"."""
    return index > 1 and parsed.lower(index - 1) == "among" and parsed.chunks[index - 2].verb is not None
