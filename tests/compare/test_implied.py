"""What the arithmetic of an article comes to, by texts, and by the shipped articles."""

from __future__ import annotations

from fractions import Fraction

import pytest

from shanghai_tech import Corpus, load_folder, read, seeds
from shanghai_tech.compare.implication import ImplicationKind, Verdict
from shanghai_tech.compare.implied import Implied, implied

RATE, WHOLE, GROWTH, PARTS, CONTRADICTION = (
    ImplicationKind.RATE,
    ImplicationKind.WHOLE,
    ImplicationKind.GROWTH,
    ImplicationKind.PARTS,
    ImplicationKind.CONTRADICTION,
)
SPENT = "Suzhou's spending on R&D was 37.2 billion yuan in 2018, or {} percent of its GDP."

CASES = (
    (
        "Wuxi's GDP was 1.86 trillion yuan ($278 billion) in 2018.",
        RATE,
        "unchecked",
        "6.691 CNY per USD (6.66 to 6.721)",
    ),
    (
        "Wuxi's GDP was 1.86 trillion yuan ($278 billion) in 2018. Its exports were 500 billion yuan ($74.7 billion).",
        RATE,
        "holds",
        "6.693 CNY per USD (6.682 to 6.705)",
    ),
    (
        "Wuxi's GDP was 1.86 trillion yuan ($278 billion) in 2018. Its exports were 500 billion yuan ($84.7 billion).",
        RATE,
        "fails",
        "5.893 to 6.721 CNY per USD",
    ),
    (
        "Suzhou had 12,400 startups in 2018, or 31 percent of the provincial total.",
        WHOLE,
        "unchecked",
        "40,000 startups (39,365 to 40,656)",
    ),
    (
        "Suzhou had over 12,400 startups in 2018, or 31 percent of the provincial total.",
        WHOLE,
        "unchecked",
        "over 39,365 startups",
    ),
    (SPENT.format(2), WHOLE, "unchecked", "1.86 trillion CNY (1.486 trillion to 2.484 trillion)"),
    (
        SPENT.format(2) + " Its GDP was 1.87 trillion yuan in 2018.",
        WHOLE,
        "holds",
        "1.86 trillion CNY (1.486 trillion to 2.484 trillion)",
    ),
    (
        SPENT.format(3) + " Its GDP was 1.87 trillion yuan in 2018.",
        WHOLE,
        "fails",
        "1.24 trillion CNY (1.061 trillion to 1.49 trillion)",
    ),
    ("Suzhou had 40 labs in 2011. Suzhou had 90 labs in 2018.", GROWTH, "unchecked", "12.28 %"),
    (
        "Wuxi's exports were 200 billion yuan in 2017. Wuxi's exports grew 10 percent to 220 billion yuan in 2018.",
        GROWTH,
        "holds",
        "10 % (9.476 to 10.53)",
    ),
    (
        "Wuxi's exports were 200 billion yuan in 2017. Wuxi's exports grew 30 percent to 220 billion yuan in 2018.",
        GROWTH,
        "fails",
        "10 % (9.476 to 10.53)",
    ),
    (
        "Shanghai had 345 labs in 2018. Pudong had 120 labs in 2018. Minhang had 100 labs in 2018.",
        PARTS,
        "holds",
        "220 labs",
    ),
    (
        "Shanghai had 345 labs in 2018. Pudong had 120 labs in 2018. Minhang had 300 labs in 2018.",
        PARTS,
        "fails",
        "420 labs",
    ),
    ("Wuxi had 12,345 startups in 2018. Wuxi had 12,872 startups in 2018.", CONTRADICTION, "fails", "None"),
)


@pytest.mark.parametrize(("text", "kind", "verdict", "figure"), CASES)
def test_what_is_implied(text: str, kind: ImplicationKind, verdict: str, figure: str) -> None:
    found = implied(read(text))

    assert [(each.kind, each.verdict.value, str(each.figure)) for each in found] == [(kind, verdict, figure)]
    assert found.failures == (found.implications if verdict == "fails" else ())


