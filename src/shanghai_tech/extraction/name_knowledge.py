"""What the vocabulary knows about posts, common nouns and acts, as names are told apart with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

from shanghai_tech.mentions.name_tables import NameTables, name_tables
from shanghai_tech.mentions.tagging import singular
from shanghai_tech.mentions.tokens import Token
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Place, Referent


@frozen(eq=False)
class Knowledge:
    """Tables of a vocabulary for telling what names name."""

    vocabulary: Vocabulary = field(repr=False)
    tables: NameTables = field(repr=False)
    referents: Mapping[str, Referent]
    places: Mapping[str, Place]
    last_words: Mapping[str, tuple[tuple[str, ...], ...]]

    def referent(self, before: str, word: str, *, plural: bool = False) -> Referent | None:
        """What a common noun can stand for, by its last two words or its last one."""
        noun = singular(word, self.vocabulary) if plural else word
        return self.referents.get(f"{before} {noun}") or self.referents.get(noun)

    def begins_post(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a post begins at a token: "chief executive of …"."""
        return at < len(tokens) and self.tables.post_at(tokens, at, last=len(tokens)) > at

    def ends_post(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a post ends with a token: "… vice mayor"."""
        if not 0 <= at < len(tokens):
            return False
        for phrase in self.last_words.get(tokens[at].lower, ()):
            first = at + 1 - len(phrase)
            if first >= 0 and all(
                token.lower == word for token, word in zip(tokens[first : at + 1], phrase, strict=True)
            ):
                return True
        return False

    def is_act_of_body(self, verb: str) -> bool:
        """Whether persons and bodies do what the verb says, and things do not."""
        return self.tables.has("body_verb", verb)

    def is_legal(self, name: str) -> bool:
        """Whether a name ends in a legal form or the word for a group."""
        head = self.tables.heads.get(name.split()[-1].rstrip(".").lower())
        return head is not None and head.role == "suffix"

    def city_of(self, entry: str) -> str:
        """The city or emirate that a place lies in, by ids; the place itself where it is one, nothing where it is none."""
        for _ in range(len(self.places)):
            place = self.places.get(entry)
            if place is None:
                return ""
            if place.kind in {"city", "emirate"}:
                return place.id
            entry = place.within
        return ""


@lru_cache(maxsize=8)
def knowledge_of(vocabulary: Vocabulary) -> Knowledge:
    """The tables of a vocabulary, made once for each."""
    last_words: dict[str, tuple[tuple[str, ...], ...]] = {}
    for post in vocabulary.post:
        phrase = tuple(post.id.split())
        last_words[phrase[-1]] = (*last_words.get(phrase[-1], ()), phrase)
    return Knowledge(
        vocabulary,
        name_tables(vocabulary),
        {referent.id: referent for referent in vocabulary.referent},
        {place.id: place for place in vocabulary.place},
        last_words,
    )
