"""Paragraphs → sentences: where one ends, told by its last mark and by what stands on either side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from attrs import frozen

from shanghai_tech.articles.word_lists import word_list
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

_Ends: TypeAlias = Literal["never", "before-word", "before-opener"]

_MARK: Final = re.compile(  # the set stands first, so that the text between marks is skipped quickly
    r"""(?x)
    [.!?…。！？] (?<![.!?…][.!?…])                              # the first mark of a run
    (?: (?<=[。！？]) [。！？]*+ [”’」』）)"]*+                   # CJK marks need no blank
      | [.!?…]*+ ["'”’»)\]]*+ (?=\s|$)                         # what closes after the marks, and a blank
      | (?<=[a-z]{2}.) ["”’)]*+ (?=[A-Z][a-z]|[A-Z]\s|[“‘])    # a blank forgotten
    )"""
)
_LAST_WORD: Final = re.compile(r"[^\s(\[\"'“‘/–—]+$")
_NEXT_WORD: Final = re.compile(r"[\s\"'“‘(\[*•]*([^\s.,;:!?)\]\"”’]+)")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.)*-?[^\W\d_]\.")
_SAID: Final = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|added|told|wrote|recalled|explained)\b"
)
_BULLET: Final = re.compile(r"(?:[•·▪■◆●○*‣–—-]|[0-9]{1,2}[.)]|\([0-9a-z]\))\s+(?=\S)")
_BLANKS: Final = re.compile(r"\s*")
_REACH: Final = 40

#: No sentence is longer than this. Prose has none (the longest of novels aside), but tables, lists and damaged text do,
#: and what is done with a sentence may take the square of its length: so the time of reading grows with the text alone.
LONGEST: Final = 1_200
_BREAKS: Final = re.compile(r".*(?:\s|[.,;:!?…)\]}”’—–。，、；：！？](?=\D))", re.DOTALL)


def split_sentences(text: str, span: Span, *, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The sentences of one paragraph, without the blanks between them.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "Foo Co. Ltd. opened No. 3 in the U.S. on Jan. 5. It cost 3.5 million yuan.Why? Nobody knows."
    >>> [sentence.slice(text) for sentence in split_sentences(text, Span(0, len(text)), vocabulary=load_vocabulary())]
    ['Foo Co. Ltd. opened No. 3 in the U.S. on Jan. 5.', 'It cost 3.5 million yuan.', 'Why?', 'Nobody knows.']
    """
    endings = _endings(vocabulary)
    sentences: list[Span] = []
    start = _content_start(text, span.start, span.end, is_first=True)
    for mark in _MARK.finditer(text, start, span.end):
        end = mark.end()
        if end > start and _ends(text, mark, start=start, limit=span.end, endings=endings):
            sentences.extend(bounded(text, Span(start, end)))
            start = _content_start(text, end, span.end)
    if start < span.end:
        sentences.extend(bounded(text, Span(start, span.end)))
    return tuple(sentences)


def bounded(text: str, span: Span) -> Iterator[Span]:
    """A sentence without blanks around it, cut where it is too long: at a blank or mark in the last half of what fits.

    A number without end is cut anywhere, into pieces that are still too long to be read as numbers.

    >>> text = "low " * 500
    >>> [len(piece) for piece in bounded(text, Span(0, len(text)))]
    [1199, 799]
    """
    start, end = span.start, span.start + len(span.slice(text).rstrip())
    while end - start > LONGEST:
        limit = min(start + LONGEST, end - LONGEST // 2)
        found = _BREAKS.match(text, start + LONGEST // 2, limit + 1)
        cut = found.end() if found else limit
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = _content_start(text, cut, end)
    yield Span(start, end)


@frozen(kw_only=True)
class _Endings:
    """The abbreviations of a vocabulary by their form, and the words that open a sentence behind one."""

    forms: dict[str, _Ends]
    openers: frozenset[str]


@lru_cache(maxsize=8)
def _endings(vocabulary: Vocabulary) -> _Endings:
    forms: dict[str, _Ends] = {form: entry.ends for entry in vocabulary.abbreviation for form in entry.forms}
    return _Endings(forms=forms, openers=word_list(vocabulary, "sentence-opener"))


def _content_start(text: str, start: int, end: int, *, is_first: bool = False) -> int:
    """Where the next sentence begins: behind blanks, and behind the bullet of a list item."""
    at = _BLANKS.match(text, start, end)
    start = at.end() if at else start
    bullet = _BULLET.match(text, start, end) if is_first else None
    return bullet.end() if bullet else start


def _ends(text: str, mark: re.Match[str], *, start: int, limit: int, endings: _Endings) -> bool:
    """Whether a sentence ends at a mark."""
    end = mark.end()
    following = _NEXT_WORD.match(text, end, min(limit, end + _REACH))
    if following is None or text[mark.start()] in "。！？":
        return True
    word = following[1]
    if text[mark.start()] == "." and text[mark.start() + 1 : mark.start() + 2] != ".":
        last = _LAST_WORD.search(text, max(start, mark.start() - _REACH), mark.start() + 1)
        is_first = last is not None and last.start() == start
        decided = _after_period(last[0] if last else ".", word, is_first=is_first, endings=endings)
        if decided is not None:
            return decided
    if word[0].islower():
        return any(letter.isupper() for letter in word[1:3])  # a name such as iPhone may open a sentence
    return not (end - mark.start() > 1 and mark[0][0] in "!?" and _SAID.match(text, end, limit))


def _after_period(last: str, word: str, *, is_first: bool, endings: _Endings) -> bool | None:
    """Whether a sentence ends between a word with a period and the next word; None where the period tells nothing."""
    opens = word[0].isupper() and word.casefold() in endings.openers
    ends = endings.forms.get(last)
    if ends == "before-opener":
        return opens
    if ends is not None:
        return None if ends == "before-word" and not word[0].isdigit() else False
    if is_first and last[:-1].isdigit():
        return False  # the number of a list item
    return opens if _INITIAL.fullmatch(last) else None
