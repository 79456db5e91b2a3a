"""Parts of a year by their names: "the first half", "Q3", "the first nine months", "late"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.vocabulary import Vocabulary


@frozen
class YearPart:
    """The months of a part of the year; `is_whole` where it is told as a whole, and not as a time somewhere in it."""

    first: int
    last: int
    is_whole: bool = True


_PARTS: Final = {
    **{name: YearPart(1, 6) for name in ("first half", "h1")},
    **{name: YearPart(7, 12) for name in ("second half", "last half", "h2")},
    **{name: YearPart(1, 3) for name in ("first quarter", "q1")},
    **{name: YearPart(4, 6) for name in ("second quarter", "q2")},
    **{name: YearPart(7, 9) for name in ("third quarter", "q3")},
    **{name: YearPart(10, 12) for name in ("fourth quarter", "final quarter", "last quarter", "q4")},
    "first three quarters": YearPart(1, 9),
    **{name: YearPart(12, 12) for name in ("end", "close")},
    **{name: YearPart(1, 4, is_whole=False) for name in ("early", "start", "beginning")},
    **{name: YearPart(5, 8, is_whole=False) for name in ("mid", "middle")},
    "late": YearPart(9, 12, is_whole=False),
}


@lru_cache(maxsize=8)
def year_parts(vocabulary: Vocabulary) -> dict[str, YearPart]:
    """The parts of a year by their names in lower case.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> year_parts(load_vocabulary())["first nine months"]
    YearPart(first=1, last=9, is_whole=True)
    """
    counted = {
        f"first {entry.id} months": YearPart(1, entry.value)
        for entry in vocabulary.number_word
        if 2 <= entry.value <= 11
    }
    return {**_PARTS, **counted}


def any_name(names: list[str] | dict[str, YearPart] | dict[str, int]) -> str:
    """A pattern that any of some names matches, the longest first; one that matches nothing where there are none."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered) or "(?!)"
