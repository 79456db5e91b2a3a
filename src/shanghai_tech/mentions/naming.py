"""Numbers that name or date something and tell no amount: "5G", "Section 3", "in 2018", "March 30", "10:30", "aged 35"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.bounds import bound_tables
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.number_words import number_tables
from shanghai_tech.mentions.numerals import HYPHENS, glued, slashed
from shanghai_tech.mentions.phrases import Phrases, phrases
from shanghai_tech.mentions.tagging import is_plural
from shanghai_tech.mentions.tokens import Token
from shanghai_tech.mentions.units import is_attached, read_unit
from shanghai_tech.vocabulary import Vocabulary

_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d|21\d\d")
_JOINTS: Final = frozenset("/.:-‑–_=#@&+'’")
_ORDINAL: Final = frozenset({"st", "nd", "rd", "th"})


@frozen
class DateTables:
    """What a calendar and a clock write beside numbers."""

    months: frozenset[str]
    clock: Phrases[str]


@lru_cache(maxsize=8)
def date_tables(vocabulary: Vocabulary) -> DateTables:
    """Months and halves of the day, compiled once."""
    months = {name.rstrip(".") for month in vocabulary.month for name in (month.id, *month.short)}
    clock = [name for half in vocabulary.clock_half for name in half.names] + ["o'clock", "o’clock", "GMT", "UTC", "local time"]
    return DateTables(frozenset(months), phrases(((name, name) for name in clock), vocabulary))


def naming_end(sentence: Tagged, index: int, vocabulary: Vocabulary) -> int | None:
    """The token behind a number that is no amount, or None where token `index` may begin one."""
    token = sentence.tokens[index]
    if token.kind == "number":
        return _of_digits(sentence, index, vocabulary)
    return _of_words(sentence, index, vocabulary)


def _of_digits(sentence: Tagged, index: int, vocabulary: Vocabulary) -> int | None:
    tokens = sentence.tokens
    chain = _chain_end(tokens, index)
    if _is_joined(tokens, index) or _is_code(tokens, index, chain) or _has_suffix(sentence, index, vocabulary):
        return max(chain, index + 1)
    if chain > index + 1 and not _is_range(sentence, index, chain, vocabulary):
        return chain
    if clock := date_tables(vocabulary).clock.at(tokens, index + 1):
        return clock[1]
    if _is_date(sentence, index, vocabulary) or _is_year(sentence, index, vocabulary):
        return chain if chain > index + 1 else index + 1
    return index + 1 if _is_label(sentence, index, vocabulary) or _is_age(sentence, index) else None


def _of_words(sentence: Tagged, index: int, vocabulary: Vocabulary) -> int | None:
    tokens, token = sentence.tokens, sentence.tokens[index]
    capital = token.text[:1].isupper()
    if capital and index and tokens[index - 1].text not in {'"', "“", "‘", ":", "."}:
        near = (tokens[index + 1].text[:1] if index + 1 < len(tokens) else "", tokens[index - 1].text[:1])
        if any(letter.isupper() for letter in near):
            return index + 1
    if token.lower == "one" and not _one_counts(sentence, index, vocabulary):
        return index + 1
    if index and bound_tables(vocabulary).names.before(tokens, index) and sentence.tags[index - 1] in {"N", "NAME"}:
        return index + 1 if index + 1 >= len(tokens) or sentence.tags[index + 1] not in {"N", "ADJ"} else None
    return index + 1 if _is_counted_off(tokens, index) else None


# ---------------------------------------------------------------- how the digits are written


def _chain_end(tokens: Sequence[Token], index: int) -> int:
    """The token behind all that is joined to the digits without a space: "10:30", "2018-05-07", "1.2.3"."""
    at = index + 1
    while glued(tokens, at) and tokens[at].text in "/.:-‑–" and glued(tokens, at + 1) and tokens[at + 1].kind == "number":
        at += 2
    return at


def _is_joined(tokens: Sequence[Token], index: int) -> bool:
    """Whether the digits are the tail of a longer code: "GMT+5", "AI/4", "v.2"."""
    if not glued(tokens, index):
        return False
    before = tokens[index - 1]
    if before.kind in {"word", "number", "possessive"} and before.text != "#":
        return True
    return before.text in _JOINTS and (before.text in "'’" or (glued(tokens, index - 1) and tokens[index - 2].kind in {"word", "number"}))


def _is_code(tokens: Sequence[Token], index: int, chain: int) -> bool:
    """Whether digits are a code by their form: a leading zero, groups of a telephone number."""
    text = tokens[index].text
    if text[0] == "0" and len(text) > 1 and text[1] not in ".,":
        return True
    if chain == index + 1 and tokens[index + 1 : index + 2] and tokens[index + 1].text == ")" and (not index or tokens[index - 1].text == "("):
        return text.isdecimal() and len(text) <= 2
    return index == 0 and len(text) <= 2 and len(tokens) > 2 and tokens[1].text in {".", ")"} and glued(tokens, 1)


def _has_suffix(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether letters glued to the digits make them a name or an ordinal ("5G", "90s", "21st")."""
    tokens = sentence.tokens
    if not glued(tokens, index + 1) or tokens[index + 1].kind != "word":
        return False
    letters = tokens[index + 1]
    head = letters.text.split("-")[0]
    if letters.text in {"x", "X", "fold"} or head in number_tables(vocabulary).glued or letters.lower in number_tables(vocabulary).scale:
        return False
    return not is_attached(tokens, index + 1, vocabulary) and not letters.text[0] in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def _is_range(sentence: Tagged, index: int, chain: int, vocabulary: Vocabulary) -> bool:
    """Whether two numbers joined by a hyphen are the ends of a range, and no score, date or telephone number."""
    tokens = sentence.tokens
    if chain == index + 3 and slashed(tokens, index) is not None:
        after = tokens[chain].lower if chain < len(tokens) else ""
        return after == "of" or read_unit(sentence, chain, value=1, scaled=False, vocabulary=vocabulary) is not None  # type: ignore[arg-type]
    if chain != index + 3 or tokens[index + 1].text not in HYPHENS:
        return False
    low, high = tokens[index].text, tokens[index + 2].text
    if low[0] == "0" and "." not in low or high[0] == "0" and "." not in high or _YEAR.fullmatch(low) and (_YEAR.fullmatch(high) or len(high) == 2):
        return False
    return float_free(low) < float_free(high) or read_unit_like(sentence, chain, vocabulary)


