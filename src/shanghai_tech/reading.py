"""The ways in: text or a file to a reading, and any text to its quantities and periods. Here the stages are joined."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from shanghai_tech.articles import read_article
from shanghai_tech.articles.blocks import find_blocks
from shanghai_tech.articles.sentences import split_sentences
from shanghai_tech.errors import InvalidValue, UnreadableFile
from shanghai_tech.extraction import extract
from shanghai_tech.mentions.mention import PeriodMention, QuantityMention, Unread
from shanghai_tech.mentions.scan import scan
from shanghai_tech.model import Article, Initiative, Metric, Organization, Period, Record, Span, Target
from shanghai_tech.vocabulary import Vocabulary, load_vocabulary


@frozen(kw_only=True)
class Reading:
    """What an article tells: its records in text order, and the numbers that were seen and not understood.

    Iterating gives the article and then its records, which is what `to_jsonl` and `to_table` take.
    """

    article: Article
    records: tuple[Record, ...]
    unread: tuple[Unread, ...]

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """What is told as true, in text order."""
        return tuple(record for record in self.records if isinstance(record, Metric))

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is told as intended, in text order."""
        return tuple(record for record in self.records if isinstance(record, Target))

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Who is named, in the order of first mentions."""
        return tuple(record for record in self.records if isinstance(record, Organization))

    @property
    def initiatives(self) -> tuple[Initiative, ...]:
        """What is undertaken, in text order."""
        return tuple(record for record in self.records if isinstance(record, Initiative))

    def __iter__(self) -> Iterator[Article | Record]:
        yield self.article
        yield from self.records


def read(text: str, *, id: str = "text", vocabulary: Vocabulary | None = None) -> Reading:  # noqa: A002  the article's
    """Read an article into cited records.

    >>> reading = read("The city plans to build 10,000 base stations by 2025, up from 3,000 in 2018.")
    >>> [(str(target.quantity), str(target.due)) for target in reading.targets]
    [('10000 {base station}', '../2025')]
    >>> [(str(metric.quantity), str(metric.period)) for metric in reading.metrics]
    [('3000 {base station}', '2018')]
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # not every caller has a checker
        raise InvalidValue("text", type(text).__name__, "a string")
    known = vocabulary if vocabulary is not None else load_vocabulary()
    found = extract(read_article(text, id=id, vocabulary=known), known)
    return Reading(article=found.article, records=found.records, unread=found.unread)


def read_file(path: str | Path, *, vocabulary: Vocabulary | None = None) -> Reading:
    """Read an article from a file in UTF-8; its id is the name of the file, without the ending.

    Raises:
        UnreadableFile: where the file is missing, a folder, binary, not in UTF-8, or empty.
    """
    file = Path(path)
    return read(text_of_file(file), id=file.stem, vocabulary=vocabulary)


def seeds() -> tuple[Path, ...]:
    """The files of the articles that are shipped as examples, in order."""
    here = Path(__file__).resolve()
    beside_the_code, in_the_checkout = here.parent / "seeds", here.parents[2] / "seeds"
    folder = beside_the_code if beside_the_code.is_dir() else in_the_checkout
    return tuple(sorted((folder / "articles").glob("*.txt")))


def find_mentions(
    text: str, *, published: Period | date | None = None, vocabulary: Vocabulary | None = None
) -> tuple[QuantityMention | PeriodMention, ...]:
    """Every quantity and every time expression of any text, in the order of their places.

    >>> [mention.span.slice("By 2025, 40 percent.") for mention in find_mentions("By 2025, 40 percent.")]
    ['By 2025', '40 percent']
    """
    known = vocabulary if vocabulary is not None else load_vocabulary()
    anchor = Period.day(published) if isinstance(published, date) else published
    found: list[QuantityMention | PeriodMention] = []
    for span in _sentences(text, known):
        scanned = scan(text, span, vocabulary=known, published=anchor)
        found += sorted((*scanned.quantities, *scanned.periods), key=lambda mention: mention.span)
    return tuple(found)


def find_quantities(text: str, *, vocabulary: Vocabulary | None = None) -> tuple[QuantityMention, ...]:
    """Every quantity of any text, in order, with the exact span of its words.

    >>> (found,) = find_quantities("Nearly 3.5 million visitors came.")
    >>> found.span, str(found.quantity), str(found.quantity.interval)
    (Span(start=0, end=27), '~3.5E+6 {visitor}', '[3150000, 3850000]')
    """
    mentions = find_mentions(text, vocabulary=vocabulary)
    return tuple(mention for mention in mentions if isinstance(mention, QuantityMention))


def find_periods(
    text: str, *, published: Period | date | None = None, vocabulary: Vocabulary | None = None
) -> tuple[PeriodMention, ...]:
    """Every time expression of any text, in order, with the exact span of its words.

    Words such as "last year" are counted from the day of publication; without one they stay unresolved.

    >>> (found,) = find_periods("It opened last year.", published=Period.parse("2019-05-07"))
    >>> found.span, found.timex, str(found.period)
    (Span(start=10, end=19), '2018', '2018')
    """
    mentions = find_mentions(text, published=published, vocabulary=vocabulary)
    return tuple(mention for mention in mentions if isinstance(mention, PeriodMention))


def _sentences(text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """The sentences of any text: nothing is taken for page furniture."""
    for block in find_blocks(text, stands_alone=lambda _: False):
        yield from split_sentences(text, block.span, vocabulary=vocabulary)


# ---------------------------------------------------------------- files


def text_files(path: Path) -> tuple[Path, ...]:
    """The files that a path names: of a folder those that end in .txt, sorted; where it has none, the path itself."""
    inside = sorted(path.glob("*.txt")) if path.is_dir() else ()
    return tuple(inside) or (path,)


def text_of_file(path: Path) -> str:
    """The text of a file in UTF-8, its line ends untouched.

    Raises:
        UnreadableFile: where the file is missing, a folder, binary, not in UTF-8, or empty.
    """
    if path.is_dir():
        if text_files(path) == (path,):
            raise UnreadableFile(str(path), "is a folder without text files", "their names end in .txt")
        raise UnreadableFile(str(path), "is a folder", f"name the files in it, such as {path / '*.txt'}")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(str(path), "does not exist") from None
    except (OSError, ValueError) as error:  # no permission, a device, a zero byte in the name
        raise UnreadableFile(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    return text_of_bytes(data, file=str(path))


def text_of_bytes(data: bytes, *, file: str) -> str:
    """The text that bytes hold in UTF-8; `file` is what an error calls them.

    Raises:
        UnreadableFile: where they are binary, not in UTF-8, or no text at all.
    """
    if b"\0" in data:
        raise UnreadableFile(file, "is binary: it holds zero bytes", "give a text file in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"is not in UTF-8: byte {data[error.start]:#04x} at {error.start}"
        raise UnreadableFile(file, problem, "convert it, for example with iconv -f WINDOWS-1252 -t UTF-8") from None
    if not text.strip():
        raise UnreadableFile(file, "is empty")
    return text
