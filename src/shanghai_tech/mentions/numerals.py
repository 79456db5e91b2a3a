"""Numerals, in digits or words, with their scale: "1,234.5", "3.27 trillion", "two and a half", "one-third", "½"."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.mentions.bounds import is_cue
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.number_words import NumberTables, glued, number_tables, read_cardinal
from shanghai_tech.mentions.parts import Part, denominator, one_in, read_part, slashed, vulgar
from shanghai_tech.model import Bound, Number, Span
from shanghai_tech.vocabulary import Vocabulary

_EXACT: Final = Context(prec=200)
_GROUPING: Final = str.maketrans("", "", ",\u00a0\u2009\u202f\u2007")
_MINUS: Final = frozenset("-−–")
HYPHENS: Final = frozenset("-‑–")


@frozen(kw_only=True)
class Numeral:
    """A number as written, from token `first` up to `last`; `span` is that of its own characters.

    `scale` is the power that a word or suffix gave it, `digits` tells that it is not in words. `rest` are the words that
    hyphens tie to it ("66,000-square-meter": square, meter). `part` tells a share of something ("one-third"), `ratio` one
    told by two numbers ("one in four"). `unit` is what vague words measure by themselves.
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
    ratio: bool = False
    unit: str = ""

    @property
    def whole(self) -> int | None:
        """The value where it is a whole number and nothing else was read."""
        if self.part or self.rest or self.upper is not None or self.value != int(self.value):
            return None
        return int(self.value)


def times(value: Number, factor: int) -> Number:
    """The product, exact; a power of ten only moves the point, so that the digits written are kept.

    >>> times(Decimal("3.27"), 10**12)
    Decimal('3.27E+12')
    """
    if isinstance(value, Fraction):
        return exact(value * factor)
    digits = str(factor)
    if digits.strip("0") == "1":
        sign, figures, exponent = value.as_tuple()
        return Decimal((sign, figures, int(exponent) + len(digits) - 1))
    return _EXACT.multiply(value, Decimal(factor))


