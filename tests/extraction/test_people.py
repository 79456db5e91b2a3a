"""Roles of persons at bodies, in the ways that papers tell them."""

from __future__ import annotations

import pytest

from shanghai_tech.extraction.entities import find_entities
from shanghai_tech.mentions.mention import Tagged, tagged
from shanghai_tech.mentions.names import find_names
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def people(*lines: str) -> list[tuple[str, str, str | None]]:
    """Persons with their roles and bodies, of lines that are read as a sentence each."""
    text, start, sentences = "\n".join(lines), 0, list[Tagged]()
    for line in lines:
        sentences.append(tagged(text, Span(start, start + len(line)), VOCABULARY))
        start += len(line) + 1
    found = find_entities(sentences, [find_names(each, VOCABULARY) for each in sentences], VOCABULARY)
    return [(each.person.name, each.role, each.at.name if each.at else None) for each in found.holdings]


ROLES = [
    ("said Henry Ford, chairman of the Detroit Engine Board.", ("chairman", "Detroit Engine Board")),
    ("said Henry Ford, the Detroit Engine Board's chairman.", ("chairman", "Detroit Engine Board")),
    ("said Henry Ford, chairman, the Detroit Engine Board.", ("chairman", "Detroit Engine Board")),
    (
        "said Henry Ford, a researcher studying engines at the Detroit Engine Board.",
        ("researcher", "Detroit Engine Board"),
    ),
    ("said Henry Ford, an engineering professor at Oulu University.", ("engineering professor", "Oulu University")),
    ("said Henry Ford, partner and general manager of carmaker Quorvex.", ("partner and general manager", "Quorvex")),
    ("Henry Ford, head of the sales department at Nexora Ltd, left.", ("head of the sales department", "Nexora Ltd")),
    ("Henry Ford, 44, founder of Nexora Ltd, left.", ("founder", "Nexora Ltd")),
    ("Henry Ford, vice-president, sales, Nexora Ltd, left.", ("vice-president", "Nexora Ltd")),
    ("It is up to Nexora CEO Henry Ford now.", ("CEO", "Nexora")),
    ("It is up to Nexora founder and chief executive Henry Ford.", ("founder and chief executive", "Nexora")),
    (
        "said Henry Ford, Nexora Ltd's head of research and development.",
        ("head of research and development", "Nexora Ltd"),
    ),
    ("said Henry Ford, Nexora Ltd's head of Europe.", ("head of Europe", "Nexora Ltd")),
    ("said Henry Ford, one of Nexora Ltd's founders.", ("founder", "Nexora Ltd")),
    ("Henry Ford is one of the founders of Nexora Ltd.", ("founder", "Nexora Ltd")),
    ("said Henry Ford, in charge of sales at Nexora Ltd.", ("", "Nexora Ltd")),
    ("Henry Ford's Nexora Ltd makes robots.", ("", "Nexora Ltd")),
    ("It is up to Nexora Ltd's Oulu manager, Henry Ford.", ("manager", "Nexora Ltd")),
    ("Henry Ford took over as chairman of Nexora Ltd in May.", ("chairman", "Nexora Ltd")),
    ("It is up to Nexora's deputy director, Henry Ford, now.", ("deputy director", "Nexora")),
    ("It is up to the chairman of Nexora Ltd, Henry Ford.", ("chairman", "Nexora Ltd")),
    ("It is up to Detroit's vice mayor Henry Ford.", ("vice mayor", "Detroit")),
    ("It is up to Detroit Party Secretary Henry Ford.", ("Party Secretary", "Detroit")),
    ("Nexora Ltd, chaired by Henry Ford, grew.", ("chair", "Nexora Ltd")),
    ("Henry Ford, who heads Nexora Ltd, left.", ("heads", "Nexora Ltd")),
    ("Henry Ford moved his payments company, Nexora, there.", ("", "Nexora")),
    ("It is known to Henry Ford of Nexora Ltd.", ("", "Nexora Ltd")),
    ("said Henry Ford of Clear Oulu, a citizens' group.", ("", "Clear Oulu")),
    ("Henry Ford, who used to work at Nexora Ltd, left.", None),
    ("said Henry Ford, chief executive officer (CEO) of Nexora Ltd.", ("chief executive officer", "Nexora Ltd")),
    ("said Henry Ford, a partner at the Oulu firm Nexora Ltd.", ("partner", "Nexora Ltd")),
    ("said Henry Ford, founder of Oulu-born, Turku-based lender Nexora Ltd.", ("founder", "Nexora Ltd")),
    ("said Henry Ford, vice president for Asia at Nexora Ltd.", ("vice president for Asia", "Nexora Ltd")),
    ("said Henry Ford, Asia head of research at Nexora Ltd.", ("head of research", "Nexora Ltd")),
    ("said Henry Ford, head of sales, Africa, at Nexora Ltd.", ("head of sales", "Nexora Ltd")),
    ("said Henry Ford (chief executive of Nexora Ltd) then.", ("chief executive", "Nexora Ltd")),
    ("Henry Ford – chairman of Nexora Ltd – left.", ("chairman", "Nexora Ltd")),
    ("said Henry Ford, a former sailor who founded Nexora Ltd.", ("founded", "Nexora Ltd")),
    ("Henry Ford, who took over as chief executive of Nexora Ltd in May, left.", ("chief executive", "Nexora Ltd")),
    ("Henry Ford is the chief executive of Nexora Ltd.", ("chief executive", "Nexora Ltd")),
    ("Henry Ford was appointed chief executive of Nexora Ltd.", ("chief executive", "Nexora Ltd")),
    ("Nexora Ltd named Henry Ford its chief executive.", ("chief executive", "Nexora Ltd")),
    ("As chief executive of Nexora Ltd, Henry Ford travels.", ("chief executive", "Nexora Ltd")),
    ("Nexora Ltd was founded in 2015 by Henry Ford.", ("founder", "Nexora Ltd")),
    ("Nexora Ltd (NX), a maker of pumps led by Henry Ford, grew.", None),
    ("Nexora Ltd (NX), a pump maker led by Henry Ford, grew.", ("head", "Nexora Ltd")),
    ("The Oulu Timber Board (OTB) director Henry Ford left.", ("director", "Oulu Timber Board")),
    ("Nexora Systems sales chief Henry Ford left.", ("sales chief", "Nexora Systems")),
    ("It is up to Nexora Systems' Henry Ford.", ("", "Nexora Systems")),
    ("It is up to Nexora Ltd's vice-president for sales, Henry Ford.", ("vice-president for sales", "Nexora Ltd")),
    ("Nexora Ltd, whose head is Henry Ford, grew.", ("head", "Nexora Ltd")),
    ("said Henry Ford, head of their new venture, Nexora Ltd.", ("head", "Nexora Ltd")),
    ("Henry Ford, Head of Corporate Banking at Nexora Ltd, left.", ("Head of Corporate Banking", "Nexora Ltd")),
    ("Henry Ford, the EVP of Talent Attraction at Nexora Ltd, left.", ("EVP of Talent Attraction", "Nexora Ltd")),
    ("said Henry Ford of Clear Oulu, a residents' group.", ("", "Clear Oulu")),
    ("said Henry Ford of consultancy Quorvex.", ("", "Quorvex")),
    ("said Henry Ford, from Oulu University's trade office.", ("", "Oulu University")),
    ("Henry Ford, at Quorvex Capital, agreed.", ("", "Quorvex Capital")),
    ("Henry Ford (Nexora Ltd) agreed.", ("", "Nexora Ltd")),
    ("Henry Ford, speaking for Nexora Ltd, agreed.", ("", "Nexora Ltd")),
    ("Henry Ford, who looks after sales at Nexora Ltd, agreed.", ("after", "Nexora Ltd")),
    ("Henry Ford, who leads the Asian arm of Nexora Ltd, agreed.", ("leads", "Nexora Ltd")),
    ("Henry Ford will head the new Detroit Engine Board.", ("head", "Detroit Engine Board")),
    ("Henry Ford, another guest, who runs Nexora Ltd, agreed.", ("runs", "Nexora Ltd")),
    ("said Henry Ford, whose Nexora Ltd makes vans.", ("", "Nexora Ltd")),
    ("said Henry Ford, the 41-year-old founder of Nexora Ltd.", ("founder", "Nexora Ltd")),
    ("Nexora Ltd was set up by Henry Ford.", ("founder", "Nexora Ltd")),
    (
        "Henry Ford, Chairman of the Board of Directors of Nexora Ltd, left.",
        ("Chairman of the Board of Directors", "Nexora Ltd"),
    ),
    ("Henry Ford, Country Director at Nexora Ltd, left.", ("Country Director", "Nexora Ltd")),
]


