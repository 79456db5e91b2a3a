"""Places in an order and multiples: "No. 1", "ranked second", "third-largest", "top 10", "doubled", "tenfold"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.amounts.bounds import cue_before, is_cue
from shanghai_tech.mentions.amounts.number_words import NumberTables, glued, number_tables
from shanghai_tech.mentions.amounts.units import read_unit
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.inflection import verb_forms
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.model import Bound, Form, Span
from shanghai_tech.vocabulary import Vocabulary

_CHANGES: Final = frozenset({"rise", "fall", "rank"})
_DEGREES: Final = frozenset({"best", "worst", "most", "least"})
_BEHIND_RANK: Final = frozenset({"PUNCT", "IN", "CC", "ADV", "SUB"})
#: Prepositions that lead to no place in an order: "comes under the second of them".
_NO_PLACE: Final = frozenset({"under", "after", "before", "behind", "with", "from", "during"})
_COMES: Final = frozenset({"come", "comes", "came", "coming"})
_AMONG: Final = frozenset(
    {"in", "among", "amongst", "for", "of", "on", "overall", "nationally", "nationwide", "worldwide"}
)
#: How far before a place that is reached or left may stand the word that tells the move.
_WINDOW: Final = 12


@frozen(kw_only=True)
class Placed:
    """A rank or multiple, from token `first` up to `last`; `number` is the span of its number alone."""

    first: int
    last: int
    number: Span
    value: Decimal
    form: Form
    bound: Bound | None = None


def read_placed(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Placed | None:
    """The rank or multiple whose number begins with token `index`."""
    tables = number_tables(vocabulary)
    token = sentence.tokens[index]
    if token.kind == "number" or token.lower in tables.cardinal:
        return _numbered(sentence, index, vocabulary) or _ordinal_digits(sentence, index, vocabulary)
    if token.lower in tables.multiple:
        return _multiplied(sentence, index, vocabulary)
    if token.lower.endswith("fold"):
        return _fold(sentence, index, tables)
    return _ordinal(sentence, index, vocabulary)


# ---------------------------------------------------------------- ranks


def _numbered(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Placed | None:
    """Order: ("No." | "number" | "#") number, or "top" number, in small letters."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    value = _small(tokens[index], tables)
    if value is None or not index:
        return None
    found = cue_before(sentence, index, "order", vocabulary=vocabulary)
    after = sentence.tags[index + 1] if index + 1 < len(tokens) else "PUNCT"
    if (
        found is not None
        and tokens[found].lower.startswith("no")
        and (tokens[found].text == "no" or (tokens[index].kind == "word" and tokens[found].lower != "number"))
    ):
        return None  # "no 5G", "no one"
    if found is not None:
        if after == "NAME" and not sentence.tokens[index + 1].text.isupper() and not _may_open(tokens, index):
            return None
        return _placed(sentence, index, first=found, value=value)
    after_word = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if (
        tokens[index - 1].text in {"top", "Top"}
        and after_word not in tables.scale
        and read_unit(sentence, index + 1, vocabulary, value=Decimal(value)) is None
    ):
        return _placed(sentence, index, first=index - 1, value=value, bound=Bound.AT_MOST)
    if tokens[index - 1].lower.startswith("rank") and after in _BEHIND_RANK:
        return _placed(sentence, index, first=index, value=value)  # "ranked 22, ahead of"
    return None


