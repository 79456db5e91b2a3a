"""Numerals, in digits or words, with their scale: "1,234.5", "3.27 trillion", "two and a half", "one-third", "½"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.number_words import NumberTables, number_tables, read_cardinal
from shanghai_tech.mentions.tokens import Token
from shanghai_tech.model import Bound, Number, Span
from shanghai_tech.vocabulary import Vocabulary

_EXACT: Final = Context(prec=200)
_GROUPING: Final = str.maketrans("", "", ",\u00a0\u2009\u202f\u2007")
HYPHENS: Final = frozenset("-‑–")
_MINUS: Final = frozenset("-−–")


@frozen(kw_only=True)
class Numeral:
    """A number as written, from token `first` up to `last`; `span` is that of its own characters.

    `scale` is the power that a word or suffix gave it, `plain` tells digits without one. `rest` are the words that
    hyphens tie to it ("66,000-square-meter": square, meter). `part` tells a share of something: "one-third".
    """

    first: int
    last: int
    span: Span
    value: Number
    upper: Number | None = None
    bound: Bound | None = None
    scale: int = 1
    rest: tuple[str, ...] = ()
    digits: bool = False
    part: bool = False
    unit: str = ""

    @property
    def plain(self) -> bool:
        """Whether it is digits alone."""
        return self.digits and self.scale == 1


def times(value: Number, factor: int) -> Number:
    """The product, exact; a power of ten only moves the point, so that the digits written are kept.

    >>> times(Decimal("3.27"), 10**12)
    Decimal('3.27E+12')
    """
    if isinstance(value, Fraction):
        product = value * factor
        return Decimal(product.numerator) if product.denominator == 1 else product
    digits = str(factor)
    if digits.strip("0") == "1":
        sign, figures, exponent = value.as_tuple()
        return Decimal((sign, figures, int(exponent) + len(digits) - 1))
    return _EXACT.multiply(value, Decimal(factor))


def plus(value: Number, part: Fraction) -> Number:
    """The sum, as a decimal where it has finitely many digits.

    >>> plus(Decimal(2), Fraction(1, 2))
    Decimal('2.5')
    """
    total = Fraction(value) + part
    for places in range(4):
        if 10**places % total.denominator == 0:
            return Decimal((0, tuple(map(int, str(total.numerator * 10**places // total.denominator))), -places))
    return total


def read_numeral(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Numeral | None:
    """The numeral that begins with token `index`, or None; in front of "million" an article is taken in.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> [str(read_numeral(tagged(text, Span(0, len(text)), vocabulary), 0, vocabulary).value)
    ...  for text in ("3.27 trillion", "one-third", "two and a half", "1 1/2", "twenty-five")]
    ['3.27E+12', '1/3', '2.5', '1.5', '25']
    """
    tables = number_tables(vocabulary)
    token = sentence.tokens[index]
    if token.kind == "number":
        found = _read_digits(sentence, index, tables)
    elif token.kind == "word":
        found = _read_words(sentence, index, tables)
    else:
        return None
    if found is None:
        return None
    found = _with_half(sentence, found, tables)
    return _with_sign(sentence, _one_in(sentence, found, tables) or _with_scale(sentence, found, tables))


# ---------------------------------------------------------------- digits


def _read_digits(sentence: Tagged, index: int, tables: NumberTables) -> Numeral:
    """Digits: number [number "/" number | vulgar fraction | number "/" number]."""
    tokens = sentence.tokens
    value: Number = Decimal(tokens[index].text.translate(_GROUPING))
    last = index + 1
    if (fraction := slashed(tokens, index)) is not None:
        return Numeral(first=index, last=index + 3, span=sentence.span(index, index + 3), value=fraction, part=True)
    if (fraction := slashed(tokens, last)) is not None and value == int(value):
        return Numeral(first=index, last=last + 3, span=sentence.span(index, last + 3), value=plus(value, fraction), digits=True)
    if last < len(tokens) and (fraction := _vulgar(tokens[last].text)) is not None:
        return Numeral(first=index, last=last + 1, span=sentence.span(index, last + 1), value=plus(value, fraction), digits=True)
    rest: tuple[str, ...] = ()
    if glued(tokens, last) and tokens[last].text in HYPHENS and glued(tokens, last + 1) and tokens[last + 1].kind == "word":
        rest = tuple(tokens[last + 1].lower.split("-"))
        last += 2
    return Numeral(first=index, last=last, span=sentence.span(index, index + 1), value=value, digits=True, rest=rest)


def slashed(tokens: Sequence[Token], index: int) -> Fraction | None:
    """A fraction in digits, "2/3"; anything larger than one, or longer, is a date or a code."""
    if index + 2 >= len(tokens) or tokens[index + 1].text != "/" or not (glued(tokens, index + 1) and glued(tokens, index + 2)):
        return None
    above, below = tokens[index].text, tokens[index + 2].text
    if not (above.isdecimal() and below.isdecimal()) or len(above) > 1 or len(below) > 2:
        return None
    return Fraction(int(above), int(below)) if 0 < int(above) < int(below) else None


def _vulgar(text: str) -> Fraction | None:
    """The value of a character such as ½."""
    if len(text) != 1 or text.isdecimal():
        return None
    above, slash, below = unicodedata.normalize("NFKC", text).partition("\u2044")
    return Fraction(int(above), int(below)) if slash and above and below else None


def glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether no space stands between this token and the one before it."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


# ---------------------------------------------------------------- words


def _read_words(sentence: Tagged, index: int, tables: NumberTables) -> Numeral | None:
    tokens = sentence.tokens
    if (fraction := _vulgar(tokens[index].text)) is not None:
        return Numeral(first=index, last=index + 1, span=sentence.span(index, index + 1), value=fraction, part=True)
    found = _read_vague(sentence, index, tables)
    if found is not None:
        return found
    cardinal = read_cardinal(tokens, index, tables=tables)
    if cardinal is None:
        return _read_part(sentence, index, tables)
    first = index
    if tokens[index].lower.split("-")[0] in tables.scale:
        article = index > 0 and tokens[index - 1].lower in {"a", "an"}
        if not article and cardinal.last == index + 1:
            return None  # "per thousand", "the million": a scale alone counts nothing
        first = index - article
    fraction = _denominator(cardinal.rest, cardinal.value, tables)
    if fraction is not None:
        return _worded(sentence, first, cardinal.last, value=fraction, part=True, rest=cardinal.rest[1:])
    following = tokens[cardinal.last].lower.split("-") if cardinal.last < len(tokens) else [""]
    fraction = _denominator(following, cardinal.value, tables)
    if fraction is not None and not cardinal.rest and not (index and _counts_periods(tokens[index - 1].lower)):
        return _worded(sentence, first, cardinal.last + 1, value=fraction, part=True, rest=tuple(following[1:]))
    value = times(Decimal(cardinal.value // cardinal.scale), cardinal.scale) if not cardinal.value % cardinal.scale else Decimal(cardinal.value)
    return evolve(_worded(sentence, first, cardinal.last, value=value, rest=cardinal.rest), scale=cardinal.scale)


def _worded(sentence: Tagged, first: int, last: int, *, value: Number, rest: tuple[str, ...] = (), part: bool = False) -> Numeral:
    span = sentence.span(first, last)
    tail = sum(len(word) + 1 for word in rest)
    return Numeral(first=first, last=last, span=Span(span.start, span.end - tail), value=value, rest=rest, part=part)


def _denominator(words: Sequence[str], value: int, tables: NumberTables) -> Fraction | None:
    """The part that "two" and "thirds" make together."""
    below = tables.part.get(words[0]) if words else None
    return Fraction(value, below) if below is not None and 0 < value < below else None


def _counts_periods(word: str) -> bool:
    """Whether the words behind are counted, no parts: "the first three quarters"."""
    return word in {"first", "last", "past", "next", "previous", "final", "other", "coming", "these", "those"}


def _read_vague(sentence: Tagged, index: int, tables: NumberTables) -> Numeral | None:
    found = tables.vague.at(sentence.tokens, index)
    if found is None:
        return None
    entry, last = found
    scales = 1
    while last < len(sentence.tokens) and sentence.tokens[last].lower in tables.scale:
        scales *= tables.scale[sentence.tokens[last].lower]
        last += 1
    if entry.scaled and scales == 1:
        return None
    first = index - (index > 0 and sentence.tokens[index - 1].lower == "a")
    upper = times(Decimal(entry.high), scales) if entry.high is not None else None
    return Numeral(
        first=first, last=last, span=sentence.span(first, last), value=times(Decimal(entry.low), scales), upper=upper,
        bound=entry.bound, scale=scales, unit=entry.unit,
    )  # fmt: skip


# ---------------------------------------------------------------- parts


def _read_part(sentence: Tagged, index: int, tables: NumberTables) -> Numeral | None:
    """Part: ("a" part | "half") where it is of something: "a third of", "half the", "by a quarter", "half a million"."""
    tokens = sentence.tokens
    word, *rest = tokens[index].lower.split("-")
    if word not in tables.part or tokens[index].text[0].isupper() and index:
        return None
    before = tokens[index - 1].lower if index else ""
    is_half = tables.part[word] == 2
    if before not in {"a", "an"} and not is_half:
        return None
    value = Fraction(1, tables.part[word])
    first = index - (before in {"a", "an"})
    if rest:
        scaled = rest[0] in tables.scale
        return _worded(sentence, first, index + 1, value=value, rest=tuple(rest), part=not scaled) if is_half else None
    if is_half and _begins_measure(tokens, index + 1):
        return _half_of(sentence, index, first=first, tables=tables)
    if not _is_part(sentence, index, is_half=is_half):
        return None
    return _worded(sentence, first, index + 1, value=value, part=True)


def _begins_measure(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index].lower in {"a", "an"}


def _half_of(sentence: Tagged, index: int, *, first: int, tables: NumberTables) -> Numeral:
    """Half of one: "half a million", "half an hour"; before anything else it is a part ("half a country")."""
    is_scale = sentence.tokens[index + 2].lower.split("-")[0] in tables.scale
    last = index + 2
    return evolve(_worded(sentence, first, last, value=Fraction(1, 2), part=not is_scale), first=first)


def _is_part(sentence: Tagged, index: int, *, is_half: bool) -> bool:
    """Whether "a third" is a part here, and no ordinal ("a third plant") or time ("a quarter earlier")."""
    tokens, tags = sentence.tokens, sentence.tags
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    if after == "of":
        return True
    before = tokens[index - 1 - (not is_half)].lower if index > (not is_half) else ""
    tag = tags[index + 1] if index + 1 < len(tags) else "PUNCT"
    if is_half and tag in {"DET", "POSS"} and tokens[index - 1].lower not in {"first", "second", "latter", "the", "last"}:
        return True
    led = before in {"by", "than", "over", "about", "nearly", "almost", "roughly", "around", "under", "exactly", "some", "to", "least", "maybe"}
    return led and tag not in {"N", "NAME", "ADJ", "NUM"} and after not in {"-", "time"} or (
        not is_half and after in {"more", "less", "higher", "lower", "larger", "smaller", "fewer", "bigger"}
    )


# ---------------------------------------------------------------- what follows


def _with_half(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral with "and a half" behind it."""
    words = numeral.rest or tuple(token.lower for token in sentence.tokens[numeral.last : numeral.last + 3])
    if words[:1] != ("and",) or numeral.part or numeral.value != int(numeral.value):
        return numeral
    below = tables.part.get(words[2]) if words[1:2] in {("a",), ("one",)} and len(words) > 2 else None
    if below is None:
        return numeral
    value = plus(numeral.value, Fraction(1, below))
    if numeral.rest:
        return evolve(numeral, value=value, rest=numeral.rest[3:])
    last = numeral.last + 3
    return evolve(numeral, value=value, last=last, span=numeral.span.to(sentence.span(last - 1, last)))


