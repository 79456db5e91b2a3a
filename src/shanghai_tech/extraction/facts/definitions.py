"""Numbers that are read and are no facts: parts of units, lengths of plans, definitions (rules N1 to N8)."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import FINITE
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Bound, Form
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_PER: Final = frozenset({"per", "every", "each"})
_TIMES: Final = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
_SPENDS: Final = frozenset(
    {"take", "last", "need", "spend", "require", "save", "cut", "reduce", "shorten", "wait", "be", "average"}
)
_PEOPLE: Final = frozenset(
    {"people", "those", "women", "men", "adults", "workers", "residents", "founders", "children"}
)
_THEN: Final = frozenset({"after", "before", "later", "earlier", "ago"})
_AGES: Final = frozenset({"decade", "century", "fortnight", "generation"})
_ASIDES: Final = frozenset({",", "-", "--", "—", "–", ";", "."})
#: How far behind those who say it the verb stands, and how many they are at most.
_SPEECH: Final = 9
_FEW: Final = 9
_VALUED: Final = frozenset({"valued", "worth", "valuation", "value", "valuations", "exceeding", "over", "least"})


def is_no_fact(parsed: Parsed, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the amount in a chunk tells nothing by itself.

    N1 "per 10,000 residents" is part of a unit; N2 "a five-year plan" is part of a noun; N3 a length of time that only
    says when or how long, beside another statement; N4 "unicorns, startups valued at $1 billion" defines a word.
    """
    amount = parsed.chunks[index].amount
    if amount is None:
        return True
    before = parsed.lower(index - 1) if index else ""
    if before in _PER or _is_supposed(parsed, index) or _is_capitalized(parsed, index):
        return True
    if _is_superlative(parsed, index) or _limits(parsed, index) or _is_age(parsed, index):
        return True
    if _is_some_day(parsed, index) or _is_speaker(parsed, index, vocabulary):
        return True
    if str(amount.quantity.unit) in _TIMES or amount.quantity.unit.term.noun in _AGES:
        return _is_time_only(parsed, index)
    return _is_definition(parsed, index, vocabulary)


def _is_some_day(parsed: Parsed, index: int) -> bool:
    """N3: "should one day provide jobs" tells no length of time."""
    around = [parsed.chunks[at].verb for at in (index - 1, index + 1) if 0 <= at < len(parsed.chunks)]
    return parsed.lower(index) == "one day" and any(group is not None for group in around)


def _is_speaker(parsed: Parsed, index: int, vocabulary: Vocabulary) -> bool:
    """N8: "two people briefed on the plans said": so many speak, and that is no figure."""
    noun = parsed.lower(index).split()[-1]
    if noun not in _PEOPLE and noun.removesuffix("s") not in words_for("people", vocabulary):
        return False
    ahead = (parsed.chunks[at].verb for at in range(index + 1, min(index + _SPEECH, len(parsed.chunks))))
    is_reported = any(verb is not None and verb.lemma in {"say", "tell"} and verb.tense in FINITE for verb in ahead)
    return is_reported and parsed.chunks[index].amount is not None and _is_small(parsed, index)


def _is_small(parsed: Parsed, index: int) -> bool:
    """Whether an amount is a number that is told in a word: no poll has so few."""
    amount = parsed.chunks[index].amount
    return amount is not None and amount.quantity.value <= _FEW


def _is_capitalized(parsed: Parsed, index: int) -> bool:
    """N2: a compound with a capital within a sentence is half a name: "the Ten-City programme"."""
    token = parsed.tagged.tokens[parsed.chunks[index].first]
    return index > 0 and "-" in token.text and token.text[0].isupper()


def _is_superlative(parsed: Parsed, index: int) -> bool:
    """N6: "the 100 largest companies" says which ones, "out of 100" what was possible; neither counts."""
    amount = parsed.chunks[index].amount
    before = parsed.lower(index - 1) if index else ""
    words = (
        amount.quantity.unit.term.noun.lower().split() if amount is not None and amount.quantity.unit.term.noun else []
    )
    is_definite = before.split()[-1:] == ["the"] or before.endswith(("'s", "’s"))
    if before.split()[-1:] in (["these"], ["those"], ["the"]) and words and _is_pair(parsed, index):
        return True  # "the two universities" are those told of before
    if before.split()[-1:] in (["these"], ["those"]) and words:
        return True  # "these three industries"
    if (
        amount is not None
        and amount.form is Form.RANK
        and amount.quantity.bound is Bound.AT_MOST
        and _is_among(parsed, index)
    ):
        return True  # "the number of top 500 firms"
    if is_definite and words and (words[0].endswith("est") or words[0] in {"top", "most", "leading"}):
        return True
    counts = amount is not None and amount.quantity.unit.is_count  # "10 out of 1,700 buildings"
    told = " ".join(parsed.lower(at) for at in range(max(0, index - 3), index))
    return told.endswith(("out of", "out of a possible")) and not counts


