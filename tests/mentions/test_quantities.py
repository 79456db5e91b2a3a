"""What is read as a quantity, sentence by sentence; the cases stand in `quantity_cases.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from shanghai_tech.mentions.mention import QuantityMention, Unread, tagged
from shanghai_tech.mentions.quantities import find_quantities
from shanghai_tech.model import Quantity, Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
CASES = tomllib.loads(Path(__file__).with_name("quantity_cases.toml").read_text("utf-8"))


def find(text: str, *taken: str) -> tuple[tuple[QuantityMention, ...], tuple[Unread, ...]]:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in taken]
    return find_quantities(tagged(text, Span(0, len(text)), VOCABULARY), VOCABULARY, taken=spans)


def key(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.value, quantity.upper, quantity.bound, str(quantity.unit))


def reads(text: str) -> list[tuple[object, ...]]:
    return [key(mention.quantity) for mention in find(text)[0]]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:50])
def test_each_sentence_gives_its_quantities(case: dict[str, list[str]]) -> None:
    assert reads(str(case["text"])) == [key(Quantity.parse(words)) for words in case["reads"]]
