"""Tokens → quantities: every number of a sentence with its unit, its qualifiers, its range and its restatements."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve

from shanghai_tech.mentions.amounts import Amount, changes, read_amount, with_noun, with_rate
from shanghai_tech.mentions.bounds import Beside, bound_after, bound_after_whole, bound_before, is_cue
from shanghai_tech.mentions.mention import QuantityMention, Tagged, Unread, overlapping
from shanghai_tech.mentions.naming import naming_end
from shanghai_tech.mentions.number_words import number_tables
from shanghai_tech.mentions.numerals import Numeral, times
from shanghai_tech.mentions.ranks import read_placed
from shanghai_tech.mentions.units import unit_tables
from shanghai_tech.model import Bound, Number, Quantity, Span
from shanghai_tech.model.quantity import MAX_EXPONENT
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_LONGEST: Final = 40
_DASHES: Final = frozenset("-‑–—")


def find_quantities(
    sentence: Tagged, vocabulary: Vocabulary, *, taken: Sequence[Span] = ()
) -> tuple[tuple[QuantityMention, ...], tuple[Unread, ...]]:
    """The quantities of a sentence in their order, and the numbers that were not understood.

    `taken` are the spans of time expressions, whose numbers are no quantities.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> text = "In 2018 the city had over 500 incubators on 66,000 square meters, worth 3.27 trillion yuan ($488 billion)."
    >>> found, unread = find_quantities(tagged(text, Span(0, len(text)), vocabulary), vocabulary)
    >>> [str(mention.quantity) for mention in found]
    ['>500 {incubator}', '66000 m2', '3.27E+12 CNY']
    >>> [str(other) for other in found[-1].restated]
    ['4.88E+11 USD']
    """
    starters = _starters(sentence, vocabulary)
    if not starters:
        return (), ()
    amounts, unread = _scan(sentence, starters, vocabulary=vocabulary, taken=taken)
    amounts = _share_units(sentence, amounts)
    amounts = _restate(sentence, amounts, vocabulary)
    floors = [0, *(amount.last for amount in amounts)]
    mentions = [_mention(sentence, amount, floor=floor, vocabulary=vocabulary) for amount, floor in zip(amounts, floors, strict=False)]
    return tuple(mentions), tuple(unread)


def _starters(sentence: Tagged, vocabulary: Vocabulary) -> list[int]:
    """The tokens that a number may begin with."""
    tables = number_tables(vocabulary)
    words = tables.triggers
    return [
        index
        for index, (_, lower, kind, _, _) in enumerate(sentence.tokens)
        if kind == "number" or lower in words or ("-" in lower and lower.partition("-")[0] in words) or lower[-4:] == "fold"
        or lower[0] in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
    ]  # fmt: skip


def _scan(
    sentence: Tagged, starters: Sequence[int], *, vocabulary: Vocabulary, taken: Sequence[Span]
) -> tuple[list[Amount], list[Unread]]:
    """The amounts of a sentence, left to right, each beginning behind the one before."""
    amounts: list[Amount] = []
    unread: list[Unread] = []
    at = 0
    for index in starters:
        token = sentence.tokens[index]
        if index < at or (taken and overlapping(Span(token.start, token.end), taken)):
            continue
        if len(token.text) > _LONGEST:
            unread.append(Unread(span=Span(token.start, token.end), reason="more digits than a figure has"))
            continue
        amount = _placed(sentence, index, vocabulary)
        if amount is None:
            end = naming_end(sentence, index, vocabulary)
            if end is not None:
                at = end
                continue
            amount = _amount(sentence, index, vocabulary)
        if amount is not None and _is_beyond(amount.value):
            unread.append(Unread(span=amount.numeral.span, reason="more digits than a figure has"))
        elif amount is not None:
            amounts.append(amount)
        at = amount.last if amount is not None else at
    return amounts, unread


def _is_beyond(value: Number) -> bool:
    return isinstance(value, Decimal) and abs(value.adjusted()) > MAX_EXPONENT


def _placed(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """A rank or multiple as an amount."""
    found = read_placed(sentence, index, vocabulary)
    if found is None:
        return None
    numeral = Numeral(first=index, last=found.last, span=found.number, value=found.value)
    return Amount(
        first=found.first, last=found.last, numeral=numeral, value=found.value, bound=found.bound, unit=ONE, form=found.form
    )


def _amount(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """One amount or range, with its noun and its rate."""
    amount = read_amount(sentence, index, vocabulary)
    if amount is None:
        return None
    joined = _ranged(sentence, amount, vocabulary)
    return with_rate(sentence, with_noun(sentence, joined or amount, vocabulary), vocabulary)


# ---------------------------------------------------------------- ranges


def _ranged(sentence: Tagged, low: Amount, vocabulary: Vocabulary) -> Amount | None:
    """Range: amount ("to" | "-" | "or") amount, or "between" amount "and" amount, the second the larger.

    What either end leaves out, the other tells: "2-3 billion yuan", "$5 to $6 million". Behind "from" the two are the
    ends of a change, unless it ranges from one to the other.
    """
    tokens, at = sentence.tokens, low.last
    if at + 1 >= len(tokens) or low.upper is not None or low.form is not None or low.numeral.part:
        return None
    joint = tokens[at].lower
    between = _led_by(sentence, low.first, "between") is not None
    if joint not in {"to", "or", *_DASHES} and not (joint == "and" and between):
        return None
    start = at + 1
    while start < len(tokens) and (tokens[start].kind == "sign" or tokens[start].text in {"US", "HK"}) and start < at + 3:
        start += 1
    if start >= len(tokens) or naming_end(sentence, start, vocabulary) is not None and joint not in _DASHES:
        return None
    if joint == "to" and _is_change(sentence, low, vocabulary):
        return None
    high = read_amount(sentence, start, vocabulary)
    if high is None or high.upper is not None or high.form is not None or high.first != at + 1:
        return None
    if joint == "or" and not (low.bare and low.numeral.scale == 1 and high.numeral.digits == low.numeral.digits):
        return None
    return _joined(low, high)


def _led_by(sentence: Tagged, index: int, word: str) -> int | None:
    """The token number of a word in front of an amount, with no more than a qualifier between."""
    for at in range(index - 1, max(-1, index - 4), -1):
        if sentence.tokens[at].lower == word:
            return at
        if sentence.tags[at] not in {"ADV", "DET", "IN"}:
            return None
    return None


def _is_change(sentence: Tagged, low: Amount, vocabulary: Vocabulary) -> bool:
    """Whether "to" leads from one figure to another: behind "from", or behind a share by which something rose."""
    start = _led_by(sentence, low.first, "from")
    if start is not None:
        return not (start and is_cue(sentence.tokens[start - 1].lower, "ranging", vocabulary))
    by = _led_by(sentence, low.first, "by") is not None
    return low.unit is not None and not by and changes(sentence, low.first, vocabulary)


def _joined(low: Amount, high: Amount) -> Amount | None:
    """One amount from the two ends of a range, or None where they do not go together."""
    value = low.value
    if low.numeral.scale == 1 and high.numeral.scale > 1 and low.numeral.digits | (not high.numeral.digits):
        mantissa = Fraction(high.value) / high.numeral.scale
        value = times(value, high.numeral.scale) if Fraction(value) <= mantissa else value
    units = {unit for unit in (low.unit, high.unit) if unit is not None}
    if len(units) > 1 or (low.unit is not None and not low.unit.is_money and high.unit is None) or Fraction(value) >= Fraction(high.value):
        return None
    return evolve(
        high, first=low.first, value=value, upper=high.value, bound=Bound.BETWEEN, unit=low.unit or high.unit,
        noun=high.noun or low.noun, numeral=evolve(high.numeral, first=low.numeral.first, span=low.numeral.span.to(high.numeral.span)),
    )  # fmt: skip


# ---------------------------------------------------------------- lists and restatements


def _share_units(sentence: Tagged, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, where a bare number in a list takes the unit of the one behind it, or behind "from … to" in front.

    "5, 8 and 10 percent", "3 and 4 million yuan", "from 5 to 8 percent"; a comma alone joins only within such a list.
    """
    shared = list(amounts)
    listed = False
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        joint = [token.lower for token in sentence.tokens[here.last : after.first]]
        listed = joint in (["and"], ["or"], ["to"], [",", "and"], [",", "or"]) or (listed and joint == [","])
        if joint[:1] == [","] and not (at and sentence.words(shared[at - 1].last, here.first) == ",") and len(joint) > 1:
            listed = False
        if listed and here.bare and after.unit not in {None, ONE} and after.form is None and after.upper is None:
            shared[at] = evolve(here, unit=after.unit, value=_scaled_alike(here, after))
    for at in range(1, len(shared)):
        here, before = shared[at], shared[at - 1]
        joint = [token.lower for token in sentence.tokens[before.last : here.first]]
        if joint == ["to"] and here.bare and before.unit is not None and _led_by(sentence, before.first, "from") is not None:
            shared[at] = evolve(here, unit=before.unit)
    return shared


