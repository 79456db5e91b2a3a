"""Errors of this library: what was wrong, where, and what would be right."""

from __future__ import annotations

from attrs import frozen


class ShanghaiTechError(Exception):
    """Anything that this library refuses."""


@frozen
class InvalidValue(ShanghaiTechError, ValueError):
    """A value that a record cannot hold.

    Args:
        what: the field or type that was to be filled, such as "period".
        value: what was given.
        expected: what would be right.
    """

    what: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"invalid {self.what}: {self.value!r}; expected {self.expected}"


@frozen
class InvalidText(ShanghaiTechError, ValueError):
    """A written form that does not parse; shows the text with a caret under the place.

    >>> print(InvalidText("period", "2018-13", at=5, expected="a month from 01 to 12"))
    invalid period: expected a month from 01 to 12
      2018-13
           ^
    """

    what: str
    text: str
    at: int
    expected: str

    def __str__(self) -> str:
        shown = " ".join(self.text[:120].splitlines())
        return f"invalid {self.what}: expected {self.expected}\n  {shown}\n  {' ' * min(self.at, len(shown))}^"


@frozen
class InvalidRecord(ShanghaiTechError, ValueError):
    """Data that is no record of the exchange shape; `path` says where, as in `$.period.start`."""

    path: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"invalid record at {self.path}: {self.value!r}; expected {self.expected}"


@frozen
class InvalidVocabulary(ShanghaiTechError, ValueError):
    """A vocabulary file that cannot be used; `path` says where in it, as in `$.unit[3].factor`."""

    file: str
    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: {self.problem}"


@frozen
class InvalidCorpus(ShanghaiTechError, ValueError):
    """Articles and records that cannot stand in one collection; `article` is the id of the article it is about."""

    article: str
    problem: str
    expected: str

    def __str__(self) -> str:
        return f"invalid corpus: article {self.article!r} {self.problem}; expected {self.expected}"


@frozen
class UnknownId(ShanghaiTechError, KeyError):
    """An id under which a collection has nothing; `what` is the kind of thing that was looked for."""

    what: str
    id: str
    expected: str

    def __str__(self) -> str:
        return f"unknown {self.what}: {self.id!r}; expected {self.expected}"


@frozen
class InvalidQuestion(ShanghaiTechError, ValueError):
    """A question that cannot be asked like this; `what` is the part of it that is wrong."""

    what: str
    value: object
    expected: str

    def __str__(self) -> str:
        return f"invalid question: {self.what} {self.value!r}; expected {self.expected}"


@frozen
class NotOne(ShanghaiTechError, LookupError):
    """A selection that was to have one record and has none, or several; `told` are lines about what it has."""

    what: str
    number: int
    told: tuple[str, ...]

    def __str__(self) -> str:
        shown = "".join(f"\n  {line}" for line in self.told)
        more = "; narrow it with where, or take first()" if self.number else ""
        return f"expected one of the {self.what}, found {self.number}{more}{shown}"


@frozen
class NotComparable(ShanghaiTechError, ValueError):
    """Facts or figures that nothing can be computed from together; each reason shows both values.

    >>> print(NotComparable(("CNY is no unit of {firm}",), hint="compare amounts of money"))
    not comparable: CNY is no unit of {firm}
    hint: compare amounts of money
    """

    reasons: tuple[str, ...]
    hint: str = ""

    def __str__(self) -> str:
        return f"not comparable: {'; '.join(self.reasons)}" + (f"\nhint: {self.hint}" if self.hint else "")


@frozen
class UnreadableFile(ShanghaiTechError, OSError):
    """A file that holds no text to read: missing, a folder, binary, wrongly encoded or empty."""

    file: str
    problem: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}" + (f"\nhint: {self.hint}" if self.hint else "")
