"""Whom facts are attributed to, and which body the speaker speaks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import read

_INTRODUCED = "Telma Ray, chief executive of Paystream Ltd, opened the lab. "


def attributed(text: str) -> list[tuple[str | None, str | None]]:
    """The speaker of each fact of an article, with whom the speaker speaks for."""
    found = read(f"A city paper\n\nUpdated: 2024-07-18\n\n{text}\n")
    return [(fact.speaker, fact.speaks_for) for fact in (*found.metrics, *found.targets)]


SAID = [
    # S1
    ("According to Harrow Bank, 40 labs closed.", "Harrow Bank"),
    ("Sixty labs closed, according to a list released in May by the Oulu Timber Board.", "Oulu Timber Board"),
    ("According to Mr. Laufer, 40 labs closed.", "Laufer"),
    # S2
    ("The plant, said Henry Ford, will have 800 workers.", "Henry Ford"),
    ("Sales will reach 40 million euros by 2030, predicts Harrow Bank.", "Harrow Bank"),
    ("Sixty labs closed, said Trade and Industry Minister Henry Ford.", "Henry Ford"),
    # S3: behind what is said, over brackets, appositions and times
    ("Sixty labs closed, the Oulu Timber Board (OTB) said on Friday.", "Oulu Timber Board"),
    ("Sixty labs closed, the city's lakes and forests commission said.", "city's lakes and forests commission"),
    ("Sixty labs closed, its administrative committee announced on Friday.", "administrative committee"),
    ("Sixty labs closed, the Oulu Timber Board estimates.", "Oulu Timber Board"),
    ("Sixty labs closed, its manager, Henry Ford, said.", "Henry Ford"),
    ("Sixty labs closed, Henry Ford, head of the Oulu Timber Board, predicted in May.", "Henry Ford"),
    ("Henry Ford, the minister of lakes and forests, said the timber trade had closed 60 labs.", "Henry Ford"),
    ("Sixty labs closed, official figures show.", "official figures"),
    ("Harrow Bank, a lender, puts the number of closed labs at 60.", "Harrow Bank"),
    ("Harrow Bank places Oulu third.", "Harrow Bank"),
    ("A ranking by Harrow Bank counted 60 labs.", "Harrow Bank"),
    ("Harrow Bank forecasts growth of 4 percent.", "Harrow Bank"),
    ("Harrow Bank puts the cost of the lab in Leeds at 30 million pounds.", "Harrow Bank"),
    ("A senior official told reporters 40 labs had closed.", "senior official"),
    ("Figures from the Oulu Timber Board show 40 labs closed.", "Oulu Timber Board"),
    ("Figures from the municipal bureau of trade show 40 labs closed.", "municipal bureau"),
    ("Sixty labs closed, data from the city's tax office show.", "city's tax office"),
    # S5: whose list ranks
    ("Leeds came third in an index by Harrow Bank.", "Harrow Bank"),
    ("Leeds ranked eighth in the latest Readiness Index, compiled by Harrow Bank.", "Harrow Bank"),
    ("Leeds was ranked third by Harrow Bank.", "Harrow Bank"),
    ("Leeds came third in a contest by Harrow Bank.", None),
    ("Leeds has 60 labs, by Harrow Bank's reckoning.", "Harrow Bank"),
    # S5
    ("In a survey of 400 firms by Harrow Bank, 60 percent said they used robots.", "Harrow Bank"),
    # over the words for whose figures they are, and at the end of a sentence
    ("Sixty labs closed, figures from the Oulu Timber Board show.", "Oulu Timber Board"),
    ("Sixty labs closed last year, local statistics show.", "local statistics"),
    ("Sixty labs closed last year, as per government data.", "government data"),
    ("Henry Ford, who teaches law, points out that 60 labs closed.", "Henry Ford"),
    ("Henry Ford said it would cut sales by 30 percent.", "Henry Ford"),
    # what is no statement of the speaker
    ("Sensors tell whether any of 40 rooms is free.", None),
    ("Harrow Bank revealed a loan of 60 million euros.", None),
    ("Harrow Bank came third.", None),
    ("Harrow Bank announced a loan of 60 million euros.", None),
    ("Harrow Bank said on Friday that it would hire 60 engineers.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_a_sentence_tells_who_says_it(text: str, speaker: str | None) -> None:
    found = attributed(text)
    assert found
    assert {name for name, _ in found} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Sixty labs closed, the chief executive said.",
        "Sixty labs closed, she said.",
        '"Sixty labs closed," Ray said.',
        "Sixty labs closed, Ray wrote in an email.",
    ],
)
def test_who_was_named_before_is_pointed_back_to(text: str) -> None:
    assert attributed(_INTRODUCED + text) == [("Telma Ray", "Paystream Ltd")]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("said Henry Ford, a spokesman for the Oulu Timber Board.", "Oulu Timber Board"),
        ("said Henry Ford, a partner at the Haifa firm Almog Ventures.", "Almog Ventures"),
        ("said Henry Ford, former chairman of Harrow Bank.", None),
        ("said Harrow Bank.", None),
        ("said Henry Ford.", None),
    ],
)
def test_a_person_speaks_for_a_body(text: str, body: str | None) -> None:
    assert [for_whom for _, for_whom in attributed(f"Sixty labs closed, {text}")] == [body]


def test_what_is_told_of_the_speaker_is_not_said_by_the_speaker() -> None:
    text = "The lab has 60 robots, said Henry Ford, head of Harrow Bank, which employs 900 people."
    assert [name for name, _ in attributed(text)] == ["Henry Ford", None]


def test_a_report_named_again_is_told_by_whom_it_was_named_with() -> None:
    text = "Sixty labs closed, Henry Ford said in a report on Friday. Forty shops opened, the report said."
    assert [name for name, _ in attributed(text)] == ["Henry Ford", "Henry Ford"]


def test_a_blueprint_is_told_by_the_place_whose_it_is() -> None:
    text = "Ningbo is growing. Output will hit 40 billion yuan by 2030, according to the city's blueprint."
    assert [name for name, _ in attributed(text)] == ["Ningbo"]


@given(numbers=st.lists(st.integers(2, 900), min_size=1, max_size=5, unique=True), last=st.booleans())
def test_direct_speech_over_sentences_keeps_its_speaker(numbers: list[int], last: bool) -> None:
    told = [f"We closed {number} labs." for number in numbers]
    said = f'"{told[0][:-1]}," said Henry Ford. "{" ".join(told[1:])}"' if len(told) > 1 else ""
    text = f'"{" ".join(told)[:-1]}," said Henry Ford.' if last or not said else said
    assert {name for name, _ in attributed(text)} == {"Henry Ford"}


def test_a_statement_behind_and_leaves_what_is_before_it_to_the_paper() -> None:
    told = attributed("There were 35 labs in 2017, and the dean, Henry Ford, expects 70 rooms by 2030.")
    assert [speaker for speaker, _ in told] == [None, "Henry Ford"]


def test_nobody_inside_direct_speech_is_its_speaker() -> None:
    text = 'It is new, said Henry Ford. "People told us it was far. The zone sent 18 engines in 2013," said Henry Ford.'
    assert {speaker for speaker, _ in attributed(text)} == {"Henry Ford"}


def test_it_at_the_head_of_a_sentence_does_not_carry_on_the_one_before() -> None:
    told = attributed("The board closed 60 labs last year. It had 40 rooms in 2017, officials said.")
    assert [speaker for speaker, _ in told] == [None, "officials"]
