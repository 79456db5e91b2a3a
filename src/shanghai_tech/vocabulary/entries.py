"""The entries of the vocabulary: one class a table of the data files, which say what each is for."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from shanghai_tech.model import Bound


@frozen(kw_only=True)
class Unit:
    """A physical unit, a share or a span of time; `id` is its UCUM code, `factor` its size in the base of its dimension.

    `names` are whole words that stand after a number, singular and plural; `symbols` may be glued to its digits.
    """

    id: str
    dimension: str
    factor: Fraction
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


@frozen(kw_only=True)
class Currency:
    """A currency by its ISO 4217 code; `symbols` and `codes` may stand before the number, `names` after it.

    `bare` are names and symbols shared with other currencies ("dollars", "$"); the entry with the lowest `rank` wins
    where nothing else decides.
    """

    id: str
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@frozen(kw_only=True)
class Scale:
    """A word or suffix that multiplies: "billion", "bn". `glued` forms count only right behind digits ("3m")."""

    id: str
    factor: int
    names: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


@frozen(kw_only=True)
class NumberWord:
    """A cardinal number as a word, and its ordinal."""

    id: str
    value: int
    ordinal: str = ""


@frozen(kw_only=True)
class FractionWord:
    """The name of a part: "third", plural "thirds"."""

    id: str
    denominator: int
    plural: str


@frozen(kw_only=True)
class VagueNumber:
    """Words that tell a number only between two others: "several hundred"."""

    id: str
    low: int
    high: int | None = None
    bound: Bound = Bound.BETWEEN


@frozen(kw_only=True)
class BoundCue:
    """A phrase beside a number that says what bound it is; `side` is where it stands."""

    id: str
    bound: Bound
    side: Literal["before", "after"] = "before"


@frozen(kw_only=True)
class Month:
    """A month of the year and the ways to shorten it."""

    id: str
    number: int
    short: tuple[str, ...] = ()


@frozen(kw_only=True)
class Weekday:
    """A day of the week, Monday being 1 (ISO 8601), and the ways to shorten it."""

    id: str
    number: int
    short: tuple[str, ...] = ()


@frozen(kw_only=True)
class WordClass:
    """Words of a closed class (determiners, prepositions, …) by the tag that they take; see `mentions/tagging`."""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Verb:
    """A verb by its base form; `past`, `participle` and `s` only where they are irregular.

    `roles` say what a statement with it does: "report" (attributes words to a speaker), "commit" (states an intention),
    "measure" (links a subject with its figure: reach, total), "rise", "fall", "have", … ; see `docs/vocabulary.md`.
    `noun` names the act or its object where a figure that has no other name is labelled by the verb ("invest": "investment").
    """

    id: str
    roles: tuple[str, ...] = ()
    past: str = ""
    participle: str = ""
    ing: str = ""
    s: str = ""
    noun: str = ""


@frozen(kw_only=True)
class Plural:
    """A noun whose plural is irregular; `plural` equal to `id` where both are written alike."""

    id: str
    plural: str


@frozen(kw_only=True)
class Place:
    """A place, its names, and the place that it lies in. `kind` is how the article may point back at it ("the city")."""

    id: str
    kind: Literal["city", "district", "zone", "province", "state", "country", "region", "emirate", "continent"]
    names: tuple[str, ...] = ()
    within: str = ""
    adjectives: tuple[str, ...] = ()


@frozen(kw_only=True)
class Organization:
    """An organization that papers name without saying what it is."""

    id: str
    kind: str
    names: tuple[str, ...] = ()


@frozen(kw_only=True)
class HeadWord:
    """A word that ends (or, with `opens`, begins) names of organizations of one kind: University, Ministry, Ltd."""

    id: str
    kind: str
    role: Literal["head", "suffix"] = "head"


@frozen(kw_only=True)
class Indicator:
    """A stable identifier for what is measured; `phrases` are how papers say it."""

    id: str
    label: str
    phrases: tuple[str, ...]


@frozen(kw_only=True)
class Cue:
    """A phrase with a role in a statement (commits, attributes, compares, …); see `docs/vocabulary.md` for the roles."""

    id: str
    role: str


@frozen(kw_only=True)
class Furniture:
    """A pattern (Python `re`, matched against a whole line) of what a page prints around an article."""

    id: str
    pattern: str


@frozen(kw_only=True)
class Outlet:
    """A publisher of news, by the name that mastheads and source lines print."""

    id: str
    names: tuple[str, ...] = ()
    day_first: bool = False
