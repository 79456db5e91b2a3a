"""Whom or what a fact is about (rules B1 to B4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.facts.phrases import (
    by_adjective,
    entities_of,
    entity_in,
    name_alone,
    owner_of,
    reach_of_noun,
)
from shanghai_tech.extraction.facts.scene import SUBJECT_KINDS, Scene
from shanghai_tech.extraction.facts.subject_clauses import (
    agent,
    apposed_to,
    gapped,
    holder,
    holds_alone,
    modified,
    of_object,
    opened,
)
from shanghai_tech.extraction.facts.subject_places import counted_in, local, share_in, where
from shanghai_tech.extraction.facts.subject_relations import (
    among_many,
    doer,
    enlarged,
    of_relative,
    of_teller,
    of_which,
    parted,
    recipient,
    went_to,
    where_told,
    worked_for,
)
from shanghai_tech.extraction.facts.things import parted_thing, placed_thing, thing_at
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import (
    Phrase,
    is_in_contact_clause,
    is_subordinate,
    phrase_from,
    subject_of,
)
from shanghai_tech.extraction.grammar.verb_groups import FINITE, VerbGroup
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Form

#: Kinds of bodies whose expectations are of others.
_OBSERVERS: Final = frozenset({"government", "association", "research", "media"})
_COPULAS: Final = frozenset({"be", "become", "remain"})
_AGAINST: Final = frozenset({"with", "to", "against", "than", "versus", "from"})


@frozen(kw_only=True)
class Found:
    """A subject and the rule that found it; `own` tells that the amount stands beside it, whatever it adds to."""

    entity: Entity
    rule: str
    own: bool = False


def subject_of_amount(case: Case, *, named_by: Phrase | None, scene: Scene) -> Found | None:
    """The subject of an amount as its own sentence tells it; `named_by` is the phrase that names the amount.

    B1 the phrase that an amount hangs on with "with" or "of", or whom a rank is given to; B2 the owner in the phrase
    that names the amount; B3 the subject of its verb; B4 the place it is told of; None where the sentence names nobody.
    """
    parsed, index = case.parsed, case.index
    if is_part(parsed, index) or among_many(parsed, index):
        return None
    beside = (
        apposed_to(parsed, index, scene=scene)
        or gapped(case, scene=scene)
        or (holds_alone(parsed, index, scene=scene) if _has_before(parsed, index) else None)
    )
    if beside is not None:
        return Found(entity=beside, rule="B1", own=True)
    rules: tuple[tuple[str, Callable[[], Entity | None]], ...] = (
        ("B2", lambda: of_relative(case, scene=scene)),
        ("B2", lambda: of_which(case, scene=scene)),
        ("B2", lambda: parted(case, scene=scene)),
        ("B1", lambda: went_to(case, scene=scene)),
        ("B1", lambda: recipient(case, scene=scene)),
        ("B1", lambda: holder(parsed, index, scene=scene)),
        ("B1", lambda: _owner_behind(parsed, index, scene=scene)),
        ("B1", lambda: _ranked(parsed, index, scene=scene)),
        ("B1", lambda: modified(parsed, index, scene=scene)),
        ("B2", lambda: _owner_before(parsed, index, scene=scene)),
        ("B4", lambda: share_in(case, scene=scene)),
        ("B2", lambda: of_object(case, scene=scene)),
        ("B4", lambda: counted_in(case, scene=scene)),
        ("B4", lambda: worked_for(case, scene=scene)),
        ("B4", lambda: where_told(case, scene=scene)),
        ("B3", lambda: _placed(case, scene=scene)),
        ("B3", lambda: _of_predicate(case, named_by, scene=scene)),
        ("B2", lambda: _named_by(case, named_by, scene=scene)),
        ("B3", lambda: _of_verb(case, scene=scene)),
        ("B3", lambda: doer(case, scene=scene)),
        ("B3", lambda: _thing(case, scene=scene)),
        ("B3", lambda: of_teller(case, scene=scene)),
        ("B2", lambda: enlarged(case, scene=scene)),
        ("B3", lambda: opened(case, scene=scene)),
        ("B3", lambda: agent(case, scene=scene)),
        ("B4", lambda: where(case, scene=scene)),
        ("B2", lambda: _of_whole(case, scene=scene)),
        ("B3", lambda: _main_subject(case, scene=scene)),
        ("B4", lambda: local(case, scene=scene)),
    )
    for rule, find in rules:
        entity = find()
        if entity is not None:
            return Found(entity=entity, rule=rule)
    return None


def compared_with(case: Case, *, scene: Scene) -> Found | None:
    """Whom a figure is of that another is compared with: "against 5 percent in Ningbo", "a national average of"."""
    parsed, index = case.parsed, case.index
    if case.word(-1) == "of" and index > 1:
        noun = Phrase(index - 2, index - 1)
        against = case.word(-3) in _AGAINST
        entity = entity_in(parsed, noun, scene=scene) if against else reach_of_noun(parsed, index - 2, scene=scene)
        return Found(entity=entity, rule="B2") if entity is not None else None
    if not _is_compared(case) or case.word(1) not in {"in", "for", "at"} or index + 2 >= len(parsed.chunks):
        return None
    entity = next(entities_of(parsed, index + 2, scene=scene), None)
    return Found(entity=entity, rule="B4") if entity is not None and entity.kind in SUBJECT_KINDS else None


def _is_compared(case: Case) -> bool:
    """Whether an amount is one that another is compared with: "against 2 percent in Oslo and 4 percent in Seoul"."""
    if case.word(-1) in _AGAINST:
        return True
    parsed = case.parsed
    if case.word(-1) not in {"and", ","} or not _has_before(parsed, case.index):
        return False
    last = next(at for at in range(case.index - 1, -1, -1) if parsed.chunks[at].amount is not None)
    is_verb = any(parsed.chunks[at].verb is not None for at in range(last, case.index))
    return last > 0 and not is_verb and parsed.lower(last - 1) in _AGAINST - {"to", "from"}


def is_part(parsed: Parsed, index: int) -> bool:
    """Whether an amount counts a part of the one before: "500 firms, including 40 in Pudong and 30 in Minhang"."""
    for at in parsed.back_from(index):
        chunk = parsed.chunks[at]
        if parsed.lower(at) == "including":
            return any(each.kind is Kind.AMOUNT for each in parsed.chunks[:at])
        if chunk.kind in {Kind.SUBORDINATOR, Kind.VERB} or parsed.lower(at) in {";", ":"}:
            return False
    return False


def _has_before(parsed: Parsed, index: int) -> bool:
    """Whether another amount stands before one in its sentence, which it may only add to."""
    return any(chunk.amount is not None for chunk in parsed.chunks[:index])


def _named_by(case: Case, phrase: Phrase | None, *, scene: Scene) -> Entity | None:
    """Whom the phrase that names the amount speaks of, unless that is who foresees it for others."""
    entity = entity_in(case.parsed, phrase, scene=scene) if phrase is not None else None
    only_foresees = phrase == case.governor.subject and _observes(case.group, entity)
    return None if only_foresees else entity


def _observes(group: VerbGroup | None, entity: Entity | None) -> bool:
    """Whether a body expects what others will do: a ministry that expects growth is not what grows."""
    if group is None or entity is None or entity.kind is not NameKind.ORGANIZATION or entity.detail not in _OBSERVERS:
        return False
    return group.has("foresee") and not group.passive


def _of_verb(case: Case, *, scene: Scene) -> Entity | None:
    """The subject of the verb, unless that only surveys: who counts startups is not who has them.

    A person stands for the body where they hold a role.
    """
    parsed, subject, group = case.parsed, case.governor.subject, case.group
    if subject is None:
        return None
    entity = entity_in(parsed, subject, scene=scene)
    tells = group is not None and (group.has("report") or group.has("foresee"))
    if entity is None and not tells:
        return _person_in(parsed, subject, scene=scene)
    return None if _surveys(case, entity) or _observes(group, entity) else entity


def _surveys(case: Case, entity: Entity | None) -> bool:
    """Whether a body only tells of what others have: it puts a number at so much; a company records its own sales."""
    group = case.group
    if group is None or group.passive or entity is None or entity.kind is not NameKind.ORGANIZATION:
        return False
    if group.has("report"):
        return True
    if not group.has("survey") or (group.has("measure") and entity.detail == "company"):
        return False
    return not group.has("cause") or case.word(-1) == "at"


def _person_in(parsed: Parsed, phrase: Phrase, *, scene: Scene) -> Entity | None:
    """The body of the person that a phrase names or points back to: "she has 64 people on the payroll"."""
    chunk = parsed.chunks[phrase.first]
    token = parsed.tagged.tokens[chunk.first]
    named = (scene.entities.at(name.span) for name in parsed.names if name.last == chunk.last)
    person = next((each for each in named if each is not None), None)
    if token.lower in {"he", "she"}:
        person = scene.refer(token.lower, before=token.start)
    if person is None or person.kind is not NameKind.PERSON:
        return None
    return scene.body_of(person) or scene.governed_by(person)


def _thing(case: Case, *, scene: Scene) -> Entity | None:
    """As in "the plant employs 1,800 people": a thing without a name that is the subject of the verb."""
    subject = case.governor.subject
    if subject is None or (case.group is not None and case.group.has("report")):
        return None
    parsed = case.parsed
    if any(parsed.lower(at) == "which" for at in range(subject.last, min(subject.last + 2, len(parsed.chunks)))):
        return thing_at(parsed, subject.last - 1, scene=scene)  # "construction of the campus, which covers"
    if subject.first > 0 and parsed.chunks[subject.first - 1].kind is Kind.PREPOSITION:
        return None  # "plates in the road that charge"
    return thing_at(parsed, subject.first, scene=scene) or parted_thing(parsed, subject.first, scene=scene, new=True)


def _placed(case: Case, *, scene: Scene) -> Entity | None:
    """As in "A campus in Ningbo holds 300 people": the thing that is the subject of the verb, rather than its place."""
    subject, group = case.governor.subject, case.group
    if subject is None or group is None or group.has("report"):
        return None
    thing = placed_thing(case.parsed, subject.first, subject.last, scene=scene)
    if thing is not None and subject.first > 1 and case.parsed.lower(subject.first - 1) == ",":
        return name_alone(case.parsed, subject.first - 2, scene=scene) or thing  # "Acme Hub, a campus in Ningbo that"
    return thing


def _of_predicate(case: Case, named_by: Phrase | None, *, scene: Scene) -> Entity | None:
    """As in "Acme became the city's first firm worth 5 billion yuan": the subject, not who the predicate names."""
    group, verb = case.group, case.governor.verb
    if verb is None or group is None or group.lemma not in _COPULAS or group.passive or case.governor.is_subject:
        return None
    is_predicate = named_by != case.governor.subject and case.parsed.chunks[verb + 1].kind is Kind.NOUN
    return _of_verb(case, scene=scene) if is_predicate else None


def _owner_behind(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "200 megawatts of Stargate": what an amount is an amount of, if that is a name and it no share."""
    amount = parsed.chunks[index].amount
    if amount is None or index + 2 >= len(parsed.chunks) or parsed.lower(index + 1) != "of":
        return None
    if str(amount.quantity.unit) in {"%", "1"} or amount.quantity.unit.is_money:
        return None
    chunk = parsed.chunks[index + 2]
    named = [name for name in parsed.names if name.first <= chunk.first + 1 and name.last == chunk.last]
    entity = scene.entities.at(named[0].span) if named else None
    return entity if entity is not None and entity.kind in SUBJECT_KINDS else None


