"""The entries for names: of places, organizations and persons, and the nouns that point back at them."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen(kw_only=True)
class Place:
    """A place, its names, and the place that it lies in; `kind` is how articles point back at it ("the city")."""

    id: str
    kind: Literal["city", "district", "zone", "province", "state", "country", "region", "emirate", "continent"]
    names: tuple[str, ...] = ()
    within: str = ""
    adjectives: tuple[str, ...] = ()


@frozen(kw_only=True)
class PlaceKind:
    """A kind of place; a wider one has a greater `width`, and is what places of lesser widths lie in."""

    id: str
    width: int


@frozen(kw_only=True)
class Organization:
    """An organization that papers name without saying what it is."""

    id: str
    kind: str
    names: tuple[str, ...] = ()


@frozen(kw_only=True)
class HeadWord:
    """Words that end names and tell what kind of organization, place or undertaking they name.

    A "head" ends a name (Insurance), an "opener" may also go on with "of" or "for" (Ministry of Commerce), a "suffix"
    is a legal form or the word for a group (Ltd, Holdings).
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
    """A form of address before a person's name; `gender` where it tells one, `kept` where it is part of the name."""

    id: str
    gender: Literal["", "f", "m"] = ""
    kept: bool = False


@frozen(kw_only=True)
class NameClass:
    """Words that help to tell names from other words, by class: family names, words that join names and so on."""

    id: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Referent:
    """A common noun and what it can point back to: "the carmaker" is an organization that is a company.

    A `generic` one points to the nearest of its kinds, whatever else the article has called by that noun. `governs` are
    the kinds of places that a government of that noun may govern, where nothing else tells.
    """

    id: str
    thing: Literal["organization", "place", "other"]
    kinds: tuple[str, ...]
    generic: bool = False
    governs: tuple[str, ...] = ()


@frozen(kw_only=True)
class GovernmentLevel:
    """A word before a noun for a government that tells what kind of place that governs: "municipal"."""

    id: str
    governs: tuple[str, ...]
