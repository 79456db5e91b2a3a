"""Where a name ends that small words go on with: "of", lists of fields, legal suffixes behind a comma.

name    :  run  ( joint topic | list head | suffix )*
joint   :  "of" | "for" | "on" | "in"
topic   :  run  [ ("," fields)* [","] "and" ["the"] fields ]
list    :  ("," fields)* [","] "and" fields
suffix  :  [","] (Ltd | Inc | …)
"""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.names.lines import LONGEST, Line
from shanghai_tech.mentions.names.tables import NameKind
from shanghai_tech.vocabulary.name_entries import HeadWord

_JOINTS: Final = frozenset({"of", "for", "on", "in"})
#: Kinds of bodies whose names go on with "on" (Committee on Trade), and with "in" (Chamber of Commerce in Japan).
_DELIBERATE: Final = frozenset({"government", "event", "other", "research"})
_GATHER: Final = frozenset({"association", "other"})


def extended(line: Line, first: int, *, last: int) -> int:
    """The end of a name whose run of capitalised words ends at `last`."""
    end = last
    while end - first < LONGEST:
        further = _suffix(line, end) or _topic(line, first, end=end) or _list_before_head(line, first, end=end)
        if not further:
            break
        end = further
    return end


def inner_head(line: Line, first: int, *, last: int) -> HeadWord | None:
    """The head before "of …" in a name of the form head of topic."""
    at = next((at for at in range(first + 1, last) if line.lower(at) in {"of", "for", "on"}), last)
    inner = line.head(first, at) if at < last else None
    whole = line.head(first, last) if inner is not None else None
    tells = whole is not None and " of " in whole.id and inner is not None and whole.kind != inner.kind
    return whole if tells else inner  # Institute of Technology, Board of Trade


def _suffix(line: Line, end: int) -> int:
    """The end of a legal suffix behind a comma or an abbreviating period ("Co., Ltd"); 0 where there is none."""
    at, abbreviated = end, line.is_suffix(end - 1)
    if abbreviated and line.lower(at) == ".":
        at += 1
    if line.lower(at) == ",":
        at += 1
    if at == end or not line.capital(at) or not line.is_suffix(at):
        return 0
    if not abbreviated and len(line.lower(at)) > len("corp"):
        return 0  # "Alibaba, Group chairman"
    while line.capital(at) and line.is_suffix(at):
        at += 1
    return at


def _topic(line: Line, first: int, *, end: int) -> int:
    """The end of "of Science and Technology" behind a head word that opens; 0 where there is none."""
    joint = line.lower(end)
    at = end + 1 + (line.lower(end + 1) in {"the", "a", "an"})
    if joint not in _JOINTS or not line.capital(at) or line.lower(at) in line.tables.posts:
        return 0
    stop = line.run_end(at)
    head = inner_head(line, first, last=end) if joint == "in" else line.head(first, end)
    if head is not None and head.role == "suffix" and joint == "of" and line.is_place(at, stop):
        return stop  # Commercial Aircraft Corporation of China
    if joint == "of" and line.is_place(at, stop) and inner_head(line, first, last=end) is not None:
        return stop  # University of Science and Technology of China
    gathers = head is not None and (head.thing == "organization" or head.id == "city")
    if gathers and joint == "for" and line.field(at):
        return _fields_end(line, stop) or stop  # Vision Group for Startups
    if head is None or head.role != "opener":
        known = line.tables.known_at(line.tokens, at, last=stop)
        placed = known is not None and known.kind is NameKind.PLACE
        return stop if joint == "of" and placed and line.is_suffix(stop - 1) else 0  # Gold Fields of South Africa Ltd
    if line.lower(at) in line.tables.calendar or (joint == "on" and head.kind not in _DELIBERATE):
        return 0
    if joint == "in" and not (head.kind in _GATHER and line.is_place(at, stop) and not line.begins_with_place(first)):
        return 0
    goes_on = line.field(stop - 1) or line.tables.known_at(line.tokens, at, last=stop) is not None
    return (_fields_end(line, stop) if goes_on else 0) or stop


def _list_before_head(line: Line, first: int, *, end: int) -> int:
    """The end of "Science, Technology and Innovation Commission"; 0 where the list has no head."""
    return _fields_end(line, end, headed=True) if end > first and line.field(end - 1) else 0


def _fields_end(line: Line, end: int, *, headed: bool = False) -> int:
    """The end of ", fields and fields" that goes on at `end`, with a head behind it if `headed`; 0 if there is none."""
    at = end
    for _ in range(LONGEST):
        at, joined = _separator(line, at)
        if joined and line.lower(at) == "the" and not headed:
            at += 1
        if at == end or not line.capital(at) or not line.field(at):
            return 0
        end = at = line.run_end(at)
        if joined:
            return end if _ends_list(line, end, headed=headed) else 0
        if not line.field(end - 1):
            return 0
    return 0


def _separator(line: Line, at: int) -> tuple[int, bool]:
    """Where the words behind ",", "and" or ", and" begin, and whether "and" is there."""
    at += line.lower(at) == ","
    joined = line.lower(at) in {"and", "&"}
    return at + joined, joined


def _ends_list(line: Line, end: int, *, headed: bool) -> bool:
    if not headed:
        return line.field(end - 1)
    head = line.head(max(0, end - LONGEST), end)
    if head is None or head.thing == "place":
        return False
    return head.role != "head" or not line.has("field", end - 1)  # "Science and Technology" is no name
