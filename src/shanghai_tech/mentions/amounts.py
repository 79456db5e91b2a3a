"""One number with its unit: what stands in front of it, behind it, and between it and the noun it counts."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, field, frozen

from shanghai_tech.mentions.bounds import bound_after, is_cue
from shanghai_tech.mentions.counted import counted_unit, read_counted
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.number_words import glued, number_tables
from shanghai_tech.mentions.numerals import Numeral, read_numeral, times
from shanghai_tech.mentions.rates import read_rate
from shanghai_tech.mentions.tagging import is_plural, singular, verb_forms
from shanghai_tech.mentions.units import money_before, read_unit, unit_of_words, unit_tables
from shanghai_tech.model import Bound, Form, Number, Quantity, Span, Unit
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary

_MULTIPLE = frozenset({"times", "x", "fold"})


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
    noun: Span | None = None
    form: Form | None = None
    restated: tuple[Quantity, ...] = field(default=())

    @property
    def bare(self) -> bool:
        """Whether nothing but a number was read."""
        return self.unit is None and self.form is None and not self.numeral.part and self.upper is None


def read_amount(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Amount | None:
    """Amount: [money] numeral [qualifier] [unit | multiple], as far as it goes without a noun that is counted."""
    numeral = read_numeral(sentence, index, vocabulary)
    if numeral is None:
        return None
    money = money_before(sentence, numeral.first, vocabulary)
    if numeral.ratio:
        first = money[1] if money is not None else numeral.first
        return Amount(first=first, last=numeral.last, numeral=numeral, value=numeral.value, unit=ONE, form=Form.SHARE)
    numeral = _with_glued_scale(sentence, numeral, money=money is not None, vocabulary=vocabulary)
    amount = Amount(first=numeral.first, last=numeral.last, numeral=numeral, value=numeral.value, upper=numeral.upper, bound=numeral.bound)
    if numeral.unit:
        amount = evolve(amount, unit=Unit.parse(numeral.unit))
    if numeral.rest:
        return _with_rest(sentence, amount, money=money, vocabulary=vocabulary)
    amount = _with_after(sentence, amount, vocabulary)
    if money is not None:
        return evolve(amount, first=money[1], unit=Unit.of(money[0]), noun=sentence.span(money[1], money[1] + 1))
    return _with_multiple(sentence, amount, vocabulary) or _with_unit(sentence, amount, vocabulary)


def _with_glued_scale(sentence: Tagged, numeral: Numeral, *, money: bool, vocabulary: Vocabulary) -> Numeral:
    """The numeral times a suffix: "3bn", "5k"; "3m" where money or a plural stands beside it, else metres."""
    tokens, last, tables = sentence.tokens, numeral.last, number_tables(vocabulary)
    if not glued(tokens, last) or numeral.rest or not numeral.digits:
        return numeral
    word, *rest = tokens[last].text.split("-")
    factor = tables.glued.get(word)
    if factor is None or numeral.scale > 1:
        return numeral
    units = unit_tables(vocabulary)
    if not money and (word in units.spellings or word in units.glued) and not _beside_plural(sentence, last + 1, vocabulary):
        return numeral
    span = Span(numeral.span.start, tokens[last].start + len(word))
    return evolve(numeral, value=times(numeral.value, factor), scale=factor, last=last + 1, span=span, rest=tuple(rest))


def _beside_plural(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    if index >= len(sentence.tokens):
        return False
    if read_unit(sentence, index, value=Decimal(1), scaled=True, vocabulary=vocabulary) is not None:
        return True
    counted = read_counted(sentence, index, vocabulary)
    return counted is not None and is_plural(sentence.tokens[counted.last - 1].lower, vocabulary)


# ---------------------------------------------------------------- what hyphens tie to the number


def _with_rest(sentence: Tagged, amount: Amount, *, money: tuple[str, int] | None, vocabulary: Vocabulary) -> Amount | None:
    """The amount with the words of its compound: "66,000-square-meter", "20-member", "500-plus", "100-fold"."""
    rest = amount.numeral.rest
    if money is not None:
        return evolve(amount, first=money[1], unit=Unit.of(money[0]), noun=sentence.span(money[1], money[1] + 1))
    if rest[0] in {"plus", "odd"}:
        bound = Bound.OVER if rest[0] == "plus" else Bound.ABOUT
        return _with_unit(sentence, evolve(amount, bound=bound), vocabulary)
    if rest == ("fold",):
        return evolve(amount, unit=ONE, form=Form.MULTIPLE)
    if "old" in rest or "olds" in rest:
        return None
    words = Span(amount.numeral.span.end + 1, sentence.tokens[amount.last - 1].end)
    found = unit_of_words(rest, vocabulary)
    if found is not None:
        return evolve(amount, unit=found[0], noun=words)
    if rest == ("strong",):
        return evolve(amount, unit=ONE)
    if len(rest) > 1 or not rest[0].isalpha() or is_cue(rest[0], "compound", vocabulary) or rest[0].endswith("ed"):
        return None
    return evolve(amount, unit=Unit.counted(singular(rest[0], vocabulary)), noun=words)


# ---------------------------------------------------------------- what stands behind the number


def _with_after(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with a qualifier behind it: "500 or more", "500+"."""
    if amount.last >= len(sentence.tokens) or amount.bound is not None:
        return amount
    found = bound_after(sentence, amount.last, vocabulary)
    return evolve(amount, bound=found.bound, last=found.at) if found is not None else amount


