"""Scores against annotated articles, and the restated seeds against their originals; fails below the floors.

The seeds are also read by a vocabulary that knows no organization by name: general rules have to tell who is one.
The annotations and the originals are no part of the project. Where a checkout does not have them beside it, nothing
is scored and this says so.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Final

from shanghai_tech import Metric, Quantity, Reading, Target, Vocabulary, load_vocabulary, read_file, seeds, to_jsonl
from shanghai_tech.model.quantity import format_number

ROOT: Final = Path(__file__).parents[1]
SHARED: Final = ROOT.parent / "shared"
GOLD: Final = SHARED / "gold"
TEXTS: Final = {"seeds": SHARED / "seeds", "practice": GOLD / "practice"}
FLOORS: Final[dict[str, dict[str, float]]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


def score(name: str, vocabulary: Vocabulary) -> dict[str, float]:
    """The scores of our records for one set of annotated articles, by the scorer that stands beside them."""
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted((GOLD / name).glob("*.gold.jsonl")):
            article = gold.name.removesuffix(".gold.jsonl")
            lines = to_jsonl(read_file(TEXTS[name] / f"{article}.txt", vocabulary=vocabulary))
            (Path(folder) / f"{article}.jsonl").write_text("".join(lines), "utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(GOLD / name), folder, str(TEXTS[name]), "--json"]
        total: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["total"]
    return {
        "quantity": total["quantity"]["f1"],
        "fact": total["fact"]["f1"],
        "organization": total["organization"]["f1"],
        "people": total["organization people"]["accuracy"],
        "initiative": total["initiative"]["f1"],
        "dates": total["header within"]["right"],
    }


def facts(reading: Reading) -> Counter[tuple[str, ...]]:
    """What a reading tells, without its words and places."""
    return Counter(fact(record) for record in reading if isinstance(record, (Metric, Target)))


def fact(record: Metric | Target) -> tuple[str, ...]:
    when = record.period if isinstance(record, Metric) else record.due
    told: Quantity | None = record.quantity
    amount = ("", "", "") if told is None else (value(told), unit(told), told.bound.value)
    days = "" if when is None else f"{when.start or ''}/{when.end or ''}"
    return (type(record).__name__, *amount, record.form.value, record.subject or "", days)


def value(quantity: Quantity) -> str:
    return format_number(quantity.value) + ("" if quantity.upper is None else f" to {format_number(quantity.upper)}")


def unit(quantity: Quantity) -> str:
    """The unit; of a counted noun phrase only the head, since other words may say the same."""
    return re.sub(r"\{[^{}]* ([^{} ]+)\}", r"{\1}", str(quantity.unit))


def same_facts(vocabulary: Vocabulary) -> float:
    """The share of facts that the restated seeds and their originals have in common, of all in either."""
    shared = told = 0
    for seed in seeds():
        ours = facts(read_file(seed, vocabulary=vocabulary))
        theirs = facts(read_file(SHARED / "seeds" / seed.name, vocabulary=vocabulary))
        both = (ours & theirs).total()
        shared, told = shared + both, told + max(ours.total(), theirs.total())
        for one, other, sign in ((ours, theirs, "+"), (theirs, ours, "-")):
            for each in (one - other).elements():
                print(f"  {seed.stem[:3]} {sign} {' | '.join(each)}")
    return shared / told


def main() -> int:
    if not GOLD.is_dir():
        print("nothing to score: there are no annotated articles beside this checkout")
        return 0
    print("restated seeds (+) and originals (-), where they differ")
    vocabulary = load_vocabulary()
    found = {
        "restated": {"same": same_facts(vocabulary)},
        **{name: score(name, vocabulary) for name in TEXTS},
        "unknown": score("seeds", vocabulary.without("organization")),
    }
    low = 0
    for name, floors in FLOORS.items():
        for measure, floor in floors.items():
            got = found[name][measure]
            low += got < floor
            print(f"{name:<10}{measure:<14}{got:>7.3f}   floor {floor}{'' if got >= floor else '   TOO LOW'}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
