"""Who is who in an article: one entity for a thing under all its names, its kind, its people, what points back to it."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanghai_tech.articles import split_text
from shanghai_tech.extraction.entities import Entities, Entity, find_entities
from shanghai_tech.mentions.mention import tagged
from shanghai_tech.mentions.names import find_names
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = load_vocabulary()


def read(*lines: str, vocabulary: Vocabulary = VOCABULARY) -> Entities:
    """The entities of lines, each read as sentences."""
    text = "\n".join(lines)
    spans = [span for span in _lines(text) for span in _sentences(text, span)]
    sentences = [tagged(text, span, vocabulary) for span in spans]
    return find_entities(sentences, [find_names(each, vocabulary) for each in sentences], vocabulary)
