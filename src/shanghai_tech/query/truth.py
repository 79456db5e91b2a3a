"""Three values of an answer: certain, possible, impossible; joined as in the logic of Kleene, which SQL has as well."""

from __future__ import annotations

from enum import Enum

from shanghai_tech.errors import InvalidQuestion


class Truth(Enum):
    """What a record says to a question.

    `CERTAIN` is yes, whatever the words leave open; `IMPOSSIBLE` is no, whatever they leave open; `POSSIBLE` is all
    between: a missing field, a bound, a rounding, an open period. `docs/logic.md` has the tables.

    >>> Truth.POSSIBLE & Truth.CERTAIN, Truth.POSSIBLE | Truth.CERTAIN, ~Truth.POSSIBLE
    (Truth.POSSIBLE, Truth.CERTAIN, Truth.POSSIBLE)
    """

    IMPOSSIBLE = 0
    POSSIBLE = 1
    CERTAIN = 2

    @classmethod
    def of(cls, answer: bool) -> Truth:  # noqa: FBT001  a truth value is made of one
        """Certain or impossible."""
        return cls.CERTAIN if answer else cls.IMPOSSIBLE

    @classmethod
    def between(cls, *, all_worlds: bool, some_world: bool) -> Truth:
        """What holds in all the ways that the words can be read, in some of them, or in none."""
        return cls.CERTAIN if all_worlds else cls.POSSIBLE if some_world else cls.IMPOSSIBLE

    def __and__(self, other: Truth) -> Truth:
        return self if self.value <= other.value else other

    def __or__(self, other: Truth) -> Truth:
        return self if self.value >= other.value else other

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    def __bool__(self) -> bool:
        raise InvalidQuestion("a truth", self, "a comparison with Truth.CERTAIN or Truth.POSSIBLE: it has three values")

    def __repr__(self) -> str:
        return f"Truth.{self.name}"


_OPPOSITE = {
    Truth.CERTAIN: Truth.IMPOSSIBLE,
    Truth.POSSIBLE: Truth.POSSIBLE,
    Truth.IMPOSSIBLE: Truth.CERTAIN,
}
