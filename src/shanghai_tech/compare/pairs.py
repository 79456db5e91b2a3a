"""A corpus → which metrics tell something about which targets, and which nearly do.

B1 A metric is beside a target if both measure the same (indicator or words of the label) of the same subject, in the
   same form, of one dimension and relative to the same. The latest metric is the first.
B2 A near miss is a pair of one subject, whose indicators or labels have a word in common, that fails in one respect.
B3 A word that more than `COMMON` metrics of a subject have tells nothing; so a corpus takes no more time than its size.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from shanghai_tech.compare.comparable import Reason, measures, reasons_against, topic
from shanghai_tech.compare.progress import Outcome, Progress, progress
from shanghai_tech.compare.rates import Rates
from shanghai_tech.compare.wording import evidence_of, quoted, told
from shanghai_tech.corpus import Corpus
from shanghai_tech.errors import NotComparable
from shanghai_tech.model import Evidence, Metric, Target
from shanghai_tech.query.naming import Naming

#: Of how many metrics of one subject a word may be that still tells what they measure.
COMMON: Final = 50

_Index: TypeAlias = Mapping[tuple[str, Hashable], list[Metric]]


@frozen(kw_only=True, repr=False)
class NearMiss:
    """A metric and a target that are nearly a pair, and the one reason why they are none."""

    metric: Metric
    target: Target
    reason: Reason

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both."""
        return evidence_of(self.target, self.metric)

    def explain(self) -> str:
        """What was promised, what is there, and why the one tells nothing about the other."""
        both = f"{told(self.target)} ({quoted(self.target)}); {told(self.metric)} ({quoted(self.metric)})"
        return f"{both}. They are no pair, because {self.reason.words}."

    def __repr__(self) -> str:
        return f"NearMiss({self.reason.name}: {self.reason.words}; {told(self.target)}; {told(self.metric)})"


@frozen(kw_only=True, repr=False)
class ProgressReport:
    """What a corpus tells about its targets.

    `pairs` are in the order of the targets, for each the latest metric first; `near_misses` likewise. `unpaired` are
    the targets that no metric is beside.
    """

    pairs: tuple[Progress, ...]
    near_misses: tuple[NearMiss, ...]
    unpaired: tuple[Target, ...]

    @property
    def latest(self) -> tuple[Progress, ...]:
        """The first pair of each target that has any."""
        first: dict[str, Progress] = {}
        for each in self.pairs:
            first.setdefault(each.target.id, each)
        return tuple(first.values())

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all pairs and near misses, each piece once."""
        return tuple(dict.fromkeys(piece for each in self._all for piece in each.evidence))

    def explain(self) -> str:
        """Each pair and each near miss, on a line of its own."""
        return "\n".join(each.explain() for each in self._all)

    @property
    def _all(self) -> tuple[Progress | NearMiss, ...]:
        return (*self.pairs, *self.near_misses)

    def __repr__(self) -> str:
        counts = [(outcome.value, sum(each.outcome is outcome for each in self.latest)) for outcome in Outcome]
        shown = ", ".join(f"{number} {name}" for name, number in counts if number)
        misses, alone = len(self.near_misses), len(self.unpaired)
        ends = f"{misses} near {'miss' if misses == 1 else 'misses'}, {alone} without a metric"
        return f"ProgressReport({shown + '; ' if shown else ''}{ends})"


def progress_report(corpus: Corpus, *, rates: Rates | None = None, as_of: date | None = None) -> ProgressReport:
    """What the metrics of a corpus tell about its targets.

    Args:
        corpus: the articles and what they tell.
        rates: what makes one currency of another, where no article restates the amount.
        as_of: the day on which that is asked: metrics that are of later are left out.

    >>> from shanghai_tech import read
    >>> corpus = Corpus.of(read("Suzhou had 60 parks in 2021. Suzhou plans to have 100 parks by 2025.", id="herald"))
    >>> progress_report(corpus)
    ProgressReport(1 open; 0 near misses, 0 without a metric)
    """
    naming = naming_of(corpus)
    metrics = [each for each in corpus.metrics if not _is_later(each, as_of)]
    exact, near = _indexed(metrics, naming, measures), _indexed(metrics, naming, topic)
    near = {place: found for place, found in near.items() if len(found) <= COMMON}  # B3
    pairs: list[Progress] = []
    misses: list[NearMiss] = []
    unpaired: list[Target] = []
    for target in corpus.targets:
        found = list(_pairs(target, exact, naming, rates=rates, as_of=as_of))
        pairs += [each for each in found if isinstance(each, Progress)]
        misses += [each for each in found if isinstance(each, NearMiss)]
        misses += _misses(target, near, naming)
        if not any(isinstance(each, Progress) for each in found):
            unpaired.append(target)
    return ProgressReport(pairs=tuple(pairs), near_misses=tuple(misses), unpaired=tuple(unpaired))


def _indexed(metrics: Iterable[Metric], naming: Naming, what: Callable[[Metric], Iterable[Hashable]]) -> _Index:
    """The metrics by each key of their subject and each of what they measure."""
    index: dict[tuple[str, Hashable], list[Metric]] = {}
    for metric in metrics:
        names = naming.keys(metric.subject) if metric.subject is not None else frozenset[str]()
        for place in {(name, each) for name in names for each in what(metric)}:
            index.setdefault(place, []).append(metric)
    return index


def naming_of(corpus: Corpus) -> Naming:
    """Which names of a corpus mean the same."""
    return Naming.of(corpus.name_keys, corpus.organizations)


def _pairs(
    target: Target, metrics: _Index, naming: Naming, *, rates: Rates | None, as_of: date | None
) -> Iterator[Progress | NearMiss]:
    """B1: the latest metric first; near misses are those that only want a rate."""
    for metric in _beside(target, metrics, measures(target), naming=naming):
        if reasons_against(metric, target, naming=naming):
            continue
        try:
            yield progress(metric, target, as_of=as_of, rates=rates, naming=naming)
        except NotComparable as refused:
            reason = Reason("dimension", "; ".join(refused.reasons))
            yield NearMiss(metric=metric, target=target, reason=reason)


def _misses(target: Target, metrics: _Index, naming: Naming) -> Iterator[NearMiss]:
    """B2."""
    for metric in _beside(target, metrics, topic(target), naming=naming):
        reasons = reasons_against(metric, target, naming=naming)
        if len(reasons) == 1 and target.quantity is not None:
            yield NearMiss(metric=metric, target=target, reason=reasons[0])


def _beside(target: Target, metrics: _Index, what: Iterable[Hashable], *, naming: Naming) -> list[Metric]:
    """The metrics of the subject of a target that have something in common with it, the latest first."""
    names = naming.keys(target.subject) if target.subject is not None else frozenset[str]()
    places = {(name, each) for name in names for each in what}
    found = {metric.id: metric for place in places for metric in metrics.get(place, ())}
    return sorted(found.values(), key=lambda metric: (_last_day(metric), metric.id), reverse=True)


def _last_day(metric: Metric) -> date:
    return metric.period.end or date.max if metric.period is not None else date.min


def _is_later(metric: Metric, as_of: date | None) -> bool:
    begins = None if metric.period is None else metric.period.start
    return as_of is not None and begins is not None and begins > as_of
