"""What names nobody is the same where it stands in the same text, and only there."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

from shanghai_tech import Article, Corpus, Initiative, Metric, Span
from tests.corpus.strategies import initiative, metric

STORY: Final = (
    "In the harbour the new cargo robots have moved 90 boxes since spring, the operator says. The robot pier is near."
)


def told(text: str, at: str) -> tuple[Article, Metric, Initiative]:
    """An article that tells a number of something not named, and a pier of nobody."""
    article = Article(id=at, text=text)
    number, pier = (Span(text.find(words), text.find(words) + len(words)) for words in ("90 boxes", "robot pier"))
    return (
        article,
        evolve(metric("90 {box}", at=at, subject=None), evidence=(article.cite(number, rule="L1"),)),
        evolve(initiative("robot pier", at=at), evidence=(article.cite(pier, rule="D5"),)),
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(STORY, True, id="a copy"),
        pytest.param("A Herald Report\n\n" + STORY.replace("In the harbour", "Near the docks"), True, id="a version"),
        pytest.param(STORY.replace("cargo robots have moved", "robot arms will move"), True, id="half of the words"),
        pytest.param("The old cranes moved 90 boxes. A robot pier is planned.", False, id="another story"),
        pytest.param("90 boxes stood at the robot pier.\n" + STORY[20:50], False, id="too few words"),
        pytest.param("Of 90 boxes at the robot pier:\n" + STORY.replace("90", "80"), False, id="another paragraph"),
        pytest.param("90 boxes and a robot pier" + " of old" * 80 + STORY[20:70], False, id="far away"),
    ],
)
def test_what_names_nobody_is_the_same_in_the_same_passage(other: str, *, same: bool) -> None:
    corpus = Corpus.of(told(STORY, "a"), told(other, "b"))

    assert [len(corpus.metrics), len(corpus.initiatives)] == ([1, 1] if same else [2, 2])


def test_without_the_articles_only_the_quotes_are_compared() -> None:
    first, second = told(STORY, "a"), told(STORY, "b")
    without = Corpus.of(first[1:], second[1:])

    assert len(without.records) == 4
    assert len((without | Corpus.of(first[:1], second[:1])).records) == 2


def test_what_one_article_tells_apart_stays_apart() -> None:
    article, one, _ = told(STORY, "a")
    again = evolve(one, id="metric-again", evidence=(article.cite(Span(0, 14), rule="L1"),))

    assert len(Corpus.of([article, one, again], told(STORY, "b")).metrics) == 3
