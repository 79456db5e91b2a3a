"""Questions to a record as values: printed as they are written, equal where they ask the same, joined by `& | ~`.

Of what type of record a question may be asked is part of its type: one of metrics alone and one of targets alone have
no record in common, and a type checker refuses to put their conjunction to either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, Generic, Never, NoReturn, TypeAlias, TypeVar, overload

from attrs import frozen

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.model import Initiative, Metric, Organization, Record, Target
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth

R_contra = TypeVar("R_contra", bound=Record, contravariant=True)
_S = TypeVar("_S", bound=Record)

#: Any function of a record can be asked as well.
Test: TypeAlias = Callable[[_S], bool | Truth]

_ALONE: Final = Setting()
_NO_BOOL: Final = (
    "& for and, | for or, ~ for not, each comparison in brackets, as in (subject == 'Shanghai') & due.by('2025'); "
    "field.between(low, high) for a chain of comparisons; field.one_of(...) for in"
)


class Predicate(Generic[R_contra]):
    """A question to a record, answered with a `Truth`.

    Predicates come from the fields of `shanghai_tech.query` and are put to a `Selection` with `where`, or to one
    record by a call. They have no truth of their own.
    """

    __slots__ = ()

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        """What a record says, in the collection that it is part of."""
        raise NotImplementedError

    def keep(self, records: Iterable[R_contra], setting: Setting, *, floor: Truth) -> list[R_contra]:
        """The records that are at least as certain as `floor`."""
        least = floor.value
        return [record for record in records if self.ask(record, setting).value >= least]

    def check(self, kind: type[object]) -> None:
        """See that the question can be put to a kind of record.

        Raises:
            InvalidQuestion: where its records have no such field, or never such a value.
        """
        raise NotImplementedError

    def meaning(self, *, negated: bool = False) -> Hashable:
        """What is equal for questions that ask the same."""
        raise NotImplementedError

    def parts(self) -> Sequence[Predicate[R_contra]]:
        """The questions that a conjunction joins; else the question itself."""
        return (self,)

    def reasons(self, record: R_contra, setting: Setting) -> Iterator[str]:
        """One line for each part: what was asked, what the record says, and why."""
        yield f"{self}: {self.ask(record, setting).name.lower()}"

    @property
    def is_compound(self) -> bool:
        """Whether it is written with an operator, and so in brackets inside another question."""
        return False

    def __call__(self, record: R_contra) -> Truth:
        """What a record says by itself: names by the shipped vocabulary, and nothing known of its articles."""
        return self.ask(record, _ALONE)

    # What two questions can both be put to: what the first is asked of, or else whatever they have in common.
    @overload
    def __and__(self, other: Predicate[R_contra] | Test[R_contra]) -> Predicate[R_contra]: ...
    @overload
    def __and__(  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # either is right
        self: Predicate[Metric | Target], other: Predicate[Metric | Target]
    ) -> Predicate[Metric | Target]: ...
    @overload
    def __and__(  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # either is right
        self: Predicate[Metric | Initiative], other: Predicate[Metric | Initiative]
    ) -> Predicate[Metric | Initiative]: ...
    @overload
    def __and__(
        self: Predicate[Organization | Initiative], other: Predicate[Organization | Initiative]
    ) -> Predicate[Organization | Initiative]: ...
    @overload
    def __and__(self: Predicate[Metric], other: Predicate[Metric]) -> Predicate[Metric]: ...
    @overload
    def __and__(self: Predicate[Target], other: Predicate[Target]) -> Predicate[Target]: ...
    @overload
    def __and__(self: Predicate[Organization], other: Predicate[Organization]) -> Predicate[Organization]: ...
    @overload
    def __and__(self: Predicate[Initiative], other: Predicate[Initiative]) -> Predicate[Initiative]: ...
    def __and__(self: Predicate[_S], other: Predicate[_S] | Test[_S]) -> Predicate[_S]:
        return And((*self.parts(), *predicate_of(other).parts()))

    @overload
    def __or__(self, other: Predicate[R_contra] | Test[R_contra]) -> Predicate[R_contra]: ...
    @overload
    def __or__(  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # either is right
        self: Predicate[Metric | Target], other: Predicate[Metric | Target]
    ) -> Predicate[Metric | Target]: ...
    @overload
    def __or__(  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # either is right
        self: Predicate[Metric | Initiative], other: Predicate[Metric | Initiative]
    ) -> Predicate[Metric | Initiative]: ...
    @overload
    def __or__(
        self: Predicate[Organization | Initiative], other: Predicate[Organization | Initiative]
    ) -> Predicate[Organization | Initiative]: ...
    @overload
    def __or__(self: Predicate[Metric], other: Predicate[Metric]) -> Predicate[Metric]: ...
    @overload
    def __or__(self: Predicate[Target], other: Predicate[Target]) -> Predicate[Target]: ...
    @overload
    def __or__(self: Predicate[Organization], other: Predicate[Organization]) -> Predicate[Organization]: ...
    @overload
    def __or__(self: Predicate[Initiative], other: Predicate[Initiative]) -> Predicate[Initiative]: ...
    def __or__(self: Predicate[_S], other: Predicate[_S] | Test[_S]) -> Predicate[_S]:
        return Or((*_alternatives(self), *_alternatives(predicate_of(other))))

    def __invert__(self) -> Predicate[R_contra]:
        return Not(self)

    def __rand__(self, other: Never) -> NoReturn:
        refuse_operand(other)

    __ror__ = __rand__

    def __bool__(self) -> bool:
        raise InvalidQuestion("the truth of", self, _NO_BOOL)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Predicate) and self.meaning() == other.meaning()

    def __hash__(self) -> int:
        return hash(self.meaning())


def predicate_of(asked: Predicate[_S] | Test[_S]) -> Predicate[_S]:
    """The predicate that asks what a predicate or a function does.

    Raises:
        InvalidQuestion: for what is neither.
    """
    if isinstance(asked, Predicate):
        return asked  # pyright: ignore[reportUnknownVariableType]  # it takes a predicate for a function as well
    if not callable(asked):
        refuse_operand(asked)
    return Tested(asked)


def refuse_operand(other: object) -> NoReturn:
    """Say what is right where a bare value stands beside `&` or `|`.

    Raises:
        InvalidQuestion: always.
    """
    expected = "a question on either side of & and |, each comparison in brackets: (subject == 'Shanghai') & ..."
    raise InvalidQuestion("a part", other, expected)


# ---------------------------------------------------------------- joined


@frozen(eq=False, repr=False)
class And(Predicate[R_contra]):
    """As certain as the least certain of its parts."""

    joined: tuple[Predicate[R_contra], ...]

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        answer = Truth.CERTAIN
        for part in self.joined:
            answer &= part.ask(record, setting)
            if answer is Truth.IMPOSSIBLE:
                break
        return answer

    def keep(self, records: Iterable[R_contra], setting: Setting, *, floor: Truth) -> list[R_contra]:
        kept = list(records)
        for part in self.joined:
            kept = part.keep(kept, setting, floor=floor)
        return kept

    def check(self, kind: type[object]) -> None:
        for part in self.joined:
            part.check(kind)

    def meaning(self, *, negated: bool = False) -> Hashable:
        return joined_meaning("or" if negated else "and", (part.meaning(negated=negated) for part in self.joined))

    def parts(self) -> Sequence[Predicate[R_contra]]:
        return self.joined

    def reasons(self, record: R_contra, setting: Setting) -> Iterator[str]:
        for part in self.joined:
            yield from part.reasons(record, setting)

    @property
    def is_compound(self) -> bool:
        return True

    def __repr__(self) -> str:
        return " & ".join(map(in_brackets, self.joined))


@frozen(eq=False, repr=False)
class Or(Predicate[R_contra]):
    """As certain as the most certain of its parts."""

    joined: tuple[Predicate[R_contra], ...]

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        answer = Truth.IMPOSSIBLE
        for part in self.joined:
            answer |= part.ask(record, setting)
            if answer is Truth.CERTAIN:
                break
        return answer

    def check(self, kind: type[object]) -> None:
        for part in self.joined:
            part.check(kind)

    def meaning(self, *, negated: bool = False) -> Hashable:
        return joined_meaning("and" if negated else "or", (part.meaning(negated=negated) for part in self.joined))

    def reasons(self, record: R_contra, setting: Setting) -> Iterator[str]:
        yield from super().reasons(record, setting)
        for part in self.joined:
            yield from (f"  {line}" for line in part.reasons(record, setting))

    @property
    def is_compound(self) -> bool:
        return True

    def __repr__(self) -> str:
        return " | ".join(map(in_brackets, self.joined))


@frozen(eq=False, repr=False)
class Not(Predicate[R_contra]):
    """Certain where the other is impossible, and the other way round; `written` is its spelling, if not with `~`."""

    negated: Predicate[R_contra]
    written: str = ""

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        return ~self.negated.ask(record, setting)

    def check(self, kind: type[object]) -> None:
        self.negated.check(kind)

    def meaning(self, *, negated: bool = False) -> Hashable:
        return self.negated.meaning(negated=not negated)

    def reasons(self, record: R_contra, setting: Setting) -> Iterator[str]:
        yield from super().reasons(record, setting)
        yield from (f"  {line}" for line in self.negated.reasons(record, setting))

    @property
    def is_compound(self) -> bool:
        return bool(self.written)

    def __repr__(self) -> str:
        return self.written or f"~{in_brackets(self.negated)}"


@frozen(eq=False, repr=False)
class Tested(Predicate[R_contra]):
    """A question that a function answers, with a bool or a `Truth`."""

    test: Test[R_contra]

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        answer: object = self.test(record)
        if isinstance(answer, Truth):
            return answer
        if answer is True or answer is False:
            return Truth.of(answer is True)
        raise InvalidQuestion(f"the answer of {self} to {record.id}", answer, "True, False or a Truth")

    def check(self, kind: type[object]) -> None:
        """Nothing is known of a function but what it answers."""

    def meaning(self, *, negated: bool = False) -> Hashable:
        return negated, self.test

    def __repr__(self) -> str:
        return str(getattr(self.test, "__name__", self.test))


@frozen
class _Joined:
    """The meaning of a conjunction or a disjunction: neither order nor repetition nor brackets count."""

    word: str
    meanings: frozenset[Hashable]


def joined_meaning(word: str, meanings: Iterable[Hashable]) -> Hashable:
    """The meaning of several joined by "and" or by "or"."""
    flat: set[Hashable] = set()
    for meaning in meanings:
        flat |= meaning.meanings if isinstance(meaning, _Joined) and meaning.word == word else {meaning}
    return next(iter(flat)) if len(flat) == 1 else _Joined(word, frozenset(flat))


def _alternatives(asked: Predicate[_S]) -> Sequence[Predicate[_S]]:
    return asked.joined if isinstance(asked, Or) else (asked,)


def in_brackets(asked: Predicate[_S]) -> str:
    """How a question is written as part of another."""
    return f"({asked!r})" if asked.is_compound else repr(asked)
