"""Articles and records for the laws of a corpus, and plain ones for its tables of cases.

The domains are small, so that articles, ids, names and numbers meet all the time. One id always has one text.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from shanghai_tech import (
    Article,
    Corpus,
    Evidence,
    Form,
    Initiative,
    InitiativeKind,
    Metric,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Quantity,
    Record,
    Span,
    Status,
    Target,
)

IDS: Final = ("a", "b", "c", "d")
NAMES: Final = (
    *(
        "Zork",
        "Zork Group Co., Ltd",
        "the Zork Works",
        "EDB",
        "Economic Development Board",
        "Emirates Development Bank",
    ),
    *("Board", "the Board", "Alibaba", "Alibaba Cloud", "Aliyun", "Bengaluru", "Bangalore", "技", "--"),
)
QUANTITIES: Final = (
    *("500 {firm}", ">500 {chip firm}", "<=500 {firm}", "512 {firm}", "3E+12 CNY", "2.9E+12 CNY", "3.27E+12 CNY"),
    *("3.2672E+12 CNY", "~3.3E+12 CNY", "1/3", "0.333", "8..10 %", "8.0..10.0 %", "8 %"),
)
PERIODS: Final = ("2018", "2018-01/2018-12", "2018-03", "../2018", "2018/..", "2019", "2018-03-01|2018-01-03")


def article(name: str, *, published: str | None = None) -> Article:
    """An article with some text of its own."""
    return Article(
        id=name,
        text=f"The {name} paper told whom it had met, what they had counted, and by when there would be more.",
        published=None if published is None else Period.parse(published),
        published_how=None if published is None else "stated",
    )


def evidence(name: str, start: int = 0) -> Evidence:
    """Evidence of an article that `article` makes."""
    return article(name).cite(Span(start, start + 5), rule="L1")


def organization(name: str, *aliases: str, at: str = "a", kind: str = "company") -> Organization:
    """An organization that an article names."""
    return Organization(
        id=f"organization-{at}-{name}",
        name=name,
        aliases=aliases,
        kind=OrganizationKind(kind),
        evidence=(evidence(at),),
    )


def metric(quantity: str, *, at: str = "a", subject: str | None = "Zork", period: str | None = "2018") -> Metric:
    """A metric that an article tells."""
    return Metric(
        id=f"metric-{at}-{quantity}",
        indicator="output",
        label="output",
        subject=subject,
        quantity=Quantity.parse(quantity),
        period=None if period is None else Period.parse(period),
        evidence=(evidence(at),),
    )


def target(label: str, *, at: str = "a", quantity: str | None = None, due: str | None = "../2030") -> Target:
    """A target that an article tells."""
    return Target(
        id=f"target-{at}-{label}",
        indicator="_".join(label.split()),
        label=label,
        subject="Zork",
        quantity=None if quantity is None else Quantity.parse(quantity),
        due=None if due is None else Period.parse(due),
        evidence=(evidence(at),),
    )


def initiative(name: str, *participants: str, at: str = "a", period: str | None = None) -> Initiative:
    """An initiative that an article tells."""
    return Initiative(
        id=f"initiative-{at}-{name}-{period}",
        name=name,
        kind=InitiativeKind.FACILITY,
        status=Status.ANNOUNCED,
        participants=participants,
        period=None if period is None else Period.parse(period),
        evidence=(evidence(at),),
    )


# ---------------------------------------------------------------- for the laws


@cache
def _ids(kind: str) -> st.SearchStrategy[str]:
    return st.integers(1, 5).map(lambda number: f"{kind}-{number}")


@cache
def _evidence() -> st.SearchStrategy[tuple[Evidence, ...]]:
    return st.lists(st.builds(evidence, st.sampled_from(IDS), st.integers(0, 3)), min_size=1, max_size=2).map(tuple)


@cache
def _names() -> st.SearchStrategy[str]:
    return st.sampled_from(NAMES)


@cache
def _periods() -> st.SearchStrategy[Period | None]:
    return st.none() | st.sampled_from(PERIODS).map(Period.parse)


_QUANTITY: Final = st.sampled_from(QUANTITIES)
_QUANTITY_WORDS: Final = st.sampled_from(["", "so many", "this many"])


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    quantity = Quantity.parse(draw(_QUANTITY))
    return evolve(quantity, words=draw(_QUANTITY_WORDS))


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    published = draw(st.sampled_from([None, "2018", "2019-05-07", "2019-05-07|2019-07-05", "../2017"]))
    title = draw(st.sampled_from([None, "What they counted"]))
    return evolve(article(draw(st.sampled_from(IDS)), published=published), title=title)


@cache
def articles() -> st.SearchStrategy[Article]:
    return _articles()


@cache
def organizations() -> st.SearchStrategy[Organization]:
    people = st.builds(
        Person, name=st.sampled_from(["Ann Lee", "Bo Li"]), role=st.sampled_from([None, "chair", "chair of the board"])
    )
    return st.builds(
        Organization,
        id=_ids("organization"),
        name=_names(),
        aliases=st.lists(_names(), max_size=2).map(tuple),
        kind=st.sampled_from(OrganizationKind),
        people=st.lists(people, max_size=2).map(tuple),
        evidence=_evidence(),
    )


@cache
def initiatives() -> st.SearchStrategy[Initiative]:
    return st.builds(
        Initiative,
        id=_ids("initiative"),
        name=st.sampled_from(["AI lab", "the AI labs", "lab", "技", "Zork Robot Fair", "the Zork robot fair"]),
        kind=st.sampled_from([InitiativeKind.FACILITY, InitiativeKind.EVENT, InitiativeKind.PARTNERSHIP]),
        status=st.sampled_from(Status),
        participants=st.lists(_names(), max_size=2).map(tuple),
        place=st.none() | _names(),
        period=_periods(),
        evidence=_evidence(),
    )


@cache
def metrics() -> st.SearchStrategy[Metric]:
    return st.builds(
        Metric,
        id=_ids("metric"),
        indicator=st.sampled_from(["output", "firm"]),
        label=st.sampled_from(["output", "firms"]),
        subject=st.none() | _names(),
        form=st.sampled_from([Form.LEVEL, Form.SHARE]),
        restated=st.lists(_quantities(), max_size=1).map(tuple),
        base=st.sampled_from([None, "GDP", "its GDP", "budget"]),
        speaker=st.none() | _names(),
        speaks_for=st.none() | _names(),
        initiative=st.none() | _ids("initiative"),
        evidence=_evidence(),
        quantity=_quantities(),
        period=_periods(),
    )


@cache
def targets() -> st.SearchStrategy[Target]:
    return st.builds(
        Target,
        id=_ids("target"),
        indicator=st.just("grow"),
        label=st.sampled_from(["grow firms", "firms to grow", "the"]),
        subject=st.none() | _names(),
        evidence=_evidence(),
        quantity=st.none() | _quantities(),
        due=_periods(),
        initiative=st.none() | _ids("initiative"),
    )


@cache
def _once() -> st.SearchStrategy[list[Article | Record]]:
    return st.lists(articles() | organizations() | initiatives() | metrics() | targets(), max_size=6)


@st.composite
def _retold(draw: st.DrawFn, record: Record) -> Record:
    """The same by another article, or by the same in other words that are no difference."""
    if isinstance(record, (Metric, Target)) and record.quantity is not None and draw(st.booleans()):
        quantity = evolve(record.quantity, words=draw(_QUANTITY_WORDS))
        return evolve(record, quantity=quantity)
    kind, _, _ = record.id.partition("-")
    return evolve(record, id=draw(_ids(kind)), evidence=draw(_evidence()))


@st.composite
def items(draw: st.DrawFn) -> list[Article | Record]:
    """Articles and records in any order, some of them told again."""
    found = draw(_once())
    again = [draw(_retold(each)) for each in found if not isinstance(each, Article) and draw(st.booleans())]
    return draw(st.permutations([*found, *again]))


@cache
def corpora() -> st.SearchStrategy[Corpus]:
    return items().map(Corpus.of)
