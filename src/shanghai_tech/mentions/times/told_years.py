"""The words for a part of a period and for the year beside it, which many rules share."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.times.calendar import timex_of
from shanghai_tech.mentions.times.grammar import Found
from shanghai_tech.model import Period
from shanghai_tech.model.period import Precision

#: "The end of", "early", "mid-" before what they are a part of.
EDGE: Final = "(the? e:(edge|edge_noun of|edge_noun hyphen|(?<=beside_edge) edge_noun) (of|in|hyphen)? the?)?"
#: A month, and its full stop where it is shortened.
MONTH: Final = "m:(month_short dot?|month)"
#: A year by itself or counted from the present one: "2018", "fiscal 2018", "last year".
_YEAR: Final = "(fiscal unit_year?)? y:year|fc:fiscal_code|the? sh:shift (fiscal unit_year?|unit_year)"
#: The year behind a part of it: "of 2018", ", 2018", "last year", "of that year", "of the year".
OF_YEAR: Final = (
    f"((comma|of|in|hyphen)? ({_YEAR})|(of|in)? an:(that|the same) unit_year|(of|in) ty:(the fiscal? unit_year))?"
)
#: The year before a part of it: "2018's", "last year's", "the 1988 ...".
YEAR_BEFORE: Final = "(the? y:year genitive?|the? sh:shift unit_year genitive)"
#: A number in words or digits.
COUNT: Final = "n:(digits|number_word (hyphen number_word)?|a)"
#: A number, the greater of two ("three to five"), or words for one that is not told exactly.
FEW: Final = f"(few:(a? vague_count)|((digits|number_word) hyphen? (to|or|hyphen) hyphen?)? {COUNT})"
#: "Third", "21st".
ORDINAL: Final = "o:(ordinal|number_word hyphen ordinal|day suffix)"


def year_told(found: Found) -> int | None:
    """The year that stands beside a part of it, as far as it was told: 2018, or that of "last year"."""
    if found.has("y"):
        return int(found.words("y"))
    if found.has("fc"):
        return fiscal_year(found.words("fc"))
    anchor, before = found.setting.anchor, found.setting.before
    if found.has("an"):
        told = found.setting.last_of(Precision.YEAR)
        return told.start.year if told and told.start else None
    if found.has("ty"):
        return anchor.year if anchor else None
    if found.has("sh"):
        shift = found.setting.lexicon.shifts[found.words("sh")]
        day = before.start if shift.from_before and before and before.start else anchor
        return day.year + shift.steps if day else None
    return None


def fiscal_year(code: str) -> int:
    """The year of "FY2020" or "FY20"."""
    digits = "".join(letter for letter in code if letter.isdigit())
    return int(digits) + (2000 if len(digits) == 2 else 0)


def edge_of(found: Found) -> str:
    """Which part of a period is named, if one is."""
    part = found.setting.lexicon.calendar_parts.get(found.words("e").split(" ")[0])
    return part.edge if part else ""


def told_count(found: Found) -> int | None:
    """How many; a couple is two, a dozen twelve, a few are not counted."""
    if found.has("n"):
        return found.number("n")
    if found.has("few"):
        name = found.words("few").removeprefix("a ")
        return found.setting.lexicon.vague_counts[name].value
    return 1


def unresolved(period: Period | None) -> str:
    """The value of a date of some year, with the year left open."""
    return "XXXX" + timex_of(period)[4:] if period else ""
