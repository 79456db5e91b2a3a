"""Names in the head of an article: which words name an outlet, and which name people."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.vocabulary import Vocabulary

_PARTICLES: Final = frozenset(
    {"al", "bin", "binti", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter", "van", "von"}
)
_ROLE: Final = re.compile(
    r"(?i)\b(?:reporters?|writers?|correspondents?|editors?|columnists?|staff|bureau|desk|contributors?|agencies|analysts?|newsroom|admin)\b"
)
_IN_PLACE: Final = re.compile(r"\s+in\s+(?P<place>[^\s,]+(?:\s[^\s,]+){0,3})$")
_FOR_OUTLET: Final = re.compile(r"\s+(?:for|of|with|at)\s+(?P<outlet>\S.*)$|\s*\((?P<inside>[^()]+)\)$")
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&，、]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_WRITERS: Final = re.compile(
    r"(?i)^(?P<outlet>.*?)\s*\b(?:staff |special |our )?(?:writers?|reporters?|correspondents?)\s+(?=[A-Z])"
)
_ROMAN: Final = frozenset({"II", "III", "IV"})


@frozen(kw_only=True)
class People:
    """Who wrote an article: `names` in normal case, and the outlets and places named with them."""

    names: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _outlets(vocabulary: Vocabulary) -> dict[str, bool]:
    return {name.casefold(): entry.day_first for entry in vocabulary.outlet for name in (entry.id, *entry.names)}


@lru_cache(maxsize=8)
def _mastheads(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word.casefold() for entry in vocabulary.masthead for word in entry.words)


@lru_cache(maxsize=8)
def _places(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(name.casefold() for entry in vocabulary.place for name in (entry.id, *entry.names))


def is_known_outlet(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary lists an outlet of this name.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> is_known_outlet("REUTERS", load_vocabulary())
    True
    """
    return _plain(name) in _outlets(vocabulary)


def known_outlet_in(words: str, vocabulary: Vocabulary) -> str | None:
    """The longest known outlet that some words begin with.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> known_outlet_in("South China Morning Post Publishers Ltd", load_vocabulary())
    'South China Morning Post'
    """
    parts = [match.end() for match in re.finditer(r"\S+", words)][:6]
    return next((words[:end] for end in reversed(parts) if is_known_outlet(words[:end], vocabulary)), None)


def full_name(outlet: str, vocabulary: Vocabulary, *, text: str) -> str:
    """The longest name of a known outlet that a text prints, where it is told by its letters only ("GT")."""
    if not outlet.isupper() or len(outlet) > 4:
        return outlet
    plain = _plain(outlet)
    names = [
        name
        for entry in vocabulary.outlet
        if plain in {_plain(each) for each in entry.names}
        for name in (entry.id, *entry.names)
        if " " in name and name in text
    ]
    return max(names, key=len, default=outlet)


def writes_day_first(outlet: str, vocabulary: Vocabulary) -> bool | None:
    """Whether a known outlet writes the day before the month; None for an unknown one."""
    return _outlets(vocabulary).get(_plain(outlet))


def is_place(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary lists a place of this name."""
    return name.casefold() in _places(vocabulary)


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def is_masthead(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name looks like that of an outlet: known, or ending in a word that outlets end in, or "The …".

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> is_masthead("Harbour Gazette", vocabulary), is_masthead("Harbour gazette opens", vocabulary)
    (True, False)
    """
    if is_known_outlet(name, vocabulary):
        return True
    words = name.split()
    if (
        "," in name
        or not 2 <= len(words) <= 5
        or not all(_is_capitalised(word) or word in {"of", "and", "&"} for word in words)
    ):
        return False
    return words[-1].casefold() in _mastheads(vocabulary) or words[0] in {"The", "THE"}


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or not word[0].isascii()


def is_role(words: str) -> bool:
    """Whether words say what a writer is, and not who: "Staff Reporter", "OUR BUREAU"."""
    return bool(_ROLE.search(words)) and len(words.split()) <= 5 and all(map(_is_capitalised, words.split()[:1]))


def is_person(name: str) -> bool:
    """Whether words look like the full name of a person: two to five capitalised words, particles aside.

    >>> is_person("Ludwig van Beethoven"), is_person("Ludwig"), is_person("Robots to serve coffee")
    (True, False, False)
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or words[0].casefold() in _PARTICLES - {"al", "el", "da", "de", "van", "von"}:
        return False
    return all(_is_name_word(word) or word in _PARTICLES for word in words) and words[-1] not in _PARTICLES


def _is_name_word(word: str) -> bool:
    bare = word.replace(".", "").replace("'", "").replace("’", "").replace("-", "")
    return (
        bool(bare) and bare.isalpha() and word[0].isupper() and word.casefold() not in {"the", "and", "of", "in", "on"}
    )


def normal_case(name: str) -> str:
    """A name with words of capitals only written as names are.

    >>> normal_case("ANNE-MARIE O'NEIL III"), normal_case("Zhu SHENSHEN"), normal_case("J. R. McAdam")
    ("Anne-Marie O'Neil III", 'Zhu Shenshen', 'J. R. McAdam')
    """
    words = name.split()
    return " ".join(word if word in _ROMAN or not _shouts(word) else _lowered(word) for word in words)


def _shouts(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > 1 and word.isupper() and "." not in word


def _lowered(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def read_people(words: str, vocabulary: Vocabulary, *, said: bool) -> People | None:
    """The people that a stretch of a head line names, or None where it names something else.

    With `said` a word before it ("By") has told that people follow, so that a single name will do.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> read_people("HE WEI in Shanghai and Cheng Yu", load_vocabulary(), said=True)
    People(names=('He Wei', 'Cheng Yu'), outlets=(), places=('Shanghai',))
    """
    names: list[str] = []
    outlets: list[str] = []
    places: list[str] = []
    prefix = _WRITERS.match(words)
    if prefix:
        outlets += [prefix["outlet"]] if prefix["outlet"] and not is_role(prefix["outlet"]) else []
        words = words[prefix.end() :]
    for part in filter(None, _BETWEEN.split(words.strip(" ,;"))):
        name = part
        aside = _FOR_OUTLET.search(name)
        if aside:
            outlets.append(aside["outlet"] or aside["inside"])
            name = name[: aside.start()]
        place = _IN_PLACE.search(name)
        if place:
            places.append(place["place"])
            name = name[: place.start()]
        bare = _ROLE.sub("", name).strip()
        if is_known_outlet(name, vocabulary) or is_known_outlet(bare, vocabulary):
            outlets.append(bare or name)
        elif is_place(name, vocabulary):
            places.append(name)
        elif _ROLE.search(name) and len(name.split()) <= 5:
            continue
        elif is_person(name) or (said and _is_single(name)):
            names.append(normal_case(name))
        else:
            return None
    return People(names=tuple(names), outlets=tuple(outlets), places=tuple(places))


def _is_single(name: str) -> bool:
    return len(name.split()) == 1 and _is_name_word(name)
