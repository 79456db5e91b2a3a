"""Names as they stand in records → whom they name, in the whole collection."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import field, frozen

from shanghai_tech.corpus.organizations import fullest
from shanghai_tech.model import Fact, Initiative, Organization, Record
from shanghai_tech.query.names import ORGANIZATION, PLACE

_K = TypeVar("_K")


@frozen(eq=False)
class Identity:
    """Whom a name means: a body, by the name it has in that article or its full name in any; a place; or its words.

    `here` are the bodies by article and key, `anywhere` by key; None where several have it. `spelled` is how a name
    that is no body's is first spelled, by its key.
    """

    keys: Mapping[str, tuple[str, ...]]
    best: Sequence[str]
    here: Mapping[tuple[str, str], int | None]
    anywhere: Mapping[str, int | None]
    spelled: Mapping[str, str] = field(factory=dict[str, str])

    def key(self, name: str, record: Record) -> Hashable:
        """What names of the same have in common; None for a name that does not tell what it names."""
        body = self._body(name, record)
        return body if body is not None else self._own_key(name)

    def name(self, name: str, record: Record) -> str:
        """The best name of what a name means."""
        body = self._body(name, record)
        if body is not None:
            return self.best[body]
        own = self._own_key(name)
        return name if own is None else self.spelled.get(own, name)

    def _body(self, name: str, record: Record) -> int | None:
        known = self.keys.get(name, ())
        if _own(known, PLACE) and not _own(known, ORGANIZATION):
            return None
        for evidence in record.evidence:
            for key in known:
                body = self.here.get((evidence.article, key))
                if body is not None:
                    return body
        return next((body for key in known if (body := self.anywhere.get(key)) is not None), None)

    def _own_key(self, name: str) -> str | None:
        known = self.keys.get(name, ())
        return _own(known, PLACE) or _own(known, ORGANIZATION) or (known[0] if known else None)


def _own(keys: Iterable[str], prefix: str) -> str | None:
    return next((key for key in keys if key.startswith(prefix)), None)


def identity_of(
    records: Sequence[Record], bodies: Sequence[Sequence[Organization]], keys: Mapping[str, tuple[str, ...]]
) -> Identity:
    """The identity of all names of the records; `bodies` are the tellings of each body."""
    here: dict[tuple[str, str], int | None] = {}
    anywhere: dict[str, int | None] = {}
    for body, told in enumerate(bodies):
        for organization in told:
            articles = dict.fromkeys(evidence.article for evidence in organization.evidence)
            for key in (key for name in organization.names for key in keys.get(name, ())):
                for article in articles:
                    _claim(here, (article, key), body)
            for key in keys.get(organization.name, ()):
                _claim(anywhere, key, body)
    best = [fullest(each.name for each in told) for told in bodies]
    identity = Identity(keys, best, here, anywhere)
    spelled: dict[str, str] = {}
    for record in records:
        for name in _told_names(record):
            own = identity.key(name, record)
            if isinstance(own, str):
                spelled.setdefault(own, name)
    return Identity(keys, best, here, anywhere, spelled)


def _claim(owners: dict[_K, int | None], key: _K, body: int) -> None:
    """Give a key to a body; one that two claim is nobody's."""
    owners[key] = body if owners.get(key, body) == body else None


def names_in(record: Record) -> Iterator[str]:
    """All names of a record that may be an undertaking's, a body's or a place's."""
    if isinstance(record, Organization):
        yield from record.names
    if isinstance(record, Initiative):
        yield record.name
    yield from _told_names(record)
    if isinstance(record, Fact):
        yield from (name for name in (record.speaker, record.speaks_for) if name is not None)


def _told_names(record: Record) -> Iterator[str]:
    """Those by which records are told apart: subjects and participants."""
    if isinstance(record, Initiative):
        yield from record.participants
        if record.place is not None:
            yield record.place
    elif isinstance(record, Fact) and record.subject is not None:
        yield record.subject
