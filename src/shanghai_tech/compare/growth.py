"""An amount that is to be reached and growth until then → what there is at the start, if both are told of the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from attrs import evolve, frozen

from shanghai_tech.compare.alignment import YEARS, period_of, readings_of, years_from
from shanghai_tech.compare.comparable import Reason, Waivable, check_waived, refuse, topic
from shanghai_tech.compare.figure import Figure, factor_of
from shanghai_tech.compare.wording import evidence_of, quoted, told, when
from shanghai_tech.errors import InvalidValue, NotComparable
from shanghai_tech.model import Evidence, Form, Metric, Period, Target
from shanghai_tech.model.unit import ONE
from shanghai_tech.query.naming import Naming


@frozen(kw_only=True, repr=False)
class ImpliedStart:
    """What an amount and growth until then imply for the day from which on it grows.

    `figure` is the amount on the day `since`, `years` how long it grows.
    """

    level: Metric | Target
    growth: Metric | Target
    since: date
    years: Figure
    figure: Figure

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both facts."""
        return evidence_of(self.level, self.growth)

    def explain(self) -> str:
        """Both facts with their quotes, and what they imply."""
        both = f"{told(self.level)} ({quoted(self.level)}); {told(self.growth)} ({quoted(self.growth)})."
        return f"{both} Over {self.years} that takes {self.figure} on {self.since}."

    def __repr__(self) -> str:
        return f"ImpliedStart({self.figure} on {self.since}, {self.years} before; {told(self.level)})"


def implied_start(
    level: Metric | Target,
    growth: Metric | Target,
    *,
    since: Period | date,
    allow: Collection[Waivable] = (),
    naming: Naming | None = None,
) -> ImpliedStart:
    """What there was when growth began, by an amount at its end and the growth a year.

    Args:
        level: the amount, a metric or a target.
        growth: by how much it grows each year until then.
        since: the day from which on it grows, or a period whose last day that is.
        allow: reasons against comparing that are of no account: "indicator", where the labels have no word in common,
            or "subject".
        naming: which names mean the same; by default what the shipped vocabulary knows.

    >>> from shanghai_tech import read
    >>> reading = read("By 2025, Suzhou's robot output is to reach 121 billion yuan, growing 10 percent a year.")
    >>> targets = {target.form: target for target in reading.targets}
    >>> found = implied_start(targets[Form.LEVEL], targets[Form.GROWTH], since=Period.year(2023))
    >>> print(found.figure)
    100 billion CNY (98.68 billion to 101.4 billion)

    Raises:
        NotComparable: where one is no amount or the other no growth, they are not of the same, or due at other times.
        InvalidValue: for a start without a last day.
        InvalidQuestion: for a reason in `allow` that cannot be waived.
    """
    check_waived(allow)
    found = _reasons(level, growth, naming or Naming())
    refuse([reason for reason in found if reason.name not in allow])
    first = since.end if isinstance(since, Period) else since
    if first is None or (isinstance(since, Period) and since.candidates):
        raise InvalidValue("since", str(since), "a day, or a period whose last day is known")
    years = _years(level, first)
    factor = Figure.exactly(1) + _rate(growth)
    grown = factor.power(evolve(years, unit=ONE))
    figure = _amount(level).over(grown) if grown is not None else None
    if figure is None:
        raise NotComparable((f"of “{told(growth)}” nothing may be left in a year",))
    return ImpliedStart(level=level, growth=growth, since=first, years=years, figure=figure)


def _amount(fact: Metric | Target) -> Figure:
    if fact.quantity is None:
        raise NotComparable((f"“{told(fact)}” has no number",))
    return Figure.of(fact.quantity)


def _rate(fact: Metric | Target) -> Figure:
    rate = _amount(fact)
    if factor_of(rate.unit, ONE) is None:
        raise NotComparable((f"“{told(fact)}” is no growth in percent",))
    return rate.in_unit(ONE)


def _years(level: Metric | Target, first: date) -> Figure:
    period = period_of(level)
    ends = [reading.end for reading in readings_of(period)] if period is not None else [None]
    known = [Figure.exactly(years_from(first, end), YEARS) for end in ends if end is not None]
    if len(known) != len(ends):
        raise NotComparable((f"“{told(level)}” has no last day",))
    years = Figure.any_of(known)
    if years.interval.low is None or years.interval.low <= 0:
        raise NotComparable((f"“{told(level)}” is not after {first}",))
    return years


def _reasons(level: Metric | Target, growth: Metric | Target, naming: Naming) -> Iterator[Reason]:
    if level.form is not Form.LEVEL or growth.form is not Form.GROWTH:
        yield Reason(
            "dimension", f"a level and a growth are needed, not a {level.form.value} and a {growth.form.value}"
        )
    if topic(level).isdisjoint(topic(growth)):
        yield Reason("indicator", f"the one is of {level.label}, the other of {growth.label}")
    if level.subject is None or growth.subject is None or not naming.same(level.subject, growth.subject):
        about = (fact.subject or "nobody that is named" for fact in (level, growth))
        yield Reason("subject", "the one is about {}, the other about {}".format(*about))
    ends = [{reading.end for reading in readings_of(period)} for period in map(period_of, (level, growth)) if period]
    if len(ends) == 2 and ends[0].isdisjoint(ends[1]):
        days = [when(period) for period in map(period_of, (level, growth)) if period]
        yield Reason("dimension", "the one is told {}, the other {}".format(*days))
