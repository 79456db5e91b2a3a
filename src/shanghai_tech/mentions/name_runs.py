"""Where a name ends: runs of capitalised words, and the small words that join them."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.name_tables import NameKind, NameTables
from shanghai_tech.mentions.tagging import ADJECTIVE, GERUND, NOUN, PARTICIPLE, PAST, PRESENT
from shanghai_tech.mentions.tokens import Token
from shanghai_tech.vocabulary.entries import HeadWord

#: How few capitals make a title, and the tags of words that a title writes with a capital.
_FEWEST: Final = 4
_OPEN: Final = frozenset({NOUN, ADJECTIVE, PRESENT, PAST, PARTICIPLE, GERUND})


_JOINTS: Final = frozenset({"of", "for", "on", "in"})
#: Kinds of bodies whose names go on with "on" (Committee on Trade), and with "in" (Chamber of Commerce in Japan).
_DELIBERATES: Final = frozenset({"government", "event", "other", "research"})
_MEMBERS: Final = frozenset({"association", "other"})


@frozen
class Line:
    """A sentence as names are read in it."""

    sentence: Tagged
    tables: NameTables

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def lower(self, at: int) -> str:
        """The word at a place in small letters; nothing past the end."""
        tokens = self.sentence.tokens
        return tokens[at].lower if 0 <= at < len(tokens) else ""

    def capital(self, at: int) -> bool:
        """Whether the word may be part of a name: it has a capital, and is no describing word such as "Shanghai-based"."""
        tokens = self.sentence.tokens
        if not 0 <= at < len(tokens):
            return False
        token = tokens[at]
        if token.kind != "word" or token.text == token.lower:
            return False
        return "-" not in token.text or not self._describes(at)

    def _describes(self, at: int) -> bool:
        """Whether a word with a hyphen only describes: "Shanghai-based", "non-Chinese"."""
        head, _, last = self.tokens[at].text.rpartition("-")
        if head == head.lower() and head.isalpha():
            return True
        if last != last.lower() or not self.tables.has("compound", last):
            return False
        inside = self.tables.has("field", head.lower()) and at + 1 < len(self.tokens)
        return not (inside and self.tokens[at + 1].text[0].isupper())  # State-owned Assets Supervision and …

    def field(self, at: int) -> bool:
        """Whether the word tells what a body is concerned with: Commerce, Economic."""
        lower = self.lower(at)
        return self.tables.has("field", lower) or self.sentence.tags[at] == ADJECTIVE

    def run_end(self, first: int) -> int:
        """The end of the run of capitalised words from a token, over "&", particles and possessives that names hold."""
        at = first + 1
        while True:
            if self.capital(at):
                at += 1
            elif self.capital(at + 1) and self._joins(at):
                at += 2
            elif self.capital(at + 2) and self._particle(at) and self._particle(at + 1):
                at += 3
            else:
                return at

    def _particle(self, at: int) -> bool:
        return self.tables.has("particle", self.lower(at))

    def _joins(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "possessive":
            return self.tables.has("genitive", self.lower(at - 1))
        if token.text == ".":
            before = self.tokens[at - 1]
            return before.end == token.start and len(before.text) == 1
        return token.text == "&" or self._particle(at)


def is_title(sentence: Tagged) -> bool:
    """Whether all words but small ones are capitalised, so that a capital tells nothing."""
    capitals = 0
    for token, tag in zip(sentence.tokens, sentence.tags, strict=True):
        if token.kind == "word":
            if token.text[0].isupper():
                capitals += 1
            elif tag in _OPEN:
                return False
    return capitals >= _FEWEST


def extended(line: Line, first: int, *, last: int) -> int:
    """The end of a name whose capitalised run ends at `last`: over "of", lists of fields, and ", Inc."."""
    end = last
    while True:
        further = _suffix(line, first, end) or _of(line, first, end) or _list_before_head(line, first, end)
        if not further:
            return end
        end = further


def _suffix(line: Line, first: int, end: int) -> int:
    """The end of a legal suffix behind a comma or an abbreviating period; 0 where there is none."""
    heads, at = line.tables.heads, end
    abbreviated = line.lower(end - 1) in heads and heads[line.lower(end - 1)].role == "suffix"
    if abbreviated and line.lower(at) == "." and line.tokens[at - 1].end == line.tokens[at].start:
        at += 1
    if line.lower(at) == ",":
        at += 1
    head = heads.get(line.lower(at))
    if (
        at == end
        or head is None
        or head.role != "suffix"
        or not line.capital(at)
        or (at == end + 1 and not abbreviated and end - first < 1)
    ):
        return 0
    if line.lower(at) in {"group", "company"} and not abbreviated:
        return 0  # "Alibaba, Group chairman"
    at += 1
    while line.capital(at) and line.lower(at) in heads and heads[line.lower(at)].role == "suffix":
        at += 1
    return at


def _of(line: Line, first: int, end: int) -> int:
    """The end of "of Science and Technology" behind a head word that opens; 0 where there is none."""
    joint = line.lower(end)
    if joint not in _JOINTS:
        return 0
    at = end + 1 + (line.lower(end + 1) == "the")
    if not line.capital(at) or line.lower(at) in line.tables.posts:
        return 0
    stop = line.run_end(at)
    head = inner_head(line, first, end) if joint == "in" else line.tables.head_of(line.tokens, first, last=end)
    if head is None or head.role != "opener":
        return stop if joint == "of" and _is_legal(line, stop - 1) else 0  # Gold Fields of South Africa Ltd
    if joint == "on" and head.kind not in _DELIBERATES:
        return 0
    if joint == "in" and not (head.kind in _MEMBERS and _is_place(line, at, stop)):
        return 0
    if not _topic(line, at, stop):
        return stop
    return _list(line, stop, headed=False) or stop


def inner_head(line: Line, first: int, last: int) -> HeadWord | None:
    """The head before "of …" in a name of the form head of topic."""
    at = next((at for at in range(first + 1, last) if line.lower(at) in {"of", "for", "on"}), last)
    return line.tables.head_of(line.tokens, first, last=at) if at < last else None


def _is_legal(line: Line, at: int) -> bool:
    head = line.tables.heads.get(line.lower(at))
    return head is not None and head.role == "suffix"


def _is_place(line: Line, first: int, last: int) -> bool:
    known = line.tables.known_at(line.tokens, first, last=last)
    return known is not None and known.kind is NameKind.PLACE and first + len(known.words) == last


def _topic(line: Line, first: int, last: int) -> bool:
    """Whether a list of fields may go on behind these words: they name a field themselves, or a place ("for China and …")."""
    return line.field(last - 1) or line.tables.known_at(line.tokens, first, last=last) is not None


def _list_before_head(line: Line, first: int, end: int) -> int:
    """The end of "Science, Technology and Innovation Commission"; 0 where the list has no head."""
    return _list(line, end, headed=True) if line.field(end - 1) and end > first else 0


def _list(line: Line, end: int, *, headed: bool) -> int:
    """The end of ", field, field and field", which a head word must end if `headed`, and must not otherwise; 0 if there is none."""
    at = end
    while True:
        comma = line.lower(at) == ","
        at += comma
        joined = line.lower(at) in {"and", "&"}
        at += joined
        at += joined and line.lower(at) == "the" and not headed
        if not (comma or joined) or not line.capital(at) or not line.field(at):
            return 0
        stop = line.run_end(at)
        head = line.tables.head_of(line.tokens, at, last=stop)
        field = line.field(stop - 1)
        if joined:
            return stop if (head is not None and head.thing != "place" if headed else field) else 0
        if not field:
            return 0
        at = stop
