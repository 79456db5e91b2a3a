"""Units beside a number: money before or after it, measures after it, and what follows "per"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.number_words import glued
from shanghai_tech.mentions.phrases import Phrases, phrases
from shanghai_tech.mentions.tokens import Token
from shanghai_tech.model import Number, Unit
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Currency


@frozen
class UnitTables:
    """The units of a vocabulary by how they are written; codes are those of `model.Unit`."""

    names: Phrases[str]
    symbols: Phrases[str]
    spellings: Mapping[str, str]
    glued: Mapping[str, str]
    money_after: Phrases[str]
    money_signs: Mapping[str, str]
    words: frozenset[str]
    shared_signs: Mapping[str, tuple[Currency, ...]]
    shared_names: Mapping[str, str]
    dimension: Mapping[str, str]
    rates: Phrases[str]


@lru_cache(maxsize=8)
def unit_tables(vocabulary: Vocabulary) -> UnitTables:
    """The units and currencies of a vocabulary, compiled once."""
    units, currencies = vocabulary.unit, vocabulary.currency
    signs = {sign: entry.id for entry in currencies for sign in (entry.id, *entry.codes, *entry.symbols)}
    shared: dict[str, tuple[Currency, ...]] = {}
    for entry in currencies:
        for sign in entry.shared:
            shared[sign] = (*shared.get(sign, ()), entry)
    spellings = {symbol: entry.id for entry in units for symbol in entry.symbols}
    return UnitTables(
        names=phrases(((name, entry.id) for entry in units for name in entry.names), vocabulary),
        symbols=phrases(((symbol, symbol) for symbol in spellings), vocabulary),
        spellings=spellings,
        glued={symbol: entry.id for entry in units for symbol in entry.glued},
        money_after=phrases(((name, entry.id) for entry in currencies for name in entry.names), vocabulary),
        money_signs=signs,
        words=frozenset(entry.id for entry in currencies if entry.word),
        shared_signs=shared,
        shared_names={name: entry.id for entry in units for name in entry.shared},
        dimension={entry.id: entry.dimension for entry in units},
        rates=phrases(((rate, entry.id) for entry in units for rate in entry.rates), vocabulary),
    )


@frozen
class UnitRead:
    """A unit and the token behind it; `noun` is the first token of its words."""

    unit: Unit
    noun: int
    last: int


# ---------------------------------------------------------------- money in front


def money_before(sentence: Tagged, index: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """The currency written in front of token `index`, and the first token of it: "US$", "RMB", "HK $"."""
    tokens = sentence.tokens
    if not index:
        return None
    tables = unit_tables(vocabulary)
    text = tokens[index - 1].text
    if index > 1 and tokens[index - 2].kind == "word" and tokens[index - 1].kind in {"sign", "punct"}:
        joined = tokens[index - 2].text.replace(".", "") + text
        if joined in tables.money_signs and not text.isalnum():
            return tables.money_signs[joined], index - 2
    if text in tables.shared_signs:
        return shared_money(sentence.text, text, vocabulary), index - 1
    if text in tables.money_signs and text not in tables.words:
        return tables.money_signs[text], index - 1
    return None


@lru_cache(maxsize=64)
def shared_money(text: str, sign: str, vocabulary: Vocabulary) -> str:
    """Whose money a sign is that several currencies write, by what the whole text says elsewhere."""
    candidates = unit_tables(vocabulary).shared_signs[sign]
    for entry in candidates:
        if any(all(word in text for word in row) for row in entry.context):
            return entry.id
    return next((entry.id for entry in candidates if not entry.context), candidates[0].id)


# ---------------------------------------------------------------- behind the number


def read_unit(sentence: Tagged, index: int, *, value: Number, scaled: bool, vocabulary: Vocabulary) -> UnitRead | None:
    """The unit that begins with token `index`: symbol, name or money."""
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    tables = unit_tables(vocabulary)
    if glued(tokens, index) and tokens[index].text in tables.glued:
        return UnitRead(Unit.parse(tables.glued[tokens[index].text]), index, index + 1)
    symbol = _symbol(sentence, index, tables)
    money = _money_after(sentence, index, value=value, scaled=scaled, vocabulary=vocabulary)
    name = tables.names.at(tokens, index)
    found = symbol or money or name
    if found is None:
        return None
    return UnitRead(Unit.parse(found[0]), index, found[1])


def _symbol(sentence: Tagged, index: int, tables: UnitTables) -> tuple[str, int] | None:
    found = tables.symbols.at(sentence.tokens, index)
    if found is None:
        return None
    code = tables.spellings.get(sentence.words(index, found[1]))
    return (code, found[1]) if code else None


def _money_after(sentence: Tagged, index: int, *, value: Number, scaled: bool, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Money behind the number by name, by code or by sign; what is a word as well only beside large amounts."""
    tokens, tables = sentence.tokens, unit_tables(vocabulary)
    token = tokens[index]
    large = scaled or abs(value) >= 1000
    if token.lower in tables.shared_names:
        known = scaled or "£" in sentence.text or "sterling" in sentence.text
        return ("GBP" if known else tables.shared_names[token.lower], index + 1)
    found = tables.money_after.at(tokens, index)
    if found is not None and (large or abs(value) >= 100 or token.lower != "won"):
        return found
    if token.text in tables.money_signs and (large or token.text not in tables.words):
        return tables.money_signs[token.text], index + 1
    if token.text in tables.shared_signs and glued(tokens, index):
        return shared_money(sentence.text, token.text, vocabulary), index + 1
    return None


def unit_of_words(words: Sequence[str], vocabulary: Vocabulary) -> tuple[Unit, int] | None:
    """The unit that hyphenated words begin with ("square", "meter"), and how many of them it takes."""
    tables = unit_tables(vocabulary)
    found = tables.names.of_words(words) or tables.money_after.of_words(words)
    if found is None and words and words[0] in tables.shared_names:
        found = (tables.shared_names[words[0]], 1)
    if found is None and words and words[0] in tables.spellings:
        found = (tables.spellings[words[0]], 1)
    return (Unit.parse(found[0]), found[1]) if found else None


def is_attached(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether what is glued to digits is a unit or money ("300mm", "500yuan"), and no part of a name."""
    tables, token = unit_tables(vocabulary), tokens[index]
    return (
        token.text in tables.spellings
        or token.text in tables.glued
        or token.lower in tables.names.first
        or token.lower in tables.money_after.first
        or token.text in tables.money_signs
    )
