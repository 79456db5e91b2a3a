"""Two versions of one story → what the new one tells that the old one did not, and the other way round.

V1 Both versions are made one corpus: facts that it merges are one fact in two versions.
V2 What is left is paired by kind, subject, indicator, form and days, then without the days, where but one fact of each
   version fits; all others are added or dropped.
V3 A pair is sharpened if the new fact refines the old one, softened if the old one refines the new; of one number
   with two bounds the one with the closer bound is the sharper ("500" before "about 500" before "over 500").
V4 A pair that tells the same is re-attributed if the speaker is another, else kept; any other pair is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import Enum
from functools import partial
from itertools import zip_longest
from typing import Final, TypeAlias, TypeVar

from attrs import frozen

from shanghai_tech.compare.agreement import AgreementOutcome, agreement
from shanghai_tech.compare.thing import days_key, measured, whom
from shanghai_tech.compare.wording import evidence_of, listed, quoted, told
from shanghai_tech.corpus import Corpus
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.corpus.quantities import exactness, same_numbers
from shanghai_tech.model import Article, Evidence, Initiative, Metric, Organization, Record, Target
from shanghai_tech.query.naming import Naming

#: So many names are shown, the others are only counted.
_SHOWN: Final = 8
_R = TypeVar("_R", Organization, Initiative)
_Fact: TypeAlias = Metric | Target
_Versions: TypeAlias = tuple[_Fact | None, _Fact | None]


class Fate(Enum):
    """What became of a fact from one version to the other."""

    ADDED = "added"
    DROPPED = "dropped"
    KEPT = "kept"
    SHARPENED = "sharpened"
    SOFTENED = "softened"
    RE_ATTRIBUTED = "re-attributed"
    CHANGED = "changed"


@frozen(kw_only=True, repr=False)
class Revised:
    """A fact of either version or both; `old` is None where it was added, `new` where it was dropped."""

    fate: Fate
    old: Metric | Target | None
    new: Metric | Target | None
    reasons: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Metric | Target, ...]:
        """The fact as the old version has it, and as the new one has it."""
        return tuple(fact for fact in (self.old, self.new) if fact is not None)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of both."""
        return evidence_of(*self.facts)

    def explain(self) -> str:
        """The fact with its quotes, what became of it, and why."""
        shown = "; then ".join(f"{told(fact)} ({quoted(fact)})" for fact in self.facts)
        if self.fate is Fate.KEPT:
            shown = f"{told(self.facts[-1])} ({quoted(*self.facts)})"
        because = f": {listed(self.reasons)}" if self.reasons else ""
        return f"{self.fate.value.capitalize()}{because}. {shown}."

    def __repr__(self) -> str:
        return f"Revised({self.fate.value}: {'; then '.join(told(fact) for fact in self.facts)})"


