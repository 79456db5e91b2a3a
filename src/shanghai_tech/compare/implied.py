"""What each article's own arithmetic implies, and whether it holds.

| kind | made of | rules | checked with |
| --- | --- | --- | --- |
| rate | amounts told in two currencies | `rates.py` R2, R3 | one another |
| whole | a share and its part | `implied_wholes.py` | the whole as told |
| growth | two values of one thing in two years | `implied_growth.py` | growth as told |
| parts | amounts of places | `implied_conflicts.py` X3 | the amount of the place around them |
| contradiction | two facts | `implied_conflicts.py` X1, X2 | one another |

What the article tells nothing else about is unchecked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from shanghai_tech.compare.comparable import amounts_of
from shanghai_tech.compare.implication import Implication, ImplicationKind, Told, Verdict
from shanghai_tech.compare.implied_conflicts import contradictions, parts
from shanghai_tech.compare.implied_growth import growths
from shanghai_tech.compare.implied_wholes import wholes
from shanghai_tech.compare.rate import Rate
from shanghai_tech.compare.rates import Rates
from shanghai_tech.compare.thing import facts_in
from shanghai_tech.corpus import Corpus
from shanghai_tech.corpus.groups import gathered
from shanghai_tech.model import Article, Evidence, Metric, Record, Target


@frozen(kw_only=True, repr=False)
class Implied:
    """All that articles imply, article by article; `rates` are those of the kind "rate", for use in comparisons."""

    implications: tuple[Implication, ...] = ()
    rates: Rates = Rates()  # noqa: RUF009  frozen

    @property
    def failures(self) -> tuple[Implication, ...]:
        """What does not hold."""
        return tuple(each for each in self.implications if each.verdict is Verdict.FAILS)

    def of(self, kind: ImplicationKind) -> tuple[Implication, ...]:
        """All of one kind."""
        return tuple(each for each in self.implications if each.kind is kind)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all."""
        return tuple(dict.fromkeys(piece for each in self.implications for piece in each.evidence))

    def explain(self) -> str:
        """How much is implied, and what does not hold."""
        return " ".join([f"{self.summary}.", *(each.explain() for each in self.failures)])

    @property
    def summary(self) -> str:
        """How much is implied, and how much of it holds."""
        counts = [(sum(each.verdict is verdict for each in self.implications), verdict.value) for verdict in Verdict]
        shown = ", ".join(f"{count} {name}" for count, name in counts if count)
        return f"{len(self.implications)} implied" + (f": {shown}" if shown else "")

    def __iter__(self) -> Iterator[Implication]:
        return iter(self.implications)

    def __len__(self) -> int:
        return len(self.implications)

    def __repr__(self) -> str:
        return f"Implied({self.summary})"


def implied(told: Iterable[Article | Record]) -> Implied:
    """What each article of a reading, a corpus, or of any articles and records implies.

    >>> from shanghai_tech import read
    >>> reading = read("Suzhou had 40 labs in 2011. Suzhou had 90 labs in 2018.", id="herald")
    >>> growth, = implied(reading)
    >>> print(growth.figure, growth.verdict.value)
    12.28 % unchecked

    Raises:
        InvalidCorpus: as `Corpus.of` does.
    """
    corpus = told if isinstance(told, Corpus) else Corpus.of(told)
    naming, texts = corpus.naming, {article.id: article.text for article in corpus.articles}
    rates = Rates.implied(corpus)
    by_article = {each[0].articles[0]: each for each in gathered(rates.known, lambda rate: rate.articles)}
    found: list[Implication] = []
    for facts in gathered(facts_in(corpus), lambda fact: fact.evidence[0].article):
        name = facts[0].evidence[0].article
        article = Told(facts=tuple(facts), text=texts.get(name, ""), naming=naming)
        found += [_rate(rate, article) for rate in by_article.get(name, ())]
        for rule in (wholes, growths, parts, contradictions):
            found += rule(article)
    return Implied(implications=tuple(found), rates=rates)


def _rate(rate: Rate, article: Told) -> Implication:
    """The rate of an article, and the amounts that it makes comparable with those in the other currency."""
    several = len(rate.records) > 1
    verdict = Verdict.FAILS if rate.disagreement else Verdict.HOLDS if several else Verdict.UNCHECKED
    one_rate = f"One {rate.of} is {rate.figure}"
    odd = rate.disagreement.removeprefix("They do not agree: ").removesuffix(".")
    words = f"{one_rate}, but no one rate fits all: {odd}" if odd else one_rate
    return Implication(
        kind=ImplicationKind.RATE,
        verdict=verdict,
        facts=rate.records,
        words=words,
        figure=rate.figure,
        touches=tuple(fact for fact in article.facts if _is_touched(fact, rate)),
    )


def _is_touched(fact: Metric | Target, rate: Rate) -> bool:
    """Whether a fact is told in one of the two currencies alone."""
    codes = {str(each.unit.term) for each in amounts_of(fact) if each.unit.is_money}
    return len(codes & {rate.of, rate.to}) == 1
