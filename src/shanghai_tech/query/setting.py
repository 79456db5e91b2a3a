"""What a question may look up beside the record: the names and the articles of its collection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from shanghai_tech.model import Article, Record
from shanghai_tech.query.naming import Naming


@frozen(eq=False)
class Setting:
    """The naming and the articles, by id, of the collection that a record is part of; empty for a record alone."""

    naming: Naming = field(factory=Naming)
    articles: Mapping[str, Article] = field(factory=dict[str, Article])

    def told_in(self, record: Record) -> Iterator[Article | None]:
        """The articles that a record has evidence from, each once; None for one that is not here."""
        for article in dict.fromkeys(evidence.article for evidence in record.evidence):
            yield self.articles.get(article)
