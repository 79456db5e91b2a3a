"""Names → keys: two names that share a key may name the same.

M-N1 the words of a name in small letters, without "the", accents, marks, and legal suffixes behind it
M-N2 the entry of the vocabulary that has the name, where but one has it; of a place also with the word for what it is
   behind it ("Jing'an District")
M-N3 the places that a place lies in; names that share only such a key name different places
A name all of whose words say only what kind of thing it is ("the Board", "Ministry") has no key, unless by M-N2; nor
has a description, without capitals, of a government or place ("municipal government"): there is one everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import frozen

from shanghai_tech.extraction.grammar.wording import EMPTY_WORDS
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

#: A name and one of its keys.
NameKey: TypeAlias = tuple[str, str]

ORGANIZATION: Final = "organization:"
PLACE: Final = "place:"
WITHIN: Final = "within:"
_WORD: Final = re.compile(r"[^\W_]+")
_DROPPED: Final = re.compile(r"['’.]")
#: Words that only join others in a name.
_JOINING: Final = frozenset({"of", "and", "for", "the"})


@frozen(eq=False)
class _Tables:
    suffixes: frozenset[str]
    heads: frozenset[str]
    everywhere: frozenset[str]
    entries: Mapping[str, tuple[str, ...]]
    around: Mapping[str, str]


def keys_of(names: Iterable[str], vocabulary: Vocabulary | None = None) -> frozenset[NameKey]:
    """Each of the names with each of its keys, by the shipped vocabulary or another.

    >>> sorted(keys_of(["Aberdeen", "Zork Group Co., Ltd", "the Board"]))[:3]
    [('Aberdeen', 'aberdeen'), ('Aberdeen', 'place:aberdeen'), ('Aberdeen', 'within:europe')]
    >>> [key for _, key in sorted(keys_of(["Jing’an District"]))][:2]
    ['jingan district', 'place:jingan']
    >>> sorted(keys_of(["Bangalore", "Zork Group Co., Ltd", "the Board"]))[-1]
    ('Zork Group Co., Ltd', 'zork')
    """
    tables = _tables(vocabulary if vocabulary is not None else load_vocabulary())
    return frozenset((name, key) for name in names for key in _keys(name, tables))


def in_order(name_key: NameKey) -> tuple[str, bool, str]:
    """What sorts names with their keys: those by M-N1 before those by M-N2."""
    name, key = name_key
    return name, key.startswith((ORGANIZATION, PLACE)), key


def by_name(name_keys: Iterable[NameKey]) -> dict[str, tuple[str, ...]]:
    """The keys of each name by which it may name the same as another, those by M-N1 first."""
    keys: dict[str, tuple[str, ...]] = {}
    for name, key in sorted(name_keys, key=in_order):
        if not key.startswith(WITHIN):
            keys[name] = (*keys.get(name, ()), key)
    return keys


def words_of(text: str) -> list[str]:
    """The words in small letters, without accents, apostrophes and the dots of abbreviations."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _WORD.findall(_DROPPED.sub("", text).replace("&", " and ").casefold())


def content_of(words: str) -> frozenset[str]:
    """The words that carry meaning, without a plural s."""
    return frozenset(word.rstrip("s") or word for word in words_of(words) if word not in EMPTY_WORDS)


def _keys(name: str, tables: _Tables) -> tuple[str, ...]:
    words = _bare(name, tables.suffixes)
    key = " ".join(words)
    entries = tables.entries.get(key, ())
    described = bool(words) and words[-1] in tables.everywhere and not any(map(str.isupper, name))
    if not words or (not entries and (described or _is_generic(words, tables.heads))):
        return ()
    return (key, *entries, *(f"{WITHIN}{place}" for entry in entries for place in _surroundings(entry, tables.around)))


def _surroundings(entry: str, around: Mapping[str, str]) -> Iterator[str]:
    """M-N3: the places that an entry lies in, the nearest first."""
    place = around.get(entry.removeprefix(PLACE)) if entry.startswith(PLACE) else None
    seen: set[str] = set()
    while place and place not in seen:
        seen.add(place)
        yield place
        place = around.get(place)


def _bare(name: str, suffixes: frozenset[str]) -> list[str]:
    words = words_of(name)
    if len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in suffixes:
        words.pop()
    return words


def _is_generic(words: list[str], heads: frozenset[str]) -> bool:
    return " ".join(words) in heads or all(word in heads or word in _JOINING for word in words)


@lru_cache(maxsize=8)
def _tables(vocabulary: Vocabulary) -> _Tables:
    suffixes = frozenset(head.id for head in vocabulary.head_word if head.role == "suffix")
    owners: dict[str, dict[str, None]] = {}
    for prefix, entries in ((ORGANIZATION, vocabulary.organization), (PLACE, vocabulary.place)):
        for entry in entries:
            described = [f"{name} {entry.kind}" for name in entry.names] if prefix == PLACE else ()
            for name in (*entry.names, *described):
                owners.setdefault(" ".join(_bare(name, suffixes)), {})[prefix + entry.id] = None
    return _Tables(
        suffixes=suffixes,
        heads=frozenset(head.id for head in vocabulary.head_word),
        everywhere=frozenset(
            head.id for head in vocabulary.head_word if head.kind == "government" or head.thing == "place"
        ),
        entries={name: _only(ids) for name, ids in owners.items()},
        around={place.id: place.within for place in vocabulary.place if place.within},
    )


def _only(ids: Iterable[str]) -> tuple[str, ...]:
    """The entry of each table, where a name has one there; a name of two places does not tell which."""
    by_table = [[each for each in ids if each.startswith(prefix)] for prefix in (ORGANIZATION, PLACE)]
    return tuple(found[0] for found in by_table if len(found) == 1)
