"""Acts that are done to undertakings.

D1 an actor does it: "Intel opened a lab"
D2 it is done, or the undertaking does it by itself: "a plan was released", "a lab opened by Intel", "the lab will open"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_before, subject_of
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.initiatives.acts import Told, by_whom
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.phrases import words_of
from shanghai_tech.extraction.initiatives.undertakings import Sight, Undertaking
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind
from shanghai_tech.vocabulary.word_entries import Act

#: What counts as one undertaking even where it is told in the plural.
_TOGETHER: Final = frozenset({InitiativeKind.POLICY, InitiativeKind.PARTNERSHIP, InitiativeKind.INVESTMENT})
#: What may be told in the plural where an actor does it: "offers free upgrades".
_IN_PLURAL: Final = frozenset({InitiativeKind.DEPLOYMENT, InitiativeKind.PRODUCT})
_BETWEEN: Final = frozenset({",", '"', "”", "“"})
_LAUNCHES: Final = frozenset({"launch", "start", "begin", "run", "set up", "found"})
_INSERTED: Final = 8


def done_to(sight: Sight, told: Told) -> Iterator[Deed]:
    """D1 and D2."""
    group = told.group
    if group.passive:
        yield from _deed(told, _of_subject(sight, told), actor=by_whom(sight.parsed, told.at))
    elif group.tense is Tense.PARTICIPLE:
        what = _of_subject(sight, told)
        passive = _deed(told, what, actor=by_whom(sight.parsed, told.at))
        yield from passive or _of_active(sight, told)
    else:
        yield from _of_active(sight, told)


def fits(act: Act, what: Undertaking) -> bool:
    """Whether an act may be done to an undertaking; several are one only where they are decided together."""
    together = what.kind in _TOGETHER or (what.kind is InitiativeKind.DEPLOYMENT and act.stage != "plan")
    return (not act.of or what.kind.value in act.of) and (not what.many or together)


def _deed(told: Told, what: Undertaking | None, *, actor: Phrase | None) -> list[Deed]:
    """D2, where the act fits."""
    if what is None or not fits(told.act, what):
        return []
    return [Deed(rule="D2", verb=told.at, act=told.act, kind=what.kind, what=what, actor=actor, group=told.group)]


def _of_active(sight: Sight, told: Told) -> Iterator[Deed]:
    """D1; D2 where the verb has no object: the undertaking does it, or is what a relative clause hangs on."""
    parsed, act = sight.parsed, told.act
    subject = subject_of(parsed, told.at)
    objects = _objects(sight, told)
    for what in objects:
        yield Deed(rule="D1", verb=told.at, act=act, kind=what.kind, what=what, actor=subject, group=told.group)
    if objects or _has_object(parsed, told.behind):
        return
    antecedent = _antecedent(sight, subject, begins=act.id in _LAUNCHES)
    if antecedent is not None and fits(act, antecedent):
        yield from _deed(told, antecedent, actor=subject)
    elif act.alone or told.group.tense is Tense.PAST:  # "issued" without an object was done to what stands before it
        yield from _deed(told, _of_subject(sight, told), actor=None)


def _objects(sight: Sight, told: Told) -> list[Undertaking]:
    """What an act is done to; a second only where it is one of its own: "a lab and a plant"."""
    start = _behind_insertion(sight.parsed, told.behind)
    found = [each for each in sight.objects_from(start) if _may_be_done(told.act, each)]
    if not found:
        by_act = _named_by_act(sight, start, act=told.act) or _tried(sight, told, start)
        return [by_act] if by_act is not None else []
    tags = sight.parsed.tagged.tags
    opens = [tags[sight.parsed.chunks[each.first].first] in {t.DETERMINER, t.POSSESSIVE} for each in found]
    return found[:1] + [each for each, own in zip(found[1:2], opens[1:2], strict=True) if own]


def _may_be_done(act: Act, what: Undertaking) -> bool:
    """Whether an act fits its object: also one in the plural without a number, as roll-outs are told."""
    in_plural = what.many and what.kind in _IN_PLURAL and not what.counted and act.stage != "begin"
    return fits(act, evolve(what, many=False) if in_plural else what)


def _named_by_act(sight: Sight, at: int, *, act: Act) -> Undertaking | None:
    """What a name that tells nothing names, where the act is done to one kind only: "will host LEAP"."""
    if len(act.of) != 1 or at >= len(sight.parsed.chunks):
        return None
    entity = sight.name_at(at)
    if entity is None or entity.kind is not NameKind.OTHER:
        return None
    kind = InitiativeKind(act.of[0])
    return Undertaking(at=at, first=at, noun=kind.value, kind=kind, name=entity.name, entity=entity)


def _is_under_trial(parsed: Parsed, told: Told) -> bool:
    """Whether a test goes on, is over or is to come: not what one may test, or tests as a rule."""
    chunk = parsed.chunks[told.at]
    tags, group = parsed.tagged.tags[chunk.first : chunk.last], told.group
    is_progressive = t.BE in tags and (t.GERUND in tags or "being" in parsed.lower(told.at).split())
    if group.passive:
        return is_progressive
    return is_progressive or group.tense in {Tense.PAST, Tense.PERFECT} or "will" in parsed.lower(told.at).split()


def _tried(sight: Sight, told: Told, at: int) -> Undertaking | None:
    """Whatever is tested or tried out: "is testing valves under the pier"."""
    if told.act.takes != "thing" or at >= len(sight.parsed.chunks) or not _is_under_trial(sight.parsed, told):
        return None
    chunk = sight.parsed.chunks[at]
    is_thing = chunk.kind is Kind.NOUN and sight.parsed.tagged.tags[chunk.last - 1] in {t.NOUN, t.NAME}
    entity = sight.name_at(at)
    if not is_thing or (entity is not None and entity.kind is not NameKind.OTHER):
        return None
    name = words_of(sight.parsed, at, at)
    kind = InitiativeKind.DEPLOYMENT
    return Undertaking(at=at, first=at, noun=name.split()[-1].lower(), kind=kind, name=name, entity=entity)


def _behind_insertion(parsed: Parsed, at: int) -> int:
    """The chunk behind an insertion: "is building, together with A, a plant", "opened what it calls a lab"."""
    if at < len(parsed.chunks) and parsed.lower(at) == ",":
        closing = (
            index for index in range(at + 1, min(at + _INSERTED, len(parsed.chunks))) if parsed.lower(index) == ","
        )
        return next(closing, at) + 1
    if at < len(parsed.chunks) and parsed.lower(at) == "what":
        return _behind_naming(parsed, at)
    return at


def _behind_naming(parsed: Parsed, at: int) -> int:
    """The chunk behind words that tell what something is called: "opened what is billed as the largest lab"."""
    for index in range(at + 1, min(at + _INSERTED, len(parsed.chunks) - 1)):
        group = parsed.chunks[index].verb
        if group is not None:
            return index + 1 + (parsed.lower(index + 1) == "as")
    return at


def _has_object(parsed: Parsed, behind: int) -> bool:
    """Whether a verb has another object, a clause or another verb: "started gaining", "announced that"."""
    kinds = {Kind.NOUN, Kind.VERB, Kind.AMOUNT, Kind.SUBORDINATOR}
    if behind + 1 < len(parsed.chunks) and parsed.chunks[behind].kind is Kind.TIME:
        return parsed.chunks[behind + 1].kind is Kind.SUBORDINATOR  # "announced on Thursday that"
    return behind < len(parsed.chunks) and parsed.chunks[behind].kind in kinds


# ---------------------------------------------------------------- what a verb without an object is told of


def _antecedent(sight: Sight, subject: Phrase | None, *, begins: bool) -> Undertaking | None:
    """What a relative clause with a subject of its own hangs on: "a cluster that G42 is building".

    What somebody launched and only a name tells of is a program: "Harbour Minds, which the minister launched".
    """
    if subject is None or subject.first < 2 or sight.parsed.lower(subject.first - 1) not in {"that", "which"}:
        return None
    before = subject.first - 2 - (sight.parsed.lower(subject.first - 2) == ",")
    if before < 0:
        return None
    entity = sight.name_at(before)
    if begins and entity is not None and entity.kind is NameKind.OTHER and not entity.detail:
        kind = InitiativeKind.PROGRAM
        named = Undertaking(at=before, first=before, noun=kind.value, kind=kind, name=entity.name, entity=entity)
        return sight.undertaking_at(before) or named
    return sight.undertaking_at(before)


def _called_thing(parsed: Parsed, subject: Phrase) -> list[Phrase]:
    """What the name that a subject is was given to: "a strategy called City of Things that was unveiled"."""
    for at in range(subject.first - 1, max(0, subject.first - _INSERTED), -1):
        group = parsed.chunks[at].verb
        if group is not None:
            return [Phrase(at - 1, at)] if group.has("call") else []
    return []


def _opening(sight: Sight, verb: int) -> list[Phrase]:
    """What a sentence begins with, where a verb has no other subject: "a hub able to house 300 firms will open"."""
    if any(sight.is_finite(at) for at in range(verb)) or sight.parsed.chunks[0].kind is not Kind.NOUN:
        return []
    return [Phrase(0, 1)]


def _of_subject(sight: Sight, told: Told) -> Undertaking | None:
    """The undertaking that a verb without an actor is told of.

    One that hangs on a noun takes that ("the conference held in May", "a plan, released in May"), any other the head of
    its subject, which stands before the first preposition.
    """
    parsed, verb = sight.parsed, told.at
    subject = subject_of(parsed, verb)
    phrases = [subject] if subject is not None else []
    if _is_reduced(sight, told):
        before = phrase_before(parsed, verb - (verb > 0 and parsed.lower(verb - 1) in _BETWEEN))
        near = [Phrase(before.last - 1, before.last), before] if before is not None else []
        phrases = [*near, *phrases]
    if subject is not None:
        phrases += _called_thing(parsed, subject)
    phrases += _opening(sight, verb)
    heads = (_head(sight, phrase) for phrase in phrases)
    found = next((head for head in heads if head is not None and fits(told.act, head)), None)
    if found is not None or subject is None:
        return found
    return _named_by_act(sight, subject.first, act=told.act) or _tried(sight, told, subject.first)


def _is_reduced(sight: Sight, told: Told) -> bool:
    """Whether a verb hangs on the noun before it: a bare participle, or a past form after another verb."""
    parsed, verb = sight.parsed, told.at
    if parsed.tagged.tags[parsed.chunks[verb].first] in {t.BE, t.HAVE}:
        return False
    if told.group.tense is Tense.PAST:
        return parsed.lower(verb - 1) != "," or any(sight.is_finite(at) for at in range(verb))
    return told.group.tense in {Tense.PARTICIPLE, Tense.INFINITIVE}


def _head(sight: Sight, phrase: Phrase) -> Undertaking | None:
    """The undertaking that a phrase names; of organizations only what can be opened: a laboratory, an exchange."""
    for at in range(phrase.first, phrase.last):
        if sight.parsed.chunks[at].kind is Kind.PREPOSITION and sight.parsed.lower(at) != "of":
            return None
        found = sight.undertaking_at(at)
        if found is not None and (not found.is_body or found.kind is InitiativeKind.FACILITY):
            return found
    return None