@frozen(kw_only=True, repr=False)
class Revision:
    """What became of each fact, in the order of the old version, then of the new; and whom and what only one names."""

    entries: tuple[Revised, ...] = ()
    organizations_added: tuple[Organization, ...] = ()
    organizations_dropped: tuple[Organization, ...] = ()
    initiatives_added: tuple[Initiative, ...] = ()
    initiatives_dropped: tuple[Initiative, ...] = ()

    @property
    def added(self) -> tuple[Revised, ...]:
        """What only the new version tells."""
        return self.of(Fate.ADDED)

    @property
    def dropped(self) -> tuple[Revised, ...]:
        """What only the old version tells."""
        return self.of(Fate.DROPPED)

    @property
    def kept(self) -> tuple[Revised, ...]:
        """What both tell alike."""
        return self.of(Fate.KEPT)

    @property
    def sharpened(self) -> tuple[Revised, ...]:
        """What the new version tells more exactly."""
        return self.of(Fate.SHARPENED)

    @property
    def softened(self) -> tuple[Revised, ...]:
        """What the new version tells less exactly."""
        return self.of(Fate.SOFTENED)

    @property
    def re_attributed(self) -> tuple[Revised, ...]:
        """What both tell alike, but of another speaker."""
        return self.of(Fate.RE_ATTRIBUTED)

    @property
    def changed(self) -> tuple[Revised, ...]:
        """What the two tell in a way that neither refines the other."""
        return self.of(Fate.CHANGED)

    def of(self, fate: Fate) -> tuple[Revised, ...]:
        """The facts with one fate."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all facts, organizations and initiatives here."""
        facts = (fact for entry in self.entries for fact in entry.facts)
        bodies = (*self.organizations_added, *self.organizations_dropped)
        return evidence_of(*facts, *bodies, *self.initiatives_added, *self.initiatives_dropped)

    def explain(self) -> str:
        """How many facts have each fate, and whom and what only one version names; the entries have the quotes."""
        new: tuple[Organization | Initiative, ...] = (*self.organizations_added, *self.initiatives_added)
        old: tuple[Organization | Initiative, ...] = (*self.organizations_dropped, *self.initiatives_dropped)
        sides = (("new", new), ("old", old))
        names = (f"Only the {side} version has {_some(records)}." for side, records in sides if records)
        return " ".join([f"Of the facts, {self._counts() or 'none is told'}.", *names])

    def _counts(self) -> str:
        counts = ((len(self.of(fate)), fate.value) for fate in Fate)
        return ", ".join(f"{count} {fate}" for count, fate in counts if count)

    def __repr__(self) -> str:
        bodies = f"organizations +{len(self.organizations_added)} -{len(self.organizations_dropped)}"
        acts = f"initiatives +{len(self.initiatives_added)} -{len(self.initiatives_dropped)}"
        return f"Revision({', '.join(filter(None, (self._counts(), bodies, acts)))})"


def _some(records: Sequence[Organization | Initiative]) -> str:
    """The names of the first records, and how many more there are."""
    more = len(records) - _SHOWN
    return listed([record.name for record in records[:_SHOWN]] + ([f"{more} more"] if more > 0 else []))


def revision(old: Iterable[Article | Record], new: Iterable[Article | Record]) -> Revision:
    """What changed from one version of a story to another: readings, corpora, or any articles and records.

    >>> from shanghai_tech import read
    >>> old = read("Suzhou had over 500 startups in 2017. Suzhou had 40 labs in 2017.", id="old")
    >>> new = read("Suzhou had 523 startups in 2017. Wuxi had 7 parks in 2017.", id="new")
    >>> revision(old, new)
    Revision(1 added, 1 dropped, 1 sharpened, organizations +0 -0, initiatives +0 -0)
    >>> revision(old, new).sharpened[0].reasons
    ('“over 500 startups” holds “523 startups”',)

    Raises:
        InvalidCorpus: for two texts under one id; each version needs its own.
    """
    before, after = Corpus.of(old), Corpus.of(new)
    both = before | after
    naming = both.naming
    pairs = _paired(_facts(before), _facts(after), both=both, naming=naming)
    bodies = _only(before.organizations, after.organizations, both)
    acts = _only(before.initiatives, after.initiatives, both)
    return Revision(
        entries=tuple(_revised(one, other, naming) for one, other in pairs),
        organizations_added=bodies[1],
        organizations_dropped=bodies[0],
        initiatives_added=acts[1],
        initiatives_dropped=acts[0],
    )


def _only(before: Sequence[_R], after: Sequence[_R], both: Corpus) -> tuple[tuple[_R, ...], tuple[_R, ...]]:
    """The records that only the one version has, and those that only the other has."""
    old, new = ({_joint(record, both) for record in version} for version in (before, after))
    return (
        tuple(record for record in before if _joint(record, both) not in new),
        tuple(record for record in after if _joint(record, both) not in old),
    )


def _joint(record: Record, both: Corpus) -> str:
    """The id of what a record of one version is part of in both."""
    found = both.get(record.id)
    return record.id if found is None else found.id


# ---------------------------------------------------------------- pairs


def _facts(version: Corpus) -> list[_Fact]:
    return [record for record in version.records if isinstance(record, (Metric, Target))]


