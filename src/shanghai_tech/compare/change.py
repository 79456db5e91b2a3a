"""Two facts of one indicator → what changed from the first to the second.

| form | difference | ratio | percent | per year |
| --- | --- | --- | --- | --- |
| level | in its unit | yes | yes | yes |
| share | percentage points | yes | | |
| multiple | times | yes | | |
| growth | percentage points | | | |
| rank | places | | | |

Each is None where it does not exist, and `why_not` says why: of 0 there is no ratio, of what may be below it no percent
and no growth, and a year's growth needs periods that end. The way back is the inverse: the difference has the other
sign, the ratio is its reciprocal, and growth a year is the same, over as many years less.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.compare.alignment import Aligned, aligned, part_of_year, years_between
from shanghai_tech.compare.comparable import Waivable, reasons_against, refuse
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.rates import Conversion, Rates
from shanghai_tech.compare.wording import evidence_of, listed, quoted, told
from shanghai_tech.model import Evidence, Form, Metric, Target, Unit
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.query.naming import Naming

#: A figure, or words that say why there is none.
_Result: TypeAlias = Figure | str

_POINTS: Final = Unit.of("pp")
_PLACES: Final = Unit.counted("place")
#: Of two forms that a caller compares all the same, the one that has less to compare.
_FORMS: Final = (Form.RANK, Form.GROWTH, Form.SHARE, Form.MULTIPLE, Form.LEVEL)


@frozen(kw_only=True, repr=False)
class Change:
    """What changed from one fact to another; each figure is None where it does not exist.

    `first` and `second` are the two amounts in one unit. `why_not` has the name of each figure that is None, and why.
    """

    one: Metric | Target
    other: Metric | Target
    first: Figure
    second: Figure
    years: Figure | None
    difference: Figure | None
    ratio: Figure | None
    percent: Figure | None
    per_year: Figure | None
    why_not: tuple[tuple[str, str], ...] = ()
    conversions: tuple[Conversion, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both facts and of the rates that were needed."""
        rates = (piece for each in self.conversions for piece in each.evidence)
        return tuple(dict.fromkeys((*evidence_of(self.one, self.other), *rates)))

    def explain(self) -> str:
        """What was, what is then, with the quotes, and what the change comes to."""
        both = f"{told(self.one)} ({quoted(self.one)}); {told(self.other)} ({quoted(self.other)})."
        return " ".join([both, f"That is {self._told()}.", *(each.explain() for each in self.conversions)])

    def _told(self) -> str:
        parts = [f"a difference of {self.difference}"] if self.difference is not None else []
        parts += [f"{self.ratio} times as much"] if self.ratio is not None else []
        parts += [f"a change of {self.percent}"] if self.percent is not None else []
        if self.per_year is not None and self.years is not None:
            is_back = self.years.interval.high is not None and self.years.interval.high < 0
            over = f"{-self.years}, from the second to the first" if is_back else str(self.years)
            parts.append(f"{self.per_year} a year over {over}")
        return listed(parts) if parts else f"no change that can be told: {self.why_not[0][1]}"

    def __repr__(self) -> str:
        names = ("difference", "ratio", "percent", "per_year", "years")
        figures = ((name, getattr(self, name)) for name in names)
        return f"Change({', '.join(f'{name}={figure}' for name, figure in figures if figure is not None)})"


def change(
    one: Metric | Target,
    other: Metric | Target,
    *,
    allow: Collection[Waivable] = (),
    rates: Rates | None = None,
    naming: Naming | None = None,
) -> Change:
    """What changed from one fact to another.

    Args:
        one: the fact that comes first, a metric or a target.
        other: the fact that comes second.
        allow: reasons against comparing that are of no account, such as "subject".
        rates: what makes one currency of another, where no article restates the amount.
        naming: which names mean the same; by default what the shipped vocabulary knows.

    >>> from shanghai_tech import read
    >>> early, late = read("Suzhou had 40 labs in 2011. Suzhou had 90 labs in 2018.", id="herald").metrics
    >>> change(early, late)
    Change(difference=50 labs, ratio=2.25, percent=125 %, per_year=12.28 %, years=7 years)

    Raises:
        NotComparable: with the reasons, where the facts have nothing to compare.
        InvalidQuestion: for a reason in `allow` that cannot be waived.
    """
    refuse(reasons_against(one, other, allow=allow, naming=naming))
    both = aligned(one, other, rates=rates)
    form = min((one.form, other.form), key=_FORMS.index)
    years = years_between(one, other)
    ratio = _ratio(both, form)
    results: dict[str, _Result] = {
        "years": years,
        "difference": _difference(both, form),
        "ratio": ratio,
        "percent": _growth(both, form, lambda: ratio),
        "per_year": _growth(both, form, lambda: _a_year(ratio, years)),
    }
    return Change(
        one=one,
        other=other,
        first=both.first,
        second=both.second,
        **{name: None if isinstance(result, str) else result for name, result in results.items()},
        why_not=tuple((name, result) for name, result in results.items() if isinstance(result, str)),
        conversions=both.conversions,
    )


def _difference(both: Aligned, form: Form) -> Figure:
    if form is Form.RANK:
        return evolve(both.second, unit=_PLACES) - evolve(both.first, unit=_PLACES)
    if form in {Form.SHARE, Form.GROWTH} and both.first.unit in {ONE, PERCENT}:
        return evolve(both.second.in_unit(PERCENT) - both.first.in_unit(PERCENT), unit=_POINTS)
    return both.second - both.first


def _ratio(both: Aligned, form: Form) -> _Result:
    if form in {Form.RANK, Form.GROWTH}:
        return f"a {form.value} is no amount that has a ratio"
    found = both.second.over(both.first)
    return f"{both.first} may be 0" if found is None else found


def _growth(both: Aligned, form: Form, factor: Callable[[], _Result]) -> _Result:
    """By how many percent a factor is more than one, if it is that of an amount above 0."""
    if form is not Form.LEVEL:
        return f"a {form.value} grows by no percentage of itself"
    for figure in (both.first, both.second):
        if figure.interval.low is None or figure.interval.low < 0:
            return f"{figure} may be below 0"
    found = factor()
    return found if isinstance(found, str) else (found - Figure.exactly(1)).in_unit(PERCENT)


def _a_year(ratio: _Result, years: _Result) -> _Result:
    """The factor of one year, which makes the ratio over all of them."""
    part = years if isinstance(years, str) else part_of_year(years)
    if isinstance(ratio, str) or isinstance(part, str):
        return part if isinstance(part, str) else ratio
    return ratio.power(part) or f"{ratio} may be 0"
