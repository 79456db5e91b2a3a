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
    return clean(case.parsed, phrase) if phrase is not None and not is_named(case.parsed, phrase) else ""
