"""Vocabulary of one's own: what it adds and replaces, and what is refused with which words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from attrs import fields

from shanghai_tech import InvalidVocabulary, Vocabulary, load_vocabulary

MYRIAD: Final = """
[[scale]]
id = "myriad"
factor = 10000
names = ["myriad", "myriads"]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "mine.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_file_adds_entries(tmp_path: Path) -> None:
    shipped, mine = load_vocabulary(), load_vocabulary(written(tmp_path, MYRIAD))

    assert [scale.id for scale in mine.scale] == [*(scale.id for scale in shipped.scale), "myriad"]
    assert mine.unit == shipped.unit


def test_an_entry_with_a_known_id_takes_its_place(tmp_path: Path) -> None:
    mine = load_vocabulary(written(tmp_path, '[[scale]]\nid = "million"\nfactor = 1000000\nnames = ["milione"]'))

    assert [scale.names for scale in mine.scale if scale.id == "million"] == [("milione",)]
    assert len(mine.scale) == len(load_vocabulary().scale)


def test_a_table_is_emptied_and_filled_anew(tmp_path: Path) -> None:
    mine = load_vocabulary().without("scale", "organization").with_file(written(tmp_path, MYRIAD))

    assert [scale.id for scale in mine.scale] == ["myriad"]
    assert mine.organization == ()


def test_the_shipped_vocabulary_is_read_once_and_stays_as_it_is(tmp_path: Path) -> None:
    shipped = load_vocabulary()
    load_vocabulary(written(tmp_path, MYRIAD))

    assert load_vocabulary() is shipped
    assert "myriad" not in {scale.id for scale in shipped.scale}


TABLES: Final = ", ".join(field.name for field in fields(Vocabulary))

REFUSED: Final = [
    ("scale = [", "mine.toml: $: Invalid value (at end of document)"),
    ('[[scales]]\nid = "x"', f"mine.toml: $.scales: no such table; there are {TABLES}"),
    (
        '[[scale]]\nid = "x"\nfactor = 3\ncolour = "red"',
        "mine.toml: $.scale: extra fields found (colour) @ $.scale[0]",
    ),
    ('[[scale]]\nid = "x"', "mine.toml: $.scale: required field missing @ $.scale[0].factor"),
    (
        '[[scale]]\nid = "x"\nfactor = "3"',
        "mine.toml: $.scale: invalid value for type, expected int @ $.scale[0].factor",
    ),
    (
        '[[scale]]\nid = "x"\nfactor = true',
        "mine.toml: $.scale: invalid value for type, expected int @ $.scale[0].factor",
    ),
    (
        '[[scale]]\nid = "x"\nfactor = 3\nnames = ["a", 5]',
        "mine.toml: $.scale: invalid value for type, expected str @ $.scale[0].names[1]",
    ),
    ("scale = [5]", "mine.toml: $.scale: invalid value for type, expected Scale @ $.scale[0]"),
    (
        '[[unit]]\nid = "x"\ndimension = "y"\nfactor = "much"',
        "mine.toml: $.unit: invalid value for type, expected Fraction @ $.unit[0].factor",
    ),
    (  # everything that is wrong in a table is told at once
        '[[scale]]\nid = 3\nfactor = "3"\n[[scale]]\ncolour = "red"',
        (
            "mine.toml: $.scale: invalid value for type, expected str @ $.scale[0].id; "
            "invalid value for type, expected int @ $.scale[0].factor; "
            "required field missing @ $.scale[1].id; required field missing @ $.scale[1].factor; "
            "extra fields found (colour) @ $.scale[1]"
        ),
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_no_vocabulary_is_refused_with_file_table_and_field(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InvalidVocabulary) as refused:
        load_vocabulary(written(tmp_path, text))

    assert str(refused.value) == message


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff")
    told = {
        "none.toml": "none.toml: $: cannot be read: No such file or directory",
        "binary.toml": "binary.toml: $: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    }
    for name, message in told.items():
        with pytest.raises(InvalidVocabulary) as refused:
            load_vocabulary(tmp_path / name)
        assert str(refused.value) == message


def test_a_table_that_does_not_exist_cannot_be_emptied() -> None:
    with pytest.raises(InvalidVocabulary) as refused:
        load_vocabulary().without("scales")

    assert str(refused.value) == f"vocabulary: $.scales: no such table; there are {TABLES}"
