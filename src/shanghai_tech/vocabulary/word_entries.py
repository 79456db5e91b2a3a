"""The entries for words: their classes and forms, and what phrases do in a statement."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen


@frozen(kw_only=True)
class WordClass:
    """Words of a closed class (determiners, prepositions, …) by the tag they take: see `mentions/words/tagging`."""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Compound:
    """Words that are one noun, adjective or adverb: "value added", "research and development", "per capita"."""

    id: str
    tag: Literal["noun", "adjective", "adverb"]


@frozen(kw_only=True)
class Verb:
    """A verb by its base form; `past`, `participle` and `s` only where they are irregular.

    `roles` say what a statement with it does: "report" (attributes words to a speaker), "commit" (states an intention),
    "measure" (links a subject with its figure: reach, total), "rise", "fall", "have", … ; see `docs/vocabulary.md`.
    `noun_too` tells that the base form is as often a noun. `noun` names the act or its object where a figure that has
    no other name is labelled by the verb ("invest": "investment"), `counts` what a bare number is so many of
    ("employ": "person").
    """

    id: str
    roles: tuple[str, ...] = ()
    past: str = ""
    participle: str = ""
    ing: str = ""
    s: str = ""
    noun: str = ""
    noun_too: bool = False
    counts: str = ""


@frozen(kw_only=True)
class Plural:
    """A noun whose plural is irregular; `plural` equal to `id` where both are written alike."""

    id: str
    plural: str


@frozen(kw_only=True)
class Indicator:
    """A stable identifier for what is measured; `phrases` are how papers say it."""

    id: str
    label: str
    phrases: tuple[str, ...]


@frozen(kw_only=True)
class Cue:
    """A phrase with a role in a statement (commits, attributes, compares, …); `docs/vocabulary.md` tells the roles."""

    id: str
    role: str


#: The kinds of undertakings: GUIDE, initiative.
UndertakingKind: TypeAlias = Literal[
    "plan",
    "program",
    "facility",
    "zone",
    "partnership",
    "investment",
    "listing",
    "event",
    "deployment",
    "product",
    "policy",
]


@frozen(kw_only=True)
class Undertaking:
    """A common noun for undertakings, singular: "laboratory" names a facility."""

    id: str
    kind: UndertakingKind


#: What an act that is an undertaking by itself takes.
Taken: TypeAlias = Literal[
    "",
    "money",
    "money-for",
    "money-before",
    "own-money",
    "money-by-round",
    "body",
    "market",
    "partner",
    "premises",
    "rule",
    "thing",
]


@frozen(kw_only=True)
class Act:
    """What is done to undertakings: a verb by its base form, with the words that belong to it ("break ground on").

    `stage` tells how far an undertaking is once it is done, `of` the kinds that it may be done to (none: all), `nouns`
    name the act ("opening", "plans for"). `alone` tells that the undertaking may do it by itself ("the lab opened").
    `kind` makes the act an undertaking by itself ("invest"), where what it `takes` stands behind it: money, money and
    what it is for, money that the actor itself gets, money that an offering or a round brings, a body or building, a
    market, a partner, premises, what somebody who governs rules; or the money stands before it. Where it takes any
    "thing", what it is done to is an undertaking whatever it is called.
    """

    id: str
    stage: Literal["plan", "announce", "begin", "make", "hold", "run", "end"]
    of: tuple[UndertakingKind, ...] = ()
    kind: Literal["", "investment", "partnership", "listing", "facility", "policy"] = ""
    takes: Taken = ""
    alone: bool = False
    nouns: tuple[str, ...] = ()


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
