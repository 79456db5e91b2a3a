"""What a number counts or measures."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from shanghai_tech.errors import InvalidText, InvalidValue

_TERM: Final = re.compile(r"(?P<scale>[1-9]\d*)?(?:\{(?P<noun>[^{}/|]+)\}|(?P<code>%|[A-Za-z][A-Za-z0-9.]*))")
_MONEY: Final = re.compile(r"[A-Z]{3}")


@frozen
class UnitTerm:
    """One factor of a unit: a code (ISO 4217, UCUM, "%", "pp") or a counted noun, and how many of it.

    The denominator of "patents per 10,000 residents" is `UnitTerm(noun="resident", scale=10000)`.
    """

    code: str | None = None
    noun: str | None = None
    scale: int = 1

    def __attrs_post_init__(self) -> None:
        if (self.code is None) == (self.noun is None):
            raise InvalidValue("unit term", (self.code, self.noun), "either a code or a noun")
        if self.scale < 1:
            raise InvalidValue("unit scale", self.scale, "a whole number from 1 on")
        if not _TERM.fullmatch(str(self)) and self.code != "1":
            raise InvalidValue("unit term", self.code or self.noun, "a code such as CNY, m2, % or a plain noun phrase")

    def __str__(self) -> str:
        scale = "" if self.scale == 1 else str(self.scale)
        return scale + (f"{{{self.noun}}}" if self.noun is not None else str(self.code))


@frozen
class Unit:
    """A unit: ISO 4217 for money, UCUM for measures, braces for counted nouns, "/" for "per", "1" for a bare number.

    >>> Unit.parse("{patent}/10000{resident}").per
    (UnitTerm(code=None, noun='resident', scale=10000),)
    >>> str(Unit.parse("CNY/{person}"))
    'CNY/{person}'
    """

    term: UnitTerm
    per: tuple[UnitTerm, ...] = ()

    @classmethod
    def of(cls, code: str) -> Unit:
        """The unit of a single code, such as "CNY" or "%"; for anything longer there is `parse`."""
        return cls(UnitTerm(code=code))

    @classmethod
    def counted(cls, noun: str) -> Unit:
        """The unit of a counted thing, named by its singular noun phrase."""
        return cls(UnitTerm(noun=noun))

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read what `str` writes.

        Raises:
            InvalidText: where the text is no unit.
        """
        terms: list[UnitTerm] = []
        at = 0
        for part in text.split("/"):
            match = _TERM.fullmatch(part)
            if match:
                terms.append(UnitTerm(match["code"], match["noun"], int(match["scale"] or 1)))
            elif part == "1" and not terms:
                terms.append(UnitTerm(code="1"))
            else:
                raise InvalidText("unit", text, at=at, expected="a code such as CNY, m2, % or a noun in braces")
            at += len(part) + 1
        return cls(terms[0], tuple(terms[1:]))

    def __str__(self) -> str:
        return "/".join(map(str, (self.term, *self.per)))

    def over(self, *per: UnitTerm) -> Unit:
        """This unit per something: `Unit.of("CNY").over(UnitTerm(noun="person"))`."""
        return Unit(self.term, self.per + per)

    @property
    def is_count(self) -> bool:
        """Whether whole things are counted, so that there are no halves of them."""
        return self.term.noun is not None and not self.per

    @property
    def is_money(self) -> bool:
        """Whether the numerator is an ISO 4217 code."""
        return self.term.code is not None and _MONEY.fullmatch(self.term.code) is not None


ONE: Final = Unit.of("1")
PERCENT: Final = Unit.of("%")
