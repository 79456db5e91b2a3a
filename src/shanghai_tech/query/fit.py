"""Amounts in one unit → how they answer a question in another: by definition, perhaps, or not at all."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from shanghai_tech.model import Form, Metric, Target, Unit
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.units import COUNT, conversion, dimension_of, same_count


@frozen
class Fit:
    """One of the unit told is `factor` of the unit asked; None, with the reason, where that is not known.

    `truth` is the most that an answer can be: possible for counts of what may be more than is asked for and for money
    of another currency, impossible for what measures something else.
    """

    truth: Truth
    factor: Fraction | None = None
    why: str = ""


def is_part(fact: Metric | Target) -> bool:
    """Whether the numbers of a fact are parts of something: one-third is so many percent."""
    return fact.form in {Form.SHARE, Form.GROWTH}


def fit(told: Unit, asked: Unit, *, part: bool = False) -> Fit:
    """How amounts in the unit told answer a question in the unit asked; a bare number asks for whatever is counted.

    A `part` of something that is told without a unit is a hundred times as many percent.

    >>> fit(Unit.of("km2"), Unit.of("ha")).factor, fit(Unit.of("USD"), Unit.of("CNY")).why
    (Fraction(100, 1), 'no rate is known between USD and CNY')
    >>> fit(Unit.counted("startup"), Unit.of("CNY")).why
    '{startup} is count, CNY is money'
    """
    dimension, wanted = dimension_of(told), dimension_of(asked)
    if part and (told, asked) == (ONE, PERCENT):
        return Fit(Truth.CERTAIN, Fraction(100))
    if asked == ONE and dimension == COUNT:
        return Fit(Truth.CERTAIN, Fraction(1))
    factor = conversion(told, asked)
    if factor is not None:
        return Fit(Truth.CERTAIN, factor)
    shared = same_count(told, asked)
    if shared is not None:
        is_kind = shared == asked
        return Fit(Truth.of(is_kind) | Truth.POSSIBLE, Fraction(1), "" if is_kind else f"{told} may be {asked}")
    if dimension != wanted:
        return Fit(Truth.IMPOSSIBLE, why=f"{told} is {dimension}, {asked} is {wanted}")
    if COUNT in dimension.split("/"):
        return Fit(Truth.IMPOSSIBLE, why=f"{told} is not {asked}")
    return Fit(Truth.POSSIBLE, why=f"no rate is known between {told} and {asked}")
