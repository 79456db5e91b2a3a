"""Never run: what a user's own code may do, and what the type checkers refuse it. Each ignore is owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

from shanghai_tech import (
    Article,
    Bound,
    Corpus,
    Evidence,
    Form,
    Initiative,
    InitiativeKind,
    Interval,
    LoadedFolder,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    PeriodMention,
    Person,
    Precision,
    Quantity,
    QuantityMention,
    Reading,
    Record,
    Span,
    Status,
    Target,
    Unit,
    Unread,
    Vocabulary,
    find_mentions,
    find_periods,
    find_quantities,
    from_data,
    from_jsonl,
    load_folder,
    load_vocabulary,
    read,
    read_file,
    seeds,
    to_data,
    to_jsonl,
    to_table,
)
from shanghai_tech.query import Selection

# ---------------------------------------------------------------- reading

vocabulary = load_vocabulary("mine.toml", Path("yours.toml"))
assert_type(vocabulary, Vocabulary)
assert_type(vocabulary.without("organization").with_file("mine.toml"), Vocabulary)

reading = read("text", id="a-town", vocabulary=vocabulary)
assert_type(reading, Reading)
assert_type(read_file("a.txt"), Reading)
assert_type(read_file(Path("a.txt"), vocabulary=vocabulary), Reading)
assert_type(seeds(), tuple[Path, ...])
assert_type(reading.article, Article)
assert_type(reading.records, tuple[Organization | Initiative | Metric | Target, ...])
assert_type(reading.organizations, tuple[Organization, ...])
assert_type(reading.initiatives, tuple[Initiative, ...])
assert_type(reading.metrics, tuple[Metric, ...])
assert_type(reading.targets, tuple[Target, ...])
assert_type(reading.unread, tuple[Unread, ...])

read(b"text")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
read("text", "a-town")  # type: ignore[call-arg, misc, unused-ignore]  # pyright: ignore[reportCallIssue]
reading.metrics[0].due  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]
reading.targets[0].period  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]
reading.records[0].id = "other"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# ---------------------------------------------------------------- records

for metric in reading.metrics:
    assert_type(metric.quantity, Quantity)
    assert_type(metric.restated, tuple[Quantity, ...])
    assert_type(metric.form, Form)
    assert_type(metric.subject, str | None)
    assert_type(metric.period, Period | None)
    assert_type(metric.speaker, str | None)
    assert_type(metric.speaks_for, str | None)
    assert_type(metric.initiative, str | None)
    assert_type(metric.evidence, tuple[Evidence, ...])
for target in reading.targets:
    assert_type(target.quantity, Quantity | None)
    assert_type(target.due, Period | None)
    target.quantity.value  # type: ignore[union-attr]  # noqa: B018  # pyright: ignore[reportOptionalMemberAccess, reportUnusedExpression]

for organization in reading.organizations:
    assert_type(organization.kind, OrganizationKind)
    assert_type(organization.names, tuple[str, ...])
    assert_type(organization.people, tuple[Person, ...])
    assert_type(organization.people[0].role, str | None)
    organization.quantity  # type: ignore[attr-defined]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]
for initiative in reading.initiatives:
    assert_type(initiative.kind, InitiativeKind)
    assert_type(initiative.status, Status)
    assert_type(initiative.participants, tuple[str, ...])
    assert_type(initiative.place, str | None)
    assert_type(initiative.period, Period | None)
for record in reading.records:
    record.quantity  # type: ignore[union-attr]  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]
    if isinstance(record, Metric | Target):
        assert_type(record.quantity, Quantity | None)

# ---------------------------------------------------------------- values

quantity = Quantity(value=Decimal(500), bound=Bound.OVER, unit=Unit.counted("startup"))
assert_type(Quantity.parse(">500 {startup}"), Quantity)
assert_type(quantity.value, Decimal | Fraction)
assert_type(quantity.upper, Decimal | Fraction | None)
assert_type(quantity.step, Decimal | None)
assert_type(quantity.interval, Interval)
assert_type(quantity.interval.low, Fraction | None)
assert_type(Decimal(600) in quantity.interval, bool)

Quantity(value=500.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Quantity(Decimal(500))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Quantity(value=Decimal(500), bound="over")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

period = Period.parse("../2025")
assert_type(period, Period)
assert_type(period.start, date | None)
assert_type(period.precision, Precision)
assert_type(period.within(Period.year(2025)), bool)
assert_type(period.candidates, tuple[Period, ...])

# ---------------------------------------------------------------- any text

assert_type(find_quantities("text"), tuple[QuantityMention, ...])
assert_type(find_periods("text", published=date(2019, 5, 7)), tuple[PeriodMention, ...])
assert_type(find_periods("text", published=Period.parse("2019")), tuple[PeriodMention, ...])
assert_type(find_mentions("text", vocabulary=vocabulary), tuple[QuantityMention | PeriodMention, ...])
assert_type(find_quantities("text")[0].span, Span)

find_periods("text", published="2019-05-07")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# ---------------------------------------------------------------- exchange

assert_type(to_data(reading.article), dict[str, object])
assert_type(from_data({}), Article | Record)
assert_type(to_jsonl(reading), Iterator[str])
assert_type(from_jsonl(["{}"]), Iterator[Article | Record])
assert_type(to_table(reading, width=80), str)

# ---------------------------------------------------------------- many articles

corpus = Corpus.of(reading, read("more", id="b-town"), from_jsonl(["{}"]), vocabulary=vocabulary)
assert_type(corpus | Corpus(), Corpus)
assert_type(corpus.articles, tuple[Article, ...])
assert_type(corpus.organizations, Selection[Organization])
assert_type(corpus.initiatives, Selection[Initiative])
assert_type(corpus.metrics, Selection[Metric])
assert_type(corpus.targets, Selection[Target])
assert_type(corpus["metric-1"], Organization | Initiative | Metric | Target)
assert_type(corpus.get("metric-1"), Organization | Initiative | Metric | Target | None)
assert_type(corpus.of_article("a-town"), tuple[Record, ...])
assert_type(corpus.article("a-town").text, str)
assert_type(to_jsonl(corpus), Iterator[str])
assert_type(load_folder("news", progress=lambda done, total, path: print(done, total, path.name)), LoadedFolder)  # noqa: T201  a user prints
assert_type(load_folder(Path("news"), pattern="*.text", jobs=2).corpus, Corpus)

corpus | reading  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
corpus.articles = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Corpus.of([1])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
