"""What comparisons found → JSON Lines: one object a line.

    {"answer": "progress", "outcome": "open", "explanation": …, "records": ["target-…", "metric-…"],
     "figures": {"reached": {"nominal": "60", "low": "60", "high": "60", …, "unit": "%"}}, "evidence": [{"article": …}]}

Numbers are exact, as decimals or fractions; an end that is open is null, and so is a face value where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from attrs import asdict

from shanghai_tech.codec import to_data
from shanghai_tech.compare import Accord, Agreement, Change, Figure, Implication, NearMiss, Progress, Revised
from shanghai_tech.export.jsonl import json_line
from shanghai_tech.model import Interval, Record

#: What is found by comparing.
Answer: TypeAlias = Accord | Agreement | Change | Implication | NearMiss | Progress | Revised

_FIGURES: Final = ("difference", "ratio", "percent", "per_year", "years", "reached", "needed_per_year", "figure")


def answers_to_jsonl(answers: Iterable[Answer]) -> Iterator[str]:
    """One line of JSON for each answer, with its line end.

    >>> from shanghai_tech import read
    >>> from shanghai_tech.compare import change
    >>> early, late = read("Suzhou had 40 labs in 2011. Suzhou had 90 labs in 2018.", id="herald").metrics
    >>> (line,) = answers_to_jsonl([change(early, late)])
    >>> '"ratio": {"nominal": "2.25"' in line
    True
    """
    for answer in answers:
        yield json_line(_data(answer))


def _data(answer: Answer) -> dict[str, object]:
    figures = {name: getattr(answer, name, None) for name in _FIGURES}
    return {
        "answer": type(answer).__name__.lower(),
        "outcome": _outcome(answer),
        "explanation": answer.explain(),
        "records": [record.id for record in _records(answer)],
        "figures": {name: _figure(figure) for name, figure in figures.items() if isinstance(figure, Figure)},
        "evidence": [asdict(piece) for piece in answer.evidence],
    }


def _figure(figure: Figure) -> dict[str, object]:
    nominal = None if figure.nominal is None else to_data(Interval(figure.nominal, figure.nominal))["low"]
    return {"nominal": nominal, **to_data(figure.interval), "unit": str(figure.unit)}


def _outcome(answer: Answer) -> str | None:
    match answer:
        case Accord() | Agreement() | Progress():
            return str(answer.outcome.value)
        case Implication():
            return str(answer.verdict.value)
        case Revised():
            return str(answer.fate.value)
        case NearMiss():
            return answer.reason.name
        case Change():
            return None


def _records(answer: Answer) -> tuple[Record, ...]:
    match answer:
        case Accord():
            return answer.tellings
        case Agreement() | Change():
            return answer.one, answer.other
        case Implication():
            return (*answer.facts, *answer.against)
        case NearMiss() | Progress():
            return answer.target, answer.metric
        case Revised():
            return answer.facts
