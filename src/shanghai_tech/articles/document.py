"""An article with its parts told apart: furniture, title, heads, captions, sentences."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from shanghai_tech.model import Article, Span


class Part(Enum):
    """What a sentence is part of."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEAD = "head"
    CAPTION = "caption"
    BODY = "body"


@frozen
class Sentence:
    """A sentence by its span; `paragraph` counts from 0 through the article."""

    span: Span
    part: Part
    paragraph: int


@frozen
class Masked:
    """A stretch of page furniture that is not read, and which kind it is."""

    span: Span
    kind: str


@frozen(kw_only=True)
class Document:
    """An article, its sentences in text order, and what was masked; `places` are those that its dateline names."""

    article: Article
    sentences: tuple[Sentence, ...] = field(repr=False)
    masked: tuple[Masked, ...] = field(repr=False)
    places: tuple[Span, ...] = field(default=(), repr=False)
