"""What a corpus is built of, what it refuses, and what is looked up in it."""

from __future__ import annotations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from shanghai_tech import (
    Article,
    Corpus,
    Evidence,
    Fact,
    InvalidCorpus,
    Metric,
    Record,
    Target,
    UnknownId,
    from_jsonl,
    read,
    read_file,
    seeds,
    to_jsonl,
    to_table,
)
from tests.corpus.strategies import article, evidence, initiative, metric, organization, target


def test_a_corpus_tells_its_size_in_a_line() -> None:
    records: list[Record] = [
        organization("Zork"),
        initiative("lab", "Zork"),
        metric("9 {firm}"),
        target("grow"),
        target("shrink"),
    ]

    assert repr(Corpus()) == "Corpus(0 articles, 0 organizations, 0 initiatives, 0 metrics, 0 targets)"
    assert (
        repr(Corpus.of([article("a")], records))
        == "Corpus(1 article, 1 organization, 1 initiative, 1 metric, 2 targets)"
    )


def test_articles_stand_by_their_day_then_by_id_and_undated_ones_last() -> None:
    told = [
        article("e"),
        article("d", published="2019-05-07"),
        article("c", published="2018-06/2018-07"),
        article("b", published="../2017"),
        article("a", published="2019-05-07"),
    ]

    assert [each.id for each in Corpus.of(told).articles] == ["b", "c", "a", "d", "e"]


def test_iterating_gives_each_article_and_behind_it_what_is_first_told_there() -> None:
    early, late = article("b", published="2018"), article("a", published="2019")
    twice, again = metric("9 {firm}"), metric("9 {firm}", at="b")
    first, last = (evolve(metric(f"{n} {{firm}}"), evidence=(evidence("a", n),)) for n in (1, 2))
    absent = metric("5 {firm}", at="c")

    corpus = Corpus.of([absent, last, first, twice, again, late, early])

    merged = evolve(again, evidence=(*again.evidence, *twice.evidence))
    assert list(corpus) == [early, merged, late, first, last, absent]
    assert corpus.of_article("a") == (merged, first, last)
    assert corpus.of_article("c") == (absent,)


def test_records_are_found_by_the_id_of_any_telling() -> None:
    one, other = metric("9 {firm}", at="a"), metric("9 {firm}", at="b")
    corpus = Corpus.of([one, other, article("d")])

    assert corpus[one.id] is corpus[other.id] is corpus.metrics[0]
    assert corpus.get("metric-x") is None
    assert corpus.article("d") == article("d")
    assert corpus.of_article("d") == ()
    assert other.id in corpus
    assert other in corpus
    assert corpus.metrics[0] in corpus
    assert "d" in corpus
    assert article("d") in corpus
    assert evolve(other, label="input") not in corpus
    assert article("c") not in corpus
    assert 7 not in corpus


def test_what_is_not_there_is_told() -> None:
    corpus = Corpus.of([metric("9 {firm}"), article("a")])

    with pytest.raises(UnknownId) as record:
        corpus["metric-x"]
    with pytest.raises(UnknownId) as one:
        corpus.article("x")
    with pytest.raises(UnknownId) as other:
        corpus.of_article("x")

    assert str(record.value) == "unknown record: 'metric-x'; expected the id of one of 1 telling"
    assert str(one.value) == str(other.value) == "unknown article: 'x'; expected the id of one of 1 article"


def test_a_corpus_does_not_change() -> None:
    corpus = Corpus()

    with pytest.raises(FrozenInstanceError):
        corpus.articles = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  # refused, too


def test_two_texts_under_one_id_are_refused() -> None:
    one, other = Article(id="a", text="The town has 9 firms."), Article(id="a", text="The town has no firms.")
    messages = set[str]()

    for parts in ([one, other], [other, one]):
        with pytest.raises(InvalidCorpus) as refused:
            Corpus.of(parts)
        messages.add(str(refused.value))

    (message,) = messages
    assert message == (
        "invalid corpus: article 'a' has two texts, which differ at 13: '9 firms.' and 'no firms.'; "
        "expected an id of its own for each text"
    )


def test_evidence_that_does_not_stand_in_its_article_is_refused() -> None:
    here = Corpus.of([Article(id="a", text="The town has 9 firms.")])
    quote = Evidence(article="a", start=4, end=8, quote="city", rule="L1")
    record = evolve(metric("9 {firm}"), evidence=(quote,))

    with pytest.raises(InvalidCorpus) as refused:
        Corpus.of([record]).__or__(here)

    assert str(refused.value) == (
        "invalid corpus: article 'a' has 'town' from 4 on, where 'metric-a-9 {firm}' quotes 'city'; "
        "expected records that were read from the same text"
    )


