"""The form of the rules by which time expressions are read, and how they run over a tape.

A pattern is a regular expression whose words are parts of the grammar (see `time_words`): `the? o:ordinal hyphen? unit_quarter`
stands for "the third quarter" and "third-quarter". A name and a colon before a part or a bracket keep what it matched
for the reader of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.tense import Direction, direction
from shanghai_tech.mentions.time_setting import Setting
from shanghai_tech.model import Period
from shanghai_tech.vocabulary.time_entries import TimeTie, TimeUnit

_ITEM: Final = re.compile(
    r"(?P<look>\(\?<?[=!])|(?:(?P<name>\w+):)?(?:(?P<part>[a-z_]+)|(?P<bracket>\())|(?P<space>\s+)"
)
#: Words inside a number that add nothing to it.
_SILENT: Final = frozenset({"st", "nd", "rd", "th"})
_LONGEST_TIE: Final = 5


@frozen(kw_only=True)
class Length:
    """So many units of time; `count` is None where the words do not say how many."""

    count: int | None
    unit: TimeUnit


@frozen(kw_only=True)
class Reading:
    """What a time expression means by itself, before the words in front of it are looked at.

    `edge` is the part of the period that it names ("the end of 2025"), `length` how long it is where it tells that, and
    `ahead` whether that lies ahead ("the next three years"); `yearless` says that the year was not written, `spans`
    that it runs from one to another. `tail` counts the atoms at its end that belong to the expression as a whole but
    not to its bare form ("the six months | to June").
    """

    kind: TimeKind
    timex: str
    period: Period | None = None
    edge: str = ""
    length: Length | None = None
    ahead: bool = False
    yearless: bool = False
    spans: bool = False
    compares: bool = False
    tail: int = 0


@frozen
class Found:
    """The words that a rule matched, by the names in its pattern."""

    setting: Setting = field(repr=False)
    match: re.Match[str]

    @property
    def first(self) -> int:
        """The first atom."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The atom behind the last one."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Whether anything was matched under a name of the pattern."""
        return name in self.match.re.groupindex and self.match[name] is not None

    def words(self, name: str) -> str:
        """The words under a name, in lower case, with single spaces; empty where there are none."""
        return self.setting.tape.words(self.match.start(name), self.match.end(name)) if self.has(name) else ""

    def number(self, name: str) -> int | None:
        """The number told under a name; the words of a compound add up ("twenty-five"), "a" is one."""
        words = [word for word in self.words(name).replace("-", " ").split() if word not in _SILENT]
        values = [self.setting.lexicon.numbers.get(word, 1 if word.isalpha() else None) for word in words]
        return sum(value for value in values if value is not None) if values and None not in values else None

    def unit(self) -> TimeUnit:
        """The unit under the name "u"."""
        return self.setting.lexicon.units[self.words("u")]

    def direction(self, *, only_right: bool = False) -> Direction | None:
        """Which way the clause around the words looks."""
        tie = tie_before(self.setting, self.first)
        if tie and tie[0].ahead:
            return Direction.FUTURE
        atoms, vocabulary = self.setting.tape.atoms, self.setting.vocabulary
        first, last = atoms[self.first].token, atoms[self.last - 1].token + 1
        return direction(
            self.setting.tape.sentence, first=first, last=last, vocabulary=vocabulary, only_right=only_right
        )

    def tag(self, offset: int) -> str:
        """The tag of the token so many before (negative) or behind (from 0) the words; empty outside the sentence."""
        place = self._place(offset)
        tags = self.setting.tape.sentence.tags
        return tags[place] if 0 <= place < len(tags) else ""

    def word(self, offset: int) -> str:
        """The token so many before (negative) or behind (from 0) the words, in lower case."""
        place = self._place(offset)
        tokens = self.setting.tape.sentence.tokens
        return tokens[place].lower if 0 <= place < len(tokens) else ""

    def _place(self, offset: int) -> int:
        atoms = self.setting.tape.atoms
        return atoms[self.first].token + offset if offset < 0 else atoms[self.last - 1].token + 1 + offset

    def is_followed(self) -> bool:
        """Whether the sentence goes on behind the words without a mark."""
        return self.tag(0) not in {"", "PUNCT", "CC"}


def tie_before(setting: Setting, first: int, *, floor: int = 0) -> tuple[TimeTie, int] | None:
    """The longest preposition that ends before an atom, and the atom that it begins with."""
    for length in range(min(_LONGEST_TIE, first - floor), 0, -1):
        tie = setting.lexicon.ties.get(setting.tape.words(first - length, first))
        if tie:
            return tie, first - length
    return None


@frozen
class Rule:
    """A pattern, and the function that says what its words mean; None from it refuses them."""

    id: str
    pattern: str
    read: Callable[[Found], Reading | None] = field(repr=False)


@frozen(eq=False)
class Grammar:
    """Rules compiled for the words of one vocabulary; where several match at a place, the first in order is used."""

    rules: tuple[Rule, ...]
    patterns: tuple[re.Pattern[str], ...] = field(repr=False)
    any_rule: re.Pattern[str] = field(repr=False)

    def readings(self, setting: Setting) -> Iterator[tuple[int, int, Reading]]:
        """What is read on a tape from left to right: first and last atom, and the meaning."""
        at = 0
        while match := self.any_rule.search(setting.tape.symbols, at):
            at = match.start() + 1
            for found, reading in self._read_at(setting, match.start(), rule=int((match.lastgroup or "r0")[1:])):
                yield found.first, found.last, reading
                setting, at = setting.after(reading.period), found.last

    def _read_at(self, setting: Setting, first: int, *, rule: int) -> Iterator[tuple[Found, Reading]]:
        """What the first rule from a given one on reads at an atom, if one does."""
        for number in range(rule, len(self.rules)):
            match = self.patterns[number].match(setting.tape.symbols, first)
            found = Found(setting, match) if match else None
            reading = self.rules[number].read(found) if found else None
            if found and reading:
                yield found, reading
                return


def compile_grammar(rules: Sequence[Rule], parts: Mapping[str, str]) -> Grammar:
    """The grammar of some rules over the symbols of a vocabulary."""
    named = [_coded(rule.pattern, parts, named=True) for rule in rules]
    plain = [_coded(rule.pattern, parts, named=False) for rule in rules]
    together = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(plain))
    return Grammar(tuple(rules), tuple(map(re.compile, named)), re.compile(together))


def _coded(pattern: str, parts: Mapping[str, str], *, named: bool) -> str:
    """The pattern over symbols."""

    def code(match: re.Match[str]) -> str:
        if match["space"] or match["look"]:
            return match["look"] or ""
        body = "(" if match["bracket"] else parts[match["part"]]
        if not match["name"]:
            return "(?:" if match["bracket"] else body
        opening = f"(?P<{match['name']}>" if named else "(?:"
        return opening if match["bracket"] else f"{opening}{body})"

    return _ITEM.sub(code, pattern)
