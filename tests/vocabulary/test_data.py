"""The linter of the shipped data: what TOML and the classes of the entries do not already refuse."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import pytest
from attrs import fields

import shanghai_tech
from shanghai_tech import Unit, Vocabulary, load_vocabulary

DATA: Final = Path(shanghai_tech.__file__).parent / "vocabulary" / "data"
FILES: Final = sorted(DATA.glob("*.toml"))

#: Long lists stand in the order of their ids, so that one sees at once whether something is in them.
SORTED: Final = {
    "act",
    "address",
    "currency",
    "head_word",
    "organization",
    "outlet",
    "place",
    "post",
    "referent",
    "undertaking",
    "verb",
    "zone",
}

#: Fields that do not hold forms found in a text, or that hold what entries share on purpose.
NO_FORMS: Final = {"context", "governs", "kinds", "of", "roles", "shared"}

#: Tables in which a form may stand in several entries, and why.
AMBIGUOUS: Final = {
    "bound_cue": "a phrase may play several roles beside a number: something over 500, over three years",
    "name_class": "a word may help in several ways: to run is what bodies do, and a run is no name",
    "time_word": 'a word may have several parts in a time expression: "on" ties and continues',
    "place": "places share names; the surroundings decide (Huangpu is a district in two cities)",
}


def tables() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    for file in FILES:
        for table, rows in tomllib.loads(file.read_text("utf-8")).items():
            yield file.name, table, rows


TABLES: Final = [pytest.param(table, rows, id=f"{file}:{table}") for file, table, rows in tables()]


def forms(row: dict[str, Any]) -> list[str]:
    lists = [
        cast("list[object]", value) for field, value in row.items() if isinstance(value, list) and field not in NO_FORMS
    ]
    return [form for each in lists for form in each if isinstance(form, str)]


def twice(items: list[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


def test_every_file_is_read() -> None:
    vocabulary = load_vocabulary()

    assert {table for _, table, _ in tables()} <= {field.name for field in fields(Vocabulary)}
    for _, table, rows in tables():
        assert [entry.id for entry in getattr(vocabulary, table)] == [row["id"] for row in rows]


def test_a_table_stands_in_one_file() -> None:
    assert twice([table for _, table, _ in tables()]) == []


def test_every_file_says_what_it_holds() -> None:
    assert [file.name for file in FILES if not file.read_text("utf-8").startswith("# ")] == []


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_ids_are_told_once(table: str, rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]

    assert all(isinstance(id_, str) and id_ == id_.strip() != "" for id_ in ids)
    assert twice(ids) == [], table


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_long_lists_are_in_order(table: str, rows: list[dict[str, Any]]) -> None:
    ids = [str(row["id"]).casefold() for row in rows]

    assert table not in SORTED or ids == sorted(ids)


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_a_form_stands_in_one_entry_of_a_table(table: str, rows: list[dict[str, Any]]) -> None:
    across = twice([form for row in rows for form in set(forms(row))])

    assert table in AMBIGUOUS or across == []


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_forms_are_clean(table: str, rows: list[dict[str, Any]]) -> None:
    unclean = [form for row in rows for form in forms(row) if not form or form != form.strip() or "  " in form]

    assert unclean == [], table


def test_codes_of_units_and_currencies_are_units() -> None:
    vocabulary = load_vocabulary()

    for code in [*(unit.id for unit in vocabulary.unit), *(currency.id for currency in vocabulary.currency)]:
        assert str(Unit.parse(code)) == code
    assert all(Unit.parse(currency.id).is_money for currency in vocabulary.currency)
    assert all(unit.factor > 0 for unit in vocabulary.unit)


def test_places_lie_in_places_and_in_no_circle() -> None:
    within = {place.id: place.within for place in load_vocabulary().place}

    for place, around in within.items():
        passed, at = {place}, around
        while at:
            assert at in within, f"{place} lies within {at}, which is no place"
            assert at not in passed, f"{place} lies within itself"
            passed.add(at)
            at = within[at]


def test_patterns_compile_and_capture_nothing() -> None:
    for entry in load_vocabulary().furniture:
        assert re.compile(entry.pattern, re.IGNORECASE).groups == 0, entry.id


def test_ambiguous_tables_are_still_ambiguous() -> None:
    """What is declared and no longer needed goes."""
    needed = {table for _, table, rows in tables() if twice([form for row in rows for form in set(forms(row))])}

    assert set(AMBIGUOUS) <= needed
