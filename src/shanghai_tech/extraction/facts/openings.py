"""Verb groups that tell of a beginning or an end: "will open", "is to be completed", "should be in operation"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.vocabulary import Vocabulary

#: Verbs that say so with what follows: "go live", "take shape", "be in place".
_LIGHT: Final = frozenset({"be", "become", "go", "get", "take", "come", "enter", "put"})
#: Verbs that say so of what runs, where they have no object.
_RUNS: Final = frozenset({"follow", "run", "operate", "arrive", "close"})
_NEAR: Final = 4


def tells_opening(parsed: Parsed, verb: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb group says that its subject opens, starts, is ready or ends, or that something is done to it."""
    group = parsed.chunks[verb].verb
    if group is None:
        return False
    if group.intends and group.passive and not group.has("report"):
        return True
    if group.has("begin") or group.lemma in _RUNS:
        return group.passive or _ends_there(parsed, verb)
    if group.passive and group.has("commit") and group.tense is Tense.PRESENT:
        return verb + 1 < len(parsed.chunks) and parsed.chunks[verb + 1].kind is Kind.TIME  # "flights are slated for"
    if group.lemma not in _LIGHT:
        return False
    running = words_for("running", vocabulary)
    for at in range(verb + 1, min(verb + 1 + _NEAR, len(parsed.chunks))):
        chunk = parsed.chunks[at]
        if chunk.kind in {Kind.TIME, Kind.MARK, Kind.VERB, Kind.AMOUNT}:
            return False
        if running & set(parsed.lower(at).split()):
            return True
    return False


def _ends_there(parsed: Parsed, verb: int) -> bool:
    """Whether the verb has no object: "production starts next year"."""
    return verb + 1 >= len(parsed.chunks) or parsed.chunks[verb + 1].kind is not Kind.NOUN
