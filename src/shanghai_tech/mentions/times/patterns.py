"""The language in which rules of time expressions are written, and what it becomes: regular expressions over symbols.

A pattern is made of parts of the grammar (see `time_words`) and the signs of regular expressions: "the third quarter"
and "third-quarter" are both `the? o:ordinal hyphen? unit_quarter`. A name and a colon before a part or a bracket keep
what it matched for the reader of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

_ITEM: Final = re.compile(
    r"(?P<look>\(\?<?[=!])|(?:(?P<name>\w+):)?(?:(?P<part>[a-z_]+)|(?P<bracket>\())|(?P<sign>[)|?*])|\s+"
)


@frozen
class Symbols:
    """A part of the grammar: a regular expression for its phrases, and the symbols that they begin with."""

    pattern: str
    first: frozenset[str]


#: A part that the vocabulary has no words for.
_NEVER: Final = Symbols(r"(?!)", frozenset())


def to_regex(pattern: str, parts: Mapping[str, Symbols]) -> str:
    """The regular expression over symbols that a pattern stands for."""

    def code(match: re.Match[str]) -> str:
        if match["look"] or match["sign"]:
            return match[0]
        if not match["part"] and not match["bracket"]:
            return ""
        opening = f"(?P<{match['name']}>" if match["name"] else "(?:"
        return opening if match["bracket"] else f"{opening}{parts.get(match['part'], _NEVER).pattern})"

    return _ITEM.sub(code, pattern)


def first_symbols(pattern: str, parts: Mapping[str, Symbols]) -> frozenset[str]:
    """The symbols that what matches a pattern may begin with.

    >>> parts = {name: Symbols(name, frozenset(name)) for name in "abc"}
    >>> sorted(first_symbols("a? (b|x:c) a", parts)), sorted(first_symbols("(?!a) b* c", parts))
    (['a', 'b', 'c'], ['b', 'c'])
    """
    first, _, _ = _choice(list(_ITEM.finditer(pattern)), 0, parts)
    return first


def _choice(items: list[re.Match[str]], at: int, parts: Mapping[str, Symbols]) -> tuple[frozenset[str], bool, int]:
    """First symbols of alternatives up to a closing bracket, whether one may be empty, and where they end."""
    first, empty, at = _sequence(items, at, parts)
    while at < len(items) and items[at]["sign"] == "|":
        other, other_empty, at = _sequence(items, at + 1, parts)
        first, empty = first | other, empty or other_empty
    return first, empty, at


def _sequence(items: list[re.Match[str]], at: int, parts: Mapping[str, Symbols]) -> tuple[frozenset[str], bool, int]:
    """First symbols of items in a row, whether all may be missing, and where the row ends."""
    first: frozenset[str] = frozenset()
    empty = True
    while at < len(items) and items[at]["sign"] not in {"|", ")"}:
        item, item_empty, at = _item(items, at, parts)
        if at < len(items) and items[at]["sign"] in {"?", "*"}:
            item_empty, at = True, at + 1
        first, empty = first | item if empty else first, empty and item_empty
    return first, empty, at


def _item(items: list[re.Match[str]], at: int, parts: Mapping[str, Symbols]) -> tuple[frozenset[str], bool, int]:
    """First symbols of one item, whether it may match nothing, and where it ends."""
    item = items[at]
    if item["part"]:
        return parts.get(item["part"], _NEVER).first, False, at + 1
    if item["bracket"]:
        first, empty, at = _choice(items, at + 1, parts)
        return first, empty, at + 1
    if item["look"]:
        _, _, at = _choice(items, at + 1, parts)
        return frozenset(), True, at + 1
    return frozenset(), True, at + 1
