"""`shanghai-tech ask`: the records that answer the questions that the options put."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from attrs import frozen

from shanghai_tech import query
from shanghai_tech.cli.sources import (
    UNREADABLE,
    Commands,
    Options,
    add_options,
    add_paths,
    corpus_of,
    sources_of,
    width,
)
from shanghai_tech.corpus import Corpus
from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.export import merged_to_table, to_jsonl
from shanghai_tech.model import Organization, Target
from shanghai_tech.query import Predicate, Selection
from shanghai_tech.query.field import PLURALS, Field
from shanghai_tech.query.values import one_of
from shanghai_tech.vocabulary import Vocabulary

#: A question about records of the kind that is asked for; whether it suits them is seen when it is put.
_Question: TypeAlias = Predicate[Any]
_Asked: TypeAlias = Callable[[str], _Question]
_Field: TypeAlias = Field[Any, Any]

_SIGNED: Final = re.compile(r"\s*(?P<sign>>=|<=|==|!=|>|<|=)?\s*(?P<amount>.+?)\s*", re.DOTALL)
_SIGNS: Final[Mapping[str, _Asked]] = {
    ">=": lambda amount: query.quantity >= amount,
    "<=": lambda amount: query.quantity <= amount,
    ">": lambda amount: query.quantity > amount,
    "<": lambda amount: query.quantity < amount,
    "=": lambda amount: query.quantity == amount,
    "==": lambda amount: query.quantity == amount,
    "!=": lambda amount: query.quantity != amount,
}


@frozen
class _Option:
    """An option that puts a question to a field, made of its value."""

    name: str
    metavar: str
    about: str
    field: _Field
    asked: _Asked


def _by_amount(text: str) -> _Question:
    match = _SIGNED.fullmatch(text)
    if match is None:
        raise InvalidQuestion("--quantity", text, "a sign and an amount, such as '>= 1 trillion yuan'")
    return _SIGNS[match["sign"] or "=="](match["amount"])


_OPTIONS: Final = (
    _Option(
        "subject",
        "NAME",
        "whom or what facts are about, by any of its names",
        query.subject,
        lambda each: query.subject == each,
    ),
    _Option(
        "subject-within", "PLACE", "facts about a place, or one that lies in it", query.subject, query.subject.within
    ),
    _Option(
        "indicator", "WORDS", "what is measured, such as GDP", query.indicator, lambda each: query.indicator == each
    ),
    _Option("label", "WORDS", "words for what is measured, in any order", query.label, query.label.has),
    _Option("quantity", "AMOUNT", "how much, such as '>= 1 trillion yuan'", query.quantity, _by_amount),
    _Option("unit", "UNIT", "such as yuan, startups or percent", query.unit, lambda each: query.unit == each),
    _Option(
        "dimension", "WORD", "such as money, count or share", query.dimension, lambda each: query.dimension == each
    ),
    _Option("form", "WORD", "level, share, growth, multiple or rank", query.form, lambda each: query.form == each),
    _Option("bound", "WORD", "such as exactly, about, over or at-most", query.bound, lambda each: query.bound == each),
    _Option("base", "WORDS", "words for what a share, growth or multiple is relative to", query.base, query.base.has),
    _Option("speaker", "NAME", "who says so", query.speaker, lambda each: query.speaker == each),
    _Option("initiative", "ID", "facts of an initiative", query.initiative, lambda each: query.initiative == each),
    _Option(
        "name", "NAME", "what an organization or initiative is called", query.name, lambda each: query.name == each
    ),
    _Option("kind", "WORD", "such as company, university, plan or zone", query.kind, lambda each: query.kind == each),
    _Option("person", "NAME", "organizations of a person", query.people, query.people.has),
    _Option(
        "status", "WORD", "planned, announced, underway or completed", query.status, lambda each: query.status == each
    ),
    _Option(
        "participant", "NAME", "initiatives that somebody runs or joins", query.participants, query.participants.has
    ),
    _Option("place", "PLACE", "initiatives in a place, or in one that lies in it", query.place, query.place.within),
    _Option("article", "ID", "what an article tells", query.article, lambda each: query.article == each),
    _Option("publisher", "NAME", "what a paper tells", query.publisher, lambda each: query.publisher == each),
    _Option("published", "DAYS", "what was told in these days", query.published, query.published.during),
)
#: How days lie to others; for targets, those on which they are due.
_RELATIONS: Final = {
    "during": "all of the time within these days",
    "overlaps": "some of the time within these days",
    "before": "all before these days",
    "after": "all after these days",
    "by": "no later than the last of these days",
    "since": "no earlier than the first of these days",
}


def add_commands(commands: Commands) -> None:
    """Add the command, with the questions that each kind of record can be asked."""
    about = (
        "Prints the records that say yes to all questions for certain, and with --possible those that do not say no."
    )
    ask = commands.add_parser("ask", help="the records that answer questions", description=about)
    kinds = ask.add_subparsers(dest="records", required=True, metavar="KIND")
    for kind, plural in PLURALS.items():
        one = kinds.add_parser(plural, help=f"ask the {plural}", description=f"{about} Twice the same option: either.")
        one.set_defaults(run=_ask, kind_of_record=kind)
        add_paths(one)
        questions = one.add_argument_group("questions")
        for option in _OPTIONS:
            if kind in option.field.kinds:
                _add(questions, option.name, metavar=option.metavar, about=option.about)
        if kind is not Organization:
            for name, meaning in _RELATIONS.items():
                _add(questions, name, metavar="DAYS", about=f"{'due' if kind is Target else 'period'}: {meaning}")
        shown = one.add_argument_group("answers")
        shown.add_argument("--possible", action="store_true", help="also what is possible, not only what is certain")
        _add(shown, "order", metavar="FIELD", about="the field to put them in order by")
        shown.add_argument("--descending", action="store_true", help="the largest, latest or last first")
        add_options(one)


def _add(group: Options, name: str, *, metavar: str, about: str) -> None:
    group.add_argument(f"--{name}", metavar=metavar, action="append", default=[], help=about)


def _ask(arguments: Namespace, vocabulary: Vocabulary) -> int:
    questions = list(_questions(arguments))
    order = [_field(name) for name in arguments.order]
    loaded = corpus_of(sources_of(arguments), vocabulary)
    records = cast("Selection[Any]", getattr(loaded.corpus, PLURALS[arguments.kind_of_record]))
    asked = records.where(*questions, possible=arguments.possible)
    ordered = asked.order_by(*order, descending=arguments.descending) if order else asked
    if arguments.format == "jsonl":
        sys.stdout.writelines(to_jsonl(ordered))
    else:
        sys.stdout.write(_shown(loaded.corpus, asked, tuple(ordered)))
    return UNREADABLE if loaded.failures else 0


def _questions(arguments: Namespace) -> Iterator[_Question]:
    for option in _OPTIONS:
        yield from _either(option.asked, getattr(arguments, option.name.replace("-", "_"), ()))
    when = query.due if arguments.kind_of_record is Target else query.period
    for name in _RELATIONS:
        yield from _either(getattr(when, name), getattr(arguments, name, ()))


def _either(asked: _Asked, values: Sequence[str]) -> Iterator[_Question]:
    if values:
        first, *others = map(asked, values)
        for other in others:
            first |= other
        yield first


def _field(name: str) -> _Field:
    fields: dict[str, _Field] = {each: getattr(query, each) for each in query.__all__ if each.islower()}
    if name not in fields:
        raise InvalidQuestion("--order", name, one_of(fields, name))
    return fields[name]


def _shown(corpus: Corpus, asked: Selection[Any], records: Sequence[Any]) -> str:
    """The question, and the records in a table with the articles that tell them; or why there are none."""
    if not records:
        return f"{asked!r}\n".replace("with possible=True", "with --possible")
    told_in = {evidence.article for record in records for evidence in record.evidence}
    articles = [article for article in corpus.articles if article.id in told_in]
    return f"{asked.heading}\n\n{merged_to_table([*articles, *records], width=width())}\n"
