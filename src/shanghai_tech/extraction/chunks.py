"""Tokens and mentions → chunks: noun phrases, verb groups, amounts, times and the marks between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions import tagging as t
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Tagged, TimeKind
from shanghai_tech.mentions.names import NameMention
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Verb


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


class Tense(Enum):
    """What the form of a verb group says about when its statement holds."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


FINITE: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.FUTURE})


@frozen(kw_only=True)
class VerbGroup:
    """Auxiliaries, adverbs and verbs that belong together: "is expected to reach".

    `verbs` are the full verbs in order, the last carries the meaning; a form of "be" alone leaves it empty. `intends`
    tells that the group states an intention: a modal, or a verb such as plan or aim before an infinitive. `coordinated`
    tells that it shares the subject and the auxiliary of the group before it.
    """

    verbs: tuple[Verb, ...]
    tense: Tense
    passive: bool = False
    intends: bool = False
    negated: bool = False
    coordinated: bool = False

    @property
    def lemma(self) -> str:
        """The base form of the verb that carries the meaning."""
        return self.verbs[-1].id if self.verbs else "be"

    def has(self, role: str) -> bool:
        """Whether the verb that carries the meaning has a role in the vocabulary."""
        return bool(self.verbs) and role in self.verbs[-1].roles


@frozen(kw_only=True)
class Chunk:
    """Tokens `first` up to `last`, half-open, that are one thing."""

    kind: Kind
    first: int
    last: int
    verb: VerbGroup | None = None
    amount: QuantityMention | None = None
    time: PeriodMention | None = None


_NOMINAL: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.ADJECTIVE, t.NOUN, t.NAME, t.PRONOUN, t.GENITIVE, t.NUMBER, t.SIGN})
_OPENS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.PRONOUN})
_MARKS: Final[Mapping[str, Kind]] = {
    t.PREPOSITION: Kind.PREPOSITION,
    t.TO: Kind.PREPOSITION,
    t.CONJUNCTION: Kind.CONJUNCTION,
    t.SUBORDINATOR: Kind.SUBORDINATOR,
    t.ADVERB: Kind.ADVERB,
}


@frozen(kw_only=True)
class Parsed:
    """A sentence with its mentions and chunks."""

    tagged: Tagged
    chunks: tuple[Chunk, ...]
    names: tuple[NameMention, ...]

    def words(self, first: int, last: int) -> str:
        """The text of chunks `first` up to, and without, `last`."""
        if first >= last:
            return ""
        return self.tagged.words(self.chunks[first].first, self.chunks[last - 1].last)

    def lower(self, index: int) -> str:
        """The words of one chunk in lower case."""
        return self.words(index, index + 1).lower()


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
        if mention.kind is not TimeKind.DURATION or not any(mention.first < q.last and q.first < mention.last for q in quantities)
    }
    chunks: list[Chunk] = []
    at = 0
    while at < len(tagged.tokens):
        chunk = _chunk(tagged, at, vocabulary=vocabulary, amounts=amounts, times=times, within=within)
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
    """The first token of an amount behind a verb that says its bound: "broke the 3 trillion mark" tells with "broke"."""
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
    if leading is None or leading.tense not in shares:
        return chunk
    return evolve(chunk, verb=evolve(group, tense=leading.tense, intends=leading.intends, coordinated=True))


def _chunk(
    tagged: Tagged,
    at: int,
    *,
    vocabulary: Vocabulary,
    amounts: Mapping[int, QuantityMention],
    times: Mapping[int, PeriodMention],
    within: Mapping[int, NameMention],
) -> Chunk:
    if at in amounts:
        return Chunk(kind=Kind.AMOUNT, first=at, last=amounts[at].last, amount=amounts[at])
    if at in times and _owns(times[at], tagged):
        end = _noun_end(tagged, times[at].last, taken=amounts.keys() | times.keys(), within=within)
        return Chunk(kind=Kind.NOUN, first=at, last=end, time=times[at])
    if at in times:
        return Chunk(kind=Kind.TIME, first=at, last=times[at].last, time=times[at])
    taken = amounts.keys() | times.keys()
    verb = _verb_group(tagged, at, vocabulary=vocabulary, taken=taken) if at not in within else None
    if verb is not None:
        return verb
    tag = tagged.tags[at]
    if tag in _NOMINAL or at in within or tag in {t.GERUND, t.PARTICIPLE, t.PRESENT, t.PAST}:
        return Chunk(kind=Kind.NOUN, first=at, last=_noun_end(tagged, at, taken=taken, within=within))
    return Chunk(kind=_MARKS.get(tag, Kind.MARK), first=at, last=at + 1)


