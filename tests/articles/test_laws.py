"""Laws of reading an article: they hold for any text whatever."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Vocabulary, load_vocabulary
from shanghai_tech.articles import Document, read_article, split_text
from shanghai_tech.articles.sentences import LONGEST

VOCABULARY: Final = load_vocabulary()

#: Pieces of pages and prose, joined in ways that no paper would.
PIECES: Final = (
    *("A park for sensors", "Ten firms have come.", "It will open 90 by 2025.", "In 2017, 81 were granted", "said."),
    *("By FIRST AUTHOR in Shanghai", "Harbour Gazette", "Source: Xinhua", "Editor: huaxia", "Updated:", "Published on"),
    *("2019-05-07", "05/07 2019", "May 7, 2019", "7 May", "Tuesday", "by February", "this year, 2018", "20:12 BST"),
    *("SHANGHAI, March 3 (Reuters) -", "DUBAI:", "(Source: China Daily)", "[Photo/Xinhua]", "PROVIDED TO CHINA DAILY"),
    *("Share - WeChat", "Related Stories", "Special Reports", "© 2019", "$1 = 7 yuan", "1 2 Next >>|", "Home / China"),
    *(
        "U.S.",
        "No. 1",
        "Ltd.",
        "a.m.",
        "3.5",
        "...",
        "?!",
        "。",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "[",
        "]",
        "|",
        "-",
        "—",
        ":",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\xa0",
        "\u2028",
        "\x0b",
        "\x00",
        "\ud800",
        "\ufeff",
        "\u200b",
        "é",
        "中文",
    ),
)
#: What makes a careless pattern look back from every place of a long text.
ONE_BY_ONE: Final = (
    *("a", " ", "\n", "\r\n", ".", "(", '"', "“", "[", "|", "-", "—", "1", ":", "/", ">", "©", "$", "@", "\ud800"),
    *("a ", ". ", "a. ", "U.S. ", "1 ", "1/", "| ", "- ", "A ", "By ", "2018 ", "in 2018. ", "May 5 ", "(Source: x)"),
    *("Share ", "1 2 ", "> ", "a@", "#a ", "$1 = ", "http://", '."x', "word " * 14 + "\n", "。", "....x", "will be "),
)
texts: Final = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

#: Texts without the marks that end sentences, far longer than any sentence may be.
RUNNING_ON: Final = ("low", "5", "1,000", ",", ";", " ", "\xa0", "(", "”", "—", "é", "中", "\ud800")


@st.composite
def long_texts(draw: st.DrawFn) -> str:
    return "".join(draw(st.lists(st.sampled_from(RUNNING_ON), max_size=9))) * draw(st.integers(1, 1_500))


def read(text: str, vocabulary: Vocabulary = VOCABULARY) -> Document:
    return read_article(text, id="a", vocabulary=vocabulary)


@given(texts)
def test_the_text_stays_as_it_came(text: str) -> None:
    article = read(text).article

    assert article.text == text
    assert all(text[each.start : each.end] == each.quote for each in article.dated_by)
    assert article.publisher is None or article.publisher in text


@given(texts)
def test_sentences_are_stripped_in_order_and_apart(text: str) -> None:
    document = read(text)

    for sentence in document.sentences:
        words = sentence.span.slice(text)
        assert words
        assert words == words.strip()
    assert all(one.span.end <= other.span.start for one, other in pairwise(document.sentences))
    assert all(one.paragraph <= other.paragraph for one, other in pairwise(document.sentences))


@given(long_texts())
def test_no_sentence_is_longer_than_the_bound(text: str) -> None:
    spans = [sentence.span for sentence in read(text).sentences]
    others = split_text(text, VOCABULARY)

    assert all(0 < len(span) <= LONGEST for span in (*spans, *others))
    assert all(span.slice(text) == span.slice(text).strip() for span in others)
    lost = Counter("".join(text.split())) - Counter("".join("".join(span.slice(text) for span in others).split()))
    assert lost in (Counter(), Counter("—"))  # the dash of a list item is no part of what it says


@given(texts)
def test_what_is_masked_is_not_read(text: str) -> None:
    document = read(text)

    assert all(len(each.span) and each.kind for each in document.masked)
    assert all(one.span.end <= other.span.start for one, other in pairwise(document.masked))
    spans = sorted([each.span for each in document.masked] + [each.span for each in document.sentences])
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(texts)
def test_every_word_is_read_or_masked(text: str) -> None:
    document = read(text)
    spans = [each.span for each in document.masked] + [each.span for each in document.sentences]
    told = "".join(span.slice(text) for span in spans)

    letters = sorted(letter for letter in text if letter.isalpha())
    assert sorted(letter for letter in told if letter.isalpha()) == letters


@given(texts)
def test_a_day_is_stated_or_inferred_with_a_reason_and_evidence(text: str) -> None:
    article = read(text).article

    assert (article.published is None) == (article.published_how is None)
    assert (article.published is None) == (not article.dated_by)
    assert (article.published is None) == (article.published_why == "")


@given(texts)
def test_reading_again_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(texts)
def test_an_empty_vocabulary_reads_any_text(text: str) -> None:
    document = read(text, Vocabulary())

    assert document.article.text == text


@given(texts)
def test_the_sentences_of_any_text_cover_its_words(text: str) -> None:
    told = "".join(span.slice(text) for span in split_text(text, VOCABULARY))

    assert sorted(filter(str.isalpha, told)) == sorted(filter(str.isalpha, text))


@pytest.mark.parametrize("piece", ONE_BY_ONE)
def test_what_makes_a_pattern_look_back_is_read_in_a_long_text(piece: str) -> None:
    text = piece * (60_000 // len(piece))

    assert read(text).article.text == text


def test_a_million_of_one_character_are_read() -> None:
    for character in ("a", "\n", ".", " ", "中"):
        assert read(character * 1_000_000).article.text[:1] == character
