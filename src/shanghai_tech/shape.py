"""Plain data → typed values: a converter that takes no value for another, and what is wrong told by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from shanghai_tech.errors import InvalidText, InvalidValue

_T = TypeVar("_T")


class Refused(Exception):
    """A value that is not what its place holds; `at` names the field where the place is a whole object."""

    def __init__(self, value: object, expected: str, *, at: str = "") -> None:
        super().__init__(value, expected)
        self.value, self.expected, self.at = value, expected, at


@attrs.frozen
class Problem:
    """What is wrong at a place; the value is None where it is missing."""

    path: str
    value: object
    expected: str


# ---------------------------------------------------------------- reading


def strict(converter: Converter, *, mapping: str) -> Converter:
    """The same converter, reading what is of exactly the right kind; `mapping` is what the format calls an object."""
    converter.register_structure_hook_factory(attrs.has, _fields(converter, mapping))
    converter.register_structure_hook_func(_is_generic(tuple), _items(converter))
    converter.register_structure_hook_func(_is_generic(Literal), _choice)
    converter.register_structure_hook_func(_is_choice, _member)
    converter.register_structure_hook(str, lambda value, _: typed(value, str, "a string"))
    converter.register_structure_hook(int, lambda value, _: typed(value, int, "a whole number"))
    converter.register_structure_hook(bool, lambda value, _: _truth(value))
    return converter


def typed(value: object, kind: type[_T], expected: str) -> _T:
    """The value, if it is of a kind; True and False are no numbers.

    Raises:
        Refused: if it is not.
    """
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Refused(value, expected)
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise Refused(value, "true or false")
    return value


def _choice(value: object, kind: Any) -> object:  # noqa: ANN401  a Literal is no type to the checkers
    if value not in get_args(kind):
        raise Refused(value, _one_of(get_args(kind)))
    return value


def _member(value: object, kind: type[Enum]) -> Enum:
    for member in kind:
        if member.value == value:
            return member
    raise Refused(value, _one_of([member.value for member in kind]))


def _one_of(choices: Sequence[object]) -> str:
    return f"one of {', '.join(str(choice) or repr('') for choice in choices)}"


def _is_choice(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_generic(origin: object) -> Callable[[Any], bool]:
    def matches(kind: Any) -> bool:  # noqa: ANN401  a generic alias
        return get_origin(kind) is origin

    return matches


def _fields(converter: Converter, mapping: str) -> Callable[[Any], Callable[[object, Any], object]]:
    def factory(kind: type[Any]) -> Callable[[object, Any], object]:
        by_field = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

        def structure(value: object, _: object) -> object:
            if not isinstance(value, Mapping):
                raise Refused(value, mapping)
            return by_field(cast("Mapping[str, Any]", value), kind)

        return structure

    return factory


def _items(converter: Converter) -> Callable[[object, Any], tuple[object, ...]]:
    def structure(value: object, kind: Any) -> tuple[object, ...]:  # noqa: ANN401  a generic alias
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise Refused(value, "a list")
        listed: Any = list[get_args(kind)[0]]  # type: ignore[misc]  # the type of the items is data here
        return tuple(cast("list[object]", converter.structure(value, listed)))

    return structure


# ---------------------------------------------------------------- what is wrong


def problems(error: Exception, path: str, *, fields: Mapping[type, Sequence[str]] | None = None) -> Iterator[Problem]:
    """All that is wrong, each with its path; `fields` are the names that data has for those of some classes."""
    if isinstance(error, BaseValidationError):
        for each in error.exceptions:
            yield from problems(each, path + _place(each), fields=fields)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = (fields or {}).get(error.cl) or tuple(field.name for field in attrs.fields(error.cl))
        for name in sorted(error.extra_fields):
            yield Problem(path, name, f"no fields but {', '.join(known)}")
    else:
        yield _problem(error, path)


def _problem(error: Exception, path: str) -> Problem:
    match error:
        case Refused():
            return Problem(f"{path}.{error.at}" if error.at else path, error.value, error.expected)
        case InvalidValue():
            return Problem(path, error.value, error.expected)
        case InvalidText():
            return Problem(path, error.text, error.expected)
        case _:
            return Problem(path, None, "a value")  # the field is missing


def _place(error: Exception) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
