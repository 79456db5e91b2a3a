"""Which metrics of a corpus are beside which targets, and which nearly."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given

from shanghai_tech import Corpus, Form, Metric, Period, Target, load_folder, seeds
from shanghai_tech.compare.comparable import reasons_against
from shanghai_tech.compare.growth import implied_start
from shanghai_tech.compare.pairs import COMMON, ProgressReport, naming_of, progress_report
from shanghai_tech.compare.rates import Rates
from tests.compare import strategies as our
from tests.corpus import strategies as corpora


@given(our.collections())
def test_every_target_has_pairs_or_none_and_no_pair_is_a_near_miss(corpus: Corpus) -> None:
    found = progress_report(corpus)
    pairs = {(each.metric.id, each.target.id) for each in found.pairs}
    misses = {(each.metric.id, each.target.id) for each in found.near_misses}

    assert pairs.isdisjoint(misses)
    assert {target for _, target in pairs}.isdisjoint(target.id for target in found.unpaired)
    assert {target for _, target in pairs} | {each.id for each in found.unpaired} == {
        each.id for each in corpus.targets
    }
    assert len(pairs) == len(found.pairs)
    assert len(misses) == len(found.near_misses)
    assert bool(found.evidence) == bool(pairs or misses)


@given(our.collections())
def test_pairs_are_all_that_may_be_compared(corpus: Corpus) -> None:
    """The slow and obvious way, without buckets; money in two currencies is a pair only with a rate."""
    naming = naming_of(corpus)
    known = {(each.metric.id, each.target.id) for each in (*progress_report(corpus).pairs,)}
    misses = {
        (each.metric.id, each.target.id)
        for each in progress_report(corpus).near_misses
        if each.reason.words.startswith("there is no rate")
    }
    every = {
        (metric.id, target.id)
        for target in corpus.targets
        for metric in corpus.metrics
        if not reasons_against(metric, target, naming=naming)
    }

    assert known | misses == every


def report(*facts: Metric | Target, as_of: date | None = None, rates: Rates | None = None) -> ProgressReport:
    articles = [corpora.article(name) for name in corpora.IDS]
    return progress_report(Corpus.of(articles, facts), as_of=as_of, rates=rates)


def test_the_latest_metric_is_first() -> None:
    metrics = [our.metric(f"{number} {{park}}", days=days) for number, days in ((60, "2016"), (80, "2019"), (70, None))]
    found = report(*metrics, our.target("100 {park}", days="../2025"))

    assert [str(each.metric.quantity) for each in found.pairs] == ["80 {park}", "60 {park}", "70 {park}"]
    assert [str(each.metric.quantity) for each in found.latest] == ["80 {park}"]
    assert repr(found) == "ProgressReport(1 open; 0 near misses, 0 without a metric)"


def test_what_is_of_later_than_the_day_asked_for_is_left_out() -> None:
    metrics = [our.metric(f"{number} {{park}}", days=days) for number, days in ((60, "2016"), (80, "2019"))]
    found = report(*metrics, our.target("100 {park}", days="../2025"), as_of=date(2018, 1, 1))

    assert [str(each.metric.quantity) for each in found.pairs] == ["60 {park}"]


def test_near_misses_tell_the_one_reason() -> None:
    target = our.target("100 {park}", days="../2025")
    other_form = our.as_metric(our.fact("12 {park}", form=Form.SHARE, days="2018"))
    other_unit = our.as_metric(our.fact("12 km2", days="2018"))
    other_label = our.as_metric(our.fact("12 {park}", label="park output", days="2018"))
    other_place = our.as_metric(our.fact("12 {park}", subject="Wuxi", days="2018"))
    two_reasons = our.as_metric(our.fact("12 km2", label="park output", days="2017"))
    found = report(target, other_form, other_unit, other_label, other_place, two_reasons)

    assert found.pairs == ()
    assert found.unpaired == (target,)
    assert sorted(each.reason.words for each in found.near_misses) == [
        "the one is 12 km2, the other 100 parks",
        "the one is a share, the other a level",
        "the one is of park output, the other of output",
    ]


def test_money_without_a_rate_is_a_near_miss() -> None:
    facts = our.target("100 CNY", days="../2025"), our.metric("12 USD", days="2018")

    assert [each.reason.words for each in report(*facts).near_misses] == ["there is no rate from USD to CNY"]
    assert len(report(*facts, rates=Rates.given({("USD", "CNY"): "6.5"})).pairs) == 1


def test_a_word_of_very_many_metrics_tells_nothing() -> None:
    metrics = [our.as_metric(our.fact(f"{at} {{park}}", label=f"output kind{at}", days="2018")) for at in range(COMMON)]
    target = our.target("100 {park}", days="../2025")
    another = our.as_metric(our.fact("7 {park}", label="output of all", days="2018"))

    assert len(report(target, *metrics).near_misses) == COMMON
    assert report(target, *metrics, another).near_misses == ()


# ---------------------------------------------------------------- the seeds


@cache
def corpus() -> Corpus:
    return load_folder(seeds()[0].parent).corpus


def test_near_misses_of_the_seeds() -> None:
    found = progress_report(corpus())
    misses = {(each.metric.label, each.target.label): each.reason.name for each in found.near_misses}

    assert found.pairs == ()
    assert misses["firms", "digitized firms"] == "indicator"
    assert misses["employees", "AI-specialized employees"] == "indicator"


def test_what_the_output_target_of_the_seeds_implies_for_its_start() -> None:
    level = next(each for each in corpus().targets if each.indicator == "output_artificial_intelligence_industry")
    growth = next(each for each in corpus().targets if each.form is Form.GROWTH)
    found = implied_start(level, growth, since=Period.year(2021))

    assert repr(found).startswith(
        "ImpliedStart(254.2 billion CNY (249.4 billion to 259.2 billion) on 2021-12-31, 4 years"
    )
    assert [piece.quote for piece in found.evidence] == ["400 billion yuan (US$62.5 billion)", "12 percent"]
