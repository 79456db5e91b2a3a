"""The tense that a sentence has at one of its places: told as past, as to come, or neither.

A word counts with the verb group that it ends: "will be built" lies ahead, "had been built" behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from attrs import frozen

from shanghai_tech.articles.word_lists import word_list
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.word_entries import Verb

Tense: TypeAlias = Literal["past", "future", ""]
_Group: TypeAlias = Literal["past", "future", "", "nothing"]
_Kind: TypeAlias = Literal[
    "modal", "to", "be", "was", "have", "had", "can", "ahead", "committed", "past", "said", "between", "other"
]

_WORD: Final = re.compile(r"[A-Za-z]+(?:['’](?:ll|t|d))?")
_CLAUSE: Final = re.compile(r"[;:\"“”()]|,?\s(?:and|but|while|whereas|which|who|although|though|as)\s")
_PHRASE: Final = re.compile(r"[,;:\"“”()]|\s(?:[–—-]|and|but|while|whereas|which|who|although|though|as)\s")
_KINDS: Final[dict[str, _Kind]] = {
    **dict.fromkeys(("will", "would", "shall", "should", "won't", "won’t"), "modal"),
    **dict.fromkeys(("is", "are", "am"), "be"),
    **dict.fromkeys(("was", "were"), "was"),
    **dict.fromkeys(("have", "has"), "have"),
    **dict.fromkeys(("had", "did", "been"), "had"),
    **dict.fromkeys(("be", "being", "can", "could", "may", "might", "must"), "can"),
    **dict.fromkeys(("not", "also", "already", "since", "now", "then"), "between"),
    "to": "to",
}
_WHEN: Final = re.compile(r"(?i)\s+(?:back\s+)?(?:in|on|during|last|at\s+the)\s")
_TOLD_WHEN: Final = re.compile(r"\s+(?:\w+\s+){1,3}(?:on\s+[A-Z]|last\s)")  # "told reporters on Friday"
_AIM: Final = re.compile(r"\s+(?:to|that|it|they|he|she)\b")
_NOTHING: Final = "nothing"
_BEFORE_NOUN: Final = re.compile(
    r"(?i)(?:[0-9]|\b(?:a|an|the|its|their|his|her|our|of|for|more|most|newly|highly|other|such|many|all))\s+$"
)


@frozen
class Cue:
    """A word that tells a tense, and where it stands in its sentence."""

    start: int
    end: int
    tense: Tense


@frozen(kw_only=True)
class Tenses:
    """A sentence with the words that tell its tense, and the stretches between its commas and of its clauses."""

    sentence: str
    cues: tuple[Cue, ...]
    phrases: tuple[Span, ...]
    clauses: tuple[Span, ...]

    def cue_at(self, place: Span) -> Cue | None:
        """The cue for a place: the nearest one between its commas, or of its clause, or of the sentence."""
        for stretches in (self.phrases, self.clauses):
            around = [stretch for stretch in stretches if stretch.overlaps(place)]
            inside = [cue for cue in self.cues if around and around[0].start <= cue.start < around[-1].end]
            if inside:
                return _nearest(inside, place)
        return _nearest(self.cues, place) if self.cues else None

    def tense_at(self, place: Span) -> Tense:
        """The tense at a place: that of its cue, and none where there is no cue."""
        cue = self.cue_at(place)
        return cue.tense if cue else ""


def _nearest(cues: Sequence[Cue], place: Span) -> Cue:
    return min(cues, key=lambda cue: (max(cue.start - place.end, place.start - cue.end), cue.start))


@lru_cache(maxsize=8)
def _kinds(vocabulary: Vocabulary) -> dict[str, _Kind]:
    """Words by what they do in a verb group; reports ("said") tell nothing of what they report."""
    committing = [verb for verb in vocabulary.verb if "commit" in verb.roles]
    reports = [verb for verb in vocabulary.verb if "report" in verb.roles]
    unlike = (form for verb in vocabulary.verb for form in (verb.past, verb.participle) if form and form != verb.id)
    kinds: dict[str, _Kind] = dict.fromkeys(unlike, "past")
    kinds.update(dict.fromkeys((form for verb in reports for form in _forms(verb)), "other"))
    kinds.update(dict.fromkeys((_forms(verb)[2] for verb in reports), "said"))
    kinds.update(dict.fromkeys(word_list(vocabulary, "no-past"), "other"))
    kinds.update(dict.fromkeys((form for verb in committing for form in _forms(verb)), "ahead"))
    kinds.update(dict.fromkeys(word_list(vocabulary, "ahead"), "ahead"))
    done = (form for verb in committing for form in _forms(verb)[2:4] if form != verb.id)
    kinds.update(dict.fromkeys(done, "committed"))
    return {**kinds, **_KINDS}


def _forms(verb: Verb) -> tuple[str, ...]:
    stem = verb.id.removesuffix("e")
    return (
        verb.id,
        verb.s or verb.id + "s",
        verb.past or stem + "ed",
        verb.participle or verb.past or stem + "ed",
        verb.ing or stem + "ing",
    )


def find_cues(sentence: str, vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The words of a sentence that tell its tense, in order.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> sentence = "Ten were opened in 2017 and five more will be opened by 2020."
    >>> [(sentence[cue.start : cue.end], cue.tense) for cue in find_cues(sentence, load_vocabulary())]
    [('were', 'past'), ('opened', 'past'), ('will', 'future'), ('opened', 'future')]
    """
    kinds = _kinds(vocabulary)
    cues: list[Cue] = []
    group: _Group = _NOTHING  # what the auxiliaries before a word have told
    before: _Kind = "other"
    for match in _WORD.finditer(sentence):
        word = match[0].casefold()
        kind = kinds.get(word) or _kind_by_ending(word)
        if kind == "said":  # only when it was said is past: "announced in May that it would open one"
            when = _WHEN.match(sentence, match.end()) or (word == "told" and _TOLD_WHEN.match(sentence, match.end()))
            kind = "past" if group == _NOTHING and when else "other"
        if kind == "other":  # most words
            group, before = _NOTHING, kind
            continue
        if kind in {"past", "was", "had", "committed"} and _is_adjective(sentence, match, kind=kind, group=group):
            kind = "ahead" if kind == "committed" else "other"
        if kind == "to" and before in {"be", "was", "ahead", "committed"}:
            kind = "modal"
        tense = _tense_of(kind, group)
        if tense:
            cues.append(Cue(match.start(), match.end(), tense))
        group = _group_behind(kind, group)
        before = kind
    return tuple(cues)


