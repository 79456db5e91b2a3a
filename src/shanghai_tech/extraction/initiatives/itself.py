"""D3: acts that are undertakings by themselves, by what stands behind the verb.

"invested 5 billion yuan in", "raised 5 billion yuan", "acquired a stake", "teamed up with", "was listed on"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from shanghai_tech.extraction.facts.phrases import head_of
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import subject_of
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.initiatives.acts import Told, by_whom
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.undertakings import Sight, Undertaking
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.model import InitiativeKind

#: Prepositions between the act and what it is done to: "invest in", "listed on"; and those that say what money is for.
_LEADS: Final = frozenset({"in", "into", "on", "with", "to", "for", "at"})
_FOR: Final = frozenset({"in", "into", "on", "for", "to"})
_ROUNDS: Final = frozenset({"own-money", "money-by-round"})
_BODIES: Final = frozenset({NameKind.ORGANIZATION, NameKind.OTHER})
_SITES: Final = frozenset({InitiativeKind.FACILITY, InitiativeKind.ZONE})
#: What may be sold or let besides what undertakings are called.
_GROUNDS: Final = frozenset({"property", "land", "plot", "premises"})
_ROOMS: Final = frozenset({"floor", "floors", "space", "storey", "storeys", "desk", "desks", "rooms", "premises"})
_AREAS: Final = frozenset({"m2", "ha", "[sft_i]", "[ft_i]2", "[acr_us]"})
_FARTHEST: Final = 6
_NEAR: Final = 2


def by_itself(sight: Sight, told: Told) -> Iterator[Deed]:
    """The deed, with the undertaking that it leads to where one is told: "invested in a lab"."""
    if not _takes(sight, told) or _is_aside(sight, told):
        return
    offered = _round(sight, told)
    if offered is not None:
        yield Deed(rule="D2", verb=told.at, act=told.act, kind=offered.kind, what=offered, actor=None, group=told.group)
        return
    kind, what = InitiativeKind(told.act.kind), _leads_to(sight, told)
    if what is not None and what.kind is InitiativeKind.LISTING:
        kind = what.kind  # money raised by going public
    by_agent = told.group.passive and kind is not InitiativeKind.LISTING
    actor = by_whom(sight.parsed, told.at) if by_agent else subject_of(sight.parsed, told.at)
    yield Deed(
        rule="D3",
        verb=told.at,
        act=told.act,
        kind=kind,
        what=what,
        actor=actor,
        group=told.group,
        behind=told.behind,
    )


def _is_aside(sight: Sight, told: Told) -> bool:
    """Whether money is only told beside another act: "was listed in May, raising 5 million", "what it has raised"."""
    if told.act.takes != "own-money":
        return False
    subject = subject_of(sight.parsed, told.at)
    asked = subject is not None and subject.first > 0 and sight.parsed.lower(subject.first - 1) == "what"
    return asked or (told.group.tense is Tense.GERUND and any(sight.is_finite(at) for at in range(told.at)))


def _round(sight: Sight, told: Told) -> Undertaking | None:
    """The offering or round that brings the money: "its IPO raised 5 million euros"."""
    subject = subject_of(sight.parsed, told.at) if told.act.takes in _ROUNDS else None
    for at in range(subject.first, subject.last) if subject is not None else ():
        found = sight.undertaking_at(at)
        if found is not None and found.kind in {InitiativeKind.LISTING, InitiativeKind.INVESTMENT}:
            return found
    return None


def _leads_to(sight: Sight, told: Told) -> Undertaking | None:
    for at in range(told.behind, min(told.behind + _FARTHEST, len(sight.parsed.chunks) - 1)):
        if sight.parsed.chunks[at].kind in {Kind.VERB, Kind.SUBORDINATOR}:
            return None
        if sight.parsed.lower(at) in _LEADS:
            for found in sight.objects_from(at + 1):
                if not found.many and found.entity is None:
                    return found
    return None


def _takes(sight: Sight, told: Told) -> bool:
    """Whether what the act takes stands behind the verb."""
    rest = range(told.behind, min(told.behind + _FARTHEST - 1, len(sight.parsed.chunks)))
    check = _CHECKS.get(told.act.takes)
    return check is None or check(sight, told, rest)


def _takes_market(sight: Sight, _: Told, rest: range) -> bool:
    return any(sight.parsed.lower(at - 1) in {"on", "in"} and _is_market(sight, at) for at in rest)


def _takes_partner(sight: Sight, told: Told, rest: range) -> bool:
    return any(sight.parsed.lower(at) == "with" for at in rest) or _are_several(sight, told.at)


def _takes_body(sight: Sight, told: Told, rest: range) -> bool:
    """Whether a body, a share of one, or a building changes hands."""
    stake = any(sight.parsed.lower(at).endswith("stake") for at in rest)
    return not told.group.passive and (stake or any(_is_body(sight, at) or _is_premises(sight, at) for at in rest[:3]))


def _takes_premises(sight: Sight, told: Told, rest: range) -> bool:
    return not told.group.passive and _has_premises(sight, rest) and _subject_is_body(sight, told.at)


def _is_rule(sight: Sight, told: Told, _: range) -> bool:
    return not told.group.passive and sight.is_finite(told.at) and _subject_governs(sight, told.at)


def _takes_money(sight: Sight, told: Told, rest: range) -> bool:
    return _has_money(sight, rest) or _is_of_money(sight, told)


def _takes_money_for(sight: Sight, told: Told, rest: range) -> bool:
    is_for = any(sight.parsed.lower(at) in _FOR for at in rest)
    return is_for and _takes_money(sight, told, rest) and not _is_budget(sight, told)


def _takes_round(sight: Sight, told: Told, rest: range) -> bool:
    return _has_money(sight, rest) and _round(sight, told) is not None


def _takes_own_money(sight: Sight, told: Told, rest: range) -> bool:
    return _has_money(sight, rest) and _subject_is_body(sight, told.at)


def _is_budget(sight: Sight, told: Told) -> bool:
    """Whether money is told as a figure only: what was spent, and what a place spends on no undertaking."""
    if told.act.id == "spend" and told.group.tense in {Tense.PAST, Tense.PERFECT}:
        return True
    subject = subject_of(sight.parsed, told.at)
    entity = head_of(sight.parsed, subject, scene=sight.scene) if subject is not None else None
    return entity is not None and entity.kind is NameKind.PLACE and _leads_to(sight, told) is None


def _has_money(sight: Sight, rest: range) -> bool:
    """Whether money stands there that is spent once: what is spent a year or on each of many is no undertaking."""
    units = (amount.quantity.unit for at in rest if (amount := sight.parsed.chunks[at].amount) is not None)
    return any(unit.is_money and not unit.per for unit in units)


def _is_premises(sight: Sight, at: int) -> bool:
    """Whether a chunk names one building or site that may change hands: "its campus", "the waterfront property"."""
    chunk = sight.parsed.chunks[at]
    if chunk.kind is not Kind.NOUN:
        return False
    found = sight.undertaking_at(at)
    if found is not None:
        return found.kind in _SITES and not found.many and not found.is_body
    return sight.parsed.lower(at).split()[-1] in _GROUNDS


def _has_premises(sight: Sight, rest: range) -> bool:
    """Whether rooms stand right behind the verb: "3,000 square metres", "four floors", "office space"."""
    for at in rest[:2]:
        chunk = sight.parsed.chunks[at]
        if chunk.amount is not None:
            unit = chunk.amount.quantity.unit
            noun = str(unit).strip("{}").rpartition(" ")[2]
            return str(unit) in _AREAS or noun in _ROOMS
        if chunk.kind is Kind.NOUN and sight.parsed.lower(at).split()[-1] in _ROOMS:
            return True
    return False


def _is_paid(sight: Sight, told: Told, _: range) -> bool:
    """Whether the subject is money, and what it goes to has a name: "3 million euros is for the Lumi Foundation"."""
    subject = subject_of(sight.parsed, told.at)
    if subject is None or not _has_money(sight, range(subject.first, subject.last)):
        return False
    for at in range(told.behind, min(told.behind + _NEAR, len(sight.parsed.chunks))):
        entity, found = sight.name_at(at), sight.undertaking_at(at)
        if entity is not None and entity.kind in _BODIES:
            return True
        if found is not None and not found.many:
            return True
    return False


def _is_body(sight: Sight, at: int) -> bool:
    entity = sight.name_at(at)
    return entity is not None and entity.kind in _BODIES and (entity.kind is NameKind.ORGANIZATION or not entity.detail)


def _is_of_money(sight: Sight, told: Told) -> bool:
    """Whether it is done to the money before it: "5 million euros has been set aside for the park"."""
    before = range(max(0, told.at - _NEAR), told.at)
    return told.group.passive and before.stop > 0 and _has_money(sight, before)


def _subject_is_body(sight: Sight, verb: int) -> bool:
    subject = subject_of(sight.parsed, verb)
    entity = head_of(sight.parsed, subject, scene=sight.scene) if subject is not None else None
    return entity is not None and entity.kind is not NameKind.PLACE


def _subject_governs(sight: Sight, verb: int) -> bool:
    """Whether a place or a government acts."""
    subject = subject_of(sight.parsed, verb)
    entity = head_of(sight.parsed, subject, scene=sight.scene) if subject is not None else None
    return entity is not None and (entity.kind is NameKind.PLACE or entity.detail == "government")


def _is_market(sight: Sight, at: int) -> bool:
    """Whether a chunk names an exchange or a board of one, or describes it: "the main board"."""
    entity, knowledge = sight.name_at(at), sight.scene.entities.knowledge
    if entity is not None:
        return entity.detail == "exchange"
    head = knowledge.head(sight.parsed.lower(at).split()[-1]) if knowledge is not None else None
    return sight.parsed.chunks[at].kind is Kind.NOUN and head is not None and head.id in {"board", "market", "exchange"}


def _are_several(sight: Sight, verb: int) -> bool:
    subject = subject_of(sight.parsed, verb)
    return subject is not None and any(sight.parsed.lower(at) == "and" for at in range(subject.first, subject.last))


_CHECKS: Final[Mapping[str, Callable[[Sight, Told, range], bool]]] = {
    "market": _takes_market,
    "partner": _takes_partner,
    "body": _takes_body,
    "premises": _takes_premises,
    "rule": _is_rule,
    "money": _takes_money,
    "money-for": _takes_money_for,
    "money-before": _is_paid,
    "money-by-round": _takes_round,
    "own-money": _takes_own_money,
}
