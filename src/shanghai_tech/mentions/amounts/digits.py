"""Numbers in digits: "1,234.5", "12 345", "1 1/2", "2½", and what a hyphen ties to them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve

from shanghai_tech.mentions.amounts.number_words import glued
from shanghai_tech.mentions.amounts.parts import slashed, vulgar
from shanghai_tech.mentions.amounts.written import HYPHENS, Numeral, exact
from shanghai_tech.mentions.mention import Tagged

_GROUPING: Final = str.maketrans("", "", ",\u00a0\u2009\u202f\u2007")


def read_digits(sentence: Tagged, index: int) -> Numeral:
    """Digits: number [["-"] words | vulgar fraction | number "/" number], or number "/" number.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.model import Span
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> numeral = read_digits(tagged("a 66,000-square-meter hall", Span(0, 26), load_vocabulary()), 1)
    >>> numeral.value, numeral.rest
    (Decimal('66000'), ('square', 'meter'))
    """
    tokens = sentence.tokens
    if (grouped := _grouped(sentence, index)) is not None:
        return grouped
    if (part := slashed(tokens, index)) is not None:
        span = sentence.span(index, index + 3)
        return Numeral(first=index, last=index + 3, span=span, value=part, part=True, digits=True)
    value, last = Decimal(tokens[index].text.translate(_GROUPING)), index + 1
    mixed = slashed(tokens, last)
    end = last + 3 if mixed is not None else last + 1
    if mixed is None and last < len(tokens):
        mixed = vulgar(tokens[last].text)
    if mixed is not None and value == int(value):
        span = sentence.span(index, end)
        return Numeral(first=index, last=end, span=span, value=exact(Fraction(value) + mixed), digits=True)
    found = Numeral(first=index, last=last, span=sentence.span(index, last), value=value, digits=True)
    if glued(tokens, last) and tokens[last].text in HYPHENS and glued(tokens, last + 1):
        words = tokens[last + 1].lower.split("-") if tokens[last + 1].kind == "word" else []
        return evolve(found, last=last + 2, rest=tuple(words)) if words else found
    return found


def is_grouped(sentence: Tagged, index: int) -> bool:
    """Whether digits stand in groups of three with plain spaces between, in front of a noun or unit."""
    return _grouped(sentence, index) is not None


def _grouped(sentence: Tagged, index: int) -> Numeral | None:
    """Digits in groups of three with plain spaces between: "12 345 tonnes"."""
    tokens = sentence.tokens
    last = index + 1
    if last >= len(tokens) or tokens[last].kind != "number":
        return None
    while last < len(tokens) and tokens[last].start == tokens[last - 1].end + 1 and _is_group(tokens[last].text):
        last += 1
    leads = last > index + 1 and len(tokens[index].text) <= 3 and tokens[index].text.isdecimal()
    if not leads or sentence.tags[last : last + 1] not in {("N",), ("ADJ",), ("SIGN",)}:
        return None
    value = Decimal("".join(token.text for token in tokens[index:last]))
    return Numeral(first=index, last=last, span=sentence.span(index, last), value=value, digits=True)


def _is_group(text: str) -> bool:
    return len(text) == 3 and text.isdecimal()
