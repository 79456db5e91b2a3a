"""Questions to a corpus beside list comprehensions written by hand, and equality asked again of ever larger corpora."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from time import perf_counter
from typing import Any, Final, TypeVar

from shanghai_tech import Article, Corpus, Form, Metric, Period, Quantity, Record, Span, Target
from shanghai_tech.query import Predicate, Selection, due, form, indicator, period, quantity, subject
from shanghai_tech.query.table import Table

R = TypeVar("R", bound=Record)

SIZES: Final = (25_000, 50_000, 100_000)
ROUNDS: Final = 7
#: Records of an article.
ARTICLE: Final = 50
TEXT: Final = "Zork had 9 labs, and more. " * ARTICLE
#: As many in a corpus of any size.
RARE: Final = 30
NAMES: Final = tuple(f"Zorktown {number}" for number in range(499))


def records(article: Article, number: int) -> Iterator[Record]:
    """Two metrics for each target, each told once."""
    for at in range(ARTICLE):
        made = ARTICLE * number + at
        units = ("CNY", "{lab}", "%")[made % 3]
        told: dict[str, Any] = {
            "indicator": "rarity" if made < RARE else f"indicator_{made % 41}",
            "label": "output",
            "subject": "Rareville" if made < RARE else NAMES[made % len(NAMES)],
            "form": (Form.LEVEL, Form.SHARE, Form.GROWTH)[made % 3],
            "evidence": (article.cite(Span(27 * at, 27 * at + 10), rule="L1"),),
        }
        amount = Quantity.parse(f"{1000 + made}{'E+6' if units == 'CNY' else ''} {units}")
        when = Period.year(2000 + made % 23)
        if at % 3:
            yield Metric(id=f"metric-{made}", quantity=amount, period=when, **told)
        else:
            yield Target(id=f"target-{made}", quantity=amount, due=when.until(), **told)


def corpus_of(size: int) -> Corpus:
    """A corpus of about so many records, merged."""
    found: list[Article | Record] = []
    for number in range(size // ARTICLE):
        article = Article(id=f"a{number}", text=TEXT)
        found += [article, *records(article, number)]
    return Corpus.of(found)


def best(*asked: Callable[[], object]) -> list[float]:
    """The shortest time of each, taken in turn."""
    times = [[0.0] * ROUNDS for _ in asked]
    for turn in range(ROUNDS):
        for number, each in enumerate(asked):
            begun = perf_counter()
            each()
            times[number][turn] = perf_counter() - begun
    return [min(each) for each in times]


def by_hand(metrics: Sequence[Metric]) -> list[Metric]:
    """What Zorktown 7 had in the years 2010 to 2019, as a level."""
    first, last = date(2010, 1, 1), date(2019, 12, 31)
    return [
        each
        for each in metrics
        if each.subject == NAMES[7]
        and each.form is Form.LEVEL
        and each.period is not None
        and each.period.start is not None
        and each.period.end is not None
        and first <= each.period.start
        and each.period.end <= last
    ]


def amounts_by_hand(metrics: Sequence[Metric]) -> list[Metric]:
    """Levels of at least 50 billion yuan in the years 2010 to 2019: no equality to look up."""
    first, last, line = date(2010, 1, 1), date(2019, 12, 31), Fraction(50_000_000_000)
    return [
        each
        for each in metrics
        if each.form is Form.LEVEL
        and str(each.quantity.unit) == "CNY"
        and each.quantity.interval.low is not None
        and each.quantity.interval.low >= line
        and each.period is not None
        and each.period.start is not None
        and each.period.end is not None
        and first <= each.period.start
        and each.period.end <= last
    ]


def aims_by_hand(targets: Sequence[Target]) -> list[Target]:
    """What is aimed at in indicator 3 by 2015, as a share."""
    last = date(2015, 12, 31)
    return [
        each
        for each in targets
        if each.indicator == "indicator_3"
        and each.form is Form.SHARE
        and each.due is not None
        and each.due.end is not None
        and each.due.end <= last
    ]


def beside_hand(corpus: Corpus) -> None:
    """Print what three questions of three parts take, asked first of a fresh corpus and then again."""
    decade = "2010/2019"
    asked = (subject == NAMES[7]) & (form == "level") & period.during(decade)
    large = (form == "level") & (quantity >= "50 billion yuan") & period.during(decade)
    aims = (indicator == "indicator_3") & (form == "share") & due.by(2015)
    metrics, targets = corpus.metrics, corpus.targets
    print(f"{'question of three parts':<28}{'by hand':>9}{'first':>9}{'again':>9}{'first':>8}{'again':>8}")
    show("subject, form, period", metrics, asked, by_hand)
    show("indicator, form, due", targets, aims, aims_by_hand)
    show("form, quantity, period", metrics, large, amounts_by_hand)


def show(name: str, told: Selection[R], question: Predicate[R], by: Callable[[Sequence[R]], list[R]]) -> None:
    """Print what a question takes by hand, of records that were never asked, and of the same records again."""
    records = tuple(told)

    def first() -> list[R]:
        return list(Selection(Table(told.table.kind, records, told.table.setting)).where(question))

    if not by(records) == first() == list(told.where(question)) != []:
        raise AssertionError(name)
    took, fresh, again = best(lambda: by(records), first, lambda: list(told.where(question)))
    seconds = "".join(f"{1000 * each:>7.1f}ms" for each in (took, fresh, again))
    print(f"{name:<28}{seconds}{fresh / took:>7.2f}x{again / took:>7.2f}x")


def asking(metrics: Selection[Metric]) -> Callable[[Predicate[Metric]], Callable[[], object]]:
    """What puts a question to some metrics."""
    return lambda question: lambda: list(metrics.where(question))


def growth() -> None:
    """Print what an equality question takes when it is asked again, in ever larger corpora with equally many hits."""
    print(f"\n{'records':>8}{'subject':>12}{'indicator':>12}  (asked again, ms)")
    for size in SIZES:
        metrics = corpus_of(size).metrics
        times = best(*map(asking(metrics), (subject == "Rareville", indicator == "rarity")))
        print(f"{size:>8,}" + "".join(f"{1000 * each:>12.3f}" for each in times))


def main() -> None:
    beside_hand(corpus_of(SIZES[-1]))
    growth()


if __name__ == "__main__":
    main()
