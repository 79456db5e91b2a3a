"""A folder becomes a corpus, in one process or several, and what cannot be read is told beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shanghai_tech import (
    Corpus,
    InvalidValue,
    LoadedFolder,
    UnreadableFile,
    Vocabulary,
    load_folder,
    load_vocabulary,
    read_file,
    seeds,
)
from shanghai_tech.corpus import load, workers


def sentence(number: int) -> str:
    return f"Suzhou had {number} chip firms in 2018. Ann Lee, chair of Zork Robotics Ltd, said it would open 3 labs."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles, and with all that is none."""
    for number in range(5):
        (tmp_path / f"story_{number}.txt").write_text(sentence(20 + number), "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    (tmp_path / "empty.txt").write_text("\n", "utf-8")
    (tmp_path / "foreign.txt").write_bytes("Zürich hatte 9 Firmen.".encode("latin-1"))
    (tmp_path / "notes.md").write_text("not an article", "utf-8")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def problems(loaded: LoadedFolder) -> list[tuple[str, str]]:
    return [(Path(failure.file).name, failure.problem) for failure in loaded.failures]


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_bad_file_is_told_and_the_others_are_read(folder: Path, jobs: int) -> None:
    loaded = load_folder(folder, jobs=jobs)

    assert [article.id for article in loaded.corpus.articles] == [f"story_{number}" for number in range(5)]
    assert problems(loaded) == [
        ("binary.txt", "is binary: it holds zero bytes"),
        ("empty.txt", "is empty"),
        ("foreign.txt", "is not in UTF-8: byte 0xfc at 1"),
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "story_0.txt").chmod(0)

    assert problems(load_folder(folder))[-1] == ("story_0.txt", "cannot be read: Permission denied")


def test_a_file_that_leads_nowhere_is_told(folder: Path) -> None:
    (folder / "story_9.txt").symlink_to(folder / "nowhere")

    assert problems(load_folder(folder))[-1] == ("story_9.txt", "does not exist")


def test_several_processes_read_what_one_reads(folder: Path) -> None:
    one, several = load_folder(folder, jobs=1), load_folder(folder, jobs=2)

    assert several == one
    assert list(several.corpus) == list(one.corpus)


def test_several_processes_have_the_words_of_the_caller(folder: Path) -> None:
    own = load_vocabulary().without("head_word", "organization", "place")

    assert load_folder(folder, jobs=2, vocabulary=own) == load_folder(folder, jobs=1, vocabulary=own)
    assert load_folder(folder, jobs=2, vocabulary=own) != load_folder(folder, jobs=1)


def test_a_folder_is_its_files() -> None:
    loaded = load_folder(seeds()[0].parent)

    assert loaded.corpus == Corpus.of(*map(read_file, seeds()))


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_to_the_number_of_files(folder: Path, jobs: int) -> None:
    told: list[tuple[int, int, str]] = []

    load_folder(folder, jobs=jobs, progress=lambda done, total, path: told.append((done, total, path.name)))

    assert [(done, total) for done, total, _ in told] == [(number, 8) for number in range(1, 9)]
    assert sorted(name for _, _, name in told) == sorted(path.name for path in folder.glob("*.txt") if path.is_file())


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_is_told_of_progress_may_stop_it(folder: Path, jobs: int) -> None:
    def stop(done: int, _total: int, _path: Path) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_folder(folder, jobs=jobs, progress=stop)


def test_files_in_folders_have_them_in_their_ids(folder: Path) -> None:
    for year in ("2018", "2019"):
        (folder / year).mkdir()
        (folder / year / "story.txt").write_text(sentence(9), "utf-8")

    assert {article.id for article in load_folder(folder, pattern="*/*.txt").corpus.articles} == {
        "2018/story",
        "2019/story",
    }


def test_of_two_texts_that_would_have_one_id_the_second_is_told(folder: Path) -> None:
    (folder / "notes.txt").write_text(sentence(9), "utf-8")
    (folder / "copy.md").write_text(sentence(8), "utf-8")
    (folder / "copy.txt").write_text(sentence(8), "utf-8")

    loaded = load_folder(folder, pattern="[cn]o*.*")

    assert [article.id for article in loaded.corpus.articles] == ["copy", "notes"]
    assert problems(loaded) == [("notes.txt", f"would have the id 'notes', which {folder / 'notes.md'} has")]


def test_a_folder_without_articles_is_an_empty_corpus(tmp_path: Path) -> None:
    assert load_folder(tmp_path) == LoadedFolder(corpus=Corpus())


def test_what_is_no_folder_is_refused(folder: Path) -> None:
    with pytest.raises(UnreadableFile) as missing:
        load_folder(folder / "none")
    with pytest.raises(UnreadableFile) as file:
        load_folder(folder / "story_0.txt")

    assert str(missing.value) == f"{folder / 'none'}: does not exist\nhint: name a folder that holds articles"
    assert str(file.value) == f"{folder / 'story_0.txt'}: is no folder\nhint: name a folder that holds articles"


@pytest.mark.parametrize("pattern", ["", "/etc/*"])
def test_what_is_no_pattern_is_refused(folder: Path, pattern: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        load_folder(folder, pattern=pattern)

    expected = "a pattern below the folder, such as *.txt or **/*.txt"
    assert str(refused.value) == f"invalid pattern: {pattern!r}; expected {expected}"


def test_no_process_at_all_is_refused(folder: Path) -> None:
    with pytest.raises(InvalidValue) as refused:
        load_folder(folder, jobs=0)

    assert str(refused.value) == "invalid jobs: 0; expected a whole number from 1 on"


def test_workers_that_end_early_leave_their_files_to_this_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_SERVE", "raise SystemExit  # {path}")

    assert load_folder(folder, jobs=2) == load_folder(folder, jobs=1)


def test_a_vocabulary_that_cannot_travel_is_read_with_here(folder: Path) -> None:
    class Local(Vocabulary):
        """A class that no other process can find."""

    assert load_folder(folder, jobs=2, vocabulary=Local()) == load_folder(folder, jobs=1, vocabulary=Vocabulary())


def test_little_text_is_worth_no_process() -> None:
    assert load.worth(seeds()) == 0


def test_workers_do_not_run_the_script_of_the_caller_again(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from shanghai_tech import load_folder\n"
        f"print(load_folder({str(folder)!r}, pattern='story*.txt', jobs=2).corpus)\n",
        "utf-8",
    )

    shown = subprocess.run([sys.executable, "-W", "error", str(script)], check=True, capture_output=True, text=True)  # noqa: S603  our own code

    assert shown.stdout.count("Corpus(5 articles") == 1
    assert shown.stderr == ""
