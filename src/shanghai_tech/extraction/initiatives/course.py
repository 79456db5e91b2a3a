"""How far an undertaking has come, and when and where its act takes place."""

from __future__ import annotations

from datetime import date
from typing import Final

from shanghai_tech.errors import InvalidText
from shanghai_tech.extraction.facts.phrases import place_at
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.mentions.mention import PeriodMention, Relation
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind, Period, Status

#: An act takes place within a year; what lasts longer is how long the undertaking does.
_LONGEST_ACT: Final = 366
_GOES_ON: Final = frozenset({InitiativeKind.PROGRAM, InitiativeKind.ZONE})
_GOODS: Final = frozenset({InitiativeKind.PRODUCT, InitiativeKind.DEPLOYMENT})
_THINGS: Final = frozenset({InitiativeKind.PRODUCT, InitiativeKind.DEPLOYMENT, InitiativeKind.FACILITY})
_ONCE: Final = frozenset({InitiativeKind.LISTING, InitiativeKind.INVESTMENT})
_PAST: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PARTICIPLE})
_PAPERS: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.POLICY})
_FARTHEST: Final = 12


def status_of(parsed: Parsed, deed: Deed, *, period: Period | None, published: date | None) -> Status:
    """How far an undertaking has come, from the tense of its act, what act it is, and when it takes place."""
    if period is not None and published is not None and period.start is not None and period.start > published:
        return Status.PLANNED
    if deed.rule == "D5":
        return _of_name(deed, period=period)
    tense = _tense(parsed, deed)
    if _lies_ahead(parsed, deed, tense=tense):
        return Status.PLANNED
    if tense is None and period is not None:
        return Status.COMPLETED if _is_over(period, published) else Status.PLANNED
    return _of_act(parsed, deed, tense=tense)


def _tense(parsed: Parsed, deed: Deed) -> Tense | None:
    """The tense of an act; none of the noun of an act."""
    if deed.group is not None and deed.group.tense is Tense.GERUND and parsed.lower(deed.verb).startswith("having "):
        return Tense.PERFECT
    return deed.group.tense if deed.group is not None else None


def _lies_ahead(parsed: Parsed, deed: Deed, *, tense: Tense | None) -> bool:
    """Whether an act is intended, or depends on a verb that intends it."""
    group = deed.group
    if group is not None and (group.intends or tense in {Tense.FUTURE, Tense.INFINITIVE}):
        return True
    if deed.act is not None and deed.act.stage == "plan":
        return True
    tags = set(_tags(parsed, deed.verb))
    if group is not None and {t.BE, t.TO} <= tags and t.GERUND not in tags:
        return True  # "has been chosen to build", but not "has been trying to sign"
    return tense in {None, Tense.GERUND} and (_leads(parsed, deed.verb) or _is_planned(parsed, deed))


def _of_act(parsed: Parsed, deed: Deed, *, tense: Tense | None) -> Status:
    """How far an undertaking is by what is or was done to it."""
    stage = deed.act.stage if deed.act is not None else ""
    if deed.kind is InitiativeKind.PARTNERSHIP and deed.group is not None and _goes_on(parsed, deed.verb):
        return Status.UNDERWAY
    if stage == "announce" and not (deed.kind in _GOODS and tense in _PAST):
        return Status.ANNOUNCED
    return Status.UNDERWAY if tense in {None, Tense.GERUND, Tense.PRESENT} else _of_past(deed, stage)


def _is_over(period: Period, published: date | None) -> bool:
    return published is None or (period.end is not None and period.end <= published)


def _goes_on(parsed: Parsed, at: int) -> bool:
    """Whether the verb is in a progressive form: "are teaming up", "have been scrambling to sign"."""
    return {t.BE, t.GERUND} <= set(_tags(parsed, at))


def _tags(parsed: Parsed, at: int) -> tuple[str, ...]:
    chunk = parsed.chunks[at]
    return parsed.tagged.tags[chunk.first : chunk.last]


def _of_past(deed: Deed, stage: str) -> Status:
    if deed.kind is InitiativeKind.PARTNERSHIP:
        return Status.ANNOUNCED
    if stage in {"begin", "run"} or deed.kind in _GOES_ON:
        return Status.UNDERWAY
    return Status.ANNOUNCED if deed.kind in _PAPERS else Status.COMPLETED


def _of_name(deed: Deed, *, period: Period | None) -> Status:
    """What is only named goes on, unless it is an event: that was or will be."""
    ahead = deed.group is not None and deed.group.intends
    if deed.kind is InitiativeKind.EVENT:
        return Status.PLANNED if ahead and period is None else Status.COMPLETED
    if deed.kind in _ONCE and period is not None:
        return Status.COMPLETED
    return Status.PLANNED if ahead and deed.kind in _THINGS else Status.UNDERWAY


