"""Rows of cells → aligned columns, within the width of a terminal and safe to print there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

#: The width where nothing tells another.
WIDTH: Final = 120


@frozen
class Column:
    """A column of a table; it is as wide as its cells, within `most` and, where the table is too wide, `least`."""

    title: str
    least: int
    most: int


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int) -> Iterator[str]:
    """The table as one block, or none where there are no rows; columns with nothing in them are left out."""
    if not rows:
        return
    cells = [[plain(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index] for row in cells)]
    shown = [columns[index] for index in kept]
    body = [[column.title for column in shown], *([row[index] for index in kept] for row in cells)]
    widths = _widths(shown, body, width=width)
    yield "\n".join("  ".join(map(_fit, row, widths)).rstrip() for row in body)


def _widths(columns: Sequence[Column], body: Sequence[Sequence[str]], *, width: int) -> list[int]:
    """As wide as the cells ask for; what is too much is taken from the last column, and then from the widest ones."""
    widths = [min(column.most, max(_cells(row[index]) for row in body)) for index, column in enumerate(columns)]
    least = [min(column.least, wide) for column, wide in zip(columns, widths, strict=True)]
    excess = max(0, sum(widths) + 2 * (len(widths) - 1) - width)
    last = min(excess, widths[-1] - least[-1])
    widths[-1] -= last
    for _ in range(excess - last):
        widest = max(range(len(widths)), key=lambda index: (widths[index] > least[index], widths[index]))
        widths[widest] -= widths[widest] > least[widest]
    return widths


def plain(text: str) -> str:
    """The text on one line, with no control character that a terminal would act on."""
    return "".join(letter if letter.isprintable() else "·" for letter in " ".join(text.split()))


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_letter_cells, text))


def _letter_cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _fit(text: str, width: int) -> str:
    """The text in exactly so many cells: padded, or cut with an ellipsis."""
    taken = _cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept, room = 0, width - 1
    while room >= _letter_cells(text[kept]):
        room -= _letter_cells(text[kept])
        kept += 1
    return text[:kept] + "…" + " " * room
