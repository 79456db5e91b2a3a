"""Organizations of many articles → which of them are one body.

M-O1 the same name, or names of one entry of the vocabulary; an abbreviation only with a kind that does not speak
   against it
M-O2 a name or alias of one that is a name or alias of the other, if it tells them from all others: nobody is joined by
   a short name that bodies with clearly different full names, kinds or entries have
All are settled at once, not one after the other, so that the order in which articles come is of no account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.corpus.groups import connected
from shanghai_tech.model import Organization, OrganizationKind, Person
from shanghai_tech.query.names import ORGANIZATION, words_of

#: The kinds that readers fall back to: they speak against no other.
_NEUTRAL: Final = (OrganizationKind.COMPANY, OrganizationKind.OTHER)
#: Of kinds told as often as one another the first is taken.
_KINDS: Final = (*(kind for kind in OrganizationKind if kind not in _NEUTRAL), *_NEUTRAL)
#: Words that begin what a role is a role of.
_OF: Final = frozenset({"of", "at", "for", "in"})
#: Letters of the longest abbreviation.
_LONGEST_ABBREVIATION: Final = 6


@frozen(eq=False)
class _Body:
    """Tellings that M-O1 makes one: where they stand, their keys, and what speaks against others."""

    members: tuple[int, ...]
    keys: frozenset[str]
    entries: frozenset[str]
    kind: OrganizationKind
    names: frozenset[str]
    fullest: str


def same_bodies(told: Sequence[Organization], keys: Mapping[str, tuple[str, ...]]) -> list[list[int]]:
    """The places of the tellings of each body, in the order first told; `keys` are those of the names."""
    bodies = [_body(tuple(members), told, keys=keys) for members in connected([_by_name(each, keys) for each in told])]
    telling = _telling_keys(bodies, keys)
    groups = connected([sorted(body.keys & telling) for body in bodies])
    found: list[list[int]] = []
    for group in groups:
        one = [bodies[at] for at in group]
        parts = [one] if len(_entries(one)) < 2 else [[body] for body in one]  # M-O2 has run two known bodies together
        found.extend(sorted(at for body in part for at in body.members) for part in parts)
    return sorted(found)


def _by_name(organization: Organization, keys: Mapping[str, tuple[str, ...]]) -> Iterator[Hashable]:
    """M-O1: what joins a telling to others by its name alone."""
    yield "id", organization.id
    known = keys.get(organization.name, ())
    entries = [key for key in known if key.startswith(ORGANIZATION)]
    if entries or not is_abbreviation(organization.name):
        yield from known
    else:
        kind = None if organization.kind in _NEUTRAL else organization.kind
        yield from ((key, kind) for key in known)


def is_abbreviation(name: str) -> bool:
    """Whether a name has the form of one that many bodies may have: EDB, A*STAR."""
    return len(name) <= _LONGEST_ABBREVIATION and name.isupper() and len(name.split()) == 1


def _body(members: tuple[int, ...], told: Sequence[Organization], *, keys: Mapping[str, tuple[str, ...]]) -> _Body:
    ours = [told[at] for at in members]
    names = frozenset(each.name for each in ours)
    own = {key for name in names for key in keys.get(name, ())}
    return _Body(
        members=members,
        keys=frozenset(key for each in ours for name in each.names for key in keys.get(name, ())),
        entries=frozenset(key for key in own if key.startswith(ORGANIZATION)),
        kind=kind_of(ours),
        names=names,
        fullest=fullest(names),
    )


def _telling_keys(bodies: Sequence[_Body], keys: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """M-O2: the keys that tell one body from all others, though several tellings have them."""
    bearers: dict[str, list[_Body]] = {}
    for body in bodies:
        for key in sorted(body.keys):
            bearers.setdefault(key, []).append(body)
    return frozenset(key for key, found in bearers.items() if len(found) > 1 and _agree(found, key, keys=keys))


def _agree(bodies: Sequence[_Body], key: str, *, keys: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the bearers of a key can be one: their full names must not clearly differ.

    They do not if each holds the words of the next. A name that is the key is no full name, unless an entry is the key:
    that the vocabulary knows an abbreviation does not say that this article means the same by it.
    """
    if len(_entries(bodies)) > 1 or len({body.kind for body in bodies}.difference(_NEUTRAL)) > 1:
        return False
    by_words = not key.startswith(ORGANIZATION)
    full = {
        body.fullest for body in bodies if not by_words or any(key not in keys.get(name, ()) for name in body.names)
    }
    words = sorted((set(words_of(next(iter(keys.get(name, ())), name))) for name in full), key=len)
    return all(fewer <= more for fewer, more in pairwise(words))


def _entries(bodies: Iterable[_Body]) -> set[str]:
    return {entry for body in bodies for entry in body.entries}


# ---------------------------------------------------------------- what they tell together


def fullest(names: Iterable[str]) -> str:
    """The name with most words, then letters; of equals the first in the alphabet."""
    return min(names, key=lambda name: (-len(name.split()), -len(name), name))


def kind_of(told: Sequence[Organization]) -> OrganizationKind:
    """The kind told most often; of equals one that readers do not fall back to."""
    votes = Counter(each.kind for each in told)
    return min(votes, key=lambda kind: (-votes[kind], _KINDS.index(kind)))


def united(told: Sequence[Organization]) -> Organization:
    """The first telling, with the fullest name, all other names, the kind told most often, and all people."""
    name = fullest(each.name for each in told)
    names = dict.fromkeys(each for organization in told for each in organization.names)
    return evolve(
        told[0],
        name=name,
        aliases=tuple(each for each in names if each != name),
        kind=kind_of(told),
        people=people_of(person for each in told for person in each.people),
    )


def people_of(told: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once for each role; a role that a fuller one tells as well is left out.

    >>> people_of([Person(name="Ann Lee"), Person(name="Ann Lee", role="founder and CEO"),
    ...            Person(name="Ann Lee", role="CEO")])
    (Person(name='Ann Lee', role='founder and CEO'),)
    """
    roles: dict[str, dict[str, Person]] = {}
    for person in told:
        of_person = roles.setdefault(" ".join(words_of(person.name)) or person.name, {})
        of_person.setdefault((person.role or "").casefold(), person)
    return tuple(
        Person(name=next(iter(of_person.values())).name, role=person.role)
        for of_person in roles.values()
        for role, person in of_person.items()
        if not any(_covers(other, role) for other in of_person if other != role)
    )


def _covers(fuller: str, role: str) -> bool:
    """Whether a role tells another one: "chairman of the board" and "founder and chairman" tell "chairman"."""
    if not role:
        return True
    rest = fuller.removeprefix(role)
    if rest != fuller and rest.split()[:1] and rest.startswith((" ", ",")) and rest.split()[0].strip(",") in _OF:
        return True
    parts = (part.strip() for half in fuller.split(",") for part in half.split(" and "))
    return role in parts
