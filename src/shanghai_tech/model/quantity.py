"""Exact values with what the words around them say: bound, range, unit."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from attrs import field, frozen

from shanghai_tech.errors import InvalidText, InvalidValue
from shanghai_tech.model.interval import Interval, Number
from shanghai_tech.model.unit import ONE, Unit

#: More digits before or behind the point are no figure that a paper prints; they would only make exact arithmetic slow.
MAX_DIGITS: Final = 60
_BEYOND: Final[int] = 10**MAX_DIGITS

#: How far from its value "about" may lie: a convention, since the word does not say.
ABOUT: Final = Fraction(1, 10)


class Bound(Enum):
    """What the words beside a number make of it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    AT_MOST = "at-most"
    BETWEEN = "between"

    @property
    def words(self) -> str:
        """What people say before the number, a space behind it; nothing for one that is exact, and for a range.

        >>> Bound.AT_LEAST.words, Bound.EXACTLY.words
        ('at least ', '')
        """
        return "" if self in {Bound.EXACTLY, Bound.BETWEEN} else f"{self.value.replace('-', ' ')} "


_SIGNS: Final = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "~",
    Bound.OVER: ">",
    Bound.AT_LEAST: ">=",
    Bound.UNDER: "<",
    Bound.AT_MOST: "<=",
    Bound.BETWEEN: "",
}
_BOUNDS: Final = {sign: bound for bound, sign in _SIGNS.items() if sign}
_FORM: Final = re.compile(r"(?P<sign>>=|<=|[~<>])? ?(?P<value>[^ ]+?)(?:\.\.(?P<upper>[^ ]+))?(?: (?P<unit>.+))?")
_AT_MOST: Final = f"at most {MAX_DIGITS} digits"
_NUMBER: Final = re.compile(r"-?\d{1,60}(?:\.\d{1,60})?(?:E[+-]?\d{1,2})?|-?\d{1,60}/[1-9]\d{0,59}")


def parse_number(text: str) -> Number:
    """An exact number: decimal, with an exponent, or a fraction.

    >>> parse_number("1/3"), parse_number("3.27E+12")
    (Fraction(1, 3), Decimal('3.27E+12'))

    Raises:
        InvalidText: for anything else.
    """
    if not _NUMBER.fullmatch(text):
        raise InvalidText("number", text, at=0, expected="digits such as 3270000, 47.5, 3.27E+12 or 1/3")
    number = Fraction(text) if "/" in text else Decimal(text)
    if not is_writable(number):
        raise InvalidText("number", text, at=0, expected=f"{_AT_MOST} before and behind the point")
    return number


def is_writable(number: Number) -> bool:
    """Whether a number takes no more than `MAX_DIGITS` on either side of its point, or of the slash of a fraction.

    >>> is_writable(Decimal("1E+59")), is_writable(Decimal("1E+60")), is_writable(Decimal("1E-60"))
    (True, False, True)
    """
    if isinstance(number, Fraction):
        return max(abs(number.numerator), number.denominator) < _BEYOND
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= MAX_DIGITS and number.adjusted() < MAX_DIGITS


def format_number(number: Number) -> str:
    """The digits without an exponent; a fraction as "1/3".

    >>> format_number(Decimal("3.27E+12"))
    '3270000000000'
    """
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    return f"{number:f}"


def _check_number(what: str, number: Number | None) -> None:
    if number is None:
        return
    if isinstance(number, Decimal) and not number.is_finite():
        raise InvalidValue(what, number, "a finite number")
    if not is_writable(number):
        raise InvalidValue(what, number, f"a number of {_AT_MOST} before and behind the point")


@frozen(kw_only=True)
class Quantity:
    """A number as an article tells it.

    `value` is exact; the exponent of a Decimal keeps the digits that were written, so 3.27 trillion is `3.27E+12`
    and denotes what rounds to it. With the bound "between" it is the lower end and `upper` the higher. A fall is
    negative, and its bound is of the size of the fall. `words` are those of the article.

    >>> q = Quantity(value=Decimal(500), bound=Bound.OVER, unit=Unit.parse("{startup}"))
    >>> str(q)
    '>500 {startup}'
    >>> str(q.interval)
    '(500, inf)'
    >>> Quantity.parse("3.27E+12 CNY").step
    Decimal('1E+10')
    """

    value: Number = field(eq=str)
    upper: Number | None = field(default=None, eq=str)
    bound: Bound = Bound.EXACTLY
    unit: Unit = ONE
    words: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        _check_number("value", self.value)
        _check_number("upper", self.upper)
        if (self.upper is not None) != (self.bound is Bound.BETWEEN):
            raise InvalidValue("upper", self.upper, "an upper end with the bound between, and only with it")
        if self.upper is not None and Fraction(self.upper) < Fraction(self.value):
            raise InvalidValue("upper", self.upper, f"at least the value {self.value}")

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read what `str` writes.

        Raises:
            InvalidText: where the text is no quantity.
        """
        match = _FORM.fullmatch(text.strip())
        if not match:
            raise InvalidText("quantity", text, at=0, expected="a number and a unit, such as >=500 {startup}")
        upper = parse_number(match["upper"]) if match["upper"] else None
        bound = Bound.BETWEEN if upper is not None else _BOUNDS.get(match["sign"] or "", Bound.EXACTLY)
        unit = Unit.parse(match["unit"]) if match["unit"] else ONE
        return cls(value=parse_number(match["value"]), upper=upper, bound=bound, unit=unit)

    def __str__(self) -> str:
        upper = "" if self.upper is None else f"..{_written(self.upper)}"
        unit = "" if self.unit == ONE else f" {self.unit}"
        return f"{_SIGNS[self.bound]}{_written(self.value)}{upper}{unit}"

    @property
    def step(self) -> Decimal | None:
        """The weight of the last digit written; None for a fraction."""
        if isinstance(self.value, Fraction):
            return None
        return Decimal((0, (1,), int(self.value.as_tuple().exponent)))

    @property
    def interval(self) -> Interval:
        """All numbers that the words allow.

        What is told exactly covers all that rounds to the digits written; a count of whole things told to the last
        one is that count. "about" covers a tenth to either side (`ABOUT`), and never less than "exactly" would.
        """
        value = Fraction(self.value)
        match self.bound:
            case Bound.BETWEEN:
                return Interval(value, Fraction(self.upper if self.upper is not None else self.value))
            case Bound.EXACTLY | Bound.ABOUT:
                slack = max(self._rounding(), abs(value) * ABOUT if self.bound is Bound.ABOUT else Fraction(0))
                return Interval(value - slack, value + slack)
            case Bound.OVER | Bound.AT_LEAST | Bound.UNDER | Bound.AT_MOST:
                is_open = self.bound in {Bound.OVER, Bound.UNDER}
                if (self.bound in {Bound.OVER, Bound.AT_LEAST}) == (value >= 0):
                    return Interval(value, None, low_open=is_open)
                return Interval(None, value, high_open=is_open)

    def _rounding(self) -> Fraction:
        step = self.step
        if step is None or (step == 1 and (self.unit.is_count or self.unit == ONE)):
            return Fraction(0)
        return Fraction(step) / 2


def _written(number: Number) -> str:
    """The number with its written precision: a positive exponent is kept."""
    return str(number) if isinstance(number, Decimal) else format_number(number)
