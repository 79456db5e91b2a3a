"""Which way a clause looks from the day of publication: back at what was, or ahead."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.times.lexicon import time_lexicon
from shanghai_tech.mentions.words import tags
from shanghai_tech.mentions.words.inflection import verb_forms
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary


class Direction(Enum):
    """Where what a clause tells lies, seen from the day of publication."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


#: How many tokens away a verb may stand and still be taken for the verb of the clause.
_REACH: Final = 25
_ABLE: Final = frozenset({"can", "could", "can't", "cannot", "couldn't"})
_PAST_BE: Final = frozenset({"was", "were", "been", "wasn't", "weren't"})
_AUXILIARIES: Final = frozenset({tags.MODAL, tags.BE, tags.HAVE, tags.DO})
_PARTS_CLAUSES: Final = frozenset({tags.PUNCT, tags.CONJUNCTION, tags.SUBORDINATOR, tags.PRONOUN, tags.TO})
_BEFORE_NOUNS: Final = frozenset({tags.DETERMINER, tags.POSSESSIVE, tags.ADJECTIVE, tags.PREPOSITION, tags.GENITIVE})


def direction(
    sentence: Tagged, *, first: int, last: int, vocabulary: Vocabulary, only_right: bool = False
) -> Direction | None:
    """The direction of the verb that is nearest to tokens `first` up to `last` in their clause, first on the left.

    None where the clause has no verb.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.model import Span
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> for text in ("It was opened in March", "It is to be opened in March", "It plans to open in March"):
    ...     sentence = tagged(text, Span(0, len(text)), vocabulary)
    ...     last = len(sentence.tokens)
    ...     print(direction(sentence, first=last - 1, last=last, vocabulary=vocabulary))
    Direction.PAST
    Direction.FUTURE
    Direction.FUTURE
    """
    clause = _Clause(sentence.tokens, sentence.tags, vocabulary)
    left = None if only_right else clause.verb(range(first - 1, max(-1, first - _REACH), -1), finite=False)
    if left is not None:
        return clause.direction_of(left, first=first)
    right = clause.verb(range(last, min(len(sentence.tokens), last + _REACH)), finite=True)
    found = None if right is None else clause.direction_of(right, first=first)
    return None if found == Direction.PRESENT else found  # what is said of a date in front tells little in the present


