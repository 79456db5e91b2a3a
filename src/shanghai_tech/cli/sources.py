"""Paths → what they hold, in order; and what a person is told on the way."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _ArgumentGroup, _SubParsersAction  # pyright: ignore[reportPrivateUsage]  # what its public methods give
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Final, TypeAlias, TypeVar

from shanghai_tech.corpus import LoadedFolder
from shanghai_tech.corpus.load import Source, collected, read_in_order
from shanghai_tech.errors import InvalidText, InvalidValue, ShanghaiTechError, UnreadableFile
from shanghai_tech.export.layout import WIDTH
from shanghai_tech.model import Period
from shanghai_tech.reading import seeds, text_files, text_of_bytes
from shanghai_tech.vocabulary import Vocabulary

#: Exit code: some input could not be read, or some option not be understood.
UNREADABLE: Final = 2

#: Nobody wants to be told about what takes less time than this, in seconds.
_PATIENCE: Final = 1.0
#: Has a terminal clear the line and begin it anew.
_CLEARED: Final = "\r\x1b[K"

_T = TypeVar("_T")

#: What commands are added to.
Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
#: What options of one purpose are added to.
Options: TypeAlias = _ArgumentGroup

# ---------------------------------------------------------------- options


def add_paths(command: ArgumentParser) -> None:
    """The articles that a command is about."""
    command.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="text files in UTF-8, or folders of .txt files; - is standard input (default: the seed articles)",
    )


def add_options(command: ArgumentParser) -> None:
    """How a command reads and prints."""
    command.add_argument("--format", choices=("table", "jsonl"), default="table", help="(default: %(default)s)")
    command.add_argument(
        "--vocabulary", metavar="FILE", action="append", default=[], help="a TOML file to add to the vocabulary"
    )


def period(text: str) -> Period:
    """The days that an option tells.

    Raises:
        ArgumentTypeError: for words that are no period.
    """
    try:
        return Period.parse(text)
    except (InvalidText, InvalidValue) as error:
        raise ArgumentTypeError(str(error)) from None


# ---------------------------------------------------------------- in


def sources_of(arguments: Namespace) -> list[Source]:
    """The texts that the paths name; without any, the seed articles."""
    return [source for path in arguments.paths or map(str, seeds()) for source in sources_at(path)]


def sources_at(path: str) -> list[Source]:
    """The texts that a path names, in the order of their names."""
    if path == "-":
        return [Source(id="stdin", path=Path(path), load=lambda _: text_of_bytes(_stdin(), file="standard input"))]
    return [Source(id=file.stem, path=file) for file in text_files(Path(path))]


def corpus_of(sources: Sequence[Source], vocabulary: Vocabulary) -> LoadedFolder:
    """What the texts tell together; complains of those that cannot be read."""
    with closing(read_in_order(sources, vocabulary)) as told_in_turn:
        loaded = collected(sources, with_progress(sources, told_in_turn), vocabulary=vocabulary)
    for failure in loaded.failures:
        complain(failure)
    return loaded


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def text_of(source: Source) -> str | UnreadableFile:
    """The text of a source, or why there is none."""
    try:
        return source.load(source.path)
    except UnreadableFile as error:
        return error


def with_progress(sources: Sequence[Source], told_in_turn: Iterable[_T]) -> Iterator[_T]:
    """What the sources give, one after the other; tells a person who has waited for a while how far it is."""
    begun = monotonic()
    told = iter(told_in_turn)
    for number, source in enumerate(sources, start=1):
        shown = sys.stderr.isatty() and monotonic() - begun > _PATIENCE
        if shown:
            line = f"reading {number} of {len(sources)}: {source.id}"[: shutil.get_terminal_size().columns - 1]
            print(f"{_CLEARED}{line}", end="", file=sys.stderr, flush=True)
        each = next(told)
        if shown:
            print(_CLEARED, end="", file=sys.stderr, flush=True)  # or what is printed next would stand behind it
        yield each


# ---------------------------------------------------------------- out


def complain(error: ShanghaiTechError) -> None:
    """Tell a person what is wrong, beside the output."""
    sys.stdout.flush()
    print(f"shanghai-tech: {error}", file=sys.stderr)


def width() -> int:
    """The width of the terminal; output that goes elsewhere has one of its own, so that it is the same everywhere."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
