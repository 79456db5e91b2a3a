"""Tokens → verb groups: auxiliaries, adverbs and verbs that belong together."""

from __future__ import annotations

from collections.abc import Container, Sequence
from enum import Enum
from typing import Final

from attrs import define, field, frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.inflection import verb_forms
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.word_entries import Verb


class Tense(Enum):
    """What the form of a verb group says about when its statement holds."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


FINITE: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.FUTURE})
_FULL: Final = frozenset({t.PRESENT, t.PAST, t.PARTICIPLE, t.GERUND})

_FULL_TENSE: Final = {
    t.PRESENT: Tense.PRESENT,
    t.PAST: Tense.PAST,
    t.PARTICIPLE: Tense.PARTICIPLE,
    t.GERUND: Tense.GERUND,
}

#: Modals that tell what is possible now: "the hall can seat 300".
_ABLE: Final = frozenset({"can", "cannot", "can't", "can’t"})
#: Verbs before "to" and a deed that make it one to come, and infinitives that are states.
_GUESSES: Final = frozenset({"estimate", "expect", "forecast", "project", "predict", "anticipate"})
_STATES: Final = frozenset({"be", "have", "cost", "total", "stand", "number", "hold", "own", "employ", "account"})
_NEGATIONS: Final = frozenset({"not", "never"})
_LINKS: Final = frozenset(
    {
        "likely",
        "poised",
        "due",
        "set",
        "able",
        "expected",
        "slated",
        "scheduled",
        "about",
        "ready",
        "bound",
        "keen",
        "eager",
        "on",
        "track",
    }
)


@frozen(kw_only=True)
class VerbGroup:
    """Auxiliaries, adverbs and verbs that belong together: "is expected to reach".

    `verbs` are the full verbs in order, the last carries the meaning; a form of "be" alone leaves it empty. `intends`
    tells that the group states an intention: a modal, or a verb such as plan or aim before an infinitive. `coordinated`
    tells that it shares the subject and the auxiliary of the group before it, `able` that it tells what is possible.
    """

    verbs: tuple[Verb, ...]
    tense: Tense
    passive: bool = False
    intends: bool = False
    negated: bool = False
    coordinated: bool = False
    able: bool = False

    @property
    def lemma(self) -> str:
        """The base form of the verb that carries the meaning."""
        return self.verbs[-1].id if self.verbs else "be"

    def has(self, role: str) -> bool:
        """Whether the verb that carries the meaning has a role in the vocabulary."""
        return bool(self.verbs) and role in self.verbs[-1].roles


@define
class _Growing:
    """A verb group while its tokens are gone through."""

    verbs: list[Verb] = field(factory=list[Verb])
    words: list[str] = field(factory=list[str])
    tense: Tense | None = None
    passive: bool = False
    intends: bool = False

    def done(self) -> VerbGroup:
        """The finished group."""
        infinitive = self.tense is Tense.INFINITIVE
        if self.tense is Tense.PERFECT and not self.verbs and "been" not in self.words:
            self.tense = Tense.PRESENT  # "has 300 labs"
        return VerbGroup(
            verbs=tuple(self.verbs),
            tense=Tense.FUTURE if self.intends and not infinitive else self.tense or Tense.PRESENT,
            passive=self.passive,
            intends=self.intends,
            able=not _ABLE.isdisjoint(self.words),
            negated=any(word in _NEGATIONS or word.endswith("n't") for word in self.words),
        )


def verb_group(
    tagged: Tagged, at: int, *, vocabulary: Vocabulary, taken: Container[int]
) -> tuple[VerbGroup, int] | None:
    """A verb group that begins at a token, if one does, and where it ends; it takes no token that is taken."""
    tags = tagged.tags
    if tags[at] not in t.VERBS and not (tags[at] == t.TO and _full_after(tagged, at + 1)):
        return None
    group, end = _Growing(), at
    while end < len(tags) and end not in taken:
        is_between = tags[end] == t.ADVERB and end + 1 < len(tags) and tags[end + 1] in t.VERBS | {t.TO, t.ADVERB}
        if not is_between:
            if not _takes(group, tagged, end, vocabulary=vocabulary):
                break
            group.words.append(tagged.tokens[end].lower)
        elif tagged.tokens[end].lower in _NEGATIONS:
            group.words.append(tagged.tokens[end].lower)
        end += 1
    return (group.done(), end) if group.words else None


def _takes(group: _Growing, tagged: Tagged, at: int, *, vocabulary: Vocabulary) -> bool:
    """Adds a token to a verb group where it belongs to it."""
    tag, lower = tagged.tags[at], tagged.tokens[at].lower
    if tag == t.TO and _full_after(tagged, at + 1):
        group.intends = group.intends or _leads_on(group.verbs, group.words, _infinitive(tagged, at + 1))
        group.tense = group.tense or Tense.INFINITIVE
        group.verbs, group.passive = [], False
        return True
    if tag in {t.MODAL, t.BE, t.HAVE, t.DO}:
        if group.verbs:
            return False
        group.tense = group.tense or _auxiliary_tense(tag, lower)
        group.intends = group.intends or (tag == t.MODAL and lower not in _ABLE)
        return True
    if tag in _FULL:
        if group.verbs and not (group.verbs[-1].id == "help" and tag == t.PRESENT):
            return False
        group.tense = group.tense or _FULL_TENSE[tag]
        group.passive = tag in {t.PARTICIPLE, t.PAST} and _after_be(group.words)
        group.verbs.append(_verb_of(lower, tag, vocabulary))
        return True
    group.intends = group.intends or (lower in _LINKS and _after_be(group.words) and _to_follows(tagged, at + 1))
    return lower in _LINKS and _after_be(group.words) and _to_follows(tagged, at + 1)


def _full_after(tagged: Tagged, at: int) -> bool:
    """Whether an infinitive stands at a token, adverbs skipped."""
    while at < len(tagged.tags) and tagged.tags[at] == t.ADVERB:
        at += 1
    return at < len(tagged.tags) and tagged.tags[at] in {t.PRESENT, t.BE, t.HAVE, t.DO}


def _to_follows(tagged: Tagged, at: int) -> bool:
    following = tagged.tags[at : at + 2]
    return t.TO in following


def _infinitive(tagged: Tagged, at: int) -> str:
    """The infinitive behind "to", adverbs skipped."""
    while at < len(tagged.tags) and tagged.tags[at] == t.ADVERB:
        at += 1
    return tagged.tokens[at].lower if at < len(tagged.tokens) else ""


def _leads_on(verbs: Sequence[Verb], words: Sequence[str], infinitive: str) -> bool:
    """Whether what stands before "to" makes the infinitive an intention: "plans to", "is to", "is going to".

    What is estimated to be or to have is so now; what is estimated to create or to reach is to come.
    """
    if verbs:
        is_guess = verbs[-1].id in _GUESSES and infinitive not in _STATES
        return "commit" in verbs[-1].roles or verbs[-1].id == "go" or is_guess
    return _after_be(words) or bool({"has", "have"} & set(words))


def _after_be(words: Sequence[str]) -> bool:
    return any(word in {"be", "is", "are", "was", "were", "been", "being", "am"} for word in words)


def _auxiliary_tense(tag: str, lower: str) -> Tense:
    if tag == t.MODAL:
        return Tense.PRESENT if lower in _ABLE else Tense.FUTURE
    if tag == t.HAVE:
        return {"having": Tense.GERUND, "had": Tense.PAST, "hadn't": Tense.PAST}.get(lower, Tense.PERFECT)
    if lower == "being":
        return Tense.GERUND
    return Tense.PAST if lower in {"was", "were", "did", "wasn't", "weren't", "didn't"} else Tense.PRESENT


def _verb_of(lower: str, tag: str, vocabulary: Vocabulary) -> Verb:
    """The verb of a form; one that the vocabulary does not know is itself."""
    forms = verb_forms(lower, vocabulary)
    fitting = [form for form in forms if form.tag == tag or {form.tag, tag} <= {t.PAST, t.PARTICIPLE}]
    return (fitting or list(forms))[0].verb if forms else Verb(id=lower)
