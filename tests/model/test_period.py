"""Periods: their text form, how they relate, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from shanghai_tech import InvalidText, InvalidValue, Period, Precision

READ = [
    ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
    ("2018-H1", date(2018, 1, 1), date(2018, 6, 30), Precision.HALF),
    ("2018-H2", date(2018, 7, 1), date(2018, 12, 31), Precision.HALF),
    ("2018-Q3", date(2018, 7, 1), date(2018, 9, 30), Precision.QUARTER),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
    ("2018-W34", date(2018, 8, 20), date(2018, 8, 26), Precision.WEEK),
    ("2019-W01", date(2018, 12, 31), date(2019, 1, 6), Precision.WEEK),  # the week of the first Thursday
    ("201X", date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE),
    ("2018-03-30", date(2018, 3, 30), date(2018, 3, 30), Precision.DAY),
    ("2016/2020", date(2016, 1, 1), date(2020, 12, 31), Precision.YEAR),
    ("2018-01/2018-09", date(2018, 1, 1), date(2018, 9, 30), Precision.MONTH),
    ("../2025", None, date(2025, 12, 31), Precision.YEAR),
    ("../2017-H1", None, date(2017, 6, 30), Precision.HALF),
    ("2020/..", date(2020, 1, 1), None, Precision.YEAR),
    ("2018-W34/2018-W36", date(2018, 8, 20), date(2018, 9, 9), Precision.WEEK),
    ("../203X", None, date(2039, 12, 31), Precision.DECADE),
    ("198X/..", date(1980, 1, 1), None, Precision.DECADE),
]

SHAPE = (
    "invalid period: expected a period such as 2018, 2018-H1, 2018-W34, 2018-03-30, 201X, 2016/2020, ../2025 or 2020/.."
)
DAY = "invalid period: expected a day of the calendar"
REFUSED = [
    ("", f"{SHAPE}\n  \n  ^"),
    ("../..", f"{SHAPE}\n  ../..\n  ^"),  # no end at all
    ("2018/soon", f"{SHAPE}\n  2018/soon\n       ^"),
    ("2018-13", f"{DAY}\n  2018-13\n       ^"),
    ("2019-02-29", f"{DAY}\n  2019-02-29\n       ^"),  # 2019 is no leap year
    ("2018-W53", f"{DAY}\n  2018-W53\n       ^"),  # 2018 has 52 weeks
    ("9999-W52", f"{DAY}\n  9999-W52\n       ^"),  # it ends when no year has four digits
    ("000X", f"{DAY}\n  000X\n      ^"),  # there is no year 0
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), READ)
def test_the_text_form_is_read_and_written(
    text: str, start: date | None, end: date | None, precision: Precision
) -> None:
    period = Period.parse(text)

    assert (period.start, period.end, period.precision) == (start, end, precision)
    assert str(period) == text


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_no_period_is_refused_with_a_caret(text: str, message: str) -> None:
    with pytest.raises(InvalidText) as refused:
        Period.parse(text)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(start=date(2018, 8, 25), end=date(2018, 8, 26), precision=Precision.WEEK), "2018-08-25/2018-W34"),
        (Period(start=date(2011, 1, 1), end=date(2015, 1, 1), precision=Precision.DECADE), "2011-01-01/2015-01-01"),
        (Period(start=date(9999, 12, 27), end=None, precision=Precision.WEEK), "9999-12-27/.."),
        (Period(start=date(1, 1, 1), end=None, precision=Precision.DECADE), "0001-01-01/.."),
    ],
)
def test_what_is_no_unit_of_the_calendar_is_written_in_days(period: Period, text: str) -> None:
    read = Period.parse(text)

    assert str(period) == text
    assert (read.start, read.end) == (period.start, period.end)


def test_an_ambiguous_date_keeps_its_readings_and_uses_the_first() -> None:
    period = Period.parse("2019-05-07|2019-07-05")

    assert (period.start, period.end) == (date(2019, 5, 7), date(2019, 5, 7))
    assert [str(each) for each in period.candidates] == ["2019-05-07", "2019-07-05"]
    assert str(period) == "2019-05-07|2019-07-05"


def test_a_period_has_an_end_and_runs_forward() -> None:
    with pytest.raises(InvalidValue) as endless:
        Period(start=None, end=None)
    with pytest.raises(InvalidValue) as backward:
        Period(start=date(2019, 1, 1), end=date(2018, 1, 1))

    assert str(endless.value) == "invalid period: (None, None); expected a first or a last day"
    assert str(backward.value) == ("invalid period: ('2019-01-01', '2018-01-01'); expected a first day before the last")


@pytest.mark.parametrize(
    ("one", "other", "within", "before"),
    [
        ("2018-03", "2018", True, False),
        ("2018", "2018-03", False, False),
        ("2018", "../2025", True, False),
        ("../2017", "../2025", True, False),
        ("../2025", "2018", False, False),
        ("2017", "2018", False, True),
        ("2017", "2018/..", False, True),
        ("2020/..", "2018/..", True, False),
    ],
)
def test_periods_relate_by_their_days(one: str, other: str, within: bool, before: bool) -> None:
    assert Period.parse(one).within(Period.parse(other)) is within
    assert Period.parse(one).before(Period.parse(other)) is before