@frozen
class _Clause:
    """Questions to the tokens around a time expression."""

    tokens: Sequence[Token]
    tags: Sequence[str]
    vocabulary: Vocabulary

    def tag(self, place: int) -> str:
        """The tag of a token; forms of the past that were not taken for verbs count as such."""
        tag = self.tags[place]
        if tag in tags.VERBS or tag not in {tags.NOUN, tags.ADJECTIVE}:
            return tag
        word = self.tokens[place].lower
        before = self.tags[place - 1] if place else ""
        if word.endswith("ed"):
            return tag if len(word) < 5 or before in _BEFORE_NOUNS else tags.PAST
        forms = {form.tag for form in verb_forms(word, self.vocabulary)}
        return tags.PAST if forms == {tags.PAST} and before not in {tags.DETERMINER, tags.POSSESSIVE} else tag

    def verb(self, places: range, *, finite: bool) -> int | None:
        """The first verb among some tokens, before the clause ends; one that is `finite` is no bare participle."""
        for place in places:
            tag = self.tag(place)
            if tag == tags.SUBORDINATOR or self.tokens[place].lower in {";", ":"}:
                return None
            is_verb = tag in tags.VERBS and tag != tags.GERUND and not (finite and tag == tags.PARTICIPLE)
            if is_verb and not (tag == tags.PRESENT and self._may_be_noun(place)):
                return place
        return None

    def _may_be_noun(self, place: int) -> bool:
        """Whether a present form has another verb before it and nothing parts the two: "had filed reports"."""
        if self.tags[place - 1] not in {tags.NOUN, tags.NAME, tags.ADJECTIVE, tags.NUMBER} or not place:
            return False
        for before in range(place - 1, max(-1, place - 8), -1):
            tag = self.tag(before)
            if tag in tags.VERBS and tag != tags.GERUND:
                return True
            if tag in _PARTS_CLAUSES:
                return False
        return self.tokens[place - 1].kind == "number"

    def direction_of(self, verb: int, *, first: int) -> Direction:
        """What the verb at a token tells of a time at token `first`, with the auxiliaries before the verb."""
        begin = self._group_start(verb)
        if begin and self.tags[begin - 1] == tags.TO:
            return self._infinitive(begin - 1)
        opening = self.tag(begin)
        if opening == tags.MODAL:
            return self._modal(begin)
        if self.commits(verb) and verb < first and (self.tokens[first - 1].lower == "for" or first - verb > 3):
            return Direction.FUTURE  # "was scheduled for March", "planned a rally on Friday"; not "predicted on Friday"
        if opening in {tags.HAVE, tags.PAST} or self.tokens[begin].lower == "did":
            return Direction.PAST
        if opening == tags.BE:
            return self._with_be(begin, verb=verb)
        if opening == tags.PARTICIPLE:
            return Direction.FUTURE if self.commits(verb) else Direction.PAST
        return self._present(verb, first=first)

    def _modal(self, begin: int) -> Direction:
        """What a modal tells: "will" looks ahead, "can" does not, "could not" looks back."""
        word = self.tokens[begin].lower
        following = self.tokens[begin + 1].lower if begin + 1 < len(self.tokens) else ""
        if word == "couldn't" or (word == "could" and following == "not"):
            return Direction.PAST
        return Direction.PRESENT if word in _ABLE else Direction.FUTURE

    def commits(self, place: int) -> bool:
        """Whether the verb at a token states an intention."""
        forms = verb_forms(self.tokens[place].lower, self.vocabulary)
        return any("commit" in form.verb.roles for form in forms)

    def _group_start(self, verb: int) -> int:
        """The first auxiliary of the group that ends in the verb."""
        start = verb
        for place in range(verb - 1, max(-1, verb - 5), -1):
            if self.tags[place] in _AUXILIARIES:
                start = place
            elif self.tags[place] != tags.ADVERB:
                break
        return start

    def _with_be(self, begin: int, *, verb: int) -> Direction:
        """A form of "be" and what follows it: "was held", "is expected", "is being built"."""
        if self.tokens[begin].lower in _PAST_BE:
            return Direction.PAST
        following = self.tags[verb + 1] if verb + 1 < len(self.tags) else ""
        ahead = self.commits(verb) or following == tags.TO or self.tags[verb] == tags.GERUND
        return Direction.FUTURE if ahead else Direction.PRESENT

    def _present(self, verb: int, *, first: int) -> Direction:
        """A present form, or the second of two infinitives: "to build and open in March"."""
        joined = verb - 1 if self.tags[verb - 1] != tags.ADVERB else verb - 2
        if joined > 0 and self.tags[joined] == tags.CONJUNCTION:
            other = self.verb(range(joined - 1, max(-1, joined - _REACH), -1), finite=False)
            if other is not None and self._group_start(other) and self.tags[self._group_start(other) - 1] == tags.TO:
                return self.direction_of(other, first=first)
        return Direction.FUTURE if self.commits(verb) else Direction.PRESENT

    def _infinitive(self, to: int) -> Direction:
        """An infinitive looks ahead, except behind what has come about: "rose to reach", "helped it to grow"."""
        for place in range(to - 1, max(-1, to - 9), -1):
            tag = self.tag(place)
            if tag in {tags.PAST, tags.PARTICIPLE}:
                return Direction.PAST if self._came_about(place) else Direction.FUTURE
            if tag in tags.VERBS or self.tokens[place].lower in {";", ":"}:
                break
        return Direction.FUTURE

    def _came_about(self, place: int) -> bool:
        word = self.tokens[place].lower
        roles = {role for form in verb_forms(word, self.vocabulary) for role in form.verb.roles}
        return bool(roles & {"rise", "fall", "measure"}) or time_lexicon(self.vocabulary).among(word, "come_about")
