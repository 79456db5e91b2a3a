"""The entries of the vocabulary: one class a table of the data files, which say what each is for."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import frozen

from shanghai_tech.model import Bound


@frozen(kw_only=True)
class Unit:
    """A unit of measure; `id` is its code as `model.Unit` reads it, `factor` its size in the base of its dimension.

    `names` are words that stand after a number, singular and plural. `symbols` may be glued to its digits and are read
    in the case that they are written in; `glued` ones nowhere else ("1.5C"). `shared` are names of a currency too
    ("pounds"): with a scale, or in a text that speaks of that money otherwise, they are money. `rates` say by
    themselves that something is told per this unit ("annually").
    """

    id: str
    dimension: str
    factor: Fraction = Fraction(1)
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()


@frozen(kw_only=True)
class Currency:
    """A currency by its ISO 4217 code, which may stand before or after a number, as may `symbols` and `codes`.

    `names` stand after it, as `weak_names` do, which are words as well ("won"). `word` tells that the code is an
    English word or a name as well (ALL, COP, TOP), so that it is read, like those names, only beside an amount of a
    thousand and more. `shared` are symbols of several currencies: the one whose `context` the text bears out has them, all words of
    one of its rows; else the one that has no context.
    """

    id: str
    names: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    context: tuple[tuple[str, ...], ...] = ()
    word: bool = False

    @property
    def leading(self) -> tuple[str, ...]:
        """The codes that are read in front of any number."""
        return self.codes if self.word else (self.id, *self.codes)


@frozen(kw_only=True)
class Scale:
    """A word or suffix that multiplies: "billion", "bn". `glued` forms count only right behind digits ("3m")."""

    id: str
    factor: int
    names: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


@frozen(kw_only=True)
class NumberWord:
    """A cardinal number as a word, its ordinal, and the words for so many times something ("double", "twice")."""

    id: str
    value: int
    ordinal: str = ""
    multiples: tuple[str, ...] = ()


@frozen(kw_only=True)
class FractionWord:
    """The name of a part: "third", plural "thirds"."""

    id: str
    denominator: int
    plural: str


@frozen(kw_only=True)
class VagueNumber:
    """Words that tell a number only between two others: "several hundred", where `scaled` wants the scale behind it.

    `unit` is what the words measure by themselves: "double-digit" growth is percent.
    """

    id: str
    low: int
    high: int | None = None
    bound: Bound = Bound.BETWEEN
    scaled: bool = False
    unit: str = ""


@frozen(kw_only=True)
class BoundCue:
    """Phrases beside a number that say how to take it.

    "bound" says which bound, in front of the number or behind it. "passing" (broke, pass) does so before money, a share
    or a "mark" (threshold); "motion" (over, under) is a preposition before a length of time, unless a word that is
    "lasting" leads to it, and before a few things; "particle" is a verb that such a word belongs to (turned over).
    "leading" or "comparing" words make "a third" a part, "halving" ones make "half" none (the first half), "counting"
    ones make "three quarters" lengths of time; "ranging" leads to the ends of a range. "name" makes the number part of
    a name (Section), "compound" of a word that counts nothing (two-way), "code" is one with its letter (4K), "address"
    ends one, "ageing" leads to an age. "order" makes it part of an order (No.), as do "ranking" (ranked) in front of an
    ordinal and "place" behind it; "scope" may follow a multiple, "pointing" words begin no counted noun.
    """

    id: str
    role: Literal[
        "bound", "passing", "motion", "particle", "mark", "lasting", "name", "compound", "order", "ranking", "scope",
        "leading", "comparing", "halving", "counting", "ageing", "ranging", "pointing",
        "code", "address", "place",
    ]  # fmt: skip
    phrases: tuple[str, ...]
    bound: Bound | None = None
    side: Literal["before", "after", "either"] = "before"


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
    """Words of a closed class (determiners, prepositions, …) by the tag that they take; see `mentions/words/tagging`."""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Compound:
    """Two words that are one noun, adjective or adverb: "value added", "per capita", "by then"."""

    id: str
    tag: Literal["noun", "adjective", "adverb"]


@frozen(kw_only=True)
class Verb:
    """A verb by its base form; `past`, `participle` and `s` only where they are irregular.

    `roles` say what a statement with it does: "report" (attributes words to a speaker), "commit" (states an intention),
    "measure" (links a subject with its figure: reach, total), "rise", "fall", "have", … ; see `docs/vocabulary.md`.
    `noun_too` tells that the base form is as often a noun. `noun` names the act or its object where a figure that has no other name is labelled by the verb ("invest": "investment").
    """

    id: str
    roles: tuple[str, ...] = ()
    past: str = ""
    participle: str = ""
    ing: str = ""
    s: str = ""
    noun: str = ""
    noun_too: bool = False


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
    """Words that end names and tell what kind of thing they name; `kind` is that of an organization, place or undertaking.

    A "head" ends a name (Insurance), an "opener" may also go on with "of" or "for" (Ministry of Commerce), a "suffix" is a
    legal form or the word for a group (Ltd, Holdings).
    """

    id: str
    kind: str
    role: Literal["head", "opener", "suffix"] = "head"
    thing: Literal["organization", "place", "other"] = "organization"


@frozen(kw_only=True)
class Post:
    """A post or occupation that a person holds at a body: "vice mayor", "founding partner"."""

    id: str


@frozen(kw_only=True)
class Address:
    """A form of address before the name of a person; `gender` only where it tells one, `kept` where it is part of the name."""

    id: str
    gender: Literal["", "f", "m"] = ""
    kept: bool = False


@frozen(kw_only=True)
class NameClass:
    """Words that help to tell names from other words, by class: family names, given names, words that join names, …"""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Referent:
    """A common noun and what it can point back to: "the carmaker" is an organization that is a company.

    A `generic` one points to the nearest of its kinds, whatever else the article has called by that noun.
    """

    id: str
    thing: Literal["organization", "place", "other"]
    kinds: tuple[str, ...]
    generic: bool = False


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
    """A pattern of what a page prints around an article: Python `re`, matched without regard to case.

    `at` is where it stands: as a whole line, or at the start or end of one that is otherwise read. `marks` tells more:
    "caption", the rest of its line, or the line above it, describes a picture; "links", the headlines that follow it
    are furniture too; "source", it names the outlet or the day; "section", it is a heading where it stands in the body.
    A `long` one may be a whole paragraph; the others are looked for in lines of a head's length only.
    """

    id: str
    pattern: str
    at: Literal["line", "start", "end"] = "line"
    marks: Literal["", "caption", "links", "source", "section"] = ""
    long: bool = False


@frozen(kw_only=True)
class Outlet:
    """A publisher of news, by the name that mastheads and source lines print."""

    id: str
    names: tuple[str, ...] = ()
    day_first: bool = False


@frozen(kw_only=True)
class Masthead:
    """Words that end the names of outlets ("Daily", "Herald"), so that an unknown outlet is known by its name."""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Zone:
    """A time zone as date lines abbreviate it; `day_first` where its readers write numeric dates one way only."""

    id: str
    names: tuple[str, ...] = ()
    day_first: bool | None = None


@frozen(kw_only=True)
class WordList:
    """Words that a rule of reading looks for, by the name that it asks for; `words` are separated by blanks."""

    id: str
    words: str


@frozen(kw_only=True)
class Abbreviation:
    """Abbreviations with their period, and whether a sentence may end in one.

    `ends`: "never" (a name or word always follows: "Dr."), "before-word" (not where a digit follows: "No."),
    "before-opener" (only where a word follows that likes to open sentences: "Inc. The").
    """

    id: str
    ends: Literal["never", "before-word", "before-opener"]
    forms: tuple[str, ...]


@frozen(kw_only=True)
class Collective:
    """A singular noun that stands for many, and what it counts: a workforce of 300 is 300 persons."""

    id: str
    counts: str
