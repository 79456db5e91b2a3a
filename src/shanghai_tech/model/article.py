"""A news text and what its head tells about it."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal, TypeAlias

from attrs import field, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.model.evidence import Evidence
from shanghai_tech.model.period import Period
from shanghai_tech.model.span import Span

PublishedHow: TypeAlias = Literal["stated", "inferred"]


@frozen(kw_only=True)
class Article:
    """One article, its text untouched.

    `published` is a day where the head states one, an interval where it was inferred from the text
    (`published_how`), and None where nothing tells. `published_why` says in a sentence which reading was used and
    why; `dated_by` holds the words it rests on. `digest` is the SHA-256 of the text in UTF-8.
    """

    id: str
    text: str = field(repr=False)
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Period | None = None
    published_how: PublishedHow | None = None
    published_why: str = ""
    dated_by: tuple[Evidence, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        if (self.published is None) != (self.published_how is None):
            raise InvalidValue("published_how", self.published_how, "stated or inferred with a date, and only with one")

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def cite(self, span: Span, *, rule: str) -> Evidence:
        """The evidence of a span of this text."""
        return Evidence(article=self.id, start=span.start, end=span.end, quote=span.slice(self.text), rule=rule)
