"""A metric and a target → whether what was promised is there: met, missed, open or unknown.

P1 A target is for at least its lower end; one for a fall, for a rank, or for "under" or "at most" so much is for at
   most its higher end. "About" 300 is from 270 on. What is told without a bound is for that number: a metric that is
   a little less and rounds to it may be there or not, and one that is told as that number or more is there.
P2 Met: the metric is certainly there, and of no later than the due date.
P3 Missed: the metric is certainly not there, and ends with the due date or later.
P4 Open: the metric is certainly not there, and ends before the due date, which is not before `as_of` either.
P5 Open as well: what is to be so in a period, and the metric is of before it; growth until the period has ended.
P6 Unknown: anything else. A metric that may be there or not, is not dated, or is there but only told for later than
   the due date; a target without a date, since what was there may have been there when it was promised; an ambiguous
   date that makes a difference.

A metric with a weaker bound or a vaguer date gives the same outcome or a weaker one: never a met or missed that was
none. Rounded to fewer digits it may become what was promised, and so be met, but what is met is never missed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.compare.alignment import Aligned, aligned, part_of_year, readings_of, years_between
from shanghai_tech.compare.comparable import Waivable, reasons_against, refuse
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.intervals import common
from shanghai_tech.compare.rates import Conversion, Rates
from shanghai_tech.compare.wording import evidence_of, quoted, told, when
from shanghai_tech.model import Bound, Evidence, Form, Interval, Metric, Period, Target, Unit
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.naming import Naming
from shanghai_tech.query.truth import Truth

_Result: TypeAlias = Figure | str
_POINTS: Final = Unit.of("pp")


class Outcome(Enum):
    """What has become of a target, as far as a metric tells."""

    MET = "met"
    MISSED = "missed"
    OPEN = "open"
    UNKNOWN = "unknown"


@frozen(kw_only=True, repr=False)
class Progress:
    """How far a metric is from a target; a figure is None where it does not exist, and `why_not` has its name and why.

    `reached` is the metric as a percentage of the target. `needed_per_year` is how much it has to grow each year, from
    the end of its period to the due date: in percent, a share in percentage points. `reason` tells why the outcome is
    what it is.
    """

    metric: Metric
    target: Target
    outcome: Outcome
    reason: str
    reached: Figure | None
    needed_per_year: Figure | None
    years: Figure | None
    why_not: tuple[tuple[str, str], ...] = ()
    conversions: tuple[Conversion, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both facts and of the rates that were needed."""
        rates = (piece for each in self.conversions for piece in each.evidence)
        return tuple(dict.fromkeys((*evidence_of(self.target, self.metric), *rates)))

    def explain(self) -> str:
        """What was promised, what is there, with the quotes, and what that comes to."""
        both = f"{told(self.target)} ({quoted(self.target)}); {told(self.metric)} ({quoted(self.metric)})."
        verdict = f"That is {self.outcome.value}: {self.reason}."
        more = [f"Reached is {self.reached} of it."] if self.reached is not None else []
        more += [f"Still needed is {self.needed_per_year} a year."] if self.needed_per_year is not None else []
        return " ".join([both, verdict, *more, *(each.explain() for each in self.conversions)])

    def __repr__(self) -> str:
        figures = (("reached", self.reached), ("needed_per_year", self.needed_per_year))
        shown = "".join(f", {name}={figure}" for name, figure in figures if figure is not None)
        return f"Progress({self.outcome.value}{shown}; {told(self.target)}; {told(self.metric)})"


def progress(
    metric: Metric,
    target: Target,
    *,
    as_of: date | None = None,
    rates: Rates | None = None,
    naming: Naming | None = None,
    allow: Collection[Waivable] = (),
) -> Progress:
    """What a metric tells about a target.

    Args:
        metric: what is there.
        target: what was promised.
        as_of: the day on which that is asked, if not that of the metric: what was due before is no longer open.
        rates: what makes one currency of another, where no article restates the amount.
        naming: which names mean the same; by default what the shipped vocabulary knows.
        allow: reasons against comparing that are of no account, such as "subject".

    >>> from shanghai_tech import read
    >>> reading = read("Suzhou had 60 parks in 2021. Suzhou plans to have 100 parks by 2025.", id="herald")
    >>> found = progress(reading.metrics[0], reading.targets[0])
    >>> found.outcome, str(found.reached), str(found.needed_per_year)
    (<Outcome.OPEN: 'open'>, '60 %', '13.62 %')

    Raises:
        NotComparable: with the reasons, where the facts have nothing to compare.
        InvalidQuestion: for a reason in `allow` that cannot be waived.
    """
    refuse(reasons_against(metric, target, allow=allow, naming=naming))
    both = aligned(target, metric, rates=rates)
    goal = goal_of(target, both.first)
    outcome, reason = _outcome(metric, target, _is_there(target, both), as_of=as_of)
    years = years_between(metric, target)
    results: dict[str, _Result] = {
        "years": years,
        "reached": _reached(both, target, goal),
        "needed_per_year": "it is met" if outcome is Outcome.MET else _needed(both, target, goal, years=years),
    }
    return Progress(
        metric=metric,
        target=target,
        outcome=outcome,
        reason=reason,
        **{name: None if isinstance(result, str) else result for name, result in results.items()},
        why_not=tuple((name, result) for name, result in results.items() if isinstance(result, str)),
        conversions=both.conversions,
    )


# ---------------------------------------------------------------- whether it is there


