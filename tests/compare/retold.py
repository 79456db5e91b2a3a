"""Facts that are told more and less exactly of one thing, for the laws of agreement and of revisions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from shanghai_tech import Form, Metric, Period, Quantity, Target
from tests.compare.strategies import fact

#: Each in several degrees of exactness, which hold, meet and miss one another.
COUNTS: Final = ("500 {robot}", ">500 {robot}", ">=500 {robot}", "523 {robot}", "~500 {robot}", "480..530 {robot}")
KINDS: Final = (
    "500 {industrial robot}",
    ">400 {industrial robot}",
    "523 {service robot}",
    "523 {industrial-robot}",
    "1.2E+3 {robot}",
)
AREAS: Final = ("12 km2", "1.2E+3 ha", "1200 ha", ">10 km2", ">900 ha", "12 ha")
MONEY: Final = ("3.27E+12 CNY", "3.3E+12 CNY", ">3E+12 CNY", "4.88E+11 USD", "4.9E+11 USD")
RATIOS: Final = (
    *("2 {robot}/100{person}", "20 {robot}/1000{person}", ">10 {industrial robot}/1000{person}"),
    *("2 {robot}/100{industrial worker}", ">1 {robot}/100{worker}", "3 {industrial robot}/100{industrial worker}"),
)
SHARES: Final = ("1/3", "33 %", "33.4 %", ">30 %", "25..40 %", "<30 %")
DAYS: Final = (
    *("2018", "2018-H1", "2018-06", "../2018", "../2018-06", "2018/..", "2018-06/..", "2019"),
    *("2018-06-07|2018-07-06", "2018-06-07", "2016/2018"),
)
SUBJECTS: Final = (None, "Zork", "Zork Group Co., Ltd", "the company", "Bangalore", "Bengaluru", "Wuxi")
BASES: Final = (None, "GDP", "its GDP", "GDP of 2017", "budget", "total budget", "budget of 2017")


@cache
def families() -> dict[str, list[Metric | Target]]:
    """All facts that differ in one aspect alone, and those that differ in the number and another one."""
    share = fact("33 %", form=Form.SHARE, days="2018")
    one = fact("523 {robot}", days="2018")
    found = {
        "count": [fact(each, days="2018") for each in COUNTS + KINDS],
        "area": [fact(each, days="2018") for each in AREAS],
        "money": [*(fact(each) for each in MONEY), fact("3.27E+12 CNY", restated=["4.88E+11 USD"])],
        "ratio": [fact(each) for each in RATIOS],
        "share": [fact(each, form=Form.SHARE, base="GDP") for each in SHARES],
        "days": [fact("523 {robot}", days=days) for days in (None, *DAYS)],
        "subject": [evolve(one, subject=subject) for subject in SUBJECTS],
        "base": [evolve(share, base=base) for base in BASES],
        "aim": [fact(each, kind=Target) for each in (None, *COUNTS)],
    }
    found["days and count"] = [fact(each, days=days) for each in COUNTS[:4] for days in (None, *DAYS[:4])]
    found["base and subject"] = [evolve(share, base=base, subject=who) for base in BASES[:5] for who in SUBJECTS[:4]]
    return found


@st.composite
def facts(draw: st.DrawFn, amounts: Sequence[str] | None = None) -> Metric | Target:
    """A fact of one of few things, so that two of them often are of one."""
    known = draw(st.sampled_from([COUNTS + KINDS, AREAS, MONEY, RATIOS, SHARES])) if amounts is None else amounts
    kind: type[Metric | Target] = Target if draw(st.integers(0, 2)) == 0 else Metric
    amount = draw(st.sampled_from(known))
    has_number = kind is Metric or draw(st.integers(0, 4)) > 0
    form = Form.SHARE if known is SHARES else Form.LEVEL
    return fact(
        amount if has_number else None,
        days=draw(st.sampled_from((None, *DAYS))),
        kind=kind,
        form=form,
        at=draw(st.sampled_from(["a", "b"])),
        subject=draw(st.sampled_from(SUBJECTS)),
        label=draw(st.sampled_from(["output", "output", "robots"])),
        base=draw(st.sampled_from(BASES)) if form is Form.SHARE else None,
        restated=draw(st.sampled_from([(), ("4.9E+11 USD",)])) if known is MONEY and amount.endswith("CNY") else (),
    )


@st.composite
def alike(draw: st.DrawFn, number: int) -> list[Metric | Target]:
    """Several facts of one kind, with amounts of one family, each of which differs from another in few aspects."""
    known = draw(st.sampled_from([COUNTS + KINDS, AREAS, MONEY, RATIOS, SHARES]))
    first = draw(facts(known))
    return [first, *(draw(_retold(first, known)) for _ in range(number - 1))]


@st.composite
def _retold(draw: st.DrawFn, told: Metric | Target, known: Sequence[str]) -> Metric | Target:
    """The same but for the amount, days, subject or base; each of them is often the same as well."""
    quantity = Quantity.parse(draw(st.sampled_from(known))) if draw(st.booleans()) else told.quantity
    period = told.period if isinstance(told, Metric) else told.due
    if draw(st.booleans()):
        text = draw(st.sampled_from((None, *DAYS)))
        period = None if text is None else Period.parse(text)
    subject = draw(st.sampled_from(SUBJECTS)) if draw(st.integers(0, 3)) == 0 else told.subject
    base = draw(st.sampled_from(BASES)) if told.form is Form.SHARE and draw(st.booleans()) else told.base
    if isinstance(told, Target):
        return evolve(told, quantity=quantity, due=period, subject=subject, base=base)
    return evolve(told, quantity=quantity or told.quantity, period=period, subject=subject, base=base)
