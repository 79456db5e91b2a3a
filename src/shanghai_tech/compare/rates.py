"""Rates of exchange: given by the caller, or implied by articles that tell one amount in two currencies.

R1 A rate that is given as text or Decimal is exactly that; one given as a `Quantity` is all that it denotes.
R2 An article that restates an amount in another currency implies a rate: the quotient of the two. What "over" or
   "about" says of the amount it says of both; so only the digits written count, each for all that rounds to it.
R3 Several amounts of one article imply one rate: what is common to them. Where nothing is, the rate is all from the
   lowest to the highest, and `disagreement` says so.
R4 A rate that is given goes before one that is implied; of those that are implied, one by the articles that the amount
   is from goes first. Else all of them together, as in R3.
R5 A rate serves in both directions. Over a third currency only where `chain` asks for it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.compare.comparable import is_money
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.rate import Rate, chained, rate_unit, turned, united
from shanghai_tech.compare.wording import amount
from shanghai_tech.corpus import Corpus
from shanghai_tech.errors import InvalidValue, NotComparable
from shanghai_tech.model import Article, Bound, Evidence, Metric, Quantity, Record, Target, Unit
from shanghai_tech.model.quantity import parse_number
from shanghai_tech.model.unit import ONE

_NO_RATE: Final = "give one, Rates.given({{({0!r}, {1!r}): …}}), or take one that articles imply, Rates.implied(corpus)"


@frozen(kw_only=True, repr=False)
class Rates:
    """The rates that may be used to compare amounts in different currencies; joined by `|`.

    >>> rates = Rates.given({("USD", "CNY"): "6.9"})
    >>> rates.between("USD", "CNY")
    Rate(1 USD = 6.9 CNY, given)
    >>> rates.between("CNY", "USD")
    Rate(1 CNY = 0.1449 USD, given)
    """

    known: tuple[Rate, ...] = ()

    @classmethod
    def given(cls, rates: Mapping[tuple[str, str], str | Decimal | Fraction | int | Quantity]) -> Rates:
        """Rates by their currencies: `{("USD", "CNY"): "6.9"}` says that one dollar is 6.9 yuan.

        Raises:
            InvalidValue: for what is no currency, a float, or a rate that may be 0 or less.
        """
        return cls(known=tuple(_given(of, to, rate) for (of, to), rate in rates.items()))

    @classmethod
    def implied(cls, records: Corpus | Iterable[Article | Record], *, articles: Collection[str] | None = None) -> Rates:
        """The rates that articles imply, one for each pair of currencies and article.

        `articles` are the ids of those that are asked; by default all. Of a corpus, what each article tells is asked,
        not the merged records: these may have the amounts of several.

        >>> from shanghai_tech import read
        >>> reading = read("Suzhou's GDP was 1.86 trillion yuan ($278 billion) in 2018.", id="herald")
        >>> Rates.implied(reading)
        Rates(1 USD = 6.691 CNY (6.66 to 6.721), implied by herald)
        """
        items = records.tellings if isinstance(records, Corpus) else records
        found: dict[tuple[str, frozenset[str]], list[Rate]] = {}
        for record in items:
            if not isinstance(record, (Metric, Target)):
                continue
            article = record.evidence[0].article
            for rate in _implied_by(record) if articles is None or article in articles else ():
                found.setdefault((article, frozenset((rate.of, rate.to))), []).append(rate)
        return cls(known=tuple(united(each) for each in found.values()))

    def __or__(self, other: Rates) -> Rates:
        """All rates of both."""
        return Rates(known=tuple(dict.fromkeys((*self.known, *other.known))))

    def between(self, of: str, to: str, *, articles: Collection[str] = (), chain: bool = False) -> Rate | None:
        """How many of one currency one of another is (R4, R5), None where no rate tells.

        Args:
            of: the currency of which one is told in the other.
            to: the other.
            articles: the ids of those whose rates go before those of others.
            chain: whether a rate may be made of rates over other currencies.
        """
        direct = self._direct(of, to, articles)
        return direct if direct is not None or not chain else self._chained(of, to, articles)

    def _direct(self, of: str, to: str, articles: Collection[str]) -> Rate | None:
        known = [rate for rate in self.known if {rate.of, rate.to} == {of, to} and of != to]
        given = [rate for rate in known if rate.source == "given"]
        near = [rate for rate in known if any(article in articles for article in rate.articles)]
        chosen = given or near or known
        return united([turned(rate, of) for rate in chosen]) if chosen else None

    def _chained(self, of: str, to: str, articles: Collection[str]) -> Rate | None:
        """The chain over fewest currencies; of equally short ones that whose rates are told first."""
        ways: dict[str, tuple[str, ...]] = {of: (of,)}
        waiting = deque([of])
        while waiting and to not in ways:
            here = waiting.popleft()
            for rate in self.known:
                there = rate.to if rate.of == here else rate.of if rate.to == here else here
                if there not in ways:
                    ways[there] = (*ways[here], there)
                    waiting.append(there)
        way = ways.get(to, ())
        steps = [self._direct(one, other, articles) for one, other in pairwise(way)]
        return reduce(chained, [step for step in steps if step is not None]) if any(steps) else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the records that imply them."""
        return tuple(dict.fromkeys(piece for rate in self.known for piece in rate.evidence))

    def explain(self) -> str:
        """Each rate and where it is from, a sentence for each."""
        return " ".join(rate.explain() for rate in self.known)

    def __repr__(self) -> str:
        return f"Rates({'; '.join(repr(rate)[5:-1] for rate in self.known)})"


