"""Vocabulary → the words of time expressions.

Each word that may stand in a time expression has a symbol of one character. So a sentence becomes a short string (see
`time_tape`) on which the grammar (`time_grammar`) runs as regular expressions, whatever the words are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final, Protocol, TypeVar

from attrs import field, frozen

from shanghai_tech.mentions.times.patterns import Symbols
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary import time_entries as t
from shanghai_tech.vocabulary.time_entries import Month, Weekday

_Named = TypeVar("_Named")

#: Symbols begin where no letter of a pattern can be taken for one.
_FIRST_SYMBOL: Final = 0x4E00
#: Years that digits alone may mean.
YEARS: Final = range(1500, 2200)
#: Parts that a word must have for its sentence to hold a time expression at all.
_CORE: Final = (
    "unit month month_short weekday season day_part relative_day reference recurrence holiday year decade change "
    "clock_half oclock unit_code unit_letter letter_year fiscal_code fiscal_span fiscal_alone year_end mid_year "
    "year_ago ago period suffix s"
)


class _HasNames(Protocol):
    @property
    def names(self) -> tuple[str, ...]: ...


@frozen(eq=False)
class TimeLexicon:
    """What each word is in time expressions.

    `symbols` maps lower-case words to their symbols, `parts` the parts of the grammar ("month", "shift") to what stands
    for them there; `core` holds symbols of words without which there is no time expression, `capital` those of words
    that need a capital. The other fields map the words of one part, joined by spaces, to their meaning.
    """

    symbols: Mapping[str, str] = field(repr=False)
    parts: Mapping[str, Symbols] = field(repr=False)
    core: frozenset[str] = field(repr=False)
    capital: frozenset[str] = field(repr=False)
    numbers: Mapping[str, int] = field(repr=False)
    months: Mapping[str, int] = field(repr=False)
    weekdays: Mapping[str, int] = field(repr=False)
    units: Mapping[str, t.TimeUnit] = field(repr=False)
    seasons: Mapping[str, t.Season] = field(repr=False)
    day_parts: Mapping[str, t.DayPart] = field(repr=False)
    clock_halves: Mapping[str, t.ClockHalf] = field(repr=False)
    relative_days: Mapping[str, t.RelativeDay] = field(repr=False)
    references: Mapping[str, t.TimeReference] = field(repr=False)
    shifts: Mapping[str, t.Shift] = field(repr=False)
    calendar_parts: Mapping[str, t.CalendarPart] = field(repr=False)
    ties: Mapping[str, t.TimeTie] = field(repr=False)
    changes: Mapping[str, t.ChangePhrase] = field(repr=False)
    recurrences: Mapping[str, t.Recurrence] = field(repr=False)
    holidays: Mapping[str, t.Holiday] = field(repr=False)
    plans: Mapping[str, t.PlanCycle] = field(repr=False)
    vague_counts: Mapping[str, t.VagueCount] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)

    def among(self, word: str, part: str) -> bool:
        """Whether a word stands in a list of the vocabulary."""
        return word in self.words.get(part, ())


@lru_cache(maxsize=8)
def time_lexicon(vocabulary: Vocabulary) -> TimeLexicon:
    """The words of time of a vocabulary, compiled once."""
    names = _names_by_part(vocabulary)
    symbols = _symbols(names)
    parts = {part: _part(phrases, symbols) for part, phrases in names.items()}
    return TimeLexicon(
        symbols=symbols,
        parts=parts,
        core=_core(names, symbols),
        capital=_only_capital(names, symbols),
        numbers=_numbers(vocabulary),
        months={name: month.number for month in vocabulary.month for name in _calendar_names(month)},
        weekdays={name: day.number for day in vocabulary.weekday for name in _calendar_names(day)},
        units=_by_name(vocabulary.time_unit, lambda unit: (*unit.names, *unit.plurals)),
        seasons=_by_name(vocabulary.season),
        day_parts=_by_name(vocabulary.day_part),
        clock_halves=_by_name(vocabulary.clock_half),
        relative_days=_by_name(vocabulary.relative_day),
        references=_by_name(vocabulary.time_reference),
        shifts=_by_name(vocabulary.shift),
        calendar_parts=_by_name(vocabulary.calendar_part, lambda part: (*part.names, *part.nouns)),
        ties=_by_name(vocabulary.time_tie),
        changes=_by_name(vocabulary.change_phrase),
        recurrences=_by_name(vocabulary.recurrence),
        holidays=_by_name(vocabulary.holiday),
        plans=_by_name(vocabulary.plan_cycle),
        vague_counts=_by_name(vocabulary.vague_count),
        words={word.id: frozenset(word.names) for word in vocabulary.time_word} | {"measure": _measures(vocabulary)},
    )


def _by_name(
    entries: Iterable[_Named], names: Callable[[_Named], Iterable[str]] = attrgetter("names")
) -> dict[str, _Named]:
    return {name: entry for entry in entries for name in names(entry)}


def _names_by_part(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The phrases of each part of the grammar."""
    tables: Mapping[str, Iterable[_HasNames]] = {
        "season": vocabulary.season,
        "day_part": vocabulary.day_part,
        "clock_half": vocabulary.clock_half,
        "relative_day": vocabulary.relative_day,
        "reference": vocabulary.time_reference,
        "shift": vocabulary.shift,
        "edge": vocabulary.calendar_part,
        "tie": vocabulary.time_tie,
        "change": vocabulary.change_phrase,
        "recurrence": vocabulary.recurrence,
        "holiday": vocabulary.holiday,
        "plan": vocabulary.plan_cycle,
        "vague_count": vocabulary.vague_count,
        "unit": vocabulary.time_unit,
    }
    names = {part: [name for entry in table for name in entry.names] for part, table in tables.items()}
    names["unit"] += [plural for unit in vocabulary.time_unit for plural in unit.plurals]
    names |= {f"unit_{unit.id}": [*unit.names, *unit.plurals] for unit in vocabulary.time_unit}
    names |= {word.id: list(word.names) for word in vocabulary.time_word}
    names["edge_noun"] = [noun for part in vocabulary.calendar_part for noun in part.nouns]
    names["month"] = [month.id.lower() for month in vocabulary.month]
    names["month_short"] = [name for month in vocabulary.month for name in _calendar_names(month)[1:]]
    names["weekday"] = [day.id.lower() for day in vocabulary.weekday]
    names["weekday_short"] = [name for day in vocabulary.weekday for name in _calendar_names(day)[1:]]
    names |= _codes(vocabulary)
    return names | _digits() | _number_words(vocabulary)


