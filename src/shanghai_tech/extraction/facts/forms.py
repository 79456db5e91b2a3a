"""What kind of statement an amount is part of: level, share, growth, multiple or rank (rules F1 to F6)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.facts.label_case import Case, Label
from shanghai_tech.extraction.facts.sources import is_source
from shanghai_tech.extraction.grammar.cues import role_of, words_for
from shanghai_tech.model import Form
from shanghai_tech.model.unit import ONE, PERCENT

_REACHES: Final = frozenset({"to", "at", "of", "from"})
_MORE: Final = frozenset({"more", "higher", "larger", "bigger", "greater", "above"})
_LESS: Final = frozenset({"less", "fewer", "lower", "smaller", "below"})
_PAST: Final = frozenset({"below", "under", "above", "past", "beyond"})
_WINDOW: Final = 4


@frozen
class Reading:
    """A form, and whether the change that it tells is a fall."""

    form: Form
    falls: bool = False


def form_of(case: Case, *, label: Label, before: Reading | None) -> Reading:
    """The form of an amount; `before` is that of the amount before it.

    F1 what the words of the amount decide; F2 "up from 3 percent" is what the amount before is; F3 words of change
    beside it; F4 a verb of change, unless "to" leads to a level; F5 any other percentage or fraction is a share, unless
    it is a rate by its name; F6 anything else is a level.
    """
    quantity = case.amount.quantity
    if case.amount.form is not None:
        return Reading(case.amount.form)
    is_part = quantity.unit == PERCENT or isinstance(quantity.value, Fraction)
    is_start = before is not None and before.form is not Form.MULTIPLE and is_source(case.parsed, case.index)
    if case.is_ratio and label.inherits and before is not None and is_start:
        return before
    if case.word(1) == "of" and (is_part or quantity.unit == ONE):
        return Reading(Form.SHARE if is_part else Form.LEVEL)  # "24 of them" counts
    role = _role_of_head(label, case)
    if case.is_ratio and role in {"rise", "fall"}:
        return Reading(Form.GROWTH, role == "fall")
    changed = _change_words(case)
    if changed is not None:
        return changed
    if _is_changed_by_verb(case):
        return Reading(Form.GROWTH, case.group is not None and case.group.has("fall"))
    if quantity.unit == PERCENT and label.inherits and before is not None and before.form is Form.GROWTH:
        return before if case.group is not None and case.group.has("compare") else Reading(Form.SHARE)
    is_rate = bool(words_for("rate", case.vocabulary) & set(label.words.lower().split()))
    return Reading(Form.SHARE if is_part and not is_rate else Form.LEVEL)


def _role_of_head(label: Label, case: Case) -> str:
    """The role of the noun that a label ends in, "target", "rate" and the like skipped: "growth target"."""
    words = label.words.split()
    while len(words) > 1 and role_of(words[-1], case.vocabulary) in {"plan", "vague"}:
        words.pop()
    return role_of(words[-1], case.vocabulary)


def _change_words(case: Case) -> Reading | None:
    """What "up", "growth of", "annual growth", "more than a year earlier", "year on year" beside an amount say."""
    compared = _compared(case)
    if compared is not None or not case.is_ratio:
        return compared
    parsed, index = case.parsed, case.index
    before = parsed.words(max(0, index - 2), index).lower().split()[-_WINDOW:]
    after = parsed.words(index + 1, min(len(parsed.chunks), index + 2)).lower().split()[:_WINDOW]
    near = [] if _is_particle(case) else before[-1:]
    if before[-1:] in (["of"], ["by"], ["at"]):
        near = before[-2:-1]
        if near in (["rate"], ["pace"]):
            near = before[-3:-2]
    roles = [role_of(word, case.vocabulary) for word in (*near, *after)]
    changes = [role for role in roles if role in {"rise", "fall"}]
    if changes:
        return Reading(Form.GROWTH, changes[0] == "fall")
    following = parsed.chunks[index + 1].time if index + 1 < len(parsed.chunks) else None
    if following is None or not following.compares:
        return None
    return Reading(Form.GROWTH, case.group is not None and case.group.has("fall"))


def _is_particle(case: Case) -> bool:
    """Whether "up" or "down" belongs to a verb that tells no change: "made up 30 percent"."""
    group = case.parsed.chunks[case.index - 2].verb if case.index >= 2 else None
    return group is not None and bool(group.verbs) and not (group.has("rise") or group.has("fall"))


def _compared(case: Case) -> Reading | None:
    """Whether "more than a year earlier" or the like stands behind an amount: a change."""
    parsed = case.parsed
    words = parsed.words(case.index + 1, min(len(parsed.chunks), case.index + 4)).lower().split()
    if words[1:2] == ["than"] and words[0] in _MORE | _LESS:
        return Reading(Form.GROWTH, words[0] in _LESS)
    return None


def _link(case: Case) -> str:
    """The word that leads to an amount: over "the", and of a list the one that leads to its first amount."""
    parsed, at = case.parsed, case.index
    if case.word(-1) == "the":
        at -= 1
    listed = at > 1 and parsed.lower(at - 1) in {"and", "or"}
    first = next((each for each in range(at - 1, -1, -1) if parsed.chunks[each].amount is not None), None)
    if listed and first is not None and first > 0 and not any(chunk.verb for chunk in parsed.chunks[first:at]):
        at = first
    return parsed.lower(at - 1) if at > 0 else ""


def _passes(case: Case) -> bool:
    """Whether a change leads past a level: "fell below 10 percent", "climbed above 60"."""
    return case.amount.quantity.words.lower().split(" ")[0] in _PAST


def _is_changed_by_verb(case: Case) -> bool:
    group = case.group
    if group is None or case.governor.is_subject or not group.verbs:
        return False
    link = _link(case)
    if link == "by" and case.is_ratio:
        return True  # "enlarged by a third"
    if not (group.has("rise") or group.has("fall")) or link in _REACHES or _passes(case):
        return False
    return case.is_ratio or link == "by"
