"""A corpus is a set of articles and tellings, and its merged view a function of that set."""

from __future__ import annotations

import pickle
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Article, Corpus, Record, Vocabulary, from_jsonl, to_jsonl
from tests.corpus import strategies as some


def lines(corpus: Corpus) -> list[str]:
    """All that a corpus tells: the words of quantities, too, which equality leaves aside."""
    return [*to_jsonl(corpus.as_told()), *to_jsonl(corpus)]


@given(some.corpora(), some.corpora())
def test_joining_is_commutative(one: Corpus, other: Corpus) -> None:
    assert one | other == other | one
    assert lines(one | other) == lines(other | one)


@given(some.corpora(), some.corpora(), some.corpora())
def test_joining_is_associative(one: Corpus, two: Corpus, three: Corpus) -> None:
    assert (one | two) | three == one | (two | three)
    assert lines((one | two) | three) == lines(one | (two | three)) == lines(Corpus.of(one, two, three))


@given(some.items())
def test_joining_is_idempotent(items: list[Article | Record]) -> None:
    corpus = Corpus.of(items)

    assert corpus | corpus == corpus | Corpus.of(items) == Corpus.of(corpus) == corpus
    assert lines(corpus | Corpus.of(items)) == lines(corpus)


@given(some.corpora())
def test_the_empty_corpus_adds_nothing(corpus: Corpus) -> None:
    assert Corpus() | corpus == corpus | Corpus.of([]) == corpus


@given(some.items(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_is_of_no_account(items: list[Article | Record], random: Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)

    assert Corpus.of(shuffled) == Corpus.of(items)
    assert lines(Corpus.of(shuffled)) == lines(Corpus.of(items))


@given(some.items(), some.items())
def test_two_parts_are_the_whole(one: list[Article | Record], other: list[Article | Record]) -> None:
    assert Corpus.of(one) | Corpus.of(other) == Corpus.of(one, other) == Corpus.of([*one, *other])


@given(some.items())
def test_no_evidence_is_lost_and_none_is_new(items: list[Article | Record]) -> None:
    corpus = Corpus.of(items)
    given = {each for item in items if not isinstance(item, Article) for each in item.evidence}

    assert {each for record in corpus.records for each in record.evidence} == given


@given(some.items())
def test_the_id_of_every_telling_is_found(items: list[Article | Record]) -> None:
    corpus = Corpus.of(items)
    tellings = [item for item in items if not isinstance(item, Article)]

    for telling in tellings:
        assert type(corpus[telling.id]) is type(telling)
        assert telling.id in corpus
        if not any(other.id == telling.id and other != telling for other in tellings):
            assert set(telling.evidence) <= set(corpus[telling.id].evidence)


@given(some.corpora())
def test_every_merged_record_has_an_id_of_its_own(corpus: Corpus) -> None:
    assert len({record.id for record in corpus.records}) == len(corpus.records)
    assert all(corpus[record.id] is record for record in corpus.records)


@given(some.corpora())
def test_a_corpus_holds_what_it_iterates(corpus: Corpus) -> None:
    iterated = list(corpus)
    counts = corpus.organizations.count(), corpus.initiatives.count(), corpus.metrics.count(), corpus.targets.count()

    assert len(iterated) == len(corpus)
    assert [item for item in iterated if isinstance(item, Article)] == list(corpus.articles)
    assert {item.id for item in iterated if not isinstance(item, Article)} == {record.id for record in corpus.records}
    assert sum(counts) == len(corpus.records)
    assert all(item in corpus for item in (*iterated, *corpus.as_told()))


@given(some.corpora())
def test_the_records_of_an_article_are_those_with_evidence_from_it(corpus: Corpus) -> None:
    cited = {each.article for record in corpus.records for each in record.evidence}

    for name in cited | {article.id for article in corpus.articles}:
        expected = {record.id for record in corpus.records if any(each.article == name for each in record.evidence)}
        found = [record.id for record in corpus.of_article(name)]
        assert set(found) == expected
        assert len(found) == len(expected)


@given(some.corpora())
def test_evidence_stands_in_order(corpus: Corpus) -> None:
    position = {article.id: at for at, article in enumerate(corpus.articles)}
    known = [[each for each in record.evidence if each.article in position] for record in corpus.records]

    for told in known:
        assert told == sorted(told, key=lambda each: (position[each.article], each.start, each.end))


@given(some.corpora())
def test_json_lines_give_the_corpus_back(corpus: Corpus) -> None:
    assert Corpus.of(from_jsonl(to_jsonl(corpus.as_told()))) == corpus
    assert list(from_jsonl(to_jsonl(corpus))) == list(corpus)


@given(some.corpora())
def test_references_lead_to_merged_initiatives(corpus: Corpus) -> None:
    told = {each.id for each in corpus.tellings}
    merged = {each.id for each in corpus.initiatives}

    for fact in (*corpus.metrics, *corpus.targets):
        assert fact.initiative is None or fact.initiative in merged or fact.initiative not in told


@given(some.corpora())
def test_a_pickle_is_the_same_corpus(corpus: Corpus) -> None:
    restored = pickle.loads(pickle.dumps(corpus))  # noqa: S301  our own

    assert restored == corpus
    assert hash(restored) == hash(corpus)
    assert lines(restored) == lines(corpus)


@given(some.items(), some.items())
def test_what_two_vocabularies_know_is_known_to_both(
    one: list[Article | Record], other: list[Article | Record]
) -> None:
    ignorant = Corpus.of(other, vocabulary=Vocabulary())

    assert lines(Corpus.of(one) | ignorant) == lines(ignorant | Corpus.of(one))
