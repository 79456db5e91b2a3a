"""The head of an article: where it ends, which line is the title, and what its other lines are."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from shanghai_tech.articles.bylines import Byline
from shanghai_tech.articles.datelines import Dateline, read_dateline
from shanghai_tech.articles.outlets import is_masthead
from shanghai_tech.articles.page import FOOT, TOP, Piece
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

_TITLE: Final = 220
_TITLE_WORDS: Final = 35
_NEAR: Final = 3
_BULLET: Final = re.compile(r"[•·▪■◆●○*‣–—-]\s|[0-9]{1,2}[.)]\s")
_LETTER: Final = re.compile(r"[^\W\d_]")
_GLUED: Final = re.compile(r"[a-z][A-Z][a-z]")  # links that lost the blank between them
_SITE: Final = re.compile(r"\s*[-–—|_:·]\s*\S.{1,40}")
_SHORTEST: Final = 12
_WITH_OUTLET: Final = re.compile(r"(?P<title>.*\S)\s*(?:\s[-–—]\s|\s?[|_]\s?)\s*(?P<outlet>[^|_]{2,40})")


@frozen(kw_only=True)
class Head:
    """The head of an article: the span of its title, and pieces by their number.

    `body` is the first piece of the body; `bylines` are all lines that tell an author, an outlet or a day, those at
    the foot among them. `suffix` is the outlet that a title ends in, as web pages print it.
    """

    body: int
    title: Span | None = None
    title_at: int | None = None
    suffix: Span | None = None
    bylines: tuple[tuple[int, Byline], ...] = ()
    dateline: Dateline | None = None


def find_head(pieces: tuple[Piece, ...], vocabulary: Vocabulary) -> Head:
    r"""The head of the pieces of a page.

    >>> from shanghai_tech.articles.page import read_page
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "Business\nA city of chips\nBy Reuters\nTen firms have moved to the city since the plan was told."
    >>> head = find_head(read_page(text, load_vocabulary()), load_vocabulary())
    >>> head.title.slice(text), head.body
    ('A city of chips', 3)
    """
    body, dateline = _body(pieces, vocabulary)
    title_at = _title_at(pieces, body)
    span = pieces[title_at].span if title_at is not None else None
    bylines = tuple((at, piece.byline) for at, piece in enumerate(pieces) if piece.byline and _counts(pieces, at, body))
    if span is None:
        told = [byline.title for _, byline in bylines if byline.title]
        return Head(body=body, title=told[0] if told else None, bylines=bylines, dateline=dateline)
    title, suffix = _without_outlet(pieces[title_at or 0], vocabulary)
    words = pieces[title_at or 0].words
    if suffix is None:
        again = [piece for piece in pieces[:body] if is_with_site(piece.words, words)]
        suffix = _without_outlet(again[0], vocabulary)[1] if again else None
    kept = tuple((at, byline) for at, byline in bylines if at != title_at)
    return Head(body=body, title=title, title_at=title_at, suffix=suffix, bylines=kept, dateline=dateline)


def _counts(pieces: tuple[Piece, ...], at: int, body: int) -> bool:
    """Whether a byline is one: in the head; or at the foot, where a name alone counts only as the last line."""
    byline = pieces[at].byline
    if at < body or byline is None:
        return at < body
    is_foot = at >= len(pieces) - FOOT
    return is_foot and (not byline.is_bare or not any(piece.is_text for piece in pieces[at + 1 :]))


# ---------------------------------------------------------------- where the body begins


def _body(pieces: tuple[Piece, ...], vocabulary: Vocabulary) -> tuple[int, Dateline | None]:
    """The number of the first piece of the body, and the dateline it opens with."""
    prose = [at for at, piece in enumerate(pieces[:TOP]) if piece.is_prose]
    for at in prose:
        dateline = read_dateline(pieces[at].words, vocabulary, offset=pieces[at].span.start)
        if dateline:
            return at, dateline
        if not pieces[at].is_caption and not _is_before_byline(pieces, at):
            return _behind_summary(pieces, at, vocabulary)
    return _first_after_bylines(pieces), None


def _behind_summary(pieces: tuple[Piece, ...], at: int, vocabulary: Vocabulary) -> tuple[int, Dateline | None]:
    """Where the body begins: at a dateline behind a summary or an editor's note, else at that paragraph itself."""
    for number in range(at + 1, min(at + _NEAR, len(pieces))):
        piece = pieces[number]
        dateline = read_dateline(piece.words, vocabulary, offset=piece.span.start) if piece.is_prose else None
        if dateline:
            return number, dateline
    return at, None


