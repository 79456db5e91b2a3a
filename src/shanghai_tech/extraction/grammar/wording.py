"""The words of phrases: what names something, what only says who, what points back."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary import Vocabulary

#: Words that tell nothing of what a phrase names.
EMPTY_WORDS: Final = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "for", "and", "or"),
        *("to", "with", "by", "at", "its", "their", "his", "her", "as", "from"),
    }
)
#: A label longer than this is a clause, and no name.
_LONGEST: Final = 9


def clean(parsed: Parsed, phrase: Phrase) -> str:
    """The words of a phrase without owners, determiners and what a further preposition adds to a long one."""
    kept: list[str] = []
    for index in range(phrase.first, phrase.last):
        chunk = parsed.chunks[index]
        if chunk.kind is Kind.TIME or parsed.lower(index) in {"(", ")"}:
            continue
        if chunk.kind is Kind.AMOUNT and not _is_per(parsed, index):
            words = _counted_words(parsed, chunk)
            is_total = kept[-1:] == ["of"] and parsed.chunks[index - 1].kind is Kind.PREPOSITION
            kept = [] if is_total else kept  # "a total of 1,075 firms", unlike "sales of these 40 models"
        else:
            words = _noun_words(parsed, chunk) if chunk.kind is Kind.NOUN else parsed.words(index, index + 1).split()
        if chunk.kind is Kind.PREPOSITION and (not kept or len(kept) >= _LONGEST - 2):
            break
        kept.extend(words)
    while kept and kept[-1].lower() in {"of", "in", "for", "and", "on", "at", "by", "the", "per", "to", "with"}:
        kept.pop()
    return " ".join(kept[:_LONGEST])


def _is_per(parsed: Parsed, index: int) -> bool:
    """Whether an amount is what another is counted by: "patents per 10,000 residents"."""
    return index > 0 and parsed.lower(index - 1) in {"per", "for", "every", "each"}


def _counted_words(parsed: Parsed, chunk: Chunk) -> list[str]:
    """The noun of a counted amount, without the number; none for money and measures."""
    amount = chunk.amount
    if amount is None or amount.noun is None or amount.quantity.unit.term.noun is None:
        return []
    return amount.noun.slice(parsed.tagged.text).split()


def _noun_words(parsed: Parsed, chunk: Chunk) -> list[str]:
    """The words of a noun chunk behind its last owner and without determiners."""
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    first = chunk.first
    for at in range(chunk.first, chunk.last):
        if tags[at] == t.GENITIVE:
            first = at + 1
    words: list[str] = []
    for at in range(first, chunk.last):
        if tags[at] in {t.DETERMINER, t.POSSESSIVE, t.PRONOUN, t.GENITIVE}:
            continue
        if words and at > first and tokens[at].start == tokens[at - 1].end:
            words[-1] += tokens[at].text  # "5G" is two tokens and one word
        else:
            words.append(tokens[at].text)
    return words


def is_named(parsed: Parsed, phrase: Phrase | None) -> bool:
    """Whether a phrase is nothing but a name or pronoun, so that it says who, and not what."""
    if phrase is None or phrase.last != phrase.first + 1:
        return False
    chunk = parsed.chunks[phrase.first]
    named = {at for name in parsed.names if _is_sure(name) for at in range(name.first, name.last)}
    tags = parsed.tagged.tags
    return all(at in named or tags[at] in {t.DETERMINER, t.PRONOUN} for at in range(chunk.first, chunk.last))


def _is_sure(name: NameMention) -> bool:
    """Whether a name is one for sure: a lone capitalised word that begins a sentence may be any noun."""
    return name.kind is not NameKind.OTHER or name.first > 0 or name.last > name.first + 1


def points_back(parsed: Parsed, phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase only points at a figure told before: "this figure", "the number", "it"."""
    chunk = parsed.chunks[phrase.last - 1]
    if phrase.last != phrase.first + 1 or chunk.kind is not Kind.NOUN:
        return False
    tags, tokens = parsed.tagged.tags[chunk.first : chunk.last], parsed.tagged.tokens[chunk.first : chunk.last]
    if tags[0] not in {t.DETERMINER, t.PRONOUN}:
        return False
    return all(
        tag in {t.DETERMINER, t.PRONOUN} or role_of(token.lower, vocabulary) == "vague"
        for tag, token in zip(tags, tokens, strict=True)
    )


def says_figure(parsed: Parsed, subject: Phrase | None) -> bool:
    """Whether a phrase that points back has a noun: "this figure", unlike "it"."""
    if subject is None:
        return False
    chunk = parsed.chunks[subject.first]
    return any(tag not in {t.DETERMINER, t.PRONOUN} for tag in parsed.tagged.tags[chunk.first : chunk.last])
