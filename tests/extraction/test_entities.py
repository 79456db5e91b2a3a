"""Who is who in an article: one entity for a thing under all its names, its kind, and what points back to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech.extraction.entities import Entities, find_entities
from shanghai_tech.extraction.organizations import organizations_of
from shanghai_tech.mentions.mention import Tagged, tagged
from shanghai_tech.mentions.names import NameKind, NameMention, find_names
from shanghai_tech.model import Article, Organization, OrganizationKind, Person, Span
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = load_vocabulary()


def scanned(*lines: str, vocabulary: Vocabulary = VOCABULARY) -> tuple[list[Tagged], list[tuple[NameMention, ...]]]:
    """Each line as a sentence, and its names."""
    text, start, sentences = "\n".join(lines), 0, list[Tagged]()
    for line in lines:
        sentences.append(tagged(text, Span(start, start + len(line)), vocabulary))
        start += len(line) + 1
    return sentences, [find_names(each, vocabulary) for each in sentences]


def read(*lines: str, vocabulary: Vocabulary = VOCABULARY) -> Entities:
    return find_entities(*scanned(*lines, vocabulary=vocabulary), vocabulary)


def told(*lines: str, vocabulary: Vocabulary = VOCABULARY) -> tuple[Organization, ...]:
    article = Article(id="a", text="\n".join(lines))
    return tuple(organizations_of(read(*lines, vocabulary=vocabulary), article, digest=article.digest))


def organizations(*lines: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.name, each.kind.value, each.aliases) for each in told(*lines)]


ONE_THING = [
    (("it is sold by Nexora Group Holding Ltd", "a plant of Nexora opened"), ("Nexora Group Holding Ltd", ("Nexora",))),
    (("the Baltic Fisheries Board (BFB) agreed", "then BFB left"), ("Baltic Fisheries Board", ("BFB",))),
    (("the Oulu Timber Exchange Corp or OTE agreed", "later OTE grew"), ("Oulu Timber Exchange Corp", ("OTE",))),
    (("built by Quorvex Semiconductor of Oulu", "and Quorvex said so"), ("Quorvex Semiconductor", ("Quorvex",))),
    (("asked by Oulu University then", "at Turku, Oulu University said"), ("Oulu University", ())),
    (("listed on the Shanghai STAR Market now", "on the STAR Market"), ("Shanghai STAR Market", ("STAR Market",))),
    (("the International Monetary Fund warned", "later the IMF agreed"), ("International Monetary Fund", ("IMF",))),
    (("the Oulu Timber Exchange Corp. (OTE) agreed", "later OTE grew"), ("Oulu Timber Exchange Corp", ("OTE",))),
    (("the Oulu Boat Yard Corporation agreed", "later the OBYC grew"), ("Oulu Boat Yard Corporation", ("OBYC",))),
    (("it is sold by B-Yard then", "by B-yard it is sold"), ("B-Yard", ("B-yard",))),
]


@pytest.mark.parametrize(("lines", "expected"), ONE_THING)
def test_names_of_one_thing_make_one_entity(lines: tuple[str, ...], expected: tuple[str, tuple[str, ...]]) -> None:
    assert [(name, aliases) for name, _, aliases in organizations(*lines)] == [expected]


def test_arms_are_organizations_of_their_own() -> None:
    lines = ("a deal with Microsoft was signed", "it was praised at Microsoft Research Asia then")
    assert organizations(*lines) == [("Microsoft", "company", ()), ("Microsoft Research Asia", "research", ())]


KINDS = [
    ("Quorvex, a Finnish carmaker, grew.", ("Quorvex", "company")),
    ("They met Quorvex, Oulu's oldest drone maker, there.", ("Quorvex", "company")),
    ("A stake in chipmaker Quorvex was sold.", ("Quorvex", "company")),
    ("Its money came from venture capital firm Quorvex then.", ("Quorvex", "fund")),
    ("Their joint venture, Quorvex, will hire more.", ("Quorvex", "company")),
    ("Quorvex's chief executive left.", ("Quorvex", "company")),
    ("The director of Quorvex left.", ("Quorvex", "company")),
    ("Firms such as Quorvex were there.", ("Quorvex", "company")),
    ("It was told by Quorvex, the city's largest university, then.", ("Quorvex", "university")),
    ("The factory was built by Quorvex in May.", ("Quorvex", "company")),
    ("He has worked at Quorvex since.", ("Quorvex", "company")),
    ("A partnership with Quorvex was signed.", ("Quorvex", "company")),
    ("They bought Quorvex shares then.", ("Quorvex", "company")),
    ("Bosch, Quorvex and Fanuc came.", ("Quorvex", "company")),
    ("It came from Harbour Light Partners, a consultancy, then.", ("Harbour Light Partners", "company")),
    ("It came from the Quorvex Fund then.", ("Quorvex Fund", "fund")),
    ("Quorvex, a Finnish chip designer, grew.", ("Quorvex", "company")),
    ("Quorvex, which sells boats, grew.", ("Quorvex", "company")),
    ("Quorvex, whose shares fell, grew.", ("Quorvex", "company")),
    ("Quorvex is a start-up from Oulu.", ("Quorvex", "company")),
    ("Lunafjord and Quorvex have become unicorns this year.", ("Lunafjord", "company")),
    ("Lunafjord and Quorvex cut 40 jobs.", ("Lunafjord", "company")),
    ("Quorvex said its boats had sold well.", ("Quorvex", "company")),
    ("Quorvexes plans to hire 40 sailors.", ("Quorvexes", "company")),
    ("The largest lender is Quorvex.", ("Quorvex", "company")),
    ("One of the shipbuilders, Quorvex, grew.", ("Quorvex", "company")),
    ("Its rival Quorvex grew.", ("Quorvex", "company")),
    ("Oulu was told that it acquired Quorvex then.", ("Quorvex", "company")),
    ("A yard in Oulu by Quorvex was sold.", ("Quorvex", "company")),
    ("Kenya's Quorvex was sold.", ("Quorvex", "company")),
    ("It is part of Quorvex now.", ("Quorvex", "company")),
    ("Finland has Boat Yards of Oulu (BYO), which grew.", ("Boat Yards of Oulu", "company")),
]


@pytest.mark.parametrize(("line", "expected"), KINDS)
def test_what_stands_around_a_name_tells_its_kind(line: str, expected: tuple[str, str]) -> None:
    assert expected in [(name, kind) for name, kind, _ in organizations(line)]


NO_ORGANIZATIONS = [
    "The Quorvex summit opened.",
    "Under the Quorvex programme, homes are built.",
    "They paid by the Quorvex app then.",
    'It is known as "Oulu Format" there.',
    "Many people in artificial intelligence (AI) and new energy vehicles (NEVs) agree.",
    "They live in Quorvex now.",
    "The Quorvex district is new.",
    "They saw the World Harbour Conference and Demo Day.",
    "Housing is dear. Housing was cheap.",
    "They came to this year's QUORVEX boat fair.",
    "Landlords raised rents.",
    "Officially opened in May, it grew.",
    "He is Head of Corporate Banking.",
]


@pytest.mark.parametrize("line", NO_ORGANIZATIONS)
def test_places_events_plans_and_products_are_no_organizations(line: str) -> None:
    assert organizations(line) == []


def test_a_word_that_only_begins_sentences_names_nothing() -> None:
    assert read("Turnover rose.", "The turnover was small.").entities == ()


def test_the_agency_of_a_date_line_is_no_name() -> None:
    assert organizations("OULU, March 3 (Baltic Wire) -- The city grew.") == []


def test_a_family_name_is_the_person_named_before() -> None:
    found = read("It is up to Zhang Jian, chairman of Nexora Ltd.", "Later Zhang added more.")
    assert [(each.name, each.aliases) for each in found.entities if each.kind is NameKind.PERSON] == [
        ("Zhang Jian", ("Zhang",))
    ]


def test_a_name_that_is_called_by_its_last_word_again_is_a_person() -> None:
    found = read("It began with Oddvar Brunvoll in May.", "Later Brunvoll sold the yard.")
    assert [(each.name, each.kind) for each in found.entities] == [("Oddvar Brunvoll", NameKind.PERSON)]


@pytest.mark.parametrize(
    "line",
    [
        "Sakari Lundqvist, who runs a yard, left.",
        "Sakari Lundqvist, formerly head of Nexora Ltd, left.",
        "Sakari Lundqvist, corporate partner at Nexora Ltd, left.",
        "The speaker of the parliament, Sakari Lundqvist, left.",
        "A yard founded by Sakari Lundqvist grew.",
    ],
)
def test_what_stands_around_a_name_tells_a_person(line: str) -> None:
    assert [each.kind for each in read(line).entities if "Lundqvist" in each.name] == [NameKind.PERSON]


def test_of_two_persons_of_a_family_the_one_named_last_is_meant() -> None:
    found = read("He is Zhang Jian, an engineer.", "He met Zhang Heng, a scientist.", "Later Zhang left.")
    assert [each.name for each in found.entities if len(each.mentions) > 1] == ["Zhang Heng"]


def test_a_person_may_be_called_more_or_less_fully() -> None:
    found = read("He met Sheikh Zayed bin Sultan Al Nahyan.", "Sheikh Zayed left, and Zayed bin Sultan came.")
    assert [(each.name, len(each.mentions)) for each in found.entities] == [("Sheikh Zayed bin Sultan Al Nahyan", 3)]


def test_organizations_are_told_with_their_people_and_mentions() -> None:
    (found,) = told("said Henry Ford, chairman of Nexora Ltd.", "A plant of Nexora opened.")
    assert (found.name, found.aliases, found.kind) == ("Nexora Ltd", ("Nexora",), OrganizationKind.COMPANY)
    assert found.people == (Person(name="Henry Ford", role="chairman"),)
    assert [(each.quote, each.rule) for each in found.evidence] == [
        ("Henry Ford", "R"),
        ("Nexora Ltd", "E2"),
        ("Nexora", "E3"),
    ]


def test_entities_answer_for_people_and_spans() -> None:
    found = read("said Henry Ford, chairman of Nexora Ltd.")
    person, company = found.entities
    assert [(each.person, each.at) for each in found.people_of(company)] == [(person, company)]
    assert found.roles_of(person) == found.people_of(company)
    assert [found.at(person.mentions[0].span), found.at(Span(0, 1))] == [person, None]


# ---------------------------------------------------------------- places

MAIN_PLACES = [
    (("Oulu builds homes", "Oulu is near Turku."), "Oulu"),
    (("Homes are built", "In Pudong and in Jing'an District, said Shanghai.", "Beijing too."), "Shanghai"),
    (("Karnataka clears homes", "Karnataka grew.", "Karnataka has Mysuru.", "And Karnataka won."), "Karnataka"),
    (("Kenya grows", "Kenya won."), "Kenya"),
    (("A yard for Finland", "It grew.", "It stayed.", "Oulu paid for it."), "Oulu"),
    (("SHENZHEN, March 3 - It grew.",), "Shenzhen"),
    (("It grew.",), None),
]


@pytest.mark.parametrize(("lines", "expected"), MAIN_PLACES)
def test_an_article_is_about_a_place(lines: tuple[str, ...], expected: str | None) -> None:
    place = read(*lines).main_place
    assert (place.name if place else None) == expected


def test_of_places_that_share_a_name_the_one_around_is_meant() -> None:
    line = "Homes in Huangpu District are new."
    assert [each.entry for each in read("Guangzhou builds", line).entities] == ["guangzhou", "huangpu-guangzhou"]
    assert [each.entry for each in read("Shanghai builds", line).entities] == ["shanghai", "huangpu"]


def test_an_abbreviation_means_what_the_article_says() -> None:
    found = read("The National Broadband Strategy (NBS) came.", "The NBS is new.")
    assert [(each.name, each.kind) for each in found.entities] == [("National Broadband Strategy", NameKind.OTHER)]
    assert organizations("Many small and medium enterprises (SME) agree, and MIT, too.") == [("MIT", "university", ())]


# ---------------------------------------------------------------- what points back

STORY = (
    "Oulu builds homes",
    "Quorvex, a Finnish carmaker, has come to Oulu.",
    "The Ministry of Housing and the Oulu Timber Board agreed.",
    "It was praised by Henry Ford, who came from Turku.",
    "Nexora Ltd will follow with Quorvex.",
    "",
)
POINTS = [
    ("the city", "Oulu"),
    ("the carmaker", "Quorvex"),
    ("the company", "Nexora Ltd"),
    ("the ministry", "Ministry of Housing"),
    ("the board", "Oulu Timber Board"),
    ("the university", None),
    ("the commission", None),
    ("it", "Nexora Ltd"),
    ("its", "Nexora Ltd"),
    ("they", "Nexora Ltd"),
    ("he", "Henry Ford"),
    ("her", "Henry Ford"),
    ("the homes", None),
    ("a company", None),
    ("there", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "expected"), POINTS)
def test_descriptions_and_pronouns_point_back(words: str, expected: str | None) -> None:
    found = read(*STORY).refer(words, before=len("\n".join(STORY)))
    assert (found.name if found else None) == expected


ABROAD = (
    "Oulu is busy, and Sweden and Norway look on.",
    "The North Sea Congress met beside the Tar Festival in Oulu, and the Oulu City Council spoke.",
)

AROUND = [
    ("the country", "Finland"),
    ("the central government", "Finland"),
    ("the ministry", "Finland"),
    ("the municipal government", "Oulu"),
    ("the city council", "Oulu City Council"),
    ("the provincial government", None),
    ("the congress", "North Sea Congress"),
    ("the festival", "Tar Festival"),
    ("the gross domestic product", None),
    ("the plan", None),
]


@pytest.mark.parametrize(("words", "expected"), AROUND)
def test_what_is_around_the_main_place_goes_without_saying(words: str, expected: str | None) -> None:
    found = read(*ABROAD).refer(words, before=len("\n".join(ABROAD)))
    assert (found.name if found else None) == expected


def test_the_places_around_the_main_one_are_told_from_the_narrowest() -> None:
    assert [each.name for each in read("a firm in Bengaluru").around] == ["Karnataka", "India", "Asia"]


def test_nothing_points_forward() -> None:
    assert [read(*STORY).refer("the carmaker", before=3), Entities().refer("the city", before=3)] == [None, None]


def test_titles_tell_names_that_the_body_tells() -> None:
    found = read("Nexora Ltd Wants More Homes in Oulu", "It was told by Nexora Ltd that homes are few.")
    assert [(each.name, len(each.mentions)) for each in found.entities] == [("Nexora Ltd", 2), ("Oulu", 1)]


def test_companies_are_found_without_knowing_any() -> None:
    bare = VOCABULARY.without("organization")
    lines = ("China's web giants - Baidu, Alibaba and Tencent - came.", "The companies such as SAIC and Bosch agreed.")
    found = [each.name for each in told(*lines, vocabulary=bare)]
    assert found == ["Baidu", "Alibaba", "Tencent", "SAIC", "Bosch"]


# ---------------------------------------------------------------- laws

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
        *("EDB", "or", "the", "Shanghai", "Tencent", "Co", "&", "University", "for", "heads", "in", "whose", "“", "by"),
        *(
            "vice",
            "mayor",
            "China",
            "Chinese",
            "who",
            "5",
            "AI",
            "Group",
            "his",
            "company",
            "Dr",
            "city",
            "chaired",
            "Zork",
        ),
    ]
)
LINES = st.lists(st.text(max_size=40) | st.lists(PIECES, max_size=20).map(" ".join), min_size=1, max_size=4)


@given(LINES)
def test_any_text_is_read_and_read_alike(lines: list[str]) -> None:
    lines = [" ".join(line.split()) for line in lines]
    once, again = read(*lines), read(*lines)
    assert told(*lines) == told(*lines)
    assert [(each.name, each.kind, each.detail) for each in once.entities] == [
        (each.name, each.kind, each.detail) for each in again.entities
    ]
    spans = [mention.span for entity in once.entities for mention in entity.mentions]
    assert len(set(spans)) == len(spans)
    assert (starts := [entity.mentions[0].span.start for entity in once.entities]) == sorted(starts)
