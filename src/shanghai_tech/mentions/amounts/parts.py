"""Parts of a whole: "a third", "two-thirds", "half the", "2/3", "½", "one in four", "£1 in every £3"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from math import gcd
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.amounts.bounds import is_cue
from shanghai_tech.mentions.amounts.number_words import NumberTables, glued, number_tables, read_cardinal
from shanghai_tech.mentions.amounts.units import unit_tables
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary

#: The numbers that may be years.
YEARS: Final = (1500, 2199)
_ARTICLES: Final = frozenset({"a", "an"})
_NOMINAL: Final = frozenset({"N", "NAME", "ADJ", "NUM"})


@frozen(kw_only=True)
class Part:
    """A part, from token `first` up to `last`; `scaled` tells that a scale follows: "half a million"."""

    first: int
    last: int
    value: Fraction
    rest: tuple[str, ...] = ()
    scaled: bool = False


def slashed(tokens: Sequence[Token], index: int) -> Fraction | None:
    """A part in digits, "2/3"; what is larger than one, or longer, is a date or a code."""
    if index + 2 >= len(tokens) or tokens[index + 1].text != "/":
        return None
    above, below = tokens[index].text, tokens[index + 2].text
    if not (glued(tokens, index + 1) and glued(tokens, index + 2) and above.isdecimal() and below.isdecimal()):
        return None
    fits = len(above) == 1 and len(below) <= 2 and 0 < int(above) < int(below)
    return Fraction(int(above), int(below)) if fits else None


def vulgar(text: str) -> Fraction | None:
    """The value of a character such as ½."""
    if len(text) != 1 or text.isdecimal():
        return None
    above, slash, below = unicodedata.normalize("NFKC", text).partition("\u2044")
    return Fraction(int(above), int(below)) if slash and above.isdecimal() and below.isdecimal() else None


def denominator(words: Sequence[str], value: int, tables: NumberTables) -> Fraction | None:
    """The part that "two" and "thirds" make together; "two quarters" is told in lowest terms, so it counts quarters."""
    below = tables.part.get(words[0]) if words else None
    return Fraction(value, below) if below is not None and value > 0 and gcd(value, below) == 1 else None


def read_part(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Part | None:
    """Part: ("a" part | "half") where it is of something: "a third of", "half the", "by a quarter", "half a mile"."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    word, *rest = tokens[index].lower.split("-")
    if word not in tables.part or (tokens[index].text[0].isupper() and index):
        return None
    has_article = index > 0 and tokens[index - 1].lower in _ARTICLES
    is_half = tables.part[word] == 2
    following = rest or [token.lower for token in tokens[index + 1 : index + 2]]
    scaled = bool(following) and following[0] in tables.scale
    if not has_article and not is_half and not scaled:
        return None
    part = Part(first=index - has_article, last=index + 1, value=Fraction(1, tables.part[word]), rest=tuple(rest))
    if rest or scaled:
        return part if is_half or scaled else None
    if is_half and index + 2 < len(tokens) and tokens[index + 1].lower in _ARTICLES:
        scaled = tokens[index + 2].lower.split("-")[0] in tables.scale
        return Part(first=part.first, last=index + 2, value=part.value, scaled=scaled)
    fits = _is_half(sentence, index, vocabulary) if is_half else _is_part(sentence, index, vocabulary)
    return part if fits else None


def _is_half(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether "half" is a part here, and none of the calendar or of a game ("the first half")."""
    tokens, tags = sentence.tokens, sentence.tags
    before = tokens[index - 1].lower if index else ""
    if is_cue(before, "halving", vocabulary) or tags[index - 1 : index] in {("POSS",), ("'S",)}:
        return False
    after = tags[index + 1] if index + 1 < len(tags) else "PUNCT"
    of = index + 1 < len(tokens) and tokens[index + 1].lower == "of"
    if index and tokens[index - 1].lower in _ARTICLES and after == "PUNCT":
        return True
    return of or after in {"DET", "POSS"} or (is_cue(before, "leading", vocabulary) and after not in _NOMINAL)


def _is_part(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether "a third" is a part here, and no ordinal ("a third plant") or time ("a quarter earlier")."""
    tokens, tags = sentence.tokens, sentence.tags
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    if after == "of" or is_cue(after, "comparing", vocabulary):
        return True
    before = tokens[index - 2].lower if index > 1 else ""
    tag = tags[index + 1] if index + 1 < len(tags) else "PUNCT"
    return is_cue(before, "leading", vocabulary) and tag not in _NOMINAL and after != "-"


def one_in(sentence: Tagged, index: int, *, value: int, vocabulary: Vocabulary) -> tuple[Fraction, int] | None:
    """A share told by two numbers, with the token behind it; `index` is the token behind the first, `value`.

    Share: whole ("in" | "out of") ["every"] whole, or whole ("of" | "for") "every" whole: "one in four", "3 out of 10";
    or both in words with "of" between: "nine of ten".
    """
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    index += _names_one(sentence, index, tables)
    if index + 1 >= len(tokens) or tokens[index].lower not in {"in", "out", "of", "for"}:
        return None
    at = index + (2 if [token.lower for token in tokens[index : index + 2]] == ["out", "of"] else 1)
    every = at < len(tokens) and tokens[at].lower == "every"
    words = [tokens[index - 1].kind, tokens[at].kind if at < len(tokens) else ""]
    plain = tokens[index].lower == "of" and at == index + 1 and words == ["word", "word"]  # "nine of ten households"
    if not every and at == index + 1 and tokens[index].lower != "in" and not plain:
        return None
    at += every
    at += at < len(tokens) and tokens[at].kind == "sign"
    whole = _whole(tokens, at, tables)
    if whole is None or not 0 < value < whole[0]:
        return None
    alone = tokens[index].lower == "in" and not every
    return (
        None
        if alone and not _is_ratio(sentence, whole[1], vocabulary, whole=whole[0])
        else (Fraction(value, whole[0]), whole[1])
    )


def _names_one(sentence: Tagged, index: int, tables: NumberTables) -> bool:
    """Whether a noun stands between "one" and "in": "one child in five"."""
    words = [token.lower for token in sentence.tokens[index - 1 : index + 2]]
    return words[:1] == ["one"] and words[2:] == ["in"] and sentence.tags[index] == "N" and words[1] not in tables.scale


def _whole(tokens: Sequence[Token], index: int, tables: NumberTables) -> tuple[int, int] | None:
    """A whole number and the token behind it."""
    if index >= len(tokens):
        return None
    if glued(tokens, index + 1) and tokens[index + 1].text in "-%":
        return None
    if tokens[index].kind == "number":
        text = tokens[index].text.replace(",", "")
        return (int(text), index + 1) if text.isdecimal() and len(text) <= 9 else None
    found = read_cardinal(tokens, index, tables=tables) if tokens[index].kind == "word" else None
    return (found.value, found.last) if found is not None and not found.rest else None


def _is_ratio(sentence: Tagged, index: int, vocabulary: Vocabulary, *, whole: int) -> bool:
    """Whether "one in four" tells a share: no year, and the second number measures or counts nothing of its own."""
    tokens = sentence.tokens
    after = tokens[index].lower if index < len(tokens) else "."
    unit = unit_tables(vocabulary).names.at(tokens, index)
    measures = after in number_tables(vocabulary).scale or (unit is not None and unit[0].dimension in {"time", "share"})
    return not measures and not YEARS[0] <= whole <= YEARS[1]
