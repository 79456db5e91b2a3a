"""A record in a line, for those who look at a selection."""

from __future__ import annotations

from shanghai_tech.model import Initiative, Metric, Organization, Period, Quantity, Record, Target


def line(record: Record) -> str:
    """What a record tells, and in brackets the articles that tell it.

    >>> from shanghai_tech import read
    >>> line(read("Suzhou plans to have 12,000 startups by 2030.", id="a-town").targets[0])
    'Suzhou, startups: 12,000 startups, due ../2030 [a-town]'
    """
    articles = ", ".join(dict.fromkeys(evidence.article for evidence in record.evidence))
    return f"{_told(record)} [{articles}]"


def _told(record: Record) -> str:
    match record:
        case Metric():
            return _parts(_what(record), _days(record.period), _said(record))
        case Target():
            due = None if record.due is None else f"due {record.due}"
            return _parts(_what(record), due, _said(record))
        case Organization():
            aliases = f"also {', '.join(record.aliases)}" if record.aliases else None
            return _parts(f"{record.name} ({record.kind.value})", aliases)
        case Initiative():
            what = f"{record.name} ({record.kind.value}, {record.status.value})"
            return _parts(what, *record.participants, record.place and f"in {record.place}", _days(record.period))


def _what(fact: Metric | Target) -> str:
    about = _parts(fact.subject, fact.label)
    return about if fact.quantity is None else f"{about}: {_stated(fact.quantity)}"


def _stated(quantity: Quantity) -> str:
    """The words of the article, with what bounds them where that stands elsewhere in the sentence."""
    words = quantity.words.split()
    if not words:
        return str(quantity)
    is_bare = any(map(str.isdigit, words[0]))
    return (quantity.bound.words if is_bare else "") + " ".join(words)


def _days(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _said(fact: Metric | Target) -> str | None:
    return fact.speaker and f"said by {fact.speaker}"


def _parts(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
