"""Mentions of an article → clusters: which of them name the same thing.

C1 the same entry of the vocabulary, or the same words without legal suffixes
C2 a short form that the article introduces: "… Board (EDB)", "… Corp or SDE"
C3 the first words of a longer name, where nothing but suffixes, industries or a head follows: Vanguard, Fudan
C4 one word of the name of a person, after it: Fu
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.name_tables import plain
from shanghai_tech.mentions.names import NameKind, NameMention


@define
class Cluster:
    """The mentions of one thing, as they are being gathered; `sentences` numbers the sentence of each."""

    key: str
    mentions: list[NameMention] = field(factory=list)
    sentences: list[int] = field(factory=list)
    term: bool = False

    @property
    def longest(self) -> NameMention:
        """The mention with the fullest name; the first of equals."""
        return max(self.mentions, key=lambda mention: len(mention.name))

    @property
    def kind(self) -> NameKind:
        """What the names alone tell, OTHER where they tell nothing."""
        told = [mention for mention in self.mentions if mention.kind is not NameKind.OTHER or mention.detail]
        return told[0].kind if told else NameKind.OTHER

    @property
    def is_told(self) -> bool:
        """Whether the name alone tells what it names."""
        return any(mention.kind is not NameKind.OTHER or mention.detail for mention in self.mentions)

    def sort(self) -> None:
        """Put the mentions in text order."""
        order = sorted(range(len(self.mentions)), key=lambda at: self.mentions[at].span)
        self.mentions, self.sentences = [self.mentions[at] for at in order], [self.sentences[at] for at in order]

    def take(self, other: Cluster) -> None:
        """Take over the mentions of another cluster."""
        self.mentions += other.mentions
        self.sentences += other.sentences
        self.term = self.term or other.term
        other.mentions, other.sentences = [], []


def clusters_of(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]], *, knowledge: Knowledge
) -> tuple[Cluster, ...]:
    """The clusters of an article in the order of their first mentions."""
    clusters: dict[str, Cluster] = {}
    for number, found in enumerate(names):
        for mention in found:
            key = _key(mention, knowledge)
            cluster = clusters.setdefault(key, Cluster(key))
            cluster.mentions.append(mention)
            cluster.sentences.append(number)
    _introduced(clusters, sentences, names, knowledge=knowledge)
    _shortened(clusters, knowledge=knowledge)
    kept = [cluster for cluster in clusters.values() if cluster.mentions]
    for cluster in kept:
        cluster.sort()
    return tuple(sorted(kept, key=lambda cluster: cluster.mentions[0].span))


def _key(mention: NameMention, knowledge: Knowledge) -> str:
    if mention.entry:
        return f"{mention.kind.value}:{mention.entry}"
    return " ".join(bare_words(mention.name, knowledge))


def bare_words(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The words of a name without an article before and legal suffixes behind, in capitals where it has nothing else."""
    words = plain(name).replace(",", "").replace(".", "").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    heads = knowledge.tables.heads
    while len(words) > 1 and words[-1].lower() in heads and heads[words[-1].lower()].role == "suffix":
        words = words[:-1]
    return tuple(words)


def _introduced(
    clusters: dict[str, Cluster],
    sentences: Sequence[Tagged],
    names: Sequence[Sequence[NameMention]],
    *,
    knowledge: Knowledge,
) -> None:
    for sentence, found in zip(sentences, names, strict=True):
        for at, short in enumerate(found):
            full = found[at - 1] if at else None
            if _in_brackets(sentence, short) or _after_or(sentence, short):
                if full is not None and full.last == _before_introduction(sentence, short):
                    _merge(clusters, _key(full, knowledge), _key(short, knowledge))
                elif _spells(sentence, short):
                    clusters[_key(short, knowledge)].term = True


def _merge(clusters: dict[str, Cluster], into: str, gone: str) -> None:
    one, other = clusters[into], clusters[gone]
    both_known = one.is_told and other.is_told and one.kind is not other.kind
    if one is not other and not both_known:
        one.take(other)
        clusters[gone] = one


def _in_brackets(sentence: Tagged, short: NameMention) -> bool:
    tokens = sentence.tokens
    return (
        short.first > 0
        and tokens[short.first - 1].text == "("
        and short.last < len(tokens)
        and tokens[short.last].text in {")", ","}
    )


