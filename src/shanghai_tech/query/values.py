"""What a person writes in a question → typed values: amounts, units, periods, and words of closed lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias, TypeVar

from shanghai_tech.errors import InvalidQuestion, InvalidText, InvalidValue
from shanghai_tech.extraction.facts.indicators import indicator_of
from shanghai_tech.model import Period, Quantity, Unit
from shanghai_tech.reading import find_periods, find_quantities
from shanghai_tech.vocabulary import load_vocabulary

#: What stands for an amount: "1 trillion yuan", "1E+12 CNY", or a number of whatever is counted.
AskedQuantity: TypeAlias = str | Quantity | Decimal | Fraction | int
#: What stands for days: "2025", "the first half of 2019", "2019-H1", or a year.
AskedPeriod: TypeAlias = str | Period | date | int

_E = TypeVar("_E", bound=Enum)
_AMOUNT: Final = 'an amount such as "1 trillion yuan", "500 startups", "12 percent" or "1E+12 CNY"'
_DAYS: Final = 'days such as "2025", "March 2018", "the first half of 2019" or "2019-H1"'
_YEARS: Final = range(1, 10_000)


def quantity_of(value: object) -> Quantity:
    """The amount that a value or its words stand for.

    >>> str(quantity_of("1 trillion yuan")), str(quantity_of("1E+12 CNY")), str(quantity_of(500))
    ('1E+12 CNY', '1E+12 CNY', '500')

    Raises:
        InvalidText: for words that are no amount.
        InvalidQuestion: for anything else, such as a float, which is not exact.
    """
    match value:
        case Quantity():
            return value
        case str():
            return _quantity(value)
        case bool():
            pass
        case int() | Decimal():
            return Quantity(value=Decimal(value))
        case Fraction():
            return Quantity(value=value)
        case _:
            pass
    raise InvalidQuestion("quantity", value, f"{_AMOUNT}, a Quantity, or a whole or exact number")


def _quantity(text: str) -> Quantity:
    words = " ".join(text.split())
    found = find_quantities(words)
    if len(found) == 1 and found[0].span.slice(words) == words:
        return found[0].quantity
    try:
        return Quantity.parse(words)
    except (InvalidText, InvalidValue):
        at = found[0].span.end if found and found[0].span.start == 0 else 0
        raise InvalidText("quantity", words, at=at, expected=_AMOUNT) from None


def unit_of(value: object) -> Unit:
    """The unit that a value, a code or words stand for.

    >>> [str(unit_of(each)) for each in ("yuan", "USD", "startups", "{startup}", "square kilometers")]
    ['CNY', 'USD', '{startup}', '{startup}', 'km2']

    Raises:
        InvalidText: for words that are no unit.
        InvalidQuestion: for anything else.
    """
    if isinstance(value, Unit):
        return value
    if not isinstance(value, str):
        raise InvalidQuestion("unit", value, 'a unit such as "yuan", "startups", "CNY" or "%", or a Unit')
    words = " ".join(value.split())
    several = f"2 {words}"
    found = find_quantities(several)
    if len(found) == 1 and found[0].span.slice(several) == several and found[0].quantity.value == 2:
        return found[0].quantity.unit
    return Unit.parse(words)


def period_of(value: object) -> Period:
    """The days that a value or its words stand for.

    >>> str(period_of("the first half of 2019")), str(period_of(2025)), str(period_of("../2025"))
    ('2019-H1', '2025', '../2025')

    Raises:
        InvalidText: for words that are no period, or one that is counted from another, such as "last year".
        InvalidQuestion: for anything else.
    """
    match value:
        case Period():
            return value
        case str():
            return _period(value)
        case datetime():
            return Period.day(value.date())
        case date():
            return Period.day(value)
        case bool():
            pass
        case int() if value in _YEARS:
            return Period.year(value)
        case _:
            pass
    raise InvalidQuestion("period", value, f"{_DAYS}, a Period, a date or a year")


def _period(text: str) -> Period:
    words = " ".join(text.split())
    try:
        return Period.parse(words)
    except (InvalidText, InvalidValue) as error:
        found = find_periods(words)
        period = found[0].period if len(found) == 1 and found[0].span.slice(words) == words else None
        if period is not None:
            return period
        if found and found[0].period is None:
            raise InvalidText("period", words, at=found[0].span.start, expected="days that need no other") from None
        at = error.at if isinstance(error, InvalidText) else 0
        raise InvalidText("period", words, at=at, expected=_DAYS) from None


def choice_of(value: object, choices: Iterable[_E], *, what: str) -> tuple[_E, ...]:
    """The members of closed lists that a value or its word stands for; two lists may share a word.

    Raises:
        InvalidQuestion: for what is in none of them.
    """
    known = tuple(choices)
    word = "-".join(value.casefold().replace("_", " ").split()) if isinstance(value, str) else None
    found = tuple(each for each in known if each is value or each.value == word)
    if not found:
        raise InvalidQuestion(what, value, one_of((str(each.value) for each in known), value))
    return found


def word_of(value: object, words: Iterable[str], *, what: str) -> str:
    """The word of a closed list that a value is.

    Raises:
        InvalidQuestion: for what is not in it.
    """
    known = tuple(words)
    if not isinstance(value, str) or value not in known:
        raise InvalidQuestion(what, value, one_of(known, value))
    return value


def one_of(words: Iterable[str], value: object) -> str:
    """What would be right, and what was probably meant."""
    known = list(dict.fromkeys(words))
    meant = near(value, known) if isinstance(value, str) else ()
    told = f"one of {', '.join(known)}"
    return f"{told}; did you mean {meant[0]!r}?" if meant else told


def near(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words of a list that are spelled much like a text, the nearest first."""
    by_fold = {each.casefold(): each for each in known}
    return tuple(by_fold[each] for each in get_close_matches(text.casefold(), by_fold, n=3, cutoff=0.75))


def text_of(value: object, *, what: str) -> str:
    """The text that a question gives.

    Raises:
        InvalidQuestion: for what is no text, or an empty one.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidQuestion(what, value, "a text that is not empty; is_told asks whether there is one")
    return value


def indicators_of(text: str) -> frozenset[str]:
    """The identifiers of what is measured that a text may stand for: itself, and those that its words make.

    >>> sorted(indicators_of("GDP")), sorted(indicators_of("patents"))
    (['gdp'], ['patent', 'patents'])
    """
    made = indicator_of(text, (), vocabulary=load_vocabulary())
    return frozenset({made, text} if text == "_".join(text.casefold().split()) else {made})