def exact(value: Fraction) -> Number:
    """A fraction as a decimal where it has few digits, as it stands elsewhere.

    >>> exact(Fraction(5, 2)), exact(Fraction(7, 3))
    (Decimal('2.5'), Fraction(7, 3))
    """
    for places in range(4):
        if 10**places % value.denominator == 0:
            figures = tuple(map(int, str(value.numerator * 10**places // value.denominator)))
            return Decimal((0, figures, -places))
    return value


def read_numeral(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Numeral | None:
    """The numeral that begins with token `index`, or None; an article or a minus in front of it is taken in.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> [str(read_numeral(tagged(text, Span(0, len(text)), vocabulary), 0, vocabulary).value)
    ...  for text in ("3.27 trillion", "one-third", "two and a half", "1 1/2", "twenty-five")]
    ['3.27E+12', '1/3', '2.5', '1.5', '25']
    """
    tables = number_tables(vocabulary)
    kind = sentence.tokens[index].kind
    if kind == "number":
        found: Numeral | None = _read_digits(sentence, index)
    else:
        found = _read_words(sentence, index, vocabulary) if kind == "word" else None
    if found is None:
        return None
    if found.whole is not None and (share := one_in(sentence, found.last, value=found.whole, vocabulary=vocabulary)):
        span = Span(found.span.start, sentence.tokens[share[1] - 1].end)
        return evolve(found, value=share[0], last=share[1], span=span, part=True, ratio=True)
    return _with_sign(sentence, _with_scale(sentence, _with_half(sentence, found, tables), tables))


# ---------------------------------------------------------------- digits and words


def _read_digits(sentence: Tagged, index: int) -> Numeral:
    """Digits: number [["-"] words | vulgar fraction | number "/" number], or number "/" number."""
    tokens = sentence.tokens
    if (part := slashed(tokens, index)) is not None:
        return Numeral(first=index, last=index + 3, span=sentence.span(index, index + 3), value=part, part=True)
    value, last = Decimal(tokens[index].text.translate(_GROUPING)), index + 1
    mixed = slashed(tokens, last)
    end = last + 3 if mixed is not None else last + 1
    if mixed is None and last < len(tokens):
        mixed = vulgar(tokens[last].text)
    if mixed is not None and value == int(value):
        span = sentence.span(index, end)
        return Numeral(first=index, last=end, span=span, value=exact(Fraction(value) + mixed), digits=True)
    found = Numeral(first=index, last=last, span=sentence.span(index, last), value=value, digits=True)
    if glued(tokens, last) and tokens[last].text in HYPHENS and glued(tokens, last + 1):
        words = tokens[last + 1].lower.split("-") if tokens[last + 1].kind == "word" else []
        return evolve(found, last=last + 2, rest=tuple(words)) if words else found
    return found


def _read_words(sentence: Tagged, index: int, vocabulary: Vocabulary) -> Numeral | None:
    """Words: vulgar fraction, vague words, a part, or a cardinal with the part or scale that follows it."""
    tokens, tables = sentence.tokens, number_tables(vocabulary)
    if (value := vulgar(tokens[index].text)) is not None:
        return _of_part(sentence, Part(first=index, last=index + 1, value=value))
    if (vague := _read_vague(sentence, index, tables)) is not None:
        return vague
    cardinal = read_cardinal(tokens, index, tables=tables)
    if cardinal is None:
        part = read_part(sentence, index, vocabulary)
        return _of_part(sentence, part) if part is not None else None
    opening = tokens[index].lower.split("-")[0] in tables.scale
    article = opening and index > 0 and tokens[index - 1].lower in {"a", "an"}
    if opening and not article and cardinal.last == index + 1:
        return None  # "per thousand", "the million": a scale alone counts nothing
    if (value := denominator(cardinal.rest, cardinal.value, tables)) is not None:
        return _of_part(sentence, Part(first=index, last=cardinal.last, value=value, rest=cardinal.rest[1:]))
    following = tokens[cardinal.last].lower.split("-") if cardinal.last < len(tokens) and not cardinal.rest else []
    counts = index > 0 and is_cue(tokens[index - 1].lower, "counting", vocabulary)
    if not counts and (value := denominator(following, cardinal.value, tables)) is not None:
        return _of_part(sentence, Part(first=index, last=cardinal.last + 1, value=value, rest=tuple(following[1:])))
    count, left = divmod(cardinal.value, cardinal.scale)
    number = Decimal(cardinal.value) if left else times(Decimal(count), cardinal.scale)
    found = _worded(sentence, index - article, cardinal.last, value=number, rest=cardinal.rest)
    return evolve(found, scale=cardinal.scale)


def _of_part(sentence: Tagged, part: Part) -> Numeral:
    found = _worded(sentence, part.first, part.last, value=part.value, rest=part.rest)
    return evolve(found, part=not part.scaled)


def _worded(sentence: Tagged, first: int, last: int, *, value: Number, rest: tuple[str, ...] = ()) -> Numeral:
    """A numeral in words, whose own characters end before those of `rest`."""
    span = sentence.span(first, last)
    tail = sum(len(word) + 1 for word in rest)
    return Numeral(first=first, last=last, span=Span(span.start, span.end - tail), value=value, rest=rest)


def _read_vague(sentence: Tagged, index: int, tables: NumberTables) -> Numeral | None:
    """Vague words with the scales behind them: "several hundred", "tens of thousands"."""
    found = tables.vague.at(sentence.tokens, index)
    if found is None:
        return None
    entry, last = found
    scale = 1
    while last < len(sentence.tokens) and sentence.tokens[last].lower in tables.scale:
        scale *= tables.scale[sentence.tokens[last].lower]
        last += 1
    if entry.scaled and scale == 1:
        return None
    first = index - (index > 0 and sentence.tokens[index - 1].lower == "a")
    upper = times(Decimal(entry.high), scale) if entry.high is not None else None
    value = times(Decimal(entry.low), scale)
    span = sentence.span(first, last - (sentence.tokens[last - 1].lower == "of"))
    return Numeral(
        first=first, last=last, span=span, value=value, upper=upper, bound=entry.bound, scale=scale, unit=entry.unit
    )  # fmt: skip


# ---------------------------------------------------------------- what follows


def _with_half(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral with "and a half" behind it."""
    words = numeral.rest or tuple(token.lower for token in sentence.tokens[numeral.last : numeral.last + 3])
    if (
        len(words) < 3
        or words[0] != "and"
        or words[1] not in {"a", "one"}
        or words[2] not in tables.part
        or numeral.part
    ):
        return numeral
    value = exact(Fraction(numeral.value) + Fraction(1, tables.part[words[2]]))
    if numeral.rest:
        span = Span(numeral.span.start, numeral.span.end + sum(len(word) + 1 for word in words[:3]))
        return evolve(numeral, value=value, rest=numeral.rest[3:], span=span)
    last = numeral.last + 3
    return evolve(numeral, value=value, last=last, span=numeral.span.to(sentence.span(last - 1, last)))


def _with_scale(sentence: Tagged, numeral: Numeral, tables: NumberTables) -> Numeral:
    """The numeral times the scales behind it: "1.5 lakh crore", "6,820-crore", "half a million".

    One that is glued to the digits waits for what stands beside it, since "3m" may be metres.
    """
    tokens, last, end = sentence.tokens, numeral.last, numeral.span.end
    rest = list(numeral.rest)
    factor = 1
    while rest and rest[0] in tables.scale:
        factor *= tables.scale[rest.pop(0)]
    waits = numeral.digits and glued(tokens, last) and tokens[last].text in tables.glued
    closed = waits or numeral.upper is not None or (numeral.scale > 1 and not numeral.digits)
    while not rest and not closed and last < len(tokens) and tokens[last].kind == "word":
        word, *more = tokens[last].lower.split("-")
        if word not in tables.scale:
            break
        factor, rest = factor * tables.scale[word], more
        last, end = last + 1, tokens[last].start + len(word)
    if factor == 1:
        return numeral
    return evolve(
        numeral, value=times(numeral.value, factor), scale=numeral.scale * factor, rest=tuple(rest), last=last,
        span=Span(numeral.span.start, end), part=False,
    )  # fmt: skip


def _with_sign(sentence: Tagged, numeral: Numeral) -> Numeral:
    """The numeral with a minus in front of it, which stands free on its left: "-3.5", "minus 2"."""
    tokens, first = sentence.tokens, numeral.first
    before = tokens[first - 1] if first else None
    if before is None or numeral.upper is not None:
        return numeral
    signed = numeral.digits and before.text in _MINUS and glued(tokens, first) and not glued(tokens, first - 1)
    worded = before.lower == "minus" and (first < 2 or tokens[first - 2].kind != "number")
    if not signed and not worded:
        return numeral
    value = numeral.value.copy_negate() if isinstance(numeral.value, Decimal) else -numeral.value
    return evolve(numeral, first=first - 1, value=value, span=Span(before.start, numeral.span.end))
