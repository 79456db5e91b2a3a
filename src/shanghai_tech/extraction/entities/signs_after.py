"""Signs behind a name: "X, an app that …", "X's shares", "X chief executive", "X will invest", "the X platform"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanghai_tech.extraction.entities.signs import FAINT, FAIR, STRONG, WEAK, Context, Vote, vote_of
from shanghai_tech.extraction.entities.signs_acts import signs_of_act, verb_from
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.words.tags import (
    ADJECTIVE,
    ADVERB,
    BE,
    CONJUNCTION,
    DETERMINER,
    GENITIVE,
    GERUND,
    NOMINAL,
    NOUN,
    NUMBER,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    TO,
    VERBS,
)

_PHRASE: Final = NOMINAL | {GENITIVE, PARTICIPLE, GERUND, ADVERB, DETERMINER}
#: Kinds of undertakings that a noun behind a name tells for certain: "the X summit", but not "the X app".
_CLEAR: Final = frozenset({"event", "plan", "policy"})
#: What is named after who leads it.
_OF_PERSONS: Final = frozenset({"administration"})
_LONGEST_INITIALS: Final = 2
_NEAR: Final = 4
_FAR: Final = 20


def signs_after(context: Context) -> Iterator[Vote]:
    """What the words behind a name tell."""
    at = _behind_brackets(context, context.mention.last)
    if context.lower(at) == "among":
        yield from _is_one_of(context, at)  # "counts X among its tenants"
    if context.lower(at) == "and" and context.lower(at + 1) == "other":  # "X and other carriers"
        yield from _of_others(context, at + 2)
    if context.lower(at) == ",":
        yield from _apposition(context, at + 1)
        yield from _acts(context, _behind_apposition(context, at))
        return
    if context.tag(at) == GENITIVE:
        yield from _owns(context, at + 1)
    elif context.begins_post(at):
        if context.lower(at) != "minister":  # "Energy Minister"
            yield Vote(NameKind.ORGANIZATION, STRONG)
    elif context.tag(at) == NOUN and (context.mention.first > 0 or not context.mention.name.istitle()):
        yield from _modifies(context, at)
    yield from _acts(context, at)


def _of_others(context: Context, first: int) -> Iterator[Vote]:
    """What the plural noun says that other things of the same kind are called by."""
    last = first
    while last - first < _NEAR and context.tag(last + 1) in NOMINAL:
        last += 1
    found = context.noun(last, plural=True)
    if found is not None and (context.tag(last) in NOMINAL or last == first):
        yield vote_of(found, FAIR + WEAK, named=False)


def _behind_brackets(context: Context, at: int) -> int:
    """Where the words behind brackets begin: "X (ABC) said"."""
    if context.lower(at) != "(":
        return at
    return next((close + 1 for close in range(at, at + 2 * _NEAR) if context.lower(close) == ")"), at)


def _behind_apposition(context: Context, at: int) -> int:
    """Where the sentence goes on behind ", …,"; past its end where it does not."""
    end = len(context.sentence.tokens)
    mark = next((here for here in range(at + 1, min(end, at + _FAR)) if context.lower(here) in {",", ";"}), end)
    return mark + 1 if context.lower(mark) == "," else end


def _apposition(context: Context, at: int) -> Iterator[Vote]:
    """The words behind a comma say what X is: ", a Chinese tech unicorn," / ", chairman of …" / ", 41,"."""
    at += context.tag(at) == ADVERB  # "X, formerly head of"
    is_age = context.tag(at) == NUMBER and context.lower(at + 1) in {",", "."}
    if context.lower(at) == "who":
        yield Vote(NameKind.PERSON, STRONG)
    elif context.lower(at) == "which":
        yield from _acts(context, at)
    elif context.lower(at) == "whose":
        yield from _owns(context, at + 1)
    elif context.tag(at) == DETERMINER and not context.is_personal() and _is_founded(context, at + 1):
        yield Vote(NameKind.ORGANIZATION, STRONG)  # "a broker founded by"
        yield from _is_called(context, at + 1)
    elif is_age or context.begins_post(at + (context.tag(at) in {DETERMINER, POSSESSIVE})):
        yield Vote(NameKind.PERSON, STRONG)
    elif _is_done_to_body(context, at):
        yield Vote(NameKind.ORGANIZATION, FAINT if context.is_personal() else FAIR)
    elif context.tag(at) in {DETERMINER, POSSESSIVE} or context.lower(at) == "one":
        yield from _is_called(context, at + 1)
    else:
        genitive = next((here for here in range(at, at + _NEAR) if context.tag(here) == GENITIVE), 0)
        if genitive:  # "X, Berlin's oldest brewery"
            yield from _is_called(context, genitive + 1)
        elif context.is_personal() and any(context.begins_post(here) for here in _behind_nouns(context, at)):
            yield Vote(NameKind.PERSON, STRONG)  # "X, corporate partner at"


def _is_founded(context: Context, at: int) -> bool:
    """Whether what a phrase names is something that is founded or paid for: "a broker founded by"."""
    for here in range(at, at + _FAR):
        if context.has("establishing", here) or context.tag(here) not in NOMINAL:
            return here > at and context.has("establishing", here)
    return False


def _is_done_to_body(context: Context, at: int) -> bool:
    """Whether a participle tells what is done to bodies: "founded by", "backed by", "led by chief executive"."""
    if context.has("headship", at) and context.lower(at + 1) == "by":
        return context.has("establishing", at) or any(context.begins_post(near) for near in range(at + 2, at + _NEAR))
    return context.has("establishing", at)


def _behind_nouns(context: Context, at: int) -> Iterator[int]:
    """The next few places that only adjectives and nouns part from one."""
    for here in range(at, at + _NEAR):
        if context.tag(here) not in NOMINAL:
            return
        yield here + 1


def _is_called(context: Context, first: int) -> Iterator[Vote]:
    """What the last noun of the phrase says, unless a verb follows it ("According to X, the firm will")."""
    last = first
    while last - first < _FAR and _goes_on(context, last, first=first):
        last += 1
    by = context.lower(last + 1) == "by"
    described = by or (context.tag(last + 1) == PREPOSITION and context.lower(first - 1) != "the")  # "a firm based in"
    if last == first or (context.tag(last) in VERBS and not described):
        return
    found = context.noun(last - 1, plural=True)
    is_body = found is not None and found.thing == "organization" and not context.is_personal()
    if context.ends_post(last - 1) and not is_body:  # "X, a chip designer"
        yield Vote(NameKind.PERSON, STRONG)
        return
    if found is not None:  # a company may be called by its product: "X, an app that …"
        yield vote_of(found, FAIR + FAINT if found.kinds[0] == "product" else STRONG)


def _is_one_of(context: Context, at: int) -> Iterator[Vote]:
    """What the noun behind "among" or "one of" says, which may be one for another body: "among the park's tenants"."""
    first = at + 1 + (context.lower(at + 1) == "of")
    first += context.tag(first) in {DETERMINER, POSSESSIVE}
    last = first
    while last - first < _NEAR and context.tag(last) in NOMINAL | {GENITIVE}:
        last += 1
    found = context.noun(last - 1, plural=True) if last > first else None
    if found is not None:
        yield vote_of(found, FAIR + WEAK, named=False)
    elif last > first and context.has("counterpart", last - 1):
        yield Vote(NameKind.ORGANIZATION, FAIR)


def _goes_on(context: Context, at: int, *, first: int) -> bool:
    """Whether the phrase goes on with a word: "one of the city's biggest banks", but not "a bank owned by"."""
    if context.lower(at) == "of":
        return at == first
    if context.lower(at) == "and" and context.has("field", at - 1):
        return True  # "the Law and Order Minister"
    if context.tag(at) == DETERMINER and at > first:
        return context.lower(at - 1) == "of"
    if context.lower(at) in {"'", "’"} and at > first and context.tag(at + 1) in NOMINAL:
        return context.lower(at - 1).endswith("s")  # "a citizens' group"
    ends = context.tag(at) in {PARTICIPLE, GERUND} and context.tag(at + 1) in {PREPOSITION, TO, DETERMINER}
    return context.tag(at) in _PHRASE and not ends and context.lower(at + 1) != "by"  # "a charity run by"


def _owns(context: Context, at: int) -> Iterator[Vote]:
    """What X has tells of X: "X's chief executive", "X's new chips"."""
    first = at
    while context.tag(at) in {ADJECTIVE, NUMBER} and not context.begins_post(at):
        at += 1
    if context.begins_post(at):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif context.has("belonging", first) or any(context.has("belonging", near) for near in range(at, at + 3)):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    else:
        long = len(context.mention.name) > _LONGEST_INITIALS
        yield Vote(NameKind.ORGANIZATION, WEAK if long and not context.is_personal() else FAINT)


def _modifies(context: Context, at: int) -> Iterator[Vote]:
    """The noun behind a name tells of what sort it is: "the X platform", "X shares", "the X technology fair"."""
    last = at
    while last - at < _NEAR and context.tag(last + 1) == NOUN:
        last += 1
    two = context.knowledge.referents.get(f"{context.lower(at)} {context.lower(at + 1)}")
    found = two or context.knowledge.referents.get(context.lower(at))
    if context.lower(at) in _OF_PERSONS and context.mention.kind is NameKind.OTHER:
        yield Vote(NameKind.PERSON, FAIR)  # "the Biden administration"
        return
    if found is None and last > at:
        further = context.knowledge.referents.get(context.lower(last))
        found = further if further is not None and further.thing == "other" else None
    if found is None:
        plural = context.noun(at, plural=True)
        joined = context.tag(context.mention.first - 1) == CONJUNCTION  # "Ann Lee and Bo universities"
        if joined and plural is not None and plural.thing == "organization":
            yield vote_of(plural, STRONG, named=False)
        elif context.has("part", at):
            yield Vote(NameKind.ORGANIZATION, FAIR)
    elif found.thing == "other":
        yield vote_of(found, STRONG + WEAK if found.kinds[0] in _CLEAR else FAIR, named=False)
    else:
        yield vote_of(found, STRONG + WEAK if found.thing == "place" else FAIR, named=False)


def _acts(context: Context, at: int) -> Iterator[Vote]:
    """What a name does, is or becomes, in a relative clause as well: "X, which", "X is a start-up"."""
    if context.lower(at) == "who":
        yield Vote(NameKind.PERSON, STRONG)
    first = at + (context.lower(at) in {"which", "who"})
    verb = verb_from(context, first)
    if context.tag(verb) == DETERMINER and context.tag(verb - 1) == BE and verb > first:
        yield from _is_called(context, verb + 1)  # "X is a start-up"
    elif context.knowledge.verb(context.lower(verb)) == "become":
        yield from _is_called(context, verb + 1 + (context.tag(verb + 1) == DETERMINER))
    elif context.tag(verb - 1) == BE and verb > first and context.lower(verb) in {"among", "one"}:
        yield from _is_one_of(context, verb)  # "are among the firms", "is one of the tenants"
    elif context.tag(verb - 1) == BE and verb > first and _is_done_to_body(context, verb):
        yield Vote(NameKind.ORGANIZATION, FAINT if context.is_personal() else FAIR)
    if context.is_personal() and _gets_post(context, verb):
        yield Vote(NameKind.PERSON, STRONG)
    yield from signs_of_act(context, first)


def _gets_post(context: Context, verb: int) -> bool:
    """Whether a verb gives its subject a post: "was named its chief executive", "joined the Board as director"."""
    if not any(context.has(each, verb) for each in ("naming", "serving")):
        return False
    for at in range(verb + 1, verb + 2 * _NEAR):
        behind = at + (context.tag(at) in {DETERMINER, POSSESSIVE})
        if context.begins_post(behind) and (at == verb + 1 or context.lower(at - 1) == "as"):
            return True
    return False
