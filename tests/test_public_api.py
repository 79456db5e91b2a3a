"""The public face: what it names, that all of it is there and explained, and that importing it costs little."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType
from typing import Final

import pytest

import shanghai_tech
import shanghai_tech.compare
import shanghai_tech.query
from shanghai_tech import ShanghaiTechError, errors

#: Names without a docstring of their own: a union cannot have one.
ALIASES: Final = {"Number", "Record"}


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603  our own code


def test_the_names_are_sorted_and_told_once() -> None:
    assert shanghai_tech.__all__ == sorted(set(shanghai_tech.__all__))


def test_the_names_are_those_that_have_a_home() -> None:
    homes: dict[str, tuple[str, ...]] = vars(shanghai_tech)["_HOMES"]

    assert sorted(name for names in homes.values() for name in names) == shanghai_tech.__all__
    assert dir(shanghai_tech) == shanghai_tech.__all__


@pytest.mark.parametrize("name", shanghai_tech.__all__)
def test_every_name_is_there_and_explained(name: str) -> None:
    found = getattr(shanghai_tech, name)

    assert name in ALIASES or found.__doc__
    assert name in ALIASES or found.__module__.startswith("shanghai_tech.")


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError) as missing:
        getattr(shanghai_tech, "Metrics")  # noqa: B009  the checkers know that it is not there

    assert str(missing.value) == "module 'shanghai_tech' has no attribute 'Metrics'"


@pytest.mark.parametrize("room", [shanghai_tech.query, shanghai_tech.compare])
def test_the_names_of_a_room_are_sorted_and_explained(room: ModuleType) -> None:
    names: list[str] = room.__all__

    assert names == sorted(set(names))
    assert all(vars(room)[name].__doc__ for name in names)
    assert not set(names) & set(shanghai_tech.__all__)


def test_star_gives_all_names() -> None:
    assert run("from shanghai_tech import *; print(read.__name__, Metric.__name__)") == "read Metric"


def test_importing_loads_nothing_but_itself() -> None:
    loaded = run(
        "import sys, shanghai_tech; print(*sorted(name for name in sys.modules if 'tech' in name or 'attr' in name))"
    )

    assert loaded == "shanghai_tech"


def test_values_do_not_load_what_reads_text() -> None:
    loaded = run("import sys; from shanghai_tech import Quantity; print(*sorted(name for name in sys.modules))").split()

    assert "shanghai_tech.model" in loaded
    assert not {"shanghai_tech.vocabulary", "shanghai_tech.reading", "argparse", "tomllib", "json"} & set(loaded)


def test_all_errors_are_of_one_family_and_of_the_one_that_habit_expects() -> None:
    public = [getattr(shanghai_tech, name) for name in shanghai_tech.__all__ if name in vars(errors)]

    assert len(public) == 11
    assert all(issubclass(error, ShanghaiTechError) for error in public)
    assert issubclass(shanghai_tech.UnreadableFile, OSError)
    assert issubclass(shanghai_tech.UnknownId, KeyError)
    assert issubclass(shanghai_tech.NotOne, LookupError)
    for error in (
        shanghai_tech.InvalidCorpus,
        shanghai_tech.InvalidQuestion,
        shanghai_tech.InvalidRecord,
        shanghai_tech.InvalidText,
        shanghai_tech.InvalidValue,
        shanghai_tech.InvalidVocabulary,
        shanghai_tech.NotComparable,
    ):
        assert issubclass(error, ValueError)
