"""Which way a clause looks from the day of publication: back at what was, or ahead."""

from __future__ import annotations

from enum import Enum
from typing import Final

from shanghai_tech.mentions import tagging as tags
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.tagging import verb_forms
from shanghai_tech.vocabulary import Vocabulary


class Direction(Enum):
    """Where what a clause tells lies, seen from the day of publication."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


#: How many tokens away a verb may stand and still be taken for the verb of the clause.
_REACH: Final = 25
_ENDS_CLAUSE: Final = frozenset({";", ":", "(", ")"})
_ABLE: Final = frozenset({"can", "could", "can't", "cannot", "couldn't"})
_PAST_BE: Final = frozenset({"was", "were", "been", "wasn't", "weren't"})


def direction(sentence: Tagged, *, first: int, last: int, vocabulary: Vocabulary) -> Direction | None:
    """The direction of the verb that is nearest to tokens `first` up to `last` in their clause, first on the left.

    None where the clause has no verb.
    """
    left = _verb(sentence, range(first - 1, max(-1, first - _REACH), -1), finite=False)
    if left is not None:
        return _direction_of(sentence, left, vocabulary=vocabulary, near=first - left <= 4)
    reach = range(last, min(len(sentence.tokens), last + _REACH))
    right = _verb(sentence, reach, finite=True)
    return None if right is None else _direction_of(sentence, right, vocabulary=vocabulary, near=False)


def _verb(sentence: Tagged, places: range, *, finite: bool) -> int | None:
    """The first verb among some tokens, before the clause ends; one that is `finite` may not be a bare participle."""
    for place in places:
        tag = sentence.tags[place]
        if tag == tags.SUBORDINATOR or sentence.tokens[place].lower in _ENDS_CLAUSE:
            return None
        if tag in tags.VERBS and tag != tags.GERUND and not (finite and tag == tags.PARTICIPLE):
            return place
    return None


def _direction_of(sentence: Tagged, verb: int, *, vocabulary: Vocabulary, near: bool) -> Direction:
    """What the verb at a token tells, with the auxiliaries before it."""
    commits = any("commit" in form.verb.roles for form in verb_forms(sentence.tokens[verb].lower, vocabulary))
    begin = _group_start(sentence, verb)
    opening = sentence.tags[begin - 1] if begin and sentence.tags[begin - 1] == tags.TO else sentence.tags[begin]
    if opening == tags.MODAL:
        return Direction.PRESENT if sentence.tokens[begin].lower in _ABLE else Direction.FUTURE
    if opening == tags.TO:
        return _infinitive(sentence, begin - 1)
    if opening == tags.HAVE or (opening == tags.DO and sentence.tokens[begin].lower.startswith("did")):
        return Direction.PAST
    if opening == tags.BE:
        return _with_be(sentence, begin, verb=verb, commits=commits)
    if opening == tags.PAST or opening == tags.PARTICIPLE:
        return Direction.FUTURE if commits and near else Direction.PAST
    return Direction.FUTURE if commits else Direction.PRESENT


def _group_start(sentence: Tagged, verb: int) -> int:
    """The first auxiliary of the group that ends in the verb."""
    start = verb
    for place in range(verb - 1, max(-1, verb - 5), -1):
        tag = sentence.tags[place]
        if tag in {tags.MODAL, tags.BE, tags.HAVE, tags.DO}:
            start = place
        elif tag != tags.ADVERB:
            break
    return start


def _with_be(sentence: Tagged, begin: int, *, verb: int, commits: bool) -> Direction:
    """A form of "be" and what follows it: "was held", "is expected", "is being built"."""
    if sentence.tokens[begin].lower in _PAST_BE:
        return Direction.PAST
    following = sentence.tags[verb + 1] if verb + 1 < len(sentence.tags) else ""
    ahead = commits or following == tags.TO or sentence.tags[verb] == tags.GERUND
    return Direction.FUTURE if ahead else Direction.PRESENT


def _infinitive(sentence: Tagged, to: int) -> Direction:
    """An infinitive looks ahead, except behind a verb of the past that is no plan ("helped it to grow in 2018")."""
    for place in range(to - 1, max(-1, to - 8), -1):
        tag = sentence.tags[place]
        if tag in {tags.MODAL, tags.PRESENT, tags.BE} or sentence.tokens[place].lower in _ENDS_CLAUSE:
            return Direction.FUTURE
        if tag == tags.HAVE:
            return Direction.PAST
    return Direction.FUTURE
