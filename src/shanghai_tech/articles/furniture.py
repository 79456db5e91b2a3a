"""Page furniture: what a page prints around an article, told apart by the patterns of the vocabulary."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen

from shanghai_tech.errors import InvalidVocabulary
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.page_entries import Furniture

#: No furniture is longer than the one, and few kinds are longer than the other: longer lines are read.
LONGEST: Final = 1200
_SHORT: Final = 160
_SENTENCE: Final = 60
_TAIL: Final = 240
_TAILS: Final = 6
_WHOLE: Final = 100
_OPENERS: Final = re.compile(r"[(\[]|(?<=\s)[-–—/|■▪#](?!\s*$)|(?<=[\s.!?。”\"])(?=[A-Z])|(?<=\w)(?=/\s?[A-Z])")


@frozen
class Found:
    """A stretch of furniture, and the entry that describes it."""

    span: Span
    entry: Furniture


@frozen(kw_only=True)
class _Patterns:
    entries: tuple[Furniture, ...]
    pattern: re.Pattern[str] | None

    def entry(self, match: re.Match[str] | None) -> Furniture | None:
        return self.entries[int((match.lastgroup or "f0")[1:])] if match else None


@lru_cache(maxsize=24)
def _patterns(vocabulary: Vocabulary, at: Literal["line", "start", "end"], *, long: bool = False) -> _Patterns:
    """The patterns of one place as one alternation, the first that fits in the order of the files deciding."""
    entries = tuple(entry for entry in vocabulary.furniture if entry.at == at and (entry.long or not long))
    for entry in entries:
        if entry.problem:
            raise InvalidVocabulary("vocabulary", f"$.furniture[{entry.id}].pattern", entry.problem)
    joined = "|".join(f"(?P<f{number}>{entry.pattern})" for number, entry in enumerate(entries))
    return _Patterns(entries=entries, pattern=re.compile(joined, re.IGNORECASE | re.DOTALL) if entries else None)


def whole_line(line: str, vocabulary: Vocabulary) -> Furniture | None:
    """The entry that a whole line matches, if it is furniture.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> whole_line("Share - WeChat", load_vocabulary()).id
    'share-bar'
    >>> whole_line("Share prices rose on Monday.", load_vocabulary())
    """
    if not line or len(line) > LONGEST:
        return None
    patterns = _patterns(vocabulary, "line", long=len(line) > _SHORT or (len(line) > _SENTENCE and line[-1] in '.”"'))
    if patterns.pattern is None:
        return None
    return patterns.entry(patterns.pattern.fullmatch(line))


def trim(line: str, vocabulary: Vocabulary) -> tuple[Span, tuple[Found, ...]]:
    """What is left of a line without the furniture at its ends, and that furniture.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> left, found = trim("Sales doubled.(Source: China Daily)", load_vocabulary())
    >>> left, [each.entry.id for each in found]
    (Span(start=0, end=14), ['source-end'])
    """
    start, end = 0, len(line)
    found: list[Found] = []
    first = _patterns(vocabulary, "start")
    opening = first.pattern.match(line) if first.pattern else None
    entry = first.entry(opening)
    if opening and entry:
        found.append(Found(Span(0, opening.end()), entry))
        start = opening.end() + _blanks(line[opening.end() :])
    for _ in range(_TAILS):
        tail = _tail(line, vocabulary, start=start, end=end)
        if tail is None:
            break
        found.append(tail)
        end = max(start, len(line[: tail.span.start].rstrip()))
    return Span(min(start, end), end), tuple(sorted(found, key=lambda each: each.span))


def _blanks(words: str) -> int:
    return len(words) - len(words.lstrip())


def _tail(line: str, vocabulary: Vocabulary, *, start: int, end: int) -> Found | None:
    """The furniture that the line ends in, looked for only where such things begin."""
    patterns = _patterns(vocabulary, "end")
    if patterns.pattern is None or end <= start or _ends_as_prose(line, end):
        return None
    openers = [start] if end - start <= _WHOLE else []
    openers += [opener.start() for opener in _OPENERS.finditer(line, max(start, end - _TAIL), end)]
    for opener in openers:
        entry = patterns.entry(patterns.pattern.fullmatch(line, opener, end))
        if entry:
            return Found(Span(opener, end), entry)
    return None


def _ends_as_prose(line: str, end: int) -> bool:
    """Whether a line ends in a sentence, with no bracket before its last period: most lines do, and cost nothing."""
    return (
        line[end - 1] in '.!?"”’。' and line[end - 2 : end - 1] not in {")", "]"} and not line.endswith("tem.", 0, end)
    )
