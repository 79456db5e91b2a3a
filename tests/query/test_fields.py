"""What each field answers, in tables of cases."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from shanghai_tech import Article, Corpus, Form, Metric, Organization, Period, Quantity, Target, Unit
from shanghai_tech.query import (
    Truth,
    article,
    dimension,
    due,
    indicator,
    initiative,
    kind,
    label,
    name,
    participants,
    people,
    period,
    place,
    published,
    publisher,
    quantity,
    speaker,
    status,
    subject,
    unit,
)
from tests.corpus import strategies as some

YES, MAYBE, NO = Truth.CERTAIN, Truth.POSSIBLE, Truth.IMPOSSIBLE


@pytest.mark.parametrize(
    ("told", "asked", "more", "less"),
    [
        ("500 {firm}", "400 firms", YES, NO),
        (">500 {firm}", "500 firms", YES, NO),
        (">500 {firm}", "600 firms", MAYBE, MAYBE),
        ("<=500 {firm}", "500 firms", NO, MAYBE),
        ("3.27E+12 CNY", "3.27 trillion yuan", MAYBE, MAYBE),
        ("3.27E+12 CNY", "3.2 trillion yuan", YES, NO),
        ("~500 {firm}", "450 firms", MAYBE, NO),
        ("500 {chip firm}", "400 firms", YES, NO),
        ("500 {firm}", "400 chip firms", MAYBE, NO),
        ("500 {firm}", "600 chip firms", NO, MAYBE),
        ("500 {firm}", "400", YES, NO),
        ("500 {firm}", "400 people", NO, NO),
        ("5 km2", "400 hectares", YES, NO),
        ("5 {patent}/10000{resident}", "4 patents per 1,000 residents", NO, YES),
        ("5E+8 USD", "1 yuan", MAYBE, MAYBE),
        ("5E+8 USD", "400 firms", NO, NO),
        ("12 %", "10 percent", YES, NO),
        ("12 %", "10", NO, NO),
        ("3", "2", YES, NO),
        ("-5 %", "0 percent", NO, YES),
    ],
)
def test_amounts_are_compared_in_the_unit_asked_for(told: str, asked: str, more: Truth, less: Truth) -> None:
    metric = some.metric(told)

    assert (quantity > asked)(metric) is more
    assert (quantity < asked)(metric) is less


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        ("3.27E+12 CNY", "3.27 trillion yuan", YES),
        ("3.270E+12 CNY", "3.27 trillion yuan", YES),
        ("3.2672E+12 CNY", "3.27 trillion yuan", MAYBE),
        ("2.9E+12 CNY", "3.27 trillion yuan", NO),
        (">500 {firm}", "over 500 firms", YES),
        (">500 {firm}", "500 firms", NO),
        (">=500 {firm}", "500 firms", MAYBE),
        ("8..10 %", "8..10 %", YES),
        ("500 {firm}", 500, YES),
        ("1/3", Fraction(1, 3), YES),
    ],
)
def test_an_amount_is_equal_as_it_is_told(told: str, asked: str | int | Fraction, answer: Truth) -> None:
    assert (quantity == asked)(some.metric(told)) is answer
    assert (quantity != asked)(some.metric(told)) is ~answer


def test_a_restated_amount_answers_where_the_first_cannot() -> None:
    metric = evolve(some.metric("1E+9 CNY"), restated=(Quantity.parse("1.587E+8 USD"),))

    assert (quantity > "$100 million")(metric) is YES
    assert (quantity > "1 billion yuan")(metric) is MAYBE
    assert quantity.between("$100 million", "$200 million")(metric) is YES
    assert (unit == "US dollars")(metric) is YES


def test_a_part_without_a_unit_is_so_many_percent() -> None:
    third = evolve(some.metric("1/3"), form=Form.SHARE)

    assert [(quantity > each)(third) for each in ("30 percent", "34 percent")] == [YES, NO]
    assert (quantity == Fraction(1, 3))(third) is YES
    assert (dimension == "share")(third) is YES
    assert (quantity > "30 percent")(some.metric("1/3")) is NO
    told = Corpus.of(
        [third, evolve(some.metric("40 %"), form=Form.SHARE), evolve(some.metric("30 %"), form=Form.SHARE)]
    )
    assert [str(each.quantity) for each in told.metrics.order_by(quantity)] == ["30 %", "1/3", "40 %"]


def test_a_target_without_an_amount_may_have_any() -> None:
    assert (quantity > "1 yuan")(some.target("grow firms")) is MAYBE
    assert quantity.is_told(some.target("grow firms")) is NO
    assert (dimension == "money")(some.target("grow firms")) is MAYBE


@pytest.mark.parametrize(
    ("told", "asked", "answers"),
    [  # during, overlaps, before, after, by, since
        ("2018", "2018", (YES, YES, NO, NO, YES, YES)),
        ("2018-03", "2018", (YES, YES, NO, NO, YES, YES)),
        ("2018", "2018-03", (NO, YES, NO, NO, NO, NO)),
        ("2017", "2018", (NO, NO, YES, NO, YES, NO)),
        ("../2018", "2018", (MAYBE, YES, NO, NO, YES, MAYBE)),
        ("../2018", "2017", (NO, MAYBE, NO, MAYBE, NO, MAYBE)),
        ("2018/..", "2019", (NO, MAYBE, MAYBE, NO, MAYBE, NO)),
        ("2018-03-01|2018-01-03", "2018-03", (MAYBE, MAYBE, MAYBE, NO, YES, MAYBE)),
    ],
)
def test_periods_lie_to_others(told: str, asked: str, answers: tuple[Truth, ...]) -> None:
    metric = some.metric("1 {firm}", period=told)
    questions = (period.during, period.overlaps, period.before, period.after, period.by, period.since)

    assert tuple(question(asked)(metric) for question in questions) == answers


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        ("../2025", "by 2025", YES),
        ("../2025", "2025", MAYBE),
        ("../2025", "2026", NO),
        ("2025", 2025, YES),
        ("2018-03-01|2018-01-03", "2018-03-01", MAYBE),
        (None, "2025", MAYBE),
    ],
)
def test_periods_are_equal_by_their_days(told: str | None, asked: str | int, answer: Truth) -> None:
    assert (due == asked)(some.target("grow", due=told)) is answer
    assert (due != asked)(some.target("grow", due=told)) is ~answer


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        ("Bengaluru", "Bangalore", YES),
        ("Pudong", "Shanghai", NO),
        ("Zork Group Co., Ltd", "the Zork Group", YES),
        ("the company", "the company", YES),
        ("the company", "Zork", NO),
        (None, "Zork", MAYBE),
    ],
)
def test_a_subject_has_all_its_names(told: str | None, asked: str, answer: Truth) -> None:
    assert (subject == asked)(some.metric("1 {firm}", subject=told)) is answer


@pytest.mark.parametrize(
    ("told", "place", "answer"),
    [
        ("Pudong", "Shanghai", YES),
        ("Pudong", "China", YES),
        ("Shanghai", "shanghai", YES),
        ("Paris", "China", NO),
        ("China", "Shanghai", NO),
        ("Zork Group", "China", MAYBE),
        ("Pudong", "Zorkland", MAYBE),
        (None, "China", MAYBE),
    ],
)
def test_places_lie_in_places(told: str | None, place: str, answer: Truth) -> None:
    assert subject.within(place)(some.metric("1 {firm}", subject=told)) is answer


def corpus() -> Corpus:
    papers = (
        evolve(some.article("a", published="2019-05-07"), publisher="The Daily Zork"),
        evolve(some.article("b", published="2020/2021")),
    )
    metrics = (some.metric("500 {firm}", subject="EDB"), some.metric("700 {firm}", at="b", subject="Nobody"))
    bodies = (
        some.organization("Economic Development Board", "EDB", kind="government"),
        evolve(some.organization("Zork Group", at="b"), people=()),
    )
    return Corpus.of(
        papers, metrics, bodies, [evolve(some.initiative("Zork Park", "EDB", "Zork Group"), place="Pudong")]
    )


def test_aliases_of_organizations_lead_to_them() -> None:
    told = corpus()

    assert told.metrics.where(subject == "Economic Development Board").one().quantity == Quantity.parse("500 {firm}")
    assert told.organizations.where(name == "EDB").one().kind.value == "government"
    assert told.initiatives.where(participants.has("Economic Development Board")).count() == 1
    assert told.initiatives.where(participants == "Nobody").count() == 0


def test_articles_tell_of_paper_and_day() -> None:
    told = corpus()

    assert told.metrics.where(publisher == "the daily zork").one().subject == "Economic Development Board"
    assert told.metrics.where(publisher == "Another", possible=True).one().subject == "Nobody"
    assert told.metrics.where(article == "b").one().subject == "Nobody"
    assert told.metrics.where(article == told.articles[0]).one().subject == "Economic Development Board"
    assert told.metrics.where(published.during("2019")).one().subject == "Economic Development Board"
    assert told.metrics.where(published.during("2020")).count() == 0
    assert told.metrics.where(published.during("2020"), possible=True).one().subject == "Nobody"
    assert told.metrics.where(published.after("2019")).one().subject == "Nobody"
    assert told.metrics.where(published == "2019-05-07").count() == 1


def test_a_day_within_days_that_are_told_is_found_between_their_ends() -> None:
    paper = Article(id="a", text="x", published=Period.parse("2015/2023"), published_how="inferred")
    told = Corpus.of([evolve(paper, text=some.article("a").text)], [some.metric("1 {firm}")])

    assert told.metrics.where(published.during("2019"), possible=True).count() == 1
    assert told.metrics.where(~published.during("2019"), possible=True).count() == 1
    assert told.metrics.where(published.during("2024"), possible=True).count() == 0


def test_closed_lists_are_asked_by_word_or_member() -> None:
    told = corpus()

    assert told.organizations.where(kind == "company").one().name == "Zork Group"
    assert told.initiatives.where(kind.one_of("facility", "zone"), status != "completed").count() == 1
    assert told.initiatives.where(place.within("Shanghai")).count() == 1
    assert told.organizations.where(people.is_told).count() == 0


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("firms", YES), ("Firm", YES), ("the firms", YES), ("chip firms", NO), ("output", NO)],
)
def test_a_label_has_words(asked: str, answer: Truth) -> None:
    assert label.has(asked)(evolve(some.metric("1 {firm}"), label="technology firms")) is answer


@pytest.mark.parametrize(("told", "asked"), [("gdp", "GDP"), ("gdp", "gdp"), ("firm", "firms"), ("firms", "firms")])
def test_an_indicator_is_asked_by_its_words(told: str, asked: str) -> None:
    assert (indicator == asked)(evolve(some.metric("1 {firm}"), indicator=told)) is YES


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        ("1 {AI startup}", "startups", YES),
        ("1 {startup}", "AI startups", MAYBE),
        ("1 CNY", "yuan", YES),
        ("1 CNY", Unit.of("USD"), NO),
        ("1 {patent}/10000{resident}", "patents per 10,000 residents", YES),
    ],
)
def test_units_are_asked_by_their_words(told: str, asked: str | Unit, answer: Truth) -> None:
    assert (unit == asked)(some.metric(told)) is answer


def test_a_speaker_is_the_person_and_the_body() -> None:
    metric = evolve(some.metric("1 {firm}"), speaker="Ann Lee", speaks_for="Zork Group")

    assert [(speaker == each)(metric) for each in ("Ann Lee", "Zork", "Bo Li")] == [YES, YES, NO]
    assert (speaker == "Ann Lee")(some.metric("1 {firm}")) is MAYBE


def test_facts_of_an_initiative_are_found_by_it() -> None:
    park = some.initiative("Zork Park")
    metric = evolve(some.metric("1 {firm}"), initiative=park.id)

    assert [(initiative == each)(metric) for each in (park, park.id, "another")] == [YES, YES, NO]


def test_fields_are_of_the_kinds_that_they_say() -> None:
    told = (Metric, Target, Organization)

    assert [[each in field.kinds for each in told] for field in (period, due, people, article)] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [True, True, True],
    ]
