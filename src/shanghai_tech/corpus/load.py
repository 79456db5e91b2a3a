"""A folder of articles → a corpus, and what could not be read; in several processes where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, TypeAlias

from attrs import field, frozen

from shanghai_tech.corpus.collection import Corpus
from shanghai_tech.corpus.workers import Told, can_work, read_by_workers
from shanghai_tech.errors import InvalidValue, UnreadableFile
from shanghai_tech.reading import Reading, read, text_of_file
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

#: What is told of progress: how many files are done, of how many, and which was the last.
Progress: TypeAlias = Callable[[int, int, Path], object]

#: How many bytes of text are worth another process: they take some three times as long to read as it takes to start.
_WORTH_A_PROCESS: Final = 250_000


def _messages(failures: Iterable[UnreadableFile]) -> tuple[str, ...]:
    """By what errors are compared: Python tells exceptions apart that say the same."""
    return tuple(map(str, failures))


@frozen(kw_only=True)
class LoadedFolder:
    """What a folder holds: the corpus of what could be read, and an error for each file that could not."""

    corpus: Corpus
    failures: tuple[UnreadableFile, ...] = field(default=(), eq=_messages)


def load_folder(
    folder: str | Path,
    *,
    pattern: str = "*.txt",
    vocabulary: Vocabulary | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> LoadedFolder:
    """Read the files of a folder that fit a pattern into a corpus; what cannot be read is told beside it.

    The id of an article is its path in the folder without the ending. `jobs` is how many processes read, by default
    as many as there are cores and the texts are worth; the result is the same. `progress` is called after each file
    with how many are done, how many there are, and the path of the file.

    >>> from shanghai_tech import seeds
    >>> load_folder(seeds()[0].parent, pattern="00[01]_*.txt").failures
    ()

    Raises:
        UnreadableFile: where the folder is missing, no folder, or cannot be read.
        InvalidValue: for a pattern or a number of jobs that is none.
    """
    if jobs is not None and jobs < 1:
        raise InvalidValue("jobs", jobs, "a whole number from 1 on")
    root = Path(folder)
    files = _files(root, pattern)
    known = vocabulary if vocabulary is not None else load_vocabulary()
    sources = [(file, file.relative_to(root).with_suffix("").as_posix()) for file in files]
    found: dict[int, Reading | UnreadableFile] = {}
    with closing(_read_all(sources, known, jobs=jobs)) as told_in_turn:
        for at, told in told_in_turn:
            found[at] = told
            if progress is not None:
                progress(len(found), len(files), files[at])
    return _loaded([(file, found[at]) for at, file in enumerate(files)], known)


def _files(root: Path, pattern: str) -> list[Path]:
    """The files of a folder that fit a pattern, by their paths."""
    if not root.is_dir():
        problem = "is no folder" if root.exists() else "does not exist"
        raise UnreadableFile(str(root), problem, "name a folder that holds articles")
    try:
        next(root.iterdir(), None)
        found = [path for path in root.glob(pattern) if not path.is_dir()]
    except OSError as error:
        raise UnreadableFile(str(root), f"cannot be read: {error.strerror}") from None
    except (ValueError, NotImplementedError):  # empty, or not below the folder
        raise InvalidValue("pattern", pattern, "a pattern below the folder, such as *.txt or **/*.txt") from None
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def _read_all(sources: Sequence[tuple[Path, str]], vocabulary: Vocabulary, *, jobs: int | None) -> Generator[Told]:
    """The reading of each file with its place, as they come; by this process whatever workers have not read."""
    processes = min(len(sources), jobs if jobs is not None else worth(path for path, _ in sources))
    done: set[int] = set()
    if processes > 1 and can_work():
        with closing(read_by_workers(sources, vocabulary, processes=processes)) as told_in_turn:
            for at, told in told_in_turn:
                done.add(at)
                yield at, told
    for at, (path, name) in enumerate(sources):
        if at not in done:
            yield at, _read_one(path, name, vocabulary=vocabulary)


def _read_one(path: Path, name: str, *, vocabulary: Vocabulary) -> Reading | UnreadableFile:
    try:
        return read(text_of_file(path), id=name, vocabulary=vocabulary)
    except UnreadableFile as error:
        return error


def worth(paths: Iterable[Path]) -> int:
    """How many processes the files are worth, of those that there are cores for."""
    size = sum(_size(path) for path in paths)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, size // _WORTH_A_PROCESS)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it will tell
        return 0


def _loaded(found: Iterable[tuple[Path, Reading | UnreadableFile]], vocabulary: Vocabulary) -> LoadedFolder:
    """The corpus of the readings; of two texts that would have one id the second is a failure."""
    readings: list[Reading] = []
    failures: list[UnreadableFile] = []
    first: dict[str, tuple[Path, str]] = {}
    for path, told in found:
        if isinstance(told, UnreadableFile):
            failures.append(told)
            continue
        article = told.article
        other, text = first.setdefault(article.id, (path, article.text))
        if text == article.text:
            readings.append(told)
        else:
            problem = f"would have the id {article.id!r}, which {other} has"
            failures.append(UnreadableFile(str(path), problem, "give files in one folder names of their own"))
    return LoadedFolder(corpus=Corpus.of(*readings, vocabulary=vocabulary), failures=tuple(failures))
