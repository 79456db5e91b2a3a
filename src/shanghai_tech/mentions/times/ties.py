"""The words in front of a time expression: how they tie a statement to it."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.mention import Relation, TimeKind
from shanghai_tech.mentions.times.calendar import YEAR, containing, day_after, day_before, shifted
from shanghai_tech.mentions.times.grammar import Length, Reading, tie_before
from shanghai_tech.mentions.times.setting import Setting
from shanghai_tech.mentions.times.tense import Direction, direction
from shanghai_tech.mentions.words.inflection import verb_forms
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision

_CHANGES: Final = frozenset({"rise", "fall"})
#: How many words may stand between "since" and the date of what began: "since its opening in 2019".
_REACH_OF_SINCE: Final = 9
_RELATIONS: Final = {
    "by": Relation.BY,
    "until": Relation.BY,
    "since": Relation.SINCE,
    "as-of": Relation.AS_OF,
    "before": Relation.BEFORE,
    "after": Relation.AFTER,
}


@frozen(kw_only=True)
class Expression:
    """A reading where it stands: atoms `start` to `end` with its preposition, `first` to `last` without."""

    start: int
    end: int
    first: int
    last: int
    reading: Reading
    relation: Relation = Relation.DURING


def tied(expression: Expression, *, setting: Setting, floor: int) -> Expression:
    """The expression with the preposition before it, which may not begin before atom `floor`."""
    found = _tie(expression, setting, floor=floor)
    if found is None:
        return _at(expression, setting, words="", floor=floor)
    relation, words, start = found
    placed, length = evolve(expression, start=start), expression.reading.length
    if length and relation in {"within", "span", "during"}:
        return _limited(placed, setting, relation=relation, words=words)
    if length and not expression.reading.period:
        return expression  # "older than five years" tells no time
    if relation in {"base", "from"}:
        return _measured(placed, setting, relation=relation)
    if relation in {"within", "span"}:
        return _over(placed, setting, words=words)
    if relation == "during":
        return _at(placed, setting, words=words, floor=floor)
    return _with(placed, _bounded(placed, setting, relation=relation), _RELATIONS[relation])


def _with(expression: Expression, period: Period | None, relation: Relation) -> Expression:
    return evolve(expression, reading=evolve(expression.reading, period=period), relation=relation)


def _tie(expression: Expression, setting: Setting, *, floor: int) -> tuple[str, str, int] | None:
    """What the preposition does, its words and its first atom; words such as "about" may stand behind it."""
    lexicon, tape, stop = setting.lexicon, setting.tape, expression.start
    found = tie_before(setting, stop, floor=floor)
    while not found and stop > floor and lexicon.among(tape.lower[stop - 1], "some"):
        stop -= 1
        found = tie_before(setting, stop, floor=floor)
    return (found[0].relation, tape.words(found[1], stop), found[1]) if found else None


def _bounded(expression: Expression, setting: Setting, *, relation: str) -> Period | None:
    """The period with its open end: "by", "until", "since", "as of", "before", "after"."""
    reading, period = expression.reading, expression.reading.period
    if not period or not period.end or not period.start:
        return period
    if relation == "since":
        return period.since()
    if relation == "after":
        return Period(start=day_after(period.end), end=None, precision=period.precision)
    if relation == "before" and not reading.edge:
        return Period(start=None, end=day_before(period.start), precision=period.precision)
    if relation in {"by", "before"} and reading.edge == "end" and _lies_ahead(period, expression, setting):
        return Period.day(period.end)
    return period.until()


def _lies_ahead(period: Period, expression: Expression, setting: Setting) -> bool:
    """Whether the end of a period is still to come; by the tense, where the day of publication is not known."""
    if setting.anchor and period.end:
        return period.end >= setting.anchor
    return _direction(expression, setting) != Direction.PAST


def _direction(expression: Expression, setting: Setting) -> Direction | None:
    first, last = setting.tape.place(expression.first, expression.last)
    return direction(setting.tape.sentence, first=first, last=last, vocabulary=setting.vocabulary)


def _at(expression: Expression, setting: Setting, *, words: str, floor: int) -> Expression:
    """A state read "at the end of September"; what holds "since its opening in 2019" begins in 2019."""
    reading, period = expression.reading, expression.reading.period
    if period and reading.edge == "end" and words.endswith("at"):
        return _with(expression, period.until(), Relation.AS_OF)
    if words == "on" and period and period.precision != Precision.DAY and _beside_change(expression, setting):
        return evolve(expression, reading=evolve(reading, compares=True))  # "up 5 percent on 2018"
    if period and period.start and period.end and _since_stands_before(expression, setting, floor=floor):
        return _with(expression, period.since(), Relation.SINCE)
    return expression


def _since_stands_before(expression: Expression, setting: Setting, *, floor: int) -> bool:
    ties = setting.lexicon.ties
    for place in range(expression.start - 1, max(floor, expression.start - _REACH_OF_SINCE) - 1, -1):
        word = setting.tape.lower[place]
        if not word[0].isalnum() and word[0] not in "'’-":
            return False
        if word in ties and ties[word].relation == "since":
            return True
    return False


def _limited(expression: Expression, setting: Setting, *, relation: str, words: str) -> Expression:
    """A length of time as a limit: "within five years", "over the next decade", "in ten years" of what is to come."""
    reading, length = expression.reading, expression.reading.length
    if reading.ahead and reading.period:
        return _with(expression, reading.period.until(), Relation.BY)
    limits = relation == "within" or (relation == "during" and words.startswith("in"))
    if not limits or not length or reading.period or _direction(expression, setting) != Direction.FUTURE:
        return expression
    limit = _limit(length, setting)
    return _with(expression, limit, Relation.BY) if limit else expression


def _limit(length: Length, setting: Setting) -> Period | None:
    """Open up to the end of the unit of the calendar that lies so far ahead."""
    if not setting.anchor or not length.count:
        return None
    day = shifted(setting.anchor, length.unit, steps=length.count)
    unit = YEAR if length.unit.months > 12 else length.unit
    period = containing(day, unit) if day else None
    return period.until() if period else None


def _measured(expression: Expression, setting: Setting, *, relation: str) -> Expression:
    """What a change is measured against ("compared with 2018", "up from 2011"), or where something begins."""
    reading, period = expression.reading, expression.reading.period
    if reading.spans and relation == "from":
        return expression
    if relation == "base" or reading.compares or _beside_change(expression, setting):
        return evolve(expression, reading=evolve(reading, compares=True))
    if not period or not period.start:
        return expression
    ahead = setting.anchor and period.end and period.end >= setting.anchor
    following = setting.tape.words(expression.end, expression.end + 1)
    goes_on = setting.lexicon.among(following, "onward")
    return _with(expression, period.since(), Relation.SINCE) if ahead or goes_on else expression


def _over(expression: Expression, setting: Setting, *, words: str) -> Expression:
    """A part of the calendar behind "over" is what a change is measured against: "up 5 percent over 2018"."""
    reading = expression.reading
    compares = words == "over" and reading.kind == TimeKind.DATE and not reading.spans
    if not compares or not reading.period or not _beside_change(expression, setting):
        return expression
    return evolve(expression, reading=evolve(reading, compares=True))


def _beside_change(expression: Expression, setting: Setting) -> bool:
    """Whether a word of rise or fall stands shortly before: "rose 5 percent from 2011", "up from last year"."""
    first = setting.tape.tokens[expression.start]
    for token in setting.tape.sentence.tokens[max(0, first - 9) : first]:
        if setting.lexicon.among(token.lower, "up_or_down"):
            return True
        if any(_CHANGES.intersection(form.verb.roles) for form in verb_forms(token.lower, setting.vocabulary)):
            return True
    return False
