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
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Verb

Tense: TypeAlias = Literal["past", "future", ""]
_Group: TypeAlias = Literal["past", "future", "", "nothing"]

_WORD: Final = re.compile(r"[A-Za-z]+(?:['’](?:ll|t|d))?")
_CLAUSE: Final = re.compile(r"[;:\"“”()]|,?\s(?:and|but|while|whereas|which|who|although|though|as)\s")
_PHRASE: Final = re.compile(r"[,;:\"“”()]|\s(?:[–—-]|and|but|while|whereas|which|who|although|though|as)\s")
_BEHIND: Final = frozenset({"was", "were", "had", "did", "been"})
_BE: Final = frozenset({"is", "are", "am", "was", "were"})
_AUXILIARIES: Final = frozenset(
    {"be", "being", "is", "are", "am", "to", "can", "could", "may", "might", "must", "have", "has"}
)
_MODALS: Final = frozenset({"will", "would", "shall", "should", "won't", "won’t"})
_BETWEEN: Final = frozenset({"not", "also", "already", "since", "now", "then"})
_AIM: Final = re.compile(r"\s+(?:to|that|it|they|he|she)\b")
_NOTHING: Final = "nothing"
_BEFORE_NOUN: Final = re.compile(
    r"(?i)(?:[0-9]|\b(?:a|an|the|its|their|his|her|our|of|for|more|most|newly|highly|other|such|many|all))\s+$"
)


@frozen(kw_only=True)
class _Words:
    """Words by what they tell; reports ("said") tell nothing of what they report, nor do adjectives that look past."""

    ahead: frozenset[str]
    committed: frozenset[str]
    behind: frozenset[str]
    silent: frozenset[str]


@frozen
class Cue:
    """A word that tells a tense, and where it stands in its sentence."""

    start: int
    end: int
    tense: Tense


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> _Words:
    committing = [verb for verb in vocabulary.verb if "commit" in verb.roles]
    ahead = {form for verb in committing for form in _forms(verb)} | word_list(vocabulary, "ahead")
    silent = {form for verb in vocabulary.verb if "report" in verb.roles for form in _forms(verb)} - ahead
    silent |= word_list(vocabulary, "no-past")
    unlike = {form for verb in vocabulary.verb for form in (verb.past, verb.participle) if form and form != verb.id}
    return _Words(
        ahead=frozenset(ahead),
        committed=frozenset(form for verb in committing for form in _forms(verb)[2:4] if form != verb.id),
        behind=frozenset((unlike | _BEHIND) - ahead - silent),
        silent=frozenset(silent),
    )


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
    words = _words(vocabulary)
    cues: list[Cue] = []
    group: _Group = _NOTHING  # what the auxiliaries before a word have told
    before = ""
    for match in _WORD.finditer(sentence):
        word = match[0].casefold()
        tense: Tense = ""
        if word in _MODALS or word.endswith(("'ll", "’ll")):
            tense = group = "future"
        elif word in words.committed and group == _NOTHING and _is_done(sentence, match):
            tense = "past"
        elif word in words.ahead or (word == "to" and (before in _BE or before in words.ahead)):
            tense = "future"
            group = "future" if word == "to" else _NOTHING
        elif _is_past(word, words) and not _is_part(sentence, match.start()):
            tense = "past" if group == _NOTHING else group
            group = "past" if word in _BEHIND else _NOTHING
        elif word in _AUXILIARIES:
            group = _group(word, group)
        elif not word.endswith("ly") and word not in _BETWEEN:
            group = _NOTHING
        before = word
        if tense:
            cues.append(Cue(match.start(), match.end(), tense))
    return tuple(cues)


def _is_part(sentence: str, start: int) -> bool:
    """Whether a word is no verb: part of another ("AI-powered"), or between a number or article and a noun."""
    return sentence[max(0, start - 1) : start] in {"-", "'", "’"} or bool(
        _BEFORE_NOUN.search(sentence, max(0, start - 10), start)
    )


def _is_done(sentence: str, match: re.Match[str]) -> bool:
    """Whether a commitment is told and not what it aims at: "pledged 5 billion", but "pledged to build"."""
    return not _AIM.match(sentence, match.end()) and not _is_part(sentence, match.start())


def _is_past(word: str, words: _Words) -> bool:
    if word in words.behind:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in words.silent


def _group(word: str, group: _Group) -> _Group:
    """What an auxiliary makes of the participle behind it: "is built" tells nothing, "has built" the past."""
    if group == "future":
        return "future"
    return "past" if word in {"have", "has"} or group == "past" else ""


def cue_at(cues: tuple[Cue, ...], *, start: int, end: int, sentence: str) -> Cue | None:
    """The cue for a stretch of a sentence: the nearest one between its commas, or of its clause, or of the sentence.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> sentence = "Ten were opened in 2017 and five more will be opened by 2020."
    >>> cues = find_cues(sentence, load_vocabulary())
    >>> [cue_at(cues, start=at, end=at + 4, sentence=sentence).tense for at in (19, 56)]
    ['past', 'future']
    """
    for pattern in (_PHRASE, _CLAUSE):
        left, right = _around(pattern, start=start, end=end, sentence=sentence)
        inside = [cue for cue in cues if left <= cue.start < right]
        if inside:
            return _nearest(inside, start=start, end=end)
    return _nearest(cues, start=start, end=end) if cues else None


def _around(pattern: re.Pattern[str], *, start: int, end: int, sentence: str) -> tuple[int, int]:
    """Where the stretch between two marks lies that holds a place of a sentence."""
    left = 0
    for mark in pattern.finditer(sentence):
        if mark.start() >= end:
            return left, mark.start()
        left = mark.end() if mark.end() <= start else left
    return left, len(sentence)


def _nearest(cues: Sequence[Cue], *, start: int, end: int) -> Cue:
    return min(cues, key=lambda cue: (max(cue.start - end, start - cue.end), cue.start))


def tense_at(cues: tuple[Cue, ...], *, start: int, end: int, sentence: str) -> Tense:
    """The tense at a stretch of a sentence: that of its cue, and none where there is no cue."""
    cue = cue_at(cues, start=start, end=end, sentence=sentence)
    return cue.tense if cue else ""