@frozen(kw_only=True, repr=False)
class Conversion:
    """An amount in another currency or unit; `rate` is None where a definition or nothing at all was needed."""

    quantity: Quantity
    figure: Figure
    rate: Rate | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the rate."""
        return () if self.rate is None else self.rate.evidence

    def explain(self) -> str:
        """What became what, and by which rate."""
        words = f"{amount(self.quantity)} is {self.figure}"
        return f"{words}. {self.rate.explain()}" if self.rate is not None else f"{words}, by definition."

    def __repr__(self) -> str:
        by = "by definition" if self.rate is None else repr(self.rate)
        return f"Conversion({amount(self.quantity)} = {self.figure}, {by})"


def convert(
    quantity: Quantity,
    to: Unit | str,
    *,
    rates: Rates | None = None,
    articles: Collection[str] = (),
    chain: bool = False,
) -> Conversion:
    """An amount in another unit or currency; of money per something, the currency alone may be told.

    >>> rates = Rates.given({("USD", "CNY"): "6.4"})
    >>> print(convert(Quantity.parse("4.00E+11 CNY"), "USD", rates=rates).explain())
    400 billion CNY is 62.5 billion USD (62.42 billion to 62.58 billion). One CNY is 0.1562 USD, as given.

    Raises:
        NotComparable: where there is no rate, or the units measure different things.
    """
    unit = Unit.parse(to) if isinstance(to, str) else to
    if unit.is_money and quantity.unit.is_money and not unit.per:
        unit = Unit(unit.term, quantity.unit.per)
    figure = Figure.of(quantity)
    if not is_money(quantity.unit, unit) or quantity.unit == unit:
        return Conversion(quantity=quantity, figure=figure.in_unit(unit))
    of, into = str(quantity.unit.term), str(unit.term)
    rate = (rates or Rates()).between(of, into, articles=articles, chain=chain)
    if rate is None:
        raise NotComparable((f"there is no rate from {of} to {into}",), hint=_NO_RATE.format(of, into))
    bare = evolve(figure, unit=ONE) * evolve(rate.figure, unit=ONE)
    return Conversion(quantity=quantity, figure=evolve(bare, unit=unit), rate=rate)


# ---------------------------------------------------------------- making rates


def _given(of: str, to: str, rate: object) -> Rate:
    for code in (of, to):
        if not Unit.of(code).is_money:
            raise InvalidValue("currency", code, "a code of ISO 4217 such as CNY")
    if isinstance(rate, Quantity):
        figure = Figure.of(rate)
        if rate.unit not in {ONE, Unit.of(to), rate_unit(of, to)}:
            raise InvalidValue("rate", str(rate), f"a number of {to}")
    elif isinstance(rate, (str, Decimal, Fraction, int)):
        figure = Figure.exactly(parse_number(rate) if isinstance(rate, str) else rate)
    else:
        raise InvalidValue("rate", rate, "a text such as '6.9', a Decimal, a Fraction or a Quantity")
    low = figure.interval.low
    if low is None or low < 0 or Fraction(0) in figure.interval:
        raise InvalidValue("rate", str(figure), "a number above 0")
    return Rate(of=of, to=to, figure=evolve(figure, unit=rate_unit(of, to)), source="given")


def _implied_by(fact: Metric | Target) -> Iterator[Rate]:
    """R2: a rate for each other currency, as many of the one told first."""
    first = fact.quantity
    for other in fact.restated if first is not None else ():
        if first is None or not is_money(first.unit, other.unit) or first.unit == other.unit:
            continue
        figure = _quotient(first, other)
        if figure is not None:
            of, to = str(other.unit.term), str(first.unit.term)
            yield Rate(of=of, to=to, figure=evolve(figure, unit=rate_unit(of, to)), source="implied", records=(fact,))


def _quotient(one: Quantity, other: Quantity) -> Figure | None:
    """One amount by the other, from the digits written; None where it is not above 0."""
    figure = _as_written(one).over(_as_written(other))
    low = None if figure is None else figure.interval.low
    return figure if low is not None and low > 0 else None


def _as_written(quantity: Quantity) -> Figure:
    exact = evolve(quantity, upper=None, bound=Bound.EXACTLY, unit=quantity.unit)
    return evolve(Figure.of(exact), unit=ONE)
