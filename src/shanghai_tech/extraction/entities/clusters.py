"""Mentions of an article → clusters: which of them name the same thing.

C1 the same entry of the vocabulary, or the same words without legal suffixes
C2 a short form that the article introduces: "… Board (EDB)", "… Corp or SDE"
   or that has the first letters of a name's words
C3 the first words of a longer name, where only an industry or a head follows (Vanguard, Fudan), or a longer name
   without the place before it (STAR Market)
C4 one word of the name of a person: Fu
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from shanghai_tech.extraction.entities.introductions import introduction, spells
from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.names.tables import plain

#: Short forms have no more words than this.
_LONGEST_SHORT = 6
#: Fewer letters than these may be the first ones of many names.
_FEWEST_LETTERS = 3


@frozen
class Cluster:
    """The mentions of one thing in text order; `sentences` numbers the sentence of each.

    `term` tells that the article introduces it as the abbreviation of words in small letters.
    """

    mentions: tuple[NameMention, ...]
    sentences: tuple[int, ...] = field(repr=False)
    term: bool = False

    @property
    def longest(self) -> NameMention:
        """The mention with the fullest name; the first of equals."""
        return max(self.mentions, key=lambda mention: len(mention.name))

    @property
    def is_told(self) -> bool:
        """Whether a name by itself tells what it names."""
        return any(mention.kind is not NameKind.OTHER or mention.detail for mention in self.mentions)

    @property
    def kind(self) -> NameKind:
        """What the names by themselves tell, OTHER where they tell nothing."""
        told = (mention.kind for mention in self.mentions if mention.kind is not NameKind.OTHER or mention.detail)
        return next(told, NameKind.OTHER)

    def told(self, sentences: Sequence[Tagged]) -> Iterator[tuple[Tagged, NameMention]]:
        """Each mention with its sentence."""
        for mention, number in zip(self.mentions, self.sentences, strict=True):
            yield sentences[number], mention


def clusters_of(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]], *, knowledge: Knowledge
) -> tuple[Cluster, ...]:
    """The clusters of an article in the order of their first mentions, by C1 to C3."""
    gathered: dict[str, list[tuple[NameMention, int]]] = {}
    for number, found in enumerate(names):
        for mention in found:
            gathered.setdefault(_key(mention, knowledge), []).append((mention, number))
    by_key = {key: _cluster(told) for key, told in gathered.items()}
    same, terms = _introduced(sentences, names, by_key, knowledge=knowledge)
    same |= _shortened(by_key, knowledge=knowledge)
    same |= {key: full for key, full in _initials(by_key, knowledge=knowledge) if key not in same}
    groups: dict[str, list[tuple[NameMention, int]]] = {}
    for key, told in gathered.items():
        groups.setdefault(_root(key, same), []).extend(told)
    clusters = [evolve(_cluster(told), term=key in terms) for key, told in groups.items()]
    return tuple(sorted(clusters, key=lambda cluster: cluster.mentions[0].span.start))


def _cluster(told: Sequence[tuple[NameMention, int]]) -> Cluster:
    ordered = sorted(told, key=lambda each: each[0].span.start)
    return Cluster(tuple(mention for mention, _ in ordered), tuple(number for _, number in ordered))


def _root(key: str, same: Mapping[str, str]) -> str:
    """The key that a key has come to stand for, one after the other; a circle ends where it closes."""
    seen = {key}
    while same.get(key, key) not in seen:
        key = same[key]
        seen.add(key)
    return key


def _key(mention: NameMention, knowledge: Knowledge) -> str:
    words = bare_words(mention.name, knowledge)
    entry = mention.entry or (knowledge.entries.get(words, "") if len(words) > 1 else "")
    return f"{mention.kind.value}:{entry}" if entry else " ".join(words).lower()


def bare_words(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The words of a name without "the" and a form of address before it and legal suffixes behind it."""
    words = plain(name).replace(",", "").replace(".", "").split() or [name]
    while len(words) > 1 and (words[0].lower() == "the" or words[0].lower() in knowledge.tables.addresses):
        words = words[1:]
    while len(words) > 1 and knowledge.is_legal(words[-1]):
        words = words[:-1]
    return tuple(words)


