"""People and outlets in the lines of a head."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import load_vocabulary
from shanghai_tech.articles.outlets import full_name, is_masthead, known_outlet_in
from shanghai_tech.articles.people import is_person, normal_case, read_people

VOCABULARY: Final = load_vocabulary()


@pytest.mark.parametrize(
    ("words", "names", "outlets"),
    [
        ("HE WEI in Shanghai", ("He Wei",), ()),
        ("FIRST AUTHOR in Beijing and SECOND AUTHOR in Shanghai", ("First Author", "Second Author"), ()),
        ("First Author, Second Author", ("First Author", "Second Author"), ()),
        ("First Author & Second Author", ("First Author", "Second Author"), ()),
        ("Xinhua writers First Author, Second Author", ("First Author", "Second Author"), ("Xinhua",)),
        ("First Author, Technology Reporter", ("First Author",), ()),
        ("First Author, Shanghai", ("First Author",), ()),
        ("First Author (China Daily)", ("First Author",), ("China Daily",)),
        ("First Author of Reuters", ("First Author",), ("Reuters",)),
        ("GT staff reporters", (), ("GT",)),
        ("Our Correspondent", (), ()),
        ("Author", ("Author",), ()),
    ],
)
def test_people_are_read_in_normal_case(words: str, names: tuple[str, ...], outlets: tuple[str, ...]) -> None:
    people = read_people(words, VOCABULARY, said=True)

    assert people is not None
    assert (people.names, people.outlets) == (names, outlets)


@pytest.mark.parametrize("words", ["2025", "November, Shanghai had built ten", "the end of the year", "lower prices"])
def test_what_follows_by_need_not_be_people(words: str) -> None:
    assert read_people(words, VOCABULARY, said=True) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("First Author", True),
        ("Ludwig van Beethoven", True),
        ("J. R. Author", True),
        ("Author", False),
        ("van", False),
        ("bin Author", False),
        ("Robots to serve coffee", False),
        ("Chips 2025", False),
        ("", False),
    ],
)
def test_a_person_has_two_names_or_more(name: str, *, expected: bool) -> None:
    assert is_person(name, VOCABULARY) is expected


def test_only_words_of_capitals_change_their_case() -> None:
    assert normal_case("ANNE-MARIE O'NEIL III") == "Anne-Marie O'Neil III"
    assert normal_case("J. R. McAdam") == "J. R. McAdam"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("China Daily", True),
        ("Harbour Gazette", True),
        ("The Northern Light", True),
        ("Harbour gazette", False),
        ("Gazette", False),
        ("First Author, Harbour Gazette", False),
    ],
)
def test_outlets_are_known_or_end_as_outlets_do(name: str, *, expected: bool) -> None:
    assert is_masthead(name, VOCABULARY) is expected


def test_an_outlet_is_found_at_the_start_of_words() -> None:
    assert known_outlet_in("China Daily Information Co", VOCABULARY) == "China Daily"
    assert known_outlet_in("Harbour Gazette Co", VOCABULARY) is None


def test_letters_give_way_to_the_full_name_where_the_text_has_it() -> None:
    assert full_name("SCMP", VOCABULARY, text="so it told the South China Morning Post") == "South China Morning Post"
    assert full_name("SCMP", VOCABULARY, text="so it said") == "SCMP"
    assert full_name("Reuters", VOCABULARY, text="Thomson Reuters") == "Reuters"
