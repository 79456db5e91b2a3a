"""A word with what stands around it, and what the vocabulary tells of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import VerbForm, verb_table
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary

_CLASS_TAGS: Final[Mapping[str, str]] = {
    "determiner": t.DETERMINER,
    "possessive": t.POSSESSIVE,
    "pronoun": t.PRONOUN,
    "preposition": t.PREPOSITION,
    "conjunction": t.CONJUNCTION,
    "subordinator": t.SUBORDINATOR,
    "modal": t.MODAL,
    "be": t.BE,
    "have": t.HAVE,
    "do": t.DO,
    "to": t.TO,
    "adverb": t.ADVERB,
    "adjective": t.ADJECTIVE,
    "noun": t.NOUN,
}
KIND_TAGS: Final[Mapping[str, str]] = {"number": t.NUMBER, "sign": t.SIGN, "possessive": t.GENITIVE}


@frozen
class WordTables:
    """Words whose class is fixed, forms of verbs, and compounds by their first word: its other words and the tag."""

    fixed: Mapping[str, str]
    forms: Mapping[str, tuple[VerbForm, ...]]
    compounds: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=8)
def word_tables(vocabulary: Vocabulary) -> WordTables:
    """The tables of a vocabulary."""
    fixed: dict[str, str] = {}
    for entry in vocabulary.word_class:
        for word in entry.words:
            fixed.setdefault(word, _CLASS_TAGS[entry.id])
    for number in vocabulary.number_word:
        fixed.setdefault(number.id, t.NUMBER)
    compounds: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for compound in vocabulary.compound:
        first, *rest = compound.id.split()
        compounds[first] = (*compounds.get(first, ()), (tuple(rest), _CLASS_TAGS[compound.tag]))
    return WordTables(fixed, verb_table(vocabulary), compounds)


def compound_at(tokens: Sequence[Token], index: int, tables: WordTables) -> tuple[str, int] | None:
    """The tag of a compound that begins at a token, and how many words it has."""
    for rest, tag in tables.compounds.get(tokens[index].lower, ()):
        words = tokens[index : index + 1 + len(rest)]
        in_name = len(words) > 2 and any(
            token.text != token.lower for token in words
        )  # "Research and Development Fund"
        if not in_name and tuple(token.lower for token in words[1:]) == rest:
            return tag, len(words)
    return None


@frozen
class Place:
    """A word with what stands around it."""

    tokens: Sequence[Token]
    index: int
    tags: Sequence[str]
    tables: WordTables

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.tokens[self.index]

    @property
    def forms(self) -> tuple[VerbForm, ...]:
        """What verbs the word may be a form of."""
        return self.tables.forms.get(self.token.lower, ())

    @property
    def before(self) -> str:
        """The tag before; empty where the sentence begins."""
        return self.tags[-1] if self.tags else ""

    @property
    def before_adverbs(self) -> str:
        """The last tag before that is no adverb's."""
        return next((tag for tag in reversed(self.tags) if tag != t.ADVERB), "")

    def ahead(self, offset: int = 1) -> Token | None:
        """The token so many places behind."""
        at = self.index + offset
        return self.tokens[at] if at < len(self.tokens) else None

    @property
    def following(self) -> str:
        """The next word in lower case."""
        token = self.ahead()
        return token.lower if token is not None else ""

    @property
    def after(self) -> str:
        """The likely tag of the next word."""
        token = self.ahead()
        if token is None:
            return t.PUNCT
        if token.kind != "word":
            return KIND_TAGS.get(token.kind, t.PUNCT)
        return self.tables.fixed.get(token.lower, t.NAME if token.text[0].isupper() else t.NOUN)

    def is_form(self, tag: str) -> bool:
        """Whether the word may be a form of a verb of that tag."""
        return any(form.tag == tag for form in self.forms)

    def has_verb(self) -> bool:
        """Whether the clause so far has a verb that may be finite."""
        for tag in reversed(self.tags):
            if tag == t.SUBORDINATOR:
                return False
            if tag in {t.PRESENT, t.PAST, t.MODAL, t.BE, t.HAVE}:
                return True
        return False


def may_be_base(word: str, tables: WordTables) -> bool:
    """Whether a word is the base form of a verb."""
    return any(form.tag == t.PRESENT and form.verb.id == word for form in tables.forms.get(word, ()))