def _with_multiple(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount | None:
    """The amount as a multiple: "250 times" behind a verb of change or before what it multiplies; "3x"."""
    tokens, at = sentence.tokens, amount.last
    if at >= len(tokens) or tokens[at].lower not in _MULTIPLE or (tokens[at].lower == "x" and not glued(tokens, at)):
        return None
    after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    if tokens[at].lower == "times" and not is_cue(after, "scope", vocabulary) and not changes(sentence, amount.first, vocabulary):
        return None
    return evolve(amount, last=at + 1, unit=ONE, form=Form.MULTIPLE)


def changes(sentence: Tagged, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of rise or fall stands just in front: "jumped 250 times", "grew by about 5 times"."""
    for at in range(index - 1, max(-1, index - 6), -1):
        token = sentence.tokens[at]
        if token.kind == "punct":
            return False
        for form in verb_forms(token.lower, vocabulary):
            if {"rise", "fall"} & set(form.verb.roles):
                return True
        if token.lower in {"increase", "growth", "rise"}:
            return True
    return False


def _with_unit(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    at = amount.last
    if amount.numeral.upper is not None or amount.numeral.scale > 1:
        at += at < len(sentence.tokens) and sentence.tokens[at].lower == "of" and _is_vague(sentence, amount, vocabulary)
    found = read_unit(sentence, at, value=amount.value, scaled=amount.numeral.scale >= 1000, vocabulary=vocabulary)
    if found is None:
        return amount
    return evolve(amount, unit=found.unit, noun=sentence.span(found.noun, found.last), last=found.last)


def _is_vague(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> bool:
    return amount.numeral.bound is not None and amount.last + 1 < len(sentence.tokens)


def with_noun(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with the noun that it counts, where it has no unit: "500 or more startups", "13 of the projects"."""
    if not amount.bare and not (amount.upper is not None and amount.unit is None) or amount.numeral.part:
        return amount
    tokens, at = sentence.tokens, amount.last
    vague = amount.numeral.bound is not None
    if at < len(tokens) and tokens[at].lower == "of" and vague:
        at += 1
    counted = read_counted(sentence, at, vocabulary)
    if counted is not None:
        noun = sentence.span(counted.first, counted.last)
        return evolve(amount, unit=counted_unit(sentence, counted, vocabulary), noun=noun, last=counted.last)
    return _with_whole(sentence, amount, vocabulary)


def _with_whole(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount with the noun of the whole that it is taken from: "600 of the companies", "four of its 31 plants"."""
    tokens, tags, at = sentence.tokens, sentence.tags, amount.last
    if at + 1 >= len(tokens) or tokens[at].lower != "of" or tags[at + 1] not in {"DET", "POSS"}:
        return amount
    limit = min(len(tokens), at + 8)
    at += 2
    while at < limit and (tags[at] in {"NUM", "'S"} or tokens[at].text in {"-", "–"} or (at + 1 < limit and tags[at + 1] == "'S") or tokens[at].lower == "odd"):
        at += 1
    counted = read_counted(sentence, at, vocabulary)
    if counted is None or not is_plural(tokens[counted.last - 1].lower, vocabulary):
        return amount
    return evolve(amount, unit=counted_unit(sentence, counted, vocabulary))


def with_rate(sentence: Tagged, amount: Amount, vocabulary: Vocabulary) -> Amount:
    """The amount per what stands behind it; shares and changes of shares stay what they are."""
    if amount.unit is None or amount.form is not None or amount.unit.term.code in {"%", "pp"}:
        return amount
    while (rate := read_rate(sentence, amount.last, vocabulary, money=amount.unit.is_money)) is not None:
        if len(amount.unit.per) > 1:
            break
        amount = evolve(amount, unit=amount.unit.over(rate.term), last=rate.last)
    return amount
