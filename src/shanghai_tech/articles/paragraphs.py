"""Pieces → paragraphs: what is to be read, and as which part of the article; the rest is masked."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from shanghai_tech.articles.document import Masked, Part
from shanghai_tech.articles.head import Head, is_with_site
from shanghai_tech.articles.page import Piece
from shanghai_tech.model import Span

_HEAD: Final = 100
_CAPTION: Final = 400
_BULLET: Final = re.compile(r"[•·▪■◆●○*‣–—-]\s|[0-9]{1,2}[.)]\s")
_PICTURE: Final = re.compile(
    r"(?i)(?:an? |the |this )?(?:undated |aerial |combined |file )*(?:photo|picture|image|photograph|illustration)s?\s"
    r"(?:of|shows?|taken|released|provided|illustration)\b|pictured(?: above| here| is| are)?\b"
)
_SHOWN: Final = re.compile(
    r"(?i)\b(?:seen|shown|pictured) (?:here|in (?:this|an?) (?:undated |file )?(?:photo|picture|image))\b"
)
_QUOTES: Final = str.maketrans("", "", "\"'“”‘’")


@frozen
class Paragraph:
    """A stretch of text to be read, and what it is part of."""

    span: Span
    part: Part


def find_paragraphs(
    pieces: tuple[Piece, ...], head: Head, *, text: str
) -> tuple[tuple[Paragraph, ...], tuple[Masked, ...]]:
    r"""The paragraphs of a page in order, and what is masked of it.

    >>> from shanghai_tech.articles.head import find_head
    >>> from shanghai_tech.articles.page import read_page
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "A city of chips\nBy Reuters\nTen firms have moved to the city since the plan was told."
    >>> pieces = read_page(text, load_vocabulary())
    >>> paragraphs, masked = find_paragraphs(pieces, find_head(pieces, load_vocabulary()), text=text)
    >>> [paragraph.part.value for paragraph in paragraphs], [each.kind for each in masked]
    (['title', 'body'], ['byline'])
    """
    heads = frozenset(at for at, _ in head.bylines)
    title = _plain(head.title.slice(text)) if head.title else ""
    before_prose = _before_prose(pieces)
    paragraphs: list[Paragraph] = []
    masked: list[Masked] = []
    in_links = False
    for at, piece in enumerate(pieces):
        in_links = (in_links or _opens_links(piece, at, head)) and not piece.is_prose
        part = _part(pieces, at, head, title=title, leads=before_prose[at])
        kind = "byline" if at in heads else _furniture_kind(piece, part, in_links=in_links)
        if kind or part is None:
            masked.append(Masked(piece.block, kind or "section"))
            continue
        masked += [Masked(found.span, found.entry.id) for found in piece.ends]
        span = piece.span
        if head.dateline and head.dateline.span.start == span.start:
            masked.append(Masked(head.dateline.span, "dateline"))
            span = Span(head.dateline.span.end, span.end)
        if at == head.title_at and head.title:
            masked += [Masked(head.suffix, "outlet")] if head.suffix and head.suffix.within(piece.span) else []
            span = head.title
        paragraphs.append(Paragraph(span, part))
    return tuple(paragraphs), tuple(sorted(masked, key=lambda each: each.span))


def _before_prose(pieces: tuple[Piece, ...]) -> list[bool]:
    """For each piece, whether the next one that is no furniture is prose."""
    leads = [False] * len(pieces)
    is_prose = False
    for at in range(len(pieces) - 1, -1, -1):
        leads[at] = is_prose
        if pieces[at].furniture is None:
            is_prose = pieces[at].is_prose
    return leads


def _opens_links(piece: Piece, at: int, head: Head) -> bool:
    return at > head.body and piece.furniture is not None and piece.furniture.marks == "links"


def _furniture_kind(piece: Piece, part: Part | None, *, in_links: bool) -> str:
    """The kind of furniture that a piece is; empty where it is to be read."""
    if piece.furniture is not None:
        return "" if part is Part.HEAD else piece.furniture.id
    return "links" if in_links and part in {Part.HEAD, Part.BODY} and not piece.ends_as_sentence else ""


def _part(pieces: tuple[Piece, ...], at: int, head: Head, *, title: str, leads: bool) -> Part | None:
    """What a piece is part of; None for names of sections above the title, and for furniture."""
    piece = pieces[at]
    if piece.furniture is not None:
        is_head = piece.furniture.marks == "section" and at > head.body and leads and piece.gap
        return Part.HEAD if is_head else None
    if at == head.title_at or (title and _is_title(piece.words, title)):
        return Part.TITLE
    if _is_caption(pieces, at, body=head.body):
        return Part.CAPTION
    if at >= head.body:
        is_head = leads and not piece.is_prose and _is_short(piece)
        return Part.HEAD if is_head and at > head.body else Part.BODY
    if head.title_at is not None and at < head.title_at and len(piece.words.split()) <= 3:
        return None
    return Part.HEAD if _is_short(piece) and len(piece.words.split()) <= 5 else Part.STANDFIRST


def _is_short(piece: Piece) -> bool:
    """Whether a piece has the form of a head: a short line with no mark at its end that is no item of a list."""
    return len(piece.words) <= _HEAD and not piece.ends_as_sentence and not _BULLET.match(piece.words)


def _is_caption(pieces: tuple[Piece, ...], at: int, *, body: int) -> bool:
    """Whether a piece describes a picture: a credit ends it or stands right under it, or it says so itself."""
    piece = pieces[at]
    if piece.is_caption:
        return True
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    is_credited = (
        below is not None and not below.gap and below.furniture is not None and below.furniture.marks == "caption"
    )
    if len(piece.words) > _CAPTION:
        return False
    return is_credited or bool(_PICTURE.match(piece.words)) or (at <= body and bool(_SHOWN.search(piece.words)))


def _is_title(words: str, title: str) -> bool:
    """Whether a line repeats the title, once or several times."""
    if not len(title) <= len(words) <= 4 * len(title) + 8:
        return False
    if words[:4].translate(_QUOTES)[:2].casefold() != title[:2]:  # most lines begin otherwise
        return False
    plain = _plain(words)
    return plain == title or is_with_site(plain, title) or (len(title) > 10 and not plain.replace(title, "").strip())


def _plain(words: str) -> str:
    return " ".join(words.casefold().translate(_QUOTES).split())
