"""A sentence → its time expressions, read against the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from shanghai_tech.mentions.mention import PeriodMention, Tagged
from shanghai_tech.mentions.times.calendar import closed
from shanghai_tech.mentions.times.calendar_dates import DATE_RULES, WEEKDAY_RULES
from shanghai_tech.mentions.times.calendar_parts import PART_RULES
from shanghai_tech.mentions.times.calendar_years import YEAR_RULES
from shanghai_tech.mentions.times.clock_times import CLOCK_RULES, DAY_PART_RULES
from shanghai_tech.mentions.times.compared_times import COMPARED_RULES
from shanghai_tech.mentions.times.durations import DURATION_RULES
from shanghai_tech.mentions.times.grammar import Found, Grammar, Reading, compile_grammar
from shanghai_tech.mentions.times.lexicon import time_lexicon
from shanghai_tech.mentions.times.relative_times import RELATIVE_RULES
from shanghai_tech.mentions.times.setting import Setting, anchor_of
from shanghai_tech.mentions.times.spans import joined
from shanghai_tech.mentions.times.tape import read_tape
from shanghai_tech.mentions.times.ties import Expression, tied
from shanghai_tech.model import Period
from shanghai_tech.vocabulary import Vocabulary

#: In order: where two rules match at one place, the first that does not refuse is used.
RULES: Final = (
    *CLOCK_RULES,
    *PART_RULES,
    *DATE_RULES,
    *YEAR_RULES,
    *WEEKDAY_RULES,
    *COMPARED_RULES,
    *RELATIVE_RULES,
    *DAY_PART_RULES,
    *DURATION_RULES,
)


@lru_cache(maxsize=8)
def _grammar(vocabulary: Vocabulary) -> Grammar:
    return compile_grammar(RULES, time_lexicon(vocabulary).parts)


def find_periods(
    sentence: Tagged, vocabulary: Vocabulary, *, published: Period | None, told: Sequence[Period] = ()
) -> tuple[PeriodMention, ...]:
    """The time expressions of a sentence, in order and apart.

    Relative words count from the last day of `published`, or from the first where that is a long time. `told` are the
    periods of the sentences before, the last one last: "that year" and "a year earlier" count from them where the
    sentence tells none itself.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.model import Span
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary, text = load_vocabulary(), "Output grew in the first half and is to double by 2025."
    >>> sentence = tagged(text, Span(0, len(text)), vocabulary)
    >>> found = find_periods(sentence, vocabulary, published=Period.parse("2018-08-22"))
    >>> [(mention.span.slice(text), str(mention.period)) for mention in found]
    [('in the first half', '2018-H1'), ('by 2025', '../2025')]
    """
    lexicon = time_lexicon(vocabulary)
    tape = read_tape(sentence, lexicon)
    if tape is None:
        return ()
    setting = Setting(tape, lexicon, vocabulary, anchor_of(published), tuple(map(closed, told)))
    mentions: list[PeriodMention] = []
    floor = 0
    for expression in _expressions(_grammar(vocabulary), setting):
        mention = _mention(tied(expression, setting=setting, floor=floor), setting)
        if not mentions or mentions[-1].last <= mention.first:  # two may stand in one token: "Friday-March"
            mentions.append(mention)
            floor = expression.end
    return tuple(mentions)


def _expressions(grammar: Grammar, setting: Setting) -> list[Expression]:
    """The readings from left to right, two that make a span as one; each is read knowing what was told before."""
    found: list[Expression] = []
    at = 0
    while reading := grammar.next_reading(setting, at):
        right = _placed(*reading)
        span = joined(found[-1], right, setting) if found else None
        found[-1:] = [span] if span else [*found[-1:], right]
        setting, at = setting.after(found[-1].reading.period), right.end
    return found


def _placed(words: Found, reading: Reading) -> Expression:
    """A reading where its words stand."""
    return Expression(
        start=words.first, end=words.last, first=words.first, last=words.last - reading.tail, reading=reading
    )


def _mention(expression: Expression, setting: Setting) -> PeriodMention:
    sentence, reading = setting.tape.sentence, expression.reading
    first, last = setting.tape.place(expression.start, expression.end)
    bare = sentence.span(*setting.tape.place(expression.first, expression.last))
    return PeriodMention(
        span=sentence.span(first, last),
        bare=bare,
        first=first,
        last=last,
        kind=reading.kind,
        timex=reading.timex,
        period=reading.period,
        relation=expression.relation,
        compares=reading.compares,
    )
