"""Tagged sentence → the names in it: places, organizations, persons, and names of other things.

    name    :  known name  |  words  head  |  head  "of"  words  |  person  |  words
    words   :  capitalised words, joined by "&" and, inside names of bodies, by "," and "and"

A known name is looked up, the longest first. A head word or legal suffix tells what the name names. What is left is
`OTHER` without a detail: only the article around it can tell (see `extraction/entities/find`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names.lines import Line, is_title, quoted_titles
from shanghai_tech.mentions.names.runs import extended, inner_head
from shanghai_tech.mentions.names.shapes import (
    LONGEST_PERSON,
    is_head_of_person,
    is_municipality,
    is_person,
    is_person_like,
    is_plain,
    is_surname,
)
from shanghai_tech.mentions.names.spelled import spelled_names
from shanghai_tech.mentions.names.tables import Known, NameKind, name_tables
from shanghai_tech.mentions.names.titles import name_cut, title_end
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.name_entries import HeadWord

__all__ = ["NameKind", "NameMention", "find_names"]

_LONGEST_PLACE: Final = 3
#: A word that may be part of a name behind digits, and no unit: Ledger in "24Ledger", but not "10Gbit".
_WORD_BEHIND_DIGITS: Final = re.compile(r"(?![EGKMPT]b)[A-Z][a-z]{2,}")


@frozen(kw_only=True)
class NameMention:
    """A name where it stands: tokens `first` to `last`, half-open, and the words as written, without a possessive.

    `detail` is the kind of organization or place, or of undertaking where a head word tells ("plan", "event"); it is
    empty where nothing in the name tells. `entry` is the id of the vocabulary's entry, or empty.
    """

    span: Span
    first: int
    last: int
    name: str
    kind: NameKind
    detail: str = ""
    entry: str = ""


@frozen
class _Piece:
    """A name by its tokens."""

    first: int
    last: int
    kind: NameKind = NameKind.OTHER
    detail: str = ""
    entry: str = ""


_THINGS: Final = {"organization": NameKind.ORGANIZATION, "place": NameKind.PLACE, "other": NameKind.OTHER}


def find_names(sentence: Tagged, vocabulary: Vocabulary) -> tuple[NameMention, ...]:
    """The names of a sentence, in order and apart from one another.

    A sentence in title case gives only names that the vocabulary knows.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "The Ministry of Finance backs Ningbo's robot makers and Ouyang Robotics Co Ltd."
    >>> vocabulary = load_vocabulary()
    >>> [(name.name, name.kind.value) for name in find_names(tagged(text, Span(0, len(text)), vocabulary), vocabulary)]
    [('Ministry of Finance', 'organization'), ('Ningbo', 'place'), ('Ouyang Robotics Co Ltd', 'organization')]
    """
    line = Line(sentence, name_tables(vocabulary))
    pieces = _known_only(line) if is_title(sentence) else _with_spelled(line, tuple(_pieces(line)))
    titles = quoted_titles(sentence)
    return tuple(_mention(sentence, piece) for piece in pieces if piece.entry or piece.first not in titles)


def _mention(sentence: Tagged, piece: _Piece) -> NameMention:
    span = sentence.span(piece.first, piece.last)
    return NameMention(
        span=span,
        first=piece.first,
        last=piece.last,
        name=" ".join(span.slice(sentence.text).split()),
        kind=piece.kind,
        detail=piece.detail,
        entry=piece.entry,
    )


def _known_only(line: Line) -> Iterator[_Piece]:
    at = 0
    while at < len(line.tokens):
        known = line.tables.known_at(line.tokens, at, last=len(line.tokens)) if line.capital(at) else None
        if known is not None and not known.adjective:
            yield _known_piece(known, at)
        at += len(known.words) if known else 1


def _with_spelled(line: Line, pieces: Sequence[_Piece]) -> tuple[_Piece, ...]:
    """The pieces, those replaced that are only parts of a name that its abbreviation spells out."""
    for first, last in spelled_names(line):
        if not any(piece.first <= first and piece.last >= last for piece in pieces):
            head = _head(line, first, last=last)
            told = _Piece(first, last, _THINGS[head.thing], head.kind) if head is not None else _Piece(first, last)
            apart = [piece for piece in pieces if piece.last <= first or piece.first >= last]
            pieces = sorted([*apart, told], key=lambda piece: piece.first)
    return tuple(pieces)


def _known_piece(known: Known, first: int) -> _Piece:
    return _Piece(first, first + len(known.words), known.kind, known.detail, known.entry)


def _pieces(line: Line) -> Iterator[_Piece]:
    at, titled = 0, False
    for start, token in enumerate(line.tokens):
        if start < at or token.text == token.lower or not line.capital(start):
            continue
        titled, at = titled and start == at, start
        numbered = (
            line.tables.known_at(line.tokens, start - 1, last=len(line.tokens)) if line.follows_digits(start) else None
        )
        if numbered is not None:  # 3M
            yield _known_piece(numbered, start - 1)
            at = start - 1 + len(numbered.words)
            continue
        end = line.run_end(start)
        if line.follows_digits(start) and _WORD_BEHIND_DIGITS.fullmatch(token.text):
            yield from _segment(line, start - 1, last=end)  # "24Ledger"
            at = end
            continue
        if end < len(line.tokens) and line.tokens[end].text[0].isupper() and line.describes(end):
            at = end + 1  # "New York-based"
        while at < end:
            found, at, titled = _next(line, at, end=end, titled=titled)
            yield from found


def _next(line: Line, at: int, *, end: int, titled: bool) -> tuple[Sequence[_Piece], int, bool]:
    """The names that begin at a token of a run, where reading goes on, and whether a person's name must follow."""
    known = line.tables.known_at(line.tokens, at, last=len(line.tokens))
    if known is not None and at + len(known.words) > end:  # a known name with small words in it
        last = at + len(known.words)
        stop = line.run_end(last) if line.capital(last) else last
        head = line.head(last, stop) if stop > last and known.kind is NameKind.PLACE else None
        if head is not None and head.thing == "organization":  # Republic of Korea Navy
            return [_Piece(at, stop, NameKind.ORGANIZATION, head.kind)], stop, False
        return [_known_piece(known, at)], last, False
    stop = title_end(line, at, end=end)
    if stop > at:
        return (), stop, True
    if not titled and is_plain(line, at, end=end):
        return (), at + 1, False
    cut = name_cut(line, at, end=end)
    last = extended(line, at, last=cut) if cut == end else cut
    return tuple(_segment(line, at, last=last, titled=titled)), last, False


