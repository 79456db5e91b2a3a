"""Names of the body, found again where capitals tell nothing: in titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameMention
from shanghai_tech.mentions.names.lines import is_title


def with_titles(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]]
) -> tuple[tuple[NameMention, ...], ...]:
    """The names of each sentence, those of titles with the names that other sentences tell."""
    titles = [is_title(sentence) for sentence in sentences]
    if not any(titles):
        return tuple(map(tuple, names))
    told: dict[str, dict[tuple[str, ...], NameMention]] = {}
    for sentence, found, title in zip(sentences, names, titles, strict=True):
        for name in () if title else found:
            words = tuple(token.text for token in sentence.tokens[name.first : name.last])
            told.setdefault(words[0], {}).setdefault(words, name)
    longest_first = {
        first: dict(sorted(names.items(), key=lambda each: -len(each[0]))) for first, names in told.items()
    }
    return tuple(
        _merged(sentence, found, longest_first) if title else tuple(found)
        for sentence, found, title in zip(sentences, names, titles, strict=True)
    )


def _merged(
    sentence: Tagged, found: Sequence[NameMention], told: Mapping[str, Mapping[tuple[str, ...], NameMention]]
) -> tuple[NameMention, ...]:
    merged = list(found)
    taken = {at for name in found for at in range(name.first, name.last)}
    for at, token in enumerate(sentence.tokens):
        for words, name in told.get(token.text, {}).items():
            last = at + len(words)
            fits = tuple(each.text for each in sentence.tokens[at:last]) == words
            if fits and not taken.intersection(range(at, last)) and (at > 0 or len(words) > 1):
                merged.append(evolve(name, first=at, last=last, span=sentence.span(at, last)))
                taken.update(range(at, last))
                break
    return tuple(sorted(merged, key=lambda name: name.first))
