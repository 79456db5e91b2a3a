"""Raw text → document: the one place where the parts of this stage are joined."""

from __future__ import annotations

from collections.abc import Iterator

from shanghai_tech.articles.blocks import find_blocks
from shanghai_tech.articles.bylines import Byline, read_byline
from shanghai_tech.articles.dates import WrittenDate
from shanghai_tech.articles.dating import infer_date
from shanghai_tech.articles.document import Document, Masked, Part, Sentence
from shanghai_tech.articles.head import Head, find_head
from shanghai_tech.articles.page import read_page
from shanghai_tech.articles.paragraphs import Paragraph, find_paragraphs
from shanghai_tech.articles.publisher import find_publisher
from shanghai_tech.articles.sentences import bounded, split_sentences
from shanghai_tech.articles.stated import Dated, Page, read_stated
from shanghai_tech.model import Article, Span
from shanghai_tech.vocabulary import Vocabulary


def read_article(text: str, *, id: str, vocabulary: Vocabulary) -> Document:  # noqa: A002  the field's own name
    r"""Read an article: its head, its sentences, and what is furniture of the page; no offset is ever moved.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "A city of chips\n\nBy Reuters\nMay 7, 2019\n\nTen firms came last year. Five more will follow."
    >>> document = read_article(text, id="chips", vocabulary=load_vocabulary())
    >>> document.article.title, document.article.publisher, str(document.article.published)
    ('A city of chips', 'Reuters', '2019-05-07')
    >>> [sentence.span.slice(text) for sentence in document.sentences if sentence.part is Part.BODY]
    ['Ten firms came last year.', 'Five more will follow.']
    """
    pieces = read_page(text, vocabulary)
    head = find_head(pieces, vocabulary)
    paragraphs, masked = find_paragraphs(pieces, head, text=text)
    sentences = tuple(_sentences(text, paragraphs, vocabulary))
    asides = tuple(_asides(text, masked, vocabulary))
    publisher = find_publisher(head, asides, masked=masked, text=text, vocabulary=vocabulary)
    page = Page(text=text, outlet=publisher, sentences=sentences, vocabulary=vocabulary)
    dated = _stated(head, asides, page)
    if dated is None:
        day = _day_without_year(head, asides)
        dated = infer_date(sentences, masked, text=text, day=day, vocabulary=vocabulary)
    bare = Article(id=id, text=text)
    article = Article(
        id=id,
        text=text,
        title=" ".join(head.title.slice(text).split()) if head.title else None,
        publisher=publisher,
        authors=_authors(head),
        published=dated.period if dated else None,
        published_how=dated.how if dated else None,
        published_why=dated.why if dated else "",
        dated_by=tuple(bare.cite(span, rule=rule) for span, rule in dated.evidence) if dated else (),
    )
    places = head.dateline.places if head.dateline else ()
    return Document(article=article, sentences=sentences, masked=masked, places=places)


def split_text(text: str, vocabulary: Vocabulary) -> tuple[Span, ...]:
    r"""The sentences of any text, which need be no article: nothing is masked and nothing is a head.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> [span.slice("One. Two!\n\nThree") for span in split_text("One. Two!\n\nThree", load_vocabulary())]
    ['One.', 'Two!', 'Three']
    """
    blocks = find_blocks(text, stands_alone=lambda _: False)
    return tuple(span for block in blocks for span in split_sentences(text, block.span, vocabulary=vocabulary))


def _sentences(text: str, paragraphs: tuple[Paragraph, ...], vocabulary: Vocabulary) -> Iterator[Sentence]:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.part in {Part.TITLE, Part.HEAD}:
            for span in bounded(text, paragraph.span):
                yield Sentence(span, paragraph.part, number)
            continue
        for span in split_sentences(text, paragraph.span, vocabulary=vocabulary):
            yield Sentence(span, paragraph.part, number)


def _authors(head: Head) -> tuple[str, ...]:
    """The authors in order, each once; a name alone above the title may be anything."""
    first = head.title_at if head.title_at is not None else -1
    told = (byline for at, byline in head.bylines if at > first or not byline.is_bare)
    return tuple(dict.fromkeys(name for byline in told for name in byline.authors))


def _asides(text: str, masked: tuple[Masked, ...], vocabulary: Vocabulary) -> Iterator[Byline]:
    """What the source notes tell that stand at the ends of paragraphs and were masked there."""
    sources = {entry.id for entry in vocabulary.furniture if entry.marks == "source"}
    for each in masked:
        if each.kind in sources:
            byline = read_byline(each.span.slice(text), vocabulary, offset=each.span.start)
            if byline is not None:
                yield byline


def _stated(head: Head, asides: tuple[Byline, ...], page: Page) -> Dated | None:
    """The day that the head, the foot or the dateline states."""
    above = tuple(day for at, byline in head.bylines if at < head.body for day in byline.dates)
    below = [byline for at, byline in head.bylines if at >= head.body]
    foot = tuple(day for byline in (*below, *asides) for day in byline.dates)
    dateline = head.dateline.date if head.dateline else None
    return read_stated(above, foot, dateline, page=page)


def _day_without_year(head: Head, asides: tuple[Byline, ...]) -> WrittenDate | None:
    """A day that the head, the foot or the dateline tells without its year."""
    told = (*(byline for _, byline in head.bylines), *asides)
    dates = [day.date for byline in told for day in byline.dates]
    dates += [head.dateline.date] if head.dateline and head.dateline.date else []
    return next((day for day in dates if day.month and day.day), None)
