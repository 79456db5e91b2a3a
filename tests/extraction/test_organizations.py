"""Organizations: one record a body, with its people, and where and by which rule it was told."""

from __future__ import annotations

import pytest

from shanghai_tech import OrganizationKind, Person, load_vocabulary, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tencent Holdings Ltd opened an office. Tencent is growing.",
            [("Tencent Holdings Ltd", "E1"), ("Tencent", "E1")],
        ),
        ("The Export Promotion Board has a plan.", [("Export Promotion Board", "E2")]),
        ("Ouyang, a robot maker, has 300 engineers.", [("Ouyang", "E3")]),
        (
            "Ouyang Robotics Ltd is growing, said Ann Lee, chairwoman of Ouyang.",
            [("Ouyang Robotics Ltd", "E2"), ("Ann Lee", "R"), ("Ouyang", "E3")],
        ),
    ],
)
def test_each_mention_tells_the_rule_that_it_was_known_by(text: str, told: list[tuple[str, str]]) -> None:
    (organization,) = read(text).organizations

    assert [(evidence.quote, evidence.rule) for evidence in organization.evidence] == told


def test_without_the_name_in_the_vocabulary_the_words_beside_it_tell() -> None:
    vocabulary = load_vocabulary().without("organization")

    (organization,) = read(
        "Tencent Holdings Ltd is growing. Tencent has 300 engineers.", vocabulary=vocabulary
    ).organizations

    assert organization.names == ("Tencent Holdings Ltd", "Tencent")
    assert {evidence.rule for evidence in organization.evidence} == {"E2", "E3"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ann Lee, chairwoman of Ouyang Robotics Ltd, has left.", [Person(name="Ann Lee", role="chairwoman")]),
        ("It is growing, said Ann Lee of Ouyang Robotics Ltd.", [Person(name="Ann Lee")]),
        ("Ouyang Robotics Ltd has a chairwoman.", []),
    ],
)
def test_people_have_the_role_that_is_told_or_none(text: str, people: list[Person]) -> None:
    (organization,) = read(text).organizations

    assert list(organization.people) == people


def test_two_posts_at_two_bodies_are_told_with_each() -> None:
    text = "Ann Lee, chairwoman of Ouyang Robotics Ltd and director of the Export Promotion Board, has left."

    told = [(each.kind, [(person.name, person.role) for person in each.people]) for each in read(text).organizations]

    assert told == [
        (OrganizationKind.COMPANY, [("Ann Lee", "chairwoman")]),
        (OrganizationKind.GOVERNMENT, [("Ann Lee", "director")]),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Last year Nexora, founded in 2015, opened 40 plants.", ["Nexora"]),
        ("Last year Nexora, a broker founded by four engineers, grew.", ["Nexora"]),
        ("Last year the city paid Nexora and other carriers.", ["Nexora"]),
        ("Last year the Oulu-listed Nexora grew.", ["Nexora"]),
        ("Last year it put 40 million euros into robots and invested in Nexora.", ["Nexora"]),
        ("It is told by agents Holloway Pryce.", ["Holloway Pryce"]),
        ("Last year Hartley & Voss grew.", ["Hartley & Voss"]),
        ("The City of Helsinki will pay.", ["City of Helsinki"]),
        (
            "The Gulf Federation for Drones, Robotics and Gaming will pay.",
            ["Gulf Federation for Drones, Robotics and Gaming"],
        ),
        ("The Centre for an Urban Future will pay.", ["Centre for an Urban Future"]),
        ("It was bought by 24Nordling, a lender, over a 10Gbit line.", ["24Nordling"]),
        ("Last year Tencent Products Japan grew.", ["Tencent Products Japan"]),
        ("Nexora and Quillon are among the park's tenants.", ["Nexora", "Quillon"]),
        ("It counts Nexora and Quillon among its tenants.", ["Nexora", "Quillon"]),
        ("The park's tenants, among them Nexora and Quillon, are growing.", ["Nexora", "Quillon"]),
        ("Its customers are Nexora and Quillon.", ["Nexora", "Quillon"]),
        ("Nordling takes place in Helsinki.", []),
        ("Ann Lee spoke at City Hall.", []),
    ],
)
def test_the_words_beside_a_name_tell_a_body(text: str, names: list[str]) -> None:
    assert [each.name for each in read(f"A city paper\n\nUpdated: 2024-07-18\n\n{text}\n").organizations] == names
