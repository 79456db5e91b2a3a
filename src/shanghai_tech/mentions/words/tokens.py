"""Text → tokens: numbers, words, signs and punctuation, each where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from shanghai_tech.vocabulary import Vocabulary

Kind: TypeAlias = Literal["number", "sign", "possessive", "word", "punct"]

_PATTERN = r"""
      (?P<number>  \d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?![\d])(?:\.\d+)?   # 1,234.5 and 1,00,000
                 | \d{{1,3}}(?:[\u00a0\u2009\u202f\u2007]\d{{3}})+(?!\d)(?:\.\d+)?   # thin and no-break spaces
                 | \d+(?:\.\d+)?
                 | (?<![\w.])\.\d+ )
    | (?P<sign>    (?:{codes})(?=[ \u00a0]?\.?\d)                   # RMB500, Rs 20
                 | (?:{letters})(?=\d[\d.]*[ \u00a0-]?(?:{scales})\b | \d{{1,3}}(?:,\d{{3}})+(?!\w))   # R1.7bn, N4,200
                 | (?:US|HK|NZ|NT|CA|AU|SG|A|C|S|R|B)?[$€£¥₩₹₽₺₫฿₱₦₪￥]
                 | [%‰°] )
    | (?P<possessive> (?<=\w)['’]s\b )
    | (?P<word>    (?:[A-Z]\.){{2,}}                               # U.S.
                 | [^\W\d]\w*(?:(?:[-‑&]|['’](?!s\b))\w+)*
                 | \# )
    | (?P<punct>   -{{2,}} | \.{{2,}} | [^\w\s] )
"""


class Token(NamedTuple):
    """A token: its text, the text in lower case, its kind, and where it stands."""

    text: str
    lower: str
    kind: Kind
    start: int
    end: int


@lru_cache(maxsize=8)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    codes = {code for currency in vocabulary.currency for code in currency.leading}
    letters = {letter for currency in vocabulary.currency for letter in currency.letters}
    scales = {word for scale in vocabulary.scale for word in (*scale.names, *scale.glued)}
    return re.compile(
        _PATTERN.format(codes=_any_of(codes), letters=_any_of(letters), scales=_any_of(scales)), re.VERBOSE
    )


def _any_of(words: set[str]) -> str:
    """An alternation of words, longest first; one that matches nothing where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)"


def tokenize(text: str, vocabulary: Vocabulary, *, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of a stretch of text, in order; together with white space they make up all of it."""
    found: list[Token] = []
    for match in _pattern(vocabulary).finditer(text, start, len(text) if end is None else end):
        words = match[0]
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups of the pattern are the kinds
        found.append(Token(words, words.lower(), kind, match.start(), match.end()))
    return tuple(found)
