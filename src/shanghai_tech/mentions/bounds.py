"""Qualifiers on either side of an amount: "over", "at least", "or more", "the … mark"."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.phrases import Phrases, phrases
from shanghai_tech.model import Bound
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import BoundCue


@frozen
class BoundTables:
    """The cues beside numbers, by where they stand and what they do."""

    before: Phrases[BoundCue]
    after: Phrases[BoundCue]
    marks: Phrases[BoundCue]
    names: Phrases[BoundCue]
    order: Phrases[BoundCue]
    ranking: Phrases[BoundCue]
    scope: frozenset[str]


@lru_cache(maxsize=8)
def bound_tables(vocabulary: Vocabulary) -> BoundTables:
    """The cues of a vocabulary, compiled once."""

    def table(*roles: str, side: str = "") -> Phrases[BoundCue]:
        return phrases(
            ((cue.id, cue) for cue in vocabulary.bound_cue if cue.role in roles and (not side or cue.side in {side, "either"})),
            vocabulary,
        )

    return BoundTables(
        before=table("bound", "passing", "motion", side="before"),
        after=table("bound", side="after"),
        marks=table("mark"),
        names=table("name"),
        order=table("order"),
        ranking=table("ranking"),
        scope=frozenset(cue.id for cue in vocabulary.bound_cue if cue.role == "scope"),
    )


@frozen
class BoundRead:
    """A bound and where its words reach: `at` is their first token in front, or the one behind them after."""

    bound: Bound
    at: int


@frozen(kw_only=True)
class Beside:
    """What a cue in front is judged by: the tokens of the amount, whether it is a length of time, a few counted things."""

    first: int
    last: int
    floor: int
    time: bool
    few: bool


def bound_before(sentence: Tagged, beside: Beside, vocabulary: Vocabulary) -> BoundRead | None:
    """The bound that words in front of an amount say, not reaching back beyond token `floor`.

    Cue: phrase ["the" | "a"] amount, where "the" wants a mark behind the amount: "broke the 3 trillion yuan threshold".
    """
    tables = bound_tables(vocabulary)
    first = beside.first
    article = first > 0 and sentence.tokens[first - 1].lower in {"the", "a", "an"}
    marked = tables.marks.at(sentence.tokens, beside.last) is not None
    if article and not marked and sentence.tokens[first - 1].lower == "the":
        return None
    found = tables.before.before(sentence.tokens, first) or (tables.before.before(sentence.tokens, first - 1) if article else None)
    if found is None or found[1] < beside.floor:
        return None
    cue, start = found
    if cue.bound is None or (cue.role == "passing" and not marked) or (cue.role == "motion" and not _is_bound(sentence, start, beside)):
        return None
    if start and sentence.tokens[start - 1].lower in {"add", "adds", "added", "adding", "sum", "sums", "summed"} and cue.id == "up to":
        return None
    return BoundRead(cue.bound, start)


def _is_bound(sentence: Tagged, start: int, beside: Beside) -> bool:
    """Whether "over", "under", "above" limit the number, rather than tell where or how long something goes on."""
    tokens, tags = sentence.tokens, sentence.tags
    before = tokens[start - 1].lower if start else ""
    if beside.time and tokens[start].lower == "over":
        return before in {"for", "of", "in", "is", "was", "are", "were", "be", "been", "just", "well", "with", "after", "a", "took", "takes", "last", "lasted", "spent", "little"}
    if before in {"ranked", "ranks", "rank", "ranking", "placed"}:
        return False
    return not beside.few or tags[start - 1 : start] in {("V",), ("VD",), ("BE",)}


def bound_after(sentence: Tagged, index: int, vocabulary: Vocabulary) -> BoundRead | None:
    """The bound that words from token `index` on say: "or more", "plus", "+"."""
    found = bound_tables(vocabulary).after.at(sentence.tokens, index)
    if found is None or found[0].bound is None:
        return None
    cue, end = found
    following = sentence.tokens[end] if end < len(sentence.tokens) else None
    if following is not None and (following.lower == "than" or (cue.id in {"plus", "+"} and following.kind in {"number", "sign"})):
        return None
    return BoundRead(cue.bound, end)  # type: ignore[arg-type]  # checked above
