"""The entries for pages: what is printed around an article, and who prints it."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen


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

    @property
    def problem(self) -> str:
        """Why the pattern is none that can stand beside others; empty for one that can."""
        try:
            groups = re.compile(f"(?:{self.pattern})").groups
        except re.error as error:
            return str(error).split(" at position")[0]
        return "groups have to be of the form (?:…)" if groups else ""


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
