"""What an amount is spent on or comes from."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from
from shanghai_tech.extraction.grammar.wording import clean, is_named

_LEADS: Final = frozenset({"in", "on", "for", "into", "from", "of", "to", "towards", "toward"})


def purpose(case: Case, phrase: Phrase | None = None) -> str:
    """What an amount is spent on or comes from: the noun behind it and "in", "on", "for" or "into" that is no name."""
    at = case.index + 1 if phrase is None else phrase.last
    while at < len(case.parsed.chunks) and case.parsed.chunks[at].kind is Kind.TIME:
        at += 1
    if at >= len(case.parsed.chunks) or case.parsed.lower(at) not in _LEADS:
        return ""
    phrase = phrase_from(case.parsed, at + 1)
    if phrase is None or (is_named(case.parsed, phrase) and not _is_term(case, phrase)):
        return ""
    return clean(case.parsed, phrase)


def _is_term(case: Case, phrase: Phrase) -> bool:
    """Whether a phrase in capitals is a term of the vocabulary, and no name: "R&D"."""
    words = case.parsed.lower(phrase.first)
    return any(words in (each.lower() for each in entry.phrases) for entry in case.vocabulary.indicator)
