"""Amounts beside one another: lists that share a unit, and the same amount told again in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from shanghai_tech.mentions.amounts.amounts import Amount
from shanghai_tech.mentions.amounts.bounds import Beside, bound_after, bound_after_whole, bound_before
from shanghai_tech.mentions.amounts.ranges import led_by
from shanghai_tech.mentions.amounts.written import times
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.model import Bound, Number, Quantity, Unit
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_OPENING: Final = frozenset({"(", "["})
_CLOSING: Final = frozenset({")", "]"})
_BREAKS: Final = frozenset({",", ";", ".", *_CLOSING})
_FAR: Final = 10
_MILLION: Final = 10**6


# ---------------------------------------------------------------- lists


def share_units(sentence: Tagged, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, where a bare number in a list takes the unit of the one behind it, or behind "from … to" in front.

    "5, 8 and 10 percent", "3 and 4 million yuan", "from 5 to 8 percent"; a comma alone joins only within such a list.
    """
    shared = list(amounts)
    listed = False
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        before = _joint(sentence, shared[at - 1], here) if at else []
        listed = _is_listed(_joint(sentence, here, after), before=before, listed=listed)
        if (noun := _same_noun(sentence, here, after)) is not None:
            shared[at] = evolve(here, unit=noun, dimension="count")
        elif listed and here.bare and after.unit not in {None, ONE} and after.upper is None:
            shared[at] = evolve(here, unit=after.unit, dimension=after.dimension, value=_scaled_alike(here, after))
    for at in range(1, len(shared)):
        here, before_it = shared[at], shared[at - 1]
        if _is_money_again(sentence, here, before_it):
            shared[at] = evolve(here, unit=before_it.unit, dimension=before_it.dimension)
            continue
        goes_on = here.bare and before_it.unit is not None and _joint(sentence, before_it, here) == ["to"]
        if goes_on and led_by(sentence, before_it.first, "from") is not None:
            shared[at] = evolve(here, unit=before_it.unit, dimension=before_it.dimension)
    return [_in_points(sentence, each, shared) for each in shared]


def _is_money_again(sentence: Tagged, here: Amount, before: Amount) -> bool:
    """Whether millions that nothing counts are money like those before: "5 million euros, and losses of 4 million"."""
    leads = here.first > 1 and sentence.tokens[here.first - 1].lower == "of" and sentence.tags[here.first - 2] == "N"
    return here.bare and leads and here.numeral.scale >= _MILLION and before.dimension == "money"


def _in_points(sentence: Tagged, here: Amount, amounts: Sequence[Amount]) -> Amount:
    """Points that lead to or from a percentage are percentage points: "rose by 4.2 points to 18.7 percent"."""
    if here.unit is None or here.unit.term.noun != "point" or here.unit.per:
        return here
    leads = sentence.tokens[here.last].lower in {"to", "from"} if here.last < len(sentence.tokens) else False
    after = next((each for each in amounts if each.first > here.last), None)
    near = after is not None and after.dimension == "share" and after.first - here.last <= 2
    return evolve(here, unit=Unit.of("pp"), dimension="points") if leads and near else here


def _same_noun(sentence: Tagged, here: Amount, after: Amount) -> Unit | None:
    """The unit of a number that has only the adjective of its noun: "40 French and 30 German soldiers"."""
    tags = sentence.tags[here.last : after.first]
    if not here.bare or after.dimension != "count" or len(tags) not in {2, 3} or tags[-1] != "CC":
        return None
    head = (after.unit.term.noun or "").rpartition(" ")[2] if after.unit is not None else ""
    words = sentence.words(here.last, after.first - 1)
    fits = head and set(tags[:-1]) <= {"ADJ", "NAME"} and words.replace(" ", "").isalpha()
    return Unit.counted(f"{words} {head}") if fits else None


def _joint(sentence: Tagged, here: Amount, after: Amount) -> list[str]:
    """The words between two amounts, none where they are far apart."""
    if after.first - here.last > _FAR:
        return []
    return [token.lower for token in sentence.tokens[here.last : after.first]]


