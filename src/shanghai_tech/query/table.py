"""Records of one kind, as they stand in a collection, and where those of a key are found."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from attrs import field, frozen

from shanghai_tech.model import Record
from shanghai_tech.query.key_fields import KeyAsked
from shanghai_tech.query.predicate import Predicate
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth

R = TypeVar("R", bound=Record)


@frozen(eq=False)
class Table(Generic[R]):
    """The records of a kind in their order; `places` are those of each key of a field, found when it is first asked."""

    kind: type[R]
    records: Sequence[R]
    setting: Setting
    places: dict[str, Mapping[Hashable, Sequence[int]]] = field(factory=dict[str, Mapping[Hashable, Sequence[int]]])

    def answer(self, asked: Sequence[tuple[Predicate[R], Truth]]) -> tuple[R, ...]:
        """The records that are at least as certain as wanted of each of some questions.

        The first that its keys decide is looked up; the others are put to what that leaves.
        """
        looked_up = next((each for each in asked if self._is_by_key(each[0])), None)
        kept = self.records if looked_up is None else self._look_up(*looked_up)
        for question, floor in asked:
            if looked_up is None or question is not looked_up[0]:
                kept = question.keep(kept, self.setting, floor=floor)
        return tuple(kept)

    def _is_by_key(self, question: Predicate[R]) -> bool:
        return isinstance(question, KeyAsked) and question.keyed.keys_decide

    def _look_up(self, question: Predicate[R], floor: Truth) -> Sequence[R]:
        if floor is Truth.IMPOSSIBLE or not isinstance(question, KeyAsked):
            return self.records
        places = self._places_of(question)
        wanted: frozenset[Hashable] = question.keys(self.setting)
        if floor is Truth.POSSIBLE:
            wanted |= {None}
        found = [places[key] for key in wanted if key in places]
        if len(found) == 1:
            return [self.records[at] for at in found[0]]
        return [self.records[at] for at in sorted(set[int]().union(*found))]

    def _places_of(self, question: KeyAsked[R]) -> Mapping[Hashable, Sequence[int]]:
        """Where the records of each key of a field are; those that may tell more are under None."""
        name = question.of.name
        if name not in self.places:
            self.places[name] = self._sorted_by(question)
        return self.places[name]

    def _sorted_by(self, question: KeyAsked[R]) -> Mapping[Hashable, Sequence[int]]:
        places: dict[Hashable, list[int]] = {}
        one = question.of.values.one
        if one is None:
            for at, record in enumerate(self.records):
                for key in dict.fromkeys(question.keyed.keys(record, self.setting)):
                    places.setdefault(key, []).append(at)
            return places
        by_value: dict[Hashable, list[int]] = {}
        for at, record in enumerate(self.records):
            by_value.setdefault(one(record), []).append(at)
        for value, found in by_value.items():
            for key in (None,) if value is None else frozenset(question.keyed.keys_of(value, self.setting)):
                places.setdefault(key, []).extend(found)
        return {key: sorted(found) for key, found in places.items()}
