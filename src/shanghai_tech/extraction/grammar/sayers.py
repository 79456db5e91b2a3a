"""A verb of saying → the noun phrases that may be its subject, over brackets and appositions.

before  :  ["and" joined] phrase [bracket] VERB                   the Board (EDB) said
apposed :  phrase ("," apposition | "," relative clause)* "," VERB  Ann Lee, head of the Board, who is 41, said
"""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import NOMINAL, SKIPPED, Phrase, phrase_before, phrase_from
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense

#: Prepositions that lead from a head to what it belongs to, over which a phrase goes on.
INTO: Final = frozenset({"of", "for", "from", "by", "at"})
_ASIDES: Final = frozenset({",", "-", "--", "—", "–"})
#: Prepositions that a clause may follow: "a day after X reported".
_LINKS: Final = frozenset({"after", "as", "before", "since", "until"})
_RELATIVES: Final = frozenset({"who", "which", "whose"})
#: No sayer has more appositions than this, and no bracket behind one more words.
_MOST: Final = 6
_LONGEST_BRACKET: Final = 6


def sayers(parsed: Parsed, verb: int) -> tuple[Phrase, ...]:
    """The phrases that a verb of saying may have for its subject: that right before it first, then from the left."""
    at = verb
    while at > 0 and parsed.chunks[at - 1].kind in SKIPPED:
        at -= 1
    at = _before_bracket(parsed, at)
    if at > 0 and parsed.chunks[at - 1].kind in NOMINAL:
        phrase = _phrase_ending(parsed, at)
        hangs = phrase.first > 0 and parsed.chunks[phrase.first - 1].kind is Kind.PREPOSITION
        hangs = hangs and parsed.lower(phrase.first - 1) not in _LINKS
        if hangs:
            return _before_reduced(parsed, phrase.first - 1)
        ends_apposition = phrase.first > 0 and parsed.lower(phrase.first - 1) == "," and not _is_inserted(parsed, verb)
        return (phrase, *(_apposed(parsed, phrase.first - 1) if ends_apposition else ()))
    return _apposed(parsed, at - 1) if at > 0 and parsed.lower(at - 1) in _ASIDES else ()


def _before_bracket(parsed: Parsed, at: int) -> int:
    """Where what stands before a bracket ends that closes right before a chunk: "the Board (EDB) said"."""
    if at > 0 and parsed.lower(at - 1) == ")":
        for opens in range(at - 2, max(-1, at - 2 - _LONGEST_BRACKET), -1):
            if parsed.lower(opens) == "(":
                return opens
    return at


def _is_inserted(parsed: Parsed, verb: int) -> bool:
    """Whether a comma follows the verb: "Oulu, the mayor said, is"."""
    return verb + 1 < len(parsed.chunks) and parsed.lower(verb + 1) in _ASIDES


def _before_reduced(parsed: Parsed, preposition: int) -> tuple[Phrase, ...]:
    """What a reduced clause hangs on that ends in a preposition: "a survey released by" X; nothing where none does."""
    verb = parsed.chunks[preposition - 1].verb if preposition > 1 else None
    is_reduced = verb is not None and verb.tense in {Tense.PARTICIPLE, Tense.GERUND, Tense.PAST}
    if not is_reduced or parsed.chunks[preposition - 2].kind not in NOMINAL:
        return ()
    return (_phrase_ending(parsed, preposition - 1),)


def _phrase_ending(parsed: Parsed, end: int) -> Phrase:
    """The phrase that ends before a chunk; one that opens its clause goes on over "and": "science and … commission"."""
    phrase = phrase_before(parsed, end, prepositions=INTO) or Phrase(end - 1, end)
    first = phrase.first
    joined = first > 1 and parsed.lower(first - 1) in {"and", "&"} and parsed.chunks[first - 2].kind is Kind.NOUN
    if joined and (first == 2 or parsed.chunks[first - 3].kind is Kind.MARK):
        return Phrase(first - 2, end)
    if joined and parsed.lower(first - 3) == "of":  # "the Minister of Trade and Industry"
        longer = phrase_before(parsed, first - 1, prepositions=INTO)
        return Phrase(longer.first, end) if longer is not None else phrase
    return phrase


def _apposed(parsed: Parsed, mark: int) -> tuple[Phrase, ...]:
    """The phrases that the marks before a verb part from one another, back to where a clause begins."""
    found: list[Phrase] = []
    for _ in range(_MOST):
        first = mark
        while first > 0 and (parsed.chunks[first - 1].kind is not Kind.MARK or parsed.lower(first - 1) == ")"):
            first = min(first - 1, _before_bracket(parsed, first))
        inside = range(first, mark)
        tells = any((group := parsed.chunks[at].verb) is not None and group.tense in FINITE for at in inside)
        if tells and parsed.lower(first) not in _RELATIVES:
            break
        phrase = None if tells or first == mark else phrase_from(parsed, first, prepositions=INTO)
        found += [phrase] if phrase is not None else []
        if first == 0 or parsed.lower(first - 1) not in _ASIDES:
            break
        mark = first - 1
    return tuple(reversed(found))
