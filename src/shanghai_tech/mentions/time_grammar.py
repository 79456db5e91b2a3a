"""The form of the rules by which time expressions are read, and how they run over a tape.

A pattern is a regular expression whose words are parts of the grammar (`time_words`): `the? o:ordinal hyphen? u:unit_quarter`
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
from shanghai_tech.vocabulary.time_entries import TimeUnit

_PART: Final = re.compile(r"(?P<look>\(\?[=!<]+)|(?:(?P<name>\w+):)?(?:(?P<part>[a-z_]+)|(?P<bracket>\())|(?P<space>\s+)")


@frozen(kw_only=True)
class Length:
    """So many units of time; `count` is None where the words do not say how many."""

    count: int | None
    unit: TimeUnit


@frozen(kw_only=True)
class Reading:
    """What a time expression means by itself, before the words in front of it are looked at.

    `edge` is the part of the period that it names ("the end of 2025"), `length` how long it is where it tells that;
    `yearless` says that the year was not written; `tail` counts the atoms at its end that belong to the expression as
    a whole but not to its bare form ("the six months | to June").
    """

    kind: TimeKind
    timex: str
    period: Period | None = None
    edge: str = ""
    length: Length | None = None
    ahead: bool = False
    yearless: bool = False
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
        return self.match.groupdict().get(name) is not None

    def words(self, name: str) -> str:
        """The words under a name, in lower case, with single spaces; empty where there are none."""
        if not self.has(name):
            return ""
        return self.setting.tape.words(self.match.start(name), self.match.end(name))

    def number(self, name: str) -> int | None:
        """The number told under a name; compound words add up ("twenty-five"), "a" is one."""
        words = [word for word in self.words(name).replace("-", " ").split() if word not in _SUFFIXES]
        numbers = self.setting.lexicon.numbers
        values = [numbers.get(word, 1 if word in _ONE else None) for word in words]
        return sum(value for value in values if value is not None) if values and None not in values else None

    def direction(self) -> Direction | None:
        """Which way the clause around the words looks."""
        atoms, setting = self.setting.tape.atoms, self.setting
        last = atoms[self.last - 1].token + 1
        return direction(
            setting.tape.sentence, first=atoms[self.first].token, last=last, vocabulary=setting.vocabulary
        )

    def tag_before(self) -> str:
        """The tag of the token before the words; empty at the beginning of the sentence."""
        token = self.setting.tape.atoms[self.first].token
        return self.setting.tape.sentence.tags[token - 1] if token else ""

    def tag_after(self) -> str:
        """The tag of the token behind the words; empty at the end of the sentence."""
        token = self.setting.tape.atoms[self.last - 1].token + 1
        tags = self.setting.tape.sentence.tags
        return tags[token] if token < len(tags) else ""

    def word_before(self) -> str:
        """The word before, in lower case."""
        return self.setting.tape.atoms[self.first - 1].lower if self.first else ""

    def word_after(self) -> str:
        """The word behind, in lower case."""
        atoms = self.setting.tape.atoms
        return atoms[self.last].lower if self.last < len(atoms) else ""


_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "and"})
_ONE: Final = frozenset({"a", "an", "another"})


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
        symbols, at = setting.tape.symbols, 0
        while match := self.any_rule.search(symbols, at):
            number = int((match.lastgroup or "r0")[1:])
            again = self.patterns[number].match(symbols, match.start())
            reading = self.rules[number].read(Found(setting, again)) if again else None
            if again and reading:
                yield again.start(), again.end(), reading
                setting = setting.after(reading.period)
            at = again.end() if again and reading else match.start() + 1


def compile_grammar(rules: Sequence[Rule], parts: Mapping[str, str]) -> Grammar:
    """The grammar of some rules over the symbols of a vocabulary."""
    coded = [_coded(rule.pattern, parts, named=True) for rule in rules]
    plain = [_coded(rule.pattern, parts, named=False) for rule in rules]
    together = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(plain))
    return Grammar(tuple(rules), tuple(map(re.compile, coded)), re.compile(together))


def _coded(pattern: str, parts: Mapping[str, str], *, named: bool) -> str:
    def code(match: re.Match[str]) -> str:
        if match["space"] or match["look"]:
            return match["look"] or ""
        body = "(" if match["bracket"] else parts[match["part"]]
        if not match["name"]:
            return "(?:" if match["bracket"] else body
        opening = f"(?P<{match['name']}>" if named else "(?:"
        return opening if match["bracket"] else f"{opening}{body})"

    return _PART.sub(code, pattern)
