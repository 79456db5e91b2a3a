"""The words in front of a time expression: how they tie a statement to it, and where they make two into a span."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.mention import Relation, TimeKind
from shanghai_tech.mentions.tagging import verb_forms
from shanghai_tech.mentions.tense import Direction, direction
from shanghai_tech.mentions.time_calendar import containing, day_after, day_before, shifted, unit_precision
from shanghai_tech.mentions.time_grammar import Length, Reading
from shanghai_tech.mentions.time_setting import Setting
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision

_LONGEST_TIE: Final = 5
_JOINS: Final = frozenset({"to", "through", "until", "till", "-", "–", "—", "thru", "‑"})
_CHANGES: Final = frozenset({"rise", "fall"})


@frozen(kw_only=True)
class Expression:
    """A reading where it stands: atoms `start` to `end` with its preposition, `first` to `last` without."""

    start: int
    end: int
    first: int
    last: int
    reading: Reading
    relation: Relation = Relation.DURING


def joined(found: list[Expression], setting: Setting) -> list[Expression]:
    """Two expressions with "to", "and" or a hyphen between them, as one span: "from January to June this year".

    "And" joins only behind "between".
    """
    merged: list[Expression] = []
    for expression in found:
        span = _span(merged[-1], expression, setting) if merged else None
        if span:
            merged[-1] = span
        else:
            merged.append(expression)
    return merged


def _span(left: Expression, right: Expression, setting: Setting) -> Expression | None:
    between = setting.tape.words(left.end, right.first)
    opening = setting.tape.words(left.first - 1, left.first) if left.first else ""
    if not (between in _JOINS or (between == "and" and opening == "between")):
        return None
    period = _from_to(left.reading, right.reading)
    if not period:
        return None
    start = left.first - 1 if opening in {"between", "from"} else left.first
    timex = str(period)
    reading = evolve(right.reading, period=period, timex=timex, kind=TimeKind.DATE, edge="", length=None)
    return Expression(start=start, end=right.end, first=left.first, last=right.last, reading=reading)


def _from_to(left: Reading, right: Reading) -> Period | None:
    """From the first to the second; a first without a year is the one that comes last before the second."""
    first, last = left.period, right.period
    if not first or not last or not first.start or not last.end or left.length or right.length:
        return None
    if left.yearless:
        first = _in_year(first, last.end.year)
        if first.start and first.start > last.end:
            first = _in_year(first, last.end.year - 1)
    if first.precision != last.precision or not first.start or first.start > last.end:
        return None
    return first.to(last)


def _in_year(period: Period, year: int) -> Period:
    assert period.start is not None
    if period.precision == Precision.MONTH:
        return Period.month(year, period.start.month)
    try:
        start, end = period.start.replace(year=year), (period.end or period.start).replace(year=year)
    except ValueError:  # 29 February
        return period
    return Period(start=start, end=end, precision=period.precision) if start <= end else period


def tied(expression: Expression, *, setting: Setting, floor: int) -> Expression:
    """The expression with the preposition before it, which may not begin before atom `floor`."""
    words, relation, start = _tie(expression, setting=setting, floor=floor)
    reading = expression.reading
    if relation is None:
        return expression
    apply = _APPLIED.get(relation)
    if relation in {"base", "from"}:
        reading, tie = _measured(expression, setting, relation=relation, words=words)
    elif relation in {"within", "span"} or (relation == "during" and reading.length):
        reading, tie = _limited(expression, setting, relation=relation, words=words)
    elif apply and reading.period:
        reading, tie = evolve(reading, period=_bounded(reading, relation, expression, setting)), apply
    else:
        edge_of_state = relation == "during" and reading.edge == "end" and words.endswith("at") and reading.period
        if edge_of_state:
            reading = evolve(reading, period=reading.period and reading.period.until())
        tie = Relation.AS_OF if edge_of_state else (apply or Relation.DURING)
    return evolve(expression, start=start, reading=reading, relation=tie)


_APPLIED: Final = {
    "by": Relation.BY,
    "until": Relation.BY,
    "since": Relation.SINCE,
    "as-of": Relation.AS_OF,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
}


def _tie(expression: Expression, *, setting: Setting, floor: int) -> tuple[str, str | None, int]:
    """The longest preposition that ends before the expression: its words, what it does, and its first atom."""
    end = expression.first
    while end > floor and setting.tape.atoms[end - 1].lower in {"about", "around", "roughly", "the", "just", "early", "late"}:
        end -= 1
    for stop in dict.fromkeys((expression.start, end)):
        for length in range(min(_LONGEST_TIE, stop - floor), 0, -1):
            words = setting.tape.words(stop - length, stop)
            tie = setting.lexicon.ties.get(words)
            if tie:
                return words, tie.relation, stop - length
    return "", None, expression.start


def _bounded(reading: Reading, relation: str, expression: Expression, setting: Setting) -> Period | None:
    """The period with its open end: "by", "since", "as of", "before", "after"."""
    period = reading.period
    if not period or not period.end or not period.start:
        return period
    if relation == "since":
        return period.since()
    if relation == "after":
        return Period(start=day_after(period.end), end=None, precision=period.precision)
    if relation == "before" and not reading.edge:
        return Period(start=None, end=day_before(period.start), precision=period.precision)
    if relation == "by" and reading.edge == "end" and _lies_ahead(period, expression, setting):
        return Period.day(period.end)
    return period.until()


def _lies_ahead(period: Period, expression: Expression, setting: Setting) -> bool:
    if setting.anchor and period.end:
        return period.end >= setting.anchor
    return _direction(expression, setting) != Direction.PAST


def _direction(expression: Expression, setting: Setting) -> Direction | None:
    atoms = setting.tape.atoms
    first, last = atoms[expression.first].token, atoms[expression.last - 1].token + 1
    return direction(setting.tape.sentence, first=first, last=last, vocabulary=setting.vocabulary)


def _limited(expression: Expression, setting: Setting, *, relation: str, words: str) -> tuple[Reading, Relation]:
    """A length of time as a limit: "within five years", "over the next decade", "in ten years" of what is to come."""
    reading, length = expression.reading, expression.reading.length
    if reading.ahead and reading.period:
        return evolve(reading, period=reading.period.until()), Relation.BY
    if not length or not length.count or not setting.anchor or reading.period:
        return reading, Relation.DURING
    ahead = _direction(expression, setting) == Direction.FUTURE
    limits = relation == "within" or (relation == "during" and words.startswith("in"))
    period = _limit(length, setting) if limits and ahead else None
    return (evolve(reading, period=period), Relation.BY) if period else (reading, Relation.DURING)


def _limit(length: Length, setting: Setting) -> Period | None:
    """Open up to the end of the unit of the calendar that lies so far ahead."""
    if not setting.anchor or not length.count:
        return None
    day = shifted(setting.anchor, length.unit, steps=length.count)
    unit = setting.lexicon.units["year"] if length.unit.months > 12 else length.unit
    period = day and containing(day, unit)
    return period and Period(start=None, end=period.end, precision=unit_precision(unit))


def _measured(expression: Expression, setting: Setting, *, relation: str, words: str) -> tuple[Reading, Relation]:
    """What a change is measured against ("compared with 2018", "up from 2011"), or where something begins."""
    reading = expression.reading
    if relation == "base" or reading.compares or _beside_change(expression, setting):
        return evolve(reading, compares=True), Relation.DURING
    period = reading.period
    ahead = period and setting.anchor and period.end and period.end >= setting.anchor
    if period and (ahead or _goes_on(expression, setting)):
        return evolve(reading, period=period.since() if period.start else period), Relation.SINCE
    return reading, Relation.DURING


def _goes_on(expression: Expression, setting: Setting) -> bool:
    atoms = setting.tape.atoms
    return expression.end < len(atoms) and atoms[expression.end].lower in {"on", "onward", "onwards"}


def _beside_change(expression: Expression, setting: Setting) -> bool:
    """Whether a word of rise or fall stands shortly before: "rose 5 percent from 2011", "up from last year"."""
    first = setting.tape.atoms[expression.start].token
    for token in setting.tape.sentence.tokens[max(0, first - 9) : first]:
        if token.lower in {"up", "down"}:
            return True
        if any(_CHANGES.intersection(form.verb.roles) for form in verb_forms(token.lower, setting.vocabulary)):
            return True
    return False
