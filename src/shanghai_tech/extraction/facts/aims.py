"""Targets without a number: an actor and what it means to do (rules A1 to A5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.facts.openings import tells_opening
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from, subject_of
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import Tense, VerbGroup
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

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
_INSIDE: Final = frozenset({'"', "“", "”", "'", "’", "‘", "(", ")"})
_LONGEST: Final = 14


@frozen(kw_only=True)
class Aim:
    """An aim by the span of its words; `actor` is the phrase of whose aim it is."""

    verb: int
    last: int
    span: Span
    label: str
    actor: Phrase
    rule: str


def aims(parsed: Parsed, vocabulary: Vocabulary, *, is_due: Callable[[int], bool]) -> Iterator[Aim]:
    """The aims of a sentence that hold no amount; `is_due` tells whether what a verb group says lies ahead.

    A1 an actor plans, aims, seeks, … to do something; A2 an actor will do something; A3 its plan or ambition
    to do something; A4 what it is doing is due after the day of publication; A5 something is to open, start, be ready
    or end after it, whatever it is.
    """
    plans = words_for("plan", vocabulary)
    for at, chunk in enumerate(parsed.chunks):
        rule = _states_aim(parsed, at, plans=plans, is_due=is_due)
        is_relative = at > 0 and parsed.lower(at - 1) in {"that", "which", "who"}
        if (
            chunk.verb is not None
            and _may_open(chunk.verb, is_relative=is_relative)
            and tells_opening(parsed, at, vocabulary)
            and (is_due(at) or _is_built(parsed, at))
        ):
            rule = "A5"
        if rule is None:
            continue
        actor = _actor(parsed, at, rule=rule)
        last = _end(parsed, at)
        if (
            actor is None
            or _is_counted_or_asked(parsed, at, actor=actor)
            or not _says_what(parsed, at, last, rule=rule)
        ):
            continue
        first = _content(parsed, chunk)
        words = parsed.tagged.words(first, parsed.chunks[last - 1].last)
        span = parsed.tagged.span(first, parsed.chunks[last - 1].last)
        yield Aim(verb=at, last=last, span=span, label=" ".join(words.split()[:_LONGEST]), actor=actor, rule=rule)


def _may_open(group: VerbGroup, *, is_relative: bool) -> bool:
    """Whether a group can tell of an opening to come: "will open", "opens next year"; "which opens" only says which."""
    return group.intends or (
        not is_relative and group.tense is Tense.PRESENT and group.has("begin") and not group.passive
    )


def _is_built(parsed: Parsed, at: int) -> bool:
    """Whether a group tells of what is to be made, though not when: "a second hall will be built in Cork"."""
    group, chunk = parsed.chunks[at].verb, parsed.chunks[at]
    words = {parsed.tagged.tokens[index].lower for index in range(chunk.first, chunk.last)}
    return group is not None and group.passive and group.has("make") and bool({"will", "to"} & words)


def _is_counted_or_asked(parsed: Parsed, at: int, *, actor: Phrase) -> bool:
    """Whether the subject is an amount, whose fact tells the aim, or what is told is no aim but how or whether."""
    is_counted = any(chunk.kind is Kind.AMOUNT for chunk in parsed.chunks[actor.first : actor.last])
    is_relative = any(chunk.kind is Kind.SUBORDINATOR for chunk in parsed.chunks[actor.last : at])
    if is_counted and not is_relative:
        return True
    return actor.first > 0 and parsed.lower(actor.first - 1) in {"how", "whether", "if", "why", "unless"}


def _says_what(parsed: Parsed, at: int, last: int, *, rule: str) -> bool:
    """Whether an aim has an object, or is an opening; one with an amount is no bare aim."""
    chunks = parsed.chunks[at + 1 : last]
    if any(chunk.kind is Kind.AMOUNT for chunk in chunks):
        return False
    nouns = [chunk for chunk in chunks if chunk.kind is Kind.NOUN]
    return rule == "A5" or any(parsed.tagged.tags[chunk.last - 1] not in {t.PRONOUN, t.NUMBER} for chunk in nouns)


def _actor(parsed: Parsed, at: int, *, rule: str) -> Phrase | None:
    """Whose aim it is: the owner of a plan, else the subject."""
    owner = at - 2 if parsed.lower(at - 1) == "of" else at - 1
    if rule == "A3" and {t.GENITIVE, t.POSSESSIVE} & set(_tags(parsed, owner)):
        return Phrase(owner, owner + 1)
    group = parsed.chunks[at].verb
    if group is not None and group.passive and parsed.lower(min(at + 1, len(parsed.chunks) - 1)) == "by":
        return phrase_from(parsed, at + 2)  # "will be used by the carrier for data centers"
    return subject_of(parsed, at)


def _tags(parsed: Parsed, at: int) -> tuple[str, ...]:
    chunk = parsed.chunks[at]
    return parsed.tagged.tags[chunk.first : chunk.last]


def _states_aim(parsed: Parsed, at: int, *, plans: frozenset[str], is_due: Callable[[int], bool]) -> str | None:
    chunk = parsed.chunks[at]
    group = chunk.verb
    if group is None or group.negated or not group.verbs:
        return None
    words = [parsed.tagged.tokens[index].lower for index in range(chunk.first, chunk.last)]
    if group.tense is Tense.INFINITIVE and not group.intends:
        owned = at > 0 and parsed.lower(at - 1).split()[-1] in plans and group.lemma not in {"be", "have"}
        return "A3" if owned else None
    if group.tense is Tense.PRESENT and t.GERUND in _tags(parsed, at) and t.BE in _tags(parsed, at):
        return "A4" if is_due(at) else None
    if group.tense is Tense.GERUND and at > 1 and parsed.lower(at - 1) == "of":
        return "A3" if parsed.lower(at - 2).split()[-1] in plans else None
    if not group.intends or group.lemma in _REPLIES or (group.lemma in _OUTCOMES and "to" not in words):
        return None
    if "to" in words:
        return "A1" if group.lemma != "be" or is_due(at) else None
    goes_on = group.coordinated and words[0] == group.lemma
    return "A2" if words[0] in {"will", "shall", "'ll", "’ll"} or goes_on else None


def _content(parsed: Parsed, chunk: Chunk) -> int:
    """The token of the verb that says what is aimed at."""
    tags = parsed.tagged.tags
    return max(
        (index for index in range(chunk.first, chunk.last) if tags[index] in {t.PRESENT, t.PARTICIPLE, t.GERUND}),
        default=chunk.first,
    )


def _is_aside(parsed: Parsed, comma: int) -> bool:
    """Whether nothing but a time stands between two commas: "to become, by 2030, a center"."""
    last = comma + 2
    return last < len(parsed.chunks) and parsed.chunks[comma + 1].kind is Kind.TIME and parsed.lower(last) == ","


def _end(parsed: Parsed, at: int) -> int:
    """Where the words of an aim end: before a mark, a further clause or an attribution."""
    index = at + 1
    while index < len(parsed.chunks):
        chunk = parsed.chunks[index]
        if parsed.lower(index) == "," and _is_aside(parsed, index):
            index += 3
            continue
        if chunk.kind is Kind.MARK and parsed.lower(index) not in _INSIDE:
            break
        if chunk.kind is Kind.SUBORDINATOR:
            break
        if chunk.kind is Kind.VERB and chunk.verb is not None and chunk.verb.intends:
            break
        index += 1
    index = _before_means(parsed, at + 1, last=index)
    while index > at + 1 and parsed.chunks[index - 1].kind in {Kind.CONJUNCTION, Kind.PREPOSITION}:
        index -= 1
    return index


def _before_means(parsed: Parsed, first: int, *, last: int) -> int:
    """Where an aim ends before the means to it: "speed up its push through two agreements"."""
    for at in range(first + 1, last):
        if parsed.chunks[at].kind is Kind.AMOUNT and parsed.lower(at - 1) in {"through", "with", "by", "via"}:
            return at - 1
    return last
