"""What a cluster of mentions names, decided by all signs in the article together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.entities.clusters import Cluster
from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.extraction.entities.signs import CERTAIN, FAINT, FAIR, STRONG, WEAK, Context, Vote
from shanghai_tech.extraction.entities.signs_after import signs_after
from shanghai_tech.extraction.entities.signs_before import signs_before
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Span

#: How much must speak for an organization, a person or a place that no name or head word tells.
_ENOUGH: Final = {NameKind.ORGANIZATION: 1.5, NameKind.PERSON: 1.0, NameKind.PLACE: 1.5, NameKind.OTHER: 0.0}
#: Where two kinds have as much for them, the first of these.
_ORDER: Final = (NameKind.ORGANIZATION, NameKind.PERSON, NameKind.PLACE, NameKind.OTHER)
_OPENERS: Final = frozenset("\"'“‘”’(-*•–—:")
_QUOTES: Final = frozenset('"“”')
#: Kinds of organizations whose head words end other names as well: "Dynamics", "Partners".
_LOOSE: Final = frozenset({"company", "fund"})
#: Kinds of undertakings and sites that may be bodies as well: "… Initiative, a charity", "chief executive of … Hub".
_RUN: Final = frozenset({"facility", "plan", "zone"})
_WHERE: Final = frozenset({"at", "in", "inside", "near", "outside"})
#: What stands before names that are little sign of a person: nothing, a bracket, where something is.
_NO_PERSONS: Final = _WHERE | {"", "(", "across", "around", "into", "throughout"}
_JOINTS: Final = frozenset({"and", "or", "&", "nor"})
_LONGEST_QUOTE: Final = 200
_LONGEST_BRACKET: Final = 16


@frozen
class Judged:
    """A cluster with the signs for its kind."""

    cluster: Cluster
    votes: tuple[Vote, ...]

    def weight(self, kind: NameKind) -> float:
        """How much speaks for a kind."""
        return sum(vote.weight for vote in self.votes if vote.kind is kind)

    @property
    def kind(self) -> NameKind:
        """The kind that most speaks for, if it is enough."""
        best = max(_ORDER, key=self.weight)
        return best if self.weight(best) >= _ENOUGH[best] else NameKind.OTHER

    @property
    def detail(self) -> str:
        """The kind of organization, place or undertaking that most speaks for."""
        kind = self.kind
        weights: dict[str, float] = {}
        for vote in self.votes:
            if vote.kind is kind and vote.detail:
                weights[vote.detail] = weights.get(vote.detail, 0.0) + vote.weight
        if weights:
            return max(weights, key=lambda detail: weights[detail])
        return "company" if kind is NameKind.ORGANIZATION else ""

    @property
    def nouns(self) -> frozenset[str]:
        """The common nouns that the article calls it."""
        return frozenset(vote.noun for vote in self.votes if vote.noun)


def signs_of(
    clusters: Sequence[Cluster], sentences: Sequence[Tagged], *, knowledge: Knowledge
) -> Mapping[Span, tuple[Vote, ...]]:
    """What each mention tells, by its span; that does not depend on the cluster it is in."""
    told = (each for cluster in clusters for each in cluster.told(sentences))
    signs = {mention.span: tuple(_signs(sentence, mention, knowledge=knowledge)) for sentence, mention in told}
    person = Vote(NameKind.PERSON, STRONG)
    return signs | {span: (*signs[span], person) for span in _namesakes(clusters, knowledge=knowledge)}


def _namesakes(clusters: Sequence[Cluster], *, knowledge: Knowledge) -> frozenset[Span]:
    """The mentions of full names that the article goes on calling by their last word, as papers call persons."""
    alone = {cluster.longest.name for cluster in clusters if not cluster.is_told}
    return frozenset(
        cluster.longest.span
        for cluster in clusters
        if not cluster.is_told
        and " " in cluster.longest.name
        and cluster.longest.name.rpartition(" ")[2] in alone
        and knowledge.is_personal(cluster.longest.name)
    )


def judge(
    clusters: Sequence[Cluster], sentences: Sequence[Tagged], *, signs: Mapping[Span, tuple[Vote, ...]]
) -> tuple[Judged, ...]:
    """Each cluster with the signs of its mentions, in the same order."""
    judged = [
        Judged(cluster, tuple(vote for mention in cluster.mentions for vote in signs[mention.span]))
        for cluster in clusters
    ]
    shared = dict(_shared_in_lists(judged, sentences))
    return tuple(evolve(each, votes=each.votes + shared.get(at, ())) for at, each in enumerate(judged))


def _signs(sentence: Tagged, mention: NameMention, *, knowledge: Knowledge) -> Iterator[Vote]:
    context = Context(sentence, mention, knowledge)
    yield from _own(context)
    yield from signs_before(context)
    yield from signs_after(context)


def _own(context: Context) -> Iterator[Vote]:
    """What the name tells by itself."""
    mention, name = context.mention, context.mention.name
    if context.is_word("seat", name.lower()) and context.lower(mention.first - 1) in _WHERE:
        yield Vote(NameKind.PLACE, CERTAIN + CERTAIN)  # "at City Hall"
    elif context.is_word("seat", name.lower()) and context.knowledge.has_role(context.lower(mention.last), "report"):
        yield Vote(NameKind.ORGANIZATION, CERTAIN + STRONG, "government")  # "State House said"
    if mention.entry:
        yield Vote(mention.kind, CERTAIN + WEAK, mention.detail)
    elif mention.detail:
        loose = mention.detail in _LOOSE and not context.knowledge.is_legal(name)
        other = mention.kind is not NameKind.ORGANIZATION and mention.detail in _RUN
        yield Vote(mention.kind, STRONG - FAINT if loose else STRONG + WEAK if other else CERTAIN, mention.detail)
    elif mention.kind is not NameKind.OTHER:
        yield Vote(mention.kind, STRONG + WEAK)
    elif _joins_names(context):  # "Hartley & Voss"
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif " " in name and _is_abbreviated(context):
        yield Vote(NameKind.ORGANIZATION, WEAK + FAINT)
    elif " " not in name:
        coined = name[1:] != name[1:].lower() or any(letter.isdigit() for letter in name)
        yield Vote(NameKind.ORGANIZATION, FAINT if coined else 0.0)
    elif context.lower(mention.first - 1) not in _NO_PERSONS and context.is_personal() and not _in_quotes(context):
        yield Vote(NameKind.PERSON, WEAK)


def _joins_names(context: Context) -> bool:
    """Whether a name joins others by a sign, as names of firms do, and not what a body is concerned with."""
    words = context.mention.name.split()
    return "&" in words[1:-1] and not all(
        word == "&" or any(context.is_word(each, word.lower()) for each in ("field", "term", "mass")) for word in words
    )


def _is_abbreviated(context: Context) -> bool:
    """Whether an abbreviation in brackets follows the name: "Nexora Parks of Finland (NPF)"."""
    last, tokens = context.mention.last, context.sentence.tokens
    return context.lower(last) == "(" and context.lower(last + 2) == ")" and tokens[last + 1].text.isupper()


def _in_quotes(context: Context) -> bool:
    """Whether a name stands in a quotation: the last mark before it opens one, and does not close up to a word."""
    tokens, first = context.sentence.tokens, context.mention.first
    for at in range(first - 1, max(-1, first - _LONGEST_QUOTE), -1):
        if tokens[at].text in _QUOTES:
            return tokens[at].text != "”" and (at == 0 or tokens[at - 1].end < tokens[at].start)
    return False


def _shared_in_lists(judged: Sequence[Judged], sentences: Sequence[Tagged]) -> Iterator[tuple[int, tuple[Vote, ...]]]:
    """What one member of a list "A, B and C" is, those that little tells about are as well."""
    kinds = [each.kind for each in judged]
    sure = [each.cluster.is_told or each.weight(kind) >= FAIR for each, kind in zip(judged, kinds, strict=True)]
    found: dict[int, Vote] = {}
    for group in _lists(judged, sentences):
        told = next((at for kind in _ORDER[:3] for at in group if kinds[at] is kind and sure[at]), None)
        for at in group if told is not None else ():
            if told is not None and kinds[at] is not kinds[told] and not sure[at]:
                found.setdefault(at, Vote(kinds[told], FAIR + WEAK, judged[told].detail))
    for at, vote in found.items():
        yield at, (vote,)


def _lists(judged: Sequence[Judged], sentences: Sequence[Tagged]) -> Iterator[tuple[int, ...]]:
    """The clusters whose mentions stand in one list, list by list in text order."""
    owner = {mention.span: at for at, each in enumerate(judged) for mention in each.cluster.mentions}
    by_sentence: dict[int, list[NameMention]] = {}
    for each in judged:
        for mention, number in zip(each.cluster.mentions, each.cluster.sentences, strict=True):
            by_sentence.setdefault(number, []).append(mention)
    for number, mentions in sorted(by_sentence.items()):
        mentions.sort(key=lambda mention: mention.span.start)
        for group in listed_together(sentences[number], mentions):
            yield tuple(dict.fromkeys(owner[mention.span] for mention in group))


def listed_together(sentence: Tagged, names: Sequence[NameMention]) -> Iterator[tuple[NameMention, ...]]:
    """Names of a sentence that stand in one list: "A, B and C"; two with only a comma between are none."""
    group: list[NameMention] = []
    joined = False
    for name in (*names, None):
        words = _between(sentence, group[-1], name) if group and name is not None else ()
        if words and all(word in {",", "and", "or", "&", "nor", "the"} for word in words) and words != ("the",):
            joined = joined or not _JOINTS.isdisjoint(words)
        else:
            if len(group) > 2 or (joined and len(group) > 1):
                yield tuple(group)
            group, joined = [], False
        group += [name] if name is not None else []


def _between(sentence: Tagged, one: NameMention, other: NameMention) -> tuple[str, ...]:
    """The words between two names, without what stands in brackets behind the first."""
    words = tuple(token.lower for token in sentence.tokens[one.last : min(other.first, one.last + _LONGEST_BRACKET)])
    if words[:1] == ("(",) and ")" in words:
        words = words[words.index(")") + 1 :]
    return words


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
    if not all(_opens(*each) for each in cluster.told(sentences)):
        return False
    return (
        words[0].lower() in small_words
        or words[0].endswith("ly")
        or max(judged.weight(kind) for kind in _ORDER[:3]) < FAIR
    )


def _opens(sentence: Tagged, mention: NameMention) -> bool:
    return mention.first == 0 or sentence.tokens[mention.first - 1].text in _OPENERS
