"""The exchange shape, version 1: articles and records as plain data and back, with nothing lost.

Numbers are strings without an exponent ("3270000000000", "1/3"), and `step` beside them tells the weight of the last
digit that was written. Days are ISO 8601, an open end is null, and what an article does not tell is null.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from functools import cache
from typing import Any, Final, cast

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError

from shanghai_tech.errors import InvalidRecord, InvalidValue
from shanghai_tech.model import (
    Article,
    Bound,
    Initiative,
    Interval,
    Metric,
    Number,
    Organization,
    Period,
    Quantity,
    Record,
    Target,
    Unit,
)
from shanghai_tech.model.quantity import format_number, parse_number
from shanghai_tech.shape import Refused, problems, strict, typed

#: The version of the shape; fields may be added within a version, none is renamed or dropped.
VERSION: Final = 1

#: The kinds of record by the names that the shape has for them.
RECORDS: Final[Mapping[str, type[Record]]] = {
    "organization": Organization,
    "initiative": Initiative,
    "metric": Metric,
    "target": Target,
}
_KINDS: Final[Mapping[str, type[Article | Record]]] = {"article": Article, **RECORDS}
_FACT: Final = ("id", "article", "indicator", "label", "subject", "quantity", "restated", "form", "base")
_TOLD: Final = ("initiative", "speaker", "speaks_for", "evidence")
_ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "article": (
        *("id", "title", "publisher", "authors", "published", "published_how", "published_why", "dated_by"),
        *("digest", "text"),
    ),
    "organization": ("id", "article", "name", "aliases", "kind", "people", "evidence"),
    "initiative": ("id", "article", "name", "kind", "status", "participants", "place", "period", "evidence"),
    "metric": (*_FACT, "period", *_TOLD),
    "target": (*_FACT, "due", *_TOLD),
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_EXACT: Final = Context(prec=200, traps=[Inexact, InvalidOperation])


def to_data(value: Article | Record | Quantity | Interval | Period) -> dict[str, object]:
    """An article, a record or a value of one as plain data; the inverse for articles and records is `from_data`.

    >>> to_data(Quantity.parse("3.27E+12 CNY"))["value"], to_data(Quantity.parse("3.27E+12 CNY"))["step"]
    ('3270000000000', '10000000000')
    """
    return cast("dict[str, object]", _converter().unstructure(value))


def from_data(data: object) -> Article | Record:
    """Read what `to_data` makes of an article or a record.

    >>> from_data({"record": "metric", "id": 7})
    Traceback (most recent call last):
    ...
    shanghai_tech.errors.InvalidRecord: invalid record at $.id: 7; expected a string

    Raises:
        InvalidRecord: where the data is none of them; the path says where, as in `$.period.start`.
    """
    if not isinstance(data, Mapping):
        raise InvalidRecord("$", data, "an object")
    fields = dict(cast("Mapping[str, object]", data))
    kind = fields.pop("record", None)
    if not isinstance(kind, str) or kind not in _KINDS:
        raise InvalidRecord("$.record", kind, f"one of {', '.join(_KINDS)}")
    derived = "digest" if kind == "article" else "article"
    told = fields.pop(derived, None)
    try:
        found = _converter().structure(fields, _KINDS[kind])
    except (BaseValidationError, Refused, InvalidValue) as error:
        first = next(problems(error, "$", fields={kind: _ORDER[name] for name, kind in _KINDS.items()}))
        raise InvalidRecord(first.path, first.value, first.expected) from None
    right = found.digest if isinstance(found, Article) else found.evidence[0].article
    if told not in {None, right}:
        raise InvalidRecord(f"$.{derived}", told, f"{right!r}, which the rest of the record tells")
    return found


# ---------------------------------------------------------------- the converter


@cache
def _converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list})
    plain = Converter(unstruct_collection_overrides={tuple: list})  # records by their fields, not yet in order
    for each in (converter, plain):
        each.register_unstructure_hook(date, date.isoformat)
        each.register_unstructure_hook(Quantity, _quantity_data)
        each.register_unstructure_hook(Interval, _interval_data)
    for kind, record in _KINDS.items():
        converter.register_unstructure_hook(record, _tagged(kind, plain))

    strict(converter, mapping="an object")
    converter.register_structure_hook(date, lambda value, _: _day(value))
    converter.register_structure_hook(Unit, lambda value, _: Unit.parse(typed(value, str, "a unit as a string")))
    converter.register_structure_hook(_Digits, lambda value, _: _Digits(parse_number(typed(value, str, "a string"))))
    converter.register_structure_hook(Quantity, lambda value, _: converter.structure(value, _QuantityShape).quantity)
    return converter


def _tagged(kind: str, plain: Converter) -> Callable[[Any], dict[str, object]]:
    def data(record: Article | Record) -> dict[str, object]:
        derived = {"digest": record.digest} if isinstance(record, Article) else {"article": record.evidence[0].article}
        fields = {**plain.unstructure_attrs_asdict(record), **derived}
        return {"record": kind, **{name: fields[name] for name in _ORDER[kind]}}

    return data


# ---------------------------------------------------------------- quantities


@attrs.frozen
class _Digits:
    """A number of the exchange shape."""

    number: Number


@attrs.frozen(kw_only=True)
class _QuantityShape:
    """A quantity as the exchange shape tells it."""

    value: _Digits
    step: _Digits | None = None
    upper: _Digits | None = None
    upper_step: _Digits | None = None
    bound: Bound = Bound.EXACTLY
    unit: Unit
    words: str = ""

    @property
    def quantity(self) -> Quantity:
        upper = None if self.upper is None else _at_step(self.upper, self.upper_step, "upper_step")
        value = _at_step(self.value, self.step, "step")
        return Quantity(value=value, upper=upper, bound=self.bound, unit=self.unit, words=self.words)


def _quantity_data(quantity: Quantity) -> dict[str, object]:
    return {
        "value": format_number(quantity.value),
        "step": _step(quantity.value),
        "upper": None if quantity.upper is None else format_number(quantity.upper),
        "upper_step": _step(quantity.upper),
        "bound": quantity.bound.value,
        "unit": str(quantity.unit),
        "words": quantity.words,
    }


def _interval_data(interval: Interval) -> dict[str, object]:
    return {
        "low": _shortest(interval.low),
        "low_open": interval.low_open,
        "high": _shortest(interval.high),
        "high_open": interval.high_open,
    }


def _shortest(number: Fraction | None) -> str | None:
    """A finite decimal as such, and anything else as a fraction; no number for an open end."""
    if number is None:
        return None
    try:
        return format_number(_EXACT.divide(Decimal(number.numerator), Decimal(number.denominator)))
    except Inexact:
        return format_number(number)


def _step(number: Number | None) -> str | None:
    if not isinstance(number, Decimal):
        return None
    return format_number(Decimal((0, (1,), int(number.as_tuple().exponent))))


def _at_step(digits: _Digits, step: _Digits | None, name: str) -> Number:
    """The number with the precision that the step tells; without one, that of its digits."""
    number, weight = digits.number, None if step is None else step.number
    if weight is None:
        return number
    if isinstance(number, Fraction) or not _is_power_of_ten(weight):
        raise Refused(format_number(weight), "null, or a power of ten beside a decimal number", at=name)
    try:
        return number.quantize(Decimal(format_number(weight)).normalize(_EXACT), context=_EXACT)
    except (Inexact, InvalidOperation):
        raise Refused(format_number(weight), f"at most the weight of the last digit of {number:f}", at=name) from None


def _is_power_of_ten(number: Number) -> bool:
    return isinstance(number, Decimal) and number.normalize(_EXACT).as_tuple()[:2] == (0, (1,))


def _day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # no such day
            pass
    raise Refused(value, "a day such as 2019-05-07")
