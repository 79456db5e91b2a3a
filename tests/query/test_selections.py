"""Selections as sequences, how they are shown, and what they refuse."""

from __future__ import annotations

from typing import Final

import pytest
from attrs import evolve

import shanghai_tech.query
from shanghai_tech import Corpus, InvalidQuestion, InvalidText, Metric, NotOne, ShanghaiTechError, Target
from shanghai_tech.query import (
    Truth,
    article,
    dimension,
    due,
    form,
    kind,
    participants,
    period,
    publisher,
    quantity,
    subject,
)
from tests.corpus import strategies as some


def corpus() -> Corpus:
    metrics = [
        some.metric("500 {firm}", period="2018"),
        some.metric(">700 {firm}", at="b", period="2019"),
        some.metric("600 {firm}", subject="Bengaluru", period=None),
        some.metric("3E+12 CNY", at="b", subject="Bengaluru", period="2017"),
    ]
    return Corpus.of(
        map(some.article, "ab"),
        metrics,
        [some.target("grow firms"), some.initiative("Zork Park", "Zork", "Aliyun"), some.organization("Zork")],
    )


def test_a_selection_is_an_immutable_sequence() -> None:
    metrics = corpus().metrics

    assert len(metrics) == metrics.count() == 4
    assert metrics.count(metrics[0]) == 1
    assert metrics[1:3] == metrics.where(lambda each: each in metrics[1:3])
    assert next(reversed(metrics)) == metrics[-1]
    assert hash(metrics) == hash(corpus().metrics)
    assert metrics != corpus().targets
    with pytest.raises(AttributeError):
        metrics.asked = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # refused, too


def test_nothing_is_asked_before_it_is_needed() -> None:
    asked: list[Metric] = []

    def counted(metric: Metric) -> bool:
        asked.append(metric)
        return True

    selection = corpus().metrics.where(counted)

    assert asked == []
    assert len(selection) == len(list(selection)) == len(asked) == 4


def test_first_and_one_take_a_record() -> None:
    metrics = corpus().metrics

    assert metrics.first() == metrics[0]
    assert metrics.where(subject == "Nobody").first() is None
    assert metrics.where(dimension == "money").one().subject == "Bengaluru"


def test_one_tells_what_there_is_instead() -> None:
    with pytest.raises(NotOne) as several:
        corpus().metrics.where(subject == "Zork").one()
    with pytest.raises(NotOne) as none:
        corpus().metrics.where(subject == "Zrok").one()

    assert str(several.value) == (
        "expected one of the metrics where subject == 'Zork', found 2; narrow it with where, or take first()\n"
        "  Zork, output: 500 {firm}, 2018 [a]\n"
        "  Zork, output: >700 {firm}, 2019 [b]"
    )
    assert str(none.value) == (
        "expected one of the metrics where subject == 'Zrok', found 0\n"
        "  none for subject == 'Zrok' alone; did you mean 'Zork'?"
    )


def test_order_puts_what_is_not_told_last() -> None:
    metrics = corpus().metrics

    assert [str(each.period) for each in metrics.order_by(period)] == ["2017", "2018", "2019", "None"]
    assert [str(each.period) for each in metrics.order_by(period, descending=True)] == ["2019", "2018", "2017", "None"]
    by_two = metrics.order_by(subject, period)
    assert [(each.subject, str(each.period)) for each in by_two[:2]] == [("Bengaluru", "2017"), ("Bengaluru", "None")]


def test_amounts_are_ordered_by_number() -> None:
    counts = corpus().metrics.where(dimension == "count").order_by(quantity, descending=True)

    assert [str(each.quantity) for each in counts] == [">700 {firm}", "600 {firm}", "500 {firm}"]


def test_a_record_is_in_the_group_of_each_value() -> None:
    groups = corpus().initiatives.group_by(participants)

    assert {name: [each.name for each in group] for name, group in groups.items()} == {
        "Zork": ["Zork Park"],
        "Aliyun": ["Zork Park"],
    }
    assert {name: len(group) for name, group in corpus().metrics.group_by(period).items() if name is None} == {None: 1}
    assert groups["Zork"].where(kind == "facility").count() == 1


def test_a_selection_shows_what_was_asked_and_what_was_found() -> None:
    metrics = corpus().metrics

    assert repr(metrics.where(subject == "Zork", quantity > 600)) == (
        "1 of 4 metrics where (subject == 'Zork') & (quantity > 600)\n  Zork, output: >700 {firm}, 2019 [b]"
    )
    assert repr(metrics.where(period.during("2018"), subject == "Bengaluru")) == (
        "0 of 4 metrics where period.during('2018') & (subject == 'Bengaluru')\n  possible: 1, with possible=True"
    )
    assert repr(metrics.where(subject == "Zork", quantity > "1 yuan")) == (
        "0 of 4 metrics where (subject == 'Zork') & (quantity > '1 yuan')\n"
        "  quantity > '1 yuan': it tells 500 {firm}, and {firm} is count, CNY is money"
    )
    assert repr(metrics[:0]) == "0 metrics"
    assert repr(Corpus.of(some.metric(f"{each} {{firm}}") for each in range(1, 9)).metrics).endswith("  … and 3 more")