@pytest.mark.parametrize(("line", "expected"), ROLES)
def test_roles_are_told_in_many_ways(line: str, expected: tuple[str, str] | None) -> None:
    assert people(line) == ([] if expected is None else [("Henry Ford", *expected)])


def test_one_person_may_hold_several_roles() -> None:
    assert people("said Henry Ford, vice-president of Nexora Ltd and director of the Oulu Museum.") == [
        ("Henry Ford", "vice-president", "Nexora Ltd"),
        ("Henry Ford", "director", "Oulu Museum"),
    ]


POINTING_ROLES = [
    ("said Henry Ford, the company's chairman.", ("chairman", "Nexora Ltd")),
    ("according to company chairman Henry Ford.", ("chairman", "Nexora Ltd")),
    ("said Henry Ford, its chairman.", ("chairman", "Nexora Ltd")),
    ("said Henry Ford, a vice president of the company.", ("vice president", "Nexora Ltd")),
]


@pytest.mark.parametrize(("line", "expected"), POINTING_ROLES)
def test_roles_may_point_back_to_their_body(line: str, expected: tuple[str, str]) -> None:
    assert people("Nexora Ltd grew.", line) == [("Henry Ford", *expected)]


def test_the_head_of_a_unit_is_at_its_parent_as_well() -> None:
    assert people("Henry Ford, who heads Quorvex Lab at Nexora Ltd, left.") == [
        ("Henry Ford", "heads", "Quorvex Lab"),
        ("Henry Ford", "heads Quorvex Lab", "Nexora Ltd"),
    ]


