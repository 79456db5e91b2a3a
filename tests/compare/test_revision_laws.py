"""Swapping two versions swaps what was added and dropped, sharpened and softened; a version beside itself is kept."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech import Corpus, Metric, Target
from shanghai_tech.compare.revision import Fate, Revision, revision
from tests.compare import retold
from tests.corpus import strategies as corpora

OPPOSITE = {
    Fate.ADDED: Fate.DROPPED,
    Fate.DROPPED: Fate.ADDED,
    Fate.SHARPENED: Fate.SOFTENED,
    Fate.SOFTENED: Fate.SHARPENED,
}


@st.composite
def versions(draw: st.DrawFn) -> tuple[Corpus, Corpus]:
    """Two versions of what is often one story."""
    told = draw(st.lists(retold.alike(2), max_size=4))
    old, new = (
        Corpus.of([_of(pair[side], f"{name}-{at}", name) for at, pair in enumerate(told)])
        for side, name in enumerate(("a", "b"))
    )
    return draw(st.sampled_from([(old, new), (old | draw(corpora.corpora()), new | draw(corpora.corpora()))]))


def _of(fact: Metric | Target, name: str, article: str) -> Metric | Target:
    return evolve(fact, id=name, evidence=(corpora.evidence(article, len(name) % 5),))


def told(found: Revision, side: str) -> set[str]:
    return {fact.id for entry in found.entries if (fact := getattr(entry, side)) is not None}


@given(versions())
def test_the_way_back_has_the_opposite_fates(pair: tuple[Corpus, Corpus]) -> None:
    there, back = revision(*pair), revision(*reversed(pair))

    def fates(found: Revision) -> list[tuple[Fate, str, str]]:
        return sorted(
            (
                (entry.fate, "" if entry.old is None else entry.old.id, "" if entry.new is None else entry.new.id)
                for entry in found.entries
            ),
            key=str,
        )

    turned = sorted(((OPPOSITE.get(fate, fate), new, old) for fate, old, new in fates(there)), key=str)
    assert turned == fates(back)
    assert (there.organizations_added, there.organizations_dropped) == (
        back.organizations_dropped,
        back.organizations_added,
    )
    assert (there.initiatives_added, there.initiatives_dropped) == (back.initiatives_dropped, back.initiatives_added)


@given(versions())
def test_a_version_beside_itself_is_kept(pair: tuple[Corpus, Corpus]) -> None:
    found = revision(pair[0], pair[0])

    assert found.entries == found.kept
    assert not found.organizations_added
    assert not found.organizations_dropped
    assert not found.initiatives_added
    assert not found.initiatives_dropped


@given(versions())
def test_each_fact_of_both_versions_has_a_fate(pair: tuple[Corpus, Corpus]) -> None:
    found = revision(*pair)
    before, after = ({fact.id for fact in (*each.metrics, *each.targets)} for each in pair)

    assert told(found, "old") == before
    assert told(found, "new") == after
    for entry in found.entries:
        assert (entry.fate is Fate.ADDED) == (entry.old is None)
        assert (entry.fate is Fate.DROPPED) == (entry.new is None)
        assert bool(entry.reasons) == (entry.fate not in {Fate.ADDED, Fate.DROPPED, Fate.KEPT})
        assert set(entry.evidence) == {piece for fact in entry.facts for piece in fact.evidence}
        assert entry.explain()
