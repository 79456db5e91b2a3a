"""Undertakings without a verb of their own.

D4 the noun of an act: "the opening of a lab"
D5 one that is only named, or owned, or agreed on: "Punggol Digital District", "the city's action plan"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.phrases import entity_in
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, is_genitive, subject_of
from shanghai_tech.extraction.grammar.cues import words_for
from shanghai_tech.extraction.initiatives.acts import by_whom
from shanghai_tech.extraction.initiatives.deed import Deed
from shanghai_tech.extraction.initiatives.done_to import fits
from shanghai_tech.extraction.initiatives.undertakings import Sight, Undertaking
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind

#: Kinds that a name alone tells; roads and stations are named for other reasons.
_TOLD_BY_NAME: Final = frozenset(
    {
        *(InitiativeKind.PLAN, InitiativeKind.PROGRAM, InitiativeKind.POLICY),
        *(InitiativeKind.EVENT, InitiativeKind.ZONE, InitiativeKind.PRODUCT),
    }
)
#: What somebody has of his own: "the city's action plan"; and what only a body has: "its market debut".
_OWNED: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.PROGRAM})
_RULES: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.PROGRAM, InitiativeKind.POLICY})
_OF_BODY: Final = frozenset({InitiativeKind.LISTING, InitiativeKind.EVENT})
_MUTUAL: Final = frozenset({"between", "of", "with", "among"})
_FARTHEST: Final = 16
#: What every body has, so that to have it is no undertaking.
_WHERE_ONE_SITS: Final = frozenset({"building", "office", "headquarters", "head office", "tower", "branch", "campus"})
#: What bodies do in a facility of theirs.
_WORKS: Final = frozenset({"employ", "make", "produce", "manufacture", "build", "assemble", "develop", "train", "test"})
_PRONOUNS: Final = frozenset({"its", "their", "his", "her", "our", "my"})


def of_act_noun(sight: Sight, at: int) -> Iterator[Deed]:
    """D4: "the opening of a lab", "its launch of a robotaxi service", "plans for a lab"."""
    chunk, link = sight.parsed.chunks[at], sight.parsed.lower(at + 1) if at + 2 < len(sight.parsed.chunks) else ""
    noun = sight.parsed.tagged.tokens[chunk.last - 1].lower
    act = sight.tables.act_nouns.get(noun if link == "of" else f"{noun} {link}")
    if act is None or not link:
        return
    for what in sight.objects_from(at + 2):
        is_loose = what.many and what.kind is InitiativeKind.DEPLOYMENT  # "the building of roads and installations"
        if fits(act, what) and not what.points_back and not is_loose:
            yield Deed(rule="D4", verb=at, act=act, kind=what.kind, what=what, actor=_owner_before(sight.parsed, at))
            return


def named(sight: Sight, at: int) -> Iterator[Deed]:
    """D5; what points back is told as well, so that it can be joined to what it points to."""
    what = sight.undertaking_at(at)
    if what is None or what.many or what.is_body:
        return
    owner = _owner(sight.parsed, what)
    body = entity_in(sight.parsed, owner, scene=sight.scene) if owner is not None else None
    sited = _worked_in(sight, what)
    if (
        _is_told_by_name(what)
        or what.points_back
        or _is_governing(sight, what)
        or _is_owned(sight, what, body)
        or _is_mutual(sight.parsed, what)
        or sited is not None
    ):
        ahead = range(at + 1, min(at + _FARTHEST, len(sight.parsed.chunks)))
        verb = next((index for index in ahead if sight.is_finite(index)), None)
        group = sight.parsed.chunks[verb].verb if verb is not None else None
        yield Deed(rule="D5", verb=at, act=None, kind=what.kind, what=what, actor=owner or sited, group=group)


def _owner_before(parsed: Parsed, at: int) -> Phrase | None:
    """The phrase that owns a noun: "the city's" in a chunk of its own or in that of the noun."""
    if at > 0 and parsed.chunks[at - 1].kind is Kind.NOUN and is_genitive(parsed, at - 1):
        return Phrase(at - 1, at)
    chunk = parsed.chunks[at]
    owned = {t.GENITIVE, t.POSSESSIVE} & set(parsed.tagged.tags[chunk.first : chunk.last])
    return Phrase(at, at + 1) if owned else None


def _owner(parsed: Parsed, what: Undertaking) -> Phrase | None:
    """Who owns an undertaking: "the city's plan", "whose new campus", "a plant by Foxconn", "the plan of the city"."""
    if what.first > 0 and parsed.lower(what.first - 1) == "whose":
        return Phrase(what.first, what.at + 1)
    owner = by_whom(parsed, what.at) or _owner_before(parsed, what.first) or _owner_before(parsed, what.at)
    behind = what.at + 2
    if owner is None and behind < len(parsed.chunks) and parsed.lower(what.at + 1) == "of":
        return Phrase(behind, behind + 1) if parsed.chunks[behind].kind is Kind.NOUN else None
    return owner


def _is_told_by_name(what: Undertaking) -> bool:
    """Whether its name tells what it is; a zone has to say so, or it is a place that things are in."""
    if what.described:
        return True
    if what.entity is None or what.kind not in _TOLD_BY_NAME:
        return False
    if what.kind is not InitiativeKind.ZONE:
        return True
    name = what.name.lower()
    return what.entity.detail == "zone" and name.endswith((what.noun, " city"))


def _is_owned(sight: Sight, what: Undertaking, body: Entity | None) -> bool:
    """Whether somebody owns it and it is described: "the city's action plan", "its market debut", "its new campus"."""
    parsed = sight.parsed
    opening = parsed.tagged.tokens[parsed.chunks[what.first].first].lower
    if opening in {"our", "my"} or (body is None and not _has_title(what)):
        return False
    if body is None:
        return what.kind in _OWNED and what.entity is None
    if body.kind is NameKind.ORGANIZATION and what.kind is InitiativeKind.FACILITY:
        is_new = words_for("new", sight.tables.vocabulary) & set(what.name.lower().split())
        is_name = what.entity is not None or what.name[:1].isupper()  # Tesla's Gigafactory
        follows = parsed.lower(what.at + 1) if what.at + 1 < len(parsed.chunks) else ""
        is_bare = what.name.count(" ") <= what.noun.count(" ")
        says_which = not is_bare or (follows in {"in", "at", "near"} and what.noun not in _WHERE_ONE_SITS)
        is_told = says_which and opening not in _PRONOUNS and _has_owner(parsed, what)
        return is_name or opening in {"a", "an"} or bool(is_new) or is_told  # Intel's robot plant
    if body.kind is NameKind.ORGANIZATION and what.kind in _OF_BODY:
        return True
    return what.kind in _OWNED and what.name != what.noun


def _is_governing(sight: Sight, what: Undertaking) -> bool:
    """Whether it is told for what it does: "under the talent visa scheme", "works with a bank on a public offering"."""
    parsed, before = sight.parsed, sight.parsed.lower(what.first - 1) if what.first > 0 else ""
    opening = parsed.tagged.tokens[parsed.chunks[what.first].first].lower
    if what.kind is InitiativeKind.LISTING:
        return opening in {"a", "an"}
    behind = [parsed.lower(at) for at in range(what.at + 1, min(what.at + 3, len(parsed.chunks)))]
    if behind == ["under", "construction"]:
        return True
    return before == "under" and what.kind in _RULES and (opening in {"a", "an"} or what.name != what.noun)


def _worked_in(sight: Sight, what: Undertaking) -> Phrase | None:
    """Who works in a facility that is told as theirs: "Quorvex employs 300 people in a service centre in Pori"."""
    parsed = sight.parsed
    opening = parsed.tagged.tokens[parsed.chunks[what.first].first].lower
    before = parsed.lower(what.first - 1) if what.first > 0 else ""
    if what.kind is not InitiativeKind.FACILITY or opening not in {"a", "an"} or before not in {"in", "at", "from"}:
        return None
    verb = next((at for at in range(what.first - 1, 0, -1) if parsed.chunks[at].verb is not None), None)
    group = parsed.chunks[verb].verb if verb is not None else None
    if verb is None or group is None or group.passive or group.lemma not in _WORKS:
        return None
    subject = subject_of(parsed, verb)
    entity = entity_in(parsed, subject, scene=sight.scene) if subject is not None else None
    return subject if entity is not None and entity.kind is NameKind.ORGANIZATION else None


def _has_owner(parsed: Parsed, what: Undertaking) -> bool:
    """Whether who owns it stands before it: "Intel's robot plant", "whose robot plant"."""
    whose = what.first > 0 and parsed.lower(what.first - 1) == "whose"
    return whose or _owner_before(parsed, what.first) is not None or _owner_before(parsed, what.at) is not None


def _has_title(what: Undertaking) -> bool:
    """Whether the words before its noun are the title of an undertaking: "the Digital Skills programme"."""
    words = what.name.split()[:-1]
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in (words[0], words[-1]))


def _is_mutual(parsed: Parsed, what: Undertaking) -> bool:
    """Whether it tells who makes it with whom: "a collaboration between A and B"."""
    link = parsed.lower(what.at + 1) if what.at + 1 < len(parsed.chunks) else ""
    return what.kind is InitiativeKind.PARTNERSHIP and link in _MUTUAL