def _kind_by_ending(word: str) -> _Kind:
    if word.endswith("ed") and len(word) > 4:
        return "past"
    if word.endswith("ly"):
        return "between"
    return "modal" if word.endswith(("'ll", "’ll")) else "other"


def _tense_of(kind: _Kind, group: _Group) -> Tense:
    """The tense that a word tells, being of a kind and behind the auxiliaries of its group."""
    if kind in {"modal", "ahead"}:
        return "future"
    if kind in {"past", "was", "had"}:
        return "past" if group == _NOTHING else group
    return "past" if kind == "committed" else ""


def _group_behind(kind: _Kind, group: _Group) -> _Group:
    """What the auxiliaries up to a word make of the next: "is built" tells nothing, "has built" the past."""
    if kind == "modal":
        return "future"
    if kind in {"was", "had"}:
        return "past"
    if kind == "between":
        return group
    if kind not in {"be", "have", "can", "to"}:
        return _NOTHING
    if group == "future":
        return "future"
    return "past" if kind == "have" or group == "past" else ""


def _is_adjective(sentence: str, match: re.Match[str], *, kind: _Kind, group: _Group) -> bool:
    """Whether a past form is no verb of the past: "AI-powered", "the digitized firms", "is expected to"."""
    if kind == "committed" and (group != _NOTHING or _AIM.match(sentence, match.end())):
        return True
    return _is_part(sentence, match.start())


def _is_part(sentence: str, start: int) -> bool:
    """Whether a word is no verb: part of another ("AI-powered"), or between a number or article and a noun."""
    return sentence[max(0, start - 1) : start] in {"-", "'", "’"} or bool(
        _BEFORE_NOUN.search(sentence, max(0, start - 10), start)
    )


def read_tenses(sentence: str, vocabulary: Vocabulary) -> Tenses:
    """The tenses of a sentence.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> told = read_tenses("Ten were opened in 2017 and five more will be opened by 2020.", load_vocabulary())
    >>> [told.tense_at(Span(at, at + 4)) for at in (19, 56)]
    ['past', 'future']
    """
    return Tenses(
        sentence=sentence,
        cues=find_cues(sentence, vocabulary),
        phrases=_stretches(_PHRASE, sentence),
        clauses=_stretches(_CLAUSE, sentence),
    )


def _stretches(mark: re.Pattern[str], sentence: str) -> tuple[Span, ...]:
    """The stretches between marks."""
    ends = [0, *(at for match in mark.finditer(sentence) for at in match.span()), len(sentence)]
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True))
