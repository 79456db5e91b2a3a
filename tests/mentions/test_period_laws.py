"""Laws of time expressions, for any text and any day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech.mentions.mention import PeriodMention, Tagged, tagged
from shanghai_tech.mentions.times import find_periods
from shanghai_tech.mentions.times.lexicon import time_lexicon
from shanghai_tech.model import Period, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
LEXICON = time_lexicon(VOCABULARY)

#: Every word of the grammar but the long rows of digits, and words and marks between them.
WORDS = sorted(word for word in LEXICON.symbols if not word[0].isdigit())
DIGITS = (
    "1",
    "2",
    "5",
    "05",
    "12",
    "13",
    "30",
    "31",
    "90",
    "1999",
    "2018",
    "2025",
    "2,018",
    "1.5",
    "9:06",
    "2018-08-22",
    "1990s",
)
OTHERS = (
    "sales",
    "rose",
    "will",
    "opened",
    "plans",
    "to",
    "was",
    "held",
    "said",
    "Shanghai",
    "companies",
    "that",
    "and",
    "$",
    "%",
)


def words() -> st.SearchStrategy[str]:
    known = st.sampled_from(WORDS)
    return known | known.map(str.capitalize) | st.sampled_from(DIGITS + OTHERS)


def sentences() -> st.SearchStrategy[str]:
    joints = st.sampled_from([" ", " ", " ", ", ", "-", ""])
    pieces = st.lists(st.tuples(words(), joints), max_size=14)
    return pieces.map(lambda found: "".join(word + joint for word, joint in found)) | st.text(max_size=60)


def publications() -> st.SearchStrategy[Period | None]:
    days = st.dates() | st.sampled_from([date.min, date.max, date(2020, 2, 29), date(2019, 5, 7)])
    whole = st.integers(1, 9999).map(Period.year)
    return st.none() | days.map(Period.day) | whole | days.map(lambda day: Period(start=None, end=day))


def read(text: str) -> Tagged:
    return tagged(text, Span(0, len(text)), VOCABULARY)


def find(text: str, published: Period | None) -> Sequence[PeriodMention]:
    return find_periods(read(text), VOCABULARY, published=published)


@given(sentences(), publications(), publications())
def test_any_sentence_is_read(text: str, published: Period | None, told: Period | None) -> None:
    """Whatever the words and whenever the day, there is an answer."""
    find_periods(read(text), VOCABULARY, published=published, told=[told] if told else [])


def test_each_word_of_time_is_read_alone_and_beside_common_words() -> None:
    """No word of the vocabulary makes reading fail."""
    for word in LEXICON.symbols:
        for text in (word, word.title(), f"the {word}", f"in {word} 2018", f"3 {word} ago", f"by last {word} of 2018"):
            find(text, Period.parse("2019-05-07"))


@given(sentences(), publications())
def test_mentions_stand_in_order_and_apart(text: str, published: Period | None) -> None:
    """No two mentions share a token; each follows the one before."""
    for left, right in pairwise(find(text, published)):
        assert left.last <= right.first
        assert left.span.end <= right.span.start


@given(sentences(), publications())
def test_spans_are_those_of_their_tokens(text: str, published: Period | None) -> None:
    """A span goes from the first token to the last, and the bare words lie in it."""
    sentence = read(text)
    for mention in find(text, published):
        assert mention.span == sentence.span(mention.first, mention.last)
        assert mention.bare.within(mention.span)
        assert mention.bare.slice(text).strip()


@given(sentences(), publications())
def test_the_same_sentence_gives_the_same_mentions(text: str, published: Period | None) -> None:
    """Reading is a function of its arguments."""
    assert find(text, published) == find(text, published)


@given(sentences(), st.dates())
def test_only_the_last_day_of_a_short_publication_counts(text: str, day: date) -> None:
    """A few days of publication read as the last of them does."""
    first = date.fromordinal(max(1, day.toordinal() - 5))
    assert find(text, Period(start=first, end=day)) == find(text, Period.day(day))


@given(st.integers(1000, 2999).map(str), st.integers(1, 12), st.integers(1, 28))
def test_a_day_in_digits_is_that_day(year: str, month: int, day: int) -> None:
    """A date of ISO 8601 that the range of years holds is read as itself."""
    text = f"on {year}-{month:02d}-{day:02d}."
    found = find(text, None)
    if 1500 <= int(year) < 2200:
        assert [str(mention.period) for mention in found] == [f"{year}-{month:02d}-{day:02d}"]
