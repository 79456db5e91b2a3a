"""The dateline that opens the first paragraph: where, when and by which agency it was written.

dateline = [places] ["," date] ["(" agency ")"] ["," date] mark | "(" agency ")" [date] mark
places   = place {("," | "/" | "and") place}
mark     = "--" | "—" | "–" | "-" | ":"
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from shanghai_tech.articles.dates import WrittenDate, find_dates
from shanghai_tech.articles.outlets import is_known_outlet
from shanghai_tech.articles.people import is_place
from shanghai_tech.articles.word_lists import word_list
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

#: The longest dateline, in code points.
LONGEST: Final = 120
_MARK: Final = re.compile(r"\s*(?:--|—|–|(?<=[\s)/0-9])-)\s*(?=[^\s\d])|:\s+|(?<=\))\s+(?=[A-Z\"“])")
_AGENCY: Final = re.compile(r"\(\s*(?P<round>[^()]{2,40}?)\s*\)|/\s?(?P<slashes>[A-Z][^/]{1,30}?)\s?(?:-- )?/")
_PLACE: Final = re.compile(r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|la)){0,3}")
_BETWEEN: Final = re.compile(r"\s*(?:[,/;]|\s[–—-]\s|\band\b)\s*")


@frozen(kw_only=True)
class Dateline:
    """A dateline by its span, and the parts of it that are there."""

    span: Span
    places: tuple[Span, ...] = ()
    agency: Span | None = None
    date: WrittenDate | None = None


def read_dateline(line: str, vocabulary: Vocabulary, *, offset: int = 0) -> Dateline | None:
    """The dateline that a paragraph opens with, its spans moved by `offset`; None where there is none.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "SHANGHAI, Jan. 9 (Xinhua) -- Ten firms"
    >>> dateline = read_dateline(text, load_vocabulary())
    >>> dateline.places[0].slice(text), dateline.agency.slice(text), text[dateline.span.end:]
    ('SHANGHAI', 'Xinhua', 'Ten firms')
    >>> read_dateline("Note: ten firms", load_vocabulary()) is None
    True
    """
    opening = line[: LONGEST + 20]
    marks = [match for match in _MARK.finditer(opening) if 0 < match.start() <= LONGEST]
    for mark in reversed(marks[:5]):  # the longest reading first: a dash may stand inside a dateline
        found = _read(line[: mark.start()], vocabulary, end=mark.end(), mark=mark[0].strip(), offset=offset)
        if found:
            return found
    return None


def _read(prefix: str, vocabulary: Vocabulary, *, end: int, mark: str, offset: int) -> Dateline | None:
    rest = prefix
    dates = find_dates(prefix, vocabulary)
    for date in dates:
        rest = rest[: date.span.start] + "," * len(date.span) + rest[date.span.end :]
    agency = _AGENCY.search(rest)
    if agency:
        rest = rest[: agency.start()] + "," * len(agency[0]) + rest[agency.end() :]
    places = _places(rest)
    if places is None or len(dates) > 1:
        return None
    names = [place.slice(prefix) for place in places]
    if not _is_told(names, agency[agency.lastgroup or 0] if agency else "", vocabulary, dated=bool(dates), mark=mark):
        return None
    moved = find_dates(prefix, vocabulary, offset=offset)
    return Dateline(
        span=Span(offset, offset + end),
        places=tuple(Span(offset + place.start, offset + place.end) for place in places),
        agency=Span(offset + agency.start(agency.lastgroup or 0), offset + agency.end(agency.lastgroup or 0))
        if agency
        else None,
        date=moved[0] if moved else None,
    )


def _places(rest: str) -> tuple[Span, ...] | None:
    """The places between commas and slashes; None where anything else stands there."""
    places: list[Span] = []
    at = 0
    for part in [*_BETWEEN.finditer(rest), None]:
        end = part.start() if part else len(rest)
        words = rest[at:end].strip(" .-–—")
        start = at + rest[at:end].find(words)
        at = part.end() if part else end
        if words and not _PLACE.fullmatch(words):
            return None
        places += [Span(start, start + len(words))] if words else []
    return tuple(places) if len(places) <= 4 else None


def _is_told(places: list[str], agency: str, vocabulary: Vocabulary, *, dated: bool, mark: str) -> bool:
    """Whether the parts are enough to be a dateline: an agency, a day, or a place that is known or in capitals."""
    if any(place.split()[0].casefold() in word_list(vocabulary, "no-place") for place in places):
        return False
    if agency and is_known_outlet(agency, vocabulary):
        return True
    if agency and not all(word[0].isupper() for word in agency.split()):
        return False
    shouted = bool(places) and len(places[0]) > 3 and places[0].isupper()
    is_placed = bool(places) and (shouted or is_place(places[0], vocabulary))
    if dated and (places or agency):
        return True
    return bool(mark) and is_placed
