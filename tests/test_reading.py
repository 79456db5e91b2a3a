"""The two lines of Python: text or a file in, a reading out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shanghai_tech import (
    Article,
    Initiative,
    InvalidValue,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Target,
    UnreadableFile,
    Vocabulary,
    find_periods,
    find_quantities,
    read,
    read_file,
    seeds,
)

TEXT = "Shanghai had over 500 laboratories in 2018. It plans to open 900 laboratories by 2025."


def test_a_reading_tells_metrics_and_targets_apart_and_keeps_their_order() -> None:
    reading = read(TEXT, id="labs")

    assert reading.article.id == "labs"
    facts = [record for record in reading.records if isinstance(record, (Metric, Target))]
    assert (reading.metrics, reading.targets) == ((facts[0],), (facts[1],))
    assert list(reading) == [reading.article, *reading.records]


def test_bodies_stand_among_the_facts_where_they_are_first_named() -> None:
    text = "Ouyang Robotics Ltd has 300 engineers, said Ann Lee, its chairwoman. Ouyang plans to open 40 laboratories."

    reading = read(text)

    others = [record for record in reading.records if not isinstance(record, Initiative)]
    assert [type(record) for record in others] == [Organization, Metric, Target]
    assert (*reading.organizations, *reading.metrics, *reading.targets) == tuple(others)
    (ouyang,) = reading.organizations
    assert (ouyang.names, ouyang.kind) == (("Ouyang Robotics Ltd", "Ouyang"), OrganizationKind.COMPANY)
    assert ouyang.people == (Person(name="Ann Lee", role="chairwoman"),)
    assert [evidence.quote for evidence in ouyang.evidence] == ["Ouyang Robotics Ltd", "Ann Lee", "Ouyang"]


def test_a_text_without_words_tells_nothing() -> None:
    for text in ("", " \n\t"):
        reading = read(text)
        assert (reading.article, reading.records, reading.unread) == (Article(id="text", text=text), (), ())
        assert find_quantities(text) == ()
        assert find_periods(text) == ()


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        read(b"bytes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # refused, too

    assert str(refused.value) == "invalid text: 'bytes'; expected a string"


def test_a_file_is_named_by_its_stem_and_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a-town.txt"
    path.write_bytes(f"\ufeff{TEXT}\r\n".encode())

    reading = read_file(path)

    assert reading.article.id == "a-town"
    assert reading.article.text == f"\ufeff{TEXT}\r\n"
    assert read_file(str(path)) == reading
    assert [str(metric.quantity) for metric in reading.metrics] == [">500 {laboratory}"]


def test_a_file_without_text_is_refused_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as missing:
        read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile) as empty:
        read_file(tmp_path)
    (tmp_path / "a.txt").touch()
    with pytest.raises(UnreadableFile) as folder:
        read_file(tmp_path)
    with pytest.raises(UnreadableFile) as impossible:
        read_file("a\0b")

    assert str(missing.value) == f"{tmp_path / 'none.txt'}: does not exist"
    assert str(empty.value) == f"{tmp_path}: is a folder without text files\nhint: their names end in .txt"
    assert str(folder.value) == f"{tmp_path}: is a folder\nhint: name the files in it, such as {tmp_path / '*.txt'}"
    assert str(impossible.value) == "a\0b: cannot be read: embedded null byte"


def test_the_seeds_are_files_that_can_be_read() -> None:
    assert [path.suffix for path in seeds()] == [".txt"] * 5
    assert all(read_file(path).metrics for path in seeds())


def test_spans_are_those_of_the_text_as_it_is() -> None:
    text = " \r\n\n\t\ufeffIt rose 40 percent.\r\n\r\nIt fell 5 percent in 2018."

    assert [mention.span.slice(text) for mention in find_quantities(text)] == ["40 percent", "5 percent"]
    assert [mention.span.slice(text) for mention in find_periods(text)] == ["in 2018"]


def test_relative_words_are_counted_from_the_day_that_is_given() -> None:
    text = "It opened last year."

    for published in (Period.parse("2019-05-07"), date(2019, 5, 7)):
        (mention,) = find_periods(text, published=published)
        assert str(mention.period) == "2018"
    (mention,) = find_periods(text)
    assert mention.period is None


def test_a_vocabulary_of_nothing_reads_digits_alone() -> None:
    assert read(TEXT, vocabulary=Vocabulary()).article.text == TEXT
    assert [str(mention.quantity.value) for mention in find_quantities("It has 500.", vocabulary=Vocabulary())] == [
        "500"
    ]
