"""The label of money by what it is of or in (rule L3)."""

from __future__ import annotations

from shanghai_tech.extraction.facts.label_case import Case, Label
from shanghai_tech.extraction.grammar.chunks import Kind
from shanghai_tech.extraction.grammar.clauses import phrase_from
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.wording import clean, is_named
from shanghai_tech.mentions.words import tags as t


def content_label(case: Case) -> Label | None:
    """L3: "650 billion yuan of direct investment", "5 billion in loans", "3 billion yuan worth of robots"."""
    if case.word(1) == "worth" and case.word(2) == "of":
        return _content_of(case, 3)
    if case.word(1) == "in" and case.amount.quantity.unit.is_money and not case.put_as:
        return _content_of(case, 2)
    is_share = str(case.amount.quantity.unit) in {"%", "1"}
    return _content_of(case, 2) if case.word(1) == "of" and not is_share else None


def _content_of(case: Case, offset: int) -> Label | None:
    """As in "650 billion yuan of direct investment": what an amount of money is made of names it."""
    phrase = phrase_from(case.parsed, case.index + offset)
    if phrase is None or is_named(case.parsed, phrase):
        return None
    tags = case.parsed.tagged.tags
    if tags[case.parsed.chunks[phrase.first].first] in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN}:
        return None
    words = clean(case.parsed, phrase)
    if case.parsed.chunks[phrase.first].kind is not Kind.NOUN or role_of(words, case.vocabulary) in {"vague", "size"}:
        return None
    return Label(words=words, rule="L3", phrase=phrase, head=words) if words else None