def _introduced(
    sentences: Sequence[Tagged],
    names: Sequence[Sequence[NameMention]],
    clusters: Mapping[str, Cluster],
    *,
    knowledge: Knowledge,
) -> tuple[dict[str, str], frozenset[str]]:
    """C2: which key stands for which other one, and the keys of terms that words in small letters spell out."""
    same: dict[str, str] = {}
    terms: set[str] = set()
    for sentence, found in zip(sentences, names, strict=True):
        for at, short in enumerate(found):
            begins = introduction(sentence, short)
            if begins is None:
                continue
            key, full = _key(short, knowledge), found[at - 1] if at else None
            if full is not None and _ends_before(sentence, full, begins):
                if _may_abbreviate(short, full, knowledge) and _agree(clusters[key], clusters[_key(full, knowledge)]):
                    same[key] = _key(full, knowledge)
            elif spells(sentence, short, before=begins):
                terms.add(key)
    return same, frozenset(terms)


def _ends_before(sentence: Tagged, name: NameMention, at: int) -> bool:
    """Whether nothing but an abbreviating period stands between a name and a token: "Corp. (ABC)"."""
    return all(token.text == "." for token in sentence.tokens[name.last : at])


def _may_abbreviate(short: NameMention, full: NameMention, knowledge: Knowledge) -> bool:
    """Whether two names can be one: the short one begins as one of the first words of the other."""
    words = bare_words(full.name, knowledge)
    return short.name[0].lower() in {word[0].lower() for word in words[:4]}


def _agree(one: Cluster, other: Cluster) -> bool:
    """Whether what the names of two clusters tell does not tell them apart."""
    return not (one.is_told and other.is_told) or one.kind is other.kind


