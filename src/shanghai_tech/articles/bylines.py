"""One line of the head: who wrote it, for which outlet, and on what day.

    line  = cell {separator cell}
    cell  = [label] (people | outlet | place | date | time | furniture)
    label = "By" | "Source:" | "Published" | "Updated" | "Editor:" | "Title:" | …

A line is read only where every cell of it is understood, or is short and stands beside a day with its label; anything
else is no line of the head.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from shanghai_tech.articles.dates import WrittenDate, calendar_of, find_dates
from shanghai_tech.articles.furniture import whole_line
from shanghai_tech.articles.outlets import is_known_outlet, is_masthead
from shanghai_tech.articles.people import is_place, is_role, read_people
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

Label: TypeAlias = Literal["", "published", "updated", "source", "author", "editor", "title"]

_Mark: TypeAlias = tuple[int, int, Label]

#: The longest line that can be one of the head, in code points.
LONGEST: Final = 250
_DESK_WORDS: Final = 4  # "Express bureau, Pune": as long as what stands unread beside "Updated: 24 April 2019" may be
_SENTENCE: Final = 100  # a line as long as this that ends in a period is a sentence

_LABEL: Final = re.compile(
    r"""(?ix) (?<![\w'’])(?:
      (?P<updated>   (?:last\s+)?(?:updated|modified|update)(?:\s+(?:on|at))?(?![\w'’])\s*(?:[:：–-]\s*)? )
    | (?P<published> (?:first\s+)?(?:published|posted|issued|released)(?:\s+(?:on|at|in))?(?![\w'’])\s*(?:[:：–-]\s*)?
                   | (?:date|time|publish(?:ed)?\s+(?:date|time)|publication\s+date|pub\s?date)\s*[:：]\s* )
    | (?P<source>    (?:source|from|来源)\s*[:：]\s* )
    | (?P<author>    (?:written\s+by|story\s+by|text\s+by|(?-i:By|BY)|^by|(?<=\x00\s)by)(?:\s*:|(?=\s))\s*
                   | (?:authors?|reporters?|writers?|correspondents?)\s*[:：]\s* )
    | (?P<editor>    (?:(?:web|copy|sub|chief|managing|responsible)\s?)?(?:editors?|proofreader)\s*[:：]\s*
                   | edited\s+by\s*:?\s+ | (?:责任)?编辑\s*[:：]\s* )
    | (?P<title>     (?:title|headline)\s*[:：]\s* )
    )"""
)
_SEPARATOR: Final = re.compile(r"[|•·\t\x00]+|\s{2,}|\s[–—-]{1,2}\s|\s*/\s+|\]\s*\[|(?i:\bpage)\s?[A-Z]?[0-9]{1,3}\b")
_DOMAIN: Final = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")
_LABELS: Final[dict[str | None, Label]] = {
    "updated": "updated",
    "published": "published",
    "source": "source",
    "author": "author",
    "editor": "editor",
    "title": "title",
}
_NONE: Final[Label] = ""
_OF_DAYS: Final[frozenset[Label]] = frozenset({"published", "updated"})
_NAMES: Final = re.compile(  # a line of names alone: no word in lower case but those that names have inside
    r"(?:(?>[^\sa-z][^\s]*|and|in|of|for|the|with|staff|writers?|reporters?|correspondents?|editors?|al|bin|da|de|del|der|dos|ibn|la|le|van|von|[a-z0-9-]+(?:\.[a-z]+)+),?(?:\s+|$))+"
)
_ON: Final = re.compile(r"(?i)(?<!\w)on\s+$")  # "Written by Ann Lee on 3 May 2016 in Science"
_SECTION: Final = re.compile(r"in [A-Z][\w&-]*(?: [A-Z&][\w-]*){0,2}")
_DIGIT: Final = re.compile(r"[0-9]")
_EDGES: Final = " \u00a0\u3000,;:：-–—/."


@frozen(kw_only=True)
class Told:
    """A day told in the head: what it is said to be the day of, and the zone of its time."""

    label: Label
    date: WrittenDate
    zone: str = ""


@frozen(kw_only=True)
class Byline:
    """What a line of the head tells; `is_bare` where it is a name alone, with no label and no day.

    `is_known` tells that a bare line is the name of an outlet that the vocabulary lists.
    """

    title: Span | None = None
    authors: tuple[str, ...] = ()
    outlets: tuple[Span, ...] = ()
    dates: tuple[Told, ...] = ()
    is_bare: bool = False
    is_known: bool = False


@frozen(kw_only=True)
class _Cell:
    """A stretch between separators, and the label before it."""

    label: Label
    start: int
    words: str

    def find(self, part: str) -> Span:
        start = self.start + max(0, self.words.find(part))
        return Span(start, start + len(part))

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.words))


@frozen(kw_only=True)
class _Read:
    """What one cell tells.

    `guesses` are outlets only where nothing on the line is a better one; `is_role` where it says what a writer is, and
    `is_said` where a label has told that these are the authors.
    """

    title: Span | None = None
    authors: tuple[str, ...] = ()
    outlets: tuple[Span, ...] = ()
    guesses: tuple[Span, ...] = ()
    is_role: bool = False
    is_said: bool = False


def read_byline(line: str, vocabulary: Vocabulary, *, offset: int = 0) -> Byline | None:
    """What a line of the head tells, its spans moved by `offset`; None for a line that is not of the head.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> byline = read_byline("By HE WEI in Shanghai | China Daily | Updated: 2019-04-24 20:12", load_vocabulary())
    >>> byline.authors, byline.outlets, byline.dates[0].label
    (('He Wei',), (Span(start=24, end=35),), 'updated')
    >>> read_byline("By 2025, the city will have ten more of them.", load_vocabulary()) is None
    True
    """
    if len(line) > LONGEST or (len(line) > _SENTENCE and line.endswith((".", ".”", '."'))):
        return None
    if line[:1] + line[-1:] in {"()", "[]", "（）"}:
        return read_byline(line[1:-1], vocabulary, offset=offset + 1)
    dates = find_dates(line, vocabulary)
    blanked, zone = _without_times(line, dates, vocabulary=vocabulary)
    labels = list(_LABEL.finditer(blanked))
    is_marked = bool(dates or labels)
    if not is_marked and not _NAMES.fullmatch(line):
        return None
    is_dated = any(_tells_day(label, date) for label in labels for date in dates)
    read: list[_Read] = []
    for cell in _cells(blanked, labels):
        part = _read(cell, vocabulary, is_marked=is_marked)
        if part is None and not (is_dated and len(cell.words.split()) <= _DESK_WORDS):
            return None
        read.append(part or _Read())
    told = tuple(
        Told(label=_label_of(labels, date), date=evolve(date, span=_moved(date.span, offset)), zone=zone)
        for date in dates
    )
    byline = _joined(read, told, is_marked=is_marked, offset=offset)
    return evolve(byline, is_known=True) if byline and not is_marked and is_known_outlet(line, vocabulary) else byline


def _tells_day(label: re.Match[str], date: WrittenDate) -> bool:
    """Whether a label stands right before a date: "Published: 24 April 2019", where all else may be any desk."""
    return _LABELS[label.lastgroup] in _OF_DAYS and label[0][0].isupper() and 0 <= date.span.start - label.end() <= 1


def _joined(read: list[_Read], told: tuple[Told, ...], *, is_marked: bool, offset: int) -> Byline | None:
    """The cells of a line taken together; None for a line without label or day that is no name."""
    said = [part for part in read if part.is_said]
    authors = tuple(name for part in said or read for name in part.authors)
    outlets = [span for part in read for span in part.outlets]
    guesses = [span for part in read for span in part.guesses if said or not part.authors]
    if not is_marked and (guesses or not (authors or outlets or any(part.is_role for part in read))):
        return None
    titles = [part.title for part in read if part.title]
    return Byline(
        title=_moved(titles[0], offset) if titles else None,
        authors=tuple(dict.fromkeys(authors)),
        outlets=tuple(_moved(span, offset) for span in outlets or guesses[:1]),
        dates=told,
        is_bare=not is_marked,
    )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _without_times(line: str, dates: tuple[WrittenDate, ...], *, vocabulary: Vocabulary) -> tuple[str, str]:
    """The line with its dates and times of day blanked out, and the first time zone named."""
    blanked = line
    for date in dates:
        on = _ON.search(blanked, max(0, date.span.start - 4), date.span.start)
        blanked = _blank(blanked, on.start() if on else date.span.start, date.span.end)
    zone = ""
    for match in calendar_of(vocabulary).time.finditer(blanked) if _DIGIT.search(blanked) else ():
        zone = zone or match["zone"] or ""
        blanked = _blank(blanked, match.start(), match.end())
    return blanked, zone


def _blank(line: str, start: int, end: int) -> str:
    return line[:start] + "\x00" * (end - start) + line[end:]


def _label_of(labels: list[re.Match[str]], date: WrittenDate) -> Label:
    before = [_LABELS[label.lastgroup] for label in labels if label.start() < date.span.start]
    return before[-1] if before and before[-1] in _OF_DAYS else _NONE


def _cells(blanked: str, labels: list[re.Match[str]]) -> list[_Cell]:
    """The stretches between separators and labels, each with the label that stands before it."""
    marks: list[_Mark] = [(match.start(), match.end(), _LABELS[match.lastgroup]) for match in labels]
    marks.extend((match.start(), match.end(), _NONE) for match in _SEPARATOR.finditer(blanked))
    marks.append((len(blanked), len(blanked), _NONE))
    cells: list[_Cell] = []
    start = 0
    label: Label = ""
    for left, right, kind in sorted(marks):
        if left >= start:
            cells += _trimmed(blanked[start:left], start=start, label=label)
            start, label = right, kind
    return cells


def _trimmed(words: str, *, start: int, label: Label) -> list[_Cell]:
    words = words.rstrip(_EDGES)
    start += len(words) - len(words.lstrip(_EDGES))
    words = words.lstrip(_EDGES)
    if len(words) > 1 and words[0] + words[-1] in {"()", "[]", "（）"}:
        start, words = start + 1, words[1:-1].rstrip()
    return [_Cell(label=label, start=start, words=words)] if words else []


def _read(cell: _Cell, vocabulary: Vocabulary, *, is_marked: bool) -> _Read | None:
    """What a cell tells by its label, or without one by its words; None where that is nothing of a head."""
    words = cell.words
    match cell.label:
        case "title":
            return _Read(title=cell.span)
        case "editor":
            return _Read()
        case "source":
            return _Read(outlets=(cell.span,)) if _is_name(words) else None
        case "author":
            return _people(cell, vocabulary, said=True) or _outlet(cell, vocabulary)
        case _:
            return _unlabelled(cell, vocabulary, is_marked=is_marked)


def _unlabelled(cell: _Cell, vocabulary: Vocabulary, *, is_marked: bool) -> _Read | None:
    """What a cell tells by its words; furniture is looked for beside other things, and not as a line of its own."""
    words = cell.words
    if is_role(words, vocabulary) and not is_known_outlet(words, vocabulary):
        return _Read(is_role=True)
    if not _is_name(words):
        return _Read() if words.isdigit() or (is_marked and whole_line(words, vocabulary)) else None
    if is_marked and _SECTION.fullmatch(words):
        return _Read()
    known = _outlet(cell, vocabulary)
    if known or words.isdigit() or is_place(words, vocabulary) or (is_marked and whole_line(words, vocabulary)):
        return known or _Read()
    people = _people(cell, vocabulary, said=False)
    if people:
        return people
    is_shouted_place = words.isupper() and len(words) > 3 and len(words.split()) == 1
    return _Read() if is_shouted_place else _Read(guesses=(cell.span,))


def _outlet(cell: _Cell, vocabulary: Vocabulary) -> _Read | None:
    is_outlet = is_masthead(cell.words, vocabulary) or _DOMAIN.fullmatch(cell.words)
    return _Read(outlets=(cell.span,)) if is_outlet else None


def _people(cell: _Cell, vocabulary: Vocabulary, *, said: bool) -> _Read | None:
    if is_masthead(cell.words, vocabulary):
        return None
    people = read_people(cell.words, vocabulary, said=said)
    if people is None:
        return None
    return _Read(
        authors=people.names,
        outlets=tuple(map(cell.find, people.outlets)),
        guesses=() if said else (cell.span,),
        is_said=said,
    )


def _is_name(words: str) -> bool:
    """Whether words could be a name: five at most, none that begins in lower case save the small ones inside."""
    parts = words.split()
    small = {"of", "and", "the", "&", "de", "la", "in", "for", "al", "bin", "van", "von", "da", "del", "der"}
    return len(parts) <= 16 and all(part in small or not part[0].islower() or "." in part for part in parts)
