"""Facts of one article that cannot all be true.

X1 Two facts contradict one another (agreement.py) in two sentences. In one sentence, numbers of one thing are set
   side by side because they differ: the one is of a part, of another time, of another place than could be read.
X2 Levels of which the one is twice the other or more are rather of a whole and its part: they are no contradiction.
X3 What parts come to is no more than their whole: the same amount, of the same days, of a place and of places in it,
   none of which lies in another.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from operator import add
from typing import Final

from shanghai_tech.compare.agreement import Agreement, AgreementOutcome, agreement
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.implication import Implication, ImplicationKind, Told, Verdict
from shanghai_tech.compare.thing import days_key, is_named, measured, whom
from shanghai_tech.compare.wording import listed, told
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.model import Form, Metric, Target
from shanghai_tech.query.names import content_of
from shanghai_tech.query.naming import Naming
from shanghai_tech.query.truth import Truth

#: Of one thing an article tells few numbers; of more than this only the first are compared.
_MOST: Final = 12
_TWICE: Final = 2


def contradictions(article: Told) -> Iterator[Implication]:
    """Each two facts of an article that contradict one another (X1, X2)."""
    for same in gathered(article.facts, lambda fact: _thing(fact, article.naming)):
        for one, other in combinations(same[:_MOST], 2):
            found = agreement(one, other, naming=article.naming)
            clashes = found.outcome is AgreementOutcome.CONTRADICTS
            if clashes and article.apart(one, other) != 0 and _is_close(one, other):
                yield _contradiction(found)


def _thing(fact: Metric | Target, naming: Naming) -> Hashable:
    subject = None if fact.subject is None else whom(fact.subject, naming)
    return type(fact), subject, measured(fact), fact.form, fact.initiative, days_key(fact)


def _is_close(one: Metric | Target, other: Metric | Target) -> bool:
    """X2: whether the larger of two levels is less than twice the smaller."""
    if one.form is not Form.LEVEL:
        return True
    if one.quantity is None or other.quantity is None:
        return False
    ratio = Figure.of(one.quantity).over(Figure.of(other.quantity))
    nominal = None if ratio is None else ratio.nominal
    return nominal is not None and 0 < nominal < _TWICE and nominal * _TWICE > 1


def _contradiction(found: Agreement) -> Implication:
    words = f"“{told(found.one)}” and “{told(found.other)}” contradict one another: {listed(found.reasons)}"
    return Implication(
        kind=ImplicationKind.CONTRADICTION, verdict=Verdict.FAILS, facts=(found.one, found.other), words=words
    )


# ---------------------------------------------------------------- parts and their whole


def parts(article: Told) -> Iterator[Implication]:
    """What the parts of each whole come to, and whether that is no more than the whole (X3)."""
    amounts = [fact for fact in article.facts if _is_amount(fact, article.naming)]
    for alike in gathered(amounts, _measure):
        for whole in alike[:_MOST]:
            inside = [fact for fact in alike[:_MOST] if _lies_in(fact, whole, article.naming)]
            apart = all(
                not _lies_in(a, b, article.naming) and not _same(a, b, article.naming)
                for a, b in combinations(inside, 2)
            )
            if inside and apart:
                yield _sum(whole, inside)


def _is_amount(fact: Metric | Target, naming: Naming) -> bool:
    """Whether it is an amount that parts add up to: a count or money, at a known time."""
    if fact.quantity is None or fact.form is not Form.LEVEL or fact.base is not None or days_key(fact) is None:
        return False
    unit = fact.quantity.unit
    return is_named(fact.subject, naming) and (unit.is_count or (unit.is_money and not unit.per))


def _measure(fact: Metric | Target) -> Hashable:
    unit = None if fact.quantity is None else fact.quantity.unit
    return type(fact), measured(fact), content_of(fact.label), days_key(fact), unit


def _lies_in(part: Metric | Target, whole: Metric | Target, naming: Naming) -> bool:
    if part.subject is None or whole.subject is None or _same(part, whole, naming):
        return False
    return naming.within(part.subject, whole.subject) is Truth.CERTAIN


def _same(one: Metric | Target, other: Metric | Target, naming: Naming) -> bool:
    return one.subject is not None and other.subject is not None and naming.same(one.subject, other.subject)


def _sum(whole: Metric | Target, inside: Sequence[Metric | Target]) -> Implication:
    figures = [Figure.of(fact.quantity) for fact in inside if fact.quantity is not None]
    total = reduce(add, figures)
    more = whole.quantity is not None and Figure.of(whole.quantity).at_least(total) is Truth.IMPOSSIBLE
    places = listed(str(fact.subject) for fact in inside)
    words = (
        f"What is told of {places} comes to {total}, {'more' if more else 'no more'} than of the whole: {told(whole)}"
    )
    return Implication(
        kind=ImplicationKind.PARTS,
        verdict=Verdict.of(not more),
        facts=tuple(inside),
        words=words,
        figure=total,
        against=(whole,),
    )
