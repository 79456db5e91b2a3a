"""The deeds of a sentence, by the rules D1 to D5, and what of them is one."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.initiatives.acts import act_at
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.done_to import done_to
from shanghai_tech.extraction.initiatives.itself import by_itself
from shanghai_tech.extraction.initiatives.named import named, of_act_noun
from shanghai_tech.extraction.initiatives.undertakings import Sight
from shanghai_tech.model import InitiativeKind


def deeds(sight: Sight) -> Iterator[Deed]:
    """The deeds of a sentence; an undertaking that an act is told of is not told again by its name."""
    told: list[Deed] = []
    for at, chunk in enumerate(sight.parsed.chunks):
        if chunk.verb is not None and not chunk.verb.negated:
            found = list(_of_verb(sight, at))
            told[-1:] = _financed(sight, told[-1:], found) if found else told[-1:]
        elif chunk.kind is Kind.NOUN and not _is_given_up(sight, at):
            told.extend(of_act_noun(sight, at))
    joint = {deed.what.at for deed in told if deed.rule == "D3" and deed.what is not None}
    acted = {deed.what.at for deed in told if deed.rule in {"D1", "D2"} and deed.what is not None}
    told = [deed for deed in told if not (_is_purpose(sight, deed) or _is_of(deed, joint) or _is_noun_of(deed, acted))]
    yield from (deed for deed in told if deed.act is None or deed.act.stage != "end")  # what is given up is none
    taken = {deed.what.at for deed in told if deed.what is not None}
    for at in range(len(sight.parsed.chunks)):
        if at not in taken:
            yield from named(sight, at)


def _is_given_up(sight: Sight, at: int) -> bool:
    """Whether the verb before a noun says that nothing will come of it: "shelved plans for a lab"."""
    before = next((index for index in range(at - 1, -1, -1) if sight.parsed.chunks[index].verb is not None), None)
    found = act_at(sight, before) if before is not None else None
    return found is not None and found.act.stage == "end"


def _is_of(deed: Deed, joint: set[int]) -> bool:
    """Whether it tells more of what a deal or an investment is in: "team up on a center, which opens in May"."""
    return deed.rule != "D3" and deed.what is not None and deed.what.at in joint


def _is_noun_of(deed: Deed, acted: set[int]) -> bool:
    """Whether a verb already tells the act that a noun tells: "announced the opening of a lab"."""
    return deed.rule == "D4" and deed.what is not None and deed.what.at in acted


def _of_verb(sight: Sight, at: int) -> Iterator[Deed]:
    found = act_at(sight, at)
    if found is None:
        return
    told = list(by_itself(sight, found)) if found.act.kind else []
    yield from told
    if not told and (found.act.of or not found.act.kind):
        yield from done_to(sight, found)


def _is_purpose(sight: Sight, deed: Deed) -> bool:
    """Whether it only tells what a deal is for: "a collaboration between A and B to build a system"."""
    if deed.group is None or deed.group.tense is not Tense.INFINITIVE:
        return False
    for at in range(deed.verb - 1, -1, -1):
        if sight.parsed.chunks[at].verb is not None:
            return False
        found = sight.undertaking_at(at)
        if found is not None and found.kind is InitiativeKind.PARTNERSHIP:
            return True
    return False


def _financed(sight: Sight, before: list[Deed], found: list[Deed]) -> list[Deed]:
    """What money is spent for is one undertaking with the spending: "will spend 5 billion yuan to build a plant"."""
    last = before[-1] if before else None
    deed = found[0]
    depends = deed.group is not None and deed.group.tense in {Tense.INFINITIVE, Tense.GERUND}
    if last is None or last.rule != "D3" or last.what is not None or not depends or deed.what is None:
        return [*before, *found]
    if any(sight.is_finite(at) or sight.parsed.lower(at) == "," for at in range(last.verb + 1, deed.verb)):
        return [*before, *found]
    return [evolve(deed, actor=last.actor, group=last.group, since=last.verb), *found[1:]]
