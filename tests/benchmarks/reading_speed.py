"""Characters a second on the seeds: whole records, mentions alone, and quantulum3 where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from time import perf_counter
from typing import Any, Final

from shanghai_tech import find_quantities, load_vocabulary, read, seeds

ROUNDS: Final = 7


def quantulum3() -> Callable[[str], object] | None:
    """Its parser without the optional classifier, which needs libraries that it does not install."""
    try:
        parser: Any = import_module("quantulum3.parser")
    except ImportError:
        return None
    parse: Callable[[str], object] = parser.parse
    return parse


def speed(reader: Callable[[str], object], texts: list[str]) -> float:
    begun = perf_counter()
    for text in texts:
        reader(text)
    return sum(map(len, texts)) / (perf_counter() - begun)


def main() -> None:
    texts = [seed.read_text("utf-8") for seed in seeds()]
    vocabulary = load_vocabulary()
    readers: dict[str, Callable[[str], object]] = {
        "whole records": lambda text: read(text, vocabulary=vocabulary),
        "quantities alone": lambda text: find_quantities(text, vocabulary=vocabulary),
    }
    other = quantulum3()
    if other is not None:
        readers["quantulum3"] = other
    best = dict.fromkeys(readers, 0.0)
    for reader in readers.values():
        reader(texts[0])  # what is loaded once is not counted, for any of them
    for _ in range(ROUNDS):
        for name, reader in readers.items():
            best[name] = max(best[name], speed(reader, texts))
    print(f"characters a second on the {len(texts)} seeds, best of {ROUNDS}")
    for name, took in best.items():
        ratio = f"{took / best['quantulum3']:>8.1f} times quantulum3" if "quantulum3" in best else ""
        print(f"  {name:<20}{took:>12,.0f}{ratio}")
    if other is None:
        print("quantulum3 is not installed; the extra bench brings it")


if __name__ == "__main__":
    main()
