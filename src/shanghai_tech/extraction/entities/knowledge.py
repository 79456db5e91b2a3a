"""What the vocabulary knows about posts, common nouns and acts, as names are told apart with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from shanghai_tech.mentions.names.shapes import is_word_of_person
from shanghai_tech.mentions.names.tables import NameTables, name_tables, plain
from shanghai_tech.mentions.words.inflection import inflections, singular, verb_forms
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.name_entries import HeadWord, Place, Referent
from shanghai_tech.vocabulary.word_entries import Verb

_LONGEST_PERSON: Final = 3
#: Plurals of posts that are forms of verbs as well.
_ALSO_VERBS: Final = frozenset({"leads", "partners", "engineers", "designs", "judges", "nurses"})
#: Classes of words that stand in names of bodies and things, not of persons.
_OF_THINGS: Final = ("field", "term", "common", "mass", "adjective")


@frozen(eq=False)
class Knowledge:
    """Tables of a vocabulary for telling what names name."""

    vocabulary: Vocabulary = field(repr=False)
    tables: NameTables = field(repr=False)
    referents: Mapping[str, Referent]
    places: Mapping[str, Place]
    posts_by_last_word: Mapping[str, tuple[tuple[str, ...], ...]]
    plural_posts: Mapping[str, tuple[tuple[str, ...], ...]]
    entries: Mapping[tuple[str, ...], str]
    namesakes: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[str, ...]]
    places_by_name: Mapping[str, Place]
    widths: Mapping[str, int]
    acts: Mapping[str, str]

    def referent(self, words: Sequence[str], *, plural: bool = False) -> Referent | None:
        """What the common noun that ends some words can stand for, by its last three words, two, or one."""
        last = singular(words[-1], self.vocabulary) if plural else words[-1]
        for length in (3, 2, 1):
            found = self.referents.get(" ".join((*words[-length:-1], last))) if length <= len(words) else None
            if found is not None:
                return found
        return None

    def level(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """The kinds of places that a government governs by the words before its noun: "municipal"; None without any."""
        return next((self.levels[word] for word in words if word in self.levels), None)

    def post_end(self, tokens: Sequence[Token], at: int) -> int:
        """The end of the post that begins at a token; the token itself where none does."""
        if not 0 <= at < len(tokens):
            return at
        end = self.tables.post_at(tokens, at, last=len(tokens))
        return end if end > at else self._posts_end(tokens, at)

    def _posts_end(self, tokens: Sequence[Token], at: int) -> int:
        """The end of a post in the plural, "vice presidents", that begins at a token; the token where none does."""
        for phrase in self.plural_posts.get(plain(tokens[at].lower), ()):
            end = at + len(phrase)
            if all(plain(token.lower) == word for token, word in zip(tokens[at:end], phrase, strict=False)):
                owns = end < len(tokens) and tokens[end].text in {"'", "’"}  # "a residents' group"
                return end if end <= len(tokens) and not owns else at
        return at

    def is_plural_post(self, word: str) -> bool:
        """Whether a word tells a post or occupation of several persons: "architects"."""
        return any(phrase[-1] == word for phrase in self.plural_posts.get(word, ()))

    def ends_post(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a post ends with a token: "… vice mayor"."""
        if not 0 <= at < len(tokens):
            return False
        for phrase in self.posts_by_last_word.get(tokens[at].lower, ()):
            first = at + 1 - len(phrase)
            words = tokens[max(0, first) : at + 1]
            if first >= 0 and all(plain(token.lower) == word for token, word in zip(words, phrase, strict=True)):
                return True
        return False

    def has_role(self, word: str, role: str) -> bool:
        """Whether a word is a form of a verb with a role: "report"."""
        return any(role in form.verb.roles for form in verb_forms(word, self.vocabulary))

    def is_act_of_body(self, word: str) -> bool:
        """Whether persons and bodies do what the verb says, and things do not."""
        return any(self.tables.has("body_verb", form.verb.id) for form in verb_forms(word, self.vocabulary))

    def is_personal(self, name: str) -> bool:
        """Whether a few plain words, and initials, could be a person's name: none is a word for a field or a body."""
        words = name.split()
        spelled = sum(len(word.rstrip(".")) > 1 for word in words)
        if len(words) < 2 or not 0 < spelled <= _LONGEST_PERSON or not all(map(is_word_of_person, words)):
            return False
        lower = [word.lower() for word in words]
        if lower[0] in self.tables.lengths or any(word in self.tables.heads for word in lower):
            return False
        return not any(self.tables.has(each, word) for each in _OF_THINGS for word in lower)

    def verb(self, word: str) -> str:
        """The base form of the verb that a word is a form of; empty for other words."""
        return next((form.verb.id for form in verb_forms(word, self.vocabulary)), self.acts.get(word, ""))

    def head(self, word: str) -> HeadWord | None:
        """The head word or legal form that a word is."""
        return self.tables.heads.get(word.rstrip(".").lower())

    def is_legal(self, name: str) -> bool:
        """Whether a name ends in a legal form or the word for a group."""
        head = self.head(name.rsplit(maxsplit=1)[-1])
        return head is not None and head.role == "suffix"

    def place_named(self, name: str) -> Place | None:
        """The first place of a name; None where no place is known by it."""
        return self.places_by_name.get(name)

    def city_of(self, entry: str) -> str:
        """The id of the city or emirate that a place is or lies in; nothing where there is none."""
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
    tables = name_tables(vocabulary)
    posts: dict[str, tuple[tuple[str, ...], ...]] = {}
    plurals: dict[str, tuple[tuple[str, ...], ...]] = {}
    for post in vocabulary.post:
        phrase = tuple(post.id.split())
        many = (*phrase[:-1], f"{phrase[-1]}s")
        for each in (phrase, many) if not tables.has("leading", many[-1]) else (phrase,):
            posts[each[-1]] = (*posts.get(each[-1], ()), each)
        if not tables.has("leading", many[-1]) and many[-1] not in _ALSO_VERBS:
            plurals[many[0]] = (*plurals.get(many[0], ()), many)
    return Knowledge(
        vocabulary,
        tables,
        {referent.id: referent for referent in vocabulary.referent},
        {place.id: place for place in vocabulary.place},
        posts,
        plurals,
        _entries(vocabulary),
        _namesakes(vocabulary),
        {level.id: level.governs for level in vocabulary.government_level},
        {name: place for place in reversed(vocabulary.place) for name in place.names},
        {kind.id: kind.width for kind in vocabulary.place_kind},
        _acts(tables),
    )


def _acts(tables: NameTables) -> dict[str, str]:
    """The forms of the verbs whose subject is a body, those included that the vocabulary holds for nothing else."""
    verbs = sorted(tables.classes.get("agent_verb", frozenset()))
    return {form: verb for verb in verbs for form, _ in inflections(Verb(id=verb))}


def _namesakes(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The places that share a name, under the id of each of them."""
    by_name: dict[str, list[str]] = {}
    for place in vocabulary.place:
        for name in place.names:
            by_name.setdefault(name, []).append(place.id)
    return {entry: tuple(ids) for ids in by_name.values() if len(ids) > 1 for entry in ids}


def _entries(vocabulary: Vocabulary) -> dict[tuple[str, ...], str]:
    """The organizations by the words of their names without legal suffixes: "Mubadala Investment" for "… Company"."""
    suffixes = {head.id for head in vocabulary.head_word if head.role == "suffix"}
    found: dict[tuple[str, ...], str] = {}
    for organization in vocabulary.organization:
        for name in organization.names:
            words = plain(name).split()
            while len(words) > 1 and words[-1].lower() in suffixes:
                words.pop()
            found.setdefault(tuple(words), organization.id)
    return found
