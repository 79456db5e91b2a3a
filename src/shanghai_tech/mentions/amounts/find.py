"""Tokens → quantities: every number of a sentence with its unit, its qualifiers, its range and its restatements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from unicodedata import category

from attrs import evolve

from shanghai_tech.mentions.amounts.amounts import Amount, read_amount, with_noun, with_rate
from shanghai_tech.mentions.amounts.lists import bounded, quantity_of, restate, share_units
from shanghai_tech.mentions.amounts.naming import naming_end
from shanghai_tech.mentions.amounts.number_words import number_tables
from shanghai_tech.mentions.amounts.ranges import read_range
from shanghai_tech.mentions.amounts.ranks import read_placed
from shanghai_tech.mentions.amounts.written import Numeral
from shanghai_tech.mentions.mention import QuantityMention, Tagged, Unread, overlapping
from shanghai_tech.model import Span
from shanghai_tech.model.quantity import is_writable
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_LONGEST: Final = 40
_VULGAR: Final = frozenset("½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def find_quantities(
    sentence: Tagged, vocabulary: Vocabulary, *, taken: Sequence[Span] = ()
) -> tuple[tuple[QuantityMention, ...], tuple[Unread, ...]]:
    """The quantities of a sentence in their order, and the numbers that were not understood.

    `taken` are the spans of time expressions, whose numbers are no quantities.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> text = "In 2018 it had over 500 incubators on 66,000 square meters, and 3.27 trillion yuan ($488 billion)."
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
    if len(amounts) > 1:
        amounts = restate(sentence, share_units(sentence, amounts), vocabulary)
    floors = [0, *(amount.last for amount in amounts)]
    return tuple(
        _mention(sentence, amount, floor=floor, vocabulary=vocabulary)
        for amount, floor in zip(amounts, floors, strict=False)
    ), tuple(unread)


def _starters(sentence: Tagged, vocabulary: Vocabulary) -> list[int]:
    """The tokens that a number may begin with."""
    tables = number_tables(vocabulary)
    words = tables.triggers
    return [
        index
        for index, (_, lower, kind, _, _) in enumerate(sentence.tokens)
        if kind == "number"
        or lower in words
        or lower[-4:] == "fold"
        or ("-" in lower and lower.partition("-")[0] in words)
        or lower[0] in _VULGAR
    ]


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
        reason = _fault(sentence, amount) if amount is not None else ""
        if amount is not None and reason:
            unread.append(Unread(span=amount.numeral.span, reason=reason))
        elif amount is not None:
            amounts.append(amount if amount.first >= at else evolve(amount, first=at))
        at = amount.last if amount is not None else at
    return amounts, unread


def _fault(sentence: Tagged, amount: Amount) -> str:
    """Why an amount is not understood, empty where it is."""
    if not all(is_writable(end) for end in (amount.value, amount.upper) if end is not None):
        return "more digits than a figure has"
    before = sentence.tokens[amount.first - 1] if amount.first else None
    unknown = before is not None and before.kind in {"sign", "punct"} and category(before.text[-1]) == "Sc"
    return "a sign of money that the vocabulary does not know" if unknown else ""


def _placed(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """A rank or multiple as an amount."""
    found = read_placed(sentence, index, vocabulary)
    if found is None:
        return None
    numeral = Numeral(first=index, last=found.last, span=found.number, value=found.value)
    return Amount(
        first=found.first,
        last=found.last,
        numeral=numeral,
        value=found.value,
        bound=found.bound,
        unit=ONE,
        form=found.form,
    )


def _amount(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """One amount or range, with its noun and its rate."""
    amount = read_amount(sentence, index, vocabulary)
    if amount is None:
        return None
    amount = with_noun(sentence, read_range(sentence, amount, vocabulary) or amount, vocabulary)
    return with_rate(sentence, amount, vocabulary)


def _mention(sentence: Tagged, amount: Amount, *, floor: int, vocabulary: Vocabulary) -> QuantityMention:
    """The finished mention of an amount, with the qualifiers around it."""
    told = bounded(sentence, amount, floor=floor, vocabulary=vocabulary)
    first, last, _ = told
    return QuantityMention(
        span=sentence.span(first, last),
        first=first,
        last=last,
        number=amount.numeral.span,
        quantity=quantity_of(sentence, amount, told=told),
        form=amount.form,
        noun=amount.noun,
        restated=amount.restated,
    )
