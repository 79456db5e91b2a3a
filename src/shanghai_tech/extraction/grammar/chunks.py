"""Tokens and mentions → chunks: noun phrases, verb groups, amounts, times and the marks between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Final

from attrs import Factory, evolve, field, frozen

from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense, VerbGroup, verb_group
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Tagged, TimeKind
from shanghai_tech.mentions.names import NameMention
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary import Vocabulary


class Kind(Enum):
    """What a chunk is."""

    NOUN = "noun"
    VERB = "verb"
    AMOUNT = "amount"
    TIME = "time"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    ADVERB = "adverb"
    MARK = "mark"


@frozen(kw_only=True)
class Chunk:
    """Tokens `first` up to `last`, half-open, that are one thing."""

    kind: Kind
    first: int
    last: int
    verb: VerbGroup | None = None
    amount: QuantityMention | None = None
    time: PeriodMention | None = None


_NOMINAL: Final = frozenset(
    {t.DETERMINER, t.POSSESSIVE, t.ADJECTIVE, t.NOUN, t.NAME, t.PRONOUN, t.GENITIVE, t.NUMBER, t.SIGN}
)
#: How many chunks away a word can still bear on another: sentences are shorter, and lists of amounts take no more time.
_REACH: Final = 40
#: Pronouns that only stress the noun before them: "in Ningbo itself".
_INTENSIVE: Final = frozenset({"itself", "themselves", "himself", "herself"})
_NAMES: Final = frozenset({t.NOUN, t.NAME})
_OPENS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.PRONOUN})
_MARKS: Final[Mapping[str, Kind]] = {
    t.PREPOSITION: Kind.PREPOSITION,
    t.TO: Kind.PREPOSITION,
    t.CONJUNCTION: Kind.CONJUNCTION,
    t.SUBORDINATOR: Kind.SUBORDINATOR,
    t.ADVERB: Kind.ADVERB,
}


def _lower(parsed: Parsed) -> tuple[str, ...]:
    return tuple(parsed.tagged.words(chunk.first, chunk.last).lower() for chunk in parsed.chunks)


@frozen(kw_only=True)
class Parsed:
    """A sentence with its mentions and chunks."""

    tagged: Tagged
    chunks: tuple[Chunk, ...]
    names: tuple[NameMention, ...]
    _lower: tuple[str, ...] = field(init=False, repr=False, eq=False, default=Factory(_lower, takes_self=True))

    def words(self, first: int, last: int) -> str:
        """The text of chunks `first` up to, and without, `last`."""
        if first >= last:
            return ""
        return self.tagged.words(self.chunks[first].first, self.chunks[last - 1].last)

    def first_finite(self) -> int | None:
        """The chunk of the first finite verb."""
        return next((at for at, each in enumerate(self.chunks) if each.verb and each.verb.tense in FINITE), None)

    def back_from(self, index: int, /) -> range:
        """The chunks before one, the nearest first, as far back as what is said of it can stand."""
        return range(index - 1, max(-1, index - 1 - _REACH), -1)

    def on_from(self, index: int, /) -> range:
        """The chunks behind one, as far on as what is said of it can stand."""
        return range(index + 1, min(len(self.chunks), index + 1 + _REACH))

    def says(self, *words: str) -> bool:
        """Whether the words, in lower case, stand side by side."""
        tokens = self.tagged.tokens
        return any(
            token.lower == words[0] and tuple(each.lower for each in tokens[at : at + len(words)]) == words
            for at, token in enumerate(tokens)
        )

    def lower(self, index: int) -> str:
        """The words of one chunk in lower case."""
        return self._lower[index]


def parse(
    tagged: Tagged,
    vocabulary: Vocabulary,
    *,
    quantities: Sequence[QuantityMention],
    periods: Sequence[PeriodMention],
    names: Sequence[NameMention],
) -> Parsed:
    """The chunks of a sentence, in order; they cover all its tokens."""
    within = {index: name for name in names for index in range(name.first, name.last)}
    amounts = {_first(mention, tagged): mention for mention in quantities if not _is_in_name(mention, names)}
    times = {
        _time_first(mention, tagged): mention
        for mention in periods
        if mention.kind is not TimeKind.DURATION
        or not any(mention.first < q.last and q.first < mention.last for q in quantities)
    }
    taken = frozenset((*amounts, *times))
    chunks: list[Chunk] = []
    at = 0
    while at < len(tagged.tokens):
        if at in taken:
            chunk = _measured(tagged, at, amounts=amounts, times=times, within=within)
        else:
            chunk = _chunk(tagged, at, vocabulary=vocabulary, taken=taken, within=within)
        chunks.append(_coordinated(chunk, chunks, tagged=tagged))
        at = chunk.last
    return Parsed(tagged=tagged, chunks=tuple(chunks), names=tuple(names))


def _owns(mention: PeriodMention, tagged: Tagged) -> bool:
    """Whether a time is the owner of a noun: "last year's budget"."""
    return mention.last < len(tagged.tags) and tagged.tags[mention.last] == t.GENITIVE


def _time_first(mention: PeriodMention, tagged: Tagged) -> int:
    """The first token of a time; without its preposition where it owns a noun, since that belongs to the noun."""
    if not _owns(mention, tagged):
        return mention.first
    return next(at for at in range(mention.first, mention.last) if tagged.tokens[at].end > mention.bare.start)


def _is_in_name(mention: QuantityMention, names: Sequence[NameMention]) -> bool:
    """Whether the number is part of a name: "One-Gbps Cities"."""
    return any(mention.number.within(name.span) for name in names)


def _first(mention: QuantityMention, tagged: Tagged) -> int:
    """The first token of an amount behind a verb that says its bound, as "broke" in "broke the 3 trillion mark"."""
    first = mention.first
    for index in range(mention.first, mention.last):
        if tagged.tokens[index].start >= mention.number.start:
            break
        if tagged.tags[index] in t.VERBS:
            first = index + 1
    return first


def _coordinated(chunk: Chunk, before: Sequence[Chunk], *, tagged: Tagged) -> Chunk:
    """A bare form behind "and" goes on with the auxiliary of the verb before it: "will select and foster"."""
    group = chunk.verb
    if group is not None and len(before) > 1 and before[-1].kind is Kind.TIME and group.tense is Tense.PRESENT:
        auxiliary = before[-2].verb
        if auxiliary is not None and not auxiliary.verbs and auxiliary.intends:
            return evolve(chunk, verb=evolve(group, tense=auxiliary.tense, intends=True, coordinated=True))
    if group is None or chunk.last != chunk.first + 1:
        return chunk
    is_base = group.tense is Tense.PRESENT and tagged.tokens[chunk.first].lower == group.lemma
    if not is_base and group.tense not in {Tense.PAST, Tense.PARTICIPLE}:
        return chunk
    if not before or tagged.tokens[before[-1].first].lower not in {"and", "or", ","}:
        return chunk
    leading = next((each.verb for each in reversed(before) if each.verb is not None), None)
    shares = {Tense.FUTURE, Tense.INFINITIVE} if is_base else {Tense.FUTURE, Tense.PERFECT}
    if leading is None or leading.tense not in shares or (leading.tense is Tense.PERFECT and not leading.verbs):
        return chunk
    return evolve(chunk, verb=evolve(group, tense=leading.tense, intends=leading.intends, coordinated=True))


def _measured(
    tagged: Tagged,
    at: int,
    *,
    amounts: Mapping[int, QuantityMention],
    times: Mapping[int, PeriodMention],
    within: Mapping[int, NameMention],
) -> Chunk:
    """The amount or time that begins at a token, the latter with the noun that it owns."""
    if at in amounts:
        return Chunk(kind=Kind.AMOUNT, first=at, last=amounts[at].last, amount=amounts[at])
    if _owns(times[at], tagged):
        end = _noun_end(tagged, times[at].last, taken=amounts.keys() | times.keys(), within=within)
        return Chunk(kind=Kind.NOUN, first=at, last=end, time=times[at])
    return Chunk(kind=Kind.TIME, first=at, last=times[at].last, time=times[at])


def _chunk(
    tagged: Tagged, at: int, *, vocabulary: Vocabulary, taken: AbstractSet[int], within: Mapping[int, NameMention]
) -> Chunk:
    """The chunk that begins at a token where no amount or time does."""
    verb = verb_group(tagged, at, vocabulary=vocabulary, taken=taken) if at not in within else None
    if verb is not None:
        return Chunk(kind=Kind.VERB, first=at, last=verb[1], verb=verb[0])
    tag = tagged.tags[at]
    if tagged.tokens[at].lower == "here" and tag in _OPENS:
        return Chunk(kind=Kind.ADVERB, first=at, last=at + 1)
    if tagged.tokens[at].lower in _INTENSIVE and at > 0 and (at - 1 in within or tagged.tags[at - 1] in _NAMES):
        return Chunk(kind=Kind.ADVERB, first=at, last=at + 1)
    if tag in _NOMINAL or at in within or tag in {t.GERUND, t.PARTICIPLE, t.PRESENT, t.PAST}:
        return Chunk(kind=Kind.NOUN, first=at, last=_noun_end(tagged, at, taken=taken, within=within))
    return Chunk(kind=_MARKS.get(tag, Kind.MARK), first=at, last=at + 1)


def _noun_end(tagged: Tagged, at: int, *, taken: AbstractSet[int], within: Mapping[int, NameMention]) -> int:
    end = within[at].last if at in within else at + 1
    while end < len(tagged.tokens) and end not in taken:
        tag = tagged.tags[end]
        if end in within:
            end = within[end].last
        elif tag in _OPENS or tag not in _NOMINAL:
            if not (tag == t.ADVERB and end + 1 < len(tagged.tokens) and tagged.tags[end + 1] == t.ADJECTIVE):
                break
            end += 2
        else:
            end += 1
    return end


# ---------------------------------------------------------------- verb groups
