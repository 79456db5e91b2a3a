"""Which organizations of several articles are one body, and what is told of it then."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

from shanghai_tech import Corpus, Organization, OrganizationKind, Person, Vocabulary, load_vocabulary
from shanghai_tech.corpus.organizations import people_of
from tests.corpus.strategies import organization

FULL: Final = organization("Zork Development Board", "ZDB", kind="government")
BANK: Final = organization("Zambezi Development Bank", "ZDB", at="c")


def names(*told: Organization, vocabulary: Vocabulary | None = None) -> list[str]:
    """The merged organizations by their names, whatever the order in which they come."""
    found = {
        tuple(each.name for each in Corpus.of(parts, vocabulary=vocabulary).organizations)
        for parts in (told, told[::-1])
    }
    (only,) = found
    return list(only)


@pytest.mark.parametrize(
    ("told", "merged"),
    [
        pytest.param(
            [organization("Zork Robotics"), organization("Zork Robotics", at="b")],
            ["Zork Robotics"],
            id="the same name",
        ),
        pytest.param(
            [organization("Zork Robotics"), organization("the ZORK Robotics Group Co., Ltd", at="b")],
            ["the ZORK Robotics Group Co., Ltd"],
            id="article, capitals and legal suffixes tell nothing apart",
        ),
        pytest.param(
            [organization("Zörk & Söhne"), organization("Zork and Sohne", at="b")],
            ["Zork and Sohne"],
            id="neither do accents",
        ),
        pytest.param(
            [organization("Zork Robotics"), organization("Zork Batteries", at="b")],
            ["Zork Robotics", "Zork Batteries"],
            id="a word in common is not enough",
        ),
        pytest.param([FULL, organization("ZDB", at="b")], ["Zork Development Board"], id="an alias is the name"),
        pytest.param(
            [FULL, organization("Greater Zork Development Board", "ZDB", at="b", kind="government")],
            ["Greater Zork Development Board"],
            id="an alias in common, and one full name holds the other",
        ),
        pytest.param(
            [organization("Zork Robotics Ltd", "ZRX"), organization("Bork Zork Robotics Inc", "ZRX", at="b")],
            ["Bork Zork Robotics Inc"],
            id="legal suffixes are no words of a full name",
        ),
        pytest.param(
            [FULL, BANK],
            ["Zork Development Board", "Zambezi Development Bank"],
            id="an alias in common, but clearly different full names",
        ),
        pytest.param(
            [FULL, organization("ZDB", at="b"), BANK],
            ["Zork Development Board", "ZDB", "Zambezi Development Bank"],
            id="an abbreviation of two bodies is neither's",
        ),
        pytest.param(
            [organization("ZQE", kind="exchange"), organization("ZQE", at="b", kind="university")],
            ["ZQE", "ZQE"],
            id="an abbreviation of different kinds",
        ),
        pytest.param(
            [organization("ZQE", kind="exchange"), organization("ZQE", at="b", kind="company")],
            ["ZQE"],
            id="company is what readers fall back to, and speaks against nothing",
        ),
        pytest.param(
            [
                organization("Works Council of Zork", "the Council"),
                organization("Riders' Council of Bork", "the Council", at="b"),
            ],
            ["Works Council of Zork", "Riders' Council of Bork"],
            id="a word for the kind of body joins nobody",
        ),
        pytest.param(
            [organization("the Ministry", kind="government"), organization("the Ministry", at="b", kind="government")],
            ["the Ministry", "the Ministry"],
            id="not even to itself in another article",
        ),
        pytest.param(
            [
                organization("Zork Robotics", "Zork", "ZRX"),
                organization("ZRX", "Zork Arms", at="b"),
                organization("Zork Arms", at="c"),
            ],
            ["Zork Robotics"],
            id="one after the other",
        ),
    ],
)
def test_which_are_one_body(told: list[Organization], merged: list[str]) -> None:
    assert names(*told) == merged


def test_names_of_one_entry_of_the_vocabulary_are_one_body() -> None:
    told = organization("Fourth Paradigm"), organization("4Paradigm", at="b")

    assert names(*told) == ["Fourth Paradigm"]
    assert names(*told, vocabulary=load_vocabulary().without("organization")) == ["Fourth Paradigm", "4Paradigm"]


def test_two_entries_of_the_vocabulary_are_two_bodies_whatever_an_article_calls_them() -> None:
    told = organization("Alibaba Cloud", "Alibaba"), organization("Alibaba", at="b")

    assert names(*told) == ["Alibaba Cloud", "Alibaba"]


def test_two_entries_of_the_vocabulary_are_not_joined_through_a_third_name() -> None:
    one, two = organization("Amazon", "AMZX"), organization("Amazon Web Services", "AWSX", at="c")
    between = organization("Amazon Web", "AMZX", "AWSX", at="b")

    assert names(one, between, two) == ["Amazon", "Amazon Web", "Amazon Web Services"]


def test_an_abbreviation_that_the_vocabulary_knows_joins_no_body_of_another_name() -> None:
    board, bank = organization("Economic Development Board"), organization("Emirates Development Bank", "EDB", at="b")

    assert names(board, bank) == ["Economic Development Board", "Emirates Development Bank"]
    assert names(board, bank, organization("EDB", at="c")) == names(board, bank)


def test_what_one_corpus_knows_of_names_holds_for_both() -> None:
    bare = load_vocabulary().without("organization")
    one = Corpus.of([organization("Fourth Paradigm")])
    other = Corpus.of([organization("4Paradigm", at="b")])
    ignorant = Corpus.of([organization("4Paradigm", at="b")], vocabulary=bare)

    assert len((one | other).organizations) == 1
    assert len((one | ignorant).organizations) == 2


def test_a_merged_body_has_the_names_people_and_evidence_of_all_its_tellings() -> None:
    head, chair = Person(name="Ann Lee", role="head of research"), Person(name="Bo Li", role="chair")
    one = evolve(organization("Zork", kind="company"), people=(Person(name="Ann Lee"), chair))
    two = evolve(organization("Zork Institute", "Zork", at="b", kind="research"), people=(head,))
    three = evolve(organization("Zork Institute", "the Zork", at="c", kind="research"))

    (body,) = Corpus.of([three, one, two]).organizations

    assert body == Organization(
        id=one.id,
        name="Zork Institute",
        aliases=("Zork", "the Zork"),
        kind=OrganizationKind.RESEARCH,
        people=(head, chair),
        evidence=(*one.evidence, *two.evidence, *three.evidence),
    )


def test_of_kinds_told_as_often_the_one_that_readers_do_not_fall_back_to_is_taken() -> None:
    (body,) = Corpus.of([organization("Zork"), organization("Zork", at="b", kind="fund")]).organizations

    assert body.kind is OrganizationKind.FUND


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        ([None, "chair"], ["chair"]),
        ([None], [None]),
        (["chair", "Chair"], ["chair"]),
        (["chair", "chair of the board"], ["chair of the board"]),
        (["founder and CEO", "CEO", "founder"], ["founder and CEO"]),
        (["president", "vice president"], ["president", "vice president"]),
        (["head", "head of sales", "head of research"], ["head of sales", "head of research"]),
        (["chair", "chairs"], ["chair", "chairs"]),
    ],
)
def test_a_role_that_a_fuller_one_tells_is_left_out(roles: list[str | None], left: list[str | None]) -> None:
    assert [person.role for person in people_of(Person(name="Ann Lee", role=role) for role in roles)] == left
