"""The small lists of words that the rules of this stage ask the vocabulary for."""

from __future__ import annotations

from functools import lru_cache

from shanghai_tech.vocabulary import Vocabulary


@lru_cache(maxsize=64)
def word_list(vocabulary: Vocabulary, name: str) -> frozenset[str]:
    """The words of a list by its name; none where the vocabulary has no such list.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> "reporter" in word_list(load_vocabulary(), "writer")
    True
    """
    return frozenset(word for entry in vocabulary.word_list if entry.id == name for word in entry.words.split())
