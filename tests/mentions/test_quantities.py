"""What is read as a quantity, sentence by sentence; most cases stand in `quantity_cases.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from shanghai_tech.mentions.amounts import find_quantities
from shanghai_tech.mentions.mention import QuantityMention, Unread, tagged
from shanghai_tech.model import Form, Quantity, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
CASES = tomllib.loads(Path(__file__).with_name("quantity_cases.toml").read_text("utf-8"))


def find(text: str, *taken: str) -> tuple[tuple[QuantityMention, ...], tuple[Unread, ...]]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in taken]
    return find_quantities(tagged(text, Span(0, len(text)), VOCABULARY), VOCABULARY, taken=spans)


def only(text: str) -> QuantityMention:
    mentions, unread = find(text)
    assert not unread
    assert len(mentions) == 1, mentions
    return mentions[0]


def key(quantity: Quantity) -> tuple[object, ...]:
    """A quantity without its written precision, so that 3E+6 is 3000000."""
    return (quantity.value, quantity.upper, quantity.bound, str(quantity.unit))


def reads(text: str) -> list[tuple[object, ...]]:
    return [key(mention.quantity) for mention in find(text)[0]]


def expected(case: dict[str, list[str]]) -> list[tuple[object, ...]]:
    return [key(Quantity.parse(words)) for words in case["reads"]]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:50])
def test_each_sentence_gives_its_quantities(case: dict[str, list[str]]) -> None:
    assert reads(str(case["text"])) == expected(case)


@pytest.mark.parametrize("case", CASES["gap"], ids=lambda case: case["text"][:50])
def test_known_gaps_are_still_gaps(case: dict[str, list[str]]) -> None:
    assert reads(str(case["text"])) != expected(case), "read as it should be: move it to the cases"


def test_known_gaps_are_few() -> None:
    assert len(CASES["gap"]) <= len(CASES["case"]) / 20


# ---------------------------------------------------------------- what a mention holds


def test_a_mention_takes_its_qualifiers_and_tells_number_and_noun_apart() -> None:
    text = "It has more than 2.5 million registered users today."
    mention = only(text)
    assert mention.span.slice(text) == "more than 2.5 million registered users"
    assert mention.number.slice(text) == "2.5 million"
    assert mention.noun is not None
    assert mention.noun.slice(text) == "registered users"
    assert mention.quantity.words == "more than 2.5 million registered users"


def test_tokens_and_span_of_a_mention_agree() -> None:
    text = "Between 3 and 5 of them cost about $2 a day."
    sentence = tagged(text, Span(0, len(text)), VOCABULARY)
    for mention in find_quantities(sentence, VOCABULARY)[0]:
        assert sentence.span(mention.first, mention.last) == mention.span


def test_the_number_of_a_compound_is_its_own_part_of_the_word() -> None:
    text = "a two-and-a-half-year plan"
    mention = only(text)
    assert mention.number.slice(text) == "two-and-a-half"
    assert mention.noun is not None
    assert mention.noun.slice(text) == "year"


def test_written_precision_is_kept() -> None:
    assert str(only("a loan of 3.270 trillion yuan").quantity) == "3.270E+12 CNY"
    assert str(only("a loan of 1.50 dollars").quantity) == "1.50 USD"


# ---------------------------------------------------------------- restatements

RESTATED = [
    ("a GDP of 3.27 trillion yuan ($488 billion)", "3.27E+12 CNY", ["4.88E+11 USD"]),
    ("6 billion yuan (about US$870 million) was spent", "6E+9 CNY", ["~8.70E+8 USD"]),
    ("US$1.5 billion, or 10 billion yuan, was raised", "1.5E+9 USD", ["1.0E+10 CNY"]),
    ("a plant of 330,000 square metres (3.6 million square feet)", "330000 m2", ["3.6E+6 {square foot}"]),
    ("a loan of $4.5bn (£3.6bn; €4.2bn)", "4.5E+9 USD", ["3.6E+9 GBP", "4.2E+9 EUR"]),
    ("S$5 million of prizes (US$3.7 million)", "5E+6 SGD", ["3.7E+6 USD"]),
]


@pytest.mark.parametrize(("text", "told", "again"), RESTATED)
def test_the_same_amount_in_another_unit_is_a_restatement(text: str, told: str, again: list[str]) -> None:
    mention = only(text)
    assert str(mention.quantity) == told
    assert [str(other) for other in mention.restated] == again


def test_another_amount_in_brackets_is_no_restatement() -> None:
    assert reads("300 firms (12 percent) and 5 km (3 hours)") == [
        key(Quantity.parse(words)) for words in ("300 {firm}", "12 %", "5 km", "3 h")
    ]


def test_brackets_do_not_make_an_amount_negative() -> None:
    assert reads("a loss ($488 billion)") == [key(Quantity.parse("488000000000 USD"))]


# ---------------------------------------------------------------- forms

FORMS = [
    ("output jumped 250 times", Form.MULTIPLE, "250"),
    ("output is 1,000 times more than that of 1949", Form.MULTIPLE, "1000"),
    ("a 100-fold rise", Form.MULTIPLE, "100"),
    ("demand tripled", Form.MULTIPLE, "3"),
    ("it is more than double the average", Form.MULTIPLE, ">2"),
    ("ranking No. 1 nationwide", Form.RANK, "1"),
    ("ranked second to the capital", Form.RANK, "2"),
    ("the third-largest city", Form.RANK, "3"),
    ("one of the top 10 cities", Form.RANK, "<=10"),
    ("one in every four yuan", Form.SHARE, "1/4"),
    ("three out of ten students", Form.SHARE, "3/10"),
    ("visited 12 times", None, "12 {time}"),
    ("a third of the budget", None, "1/3"),
]


@pytest.mark.parametrize(("text", "form", "told"), FORMS)
def test_the_form_is_given_where_the_words_decide_it(text: str, form: Form | None, told: str) -> None:
    mention = only(text)
    assert mention.form is form
    assert str(mention.quantity) == told


@pytest.mark.parametrize(
    "text", ["the first batch", "the world's first", "its 20th anniversary", "the third year", "a double room"]
)
def test_ordinals_that_only_order_are_no_ranks(text: str) -> None:
    assert find(text) == ((), ())


# ---------------------------------------------------------------- context

SHARED_SIGNS = [
    ("It cost ¥500.", "500 JPY"),
    ("It cost ¥500, in a city where a yuan goes far.", "500 CNY"),
    ("It cost $500.", "500 USD"),
    ("It cost $500, not US$500 or S$700.", "500 SGD"),
    ("He lost 12 pounds.", "12 {pound}"),
    ("He lost 12 pounds; a ticket is £3.", "12 GBP"),
    ("He lost 12 million pounds.", "12000000 GBP"),
]


@pytest.mark.parametrize(("text", "told"), SHARED_SIGNS)
def test_a_sign_of_several_currencies_is_read_by_the_rest_of_the_text(text: str, told: str) -> None:
    assert reads(text)[0] == key(Quantity.parse(told))


def test_numbers_of_time_expressions_are_left_out() -> None:
    text = "In the first six months it sold 40 boats."
    assert [str(mention.quantity) for mention in find(text, "the first six months")[0]] == ["40 {boat}"]


def test_a_number_too_long_to_be_a_figure_is_unread() -> None:
    mentions, unread = find(f"the code {'7' * 80} was printed")
    assert mentions == ()
    assert [item.reason for item in unread] == ["more digits than a figure has"]


@pytest.mark.parametrize("low", ["5", "6" * 70])
def test_a_range_with_an_end_too_long_to_be_a_figure_is_unread(low: str) -> None:
    mentions, unread = find(f"It has {low} to {'7' * 61} firms.")
    assert mentions == ()
    assert {item.reason for item in unread} == {"more digits than a figure has"}


def test_a_text_without_numbers_has_none() -> None:
    assert find("Nothing was counted here.") == ((), ())
    assert find("") == ((), ())


def test_a_vocabulary_without_units_still_counts() -> None:
    bare = VOCABULARY.without("unit", "currency", "bound_cue")
    text = "over 30 boats and 5 percent"
    found = find_quantities(tagged(text, Span(0, len(text)), bare), bare)[0]
    assert [str(mention.quantity) for mention in found][:1] == ["30 {boat}"]
