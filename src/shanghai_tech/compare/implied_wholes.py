"""A share and its part → the whole: "215,000 foreigners, 23.7 percent of the national total".

W1 The share tells its base, and that is not only what the share is of: "a third of the firms" beside "3,000 firms" is
   a part of these, as is "a third of them". "Up to" some share is that of each, not of all, and "a double-digit" share
   leaves the whole open.
W2 The base is a whole by its words, a total or an indicator of the vocabulary ("GDP", "population"); or the share is
   another word for the part: "9.8 billion, or two-thirds of the money".
W3 The part is an amount of whole things or of money, of no base itself, of a year at most, told of the same subject,
   by the same words, of the same days or of none, in the same sentence or the next. Of several such parts it is the
   only one in the sentence of the share; else there is none.
W4 The whole is checked with the amount that the article tells of the base by its own name, of the same days, if it
   tells but one. A total is one of what the part counts; another whole may count what is not told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve

from shanghai_tech.compare import intervals
from shanghai_tech.compare.figure import Figure, factor_of
from shanghai_tech.compare.implication import Implication, ImplicationKind, Told, Verdict
from shanghai_tech.compare.thing import base_words, days_key, indicator_words, is_named, measured, whens, whom
from shanghai_tech.compare.wording import stated, told
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.model import Bound, Form, Interval, Metric, Target
from shanghai_tech.model.unit import ONE
from shanghai_tech.query.names import content_of

#: Where a fact stands, its number, and the fact.
_Placed: TypeAlias = tuple[int, int, Metric | Target]
_TOTAL: Final = frozenset({"total"})
_UP_TO: Final = frozenset({Bound.UNDER, Bound.AT_MOST})
_OF_THEM: Final = re.compile(r"\s+of\s+(?:it|them|these|those|which|whom)\b")
#: What may stand between a part and the share that says the same in another way.
_OR: Final = re.compile(r"[^.;:!?]{0,60},\s+or\s+(?:\w+\s+){0,2}")
_YEAR: Final = 366
#: A range that ends at more than so many times its start is none to reckon with.
_WIDE: Final = 2
#: Two sentences are no longer than this; where so much text tells more amounts of one thing, none is taken.
_NEAR: Final = 1000
_MOST: Final = 12
#: No part is more than the whole.
_SHARES: Final = Interval(Fraction(0), Fraction(1), low_open=True)


def wholes(article: Told) -> Iterator[Implication]:
    """The wholes that shares of an article imply (W1 to W4)."""
    levels = [fact for fact in article.facts if fact.form is Form.LEVEL and fact.base is None]
    parts = {_thing(each[0], article): _placed(each) for each in gathered(levels, lambda fact: _thing(fact, article))}
    named = {_words(each[0]): each for each in gathered(levels, _words)}
    for share in article.facts:
        known = parts.get(_thing(share, article), ()) if _has_whole(share, article) else ()
        part = _part(share, known, article) if known else None
        whole = None if part is None else _whole(share, part)
        if part is not None and whole is not None and _is_of_base(share, part, article):
            yield _checked(share, part, whole=whole, levels=named.get((type(share), base_words(share)), ()))


def _thing(fact: Metric | Target, article: Told) -> Hashable:
    """W3: what a part and its share have in common."""
    subject = None if fact.subject is None else whom(fact.subject, article.naming)
    return type(fact), subject, measured(fact), content_of(fact.label)


def _placed(facts: Iterable[Metric | Target]) -> list[_Placed]:
    """Facts by where they stand."""
    places = [(piece.start, at, fact) for at, fact in enumerate(facts) for piece in fact.evidence]
    return sorted(places, key=lambda place: place[:2])


def _words(fact: Metric | Target) -> tuple[type, frozenset[str]]:
    return type(fact), content_of(fact.label)


def _has_whole(share: Metric | Target, article: Told) -> bool:
    """W1: whether the share is one of something else than what stands beside it."""
    if share.form is not Form.SHARE or share.quantity is None or share.quantity.bound in _UP_TO:
        return False
    if factor_of(share.quantity.unit, ONE) is None:
        return False
    upper = share.quantity.upper
    if upper is not None and Fraction(upper) > _WIDE * Fraction(share.quantity.value):
        return False
    own = base_words(share) <= content_of(share.label)
    return not own and not any(_OF_THEM.match(article.text, piece.end) for piece in share.evidence)


def _is_of_base(share: Metric | Target, part: Metric | Target, article: Told) -> bool:
    """W2: whether the base is a whole, by its own words or by those between the part and the share."""
    words = base_words(share)
    if words & _TOTAL or any(phrase <= words for phrase in indicator_words()):
        return True
    return any(_OR.fullmatch(article.text, one.end, other.start) for one in part.evidence for other in share.evidence)


def _part(share: Metric | Target, known: Sequence[_Placed], article: Told) -> Metric | Target | None:
    """W3: the only amount that the share can be of."""
    near: dict[int, dict[int, Metric | Target]] = {}
    for piece in share.evidence:
        first = bisect_left(known, piece.start - _NEAR, key=_start)
        last = bisect_right(known, piece.start + _NEAR, key=_start)
        if last - first > _MOST:
            return None
        for _, at, fact in known[first:last]:
            sentences = article.apart(share, fact) if _may_be_part(share, fact, article) else None
            if sentences is not None:
                near.setdefault(sentences, {})[at] = fact
    nearest = list((near.get(0) or near.get(1) or {}).values())
    return nearest[0] if len(nearest) == 1 else None


def _start(place: _Placed) -> int:
    return place[0]


def _may_be_part(share: Metric | Target, fact: Metric | Target, article: Told) -> bool:
    if fact.quantity is None or not is_named(fact.subject, article.naming):
        return False
    unit = fact.quantity.unit
    is_amount = unit.is_count or (unit.is_money and not unit.per)
    return is_amount and len({days_key(fact), days_key(share)} - {None}) <= 1 and _is_short(fact)


def _is_short(fact: Metric | Target) -> bool:
    """Whether it is of no more than a year, and does not go on."""
    return all(
        when.open != "since"
        and when.days.start is not None
        and when.days.end is not None
        and (when.days.end - when.days.start).days <= _YEAR
        for when in whens(fact)
    )


def _whole(share: Metric | Target, part: Metric | Target) -> Figure | None:
    if share.quantity is None or part.quantity is None:
        return None
    portion = Figure.of(share.quantity).in_unit(ONE)
    possible = intervals.common([portion.interval, _SHARES])
    if possible is None or (portion.nominal is not None and portion.nominal not in possible):
        return None
    found = Figure.of(part.quantity).over(evolve(portion, interval=possible))
    is_same = not part.quantity.unit.is_count or bool(base_words(share) & _TOTAL)
    return found if found is None or is_same else evolve(found, unit=ONE)


def _checked(
    share: Metric | Target, part: Metric | Target, *, whole: Figure, levels: Sequence[Metric | Target]
) -> Implication:
    """W4: the whole, and whether the article tells the same of it."""
    same = [fact for fact in levels if fact is not part and _is_whole(fact, share, part)]
    portion = "" if share.quantity is None else stated(share.quantity, share)
    words = f"If “{told(part)}” is {portion}, the whole is {whole}"
    verdict, against = Verdict.UNCHECKED, tuple(same[:1]) if len(same) == 1 else ()
    for fact in against:
        agrees = fact.quantity is not None and _meet(whole, Figure.of(fact.quantity))
        verdict = Verdict.of(agrees)
        words = f"{words}, {'and so it is told' if agrees else 'but it is told otherwise'}: {told(fact)}"
    return Implication(
        kind=ImplicationKind.WHOLE, verdict=verdict, facts=(part, share), words=words, figure=whole, against=against
    )


def _is_whole(fact: Metric | Target, share: Metric | Target, part: Metric | Target) -> bool:
    """W4: whether a fact that has the name of the base can be its amount."""
    if fact.quantity is None or part.quantity is None:
        return False
    one, other = fact.quantity.unit, part.quantity.unit
    same_unit = one == other or (one.is_count and other.is_count and not base_words(share) & _TOTAL)
    same_days = days_key(fact) in {days_key(share), days_key(part)}
    return same_unit and same_days and fact.subject == part.subject


def _meet(one: Figure, other: Figure) -> bool:
    """Whether a number is in both."""
    return intervals.common([one.interval, other.interval]) is not None
