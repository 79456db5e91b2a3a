"""What kind of statement an amount is part of: level, share, growth, multiple or rank (rules F1 to F6)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.chunks import Kind, Parsed
from shanghai_tech.extraction.governors import Governor
from shanghai_tech.extraction.verb_groups import VerbGroup
from shanghai_tech.model import Form
from shanghai_tech.model.unit import ONE, PERCENT
from shanghai_tech.vocabulary import Vocabulary

_REACHES: Final = frozenset({"to", "at", "of"})
_WINDOW: Final = 4


@frozen
class Reading:
    """A form, and whether the change that it tells is a fall."""

    form: Form
    falls: bool = False


def form_of(
    parsed: Parsed,
    index: int,
    *,
    governor: Governor,
    before: Reading | None,
    inherits: bool,
    label: str,
    vocabulary: Vocabulary,
) -> Reading:
    """The form of the amount in a chunk.

    F1 what the words of the amount decide; F2 "up from 3 percent" is what the amount before is; F3 words of change
    beside it; F4 a verb of change, unless "to" leads to a level; F5 any other percentage or fraction is a share, unless it is a
    rate by its name; F6 anything else is a level.
    """
    amount = parsed.chunks[index].amount
    if amount is None:
        return Reading(Form.LEVEL)
    if amount.form is not None:
        return Reading(amount.form)
    percent = str(amount.quantity.unit) in {"%", "1", "pp"}
    group = parsed.chunks[governor.verb].verb if governor.verb is not None else None
    if percent and inherits and before is not None and _follows_from(parsed, index):
        return before
    if isinstance(amount.quantity.value, Decimal) and amount.quantity.unit == ONE and _of_behind(parsed, index):
        return Reading(Form.LEVEL)  # "24 of them" counts
    if percent and parsed.lower(min(index + 1, len(parsed.chunks) - 1)) == "of" and index + 1 < len(parsed.chunks):
        return Reading(Form.SHARE)
    changed = _change_words(parsed, index, percent=percent, vocabulary=vocabulary)
    if changed is not None:
        return changed
    if group is not None and not governor.is_subject and _changes(parsed, index, group=group, percent=percent):
        return Reading(Form.GROWTH, group.has("fall"))
    if percent and inherits and before is not None and before.form is Form.GROWTH and amount.quantity.unit == PERCENT:
        return before if group is not None and group.has("compare") else Reading(Form.SHARE)
    is_part = amount.quantity.unit == PERCENT or isinstance(amount.quantity.value, Fraction)
    return Reading(Form.SHARE if is_part and not _is_rate(label, vocabulary) else Form.LEVEL)


def _is_rate(label: str, vocabulary: Vocabulary) -> bool:
    """Whether the label names something that is told in percent and is part of nothing: an interest rate, a margin."""
    rates = {cue.id for cue in vocabulary.cue if cue.role == "rate"}
    return bool(rates & set(label.lower().split()))


def _of_behind(parsed: Parsed, index: int) -> bool:
    return index + 1 < len(parsed.chunks) and parsed.lower(index + 1) == "of"


def _follows_from(parsed: Parsed, index: int) -> bool:
    """Whether the amount is what another is measured against: "up from 3 percent", "compared with 3 percent"."""
    link = parsed.lower(index - 1) if index >= 1 else ""
    group = parsed.chunks[index - 2].verb if index >= 2 else None
    return link in {"from", "against", "versus", "than"} or (
        link in {"with", "to"} and group is not None and group.has("compare")
    )


def _change_words(parsed: Parsed, index: int, *, percent: bool, vocabulary: Vocabulary) -> Reading | None:
    roles = {cue.id: cue.role for cue in vocabulary.cue if cue.role in {"rise", "fall"}}
    before = parsed.words(max(0, index - 2), index).lower().split()[-_WINDOW:]
    after = parsed.words(index + 1, min(len(parsed.chunks), index + 2)).lower().split()[:_WINDOW]
    compared = _compared(parsed, index)
    if compared is not None:
        return compared
    if not percent:
        return None
    if before and before[-1] in roles and not _is_particle(parsed, index):
        return Reading(Form.GROWTH, roles[before[-1]] == "fall")
    near = [
        roles[word]
        for word in (before[-2:-1] if before[-1:] in (["of"], ["by"], ["at"]) else []) + after
        if word in roles
    ]
    if near:
        return Reading(Form.GROWTH, near[0] == "fall")
    if before[-1:] == ["of"] and len(before) > 2 and before[-2] in {"rate", "pace"} and before[-3] in roles:
        return Reading(Form.GROWTH, roles[before[-3]] == "fall")
    following = parsed.chunks[index + 1] if index + 1 < len(parsed.chunks) else None
    if following is not None and following.kind is Kind.TIME and following.time is not None and following.time.compares:
        return Reading(Form.GROWTH)
    return None


def _is_particle(parsed: Parsed, index: int) -> bool:
    """Whether "up" or "down" belongs to a verb that tells no change: "made up 30 percent"."""
    group = parsed.chunks[index - 2].verb if index >= 2 else None
    return group is not None and bool(group.verbs) and not (group.has("rise") or group.has("fall"))


def _compared(parsed: Parsed, index: int) -> Reading | None:
    """ "5 percent more than a year earlier": a change; "more than a rival" is not told apart by its words."""
    words = parsed.words(index + 1, min(len(parsed.chunks), index + 4)).lower().split()
    if words[1:2] == ["than"] and words[0] in {"more", "higher", "less", "fewer", "lower", "above", "below"}:
        return Reading(Form.GROWTH, words[0] in {"less", "fewer", "lower", "below"})
    return None


def _changes(parsed: Parsed, index: int, *, group: VerbGroup, percent: bool) -> bool:
    link = parsed.lower(index - 1) if index else ""
    if link == "by" and percent and group.verbs:
        return True  # "enlarged by a third"
    if not (group.has("rise") or group.has("fall")):
        return False
    link = parsed.lower(index - 1) if index else ""
    if link in _REACHES or link == "from":
        return False
    return percent or link == "by"