def _scaled_alike(here: Amount, after: Amount) -> Number:
    """The value of a bare number with the scale of the one behind it: "3 and 4 million"."""
    scale = after.numeral.scale
    if here.numeral.scale > 1 or scale == 1 or Fraction(here.value) * scale > Fraction(after.value) * 100:
        return here.value
    return times(here.value, scale)


def _restate(sentence: Tagged, amounts: Sequence[Amount], vocabulary: Vocabulary) -> list[Amount]:
    """The amounts, where one in brackets that tells the one before it in another unit becomes part of it."""
    found: list[Amount] = []
    for amount in amounts:
        if found and (end := _restates(sentence, found[-1], amount, vocabulary)):
            again = _mention(sentence, amount, floor=found[-1].last, vocabulary=vocabulary).quantity
            found[-1] = evolve(found[-1], last=end, restated=(*found[-1].restated, again))
        else:
            found.append(amount)
    return found


def _restates(sentence: Tagged, told: Amount, again: Amount, vocabulary: Vocabulary) -> int:
    """The token behind a restatement: amount "(" … amount [")"], or amount ["," ] "or" amount; 0 if it is none."""
    tokens = sentence.tokens
    between = [token.lower for token in tokens[told.last : again.first]]
    if not _same_measure(told, again, vocabulary) or len(between) > 10:
        return 0
    opened = max((at for at, word in enumerate(between) if word in {"(", "["}), default=-1)
    if opened >= 0:
        if ")" in between or "]" in between or opened > 5 or {",", ";", "."} & set(between[:opened]):
            return 0
        closed = again.last < len(tokens) and tokens[again.last].text in {")", "]"}
        return again.last + closed
    return again.last if between[:2] == [",", "or"] and len(between) <= 4 or between == ["or"] else 0


