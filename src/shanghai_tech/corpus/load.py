"""Files → their readings in order, by several processes where that pays; a folder → a corpus, and what was not read."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from attrs import field, frozen

from shanghai_tech.corpus.collection import Corpus
from shanghai_tech.corpus.workers import Reader, can_work, workers
from shanghai_tech.errors import InvalidValue, UnreadableFile
from shanghai_tech.reading import Reading, read, text_of_file
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

#: What is told of progress: how many files are done, of how many, and which was the last.
Progress: TypeAlias = Callable[[int, int, Path], object]
#: What became of a file.
Told: TypeAlias = Reading | UnreadableFile

#: How many bytes of text are worth another process: they take some three times as long to read as it takes to start.
_WORTH_A_PROCESS: Final = 250_000
#: How many texts for each process are under way before the first of them is asked for; that bounds what is in memory.
_AHEAD: Final = 8


@frozen(kw_only=True)
class Source:
    """A text to be read: the id that its article gets, the path that errors tell, and how it is loaded from there."""

    id: str
    path: Path
    load: Callable[[Path], str] = text_of_file


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
    known = vocabulary if vocabulary is not None else load_vocabulary()
    names = ((path, path.relative_to(root).with_suffix("").as_posix()) for path in _files(root, pattern))
    sources = [Source(id=name, path=path) for path, name in names]
    with closing(read_in_order(sources, known, jobs=jobs)) as told_in_turn:
        return collected(sources, _counted(sources, told_in_turn, progress), vocabulary=known)


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


def _counted(sources: Sequence[Source], told_in_turn: Iterable[Told], progress: Progress | None) -> Iterator[Told]:
    for done, (source, told) in enumerate(zip(sources, told_in_turn, strict=True), start=1):
        if progress is not None:
            progress(done, len(sources), source.path)
        yield told


# ---------------------------------------------------------------- texts → readings


def read_in_order(
    sources: Sequence[Source], vocabulary: Vocabulary, *, jobs: int | None = None
) -> Generator[Told, None, None]:
    """What each source gives, in order, each as soon as those before it are told; close it to end before the end.

    Texts are loaded here, one after the other, and read by as many processes as there are jobs. By default these are
    as many as there are cores and the texts are worth; one is this process.
    """
    processes = min(len(sources), jobs if jobs is not None else worth(source.path for source in sources))
    with ExitStack() as stack:
        reader: Reader | None = None
        if processes > 1 and can_work():
            reader = stack.enter_context(workers(vocabulary, processes=processes))
        begun: deque[Callable[[], Told]] = deque()
        for source in sources:
            begun.append(_begun(source, vocabulary, reader))
            if reader is None or len(begun) > _AHEAD * processes:
                yield begun.popleft()()
        while begun:
            yield begun.popleft()()


def _begun(source: Source, vocabulary: Vocabulary, reader: Reader | None) -> Callable[[], Told]:
    """What waits for the reading of a source; this process reads what a worker has not."""
    try:
        text = source.load(source.path)
    except UnreadableFile as error:
        return partial(_as_is, error)
    here = partial(read, text, id=source.id, vocabulary=vocabulary)
    if reader is None:
        return here
    told = reader(text, source.id)
    return lambda: told.result() or here()


def _as_is(error: UnreadableFile) -> UnreadableFile:
    return error


def worth(paths: Iterable[Path]) -> int:
    """How many processes the files are worth, of those that there are cores for."""
    size = sum(_size(path) for path in paths)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, size // _WORTH_A_PROCESS)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # reading it will tell
        return 0


# ---------------------------------------------------------------- readings → a corpus


def collected(sources: Iterable[Source], told_in_turn: Iterable[Told], *, vocabulary: Vocabulary) -> LoadedFolder:
    """The corpus of what the sources gave; of two texts that would have one id the second is a failure."""
    readings: list[Reading] = []
    failures: list[UnreadableFile] = []
    first: dict[str, tuple[Path, str]] = {}
    for source, told in zip(sources, told_in_turn, strict=True):
        if isinstance(told, UnreadableFile):
            failures.append(told)
            continue
        article = told.article
        other, text = first.setdefault(article.id, (source.path, article.text))
        if text == article.text:
            readings.append(told)
        else:
            problem = f"would have the id {article.id!r}, which {other} has"
            failures.append(UnreadableFile(str(source.path), problem, "give files names of their own"))
    return LoadedFolder(corpus=Corpus.of(*readings, vocabulary=vocabulary), failures=tuple(failures))
