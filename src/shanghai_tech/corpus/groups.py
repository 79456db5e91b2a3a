"""Things that share a label, directly or through others: one group, whatever the order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

_T = TypeVar("_T")


def connected(labels: Sequence[Iterable[Hashable]]) -> list[list[int]]:
    """The connected components: each a list of places in order, in the order of their firsts.

    >>> connected(["ab", "c", "bd", "", "d"])
    [[0, 2, 4], [1], [3]]
    """
    parent = list(range(len(labels)))
    first: dict[Hashable, int] = {}
    for at, each in enumerate(labels):
        for label in each:
            one, other = _root(parent, first.setdefault(label, at)), _root(parent, at)
            parent[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for at in range(len(labels)):
        groups.setdefault(_root(parent, at), []).append(at)
    return list(groups.values())


def gathered(items: Iterable[_T], key: Callable[[_T], Hashable]) -> list[list[_T]]:
    """The items with equal keys together, in the order of the first of each."""
    found: dict[Hashable, list[_T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at
