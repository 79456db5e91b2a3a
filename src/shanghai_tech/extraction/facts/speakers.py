"""Whom a sentence is attributed to (rules S1 to S4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from, subject_of
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense, VerbGroup
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary import Vocabulary

#: What `who` makes of a phrase: the name it stands for, or None where it names nobody.
Who = Callable[[Parsed, Phrase], str | None]

_QUOTES: Final = frozenset('"“”')
_BEFORE_SPEECH: Final = frozenset({",", '"', "”", "'", "’", "“", "?", "!"})
_SPEAKS: Final = frozenset({"figures", "people", "plan"})
_NEWS: Final = frozenset({"latest", "new", "recent", "preliminary", "available", "same"})
_INTO: Final = frozenset({"of", "for", "from", "by", "at"})
_ABOUT_ITSELF: Final = frozenset({"this", "that", "these", "it"})


@frozen
class Attribution:
    """Who says a sentence, whether in direct speech, and whether the sentence only carries on the one before it."""

    speaker: str | None
    carries_on: bool = False
    document: bool = False


def attribution(parsed: Parsed, vocabulary: Vocabulary, *, who: Who) -> Attribution | None:
    """Who says the sentence, as it tells itself.

    S1 "according to X"; S2 ", said X" behind what is said; S3 "X said that", "figures of X show"; None without any.
    """
    return _according(parsed, vocabulary, who=who) or _report(parsed, vocabulary, who=who)


def _according(parsed: Parsed, vocabulary: Vocabulary, *, who: Who) -> Attribution | None:
    tokens = parsed.tagged.tokens
    for at in range(len(parsed.chunks) - 1):
        chunk = parsed.chunks[at]
        if tokens[chunk.first].lower == "according" and tokens[min(chunk.last, len(tokens) - 1)].lower == "to":
            start = at + 2
        elif tokens[chunk.last - 1].lower == "citing" or (
            chunk.kind is Kind.VERB and tokens[chunk.first].lower == "according"
        ):
            start = at + 1
        else:
            continue
        phrase = phrase_from(parsed, start, prepositions=_INTO)
        if phrase is not None and tokens[chunk.last - 1].lower != "citing":
            return _from(parsed, phrase, vocabulary=vocabulary, who=who)
    return None


def _report(parsed: Parsed, vocabulary: Vocabulary, *, who: Who) -> Attribution | None:
    """S2 before S3: what is said behind a comma tells more surely who says it all."""
    verbs = [at for at, chunk in enumerate(parsed.chunks) if chunk.verb is not None and _reports(chunk.verb)]
    inverted = [at for at in verbs if at > 0 and parsed.lower(at - 1) in _BEFORE_SPEECH and _quotes(parsed, at)]
    for at in inverted:
        phrase = phrase_from(parsed, at + 1, prepositions=_INTO)
        leads_on = phrase is not None and phrase.last < len(parsed.chunks) and parsed.lower(phrase.last) == "that"
        told = _from(parsed, phrase, vocabulary=vocabulary, who=who) if phrase is not None and not leads_on else None
        if told is not None:
            return told
    for at in verbs:
        phrase = _author(parsed, subject_of(parsed, at))
        speech = _says(parsed, at)
        told = _from(parsed, phrase, vocabulary=vocabulary, who=who, speech=speech) if phrase is not None else None
        if told is not None and (told.speaker is not None or told.document):
            return told
    return None


def _author(parsed: Parsed, phrase: Phrase | None) -> Phrase | None:
    """Who made a document: X in "a survey released by X found"."""
    if phrase is None or phrase.last + 1 >= len(parsed.chunks):
        return phrase
    group = parsed.chunks[phrase.last].verb
    made = group is not None and group.tense is Tense.PARTICIPLE and parsed.lower(phrase.last + 1) == "by"
    return phrase_from(parsed, phrase.last + 2, prepositions=_INTO) or phrase if made else phrase


def _reports(group: VerbGroup) -> bool:
    return (
        (group.has("report") or group.has("rank") or group.lemma == "find")
        and group.tense in FINITE
        and not group.passive
        and not group.intends
    )


def _quotes(parsed: Parsed, at: int) -> bool:
    """Whether the speaker may stand behind a verb: ", said X", and never ", told a meeting"."""
    group = parsed.chunks[at].verb
    return group is not None and group.lemma in {"say", "add", "note", "explain"}


def _says(parsed: Parsed, at: int) -> bool:
    group = parsed.chunks[at].verb
    return group is not None and group.lemma in {"say", "add", "note", "explain", "tell"}


def _from(
    parsed: Parsed, phrase: Phrase, *, vocabulary: Vocabulary, who: Who, speech: bool = True
) -> Attribution | None:
    """The attribution to a phrase: a name, people without one, or figures of a named body."""
    begins = parsed.tagged.tokens[parsed.chunks[0].first].lower
    carries = begins in _ABOUT_ITSELF
    words = parsed.words(phrase.first, phrase.last)
    found = {role_of(word.strip(",."), vocabulary) for word in words.split()} & _SPEAKS
    named = who(parsed, phrase)
    if named is not None:
        return Attribution(named, carries, document="plan" in found)
    head = _bare(parsed, phrase)
    if "plan" in found and "people" not in found:
        return Attribution(None, carries, document=True)
    if "people" in found and head:
        return Attribution(head, carries, document="plan" in found)
    if found & {"figures", "plan"} or "figures" in words.lower().split():
        return Attribution(_issuer(head), carries, document="plan" in found)
    return Attribution(head, carries) if speech and head else None


def _bare(parsed: Parsed, phrase: Phrase) -> str:
    """The words of a phrase without what only points: "the city's latest figures" → city's figures."""
    chunk = parsed.chunks[phrase.first]
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    points = {t.DETERMINER, t.POSSESSIVE}
    kept = [at for at in range(chunk.first, chunk.last) if tags[at] not in points and tokens[at].lower not in _NEWS]
    return "".join(tokens[at].text if tags[at] == t.GENITIVE or at == kept[0] else f" {tokens[at].text}" for at in kept)


