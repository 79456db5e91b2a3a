"""Whom a phrase names as the one who says a sentence: a person, a body, people without a name, a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.sayers import INTO
from shanghai_tech.extraction.grammar.verb_groups import Tense, VerbGroup
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.vocabulary import Vocabulary

#: What `who` makes of a phrase: the person or body it stands for, or None where it is neither.
Who = Callable[[Parsed, Phrase], Entity | None]

_SPEAKS: Final = frozenset({"figures", "people", "plan"})
_NEWS: Final = frozenset({"latest", "new", "recent", "preliminary", "available", "same"})
_ISSUED_BY: Final = frozenset({"by", "from", "of"})
_ABOUT_ITSELF: Final = frozenset({"this", "that", "these"})
_THAT_TELLS_NOTHING: Final = frozenset({t.PRONOUN, t.NUMBER, t.DETERMINER})


@frozen
class Attribution:
    """Who says a sentence.

    `carries_on` tells that it only carries on the one before it, `document` that a plan says it, `cites` that a report
    or figures are named, which later sentences may mean. Chunks before `since` and from `until` on are not attributed.
    """

    speaker: str | None
    carries_on: bool = False
    document: bool = False
    cites: bool = False
    since: int = 0
    until: int | None = None


def _role(word: str, vocabulary: Vocabulary) -> str:
    """The role of a word in an attribution: a list that ranks speaks as figures do."""
    role = role_of(word, vocabulary)
    return "figures" if role == "order" else role


@frozen
class Case:
    """A sentence, and what its phrases name; `whose` tells whom a document or figures are of."""

    parsed: Parsed
    vocabulary: Vocabulary
    who: Who
    whose: Who

    def lower(self, at: int) -> str:
        """The words of a chunk in lower case; nothing outside the sentence."""
        return self.parsed.lower(at) if 0 <= at < len(self.parsed.chunks) else ""

    def kind(self, at: int) -> Kind | None:
        """What a chunk is; None outside the sentence."""
        return self.parsed.chunks[at].kind if 0 <= at < len(self.parsed.chunks) else None

    def verb(self, at: int) -> VerbGroup | None:
        """The verb group that a chunk is."""
        return self.parsed.chunks[at].verb if 0 <= at < len(self.parsed.chunks) else None

    def roles(self, phrase: Phrase) -> frozenset[str]:
        """What the words of a phrase are to an attribution: people, a plan, figures."""
        words = self.parsed.words(phrase.first, phrase.last)
        roles = {_role(word.strip(",."), self.vocabulary) for word in words.split()} & _SPEAKS
        return frozenset(roles | {"figures"} if "figures" in words.lower().split() else roles)

    def cites(self) -> bool:
        """Whether the sentence names figures or a document."""
        return any(
            chunk.kind is Kind.NOUN and self.head_role(at) == "figures" for at, chunk in enumerate(self.parsed.chunks)
        )

    def head_role(self, at: int) -> str:
        """The role of the last word of a chunk."""
        tokens = self.parsed.tagged.tokens
        is_chunk = 0 <= at < len(self.parsed.chunks)
        return _role(tokens[self.parsed.chunks[at].last - 1].lower, self.vocabulary) if is_chunk else ""

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins at a chunk, over a form of address with its period: "Mr. Lee"."""
        word = self.lower(at)
        titled = self.lower(at + 1) == "." and any(address.id == word for address in self.vocabulary.address)
        phrase = phrase_from(self.parsed, at + 2 if titled else at, prepositions=INTO)
        joins = (
            phrase is not None
            and self.kind(phrase.last) is Kind.CONJUNCTION
            and self.kind(phrase.last + 1) is Kind.NOUN
        )
        if phrase is not None and joins and self.who(self.parsed, phrase) is None:
            longer = Phrase(phrase.first, phrase.last + 2)  # "Trade and Industry Minister Ann Lee"
            return longer if self.who(self.parsed, longer) is not None else phrase
        return phrase

    def behind_times(self, at: int) -> int:
        """Where the sentence goes on behind adverbs and times: "said on Monday that"."""
        while self.kind(at) in {Kind.ADVERB, Kind.TIME}:
            at += 1
        return at


def author(case: Case, phrase: Phrase) -> Phrase:
    """Who made a document: X in "a survey released in May by X", "the report, which was written by X"."""
    at = phrase.last + (case.lower(phrase.last) == ",")
    at += case.lower(at) in {"which", "that"}
    group = case.verb(at)
    if group is None or not (group.tense in {Tense.PARTICIPLE, Tense.PAST} or group.passive):
        return phrase
    by = case.behind_times(at + 1)
    by += case.lower(by) in {"out", "up"}  # "carried out by"
    found = case.phrase(by + 1) if case.lower(by) == "by" else None
    return found or phrase


def attributed(case: Case, phrase: Phrase, *, speech: bool = True) -> Attribution | None:
    """The attribution to a phrase: a name, people without one, or a plan or figures of a body."""
    carries = case.parsed.tagged.tokens[case.parsed.chunks[0].first].lower in _ABOUT_ITSELF
    found, cites = case.roles(phrase), case.cites()
    is_plan = "plan" in found
    named = case.who(case.parsed, phrase)
    if named is None and is_plan:
        named = case.whose(case.parsed, phrase)
    if named is not None:
        return Attribution(named.name, carries, document=is_plan, cites=cites)
    head = _bare(case.parsed, phrase)
    if is_plan and "people" not in found:
        return Attribution(None, carries, document=True)
    is_of_figures = "figures" in case.roles(Phrase(phrase.first, phrase.first + 1))
    body = _body_of(case, phrase) if is_of_figures else None
    if body is not None:
        return Attribution(body, carries, cites=True)
    if "people" in found and head:
        return Attribution(head, carries, document=is_plan, cites=cites)
    if "figures" in found:
        return Attribution(_issuer(head), carries, cites=True)
    return Attribution(head, carries, cites=cites) if speech and head else None


def _bare(parsed: Parsed, phrase: Phrase) -> str:
    """The words of a phrase without what only points: "the city's latest figures" → city's figures."""
    last = phrase.first + 1
    while last + 1 < phrase.last and parsed.chunks[last].kind is Kind.CONJUNCTION:
        last += 2
    first, end = parsed.chunks[phrase.first].first, parsed.chunks[last - 1].last
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    points = {t.DETERMINER, t.POSSESSIVE}
    kept = [at for at in range(first, end) if tags[at] not in points and tokens[at].lower not in _NEWS]
    if all(tags[at] in _THAT_TELLS_NOTHING for at in kept) or parsed.chunks[phrase.first].kind is Kind.AMOUNT:
        return ""
    return "".join(tokens[at].text if tags[at] == t.GENITIVE or at == kept[0] else f" {tokens[at].text}" for at in kept)


def _body_of(case: Case, phrase: Phrase) -> str | None:
    """The body without a name that figures are from: "data from the city's bureau of trade" → city's bureau."""
    for at in range(phrase.first + 1, phrase.last - 1):
        if case.lower(at) in _ISSUED_BY and case.head_role(at + 1) == "people":
            return _bare(case.parsed, Phrase(at + 1, phrase.last)) or None
    return None


def _issuer(head: str) -> str | None:
    """Official figures are somebody's; the latest figures are nobody's."""
    return head if " " in head else None
