"""Names that their abbreviation spells out: "Robot Parks of Finland (RPF)" has the letters of three words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.mentions.names.lines import LONGEST, Line

#: An abbreviation of fewer letters may have come about by chance, and is found where the name has a head word.
_FEWEST: Final = 3
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", ",", "."})


def spelled_names(line: Line) -> Iterator[tuple[int, int]]:
    """The first token, and the one behind the last, of each name that an abbreviation in brackets spells out."""
    for at in range(2, len(line.tokens) - 2):
        if line.lower(at) == "(" and line.lower(at + 2) in {")", ",", ";"}:
            first = _first_word(line, at, letters=line.tokens[at + 1].text.rstrip("s"))
            if first is not None:
                yield first, at - (line.lower(at - 1) == ".")


def _first_word(line: Line, end: int, *, letters: str) -> int | None:
    """Where the words begin that end right before a token and have the letters for their initials."""
    if len(letters) < _FEWEST or not letters.isupper() or not letters.isalpha() or line.has("term", end + 1):
        return None
    left = len(letters)
    for at in range(end - 1, max(-1, end - LONGEST), -1):
        text = line.tokens[at].text
        if line.capital(at) and text[0] == letters[left - 1]:
            left -= 1
            if left == 0:
                return at
        elif text not in _SMALL:
            return None
    return None
