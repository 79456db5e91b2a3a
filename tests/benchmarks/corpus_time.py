"""How the time of a corpus grows with its records: built, merged, and joined with another half."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from shanghai_tech import Article, Corpus, Metric, Organization, Period, Quantity, Record, Span, Target, load_vocabulary

SIZES: Final = (5_000, 10_000, 20_000, 40_000)

#: Records of an article; each body is told of in about ten articles, each fact in about three.
ARTICLE: Final = 20
TEXT: Final = "Zork Robotics had 9 labs, and more were to come. " * ARTICLE


def records(article: Article, number: int, bodies: int) -> Iterator[Record]:
    for at in range(ARTICLE):
        evidence = (article.cite(Span(49 * at, 49 * at + 13), rule="L1"),)
        body = (7 * number + at) % bodies
        name, made = f"Zork {body} Robotics", f"{article.id}-{at}"
        if at % 4 == 0:
            yield Organization(id=f"organization-{made}", name=f"{name} Ltd", aliases=(name,), evidence=evidence)
        elif at % 4 == 1:
            due = Period.year(2025 + at)
            label = f"open labs in place {body}"
            yield Target(id=f"target-{made}", indicator="lab", label=label, subject=name, due=due, evidence=evidence)
        else:
            yield Metric(
                id=f"metric-{made}",
                indicator="lab" if at % 3 else "output",
                label="labs",
                subject=name,
                quantity=Quantity.parse(f"{100 + number % 3}{at % 3} {{lab}}"),
                period=Period.year(2000 + at),
                evidence=evidence,
            )


def items(size: int) -> list[Article | Record]:
    found: list[Article | Record] = []
    for number in range(size // ARTICLE):
        article = Article(id=f"a{number}", text=TEXT)
        found += [article, *records(article, number, size // 40)]
    return found


def timed(size: int) -> tuple[float, float, float]:
    told = items(size)
    half = Corpus.of(told[: len(told) // 2])
    begun = perf_counter()
    corpus = Corpus.of(told)
    built = perf_counter()
    merged = len(corpus.records)
    viewed = perf_counter()
    joined = corpus | half
    done = perf_counter()
    if joined != corpus or not 0 < merged < size:
        raise AssertionError(merged)
    return built - begun, viewed - built, done - viewed


def main() -> None:
    load_vocabulary()
    timed(SIZES[0])
    print(f"{'records':>8}{'built':>8}{'merged':>8}{'joined':>8}  (seconds)")
    for size in SIZES:
        print(f"{size:>8,}" + "".join(f"{took:>8.2f}" for took in timed(size)))


if __name__ == "__main__":
    main()
