"""What a field of a record is to a question: its values there, and the questions that all fields answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final, Generic, Never, NoReturn, TypeVar

from attrs import field, frozen

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.model import Initiative, Metric, Organization, Target
from shanghai_tech.query.predicate import Predicate, R_contra, refuse_operand
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth

K_co = TypeVar("K_co", bound=Hashable, covariant=True)

#: The kinds of record, as a person calls many of them.
PLURALS: Final[dict[type[object], str]] = {
    Organization: "organizations",
    Initiative: "initiatives",
    Metric: "metrics",
    Target: "targets",
}


@frozen(eq=False, repr=False, kw_only=True)
class Asked(Predicate[R_contra]):
    """A question to one field.

    `written` is what stands behind its name, `sense` what it asks in typed values, and `why` says more of an answer
    than what the record tells.
    """

    of: Field[R_contra, Hashable]
    written: str
    sense: Hashable
    answer: Callable[[R_contra, Setting], Truth]
    why: Callable[[R_contra], str] | None = None

    def ask(self, record: R_contra, setting: Setting) -> Truth:
        return self.answer(record, setting)

    def check(self, kind: type[object]) -> None:
        self.of.check(kind)

    def meaning(self, *, negated: bool = False) -> Hashable:
        return negated, self.of.name, self.sense

    def reasons(self, record: R_contra, setting: Setting) -> Iterator[str]:
        why = self.why(record) if self.why is not None else ""
        told = why or self.of.told(record, setting)
        yield f"{self}: {self.ask(record, setting).name.lower()}; {told}"

    @property
    def is_compound(self) -> bool:
        return self.written.startswith(" ")

    def __repr__(self) -> str:
        return f"{self.of.name}{self.written}"


@frozen(eq=False)
class Values(Generic[R_contra, K_co]):
    """Where a field has its values: `all` of a record, with None for what may be told besides; or the only `one`."""

    all: Callable[[R_contra, Setting], Sequence[K_co | None]]
    one: Callable[[R_contra], K_co | None] | None = field(default=None)


def only(one: Callable[[R_contra], K_co | None]) -> Values[R_contra, K_co]:
    """The values of a field that has but one, or None."""
    return Values(lambda record, _: (one(record),), one)


class Field(Generic[R_contra, K_co]):
    """A field that questions are asked about: a name to write them with, the kinds of record, and the values there."""

    #: A question about it, for those who misspell one; `{}` is its name.
    example = "{}.is_told"

    def __init__(self, name: str, *kinds: type[object], values: Values[R_contra, K_co]) -> None:
        self.name: Final = name
        self.kinds: Final = kinds
        self.values: Final = values

    def told(self, record: R_contra, setting: Setting) -> str:
        """What a record tells, in words."""
        values = [self.shown(value) for value in self.values.all(record, setting) if value is not None]
        return f"it tells {', '.join(values)}" if values else "it does not tell"

    def shown(self, value: object) -> str:
        """A value as a person would write it."""
        return written(value)

    def check(self, kind: type[object]) -> None:
        """See that a kind of record has the field.

        Raises:
            InvalidQuestion: where it has not.
        """
        if kind not in self.kinds:
            owners = " and ".join(plural for each, plural in PLURALS.items() if each in self.kinds)
            raise InvalidQuestion(
                f"{PLURALS[kind]} have no field", self, f"a field of theirs; {self.name} is one of {owners}"
            )

    def sort_keys(self, records: Sequence[R_contra], setting: Setting) -> list[tuple[object, ...] | None]:
        """What puts records in order by this field; None for those that do not tell.

        Raises:
            InvalidQuestion: where the values have no order.
        """
        keys: list[tuple[object, ...] | None] = []
        for record in records:
            told = [self.sort_key(value) for value in self.values.all(record, setting) if value is not None]
            keys.append(min(told, default=None))  # pyright: ignore[reportArgumentType, reportUnknownArgumentType]  # keys of one field are alike
        return keys

    def sort_key(self, value: object) -> tuple[object, ...]:
        """What puts a value before or behind others."""
        return (self.shown(value).strip("'\"").casefold(),)

    @property
    def is_told(self) -> Predicate[R_contra]:
        """Whether the record tells it at all: certain or impossible."""
        values = self.values.all

        def answer(record: R_contra, setting: Setting) -> Truth:
            return Truth.of(any(value is not None for value in values(record, setting)))

        return Asked(of=self, written=".is_told", sense="is told", answer=answer)

    # ------------------------------------------------------------ what is written by mistake

    def __bool__(self) -> bool:
        raise InvalidQuestion("the truth of the field", self, f"a question about it, such as {self._example}")

    def __contains__(self, value: object) -> bool:
        raise InvalidQuestion(f"in {self.name} with", value, f"a question such as {self._example}")

    def __and__(self, other: Never) -> NoReturn:
        refuse_operand(self)

    __rand__ = __or__ = __ror__ = __and__

    @property
    def _example(self) -> str:
        return self.example.format(self.name)

    def __repr__(self) -> str:
        return self.name


def written(value: object) -> str:
    """A value as it can be written in a question: text in quotes, typed values by their own text."""
    inner = getattr(value, "value", None) if type(value).__module__.startswith("shanghai_tech") else None
    if isinstance(inner, str):
        return repr(inner)
    return repr(value) if isinstance(value, (str, int)) else repr(str(value))
