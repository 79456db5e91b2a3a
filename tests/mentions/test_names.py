"""Names in sentences: where they begin and end, and what they tell by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech.mentions.mention import Tagged, tagged
from shanghai_tech.mentions.names import NameMention, find_names
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = load_vocabulary()
KINDS = {"place": "P", "organization": "O", "person": "H", "other": "-"}


def names(text: str, vocabulary: Vocabulary = VOCABULARY) -> tuple[NameMention, ...]:
    return find_names(tagged(text, Span(0, len(text)), vocabulary), vocabulary)


def told(text: str) -> list[str]:
    """Each name with the letter of its kind and its detail: "O company: Nexora Ltd"."""
    return [f"{KINDS[each.kind.value]} {each.detail}: {each.name}".replace(" :", ":") for each in names(text)]


BOUNDARIES: list[tuple[str, list[str]]] = [
    # "of", "for" and "on" go on behind a head word that opens
    ("it asked the Ministry of Housing about rents", ["O government: Ministry of Housing"]),
    ("it asked the Bank of Finland about rates", ["O company: Bank of Finland"]),
    ("run by the Institute for Marine Robotics since May", ["O research: Institute for Marine Robotics"]),
    ("heard by the Committee on Digital Trade in May", ["O government: Committee on Digital Trade"]),
    ("heard by the Committee on Tuesday", []),
    ("listed on the Stock Exchange of Oulu in May", ["O exchange: Stock Exchange of Oulu"]),
    ("ruled by the Communications Authority of Kenya", ["O government: Communications Authority of Kenya"]),
    # fields are joined by commas and "and"
    (
        "the Ministry of Culture, Sports and Tourism agreed",
        ["O government: Ministry of Culture, Sports and Tourism"],
    ),
    ("the Ports and Harbour Authority agreed", ["O government: Ports and Harbour Authority"]),
    (
        "the Ningbo Science, Technology and Innovation Bureau agreed",
        ["O government: Ningbo Science, Technology and Innovation Bureau"],
    ),
    (
        "the Department of Energy and Tongji University agreed",
        ["O government: Department of Energy", "O university: Tongji University"],
    ),
    ("science and technology matter to Science and Technology", []),
    # an abbreviation in brackets spells a name out
    ("it joined Boat Yards of Oulu (BYO) in May", ["-: Boat Yards of Oulu", "-: BYO"]),
    ("the Lakes and Forests Observation Unit (LFOU) grew", ["-: Lakes and Forests Observation Unit", "-: LFOU"]),
    ("a lot of Artificial Intelligence (AI) in it", []),
    # "of" a place behind "of" fields
    (
        "they joined the University of Marine Science and Technology of Finland",
        ["O university: University of Marine Science and Technology of Finland"],
    ),
    # arms of a known body, agencies of a place
    ("built by Siemens Energy then", ["O company: Siemens Energy"]),
    ("Invest Ningbo agreed", ["O government: Invest Ningbo"]),
    # what a sentence begins with, and portfolios, are no part of a name
    ("Chipmaker Quorvex grew", ["-: Quorvex"]),
    ("One-Gbps lines grew", []),
    ("the secretary for IT Sakari Lundqvist left", ["H: Sakari Lundqvist"]),
    # lists of names split
    ("Bosch, Siemens and Fanuc agreed", ["O company: Bosch", "O company: Siemens", "O company: Fanuc"]),
    ("it joined Johnson & Johnson and Ernst & Young", ["O company: Johnson & Johnson", "O company: Ernst & Young"]),
    # possessives split, but for those that names hold
    ("they saw Wuhan's Optics Valley grow", ["P city: Wuhan", "P zone: Optics Valley"]),
    ("voted by the Ningbo Municipal People's Congress", ["O government: Ningbo Municipal People's Congress"]),
    # legal suffixes
    ("sold by Nexora Systems Co., Ltd. in May", ["O company: Nexora Systems Co., Ltd"]),
    ("sold by Nexora, Inc, a firm", ["O company: Nexora, Inc"]),
    ("sold by Baltic Sea Cable Holdings Plc", ["O company: Baltic Sea Cable Holdings Plc"]),
    ("sold by Nexora Group Holding Ltd", ["O company: Nexora Group Holding Ltd"]),
    ("owned by Timber of Finland Oyj then", ["-: Timber of Finland Oyj"]),
    # brackets around a place, places behind a head
    ("sold in the China (Fujian) Pilot Free Trade Zone", ["P zone: China (Fujian) Pilot Free Trade Zone"]),
    ("an arm, Nexora Research Nordics, grew", ["-: Nexora Research Nordics"]),
    # words that describe by a name hold none
    ("a Munich-based maker and a New York-listed rival", []),
    ("a non-Chinese maker of mid-September", []),
    ("the State-owned Forests Administration agreed", ["O government: State-owned Forests Administration"]),
    # titles end names
    ("the Siemens Chief Executive spoke", ["O company: Siemens"]),
    ("on Monday in March Bosch opened", ["O company: Bosch"]),
    ("the Developer Conference opened", ["- event: Developer Conference"]),
    ("the Minister of Foreign Affairs spoke", []),
    ("he saw the Minister for Trade and Industry", []),
    # domains, letters and digits
    ("bought from Nexora.ai and 3M and H3C", ["-: Nexora.ai", "O company: 3M", "O company: H3C"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES)
def test_a_name_ends_where_it_ends(text: str, expected: list[str]) -> None:
    assert [each.partition(": ")[2] for each in told(text)] == [each.partition(": ")[2] for each in expected]


TELLING: list[tuple[str, list[str]]] = [
    ("in Jing'an District", ["P district: Jing'an District"]),
    ("in Jing’an", ["P district: Jing’an"]),
    ("the Karelia Province plan", ["P province: Karelia Province"]),
    ("the Oulu municipal government paid", ["O government: Oulu municipal government"]),
    ("the STAR Market and Nasdaq rose", ["O exchange: STAR Market", "O exchange: Nasdaq"]),
    ("the World Harbour Conference opened", ["- event: World Harbour Conference"]),
    ("the Silver Economy Action Plan passed", ["- plan: Silver Economy Action Plan"]),
    ("under the Data Protection Act", ["- policy: Data Protection Act"]),
    (
        "Made in China 2025 and the Belt and Road Initiative",
        ["- thing: Made in China 2025", "- thing: Belt and Road Initiative"],
    ),
    ("the 14th Five Year Plan and Demo Day", ["- thing: Five Year Plan", "- thing: Demo Day"]),
    ("at the Turku School of Economics", ["O university: Turku School of Economics"]),
    ("the Baltic Fisheries Association warned", ["O association: Baltic Fisheries Association"]),
    ("built by Zhang Jian and Rong Yiren", ["H: Zhang Jian", "H: Rong Yiren"]),
    ("built by Henry Ford himself", ["H: Henry Ford"]),
    ("greeted by Mr Rockefeller of Cleveland", ["H: Rockefeller", "P city: Cleveland"]),
    ("planned by Sheikh Zayed bin Sultan Al Nahyan", ["H: Sheikh Zayed bin Sultan Al Nahyan"]),
    ("a Chinese and a South Korean firm met Indians", []),
    ("AI, R&D, 5G, GDP and IoT grow", []),
    ("the US and the U.S. agree", ["P country: US", "P country: U.S."]),
    ("it is a Smart City near a Science Park", []),
]


@pytest.mark.parametrize(("text", "expected"), TELLING)
def test_a_name_tells_what_it_names(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PLAIN = [
    "Residents said so.",
    "The plan is new.",
    "Officials, however, disagree.",
    "We've seen it.",
    "Thirteen of them left.",
    "“Companies want more,” they say.",
    "In May and on Monday it rained.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name(text: str) -> None:
    assert told(text) == []


def test_a_title_in_capitals_gives_only_known_names() -> None:
    assert told("Nexora Wants Oulu to Build More Homes for Bosch Workers") == ["P city: Oulu", "O company: Bosch"]
    assert told("OULU WANTS MORE HOMES") == ["P city: OULU"]


def test_places_in_capitals_are_places() -> None:
    assert told("SHENZHEN and OULU grow") == ["P city: SHENZHEN", "P city: OULU"]


def test_an_entry_of_the_vocabulary_is_named_with_its_suffix() -> None:
    assert [(each.name, each.entry) for each in names("sold by Baidu Inc and Pingshan District")] == [
        ("Baidu Inc", "baidu"),
        ("Pingshan District", "pingshan"),
    ]


def test_without_known_organizations_the_shape_still_tells() -> None:
    bare = VOCABULARY.without("organization")
    found = [(each.name, each.kind.value) for each in names("backed by Tongji University and Baidu Inc", bare)]
    assert found == [("Tongji University", "organization"), ("Baidu Inc", "organization")]


PIECES = st.sampled_from(
    [
        *(
            "Ministry",
            "of",
            "Science",
            "and",
            "Technology",
            "Ltd",
            ",",
            ".",
            "'s",
            "Li",
            "Na",
            "said",
            "chairman",
            "(",
            ")",
        ),
        *("EDB", "or", "the", "Shanghai", "Tencent", "Co", "&", "University", "for", "on", "in", "bin", "“", "”", "-"),
        *(
            "vice",
            "mayor",
            "China",
            "Chinese",
            "who",
            "5",
            "AI",
            "Group",
            "New",
            "York-based",
            "Dr",
            "é",
            "\ud800",
            "\n",
        ),
    ]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=25).map(" ".join)


@given(TEXTS)
def test_any_text_gives_names_that_slice_it_in_order_and_apart(text: str) -> None:
    sentence: Tagged = tagged(text, Span(0, len(text)), VOCABULARY)
    found = find_names(sentence, VOCABULARY)
    last = 0
    for name in found:
        assert last <= name.first < name.last
        assert name.span == sentence.span(name.first, name.last)
        assert name.name == " ".join(name.span.slice(text).split())
        last = name.last
    assert found == find_names(sentence, VOCABULARY)