def _leads(parsed: Parsed, at: int) -> bool:
    """Whether the verb that an act depends on is an intention."""
    for index in range(at - 1, -1, -1):
        group = parsed.chunks[index].verb
        if group is not None and group.tense in FINITE:
            return group.intends
    return False


def _is_planned(parsed: Parsed, deed: Deed) -> bool:
    """Whether the verb behind the noun of an act says that it is to come: "the opening of a lab is planned for May"."""
    group = None
    for at in range(deed.last + 1, min(len(parsed.chunks), deed.last + _FARTHEST)):
        group = parsed.chunks[at].verb
        if group is not None or parsed.chunks[at].kind in {Kind.MARK, Kind.SUBORDINATOR}:
            break
    return group is not None and group.tense in FINITE and (group.intends or (group.passive and group.has("commit")))


# ---------------------------------------------------------------- when and where


def period_of(parsed: Parsed, deed: Deed) -> Period | None:
    """When the act takes place: the next time behind it in its clause, else the one that its clause begins with."""
    start = deed.last if deed.rule in {"D4", "D5"} else deed.verb
    found = _behind(parsed, start)
    if found is None and deed.rule != "D5":
        found = _before(parsed, deed.first, verbs=1 if deed.rule == "D4" else 0)
    return _of_start(parsed, found) if found is not None else None


def _of_start(parsed: Parsed, time: PeriodMention) -> Period | None:
    """The period of a time; of "from September" the month in which it begins."""
    period = time.period
    if period is None or period.end is not None or not parsed.tagged.text.startswith("from", time.span.start):
        return period
    try:
        return Period.parse(time.timex)
    except InvalidText:
        return period


def _behind(parsed: Parsed, start: int) -> PeriodMention | None:
    """The next time in the clause that is not what a plan is for."""
    for at in range(start + 1, min(len(parsed.chunks), start + _FARTHEST)):
        chunk = parsed.chunks[at]
        if chunk.time is not None and chunk.kind is Kind.TIME:
            if not _is_for(parsed, at):
                return chunk.time if _is_of_act(parsed, at) else None
        elif _ends_clause(parsed, at):
            return None
    return None


def _ends_clause(parsed: Parsed, at: int) -> bool:
    chunk = parsed.chunks[at]
    if chunk.verb is not None:
        return chunk.verb.tense in FINITE | {Tense.INFINITIVE}
    joins = parsed.lower(at) == "," and at + 1 < len(parsed.chunks) and parsed.chunks[at + 1].kind is Kind.CONJUNCTION
    return joins or chunk.kind is Kind.SUBORDINATOR or parsed.lower(at) in {";", ":"}


def _before(parsed: Parsed, first: int, *, verbs: int) -> PeriodMention | None:
    """The time before an act, with no more verbs between than those that the act depends on."""
    for at in range(first - 1, -1, -1):
        chunk = parsed.chunks[at]
        if chunk.time is not None and chunk.kind is Kind.TIME:
            return chunk.time if _is_of_act(parsed, at) else None
        verbs -= chunk.verb is not None
        if verbs < 0 or parsed.lower(at) in {";", ":"}:
            return None
    return None


def _is_of_act(parsed: Parsed, at: int) -> bool:
    """Whether a time tells a day, month or year of an act, not a date that it is due by or a stretch of years."""
    time = parsed.chunks[at].time
    period = time.period if time is not None else None
    if time is None or period is None or time.compares or time.relation is Relation.BY or _is_for(parsed, at):
        return False
    start, end = period.start, period.end
    return start is None or end is None or (end - start).days <= _LONGEST_ACT


def _is_for(parsed: Parsed, at: int) -> bool:
    """Whether a time is what a plan is for: "a blueprint for 2025"."""
    return parsed.lower(at).split()[0] in {"for", "until", "through"}


def place_of(parsed: Parsed, deed: Deed, *, scene: Scene) -> str | None:
    """The place that a preposition behind the act leads to."""
    for at in range(deed.first, min(len(parsed.chunks) - 1, deed.last + _FARTHEST)):
        if at > deed.last and parsed.chunks[at].kind in {Kind.SUBORDINATOR, Kind.VERB}:
            break
        if parsed.lower(at) in {"in", "at", "near"}:
            found = place_at(parsed, at, scene=scene)
            if found is not None and found.kind is NameKind.PLACE:
                return found.name
    return None
