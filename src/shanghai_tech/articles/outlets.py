"""Names of outlets in the head of an article: those that the vocabulary lists, and those that look like one."""

from __future__ import annotations

import re
from functools import lru_cache

from shanghai_tech.vocabulary import Vocabulary


@lru_cache(maxsize=8)
def _outlets(vocabulary: Vocabulary) -> dict[str, bool]:
    return {_plain(name): entry.day_first for entry in vocabulary.outlet for name in (entry.id, *entry.names)}


@lru_cache(maxsize=8)
def _mastheads(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word.casefold() for entry in vocabulary.masthead for word in entry.words)


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def is_known_outlet(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the vocabulary lists an outlet of this name.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> is_known_outlet("REUTERS", load_vocabulary())
    True
    """
    return _plain(name) in _outlets(vocabulary)


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
    if "," in name or not 2 <= len(words) <= 5:
        return False
    if not all(word[0].isupper() or not word[0].isascii() or word in {"of", "and", "&"} for word in words):
        return False
    return words[-1].casefold() in _mastheads(vocabulary) or words[0] in {"The", "THE"}


def known_outlet_in(words: str, vocabulary: Vocabulary) -> str | None:
    """The longest known outlet that some words begin with.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> known_outlet_in("South China Morning Post Publishers Ltd", load_vocabulary())
    'South China Morning Post'
    """
    ends = [match.end() for match in re.finditer(r"\S+", words)][:6]
    return next((words[:end] for end in reversed(ends) if is_known_outlet(words[:end], vocabulary)), None)


def full_name(outlet: str, vocabulary: Vocabulary, *, text: str) -> str:
    """The longest name of a known outlet that a text prints, where it is told by its letters only ("GT").

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> full_name("GT", load_vocabulary(), text="An analyst told the Global Times so.")
    'Global Times'
    """
    if not outlet.isupper() or len(outlet) > 4:
        return outlet
    plain = _plain(outlet)
    entries = [entry for entry in vocabulary.outlet if plain in map(_plain, entry.names)]
    names = [name for entry in entries for name in (entry.id, *entry.names) if " " in name and name in text]
    return max(names, key=len, default=outlet)


def writes_day_first(outlet: str, vocabulary: Vocabulary) -> bool:
    """Whether a known outlet writes the day before the month in numeric dates.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> writes_day_first("The Straits Times", load_vocabulary()), writes_day_first("Reuters", load_vocabulary())
    (True, False)
    """
    return _outlets(vocabulary).get(_plain(outlet), False)
