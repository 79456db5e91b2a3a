"""Questions for the laws, each beside a slow answer that is worked out by other means than the code under test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, TypeAlias

from hypothesis import strategies as st

from shanghai_tech import Bound, Corpus, Form, Metric, Period, Quantity
from shanghai_tech.query import (
    Predicate,
    Truth,
    article,
    base,
    bound,
    dimension,
    form,
    indicator,
    label,
    period,
    quantity,
    speaker,
    subject,
    unit,
)

#: What a metric of a corpus says.
Oracle: TypeAlias = Callable[[Metric, Corpus], Truth]
Question: TypeAlias = tuple[Predicate[Metric], Oracle]

ASKED_NAMES: Final = (
    "Zork",
    "zork group",
    "the Zork Works",
    "EDB",
    "Bangalore",
    "bengaluru",
    "Board",
    "Aliyun",
    "技",
    "Nobody",
)
#: Amounts as a person writes them, and as they are.
ASKED_AMOUNTS: Final = {
    "500 firms": "500 {firm}",
    "512 firms": "512 {firm}",
    "3 trillion yuan": "3E+12 CNY",
    "3.27 trillion yuan": "3.27E+12 CNY",
    "8 %": "8 %",
    "10 percent": "10 %",
    "1/3": "1/3",
    "0": "0",
    "400": "400",
}
ASKED_DAYS: Final = ("2018", "2018-03", "2018-03-01", "2017/2018", "../2018", "2018/..", "2019", "2018-01-03")
#: What else is what is counted.
_KINDS: Final = {"{firm}": ("{firm}", "{chip firm}")}


def _yes(answer: object) -> Truth:
    return Truth.CERTAIN if answer else Truth.IMPOSSIBLE


def _told(value: object, answer: Callable[[], object]) -> Truth:
    return Truth.POSSIBLE if value is None else _yes(answer())


# ---------------------------------------------------------------- names, words, closed lists


def _names() -> st.SearchStrategy[Question]:
    def asked(name: str) -> Question:
        return subject == name, lambda metric, corpus: _told(
            metric.subject, lambda: corpus.naming.same(str(metric.subject), name)
        )

    return st.sampled_from(ASKED_NAMES).map(asked)


def _speakers() -> st.SearchStrategy[Question]:
    def oracle(metric: Metric, corpus: Corpus, name: str) -> Truth:
        told = [each for each in (metric.speaker, metric.speaks_for) if each is not None]
        return _told(told or None, lambda: any(corpus.naming.same(each, name) for each in told))

    return st.sampled_from(ASKED_NAMES).map(
        lambda name: (speaker == name, lambda metric, corpus: oracle(metric, corpus, name))
    )


def _closed() -> st.SearchStrategy[Question]:
    forms: st.SearchStrategy[Question] = st.sampled_from(Form).map(
        lambda each: (form == each.value, lambda metric, _: _yes(metric.form is each))
    )
    bounds: st.SearchStrategy[Question] = st.sampled_from(Bound).map(
        lambda each: (bound == each, lambda metric, _: _yes(metric.quantity.bound is each))
    )
    indicators: st.SearchStrategy[Question] = st.sampled_from(["output", "firm"]).map(
        lambda each: (indicator == each, lambda metric, _: _yes(metric.indicator == each))
    )
    articles: st.SearchStrategy[Question] = st.lists(st.sampled_from("abcd"), min_size=1, max_size=2).map(
        lambda ids: (
            article.one_of(*ids),
            lambda metric, _: _yes({each.article for each in metric.evidence} & set(ids)),
        )
    )
    money: st.SearchStrategy[Question] = st.just(
        (dimension == "money", lambda metric, _: _yes(str(metric.quantity.unit) == "CNY"))
    )
    return forms | bounds | indicators | articles | money


def _words() -> st.SearchStrategy[Question]:
    labels: st.SearchStrategy[Question] = st.sampled_from(["firms", "firm", "output", "the output"]).map(
        lambda words: (label.has(words), lambda metric, _: _yes(metric.label[:4] == words.removeprefix("the ")[:4]))
    )
    told: st.SearchStrategy[Question] = st.just((base.is_told, lambda metric, _: _yes(metric.base is not None)))
    return labels | st.sampled_from(["gdp", "budget"]).map(_based) | told


def _based(word: str) -> Question:
    return base.has(word), lambda metric, _: _told(metric.base, lambda: word in str(metric.base).lower())


def _units() -> st.SearchStrategy[Question]:
    def oracle(metric: Metric, asked: str) -> Truth:
        told = [str(each.unit) for each in (metric.quantity, *metric.restated)]
        if any(each in _KINDS.get(asked, (asked,)) for each in told):
            return Truth.CERTAIN
        return Truth.POSSIBLE if asked == "{chip firm}" and "{firm}" in told else Truth.IMPOSSIBLE

    return st.sampled_from(["{firm}", "{chip firm}", "CNY", "%"]).map(
        lambda asked: (unit == asked, lambda metric, _: oracle(metric, asked))
    )


# ---------------------------------------------------------------- amounts


def points_of(told: Quantity) -> list[Fraction]:
    """Numbers that a quantity allows: its ends, as near as can be where they are open, its middle, and far away."""
    interval, far, near = told.interval, Fraction(10**20), Fraction(1, 10**6)
    low = -far if interval.low is None else interval.low + (near if interval.low_open else 0)
    high = far if interval.high is None else interval.high - (near if interval.high_open else 0)
    return [low, (low + high) / 2, high]


def _fits(told: Quantity, asked: Quantity) -> bool:
    """Whether the two are in one unit; a number without one asks for whatever is counted."""
    known, wanted = str(told.unit), str(asked.unit)
    return known in _KINDS.get(wanted, (wanted,)) or (wanted == "1" and "firm" in known)


def _compared(metric: Metric, asked: Quantity, holds: Callable[[Fraction], bool]) -> Truth:
    """The first of the amounts that decides, all numbers that its words allow being tried."""
    answers: list[Truth] = []
    for told in (metric.quantity, *metric.restated):
        is_part = metric.form is Form.SHARE and (str(told.unit), str(asked.unit)) == ("1", "%")
        if is_part or _fits(told, asked):
            worlds = {holds(point * (100 if is_part else 1)) for point in points_of(told)}
            answers.append(Truth.POSSIBLE if len(worlds) > 1 else _yes(worlds == {True}))
    decided = [answer for answer in answers if answer is not Truth.POSSIBLE]
    return decided[0] if decided else Truth.POSSIBLE if answers else Truth.IMPOSSIBLE


def _amounts() -> st.SearchStrategy[Question]:
    def asked(words: str, sign: str) -> Question:
        amount = Quantity.parse(ASKED_AMOUNTS[words])
        line = Fraction(amount.value)
        made: dict[str, tuple[Predicate[Metric], Callable[[Fraction], bool]]] = {
            "<": (quantity < words, lambda point: point < line),
            "<=": (quantity <= words, lambda point: point <= line),
            ">": (quantity > words, lambda point: point > line),
            ">=": (quantity >= words, lambda point: point >= line),
        }
        question, holds = made[sign]
        return question, lambda metric, _: _compared(metric, amount, holds)

    return st.builds(asked, st.sampled_from(list(ASKED_AMOUNTS)), st.sampled_from(["<", "<=", ">", ">="]))


# ---------------------------------------------------------------- periods


def worlds_of(told: Period) -> list[tuple[date, date]]:
    """Periods that one allows: each reading, and an open end on every tenth day and on those that are asked for."""
    found: list[tuple[date, date]] = []
    span = [date(2016, 1, 1) + timedelta(days=each) for each in range(0, 1800, 10)]
    for each in told.candidates or (told,):
        first = (
            [each.start]
            if each.start is not None
            else [day for day in (date.min, *span) if each.end and day <= each.end]
        )
        last = (
            [each.end]
            if each.end is not None
            else [day for day in (*span, date.max) if each.start and day >= each.start]
        )
        ends = [*last, *((each.start,) if each.end is None and each.start else ())]
        starts = [*first, *((each.end,) if each.start is None and each.end else ())]
        found += [(start, end) for start in starts for end in ends]
    return found


def _days() -> st.SearchStrategy[Question]:
    def relations(asked: Period) -> dict[str, Callable[[date, date], bool]]:
        first, last = asked.start or date.min, asked.end or date.max
        return {
            "during": lambda start, end: first <= start and end <= last,
            "overlaps": lambda start, end: not (end < first or start > last),
            "before": lambda _, end: end < first,
            "after": lambda start, _: start > last,
            "by": lambda _, end: end <= last,
            "since": lambda start, _: start >= first,
        }

    def asked(words: str, name: str) -> Question:
        holds = relations(Period.parse(words))[name]

        def oracle(metric: Metric, _: Corpus) -> Truth:
            if metric.period is None:
                return Truth.POSSIBLE
            answers = {holds(start, end) for start, end in worlds_of(metric.period)}
            return Truth.POSSIBLE if len(answers) > 1 else _yes(answers == {True})

        made: dict[str, Callable[[str], Predicate[Metric]]] = {
            "during": period.during,
            "overlaps": period.overlaps,
            "before": period.before,
            "after": period.after,
            "by": period.by,
            "since": period.since,
        }
        return made[name](words), oracle

    with_both_ends = st.sampled_from([days for days in ASKED_DAYS if ".." not in days])
    ended = st.builds(asked, with_both_ends, st.sampled_from(["before", "after", "by", "since"]))
    return ended | st.builds(asked, st.sampled_from(ASKED_DAYS), st.sampled_from(["during", "overlaps"]))


# ---------------------------------------------------------------- all of them


def atoms() -> st.SearchStrategy[Question]:
    """A question about one field of a metric."""
    return _names() | _speakers() | _closed() | _words() | _units() | _amounts() | _days()


def questions() -> st.SearchStrategy[Question]:
    """Questions about metrics, some joined and negated."""

    def joined(parts: st.SearchStrategy[Question]) -> st.SearchStrategy[Question]:
        def both(one: Question, other: Question) -> Question:
            return one[0] & other[0], lambda metric, corpus: min(
                one[1](metric, corpus), other[1](metric, corpus), key=lambda each: each.value
            )

        def either(one: Question, other: Question) -> Question:
            return one[0] | other[0], lambda metric, corpus: max(
                one[1](metric, corpus), other[1](metric, corpus), key=lambda each: each.value
            )

        def none(one: Question) -> Question:
            return ~one[0], lambda metric, corpus: Truth(2 - one[1](metric, corpus).value)

        return st.builds(both, parts, parts) | st.builds(either, parts, parts) | st.builds(none, parts)

    return st.recursive(atoms(), joined, max_leaves=4)


def predicates() -> st.SearchStrategy[Predicate[Metric]]:
    """The questions alone."""
    return questions().map(lambda question: question[0])
