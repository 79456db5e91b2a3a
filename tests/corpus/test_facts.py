"""Which facts and initiatives of several articles are one, and what is told of them then."""

from __future__ import annotations

import pytest
from attrs import evolve

from shanghai_tech import Corpus, Form, Initiative, InitiativeKind, Metric, Quantity, Record, Status, Target
from shanghai_tech.corpus.quantities import same_numbers
from tests.corpus.strategies import initiative, metric, organization, target


def counted(*told: Record) -> int:
    """How many metrics, targets and initiatives there are, whatever the order in which they come."""
    (only,) = {
        len(corpus.metrics) + len(corpus.targets) + len(corpus.initiatives)
        for corpus in (Corpus.of(told), Corpus.of(told[::-1]))
    }
    return only


def counting(label: str, indicator: str, *, at: str) -> Metric:
    return evolve(metric("9 {firm}", at=at), label=label, indicator=indicator)


def deal(name: str, *parties: str, at: str = "a") -> Initiative:
    return evolve(initiative(name, *parties, at=at), kind=InitiativeKind.PARTNERSHIP)


def fair(
    place: str | None, *who: str, at: str = "a", name: str = "Zork Robot Fair", period: str | None = None
) -> Initiative:
    return evolve(initiative(name, *who, at=at, period=period), kind=InitiativeKind.EVENT, place=place)


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        pytest.param(["500 {firm}", ">500 {firm}"], [[0, 1]], id="the bound is not the number"),
        pytest.param(["500 {firm}", "512 {firm}"], [[0], [1]], id="a count is that count"),
        pytest.param(["5E+2 {firm}", "512 {firm}"], [[0, 1]], id="hundreds cover what rounds to them"),
        pytest.param(["3.27E+12 CNY", "3.2672E+12 CNY", "3.3E+12 CNY"], [[0, 1, 2]], id="more and less exact"),
        pytest.param(["3.26E+12 CNY", "3.27E+12 CNY"], [[0], [1]], id="both exact to the last digit"),
        pytest.param(["3E+12 CNY", "2.9E+12 CNY", "3.27E+12 CNY"], [[0], [1], [2]], id="a rough number between two"),
        pytest.param(
            ["3E+12 CNY", "3E+12 CNY", "2.9E+12 CNY", "3.27E+12 CNY"], [[0, 1], [2], [3]], id="as often as not"
        ),
        pytest.param(["1/3", "0.333", "0.33"], [[0, 1, 2]], id="a fraction is exact"),
        pytest.param(["~500 {firm}", "512 {firm}"], [[0], [1]], id="about is no rounding"),
        pytest.param(["8..10 %", "8.0..10.2 %", "8..12 %"], [[0, 1], [2]], id="both ends of a range"),
        pytest.param(["-8.2 %", "-8 %", "8 %"], [[0, 1], [2]], id="a fall is no rise"),
    ],
)
def test_which_quantities_state_one_number(texts: list[str], groups: list[list[int]]) -> None:
    told = [Quantity.parse(text) for text in texts]
    turned = [sorted(len(told) - 1 - at for at in group) for group in same_numbers(told[::-1])]

    assert same_numbers(told) == sorted(turned) == groups


