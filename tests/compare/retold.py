"""Facts that are told more and less exactly of one thing, for the laws of agreement and of revisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from shanghai_tech import Form, Metric, Period, Quantity, Target
from tests.compare.strategies import fact

#: Each in several degrees of exactness, which hold, meet and miss one another.
COUNTS: Final = ("500 {robot}", ">500 {robot}", ">=500 {robot}", "523 {robot}", "~500 {robot}", "480..530 {robot}")
KINDS: Final = ("500 {industrial robot}", ">400 {industrial robot}", "523 {service robot}", "1.2E+3 {robot}")
AREAS: Final = ("12 km2", "1.2E+3 ha", "1200 ha", ">10 km2", ">900 ha", "12 ha")
MONEY: Final = ("3.27E+12 CNY", "3.3E+12 CNY", ">3E+12 CNY", "4.88E+11 USD", "4.9E+11 USD")
RATIOS: Final = ("2 {robot}/100{person}", "20 {robot}/1000{person}", ">10 {industrial robot}/1000{person}")
SHARES: Final = ("1/3", "33 %", "33.4 %", ">30 %", "25..40 %", "<30 %")
DAYS: Final = (
    *("2018", "2018-H1", "2018-06", "../2018", "../2018-06", "2018/..", "2018-06/..", "2019"),
    *("2018-06-07|2018-07-06", "2018-06-07", "2016/2018"),
)
SUBJECTS: Final = (None, "Zork", "Zork Group Co., Ltd", "the company", "Bangalore", "Bengaluru")
BASES: Final = (None, "GDP", "its GDP", "GDP of 2017", "budget", "total budget")


@st.composite
def facts(draw: st.DrawFn, amounts: Sequence[str] | None = None) -> Metric | Target:
    """A fact of one of few things, so that two of them often are of one."""
    known = draw(st.sampled_from([COUNTS + KINDS, AREAS, MONEY, RATIOS, SHARES])) if amounts is None else amounts
    kind = draw(st.sampled_from([Metric, Metric, Target]))
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
