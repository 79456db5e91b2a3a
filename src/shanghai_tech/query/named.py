"""Fields asked by names, words and members of closed lists."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from enum import Enum
from typing import Final, TypeVar

from shanghai_tech.errors import InvalidQuestion
from shanghai_tech.model import Article, Initiative, Unit
from shanghai_tech.query.field import PLURALS, Asked, Values, written
from shanghai_tech.query.key_fields import KeyField, Keys
from shanghai_tech.query.names import content_of, words_of
from shanghai_tech.query.predicate import Predicate, R_contra
from shanghai_tech.query.setting import Setting
from shanghai_tech.query.truth import Truth
from shanghai_tech.query.units import dimensions, same_count
from shanghai_tech.query.values import choice_of, indicators_of, one_of, text_of, unit_of, word_of

E = TypeVar("E", bound=Enum)


class NameField(KeyField[R_contra, str, str]):
    """A field asked by any name of what it names: other spellings, aliases, names of the vocabulary.

    A name that only describes ("the company") is that of whatever is so described.
    """

    example = "{} == 'Shanghai'"

    def read(self, value: str) -> Keys:
        return frozenset({text_of(value, what=f"{self.name} ==")})

    def keys_asked(self, wanted: Keys, setting: Setting) -> Keys:
        return frozenset(key for name in wanted for key in setting.naming.keys(str(name)))

    def keys_of(self, value: Hashable, setting: Setting) -> Iterable[Hashable]:
        return setting.naming.keys(str(value))

    def has(self, name: str) -> Predicate[R_contra]:
        """Whether a name is among those told.

        Raises:
            InvalidQuestion: for a name that is empty.
        """
        return self.asked(f".has({written(name)})", name)


class PlaceField(NameField[R_contra]):
    """A field of names that may be those of places."""

    def within(self, place: str) -> Predicate[R_contra]:
        """Whether it is a place, or one that lies in it: Pudong in Shanghai, Shanghai in China.

        What is no place that the vocabulary knows, such as a company, may lie anywhere.

        Raises:
            InvalidQuestion: for a name that is empty.
        """
        asked = text_of(place, what=f"{self.name}.within")

        def answer(record: R_contra, setting: Setting) -> Truth:
            answer = Truth.IMPOSSIBLE
            for name in self.values.all(record, setting) or (None,):
                answer |= Truth.POSSIBLE if name is None else setting.naming.within(name, asked)
            return answer

        return Asked(of=self, written=f".within({written(place)})", sense=("within", asked), answer=answer)


class ChoiceField(KeyField[R_contra, E, str | E]):
    """A field with the members of a closed list, or of one list for each kind of record."""

    example = "{}.one_of(...)"

    def __init__(self, name: str, choices: dict[type[object], type[E]], *, values: Values[R_contra, E]) -> None:
        super().__init__(name, *choices, values=values)
        self.choices: Final = choices

    def read(self, value: str | E) -> Keys:
        return frozenset(choice_of(value, self._members(*self.kinds), what=f"{self.name} =="))

    def check_values(self, wanted: Iterable[Keys], kind: type[object]) -> None:
        known = self._members(kind)
        for each in wanted:
            if each.isdisjoint(known):
                word = str(next(str(value.value) for value in each if isinstance(value, Enum)))
                expected = one_of((str(member.value) for member in known), word)
                raise InvalidQuestion(f"{PLURALS[kind]} have no {self.name}", word, expected)

    def _members(self, *kinds: type[object]) -> tuple[E, ...]:
        return tuple(dict.fromkeys(member for kind in kinds for member in self.choices[kind]))


class DimensionField(KeyField[R_contra, str, str]):
    """What a number measures, such as "money", "count" or "length"."""

    example = "{} == 'money'"

    def read(self, value: str) -> Keys:
        parts = text_of(value, what=f"{self.name} ==").split("/")
        return frozenset({"/".join(word_of(part, dimensions(), what=f"{self.name} ==") for part in parts)})


class IndicatorField(KeyField[R_contra, str, str]):
    """What is measured, by its identifier or by words that the vocabulary leads to it: "gdp", "GDP"."""

    example = "{} == 'GDP'"

    def read(self, value: str) -> Keys:
        return frozenset(indicators_of(text_of(value, what=f"{self.name} ==")))


class TextField(KeyField[R_contra, str, str]):
    """A field asked by its words, in capitals or small letters."""

    example = "{} == 'some words'"

    def read(self, value: str) -> Keys:
        return frozenset({_folded(text_of(value, what=f"{self.name} =="))})

    def keys_of(self, value: Hashable, setting: Setting) -> Iterable[Hashable]:
        return (_folded(str(value)),)

    def has(self, words: str) -> Predicate[R_contra]:
        """Whether all words that carry meaning in these are among those told, in any order, singular or plural.

        Raises:
            InvalidQuestion: for a text without such words.
        """
        asked = content_of(text_of(words, what=f"{self.name}.has"))
        if not asked:
            raise InvalidQuestion(f"{self.name}.has", words, "a word that carries meaning")

        def answer(record: R_contra, setting: Setting) -> Truth:
            answer = Truth.IMPOSSIBLE
            for told in self.values.all(record, setting) or (None,):
                answer |= Truth.POSSIBLE if told is None else Truth.of(asked <= content_of(told))
            return answer

        return Asked(of=self, written=f".has({written(words)})", sense=("has", asked), answer=answer)


class IdField(KeyField[R_contra, str, str | Article | Initiative]):
    """A field asked by an id, or by what has it."""

    example = "{} == 'an-id'"

    def read(self, value: str | Article | Initiative) -> Keys:
        known = value.id if isinstance(value, (Article, Initiative)) else value
        return frozenset({text_of(known, what=f"{self.name} ==")})


class UnitField(KeyField[R_contra, Unit, str | Unit]):
    """The unit of an amount; AI startups are startups, and startups may be AI startups."""

    example = "{} == 'yuan'"
    keys_decide = False

    def read(self, value: str | Unit) -> Keys:
        return frozenset({unit_of(value)})

    def answer(self, told: Sequence[Hashable | None], wanted: Sequence[Keys], setting: Setting) -> Truth:
        answer = Truth.IMPOSSIBLE
        for value in told or (None,):
            for unit in (unit for keys in wanted for unit in keys):
                answer |= _is(value, unit) if isinstance(value, Unit) and isinstance(unit, Unit) else Truth.POSSIBLE
        return answer


def _is(told: Unit, asked: Unit) -> Truth:
    shared = told if told == asked else same_count(told, asked)
    return Truth.between(all_worlds=shared == asked, some_world=shared is not None)


def _folded(text: str) -> str:
    return " ".join(words_of(text)) or text
