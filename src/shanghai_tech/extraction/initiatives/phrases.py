"""The phrase around the noun of an undertaking: where it begins, its words, and the name that it is called."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import is_genitive, listed_from, phrase_from
from shanghai_tech.mentions.words import tags as t

#: Prepositions that lead to what a noun that tells little by itself is about: "a plan for the digital economy".
_COMPLEMENTS: Final = frozenset({"of", "for", "on"})
QUOTES: Final = frozenset({'"', "“", "”", "'", "’", "‘"})
_GENITIVES: Final = frozenset({"'s", "’s"})
_NO_QUOTES: Final = str.maketrans("", "", '"“”')
_OPENING_TAGS: Final = frozenset({t.DETERMINER, t.POSSESSIVE, t.PRONOUN})
#: A name has no more words than this, and a quotation within a phrase no more chunks.
_LONGEST_NAME: Final = 9
_LONGEST_QUOTE: Final = 5


def first_of(parsed: Parsed, at: int) -> int:
    """The chunk that the phrase of a noun begins with: "an AI and IoT lab"; without an owner in a chunk of its own."""
    first = at
    while first > 0:
        before = parsed.chunks[first - 1]
        quoted = _opening_quote(parsed, first - 1) if parsed.lower(first - 1) in QUOTES else None
        if quoted is not None:
            first = quoted
        elif before.kind is Kind.AMOUNT and _is_modifier(parsed, before):
            first -= 1  # "a 1.5-gigawatt campus", "a seven-storey building"
        elif parsed.lower(first - 1) == ")" and first > 3 and parsed.lower(first - 3) == "(":
            first -= 4  # "an artificial intelligence (AI) service"
        elif parsed.lower(first - 1) in {"and", "&"} and first > 1 and _is_first_half(parsed, first - 2):
            return first - 2
        else:
            is_opening = before.kind is Kind.NOUN and first < at and not is_genitive(parsed, first - 1)
            return first - 1 if is_opening else first
    return first


def _opening_quote(parsed: Parsed, closing: int) -> int | None:
    """Where a phrase with a name in quotation marks begins: the article before `an "AI Plus" action plan`."""
    for at in range(closing - 1, max(0, closing - _LONGEST_QUOTE), -1):
        if parsed.lower(at) in QUOTES:
            return at - 1 if parsed.chunks[at - 1].kind is Kind.NOUN and not is_genitive(parsed, at - 1) else at
        if parsed.chunks[at].kind in {Kind.VERB, Kind.SUBORDINATOR}:
            return None
    return None


def _is_modifier(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether an amount belongs to the noun behind it, and does not count something."""
    counts = chunk.amount is None or chunk.amount.quantity.unit.term.noun is not None
    return not counts or "-" in parsed.tagged.words(chunk.first, chunk.last)


def _is_first_half(parsed: Parsed, at: int) -> bool:
    """Whether a chunk is the first half of a phrase: "an AI" in "an AI and IoT lab"."""
    chunk = parsed.chunks[at]
    return (
        chunk.kind is Kind.NOUN
        and chunk.last == chunk.first + 2
        and parsed.tagged.tokens[chunk.first].lower in {"a", "an"}
        and parsed.tagged.tags[parsed.chunks[at + 2].first] not in {t.DETERMINER, t.POSSESSIVE}
    )


def words_of(parsed: Parsed, first: int, at: int) -> str:
    """The words of chunks `first` to `at` behind the last owner, without determiners and quotation marks."""
    start, last = parsed.chunks[first].first, parsed.chunks[at].last
    for index in range(start, last):
        if parsed.tagged.tags[index] == t.GENITIVE:
            start = index + 1
    return " ".join(_plain(parsed, start, last)[-_LONGEST_NAME:])


def words_behind(parsed: Parsed, first: int, at: int) -> str:
    """The first words of chunks `first` to `at`, without determiners and quotation marks."""
    return " ".join(_plain(parsed, parsed.chunks[first].first, parsed.chunks[at].last)[:_LONGEST_NAME])


