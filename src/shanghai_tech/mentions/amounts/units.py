"""Units beside a number: money before or after it, measures after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from shanghai_tech.mentions.amounts.number_words import glued
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.phrases import Phrases, phrases
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.model import Number, Unit
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.number_entries import Currency


@frozen
class Measure:
    """A unit and its dimension, as the vocabulary has them; that of a currency is "money"."""

    unit: Unit
    dimension: str


@frozen
class UnitTables:
    """The units and currencies of a vocabulary by how they are written.

    `names`, `symbols`, `glued` and `rates` are of units, `money` and `signs` of currencies; `weak` signs are words too,
    as are the names in `money` that tell so, `shared_signs` belong to several currencies, `shared_names` to money too.
    """

    names: Phrases[Measure]
    symbols: Phrases[Mapping[str, Measure]]
    glued: Mapping[str, Measure]
    rates: Phrases[Measure]
    money: Phrases[tuple[Measure, bool]]
    signs: Mapping[str, Measure]
    weak: frozenset[str]
    shared_signs: Mapping[str, tuple[Currency, ...]]
    shared_names: Mapping[str, Measure]


@lru_cache(maxsize=8)
def unit_tables(vocabulary: Vocabulary) -> UnitTables:
    """The units and currencies of a vocabulary, compiled once."""
    measures = [(entry, Measure(Unit.parse(entry.id), entry.dimension)) for entry in vocabulary.unit]
    monies = [(entry, Measure(Unit.of(entry.id), "money")) for entry in vocabulary.currency]
    spellings = {symbol: measure for entry, measure in measures for symbol in entry.symbols}
    shared: dict[str, tuple[Currency, ...]] = {}
    for entry in vocabulary.currency:
        for sign in entry.shared:
            shared[sign] = (*shared.get(sign, ()), entry)
    return UnitTables(
        names=phrases(((name, measure) for entry, measure in measures for name in entry.names), vocabulary),
        symbols=phrases(((symbol, _alike(symbol, spellings)) for symbol in spellings), vocabulary),
        glued={symbol: measure for entry, measure in measures for symbol in entry.glued},
        rates=phrases(((rate, measure) for entry, measure in measures for rate in entry.rates), vocabulary),
        money=phrases(
            [(name, (measure, False)) for entry, measure in monies for name in entry.names]
            + [(name, (measure, True)) for entry, measure in monies for name in entry.weak_names],
            vocabulary,
        ),
        signs={
            sign: measure
            for entry, measure in monies
            for sign in (entry.id, *entry.codes, *entry.letters, *entry.symbols)
        },
        weak=frozenset(entry.id for entry in vocabulary.currency if entry.word),
        shared_signs=shared,
        shared_names={name: measure for entry, measure in measures for name in entry.shared},
    )


def _alike(symbol: str, spellings: Mapping[str, Measure]) -> Mapping[str, Measure]:
    """The spellings that differ from a symbol only in case: MW and mW."""
    return {spelling: measure for spelling, measure in spellings.items() if spelling.lower() == symbol.lower()}


@frozen
class UnitRead:
    """A unit, the first token of its words and the one behind them."""

    unit: Unit
    dimension: str
    first: int
    last: int


def _read(measure: Measure, first: int, last: int) -> UnitRead:
    return UnitRead(measure.unit, measure.dimension, first, last)


# ---------------------------------------------------------------- money in front


def money_before(sentence: Tagged, index: int, vocabulary: Vocabulary) -> UnitRead | None:
    """The currency written in front of token `index`: "US$", "RMB", "HK $"."""
    tokens, tables = sentence.tokens, unit_tables(vocabulary)
    if not index or tokens[index - 1].kind == "number":
        return None
    text = tokens[index - 1].text
    if index > 1 and tokens[index - 2].kind == "word" and tokens[index - 1].kind in {"sign", "punct"}:
        joined = tables.signs.get(tokens[index - 2].text.replace(".", "") + text)
        if joined is not None and text != ".":
            return _read(joined, index - 2, index)
    measure = tables.signs.get(text)
    if measure is not None and text not in tables.weak:
        return _read(measure, index - 1, index)
    if text in tables.shared_signs:
        return _read(shared_money(sentence.text, text, vocabulary), index - 1, index)
    return None


@lru_cache(maxsize=16)
def shared_money(text: str, sign: str, vocabulary: Vocabulary) -> Measure:
    """Whose money a sign is that several currencies write, by what the whole text says elsewhere."""
    tables = unit_tables(vocabulary)
    candidates = tables.shared_signs[sign]
    for entry in candidates:
        if any(all(_stands_in(word, text) for word in row) for row in entry.context):
            return tables.signs[entry.id]
    return tables.signs[next((entry.id for entry in candidates if not entry.context), candidates[0].id)]


def _stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text and is no tail of another: "S$" is no part of "US$"."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalpha() and word[0].isalpha():
        at = text.find(word, at + 1)
    return at >= 0


# ---------------------------------------------------------------- behind the number


def read_unit(sentence: Tagged, index: int, vocabulary: Vocabulary, *, value: Number | None = None) -> UnitRead | None:
    """The unit that begins with token `index`: symbol, name or money.

    `value` is the number in front of it: what is a common word as well is money only beside large amounts. Without a
    number the unit stands by itself ("a dollar", "per won").
    """
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    tables, token = unit_tables(vocabulary), tokens[index]
    if token.text in tables.glued and glued(tokens, index):
        return _read(tables.glued[token.text], index, index + 1)
    symbol = tables.symbols.at(tokens, index)
    if symbol is not None and (measure := symbol[0].get(sentence.words(index, symbol[1]))) is not None:
        return _read(measure, index, symbol[1])
    name = tables.names.at(tokens, index)
    if name is not None:
        return _read(name[0], index, name[1])
    if token.lower in tables.shared_names:
        pounds = tables.signs.get("£")
        is_money = pounds is not None and (_places(value) >= 6 or _speaks_of(sentence.text, "£"))
        return _read(pounds if pounds is not None and is_money else tables.shared_names[token.lower], index, index + 1)
    return _money_after(sentence, index, vocabulary, large=value is None or _places(value) >= 3)


def _places(value: Number | None) -> int:
    """How many digits a number has before its point, after the first."""
    return value.adjusted() if isinstance(value, Decimal) else 0


def _money_after(sentence: Tagged, index: int, vocabulary: Vocabulary, *, large: bool) -> UnitRead | None:
    """Money behind the number by name, by code or by sign; `large` tells that a word beside it may be money."""
    tokens, tables = sentence.tokens, unit_tables(vocabulary)
    token = tokens[index]
    name = tables.money.at(tokens, index)
    if name is not None and (large or not name[0][1]):
        return _read(name[0][0], index, name[1])
    if token.text in tables.signs and (large or token.text not in tables.weak):
        return _read(tables.signs[token.text], index, index + 1)
    if token.text in tables.shared_signs and (glued(tokens, index) or token.kind == "word"):
        return _read(shared_money(sentence.text, token.text, vocabulary), index, index + 1)
    return None


@lru_cache(maxsize=16)
def _speaks_of(text: str, word: str) -> bool:
    """Whether a whole text has a word; kept, since each sentence of it may ask."""
    return word in text


def unit_of_words(words: Sequence[str], vocabulary: Vocabulary, *, text: str) -> Measure | None:
    """The unit that hyphenated words begin with: "square", "meter"; money of several countries by the whole text."""
    tables = unit_tables(vocabulary)
    named = tables.names.of_words(words)
    if named is not None:
        return named[0]
    money = tables.money.of_words(words)
    if money is not None:
        return money[0][0]
    symbol = tables.symbols.of_words(words)
    if symbol is not None:
        return next(iter(symbol[0].values()), None)
    if words[0] in tables.shared_signs:
        return shared_money(text, words[0], vocabulary)
    return tables.shared_names.get(words[0])


def is_attached(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether what is glued to digits is a unit or money ("300mm", "500yuan"), and no part of a name."""
    tables, token = unit_tables(vocabulary), tokens[index]
    return (
        token.text in tables.glued
        or token.text in tables.signs
        or any(token.text in spelled for _, spelled in tables.symbols.first.get(token.lower, ()))
        or token.lower in tables.names.first
        or token.lower in tables.money.first
    )
