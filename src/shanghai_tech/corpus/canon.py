"""Articles and records as they were read → the same, each once, in an order that does not depend on how they came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from shanghai_tech.codec import to_data
from shanghai_tech.errors import InvalidCorpus
from shanghai_tech.model import Article, Evidence, Initiative, Metric, Organization, Record, Target

#: A place in a collection: of an article, and of code points in it.
Place: TypeAlias = tuple[int, int, int]

KINDS: Final[Sequence[type[Record]]] = (Organization, Initiative, Metric, Target)
_KIND: Final[Mapping[type, int]] = {kind: number for number, kind in enumerate(KINDS)}
#: How much of two texts that differ is shown.
_SHOWN: Final = 20


@frozen(eq=False)
class Order:
    """The stable order: articles by the first day on which they may have been published, undated ones last, then id."""

    positions: Mapping[str, int]

    @classmethod
    def of(cls, articles: Iterable[Article], records: Iterable[Record]) -> Order:
        """The order of some articles, and of those that only evidence names."""
        days = {evidence.article: "" for record in records for evidence in record.evidence}
        days |= {article.id: _day(article) for article in articles}
        ordered = sorted(days, key=lambda name: (not days[name], days[name], name))
        return cls({name: position for position, name in enumerate(ordered)})

    def of_evidence(self, evidence: Evidence) -> tuple[int, int, int, str, str]:
        """Where a piece of evidence stands among all others."""
        return self.positions[evidence.article], evidence.start, evidence.end, evidence.quote, evidence.rule

    def of_record(self, record: Record) -> tuple[Place, int, str]:
        """Where a record stands: at its first evidence."""
        place = min((self.positions[each.article], each.start, each.end) for each in record.evidence)
        return place, _KIND[type(record)], record.id


def _day(article: Article) -> str:
    published = article.published
    day = None if published is None else published.start or published.end
    return "" if day is None else day.isoformat()


# ---------------------------------------------------------------- articles


def unique_articles(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One article for each id: of several with the same text, the one whose head tells most.

    Raises:
        InvalidCorpus: for two texts under one id.
    """
    found: dict[str, Article] = {}
    for article in articles:
        known = found.setdefault(article.id, article)
        if known is article:
            continue
        if known.text != article.text:
            raise InvalidCorpus(article.id, _difference(known.text, article.text), "an id of its own for each text")
        if known != article:
            found[article.id] = max(known, article, key=_told)
    return tuple(found.values())


def _told(article: Article) -> tuple[bool, bool, bool, bool, int, str]:
    return (
        article.published_how == "stated",
        article.published is not None,
        article.title is not None,
        article.publisher is not None,
        len(article.authors),
        _content(article),
    )


def _content(value: Article | Record) -> str:
    return json.dumps(to_data(value))


def _difference(one: str, other: str) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shown = sorted(text[at : at + _SHOWN] for text in (one, other))
    return f"has two texts, which differ at {at}: {shown[0]!r} and {shown[1]!r}"


# ---------------------------------------------------------------- records


def unique_records(records: Iterable[Record], order: Order) -> tuple[Record, ...]:
    """The records in order, equal ones once; those that share an id and differ all stay."""
    by_id: dict[tuple[type, str], dict[int, Record]] = {}
    for record in records:
        by_id.setdefault((type(record), record.id), {})[id(record)] = record
    found = [each for told in by_id.values() for each in _variants(list(told.values()))]
    found.sort(key=lambda each: (order.of_record(each[0]), each[1]))
    return tuple(record for record, _ in found)


def _variants(told: list[Record]) -> Iterator[tuple[Record, str]]:
    """The different records of one id, each with what puts it before or behind the others."""
    if len(told) == 1:
        yield told[0], ""
        return
    found: dict[Record, Record] = {}
    for record in told:
        found[record] = min(found.get(record, record), record, key=_words)
    for record in found.values():
        yield record, _content(record) if len(found) > 1 else ""


def _words(record: Record) -> tuple[str, ...]:
    """What equal records can still differ in: the words that their quantities have."""
    if not isinstance(record, (Metric, Target)):
        return ()
    quantity = record.quantity
    return (quantity.words if quantity is not None else "", *(each.words for each in record.restated))


def check_evidence(records: Iterable[Record], articles: Mapping[str, Article]) -> None:
    """See that what records quote stands in their articles, as far as these are here.

    Raises:
        InvalidCorpus: for a quote that does not.
    """
    for record in records:
        for evidence in record.evidence:
            article = articles.get(evidence.article)
            if article is not None and not article.text.startswith(evidence.quote, evidence.start):
                problem = f"has {article.text[evidence.start : evidence.end]!r} from {evidence.start} on, where"
                problem += f" {record.id!r} quotes {evidence.quote!r}"
                raise InvalidCorpus(article.id, problem, "records that were read from the same text")
