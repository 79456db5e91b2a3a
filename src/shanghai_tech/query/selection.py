"""Records of one kind, chosen by questions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, Generic, TypeVar, overload

from attrs import frozen

from shanghai_tech.errors import NotOne
from shanghai_tech.model import Record
from shanghai_tech.query.field import PLURALS, Field
from shanghai_tech.query.hints import hints
from shanghai_tech.query.lines import line
from shanghai_tech.query.predicate import Predicate, Test, in_brackets, predicate_of
from shanghai_tech.query.table import Table
from shanghai_tech.query.truth import Truth

R = TypeVar("R", bound=Record)
_K = TypeVar("_K", bound=Hashable)

#: How many records are shown of a selection.
_SHOWN: Final = 5
_ANY: Final = object()


@frozen(eq=False, repr=False)
class Selection(Sequence[R], Generic[R]):
    """An immutable sequence of records of one kind, in the order first told, that more questions can be put to.

    Nothing is asked before the records are needed. `corpus.metrics`, `.targets`, `.organizations` and `.initiatives`
    are the selections to begin with.

    >>> from shanghai_tech import Corpus, read
    >>> from shanghai_tech.query import period, quantity
    >>> corpus = Corpus.of(read("Suzhou had over 12,000 startups in 2017 and 15,000 startups in 2019."))
    >>> corpus.metrics.where(quantity > "11,000 startups", period.before("2018"))
    1 of 2 metrics where (quantity > '11,000 startups') & period.before('2018')
      Suzhou, startups: over 12,000 startups, 2017 [text]
    """

    table: Table[R]
    asked: tuple[tuple[Predicate[R], Truth], ...] = ()

    # ------------------------------------------------------------ choosing

    def where(self, *questions: Predicate[R] | Test[R], possible: bool = False) -> Selection[R]:
        """The records that say yes to all questions for certain; with `possible`, also those that do not say no.

        A question is a predicate made with the fields of `shanghai_tech.query`, or any function of a record that
        answers with a bool or a `Truth`.

        Raises:
            InvalidQuestion: for a question that cannot be put to this kind of record.
        """
        floor = Truth.POSSIBLE if possible else Truth.CERTAIN
        parts = [part for question in questions for part in predicate_of(question).parts()]
        for part in parts:
            part.check(self.table.kind)
        return Selection(self.table, (*self.asked, *((part, floor) for part in parts)))

    def order_by(self, *fields: Field[R, Hashable], descending: bool = False) -> Selection[R]:
        """The same records by one field, then by the next; what does not tell comes last, either way.

        Amounts are ordered by the number told, periods by their last day, names and words by the alphabet.

        Raises:
            InvalidQuestion: for a field of other records, and for amounts that have no order, such as yuan and people.
        """
        records = list(self)
        for field in reversed(fields):
            field.check(self.table.kind)
            keys = field.sort_keys(records, self.table.setting)
            told = [(key, at) for at, key in enumerate(keys) if key is not None]
            told.sort(key=lambda each: each[0], reverse=descending)
            untold = [at for at, key in enumerate(keys) if key is None]
            records = [records[at] for at in (*(at for _, at in told), *untold)]
        return self._of(records)

    def group_by(self, field: Field[R, _K]) -> dict[_K | None, Selection[R]]:
        """The records of each value of a field, in the order first told; None has those that do not tell.

        A record with several values, such as several participants, is in the group of each.

        Raises:
            InvalidQuestion: for a field of other records.
        """
        field.check(self.table.kind)
        groups: dict[_K | None, list[R]] = {}
        for record in self:
            for value in dict.fromkeys(field.values.all(record, self.table.setting) or (None,)):
                groups.setdefault(value, []).append(record)
        return {value: self._of(records) for value, records in groups.items()}

    # ------------------------------------------------------------ taking

    def first(self) -> R | None:
        """The first record; None where there is none."""
        return self[0] if self else None

    def one(self) -> R:
        """The only record.

        Raises:
            NotOne: where there is none, or more than one.
        """
        if len(self) != 1:
            told = tuple(line(record) for record in self.records[:_SHOWN]) or self._hints
            raise NotOne(self._what, len(self), told)
        return self[0]

    def count(self, value: object = _ANY) -> int:
        """How many records there are; with a record, how often it is among them."""
        return len(self) if value is _ANY else self.records.count(value)  # pyright: ignore[reportArgumentType]  # as tuples do

    def why(self, record: R) -> str:
        """What a record says to each question of this selection, a line for each, and for what reason."""
        return "\n".join(line for part, _ in self.asked for line in part.reasons(record, self.table.setting))

    # ------------------------------------------------------------ a sequence

    @cached_property
    def records(self) -> tuple[R, ...]:
        """The records."""
        return self.table.answer(self.asked)

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Selection[R]: ...
    def __getitem__(self, index: int | slice) -> R | Selection[R]:
        return self._of(self.records[index]) if isinstance(index, slice) else self.records[index]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Selection) and self.table.kind is other.table.kind and tuple(self) == tuple(other)  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType]  # of any records
        )

    def __hash__(self) -> int:
        return hash(self.records)

    def __repr__(self) -> str:
        shown = [f"  {line(record)}" for record in self.records[:_SHOWN]]
        more = len(self) - len(shown)
        told = [self.heading, *shown, *([f"  … and {more} more"] if more else ())]
        return "\n".join([*told, *(f"  {hint}" for hint in self._hints)])

    @property
    def heading(self) -> str:
        """How many records there are, and of what question."""
        if self.asked:
            return f"{len(self)} of {len(self.table.records)} {self._what}"
        return f"{len(self)} {self._what.removesuffix('s') if len(self) == 1 else self._what}"

    @property
    def _what(self) -> str:
        plural = PLURALS[self.table.kind]
        if not self.asked:
            return plural
        parts = [part for part, _ in self.asked]
        asked = repr(parts[0]) if len(parts) == 1 else " & ".join(map(in_brackets, parts))
        return f"{plural} where {asked}"

    @property
    def _hints(self) -> tuple[str, ...]:
        return () if self.records or not self.asked else tuple(hints(self.table, self.asked))

    def _of(self, records: Iterable[R]) -> Selection[R]:
        return Selection(Table(self.table.kind, tuple(records), self.table.setting))
