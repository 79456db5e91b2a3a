"""JSON Lines: one object a line, in UTF-8, the same bytes for the same records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final, NoReturn

from shanghai_tech.codec import from_data, to_data
from shanghai_tech.errors import InvalidRecord
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention
from shanghai_tech.model import Article, Record

#: What some readers take for the end of a line, and what has no form in UTF-8.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_jsonl(records: Iterable[Article | Record]) -> Iterator[str]:
    """One line for each article and record, its line end included; `from_jsonl` reads them back."""
    return (json_line(to_data(record)) for record in records)


def from_jsonl(lines: Iterable[str]) -> Iterator[Article | Record]:
    """Read the lines that `to_jsonl` writes, one by one; blank lines are passed over.

    Raises:
        InvalidRecord: for a line that holds no record; the path begins with the number of the line.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data: object = json.loads(line, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise InvalidRecord(f"line {number}", line.strip()[:80], "one JSON object") from None
        try:
            record = from_data(data)
        except InvalidRecord as error:
            raise InvalidRecord(f"line {number}, {error.path}", error.value, error.expected) from None
        yield record


def mentions_to_jsonl(
    mentions: Iterable[QuantityMention | PeriodMention], text: str, *, source: str | None = None
) -> Iterator[str]:
    """One line for each quantity and period of a text, which `source` names; `docs/mentions.md` tells the fields."""
    return (json_line({"source": source, **_mention_data(mention, text)}) for mention in mentions)


def _mention_data(mention: QuantityMention | PeriodMention, text: str) -> dict[str, object]:
    at = {"start": mention.span.start, "end": mention.span.end, "quote": mention.span.slice(text)}
    if isinstance(mention, QuantityMention):
        return {
            "mention": "quantity",
            **at,
            "quantity": to_data(mention.quantity),
            "interval": to_data(mention.quantity.interval),
            "form": None if mention.form is None else mention.form.value,
            "restated": [to_data(quantity) for quantity in mention.restated],
        }
    return {
        "mention": "period",
        **at,
        "kind": mention.kind.value,
        "timex": mention.timex,
        "period": None if mention.period is None else to_data(mention.period),
        "relation": mention.relation.value,
        "compares": mention.compares,
        "bare": {"start": mention.bare.start, "end": mention.bare.end, "quote": mention.bare.slice(text)},
    }


def json_line(data: dict[str, object]) -> str:
    """An object as one line for every reader, its line end included."""
    return _ESCAPED.sub(_escape, json.dumps(data, ensure_ascii=False, allow_nan=False)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)
