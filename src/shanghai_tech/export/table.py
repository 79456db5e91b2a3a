"""Records and mentions → tables for a terminal, a table for each kind of record; `layout` aligns them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from shanghai_tech.codec import to_data
from shanghai_tech.export.layout import WIDTH, Column, lay_out, plain
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention
from shanghai_tech.model import (
    Article,
    Evidence,
    Form,
    Initiative,
    Metric,
    Number,
    Organization,
    Period,
    Quantity,
    Record,
    Target,
)
from shanghai_tech.model.quantity import format_number
from shanghai_tech.model.unit import ONE

_ORGANIZATIONS: Final = (
    Column("kind", 6, 11),
    Column("organization", 12, 64),
    Column("also named", 10, 40),
    Column("in", 4, 16),
    Column("people", 12, 200),
)
_INITIATIVES: Final = (
    Column("kind", 6, 11),
    Column("status", 9, 9),
    Column("initiative", 12, 40),
    Column("participants", 12, 36),
    Column("place", 8, 16),
    Column("when", 8, 24),
    Column("evidence", 12, 200),
)
_FACTS: Final = (
    Column("", 6, 6),
    Column("subject", 8, 28),
    Column("what", 12, 36),
    Column("how much", 12, 44),
    Column("when", 8, 24),
    Column("said by", 8, 20),
    Column("evidence", 12, 200),
)
_ARTICLES: Final = (
    Column("", 3, 7),
    Column("article", 12, 40),
    Column("title", 12, 60),
    Column("publisher", 9, 30),
    Column("published", 10, 60),
)
_MENTIONS: Final = (
    Column("at", 6, 14),
    Column("kind", 8, 8),
    Column("words", 12, 48),
    Column("value", 12, 40),
    Column("covers", 8, 40),
    Column("as", 5, 12),
)


def to_table(records: Iterable[Article | Record], *, width: int = WIDTH) -> str:
    """Tables of organizations, of initiatives and of facts, with a heading where an article begins.

    Metrics and targets are told apart in the first column; a number that the words bound has the bound beside it.
    Cells too long for the width end in an ellipsis. Columns and tables with nothing in them are left out.
    """
    blocks: list[str] = []
    told: list[Record] = []
    for record in records:
        if isinstance(record, Article):
            blocks += _tables(told, {}, width=width)
            blocks.append(_heading(record))
            told = []
        else:
            told.append(record)
    return "\n\n".join([*blocks, *_tables(told, {}, width=width)])


def merged_to_table(items: Iterable[Article | Record], *, width: int = WIDTH) -> str:
    """The articles of a corpus, numbered, and one table of each kind of its records; evidence has these numbers.

    >>> from shanghai_tech import Corpus, read
    >>> corpus = Corpus.of(*(read("Suzhou had 12,000 startups in 2017.", id=name) for name in ("early", "late")))
    >>> print(merged_to_table(corpus))
    2 articles
    <BLANKLINE>
         article  published
    [1]  early    since 2018-01-01 (inferred)
    [2]  late     since 2018-01-01 (inferred)
    <BLANKLINE>
            subject  what      how much          when  evidence
    metric  Suzhou   startups  12,000 {startup}  2017  [1, 2] “12,000 startups”
    """
    told = list(items)
    articles = [item for item in told if isinstance(item, Article)]
    numbers = {article.id: str(number) for number, article in enumerate(articles, start=1)}
    heading = "1 article" if len(articles) == 1 else f"{len(articles)} articles"
    rows = [_article_row(article, numbers[article.id]) for article in articles]
    records = [item for item in told if not isinstance(item, Article)]
    tables = _tables(records, numbers, width=width)
    return "\n\n".join([heading, *lay_out(_ARTICLES, rows, width=width), *tables])


def mentions_to_table(mentions: Iterable[QuantityMention | PeriodMention], text: str, *, width: int = WIDTH) -> str:
    """A table of the quantities and periods of a text."""
    return "\n\n".join(lay_out(_MENTIONS, [_mention_row(mention, text) for mention in mentions], width=width))


# ---------------------------------------------------------------- rows


def _heading(article: Article) -> str:
    title = article.title or article.id
    return f"{plain(title)}\n{plain(', '.join(filter(None, [article.publisher, _dated(article)])))}"


def _article_row(article: Article, number: str) -> tuple[str, ...]:
    return f"[{number}]", article.id, article.title or "", article.publisher or "", _dated(article)


def _dated(article: Article) -> str:
    return "undated" if article.published is None else f"{_when(article.published)} ({article.published_how})"


def _tables(records: Sequence[Record], numbers: Mapping[str, str], *, width: int) -> Iterator[str]:
    """Who, doing what, and how much: each kind that is there, in the order of the records."""
    organizations = [_organization_row(record, numbers) for record in records if isinstance(record, Organization)]
    initiatives = [_initiative_row(record, numbers) for record in records if isinstance(record, Initiative)]
    facts = [_fact_row(record, numbers) for record in records if isinstance(record, (Metric, Target))]
    yield from lay_out(_ORGANIZATIONS, organizations, width=width)
    yield from lay_out(_INITIATIVES, initiatives, width=width)
    yield from lay_out(_FACTS, facts, width=width)


def _organization_row(record: Organization, numbers: Mapping[str, str]) -> tuple[str, ...]:
    people = [person.name if person.role is None else f"{person.name} ({person.role})" for person in record.people]
    told_in = _cited(record.evidence, numbers)
    return record.kind.value, record.name, ", ".join(record.aliases), told_in, ", ".join(people)


def _initiative_row(record: Initiative, numbers: Mapping[str, str]) -> tuple[str, ...]:
    return (
        record.kind.value,
        record.status.value,
        record.name,
        ", ".join(record.participants),
        record.place or "",
        "" if record.period is None else _when(record.period),
        _quotes(record.evidence, numbers),
    )


def _fact_row(record: Metric | Target, numbers: Mapping[str, str]) -> tuple[str, ...]:
    told = isinstance(record, Metric)
    when = record.period if isinstance(record, Metric) else record.due
    amounts = [] if record.quantity is None else [_told(record.quantity, record.form, base=record.base)]
    amounts += [_amount(quantity) for quantity in record.restated]
    return (
        "metric" if told else "target",
        record.subject or "",
        record.label,
        " = ".join(amounts),
        "" if when is None else _when(when),
        record.speaker or "",
        _quotes(record.evidence, numbers),
    )


def _quotes(told: Iterable[Evidence], numbers: Mapping[str, str]) -> str:
    """The words of the evidence; where articles have numbers, the same words once, behind all their numbers."""
    if not numbers:
        return " ".join(f"“{evidence.quote}”" for evidence in told)
    found: dict[str, list[Evidence]] = {}
    for evidence in told:
        found.setdefault(evidence.quote, []).append(evidence)
    return " ".join(f"{_cited(each, numbers)} “{quote}”" for quote, each in found.items())


def _cited(told: Iterable[Evidence], numbers: Mapping[str, str]) -> str:
    """The numbers of the articles; one that is not here has its id for a number."""
    articles = dict.fromkeys(evidence.article for evidence in told) if numbers else ()
    return f"[{', '.join(numbers.get(article, article) for article in articles)}]" if articles else ""


def _mention_row(mention: QuantityMention | PeriodMention, text: str) -> tuple[str, ...]:
    at, words = f"{mention.span.start}-{mention.span.end}", mention.span.slice(text)
    if isinstance(mention, QuantityMention):
        amounts = " = ".join(map(_amount, (mention.quantity, *mention.restated)))
        form = "" if mention.form is None else mention.form.value
        return at, "quantity", words, amounts, _covers(mention.quantity), form
    covers = "" if mention.period is None else _when(mention.period)
    return at, mention.kind.value.lower(), words, mention.timex, covers, mention.relation.value


def _told(quantity: Quantity, form: Form, *, base: str | None) -> str:
    amount = _amount(quantity)
    match form:
        case Form.RANK:
            return f"No. {amount}"
        case Form.MULTIPLE:
            return f"{amount} times"
        case Form.GROWTH:
            return _amount(quantity, sign="+")
        case Form.SHARE:
            return f"{amount} of {base or 'a whole'}"
        case Form.LEVEL:
            return amount


def _amount(quantity: Quantity, *, sign: str = "") -> str:
    """The amount in words and digits; with the sign "+" a rise has one as a fall does."""
    upper = "" if quantity.upper is None else f" to {_digits(quantity.upper, sign)}"
    unit = "" if quantity.unit == ONE else f" {quantity.unit}"
    return f"{quantity.bound.words}{_digits(quantity.value, sign)}{upper}{unit}"


def _digits(number: Number, sign: str) -> str:
    if isinstance(number, Decimal):
        return f"{number:{sign},f}"
    return (sign if number > 0 else "") + format_number(number)


def _covers(quantity: Quantity) -> str:
    """The numbers that the words allow, in the notation of intervals: a round bracket leaves its end out."""
    told = to_data(quantity.interval)
    low = "(-∞" if told["low"] is None else f"{'(' if told['low_open'] else '['}{told['low']}"
    high = "∞)" if told["high"] is None else f"{told['high']}{')' if told['high_open'] else ']'}"
    return f"{low}, {high}"


def _when(period: Period) -> str:
    if period.candidates:
        return " or ".join(map(_when, period.candidates))
    first, slash, last = str(period).partition("/")
    if not slash:
        return first
    return f"by {last}" if first == ".." else f"since {first}" if last == ".." else f"{first} to {last}"