BARE_POSTS = [
    ("It will grow, chief executive Henry Ford told reporters.", ("chief executive", "Nexora Ltd")),
    ("said Henry Ford, founder and CEO, then.", ("founder and CEO", "Nexora Ltd")),
    ("It will grow, analyst Henry Ford told reporters.", ("analyst", None)),
    ("It will grow, President Henry Ford told reporters.", ("President", None)),
    ("It was led by Chief Executive Henry Ford then.", ("Chief Executive", None)),
]


@pytest.mark.parametrize(("line", "expected"), BARE_POSTS)
def test_posts_of_companies_are_held_at_the_nearest(line: str, expected: tuple[str, str | None]) -> None:
    assert people("Nexora Ltd grew.", line) == [("Henry Ford", *expected)]


def test_who_governs_a_place_is_of_its_government() -> None:
    lines = ("The Ningbo Municipal Government will pay.", "Ningbo's mayor, Henry Ford, agreed.")
    assert people(*lines) == [
        ("Henry Ford", "mayor", "Ningbo"),
        ("Henry Ford", "mayor", "Ningbo Municipal Government"),
    ]


@pytest.mark.parametrize("role", ["Mayor", "Deputy Mayor", "Councillor", "Council leader", "Municipal commissioner"])
def test_a_government_alone_is_that_of_who_governs(role: str) -> None:
    told = people("The Ningbo City Council will pay.", f"{role} Henry Ford agreed.")
    assert [(person, body) for person, _, body in told] == [("Henry Ford", "Ningbo City Council")]


def test_of_several_governments_the_one_of_the_place_is_meant() -> None:
    lines = ("Ningbo grew.", "The City of Ningbo and the Turku City Council will pay.", "Mayor Henry Ford agreed.")
    assert people(*lines)[0] == ("Henry Ford", "Mayor", "City of Ningbo")


def test_a_possessive_is_of_whom_its_sentence_begins_with() -> None:
    lines = ("Nexora Ltd grew.", "The company sold a mill to Quorvex Ltd, its chairman Henry Ford said.")
    assert people(*lines) == [("Henry Ford", "chairman", "Nexora Ltd")]


def test_a_post_that_somebody_takes_over_is_at_the_nearest_company() -> None:
    lines = ("Nexora Ltd grew.", "Henry Ford, who took over as chief executive in May, left.")
    assert people(*lines) == [("Henry Ford", "chief executive", "Nexora Ltd")]