NOTHING = (
    "Suzhou had 3,000 robot firms in 2018, and a third of them are foreign.",
    "Suzhou has up to 12,400 startups, or up to 31 percent of the provincial total.",
    "Suzhou set aside 28 billion yuan from 2021 to 2025, or about 1 percent of GDP.",
    "Suzhou had 12,400 startups in 2018. It rained.\n\nWuxi had 31 percent of the provincial total.",
    "Suzhou had over 40 labs in 2011. Suzhou had 90 labs in 2018.",
    "Suzhou had 40 labs in 2011. Wuxi had 90 labs in 2018.",
    "Suzhou's exports were 200 billion yuan in 2017. Suzhou's exports were 110 billion yuan in the first half of 2018.",
    "Suzhou had 40 labs in 2011, 41 labs in 2011 and 90 labs in 2018.",
    "Wuxi had 345 labs in 2018. Pudong had 420 labs in 2018.",
    "Wuxi had 12,345 startups in 2018. Wuxi had 30 startups in 2018.",
    "Wuxi had 12,000 startups in 2018. Wuxi had 12,345 startups in 2018.",
    "Wuxi had 12,345 startups in 2018. Wuxi had 12,872 startups in 2017-18.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_implies_nothing(text: str) -> None:
    assert not implied(read(text)).implications


def test_it_is_told_in_words() -> None:
    found = implied(read(SPENT.format(3) + " Its GDP was 1.87 trillion yuan in 2018.", id="post"))

    assert repr(found) == "Implied(1 implied: 1 fails)"
    assert found.explain() == (
        "1 implied: 1 fails. If “Suzhou, spending on R&D: 37.2 billion CNY in 2018” is 3 % of GDP, the whole is 1.24 "
        "trillion CNY (1.061 trillion to 1.49 trillion), but it is told otherwise: Suzhou, GDP: 1.87 trillion CNY in "
        "2018, by “37.2 billion yuan” [post] and “3 percent” [post]. It was checked with “1.87 trillion yuan” [post]."
    )


def test_a_rate_touches_what_is_told_in_one_currency() -> None:
    text = "Wuxi's GDP was 1.86 trillion yuan ($278 billion) in 2018. Zork raised $30 million. It has 20 labs."
    (rate,) = implied(read(text))

    assert [str(fact.quantity) for fact in rate.touches] == ["3.0E+7 USD"]


def test_articles_are_reckoned_by_themselves() -> None:
    early = read("Suzhou had 40 labs in 2011.", id="early")
    late = read("Suzhou had 90 labs in 2018.", id="late")

    assert not implied(Corpus.of(early, late))


# ---------------------------------------------------------------- the shipped articles


@pytest.fixture(scope="module")
def shipped() -> Implied:
    return implied(load_folder(seeds()[0].parent).corpus)


def test_the_rates_of_the_seeds(shipped: Implied) -> None:
    rates = [each.figure for each in shipped.of(RATE) if each.figure is not None]

    assert sorted(round(rate.nominal or Fraction(0), 2) for rate in rates) == [
        Fraction(63, 10),
        Fraction(64, 10),
        Fraction(67, 10),
    ]
    assert all(each.touches for each in shipped.of(RATE))
    assert shipped.rates.between("USD", "CNY") is not None


def test_the_wholes_of_the_seeds(shipped: Implied) -> None:
    told = {str(each.figure) for each in shipped.of(WHOLE)}

    assert told == {"over 905,263 foreigners", "over 8.3 million", "502.3 billion CNY (493.9 billion to 511.1 billion)"}


def test_the_growth_of_the_seeds(shipped: Implied) -> None:
    (patents,) = shipped.of(GROWTH)

    assert str(patents.figure) == "19.94 % (19.86 to 20.03)"
    assert [str(fact.quantity.value) for fact in patents.facts if fact.quantity is not None] == ["13.3", "47.5"]


def test_nothing_in_the_seeds_contradicts_itself(shipped: Implied) -> None:
    assert not shipped.failures
    assert all(each.verdict is Verdict.UNCHECKED for each in shipped)
