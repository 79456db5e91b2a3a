"""Blocks → pieces: each block with what is furniture in it, and what it tells if it is a line of the head."""

from __future__ import annotations

from typing import Final

from attrs import Factory, field, frozen

from shanghai_tech.articles.blocks import Block, find_blocks
from shanghai_tech.articles.bylines import Byline, read_byline
from shanghai_tech.articles.furniture import Found, trim, whole_line
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.page_entries import Furniture

#: How many blocks from the top, and from the foot, may be lines of the head.
TOP: Final = 30
FOOT: Final = 8

_MARKS: Final = tuple(".!?…。！？")
_CLOSERS: Final = "'\"’”»)]"
_PROSE: Final = 60
_LONG: Final = 160


def _ends_as_sentence(piece: Piece) -> bool:
    return piece.words.rstrip(_CLOSERS).endswith(_MARKS)


def _is_prose(piece: Piece) -> bool:
    size = len(piece.words)
    return piece.is_text and (size > _LONG or (size >= _PROSE and piece.ends_as_sentence))


@frozen(kw_only=True)
class Piece:
    """A block and what it is: furniture as a whole, a line of the head, or text of which `span` is left to read.

    `ends` is the furniture at the ends of a text; `gap` tells whether a blank line stands before it.
    `ends_as_sentence` tells that the last mark is one that ends sentences, and `is_prose` that it is a text of
    sentences, not a head or an item of a list.
    """

    block: Span
    gap: bool
    span: Span
    words: str
    furniture: Furniture | None = None
    byline: Byline | None = None
    ends: tuple[Found, ...] = ()
    ends_as_sentence: bool = field(init=False, default=Factory(_ends_as_sentence, takes_self=True))
    is_prose: bool = field(init=False, default=Factory(_is_prose, takes_self=True))

    @property
    def is_text(self) -> bool:
        """Whether anything of it is left to read."""
        return self.furniture is None and self.byline is None

    @property
    def is_caption(self) -> bool:
        """Whether a credit at its end tells that it describes a picture."""
        return any(found.entry.marks == "caption" for found in self.ends)


def read_page(text: str, vocabulary: Vocabulary) -> tuple[Piece, ...]:
    r"""The pieces of a text in order.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> [piece.is_text for piece in read_page("Chips ahoy\nBy Reuters\nPrint", load_vocabulary())]
    [True, False, False]
    """

    def stands_alone(line: str) -> bool:
        byline = read_byline(line, vocabulary)
        return whole_line(line, vocabulary) is not None or (byline is not None and not byline.is_bare)

    blocks = find_blocks(text, stands_alone=stands_alone)
    edge = len(blocks) - FOOT
    return tuple(
        _piece(text, block, vocabulary, may_be_head=number < TOP or number >= edge)
        for number, block in enumerate(blocks)
    )


def _piece(text: str, block: Block, vocabulary: Vocabulary, *, may_be_head: bool) -> Piece:
    span = block.span
    line = span.slice(text)
    byline = read_byline(line, vocabulary, offset=span.start) if may_be_head else None
    entry = None if byline and byline.dates else whole_line(line, vocabulary)
    if entry and entry.marks != "source":
        byline = None  # words of furniture can look like names, but not like a day
    if entry or byline:
        return Piece(block=span, gap=block.gap, span=span, words=line, furniture=entry, byline=byline)
    left, found = trim(line, vocabulary)
    ends = tuple(_moved(each, span.start) for each in found)
    inner = Span(span.start + left.start, span.start + left.end)
    if not inner:  # furniture at both ends met
        return Piece(block=span, gap=block.gap, span=span, words=line, furniture=found[0].entry)
    return Piece(block=span, gap=block.gap, span=inner, words=inner.slice(text), ends=ends)


def _moved(found: Found, offset: int) -> Found:
    return Found(Span(found.span.start + offset, found.span.end + offset), found.entry)