# ---------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (metric("500 {firm}"), metric("500 {firm}", at="b"), True),
        (metric("500 {firm}"), metric(">500 {chip firm}", at="b"), True),
        (metric("500 {firm}"), metric("500 {startup}", at="b"), False),
        (metric("500 CNY"), metric("500 USD", at="b"), False),
        (metric("500 {firm}"), metric("500 {firm}/{resident}", at="b"), False),
        (metric(">500 {firm}"), metric("<500 {firm}", at="b"), False),
        (metric("500 {firm}", period="2018"), metric("500 {firm}", at="b", period="2018-01/2018-12"), True),
        (metric("500 {firm}", period="2018"), metric("500 {firm}", at="b", period="2018-03"), False),
        (metric("500 {firm}", period=None), metric("500 {firm}", at="b", period="2018"), False),
        (metric("500 {firm}", period=None), metric("500 {firm}", at="b", period=None), True),
        (metric("500 {firm}", subject="Zork Ltd"), metric("500 {firm}", at="b"), True),
        (metric("500 {firm}", subject="Bork"), metric("500 {firm}", at="b"), False),
        (metric("9 {firm}", subject="Bengaluru"), metric("9 {firm}", at="b", subject="Bangalore"), True),
        (metric("9 {firm}", subject=None), metric("9 {firm}", at="b", subject=None), False),
        (metric("9 {firm}", subject="the company"), metric("9 {firm}", at="b", subject="the company"), False),
        (metric("9 {lab}", subject="city government"), metric("9 {lab}", at="b", subject="city government"), False),
        (metric("9 {lab}", subject="Zork government"), metric("9 {lab}", at="b", subject="Zork government"), True),
        (metric("9 {lab}", subject="noodle market"), metric("9 {lab}", at="b", subject="noodle market"), True),
        (metric("4 %"), evolve(metric("4 %", at="b"), form=Form.GROWTH), False),
        (metric("4 %"), evolve(metric("4 %", at="b"), indicator="input"), False),
        (metric("4 %"), evolve(metric("4 %", at="b"), base="GDP"), True),
        (evolve(metric("9 {firm}"), label="firms"), counting("firms", "firm_opened", at="b"), True),
        (evolve(metric("9 {firm}"), label="firms"), counting("new firms", "firm_opened", at="b"), False),
        (evolve(metric("9 {firm}"), label="firms"), counting("the 9", "output", at="b"), True),
        (evolve(metric("4 %"), base="the GDP"), evolve(metric("4 %", at="b"), base="its GDP"), True),
        (evolve(metric("4 %"), base="budget"), evolve(metric("4 %", at="b"), base="its GDP"), False),
        (target("open more labs"), target("open more labs", at="b"), True),
        (target("open more labs"), target("to open more of the lab", at="b"), True),
        (target("open more labs"), target("open labs", at="b"), False),
        (target("open more labs"), target("open more labs", at="b", due="../2035"), False),
        (target("labs", quantity="9 {lab}"), target("labs", at="b", quantity="9 {lab}"), True),
        (target("labs", quantity="9 {lab}"), target("labs", at="b"), False),
    ],
)
def test_which_are_one_fact(one: Metric | Target, other: Metric | Target, *, same: bool) -> None:
    assert counted(one, other) == (1 if same else 2)


def test_a_share_of_something_not_named_is_of_neither_where_two_are_named() -> None:
    told = [metric("4 %"), metric("4 %", at="b"), metric("4 %", at="c")]
    based = [evolve(each, base=base) for each, base in zip(told, (None, "GDP", "budget"), strict=True)]

    assert counted(*based) == 3


def test_a_copy_of_a_text_tells_the_same_even_of_what_it_does_not_name() -> None:
    one = metric("9 {firm}", subject=None)
    copy = evolve(one, evidence=metric("9 {firm}", at="b").evidence)

    assert counted(one, copy) == 1


def test_a_merged_fact_is_as_exact_as_any_telling_and_as_full() -> None:
    rough = evolve(
        metric(">3.27E+12 CNY"), speaker="Ann Lee", speaks_for="Zork", restated=(Quantity.parse("4.9E+11 USD"),)
    )
    exact = evolve(
        metric("3.2672E+12 CNY", at="b"),
        speaker="Bo Li",
        base="all",
        restated=(Quantity.parse("4.88E+11 USD"), Quantity.parse("4.3E+11 EUR")),
    )

    (fact,) = Corpus.of([exact, rough]).metrics

    assert fact == evolve(
        rough,
        quantity=exact.quantity,
        base="all",
        restated=exact.restated,
        evidence=(*rough.evidence, *exact.evidence),
    )
    assert fact.id == rough.id


def test_subjects_speakers_and_participants_have_the_best_name_of_their_body() -> None:
    body = organization("Zork Robotics Ltd", "ZRX")
    fact = evolve(metric("9 {firm}", subject="ZRX"), speaker="ZRX", speaks_for="Ann Lee")
    lab = evolve(initiative("the lab", "ZRX", "Bork", at="b"), place="Bork")

    corpus = Corpus.of([body, fact, lab, organization("Zork Robotics", at="b")])

    assert (corpus.metrics[0].subject, corpus.metrics[0].speaker) == ("Zork Robotics Ltd", "Zork Robotics Ltd")
    assert corpus.metrics[0].speaks_for == "Ann Lee"
    assert corpus.initiatives[0].participants == ("ZRX", "Bork"), "that article does not say who ZRX is"
    assert fact in corpus.tellings, "tellings stay as they are told"


def test_an_alias_means_whom_its_own_article_calls_so() -> None:
    board = organization("Economic Development Board", "EDB")
    bank = organization("Emirates Development Bank", "EDB", at="b")
    facts = [metric("9 {firm}", subject="EDB"), metric("9 {firm}", at="b", subject="EDB")]

    corpus = Corpus.of([board, bank, *facts])

    assert [fact.subject for fact in corpus.metrics] == ["Economic Development Board", "Emirates Development Bank"]


