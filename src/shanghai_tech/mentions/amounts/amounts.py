"""One number with its unit: what stands in front of it, behind it, and the noun that it counts."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.amounts.bounds import bound_after, is_cue
from shanghai_tech.mentions.amounts.counted import counted_unit, read_counted
from shanghai_tech.mentions.amounts.number_words import glued, number_tables
from shanghai_tech.mentions.amounts.numerals import read_numeral
from shanghai_tech.mentions.amounts.rates import read_rate
from shanghai_tech.mentions.amounts.units import UnitRead, money_before, read_unit, unit_of_words, unit_tables
from shanghai_tech.mentions.amounts.written import Numeral, times
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.words.inflection import is_plural, singular, verb_forms
from shanghai_tech.model import Bound, Form, Number, Quantity, Span, Unit
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_MULTIPLE: Final = frozenset({"times", "x", "fold"})
_RATING: Final = frozenset({"a", "an", "per", "each", "every"})
_CHANGES: Final = frozenset({"rise", "fall"})
_OUTDOES: Final = frozenset({"exceed", "oversubscribe", "subscribe", "outstrip", "outnumber", "outpace"})


@frozen(kw_only=True)
class Amount:
    """A number and what it is of, from token `first` up to `last`; `unit` is None while nothing tells it."""

    first: int
    last: int
    numeral: Numeral
    value: Number
    upper: Number | None = None
    bound: Bound | None = None
    unit: Unit | None = None
    dimension: str = ""
    noun: Span | None = None
    form: Form | None = None
    restated: tuple[Quantity, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing but a number was read."""
        return self.unit is None and not self.numeral.part and self.upper is None