def _segment(line: Line, first: int, *, last: int, titled: bool = False) -> Iterator[_Piece]:
    """The names in a stretch of capitalised words that has no post in it."""
    known = line.tables.known_at(line.tokens, first, last=last)
    if known is not None and is_surname(line, known, first, last=last):
        yield _Piece(first, last, NameKind.PERSON)  # "Mr. Bloomberg"
        return
    if known is not None and first + len(known.words) == last:
        if not known.adjective:
            yield _with_small_head(line, known, first)
        return
    head = _head(line, first, last=last)
    if head is not None and last - first > 1:
        if known is not None or not _is_common_place(line, head, first, last=last):
            yield _headed(line, head, first, last=last)
    elif known is not None:
        yield from _after_known(line, known, first, last=last)
    elif (titled and _may_follow_title(line, first, last=last)) or is_person(line, first, last=last):
        yield _Piece(first, last, NameKind.PERSON if last - first <= LONGEST_PERSON else NameKind.OTHER)
    elif head is None:
        yield from _unknown(line, first, last=last)


def _headed(line: Line, head: HeadWord, first: int, *, last: int) -> _Piece:
    """A name by its head word; a city that is named for what it is for, or as "the City of", is a body."""
    if head.id == "city" and any(line.lower(at) == "for" for at in range(first, last)):
        return _Piece(first, last, NameKind.ORGANIZATION, "research")  # … City for Science and Technology
    if is_municipality(line, first, last=last):
        return _Piece(first, last, NameKind.ORGANIZATION, "government")
    known = line.tables.known_at(line.tokens, first, last=last)
    return _Piece(first, last, _THINGS[head.thing], head.kind, _entry_of(line, known, first, last=last))


def _head(line: Line, first: int, *, last: int) -> HeadWord | None:
    """The head of a name: before "of …", at its end, or before a place (Microsoft Research Asia)."""
    if is_head_of_person(line, first, last=last):
        return None
    found = inner_head(line, first, last=last) or line.head(first, last)
    if found is not None:
        return found
    start = next((at for at in range(max(first + 2, last - 3), last) if line.is_place(at, last)), last)
    return line.head(first + 1, start) if start < last else None


def _is_common_place(line: Line, head: HeadWord, first: int, *, last: int) -> bool:
    """Whether the words are a common noun for a place: Smart City, Science Park."""
    return head.thing == "place" and all(line.has("field", at) for at in range(first, last - len(head.id.split())))


def _with_small_head(line: Line, known: Known, first: int) -> _Piece:
    """A known name; that of a place may go on in small letters: "the Ningbo municipal government"."""
    piece = _known_piece(known, first)
    if known.kind is NameKind.PLACE:
        for last in (piece.last + 3, piece.last + 2, piece.last + 1):
            words = " ".join(line.lower(at) for at in range(piece.last, last))
            if line.tables.has("small_head", words):
                return _Piece(first, last, NameKind.ORGANIZATION, "government")
    return piece


