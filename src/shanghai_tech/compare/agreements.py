"""A corpus → which tellings of different articles are of one thing, and whether they agree.

G1 Tellings are of one thing if they are of one kind, subject, indicator, form and days (thing.py), or if the corpus
   merges them: so does it with the same passage of two versions, where no subject is told. A subject must be named.
G2 Of these, only what is comparable stays together: other bases, other units are of another thing.
G3 Tellings that tell the same are one variant; each two variants are compared, by their first tellings. Of more than
   `MOST` variants only those next to one another are, in the order of their numbers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final, TypeAlias

from attrs import frozen

from shanghai_tech.compare.agreement import Agreement, AgreementOutcome, agreement
from shanghai_tech.compare.thing import base_words, days_key, facts_in, is_named, measured, whens, whom
from shanghai_tech.compare.wording import evidence_of, listed, quoted, told
from shanghai_tech.corpus import Corpus
from shanghai_tech.corpus.groups import connected, gathered
from shanghai_tech.model import Evidence, Metric, Target
from shanghai_tech.query.naming import Naming

#: More variants of one thing than this are not all compared with one another.
MOST: Final = 12
_Pairs: TypeAlias = Sequence[tuple[int, int, Agreement]]
_STRONGEST: Final = (AgreementOutcome.CONTRADICTS, AgreementOutcome.COMPATIBLE, AgreementOutcome.REFINES)


@frozen(kw_only=True, repr=False)
class Accord:
    """What several articles tell of one thing: all tellings, and how those that differ stand to one another.

    `variants` are the first of the tellings that tell the same.
    """

    tellings: tuple[Metric | Target, ...]
    variants: tuple[Metric | Target, ...]
    agreements: tuple[Agreement, ...] = ()

    @property
    def outcome(self) -> AgreementOutcome:
        """Contradicts if any two variants do, else compatible, refines, or same where there is but one."""
        found = {each.outcome for each in self.agreements}
        return next((outcome for outcome in _STRONGEST if outcome in found), AgreementOutcome.SAME)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles."""
        return tuple(dict.fromkeys(piece.article for piece in self.evidence))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all tellings."""
        return evidence_of(*self.tellings)

    def explain(self) -> str:
        """What is told with the quotes, and whether the articles agree."""
        if self.outcome is AgreementOutcome.SAME:
            return f"{len(self.articles)} articles tell the same: {told(self.variants[0])} ({quoted(*self.tellings)})."
        strongest = next(each for each in self.agreements if each.outcome is self.outcome)
        return strongest.explain()

    def __repr__(self) -> str:
        return f"Accord({told(self.variants[0])}; {self.outcome.value}, told by {listed(self.articles)})"


@frozen(kw_only=True, repr=False)
class Agreements:
    """All that several articles of a corpus tell of one thing; iterating gives each `Accord`, in the order told.

    >>> from shanghai_tech import read
    >>> early = read("Suzhou had 12,500 startups in 2017. Suzhou had 90 labs in 2017.", id="early")
    >>> late = read("Suzhou had 11,300 startups in 2017. It had 90 labs in 2017.", id="late")
    >>> found = agreements(Corpus.of(early, late))
    >>> found
    Agreements(2 things told by several articles: 1 same, 1 contradicts)
    >>> found.contradictions
    (Agreement(contradicts: “12,500 startups” and “11,300 startups” have no number in common),)
    """

    accords: tuple[Accord, ...] = ()

    @property
    def contradictions(self) -> tuple[Agreement, ...]:
        """Each two tellings that contradict one another."""
        return self.of(AgreementOutcome.CONTRADICTS)

    def of(self, outcome: AgreementOutcome) -> tuple[Agreement, ...]:
        """All agreements with an outcome; those with the outcome "same" are not listed, but in the accords."""
        return tuple(each for accord in self.accords for each in accord.agreements if each.outcome is outcome)

    @property
    def summary(self) -> str:
        """How many things several articles tell, and in how many of them they agree."""
        counts = [
            (sum(accord.outcome is outcome for accord in self.accords), outcome.value)
            for outcome in (AgreementOutcome.SAME, *reversed(_STRONGEST))
        ]
        things = "1 thing" if len(self.accords) == 1 else f"{len(self.accords)} things"
        outcomes = ", ".join(f"{count} {name}" for count, name in counts if count)
        return f"{things} told by several articles" + (f": {outcomes}" if outcomes else "")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all tellings."""
        return tuple(dict.fromkeys(piece for accord in self.accords for piece in accord.evidence))

    def explain(self) -> str:
        """The summary, and each contradiction with its quotes."""
        return " ".join([f"{self.summary}.", *(each.explain() for each in self.contradictions)])

    def __iter__(self) -> Iterator[Accord]:
        return iter(self.accords)

    def __len__(self) -> int:
        return len(self.accords)

    def __repr__(self) -> str:
        return f"Agreements({self.summary})"


