"""The exchange shape, version 1: articles and records as plain data and back, with nothing lost.

Numbers are strings without an exponent ("3270000000000", "1/3"), and `step` beside them tells the weight of the last
digit that was written. Days are ISO 8601, an open end is null, and what an article does not tell is null.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from shanghai_tech.errors import InvalidRecord, InvalidText, InvalidValue
from shanghai_tech.model import (
    Article,
    Bound,
    Form,
    Interval,
    Metric,
    Number,
    Period,
    Precision,
    Quantity,
    Record,
    Target,
    Unit,
)
from shanghai_tech.model.quantity import format_number, parse_number

#: The version of the shape; fields may be added within a version, none is renamed or dropped.
VERSION: Final = 1

_KINDS: Final[Mapping[str, type[Article | Metric | Target]]] = {
    "article": Article,
    "metric": Metric,
    "target": Target,
}
_FACT: Final = ("id", "article", "indicator", "label", "subject", "quantity", "restated", "form", "base")
_ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "article": (
        *("id", "title", "publisher", "authors", "published", "published_how", "published_why", "dated_by"),
        *("digest", "text"),
    ),
    "metric": (*_FACT, "period", "speaker", "evidence"),
    "target": (*_FACT, "due", "initiative", "speaker", "evidence"),
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_EXACT: Final = Context(prec=200, traps=[Inexact, InvalidOperation])

_T = TypeVar("_T")


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
    except (BaseValidationError, _Refused, InvalidValue) as error:
        raise _located(error, "$") from None
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

    converter.register_structure_hook_factory(attrs.has, _fields(converter))
    converter.register_structure_hook_func(_is_generic(tuple), _items(converter))
    converter.register_structure_hook_func(_is_generic(Literal), _choice)
    for choice in (Bound, Form, Precision):
        converter.register_structure_hook(choice, _member)
    converter.register_structure_hook(str, lambda value, _: _typed(value, str, "a string"))
    converter.register_structure_hook(int, lambda value, _: _typed(value, int, "a whole number"))
    converter.register_structure_hook(date, lambda value, _: _day(value))
    converter.register_structure_hook(Unit, lambda value, _: Unit.parse(_typed(value, str, "a unit as a string")))
    converter.register_structure_hook(_Digits, lambda value, _: _Digits(parse_number(_typed(value, str, "a string"))))
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
        raise _Refused(format_number(weight), "null, or a power of ten beside a decimal number", at=name)
    try:
        return number.quantize(Decimal(format_number(weight)).normalize(_EXACT), context=_EXACT)
    except (Inexact, InvalidOperation):
        raise _Refused(format_number(weight), f"at most the weight of the last digit of {number:f}", at=name) from None


def _is_power_of_ten(number: Number) -> bool:
    return isinstance(number, Decimal) and number.normalize(_EXACT).as_tuple()[:2] == (0, (1,))


# ---------------------------------------------------------------- what data may hold


class _Refused(Exception):
    """A value that is not what its place holds; `at` names the field where the place is a whole object."""

    def __init__(self, value: object, expected: str, *, at: str = "") -> None:
        super().__init__(value, expected)
        self.value, self.expected, self.at = value, expected, at


def _typed(value: object, kind: type[_T], expected: str) -> _T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _Refused(value, expected)
    return value


def _day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:  # no such day
            pass
    raise _Refused(value, "a day such as 2019-05-07")


def _choice(value: object, kind: Any) -> object:  # noqa: ANN401  a Literal is no type to the checkers
    if value not in get_args(kind):
        raise _Refused(value, f"one of {', '.join(get_args(kind))}")
    return value


def _member(value: object, kind: type[Enum]) -> Enum:
    for member in kind:
        if member.value == value:
            return member
    raise _Refused(value, f"one of {', '.join(str(member.value) for member in kind)}")


def _is_generic(origin: object) -> Callable[[Any], bool]:
    def matches(kind: Any) -> bool:  # noqa: ANN401  a generic alias
        return get_origin(kind) is origin

    return matches


def _fields(converter: Converter) -> Callable[[Any], Callable[[object, Any], object]]:
    def factory(kind: type[Any]) -> Callable[[object, Any], object]:
        by_field = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

        def structure(value: object, _: object) -> object:
            if not isinstance(value, Mapping):
                raise _Refused(value, "an object")
            return by_field(cast("Mapping[str, Any]", value), kind)

        return structure

    return factory


def _items(converter: Converter) -> Callable[[object, Any], tuple[object, ...]]:
    def structure(value: object, kind: Any) -> tuple[object, ...]:  # noqa: ANN401  a generic alias
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise _Refused(value, "a list")
        listed: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # the type of the items is data here
        return tuple(cast("list[object]", converter.structure(value, listed)))

    return structure


def _located(error: Exception, path: str) -> InvalidRecord:
    """The first thing that is wrong, with the path to it."""
    if isinstance(error, BaseValidationError):
        return _located(error.exceptions[0], path + _place(error.exceptions[0]))
    if isinstance(error, ForbiddenExtraKeysError):
        known = next((_ORDER[kind] for kind, record in _KINDS.items() if record is error.cl), None)
        known = known or tuple(field.name for field in attrs.fields(error.cl))
        return InvalidRecord(path, min(error.extra_fields), f"no fields but {', '.join(known)}")
    if isinstance(error, _Refused):
        return InvalidRecord(f"{path}.{error.at}" if error.at else path, error.value, error.expected)
    if isinstance(error, InvalidValue):
        return InvalidRecord(path, error.value, error.expected)
    if isinstance(error, InvalidText):
        return InvalidRecord(path, error.text, error.expected)
    return InvalidRecord(path, None, "a value")  # the field is missing


def _place(error: Exception) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
