"""How long importing takes, beside importing the three libraries that the package rests on."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter
from typing import Final

ROUNDS: Final = 25
ALONE: Final = "import attrs, cattrs, dateutil.relativedelta"
CODES: Final = {
    "an interpreter": "pass",
    "attrs, cattrs, relativedelta": ALONE,
    "shanghai_tech": "import shanghai_tech",
    "the same three, then shanghai_tech": f"{ALONE}, shanghai_tech",
    "all names of shanghai_tech": "from shanghai_tech import *",
}


def seconds(code: str) -> float:
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - begun


def main() -> None:
    best = dict.fromkeys(CODES, float("inf"))
    for _ in range(ROUNDS):
        for name, code in CODES.items():
            best[name] = min(best[name], seconds(code))
    start, three = best["an interpreter"], best["attrs, cattrs, relativedelta"]
    print(f"best of {ROUNDS}, in milliseconds, and as a ratio without the interpreter's own start")
    for name, took in best.items():
        print(f"  {name:<36}{took * 1000:>8.1f}{(took - start) / (three - start):>8.2f}")


if __name__ == "__main__":
    main()
