"""Laws of reading quantities: exact values, grounded spans, totality, determinism, linear time."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech.mentions.amounts import find_quantities
from shanghai_tech.mentions.mention import QuantityMention, Unread, tagged
from shanghai_tech.model import Bound, Quantity, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7, "bn": 9, "mln": 6}
UNITS = {
    "yuan": "CNY",
    "percent": "%",
    "kilometers": "km",
    "square meters": "m2",
    "MW": "MW",
    "days": "d",
    "tonnes": "t",
}
BOUNDS = {
    "more than": Bound.OVER, "at least": Bound.AT_LEAST, "less than": Bound.UNDER, "nearly": Bound.ABOUT,
    "up to": Bound.AT_MOST, "some": Bound.ABOUT, "no fewer than": Bound.AT_LEAST,
}  # fmt: skip
ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
WORDS = [
    "5", "12", "300", "2018", "1,200", "3.5", "one", "two", "dozen", "half", "third", "million", "billion",
    "yuan", "percent", "$", "US$", "km", "%", "(", ")", ",", ".", "-", "–", "to", "and", "or", "of", "in",
    "out", "every", "a", "the", "from", "between", "over", "about", "nearly", "at", "least", "more", "than",
    "No.", "No", "top", "second", "largest", "times", "twice", "doubled", "per", "year", "May", "firms", "new",
    "5G", "COVID-19", "aged", "old", "Section", "/", ":", "'", "½", "several", "hundred", "tens", "thousands",
    "first", "+", "&", "#",
]  # fmt: skip
texts = (
    st.text()
    | st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(WORDS)).map("".join)
)


def spell(number: int) -> str:
    """A whole number below a million in English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(number // size)} {name}{joint}{spell(rest)}".strip()
    raise AssertionError(number)


def find(text: str) -> tuple[tuple[QuantityMention, ...], tuple[Unread, ...]]:
    return find_quantities(tagged(text, Span(0, len(text)), VOCABULARY), VOCABULARY)


def only(text: str) -> Quantity:
    mentions, unread = find(text)
    assert not unread
    assert len(mentions) == 1, (text, mentions)
    return mentions[0].quantity


class TestValues:
    """Parse of a formatted value gives the value."""

    @given(st.integers(3, 10**12))
    def test_digits_with_commas(self, number: int) -> None:
        assert only(f"It sold {number:,} apples.").value == number

    @given(st.integers(3, 999_999).filter(lambda number: number % 1000 != 0))
    def test_words(self, number: int) -> None:
        assert only(f"It sold {spell(number)} apples.").value == number

    @given(st.decimals(min_value=2, max_value=9999, places=2), st.sampled_from(sorted(SCALES)))
    def test_scales_keep_the_digits_written(self, number: Decimal, scale: str) -> None:
        value = only(f"It spent {number:f} {scale} euros.").value
        assert isinstance(value, Decimal)
        assert value == number.scaleb(SCALES[scale])
        assert value.as_tuple().digits == number.as_tuple().digits

    @given(st.integers(3, 10**9), st.sampled_from(sorted(UNITS)))
    def test_units(self, number: int, unit: str) -> None:
        assert str(only(f"It took {number:,} {unit}.").unit) == UNITS[unit]

    @given(st.integers(3, 10**6), st.sampled_from(sorted(BOUNDS)))
    def test_bounds(self, number: int, words: str) -> None:
        quantity = only(f"It bought {words} {number:,} apples.")
        assert quantity.value == number
        assert quantity.bound is BOUNDS[words]

    @given(st.integers(3, 10**6), st.integers(1, 10**6))
    def test_ranges(self, low: int, step: int) -> None:
        quantity = only(f"It takes {low:,} to {low + step:,} litres.")
        assert quantity.value == low
        assert quantity.upper == low + step
        assert quantity.bound is Bound.BETWEEN

    @given(st.integers(1500, 2199))
    def test_years_are_no_quantities(self, year: int) -> None:
        assert find(f"It was built in {year}.") == ((), ())


class TestGrounding:
    """Mentions lie in the text, in order, and do not overlap."""

    @given(texts)
    def test_spans_slice_the_text(self, text: str) -> None:
        for mention in find(text)[0]:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.span.slice(text) == mention.quantity.words or mention.restated
            assert mention.number.overlaps(mention.span)

    @given(texts)
    def test_mentions_are_ordered_and_disjoint(self, text: str) -> None:
        mentions, unread = find(text)
        spans = [mention.span for mention in mentions]
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(before.last <= after.first for before, after in pairwise(mentions))
        assert not any(span.overlaps(item.span) for span in spans for item in unread)

    @given(texts, st.integers(0, 30), st.integers(1, 30))
    def test_numbers_that_are_taken_are_in_no_mention(self, text: str, start: int, length: int) -> None:
        taken = Span(start, start + length)
        mentions, _ = find_quantities(tagged(text, Span(0, len(text)), VOCABULARY), VOCABULARY, taken=[taken])
        assert not any(taken.start <= mention.number.start < taken.end for mention in mentions)


class TestTotality:
    """Any text gives an answer, the same each time."""

    @given(texts)
    def test_any_text_is_read_and_read_alike(self, text: str) -> None:
        assert find(text) == find(text)

    @given(texts)
    def test_every_quantity_round_trips(self, text: str) -> None:
        for mention in find(text)[0]:
            assert Quantity.parse(str(mention.quantity)) == mention.quantity
