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
        "mine.toml: $.scale[0]: 'colour'; expected no fields but id, factor, names, glued",
    ),
    ('[[scale]]\nid = "x"', "mine.toml: $.scale[0].factor: is missing"),
    ('[[scale]]\nid = "x"\nfactor = "3"', "mine.toml: $.scale[0].factor: '3'; expected a whole number"),
    ('[[scale]]\nid = "x"\nfactor = true', "mine.toml: $.scale[0].factor: True; expected a whole number"),
    ('[[scale]]\nid = "x"\nfactor = 3\nnames = ["a", 5]', "mine.toml: $.scale[0].names[1]: 5; expected a string"),
    ('[[scale]]\nid = "x"\nfactor = 3\nnames = "abc"', "mine.toml: $.scale[0].names: 'abc'; expected a list"),
    ("scale = [5]", "mine.toml: $.scale[0]: 5; expected a table"),
    ('[scale]\nid = "x"', "mine.toml: $.scale: {'id': 'x'}; expected a list"),
    ('[[scale]]\nid = " "\nfactor = 3', "mine.toml: $.scale[0].id: ' '; expected a name for the entry"),
    (
        '[[scale]]\nid = "x"\nfactor = 3\n[[scale]]\nid = "x"\nfactor = 4',
        "mine.toml: $.scale[1].id: 'x'; expected an id of its own, which $.scale[0] has",
    ),
    ('[[weekday]]\nid = "x"\nnumber = 1.5', "mine.toml: $.weekday[0].number: 1.5; expected a whole number"),
    ('[[verb]]\nid = "x"\nnoun_too = 1', "mine.toml: $.verb[0].noun_too: 1; expected true or false"),
    (
        '[[compound]]\nid = "x y"\ntag = "verb"',
        "mine.toml: $.compound[0].tag: 'verb'; expected one of noun, adjective, adverb",
    ),
    (
        '[[vague_number]]\nid = "x"\nlow = 2\nbound = "some"',
        (
            "mine.toml: $.vague_number[0].bound: 'some'; "
            "expected one of exactly, about, over, at-least, under, at-most, between"
        ),
    ),
    (
        '[[furniture]]\nid = "x"\npattern = "("',
        (
            "mine.toml: $.furniture[0].pattern: '('; "
            "expected a pattern of Python's re (missing ), unterminated subpattern)"
        ),
    ),
    (
        '[[furniture]]\nid = "x"\npattern = "(a|b)"',
        (
            "mine.toml: $.furniture[0].pattern: '(a|b)'; "
            "expected a pattern of Python's re (groups have to be of the form (?:…))"
        ),
    ),
    *(
        (
            f'[[unit]]\nid = "x"\ndimension = "y"\nfactor = {factor}',
            f'mine.toml: $.unit[0].factor: {value}; expected a number such as 1000, 0.5 or "1/3"',
        )
        for factor, value in (('"much"', "'much'"), ('"1/0"', "'1/0'"), ("inf", "inf"), ("true", "True"))
    ),
    (  # everything that is wrong in a table is told at once
        '[[scale]]\nid = 3\nfactor = "3"\n[[scale]]\ncolour = "red"',
        (
            "mine.toml: $.scale[0].id: 3; expected a string; "
            "$.scale[0].factor: '3'; expected a whole number; "
            "$.scale[1].id: is missing; $.scale[1].factor: is missing; "
            "$.scale[1]: 'colour'; expected no fields but id, factor, names, glued"
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