def test_an_office_of_a_body_is_the_body() -> None:
    lines = ("Nexora Ltd grew.", "Henry Ford, the head of its Oulu office, left.")
    assert people(*lines) == [("Henry Ford", "head", "Nexora Ltd")]


def test_a_known_name_behind_a_person_is_the_surname() -> None:
    lines = ("Oulu mayor Henry Ford paid.", "Ford left.", "It was late, Ford said.")
    assert all(body != "Ford" for *_, body in people(*lines))


def test_a_partner_of_a_person_is_at_no_body() -> None:
    assert people("She met Telma Ray, a founder.", "Her cofounder Henry Ford left.")[1:] == [
        ("Henry Ford", "cofounder", None)
    ]


SEVERAL = [
    (
        "said Henry Ford, Nexora vice-president and managing director of Nexora Research Nordics.",
        [("Henry Ford", "vice-president", "Nexora"), ("Henry Ford", "managing director", "Nexora Research Nordics")],
    ),
    (
        "said Henry Ford, the Oulu Board's founder and chairman.",
        [("Henry Ford", "founder", "Oulu Board"), ("Henry Ford", "chairman", "Oulu Board")],
    ),
    (
        "It is said by Nexora CEO Henry Ford, Quorvex CEO Zhang Jian and others.",
        [("Henry Ford", "CEO", "Nexora"), ("Zhang Jian", "CEO", "Quorvex")],
    ),
    (
        "Henry Ford, director of the Oulu Board, Zhang Jian, director of the Turku Board, and others came.",
        [("Henry Ford", "director", "Oulu Board"), ("Zhang Jian", "director", "Turku Board")],
    ),
    (
        "It is said by Minister for Trade and Industry Henry Ford in Oulu.",
        [("Henry Ford", "Minister for Trade and Industry", None)],
    ),
    (
        "Henry Ford, Minister for Trade and Industry, Government of Oulu, spoke.",
        [("Henry Ford", "Minister for Trade and Industry", "Government of Oulu")],
    ),
]


@pytest.mark.parametrize(("line", "expected"), SEVERAL)
def test_each_role_is_that_of_its_own_person(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert people(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "It was told by co-founders Henry Ford and Clara Benz of Nexora Ltd.",
        "Nexora Ltd co-founders Henry Ford and Clara Benz left.",
        "Henry Ford and Clara Benz, co-founders of Nexora Ltd, left.",
    ],
)
def test_a_role_in_the_plural_is_of_each(line: str) -> None:
    told = people(line)
    assert ("Henry Ford", "co-founder", "Nexora Ltd") in told
    assert ("Clara Benz", "co-founder", "Nexora Ltd") in told


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Trade Minister Henry Ford agreed.", "Trade Minister"),
        ("It was opened by Henry Ford, Minister of Trade.", "Minister of Trade"),
        ("It was opened by Henry Ford, the trade minister.", "trade minister"),
    ],
)
def test_a_minister_is_of_the_ministry_that_is_named(line: str, role: str) -> None:
    assert ("Henry Ford", role, "Ministry of Trade") in people("The Ministry of Trade will pay.", line)


def test_other_ministers_are_of_no_ministry() -> None:
    assert all(
        body != "Ministry of Trade"
        for *_, body in people("The Ministry of Trade paid.", "Energy Minister Ann Lee left.")
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("In a letter, board chair Henry Ford agreed.", ("board chair", "Harbour Trust")),
        ("It was easy, said director Henry Ford.", ("director", "Harbour Trust")),
        ("Henry Ford, a senior vice-president, agreed.", ("senior vice-president", "Harbour Trust")),
        ("It was easy, said engineer Henry Ford.", ("engineer", None)),
    ],
)
def test_a_post_at_the_head_is_at_the_body_spoken_of(line: str, expected: tuple[str, str | None]) -> None:
    assert people("The Harbour Trust grew.", line) == [("Henry Ford", *expected)]


def test_a_pronoun_may_hold_a_role() -> None:
    lines = ("Henry Ford left.", "He is also the chairman of Nexora Ltd.")
    assert people(*lines) == [("Henry Ford", "chairman", "Nexora Ltd")]
