"""A sentence with who is who in it, as roles are read from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import Factory, field, frozen

from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.words.inflection import is_plural, singular
from shanghai_tech.mentions.words.tags import DETERMINER, GENITIVE, NOMINAL, POSSESSIVE

#: A role as told, and the body or place it is held at.
Told: TypeAlias = tuple[str, Entity | None]

_NEUTRAL: Final = frozenset({"it", "its"})
_BODIES: Final = (NameKind.ORGANIZATION, NameKind.PLACE)
#: A description ("the city government") has no more words than this.
_LONGEST: Final = 5
_LONGEST_POST: Final = 6
#: How many letters back a body may be named that a post is held at without a word about it.
_NEARBY: Final = 300
_LONGEST_BRACKET: Final = 6


def _by_start(scene: Scene) -> Mapping[int, tuple[Entity, int]]:
    return {name.first: (entity, name.last) for name, entity in scene.named if entity.kind in _BODIES}


def _by_end(scene: Scene) -> Mapping[int, tuple[Entity, int]]:
    return {name.last: (entity, name.first) for name, entity in scene.named if entity.kind in _BODIES}


def _starts(scene: Scene) -> frozenset[int]:
    return frozenset(name.first for name, entity in scene.named if entity.kind is NameKind.PERSON)


def _persons(scene: Scene) -> Sequence[tuple[int, Entity]]:
    """Persons with the token that their name ends before, in text order."""
    return [(name.last, entity) for name, entity in scene.named if entity.kind is NameKind.PERSON]


@frozen(eq=False)
class Scene:
    """A sentence with what its names name; `refer` tells what words at an offset point back to."""

    sentence: Tagged
    named: Sequence[tuple[NameMention, Entity]]
    refer: Callable[[str, int], Entity | None]
    knowledge: Knowledge
    _beginning: Mapping[int, tuple[Entity, int]] = field(init=False, default=Factory(_by_start, takes_self=True))
    _ending: Mapping[int, tuple[Entity, int]] = field(init=False, default=Factory(_by_end, takes_self=True))
    _persons_from: frozenset[int] = field(init=False, default=Factory(_starts, takes_self=True))
    _people: Sequence[tuple[int, Entity]] = field(init=False, default=Factory(_persons, takes_self=True))

    def lower(self, at: int) -> str:
        """The word at a place in small letters; nothing outside the sentence."""
        return self.sentence.tokens[at].lower if 0 <= at < len(self.sentence.tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at a place; nothing outside the sentence."""
        return self.sentence.tags[at] if 0 <= at < len(self.sentence.tags) else ""

    def has(self, name_class: str, at: int) -> bool:
        """Whether the word at a place is of a class of `name_words.toml`."""
        return self.knowledge.tables.has(name_class, self.lower(at))

    def governs(self, role: str) -> bool:
        """Whether who has a role governs a place: "vice mayor"."""
        return any(self.knowledge.tables.has("governing", word) for word in role.lower().replace("-", " ").split())

    def is_of_company(self, role: str) -> bool:
        """Whether a role is one that companies have, and few other bodies: "chief executive"."""
        return self.knowledge.tables.has("company_post", role.removeprefix("the ").removeprefix("its "))

    def is_at_head(self, role: str) -> bool:
        """Whether a role is one at the head of a body, rather than an occupation: "director"."""
        return self.knowledge.tables.has("head_post", role.removeprefix("the ").removeprefix("its "))

    def is_of_university(self, role: str) -> bool:
        """Whether a role is one that universities have, and few other bodies: "dean"."""
        return self.knowledge.tables.has("university_post", role.removeprefix("the ").removeprefix("its "))

    def is_plural_role(self, role: str) -> bool:
        """Whether a role is told of several persons: "co-founders"."""
        return is_plural(role.rsplit(maxsplit=1)[-1].lower(), self.knowledge.vocabulary) if role else False

    def singular_role(self, role: str) -> str:
        """The role of each of several persons: "co-founders" → co-founder."""
        head, _, last = role.rpartition(" ")
        one = singular(last.lower(), self.knowledge.vocabulary)
        return f"{head} {one}" if head else one

    def names_time(self, at: int) -> bool:
        """Whether the word at a place is that of a month, a day or a number."""
        return self.lower(at) in self.knowledge.tables.calendar

    def is_genitive(self, at: int) -> bool:
        """Whether a possessive ending stands at a place, with or without its "s": "the Board's", "Nexora Systems'"."""
        if self.tag(at) == GENITIVE:
            return True
        return self.lower(at) in {"'", "’"} and self.lower(at - 1).endswith("s") and at in self._ending

    def before_bracket(self, at: int) -> int:
        """Where what stands before a bracket ends that closes right before a token; else the token."""
        if self.lower(at - 1) == ")":
            return next((back for back in range(at - 2, at - _LONGEST_BRACKET, -1) if self.lower(back) == "("), at)
        return at

    def words(self, first: int, last: int) -> str:
        """The words from one token to another, single spaces."""
        return " ".join(self.sentence.words(first, last).split())

    def behind_article(self, at: int) -> int:
        """Where the words behind an article begin; the place itself where there is none."""
        return at + (self.tag(at) == DETERMINER)

    def post_end(self, at: int) -> int:
        """The end of the post that begins at a token; the token itself where none does."""
        return self.knowledge.post_end(self.sentence.tokens, at)

    def post_start(self, end: int) -> int:
        """Where the longest post begins that ends right before a token; the token itself where none does."""
        return next((at for at in range(max(0, end - _LONGEST_POST), end) if self.post_end(at) == end), end)

    def body_from(self, at: int) -> tuple[Entity, int] | None:
        """The body or place whose name begins at a token, and where the name ends."""
        return self._beginning.get(at)

    def body_to(self, at: int) -> Entity | None:
        """The body or place whose name, or description, ends right before a token."""
        at = at if at in self._ending else self.before_bracket(at)
        return self._ending[at][0] if at in self._ending else self.described(at)

    def body_ending(self, at: int) -> tuple[Entity, int] | None:
        """The body or place whose name ends right before a token, and where the name begins."""
        return self._ending.get(at)

    def described(self, end: int) -> Entity | None:
        """What a description that ends right before a token points back to: "the company", "company" of a chairman."""
        first = end - 1
        while first > max(0, end - _LONGEST) and self.tag(first) in NOMINAL:
            first -= 1
        if self.tag(first) in {DETERMINER, POSSESSIVE} and end - first > 1:
            return self.pointed(self.sentence.words(first, end), first)
        noun = self.lower(end - 1)
        return self.pointed(f"the {noun}", end - 1) if noun in self.knowledge.referents else None

    def pointed(self, words: str, at: int) -> Entity | None:
        """What words that stand at a token point back to."""
        return self.refer(words, self.sentence.tokens[at].start) if at < len(self.sentence.tokens) else None

    def body_meant(self, words: str, at: int) -> Entity | None:
        """The body or place that words at a token point back to; None where they mean a person.

        Behind a description that its sentence begins with, "its" is of what that describes: "The firm told X that its".
        """
        found = (self._opening(at) if words in _NEUTRAL else None) or self.pointed(words, at)
        return found if found is not None and found.kind in _BODIES else None

    def _opening(self, at: int) -> Entity | None:
        """The body that a sentence begins with a description of, before a token: "The company has sold"."""
        end = next((here for here in range(1, min(at, _LONGEST)) if self.tag(here) not in NOMINAL), 0)
        if end < 1 + (self.tag(0) == DETERMINER) or self.lower(0) != "the" or end in self._ending:
            return None
        body = self.pointed(self.sentence.words(0, end), 0)
        return body if body is not None and body.kind is NameKind.ORGANIZATION else None

    def is_near(self, entity: Entity, at: int) -> bool:
        """Whether a thing is named shortly before a token."""
        here = self.sentence.tokens[at].start
        return any(0 <= here - mention.span.start <= _NEARBY for mention in entity.mentions)

    def is_person(self, at: int) -> bool:
        """Whether the name of a person begins at a token."""
        return at in self._persons_from

    def person_ends(self, at: int) -> bool:
        """Whether the name of a person ends right before a token."""
        return any(last == at for last, _ in self._people)

    def person_before(self, at: int) -> Entity | None:
        """The last person named before a token of the sentence."""
        found = bisect_right(self._people, at, key=lambda each: each[0])
        return self._people[found - 1][1] if found else None