def _is_before_byline(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether a paragraph stands above lines of the head, and so is a standfirst: prose must follow those."""
    for number in range(at + 1, min(at + 1 + _NEAR, len(pieces))):
        byline = pieces[number].byline
        if byline is None or (byline.is_bare and not byline.is_known and not _is_repeated(pieces, number)):
            continue
        return any(piece.is_prose for piece in pieces[number + 1 :])
    return False


def _is_repeated(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether a name alone on its line is surely a byline: it stands right under the line above, or a second time."""
    return not pieces[at].gap or any(pieces[at].words == piece.words for piece in pieces[:at])


def _first_after_bylines(pieces: tuple[Piece, ...]) -> int:
    """Without prose: behind the last line of the head, or behind the first line, which is then the title."""
    told = [at for at, piece in enumerate(pieces[:TOP]) if piece.byline and not piece.byline.is_bare]
    texts = [at for at, piece in enumerate(pieces) if piece.is_text]
    if len(texts) < 2:
        return texts[0] if texts and pieces[texts[0]].ends_as_sentence else len(pieces)
    behind = [at for at in texts if told and at > told[-1]]
    return behind[0] if behind else texts[1]


# ---------------------------------------------------------------- the title


def _title_at(pieces: tuple[Piece, ...], body: int) -> int | None:
    """The number of the piece that is the title."""
    told = [at for at in range(body) if (line := pieces[at].byline) and not line.is_bare]
    candidates = [at for at in range(body) if _could_be_title(pieces[at])]
    above = [at for at in candidates if not told or at < told[0]]
    chosen = _repeated(pieces, candidates)
    if chosen is None:
        chosen = _best(pieces, above) if above else _best(pieces, candidates)
    if chosen is not None:
        return chosen
    names = [at for at in range(body) if (line := pieces[at].byline) and line.is_bare and line.authors]
    if names and (not told or names[0] < told[0]) and names[0] == _first_content(pieces):
        return names[0]  # words that look like a name, where nothing else can be the title
    first = _first_content(pieces)
    stated = (
        first is not None and first < body and bool(told) and first < told[0] and len(pieces[first].words) <= _TITLE / 2
    )
    return first if stated and first is not None and pieces[first].is_text else None


def _first_content(pieces: tuple[Piece, ...]) -> int | None:
    return next((at for at, piece in enumerate(pieces) if piece.furniture is None), None)


def _could_be_title(piece: Piece) -> bool:
    words = piece.words
    if not piece.is_text or piece.is_caption or len(words) > _TITLE or _BULLET.match(words):
        return False
    is_closed = words.endswith((".", "。", ";", ":", ",")) and not words.endswith(
        ("...", "U.S.", "Inc.", "Ltd.", "Co.")
    )
    if is_closed or len(words.split()) > _TITLE_WORDS or len(_GLUED.findall(words)) > 1:
        return False
    return bool(_LETTER.search(words))


def _repeated(pieces: tuple[Piece, ...], candidates: list[int]) -> int | None:
    """The first line of the head that stands there again, alone or before the name of the site: surely the title."""
    for at in candidates:
        words = pieces[at].words
        others = (pieces[other].words for other in candidates if other != at)
        if len(words) > _SHORTEST and any(other == words or is_with_site(other, words) for other in others):
            return at
    return None


def is_with_site(words: str, title: str) -> bool:
    """Whether a line is a title and, behind a mark, the name of the site that prints it.

    >>> is_with_site("A city of chips - Some Site", "A city of chips"), is_with_site("A city of chips", "A city")
    (True, False)
    """
    return words.startswith(title) and bool(_SITE.fullmatch(words, len(title)))


def _count(words: str) -> int:
    return sum(any(letter.isalpha() for letter in word) for word in words.split())


def _best(pieces: tuple[Piece, ...], candidates: list[int]) -> int | None:
    """The first of four words or more, as shorter ones mostly name sections; else the first of two; else the first."""
    for least in (4, 2, 1):
        for at in candidates:
            if _count(pieces[at].words) >= least or (least == 4 and len(pieces[at].words) > 40):
                return at
    return None


def _without_outlet(piece: Piece, vocabulary: Vocabulary) -> tuple[Span, Span | None]:
    """The span of a title without the outlet that web pages print behind it, and that outlet."""
    match = _WITH_OUTLET.fullmatch(piece.words)
    if not match or not is_masthead(match["outlet"], vocabulary) or len(match["title"].split()) < 2:
        return piece.span, None
    start = piece.span.start
    return Span(start, start + match.end("title")), Span(start + match.start("outlet"), start + match.end("outlet"))
