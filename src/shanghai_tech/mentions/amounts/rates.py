"""What an amount is told per: "a year", "per 10,000 residents", "a square metre", "annually", "/kWh"."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.mentions.amounts.counted import counted_unit, read_counted, singular_as_written
from shanghai_tech.mentions.amounts.number_words import glued, number_tables
from shanghai_tech.mentions.amounts.numerals import read_numeral
from shanghai_tech.mentions.amounts.units import read_unit, unit_tables
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.model import UnitTerm
from shanghai_tech.vocabulary import Vocabulary

_EACH: Final = frozenset({"each", "every"})
_ARTICLES: Final = frozenset({"a", "an"})
_SHIFTS: Final = frozenset({"earlier", "ago", "before", "later", "after"})


@frozen
class Rate:
    """What stands below the stroke of a unit, and the token behind its words."""

    term: UnitTerm
    last: int


def read_rate(sentence: Tagged, index: int, vocabulary: Vocabulary, *, money: bool) -> Rate | None:
    """Rate: ("per" | "/" | "for each") [number] what, ("a" | "each" | "every") what, or an adverb.

    Behind "a" only a length of time counts, and beside money any noun: "$5 a share", but not "3 million a record".
    """
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    word = tokens[index].lower
    known = unit_tables(vocabulary).rates.at(tokens, index)
    if known is not None and (
        word == "per" or sentence.tags[known[1] : known[1] + 1] not in {("N",), ("ADJ",), ("NAME",)}
    ):
        return Rate(known[0].unit.term, known[1])
    if word == "per" or (word == "/" and glued(tokens, index + 1)):
        return _per(sentence, index + 1, vocabulary)
    if word == "for" and index + 1 < len(tokens) and tokens[index + 1].lower in _EACH:
        return _per(sentence, index + 2, vocabulary)
    return _a(sentence, index, vocabulary, money=money) if word in _ARTICLES or word in _EACH else None


def _per(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Rate | None:
    """Per: [number] (unit | counted noun): "per 10,000 residents", "per thousand", "/kWh"."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    if index >= len(tokens):
        return None
    token = tokens[index]
    scale = tables.scale.get(token.lower)
    if scale is not None:
        return _what(sentence, index + 1, vocabulary, scale=scale)
    begins = token.kind == "number" or token.lower in tables.cardinal
    numeral = read_numeral(sentence, index, vocabulary) if begins else None
    if numeral is not None and numeral.whole is not None and numeral.whole > 0:
        return _what(sentence, numeral.last, vocabulary, scale=numeral.whole)
    return _what(sentence, index, vocabulary, scale=1)


def _what(sentence: Tagged, index: int, vocabulary: Vocabulary, *, scale: int) -> Rate | None:
    unit = read_unit(sentence, index, vocabulary)
    if unit is not None and not unit.unit.per:
        return Rate(UnitTerm(unit.unit.term.code, unit.unit.term.noun, scale), unit.last)
    counted = read_counted(sentence, index, vocabulary)
    if counted is not None:
        return Rate(UnitTerm(noun=counted_unit(sentence, counted, vocabulary).term.noun, scale=scale), counted.last)
    if sentence.tags[index : index + 1] == ("NAME",) and sentence.tokens[index].text.isalpha():
        return Rate(UnitTerm(noun=singular_as_written(sentence.tokens[index].text, vocabulary), scale=scale), index + 1)
    return None


def _a(sentence: Tagged, index: int, vocabulary: Vocabulary, *, money: bool) -> Rate | None:
    """What stands behind "a", "each" or "every": a length of time, or what money is paid for."""
    tokens, at = sentence.tokens, index + 1
    article = tokens[index].lower in _ARTICLES
    unit = read_unit(sentence, at, vocabulary)
    if unit is not None and not unit.unit.per:
        timed = unit.dimension == "time"
        after = [token.lower for token in tokens[unit.last : unit.last + 2]]
        shifted = bool(after) and (after[0] in _SHIFTS or after == ["and", "a"])
        told = not shifted if timed else money and article
        return Rate(unit.unit.term, unit.last) if told else None
    if not (money and article) or at >= len(tokens) or sentence.tags[at] != "N" or not tokens[at].text.isalpha():
        return None
    ends = sentence.tags[at + 1 : at + 2] in {("PUNCT",), ("IN",), ("CC",), ()}
    return Rate(UnitTerm(noun=tokens[at].lower), at + 1) if ends else None