def _may_open(tokens: tuple[Token, ...], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper() and tokens[index].kind == "word"


def _small(token: Token, tables: NumberTables) -> int | None:
    if token.kind == "word":
        return tables.cardinal.get(token.lower)
    return int(token.text) if token.text.isdecimal() and len(token.text) <= 4 and int(token.text) else None


def _placed(
    sentence: Tagged, index: int, *, first: int, value: int, last: int = 0, bound: Bound | None = None
) -> Placed:
    end = last or index + 1
    token = sentence.tokens[index]
    number = Span(token.start, token.start + len(token.lower.partition("-")[0]))
    return Placed(first=first, last=end, number=number, value=Decimal(value), form=Form.RANK, bound=bound)


def _ordinal_digits(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Placed | None:
    """An ordinal in digits that tells a rank: "ranked 7th", "the 2nd largest"."""
    tokens = sentence.tokens
    if tokens[index].kind != "number" or not glued(tokens, index + 1):
        return None
    suffix, _, superlative = tokens[index + 1].lower.partition("-")
    if suffix not in {"st", "nd", "rd", "th"}:
        return None
    value = _small(tokens[index], number_tables(vocabulary))
    if value is None or not _tells_rank(sentence, index, index + 2, superlative=superlative, vocabulary=vocabulary):
        return None
    return _placed(sentence, index, first=index, value=value, last=index + 2 + _superlative(sentence, index + 2))


def _ordinal(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Placed | None:
    """An ordinal word that tells a rank: "ranked second", "third-largest", "second most populous", "fourth place"."""
    word, _, superlative = sentence.tokens[index].lower.partition("-")
    value = number_tables(vocabulary).ordinal.get(word)
    if word == "first" and _comes_first(sentence, index):
        return None
    if value is None or not _tells_rank(sentence, index, index + 1, superlative=superlative, vocabulary=vocabulary):
        return None
    return _placed(sentence, index, first=index, value=value, last=index + 1 + _superlative(sentence, index + 1))


def _comes_first(sentence: Tagged, index: int) -> bool:
    """Whether something comes first in time or in weight, and is no first of an order: "safety comes first"."""
    tokens = sentence.tokens
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    return index > 0 and tokens[index - 1].lower in _COMES and after not in _AMONG


def _tells_rank(sentence: Tagged, first: int, last: int, *, superlative: str, vocabulary: Vocabulary) -> bool:
    if superlative:
        return superlative.endswith("est") or superlative in _DEGREES or is_cue(superlative, "place", vocabulary)
    if _superlative(sentence, last):
        return True
    tokens = sentence.tokens
    after = tokens[last].lower if last < len(tokens) else "."
    if is_cue(after, "place", vocabulary):
        return True
    if sentence.tags[last : last + 1] in {("N",), ("NAME",)}:
        return False
    if after == "to" and sentence.tags[last + 1 : last + 2] == ("NAME",) and tokens[first].lower != "first":
        return True  # "leaves the city second to Paris"
    if _moves(sentence, first, vocabulary):
        return True
    at = first
    while at and first - at < 3 and sentence.tags[at - 1] in {"PRON", "ADV", "DET", "NAME", "IN"}:
        if tokens[at - 1].lower in _NO_PLACE:
            return False
        if cue_before(sentence, at, "ranking", vocabulary=vocabulary) is not None:
            return True
        at -= 1
    return cue_before(sentence, at, "ranking", vocabulary=vocabulary) is not None


def _moves(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether somebody moves to or from the place: "slipped to 12th from ninth", "up from 16th"."""
    tokens = sentence.tokens
    if index < 2 or tokens[index - 1].lower not in {"to", "from"}:
        return False
    for at in range(index - 2, max(-1, index - _WINDOW), -1):
        lower = tokens[at].lower
        if tokens[at].kind == "punct" and lower != ",":
            return False
        if is_cue(lower, "moving", vocabulary):
            return True
        if any(_CHANGES & set(form.verb.roles) for form in verb_forms(lower, vocabulary)):
            return True
    return False


def _superlative(sentence: Tagged, index: int) -> int:
    """How many tokens a superlative from `index` on takes: "largest" 1, "most populous" 2."""
    if index >= len(sentence.tokens):
        return 0
    word = sentence.tokens[index].lower
    if word in {"most", "least"} and sentence.tags[index + 1 : index + 2] in {("ADJ",), ("N",), ("VN",), ("VD",)}:
        return 2
    superlative = len(word) > 4 and word.endswith("est") and sentence.tags[index] == "ADJ"
    return int(superlative or word in {"best", "worst"})


# ---------------------------------------------------------------- multiples


def _multiplied(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Placed | None:
    """A word for so many times something: "doubled", "twice as many", "more than double the rate"."""
    tokens, tags = sentence.tokens, sentence.tags
    token = tokens[index]
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    scope = is_cue(after, "scope", vocabulary) or tags[index + 1 : index + 2] == ("'S",)
    limited = index > 0 and is_cue(tokens[index - 1].lower, "leading", vocabulary) and tokens[index - 1].lower != "the"
    verb = tags[index] in {"V", "VD", "VN"} or token.lower.endswith("ed")
    told = scope or limited if token.lower in {"twice", "thrice"} else verb or scope or limited
    if not told or (
        token.lower.endswith("ed") and tags[index + 1 : index + 2] == ("N",) and tags[index - 1 : index] == ("DET",)
    ):
        return None
    value = number_tables(vocabulary).multiple[token.lower]
    return Placed(
        first=index, last=index + 1, number=sentence.span(index, index + 1), value=Decimal(value), form=Form.MULTIPLE
    )


def _fold(sentence: Tagged, index: int, tables: NumberTables) -> Placed | None:
    """Number words that end in "fold": "tenfold", "two-fold"."""
    word = sentence.tokens[index].lower.removesuffix("fold").rstrip("-")
    value = tables.cardinal.get(word) or tables.scale.get(word)
    if value is None:
        return None
    return Placed(
        first=index, last=index + 1, number=sentence.span(index, index + 1), value=Decimal(value), form=Form.MULTIPLE
    )
