"""Numerals, in digits or words, with their scale: "1,234.5", "3.27 trillion", "two and a half", "one-third", "½"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve

from shanghai_tech.mentions.amounts.bounds import is_cue
from shanghai_tech.mentions.amounts.digits import read_digits
from shanghai_tech.mentions.amounts.number_words import (
    LARGEST,
    Cardinal,
    NumberTables,
    glued,
    number_tables,
    read_cardinal,
)
from shanghai_tech.mentions.amounts.parts import Part, denominator, one_in, read_part, vulgar
from shanghai_tech.mentions.amounts.written import Numeral, exact, negated, times, worded
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

_PLACES: Final = 12
_MINUS: Final = frozenset("-−–")


def read_numeral(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Numeral | None:
    """The numeral that begins with token `index`, or None; an article or a minus in front of it is taken in.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> [str(read_numeral(tagged(text, Span(0, len(text)), vocabulary), 0, vocabulary).value)
    ...  for text in ("3.27 trillion", "one-third", "two and a half", "1 1/2", "twenty-five")]
    ['3.27E+12', '1/3', '2.5', '1.5', '25']
    """
    kind = sentence.tokens[index].kind
    if kind == "number":
        found: Numeral | None = read_digits(sentence, index)
    else:
        found = _read_words(sentence, index, vocabulary) if kind == "word" else None
    if found is None:
        return None
    if found.whole is not None and (share := one_in(sentence, found.last, value=found.whole, vocabulary=vocabulary)):
        span = Span(found.span.start, sentence.tokens[share[1] - 1].end)
        return evolve(found, value=share[0], last=share[1], span=span, part=True, ratio=True)
    tables = number_tables(vocabulary)
    return _with_sign(sentence, _with_scale(sentence, _with_part(sentence, found, tables), tables))


# ---------------------------------------------------------------- words


def _read_words(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Numeral | None:
    """Words: vulgar fraction, vague words, a part, or a cardinal with the part that it counts."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    if (value := vulgar(tokens[index].text)) is not None:
        return _of_part(sentence, Part(first=index, last=index + 1, value=value))
    if (vague := _read_vague(sentence, index, tables)) is not None:
        return vague
    cardinal = read_cardinal(tokens, index, tables=tables)
    if cardinal is None:
        part = read_part(sentence, index, vocabulary)
        return _of_part(sentence, part) if part is not None else None
    return _of_cardinal(sentence, index, cardinal, vocabulary=vocabulary)


def _of_cardinal(sentence: Tagged, index: int, cardinal: Cardinal, *, vocabulary: Vocabulary) -> Numeral | None:
    """A cardinal, or the parts that it counts: "two thirds"; a scale in front needs its article ("a million")."""
    tokens, tables, last = sentence.tokens, number_tables(vocabulary), cardinal.last
    opening = tokens[index].lower.split("-")[0] in tables.scale
    article = opening and index > 0 and tokens[index - 1].lower in {"a", "an"}
    joined = last > index + 1 and tokens[index + 1].lower == "and"
    if opening and not article and not joined:
        return None  # "per thousand", "the million": a scale alone counts nothing
    if (value := denominator(cardinal.rest, cardinal.value, tables)) is not None:
        return _of_part(sentence, Part(first=index, last=last, value=value, rest=cardinal.rest[1:]))
    following = tokens[last].lower.split("-") if last < len(tokens) and not cardinal.rest else []
    counts = index > 0 and is_cue(tokens[index - 1].lower, "counting", vocabulary)
    if not counts and (value := denominator(following, cardinal.value, tables)) is not None:
        return _of_part(sentence, Part(first=index, last=last + 1, value=value, rest=tuple(following[1:])))
    if following == ["point"] and (pointed := _pointed(sentence, index, cardinal, tables=tables)) is not None:
        return pointed
    count, left = divmod(cardinal.value, cardinal.scale)
    number = Decimal(cardinal.value) if left else times(Decimal(count), cardinal.scale)
    return evolve(worded(sentence, index - article, last, value=number, rest=cardinal.rest), scale=cardinal.scale)


def _pointed(sentence: Tagged, index: int, cardinal: Cardinal, *, tables: NumberTables) -> Numeral | None:
    """A decimal in words: "two point five", "seven point one four"."""
    at, figures = cardinal.last + 1, ""
    while at < len(sentence.tokens) and sentence.tokens[at].lower in tables.cardinal and len(figures) < _PLACES:
        figures += str(tables.cardinal[sentence.tokens[at].lower])
        at += 1
    return worded(sentence, index, at, value=Decimal(f"{cardinal.value}.{figures}")) if figures else None


