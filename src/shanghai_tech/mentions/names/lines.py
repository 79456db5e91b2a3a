"""A sentence as names are read in it: which words may belong to a name, and how far a run of them goes."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names.tables import NameKind, NameTables, plain
from shanghai_tech.mentions.words.tags import ADJECTIVE, ADVERB, NOUN, POSSESSIVE, PRONOUN, VERBS
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary.name_entries import HeadWord

#: More words than this make no name; the bound keeps the time linear.
LONGEST: Final = 40
#: How few capitals make a title, and the tags of words that a title writes with a capital.
_FEWEST: Final = 4
_OPEN: Final = frozenset({NOUN, ADJECTIVE, ADVERB, PRONOUN, POSSESSIVE, *VERBS})
_OPENERS: Final = frozenset("\"'“‘”’(-*•–—:")
_QUOTES: Final = frozenset('"“”')
_LONGEST_DOMAIN: Final = 4


@frozen
class Line:
    """A sentence with the tables that names are read by."""

    sentence: Tagged
    tables: NameTables

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def lower(self, at: int) -> str:
        """The word at a place in small letters with a straight apostrophe; nothing past the end."""
        tokens = self.sentence.tokens
        return plain(tokens[at].lower) if 0 <= at < len(tokens) else ""

    def has(self, name_class: str, at: int) -> bool:
        """Whether the word at a place is of a class of `name_words.toml`."""
        return self.tables.has(name_class, self.lower(at))

    def head(self, first: int, last: int) -> HeadWord | None:
        """The head word or legal suffix that ends the words, the longest that fits."""
        return self.tables.head_of(self.sentence.tokens, first, last=last)

    def is_suffix(self, at: int) -> bool:
        """Whether the word is a legal form or the word for a group: Ltd, Holdings."""
        head = self.tables.heads.get(self.lower(at))
        return head is not None and head.role == "suffix"

    def is_place(self, first: int, last: int) -> bool:
        """Whether the words are the name of a place that the vocabulary knows."""
        known = self.tables.known_at(self.sentence.tokens, first, last=last)
        return known is not None and known.kind is NameKind.PLACE and first + len(known.words) == last

    def begins_with_place(self, first: int) -> bool:
        """Whether the name of a place begins at a token."""
        known = self.tables.known_at(self.sentence.tokens, first, last=len(self.sentence.tokens))
        return known is not None and known.kind is NameKind.PLACE and not known.adjective

    def capital(self, at: int) -> bool:
        """Whether the word may belong to a name: it has a capital, and does not only describe ("Shanghai-based")."""
        tokens = self.sentence.tokens
        if not 0 <= at < len(tokens):
            return False
        token = tokens[at]
        if token.kind != "word" or token.text == token.lower:
            return False
        return "-" not in token.text or not self.describes(at)

    def describes(self, at: int) -> bool:
        """Whether the word only describes: "Shanghai-based", "non-Chinese"."""
        token = self.sentence.tokens[at]
        head, hyphen, last = token.text.rpartition("-")
        if not hyphen or token.kind != "word":
            return False
        if head == head.lower() and head.isalpha():
            return not self.tables.has("particle", head)  # al-Mubarak
        if last != last.lower() or not self.tables.has("compound", last):
            return False
        names = self.tables.has("field", head.lower()) or self.has("field", at)
        inside = names and at + 1 < len(self.sentence.tokens)  # State-owned Assets Supervision and …, Hi-tech Zone
        return not (inside and self.sentence.tokens[at + 1].text[0].isupper())

    def field(self, at: int) -> bool:
        """Whether the word tells what a body is concerned with: Commerce, Economic."""
        lower = self.lower(at)
        if not lower:
            return False
        known = all(self.tables.has("field", part) for part in lower.split("-"))
        return known or self.tables.has("adjective", lower) or self.sentence.tags[at] == ADJECTIVE

    def opens(self, at: int) -> bool:
        """Whether the word may be capitalised only because a sentence or quotation begins with it."""
        return at == 0 or self.sentence.tokens[at - 1].text in _OPENERS

    def follows_digits(self, at: int) -> bool:
        """Whether the word stands right behind a number, with no space between."""
        return self._glued(at) and self.sentence.tokens[at - 1].kind == "number"

    def run_end(self, first: int) -> int:
        """The end of the run of capitalised words from a token, over small words and signs that names hold."""
        at, longest = first + 1, first + LONGEST
        while at < longest:
            step = 1 if self.capital(at) else self._joint(at)
            if not step:
                break
            at += step
        return at

    def _joint(self, at: int) -> int:
        """How many tokens from here belong to the name that goes on behind them; 0 where it ends."""
        if self.capital(at + 1) and self._joins(at):
            return 2
        if self._glued(at) and self._glued(at + 1) and self.tokens[at].text == ".":  # Pony.ai
            return 2 * (self.tokens[at + 1].kind == "word" and len(self.tokens[at + 1].text) <= _LONGEST_DOMAIN)
        if self.has("particle", at) and self.has("particle", at + 1) and self.capital(at + 2):
            return 3
        return self._place_in_brackets(at)

    def _joins(self, at: int) -> bool:
        token = self.sentence.tokens[at]
        if token.kind == "possessive":
            return self.has("genitive", at - 1)
        if token.text == ".":
            return self._glued(at) and len(self.tokens[at - 1].text) == 1
        return token.text == "&" or self.has("particle", at)

    def _glued(self, at: int) -> bool:
        tokens = self.sentence.tokens
        return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start

    def _place_in_brackets(self, at: int) -> int:
        """How many tokens brackets around a place are, inside a name: "China (Shanghai) Pilot Free Trade Zone"."""
        if self.lower(at) != "(":
            return 0
        close = next((end for end in (at + 2, at + 3) if self.lower(end) == ")"), 0)
        return close + 1 - at if close and self.capital(close + 1) and self.is_place(at + 1, close) else 0


def is_title(sentence: Tagged, first: int = 0, last: int | None = None) -> bool:
    """Whether all but small words of a sentence, or a stretch of it, are capitalised: a capital tells nothing there."""
    capitals = 0
    for token, tag in zip(sentence.tokens[first:last], sentence.tags[first:last], strict=True):
        if token.kind == "word":
            if token.text[0].isupper():
                capitals += 1
            elif tag in _OPEN:
                return False
    return capitals >= _FEWEST


def quoted_titles(sentence: Tagged) -> frozenset[int]:
    """The tokens of titles that stand in quotation marks."""
    marks = [at for at, token in enumerate(sentence.tokens) if token.text in _QUOTES]
    found: set[int] = set()
    for first, last in pairwise(marks):
        if sentence.tokens[first].text != "”" and last - first > _FEWEST and is_title(sentence, first, last):
            found.update(range(first, last))
    return frozenset(found)