def _is_among(parsed: Parsed, index: int) -> bool:
    """Whether "of" leads to a place in an order: "two of the world's top 500 firms"."""
    at = index - 1
    if at > 0 and parsed.lower(at).endswith(("'s", "’s")):
        at -= 1
    return at >= 0 and parsed.lower(at) == "of"


def _is_pair(parsed: Parsed, index: int) -> bool:
    return parsed.words(index, index + 1).lower().startswith("two ")


def _limits(parsed: Parsed, index: int) -> bool:
    """N7: "firms with fewer than 50 employees" tells which firms; a bound in what "with" adds to a plural noun."""
    amount = parsed.chunks[index].amount
    if amount is None or amount.quantity.bound not in {Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST}:
        return False
    at = index - 1
    if at > 1 and parsed.lower(at) == "of" and parsed.chunks[at - 1].kind is Kind.NOUN:
        at -= 2
    if at < 1 or parsed.lower(at) != "with" or parsed.chunks[at - 1].kind is not Kind.NOUN:
        return False
    holder = parsed.chunks[at - 1]
    opens = parsed.tagged.tags[holder.first]
    return opens == t.NOUN and parsed.tagged.tokens[holder.last - 1].lower.endswith("s")


def _is_age(parsed: Parsed, index: int) -> bool:
    """N2: "the age of 40", "people under 30": how old somebody is."""
    amount = parsed.chunks[index].amount
    if amount is None or amount.quantity.unit != ONE or amount.form is not None or index == 0:
        return False
    if index > 1 and parsed.lower(index - 1) == "of":
        return parsed.lower(index - 2).split()[-1:] == ["age"]
    is_bound = amount.quantity.bound in {Bound.UNDER, Bound.OVER} and parsed.chunks[index - 1].kind is Kind.NOUN
    return is_bound and parsed.lower(index - 1).split()[-1] in _PEOPLE


def _is_supposed(parsed: Parsed, index: int) -> bool:
    """N5: whether "if" opens the clause that the amount is in."""
    for at in parsed.back_from(index):
        if parsed.chunks[at].kind is Kind.MARK and parsed.lower(at) in {",", ";", "."}:
            return False
        if parsed.chunks[at].kind is Kind.SUBORDINATOR:
            return parsed.lower(at) in {"if", "unless"}
    return False


def _is_time_only(parsed: Parsed, index: int) -> bool:
    chunk = parsed.chunks[index]
    words = parsed.words(index, index + 1)
    following = parsed.chunks[index + 1] if index + 1 < len(parsed.chunks) else None
    if "-" in words and following is not None and following.kind is Kind.NOUN:
        return True
    if following is not None and parsed.lower(index + 1).split()[0] in _THEN:
        return True  # "seven months after it opened"
    at = index - 1
    while at >= 0 and parsed.chunks[at].kind is Kind.ADVERB:
        at -= 1
    if at >= 0 and parsed.chunks[at].kind is Kind.PREPOSITION:
        return True
    verbs = [each.verb.lemma for each in parsed.chunks[:index] if each.verb is not None]
    return chunk.kind is Kind.AMOUNT and not (verbs and verbs[-1] in _SPENDS)


def _is_definition(parsed: Parsed, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that is defined by its size stands before a mark, and the amount with "valued at" behind it."""
    defined = words_for("defined", vocabulary)
    valued = False
    for at in parsed.back_from(index):
        words = parsed.lower(at).split()
        valued = valued or bool(_VALUED & set(words))
        if not valued and parsed.chunks[at].kind is Kind.MARK and parsed.lower(at) in _ASIDES:
            return False
        if valued and parsed.chunks[at].kind is Kind.MARK and at > 0 and parsed.lower(at) not in {".", ";"}:
            return bool(defined & set(parsed.lower(at - 1).split()))
    return False