def _of_part(sentence: Tagged, part: Part) -> Numeral:
    return evolve(worded(sentence, part.first, part.last, value=part.value, rest=part.rest), part=not part.scaled)


def _read_vague(sentence: Tagged, index: int, tables: NumberTables) -> Numeral | None:
    """Vague words with the scales behind them: "several hundred", "tens of thousands"."""
    found = tables.vague.at(sentence.tokens, index)
    if found is None:
        return None
    entry, last = found
    scale = 1
    while last < len(sentence.tokens) and sentence.tokens[last].lower in tables.scale and scale < LARGEST:
        scale *= tables.scale[sentence.tokens[last].lower]
        last += 1
    if entry.scaled and scale == 1:
        return None
    first = index - (index > 0 and sentence.tokens[index - 1].lower == "a")
    upper = times(Decimal(entry.high), scale) if entry.high is not None else None
    value = times(Decimal(entry.low), scale)
    span = sentence.span(first, last - (sentence.tokens[last - 1].lower == "of"))
    return Numeral(
        first=first, last=last, span=span, value=value, upper=upper, bound=entry.bound, scale=scale, unit=entry.unit
    )  # fmt: skip


# ---------------------------------------------------------------- what follows


def _with_part(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral with "and a half" or "and three-quarters" behind it, or tied to it: "two-and-a-half-year"."""
    tokens, last = sentence.tokens, numeral.last
    if not numeral.rest and (last >= len(tokens) or tokens[last].lower != "and"):
        return numeral
    behind = [token.lower for token in tokens[last : last + 3]]
    words = numeral.rest or tuple(word for token in behind for word in token.split("-"))
    if numeral.part or len(words) < 3 or words[0] != "and" or words[2] not in tables.part:
        return numeral
    part = denominator(words[2:], 1 if words[1] == "a" else tables.cardinal.get(words[1], 0), tables)
    if part is None or part >= 1:
        return numeral
    value = exact(Fraction(numeral.value) + part)
    if numeral.rest:
        span = Span(numeral.span.start, numeral.span.end + sum(len(word) + 1 for word in words[:3]))
        return evolve(numeral, value=value, rest=numeral.rest[3:], span=span)
    tied = behind[1].split("-")
    last = numeral.last + (2 if len(tied) > 1 else 3)
    whole = worded(sentence, numeral.first, last, value=value, rest=tuple(tied[2:]))
    return evolve(whole, digits=numeral.digits)


def _with_scale(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral times the scales behind it: "1.5 lakh crore", "6,820-crore", "half a million".

    One that is glued to the digits waits for what stands beside it, since "3m" may be metres.
    """
    tokens, last, end = sentence.tokens, numeral.last, numeral.span.end
    rest = list(numeral.rest)
    factor = 1
    while rest and rest[0] in tables.scale and factor < LARGEST:
        end += len(rest[0]) + 1
        factor *= tables.scale[rest.pop(0)]
    waits = numeral.digits and glued(tokens, last) and tokens[last].text in tables.glued
    closed = waits or numeral.upper is not None or (numeral.scale > 1 and not numeral.digits)
    while not rest and not closed and last < len(tokens) and tokens[last].kind == "word":
        word, *more = tokens[last].lower.split("-")
        if word not in tables.scale or factor > LARGEST:
            break
        factor, rest = factor * tables.scale[word], more
        last, end = last + 1, tokens[last].start + len(word)
    if factor == 1:
        return numeral
    return evolve(
        numeral, value=times(numeral.value, factor), scale=numeral.scale * factor, rest=tuple(rest), last=last,
        span=Span(numeral.span.start, end), part=False,
    )  # fmt: skip


def _with_sign(sentence: Tagged, numeral: Numeral) -> Numeral:
    """The numeral with a minus in front of it, which stands free or behind a sign: "-3.5", "minus 2", "$-5"."""
    tokens, first = sentence.tokens, numeral.first
    before = tokens[first - 1] if first else None
    if before is None or numeral.upper is not None:
        return numeral
    free = not glued(tokens, first - 1) or (first > 1 and tokens[first - 2].kind == "sign")
    signed = numeral.digits and before.text in _MINUS and glued(tokens, first) and free
    subtracts = first > 1 and (tokens[first - 2].kind == "number" or tokens[first - 2].lower == "or")
    if not signed and (before.lower != "minus" or subtracts):
        return numeral
    span = Span(before.start, numeral.span.end)
    return evolve(numeral, first=first - 1, value=negated(numeral.value), span=span)
