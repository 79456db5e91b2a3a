"""Raw text → blocks: lines without the blanks around them, the lines of a hard-wrapped paragraph joined to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from attrs import frozen

from shanghai_tech.model import Span

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS: Final = (
    " \t\xa0\x1f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\ufeff"
)
_WORD: Final = re.compile(r"\S{0,40}")
_BULLET: Final = re.compile(r"[•·▪■◆●○*‣-]\s|[0-9]{1,2}[.)]\s")

#: Text is wrapped at no more than this; longer lines are paragraphs.
_WIDEST: Final = 100
_NARROWEST: Final = 40


@frozen
class Block:
    """A paragraph, a head, or a line of the page; `gap` tells whether a blank line stands before it."""

    span: Span
    gap: bool


def find_blocks(text: str, *, stands_alone: Callable[[str], bool]) -> tuple[Block, ...]:
    r"""The blocks of a text in order; lines that `stands_alone` names are not joined with their neighbours.

    >>> text = "One line.\n\nAnother one.  "
    >>> [block.span.slice(text) for block in find_blocks(text, stands_alone=lambda line: False)]
    ['One line.', 'Another one.']
    """
    lines = tuple(_lines(text))
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    return tuple(_joined(text, lines, width=width, stands_alone=stands_alone))


def _lines(text: str) -> Iterable[Block]:
    previous = 0
    for match in _LINE.finditer(text):
        words = match[0]
        left = words.lstrip(_BLANKS)
        size = len(left.rstrip(_BLANKS))
        if size:
            start = match.end() - len(left)
            yield Block(Span(start, start + size), gap=_is_gap(text, previous, match.start()))
            previous = match.end()


def _is_gap(text: str, end: int, start: int) -> bool:
    """Whether more than one line break stands between two lines."""
    return start - end > 2 or (start - end == 2 and text[end:start] != "\r\n")


def _wrap_width(text: str, lines: tuple[Block, ...]) -> int | None:
    """The width at which a text is wrapped, or None: most lines must have had no room for the word that follows."""
    if len(lines) < 8 or sum(len(line.span) > _WIDEST for line in lines) * 20 > len(lines):
        return None
    sizes = sorted(len(line.span) for line in lines)
    width = min(sizes[int(len(sizes) * 0.96)], _WIDEST)
    neighbours = [(one, other) for one, other in pairwise(lines) if not other.gap]
    full = sum(_is_full(text, one, other, width=width) for one, other in neighbours)
    return width if width >= _NARROWEST and len(neighbours) >= 4 and full * 10 >= len(neighbours) * 6 else None


def _is_full(text: str, line: Block, following: Block, *, width: int) -> bool:
    word = _WORD.match(text, following.span.start, following.span.end)
    return len(line.span) + 1 + len(word[0] if word else "") > width


def _joined(text: str, lines: tuple[Block, ...], *, width: int, stands_alone: Callable[[str], bool]) -> Iterable[Block]:
    alone = [stands_alone(line.span.slice(text)) for line in lines]
    block = lines[0]
    for number in range(1, len(lines)):
        line = lines[number]
        joins = (
            not line.gap
            and not alone[number - 1]
            and not alone[number]
            and _is_full(text, lines[number - 1], line, width=width)
            and not _BULLET.match(text, line.span.start)
        )
        if joins:
            block = Block(block.span.to(line.span), gap=block.gap)
        else:
            yield block
            block = line
    yield block
