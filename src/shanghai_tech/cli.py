"""The console command: `shanghai-tech read` and `shanghai-tech mentions`."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Final, TextIO

from shanghai_tech.codec import RECORDS
from shanghai_tech.errors import InvalidText, InvalidValue, ShanghaiTechError
from shanghai_tech.export import mentions_to_jsonl, mentions_to_table, to_jsonl, to_table
from shanghai_tech.export.layout import WIDTH
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.model import Article, Fact, Period, Record
from shanghai_tech.reading import find_mentions, read, seeds, text_files, text_of_bytes, text_of_file
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

#: Exit codes: some input could not be read; the reader of our output went away; the user interrupted.
UNREADABLE, CLOSED, INTERRUPTED = 2, 141, 130

#: Nobody wants to be told about what takes less time than this, in seconds.
_PATIENCE: Final = 1.0


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
    shown: Callable[[str, str], Iterator[str]]
    if arguments.command == "read":
        shown = _records(arguments.format, vocabulary, only=arguments.only)
    else:
        shown = _mentions(arguments.format, vocabulary, published=arguments.published)
    code = 0
    for name, load in _with_progress(_inputs(arguments.paths)):
        try:
            text = load()
        except ShanghaiTechError as error:
            _complain(error)
            code = UNREADABLE
        else:
            sys.stdout.writelines(shown(text, name))
    return code


def _complain(error: ShanghaiTechError) -> None:
    sys.stdout.flush()
    print(f"shanghai-tech: {error}", file=sys.stderr)


# ---------------------------------------------------------------- in


def _inputs(paths: Sequence[str]) -> list[tuple[str, Callable[[], str]]]:
    """The name of each input and a function that loads its text."""
    return [each for path in paths or map(str, seeds()) for each in _inputs_of(path)]


def _inputs_of(path: str) -> list[tuple[str, Callable[[], str]]]:
    if path == "-":
        return [("stdin", lambda: text_of_bytes(_stdin(), file="standard input"))]
    return [(file.stem, partial(text_of_file, file)) for file in text_files(Path(path))]


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def _with_progress(inputs: Sequence[tuple[str, Callable[[], str]]]) -> Iterator[tuple[str, Callable[[], str]]]:
    """The inputs, one after the other; tells a person who has waited for a while how far it is."""
    begun = monotonic()
    told = ""
    for number, each in enumerate(inputs, start=1):
        if sys.stderr.isatty() and monotonic() - begun > _PATIENCE:
            told = f"reading {number} of {len(inputs)}: {each[0]}"[: shutil.get_terminal_size().columns - 1]
            print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)
        yield each
    if told:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


# ---------------------------------------------------------------- out


def _records(
    form: str, vocabulary: Vocabulary, *, only: tuple[type[Record], ...]
) -> Callable[[str, str], Iterator[str]]:
    """The article and its records of some kinds; beside a table of facts, the numbers that were not understood."""
    with_unread = any(issubclass(kind, Fact) for kind in only)

    def shown(text: str, name: str) -> Iterator[str]:
        reading = read(text, id=name, vocabulary=vocabulary)
        chosen = [record for record in reading if isinstance(record, (Article, *only))]
        if form == "jsonl":
            yield from to_jsonl(chosen)
        else:
            yield to_table(chosen, width=_width()) + "\n"
            yield from (_unread(each, text) for each in reading.unread if with_unread)
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