def _is_listed(joint: list[str], *, before: list[str], listed: bool) -> bool:
    """Whether two numbers stand in one list, seen from its end; ", and" ends only one that has a comma before."""
    if joint == [","]:
        return listed
    if joint in ([",", "and"], [",", "or"]):
        return before == [","]
    return joint in (["and"], ["or"], ["to"], ["by"])


def _scaled_alike(here: Amount, after: Amount) -> Number:
    """The value of a bare number with the scale of the one behind it: "3 and 4 million"."""
    scale = after.numeral.scale
    if here.numeral.scale > 1 or scale == 1 or Fraction(here.value) * scale > Fraction(after.value) * 100:
        return here.value
    return times(here.value, scale)


# ---------------------------------------------------------------- qualifiers


def bounded(sentence: Tagged, amount: Amount, *, floor: int, vocabulary: Vocabulary) -> tuple[int, int, Bound]:
    """The tokens of an amount with its qualifiers, which do not reach before token `floor`, and what bound they say."""
    first, last = amount.first, amount.last
    if amount.bound is not None:
        between = amount.upper is not None and first > floor and sentence.tokens[first - 1].lower == "between"
        return first - between, last, amount.bound
    beside = Beside(
        first=first, last=last, floor=floor, time=amount.dimension == "time", counted=amount.dimension == "count",
        few=amount.dimension == "count" and not amount.numeral.digits and Fraction(amount.value) < 10,
    )  # fmt: skip
    before = bound_before(sentence, beside, vocabulary)
    if before is not None:
        return before.at, last, before.bound
    after = bound_after(sentence, last, vocabulary, closed=True) or bound_after_whole(sentence, last, vocabulary)
    return (first, after.at, after.bound) if after is not None else (first, last, Bound.EXACTLY)


def quantity_of(sentence: Tagged, amount: Amount, *, told: tuple[int, int, Bound]) -> Quantity:
    """The quantity of an amount, from what `bounded` told."""
    first, last, bound = told
    unit, words = amount.unit or ONE, sentence.words(first, last)
    return Quantity(value=amount.value, upper=amount.upper, bound=bound, unit=unit, words=words)


# ---------------------------------------------------------------- restatements


def restate(sentence: Tagged, amounts: Sequence[Amount], vocabulary: Vocabulary) -> list[Amount]:
    """The amounts, where one that tells the one before it again, in another unit, becomes part of it."""
    found: list[Amount] = []
    for amount in amounts:
        end = _restates(sentence, found[-1], amount) if found else 0
        if end:
            told = bounded(sentence, amount, floor=found[-1].last, vocabulary=vocabulary)
            again = quantity_of(sentence, amount, told=told)
            found[-1] = evolve(found[-1], last=end, restated=(*found[-1].restated, again))
        else:
            found.append(amount)
    return found


def _restates(sentence: Tagged, told: Amount, again: Amount) -> int:
    """The token behind a restatement, 0 if it is none: amount … "(" … amount [")"], or amount [","] "or" amount."""
    if not _same_measure(told, again):
        return 0
    joint, tokens = _joint(sentence, told, again), sentence.tokens
    if told.restated and joint in ([";"], [","], ["or"], ["/"]) and tokens[told.last - 1].text not in _CLOSING:
        return again.last + (again.last < len(tokens) and tokens[again.last].text in _CLOSING)
    opened = next((at for at, word in enumerate(joint) if word in _OPENING), None)
    if opened is None:
        short = joint == ["or"] or (joint[:2] == [",", "or"] and len(joint) <= 4)
        return again.last if short else 0
    if opened > 5 or _CLOSING.intersection(joint) or _BREAKS.intersection(joint[:opened]):
        return 0
    return again.last + (again.last < len(tokens) and tokens[again.last].text in _CLOSING)


def _same_measure(told: Amount, again: Amount) -> bool:
    """Whether two amounts can be the same in two units: two currencies, or two units of one dimension."""
    if told.unit is None or again.unit is None or told.unit.term == again.unit.term or told.form or again.form:
        return False
    if told.unit.per != again.unit.per:
        return False
    return told.dimension == again.dimension and told.dimension not in {"", "share", "points", "count"}