def _same_measure(told: Amount, again: Amount, vocabulary: Vocabulary) -> bool:
    """Whether two amounts can be the same in two units: two currencies, or two units of one dimension."""
    if told.unit is None or again.unit is None or told.unit == again.unit or told.form or again.form:
        return False
    if told.unit.is_money and again.unit.is_money:
        return told.unit.term != again.unit.term
    dimension = unit_tables(vocabulary).dimension
    ours = dimension.get(str(told.unit))
    return ours is not None and ours == dimension.get(str(again.unit)) and ours not in {"share", "points"}


# ---------------------------------------------------------------- finished mentions


def _mention(sentence: Tagged, amount: Amount, *, floor: int, vocabulary: Vocabulary) -> QuantityMention:
    """The finished mention of an amount, with the qualifiers around it."""
    first, last, bound = _bounded(sentence, amount, floor=floor, vocabulary=vocabulary)
    quantity = Quantity(
        value=amount.value, upper=amount.upper, bound=bound, unit=amount.unit or ONE, words=sentence.words(first, last)
    )  # fmt: skip
    return QuantityMention(
        span=sentence.span(first, last), first=first, last=last, number=amount.numeral.span, quantity=quantity,
        form=amount.form, noun=amount.noun, restated=amount.restated,
    )  # fmt: skip


def _bounded(sentence: Tagged, amount: Amount, *, floor: int, vocabulary: Vocabulary) -> tuple[int, int, Bound]:
    """The tokens of an amount with its qualifiers, and the bound that they say."""
    first, last = amount.first, amount.last
    if amount.bound is Bound.BETWEEN and first > floor and sentence.tokens[first - 1].lower == "between":
        first -= 1
    if amount.bound is not None:
        return first, last, amount.bound
    unit = amount.unit or ONE
    beside = Beside(
        first=first, last=last, floor=floor,
        time=unit_tables(vocabulary).dimension.get(str(unit)) == "time",
        counted=unit.term.noun is not None,
        few=unit.term.noun is not None and not amount.numeral.digits and abs(amount.value) < 10,
    )  # fmt: skip
    if (before := bound_before(sentence, beside, vocabulary)) is not None:
        return before.at, last, before.bound
    after = bound_after(sentence, last, vocabulary) or bound_after_whole(sentence, last, vocabulary)
    if after is not None:
        return first, after.at, after.bound
    return first, last, Bound.EXACTLY
