"""What the words around a name tell about what it names.

Each sign is a `Vote` for a kind, with the noun that told it where there was one ("NIO, an electric carmaker").
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.vocabulary.name_entries import Referent

#: How much a sign weighs: what a name says of itself, what is said of it outright, what is likely, what is possible.
CERTAIN: Final = 8.0
STRONG: Final = 4.0
FAIR: Final = 2.0
WEAK: Final = 1.0
FAINT: Final = 0.5

KINDS: Final = {"organization": NameKind.ORGANIZATION, "place": NameKind.PLACE, "other": NameKind.OTHER}


@frozen
class Vote:
    """A sign that a name is of a kind; `detail` is the kind of organization or place, `noun` the word that told it."""

    kind: NameKind
    weight: float
    detail: str = ""
    noun: str = ""


def vote_of(referent: Referent, weight: float, *, named: bool = True) -> Vote:
    """The vote of a common noun; `named` where the article calls the thing by that noun."""
    return Vote(KINDS[referent.thing], weight, referent.kinds[0], referent.id if named else "")


@frozen
class Context:
    """A name in its sentence."""

    sentence: Tagged
    mention: NameMention
    knowledge: Knowledge

    def lower(self, at: int) -> str:
        """The word at a place in small letters; nothing outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[at].lower if 0 <= at < len(tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at a place; nothing outside the sentence."""
        return self.sentence.tags[at] if 0 <= at < len(self.sentence.tags) else ""

    def has(self, name_class: str, at: int) -> bool:
        """Whether the word at a place is of a class of `name_words.toml`."""
        return self.knowledge.tables.has(name_class, self.lower(at))

    def is_word(self, name_class: str, word: str) -> bool:
        """Whether a word in small letters is of a class of words."""
        return self.knowledge.tables.has(name_class, word)

    def is_personal(self) -> bool:
        """Whether the name could be a person's by its words."""
        return self.knowledge.is_personal(self.mention.name)

    def begins_post(self, at: int) -> bool:
        """Whether a post begins at a token: "chief executive of …"."""
        return self.knowledge.post_end(self.sentence.tokens, at) > at >= 0

    def ends_post(self, at: int) -> bool:
        """Whether a post ends with a token: "… vice mayor"."""
        return self.knowledge.ends_post(self.sentence.tokens, at)

    def noun(self, at: int, *, plural: bool = False) -> Referent | None:
        """What the common noun that ends with a token can stand for."""
        near = self.sentence.tokens[max(0, at - 2) : at + 1] if at >= 0 else ()
        words = [token.lower for token in near if token.text not in {"'", "’"}]  # "citizens' group"
        return self.knowledge.referent(words, plural=plural) if words else None