def _paired(before: Sequence[_Fact], after: Sequence[_Fact], *, both: Corpus, naming: Naming) -> Iterator[_Versions]:
    """V1, V2: the facts of the old version, each with what it became if anything, then those that were added."""
    pairs = list(_merged(before, after, both))
    for with_days in (True, False):
        left = [_left(version, pairs) for version in (before, after)]
        pairs += _alone(left[0], left[1], partial(_key, naming=naming, with_days=with_days))
    became: dict[int, list[_Versions]] = {}
    for one, other in pairs:
        became.setdefault(id(one), []).append((one, other))
    for fact in before:
        yield from became.get(id(fact), [(fact, None)])
    yield from ((None, fact) for fact in _left(after, pairs))


def _left(facts: Sequence[_Fact], pairs: Iterable[tuple[_Fact, _Fact]]) -> list[_Fact]:
    paired = {id(fact) for pair in pairs for fact in pair}
    return [fact for fact in facts if id(fact) not in paired]


def _merged(before: Sequence[_Fact], after: Sequence[_Fact], both: Corpus) -> Iterator[tuple[_Fact, _Fact]]:
    """V1: where a version has several of what is one in both together, one after the other."""
    theirs = {_joint(group[0], both): group for group in gathered(after, lambda fact: _joint(fact, both))}
    for group in gathered(before, lambda fact: _joint(fact, both)):
        others = theirs.get(_joint(group[0], both))
        if others:
            yield from zip_longest(group, others, fillvalue=min(group, others, key=len)[0])


def _alone(
    before: Sequence[_Fact], after: Sequence[_Fact], key: Callable[[_Fact], Hashable]
) -> Iterator[tuple[_Fact, _Fact]]:
    """V2: the only fact of each version with a key."""
    theirs = {key(group[0]): group for group in gathered(after, key)}
    for group in gathered(before, key):
        others = theirs.get(key(group[0]), [])
        if len(group) == len(others) == 1:
            yield group[0], others[0]


def _key(fact: _Fact, *, naming: Naming, with_days: bool) -> Hashable:
    subject = None if fact.subject is None else whom(fact.subject, naming)
    return type(fact), subject, measured(fact), fact.form, days_key(fact) if with_days else None


# ---------------------------------------------------------------- what became of it


def _revised(old: _Fact | None, new: _Fact | None, naming: Naming) -> Revised:
    if old is None or new is None:
        return Revised(fate=Fate.ADDED if old is None else Fate.DROPPED, old=old, new=new)
    found = agreement(old, new, naming=naming)
    reasons, fate = found.reasons, Fate.CHANGED
    sharper = found.finer if found.finer is not None else _closer(old, new, found.outcome)
    moved = _speakers(old, new, naming)
    if found.outcome is AgreementOutcome.SAME:
        fate, reasons = Fate.RE_ATTRIBUTED if moved else Fate.KEPT, ()
    elif sharper is not None:
        fate = Fate.SHARPENED if sharper is new else Fate.SOFTENED
    return Revised(fate=fate, old=old, new=new, reasons=(*reasons, *moved))


def _closer(old: _Fact, new: _Fact, outcome: AgreementOutcome) -> _Fact | None:
    """V3: of two facts that may both be true and tell one number, the one with the closer bound."""
    if outcome is not AgreementOutcome.COMPATIBLE or old.quantity is None or new.quantity is None:
        return None
    if old.quantity.unit != new.quantity.unit or len(same_numbers([old.quantity, new.quantity])) > 1:
        return None
    one, other = exactness(old.quantity), exactness(new.quantity)
    return None if one == other else old if one < other else new


def _speakers(old: _Fact, new: _Fact, naming: Naming) -> tuple[str, ...]:
    """Words for two speakers that are not one."""
    if old.speaker is None or new.speaker is None:
        same = old.speaker == new.speaker
    else:
        same = naming.same(old.speaker, new.speaker)
    shown = [speaker if speaker is not None else "nobody who is told" for speaker in (old.speaker, new.speaker)]
    return () if same else (f"said by {shown[0]} before, by {shown[1]} then",)