def _plain(parsed: Parsed, start: int, last: int) -> list[str]:
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    while start < last and (tags[start] in _OPENING_TAGS or tokens[start].text in QUOTES | _GENITIVES):
        start += 1
    if start + 3 < last and tokens[start].text == "(" and tokens[start + 2].text == ")":
        start += 3  # "Ouyang Co.'s (OYC) chip plant"
    while last > start + 1 and tags[last - 1] in {t.ADJECTIVE, t.ADVERB}:
        last -= 1  # "a campus big enough"
    return parsed.tagged.words(start, last).translate(_NO_QUOTES).split()


def complement(parsed: Parsed, at: int) -> str:
    """What the noun of a chunk is of or for, with the preposition; empty where it is of nothing."""
    link = parsed.lower(at + 1) if at + 2 < len(parsed.chunks) else ""
    if link not in _COMPLEMENTS:
        return ""
    first = at + 2 + (parsed.lower(at + 2) in QUOTES)
    phrase = listed_from(parsed, first) or phrase_from(parsed, first)
    words = parsed.words(phrase.first, phrase.last).split() if phrase is not None else []
    return f" {link} {' '.join(words[:_LONGEST_NAME])}" if words else ""


def called(parsed: Parsed, at: int) -> str:
    """The name behind "called" or "named": "an innovation center called IdeaLondon"; empty where there is none."""
    group = parsed.chunks[at + 1].verb if at + 2 < len(parsed.chunks) else None
    if group is None or not group.has("call"):
        return ""
    first = at + 2 + (parsed.lower(at + 2) in {"as", *QUOTES})
    first += first < len(parsed.chunks) and parsed.lower(first) in QUOTES
    phrase = phrase_from(parsed, first)
    words = parsed.words(phrase.first, phrase.last) if phrase is not None else ""
    return words if words[:1].isupper() else ""


def apposed(parsed: Parsed, first: int) -> int | None:
    """The chunk of the name that the phrase that begins at a chunk stands in apposition to: "Elevate, a program"."""
    opens = parsed.tagged.tokens[parsed.chunks[first].first].lower in {"a", "an"}
    if not opens or first < 2 or parsed.lower(first - 1) != "," or parsed.chunks[first - 2].kind is not Kind.NOUN:
        return None
    chunk = parsed.chunks[first - 2]
    tokens = parsed.tagged.tokens[chunk.first : chunk.last]
    return first - 2 if all(token.text[:1].isupper() or token.lower == "the" for token in tokens) else None


def described(parsed: Parsed, at: int) -> list[str]:
    """The words up to the noun that tells what the name of a chunk names; empty where none does.

    It stands in apposition ("the Corridor, a 243-hectare innovation district"), behind "is" ("is a technology campus")
    or in an insertion ("as the project is called").
    """
    chunks, first = parsed.chunks, at + 1
    if parsed.lower(first) == "(" if first < len(chunks) else False:
        first += 3  # "the Oulu Robot Base (ORB), a"
    if first + 1 >= len(chunks):
        return []
    if parsed.lower(first) == "," and parsed.lower(first + 1) == "as":
        group = chunks[first + 3].verb if first + 3 < len(chunks) else None
        first += 2 if group is not None and (group.has("call") or group.lemma == "know") else len(chunks)
        opens = {"the", "this"}
    elif parsed.lower(first) == "," or _is_copula(parsed, first):
        first += 1
        opens = {"a", "an", "the", "its"} if parsed.lower(first - 1) == "," else {"a", "an"}
    else:
        return []
    if first >= len(chunks) or parsed.tagged.tokens[chunks[first].first].lower not in opens:
        return []
    last = first
    if chunks[last].last == chunks[last].first + 1 and last + 2 < len(chunks) and chunks[last + 1].kind is Kind.AMOUNT:
        last += 2  # "a 1-gigawatt cluster"
    return [token.text for token in parsed.tagged.tokens[chunks[first].first : chunks[last].last]]


def _is_copula(parsed: Parsed, at: int) -> bool:
    """Whether a chunk is a form of "to be" and nothing else."""
    group, chunk = parsed.chunks[at].verb, parsed.chunks[at]
    return group is not None and group.lemma == "be" and chunk.last == chunk.first + 1
