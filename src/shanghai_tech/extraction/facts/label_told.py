"""The label of an amount that only says more of what was told before (rule L7)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from shanghai_tech.extraction.facts.label_case import MEASURES, Case, Label, carried_label
from shanghai_tech.extraction.facts.sources import is_source
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.extraction.grammar.wording import points_back, says_figure
from shanghai_tech.model import Form

_MEASURES: Final = frozenset({"measure", "multiply", "rank"})


def told_label(case: Case) -> Label | None:
    """L7: the label told before, for what points back, an amount that is its own antecedent, and a comparison."""
    parsed, subject, group = case.parsed, case.governor.subject, case.group
    told = carried_label(case) or case.earlier
    if group is None or told is None:
        return None
    if group.has("compare"):
        return told
    if group.lemma == "raise" and case.word(-1) not in {"to", "by", "from"}:
        return None  # "they raised 5 million euros" tells no change
    if case.previous is not None and (case.goes_on or _starts(case) or _is_place_of_it(case)):
        return carried_label(case)
    if subject is None:
        return told if group.verbs and _MEASURES & set(group.verbs[-1].roles) else None
    if case.previous is not None and parsed.chunks[subject.last - 1].kind is Kind.AMOUNT:
        return told
    if not points_back(parsed, subject, case.vocabulary):
        return None
    if says_figure(parsed, subject):
        return told
    changes = not group.verbs or MEASURES & set(group.verbs[-1].roles)
    return evolve(told, inherits=False) if changes else None  # "it rose to": the same indicator at another time


def _is_place_of_it(case: Case) -> bool:
    """Whether a rank is that of the amount before: "81,000 permits, ranking No. 3"."""
    group, verb = case.group, case.governor.verb
    if case.amount.form is not Form.RANK or group is None or verb is None or group.tense in FINITE:
        return False
    return verb > 0 and case.parsed.chunks[verb - 1].kind is not Kind.NOUN


def _starts(case: Case) -> bool:
    """Whether it is where the amount just before starts from: "to 15,000 people from about 4,500"."""
    at = case.index - 2
    while at > 0 and case.parsed.chunks[at].kind is Kind.TIME:
        at -= 1
    return at > 0 and is_source(case.parsed, case.index) and case.parsed.chunks[at].kind is Kind.AMOUNT
