"""Values for the laws, built from their parts and not by the code under test.

The domains are small on purpose, so that equal values, touching ends and shared units come up all the time.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from shanghai_tech import (
    Article,
    Bound,
    Evidence,
    Form,
    Initiative,
    InitiativeKind,
    Interval,
    Metric,
    Number,
    Organization,
    OrganizationKind,
    Period,
    Person,
    Precision,
    Quantity,
    Record,
    Status,
    Target,
    Unit,
    UnitTerm,
)

CODES = ("%", "pp", "CNY", "USD", "m2", "kW.h")
NOUNS = ("startup", "5G base station", "person", "chip design company", "yuan-backed fund")
WORDS = st.text(st.sampled_from("abc ABC çé技 \n\t\"\\'.,-–0123\u2028\x85\U0001f680"), max_size=12)
NAMES = WORDS.map(lambda words: f"x{words}")

# ---------------------------------------------------------------- numbers


@st.composite
def decimals(draw: st.DrawFn) -> Decimal:
    """Decimals as papers write them: few digits, zeros behind the point, and scaled by millions and the like."""
    number = draw(st.integers(-99_999, 99_999) | st.integers(-(10**30), 10**30))
    return Decimal(f"{number}E{draw(st.integers(-6, 15))}")


def fractions() -> st.SearchStrategy[Fraction]:
    return st.builds(Fraction, st.integers(-12, 12), st.integers(1, 12))


def numbers() -> st.SearchStrategy[Number]:
    return decimals() | fractions()


# ---------------------------------------------------------------- quantities


@st.composite
def unit_terms(draw: st.DrawFn) -> UnitTerm:
    scale = draw(st.sampled_from([1, 1, 1, 10, 100, 10_000]))
    if draw(st.booleans()):
        return UnitTerm(code=draw(st.sampled_from(CODES)), scale=scale)
    return UnitTerm(noun=draw(st.sampled_from(NOUNS)), scale=scale)


def units() -> st.SearchStrategy[Unit]:
    firsts = st.just(UnitTerm(code="1")) | unit_terms()
    return st.builds(Unit, firsts, st.lists(unit_terms(), max_size=2).map(tuple))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bound, unit, words = draw(st.sampled_from(Bound)), draw(units()), draw(WORDS)
    if bound is not Bound.BETWEEN:
        return Quantity(value=draw(numbers()), bound=bound, unit=unit, words=words)
    one, other = draw(numbers()), draw(numbers())
    low, high = (one, other) if Fraction(one) <= Fraction(other) else (other, one)
    return Quantity(value=low, upper=high, bound=bound, unit=unit, words=words)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    ends = st.none() | st.integers(-2, 2).map(Fraction)
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, low_open=draw(st.booleans()), high_open=draw(st.booleans()))


# ---------------------------------------------------------------- periods


def days() -> st.SearchStrategy[date]:
    return st.dates(date(1949, 1, 1), date(2060, 12, 31)) | st.dates(date(2018, 1, 1), date(2019, 12, 31))


def calendar_units() -> st.SearchStrategy[Period]:
    """A whole decade, year, half, quarter, month, week or day, by its first and last day."""
    years, months = st.integers(2015, 2026), st.integers(0, 11)
    spans = {Precision.YEAR: 12, Precision.HALF: 6, Precision.QUARTER: 3, Precision.MONTH: 1}

    def whole(year: int, month: int, precision: Precision) -> Period:
        size = spans[precision]
        first = month // size * size
        last = first + size
        return Period(
            start=date(year, first + 1, 1), end=date(year, last, monthrange(year, last)[1]), precision=precision
        )

    named = st.builds(whole, years, months, st.sampled_from(list(spans)))
    return named | weeks() | decades() | days().map(lambda day: Period(start=day, end=day, precision=Precision.DAY))


def weeks() -> st.SearchStrategy[Period]:
    """From a Monday to the Sunday after it."""

    def around(day: date) -> Period:
        monday = day - timedelta(days=day.weekday())
        return Period(start=monday, end=monday + timedelta(days=6), precision=Precision.WEEK)

    return days().map(around)


def decades() -> st.SearchStrategy[Period]:
    """From a year that ends in 0 to the one that ends in 9."""
    return st.integers(195, 205).map(
        lambda tens: Period(start=date(10 * tens, 1, 1), end=date(10 * tens + 9, 12, 31), precision=Precision.DECADE)
    )


@st.composite
def free_periods(draw: st.DrawFn) -> Period:
    """From any day to any other, or open at one end."""
    first, last = sorted([draw(days()), draw(days())])
    open_end = draw(st.sampled_from(["start", "end", "none"]))
    return Period(
        start=None if open_end == "start" else first,
        end=None if open_end == "end" else last,
        precision=draw(st.sampled_from(Precision)),
    )


@st.composite
def ambiguous_periods(draw: st.DrawFn) -> Period:
    readings = draw(st.lists(calendar_units(), min_size=2, max_size=3))
    used = readings[0]
    return Period(start=used.start, end=used.end, precision=used.precision, candidates=tuple(readings))


def periods() -> st.SearchStrategy[Period]:
    """Periods of any shape: calendar units, open at an end, from one day to another, ambiguous."""
    return calendar_units() | free_periods() | ambiguous_periods()


# ---------------------------------------------------------------- records


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    quote, start = draw(WORDS.filter(bool)), draw(st.integers(0, 10_000))
    article, rule = draw(st.sampled_from(["a", "b"])), draw(st.sampled_from(["L1", "P2"]))
    return Evidence(article=article, start=start, end=start + len(quote), quote=quote, rule=rule)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    published = draw(st.none() | periods())
    return Article(
        id=draw(NAMES),
        text=draw(WORDS | st.text()),
        title=draw(st.none() | NAMES),
        publisher=draw(st.none() | NAMES),
        authors=tuple(draw(st.lists(NAMES, max_size=2))),
        published=published,
        published_how=None if published is None else draw(st.sampled_from(["stated", "inferred"])),
        published_why=draw(WORDS),
        dated_by=tuple(draw(st.lists(evidence(), max_size=2))),
    )


def cited() -> st.SearchStrategy[tuple[Evidence, ...]]:
    """The evidence of one record: one piece or two."""
    return st.lists(evidence(), min_size=1, max_size=2).map(tuple)


def told() -> dict[str, st.SearchStrategy[object]]:
    """The fields that metrics and targets have in common."""
    return {
        "id": NAMES,
        "indicator": NAMES,
        "label": NAMES,
        "subject": st.none() | NAMES,
        "form": st.sampled_from(Form),
        "restated": st.lists(quantities(), max_size=2).map(tuple),
        "base": st.none() | NAMES,
        "speaker": st.none() | NAMES,
        "speaks_for": st.none() | NAMES,
        "initiative": st.none() | NAMES,
        "evidence": cited(),
    }


def metrics() -> st.SearchStrategy[Metric]:
    return st.builds(Metric, **told(), quantity=quantities(), period=st.none() | periods())


def targets() -> st.SearchStrategy[Target]:
    return st.builds(Target, **told(), quantity=st.none() | quantities(), due=st.none() | periods())


def organizations() -> st.SearchStrategy[Organization]:
    people = st.builds(Person, name=NAMES, role=st.none() | NAMES)
    return st.builds(
        Organization,
        id=NAMES,
        name=NAMES,
        aliases=st.lists(NAMES, max_size=2).map(tuple),
        kind=st.sampled_from(OrganizationKind),
        people=st.lists(people, max_size=2).map(tuple),
        evidence=cited(),
    )


def initiatives() -> st.SearchStrategy[Initiative]:
    return st.builds(
        Initiative,
        id=NAMES,
        name=NAMES,
        kind=st.sampled_from(InitiativeKind),
        status=st.sampled_from(Status),
        participants=st.lists(NAMES, max_size=2).map(tuple),
        place=st.none() | NAMES,
        period=st.none() | periods(),
        evidence=cited(),
    )


def records() -> st.SearchStrategy[Record]:
    return metrics() | targets() | organizations() | initiatives()
