"""Names of people in the head of an article: who wrote it, and where and for whom."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.articles.outlets import is_known_outlet
from shanghai_tech.articles.word_lists import word_list
from shanghai_tech.vocabulary import Vocabulary

_IN_PLACE: Final = re.compile(r"\s+in\s+(?P<place>[^\s,]+(?:\s[^\s,]+){0,3})$")
_FOR_OUTLET: Final = re.compile(r"\s+(?:for|of|with|at)\s+(?P<outlet>\S.*)$|\s*\((?P<inside>[^()]+)\)$")
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&，、]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_WRITERS: Final = re.compile(
    r"(?i:(?P<outlet>.*?)\s*\b(?:staff |special |our )?(?:writers?|reporters?|correspondents?)\s+)(?=[A-Z])"
)
_PART: Final = re.compile(r"[^\W\d_]+")
_ROMAN: Final = frozenset({"II", "III", "IV"})
_SMALL: Final = frozenset({"the", "and", "of", "in", "on"})


@frozen(kw_only=True)
class People:
    """Who wrote an article: `names` in normal case, and the outlets and places named with them."""

    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _places(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(name.casefold() for entry in vocabulary.place for name in (entry.id, *entry.names))


def is_place(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary lists a place of this name."""
    return name.casefold() in _places(vocabulary)


def is_role(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words say what a writer is, and not who.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> is_role("OUR BUREAU", load_vocabulary()), is_role("Jane Doe", load_vocabulary())
    (True, False)
    """
    parts = words.split()
    roles = word_list(vocabulary, "writer")
    return len(parts) <= 5 and any(part.casefold() in roles for part in parts)


def is_person(name: str, vocabulary: Vocabulary) -> bool:
    """Whether words look like the full name of a person: two to four capitalised words, particles aside.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> [is_person(name, load_vocabulary()) for name in ("Ludwig van Beethoven", "Ludwig", "Robots to serve coffee")]
    [True, False, False]
    """
    words = name.split()
    particles = word_list(vocabulary, "name-particle")
    if len(words) < 2 or sum(word.casefold() not in particles for word in words) > 4:
        return False
    if words[0] in particles - word_list(vocabulary, "name-opening"):
        return False
    return all(_is_name_word(word) or word in particles for word in words) and words[-1] not in particles


def _is_name_word(word: str) -> bool:
    bare = word.replace(".", "").replace("'", "").replace("’", "").replace("-", "")
    return bool(bare) and bare.isalpha() and word[0].isupper() and word.casefold() not in _SMALL


def normal_case(name: str) -> str:
    """A name with words of capitals only written as names are.

    >>> normal_case("ANNE-MARIE O'NEIL III"), normal_case("Zhu SHENSHEN"), normal_case("J. R. McAdam")
    ("Anne-Marie O'Neil III", 'Zhu Shenshen', 'J. R. McAdam')
    """
    return " ".join(word if word in _ROMAN or not _shouts(word) else _lowered(word) for word in name.split())


def _shouts(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word.isupper() and "." not in word


def _lowered(word: str) -> str:
    return _PART.sub(lambda part: part[0].capitalize(), word)


def read_people(words: str, vocabulary: Vocabulary, *, said: bool) -> People | None:
    """The people that a stretch of a head line names, or None where it names something else.

    With `said` a word before it ("By") has told that people follow, so that a single name will do.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> read_people("HE WEI in Shanghai and Cheng Yu", load_vocabulary(), said=True)
    People(names=('He Wei', 'Cheng Yu'), outlets=(), places=('Shanghai',))
    """
    prefix = _WRITERS.match(words)
    outlet = prefix["outlet"] if prefix else ""
    found = [People(outlets=(outlet,))] if outlet and not is_role(outlet, vocabulary) else []
    for part in _BETWEEN.split(words[prefix.end() if prefix else 0 :].strip(" ,;")):
        one = _read_one(part, vocabulary, said=said) if part else People()
        if one is None:
            return None
        found.append(one)
    return People(
        names=tuple(name for one in found for name in one.names),
        outlets=tuple(name for one in found for name in one.outlets),
        places=tuple(name for one in found for name in one.places),
    )


def _read_one(name: str, vocabulary: Vocabulary, *, said: bool) -> People | None:
    """One person with place and outlet, or one of these alone; None where the words are none of them."""
    aside = _FOR_OUTLET.search(name)
    outlets = (aside["outlet"] or aside["inside"],) if aside else ()
    name = name[: aside.start()] if aside else name
    place = _IN_PLACE.search(name)
    places = (place["place"],) if place else ()
    name = name[: place.start()] if place else name
    roles = word_list(vocabulary, "writer")
    bare = " ".join(word for word in name.split() if word.casefold() not in roles)
    if is_known_outlet(bare, vocabulary):
        return People(outlets=(*outlets, bare), places=places)
    if is_place(name, vocabulary):
        return People(outlets=outlets, places=(*places, name))
    if is_role(name, vocabulary):
        return People(outlets=outlets, places=places)
    is_single = said and len(name.split()) == 1 and _is_name_word(name)
    if is_single or is_person(name, vocabulary):
        return People(names=(normal_case(name),), outlets=outlets, places=places)
    return None
