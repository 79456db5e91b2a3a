"""Aligned text for a terminal: what was found, in rows that fit its width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from shanghai_tech.codec import to_data
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention
from shanghai_tech.model import Article, Bound, Form, Metric, Number, Period, Quantity, Record, Target
from shanghai_tech.model.quantity import format_number
from shanghai_tech.model.unit import ONE

#: The width where nothing tells another.
WIDTH: Final = 120

_BOUND_WORDS: Final = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "about ",
    Bound.OVER: "over ",
    Bound.AT_LEAST: "at least ",
    Bound.UNDER: "under ",
    Bound.AT_MOST: "at most ",
    Bound.BETWEEN: "",
}


@frozen
class _Column:
    """A column of a table; it is as wide as its cells, within `most` and, where the table is too wide, `least`."""

    title: str
    least: int
    most: int


_FACTS: Final = (
    _Column("", 6, 6),
    _Column("subject", 8, 28),
    _Column("what", 12, 36),
    _Column("how much", 12, 44),
    _Column("when", 8, 24),
    _Column("said by", 8, 20),
    _Column("evidence", 12, 200),
)
_MENTIONS: Final = (
    _Column("at", 6, 14),
    _Column("kind", 8, 8),
    _Column("words", 12, 48),
    _Column("value", 12, 40),
    _Column("covers", 8, 40),
    _Column("as", 5, 12),
)


def to_table(records: Iterable[Article | Record], *, width: int = WIDTH) -> str:
    """A table of facts, with a heading where an article begins.

    Metrics and targets are told apart in the first column; a number that the words bound has the bound beside it.
    Cells too long for the width end in an ellipsis.
    """
    blocks: list[str] = []
    rows: list[tuple[str, ...]] = []
    for record in records:
        if isinstance(record, Article):
            blocks += _table(_FACTS, rows, width=width)
            blocks.append(_heading(record))
            rows = []
        elif isinstance(record, (Metric, Target)):
            rows.append(_fact_row(record))
    return "\n\n".join([*blocks, *_table(_FACTS, rows, width=width)])


def mentions_to_table(mentions: Iterable[QuantityMention | PeriodMention], text: str, *, width: int = WIDTH) -> str:
    """A table of the quantities and periods of a text."""
    return "\n\n".join(_table(_MENTIONS, [_mention_row(mention, text) for mention in mentions], width=width))


# ---------------------------------------------------------------- rows


def _heading(article: Article) -> str:
    title = article.title or article.id
    dated = "undated" if article.published is None else f"{_when(article.published)} ({article.published_how})"
    return f"{_plain(title)}\n{_plain(', '.join(filter(None, [article.publisher, dated])))}"


def _fact_row(record: Metric | Target) -> tuple[str, ...]:
    told = isinstance(record, Metric)
    when = record.period if isinstance(record, Metric) else record.due
    quotes = [f"“{evidence.quote}”" for evidence in record.evidence]
    amounts = [] if record.quantity is None else [_told(record.quantity, record.form, base=record.base)]
    amounts += [_amount(quantity) for quantity in record.restated]
    return (
        "metric" if told else "target",
        record.subject or "",
        record.label,
        " = ".join(amounts),
        "" if when is None else _when(when),
        record.speaker or "",
        " ".join(quotes),
    )


def _mention_row(mention: QuantityMention | PeriodMention, text: str) -> tuple[str, ...]:
    at, words = f"{mention.span.start}-{mention.span.end}", mention.span.slice(text)
    if isinstance(mention, QuantityMention):
        amounts = " = ".join(map(_amount, (mention.quantity, *mention.restated)))
        form = "" if mention.form is None else mention.form.value
        return at, "quantity", words, amounts, _covers(mention.quantity), form
    covers = "" if mention.period is None else _when(mention.period)
    return at, mention.kind.value.lower(), words, mention.timex, covers, mention.relation.value


def _told(quantity: Quantity, form: Form, *, base: str | None) -> str:
    amount = _amount(quantity)
    match form:
        case Form.RANK:
            return f"No. {amount}"
        case Form.MULTIPLE:
            return f"{amount} times"
        case Form.GROWTH:
            return _amount(quantity, sign="+")
        case Form.SHARE:
            return f"{amount} of {base or 'a whole'}"
        case Form.LEVEL:
            return amount


def _amount(quantity: Quantity, *, sign: str = "") -> str:
    """The amount in words and digits; with the sign "+" a rise has one as a fall does."""
    upper = "" if quantity.upper is None else f" to {_digits(quantity.upper, sign)}"
    unit = "" if quantity.unit == ONE else f" {quantity.unit}"
    return f"{_BOUND_WORDS[quantity.bound]}{_digits(quantity.value, sign)}{upper}{unit}"


def _digits(number: Number, sign: str) -> str:
    if isinstance(number, Decimal):
        return f"{number:{sign},f}"
    return (sign if number > 0 else "") + format_number(number)


def _covers(quantity: Quantity) -> str:
    """The numbers that the words allow, in the notation of intervals: a round bracket leaves its end out."""
    told = to_data(quantity.interval)
    low = "(-∞" if told["low"] is None else f"{'(' if told['low_open'] else '['}{told['low']}"
    high = "∞)" if told["high"] is None else f"{told['high']}{')' if told['high_open'] else ']'}"
    return f"{low}, {high}"


def _when(period: Period) -> str:
    if period.candidates:
        return " or ".join(map(_when, period.candidates))
    first, slash, last = str(period).partition("/")
    if not slash:
        return first
    return f"by {last}" if first == ".." else f"since {first}" if last == ".." else f"{first} to {last}"


# ---------------------------------------------------------------- layout


def _table(columns: Sequence[_Column], rows: Sequence[Sequence[str]], *, width: int) -> Iterator[str]:
    """The table as one block, or none where there are no rows; columns with nothing in them are left out."""
    if not rows:
        return
    cells = [[_plain(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index] for row in cells)]
    shown = [columns[index] for index in kept]
    body = [[column.title for column in shown], *([row[index] for index in kept] for row in cells)]
    widths = _widths(shown, body, width=width)
    yield "\n".join("  ".join(map(_fit, row, widths)).rstrip() for row in body)


def _widths(columns: Sequence[_Column], body: Sequence[Sequence[str]], *, width: int) -> list[int]:
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


def _plain(text: str) -> str:
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