def _noun_end(tagged: Tagged, at: int, *, taken: frozenset[int] | set[int], within: Mapping[int, NameMention]) -> int:
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

_FULL: Final = frozenset({t.PRESENT, t.PAST, t.PARTICIPLE, t.GERUND})
_FULL_TENSE: Final = {t.PRESENT: Tense.PRESENT, t.PAST: Tense.PAST, t.PARTICIPLE: Tense.PARTICIPLE, t.GERUND: Tense.GERUND}
_LINKS: Final = frozenset({"likely", "poised", "due", "set", "able", "expected", "slated", "scheduled", "about", "ready", "bound", "keen", "eager", "on", "track"})


def _verb_group(tagged: Tagged, at: int, *, vocabulary: Vocabulary, taken: frozenset[int] | set[int]) -> Chunk | None:
    """A verb group that begins at a token, if one does."""
    tags, tokens = tagged.tags, tagged.tokens
    if tags[at] not in t.VERBS and not (tags[at] == t.TO and _full_after(tagged, at + 1)):
        return None
    end, verbs, words = at, list[Verb](), list[str]()
    tense: Tense | None = None
    passive = intends = False
    while end < len(tokens) and end not in taken:
        tag, lower = tags[end], tokens[end].lower
        if tag == t.ADVERB and (end + 1 < len(tokens) and tags[end + 1] in t.VERBS | {t.TO, t.ADVERB}):
            end += 1
            continue
        if tag == t.TO and _full_after(tagged, end + 1):
            intends = intends or _leads_on(verbs, words)
            tense = tense or Tense.INFINITIVE
            verbs, passive = [], False
        elif tag in {t.MODAL, t.BE, t.HAVE, t.DO}:
            if verbs:
                break
            tense = tense or _auxiliary_tense(tag, lower)
            intends = intends or tag == t.MODAL
        elif tag in _FULL:
            if verbs and not (verbs[-1].id == "help" and tag == t.PRESENT):
                break
            tense = tense or _FULL_TENSE[tag]
            passive = tag in {t.PARTICIPLE, t.PAST} and _after_be(words)
            verbs.append(_verb_of(lower, tag, vocabulary))
        elif lower in _LINKS and _after_be(words) and _to_follows(tagged, end + 1):
            intends = True
        else:
            break
        words.append(lower)
        end += 1
    if end == at:
        return None
    group = VerbGroup(
        verbs=tuple(verbs),
        tense=Tense.FUTURE if intends and tense is not Tense.INFINITIVE else tense or Tense.PRESENT,
        passive=passive,
        intends=intends,
        negated=bool({"not", "never"} & set(words)) or any(word.endswith("n't") for word in words),
    )
    return Chunk(kind=Kind.VERB, first=at, last=end, verb=group)


def _full_after(tagged: Tagged, at: int) -> bool:
    """Whether an infinitive stands at a token, adverbs skipped."""
    while at < len(tagged.tags) and tagged.tags[at] == t.ADVERB:
        at += 1
    return at < len(tagged.tags) and tagged.tags[at] in {t.PRESENT, t.BE, t.HAVE, t.DO}


def _to_follows(tagged: Tagged, at: int) -> bool:
    following = tagged.tags[at : at + 2]
    return t.TO in following


def _leads_on(verbs: Sequence[Verb], words: Sequence[str]) -> bool:
    """Whether what stands before "to" makes the infinitive an intention: "plans to", "is to", "is going to"."""
    if verbs:
        return "commit" in verbs[-1].roles or verbs[-1].id == "go"
    return _after_be(words) or bool({"has", "have", "had"} & set(words))


def _after_be(words: Sequence[str]) -> bool:
    return any(word in {"be", "is", "are", "was", "were", "been", "being", "am"} for word in words)


def _auxiliary_tense(tag: str, lower: str) -> Tense:
    if tag == t.MODAL:
        return Tense.FUTURE
    if tag == t.HAVE:
        return {"having": Tense.GERUND, "had": Tense.PAST, "hadn't": Tense.PAST}.get(lower, Tense.PERFECT)
    if lower in {"being"}:
        return Tense.GERUND
    return Tense.PAST if lower in {"was", "were", "did", "wasn't", "weren't", "didn't"} else Tense.PRESENT


def _verb_of(lower: str, tag: str, vocabulary: Vocabulary) -> Verb:
    """The verb of a form; one that the vocabulary does not know is itself."""
    forms = t.verb_forms(lower, vocabulary)
    fitting = [form for form in forms if form.tag == tag or {form.tag, tag} <= {t.PAST, t.PARTICIPLE}]
    return (fitting or list(forms))[0].verb if forms else Verb(id=lower)