def _with_scale(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral times the scales behind it: "1.5 lakh crore", "6,820-crore", "3bn"."""
    tokens = sentence.tokens
    value, scale, rest, last = numeral.value, numeral.scale, list(numeral.rest), numeral.last
    end = numeral.span.end
    while rest and rest[0] in tables.scale:
        factor = tables.scale[rest.pop(0)]
        value, scale = times(value, factor), scale * factor
    if not numeral.rest and glued(tokens, last) and tokens[last].text in tables.glued and numeral.digits:
        return numeral  # "3bn" waits for what stands beside it: 3m may be metres
    while not rest and last < len(tokens) and tokens[last].kind == "word" and numeral.upper is None:
        word, *more = tokens[last].lower.split("-")
        if word not in tables.scale or (numeral.scale > 1 and not numeral.digits):
            break
        value, scale, rest = times(value, tables.scale[word]), scale * tables.scale[word], more
        last, end = last + 1, tokens[last].start + len(word)
    if scale == numeral.scale:
        return numeral
    return evolve(numeral, value=value, scale=scale, rest=tuple(rest), last=last, span=Span(numeral.span.start, end), part=False)


def _with_sign(sentence: Tagged, numeral: Numeral) -> Numeral:
    """The numeral with a minus in front of it, which stands free on its left: "-3.5", "minus 2"."""
    tokens, first = sentence.tokens, numeral.first
    before = tokens[first - 1] if first else None
    if before is None or numeral.upper is not None:
        return numeral
    signed = before.text in _MINUS and glued(tokens, first) and not glued(tokens, first - 1)
    if not signed and not (before.lower == "minus" and numeral.digits and (first < 2 or tokens[first - 2].kind != "number")):
        return numeral
    value = numeral.value.copy_negate() if isinstance(numeral.value, Decimal) else -numeral.value
    return evolve(numeral, first=first - 1, value=value, span=Span(before.start, numeral.span.end))


def _one_in(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral | None:
    """A share told by two numbers: whole ("in" | "out of" | "of") ["every"] whole: "one in four", "3 out of 10"."""
    tokens, last = sentence.tokens, numeral.last
    if numeral.part or numeral.rest or numeral.upper is not None or numeral.value != int(numeral.value) or last + 1 >= len(tokens):
        return None
    at = last + (2 if tokens[last].lower == "out" and tokens[last + 1].lower == "of" else 1)
    every = at < len(tokens) and tokens[at].lower == "every"
    at += every
    if tokens[last].lower not in {"in", "out", "of", "for"} or at >= len(tokens) or (tokens[last].lower in {"of", "for"} and not every):
        return None
    if tokens[at].kind == "sign" and numeral.first and tokens[numeral.first - 1].text == tokens[at].text:
        at += 1  # "£1 in every £3"
    whole = _whole(tokens, at, tables)
    if whole is None or not 0 < numeral.value < whole.value or (tokens[last].lower == "in" and not every and not _is_ratio(sentence, whole.last, whole.value)):
        return None
    end = tokens[whole.last - 1].end
    return evolve(numeral, value=Fraction(int(numeral.value), whole.value), last=whole.last, span=Span(numeral.span.start, end), part=True, digits=False)


def _whole(tokens: Sequence[Token], index: int, tables: NumberTables) -> _Whole | None:
    if index >= len(tokens):
        return None
    if tokens[index].kind == "number":
        text = tokens[index].text.translate(_GROUPING)
        return _Whole(int(text), index + 1) if text.isdecimal() and len(text) <= 9 else None
    found = read_cardinal(tokens, index, tables=tables) if tokens[index].kind == "word" else None
    return _Whole(found.value, found.last) if found is not None and not found.rest else None


@frozen
class _Whole:
    value: int
    last: int


def _is_ratio(sentence: Tagged, index: int, whole: int) -> bool:
    """Whether "one in four" tells a share: no year, no length of time, no count of things that follow."""
    after = sentence.tokens[index].lower if index < len(sentence.tokens) else "."
    return whole <= 1000 and after not in {"years", "months", "weeks", "days", "hours", "minutes", "million", "billion", "percent", "%"}
