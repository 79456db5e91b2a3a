"""What the shape of capitalised words tells by itself: a person's name, or no name at all."""

from __future__ import annotations

import re
from typing import Final

from shanghai_tech.mentions.names.lines import Line
from shanghai_tech.mentions.names.runs import extended
from shanghai_tech.mentions.names.tables import Known, NameKind
from shanghai_tech.mentions.words.tags import NAME, NOUN

#: A person's name has no more words than this.
LONGEST_PERSON: Final = 6
_SYLLABLE: Final = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ong|ian|iao|uai|uan|ing|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|[aeiouü]))"
)
_PINYIN: Final = re.compile(rf"{_SYLLABLE}{{1,3}}'?{_SYLLABLE}?", re.IGNORECASE)
_DOUBLE_GIVEN: Final = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")
_WORD: Final = re.compile(r"(?:(?:Mc|Mac|De|Di|La|Le|O['’]|D['’]|Al-|El-)?[^\W\d_a-z][^\W\d_A-Z]*)(?:[-'’][^\W\d_]+)*")
_CONTRACTIONS: Final = ("'ve", "'re", "'ll", "'d", "'m", "n't")


def is_person(line: Line, first: int, *, last: int) -> bool:
    """Whether words have the shape of a person's name: a family name and pinyin, or a known given name and more."""
    if not 1 < last - first <= LONGEST_PERSON:
        return False
    words = [token.text for token in line.tokens[first:last] if token.kind == "word"]
    if not all(word.islower() or is_word_of_person(word) for word in words):
        return False
    before = words[0].lower()
    if line.tables.has("given", before) or before in line.tables.addresses:
        return True
    given = words[1:]
    fits = all(_PINYIN.fullmatch(word) or _DOUBLE_GIVEN.fullmatch(word) for word in given)
    return fits and len(given) <= 2 and line.tables.has("surname", before)


def is_person_like(line: Line, first: int, *, last: int) -> bool:
    """Whether a few plain words that are no words for fields could be a person's name."""
    words = range(first, last)
    fits = all(is_word_of_person(line.tokens[at].text) and not line.field(at) for at in words)
    return 1 < last - first <= LONGEST_PERSON and fits


def is_word_of_person(word: str) -> bool:
    """Whether a word is written like part of a person's name: Anna, McCall, O'Neill, Sang-jun, A."""
    return _WORD.fullmatch(word) is not None


def is_head_of_person(line: Line, first: int, *, last: int) -> bool:
    """Whether the last word is a family name rather than a head word: "Jim Hall", "Grace Park"."""
    return last - first == 2 and line.has("given", first) and line.has("surname_head", last - 1)


def is_plain(line: Line, at: int, *, end: int) -> bool:
    """Whether a word is no part of a name although it has a capital: The, Wednesday, AI, Residents, We've."""
    lower = line.lower(at)
    known = line.tables.known_at(line.tokens, at, last=end)
    if known is not None:  # "The National" is a name, but not in "The National Broadband Strategy"
        return line.has("determiner", at) and at + len(known.words) < end
    if lower.endswith(_CONTRACTIONS):
        return True
    if line.has("agency_lead", at) and at + 1 < end and line.begins_with_place(at + 1):
        return False  # Invest Oulu
    parts = lower.split("-")
    if parts[0] in line.tables.calendar and all(
        part in line.tables.calendar or line.tables.has("term", part) for part in parts[1:]
    ):  # One-Gbps
        return not is_person(line, at, last=end)  # Sun is a family name as well
    alone = end == at + 1
    if line.sentence.tags[at] not in {NAME, NOUN} and line.has("surname", at) and is_person(line, at, last=end):
        return False  # He Jianhua
    if alone and line.field(at) and extended(line, at, last=end) > end:
        return False  # Small and Medium Business Administration
    if line.sentence.tags[at] not in {NAME, NOUN} and not (line.field(at) and not alone):
        return True
    if alone and (any(line.has(each, at) for each in ("term", "field", "direction")) or len(lower) == 1):
        return True
    return line.opens(at) and (line.has("common", at) or (alone and line.has("mass", at)))


def is_surname(line: Line, known: Known, first: int, *, last: int) -> bool:
    """Whether the name of a company stands behind a form of address, as the family name of a person."""
    before = first - 1 - (line.lower(first - 1) == ".")
    address = line.tables.addresses.get(line.lower(before))
    is_company = known.kind is NameKind.ORGANIZATION and last == first + 1
    return is_company and address is not None and not address.kept and line.capital(before)


def is_municipality(line: Line, first: int, *, last: int) -> bool:
    """Whether the words are how a city is called as a body: "the City of Turku"."""
    return (
        last - first > 2
        and line.lower(first) == "city"
        and line.lower(first + 1) == "of"
        and line.is_place(first + 2, last)
    )
