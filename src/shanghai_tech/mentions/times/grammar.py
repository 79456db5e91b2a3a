"""The rules by which time expressions are read, what they find, and how they run over a tape."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from shanghai_tech.mentions.mention import TimeKind
from shanghai_tech.mentions.times.calendar import timex_of
from shanghai_tech.mentions.times.patterns import Symbols, first_symbols, to_regex
from shanghai_tech.mentions.times.setting import Setting
from shanghai_tech.mentions.times.tense import Direction, direction
from shanghai_tech.model import Period
from shanghai_tech.vocabulary.time_entries import TimeTie, TimeUnit

#: Words inside a number that add nothing to it.
_SILENT: Final = frozenset({"st", "nd", "rd", "th"})
_LONGEST_TIE: Final = 5
#: How many words may stand in a time expression before the first that can be its core.
_REACH: Final = 12


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

    def month(self) -> int:
        """The month under the name "m"."""
        return self.setting.lexicon.months[self.words("m").split(" ")[0]]

    def direction(self, *, only_right: bool = False) -> Direction | None:
        """Which way the clause around the words looks."""
        tie = tie_before(self.setting, self.first)
        if tie and tie[0].ahead:
            return Direction.FUTURE
        vocabulary = self.setting.vocabulary
        first, last = self.setting.tape.place(self.first, self.last)
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
        first, last = self.setting.tape.place(self.first, self.last)
        return offset + (first if offset < 0 else last)

    def is_followed(self) -> bool:
        """Whether the sentence goes on behind the words without a mark."""
        return self.tag(0) not in {"", "PUNCT", "CC"}


def dated(
    period: Period | None, *, part: str = "", edge: str = "", yearless: bool = False, spans: bool = False
) -> Reading | None:
    """The reading of a period of the calendar, or of a `part` of a day of it; None where there is no such period."""
    if period is None:
        return None
    kind = TimeKind.TIME if part else TimeKind.DATE
    timex = timex_of(period) + part
    return Reading(kind=kind, timex=timex, period=period, edge=edge, yearless=yearless, spans=spans)


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
    """Rules compiled for the words of one vocabulary; `beginning` lists by symbol the rules that may begin with it.

    Where several rules match at a place, the first in order that does not refuse is used.
    """

    rules: tuple[Rule, ...]
    patterns: tuple[re.Pattern[str], ...] = field(repr=False)
    beginning: Mapping[str, tuple[int, ...]] = field(repr=False)

    def next_reading(self, setting: Setting, at: int) -> tuple[Found, Reading] | None:
        """What is read first from an atom on: around each word that may be the core of a time expression."""
        symbols, core = setting.tape.symbols, setting.lexicon.core
        tried = at
        for place in range(at, len(symbols)):
            if symbols[place] in core:
                for first in range(max(tried, place - _REACH), place + 1):
                    reading = self._read_at(setting, first) if symbols[first] in self.beginning else None
                    if reading:
                        return reading
                tried = place + 1
        return None

    def _read_at(self, setting: Setting, first: int) -> tuple[Found, Reading] | None:
        """What is read from an atom on, if anything is."""
        symbols = setting.tape.symbols
        for number in self.beginning[symbols[first]]:
            match = self.patterns[number].match(symbols, first)
            found = Found(setting, match) if match else None
            reading = self.rules[number].read(found) if found else None
            if found and reading:
                return found, reading
        return None


def compile_grammar(rules: Sequence[Rule], parts: Mapping[str, Symbols]) -> Grammar:
    """The grammar of some rules over the symbols of a vocabulary."""
    beginning: defaultdict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(rules):
        for symbol in sorted(first_symbols(rule.pattern, parts)):
            beginning[symbol].append(number)
    patterns = tuple(re.compile(to_regex(rule.pattern, parts)) for rule in rules)
    return Grammar(tuple(rules), patterns, {symbol: tuple(numbers) for symbol, numbers in beginning.items()})
