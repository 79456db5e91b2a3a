"""Short forms where an article introduces them: "… Board (EDB)", "… Corp or SDE", "new energy vehicles (NEVs)"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention


def introduction(sentence: Tagged, short: NameMention) -> int | None:
    """The token that introducing words begin with: "(X", "or X", ", or X"; None where the name is not introduced."""
    tokens, at = sentence.tokens, short.first - 1
    if at < 1:
        return None
    if tokens[at].text == "(" and short.last < len(tokens) and tokens[short.last].text in {")", ","}:
        return at
    if tokens[at].lower == "or" and short.name.isupper():
        return at - 1 if tokens[at - 1].text == "," else at
    return None


def spells(sentence: Tagged, short: NameMention, *, before: int) -> bool:
    """Whether an abbreviation stands for the small words before it: new energy vehicles (NEVs), robotics (RBT)."""
    letters = short.name.rstrip("s").lower()
    words = [token.lower for token in sentence.tokens[max(0, before - len(letters)) : before]]
    return len(letters) > 1 and bool(words) and (_initials(words) == letters or words[-1][0] == letters[-1])


def without_other_meanings(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]]
) -> tuple[tuple[NameMention, ...], ...]:
    """The names; known abbreviations that the article introduces as something else are not taken for known."""
    own = {
        short.name
        for sentence, found in zip(sentences, names, strict=True)
        for at, short in enumerate(found)
        if short.entry and short.name.isupper() and _means_other(sentence, short, found[at - 1] if at else None)
    }
    return tuple(
        tuple(evolve(name, kind=NameKind.OTHER, detail="", entry="") if name.name in own else name for name in found)
        for found in names
    )


def _means_other(sentence: Tagged, short: NameMention, full: NameMention | None) -> bool:
    """Whether the words before a known abbreviation have its letters and are not the known name."""
    begins = introduction(sentence, short)
    if begins is None:
        return False
    letters = short.name.rstrip("s").lower()
    if full is not None and full.last == begins:
        capitals = [token.lower for token in sentence.tokens[full.first : full.last] if token.text[0].isupper()]
        return full.entry != short.entry and _initials(capitals) == letters
    return _initials([token.lower for token in sentence.tokens[max(0, begins - len(letters)) : begins]]) == letters


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)