def test_a_name_of_a_place_is_no_body_though_an_article_has_it_as_an_alias() -> None:
    corpus = Corpus.of([organization("Suzhou Works", "Suzhou"), metric("9 {firm}", subject="Suzhou")])

    assert corpus.metrics[0].subject == "Suzhou"


# ---------------------------------------------------------------- initiatives


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (initiative("AI lab", "Zork"), initiative("the AI labs", "Zork Ltd", at="b"), True),
        (initiative("AI lab", "Zork"), initiative("AI lab", "Bork", at="b"), False),
        (initiative("AI lab", "Zork", "Bork"), initiative("AI lab", "Bork", at="b"), True),
        (initiative("AI lab"), initiative("AI lab", at="b"), False),
        (initiative("AI lab", "Zork"), initiative("chip lab", "Zork", at="b"), False),
        (initiative("lab", "Zork"), initiative("lab", "Zork", at="b"), False),
        (initiative("lab", "Zork", period="2018"), initiative("the lab", "Zork", at="b", period="2018"), True),
        (deal("chip deal", "Zork", "Bork"), deal("chip deal", "Bork", "Zork", at="b"), True),
        (deal("chip deal", "Zork", "Bork"), deal("chip deal", "Zork", "Dork", at="b"), False),
        (deal("chip deal", "Zork"), deal("chip deal", "Zork", at="b"), False),
        (fair("Suzhou"), fair("Suzhou", at="b"), True),
        (fair("Suzhou"), fair("Bengaluru", at="b"), False),
        (fair("Bangalore"), fair("Bengaluru", at="b"), True),
        (fair("Suzhou"), fair(None, at="b"), True),
        (fair(None), fair(None, at="b"), True),
        (fair("Suzhou", "Bork"), fair("Bengaluru", "Bork", at="b"), False),
        (fair("Suzhou", "Bork"), fair(None, "Suzhou", "Zork", at="b"), True),
        (fair("Suzhou", period="2018-09"), fair("Suzhou", at="b", period="2019-09"), False),
        (fair("Suzhou", name="robot fair"), fair("Suzhou", name="robot fair", at="b"), False),
        (fair("Suzhou", name="Noodle Fair"), fair("Suzhou", name="noodle fair", at="b"), False),
        (fair("Suzhou", name="Research Program"), fair("Suzhou", name="Research Program", at="b"), False),
        (initiative("Zork Lab", period="2018"), initiative("Zork Lab", "Bork", at="b", period="2019"), True),
        (initiative("Zork Lab", "Zork"), initiative("Zork Lab", "Bork", at="b"), False),
        (initiative("AI lab", "Zork", period="2018"), initiative("AI lab", "Zork", at="b"), True),
        (initiative("AI lab", "Zork", period="2018"), initiative("AI lab", "Zork", at="b", period="2018-03"), True),
        (initiative("AI lab", "Zork", period="2018"), initiative("AI lab", "Zork", at="b", period="2019"), False),
    ],
)
def test_which_are_one_initiative(one: Initiative, other: Initiative, *, same: bool) -> None:
    assert counted(one, other) == (1 if same else 2)


def test_of_two_with_one_name_of_their_own_a_third_without_place_or_actor_is_neither() -> None:
    assert counted(fair("Suzhou"), fair("Bengaluru", at="b"), fair(None, at="c")) == 3


def test_a_rough_period_between_two_exact_ones_is_neither() -> None:
    told = [
        initiative("chip lab", "Zork", at=at, period=period)
        for at, period in zip("abcd", ("2018", "2018-03", "2018-09", None), strict=True)
    ]

    assert [record.period and str(record.period) for record in Corpus.of(told).initiatives] == [
        "2018",
        "2018-03",
        "2018-09",
        None,
    ]


def test_a_merged_initiative_has_all_participants_and_how_far_it_has_come() -> None:
    one = evolve(initiative("the AI lab", "Zork", period="2018"), status=Status.COMPLETED)
    two = evolve(initiative("AI labs", "Bork", "Zork Ltd", at="b", period="2018-03"), place="Hangzhou")

    (lab,) = Corpus.of([one, two]).initiatives

    assert lab == evolve(
        one, participants=("Zork", "Bork"), place="Hangzhou", period=two.period, evidence=(*one.evidence, *two.evidence)
    )


def test_facts_point_to_the_merged_initiative() -> None:
    one, two = initiative("AI lab", "Zork"), initiative("AI lab", "Zork", at="b")
    facts = [evolve(target(f"aim {at}", at=at), initiative=to) for at, to in (("a", one.id), ("b", two.id), ("c", "x"))]

    corpus = Corpus.of([one, two, *facts])

    assert [fact.initiative for fact in corpus.targets] == [one.id, one.id, "x"]
    assert corpus[two.id] is corpus.initiatives[0]
