"""What the words around a name tell about what it names.

Each sign is a `Vote` for a kind, with the noun that told it where there was one ("NIO, an electric carmaker").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.name_knowledge import Knowledge
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.tagging import (
    ADVERB,
    BE,
    DETERMINER,
    GENITIVE,
    HAVE,
    MODAL,
    NOMINAL,
    NOUN,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PUNCT,
    VERBS,
    verb_forms,
)
from shanghai_tech.vocabulary.entries import Referent


@frozen
class Vote:
    """A sign that a name is of a kind; `detail` is the kind of organization or place, `noun` the word that told it."""

    kind: NameKind
    weight: float
    detail: str = ""
    noun: str = ""


CERTAIN: Final = 9.0
STRONG: Final = 4.0
FAIR: Final = 2.0
WEAK: Final = 1.0

_KINDS: Final = {"organization": NameKind.ORGANIZATION, "place": NameKind.PLACE, "other": NameKind.OTHER}
_AT: Final = frozenset({"of", "at", "for", "with", "from"})
_JOINTLY: Final = frozenset(
    {
        "partnership",
        "venture",
        "agreement",
        "deal",
        "deals",
        "cooperation",
        "together",
        "collaboration",
        "pact",
        "teamed",
    }
)
_OWNED: Final = frozenset(
    {
        "share",
        "shares",
        "stake",
        "unit",
        "subsidiary",
        "arm",
        "affiliate",
        "division",
        "branch",
        "stakes",
        "ipo",
        "acquisition",
    }
)
_SERVES: Final = frozenset(
    {
        "work",
        "works",
        "worked",
        "working",
        "joined",
        "joining",
        "join",
        "founded",
        "founding",
        "cofounded",
        "runs",
        "heads",
    }
)
_SUCH: Final = frozenset({"as", "like", "including", "includes", "include", "namely"})
_DASHES: Final = frozenset({"-", "--", "–", "—", ":"})
_NAMED: Final = frozenset({"called", "named", "dubbed", "nicknamed", "titled"})
_SAYS: Final = frozenset({"told", "according"})
_FARTHEST: Final = 12
_LONGEST_PERSON: Final = 3
#: Kinds whose head words end other names as well: "Dynamics", "Partners".
_LOOSE: Final = frozenset({"company", "fund"})


@frozen
class Context:
    """A name in its sentence."""

    sentence: Tagged
    mention: NameMention
    knowledge: Knowledge

    def lower(self, at: int) -> str:
        """The word at a place in small letters; nothing outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[at].lower if 0 <= at < len(tokens) else ""

    def tag(self, at: int) -> str:
        """The tag at a place; nothing outside the sentence."""
        return self.sentence.tags[at] if 0 <= at < len(self.sentence.tags) else ""


def votes_of(sentence: Tagged, mention: NameMention, *, knowledge: Knowledge) -> Iterator[Vote]:
    """All that the name itself and the words beside it tell."""
    context = Context(sentence, mention, knowledge)
    yield from _own(mention, knowledge)
    yield from _before(context)
    yield from _after(context)


def _own(mention: NameMention, knowledge: Knowledge) -> Iterator[Vote]:
    if mention.entry:
        yield Vote(mention.kind, CERTAIN, mention.detail)
    elif mention.detail:
        weak = mention.detail in _LOOSE and not knowledge.is_legal(mention.name)
        yield Vote(mention.kind, STRONG - 0.5 if weak else CERTAIN - 1, mention.detail)
    elif mention.kind is not NameKind.OTHER:
        yield Vote(mention.kind, STRONG + 1)
    elif " " not in mention.name:
        yield Vote(NameKind.ORGANIZATION, WEAK / 2 if mention.name[1:] != mention.name[1:].lower() else 0.0)
    elif mention.first > 0 and _like_person(mention.name, knowledge):
        yield Vote(NameKind.PERSON, WEAK)


def _like_person(name: str, knowledge: Knowledge) -> bool:
    """Whether two or three plain words, the first of them no place, could be a person's name."""
    words = name.split()
    plain = all(word.isalpha() and word[1:] == word[1:].lower() for word in words)
    return plain and len(words) <= _LONGEST_PERSON and words[0].lower() not in knowledge.tables.known


