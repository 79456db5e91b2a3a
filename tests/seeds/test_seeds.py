"""The shipped articles beside the records that we claim for them.

After a change that is meant to change them, write the lines anew and read the difference before it is kept:

    shanghai-tech read --format jsonl seeds/articles/NAME.txt > seeds/expected/NAME.jsonl
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from shanghai_tech import read_file, seeds, to_jsonl

EXPECTED: Final = Path(__file__).parents[2] / "seeds" / "expected"


def test_the_seeds_are_found() -> None:
    assert len(seeds()) == 5
    assert [path.stem for path in sorted(EXPECTED.glob("*.jsonl"))] == [path.stem for path in seeds()]


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem)
def test_a_seed_tells_what_we_claim(path: Path) -> None:
    claimed = (EXPECTED / f"{path.stem}.jsonl").read_text("utf-8").splitlines()

    told = [line.rstrip("\n") for line in to_jsonl(read_file(path))]

    for line, claim in zip(told, claimed, strict=False):
        assert line == claim
    assert len(told) == len(claimed)