def _issuer(head: str) -> str | None:
    """Official figures are somebody's; the latest figures are nobody's."""
    return head if " " in head else None


# ---------------------------------------------------------------- direct speech over sentences


def opens_quote(text: str) -> bool:
    """Whether a sentence begins in direct speech."""
    return text[:1] in _QUOTES


def quote_depth(text: str, *, inside: bool) -> bool:
    """Whether direct speech is still open behind a sentence."""
    for letter in text:
        if letter == "“":
            inside = True
        elif letter == "”":
            inside = False
        elif letter == '"':
            inside = not inside
    return inside


def speakers(
    told: Sequence[Attribution | None], *, quoted: Sequence[bool], paragraphs: Sequence[int]
) -> tuple[str | None, ...]:
    """S4: the speaker of each sentence; direct speech is carried over sentences of a paragraph and into the next."""
    found = [each.speaker if each is not None else None for each in told]
    for at, each in enumerate(told):
        if (
            each is not None
            and each.carries_on
            and at > 0
            and found[at - 1] is None
            and paragraphs[at - 1] == paragraphs[at]
        ):
            found[at - 1] = each.speaker
    for at in range(len(told)):
        if found[at] is None and quoted[at]:
            found[at] = _of_quote(at, found=found, told=told, quoted=quoted, paragraphs=paragraphs)
    return tuple(found)


def _of_quote(
    at: int,
    *,
    found: Sequence[str | None],
    told: Sequence[Attribution | None],
    quoted: Sequence[bool],
    paragraphs: Sequence[int],
) -> str | None:
    for other in range(at + 1, len(told)):
        if paragraphs[other] != paragraphs[at] or not quoted[other]:
            break
        if found[other] is not None:
            return found[other]
    if at > 0 and found[at - 1] is not None and (paragraphs[at - 1] == paragraphs[at] or quoted[at]):
        return found[at - 1]
    return None
