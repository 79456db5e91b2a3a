"""Tokens → a tape: a sentence as a string with one symbol a word, on which rules of time expressions can run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import field, frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.times.lexicon import TimeLexicon
from shanghai_tech.mentions.words.tokens import Token

#: The symbol of words that no time expression holds.
NOTHING: Final = " "


@frozen
class Tape:
    """A sentence as symbols, and the atom behind each: a token, or one part of a token that hyphens hold together.

    `lower` are the atoms in lower case, `tokens` the numbers of the tokens that they are of.
    """

    sentence: Tagged = field(repr=False)
    symbols: str
    lower: Sequence[str] = field(repr=False)
    tokens: Sequence[int] = field(repr=False)

    def words(self, first: int, last: int) -> str:
        """The words of atoms `first` up to `last`, in lower case, with single spaces."""
        return " ".join(self.lower[first:last])

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The tokens that atoms `first` up to `last` are of, half-open."""
        return self.tokens[first], self.tokens[last - 1] + 1


def read_tape(sentence: Tagged, lexicon: TimeLexicon) -> Tape | None:
    """The tape of a sentence; None where no word in it can be the core of a time expression."""
    known = lexicon.symbols
    lower = [token.lower for token in sentence.tokens]
    symbols = [known.get(word, NOTHING) for word in lower]
    pieces = {place: _pieces(word, known) for place, word in enumerate(lower) if "-" in word and word not in known}
    if lexicon.core.isdisjoint(symbols) and not any(pieces.values()):
        return None
    _drop_small_letters(sentence.tokens, symbols, capital=lexicon.capital)
    if not any(pieces.values()):
        return Tape(sentence, "".join(symbols), lower, range(len(lower)))
    atoms = [(piece, place) for place, word in enumerate(lower) for piece in pieces.get(place) or (word,)]
    tape = (
        "".join(known[piece] for piece in pieces[place]) if pieces.get(place) else symbol
        for place, symbol in enumerate(symbols)
    )
    return Tape(sentence, "".join(tape), [piece for piece, _ in atoms], [place for _, place in atoms])


def _drop_small_letters(tokens: Sequence[Token], symbols: list[str], *, capital: frozenset[str]) -> None:
    """Months and weekdays count only where they are written with a capital."""
    for index, symbol in enumerate(symbols):
        if symbol in capital and not tokens[index].text[0].isupper():
            symbols[index] = NOTHING


def _pieces(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The words and hyphens of "January-September"; none where one of the words is no word of time."""
    words = word.split("-")
    if not all(word in known for word in words):
        return ()
    return tuple(piece for word in words for piece in ("-", word))[1:]
