"""What a cluster of mentions names, decided by all signs in the article together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from shanghai_tech.extraction.name_clusters import Cluster
from shanghai_tech.extraction.name_context import FAIR, STRONG, Vote, listed_together, votes_of
from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Span

#: How much must speak for an organization, a person or a place that no name or head word tells.
_ENOUGH: Final = {NameKind.ORGANIZATION: 1.5, NameKind.PERSON: 1.0, NameKind.PLACE: 1.5, NameKind.OTHER: 0.0}
#: Where two kinds have as much for them, the first of these.
_ORDER: Final = (NameKind.ORGANIZATION, NameKind.PERSON, NameKind.PLACE, NameKind.OTHER)
_OPENERS: Final = frozenset("\"'“‘”’(-*•–—:")


@define
class Judged:
    """A cluster with the signs for its kind."""

    cluster: Cluster
    votes: list[Vote] = field(factory=list)

    def weight(self, kind: NameKind) -> float:
        """How much speaks for a kind."""
        return sum(vote.weight for vote in self.votes if vote.kind is kind)

    @property
    def kind(self) -> NameKind:
        """The kind that most speaks for, if it is enough."""
        best = max(_ORDER, key=lambda kind: (self.weight(kind), -_ORDER.index(kind)))
        return best if self.weight(best) >= _ENOUGH[best] else NameKind.OTHER

    @property
    def detail(self) -> str:
        """The kind of organization, place or undertaking that most speaks for."""
        kind, weights = self.kind, dict[str, float]()
        for vote in self.votes:
            if vote.kind is kind and vote.detail:
                weights[vote.detail] = weights.get(vote.detail, 0.0) + vote.weight
        default = "company" if kind is NameKind.ORGANIZATION else ""
        return max(weights, key=lambda detail: weights[detail]) if weights else default

    @property
    def nouns(self) -> frozenset[str]:
        """The common nouns that the article calls it."""
        return frozenset(vote.noun for vote in self.votes if vote.noun)


def judge(clusters: Sequence[Cluster], sentences: Sequence[Tagged], *, knowledge: Knowledge) -> list[Judged]:
    """Each cluster with its signs, in the same order."""
    judged = [Judged(cluster) for cluster in clusters]
    of_span: dict[Span, Judged] = {}
    for each in judged:
        for mention, number in zip(each.cluster.mentions, each.cluster.sentences, strict=True):
            each.votes.extend(votes_of(sentences[number], mention, knowledge=knowledge))
            of_span[mention.span] = each
    _share_lists(of_span, sentences, clusters)
    return judged


def _share_lists(of_span: dict[Span, Judged], sentences: Sequence[Tagged], clusters: Sequence[Cluster]) -> None:
    """What one member of a list "A, B and C" is, those that nothing tells about are as well."""
    by_sentence: dict[int, list[NameMention]] = {}
    for cluster in clusters:
        for mention, number in zip(cluster.mentions, cluster.sentences, strict=True):
            by_sentence.setdefault(number, []).append(mention)
    for number, mentions in sorted(by_sentence.items()):
        for group in listed_together(sentences[number], sorted(mentions, key=lambda mention: mention.span)):
            members = [of_span[mention.span] for mention in group]
            kinds = [each.kind for each in members]
            for kind in _ORDER[:3]:
                told = [each for each, its in zip(members, kinds, strict=True) if its is kind]
                if told:
                    _spread(members, kinds, Vote(kind, FAIR + 1, told[0].detail))
                    break


def _spread(members: Sequence[Judged], kinds: Sequence[NameKind], vote: Vote) -> None:
    for member, kind in zip(members, kinds, strict=True):
        if kind is not vote.kind and not member.cluster.is_told and member.weight(kind) < STRONG:
            member.votes.append(vote)


def is_noise(judged: Judged, sentences: Sequence[Tagged], *, small_words: frozenset[str]) -> bool:
    """Whether a word is no name but only begins sentences, or stands for a term that the article spells out."""
    cluster = judged.cluster
    if cluster.is_told:
        return False
    if cluster.term and judged.weight(NameKind.ORGANIZATION) < STRONG:
        return True
    words = cluster.longest.name.split()
    if len(words) > 1 or words[0][1:] != words[0][1:].lower():
        return False
    if not all(
        _opens(sentences[number], mention) for mention, number in zip(cluster.mentions, cluster.sentences, strict=True)
    ):
        return False
    return words[0].lower() in small_words or max(judged.weight(kind) for kind in _ORDER[:3]) < FAIR


def _opens(sentence: Tagged, mention: NameMention) -> bool:
    return mention.first == 0 or sentence.tokens[mention.first - 1].text in _OPENERS
