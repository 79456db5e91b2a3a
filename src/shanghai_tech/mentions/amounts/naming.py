"""Numbers that name or date something and tell no amount: "Section 3", "in 2018", "March 30", "aged 35", "the two"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from attrs import frozen

from shanghai_tech.mentions.amounts.bounds import cue_before, cue_tables, is_cue
from shanghai_tech.mentions.amounts.codes import YEAR, chain_end, has_suffix, is_code, is_joined, is_range, run_end
from shanghai_tech.mentions.amounts.digits import is_grouped
from shanghai_tech.mentions.amounts.number_words import glued, number_tables
from shanghai_tech.mentions.amounts.parts import slashed
from shanghai_tech.mentions.amounts.units import read_unit
from shanghai_tech.mentions.amounts.written import HYPHENS
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.inflection import is_plural, verb_forms
from shanghai_tech.mentions.words.phrases import Phrases, phrases
from shanghai_tech.mentions.words.tokens import Token
from shanghai_tech.vocabulary import Vocabulary

_ONE: Final = Decimal(1)
#: Names of phases, types and the like go up to about here.
_FEW: Final = 20
_SHORT: Final = 3
_SPANS: Final = frozenset({"and", "to", "or", *HYPHENS})
_OPENERS: Final = frozenset('"“‘:.')


@frozen
class DateTables:
    """What a calendar and a clock write beside numbers."""

    months: frozenset[str]
    clock: Phrases[str]


@lru_cache(maxsize=8)
def date_tables(vocabulary: Vocabulary) -> DateTables:
    """Months and halves of the day, compiled once."""
    months = {name.rstrip(".") for month in vocabulary.month for name in (month.id, *month.short)}
    halves = [name for half in vocabulary.clock_half for name in half.names]
    clock = [*halves, "o'clock", "o’clock", "GMT", "UTC", "local time"]
    return DateTables(
        frozenset({*months, *(name.upper() for name in months)}), phrases(((name, name) for name in clock), vocabulary)
    )


def naming_end(sentence: Tagged, index: int, vocabulary: Vocabulary) -> int | None:
    """The token behind a number that is no amount, or None where token `index` may begin one."""
    if sentence.tokens[index].kind == "number":
        return _of_digits(sentence, index, vocabulary)
    return index + 1 if _is_word_naming(sentence, index, vocabulary) else None


def _of_digits(sentence: Tagged, index: int, vocabulary: Vocabulary) -> int | None:
    tokens = sentence.tokens
    end = chain_end(tokens, index)
    if is_joined(tokens, index) or is_code(sentence, index) or has_suffix(sentence, index, vocabulary):
        return run_end(tokens, end)
    if end > index + 1 and not is_range(sentence, index, end, vocabulary=vocabulary):
        return run_end(tokens, end)
    if "," in tokens[index].text:
        return index + 1 if _is_counted_off(tokens, index) else None
    if clock := date_tables(vocabulary).clock.at(tokens, end):
        return clock[1]
    if _is_date(sentence, index, vocabulary) or _is_year(sentence, index, vocabulary):
        return end
    if slashed(tokens, end) is None and (run := run_end(tokens, end)) > end and not is_grouped(sentence, index):
        return run
    return end if _is_label(sentence, index, vocabulary) or _is_age(sentence, index, vocabulary) else None


def _is_word_naming(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a number word is part of a name ("Big Four"), a pronoun ("the one", "the two") or counted off."""
    tokens, tags, token = sentence.tokens, sentence.tags, sentence.tokens[index]
    if token.text[0].isupper() and index and tokens[index - 1].text not in _OPENERS:
        beside = [tokens[at].text[:1] for at in (index - 1, index + 1) if at < len(tokens)]
        if any(letter.isupper() for letter in beside) and not _is_headline(sentence, index):
            return True
    if is_joined(tokens, index):
        return True
    if token.lower == "one" and not _one_counts(sentence, index, vocabulary):
        return True
    if token.lower == "zero" and tags[index + 1 : index + 2] not in {("N",), ("ADJ",)}:
        return True
    after = tags[index + 1] if index + 1 < len(tags) else "PUNCT"
    if cue_before(sentence, index, "name", vocabulary=vocabulary) is not None:
        return True
    stands_in = (
        index > 0
        and tokens[index - 1].lower in {"the", "these", "those", "other"}
        and token.lower in number_tables(vocabulary).cardinal
    )
    if (
        stands_in
        and after in {"BE", "HV", "PUNCT", "MD", "V", "VD", "IN"}
        and tokens[index + 1 : index + 2] != ()
        and tokens[index + 1].lower != "of"
    ):
        return True
    if date_tables(vocabulary).clock.at(tokens, index + 1) is not None:
        return True
    return is_cue(tokens[index - 1].lower if index else "", "ageing", vocabulary) or _is_counted_off(tokens, index)


