"""Facts, quotes and numbers → words for people: what `explain()` and reasons are made of."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from shanghai_tech.compare.rounding import Side, magnitude, rounded
from shanghai_tech.model import Evidence, Form, Metric, Number, Period, Quantity, Record, Target, Unit, UnitTerm
from shanghai_tech.model.quantity import MAX_DIGITS, format_number
from shanghai_tech.vocabulary import load_vocabulary

#: How many significant digits of a computed number people are shown, at least.
DIGITS: Final = 4
_SCALES: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
#: A longer quote is cut in the middle.
_LONGEST: Final = 80
#: More pieces of evidence than these are only counted.
_MOST: Final = 3


# ---------------------------------------------------------------- numbers


def plain(number: Number | int, *, digits: int | None = None, side: Side = Side.NEAR) -> str:
    """A number for people; with `digits`, rounded to at least so many, though never before the point below a million.

    >>> plain(Decimal("4.00E+11")), plain(12000), plain(Decimal("47.50")), plain(Fraction(1, 3))
    ('400 billion', '12,000', '47.5', '1/3')
    >>> plain(Fraction(254207123456), digits=4), plain(Fraction(199, 30), digits=3), plain(Fraction(123457), digits=3)
    ('254.2 billion', '6.63', '123,457')
    """
    exact = Fraction(number)
    if digits is not None:
        exact = _shortened(exact, digits, side)
    if abs(magnitude(exact)) > MAX_DIGITS:
        return _with_exponent(exact, digits or DIGITS)
    if not _ends(exact):
        return format_number(exact)
    power, name = next(((power, name) for power, name in _SCALES if magnitude(exact) >= power), (0, ""))
    scaled = exact / 10**power
    if power and rounded(scaled, 4) != scaled:
        power, name, scaled = 0, "", exact
    return f"{_decimal(scaled):,f}" + (f" {name}" if power else "")


def _shortened(number: Fraction, digits: int, side: Side) -> Fraction:
    size = magnitude(number)
    return rounded(number, digits - 1 - size if size >= 6 else max(0, digits - 1 - size), side=side)


def _with_exponent(number: Fraction, digits: int) -> str:
    """A number beyond all that papers print, such as growth of a day taken for a year."""
    size = magnitude(number)
    return f"{_decimal(rounded(number / Fraction(10) ** size, digits - 1))}E{size:+}"


def _ends(number: Fraction) -> bool:
    """Whether the digits behind the point come to an end."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _decimal(number: Fraction) -> Decimal:
    """A number whose digits end, as one; nothing is rounded, however many they are."""
    places = 0
    while number.denominator != 1:
        number, places = number * 10, places + 1
    digits = tuple(map(int, str(abs(number.numerator))))
    return Decimal((int(number < 0), digits, -places))


# ---------------------------------------------------------------- amounts


def amount(quantity: Quantity) -> str:
    """A quantity as told, in words.

    >>> amount(Quantity.parse(">500 {innovation space}")), amount(Quantity.parse("47.5 {patent}/10000{resident}"))
    ('over 500 innovation spaces', '47.5 patents per 10,000 residents')
    """
    upper = "" if quantity.upper is None else f" to {plain(quantity.upper)}"
    return quantity.bound.words + with_unit(f"{plain(quantity.value)}{upper}", quantity.unit)


def with_unit(number: str, unit: Unit) -> str:
    """A number that is already in words, with its unit behind it.

    >>> with_unit("3", Unit.parse("{company}")), with_unit("1", Unit.parse("{company}")), with_unit("12", Unit.of("%"))
    ('3 companies', '1 company', '12 %')
    """
    parts = [number, _term(unit.term, is_one=number in {"1", "-1"})]
    for each in unit.per:
        parts += ["per", _term(each, is_one=each.scale == 1)]
    return " ".join(filter(None, parts))


def _term(term: UnitTerm, *, is_one: bool) -> str:
    scale = "" if term.scale == 1 else f"{plain(term.scale)} "
    if term.noun is None:
        return scale + ("" if term.code == "1" else str(term.code))
    return scale + (term.noun if is_one else _plural(term.noun))


def _plural(noun: str) -> str:
    first, space, last = noun.rpartition(" ")
    known = _plurals().get(last)
    if known is None:
        if last.endswith("y") and last[-2:-1] not in set("aeiou"):
            known = f"{last[:-1]}ies"
        else:
            known = last + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")
    return f"{first}{space}{known}"