def _of_whole(case: Case, *, scene: Scene) -> Entity | None:
    """As in "services made up 60 percent of the city's GDP": the owner of the whole, where the part has none."""
    if not case.is_ratio or case.word(1) != "of":
        return None
    if case.word(2) == "the" and case.index + 3 < len(case.parsed.chunks) and case.parsed.chunks[case.index + 3].amount:
        return counted_in(evolve(case, index=case.index + 3), scene=scene)
    phrase = phrase_from(case.parsed, case.index + 2)
    if phrase is None or case.word(2) in {"it", "them", "these", "those"}:
        return None
    first = Phrase(phrase.first, phrase.first + 1)
    owner = owner_of(case.parsed, first, scene=scene)
    return owner or next(by_adjective(case.parsed, phrase.first, scene=scene), None)


def _ranked(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "the list placed Hong Kong 36th": whom a rank is given to stands between the verb and the rank."""
    amount = parsed.chunks[index].amount
    at = index - 1
    while at > 0 and parsed.chunks[at].kind is Kind.ADVERB:
        at -= 1
    if amount is None or amount.form is not Form.RANK or at < 1 or parsed.chunks[at - 1].verb is None:
        return None
    return next(entities_of(parsed, at, scene=scene.behind_verb), None)


def _owner_before(parsed: Parsed, index: int, *, scene: Scene) -> Entity | None:
    """As in "Shanghai's 394 firms": the owner stands right before the amount."""
    if index == 0 or parsed.chunks[index - 1].kind is not Kind.NOUN:
        return None
    chunk = parsed.chunks[index - 1]
    if not {t.GENITIVE, t.POSSESSIVE} & set(parsed.tagged.tags[chunk.first : chunk.last]):
        return None
    return owner_of(parsed, Phrase(index - 1, index), scene=scene)


def _main_subject(case: Case, *, scene: Scene) -> Entity | None:
    """The subject of the sentence's first finite verb that has one."""
    parsed = case.parsed
    for at in range(case.index, -1, -1):
        group = parsed.chunks[at].verb
        if group is not None and group.tense in FINITE and not (group.has("report") or group.has("survey")):
            phrase = subject_of(parsed, at)
            is_main = at == case.governor.verb or not is_subordinate(parsed, at)
            if is_main and phrase is not None and not is_in_contact_clause(parsed, phrase):
                found = entity_in(parsed, phrase, scene=scene)
                if found is not None:
                    return found
    return None
