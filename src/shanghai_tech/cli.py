"""The console command: `shanghai-tech read` and `shanghai-tech mentions`."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Final, TextIO, TypeVar

from shanghai_tech.codec import RECORDS
from shanghai_tech.corpus import LoadedFolder
from shanghai_tech.corpus.load import Source, collected, read_in_order
from shanghai_tech.errors import InvalidText, InvalidValue, ShanghaiTechError, UnreadableFile
from shanghai_tech.export import mentions_to_jsonl, mentions_to_table, merged_to_table, to_jsonl, to_table
from shanghai_tech.export.layout import WIDTH
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.model import Article, Fact, Period, Record
from shanghai_tech.reading import Reading, find_mentions, seeds, text_files, text_of_bytes
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

#: Exit codes: some input could not be read; the reader of our output went away; the user interrupted.
UNREADABLE, CLOSED, INTERRUPTED = 2, 141, 130

#: Nobody wants to be told about what takes less time than this, in seconds.
_PATIENCE: Final = 1.0
#: Has a terminal clear the line and begin it anew.
_CLEARED: Final = "\r\x1b[K"

_T = TypeVar("_T")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = _parser().parse_args(argv)
    _use_utf_8(sys.stdout)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it exits
        return CLOSED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="shanghai-tech", description="Reads news about technology policy into typed, cited, exact records."
    )
    parser.add_argument("--version", action="version", version=f"shanghai-tech {version('shanghai-tech')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    read_command = commands.add_parser(
        "read",
        help="the records of articles",
        description="Prints the records of articles: organizations, initiatives, metrics and targets.",
    )
    read_command.add_argument(
        "--only",
        metavar="KINDS",
        type=_kinds,
        default=tuple(RECORDS.values()),
        help=f"the kinds of record to print, such as metric,target (default: {','.join(RECORDS)})",
    )
    read_command.add_argument(
        "--merge", action="store_true", help="what several articles tell as one record, with evidence from each"
    )
    mentions = commands.add_parser(
        "mentions",
        help="the quantities and periods of any text",
        description="Prints every quantity and every period of any text, with its place and meaning.",
    )
    mentions.add_argument(
        "--published",
        metavar="DATE",
        type=_period,
        help='the day that "last year" is counted from, such as 2019-05-07',
    )
    for command in (read_command, mentions):
        command.add_argument(
            "paths",
            metavar="PATH",
            nargs="*",
            help="text files in UTF-8, or folders of .txt files; - is standard input (default: the seed articles)",
        )
        command.add_argument("--format", choices=("table", "jsonl"), default="table", help="(default: %(default)s)")
        command.add_argument(
            "--vocabulary", metavar="FILE", action="append", default=[], help="a TOML file to add to the vocabulary"
        )
    return parser


def _kinds(text: str) -> tuple[type[Record], ...]:
    for name in text.split(","):
        if name not in RECORDS:
            error = InvalidValue("kind", name, f"some of {', '.join(RECORDS)}, with commas between")
            raise argparse.ArgumentTypeError(str(error))
    return tuple(RECORDS[name] for name in text.split(","))


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except InvalidText as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _run(arguments: argparse.Namespace) -> int:
    try:
        vocabulary = load_vocabulary(*arguments.vocabulary)
    except ShanghaiTechError as error:
        _complain(error)
        return UNREADABLE
    sources = [source for path in arguments.paths or map(str, seeds()) for source in _sources(path)]
    if arguments.command == "mentions":
        texts = _with_progress(sources, map(_text, sources))
        return _show(texts, _mentions(arguments.format, vocabulary, published=arguments.published), sources)
    with closing(read_in_order(sources, vocabulary)) as told_in_turn:
        readings = _with_progress(sources, told_in_turn)
        if arguments.merge:
            return _show_merged(collected(sources, readings, vocabulary=vocabulary), arguments)
        return _show(readings, _records(arguments.format, only=arguments.only), sources)


def _show(told: Iterable[_T | UnreadableFile], shown: Callable[[_T, str], Iterator[str]], sources: list[Source]) -> int:
    """Print what each source gave as soon as it is there, complain where it gave none, and return the exit code."""
    code = 0
    for source, each in zip(sources, told, strict=True):
        if isinstance(each, UnreadableFile):
            _complain(each)
            code = UNREADABLE
        else:
            sys.stdout.writelines(shown(each, source.id))
    return code


def _show_merged(loaded: LoadedFolder, arguments: argparse.Namespace) -> int:
    """Print what all sources gave together, each record once."""
    for failure in loaded.failures:
        _complain(failure)
    chosen = [record for record in loaded.corpus if isinstance(record, (Article, *arguments.only))]
    if arguments.format == "jsonl":
        sys.stdout.writelines(to_jsonl(chosen))
    else:
        sys.stdout.write(merged_to_table(chosen, width=_width()) + "\n")
    return UNREADABLE if loaded.failures else 0


def _complain(error: ShanghaiTechError) -> None:
    sys.stdout.flush()
    print(f"shanghai-tech: {error}", file=sys.stderr)


# ---------------------------------------------------------------- in


def _sources(path: str) -> list[Source]:
    if path == "-":
        return [Source(id="stdin", path=Path(path), load=lambda _: text_of_bytes(_stdin(), file="standard input"))]
    return [Source(id=file.stem, path=file) for file in text_files(Path(path))]


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def _text(source: Source) -> str | UnreadableFile:
    try:
        return source.load(source.path)
    except UnreadableFile as error:
        return error


def _with_progress(sources: Sequence[Source], told_in_turn: Iterable[_T]) -> Iterator[_T]:
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


def _records(form: str, *, only: tuple[type[Record], ...]) -> Callable[[Reading, str], Iterator[str]]:
    """The article and its records of some kinds; beside a table of facts, the numbers that were not understood."""
    with_unread = any(issubclass(kind, Fact) for kind in only)

    def shown(reading: Reading, _: str) -> Iterator[str]:
        chosen = [record for record in reading if isinstance(record, (Article, *only))]
        if form == "jsonl":
            yield from to_jsonl(chosen)
        else:
            yield to_table(chosen, width=_width()) + "\n"
            yield from (_unread(each, reading.article.text) for each in reading.unread if with_unread)
            yield "\n"

    return shown


def _mentions(form: str, vocabulary: Vocabulary, *, published: Period | None) -> Callable[[str, str], Iterator[str]]:
    def shown(text: str, name: str) -> Iterator[str]:
        mentions = find_mentions(text, published=published, vocabulary=vocabulary)
        if form == "jsonl":
            yield from mentions_to_jsonl(mentions, text, source=name)
        else:
            yield f"{name}\n\n{mentions_to_table(mentions, text, width=_width())}\n\n"

    return shown


def _unread(unread: Unread, text: str) -> str:
    return f"not understood at {unread.span.start}: “{' '.join(unread.span.slice(text).split())}”: {unread.reason}\n"


def _width() -> int:
    """The width of the terminal; output that goes elsewhere has one of its own, so that it is the same everywhere."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def _use_utf_8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