def float_free(text: str) -> tuple[int, str]:
    """Digits as a key that sorts as the numbers do, for positive numerals."""
    whole, _, part = text.replace(",", "").partition(".")
    return int("".join(letter for letter in whole if letter.isdecimal())), part


def read_unit_like(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a scale stands behind a range, so that "800-1 million" is one."""
    return index < len(sentence.tokens) and sentence.tokens[index].lower in number_tables(vocabulary).scale


# ---------------------------------------------------------------- dates, years, ages, labels


def _is_date(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the digits are the day beside a month ("March 30", "30 March"), or go on after one ("May 3 and 4")."""
    tokens, months = sentence.tokens, date_tables(vocabulary).months
    text = tokens[index].text
    if not text.isdecimal() or len(text) > 2 or int(text) > 31:
        return False
    before = index - 1
    if before >= 1 and tokens[before].text == "." and glued(tokens, before):
        before -= 1
    if before >= 0 and tokens[before].text in months:
        return True
    if index + 1 < len(tokens) and tokens[index + 1].text in months:
        return True
    earlier = index - 3
    if earlier >= 0 and tokens[index - 1].lower in {"and", "to", "-", "–", ","} and tokens[index - 2].kind == "number" and tokens[earlier].text in months:
        return sentence.tags[index + 1 : index + 2] not in {("N",), ("ADJ",), ("SIGN",)}
    return False


def _is_year(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether four digits are a year: nothing is measured or counted by them."""
    tokens, tags = sentence.tokens, sentence.tags
    text = tokens[index].text
    if not _YEAR.fullmatch(text):
        return False
    if index and (tokens[index - 1].kind == "sign"):
        return False
    at = index + 1
    if at < len(tokens) and (tokens[at].lower in number_tables(vocabulary).scale or read_unit(sentence, at, value=int(text), scaled=False, vocabulary=vocabulary)):  # type: ignore[arg-type]
        return tokens[at].lower in {"won"}
    if glued(tokens, at) and tokens[at].text in HYPHENS and tokens[at + 1 : at + 2] and tokens[at + 1].kind == "word":
        return True
    while at < len(tokens) and tags[at] == "ADJ":
        at += 1
    plural = at < len(tokens) and tags[at] in {"N", "NAME"} and is_plural(tokens[at].lower, vocabulary)
    if not plural:
        return True
    if not index:
        return False
    led = bound_tables(vocabulary).before.before(tokens, index)
    return not led and tags[index - 1] not in {"V", "VD", "VG", "VN", "HV", "BE", "CC"}


def _is_age(sentence: Tagged, index: int) -> bool:
    """Whether the number is somebody's age: "aged 35", "35, a", "35-year-old", "35 years old"."""
    tokens, tags = sentence.tokens, sentence.tags
    before = tokens[index - 1].lower if index else ""
    if before in {"aged", "age", "ages"}:
        return True
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    if words[:2] in (["years", "old"], ["year", "old"], ["months", "old"], ["-", "year-old"], ["-", "year-olds"], ["–", "year-old"], ["-", "month-old"]) or words == ["years", "of", "age"]:
        return True
    text = tokens[index].text
    if not text.isdecimal() or int(text) > 120 or index < 2:
        return False
    return tokens[index - 1].text == "," and tags[index - 2] == "NAME" and words[:1] in ([","], [";"])


def _is_label(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the word in front makes the digits a name ("Section 3", "Pixel 9"), or they are counted off ("per 100")."""
    tokens, tags = sentence.tokens, sentence.tags
    if not index:
        return False
    if _is_counted_off(tokens, index):
        return True
    at = index + 1
    unit = read_unit(sentence, at, value=2, scaled=False, vocabulary=vocabulary) if at < len(tokens) else None  # type: ignore[arg-type]
    if unit is not None or (at < len(tokens) and (tokens[at].lower in number_tables(vocabulary).scale or tokens[at].text in HYPHENS)):
        return False
    found = bound_tables(vocabulary).names.before(tokens, index)
    text = tokens[index].text
    plural = _plural_follows(sentence, at, vocabulary)
    if found is not None and tags[index - 1] in {"N", "NAME", "V"}:
        return tokens[index - 1].text[:1].isupper() or not plural
    small = "," not in text and len(text) <= 3
    return tags[index - 1] == "NAME" and small and not plural and not tokens[index - 1].text.isupper()


def _plural_follows(sentence: Tagged, at: int, vocabulary: Vocabulary) -> bool:
    while at < len(sentence.tokens) and sentence.tags[at] in {"ADJ", "N", "NAME", "VN"}:
        if is_plural(sentence.tokens[at].lower, vocabulary):
            return True
        at += 1
    return False


def _is_counted_off(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number is the measure of a rate: "per 10,000 residents", "for every 100"."""
    before = tokens[index - 1].lower if index else ""
    return before == "per" or (before == "every" and index > 1 and tokens[index - 2].lower in {"for", "of", "in"})


def _one_counts(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether "one" is a number: before a unit, a scale, another number's "in", or behind a limit ("at least one")."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    at = index + 1
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    if word in tables.scale or word in tables.part or "-" in tokens[index].lower:
        return True
    if read_unit(sentence, at, value=1, scaled=False, vocabulary=vocabulary) is not None:  # type: ignore[arg-type]
        return True
    if word in {"or", "to", "and"} and at + 1 < len(tokens):
        return tokens[at + 1].lower in tables.cardinal or tokens[at + 1].lower == "a"
    if word in {"in", "out", "of"}:
        following = [token for token in tokens[at + 1 : at + 3] if token.lower not in {"of", "every"}]
        return bool(following) and (following[0].kind == "number" or following[0].lower in tables.cardinal) and word != "of"
    before = tokens[index - 1].lower if index else ""
    limited = before in {"least", "only", "just", "than"}
    return limited and sentence.tags[at] in {"N", "ADJ"}
