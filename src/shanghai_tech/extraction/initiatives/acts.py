"""Which act a verb tells, and by whom it is done where it is passive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, listed_from
from shanghai_tech.extraction.grammar.verb_groups import VerbGroup
from shanghai_tech.extraction.initiatives.undertakings import Sight
from shanghai_tech.vocabulary.word_entries import Act

#: The words that belong to a verb, and "by" and whoever did it, are looked for in so many chunks behind it.
_LONGEST: Final = 5
_FARTHEST: Final = 8
_ENDS: Final = frozenset({".", ";", ":"})


@frozen(kw_only=True)
class Told:
    """A verb that tells an act: its chunk, its group, and the chunk behind the words that belong to it."""

    at: int
    group: VerbGroup
    act: Act
    behind: int


def act_at(sight: Sight, at: int) -> Told | None:
    """The act that the verb of a chunk tells; a time may stand among its words: "broke ground in May on"."""
    parsed, group = sight.parsed, sight.parsed.chunks[at].verb
    if group is None:
        return None
    following = [
        (token.lower if parsed.chunks[index].kind is not Kind.AMOUNT else "", index)  # "put up to 5 billion yuan into"
        for index in range(at + 1, min(at + 1 + _LONGEST, len(parsed.chunks)))
        if parsed.chunks[index].kind not in {Kind.TIME, Kind.ADVERB}
        for token in parsed.tagged.tokens[parsed.chunks[index].first : parsed.chunks[index].last]
    ]
    found = sight.tables.act(group.lemma, [word for word, _ in following])
    if found is None:
        return None
    act, words = found
    return Told(at=at, group=group, act=act, behind=_behind(following, at=at, words=words))


def _behind(following: Sequence[tuple[str, int]], *, at: int, words: int) -> int:
    """The chunk behind the words of an act; the same where it goes on: "put into operation China's first line"."""
    if words == 0:
        return at + 1
    last = following[words - 1][1]
    goes_on = words < len(following) and following[words][1] == last
    return last if goes_on else last + 1


def by_whom(parsed: Parsed, at: int) -> Phrase | None:
    """The actor of a passive: "opened by Intel", "released on Monday by the city"."""
    for index in range(at + 1, min(at + _FARTHEST, len(parsed.chunks) - 1)):
        if parsed.lower(index) == "by" and parsed.chunks[index + 1].kind is Kind.NOUN:
            return listed_from(parsed, index + 1)
        if parsed.chunks[index].kind in {Kind.VERB, Kind.SUBORDINATOR} or parsed.lower(index) in _ENDS:
            break
    return None