def _is_date(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the digits are the day beside a month ("March 30", "30 March"), or go on after one ("May 3 and 4")."""
    tokens, months = sentence.tokens, date_tables(vocabulary).months
    text = tokens[index].text
    if not text.isdecimal() or len(text) > 2 or int(text) > 31:
        return False
    before = index - 1
    if before >= 1 and tokens[before].text == "." and glued(tokens, before):
        before -= 1
    if before >= 0 and tokens[before].text in months:
        return True
    if index + 1 < len(tokens) and tokens[index + 1].text in months:
        return True
    goes_on = (
        index >= 3 and tokens[index - 1].lower in {"and", "to", "-", "–", ","} and tokens[index - 2].kind == "number"
    )
    if not goes_on or tokens[index - 3].text not in months:
        return False
    return sentence.tags[index + 1 : index + 2] not in {("N",), ("ADJ",), ("SIGN",)}


def _is_year(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether four digits are a year: nothing is measured or counted by them."""
    tokens, tags = sentence.tokens, sentence.tags
    text = tokens[index].text
    if not YEAR.fullmatch(text) or (index and tokens[index - 1].kind == "sign"):
        return False
    at = index + 1
    if glued(tokens, at) and tokens[at].text in HYPHENS and tokens[at + 1 : at + 2] and tokens[at + 1].kind == "word":
        return True
    scaled = at < len(tokens) and tokens[at].lower in number_tables(vocabulary).scale
    if scaled or read_unit(sentence, at, vocabulary, value=Decimal(text)) is not None:
        return False
    while at < len(tokens) and tags[at] in {"ADJ", "NAME"} and not is_plural(tokens[at].lower, vocabulary):
        at += 1
    if at >= len(tokens) or tags[at] not in {"N", "NAME"} or not is_plural(tokens[at].lower, vocabulary) or not index:
        return True
    if cue_tables(vocabulary).before.before(tokens, index) is not None:
        return False
    return tags[index - 1] not in {"V", "VD", "VG", "VN", "HV", "BE", "CC", "SUB"}


def _is_age(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the number is somebody's age: "aged 35", "35, a", "35-year-old", "35 years old"."""
    tokens, text = sentence.tokens, sentence.tokens[index].text
    earlier = index - 2 if index > 2 and tokens[index - 1].lower in _SPANS else 0
    goes_on = earlier > 0 and cue_before(sentence, earlier, "ageing", vocabulary=vocabulary) is not None
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    both = index > 0 and tokens[index - 1].lower == "both" and words[:1] == [","]
    if goes_on or both or cue_before(sentence, index, "ageing", vocabulary=vocabulary) is not None:
        return True
    if words[1:2] == ["old"] or words[1:] == ["of", "age"] or (words[1:2] and words[1].endswith(("-old", "-olds"))):
        return True
    if not text.isdecimal() or len(text) > 3 or int(text) > 120 or index < 2 or tokens[index - 1].text not in ",(":
        return False
    return sentence.tags[index - 2] in {"NAME", "N"} and words[:1] in ([","], [";"], [")"])


def _is_label(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the word in front makes the digits a name ("Section 3"), or they are counted off ("per 100")."""
    tokens, tags, at = sentence.tokens, sentence.tags, index + 1
    if not index or _is_counted_off(tokens, index):
        return index > 0
    if at < len(tokens):
        scaled = tokens[at].lower in number_tables(vocabulary).scale or tokens[at].text in HYPHENS
        if scaled or read_unit(sentence, at, vocabulary, value=_ONE) is not None:
            return False
    before = tokens[index - 1]
    plural = _plural_follows(sentence, at, vocabulary)
    if cue_before(sentence, index, "name", vocabulary=vocabulary) is not None and tags[index - 1] != "VD":
        return before.text[0].isupper() or not plural or Decimal(tokens[index].text.replace(",", "")) <= _FEW
    text = tokens[index].text
    ends_street = _ends_address(sentence, at, vocabulary)
    named = tags[index - 1] == "NAME" and not (verb_forms(before.lower, vocabulary) or _is_headline(sentence, index))
    return ends_street or (named and "," not in text and not plural)


def _is_headline(sentence: Tagged, index: int) -> bool:
    """Whether the words around are all written with capitals, so that a capital tells nothing."""
    near = [token.text for token in sentence.tokens[max(0, index - 6) : index + 6] if token.text.isalpha()]
    long = [text for text in near if len(text) > _SHORT]
    return len(long) > _SHORT and all(text[0].isupper() for text in long)


def _ends_address(sentence: Tagged, at: int, vocabulary: Vocabulary) -> bool:
    """Whether names from token `at` on end in a word for a street: "12 Main Street"."""
    while sentence.tags[at : at + 1] == ("NAME",):
        at += 1
        if is_cue(sentence.tokens[at - 1].lower, "address", vocabulary) and sentence.tags[at - 2] == "NAME":
            return True
    return False


def _plural_follows(sentence: Tagged, at: int, vocabulary: Vocabulary) -> bool:
    while at < len(sentence.tokens) and sentence.tags[at] in {"ADJ", "N", "NAME", "VN"}:
        if is_plural(sentence.tokens[at].lower, vocabulary):
            return True
        at += 1
    return False


def _is_counted_off(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number is the measure of a rate: "per 10,000 residents", "for every 100"."""
    before = tokens[index - 1].lower if index else ""
    return before == "per" or (before == "every" and index > 1 and tokens[index - 2].lower in {"for", "of", "in"})


def _one_counts(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether "one" is a number: before a unit, a scale, another number, or behind a limit ("at least one")."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    if not words:
        return False
    if words[0] in tables.scale or words[0] in tables.part or words[:2] == ["and", "a"] or "-" in tokens[index].lower:
        return True
    if read_unit(sentence, index + 1, vocabulary, value=_ONE) is not None:
        return True
    if words[:2] == ["of", "every"]:
        return True
    others = [word for word in words[1:] if word not in {"of", "every"}]
    if words[1:2] == ["in"] and sentence.tags[index + 1] == "N":
        others = words[2:]
    numbered = bool(others) and (others[0] in tables.cardinal or others[0][0].isdecimal())
    if words[0] in {"or", "to", "in", "out"} or words[1:2] == ["in"]:
        return numbered
    before = tokens[index - 1].lower if index else ""
    return before in {"least", "only", "just", "than"} and sentence.tags[index + 1] in {"N", "ADJ"}
