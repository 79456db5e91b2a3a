"""What verb group states an aim: "plans to", "will", "wants its buses to", "is committed to" (rules A1 to A4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.words import tags as t

#: Verbs that tell what comes of something rather than what somebody sets out to do.
_OUTCOMES: Final = frozenset(
    {
        "help",
        "be",
        "allow",
        "enable",
        "see",
        "continue",
        "remain",
        "benefit",
        "need",
        "mean",
        "depend",
        "face",
        "have",
        "come",
        "take",
        "say",
        "show",
        "get",
        "go",
        "lag",
        "fail",
        "lose",
        "suffer",
        "fall",
        "struggle",
    }
)
#: Verbs that tell of a reply, whose means are told and no end: "hopes to answer with training".
_REPLIES: Final = frozenset({"answer", "reply", "respond", "react"})
#: Verbs of which an object and an infinitive tell what is wanted.
_WISHES: Final = frozenset({"want", "like", "wish"})
#: What tells the purpose of a thing, or what it makes possible.
_PURPOSES: Final = frozenset({"able", "meant", "intended", "designed", "supposed"})
#: Verbs that promise a thing by themselves.
_PROMISES: Final = frozenset({"promise", "pledge"})


def states_aim(parsed: Parsed, at: int, *, plans: frozenset[str], is_due: Callable[[int], bool]) -> str | None:
    """The rule by which a verb group states an aim, A1 to A4; None where it states none."""
    group = parsed.chunks[at].verb
    if group is None or group.negated or not (group.verbs or _is_to_be(parsed, at)):
        return None
    if _is_promise(parsed, at) and is_due(at):
        return "A1"
    if group.tense is Tense.INFINITIVE and not group.intends:
        return _of_infinitive(parsed, at, plans=plans)
    if group.tense is Tense.PRESENT and {t.GERUND, t.BE} <= set(tags_of(parsed, at)):
        return "A4" if is_due(at) else None
    if group.tense is Tense.GERUND and at > 1:
        return _of_gerund(parsed, at, plans=plans)
    return _of_intention(parsed, at, is_due=is_due) if group.intends else None


def _of_infinitive(parsed: Parsed, at: int, *, plans: frozenset[str]) -> str | None:
    """A1 behind what is wanted, A3 behind a plan."""
    if at > 1 and _is_wished(parsed, at):
        return "A1"
    group = parsed.chunks[at].verb
    is_state = group is None or group.lemma in {"be", "have"}
    return "A3" if at > 0 and not is_state and parsed.lower(at - 1).split()[-1] in plans else None


def _of_gerund(parsed: Parsed, at: int, *, plans: frozenset[str]) -> str | None:
    """A1 in "is committed to cutting", A3 behind the "of" of a plan."""
    link = parsed.lower(at - 1)
    if link == "of":
        return "A3" if parsed.lower(at - 2).split()[-1] in plans else None
    before = parsed.chunks[at - 2].verb
    told = before.lemma if before is not None and before.passive else ""
    return "A1" if (told, link) in {("commit", "to"), ("aim", "at")} else None


def _of_intention(parsed: Parsed, at: int, *, is_due: Callable[[int], bool]) -> str | None:
    """A1 of what is or is planned to be done, A2 of what will be."""
    chunk = parsed.chunks[at]
    group = chunk.verb
    words = [parsed.tagged.tokens[index].lower for index in range(chunk.first, chunk.last)]
    if group is None or group.lemma in _REPLIES or (group.lemma in _OUTCOMES and "to" not in words):
        return None
    if "to" in words:
        return "A1" if group.lemma != "be" or is_due(at) or _is_to_become(parsed, at) else None
    goes_on = group.coordinated and words[0] == group.lemma
    return "A2" if words[0] in {"will", "shall", "'ll", "’ll"} or goes_on else None


def says_purpose(parsed: Parsed, at: int) -> bool:
    """Whether a verb group tells what something is for or lets be, or is no finite one: "is meant to", "hoping to"."""
    chunk = parsed.chunks[at]
    words = {token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last]}
    return parsed.tagged.tags[chunk.first] == t.GERUND or not _PURPOSES.isdisjoint(words)


def tags_of(parsed: Parsed, at: int) -> tuple[str, ...]:
    """The tags of the words of a chunk."""
    chunk = parsed.chunks[at]
    return parsed.tagged.tags[chunk.first : chunk.last]


def _is_promise(parsed: Parsed, at: int) -> bool:
    """Whether a verb promises a thing: "has promised free rides by 2024"."""
    group = parsed.chunks[at].verb
    is_told = group is not None and not group.passive and group.tense in FINITE and group.lemma in _PROMISES
    return is_told and at + 1 < len(parsed.chunks) and parsed.chunks[at + 1].kind is Kind.NOUN


def _is_to_become(parsed: Parsed, at: int) -> bool:
    """Whether somebody means to be something: "wants to be the first town to", unlike "is to be"."""
    chunk = parsed.chunks[at]
    behind = parsed.tagged.tags[chunk.last] if chunk.last < len(parsed.tagged.tags) else ""
    return parsed.tagged.tags[chunk.first] != t.BE and behind in {t.DETERMINER, t.NAME}


def _is_to_be(parsed: Parsed, at: int) -> bool:
    """Whether "to be" or "being" is what somebody wants: "wants to be a hub", "the goal of being carbon neutral"."""
    group = parsed.chunks[at].verb
    is_named = group is not None and group.tense is Tense.GERUND and parsed.lower(at - 1) == "of" if at > 1 else False
    return is_named or (at > 1 and _is_wished(parsed, at)) or _is_to_become(parsed, at)


def _is_wished(parsed: Parsed, at: int) -> bool:
    """Whether an infinitive tells what somebody wants of something: "wants its buses to be electric"."""
    if parsed.chunks[at - 1].kind is not Kind.NOUN:
        return False
    wish = parsed.chunks[at - 2].verb
    if at > 2 and parsed.lower(at - 3) == "i":
        return False  # what a person quoted would like to see
    return wish is not None and wish.lemma in _WISHES and (wish.tense is Tense.PRESENT or wish.intends)
