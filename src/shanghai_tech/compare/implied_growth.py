"""Two values of one thing in two years → growth a year, and whether the article tells the same growth.

Y1 The values are levels told as true of one named subject, by the same words and units, of closed periods that are
   equally long and a whole number of years apart. Where a period has two values, neither is taken.
   A value that is told by a bound alone ("over 3 trillion") leaves almost any growth open: it is not taken.
Y2 Values next to one another in time are compared.
Y3 Growth that the article tells of the same by the day of the later value is checked with it: all over if its base
   names the year of the earlier value; over the year before if that is the earlier value and no year is named.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from shanghai_tech.compare import intervals
from shanghai_tech.compare.alignment import period_of
from shanghai_tech.compare.change import Change, change
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.implication import Implication, ImplicationKind, Told, Verdict
from shanghai_tech.compare.thing import days_key, is_named, measured, whens, whom
from shanghai_tech.compare.wording import told
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.errors import NotComparable
from shanghai_tech.model import Form, Metric, Target
from shanghai_tech.model.unit import PERCENT
from shanghai_tech.query.names import content_of, words_of
from shanghai_tech.query.naming import Naming


def growths(article: Told) -> Iterator[Implication]:
    """The growth that values of an article imply (Y1 to Y3)."""
    levels = [fact for fact in article.facts if isinstance(fact, Metric) and _is_value(fact, article.naming)]
    told_growth = [fact for fact in article.facts if isinstance(fact, Metric) and fact.form is Form.GROWTH]
    by_end: dict[Hashable, list[Metric]] = {}
    for fact in told_growth:
        by_end.setdefault(_until(fact, article.naming), []).append(fact)
    for group in gathered(levels, lambda fact: _thing(fact, article.naming)):
        by_days = [same[0] for same in gathered(group, days_key) if len(same) == 1]
        for early, late in pairwise(sorted(by_days, key=_end)):
            found = _change(early, late, article.naming)
            if found is not None:
                yield _checked(found, by_end.get(_until(late, article.naming), ()))


def _is_value(fact: Metric, naming: Naming) -> bool:
    known = whens(fact)
    return (
        fact.form is Form.LEVEL
        and fact.base is None
        and is_named(fact.subject, naming)
        and len(known) == 1
        and known[0].open != "since"
    )


def _thing(fact: Metric, naming: Naming) -> Hashable:
    """Y1: what values that can be compared have in common."""
    days = whens(fact)[0]
    subject = None if fact.subject is None else whom(fact.subject, naming)
    return subject, measured(fact), content_of(fact.label), fact.initiative, days.open, days.days.precision


def _end(fact: Metric | Target) -> str:
    period = period_of(fact)
    return "" if period is None or period.end is None else period.end.isoformat()


def _change(early: Metric, late: Metric, naming: Naming) -> Change | None:
    try:
        found = change(early, late, naming=naming)
    except NotComparable:
        return None
    if found.years is None or found.years.nominal is None or found.per_year is None or found.conversions:
        return None
    if found.first.nominal is None or found.second.nominal is None:
        return None
    whole = found.years.nominal.denominator == 1 and found.years.nominal > 0
    return found if whole and _length(early) == _length(late) else None


def _length(fact: Metric) -> int | None:
    """How many months a period has, so that a leap year is as long as any."""
    days = whens(fact)[0].days
    if days.start is None or days.end is None:
        return None
    return (days.end.year - days.start.year) * 12 + days.end.month - days.start.month


# ---------------------------------------------------------------- growth as told


def _until(fact: Metric, naming: Naming) -> Hashable:
    """Y3: what growth has in common with the later value."""
    subject = None if fact.subject is None else whom(fact.subject, naming)
    return subject, measured(fact), content_of(fact.label), days_key(fact)


def _checked(found: Change, told_growth: Sequence[Metric]) -> Implication:
    words = f"“{told(found.one)}” and “{told(found.other)}” imply growth of {found.per_year} a year"
    against: dict[Metric, bool] = {}
    for fact in told_growth:
        implied = _covered(found, fact)
        if implied is not None and fact.quantity.unit == PERCENT:
            agrees = intervals.common([implied.interval, Figure.of(fact.quantity).interval]) is not None
            words = f"{words}, {'and so it is told' if agrees else 'but it is told otherwise'}: {told(fact)}"
            against[fact] = agrees
    verdict = Verdict.UNCHECKED if not against else Verdict.of(all(against.values()))
    return Implication(
        kind=ImplicationKind.GROWTH,
        verdict=verdict,
        facts=(found.one, found.other),
        words=words,
        figure=found.per_year,
        against=tuple(against),
    )


def _covered(found: Change, growth: Metric) -> Figure | None:
    """Y3: what the two values imply for the time that growth is told of; None where that is another."""
    years = {word for word in words_of(growth.base or "") if word.isdigit() and len(word) == 4}
    if years:
        return found.percent if years == {_end(found.one)[:4]} else None
    over_a_year = found.years is not None and found.years.nominal == 1
    to_last_year = growth.base is None or "year" in words_of(growth.base)
    return found.percent if over_a_year and to_last_year else None
