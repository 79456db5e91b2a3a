"""Acts upon undertakings in a sentence, by who does what.

D1 an actor does something to an undertaking: "Intel opened a lab"
D2 something is done to it, or it does it by itself: "a plan was released", "the summit will open", "a lab opened by Intel"
D3 the act is the undertaking: "invested 5 billion yuan in", "teamed up with", "was listed on", "raised 5 billion yuan"
D4 the noun of an act: "the opening of a lab"
D5 an undertaking that is only named, or owned: "Punggol Digital District", "the city's action plan"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.extraction.entities import Entity
from shanghai_tech.extraction.facts.scene import Scene, head_of
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase, is_genitive, listed_from, phrase_before, subject_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense, VerbGroup
from shanghai_tech.extraction.initiatives.tables import Tables
from shanghai_tech.extraction.initiatives.undertakings import Undertaking, object_from, undertaking_at
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.model import InitiativeKind
from shanghai_tech.vocabulary.word_entries import Act

#: What counts as one undertaking even where it is told in the plural.
_TOGETHER: Final = frozenset({InitiativeKind.POLICY, InitiativeKind.PARTNERSHIP, InitiativeKind.INVESTMENT})
#: What may be told in the plural where an actor does it: "offers free upgrades".
_IN_PLURAL: Final = frozenset({InitiativeKind.DEPLOYMENT, InitiativeKind.PRODUCT})
#: Kinds that a name alone tells; roads and stations are named for other reasons.
_TOLD_BY_NAME: Final = frozenset(
    {
        InitiativeKind.PLAN,
        InitiativeKind.PROGRAM,
        InitiativeKind.POLICY,
        InitiativeKind.EVENT,
        InitiativeKind.ZONE,
        InitiativeKind.PRODUCT,
    }
)
_BETWEEN: Final = frozenset({",", '"', "”", "“"})
_OWNED: Final = frozenset({InitiativeKind.PLAN, InitiativeKind.PROGRAM, InitiativeKind.POLICY})
#: Acts that are done to bodies; that only a body does for itself; and that must tell what the money is for.
_OF_BODIES: Final = frozenset({"acquire", "buy", "sell", "take over"})
_BY_BODIES: Final = frozenset({"raise", "take in", "bring in"})
_LED: Final = frozenset({"put", "spend", "commit", "set aside", "earmark", "allocate", "pledge", "promise", "back"})
#: What a company or another body has of its own: "SIT's new campus", "its market debut".
_OF_COMPANY: Final = frozenset({InitiativeKind.LISTING, InitiativeKind.FACILITY, InitiativeKind.EVENT})
#: Prepositions between an act that is an undertaking and what it is done to: "invest in", "listed on".
_LEADS: Final = frozenset({"in", "into", "on", "with", "to", "for", "at"})


@frozen(kw_only=True)
class Deed:
    """An act upon an undertaking: the chunk that tells the act, who does it, and what it is done to.

    `verb` is the chunk of the verb, or of the noun of the act, or of the undertaking itself. `what` is None where the
    act is the undertaking; `since` is the verb of the spending that pays for it.
    """

    rule: str
    verb: int
    act: Act | None
    kind: InitiativeKind
    what: Undertaking | None
    actor: Phrase | None
    group: VerbGroup | None = None
    since: int | None = None

    @property
    def last(self) -> int:
        """The last chunk that tells it."""
        return self.verb if self.what is None else max(self.verb, self.what.at)

    @property
    def first(self) -> int:
        """The first chunk that tells the act or the undertaking."""
        first = self.verb if self.what is None else min(self.verb, self.what.first)
        return first if self.since is None else self.since


def deeds(parsed: Parsed, *, tables: Tables, scene: Scene) -> Iterator[Deed]:
    """The deeds of a sentence by D1 to D5; an undertaking that an act is told of is not told again by its name."""
    told: list[Deed] = []
    for at, chunk in enumerate(parsed.chunks):
        if chunk.verb is not None and not chunk.verb.negated:
            found = list(_of_verb(parsed, at, chunk.verb, tables=tables, scene=scene))
            told[-1:] = _financed(parsed, told[-1:], found) if found else told[-1:]
        elif chunk.kind is Kind.NOUN:
            told.extend(_of_act_noun(parsed, at, tables=tables, scene=scene))
    told = [deed for deed in told if not _is_purpose(parsed, deed, tables=tables, scene=scene)]
    yield from told
    taken = {deed.what.at for deed in told if deed.what is not None}
    for at in range(len(parsed.chunks)):
        if at not in taken:
            yield from _named(parsed, at, tables=tables, scene=scene)


def _is_purpose(parsed: Parsed, deed: Deed, *, tables: Tables, scene: Scene) -> bool:
    """Whether it only tells what a deal is for: "a collaboration between A and B to build a system"."""
    if deed.group is None or deed.group.tense is not Tense.INFINITIVE:
        return False
    for at in range(deed.verb - 1, -1, -1):
        if parsed.chunks[at].verb is not None:
            return False
        found = undertaking_at(parsed, at, tables=tables, scene=scene)
        if found is not None and found.kind is InitiativeKind.PARTNERSHIP:
            return True
    return False


def _financed(parsed: Parsed, before: list[Deed], found: list[Deed]) -> list[Deed]:
    """What money is spent for is one undertaking with the spending: "will spend 5 billion yuan to build a plant"."""
    last = before[-1] if before else None
    deed = found[0]
    depends = deed.group is not None and deed.group.tense in {Tense.INFINITIVE, Tense.GERUND}
    if last is None or last.rule != "D3" or last.what is not None or not depends or deed.what is None:
        return [*before, *found]
    if any(_is_finite(parsed, at) or parsed.lower(at) == "," for at in range(last.verb + 1, deed.verb)):
        return [*before, *found]
    return [evolve(deed, actor=last.actor, group=last.group, since=last.verb), *found[1:]]


# ---------------------------------------------------------------- D1 to D3


def _of_verb(parsed: Parsed, at: int, group: VerbGroup, *, tables: Tables, scene: Scene) -> Iterator[Deed]:
    found = _act(parsed, at, group, tables=tables)
    if found is None:
        return
    act, behind = found
    if act.kind:
        yield from _by_itself(parsed, at, group, act=act, behind=behind, tables=tables, scene=scene)
        return
    subject = subject_of(parsed, at)
    is_reduced = group.tense is Tense.PARTICIPLE and not group.passive
    if not (group.passive or is_reduced):
        yield from _of_active(parsed, at, group, act=act, behind=behind, tables=tables, scene=scene)
        return
    what = _subject_undertaking(parsed, subject, at, tables=tables, scene=scene)
    named = _named_by_act(parsed, subject.first, act=act, scene=scene) if subject is not None and what is None else []
    what = next(iter(named), what)
    if what is not None and _fits(act, what):
        yield Deed(rule="D2", verb=at, act=act, kind=what.kind, what=what, actor=_by(parsed, at), group=group)
    elif is_reduced:
        yield from _of_active(parsed, at, group, act=act, behind=behind, tables=tables, scene=scene)


def _act(parsed: Parsed, at: int, group: VerbGroup, *, tables: Tables) -> tuple[Act, int] | None:
    """The act of a verb, and the chunk behind its words; a time may stand among them: "broke ground in May on"."""
    following = [
        index
        for index in range(at + 1, min(at + 6, len(parsed.chunks)))
        if parsed.chunks[index].kind not in {Kind.TIME, Kind.ADVERB}
    ]
    found = tables.act(group.lemma if group.verbs else "", [parsed.lower(index) for index in following])
    if found is None:
        return None
    act, words = found
    return act, at + 1 if words == 0 else following[words - 1] + 1


def _of_active(
    parsed: Parsed, at: int, group: VerbGroup, *, act: Act, behind: int, tables: Tables, scene: Scene
) -> Iterator[Deed]:
    """D1; D2 where the undertaking does it by itself, or is what a relative clause hangs on."""
    subject = subject_of(parsed, at)
    start = _behind_insertion(parsed, behind)
    objects = [each for each in object_from(parsed, start, tables=tables, scene=scene) if _may_be_done(act, each)]
    if not objects:
        objects = _named_by_act(parsed, start, act=act, scene=scene)
    for what in [*objects[:1], *(each for each in objects[1:2] if _opens(parsed, each))]:
        yield Deed(rule="D1", verb=at, act=act, kind=what.kind, what=what, actor=subject, group=group)
    if objects or _has_object(parsed, behind):
        return
    what = _antecedent(parsed, subject, tables=tables, scene=scene)
    if what is not None and _fits(act, what):
        yield Deed(rule="D2", verb=at, act=act, kind=what.kind, what=what, actor=subject, group=group)
    elif (
        act.alone or group.tense is Tense.PAST
    ):  # without an object, "issued" is what was done: "measures issued in May"
        what = _subject_undertaking(parsed, subject, at, tables=tables, scene=scene)
        named = (
            _named_by_act(parsed, subject.first, act=act, scene=scene) if subject is not None and what is None else []
        )
        what = next(iter(named), what)
        if what is not None and _fits(act, what):
            yield Deed(rule="D2", verb=at, act=act, kind=what.kind, what=what, actor=None, group=group)


def _named_by_act(parsed: Parsed, at: int, *, act: Act, scene: Scene) -> list[Undertaking]:
    """What a name that tells nothing names, where the act is done to one kind only: "will host LEAP"."""
    if len(act.of) != 1 or at >= len(parsed.chunks) or parsed.chunks[at].kind is not Kind.NOUN:
        return []
    name = next((name for name in parsed.names if name.last == parsed.chunks[at].last), None)
    entity = scene.entities.at(name.span) if name is not None else None
    if entity is None or entity.kind is not NameKind.OTHER:
        return []
    kind = InitiativeKind(act.of[0])
    return [Undertaking(at=at, first=at, noun=kind.value, kind=kind, name=entity.name, entity=entity)]


def _opens(parsed: Parsed, what: Undertaking) -> bool:
    """Whether a second object is one of its own: "a lab and a plant", not "a platform and chip"."""
    return parsed.tagged.tags[parsed.chunks[what.first].first] in {t.DETERMINER, t.POSSESSIVE}


def _behind_insertion(parsed: Parsed, at: int) -> int:
    """The chunk behind an insertion: "is building, together with A, a plant"."""
    if at < len(parsed.chunks) and parsed.lower(at) == ",":
        closing = (index for index in range(at + 1, min(at + 8, len(parsed.chunks))) if parsed.lower(index) == ",")
        return next(closing, at) + 1
    return at


def _has_object(parsed: Parsed, behind: int) -> bool:
    """Whether a verb has another object, or goes on with another: "started gaining"."""
    return behind < len(parsed.chunks) and parsed.chunks[behind].kind in {Kind.NOUN, Kind.VERB, Kind.AMOUNT}


def _antecedent(parsed: Parsed, subject: Phrase | None, *, tables: Tables, scene: Scene) -> Undertaking | None:
    """What a relative clause with a subject of its own hangs on: "a cluster that G42 is building"."""
    if subject is None or subject.first < 2 or parsed.lower(subject.first - 1) not in {"that", "which"}:
        return None
    before = subject.first - 2 - (parsed.lower(subject.first - 2) == ",")
    return undertaking_at(parsed, before, tables=tables, scene=scene) if before >= 0 else None


def _fits(act: Act, what: Undertaking) -> bool:
    return (not act.of or what.kind.value in act.of) and (not what.many or what.kind in _TOGETHER)


def _may_be_done(act: Act, what: Undertaking) -> bool:
    """Whether an act fits its object: also one in the plural without a number, as roll-outs are told."""
    in_plural = what.many and what.kind in _IN_PLURAL and not what.counted and act.stage != "begin"
    return _fits(act, evolve(what, many=False) if in_plural else what)


def _subject_undertaking(
    parsed: Parsed, subject: Phrase | None, verb: int, *, tables: Tables, scene: Scene
) -> Undertaking | None:
    """The undertaking that a verb without an actor is told of.

    One in a past form takes what stands right before it ("the conference held in May", "a plan, released in May"), any
    other the head of its subject, which stands before the first preposition.
    """
    phrases = [subject] if subject is not None else []
    if _is_reduced(parsed, verb):
        before = phrase_before(parsed, verb - (verb > 0 and parsed.lower(verb - 1) in _BETWEEN))
        near = [Phrase(before.last - 1, before.last), before] if before is not None else []
        phrases = [*near, *phrases]
    for phrase in phrases:
        found = _head_of_phrase(parsed, phrase, tables=tables, scene=scene)
        if found is not None:
            return found
    return None


def _is_reduced(parsed: Parsed, verb: int) -> bool:
    """Whether a verb hangs on the noun before it: a bare participle, or a past form after another verb of the clause."""
    group = parsed.chunks[verb].verb
    if group is None or parsed.tagged.tags[parsed.chunks[verb].first] in {t.BE, t.HAVE}:
        return False
    if group.tense is Tense.PAST:
        return parsed.lower(verb - 1) != "," or any(_is_finite(parsed, at) for at in range(verb))
    return group.tense in {Tense.PARTICIPLE, Tense.INFINITIVE}


def _head_of_phrase(parsed: Parsed, phrase: Phrase, *, tables: Tables, scene: Scene) -> Undertaking | None:
    for at in range(phrase.first, phrase.last):
        if parsed.chunks[at].kind is Kind.PREPOSITION and parsed.lower(at) != "of":
            return None
        found = _thing_at(parsed, at, tables=tables, scene=scene)
        if found is not None:
            return found
    return None


def _thing_at(parsed: Parsed, at: int, *, tables: Tables, scene: Scene) -> Undertaking | None:
    """An undertaking; of those that are organizations, what can be opened and built: a laboratory, an exchange."""
    found = undertaking_at(parsed, at, tables=tables, scene=scene)
    is_body = found is not None and found.entity is not None and found.entity.kind is NameKind.ORGANIZATION
    return None if found is None or (is_body and found.kind is not InitiativeKind.FACILITY) else found


def _by(parsed: Parsed, verb: int) -> Phrase | None:
    """The actor of a passive: "opened by Intel", "released on Monday by the city"."""
    for at in range(verb + 1, min(verb + 8, len(parsed.chunks) - 1)):
        if parsed.lower(at) == "by" and parsed.chunks[at + 1].kind is Kind.NOUN:
            return listed_from(parsed, at + 1)
        if parsed.chunks[at].kind in {Kind.VERB, Kind.SUBORDINATOR} or parsed.lower(at) in {".", ";", ":"}:
            break
    return None


def _by_itself(
    parsed: Parsed, at: int, group: VerbGroup, *, act: Act, behind: int, tables: Tables, scene: Scene
) -> Iterator[Deed]:
    """D3, with the undertaking that it leads to where one is told: "invested in a lab"."""
    kind = InitiativeKind(act.kind)
    if not _holds(parsed, at, group, act=act, behind=behind, scene=scene):
        return
    actor = _by(parsed, at) if group.passive and act.kind != "listing" else subject_of(parsed, at)
    what = None
    for index in range(behind, min(behind + 6, len(parsed.chunks) - 1)):
        if parsed.chunks[index].kind in {Kind.VERB, Kind.SUBORDINATOR}:
            break
        if parsed.lower(index) in _LEADS:
            found = object_from(parsed, index + 1, tables=tables, scene=scene)
            what = what or next((each for each in found if not each.many and each.entity is None), None)
    if what is not None and what.kind is InitiativeKind.LISTING:
        kind = what.kind
    yield Deed(rule="D3", verb=at, act=act, kind=kind, what=what, actor=actor, group=group)


def _holds(parsed: Parsed, at: int, group: VerbGroup, *, act: Act, behind: int, scene: Scene) -> bool:
    """Whether the words behind the verb make it the act: money is invested or raised, one is listed on a market."""
    rest = range(behind, min(behind + 5, len(parsed.chunks)))
    words = [parsed.lower(index) for index in rest]
    if act.kind == "listing":
        markets = (index + 1 for index in rest if parsed.lower(index) in {"on", "in"})
        return act.id == "go public" or any(_is_market(parsed, index, scene=scene) for index in markets)
    if act.kind == "partnership":
        return "with" in words or _is_plural(parsed, at)
    if act.id in _OF_BODIES:
        named = any(word.endswith("stake") for word in words) or any(
            _is_body(parsed, index, scene=scene) for index in rest[:3]
        )
        return named and not group.passive
    money = any(_is_money(parsed, index) for index in rest)
    subject = subject_of(parsed, at)
    if act.id in _BY_BODIES:
        entity = head_of(parsed, subject, scene=scene) if subject is not None else None
        return money and entity is not None and entity.kind is NameKind.ORGANIZATION
    return money and (act.id not in _LED or bool({"in", "into", "on", "for", "to"} & set(words)))


def _is_money(parsed: Parsed, at: int) -> bool:
    amount = parsed.chunks[at].amount
    return amount is not None and amount.quantity.unit.is_money


def _is_body(parsed: Parsed, at: int, *, scene: Scene) -> bool:
    chunk = parsed.chunks[at]
    names = (name for name in parsed.names if name.last == chunk.last and name.first >= chunk.first)
    found = (scene.entities.at(name.span) for name in names)
    return any(entity is not None and entity.kind.value == "organization" for entity in found)


def _is_market(parsed: Parsed, at: int, *, scene: Scene) -> bool:
    if at >= len(parsed.chunks) or parsed.chunks[at].kind is not Kind.NOUN:
        return False
    words = parsed.lower(at).split()
    return bool({"exchange", "board", "market", "bourse", "nasdaq", "kosdaq"} & set(words)) or any(
        entity.detail == "exchange"
        for name in parsed.names
        if name.last == parsed.chunks[at].last and (entity := scene.entities.at(name.span)) is not None
    )


def _is_plural(parsed: Parsed, verb: int) -> bool:
    subject = subject_of(parsed, verb)
    return subject is not None and any(parsed.lower(at) == "and" for at in range(subject.first, subject.last))


# ---------------------------------------------------------------- D4 and D5


def _of_act_noun(parsed: Parsed, at: int, *, tables: Tables, scene: Scene) -> Iterator[Deed]:
    """D4: "the opening of a lab", "its launch of a robotaxi service"."""
    chunk = parsed.chunks[at]
    act = tables.act_nouns.get(parsed.tagged.tokens[chunk.last - 1].lower)
    if act is None or at + 2 >= len(parsed.chunks) or parsed.lower(at + 1) != "of":
        return
    for what in object_from(parsed, at + 2, tables=tables, scene=scene):
        if _fits(act, what) and not what.points_back:
            yield Deed(rule="D4", verb=at, act=act, kind=what.kind, what=what, actor=_owner_before(parsed, at))
            return


def _owner_before(parsed: Parsed, at: int) -> Phrase | None:
    """The phrase that owns a noun: "the city's" in a chunk of its own or in that of the noun."""
    if at > 0 and parsed.chunks[at - 1].kind is Kind.NOUN and is_genitive(parsed, at - 1):
        return Phrase(at - 1, at)
    chunk = parsed.chunks[at]
    owned = {t.GENITIVE, t.POSSESSIVE} & set(parsed.tagged.tags[chunk.first : chunk.last])
    return Phrase(at, at + 1) if owned else None


def _owner(parsed: Parsed, what: Undertaking) -> Phrase | None:
    """Who owns an undertaking: "the city's plan", "the strategy of the city", "a plant by Foxconn"."""
    owner = _owner_before(parsed, what.first) or _owner_before(parsed, what.at)
    behind = what.at + 2
    if owner is None and behind < len(parsed.chunks) and parsed.lower(what.at + 1) == "of":
        owner = Phrase(behind, behind + 1) if parsed.chunks[behind].kind is Kind.NOUN else None
    return _by(parsed, what.at) or owner


def _named(parsed: Parsed, at: int, *, tables: Tables, scene: Scene) -> Iterator[Deed]:
    """D5: what has a name of its own, or an owner and a description; and what points back."""
    what = undertaking_at(parsed, at, tables=tables, scene=scene)
    if what is None or what.many or (what.entity is not None and what.entity.kind is NameKind.ORGANIZATION):
        return
    owner = _owner(parsed, what)
    body = head_of(parsed, owner, scene=scene) if owner is not None else None
    if not (_is_told_by_name(what) or what.points_back or _is_owned(what, body) or _is_mutual(parsed, what)):
        return
    verb = next((index for index in range(at + 1, len(parsed.chunks)) if _is_finite(parsed, index)), None)
    group = parsed.chunks[verb].verb if verb is not None else None
    yield Deed(rule="D5", verb=at, act=None, kind=what.kind, what=what, actor=owner, group=group)


def _is_told_by_name(what: Undertaking) -> bool:
    """Whether its name tells what it is; a zone has to say so, or it is a place that things are in."""
    if what.entity is None or what.kind not in _TOLD_BY_NAME:
        return False
    return what.kind is not InitiativeKind.ZONE or what.noun in what.name.lower()


def _is_owned(what: Undertaking, body: Entity | None) -> bool:
    """Whether somebody owns it and it is described: "the city's action plan", "its market debut"."""
    if body is None:
        return False
    if body.kind is NameKind.ORGANIZATION and what.kind in _OF_COMPANY:
        return True
    return what.kind in _OWNED and what.name != what.noun


def _is_mutual(parsed: Parsed, what: Undertaking) -> bool:
    """Whether it tells who makes it with whom: "a collaboration between A and B"."""
    link = parsed.lower(what.at + 1) if what.at + 1 < len(parsed.chunks) else ""
    return what.kind is InitiativeKind.PARTNERSHIP and link in {"between", "of", "with", "among"}


def _is_finite(parsed: Parsed, at: int) -> bool:
    group = parsed.chunks[at].verb
    return group is not None and group.tense in FINITE
