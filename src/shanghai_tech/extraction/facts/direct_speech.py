"""Direct speech, and reports that are named again: who says a sentence that does not tell it itself (rules S4, S6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shanghai_tech.extraction.facts.attribution import Attribution

_QUOTES: Final = frozenset('"“”')


def opens_quote(text: str) -> bool:
    """Whether a sentence begins in direct speech."""
    return text[:1] in _QUOTES


def quote_depth(text: str, *, inside: bool) -> bool:
    """Whether direct speech is still open behind a sentence."""
    for letter in text:
        if letter == "“":
            inside = True
        elif letter == "”":
            inside = False
        elif letter == '"':
            inside = not inside
    return inside


def speakers(
    told: Sequence[Attribution | None], *, quoted: Sequence[bool], paragraphs: Sequence[int]
) -> tuple[str | None, ...]:
    """The speaker of each sentence.

    S4 direct speech is carried over the sentences of a paragraph, and into the next; S6 "the report said" is told by
    whom the article has named with a report.
    """
    found = [each.speaker if each is not None else None for each in told]
    source: str | None = None
    for at, each in enumerate(told):
        if each is not None and each.cites:
            source = found[at] = found[at] or source
    for at, each in enumerate(told):
        if (
            each is not None
            and each.carries_on
            and at > 0
            and found[at - 1] is None
            and paragraphs[at - 1] == paragraphs[at]
        ):
            found[at - 1] = each.speaker
    for at in range(len(told)):
        if found[at] is None and quoted[at]:
            found[at] = _of_quote(at, found=found, told=told, quoted=quoted, paragraphs=paragraphs)
    return tuple(found)


def _of_quote(
    at: int,
    *,
    found: Sequence[str | None],
    told: Sequence[Attribution | None],
    quoted: Sequence[bool],
    paragraphs: Sequence[int],
) -> str | None:
    for other in range(at + 1, len(told)):
        if paragraphs[other] != paragraphs[at] or not quoted[other]:
            break
        if found[other] is not None:
            return found[other]
    if at > 0 and found[at - 1] is not None and (paragraphs[at - 1] == paragraphs[at] or quoted[at]):
        return found[at - 1]
    return None