def _after_or(sentence: Tagged, short: NameMention) -> bool:
    at = short.first - 1
    return at >= 0 and sentence.tokens[at].lower == "or" and short.name.isupper()


def _before_introduction(sentence: Tagged, short: NameMention) -> int:
    """The token that the introducing words begin with: "(" or ", or" or "or"."""
    at = short.first - 1
    return at - 1 if sentence.tokens[at].lower == "or" and sentence.tokens[at - 1].text == "," else at


def _spells(sentence: Tagged, short: NameMention) -> bool:
    """Whether an abbreviation in brackets has the first letters of the small words before it: new energy vehicles (NEVs)."""
    letters = short.name.rstrip("s").lower()
    end = _before_introduction(sentence, short)
    words = [token.lower for token in sentence.tokens[max(0, end - len(letters)) : end]]
    initials = "".join(word[0] for word in words)
    return len(letters) > 1 and (
        initials == letters or (bool(words) and words[-1][0] == letters[-1] and words[-1].islower())
    )


def _shortened(clusters: dict[str, Cluster], *, knowledge: Knowledge) -> None:
    longer: dict[str, list[str]] = {}
    for key, cluster in clusters.items():
        for words in dict.fromkeys(bare_words(mention.name, knowledge) for mention in cluster.mentions):
            for part in dict.fromkeys((words[0], words[-1])) if len(words) > 1 else ():
                longer.setdefault(part, []).append(key)
    for key, cluster in list(clusters.items()):
        if cluster.mentions and cluster.kind not in {NameKind.PLACE, NameKind.PERSON}:
            short = bare_words(cluster.longest.name, knowledge)
            for other in dict.fromkeys((*longer.get(short[0], ()), *longer.get(short[-1], ()))):
                if clusters[other] is not cluster and _is_short_for(cluster, short, clusters[other], knowledge=knowledge):
                    _merge(clusters, other, key)
                    break


def _is_short_for(cluster: Cluster, short: tuple[str, ...], other: Cluster, *, knowledge: Knowledge) -> bool:
    """Whether a name is another one without what papers leave out: what stands behind it, or the place before it."""
    if other.kind in {NameKind.PLACE, NameKind.PERSON} or (cluster.is_told and cluster.kind is not other.kind):
        return False
    for mention in other.mentions:
        words = bare_words(mention.name, knowledge)
        behind, before = words[len(short) :], words[: -len(short)]
        if behind and words[: len(short)] == short and _left_out(behind, cluster, knowledge=knowledge):
            return True
        if before and words[-len(short) :] == short and len(short) > 1 and is_place(before, knowledge):
            return True
    return False


def _left_out(rest: Sequence[str], cluster: Cluster, *, knowledge: Knowledge) -> bool:
    """Whether the words are of the sort that a short form lacks: an industry of a company unknown, a university."""
    head = knowledge.tables.heads.get(rest[-1].lower())
    if head is None or head.thing != "organization":
        return False
    known = any(mention.entry for mention in cluster.mentions)
    return (not known and head.kind in {"company", "fund"}) or (len(rest) == 1 and head.kind == "university")


def is_place(words: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether the words are the name of a place that the vocabulary knows."""
    known = knowledge.tables.known.get(words[0].lower(), ())
    return any(each.words == tuple(words) and each.kind is NameKind.PLACE for each in known)


def join_surnames(clusters: Sequence[Cluster], persons: Sequence[Cluster]) -> None:
    """C4: single words that are a word of a person's name become mentions of that person."""
    of_word: dict[str, Cluster] = {}
    for person in persons:
        words = [word for word in person.longest.name.split() if word[0].isupper()]
        if len(words) > 1:
            for word in (words[0], words[-1], *words[1:-1]):
                of_word.setdefault(word, person)
    for cluster in clusters:
        if (
            cluster.mentions
            and " " not in cluster.longest.name
            and (not cluster.is_told or cluster.kind is NameKind.PERSON)
        ):
            person = of_word.get(cluster.longest.name)
            if person is not None and person is not cluster and person.mentions:
                person.take(cluster)
                person.sort()
