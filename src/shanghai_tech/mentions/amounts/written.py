"""A number as written: its exact value, its scale, and what hyphens tie to it."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.model import Bound, Number, Span

#: What ties a number to the word behind it, or to the other end of a range.
HYPHENS: Final = frozenset("-‑–")
_EXACT: Final = Context(prec=200)


@frozen(kw_only=True)
class Numeral:
    """A number as written, from token `first` up to `last`; `span` is that of its own characters.

    `scale` is the power that a word or suffix gave it, `digits` tells that it is not in words. `rest` are the words
    that hyphens tie to it ("66,000-square-meter": square, meter). `part` tells a share of something ("one-third"),
    `ratio` one told by two numbers ("one in four"). `unit` is what vague words measure by themselves.
    """

    first: int
    last: int
    span: Span
    value: Number
    upper: Number | None = None
    bound: Bound | None = None
    scale: int = 1
    rest: tuple[str, ...] = ()
    digits: bool = False
    part: bool = False
    ratio: bool = False
    unit: str = ""

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number and nothing else was read."""
        if self.part or self.rest or self.upper is not None or self.value != int(self.value):
            return None
        return int(self.value)


def times(value: Number, factor: int) -> Number:
    """The product, exact; a power of ten only moves the point, so that the digits written are kept.

    >>> times(Decimal("3.27"), 10**12)
    Decimal('3.27E+12')
    """
    if isinstance(value, Fraction):
        return exact(value * factor)
    digits = str(factor)
    if digits.strip("0") == "1":
        sign, figures, exponent = value.as_tuple()
        return Decimal((sign, figures, int(exponent) + len(digits) - 1))
    return _EXACT.multiply(value, Decimal(factor))


def exact(value: Fraction) -> Number:
    """A fraction as a decimal where it has few digits, as it stands elsewhere.

    >>> exact(Fraction(5, 2)), exact(Fraction(7, 3))
    (Decimal('2.5'), Fraction(7, 3))
    """
    for places in range(4):
        if 10**places % value.denominator == 0:
            return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return value


def negated(value: Number) -> Number:
    """The number below zero, with the digits that were written."""
    return value.copy_negate() if isinstance(value, Decimal) else -value


def worded(sentence: Tagged, first: int, last: int, *, value: Number, rest: tuple[str, ...] = ()) -> Numeral:
    """A numeral in words, whose own characters end before those of `rest`."""
    span = sentence.span(first, last)
    tail = sum(len(word) + 1 for word in rest)
    return Numeral(first=first, last=last, span=Span(span.start, span.end - tail), value=value, rest=rest)
