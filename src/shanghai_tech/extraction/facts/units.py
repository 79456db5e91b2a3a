"""Units that an amount takes from the words that name it (rules U1 to U5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from attrs import evolve

from shanghai_tech.extraction.grammar.cues import role_of, words_for
from shanghai_tech.mentions.words.inflection import is_plural, singular
from shanghai_tech.model import Form, Quantity, Unit, UnitTerm
from shanghai_tech.vocabulary import Vocabulary

_NUMBER_OF: Final = re.compile(
    r"\b(?<!head )(?:number|total|count) of (?P<noun>[^,;]+?)"
    r"(?: (?:per|for(?: every| each)?) (?P<scale>[\d,]+) (?P<per>[\w-]+)| per (?P<one>[\w-]+))?(?= in\b| at\b| by\b|$)",
    re.IGNORECASE,
)
_NO_DIMENSION: Final = frozenset({"", "share", "ratio", "number"})
_FEW: Final = 4
_HEADS: Final = re.compile(r" (?:in|at|of|by|for|on|with|per) ")


def mended(quantity: Quantity, label: str, *, form: Form, vocabulary: Vocabulary) -> Quantity:
    """The quantity with the unit that its label tells.

    U1 "the number of patents per 10,000 residents" gives a bare number its unit; U2 a bare number counts what its label
    names ("headquarters numbered 1,060"); U3 "per capita" makes money an amount a person.
    """
    unit = quantity.unit
    if unit.is_money and not unit.per and _is_per_person(label, vocabulary):
        return evolve(quantity, unit=unit.over(UnitTerm(noun="person")))
    if str(unit) != "1" or form is not Form.LEVEL:
        return quantity
    match = _NUMBER_OF.search(label)
    if match:
        counted = Unit.counted(_noun(_HEADS.split(match["noun"])[0], vocabulary))
        per = match["per"] or match["one"]
        if per:
            scale = int((match["scale"] or "1").replace(",", ""))
            counted = counted.over(UnitTerm(noun=singular(per.lower(), vocabulary), scale=scale))
        return evolve(quantity, unit=counted)
    head = _HEADS.split(label)[0]
    words = head.split()
    if words and is_plural(words[-1].lower(), vocabulary) and not role_of(words[-1], vocabulary):
        return evolve(quantity, unit=Unit.counted(_noun(head, vocabulary)))
    collective = {entry.id: entry.counts for entry in vocabulary.collective}
    if head.lower() in collective:  # "head count"
        return evolve(quantity, unit=Unit.counted(collective[head.lower()]))
    if words and words[-1].lower() in collective:
        of = label[len(head) :].removeprefix(" of ").split(" in ")[0].split()
        if label.startswith(f"{head} of ") and is_plural(of[-1].lower(), vocabulary) and len(of) <= _FEW:
            return evolve(quantity, unit=Unit.counted(_noun(" ".join(of), vocabulary)))  # "a fleet of electric taxis"
        return evolve(quantity, unit=Unit.counted(collective[words[-1].lower()]))
    return quantity


def _noun(phrase: str, vocabulary: Vocabulary) -> str:
    words = re.sub(r"[{}/|]", " ", phrase).split()
    while len(words) > 1 and words[-1].endswith("ed"):
        words.pop()  # "enterprises registered"
    return " ".join([*words[:-1], singular(words[-1].lower(), vocabulary)])


def _is_per_person(label: str, vocabulary: Vocabulary) -> bool:
    return any(phrase in label.lower() for phrase in words_for("per-person", vocabulary))


_A_TIME: Final = {"P1Y": "a", "P1M": "mo", "P1W": "wk", "P1D": "d", "PT1H": "h"}


def per_time(quantity: Quantity, timex: str) -> Quantity:
    """U4: a count that is told for every year, month, … is one per that time."""
    code = _A_TIME.get(timex)
    if code is None or not quantity.unit.is_count:
        return quantity
    return evolve(quantity, unit=quantity.unit.over(UnitTerm(code=code)))


_EVERY: Final = {"annual": "a", "yearly": "a", "monthly": "mo", "weekly": "wk", "daily": "d", "hourly": "h"}


def per_period(quantity: Quantity, label: str) -> Quantity:
    """U5: "a monthly output of 40,000 wafers" is so many a month."""
    codes = [code for word, code in _EVERY.items() if word in label.lower().split()]
    if not codes or not quantity.unit.is_count:
        return quantity
    return evolve(quantity, unit=quantity.unit.over(UnitTerm(code=codes[0])))


def dimension_of(quantity: Quantity, vocabulary: Vocabulary) -> str:
    """The dimension of a physical unit ("area", "time"); empty for money, shares and counts."""
    return _dimensions(vocabulary).get(quantity.unit.term.code or "", "")


@lru_cache(maxsize=8)
def _dimensions(vocabulary: Vocabulary) -> Mapping[str, str]:
    return {unit.id: unit.dimension for unit in vocabulary.unit if unit.dimension not in _NO_DIMENSION}


def signed(quantity: Quantity, *, falls: bool) -> Quantity:
    """The quantity of a fall is negative."""
    if not falls or quantity.value < 0:
        return quantity
    if quantity.upper is not None:
        return evolve(quantity, value=-quantity.upper, upper=-quantity.value)
    return evolve(quantity, value=-quantity.value)
