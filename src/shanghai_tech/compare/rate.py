"""One rate of exchange: how many of a currency one of another is, and where that is from.

Several that are to be one (`united`) are what is common to them; where nothing is, the rate is all from the lowest to
the highest, and `disagreement` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.compare import intervals
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.wording import evidence_of, listed, quoted
from shanghai_tech.errors import NotComparable
from shanghai_tech.model import Evidence, Metric, Target, Unit
from shanghai_tech.model.unit import ONE

#: Where a rate is from: the caller, or the records that imply it.
Source: TypeAlias = Literal["given", "implied"]


@frozen(kw_only=True, repr=False)
class Rate:
    """How many of the currency `to` one of the currency `of` is, and where that is from.

    `records` are those that imply it; `via` is what a chain of rates goes over.
    """

    of: str
    to: str
    figure: Figure
    source: Source
    records: tuple[Metric | Target, ...] = ()
    via: tuple[str, ...] = ()
    disagreement: str = ""

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that imply it."""
        return tuple(dict.fromkeys(piece.article for piece in self.evidence))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the records that imply it; none of one that is given."""
        return evidence_of(*self.records)

    @property
    def worth(self) -> Figure:
        """What one of the currency `of` is, as an amount of the other."""
        return evolve(self.figure, unit=Unit.of(self.to))

    def reciprocal(self) -> Rate:
        """How many of `of` one of `to` is."""
        figure = Figure.exactly(1).over(evolve(self.figure, unit=ONE))
        if figure is None:  # all rates are above 0
            raise NotComparable((f"{self} may be 0",))
        return evolve(self, of=self.to, to=self.of, figure=evolve(figure, unit=rate_unit(self.to, self.of)))

    def explain(self) -> str:
        """What it is and where from, in a sentence."""
        via = f" over {listed(self.via)}" if self.via else ""
        if self.source == "given":
            return f"One {self.of} is {self.worth}{via}, as given."
        odd = f" {self.disagreement}" if self.disagreement else ""
        return f"One {self.of} is {self.worth}{via}, as implied by {quoted(*self.records)}.{odd}"

    def __repr__(self) -> str:
        told_by = f" by {listed(self.articles)}" if self.records else ""
        return f"Rate(1 {self.of} = {self.worth}, {self.source}{told_by})"


def rate_unit(of: str, to: str) -> Unit:
    """So many of one currency per one of another."""
    return Unit.of(to).over(Unit.of(of).term)


def turned(rate: Rate, of: str) -> Rate:
    """The rate of one of its two currencies in the other."""
    return rate if rate.of == of else rate.reciprocal()


def united(rates: Iterable[Rate]) -> Rate:
    """One rate of at least one for the same currencies, in the direction of the first."""
    first, *others = rates
    known = [first, *(turned(rate, first.of) for rate in others)]
    if len(known) == 1:
        return first
    shared = intervals.common(rate.figure.interval for rate in known)
    odd = "" if shared is not None else f"They do not agree: {listed(str(rate.figure) for rate in known)}."
    whole = shared if shared is not None else intervals.hull(rate.figure.interval for rate in known)
    closest = min(known, key=_width).figure.nominal
    nominal = closest if shared is not None and closest is not None and closest in shared else None
    return evolve(
        first,
        figure=Figure(interval=whole, nominal=nominal, unit=first.figure.unit),
        records=tuple(dict.fromkeys(record for rate in known for record in rate.records)),
        disagreement=odd or next((rate.disagreement for rate in known if rate.disagreement), ""),
    )


def _width(rate: Rate) -> Fraction:
    low, high = rate.figure.interval.low, rate.figure.interval.high
    return Fraction(0) if low is None or high is None else (high - low) / low


def chained(one: Rate, other: Rate) -> Rate:
    """The rate over a currency that two have in common."""
    figure = evolve(one.figure, unit=ONE) * evolve(other.figure, unit=ONE)
    return Rate(
        of=one.of,
        to=other.to,
        figure=evolve(figure, unit=rate_unit(one.of, other.to)),
        source="implied" if "implied" in {one.source, other.source} else "given",
        records=tuple(dict.fromkeys((*one.records, *other.records))),
        via=(*one.via, one.to, *other.via),
        disagreement=one.disagreement or other.disagreement,
    )
