"""Tagged sentence → the names in it: places, organizations, persons, and names of other things.

    name    :  known name  |  words  head  |  head  "of"  words  |  person  |  words
    words   :  capitalised words, joined by "&" and, inside names of bodies, by "," and "and"

A known name is looked up, the longest first. A head word or legal suffix tells what the name names. What is left is
`OTHER` without a detail: only the article around it can tell (see `extraction/entities`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import field, frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.name_runs import Line, extended, inner_head, is_title
from shanghai_tech.mentions.name_tables import Known, NameKind, name_tables, plain
from shanghai_tech.mentions.tagging import NAME, NOUN
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import HeadWord

__all__ = ["NameKind", "NameMention", "find_names"]


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
    first: int
    last: int
    kind: NameKind = NameKind.OTHER
    detail: str = ""
    entry: str = field(default="")


_THINGS: Final = {"organization": NameKind.ORGANIZATION, "place": NameKind.PLACE, "other": NameKind.OTHER}
_SYLLABLE: Final = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ong|ian|iao|uai|uan|ing|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|[aeiouü]))"
)
_PINYIN: Final = re.compile(rf"{_SYLLABLE}{{1,3}}'?{_SYLLABLE}?", re.IGNORECASE)
_DOUBLE_GIVEN: Final = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")
_LONGEST_PERSON: Final = 6
_CONTRACTIONS: Final = ("'ve", "'re", "'ll", "'d", "'m", "n't")
_OPENERS: Final = frozenset("\"'“‘”’(-*•–—:")


def find_names(sentence: Tagged, vocabulary: Vocabulary) -> tuple[NameMention, ...]:
    """The names of a sentence, in order and apart from one another.

    A sentence in title case gives only names that the vocabulary knows.
    """
    line = Line(sentence, name_tables(vocabulary))
    pieces = _known_only(line) if is_title(sentence) else _pieces(line)
    return tuple(_mention(sentence, piece) for piece in pieces)


def _mention(sentence: Tagged, piece: _Piece) -> NameMention:
    span = sentence.span(piece.first, piece.last)
    name = " ".join(span.slice(sentence.text).split())
    return NameMention(
        span=span,
        first=piece.first,
        last=piece.last,
        name=name,
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


def _known_piece(known: Known, first: int) -> _Piece:
    return _Piece(first, first + len(known.words), known.kind, known.detail, known.entry)


def _pieces(line: Line) -> Iterator[_Piece]:
    at, titled = 0, False
    for start, token in enumerate(line.tokens):
        if start < at or token.text == token.lower or not line.capital(start):
            continue
        titled, at = titled and start == at, start
        end = line.run_end(start)
        while at < end:
            found, at, titled = _next(line, at, end=end, titled=titled)
            yield from found


def _next(line: Line, at: int, *, end: int, titled: bool) -> tuple[Sequence[_Piece], int, bool]:
    """The names that begin at a token of a run, where reading goes on, and whether a person's name must follow."""
    known = line.tables.known_at(line.tokens, at, last=len(line.tokens))
    if known is not None and at + len(known.words) > end:  # a known name with small words in it
        return [_known_piece(known, at)], at + len(known.words), False
    stop = _title_end(line, at, end)
    if stop > at:
        return (), stop, True
    if _is_plain(line, at, end):
        return (), at + 1, False
    cut = _cut(line, at, end)
    last = extended(line, at, last=cut) if cut == end else cut
    return tuple(_segment(line, at, last, titled=titled)), last, False


def _title_end(line: Line, at: int, end: int) -> int:
    """The end of a post or form of address that is no part of a name; `at` where there is none."""
    tables = line.tables
    address = tables.addresses.get(line.lower(at))
    if address is not None and not address.kept:
        stop = at + 1 + (line.lower(at + 1) == ".")
    else:
        stop = tables.post_at(line.tokens, at, last=len(line.tokens))
        stop = stop if stop <= end or line.capital(stop - 1) else tables.post_at(line.tokens, at, last=end)
    if stop == at or tables.known_at(line.tokens, at, last=end) is not None:
        return at
    head = tables.head_of(line.tokens, at, last=end) if stop < end else None
    return at if head is not None and head.thing == "organization" and head.id not in tables.posts else stop


def _is_plain(line: Line, at: int, end: int) -> bool:
    """Whether the word is no part of a name, although it is capitalised: The, Wednesday, AI, Residents, We've."""
    tables, lower = line.tables, plain(line.lower(at))
    if tables.known_at(line.tokens, at, last=end) is not None:
        return False
    alone = end == at + 1
    if lower.endswith(_CONTRACTIONS):
        return True
    if all(part in tables.calendar for part in lower.split("-")):
        return not _is_person(line, at, end)  # Sun is a family name as well
    if alone and line.field(at) and extended(line, at, last=end) > end:
        return False
    if line.sentence.tags[at] not in {NAME, NOUN} and not (line.field(at) and not alone):
        return True
    if alone and (tables.has("term", lower) or tables.has("field", lower) or len(lower) == 1):
        return True
    opens = _opens(line, at)
    return opens and (tables.has("common", lower) or (alone and tables.has("mass", lower)))


def _opens(line: Line, at: int) -> bool:
    """Whether the word is capitalised only because a sentence or quotation begins with it."""
    return at == 0 or line.tokens[at - 1].text in _OPENERS


