"""`shanghai-tech read` and `shanghai-tech mentions`: what each article tells, and what stands in any text."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TypeVar

from shanghai_tech.cli.sources import (
    UNREADABLE,
    Commands,
    add_options,
    add_paths,
    complain,
    corpus_of,
    period,
    sources_of,
    text_of,
    width,
    with_progress,
)
from shanghai_tech.codec import RECORDS
from shanghai_tech.corpus.load import Source, read_in_order
from shanghai_tech.errors import InvalidValue, UnreadableFile
from shanghai_tech.export import mentions_to_jsonl, mentions_to_table, merged_to_table, to_jsonl, to_table
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.model import Article, Fact, Period, Record
from shanghai_tech.reading import Reading, find_mentions
from shanghai_tech.vocabulary import Vocabulary

_T = TypeVar("_T")


def add_commands(commands: Commands) -> None:
    """Add both commands."""
    read = commands.add_parser(
        "read",
        help="the records of articles",
        description="Prints the records of articles: organizations, initiatives, metrics and targets.",
    )
    read.add_argument(
        "--only",
        metavar="KINDS",
        type=_kinds,
        default=tuple(RECORDS.values()),
        help=f"the kinds of record to print, such as metric,target (default: {','.join(RECORDS)})",
    )
    read.add_argument(
        "--merge", action="store_true", help="what several articles tell as one record, with evidence from each"
    )
    read.set_defaults(run=_read)
    mentions = commands.add_parser(
        "mentions",
        help="the quantities and periods of any text",
        description="Prints every quantity and every period of any text, with its place and meaning.",
    )
    mentions.add_argument(
        "--published",
        metavar="DATE",
        type=period,
        help='the day that "last year" is counted from, such as 2019-05-07',
    )
    mentions.set_defaults(run=_find)
    for command in (read, mentions):
        add_paths(command)
        add_options(command)


def _kinds(text: str) -> tuple[type[Record], ...]:
    for name in text.split(","):
        if name not in RECORDS:
            error = InvalidValue("kind", name, f"some of {', '.join(RECORDS)}, with commas between")
            raise ArgumentTypeError(str(error))
    return tuple(RECORDS[name] for name in text.split(","))


def _read(arguments: Namespace, vocabulary: Vocabulary) -> int:
    sources = sources_of(arguments)
    if arguments.merge:
        return _show_merged(sources, arguments, vocabulary=vocabulary)
    with closing(read_in_order(sources, vocabulary)) as told_in_turn:
        readings = with_progress(sources, told_in_turn)
        return _show(readings, _records(arguments.format, only=arguments.only), sources)


def _find(arguments: Namespace, vocabulary: Vocabulary) -> int:
    sources = sources_of(arguments)
    texts = with_progress(sources, map(text_of, sources))
    return _show(texts, _mentions(arguments.format, vocabulary, published=arguments.published), sources)


def _show(told: Iterable[_T | UnreadableFile], shown: Callable[[_T, str], Iterator[str]], sources: list[Source]) -> int:
    """Print what each source gave as soon as it is there, complain where it gave none, and return the exit code."""
    code = 0
    for source, each in zip(sources, told, strict=True):
        if isinstance(each, UnreadableFile):
            complain(each)
            code = UNREADABLE
        else:
            sys.stdout.writelines(shown(each, source.id))
    return code


def _show_merged(sources: list[Source], arguments: Namespace, *, vocabulary: Vocabulary) -> int:
    """Print what all sources gave together, each record once."""
    loaded = corpus_of(sources, vocabulary)
    chosen = [record for record in loaded.corpus if isinstance(record, (Article, *arguments.only))]
    if arguments.format == "jsonl":
        sys.stdout.writelines(to_jsonl(chosen))
    else:
        sys.stdout.write(merged_to_table(chosen, width=width()) + "\n")
    return UNREADABLE if loaded.failures else 0


def _records(form: str, *, only: tuple[type[Record], ...]) -> Callable[[Reading, str], Iterator[str]]:
    """The article and its records of some kinds; beside a table of facts, the numbers that were not understood."""
    with_unread = any(issubclass(kind, Fact) for kind in only)

    def shown(reading: Reading, _: str) -> Iterator[str]:
        chosen = [record for record in reading if isinstance(record, (Article, *only))]
        if form == "jsonl":
            yield from to_jsonl(chosen)
        else:
            yield to_table(chosen, width=width()) + "\n"
            yield from (_unread(each, reading.article.text) for each in reading.unread if with_unread)
            yield "\n"

    return shown


def _mentions(form: str, vocabulary: Vocabulary, *, published: Period | None) -> Callable[[str, str], Iterator[str]]:
    def shown(text: str, name: str) -> Iterator[str]:
        mentions = find_mentions(text, published=published, vocabulary=vocabulary)
        if form == "jsonl":
            yield from mentions_to_jsonl(mentions, text, source=name)
        else:
            yield f"{name}\n\n{mentions_to_table(mentions, text, width=width())}\n\n"

    return shown


def _unread(unread: Unread, text: str) -> str:
    return f"not understood at {unread.span.start}: “{' '.join(unread.span.slice(text).split())}”: {unread.reason}\n"