def _initials(clusters: Mapping[str, Cluster], *, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """C2: abbreviations that nothing introduces, with the key of the name whose first letters they are."""
    full: dict[str, str] = {}
    for key, cluster in clusters.items():
        for spelled in (bare_words(cluster.longest.name, knowledge), tuple(cluster.longest.name.split())):
            words = [word for word in spelled if word[0].isupper()]
            if len(words) >= _FEWEST_LETTERS and cluster.kind is NameKind.ORGANIZATION:
                full.setdefault("".join(word[0] for word in words), key)
    for key, cluster in clusters.items():
        name = cluster.longest.name
        if name in full and not cluster.is_told and full[name] != key:
            yield key, full[name]


def _shortened(clusters: Mapping[str, Cluster], *, knowledge: Knowledge) -> dict[str, str]:
    """C3: which key stands for which longer one."""
    bodies = {key: each for key, each in clusters.items() if each.kind not in {NameKind.PLACE, NameKind.PERSON}}
    longer: dict[tuple[bool, tuple[str, ...]], dict[str, None]] = {}
    for key, cluster in bodies.items():
        for words in dict.fromkeys(bare_words(mention.name, knowledge) for mention in cluster.mentions):
            for known in (False, True):
                for part in _parts(words, known=known, knowledge=knowledge):
                    longer.setdefault((known, part), {})[key] = None
    same: dict[str, str] = {}
    for key, cluster in bodies.items():
        known = any(mention.entry for mention in cluster.mentions)
        fitting = longer.get((known, bare_words(cluster.longest.name, knowledge)), {})
        found = next((each for each in fitting if each != key and _agree(cluster, clusters[each])), None)
        if found is not None:
            same[key] = found
    return same


def _parts(words: tuple[str, ...], *, known: bool, knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    """The short forms that a name may have: its first words, or what follows a place.

    A name that the vocabulary knows is short for one with the word for a school or a place more, no other.
    """
    head = knowledge.head(words[-1])
    if head is not None and head.kind in {"company", "fund"} and head.thing == "organization" and not known:
        yield from (words[:end] for end in range(1, min(len(words), _LONGEST_SHORT)))
    elif head is not None and head.kind == "university":
        yield words[:-1]
    for first in range(1, min(len(words) - 1, _LONGEST_SHORT)):
        if knowledge.tables.is_place(words[:first]):
            yield words[first:]


def with_surnames(clusters: Sequence[Cluster], persons: Sequence[bool], *, knowledge: Knowledge) -> tuple[Cluster, ...]:
    """C4: the clusters, those joined whose names are parts of another person's name."""
    words = [bare_words(cluster.longest.name, knowledge) for cluster in clusters]
    called: dict[tuple[str, ...], list[int]] = {}
    for at in sorted(range(len(clusters)), key=lambda at: -len(words[at])):
        if persons[at] and len(words[at]) > 1:
            for part in dict.fromkeys(_parts_of_person(words[at])):
                called.setdefault(part, []).append(at)
    nearest = {part: _starts(clusters, owners) for part, owners in called.items()}
    groups: dict[int, list[tuple[NameMention, int]]] = {}
    for at, cluster in enumerate(clusters):
        may_be = persons[at] or (len(words[at]) == 1 and not cluster.is_told)
        starts = nearest.get(_spelled(words[at]), [])
        is_surname = not may_be and _is_surname(cluster, starts)
        starts = starts if may_be or is_surname else []
        mentions = cluster.mentions
        if is_surname:
            mentions = tuple(evolve(each, kind=NameKind.OTHER, entry="", detail="") for each in mentions)
        for told in zip(mentions, cluster.sentences, strict=True):
            groups.setdefault(_person_before(told[0], starts, at), []).append(told)
    return tuple(
        clusters[at] if len(told) == len(clusters[at].mentions) else evolve(_cluster(told), term=clusters[at].term)
        for at, told in sorted(groups.items())
    )


def _is_surname(cluster: Cluster, starts: Sequence[tuple[int, int]]) -> bool:
    """Whether the name of a known body is only told behind the person whose surname it is: Bloomberg, a mayor."""
    is_body = len(cluster.longest.name.split()) == 1 and cluster.longest.kind is NameKind.ORGANIZATION
    return is_body and bool(starts) and min(each.span.start for each in cluster.mentions) > starts[0][0]


def _starts(clusters: Sequence[Cluster], owners: Sequence[int]) -> list[tuple[int, int]]:
    """Where the persons that a name may mean are named, and which of them; the one of the fullest name if it is one."""
    longest = len(clusters[owners[0]].longest.name.split())
    fullest = [at for at in owners if len(clusters[at].longest.name.split()) == longest]
    return sorted((mention.span.start, at) for at in fullest for mention in clusters[at].mentions)


def _person_before(mention: NameMention, starts: Sequence[tuple[int, int]], otherwise: int) -> int:
    """The person whose name stands last before a mention, else the first behind it."""
    if not starts:
        return otherwise
    found = bisect_left(starts, (mention.span.start + 1, 0))
    return starts[max(0, found - 1)][1]


def _spelled(words: Sequence[str]) -> tuple[str, ...]:
    """The words in small letters, those joined by a hyphen apart: al-Mubarak, Al Mubarak."""
    return tuple(part for word in words for part in word.lower().split("-"))


def _parts_of_person(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """How a person may be called: all words, the first ones, the first and the last, or one of them."""
    spelled = _spelled(words)
    yield from (spelled[:end] for end in range(len(spelled), 1, -1))
    if len(words) > 2:
        yield _spelled((words[0], words[-1]))
        yield _spelled((words[0], *words[-2:]))
    for word in (words[0], words[-1], *words[1:-1]):
        if word[0].isupper() or "-" in word:
            yield _spelled([word])
