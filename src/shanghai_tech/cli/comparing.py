"""`shanghai-tech compare`, `progress` and `revision`: what articles say to one another, and what became of promises."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import fill
from typing import Final

from attrs import evolve

from shanghai_tech.cli.sources import (
    UNREADABLE,
    Commands,
    add_options,
    add_paths,
    corpus_of,
    period,
    sources_at,
    sources_of,
    width,
)
from shanghai_tech.compare import AgreementOutcome, Fate, Outcome, Rates, agreements, implied, progress_report, revision
from shanghai_tech.corpus import Corpus
from shanghai_tech.corpus.load import Source
from shanghai_tech.errors import InvalidValue, UnreadableFile
from shanghai_tech.export.answers import Answer, answers_to_jsonl
from shanghai_tech.reading import seeds
from shanghai_tech.vocabulary import Vocabulary

_RATE: Final = re.compile(r"(?P<of>[A-Z]{3})/(?P<to>[A-Z]{3})=(?P<rate>[0-9.]+)")


def add_commands(commands: Commands) -> None:
    """Add the three commands."""
    compare = commands.add_parser(
        "compare",
        help="whether articles agree",
        description="Prints what several articles tell of one thing and whether they agree, and what the arithmetic of"
        " each implies and whether it holds.",
    )
    compare.set_defaults(run=_compare)
    progress = commands.add_parser(
        "progress",
        help="what became of targets",
        description="Prints which metrics tell something about which targets: met, missed, open or unknown.",
    )
    _add_progress_options(progress)
    progress.set_defaults(run=_progress)
    for command in (compare, progress):
        add_paths(command)
        add_options(command)
    revised = commands.add_parser(
        "revision",
        help="what one version of a story tells that another does not",
        description="Prints what became of each fact from one version of a story to another.",
    )
    for name in ("old", "new"):
        revised.add_argument(
            name,
            metavar=name.upper(),
            nargs="?",
            help=f"the {name} version: a text file in UTF-8, or - (default: one of two seed articles on one story)",
        )
    add_options(revised)
    revised.set_defaults(run=_revision)


def _add_progress_options(command: ArgumentParser) -> None:
    command.add_argument(
        "--as-of", metavar="DAY", type=_day, help="the day on which that is asked: what was due before is not open"
    )
    command.add_argument(
        "--rate",
        metavar="OF/TO=RATE",
        type=_rate,
        action="append",
        default=[],
        help="a rate of exchange, such as USD/CNY=6.9 for 6.9 yuan a dollar",
    )
    command.add_argument(
        "--implied-rates", action="store_true", help="rates as well that the articles imply by telling amounts twice"
    )


def _day(text: str) -> date:
    told = period(text)
    if told.start is None or told.start != told.end:
        raise ArgumentTypeError(str(InvalidValue("day", text, "one day, such as 2025-12-31")))
    return told.start


def _rate(text: str) -> tuple[tuple[str, str], str]:
    match = _RATE.fullmatch(text)
    if match is None:
        raise ArgumentTypeError(str(InvalidValue("rate", text, "two currencies and a number, such as USD/CNY=6.9")))
    return (match["of"], match["to"]), match["rate"]


# ---------------------------------------------------------------- the commands


def _compare(arguments: Namespace, vocabulary: Vocabulary) -> int:
    loaded = corpus_of(sources_of(arguments), vocabulary)
    between, within = agreements(loaded.corpus), implied(loaded.corpus)
    differing = [each for accord in between for each in accord.agreements if each.outcome is not AgreementOutcome.SAME]
    same = [accord for accord in between if accord.outcome is AgreementOutcome.SAME]
    if arguments.format == "jsonl":
        sys.stdout.writelines(answers_to_jsonl([*same, *differing, *within]))
    else:
        sys.stdout.writelines(_paragraphs(f"{between.summary}.", [*differing, *same]))
        sys.stdout.writelines(_paragraphs(f"{within.summary}.", within))
    return UNREADABLE if loaded.failures else 0


def _progress(arguments: Namespace, vocabulary: Vocabulary) -> int:
    loaded = corpus_of(sources_of(arguments), vocabulary)
    rates = _rates(arguments, loaded.corpus)
    report = progress_report(loaded.corpus, rates=rates, as_of=arguments.as_of)
    if arguments.format == "jsonl":
        sys.stdout.writelines(answers_to_jsonl([*report.pairs, *report.near_misses]))
        return UNREADABLE if loaded.failures else 0
    for outcome in Outcome:
        found = [each for each in report.pairs if each.outcome is outcome]
        if found:
            sys.stdout.writelines(_paragraphs(f"{outcome.value}: {len(found)}", found))
    if report.near_misses:
        sys.stdout.writelines(_paragraphs(f"nearly a pair: {len(report.near_misses)}", report.near_misses))
    sys.stdout.write(f"targets without a metric: {len(report.unpaired)} of {len(loaded.corpus.targets)}\n")
    return UNREADABLE if loaded.failures else 0


def _rates(arguments: Namespace, corpus: Corpus) -> Rates:
    given = Rates.given(dict(arguments.rate))
    return given | Rates.implied(corpus) if arguments.implied_rates else given


def _revision(arguments: Namespace, vocabulary: Vocabulary) -> int:
    full, short = map(str, seeds()[:2])  # the first two of the seeds are versions of one story
    old, new = _source(arguments.old or short), _source(arguments.new or full)
    if old.id == new.id:  # versions often lie in two folders under one name
        old, new = (evolve(source, id=str(source.path.with_suffix(""))) for source in (old, new))
    found = revision(_version(old, vocabulary), _version(new, vocabulary))
    if arguments.format == "jsonl":
        sys.stdout.writelines(answers_to_jsonl(found.entries))
        return 0
    sys.stdout.writelines(_paragraphs(found.explain(), ()))
    for fate in Fate:
        entries = found.of(fate)
        if entries:
            sys.stdout.writelines(_paragraphs(f"{fate.value}: {len(entries)}", entries))
    return 0


def _source(path: str) -> Source:
    """The one text that a path names.

    Raises:
        UnreadableFile: for several texts.
    """
    sources = sources_at(path)
    if len(sources) != 1:
        raise UnreadableFile(path, "is a folder", "a version is one text file")
    return sources[0]


def _version(source: Source, vocabulary: Vocabulary) -> Corpus:
    """What one text tells.

    Raises:
        UnreadableFile: for one that cannot be read.
    """
    loaded = corpus_of([source], vocabulary)
    if loaded.failures:
        raise loaded.failures[0]
    return loaded.corpus


def _paragraphs(heading: str, answers: Iterable[Answer]) -> Iterator[str]:
    """A heading, and each answer in words below it."""
    yield fill(heading, width(), break_on_hyphens=False) + "\n"
    for answer in answers:
        yield (
            fill(answer.explain(), width(), initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False) + "\n"
        )
    yield "\n"
