"""What became of the facts of a story, by two versions of it."""

from __future__ import annotations

import pytest

from shanghai_tech import InvalidCorpus, load_folder, read, seeds
from shanghai_tech.compare.revision import Fate, revision

CASES = (
    ("Wuxi had 81 labs in 2017.", "Wuxi had 81 labs in 2017.", Fate.KEPT, ()),
    (
        "Wuxi had over 80 labs in 2017.",
        "Wuxi had 81 labs in 2017.",
        Fate.SHARPENED,
        ("“over 80 labs” holds “81 labs”",),
    ),
    (
        "Wuxi had 81 labs in 2017.",
        "Wuxi had about 80 labs in 2017.",
        Fate.SOFTENED,
        ("“about 80 labs” holds “81 labs”",),
    ),
    (
        "Wuxi had over 80 labs in 2017.",
        "Wuxi had 80 labs in 2017.",
        Fate.SHARPENED,
        ("“over 80 labs” and “80 labs” may be the same number",),
    ),
    (
        "Wuxi had 81 labs in 2017.",
        "Wuxi had 92 labs in 2017.",
        Fate.CHANGED,
        ("“81 labs” and “92 labs” have no number in common",),
    ),
    (
        "Wuxi had 81 labs in 2017.",
        "Wuxi had 92 labs in 2018.",
        Fate.CHANGED,
        ("the one tells of 2017, the other of 2018",),
    ),
    (
        "Wuxi had 81 labs in 2017, said the Wuxi Science Bureau.",
        "Wuxi had 81 labs in 2017, said Zork Group.",
        Fate.RE_ATTRIBUTED,
        ("said by Wuxi Science Bureau before, by Zork Group then",),
    ),
    (
        "Wuxi had 81 labs in 2017.",
        "Wuxi had 81 labs in 2017, said Zork Group.",
        Fate.RE_ATTRIBUTED,
        ("said by nobody who is told before, by Zork Group then",),
    ),
)


@pytest.mark.parametrize(("old", "new", "fate", "reasons"), CASES)
def test_what_became_of_a_fact(old: str, new: str, fate: Fate, reasons: tuple[str, ...]) -> None:
    found = revision(read(old, id="old"), read(new, id="new"))

    assert [(entry.fate, entry.reasons) for entry in found.entries] == [(fate, reasons)]


def test_of_two_candidates_none_is_what_became_of_a_fact() -> None:
    old = read("Wuxi had 81 labs in 2017.", id="old")
    new = read("Wuxi had 90 labs in 2018. Wuxi had 99 labs in 2019.", id="new")

    assert repr(revision(old, new)) == "Revision(2 added, 1 dropped, organizations +0 -0, initiatives +0 -0)"


def test_whom_only_one_version_names() -> None:
    old = read("Zork Group Co., Ltd opened a robot laboratory in Wuxi in 2017.", id="old")
    new = read(
        "Zork Group opened 3 stores. Nimbot Technologies Inc opened a chip laboratory in Wuxi in 2017.", id="new"
    )
    found = revision(old, new)

    assert [each.name for each in found.organizations_added] == ["Nimbot Technologies Inc"]
    assert found.organizations_dropped == ()
    assert [each.name for each in found.initiatives_added] == ["chip laboratory"]
    assert [each.name for each in found.initiatives_dropped] == ["robot laboratory"]


def test_each_entry_is_told_with_its_quotes() -> None:
    old, new = read("Wuxi had 81 labs in 2017.", id="old"), read("Wuxi had 92 labs in 2017.", id="new")
    (entry,) = revision(old, new).entries

    assert entry.explain() == (
        "Changed: “81 labs” and “92 labs” have no number in common. "
        "Wuxi, labs: 81 labs in 2017 (“81 labs” [old]); then Wuxi, labs: 92 labs in 2017 (“92 labs” [new])."
    )
    assert repr(entry) == "Revised(changed: Wuxi, labs: 81 labs in 2017; then Wuxi, labs: 92 labs in 2017)"
    assert revision(old, old).entries[0].explain() == "Kept. Wuxi, labs: 81 labs in 2017 (“81 labs” [old])."
    assert revision(old, new).explain() == "Of the facts, 1 changed."


def test_two_texts_under_one_id_are_refused() -> None:
    with pytest.raises(InvalidCorpus, match="article 'text' has two texts"):
        revision(read("Wuxi had 81 labs in 2017."), read("Wuxi had 92 labs in 2017."))


def test_the_two_versions_among_the_seeds() -> None:
    folder = seeds()[0].parent
    new, old = (load_folder(folder, pattern=f"{number}_*.txt").corpus for number in ("000", "001"))
    found = revision(old, new)

    assert [entry.new and entry.new.label for entry in found.kept][1:3] == ["major tasks", "brands"]
    assert len(found.kept) == 4
    assert not (*found.dropped, *found.changed, *found.sharpened, *found.softened, *found.re_attributed)
    told = {str(entry.new.quantity) for entry in found.added if entry.new is not None}
    assert {"3.27E+12 CNY", "239 {chip design company}", "47.5 {patent}/10000{resident}"} <= told
    assert {"Google", "SAIC", "Tongji University"} <= {each.name for each in found.organizations_added}
