"""What a clause says of the part that is its subject: "60 percent of the fleet runs on gas" (rule L3)."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.facts.label_case import Case
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import phrase_from
from shanghai_tech.extraction.grammar.wording import clean, is_named

_MEASURES: Final = frozenset({"measure", "multiply", "rank", "report"})


def said_of_part(case: Case) -> str:
    """The verb and what stands right behind it, one preposition skipped; empty where the part is no subject."""
    parsed, verb, group = case.parsed, case.governor.verb, case.group
    if not case.governor.is_subject or verb is None or group is None:
        return ""
    if _MEASURES & set(group.verbs[-1].roles if group.verbs else ()):
        return ""
    at = verb + 1
    if at + 1 < len(parsed.chunks) and parsed.chunks[at].kind is Kind.PREPOSITION:
        at += 1
    is_noun = at < len(parsed.chunks) and parsed.chunks[at].kind is Kind.NOUN
    phrase = phrase_from(parsed, at) if is_noun else None
    said = clean(parsed, phrase) if phrase is not None and not is_named(parsed, phrase) else ""
    return f"{group.lemma} {said}".strip() if group.verbs else said