def _cut(line: Line, first: int, end: int) -> int:
    """Where the name that begins at `first` ends before its run does: at a post, a form of address, a day."""
    for at in range(first + 1, end):
        token = line.tokens[at]
        if line.tables.has("particle", line.lower(at - 1)):
            continue
        if token.lower in line.tables.calendar or _title_end(line, at, end) > at:
            known = line.tables.known_at(line.tokens, first, last=end)
            return max(at, first + len(known.words)) if known else at
    return end


def _segment(line: Line, first: int, last: int, *, titled: bool) -> Iterator[_Piece]:
    """The names in a stretch of capitalised words that has no post in it."""
    tables, tokens = line.tables, line.tokens
    known = tables.known_at(tokens, first, last=last)
    if known is not None and first + len(known.words) == last:
        if not known.adjective:
            yield _with_small_head(line, known, first)
        return
    head = inner_head(line, first, last) or tables.head_of(tokens, first, last=last) or _head_before_place(line, first, last)
    if head is not None and last - first > 1:
        yield _Piece(first, last, _THINGS[head.thing], head.kind, _entry_without_suffix(line, known, first, last))
    elif known is not None:
        yield from _after_known(line, known, first, last)
    elif titled or _is_person(line, first, last):
        kind = NameKind.PERSON if last - first <= _LONGEST_PERSON else NameKind.OTHER
        yield _Piece(first, last, kind)
    elif head is None:
        yield from _unknown(line, first, last)


def _with_small_head(line: Line, known: Known, first: int) -> _Piece:
    """A known name; that of a place may go on in small letters: "the Ningbo municipal government"."""
    piece = _known_piece(known, first)
    if known.kind is not NameKind.PLACE:
        return piece
    for last in (piece.last + 3, piece.last + 2, piece.last + 1):
        words = " ".join(token.lower for token in line.tokens[piece.last : last])
        if line.tables.has("small_head", plain(words)):
            return _Piece(first, last, NameKind.ORGANIZATION, "government")
    return piece


def _entry_without_suffix(line: Line, known: Known | None, first: int, last: int) -> str:
    """The entry of the known name that stands before nothing but legal suffixes: "Baidu" in "Baidu Inc"."""
    if known is None or known.kind is NameKind.OTHER or known.adjective:
        return ""
    heads, rest = line.tables.heads, line.tokens[first + len(known.words) : last]
    bare = all(
        token.lower in {",", "."} or (token.lower in heads and heads[token.lower].role == "suffix") for token in rest
    )
    place_words = known.kind is NameKind.PLACE and all(
        token.lower in heads and heads[token.lower].thing == "place" for token in rest
    )
    return known.entry if (bare and known.kind is NameKind.ORGANIZATION) or place_words else ""


def _head_before_place(line: Line, first: int, last: int) -> HeadWord | None:
    """The head before a place: Microsoft Research Asia."""
    for start in range(max(first + 2, last - 3), last):
        known = line.tables.known_at(line.tokens, start, last=last)
        if known is not None and known.kind is NameKind.PLACE and start + len(known.words) == last:
            return line.tables.head_of(line.tokens, first + 1, last=start)
    return None


def _after_known(line: Line, known: Known, first: int, last: int) -> Iterator[_Piece]:
    """A known name, or the adjective of a place, with other words behind it in the same run."""
    middle = first + len(known.words)
    rest = list(_segment(line, middle, last, titled=False))
    told = bool(rest) and rest[0].first == middle and (rest[0].kind is not NameKind.OTHER or bool(rest[0].detail))
    if known.adjective:
        yield from rest
    elif known.kind is NameKind.ORGANIZATION and len(rest) == 1 and rest[0].kind is NameKind.PLACE:
        yield _Piece(first, last, known.kind, known.detail)
    elif known.kind is NameKind.PLACE and not told and rest and not line.tables.has("field", line.lower(middle)):
        yield _Piece(first, last)
    else:
        yield _known_piece(known, first)
        yield from rest


def _is_person(line: Line, first: int, last: int) -> bool:
    """Whether the words have the shape of a person's name: Li Na, Han Sang-jun, a known given name and more."""
    if not 1 < last - first <= _LONGEST_PERSON:
        return False
    words = [token.text for token in line.tokens[first:last] if token.kind == "word"]
    if not all(word[1:] == word[1:].lower() or "-" in word or not word.isalpha() for word in words):
        return False
    if line.tables.has("given", words[0].lower()) or words[0].lower() in line.tables.addresses:
        return True
    family = line.tables.has("surname", words[0].lower())
    given = [plain(word) for word in words[1:]]
    return (
        family and all(_PINYIN.fullmatch(word) or _DOUBLE_GIVEN.fullmatch(word) for word in given) and len(given) <= 2
    )


def _unknown(line: Line, first: int, last: int) -> Iterator[_Piece]:
    """Words that nothing tells about; a known name at their end is taken by itself."""
    tables = line.tables
    for start in range(first + 1, last):
        known = tables.known_at(line.tokens, start, last=last)
        if known is not None and start + len(known.words) == last and known.kind is NameKind.ORGANIZATION:
            yield from [_known_piece(known, start)]
            return
    words = [line.lower(at) for at in range(first, last)]
    if not all(tables.has("term", word) or tables.has("field", word) for word in words):
        yield _Piece(first, last)
