"""Typed, cited, exact records from news about a city's technology policy.

>>> import shanghai_tech
>>> reading = shanghai_tech.read("Shanghai had over 500 innovation spaces by June 2017.")
>>> [str(metric.quantity) for metric in reading.metrics]
['>500 {innovation space}']

What is named here, in `shanghai_tech.query` and in `shanghai_tech.compare` is public; anything deeper may move. A name
is loaded when it is first used, so that importing the package costs nothing and those who only need records do not pay
for the reading of text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shanghai_tech.codec import from_data, to_data
    from shanghai_tech.corpus import Corpus, LoadedFolder, load_folder
    from shanghai_tech.errors import (
        InvalidCorpus,
        InvalidQuestion,
        InvalidRecord,
        InvalidText,
        InvalidValue,
        InvalidVocabulary,
        NotComparable,
        NotOne,
        ShanghaiTechError,
        UnknownId,
        UnreadableFile,
    )
    from shanghai_tech.export import (
        from_jsonl,
        mentions_to_jsonl,
        mentions_to_table,
        merged_to_table,
        to_jsonl,
        to_table,
    )
    from shanghai_tech.export.answers import answers_to_jsonl
    from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Relation, TimeKind, Unread
    from shanghai_tech.model import (
        Article,
        Bound,
        Evidence,
        Fact,
        Form,
        Initiative,
        InitiativeKind,
        Interval,
        Metric,
        Number,
        Organization,
        OrganizationKind,
        Period,
        Person,
        Precision,
        Quantity,
        Record,
        Span,
        Status,
        Target,
        Unit,
        UnitTerm,
    )
    from shanghai_tech.reading import Reading, find_mentions, find_periods, find_quantities, read, read_file, seeds
    from shanghai_tech.vocabulary import Vocabulary, load_vocabulary

__all__ = [
    "Article",
    "Bound",
    "Corpus",
    "Evidence",
    "Fact",
    "Form",
    "Initiative",
    "InitiativeKind",
    "Interval",
    "InvalidCorpus",
    "InvalidQuestion",
    "InvalidRecord",
    "InvalidText",
    "InvalidValue",
    "InvalidVocabulary",
    "LoadedFolder",
    "Metric",
    "NotComparable",
    "NotOne",
    "Number",
    "Organization",
    "OrganizationKind",
    "Period",
    "PeriodMention",
    "Person",
    "Precision",
    "Quantity",
    "QuantityMention",
    "Reading",
    "Record",
    "Relation",
    "ShanghaiTechError",
    "Span",
    "Status",
    "Target",
    "TimeKind",
    "Unit",
    "UnitTerm",
    "UnknownId",
    "Unread",
    "UnreadableFile",
    "Vocabulary",
    "answers_to_jsonl",
    "find_mentions",
    "find_periods",
    "find_quantities",
    "from_data",
    "from_jsonl",
    "load_folder",
    "load_vocabulary",
    "mentions_to_jsonl",
    "mentions_to_table",
    "merged_to_table",
    "read",
    "read_file",
    "seeds",
    "to_data",
    "to_jsonl",
    "to_table",
]

_HOMES = {
    "codec": ("from_data", "to_data"),
    "corpus": ("Corpus", "LoadedFolder", "load_folder"),
    "errors": (
        *("InvalidCorpus", "InvalidQuestion", "InvalidRecord", "InvalidText", "InvalidValue", "InvalidVocabulary"),
        *("NotComparable", "NotOne", "ShanghaiTechError", "UnknownId", "UnreadableFile"),
    ),
    "export": ("from_jsonl", "mentions_to_jsonl", "mentions_to_table", "merged_to_table", "to_jsonl", "to_table"),
    "export.answers": ("answers_to_jsonl",),
    "mentions.mention": ("PeriodMention", "QuantityMention", "Relation", "TimeKind", "Unread"),
    "model": (
        *(
            "Article",
            "Bound",
            "Evidence",
            "Fact",
            "Form",
            "Initiative",
            "InitiativeKind",
            "Interval",
            "Metric",
            "Number",
        ),
        *("Organization", "OrganizationKind", "Period", "Person", "Precision", "Quantity", "Record", "Span", "Status"),
        *("Target", "Unit", "UnitTerm"),
    ),
    "reading": ("Reading", "find_mentions", "find_periods", "find_quantities", "read", "read_file", "seeds"),
    "vocabulary": ("Vocabulary", "load_vocabulary"),
}


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
