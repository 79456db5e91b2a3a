"""Targets without a number: an actor and what it means to do (rules A1 to A6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.facts.aim_verbs import states_aim, tags_of
from shanghai_tech.extraction.facts.openings import tells_opening
from shanghai_tech.extraction.grammar.chunks import Chunk, Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, phrase_from, subject_of
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.grammar.verb_groups import Tense, VerbGroup
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

#: Words of a verb group that leave open whether it will be, or say that it was to be once.
_DOUBTS: Final = frozenset({"may", "might", "could", "can", "was", "were"})
_INSIDE: Final = frozenset({'"', "“", "”", "'", "’", "‘", "(", ")"})
_LONGEST: Final = 14


@frozen(kw_only=True)
class Aim:
    """An aim by the span of its words; `actor` is the phrase of whose aim it is.

    `doubtful` tells that its verb leaves open whether it comes, or says that it was to come once.
    """

    verb: int
    last: int
    span: Span
    label: str
    actor: Phrase
    rule: str
    doubtful: bool = False


def aims(parsed: Parsed, vocabulary: Vocabulary, *, is_due: Callable[[int], bool]) -> Iterator[Aim]:
    """The aims of a sentence that hold no amount; `is_due` tells whether what a verb group says lies ahead.

    A1 an actor plans, aims, seeks, … to do something; A2 an actor will do something; A3 its plan or ambition
    to do something; A4 what it is doing is due after the day of publication; A5 something is to open, start, be ready
    or end after it, whatever it is. What A1 and A2 tell of a thing that is nobody is told of it (A6).
    """
    plans = words_for("plan", vocabulary)
    for at, chunk in enumerate(parsed.chunks):
        rule = states_aim(parsed, at, plans=plans, is_due=is_due)
        is_relative = at > 0 and parsed.lower(at - 1) in {"that", "which", "who"}
        if (
            chunk.verb is not None
            and (
                _may_open(chunk.verb, is_relative=is_relative, is_doubtful=_is_doubtful(parsed, at))
                or _is_due_to(parsed, at)
            )
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
            or not _says_what(
                parsed, at, last, rule="A5" if _is_deed(parsed, at, actor, rule=rule) and is_due(at) else rule
            )
        ):
            continue
        first = _content(parsed, chunk)
        words = parsed.tagged.words(first, parsed.chunks[last - 1].last)
        span = parsed.tagged.span(first, parsed.chunks[last - 1].last)
        yield Aim(
            verb=at,
            last=last,
            span=span,
            label=" ".join(words.split()[:_LONGEST]),
            actor=actor,
            rule=rule,
            doubtful=_is_doubtful(parsed, at),
        )


def _is_doubtful(parsed: Parsed, at: int) -> bool:
    """Whether a verb group tells what may be, or what was to be and has not come: "was to be running"."""
    chunk = parsed.chunks[at]
    return not _DOUBTS.isdisjoint(token.lower for token in parsed.tagged.tokens[chunk.first : chunk.last])


def _may_open(group: VerbGroup, *, is_relative: bool, is_doubtful: bool) -> bool:
    """Whether a group can tell of an opening to come: "will open", "opens next year"; "which opens" only says which."""
    if group.intends or is_relative:
        return group.intends and not is_doubtful
    return group.tense is Tense.PRESENT and group.has("commit" if group.passive else "begin")


def _is_due_to(parsed: Parsed, at: int) -> bool:
    """Whether an infinitive tells what is due: "a hall, due to open in 2028"."""
    return at > 0 and parsed.lower(at - 1) == "due"


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


def _is_deed(parsed: Parsed, at: int, actor: Phrase, *, rule: str) -> bool:
    """Whether a verb without an object says enough: "plans to expand in 2028", unlike "the cable it plans to lay"."""
    hangs = parsed.chunks[actor.first - 1].kind in {Kind.SUBORDINATOR, Kind.NOUN, Kind.AMOUNT} if actor.first else False
    group = parsed.chunks[at].verb
    is_plain = group is not None and not group.passive and group.lemma != "be" and not _is_doubtful(parsed, at)
    ends = at + 1 < len(parsed.chunks) and parsed.chunks[at + 1].kind is Kind.TIME
    return rule == "A1" and is_plain and ends and parsed.lower(at).split()[0] != "to" and not hangs


def _says_what(parsed: Parsed, at: int, last: int, *, rule: str) -> bool:
    """Whether an aim has an object, or is an opening; one with an amount is no bare aim."""
    chunks = parsed.chunks[at + 1 : last]
    near = chunks or parsed.chunks[at + 1 : at + 3]  # "will be raised by 10 percent"
    if any(chunk.kind is Kind.AMOUNT for chunk in near):
        return False
    nouns = [chunk for chunk in chunks if chunk.kind is Kind.NOUN]
    return rule == "A5" or any(parsed.tagged.tags[chunk.last - 1] not in {t.PRONOUN, t.NUMBER} for chunk in nouns)


def _actor(parsed: Parsed, at: int, *, rule: str) -> Phrase | None:
    """Whose aim it is: the owner of a plan, else the subject."""
    owner = at - 2 if parsed.lower(at - 1) == "of" else at - 1
    if rule == "A3" and {t.GENITIVE, t.POSSESSIVE} & set(tags_of(parsed, owner)):
        return Phrase(owner, owner + 1)
    group = parsed.chunks[at].verb
    if group is not None and group.passive and parsed.lower(min(at + 1, len(parsed.chunks) - 1)) == "by":
        agent = phrase_from(parsed, at + 2)
        if agent is not None and {t.NAME, t.DETERMINER} & set(tags_of(parsed, agent.first)):
            return agent  # "will be used by the carrier for data centers", unlike "paid by fees"
    if group is not None and group.tense is Tense.INFINITIVE and rule == "A1":
        return subject_of(parsed, at - 2)
    return subject_of(parsed, at)


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