def _before(context: Context) -> Iterator[Vote]:
    at = context.mention.first - 1
    word, tag = context.lower(at), context.tag(at)
    if word == "(" and context.lower(context.mention.last) == ")":
        return
    if word in {'"', "“", "‘"} and context.lower(context.mention.last) in {'"', "”", "’", ",", "."}:
        yield Vote(NameKind.OTHER, FAIR)
    noun = at - (word in {'"', "“", "‘", ","})  # "their joint venture, X,"
    if context.tag(noun) == NOUN:
        yield from _noun_before(context, noun)
    if word == "the":
        yield Vote(NameKind.OTHER, WEAK)
    if tag == PREPOSITION:
        yield from _after_preposition(context, at)
    yield from _behind_list_word(context, at)
    if word in _SERVES:
        yield Vote(NameKind.ORGANIZATION, FAIR + 1)
    if word in _NAMED:
        yield Vote(NameKind.OTHER, WEAK)
    if word in _SAYS or (tag == PAST and _reports(context, at)):
        yield Vote(NameKind.PERSON, WEAK)
        yield Vote(NameKind.ORGANIZATION, WEAK)


def _noun_before(context: Context, at: int) -> Iterator[Vote]:
    """ "venture capital firm X", "analyst X": the noun says what X is."""
    found = context.knowledge.referent(context.lower(at - 1), context.lower(at))
    if context.knowledge.ends_post(context.sentence.tokens, at) and (found is None or " " not in found.id):
        yield Vote(NameKind.PERSON, STRONG, noun=context.lower(at))
    elif found is not None:
        yield _vote(found, STRONG)


def _vote(referent: Referent, weight: float) -> Vote:
    return Vote(_KINDS[referent.thing], weight, referent.kinds[0], referent.id)


def _after_preposition(context: Context, at: int) -> Iterator[Vote]:
    word, before = context.lower(at), context.lower(at - 1)
    if word in _AT and _post_before(context, at):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif before in _JOINTLY or (word == "with" and context.lower(at - 2) in _JOINTLY):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word in {"of", "in"} and before in _OWNED:
        yield Vote(NameKind.ORGANIZATION, STRONG - 1)
    elif word in {"at", "for", "with"} and before in _SERVES:
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif word == "by" and (context.tag(at - 1).startswith("V") or context.tag(at - 1) == "ADJ"):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    elif word in {"in", "near", "around", "across", "outside"}:
        yield Vote(NameKind.PLACE, WEAK + 0.5)
    if word == "to" and before == "according":
        yield Vote(NameKind.ORGANIZATION, WEAK + 0.5)
        yield Vote(NameKind.PERSON, WEAK)


def _post_before(context: Context, at: int) -> bool:
    """Whether a post stands before the preposition, with nothing but its complement between ("researcher in … at X")."""
    tokens = context.sentence.tokens
    for end in range(at - 1, max(-1, at - _FARTHEST), -1):
        if context.tag(end) in {"PUNCT"} or context.lower(end) in {"said", "says"}:
            return False
        if context.knowledge.ends_post(tokens, end):
            return True
    return False


def _behind_list_word(context: Context, at: int) -> Iterator[Vote]:
    """ "companies such as X", "players like X", "three firms - X": the plural noun says what X is."""
    if context.lower(at) not in _SUCH | _DASHES:
        return
    for noun in range(at - 1, max(-1, at - _FARTHEST), -1):
        if context.tag(noun) == PUNCT:
            return
        word = context.lower(noun)
        found = context.knowledge.referent(context.lower(noun - 1), word, plural=True) if word.endswith("s") else None
        if found is not None:
            yield Vote(_KINDS[found.thing], FAIR + 1, found.kinds[0])
            return


def _reports(context: Context, at: int) -> bool:
    forms = verb_forms(context.lower(at), context.knowledge.vocabulary)
    return any("report" in form.verb.roles for form in forms)


def _after(context: Context) -> Iterator[Vote]:
    at = context.mention.last
    word, tag = context.lower(at), context.tag(at)
    if word == "(":  # "X (ABC) said": what follows the brackets tells as well
        close = next((i for i in range(at, min(at + 8, len(context.sentence.tokens))) if context.lower(i) == ")"), at)
        at, word, tag = close + 1, context.lower(close + 1), context.tag(close + 1)
    if word == ",":
        yield from apposition(context, at + 1)
        at = _behind_apposition(context, at)
    if tag == GENITIVE:
        yield from _owns(context, at + 1)
    elif context.knowledge.begins_post(context.sentence.tokens, at):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif tag == NOUN:
        yield from _noun_after(context, at)
    yield from _acts(context, at)


def _owns(context: Context, at: int) -> Iterator[Vote]:
    while context.tag(at) in {"ADJ", NUMBER}:
        at += 1
    if context.knowledge.begins_post(context.sentence.tokens, at):
        yield Vote(NameKind.ORGANIZATION, STRONG)
    elif any(context.knowledge.tables.has("belonging", context.lower(i)) for i in range(at, at + 3)):
        yield Vote(NameKind.ORGANIZATION, FAIR)
    else:
        yield Vote(NameKind.ORGANIZATION, WEAK / 2)


