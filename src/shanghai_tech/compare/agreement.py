"""Two facts → whether they agree: the same, one more exact than the other, a contradiction, or nothing to compare.

A1 Facts that are apart in any aspect but the amount (aspects.py), or have no unit in common, are not comparable.
A2 The same if each tells all that the other does; one refines the other if it alone does.
A3 They contradict one another if they have no number in common though all else is the same and is told: a named
   subject, closed days, the label word for word, and for anything but a level its base. A share whose base only
   repeats the label ("30 percent of firms") does not tell which part it is of, a bare "rank" not which order.
A4 All other facts may both be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attrs import field, frozen

from shanghai_tech.compare.aspects import Aspect, Relation, aspects
from shanghai_tech.compare.thing import base_words, is_named, whens
from shanghai_tech.compare.wording import evidence_of, listed, quoted, told
from shanghai_tech.model import Evidence, Form, Metric, Target
from shanghai_tech.query.names import content_of
from shanghai_tech.query.naming import Naming


class AgreementOutcome(Enum):
    """How two facts stand to one another; `COMPATIBLE` facts may both be true."""

    SAME = "same"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    CONTRADICTS = "contradicts"
    NOT_COMPARABLE = "not comparable"


@frozen(kw_only=True, repr=False)
class Agreement:
    """How two facts stand to one another, and why; `finer` and `coarser` are set where the outcome is "refines"."""

    one: Metric | Target
    other: Metric | Target
    outcome: AgreementOutcome
    reasons: tuple[str, ...]
    finer: Metric | Target | None = field(default=None)
    coarser: Metric | Target | None = field(default=None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both facts."""
        return evidence_of(self.one, self.other)

    def explain(self) -> str:
        """Both facts with their quotes, and how they stand to one another."""
        both = f"{told(self.one)} ({quoted(self.one)}); {told(self.other)} ({quoted(self.other)})."
        return f"{both} {self._verdict()}: {listed(self.reasons)}."

    def _verdict(self) -> str:
        match self.outcome:
            case AgreementOutcome.SAME:
                return "The two are the same"
            case AgreementOutcome.REFINES:
                return f"The {'first' if self.finer is self.one else 'second'} is the more exact"
            case AgreementOutcome.COMPATIBLE:
                return "Both may be true"
            case AgreementOutcome.CONTRADICTS:
                return "They contradict one another"
            case AgreementOutcome.NOT_COMPARABLE:
                return "They cannot be compared"

    def __repr__(self) -> str:
        return f"Agreement({self.outcome.value}: {listed(self.reasons)})"


def agreement(one: Metric | Target, other: Metric | Target, *, naming: Naming | None = None) -> Agreement:
    """How two facts stand to one another.

    Args:
        one: a metric or a target.
        other: another of the same kind.
        naming: which names mean the same; by default what the shipped vocabulary knows.

    >>> from shanghai_tech import read
    >>> early, late = read("Suzhou had over 500 startups in 2017. Suzhou had 523 startups in 2017.", id="post").metrics
    >>> agreement(early, late)
    Agreement(refines: “over 500 startups” holds “523 startups”)
    >>> agreement(early, late).finer is late
    True
    """
    known = naming if naming is not None else Naming()
    outcome, reasons, finer = _judged(one, other, known)
    coarser = None if finer is None else other if finer is one else one
    return Agreement(one=one, other=other, outcome=outcome, reasons=reasons, finer=finer, coarser=coarser)


def _judged(
    one: Metric | Target, other: Metric | Target, naming: Naming
) -> tuple[AgreementOutcome, tuple[str, ...], Metric | Target | None]:
    """The outcome (A1 to A4), its reasons, and the finer of the two where one refines the other."""
    found = aspects(one, other, naming)
    relations = {aspect.relation for aspect in found}
    if Relation.APART in relations:
        return AgreementOutcome.NOT_COMPARABLE, _words(found, Relation.APART), None
    if relations == {Relation.SAME}:
        return AgreementOutcome.SAME, (found[-1].words or f"both tell of {one.label}",), None
    for relation, finer in ((Relation.FINER, one), (Relation.COARSER, other)):
        if relations <= {relation, Relation.SAME}:
            return AgreementOutcome.REFINES, _words(found, relation), finer
    if found[-1].relation is not Relation.DISJOINT:
        return AgreementOutcome.COMPATIBLE, _words(found, Relation.FINER, Relation.COARSER, Relation.UNSURE), None
    left = tuple(aspect.words for aspect in found[:-1] if aspect.relation is not Relation.SAME)
    left = (*left, *_left_open(one, other, naming))
    return AgreementOutcome.COMPATIBLE if left else AgreementOutcome.CONTRADICTS, (found[-1].words, *left), None


def _words(found: Sequence[Aspect], *relations: Relation) -> tuple[str, ...]:
    return tuple(aspect.words for aspect in found if aspect.relation in relations)


def _left_open(one: Metric | Target, other: Metric | Target, naming: Naming) -> tuple[str, ...]:
    """A3: what is left open, so that two numbers can both be true; the aspects of both are the same."""
    reasons = {
        "it is not told of whom they are": not is_named(one.subject, naming) or not is_named(other.subject, naming),
        "it is not told of when they are": not _has_days(one) or not _has_days(other),
        f"“{one.label}” and “{other.label}” may not be the same": _label(one) != _label(other),
        "it is not told what they are relative to": one.form not in {Form.LEVEL, Form.RANK} and not base_words(one),
        f"it is not told which part of “{one.base}” each is": _is_any_part(one) or _is_any_part(other),
        "it is not told in which order they are ranks": one.form is Form.RANK and content_of(one.label) <= {"rank"},
    }
    return tuple(words for words, holds in reasons.items() if holds)


def _label(fact: Metric | Target) -> frozenset[str]:
    return content_of(fact.label.replace("-", ""))


def _has_days(fact: Metric | Target) -> bool:
    known = whens(fact)
    return len(known) == 1 and known[0].open != "since"


def _is_any_part(fact: Metric | Target) -> bool:
    """Whether the base of a share only repeats its label."""
    return fact.form is Form.SHARE and base_words(fact) == content_of(fact.label)
