"""How digits are written where they are part of a code: "10:30", "5G", "080-2223", "1.2.3", "GMT+5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from shanghai_tech.mentions.amounts.bounds import is_cue
from shanghai_tech.mentions.amounts.number_words import glued, number_tables
from shanghai_tech.mentions.amounts.parts import slashed, vulgar
from shanghai_tech.mentions.amounts.units import is_attached, read_unit
from shanghai_tech.mentions.amounts.written import HYPHENS
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary

#: Four digits that may be a year.
YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d|21\d\d")
_HIGHEST_SCORE: Final = 15
_JOINTS: Final = frozenset("/.:-‑–_=#@&+*×'’")
_CHAINED: Final = frozenset("/.:-‑–*×")


def chain_end(tokens: Sequence[Token], index: int) -> int:
    """The token behind all that is joined to the digits without a space: "10:30", "2018-05-07", "1.2.3"."""
    at = index + 1
    while (
        glued(tokens, at) and tokens[at].text in _CHAINED and glued(tokens, at + 1) and tokens[at + 1].kind == "number"
    ):
        at += 2
    return at


def run_end(tokens: Sequence[Token], index: int) -> int:
    """The token behind digits that stand in a row with only spaces between, as in telephone numbers and tables."""
    at = index
    while at < len(tokens) and tokens[at].text.isdecimal() and not _is_tied(tokens, at + 1):
        at += 1
    return at


def _is_tied(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word, a unit or a hyphen is glued to digits, so that they may begin an amount."""
    return glued(tokens, index) and (tokens[index].kind != "punct" or tokens[index].text in HYPHENS)


def is_joined(tokens: Sequence[Token], index: int) -> bool:
    """Whether the digits are the tail of a longer code: "GMT+5", "AI/4", "v.2"."""
    if not glued(tokens, index):
        return False
    before = tokens[index - 1]
    if before.kind in {"word", "number", "possessive"} and before.text != "#":
        return True
    if before.text not in _JOINTS:
        return False
    return before.text in "'’" or (glued(tokens, index - 1) and tokens[index - 2].kind in {"word", "number"})


def is_code(sentence: Tagged, index: int) -> bool:
    """Whether digits are a code by their form: a leading zero, the number of an item, many digits in one group."""
    tokens, text = sentence.tokens, sentence.tokens[index].text
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if text[0] == "0" and len(text) > 1 and text[1] not in ".,":
        return True
    opens = tokens[index].start == 0 or sentence.text[tokens[index].start - 1] == "\n" or index == 0
    if len(text) <= 2 and glued(tokens, index + 1) and after in {".", ")"}:
        return opens or (before == "(" and after == ")")
    return before == ":" and len(text) > 4 and text.isdecimal() and after in {"", "."}


def has_suffix(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether letters glued to the digits make them a name or an ordinal: "5G", "90s", "21st"."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    if not glued(tokens, index + 1) or tokens[index + 1].kind != "word":
        return False
    letters = tokens[index + 1]
    if is_cue((tokens[index].text + letters.text).lower(), "code", vocabulary):
        return True
    head = letters.text.split("-")[0]
    if (
        head in tables.glued
        or letters.lower in tables.scale
        or letters.lower in {"x", "fold"}
        or vulgar(letters.text[0])
    ):
        return False
    return not is_attached(tokens, index + 1, vocabulary)


def is_range(sentence: Tagged, index: int, end: int, *, vocabulary: Vocabulary) -> bool:
    """Whether two joined numbers are a fraction or the ends of a range, and no score, date or telephone number."""
    tokens = sentence.tokens
    after = tokens[end].lower if end < len(tokens) else ""
    if end != index + 3:
        return False
    if slashed(tokens, index) is not None:
        counted = sentence.tags[end : end + 1] == ("N",)
        return counted or after == "of" or read_unit(sentence, end, vocabulary) is not None
    low, high = tokens[index].text, tokens[index + 2].text
    if (
        tokens[index + 1].text not in HYPHENS
        or (low[0] == "0" and low.isdecimal())
        or (high[0] == "0" and high.isdecimal())
    ):
        return False
    if YEAR.fullmatch(low) and (YEAR.fullmatch(high) or len(high) == 2):
        return False
    if (len(low), len(high)) == (3, 4) and after in {"", ".", ",", ";", ")"}:
        return False  # a telephone number
    unnamed = sentence.tags[end : end + 1] not in {("N",), ("ADJ",), ("NAME",), ("SIGN",), ("VN",)}
    if unnamed and low.isdecimal() and len(high) <= 2 and int(high) <= _HIGHEST_SCORE:
        return False
    rises = Decimal(low.replace(",", "")) < Decimal(high.replace(",", "")) if (low + high).isascii() else False
    return rises or after in number_tables(vocabulary).scale