def test_of_one_text_read_twice_the_head_that_tells_more_is_kept() -> None:
    bare, dated = article("a"), article("a", published="2018")
    titled = evolve(dated, title="What they counted")

    assert Corpus.of([bare, titled, dated]).articles == (titled,)


def test_different_readings_of_the_same_words_both_stay_and_have_ids_of_their_own() -> None:
    one = metric("9 {firm}")
    other = evolve(one, subject="Bork")

    corpus = Corpus.of([one, other])

    assert [record.subject for record in corpus.metrics] == ["Bork", "Zork"]
    assert corpus[one.id].id == one.id
    assert len({record.id for record in corpus.metrics}) == 2


# ---------------------------------------------------------------- the two versions of one story


def words(record: Fact) -> str:
    """The words that a record rests on, of the same meaning in both versions."""
    return record.evidence[0].quote.replace('"', "").replace("keepS", "keep S")


def test_two_versions_of_a_story_share_facts_with_evidence_from_both() -> None:
    long, short = (read_file(path) for path in seeds()[:2])
    shared = {words(each) for each in (*long.metrics, *long.targets)} & {
        words(each) for each in (*short.metrics, *short.targets)
    }
    both = {long.article.id, short.article.id}

    corpus = Corpus.of(long) | Corpus.of(short)

    facts = [*corpus.metrics, *corpus.targets]
    merged = [fact for fact in facts if {each.article for each in fact.evidence} == both]
    assert shared
    assert shared <= {words(fact) for fact in merged}
    assert len(facts) == len([*long.metrics, *long.targets, *short.metrics, *short.targets]) - len(merged)
    assert all(corpus[each.id] in merged for each in (*short.metrics, *short.targets) if words(each) in shared)


def test_two_versions_of_a_story_name_the_same_bodies() -> None:
    long, short = (read_file(path) for path in seeds()[:2])
    names = {each.name for each in long.organizations} & {each.name for each in short.organizations}

    corpus = Corpus.of(short, long)

    assert len(names) > 3
    for body in corpus.organizations:
        if names & set(body.names):
            assert {each.article for each in body.evidence} == {long.article.id, short.article.id}


def test_two_versions_of_a_story_tell_of_the_same_undertakings() -> None:
    long, short = (read_file(path) for path in seeds()[:2])
    names = {each.name for each in long.initiatives} & {each.name for each in short.initiatives}
    both = {long.article.id, short.article.id}

    corpus = Corpus.of(short, long)

    shared = [each for each in corpus.initiatives if {evidence.article for evidence in each.evidence} == both]
    assert names
    assert {each.name for each in shared} == names
    assert len(corpus.initiatives) == len(long.initiatives) + len(short.initiatives) - len(shared)
    assert all(corpus[each.id] in shared for each in (*long.initiatives, *short.initiatives) if each.name in names)


def test_a_version_with_another_head_adds_evidence_and_no_records() -> None:
    first = [read_file(path) for path in seeds()]
    second = [read(f"The Story Once More\n\n{each.article.text}", id=f"again-{each.article.id}") for each in first]
    corpus = Corpus.of(*first, *second)

    assert len(corpus.records) == len(Corpus.of(*first).records)
    assert all(
        {each.article for each in record.evidence} & {each.article.id for each in second} for record in corpus.records
    )
    facts = [fact for reading in second for fact in (*reading.metrics, *reading.targets) if fact.initiative is not None]
    assert facts
    for fact in facts:
        merged, undertaking = corpus[fact.id], corpus[fact.initiative or ""]
        assert isinstance(merged, Metric | Target)
        assert merged.initiative == undertaking.id
        assert not undertaking.evidence[0].article.startswith("again")


def test_every_seed_once_or_twice_is_the_same() -> None:
    readings = [read_file(path) for path in seeds()]
    corpus = Corpus.of(*readings)

    assert corpus | Corpus.of(*readings[::-1]) == corpus
    assert Corpus.of(from_jsonl(to_jsonl(corpus.as_told()))) == corpus
    assert len(list(to_jsonl(corpus))) == len(corpus)
    assert to_table(corpus)


def test_a_copy_of_an_article_adds_evidence_and_no_facts() -> None:
    text = "Suzhou had over 500 chip firms in 2018. It has 9 labs. The plan will cost $3 million."
    one, copy = read(text, id="one"), read(text, id="copy")
    corpus = Corpus.of(one, copy)

    assert len(corpus.records) == len(one.records)
    assert all({each.article for each in record.evidence} == {"one", "copy"} for record in corpus.records)
    assert all(isinstance(corpus[record.id], Metric) for record in copy.metrics)
