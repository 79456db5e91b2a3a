"""TOML files → entries → `Vocabulary`; what is wrong in a file is told with its file, table and field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, cast, get_args, get_type_hints

from attrs import evolve, fields, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from shanghai_tech.errors import InvalidVocabulary
from shanghai_tech.shape import Problem, Refused, problems, strict
from shanghai_tech.vocabulary import name_entries as names
from shanghai_tech.vocabulary import number_entries as numbers
from shanghai_tech.vocabulary import page_entries as pages
from shanghai_tech.vocabulary import time_entries as times
from shanghai_tech.vocabulary import word_entries as words


@frozen(kw_only=True, eq=False)
class Vocabulary:
    """All knowledge about words, names and units that reading rests on; one field a table of the data files.

    Two vocabularies are the same only when they are the same object: what is derived from one is kept with it.
    """

    unit: tuple[numbers.Unit, ...] = ()
    currency: tuple[numbers.Currency, ...] = ()
    scale: tuple[numbers.Scale, ...] = ()
    number_word: tuple[numbers.NumberWord, ...] = ()
    fraction_word: tuple[numbers.FractionWord, ...] = ()
    vague_number: tuple[numbers.VagueNumber, ...] = ()
    bound_cue: tuple[numbers.BoundCue, ...] = ()
    month: tuple[times.Month, ...] = ()
    weekday: tuple[times.Weekday, ...] = ()
    word_class: tuple[words.WordClass, ...] = ()
    compound: tuple[words.Compound, ...] = ()
    verb: tuple[words.Verb, ...] = ()
    plural: tuple[words.Plural, ...] = ()
    place_kind: tuple[names.PlaceKind, ...] = ()
    place: tuple[names.Place, ...] = ()
    organization: tuple[names.Organization, ...] = ()
    head_word: tuple[names.HeadWord, ...] = ()
    post: tuple[names.Post, ...] = ()
    address: tuple[names.Address, ...] = ()
    name_class: tuple[names.NameClass, ...] = ()
    referent: tuple[names.Referent, ...] = ()
    government_level: tuple[names.GovernmentLevel, ...] = ()
    indicator: tuple[words.Indicator, ...] = ()
    cue: tuple[words.Cue, ...] = ()
    undertaking: tuple[words.Undertaking, ...] = ()
    act: tuple[words.Act, ...] = ()
    collective: tuple[numbers.Collective, ...] = ()
    furniture: tuple[pages.Furniture, ...] = ()
    outlet: tuple[pages.Outlet, ...] = ()
    masthead: tuple[pages.Masthead, ...] = ()
    zone: tuple[pages.Zone, ...] = ()
    abbreviation: tuple[words.Abbreviation, ...] = ()
    word_list: tuple[words.WordList, ...] = ()
    time_unit: tuple[times.TimeUnit, ...] = ()
    season: tuple[times.Season, ...] = ()
    day_part: tuple[times.DayPart, ...] = ()
    clock_half: tuple[times.ClockHalf, ...] = ()
    relative_day: tuple[times.RelativeDay, ...] = ()
    time_reference: tuple[times.TimeReference, ...] = ()
    shift: tuple[times.Shift, ...] = ()
    calendar_part: tuple[times.CalendarPart, ...] = ()
    time_tie: tuple[times.TimeTie, ...] = ()
    change_phrase: tuple[times.ChangePhrase, ...] = ()
    recurrence: tuple[times.Recurrence, ...] = ()
    holiday: tuple[times.Holiday, ...] = ()
    plan_cycle: tuple[times.PlanCycle, ...] = ()
    vague_count: tuple[times.VagueCount, ...] = ()
    time_word: tuple[times.TimeWord, ...] = ()

    def with_file(self, path: str | Path) -> Vocabulary:
        """This vocabulary and the entries of a TOML file; one with the `id` of a known entry takes its place.

        Raises:
            InvalidVocabulary: where the file is missing, no TOML, or holds what no entry can be.
        """
        return _merged(self, _read(Path(path)))

    def without(self, *tables: str) -> Vocabulary:
        """This vocabulary with the named tables empty: `without("organization")`.

        Raises:
            InvalidVocabulary: for a table that does not exist.
        """
        for table in tables:
            if table not in _TABLES:
                raise InvalidVocabulary("vocabulary", f"$.{table}", f"no such table; there are {', '.join(_TABLES)}")
        return evolve(self, **dict.fromkeys(tables, ()))


def _merged(vocabulary: Vocabulary, tables: Mapping[str, tuple[Any, ...]]) -> Vocabulary:
    """The vocabulary with entries on top of its own, those with a known id in the place of the known."""
    merged: dict[str, tuple[Any, ...]] = {}
    for table, added in tables.items():
        known = {entry.id: entry for entry in getattr(vocabulary, table)}
        known.update({entry.id: entry for entry in added})
        merged[table] = tuple(known.values())
    return evolve(vocabulary, **merged)


@cache
def _tables() -> dict[str, type]:
    hints = get_type_hints(Vocabulary)
    return {attribute.name: get_args(hints[attribute.name])[0] for attribute in fields(Vocabulary)}


_TABLES: Final = tuple(attribute.name for attribute in fields(Vocabulary))


@cache
def _converter() -> Converter:
    converter = strict(Converter(), mapping="a table")
    converter.register_structure_hook(Fraction, lambda value, _: _exact(value))
    return converter


def _exact(value: object) -> Fraction:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        try:
            return Fraction(str(value))
        except (ValueError, ZeroDivisionError):  # no number, or none that is finite
            pass
    raise Refused(value, 'a number such as 1000, 0.5 or "1/3"')


def _read(path: Path | Traversable) -> dict[str, tuple[Any, ...]]:
    name = str(path.name)
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidVocabulary(name, "$", f"cannot be read: {error.strerror}") from None
    except ValueError as error:  # no TOML, or no UTF-8
        raise InvalidVocabulary(name, "$", str(error)) from None
    return {table: _entries(name, table, rows) for table, rows in data.items()}


def _entries(name: str, table: str, rows: object) -> tuple[Any, ...]:
    kind = _tables().get(table)
    if kind is None:
        raise InvalidVocabulary(name, f"$.{table}", f"no such table; there are {', '.join(_TABLES)}")
    try:
        entries: Any = tuple[kind, ...]  # type: ignore[valid-type]  # the class is data here
        found = cast("tuple[Any, ...]", _converter().structure(rows, entries))
    except (BaseValidationError, Refused) as error:
        raise _invalid(name, problems(error, f"$.{table}")) from None
    wrong = tuple(_wrong_entries(table, found))
    if wrong:
        raise _invalid(name, wrong)
    return found


def _wrong_entries(table: str, entries: Iterable[Any]) -> Iterator[Problem]:
    """What is wrong with values that are of the right kind."""
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        path = f"$.{table}[{index}]"
        if not entry.id.strip():
            yield Problem(f"{path}.id", entry.id, "a name for the entry")
        if entry.id in first:
            yield Problem(f"{path}.id", entry.id, f"an id of its own, which $.{table}[{first[entry.id]}] has")
        first.setdefault(entry.id, index)
        if isinstance(entry, pages.Furniture) and entry.problem:
            yield Problem(f"{path}.pattern", entry.pattern, f"a pattern of Python's re ({entry.problem})")


def _invalid(name: str, found: Iterable[Problem]) -> InvalidVocabulary:
    """All that is wrong in a table, by the path of the first."""
    first, *others = found
    told = [_told(first), *(f"{each.path}: {_told(each)}" for each in others)]
    return InvalidVocabulary(name, first.path, "; ".join(told))


def _told(problem: Problem) -> str:
    if problem.value is None:  # TOML has no null
        return "is missing"
    return f"{problem.value!r}; expected {problem.expected}"


def load_vocabulary(*paths: str | Path) -> Vocabulary:
    """The shipped vocabulary, and on top of it the entries of the given TOML files.

    >>> vocabulary = load_vocabulary()
    >>> [scale.factor for scale in vocabulary.scale if scale.id == "billion"]
    [1000000000]

    Raises:
        InvalidVocabulary: where a file is missing, no TOML, or holds what no entry can be.
    """
    vocabulary = _shipped()
    for path in paths:
        vocabulary = vocabulary.with_file(path)
    return vocabulary


@cache
def _shipped() -> Vocabulary:
    vocabulary = Vocabulary()
    for path in sorted(_data_files(), key=lambda each: each.name):
        vocabulary = _merged(vocabulary, _read(path))
    return vocabulary


def _data_files() -> Iterable[Traversable]:
    folder = files("shanghai_tech.vocabulary") / "data"
    return [path for path in folder.iterdir() if path.name.endswith(".toml")]