def test_records_of_each_kind_are_shown_in_a_line() -> None:
    told = corpus()

    assert repr(told.targets) == "1 target\n  Zork, grow firms, due ../2030 [a]"
    assert repr(told.initiatives) == "1 initiative\n  Zork Park (facility, announced), Zork, Aliyun [a]"
    assert repr(told.organizations) == "1 organization\n  Zork (company) [a]"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("700 firms", "over 700 firms"),
        ("over 700\nfirms", "over 700 firms"),
        ("more than 700 firms", "more than 700 firms"),
        ("$700", "over $700"),
    ],
)
def test_an_amount_is_shown_with_its_bound(words: str, shown: str) -> None:
    metric = some.metric(">700 {firm}")
    told = Corpus.of([evolve(metric, quantity=evolve(metric.quantity, words=words))])

    assert f"output: {shown}, 2018" in repr(told.metrics)


def test_why_gives_a_reason_for_each_part() -> None:
    metrics = corpus().metrics
    asked = metrics.where(quantity >= "1 trillion yuan", ~(form == "share"), period.during("2018"))

    assert asked.why(metrics[0]).splitlines() == [
        "quantity >= '1 trillion yuan': impossible; it tells 500 {firm}, and {firm} is count, CNY is money",
        "~(form == 'share'): certain",
        "  form == 'share': impossible; it tells 'level'",
        "period.during('2018'): certain; it tells '2018'",
    ]


#: As a person would write it; much of it a type checker refuses.
REFUSED: Final = (
    ("corpus().metrics.where(due.by(2025))", "metrics have no field due"),
    ('corpus().organizations.where(~(subject == "x"))', "organizations have no field subject"),
    ("corpus().targets.order_by(period)", "targets have no field period"),
    ("corpus().targets.group_by(participants)", "participants is one of initiatives"),
    ('subject == "a" and form == "level"', "& for and, | for or, ~ for not"),
    ('"1" <= quantity <= "2"', "field.between(low, high) for a chain"),
    ("not subject", "subject == 'Shanghai'"),
    ('"firms" in label', "a question such as label == "),
    ('subject == "a" & (form == "level")', "each comparison in brackets"),
    ('(subject == "a") | "b"', "a part 'b'"),
    ('corpus().metrics.where("subject")', "a part 'subject'"),
    ('form == "levle"', "did you mean 'level'?"),
    ('dimension == "mony"', "did you mean 'money'?"),
    ('corpus().initiatives.where(kind == "company")', "initiatives have no kind 'company'"),
    ('subject == ""', "a text that is not empty"),
    ("indicator.one_of()", "at least one value"),
    ('label.has("the")', "a word that carries meaning"),
    ("quantity > 3.5", "a whole or exact number"),
    ('quantity > "over 500"', "without words such as over"),
    ('quantity.between("5 yuan", "5 firms")', "two amounts of one unit"),
    ("quantity.between(5, 3)", "the smaller amount first"),
    ('period.before("../2018")', "days with a first one"),
    ("period.during(3.5)", "a date or a year"),
    ("corpus().metrics.order_by(quantity)", "ask for dimension == 'count' first"),
    ('corpus().metrics.where(lambda _: "yes").count()', "True, False or a Truth"),
    ("bool(Truth.CERTAIN)", "it has three values"),
)


@pytest.mark.parametrize(("asked", "expected"), REFUSED)
def test_what_cannot_be_asked_is_refused_with_the_right_spelling(asked: str, expected: str) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        eval(asked, globals() | vars(shanghai_tech.query))  # noqa: S307  our own text

    assert expected in str(refused.value)
    assert isinstance(refused.value, ShanghaiTechError)


@pytest.mark.parametrize("words", ["a lot", "500 and more besides", ""])
def test_words_that_are_no_amount_are_shown(words: str) -> None:
    with pytest.raises(InvalidText, match="amount such as") as refused:
        quantity.between(words, words)

    assert "^" in str(refused.value)


@pytest.mark.parametrize("words", ["last year", "soon", "2018-13"])
def test_words_that_are_no_days_are_shown(words: str) -> None:
    with pytest.raises(InvalidText, match="days") as refused:
        due.by(words)

    assert "^" in str(refused.value)


def test_any_function_is_a_question() -> None:
    metrics = corpus().metrics

    def is_rough(metric: Metric) -> Truth:
        return Truth.POSSIBLE if metric.quantity.bound.value == "over" else Truth.IMPOSSIBLE

    def is_dated(fact: Metric | Target) -> bool:
        return isinstance(fact, Metric) and fact.period is not None

    assert metrics.where(is_rough).count() == 0
    assert repr(metrics.where(is_rough, possible=True)).startswith("1 of 4 metrics where is_rough\n")
    assert metrics.where((subject == "Zork") & is_dated).count() == 2
    assert metrics.where(~(publisher == "x"), article == "b").count() == 0