def _noun_after(context: Context, at: int) -> Iterator[Vote]:
    """ "the TAMM platform", "X shares": a noun behind a name tells of what sort the name is."""
    found = context.knowledge.referent(context.lower(at), context.lower(at + 1)) or context.knowledge.referent(
        "", context.lower(at)
    )
    if found is not None and found.thing == "other":
        weight = STRONG + 1 if found.kinds[0] in {"event", "plan", "policy"} else FAIR
        yield Vote(NameKind.OTHER, weight, found.kinds[0])
    elif found is not None and found.thing == "place":
        yield Vote(NameKind.PLACE, STRONG + 1, found.kinds[0])
    elif context.lower(at) in _OWNED:
        yield Vote(NameKind.ORGANIZATION, FAIR)


def apposition(context: Context, at: int) -> Iterator[Vote]:
    """ ", a Chinese tech unicorn," / ", chairman of …" / ", 41,": what the words behind a comma say that the name is."""
    tokens = context.sentence.tokens
    if context.tag(at) == NUMBER and context.lower(at + 1) in {",", "."}:
        yield Vote(NameKind.PERSON, STRONG)
    if context.knowledge.begins_post(tokens, at + (context.tag(at) in {DETERMINER, POSSESSIVE})):
        yield Vote(NameKind.PERSON, STRONG)
    elif context.tag(at) in {DETERMINER, POSSESSIVE} or context.lower(at) == "one":
        yield from _phrase_head(context, at + 1)
    elif context.mention.kind is NameKind.OTHER:
        yield from _possessed_head(context, at)


def _possessed_head(context: Context, at: int) -> Iterator[Vote]:
    """ "X, Berlin's oldest brewery": behind the possessive the phrase goes on."""
    for genitive in range(at, min(at + 4, len(context.sentence.tokens))):
        if context.tag(genitive) == GENITIVE:
            yield from _phrase_head(context, genitive + 1)
            return


def _phrase_head(context: Context, at: int) -> Iterator[Vote]:
    last = at
    while (
        context.tag(last) in NOMINAL | {GENITIVE, "VN", "VG", ADVERB, DETERMINER}
        or context.lower(last) == "of"
        and context.lower(at) in _ONE_OF
    ):
        last += 1
    if context.knowledge.ends_post(context.sentence.tokens, last - 1):
        yield Vote(NameKind.PERSON, STRONG)
        return
    found = context.knowledge.referent(context.lower(last - 2), context.lower(last - 1), plural=True)
    if found is not None and last > at and context.tag(last) not in VERBS:  # "According to X, the firm will …"
        yield _vote(found, STRONG)


_ONE_OF: Final = frozenset({"of", "biggest", "largest"})


def _behind_apposition(context: Context, at: int) -> int:
    """Where the sentence goes on behind ", …,"; where it does not, the end."""
    end = len(context.sentence.tokens)
    return next((i + 1 for i in range(at + 1, min(end, at + 20)) if context.lower(i) == ","), end)


def _acts(context: Context, at: int) -> Iterator[Vote]:
    """ "X will invest", "X said": a body or a person does what the verb says."""
    if context.lower(at) in {"which", "who"}:
        if context.lower(at) == "who":
            yield Vote(NameKind.PERSON, STRONG)
        at += 1
    while context.tag(at) in {ADVERB, MODAL, HAVE, BE, "TO"}:
        at += 1
    word = context.lower(at)
    forms = verb_forms(word, context.knowledge.vocabulary)
    if not context.tag(at).startswith("V") or not forms:
        return
    if any("report" in form.verb.roles for form in forms):
        yield Vote(NameKind.PERSON, WEAK)
        yield Vote(NameKind.ORGANIZATION, WEAK)
    elif any(context.knowledge.is_act_of_body(form.verb.id) for form in forms):
        yield Vote(NameKind.ORGANIZATION, WEAK)


def listed_together(sentence: Tagged, names: Sequence[NameMention]) -> Iterator[tuple[NameMention, ...]]:
    """Names of a sentence that stand in one list: "A, B and C"."""
    group: list[NameMention] = []
    for name in names:
        if group and not _is_joint(sentence, group[-1].last, name.first):
            if len(group) > 1:
                yield tuple(group)
            group = []
        group.append(name)
    if len(group) > 1:
        yield tuple(group)


def _is_joint(sentence: Tagged, first: int, last: int) -> bool:
    words = [token.lower for token in sentence.tokens[first:last]]
    return bool(words) and all(word in {",", "and", "or", "&", "nor", "the"} for word in words) and words != ["the"]