def goal_of(target: Target, amount: Figure) -> Interval:
    """P1: all amounts that meet a target; its own may be told in another unit.

    >>> from shanghai_tech import read
    >>> target, = read("Suzhou plans to open over 30 stores by 2025.").targets
    >>> print(goal_of(target, Figure.of(target.quantity)))
    (30, inf)
    """
    if amount.nominal is None or target.quantity is None or target.quantity.bound is Bound.ABOUT:
        return _goal(target, amount.interval)
    return _goal(target, Interval(amount.nominal, amount.nominal))


def _goal(target: Target, told_as: Interval) -> Interval:
    falls = told_as.high is not None and told_as.low is not None and told_as.high < 0
    if told_as.high is not None and (told_as.low is None or falls or target.form is Form.RANK):
        return evolve(told_as, low=None, low_open=False)
    return evolve(told_as, high=None, high_open=False)


def _is_there(target: Target, both: Aligned) -> Truth:
    """P1: where 4 percent is promised, what is told as 4 is there, 3.7 may be there or not, and 3.4 is not."""
    goal, widest = goal_of(target, both.first), _goal(target, both.first.interval)
    amount, face = both.second.interval, both.second.nominal
    is_told = face is not None and face in goal and amount.within(widest)
    return Truth.between(all_worlds=is_told or amount.within(goal), some_world=common((amount, widest)) is not None)


def _outcome(metric: Metric, target: Target, is_there: Truth, *, as_of: date | None) -> tuple[Outcome, str]:
    """P2 to P6, for all that the dates may mean."""
    if target.due is None:
        return Outcome.UNKNOWN, "no date is told by when it is to be there"
    if metric.period is None:
        return Outcome.UNKNOWN, "it is not told when there was as much"
    lasts = target.form is Form.GROWTH
    found = dict.fromkeys(
        _by_dates(period, due, is_there=is_there, lasts=lasts, as_of=as_of)
        for period in readings_of(metric.period)
        for due in readings_of(target.due)
    )
    if len({outcome for outcome, _ in found}) > 1:
        return Outcome.UNKNOWN, "that depends on which of two dates is meant"
    return next(iter(found))


def _by_dates(period: Period, due: Period, *, is_there: Truth, lasts: bool, as_of: date | None) -> tuple[Outcome, str]:
    begins = due.end if lasts and due.end is not None else due.start
    last = due.end or due.start
    is_over = as_of is not None and last is not None and as_of > last
    if begins is not None and period.end is not None and period.end < begins:
        if is_over:
            return Outcome.UNKNOWN, f"it was due {when(due)}, and nothing is told of then"
        return Outcome.OPEN, f"it is due {when(due)}, and this was before"
    if is_there is Truth.POSSIBLE:
        return Outcome.UNKNOWN, "the amount may be as much as was promised, or not"
    if due.end is None:
        is_met = is_there is Truth.CERTAIN and not lasts
        return (Outcome.MET, "it is there") if is_met else (Outcome.UNKNOWN, "it has no last due date")
    if is_there is Truth.CERTAIN:
        return _there(period, due.end)
    return _not_there(period, due.end, is_over=is_over)


def _there(period: Period, due: date) -> tuple[Outcome, str]:
    if period.end is not None and period.end <= due:
        return Outcome.MET, f"it was there {when(period)}"
    if period.end is None and period.start is not None and period.start <= due:
        return Outcome.MET, f"it is there {when(period)}"
    return Outcome.UNKNOWN, f"it is there {when(period)}, but whether it was by {due} is not told"


def _not_there(period: Period, due: date, *, is_over: bool) -> tuple[Outcome, str]:
    last = period.end or period.start
    if last is not None and last >= due:
        return Outcome.MISSED, f"it was due by {due}, and was not there {when(period)}"
    if period.end is None:
        return Outcome.UNKNOWN, f"it is not told until when it was not there {when(period)}"
    if is_over:
        return Outcome.UNKNOWN, f"it was due by {due}, and nothing is told of then"
    return Outcome.OPEN, f"it was not there {when(period)}, and is due by {due}"


# ---------------------------------------------------------------- how far it is


def _threshold(amount: Figure, goal: Interval) -> Figure:
    """What is to be reached: the amount told, or where it is told by a bound or a range, the end that counts."""
    end = goal.low if goal.low is not None else goal.high
    return amount if amount.nominal is not None or end is None else Figure.exactly(end, amount.unit)


def _reached(both: Aligned, target: Target, goal: Interval) -> _Result:
    if target.form in {Form.RANK, Form.GROWTH}:
        return f"a {target.form.value} is not reached in parts"
    if goal.low is None:
        return "what is to stay below an amount is not reached in parts"
    amount = _threshold(both.first, goal)
    if amount.interval.low is None or amount.interval.low <= 0:
        return f"{amount} may be 0"
    found = both.second.over(amount)
    return f"{amount} may be 0" if found is None else found.in_unit(PERCENT)


def _needed(both: Aligned, target: Target, goal: Interval, *, years: _Result) -> _Result:
    if isinstance(years, str):
        return years
    if years.interval.low is None or years.interval.low <= 0:
        return "the due date may not be after that of the metric"
    part = part_of_year(years)
    if isinstance(part, str):
        return part
    amount = _threshold(both.first, goal)
    if target.form is Form.SHARE and amount.unit in {ONE, PERCENT}:
        points = evolve(amount.in_unit(PERCENT) - both.second.in_unit(PERCENT), unit=_POINTS)
        return points * part
    if target.form is not Form.LEVEL:
        return f"a {target.form.value} grows by no percentage of itself"
    for figure in (amount, both.second):
        if figure.interval.low is None or figure.interval.low < 0 or Fraction(0) in figure.interval:
            return f"{figure} may be 0 or less"
    ratio = amount.over(both.second)
    factor = None if ratio is None else ratio.power(part)
    return f"{both.second} may be 0" if factor is None else (factor - Figure.exactly(1)).in_unit(PERCENT)
