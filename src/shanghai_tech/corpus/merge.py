"""Records of many articles → the merged view: what several articles tell is one record, with evidence from each.

It is a function of the set of records alone. A merged record has the id of its first telling, and the ids of all its
tellings lead to it. Subjects, participants and places are spelled with the best name of what they name, in all records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, field, frozen

from shanghai_tech.corpus import facts, initiatives, organizations
from shanghai_tech.corpus.canon import Order
from shanghai_tech.corpus.identity import identity_of
from shanghai_tech.corpus.passages import Texts
from shanghai_tech.model import Initiative, Metric, Organization, Record, Target, record_id

_R = TypeVar("_R", bound=Record)
_F = TypeVar("_F", Metric, Target)


@frozen(kw_only=True, eq=False)
class Merged:
    """The merged records in order, by the id of any telling, and by each article that they have evidence from."""

    records: tuple[Record, ...]
    by_id: Mapping[str, Record]
    by_article: Mapping[str, tuple[Record, ...]]


def merged(told: Sequence[Record], order: Order, *, keys: Mapping[str, tuple[str, ...]], texts: Texts) -> Merged:
    """The merged view of records in order; `keys` are those of the names in them, `texts` those of articles by id."""
    named = _of(told, Organization)
    bodies = [[named[at] for at in group] for group in organizations.same_bodies(named, keys)]
    identity = identity_of(told, bodies, keys)
    made = _Made(order)
    for body in bodies:
        made.add(body, organizations.united(body))
    for undertaking in initiatives.same_initiatives(_of(told, Initiative), identity, texts):
        made.add(undertaking, initiatives.united(undertaking, identity))
    for metric in facts.same_facts(_of(told, Metric), identity, texts):
        made.add(metric, made.linked(facts.united(metric, identity)))
    for target in facts.same_facts(_of(told, Target), identity, texts):
        made.add(target, made.linked(facts.united(target, identity)))
    records = tuple(sorted(made.records, key=order.of_record))
    return Merged(records=records, by_id=made.by_id, by_article=_by_article(records))


def _of(told: Iterable[Record], kind: type[_R]) -> list[_R]:
    return [record for record in told if isinstance(record, kind)]


@frozen
class _Made:
    """The records made so far. An id that several would have leads to the first of them."""

    order: Order
    records: list[Record] = field(factory=list[Record])
    by_id: dict[str, Record] = field(factory=dict[str, Record])
    numbers: dict[str, int] = field(factory=dict[str, int])

    def add(self, told: Sequence[Record], together: Record) -> None:
        """Add the record of some tellings, with its id and the evidence of all of them."""
        evidence = {each for record in told for each in record.evidence}
        made = evolve(together, id=self._own_id(told[0]), evidence=tuple(sorted(evidence, key=self.order.of_evidence)))
        self.records.append(made)
        for record in (made, *told):
            self.by_id.setdefault(record.id, made)

    def _own_id(self, first: Record) -> str:
        """The id of the first telling; where other readings of the same words have it, one made from it."""
        own = first.id
        while own in self.by_id:
            number = self.numbers[first.id] = self.numbers.get(first.id, 1) + 1
            own = record_id(type(first).__name__.lower(), first.id, number)
        return own

    def linked(self, fact: _F) -> _F:
        """A fact that points to the merged initiative."""
        initiative = self.by_id.get(fact.initiative or "")
        return evolve(fact, initiative=initiative.id) if isinstance(initiative, Initiative) else fact


def _by_article(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """The records of each article, in the order in which they stand in it."""
    found: dict[str, dict[int, tuple[tuple[int, int], Record]]] = {}
    for at, record in enumerate(records):
        for each in record.evidence:
            found.setdefault(each.article, {}).setdefault(at, ((each.start, each.end), record))
    return {
        article: tuple(record for _, record in sorted(told.values(), key=lambda each: each[0]))
        for article, told in found.items()
    }