@cache
def _plurals() -> dict[str, str]:
    return {each.id: each.plural for each in load_vocabulary().plural}


# ---------------------------------------------------------------- facts


def when(period: Period) -> str:
    """The days of a period as they are told.

    >>> [when(Period.parse(text)) for text in ("../2025", "2018", "2016/2020", "2020/..", "2019-05-07|2019-07-05")]
    ['by 2025', 'in 2018', 'from 2016 to 2020', 'since 2020', 'on 2019-05-07 or 2019-07-05']
    """
    one = period.candidates[0] if period.candidates else period
    if one.start is None or one.end is None:
        lead = "by" if one.start is None else "since"
    elif "/" in str(one):
        lead = "from"
    else:
        lead = "on" if one.start == one.end else "in"
    return f"{lead} {' or '.join(map(_days, period.candidates or (period,)))}"


def _days(period: Period) -> str:
    first, _, last = str(period).partition("/")
    return " to ".join(each for each in (first, last) if each not in {"", ".."})


def told(fact: Metric | Target) -> str:
    """A fact in plain words: whose, what, how much, when.

    >>> from shanghai_tech import read
    >>> told(read("Suzhou had over 12,000 startups in 2017.").metrics[0])
    'Suzhou, startups: over 12,000 startups in 2017'
    >>> told(read("Suzhou plans to open 30 stores by 2025.").targets[0])
    'Suzhou, stores: a target of 30 stores by 2025'
    """
    whose = f"{fact.subject}, {fact.label}" if fact.subject is not None else fact.label
    period = fact.period if isinstance(fact, Metric) else fact.due
    aim = "" if isinstance(fact, Metric) else "a target" if fact.quantity is None else "a target of "
    much = "" if fact.quantity is None else stated(fact.quantity, fact)
    days = "" if period is None else f" {when(period)}"
    return f"{whose}: {aim}{much}{days}"


def stated(quantity: Quantity, fact: Metric | Target) -> str:
    """A quantity of a fact in words, by the kind of statement that it is part of.

    >>> from shanghai_tech import read
    >>> fact, = read("Suzhou ranked No. 3 in 2017.").metrics
    >>> stated(fact.quantity, fact)
    'No. 3'
    """
    words = amount(quantity)
    match fact.form:
        case Form.RANK:
            return f"No. {words}"
        case Form.MULTIPLE:
            return f"{words} times" + (f" ({fact.base})" if fact.base else "")
        case Form.GROWTH:
            return f"growth of {words}" + (f" ({fact.base})" if fact.base else "")
        case Form.SHARE:
            return f"{words} of {fact.base or 'a whole'}"
        case Form.LEVEL:
            return words


def quoted(*records: Record) -> str:
    """The quotes of the evidence of some records, each with the id of its article; long ones are shortened.

    >>> from shanghai_tech import read
    >>> quoted(*read("Suzhou had over 12,000 startups in 2017.", id="herald").metrics)
    '“over 12,000 startups” [herald]'
    """
    pieces = evidence_of(*records)
    shown: dict[str, dict[str, None]] = {}
    for piece in pieces:
        shown.setdefault(_short(piece.quote), {})[piece.article] = None
    parts = [f"“{quote}” [{', '.join(articles)}]" for quote, articles in shown.items()]
    if len(parts) > _MOST * max(1, len(records)):
        left = len(parts) - _MOST * max(1, len(records))
        parts = [*parts[:-left], f"{left} more"]
    return listed(parts)


def evidence_of(*records: Record) -> tuple[Evidence, ...]:
    """All evidence of some records, each piece once, in their order."""
    return tuple(dict.fromkeys(piece for record in records for piece in record.evidence))


def listed(parts: Iterable[str], *, last: str = "and") -> str:
    """Words for several things beside one another.

    >>> listed(["Suzhou"]), listed(["2017", "2018"]), listed(["CNY", "USD", "EUR"], last="or")
    ('Suzhou', '2017 and 2018', 'CNY, USD or EUR')
    """
    *first, final = list(parts) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return (
        words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2].rstrip()} … {words[-_LONGEST // 3 :].lstrip()}"
    )
