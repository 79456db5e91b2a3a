"""Posts and forms of address written with capitals: they end a name, and a person's name follows them.

title      :  address | post [portfolio]
portfolio  :  ("of" | "for") fields          Minister of Foreign Affairs
"""

from __future__ import annotations

from shanghai_tech.mentions.names.lines import LONGEST, Line

#: Heads of names that a post may stand in: "Developer Conference", "Ministers Council".
_NAMES = frozenset({"event", "plan", "policy", "product"})


def title_end(line: Line, at: int, *, end: int) -> int:
    """The end of the title that begins at a token of a run which ends at `end`; `at` where there is none."""
    address = line.tables.addresses.get(line.lower(at))
    if f"{line.lower(at)} {line.lower(at + 1)}" in line.tables.addresses:  # Tan Sri
        return at + 2
    if address is not None:
        stop = at if address.kept else at + 1 + (line.lower(at + 1) == ".")
    else:
        stop = _post_end(line, at, end=end)
    if stop == at or line.tables.known_at(line.tokens, at, last=end) is not None:
        return at
    head = line.head(at, end) if stop < end else None
    if head is not None and head.id not in line.tables.posts and (head.thing == "organization" or head.kind in _NAMES):
        return at  # General Hospital, Developer Conference
    return stop if address is not None else _portfolio_end(line, stop)


def _post_end(line: Line, at: int, *, end: int) -> int:
    """The end of a post; it may have small words in it ("Secretary of State") if it ends in a capitalised one."""
    stop = line.tables.post_at(line.tokens, at, last=len(line.tokens))
    if stop <= end or line.capital(stop - 1):
        return stop
    return line.tables.post_at(line.tokens, at, last=end)


def _portfolio_end(line: Line, stop: int) -> int:
    """The end of "for Trade and Industry" behind a post; the end of the post where a body follows, or nothing."""
    at = stop + 1 + (line.lower(stop + 1) == "the")
    if line.lower(stop) not in {"of", "for"} or not line.capital(at) or not line.field(at):
        return stop
    run = line.run_end(at)
    head = line.head(at, run)
    if head is not None and head.thing == "organization" and not line.has("field", run - 1):
        return stop
    last = _fields_end(line, at)
    known = line.tables.known_at(line.tokens, at, last=last)
    return stop if known is not None or line.has("particle", last) else last


def _fields_end(line: Line, at: int) -> int:
    """The end of a list of fields, which a person's name may follow: "Trade, Housing and Industry"."""
    first = end = _run_of_fields(line, at)
    joined = False
    while end - at < LONGEST:
        comma = line.lower(end) == "," and not joined
        is_last = line.lower(end + comma) in {"and", "&"}
        further = end + comma + is_last
        if not (comma or is_last) or _run_of_fields(line, further) == further:
            break
        joined, end = joined or is_last, _run_of_fields(line, further)
    return end if joined else first


def _run_of_fields(line: Line, at: int) -> int:
    while line.capital(at) and line.field(at):
        at += 1
    return at


def name_cut(line: Line, first: int, *, end: int) -> int:
    """Where a name that begins at `first` ends before its run does: at a title or a day."""
    known = line.tables.known_at(line.tokens, first, last=end)
    for at in range(first + len(known.words) if known else first + 1, end):
        if line.has("particle", at - 1):
            continue
        if line.lower(at) in line.tables.calendar or title_end(line, at, end=end) > at:
            return at
    return end
