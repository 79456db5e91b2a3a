"""Qualifiers on either side of an amount: "over", "at least", "or more", "the … mark"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.phrases import Phrases, phrases
from shanghai_tech.model import Bound
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.number_entries import BoundCue

#: Verbs whose particle "up" is before "to": "the number will go up to 75".
_GOES: Final = frozenset({"go", "goes", "going", "went", "gone"})


@frozen
class CueTables:
    """The cues beside numbers: those that say a bound by their side, and all by their role."""

    before: Phrases[BoundCue]
    after: Phrases[BoundCue]
    role: Mapping[str, Phrases[BoundCue]]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def cue_tables(vocabulary: Vocabulary) -> CueTables:
    """The cues of a vocabulary, compiled once."""

    def table(*roles: str, sides: tuple[str, ...] = ("before", "either", "after")) -> Phrases[BoundCue]:
        fitting = [cue for cue in vocabulary.bound_cue if cue.role in roles and cue.side in sides]
        return phrases(((phrase, cue) for cue in fitting for phrase in cue.phrases), vocabulary)

    roles = sorted({cue.role for cue in vocabulary.bound_cue})
    words = {
        role: {phrase for cue in vocabulary.bound_cue if cue.role == role for phrase in cue.phrases} for role in roles
    }
    return CueTables(
        before=table("bound", "passing", "motion", "particle", sides=("before", "either")),
        after=table("bound", sides=("after", "either")),
        role={role: table(role) for role in roles},
        words={role: frozenset(found) for role, found in words.items()},
    )


def is_cue(word: str, role: str, vocabulary: Vocabulary) -> bool:
    """Whether a lower-case word has a role beside numbers."""
    return word in cue_tables(vocabulary).words.get(role, ())


def cue_before(sentence: Tagged, index: int, role: str, *, vocabulary: Vocabulary) -> int | None:
    """The first token of a phrase with a role that ends in front of token `index`."""
    table = cue_tables(vocabulary).role.get(role)
    found = table.before(sentence.tokens, index) if table is not None else None
    return found[1] if found is not None else None


@frozen
class BoundRead:
    """A bound and where its words reach: `at` is their first token in front, or the one behind them after."""

    bound: Bound
    at: int


@frozen(kw_only=True)
class Beside:
    """What a cue in front is judged by: the tokens of the amount, and what it is.

    It cannot reach back beyond token `floor`. `time` tells a length of time, `few` a few counted things, `counted` any.
    """

    first: int
    last: int
    floor: int
    time: bool
    few: bool
    counted: bool


def bound_before(sentence: Tagged, beside: Beside, vocabulary: Vocabulary) -> BoundRead | None:
    """The bound that words in front of an amount say.

    Cue: phrase ["the" | "a"] amount, where "the" wants a mark behind the amount: "broke the 3 trillion yuan threshold".
    """
    tokens, first = sentence.tokens, beside.first
    table = cue_tables(vocabulary).before
    article = tokens[first - 1].lower if first and tokens[first - 1].lower in {"the", "a", "an"} else ""
    found = table.before(tokens, first)
    if found is None and article and (article != "the" or _is_marked(sentence, beside.last, vocabulary)):
        found = table.before(tokens, first - 1)
    if found is None or found[1] < beside.floor:
        return None
    cue, start = found
    if not _holds(sentence, cue, start, beside=beside, vocabulary=vocabulary):
        return None
    return BoundRead(cue.bound or Bound.OVER, start)


def _is_marked(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    marks = cue_tables(vocabulary).role.get("mark")
    return marks is not None and index < len(sentence.tokens) and marks.at(sentence.tokens, index) is not None


def _holds(sentence: Tagged, cue: BoundCue, start: int, *, beside: Beside, vocabulary: Vocabulary) -> bool:
    """Whether a cue in front of an amount says a bound of it here."""
    match cue.role:
        case "passing":
            return not beside.counted or _is_marked(sentence, beside.last, vocabulary)
        case "motion":
            return _limits(sentence, cue, start, beside=beside, vocabulary=vocabulary)
        case "particle":
            return beside.time
        case "bound" if cue.bound is Bound.AT_MOST and sentence.tokens[start].lower == "up":
            return not start or sentence.tokens[start - 1].lower not in _GOES
        case _:
            return True


def _limits(sentence: Tagged, cue: BoundCue, start: int, *, beside: Beside, vocabulary: Vocabulary) -> bool:
    """Whether "over", "under", "above" limit the number, rather than tell where something is or how long it goes on."""
    before = sentence.tokens[start - 1].lower if start else ""
    if is_cue(before, "ranking", vocabulary):
        return False
    if beside.time and cue.bound is Bound.OVER:
        return not start or is_cue(before, "lasting", vocabulary)
    return not beside.few or sentence.tags[start - 1 : start] in {("V",), ("VD",), ("BE",)}


def bound_after(sentence: Tagged, index: int, vocabulary: Vocabulary, *, closed: bool = False) -> BoundRead | None:
    """The bound that words from token `index` on say: "or more", "plus", "+".

    Where the amount is `closed` by its unit or noun, no other noun may follow: "20 parks and more jobs".
    """
    tokens = sentence.tokens
    found = cue_tables(vocabulary).after.at(tokens, index)
    if found is None or found[0].bound is None:
        return None
    cue, end = found
    if end < len(tokens) and (tokens[end].lower == "than" or tokens[end].kind in {"number", "sign"}):
        return None  # "20 parks and over 5,000 stations": the words belong to what follows
    following = sentence.tags[end] if end < len(tokens) else "PUNCT"
    if (end == index + 1 and following in {"NUM", "PRON"}) or (closed and following in {"N", "NAME", "ADJ"}):
        return None
    return BoundRead(cue.bound or Bound.AT_LEAST, end)


def bound_after_whole(sentence: Tagged, index: int, vocabulary: Vocabulary) -> BoundRead | None:
    """The bound behind the whole that a share is of: "4 percent of GDP or above"."""
    tags = sentence.tags
    if index >= len(tags) or sentence.tokens[index].lower != "of":
        return None
    behind = tags[index + 1 : index + 7]
    end = index + 1 + sum(1 for _ in takewhile(lambda tag: tag in {"DET", "POSS", "N", "NAME", "ADJ", "'S"}, behind))
    if end >= len(tags) or sentence.tokens[end].lower != "or":
        return None
    return bound_after(sentence, end, vocabulary)
