"""Why questions chose nothing: what is possible, what is nowhere told, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from shanghai_tech.model import Record
from shanghai_tech.query.field import Asked
from shanghai_tech.query.key_fields import KeyAsked
from shanghai_tech.query.predicate import Predicate
from shanghai_tech.query.table import Table
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.values import near

_R = TypeVar("_R", bound=Record)


def hints(table: Table[_R], asked: Sequence[tuple[Predicate[_R], Truth]]) -> Iterator[str]:
    """What helps a person whose questions chose nothing."""
    possible = len(table.answer([(question, Truth.POSSIBLE) for question, _ in asked]))
    if possible:
        yield f"possible: {possible}, with possible=True"
    for at, (question, floor) in enumerate(asked):
        if not table.answer([(question, floor)]):
            yield f"none for {question} alone{_meant(table, question)}"
        yield from _unfit(table, question, [*asked[:at], *asked[at + 1 :]])


def _unfit(table: Table[_R], question: Predicate[_R], others: Sequence[tuple[Predicate[_R], Truth]]) -> Iterator[str]:
    """Why an amount is none that can be asked for, of the first record that answers the other questions."""
    if isinstance(question, Asked) and question.why is not None:
        left = table.answer(others)
        if left and all(question.ask(record, table.setting) is Truth.IMPOSSIBLE for record in left):
            yield f"{question}: {question.why(left[0])}"


def _meant(table: Table[_R], question: Predicate[_R]) -> str:
    """The values told that are spelled much like those asked for."""
    if not isinstance(question, KeyAsked):
        return ""
    told = {
        value: None
        for record in table.records
        for value in question.of.values.all(record, table.setting)
        if isinstance(value, str)
    }
    meant = [
        each for wanted in question.wanted for text in wanted if isinstance(text, str) for each in near(text, told)
    ]
    return f"; did you mean {', '.join(repr(each) for each in dict.fromkeys(meant))}?" if meant else ""