def _entry_of(line: Line, known: Known | None, first: int, *, last: int) -> str:
    """The entry of a known name with nothing but legal suffixes or words for places behind it: Baidu Inc."""
    if known is None or known.adjective:
        return ""
    rest = range(first + len(known.words), last)
    if known.kind is NameKind.ORGANIZATION and all(line.lower(at) in {",", "."} or line.is_suffix(at) for at in rest):
        return known.entry
    heads = [line.tables.heads.get(line.lower(at)) for at in rest]
    return known.entry if known.kind is NameKind.PLACE and all(head and head.thing == "place" for head in heads) else ""


def _after_known(line: Line, known: Known, first: int, *, last: int) -> Iterator[_Piece]:
    """A known name, or the adjective of a place, with other words behind it in the same run."""
    middle = first + len(known.words)
    rest = list(_segment(line, middle, last=last))
    unknown = len(rest) == 1 and rest[0] == _Piece(middle, last)
    if known.adjective:
        yield from ([_Piece(first, last)] if unknown and last - middle > 1 else rest)
    elif known.kind is NameKind.ORGANIZATION and len(rest) == 1 and rest[0].kind is NameKind.PLACE:
        yield _Piece(first, last, known.kind, known.detail)
    elif known.kind is NameKind.ORGANIZATION and _is_arm(line, middle, last):
        yield _Piece(first, last, known.kind, known.detail)  # Tencent Cloud, Tencent Products Japan
    elif known.kind is NameKind.PLACE and last == middle + 1 and line.has("direction", middle):
        yield _Piece(first, last, known.kind, known.detail)  # Punggol North
    elif known.kind is NameKind.PLACE and unknown and not line.has("field", middle):
        yield _Piece(first, last)
    elif known.kind is NameKind.PLACE and rest and _names_body_of(rest[0], middle):
        yield from (evolve(rest[0], first=first), *rest[1:])
    else:
        yield _known_piece(known, first)
        yield from rest


def _may_follow_title(line: Line, first: int, *, last: int) -> bool:
    """Whether words behind a title name a person, rather than what it is for: "director of Talent Attraction at"."""
    if last - first > 1:
        return not any(_is_field(line, at) for at in range(first, last))
    return line.lower(first - 2) not in {"of", "for"} or line.lower(last) not in {"at", "for", "with"}


def _is_arm(line: Line, first: int, last: int) -> bool:
    """Whether words behind the name of a body name an arm of it: by its field, or by that and a place."""
    place = next((at for at in range(max(first + 1, last - _LONGEST_PLACE), last) if line.is_place(at, last)), last)
    return all(_is_field(line, at) or (place < last and line.has("common", at)) for at in range(first, place))


def _is_field(line: Line, at: int) -> bool:
    """Whether a word tells what the arm of a body is concerned with."""
    return line.has("field", at) and not line.has("term", at)


def _names_body_of(piece: _Piece, first: int) -> bool:
    """Whether a head word tells that the piece is a body, to whose name the place before it belongs."""
    return piece.first == first and piece.kind is NameKind.ORGANIZATION and not piece.entry


def _unknown(line: Line, first: int, *, last: int) -> Iterator[_Piece]:
    """Words that nothing tells about; a known name at their end is taken by itself, and so is one behind a head."""
    for start in range(first + 1, last):
        known = line.tables.known_at(line.tokens, start, last=last)
        if known is not None and start + len(known.words) == last and known.kind is NameKind.ORGANIZATION:
            yield _known_piece(known, start)
            return
        head = line.head(first, start) if start - first > 1 else None
        if head is not None and is_person(line, start, last=last):  # "… Committee Meng Fanli"
            yield _Piece(first, start, _THINGS[head.thing], head.kind)
            yield _Piece(start, last, NameKind.PERSON)
            return
    if (
        line.lower(first - 1) in {"of", "for"}
        and line.has("term", first)
        and is_person_like(line, first + 1, last=last)
    ):
        yield _Piece(first + 1, last, NameKind.PERSON)  # "secretary for IT Ann Lee"
        return
    if last - first > 1 and line.has("agency_lead", first) and line.is_place(first + 1, last):
        yield _Piece(first, last, NameKind.ORGANIZATION, "government")  # Invest Oulu
        return
    opens = line.opens(first) and last - first > 1
    if opens and (line.tables.known_at(line.tokens, first + 1, last=last) or line.lower(first) in line.tables.callings):
        yield from _segment(line, first + 1, last=last)  # "Accusing Israeli …", "Chipmaker Nexora"
    elif not all(line.has("term", at) or line.has("field", at) for at in range(first, last)):
        yield _Piece(first, last)