def _calendar_names(entry: Month | Weekday) -> list[str]:
    """The name and its short forms, without the full stop that is a token of its own."""
    return list(dict.fromkeys(name.lower().rstrip(".") for name in (entry.id, *entry.short)))


def _codes(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Units that are written with a letter and a number: "Q3", and "Q19" behind a digit for the year 2019; "FY2019"."""
    codes: dict[str, list[str]] = {"unit_letter": [], "unit_code": [], "letter_year": [], "fiscal_code": []}
    fiscal = [name for word in vocabulary.time_word if word.id == "fy" for name in word.names]
    short = range(10, 100)
    codes["fiscal_code"] = [f"{name}{year}" for name in fiscal for year in (*YEARS, *short)]
    codes["fiscal_code"] += [f"{name}-{year}" for name in fiscal for year in short]
    codes["fiscal_span"] = [f"{name}{year}-{(year + 1) % 100:02d}" for name in fiscal for year in (*YEARS, *short)]
    for unit in vocabulary.time_unit:
        if unit.letter:
            letter = unit.letter.lower()
            codes["unit_letter"].append(letter)
            codes["unit_code"] += [f"{letter}{number}" for number in range(1, unit.a_year + 1)]
            codes["letter_year"] += [f"{letter}{year:02d}" for year in range(100)]
    return codes


def _digits() -> dict[str, list[str]]:
    small = [str(number) for number in range(1000)]
    padded = [f"{number:02d}" for number in range(100)]
    return {
        "digits": [*small, *padded[:10], *(str(year) for year in YEARS)],
        "day": [*small[1:32], *padded[1:10]],
        "month_digits": [*small[1:13], *padded[1:10]],
        "hour": [*small[:25], *padded[:10]],
        "two_digits": padded,
        "minute": padded[:60],
        "hour_and_minute": [f"{hour}.{minute}" for hour in (*small[:25], *padded[:10]) for minute in padded[:60]],
        "decimal": [f"{whole}.{tenth}" for whole in range(100) for tenth in range(1, 10)],
        "decade": [f"{digits}s" for digits in (*padded[20::10], *map(str, range(1500, 2100, 10)))],
        "year": [str(year) for year in YEARS],
    }


def _number_words(vocabulary: Vocabulary) -> dict[str, list[str]]:
    return {
        "number_word": [word.id for word in vocabulary.number_word],
        "ordinal": [word.ordinal for word in vocabulary.number_word if word.ordinal],
    }


def _measures(vocabulary: Vocabulary) -> frozenset[str]:
    """What makes the digits before it a number: units, currencies and scales, in lower case."""
    units = (name for unit in vocabulary.unit for name in (*unit.names, *unit.symbols))
    currencies = (name for money in vocabulary.currency for name in (money.id, *money.names, *money.codes))
    scales = (name for scale in vocabulary.scale for name in scale.names)
    return frozenset(name.lower() for name in (*units, *currencies, *scales))


def _numbers(vocabulary: Vocabulary) -> dict[str, int]:
    """What digits, number words and ordinals count."""
    digits = {digits: int(digits) for digits in _digits()["digits"]}
    cardinals = {word.id: word.value for word in vocabulary.number_word}
    ordinals = {word.ordinal: word.value for word in vocabulary.number_word if word.ordinal}
    return digits | cardinals | ordinals


def _symbols(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A symbol for each word; numbers in digits share one where they have all parts in common."""
    parts_of: dict[str, list[str]] = defaultdict(list)
    for part, phrases in names.items():
        for phrase in phrases:
            for word in phrase.split():
                parts_of[word].append(part)
    keys = {word: ("", *parts) if word[0].isdigit() else (word,) for word, parts in parts_of.items()}
    numbered = {key: chr(_FIRST_SYMBOL + number) for number, key in enumerate(dict.fromkeys(keys.values()))}
    return {word: numbered[key] for word, key in keys.items()}


def _part(phrases: Sequence[str], symbols: Mapping[str, str]) -> Symbols:
    """Any of the phrases, the longest first."""
    coded = {"".join(symbols[word] for word in phrase.split()) for phrase in phrases}
    singles = "".join(sorted(code for code in coded if len(code) == 1))
    several = sorted((code for code in coded if len(code) > 1), key=lambda code: (-len(code), code))
    alternatives = [*several, *([f"[{singles}]"] if singles else [])]
    pattern = f"(?:{'|'.join(alternatives)})" if alternatives else r"(?!)"
    return Symbols(pattern, frozenset(code[0] for code in coded))


def _core(names: Mapping[str, Sequence[str]], symbols: Mapping[str, str]) -> frozenset[str]:
    """The symbols of words of which a sentence with a time expression holds one; of a phrase the most telling word."""
    phrases = [phrase.split() for part in _CORE.split() for phrase in names.get(part, ())]
    alone = {words[0] for words in phrases if len(words) == 1}
    common = {phrase for part, found in names.items() if part not in _CORE.split() for phrase in found}
    telling = [max(words, key=lambda word: (word in alone, word not in common, len(word), word)) for words in phrases]
    return frozenset(symbols[word] for word in telling)


def _only_capital(names: Mapping[str, Sequence[str]], symbols: Mapping[str, str]) -> frozenset[str]:
    """The symbols of words that name months and weekdays, and count only with a capital."""
    capital = {word for part in ("month", "month_short", "weekday", "weekday_short") for word in names[part]}
    return frozenset(symbols[word] for word in capital)
