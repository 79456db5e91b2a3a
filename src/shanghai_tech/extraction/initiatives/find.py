"""The sentences of an article → drafts of initiatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import evolve

from shanghai_tech.articles import Part
from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import Scene
from shanghai_tech.extraction.facts.state import Told
from shanghai_tech.extraction.facts.topics import Topic
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.initiatives.course import period_of, place_of, status_of
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.deeds import deeds
from shanghai_tech.extraction.initiatives.drafts import Draft
from shanghai_tech.extraction.initiatives.parties import participants
from shanghai_tech.extraction.initiatives.phrases import apposed, words_behind
from shanghai_tech.extraction.initiatives.tables import tables_of
from shanghai_tech.extraction.initiatives.undertakings import Sight, Undertaking
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import ends_in_plural_s
from shanghai_tech.model import InitiativeKind, Span
from shanghai_tech.vocabulary import Vocabulary

_PARTNERS: Final = 2
#: The actor is part of the evidence where it is no farther from the act than this.
_NEAR: Final = 12
_ANY: Final = frozenset({"any", "each", "every", "no"})
_NOBODY: Final = frozenset(
    {"nobody", "anybody", "everybody", "somebody", "anyone", "everyone", "someone", "none", "few"}
)
#: The name of an act has no more chunks than this.
_LONGEST: Final = 6


def find_initiatives(told: Told, topic: Topic, *, published: date | None, vocabulary: Vocabulary) -> Iterator[Draft]:
    """The initiatives that a sentence tells, each as a draft."""
    parsed = told.parsed
    sight = Sight(parsed=parsed, tables=tables_of(vocabulary), scene=topic.scene(len(parsed.chunks)))
    for deed in deeds(sight):
        scene = topic.scene(deed.verb)
        joined = participants(evolve(sight, scene=scene), deed, topic=_topic(told, topic, scene))
        if _is_generic(parsed, deed) or _has_too_few(deed, joined):
            continue
        period = period_of(parsed, deed)
        draft = Draft(
            name=_act_words(parsed, deed),
            noun=deed.act.id if deed.act is not None else deed.kind.value,
            kind=deed.kind,
            status=status_of(parsed, deed, period=period, published=published),
            participants=joined,
            place=place_of(parsed, deed, scene=scene),
            period=period,
            spans=(_span(parsed, deed),),
            rule=deed.rule,
            act=deed.rule == "D3",
            headline=told.part is Part.TITLE,
        )
        yield draft if deed.what is None or draft.act else _named(draft, deed.what)


def _named(draft: Draft, what: Undertaking) -> Draft:
    """The draft by what its undertaking is called."""
    return evolve(
        draft,
        name=what.name,
        noun=what.noun,
        own=what.entity is not None,
        points_back=what.points_back,
        definite=what.definite,
    )


def _topic(told: Told, topic: Topic, scene: Scene) -> Entity | None:
    """Whom a sentence is about; where that is no body, whom its speaker speaks for."""
    is_body = topic.entity is not None and topic.entity.kind in {NameKind.ORGANIZATION, NameKind.PLACE}
    return topic.entity if is_body or told.speaker is None else scene.ours


def _has_too_few(deed: Deed, joined: Sequence[str]) -> bool:
    """Whether fewer take part than make an undertaking: somebody who invests, two who are partners."""
    if deed.rule == "D3":
        return not joined
    return deed.rule == "D5" and deed.kind is InitiativeKind.PARTNERSHIP and len(joined) < _PARTNERS


def _is_generic(parsed: Parsed, deed: Deed) -> bool:
    """Whether an act is told of anyone who does it, or of any undertaking: "a company that moves its head office"."""
    if deed.what is not None and _opens_with(parsed, deed.what.first, _ANY):
        return True
    if deed.actor is None or deed.rule not in {"D1", "D3"}:
        return False
    chunk = parsed.chunks[deed.actor.first]
    if _opens_with(parsed, deed.actor.first, _NOBODY):
        return True
    named = any(chunk.first <= name.first < chunk.last for name in parsed.names)
    opening = parsed.tagged.tokens[chunk.first]
    if deed.rule == "D3" and deed.kind is InitiativeKind.INVESTMENT and opening.lower == "they":
        return True  # what firms or funds of a kind did in all
    is_bare = parsed.tagged.tags[chunk.first] in {t.NOUN, t.ADJECTIVE} or (chunk.first == 0 and not named)
    if is_bare and ends_in_plural_s(parsed.tagged.tokens[chunk.last - 1].lower):
        sums_up = deed.rule == "D3" and deed.kind is InitiativeKind.INVESTMENT  # "investors put 2 billion euros into"
        present = deed.group is not None and deed.group.tense is Tense.PRESENT  # "startups that move"
        return not named and (sums_up or present)
    return _opens_with(parsed, deed.actor.first, _ANY | {"a", "an"}) and not named


def _opens_with(parsed: Parsed, at: int, words: frozenset[str]) -> bool:
    return parsed.tagged.tokens[parsed.chunks[at].first].lower in words


def _act_words(parsed: Parsed, deed: Deed) -> str:
    """A name for an act that is an undertaking by itself: its kind and what the verb leads to."""
    last = min(_end(parsed, deed), deed.behind + _LONGEST)
    noun = deed.kind.value
    if deed.act is not None and deed.act.takes == "body" and deed.group is not None and deed.group.verbs:
        noun = deed.group.verbs[-1].noun or noun  # "acquisition of a stake"
    if deed.behind >= last:
        return noun
    words = words_behind(parsed, deed.behind, last - 1)
    link = "" if parsed.chunks[deed.behind].kind is Kind.PREPOSITION else "of "
    return f"{noun} {link}{words}"


def _span(parsed: Parsed, deed: Deed) -> Span:
    first = deed.first
    if deed.actor is not None and first - _NEAR <= deed.actor.first < first:
        first = deed.actor.first
    name = apposed(parsed, first)
    first = first if name is None else name
    return parsed.tagged.span(parsed.chunks[first].first, parsed.chunks[_end(parsed, deed) - 1].last)


def _end(parsed: Parsed, deed: Deed) -> int:
    """Where the words of an act end: before a mark, a further clause or verb."""
    at = deed.last + 1
    while at < len(parsed.chunks):
        chunk = parsed.chunks[at]
        if chunk.kind in {Kind.MARK, Kind.SUBORDINATOR}:
            break
        if chunk.verb is not None and chunk.verb.tense is not Tense.PARTICIPLE and not _says_aim(parsed, at, deed):
            break
        at += 1
    while at > deed.last + 1 and parsed.chunks[at - 1].kind in {Kind.CONJUNCTION, Kind.PREPOSITION}:
        at -= 1
    return at


def _says_aim(parsed: Parsed, at: int, deed: Deed) -> bool:
    """Whether an infinitive tells what a plan is: "its ambition to become a center"."""
    group = parsed.chunks[at].verb
    leads = deed.what is not None and deed.what.at == at - 1 and deed.kind is InitiativeKind.PLAN
    return leads and group is not None and group.tense is Tense.INFINITIVE
