"""Two amounts as the ends of a range: "8 to 10 percent", "44-50", "between 3 and 5", "$5 to $6 million"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import evolve

from shanghai_tech.mentions.amounts.amounts import Amount, changes, read_amount
from shanghai_tech.mentions.amounts.bounds import is_cue
from shanghai_tech.mentions.amounts.naming import naming_end
from shanghai_tech.mentions.amounts.number_words import glued
from shanghai_tech.mentions.amounts.written import HYPHENS, times
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.model import Bound, Number
from shanghai_tech.vocabulary import Vocabulary

_BETWEEN_TAGS: Final = frozenset({"ADV", "DET", "IN"})


def read_range(sentence: Tagged, low: Amount, vocabulary: Vocabulary) -> Amount | None:
    """Range: amount ("to" | "-" | "or") amount, or "between" amount "and" amount, the second the larger.

    What either end leaves out, the other tells: "2-3 billion yuan", "$5 to $6 million". Behind "from" the two are the
    ends of a change, unless something ranges from one to the other.
    """
    tokens, at = sentence.tokens, low.last
    if at + 1 >= len(tokens) or low.upper is not None or low.form is not None or low.numeral.part:
        return None
    at += tokens[at].text in HYPHENS and glued(tokens, at) and tokens[at + 1].lower in {"to", "or", "and"}
    if at + 1 >= len(tokens) or not _joins(sentence, low, at, vocabulary=vocabulary):
        return None
    start = _number_at(sentence, at + 1)
    joint = tokens[at].text
    if start is None or (joint not in HYPHENS and naming_end(sentence, start, vocabulary) is not None):
        return None
    high = read_amount(sentence, start, vocabulary)
    if high is None or high.first != at + 1 or high.upper is not None or high.form is not None:
        return None
    if joint == "or" and not (low.bare and low.numeral.scale == 1 and high.numeral.digits == low.numeral.digits):
        return None
    return _joined(low, high)


def _joins(sentence: Tagged, low: Amount, at: int, *, vocabulary: Vocabulary) -> bool:
    """Whether the word at `at` may lead to the other end of a range; "8- to 16-metre" hangs a hyphen before it."""
    tokens = sentence.tokens
    match tokens[at].lower:
        case "to":
            return not _is_change(sentence, low, vocabulary)
        case "or":
            return True
        case "and":
            return led_by(sentence, low.first, "between") is not None
        case dash if dash in HYPHENS:
            return low.bare if not glued(tokens, at) else glued(tokens, at + 1)
        case _:
            return False


def _number_at(sentence: Tagged, index: int) -> int | None:
    """The token of the number that begins at `index`, behind a sign of money at most."""
    for at in range(index, min(index + 3, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.kind != "sign" and not (at == index and token.text.isupper()):
            return at
    return None


def led_by(sentence: Tagged, index: int, word: str) -> int | None:
    """The token number of a word in front of an amount, with no more than a qualifier between."""
    for at in range(index - 1, max(-1, index - 4), -1):
        if sentence.tokens[at].lower == word:
            return at
        if sentence.tags[at] not in _BETWEEN_TAGS:
            return None
    return None


def _is_change(sentence: Tagged, low: Amount, vocabulary: Vocabulary) -> bool:
    """Whether "to" leads from one figure to another: behind "from", or behind a measure by which something rose."""
    start = led_by(sentence, low.first, "from")
    if start is not None:
        return not (start and is_cue(sentence.tokens[start - 1].lower, "ranging", vocabulary))
    by = led_by(sentence, low.first, "by") is not None
    return low.unit is not None and not by and changes(sentence, low.first, vocabulary)


def _joined(low: Amount, high: Amount) -> Amount | None:
    """One amount from the two ends of a range, or None where they do not go together."""
    value = _scaled(low, high)
    if low.unit is not None and high.unit != low.unit and not (low.unit.is_money and high.unit is None):
        return None
    if Fraction(value) >= Fraction(high.value):
        return None
    numeral = evolve(high.numeral, first=low.numeral.first, span=low.numeral.span.to(high.numeral.span))
    return Amount(
        first=low.first, last=high.last, numeral=numeral, value=value, upper=high.value, bound=Bound.BETWEEN,
        unit=low.unit or high.unit, dimension=low.dimension or high.dimension, noun=high.noun or low.noun,
    )  # fmt: skip


def _scaled(low: Amount, high: Amount) -> Number:
    """The lower end, with the scale of the higher one where it is told only there: "2-3 billion"."""
    scale = high.numeral.scale
    if low.numeral.scale > 1 or scale == 1 or (high.numeral.digits and not low.numeral.digits):
        return low.value
    fits = Fraction(low.value) * scale <= Fraction(high.value)
    return times(low.value, scale) if fits else low.value
