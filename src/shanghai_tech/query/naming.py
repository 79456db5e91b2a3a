"""Names in a collection → whether two name the same, and whether one names a place in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from shanghai_tech.model import Organization
from shanghai_tech.query.names import ORGANIZATION, PLACE, WITHIN, NameKey, by_name, keys_of, words_of
from shanghai_tech.query.truth import Truth

#: How a name that has no key is known again: by its own words.
WORDS: Final = "words:"


@frozen(eq=False)
class Naming:
    """Whom and what names mean: by their keys (`names.py`), and by the aliases that organizations have.

    `own` are the keys of each name of the collection and `around` the places that it lies in; `bodies` are all keys of
    an organization, by each that is its alone. A name from outside has those that the shipped vocabulary gives it.

    >>> naming = Naming()
    >>> naming.same("Bangalore", "bengaluru"), naming.within("Pudong", "China"), naming.within("Paris", "China")
    (True, Truth.CERTAIN, Truth.IMPOSSIBLE)
    """

    own: Mapping[str, frozenset[str]] = field(factory=dict[str, frozenset[str]])
    around: Mapping[str, frozenset[str]] = field(factory=dict[str, frozenset[str]])
    bodies: Mapping[str, frozenset[str]] = field(factory=dict[str, frozenset[str]])

    @classmethod
    def of(cls, name_keys: Iterable[NameKey], organizations: Iterable[Organization]) -> Naming:
        """The names of a collection and those of its organizations."""
        own, around = _by_name(name_keys)
        return cls(own, around, _bodies(own, organizations))

    def keys(self, name: str) -> frozenset[str]:
        """What names of the same have in common; never empty."""
        own = self.own.get(name) or _outside(name)[0] or frozenset({WORDS + " ".join(words_of(name))})
        return own.union(*(self.bodies[key] for key in own if key in self.bodies))

    def same(self, one: str, other: str) -> bool:
        """Whether two names may name the same."""
        return one == other or not self.keys(one).isdisjoint(self.keys(other))

    def within(self, name: str, place: str) -> Truth:
        """Whether a name is that of a place, or of one that lies in it; what is no known place may lie anywhere."""
        if self.same(name, place):
            return Truth.CERTAIN
        asked = self.keys(place)
        is_place = any(key.startswith(PLACE) for key in self.keys(name))
        if not is_place or not any(key.startswith(PLACE) for key in asked):
            return Truth.POSSIBLE
        around = self.around[name] if name in self.around else _outside(name)[1]
        return Truth.of(not around.isdisjoint(asked))


def _by_name(name_keys: Iterable[NameKey]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    known = list(name_keys)
    around: dict[str, set[str]] = {}
    for name, key in known:
        if key.startswith(WITHIN):
            around.setdefault(name, set()).add(PLACE + key.removeprefix(WITHIN))
    own = {name: frozenset(keys) for name, keys in by_name(known).items()}
    return own, {name: frozenset(around.get(name, ())) for name in own}


def _bodies(own: Mapping[str, frozenset[str]], organizations: Iterable[Organization]) -> dict[str, frozenset[str]]:
    """All keys of an organization by each of them; an alias of two bodies leads to neither."""
    claims: dict[str, list[frozenset[str]]] = {}
    for organization in organizations:
        keys = frozenset(key for name in organization.names for key in _as_body(own.get(name, frozenset())))
        for key in keys:
            claims.setdefault(key, []).append(keys)
    return {key: claimed[0] for key, claimed in claims.items() if len(claimed) == 1}


def _as_body(keys: frozenset[str]) -> frozenset[str]:
    """The keys of a name, if it is not rather that of a place."""
    is_place = any(key.startswith(PLACE) for key in keys) and not any(key.startswith(ORGANIZATION) for key in keys)
    return frozenset() if is_place else keys


@lru_cache(maxsize=1024)
def _outside(name: str) -> tuple[frozenset[str], frozenset[str]]:
    own, around = _by_name(keys_of([name]))
    return own.get(name, frozenset()), around.get(name, frozenset())
