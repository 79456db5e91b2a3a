"""Two facts → how they stand to one another in each aspect: what is measured, of whom, when, and how much.

| aspect | same | finer | apart |
| --- | --- | --- | --- |
| kind, indicator, form | equal (T1) | | else |
| subject | equal (T2) | told, where the other does not | else |
| base | equal words | told, where the other does not; more words | no word in common; a part and no part |
| period | equal (T3) | days within those of the other; "in 2025" within "by 2025" | else |
| amount | equal intervals | each amount of the other holds one of this; a narrower noun | no unit in common |

"Finer" is a preorder in each, so that it is one in all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import product
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.compare.alignment import period_of
from shanghai_tech.compare.comparable import amounts_of, same_base
from shanghai_tech.compare.figure import factor_of
from shanghai_tech.compare.intervals import product as product_of
from shanghai_tech.compare.thing import base_words, measured, whens, whom
from shanghai_tech.compare.wording import stated, when
from shanghai_tech.model import Bound, Form, Interval, Metric, Quantity, Target, Unit, UnitTerm
from shanghai_tech.query.naming import Naming
from shanghai_tech.query.units import COUNT, dimension_of, same_count

#: A count with so many zeros at its end may be a rounded one.
_ROUND: Final = 100


class Relation(Enum):
    """How one fact stands to another in an aspect; `UNSURE` is where both may be true, or mean the same."""

    SAME = "same"
    FINER = "finer"
    COARSER = "coarser"
    UNSURE = "unsure"
    DISJOINT = "disjoint"
    APART = "apart"

    @classmethod
    def of(cls, *, finer: bool, coarser: bool, otherwise: Relation) -> Relation:
        """What follows from whether each tells all that the other does."""
        if finer and coarser:
            return cls.SAME
        return cls.FINER if finer else cls.COARSER if coarser else otherwise


@frozen(kw_only=True)
class Aspect:
    """One of the ways in which two facts stand to one another, with words that show both values."""

    name: str
    relation: Relation
    words: str = ""


def aspects(one: Metric | Target, other: Metric | Target, naming: Naming) -> tuple[Aspect, ...]:
    """All aspects of two facts; the amount comes last.

    >>> from shanghai_tech import read
    >>> one, other = read("Suzhou had over 500 startups in 2017. Suzhou had 523 startups in 2017.").metrics
    >>> aspects(one, other, Naming())[-1].words
    '“over 500 startups” holds “523 startups”'
    """
    return tuple(_aspects(one, other, naming))


def _aspects(one: Metric | Target, other: Metric | Target, naming: Naming) -> Iterator[Aspect]:
    kinds = "true" if isinstance(one, Metric) else "intended", "true" if isinstance(other, Metric) else "intended"
    yield _equal("kind", same=kinds[0] == kinds[1], words=f"the one is told as {kinds[0]}, the other as {kinds[1]}")
    same = measured(one) == measured(other)
    yield _equal("indicator", same=same, words=f"the one is of {one.label}, the other of {other.label}")
    forms = one.form.value, other.form.value
    yield _equal("form", same=forms[0] == forms[1], words=f"the one is a {forms[0]}, the other a {forms[1]}")
    yield _subject(one, other, naming)
    yield _base(one, other)
    yield _period(one, other)
    yield _amount(one, other)


def _equal(name: str, *, same: bool, words: str) -> Aspect:
    return (
        Aspect(name=name, relation=Relation.SAME) if same else Aspect(name=name, relation=Relation.APART, words=words)
    )


def _subject(one: Metric | Target, other: Metric | Target, naming: Naming) -> Aspect:
    if one.subject is None or other.subject is None:
        subject = one.subject or other.subject
        relation = Relation.of(finer=other.subject is None, coarser=one.subject is None, otherwise=Relation.APART)
        return Aspect(name="subject", relation=relation, words=f"only one says that it is about {subject}")
    same = whom(one.subject, naming) == whom(other.subject, naming)
    return _equal("subject", same=same, words=f"the one is about {one.subject}, the other about {other.subject}")


def _base(one: Metric | Target, other: Metric | Target) -> Aspect:
    mine, yours = base_words(one), base_words(other)
    if one.form is Form.LEVEL and bool(mine) != bool(yours):
        return _equal("base", same=False, words=f"only one is a part of “{one.base or other.base}”")
    alike = one.base is not None and other.base is not None and same_base(one.base, other.base)
    otherwise = Relation.UNSURE if alike else Relation.APART
    relation = Relation.of(finer=mine >= yours, coarser=yours >= mine, otherwise=otherwise)
    words = f"the one is relative to {_or_untold(one.base)}, the other to {_or_untold(other.base)}"
    return Aspect(name="base", relation=relation, words=words)


def _or_untold(base: str | None) -> str:
    return "a base that it does not tell" if base is None else f"“{base}”"


def _period(one: Metric | Target, other: Metric | Target) -> Aspect:
    mine, yours = whens(one), whens(other)
    may_be = any(a.within(b) or b.within(a) for a, b in product(mine, yours))
    relation = Relation.of(
        finer=not yours or (bool(mine) and all(any(a.within(b) for b in yours) for a in mine)),
        coarser=not mine or (bool(yours) and all(any(b.within(a) for a in mine) for b in yours)),
        otherwise=Relation.UNSURE if may_be else Relation.APART,
    )
    return Aspect(name="period", relation=relation, words=f"the one tells of {_days(one)}, the other of {_days(other)}")


def _days(fact: Metric | Target) -> str:
    period = period_of(fact)
    return "no time" if period is None else when(period).removeprefix("in ").removeprefix("on ")


# ---------------------------------------------------------------- how much


def _amount(one: Metric | Target, other: Metric | Target) -> Aspect:
    """Each amount of the coarser fact holds one of the finer: restated ones count, and none holds whatever is told."""
    mine, yours = amounts_of(one), amounts_of(other)
    relation = Relation.of(
        finer=all(any(_tells(a, b) for a in mine) for b in yours),
        coarser=all(any(_tells(b, a) for b in yours) for a in mine),
        otherwise=_otherwise(mine, yours),
    )
    return Aspect(name="amount", relation=relation, words=_amount_words(one, other, relation))


def _amount_words(one: Metric | Target, other: Metric | Target, relation: Relation) -> str:
    if one.quantity is None or other.quantity is None:
        known = one if other.quantity is None else other
        return "" if known.quantity is None else f"only one has a number: “{stated(known.quantity, known)}”"
    mine, yours = f"“{stated(one.quantity, one)}”", f"“{stated(other.quantity, other)}”"
    match relation:
        case Relation.SAME:
            return f"both tell {mine}"
        case Relation.FINER:
            return f"{yours} holds {mine}"
        case Relation.COARSER:
            return f"{mine} holds {yours}"
        case Relation.APART:
            return f"{mine} and {yours} have no unit in common"
        case Relation.DISJOINT:
            return f"{mine} and {yours} have no number in common"
        case Relation.UNSURE:
            return f"{mine} and {yours} may be the same number"


def _tells(one: Quantity, other: Quantity) -> bool:
    """Whether an amount tells all that another does."""
    both = _in_one_unit(one, other)
    return both is not None and both.kind in {Relation.SAME, Relation.FINER} and both.one.within(both.other)


def _otherwise(mine: tuple[Quantity, ...], yours: tuple[Quantity, ...]) -> Relation:
    """Of amounts of which neither tells the other: whether they can be one number."""
    pairs = [(a, b, both) for a, b in product(mine, yours) if (both := _in_one_unit(a, b)) is not None]
    if not pairs:
        return Relation.APART
    apart = any(both.kind is Relation.SAME and _disjoint(a, b) for a, b, both in pairs)
    return Relation.DISJOINT if apart else Relation.UNSURE


@frozen
class _Both:
    """Two intervals in one unit, and whether the things counted are the same, or the one a kind of the other."""

    one: Interval
    other: Interval
    kind: Relation


def _in_one_unit(one: Quantity, other: Quantity) -> _Both | None:
    if len(one.unit.per) != len(other.unit.per):
        return None
    factor, kinds = Fraction(1), set[Relation]()
    for at, (mine, yours) in enumerate(
        zip((one.unit.term, *one.unit.per), (other.unit.term, *other.unit.per), strict=True)
    ):
        joined = _joined(mine, yours)
        if joined is None:
            return None
        factor = factor * joined[0] if at == 0 else factor / joined[0]
        kinds.add(joined[1])
    kinds.discard(Relation.SAME)
    if len(kinds) > 1:
        return None
    point = Interval(factor, factor)
    return _Both(product_of(one.interval, point), other.interval, kinds.pop() if kinds else Relation.SAME)


def _joined(one: UnitTerm, other: UnitTerm) -> tuple[Fraction, Relation] | None:
    """How many of one factor of a unit one of another is, and whether it counts the same or a kind of it."""
    factor = factor_of(Unit(one), Unit(other))
    if factor is not None:
        return factor, Relation.SAME
    mine, yours = _noun_alone(one), _noun_alone(other)
    if mine == yours:
        return Fraction(one.scale, other.scale), Relation.SAME
    wider = same_count(mine, yours)
    if wider is None or {dimension_of(mine), dimension_of(yours)} != {COUNT}:
        return None
    return Fraction(one.scale, other.scale), Relation.FINER if wider == yours else Relation.COARSER


def _noun_alone(term: UnitTerm) -> Unit:
    """What a term counts, however it is hyphenated."""
    return Unit(term if term.noun is None else UnitTerm(noun=term.noun.replace("-", "").casefold()))


def _disjoint(one: Quantity, other: Quantity) -> bool:
    """Whether no number is told by both, though round counts be rounded ones, and "over 500" be told of 500."""
    both = _in_one_unit(_rounded(one), _rounded(other))
    return both is not None and (_below(both.one, both.other) or _below(both.other, both.one))


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _rounded(quantity: Quantity) -> Quantity:
    """A count told to the last one but with zeros at its end, as one that may have been rounded to them."""
    value = Fraction(quantity.value)
    if quantity.bound is not Bound.EXACTLY or not quantity.unit.is_count or value == 0 or value % _ROUND:
        return quantity
    return evolve(quantity, value=Decimal(int(value)).normalize())
