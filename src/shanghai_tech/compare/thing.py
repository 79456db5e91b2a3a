"""A fact → what it is of: keys by which facts of one thing meet, each an equivalence, and the order of periods.

T1 What is measured: an indicator of the vocabulary by its id, told as such or by a label that only names what is
   counted; else such a label by its words, and anything else by the indicator that was made for it.
T2 Whom it is about: the entry of the vocabulary that has the name, or the body of the collection; else the words.
   A name that only says what kind of thing it is ("the company") does not tell whom.
T3 When: "by 2025" is of 2025, as is "in 2025", but tells less; "since 2020" is of 2020 and what followed.

`comparable.same_indicator` and `Naming.same` ask whether two may be the same, which is no equivalence: two that
are the same as a third by an alias or a word need not be the same as one another. What orders facts needs one.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from functools import cache

from attrs import evolve, frozen

from shanghai_tech.compare.alignment import period_of, readings_of
from shanghai_tech.corpus import Corpus
from shanghai_tech.model import Metric, Period, Target
from shanghai_tech.query.names import ORGANIZATION, PLACE, content_of, words_of
from shanghai_tech.query.naming import WORDS, Naming
from shanghai_tech.vocabulary import load_vocabulary


def facts_in(told: Corpus) -> tuple[Metric | Target, ...]:
    """The metrics and targets, as each article tells them."""
    return tuple(record for record in told.tellings if isinstance(record, (Metric, Target)))


# ---------------------------------------------------------------- what and of whom


def measured(fact: Metric | Target) -> Hashable:
    """What facts that measure the same have in common (T1).

    >>> from shanghai_tech import read
    >>> one, other = read("Suzhou had 900 start-ups in 2017. Wuxi had 90 startups run by women in 2017.").metrics
    >>> measured(one) == measured(other)
    True
    """
    ids, by_words = _indicators()
    if fact.indicator in ids:
        return fact.indicator
    content = content_of(fact.label)
    counted = "" if fact.quantity is None else fact.quantity.unit.term.noun or ""
    if not content or content != content_of(counted):
        return fact.indicator
    return by_words.get(content, content)


def indicator_words() -> Collection[frozenset[str]]:
    """The words of each phrase by which the vocabulary knows an indicator."""
    return _indicators()[1].keys()


@cache
def _indicators() -> tuple[frozenset[str], dict[frozenset[str], str]]:
    entries = load_vocabulary().indicator
    by_words: dict[frozenset[str], str] = {}
    for entry in entries:
        for phrase in entry.phrases:
            by_words.setdefault(content_of(phrase), entry.id)
    return frozenset(entry.id for entry in entries), by_words


def whom(name: str, naming: Naming) -> frozenset[str]:
    """What names of the same have in common (T2).

    >>> whom("Bangalore", Naming()) == whom("bengaluru", Naming())
    True
    """
    keys = naming.keys(name)
    return frozenset(key for key in keys if key.startswith((ORGANIZATION, PLACE))) or keys


def is_named(name: str | None, naming: Naming) -> bool:
    """Whether a name tells whom it names, in any article (T2).

    >>> is_named("Suzhou", Naming()), is_named("the company", Naming()), is_named(None, Naming())
    (True, False, False)
    """
    return name is not None and not all(key.startswith(WORDS) for key in naming.keys(name))


def base_words(fact: Metric | Target) -> frozenset[str]:
    """The words of a base by which bases are compared; none where it is not told."""
    return frozenset() if fact.base is None else content_of(fact.base) or frozenset(words_of(fact.base))


# ---------------------------------------------------------------- when


@frozen
class When:
    """The days that a period is of, and how it is open there: "", "by" or "since" (T3)."""

    days: Period
    open: str

    def within(self, other: When) -> bool:
        """Whether what holds then holds in the other as well: a partial order, "in 2025" before "by 2025"."""
        return self.days.within(other.days) and (self.open == other.open or (not self.open and other.open == "by"))


def whens(fact: Metric | Target) -> tuple[When, ...]:
    """When a fact was, or is due, in all readings; none where it is not told.

    >>> from shanghai_tech import read
    >>> [str(when.days) for when in whens(read("Suzhou plans to open 30 stores by 2025.").targets[0])]
    ['2025']
    """
    period = period_of(fact)
    return () if period is None else tuple(map(_when, readings_of(period)))


def _when(period: Period) -> When:
    plain = evolve(period, candidates=())
    if plain.start is not None and plain.end is not None:
        return When(evolve(plain), "")
    day = plain.start or plain.end
    text = "" if day is None else str(plain).replace("/", "").replace("..", "")
    return When(Period.parse(text), "by" if plain.start is None else "since")


def days_key(fact: Metric | Target) -> Hashable:
    """What facts of the same days have in common, however they are open there; None where they are not told."""
    return tuple((when.days.start, when.days.end) for when in whens(fact)) or None
