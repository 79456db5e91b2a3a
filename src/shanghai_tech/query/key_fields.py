"""Fields whose values are equal or not: names, identifiers, words, and members of closed lists.

What values of the same have in common are their keys: a question is certain where a key of what is asked is one of
what is told. A table looks its records up by them (`table.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, Never, TypeVar

from attrs import frozen

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.query.field import Asked, Field, K_co, written
from shanghai_tech.query.predicate import Not, Predicate, R_contra, joined_meaning
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth

V_contra = TypeVar("V_contra", contravariant=True)

#: The keys of something asked or told.
Keys = frozenset[Hashable]


class _Fits(dict[Hashable, bool]):
    """Whether values fit, each found out once."""

    def __init__(self, fits: Callable[[Hashable], bool]) -> None:
        super().__init__()
        self._fits = fits

    def __missing__(self, value: Hashable) -> bool:
        found = self[value] = self._fits(value)
        return found


@frozen(eq=False, repr=False, kw_only=True)
class KeyAsked(Asked[R_contra]):
    """A question whether one of some values is told."""

    keyed: KeyField[R_contra, Hashable, Never]
    wanted: tuple[Keys, ...]

    def keys(self, setting: Setting) -> Keys:
        """The keys of what is asked for."""
        return self.keyed.keys_asked(_every(self.wanted), setting)

    def keep(self, records: Iterable[R_contra], setting: Setting, *, floor: Truth) -> list[R_contra]:
        one = self.of.values.one
        if one is None:
            return super().keep(records, setting, floor=floor)
        fits = _Fits(lambda value: self.keyed.answer((value,), self.wanted, setting).value >= floor.value)
        return [record for record in records if fits[one(record)]]

    def check(self, kind: type[object]) -> None:
        super().check(kind)
        self.keyed.check_values(self.wanted, kind)

    def meaning(self, *, negated: bool = False) -> Hashable:
        return joined_meaning("and" if negated else "or", ((negated, self.of.name, keys) for keys in self.wanted))


class KeyField(Field[R_contra, K_co], Generic[R_contra, K_co, V_contra]):
    """A field that is asked for values, with `==`, `!=` and `one_of`."""

    example = "{}.one_of('this', 'that')"
    #: Whether the keys alone decide, so that records can be looked up by them.
    keys_decide = True

    def read(self, value: V_contra) -> Keys:
        """What is asked for.

        Raises:
            InvalidQuestion: for what can never be told.
        """
        raise NotImplementedError

    def keys_asked(self, wanted: Keys, setting: Setting) -> Keys:
        """The keys of what is asked for, in a collection."""
        return wanted

    def keys_of(self, value: Hashable, setting: Setting) -> Iterable[Hashable]:
        """The keys of one value told."""
        return (value,)

    def check_values(self, wanted: Iterable[Keys], kind: type[object]) -> None:
        """See that a kind of record can tell what is asked for.

        Raises:
            InvalidQuestion: where it never does.
        """

    def keys(self, record: R_contra, setting: Setting) -> Iterator[Hashable]:
        """The keys of all that a record tells; None where it may tell more."""
        told = self.values.all(record, setting)
        for value in told or (None,):
            if value is None:
                yield None
            else:
                yield from self.keys_of(value, setting)

    def one_of(self, *values: V_contra) -> Predicate[R_contra]:
        """Whether one of some values is told.

        Raises:
            InvalidQuestion: for a value that can never be told, and for none at all.
        """
        if not values:
            raise InvalidQuestion(f"{self.name}.one_of with", values, "at least one value")
        return self.asked(f".one_of({', '.join(map(written, values))})", *values)

    def asked(self, spelling: str, *values: V_contra) -> KeyAsked[R_contra]:
        """The question, however it is spelled."""
        wanted = tuple(map(self.read, values))

        def answer(record: R_contra, setting: Setting) -> Truth:
            return self.answer(self.values.all(record, setting), wanted, setting)

        return KeyAsked(of=self, written=spelling, sense=wanted, answer=answer, keyed=self, wanted=wanted)

    def answer(self, told: Sequence[Hashable | None], wanted: Sequence[Keys], setting: Setting) -> Truth:
        """Whether one of the values told is one of those asked for."""
        asked = self.keys_asked(_every(wanted), setting)
        answer = Truth.IMPOSSIBLE
        for value in told or (None,):
            if value is None:
                answer = Truth.POSSIBLE
            elif not asked.isdisjoint(self.keys_of(value, setting)):
                return Truth.CERTAIN
        return answer

    def __eq__(self, value: V_contra) -> Predicate[R_contra]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        return self.asked(f" == {written(value)}", value)

    def __ne__(self, value: V_contra) -> Predicate[R_contra]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # a question
        spelling = f" != {written(value)}"
        return Not(self.asked(f" == {written(value)}", value), f"{self.name}{spelling}")

    __hash__ = object.__hash__


def _every(wanted: Sequence[Keys]) -> Keys:
    return wanted[0] if len(wanted) == 1 else frozenset[Hashable]().union(*wanted)
