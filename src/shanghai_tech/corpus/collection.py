"""Readings of many articles → `Corpus`: an immutable collection of articles and of what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from shanghai_tech.corpus.canon import Order, check_evidence, unique_articles, unique_records
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.corpus.identity import names_in
from shanghai_tech.corpus.merge import Merged, merged
from shanghai_tech.errors import UnknownId
from shanghai_tech.model import Article, Initiative, Metric, Organization, Record, Target
from shanghai_tech.query.names import NameKey, by_name, keys_of
from shanghai_tech.query.naming import Naming
from shanghai_tech.query.selection import Selection
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.table import Table
from shanghai_tech.vocabulary import Vocabulary

_R = TypeVar("_R", bound=Record)


@frozen(kw_only=True, repr=False, cache_hash=True)
class Corpus:
    """Articles and what they tell, told by several of them once; made by `Corpus.of`, joined by `|`.

    A corpus is a set of `articles` and of `tellings`: the records as each article tells them. The merged view, its
    `organizations`, `initiatives`, `metrics` and `targets`, is made from that set when it is first asked for; so
    joining is associative, commutative and idempotent. `docs/corpus.md` tells what counts as the same.

    Iterating gives each article, by the day of publication and id, and behind it the merged records that are first
    told there, in text order; this is what `to_jsonl` and `to_table` take.

    >>> from shanghai_tech import read
    >>> early = read("Suzhou had 12,000 startups in 2017.", id="early")
    >>> late = read("Suzhou had over 12,000 startups in 2017.", id="late")
    >>> Corpus.of(early) | Corpus.of(late)
    Corpus(2 articles, 0 organizations, 0 initiatives, 1 metric, 0 targets)
    """

    articles: tuple[Article, ...] = ()
    tellings: tuple[Record, ...] = ()
    name_keys: frozenset[NameKey] = frozenset()

    @classmethod
    def of(cls, *parts: Iterable[Article | Record], vocabulary: Vocabulary | None = None) -> Corpus:
        """The corpus of some readings, of what `from_jsonl` gives, of any articles and records.

        The vocabulary (by default the shipped one) says which names are those of one organization or place.

        Raises:
            InvalidCorpus: for two texts under one id, and for evidence that does not stand in its article.
        """
        known = [part for part in parts if isinstance(part, Corpus)]
        items = [item for part in parts if not isinstance(part, Corpus) for item in part]
        articles = [item for item in items if isinstance(item, Article)]
        records = [item for item in items if not isinstance(item, Article)]
        names = {name for record in records for name in names_in(record)}
        keys = keys_of(names, vocabulary) if names else frozenset[NameKey]()
        return _corpus(
            [*articles, *(article for part in known for article in part.articles)],
            [*records, *(record for part in known for record in part.tellings)],
            name_keys=keys.union(*(part.name_keys for part in known)),
        )

    def __or__(self, other: Corpus) -> Corpus:
        """All articles and tellings of both.

        Raises:
            InvalidCorpus: as `of` does.
        """
        return Corpus.of(self, other)

    # ------------------------------------------------------------ the merged view

    @cached_property
    def organizations(self) -> Selection[Organization]:
        """The organizations, in the order first told."""
        return self._select(Organization)

    @cached_property
    def initiatives(self) -> Selection[Initiative]:
        """The initiatives, in the order first told."""
        return self._select(Initiative)

    @cached_property
    def metrics(self) -> Selection[Metric]:
        """What is told as true, in the order first told."""
        return self._select(Metric)

    @cached_property
    def targets(self) -> Selection[Target]:
        """What is told as intended, in the order first told."""
        return self._select(Target)

    @property
    def records(self) -> tuple[Record, ...]:
        """The merged records of all kinds, in the order first told."""
        return self._merged.records

    def article(self, id: str) -> Article:  # noqa: A002  the article's
        """The article with an id, such as `evidence.article`.

        Raises:
            UnknownId: where there is none.
        """
        found = self._by_id.get(id)
        if found is None:
            raise UnknownId("article", id, f"the id of one of {_counted(len(self.articles), 'article')}")
        return found

    def of_article(self, id: str) -> tuple[Record, ...]:  # noqa: A002  the article's
        """The merged records with evidence from an article, in the order in which they stand in it.

        Raises:
            UnknownId: where nothing is known of the article.
        """
        found = self._merged.by_article.get(id)
        if found is None:
            self.article(id)  # one without records is known as well
        return found or ()

    def get(self, id: str) -> Record | None:  # noqa: A002  the record's
        """The merged record that a telling with this id is part of; None where there is none."""
        return self._merged.by_id.get(id)

    def __getitem__(self, id: str) -> Record:  # noqa: A002  the record's
        found = self.get(id)
        if found is None:
            raise UnknownId("record", id, f"the id of one of {_counted(len(self.tellings), 'telling')}")
        return found

    # ------------------------------------------------------------ a collection

    def as_told(self) -> Iterator[Article | Record]:
        """The articles, and the records as each tells them: `Corpus.of` makes the same corpus of them."""
        yield from self.articles
        yield from self.tellings

    def __iter__(self) -> Iterator[Article | Record]:
        """Each article and behind it the merged records first told there; at last those of articles not here."""
        first = gathered(self.records, lambda record: record.evidence[0].article)
        behind = {records[0].evidence[0].article: records for records in first}
        for article in self.articles:
            yield article
            yield from behind.pop(article.id, ())
        for records in behind.values():
            yield from records

    def __len__(self) -> int:
        return len(self.articles) + len(self.records)

    def __contains__(self, item: object) -> bool:
        """Whether it has an article, a telling or merged record, or anything with an id."""
        if isinstance(item, str):
            return item in self._merged.by_id or item in self._by_id
        if isinstance(item, Article):
            return self._by_id.get(item.id) == item
        return item in self._items

    def __repr__(self) -> str:
        counts = ((self.articles, "article"), (self.organizations, "organization"), (self.initiatives, "initiative"))
        told = (*counts, (self.metrics, "metric"), (self.targets, "target"))
        return f"Corpus({', '.join(_counted(len(each), noun) for each, noun in told)})"

    @cached_property
    def naming(self) -> Naming:
        """Whom and what its names mean."""
        bodies = (record for record in self.records if isinstance(record, Organization))
        return Naming.of(self.name_keys, bodies)

    def _select(self, kind: type[_R]) -> Selection[_R]:
        return Selection(Table(kind, tuple(each for each in self.records if isinstance(each, kind)), self._setting))

    @cached_property
    def _setting(self) -> Setting:
        return Setting(self.naming, self._by_id)

    @cached_property
    def _merged(self) -> Merged:
        texts = {article.id: article.text for article in self.articles}
        return merged(self.tellings, Order.of(self.articles, self.tellings), keys=by_name(self.name_keys), texts=texts)

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def _items(self) -> frozenset[object]:
        return frozenset((*self.tellings, *self.records))


def _corpus(articles: Iterable[Article], records: Sequence[Record], *, name_keys: frozenset[NameKey]) -> Corpus:
    """The corpus of a set of articles and records, each once and in order."""
    by_id = {article.id: article for article in unique_articles(articles)}
    check_evidence(records, by_id)
    order = Order.of(by_id.values(), records)
    return Corpus(
        articles=tuple(sorted(by_id.values(), key=lambda article: order.positions[article.id])),
        tellings=unique_records(records, order),
        name_keys=name_keys,
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
