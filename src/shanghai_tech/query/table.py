"""Records of one kind, as they stand in a collection, and where those of a key are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import chain
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
    """The records of a kind in their order.

    `places` are those of each key of a field. To find them takes as long as several looks at all records, so it is
    done when a field is asked again; `asked_once` are those that were asked but once.
    """

    kind: type[R]
    records: Sequence[R]
    setting: Setting
    places: dict[str, Mapping[Hashable, Sequence[int]]] = field(factory=dict[str, Mapping[Hashable, Sequence[int]]])
    asked_once: set[str] = field(factory=set[str])

    def answer(self, asked: Sequence[tuple[Predicate[R], Truth]]) -> tuple[R, ...]:
        """The records that are at least as certain as wanted of each of some questions.

        The first that its keys decide is looked up; the others are put to what that leaves.
        """
        for at, (question, floor) in enumerate(asked):
            if isinstance(question, KeyAsked) and self._has_places(question):
                kept = self._look_up(question, floor)
                return self._of_those(kept, [*asked[:at], *asked[at + 1 :]])
        return self._of_those(self.records, asked)

    def _of_those(self, kept: Sequence[R], asked: Sequence[tuple[Predicate[R], Truth]]) -> tuple[R, ...]:
        for question, floor in asked:
            kept = question.keep(kept, self.setting, floor=floor)
        return tuple(kept)

    def _has_places(self, question: KeyAsked[R]) -> bool:
        """Whether the places of each key are known, or worth knowing."""
        name = question.of.name
        if not question.keyed.keys_decide or name in self.places or name in self.asked_once:
            return question.keyed.keys_decide
        self.asked_once.add(name)
        return False

    def _look_up(self, question: KeyAsked[R], floor: Truth) -> Sequence[R]:
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
        by_value: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, value in enumerate(map(one, self.records)):
            by_value[value].append(at)
        by_key: dict[Hashable, list[list[int]]] = {}
        for value, found in by_value.items():
            for key in (None,) if value is None else frozenset(question.keyed.keys_of(value, self.setting)):
                by_key.setdefault(key, []).append(found)
        return {key: found[0] if len(found) == 1 else sorted(chain(*found)) for key, found in by_key.items()}
