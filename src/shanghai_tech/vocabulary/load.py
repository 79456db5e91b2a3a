"""TOML files → entries → `Vocabulary`; what is wrong in a file is told with its file, table and field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

import cattrs
from attrs import evolve, fields, frozen
from cattrs.errors import BaseValidationError
from cattrs.v import transform_error

from shanghai_tech.errors import InvalidVocabulary
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
    place: tuple[names.Place, ...] = ()
    organization: tuple[names.Organization, ...] = ()
    head_word: tuple[names.HeadWord, ...] = ()
    post: tuple[names.Post, ...] = ()
    address: tuple[names.Address, ...] = ()
    name_class: tuple[names.NameClass, ...] = ()
    referent: tuple[names.Referent, ...] = ()
    indicator: tuple[words.Indicator, ...] = ()
    cue: tuple[words.Cue, ...] = ()
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
            InvalidVocabulary: where the file is missing, no TOML, or has an unknown table or field.
        """
        return self._with(_read(Path(path)))

    def without(self, *tables: str) -> Vocabulary:
        """This vocabulary with the named tables empty: `without("organization")`.

        Raises:
            InvalidVocabulary: for a table that does not exist.
        """
        for table in tables:
            if table not in _TABLES:
                raise InvalidVocabulary("vocabulary", f"$.{table}", f"no such table; there are {', '.join(_TABLES)}")
        return evolve(self, **dict.fromkeys(tables, ()))

    def _with(self, tables: Mapping[str, tuple[Any, ...]]) -> Vocabulary:
        merged = {}
        for table, added in tables.items():
            known = {entry.id: entry for entry in getattr(self, table)}
            known.update({entry.id: entry for entry in added})
            merged[table] = tuple(known.values())
        return evolve(self, **merged)


@cache
def _tables() -> dict[str, type]:
    hints = get_type_hints(Vocabulary)
    return {attribute.name: get_args(hints[attribute.name])[0] for attribute in fields(Vocabulary)}


_TABLES: Final = tuple(attribute.name for attribute in fields(Vocabulary))


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Fraction, lambda value, _: Fraction(str(value)))
    converter.register_structure_hook(str, lambda value, _: _expect(value, str))
    converter.register_structure_hook(int, lambda value, _: _expect(value, int))
    converter.register_structure_hook(bool, lambda value, _: _expect(value, bool))
    return converter


def _expect(value: Any, kind: type) -> Any:  # noqa: ANN401  what TOML holds, before it is checked
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ValueError(f"expected {kind.__name__}, got {value!r}")
    return value


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
        found = _converter().structure(rows, tuple[kind, ...])  # type: ignore[valid-type]  # the class is data here
    except (BaseValidationError, ValueError, TypeError) as error:
        problem = "; ".join(transform_error(error, path=f"$.{table}"))
        raise InvalidVocabulary(name, f"$.{table}", problem) from None
    return tuple(found)


def load_vocabulary(*paths: str | Path) -> Vocabulary:
    """The shipped vocabulary, and on top of it the entries of the given TOML files.

    >>> vocabulary = load_vocabulary()
    >>> [scale.factor for scale in vocabulary.scale if scale.id == "billion"]
    [1000000000]

    Raises:
        InvalidVocabulary: where a file is missing, no TOML, or has an unknown table or field.
    """
    vocabulary = _shipped()
    for path in paths:
        vocabulary = vocabulary.with_file(path)
    return vocabulary


@cache
def _shipped() -> Vocabulary:
    vocabulary = Vocabulary()
    for path in sorted(_data_files(), key=lambda each: each.name):
        vocabulary = vocabulary._with(_read(path))
    return vocabulary


def _data_files() -> Iterable[Traversable]:
    folder = files("shanghai_tech.vocabulary") / "data"
    return [path for path in folder.iterdir() if path.name.endswith(".toml")]