def read_amount(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """Amount: [money] numeral [qualifier] [multiple | unit], as far as it goes without a noun that is counted."""
    numeral = read_numeral(sentence, index, vocabulary)
    if numeral is None:
        return None
    money = money_before(sentence, numeral.first, vocabulary)
    first = money.first if money is not None else numeral.first
    if numeral.ratio:
        return Amount(first=first, last=numeral.last, numeral=numeral, value=numeral.value, unit=ONE, form=Form.SHARE)
    numeral = _with_glued_scale(sentence, numeral, money=money is not None, vocabulary=vocabulary)
    unit = Unit.parse(numeral.unit) if numeral.unit else None
    amount = Amount(
        first=first, last=numeral.last, numeral=numeral, value=numeral.value, upper=numeral.upper,
        bound=numeral.bound, unit=unit,
    )  # fmt: skip
    if numeral.rest and money is None:
        return _with_rest(sentence, amount, vocabulary)
    if not numeral.rest:
        amount = _with_after(sentence, amount, vocabulary)
    if money is not None:
        return evolve(amount, unit=money.unit, dimension=money.dimension, noun=sentence.span(money.first, money.last))
    return _with_multiple(sentence, amount, vocabulary) or _with_unit(sentence, amount, vocabulary)


def _with_glued_scale(sentence: Tagged, numeral: Numeral, *, money: bool, vocabulary: Vocabulary) -> Numeral:
    """The numeral times a suffix: "3bn", "£5 m"; "3m" where money or a plural stands beside it, else metres."""
    tokens, last, tables = sentence.tokens, numeral.last, number_tables(vocabulary)
    if not numeral.digits or numeral.rest or numeral.scale > 1 or last >= len(tokens):
        return numeral
    if not (money or glued(tokens, last)):
        return numeral
    word, *rest = tokens[last].text.split("-")
    factor = tables.glued.get(word)
    if factor is None:
        return numeral
    is_unit = not money and unit_of_words((word.lower(),), vocabulary, text=sentence.text) is not None
    if is_unit and not (_beside_plural(sentence, last + 1, vocabulary) or _ends_amount(sentence, last + 1, factor)):
        return numeral
    span = Span(numeral.span.start, tokens[last].start + len(word))
    return evolve(numeral, value=times(numeral.value, factor), scale=factor, last=last + 1, span=span, rest=tuple(rest))


def _ends_amount(sentence: Tagged, index: int, factor: int) -> bool:
    """Whether "3m" stands where rather a million ends than a length: at the end of a clause; "3t" is always tonnes."""
    ends = sentence.tags[index : index + 1] in {(), ("PUNCT",), ("CC",)} or sentence.tokens[index].lower in {"in", "by"}
    return ends and factor < 10**12


def _beside_plural(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether money or a plural noun stands behind a suffix."""
    if read_unit(sentence, index, vocabulary) is not None:
        return True
    return read_counted(sentence, index, vocabulary, plural=True) is not None


# ---------------------------------------------------------------- what hyphens tie to the number


def _with_rest(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount | None:
    """The amount with the words of its compound: "66,000-square-meter", "20-member", "500-plus", "100-fold"."""
    rest = amount.numeral.rest
    word, *more = rest
    if word in {"plus", "odd"}:
        return _with_unit(sentence, evolve(amount, bound=Bound.OVER if word == "plus" else Bound.ABOUT), vocabulary)
    if word in {"fold", "strong"}:
        return evolve(amount, unit=ONE, form=Form.MULTIPLE if word == "fold" else None)
    if "old" in rest or "olds" in rest:
        return None
    noun = Span(amount.numeral.span.end + 1, sentence.tokens[amount.last - 1].end)
    found = unit_of_words(rest, vocabulary, text=sentence.text)
    if found is not None:
        return evolve(amount, unit=found.unit, dimension=found.dimension, noun=noun)
    capital = sentence.tokens[amount.last - 1].text[:1].isupper() and amount.numeral.digits
    if more or capital or not word.isalpha() or is_cue(word, "compound", vocabulary) or word.endswith("ed"):
        return None
    return evolve(amount, unit=Unit.counted(singular(word, vocabulary)), noun=noun)


# ---------------------------------------------------------------- what stands behind the number


def _with_after(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with a qualifier behind it: "500 or more", "500+"."""
    found = bound_after(sentence, amount.last, vocabulary) if amount.bound is None else None
    return evolve(amount, bound=found.bound, last=found.at) if found is not None else amount


def _with_multiple(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount | None:
    """The amount as a multiple: "250 times" behind a verb of change or before what it multiplies; "3x"."""
    tokens, at = sentence.tokens, amount.last
    word = tokens[at].lower if at < len(tokens) else ""
    if word not in _MULTIPLE or (word != "times" and not glued(tokens, at)):
        return None
    if word == "times" and not _multiplies(sentence, amount, vocabulary):
        return None
    return evolve(amount, last=at + 1, unit=ONE, form=Form.MULTIPLE)


def _multiplies(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> bool:
    """Whether "times" is of a multiple, and does not count how often: "8.5 times", "nine times earnings"."""
    at = amount.last + 1
    after = sentence.tokens[at].lower if at < len(sentence.tokens) else ""
    if is_cue(after, "scope", vocabulary):
        return True
    tags = sentence.tags[at : at + 2]
    of_plural = tags[:1] == ("N",) and is_plural(after, vocabulary)
    named = len(tags) == 2 and set(tags) <= {"ADJ", "N", "NAME"}  # "14 times average pay"
    of_rated = named and after not in {"last", "next", "past", "previous"}
    return of_plural or of_rated or amount.value != int(amount.value) or changes(sentence, amount.first, vocabulary)


def changes(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of rise, fall or excess stands just in front: "jumped 250 times", "was subscribed 10 times"."""
    for at in range(index - 1, max(-1, index - 6), -1):
        token = sentence.tokens[at]
        if token.kind == "punct":
            return False
        forms = verb_forms(token.lower, vocabulary)
        if any(_CHANGES.intersection(form.verb.roles) or form.verb.id in _OUTDOES for form in forms):
            return True
    return False


def _with_unit(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with the unit behind it; behind vague words stands "of": "hundreds of millions of dollars"."""
    tokens, at = sentence.tokens, amount.last
    of = amount.numeral.bound is not None and at < len(tokens) and tokens[at].lower == "of"
    found = read_unit(sentence, at + of, vocabulary, value=amount.value)
    return _measured(sentence, amount, found) if found is not None else amount


def _measured(sentence: Tagged, amount: Amount, unit: UnitRead) -> Amount:
    noun = sentence.span(unit.first, unit.last)
    return evolve(amount, unit=unit.unit, dimension=unit.dimension, noun=noun, last=unit.last)


def with_noun(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with the noun that it counts, where it has no unit: "500 or more startups", "13 of the projects"."""
    if amount.unit is not None or amount.numeral.part:
        return amount
    tokens, at = sentence.tokens, amount.last
    if at < len(tokens) and is_cue(tokens[at].lower, "mark", vocabulary):
        return amount
    at += amount.numeral.bound is not None and at < len(tokens) and tokens[at].lower == "of"
    counted = read_counted(sentence, at, vocabulary, plural=amount.value != int(amount.value))
    if counted is None:
        return _with_whole(sentence, amount, vocabulary)
    noun = sentence.span(counted.first, counted.last)
    unit = counted_unit(sentence, counted, vocabulary)
    known = unit_tables(vocabulary).names.of_words((tokens[counted.last - 1].lower,)) if unit.term.code else None
    dimension = known[0].dimension if known is not None else "count"
    return evolve(amount, unit=unit, dimension=dimension, noun=noun, last=counted.last)


def _with_whole(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with the noun of the whole that it is taken from: "600 of the companies", "four of its 31 plants"."""
    tokens, tags, at = sentence.tokens, sentence.tags, amount.last
    if at + 1 >= len(tokens) or tokens[at].lower != "of" or tags[at + 1] not in {"DET", "POSS", "NUM"}:
        return amount
    limit = min(len(tokens), at + 8)
    at += 1
    while at < limit and (
        tags[at] in {"DET", "POSS", "NUM", "'S", "PUNCT"}
        or tags[at + 1 : at + 2] == ("'S",)
        or tokens[at].lower == "odd"
    ):
        at += 1
    counted = read_counted(sentence, at, vocabulary)
    if counted is None or not is_plural(tokens[counted.last - 1].lower, vocabulary):
        return amount
    return evolve(amount, unit=counted_unit(sentence, counted, vocabulary), dimension="count")


def with_rate(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount per what stands behind it, at most two things; shares and multiples stay what they are."""
    if amount.unit is None:
        rate = read_rate(sentence, amount.last, vocabulary, money=False)
        return evolve(amount, unit=ONE.over(rate.term), last=rate.last) if rate and rate.term.scale > 1 else amount
    if amount.form is not None or amount.dimension in {"share", "points"} or amount.numeral.unit:
        return amount
    unit, last = amount.unit, _behind_substance(sentence, amount, vocabulary)
    for _ in range(2 - len(unit.per)):
        rate = read_rate(sentence, last, vocabulary, money=amount.dimension.endswith("money"))
        if rate is None:
            break
        unit, last = unit.over(rate.term), rate.last
    return evolve(amount, unit=unit, last=last) if unit != amount.unit else amount


def _behind_substance(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> int:
    """The token where a rate may begin: behind what is measured, in "830,000 barrels of oil a day"."""
    tokens, tags, at = sentence.tokens, sentence.tags, amount.last
    if at >= len(tokens) or tokens[at].lower != "of" or amount.dimension.endswith("money"):
        return at
    end, rates = at + 1, unit_tables(vocabulary).rates
    while end < min(at + 5, len(tokens)) and tags[end] in {"N", "ADJ"} and rates.at(tokens, end) is None:
        end += 1
    rated = end < len(tokens) and (tokens[end].lower in _RATING or rates.at(tokens, end) is not None)
    return end if rated and end > at + 1 else at