def agreements(corpus: Corpus) -> Agreements:
    """What several articles of a corpus tell of one thing, and whether they agree (G1 to G3)."""
    naming = corpus.naming
    facts = facts_in(corpus)
    groups = connected([list(_labels(fact, corpus, naming)) for fact in facts])
    accords = [accord for group in groups for accord in _accords([facts[at] for at in group], naming)]
    places = {id(fact): at for at, fact in enumerate(facts)}
    return Agreements(accords=tuple(sorted(accords, key=lambda accord: places[id(accord.tellings[0])])))


def _labels(fact: Metric | Target, corpus: Corpus, naming: Naming) -> Iterator[Hashable]:
    """G1: what tellings of one thing share; one label in common is enough."""
    merged = corpus.get(fact.id)
    if merged is not None:
        yield "merged", merged.id
    if fact.subject is not None and is_named(fact.subject, naming):
        yield type(fact), whom(fact.subject, naming), measured(fact), fact.form, days_key(fact)


def _accords(facts: Sequence[Metric | Target], naming: Naming) -> Iterator[Accord]:
    """G2, G3: what is comparable among tellings of one thing, if several articles tell it."""
    if not _by_several(facts):
        return
    variants = gathered(facts, lambda fact: _variant(fact, naming))
    compared = [(a, b, agreement(variants[a][0], variants[b][0], naming=naming)) for a, b in _pairs(variants)]
    pairs = [pair for pair in compared if pair[2].outcome is not AgreementOutcome.NOT_COMPARABLE]
    labels: list[list[Hashable]] = [[at] for at in range(len(variants))]
    for number, (a, b, _) in enumerate(pairs):
        labels[a].append(("pair", number))
        labels[b].append(("pair", number))
    for group in connected(labels):
        found = _accord(facts, {at: variants[at] for at in group}, pairs)
        if len(found.articles) > 1:
            yield found


def _accord(
    facts: Sequence[Metric | Target], variants: Mapping[int, Sequence[Metric | Target]], pairs: _Pairs
) -> Accord:
    """The tellings of some variants; what one article tells is not compared with itself."""
    here = {id(fact) for variant in variants.values() for fact in variant}
    return Accord(
        tellings=tuple(fact for fact in facts if id(fact) in here),
        variants=tuple(variant[0] for variant in variants.values()),
        agreements=tuple(
            pair
            for a, b, pair in pairs
            if a in variants and b in variants and _by_several((*variants[a], *variants[b]))
        ),
    )


def _by_several(facts: Sequence[Metric | Target]) -> bool:
    return len({fact.evidence[0].article for fact in facts}) > 1


def _pairs(variants: Sequence[Sequence[Metric | Target]]) -> Iterable[tuple[int, int]]:
    if len(variants) <= MOST:
        return combinations(range(len(variants)), 2)
    return pairwise(sorted(range(len(variants)), key=lambda at: _number(variants[at][0])))


def _number(fact: Metric | Target) -> tuple[str, Fraction]:
    if fact.quantity is None:
        return "", Fraction(0)
    return str(fact.quantity.unit), Fraction(fact.quantity.value)


def _variant(fact: Metric | Target, naming: Naming) -> Hashable:
    """What tellings that tell the same have in common."""
    subject = None if fact.subject is None else whom(fact.subject, naming)
    return subject, measured(fact), fact.label, base_words(fact), whens(fact), fact.quantity, fact.restated
