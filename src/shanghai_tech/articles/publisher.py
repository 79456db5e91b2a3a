"""Which outlet published an article, as printed in its text."""

from __future__ import annotations

import re
from typing import Final

from shanghai_tech.articles.bylines import Byline
from shanghai_tech.articles.document import Masked
from shanghai_tech.articles.head import Head
from shanghai_tech.articles.outlets import full_name, is_masthead, known_outlet_in
from shanghai_tech.vocabulary import Vocabulary

_OWNER: Final = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:by\s+)?(?:[0-9]{4}(?:\s*[-–]\s*[0-9]{0,4})?,?\s*)?(?:by\s+)?"
    r"(?P<owner>[^.,;:|©0-9]{3,60}?)\s*(?=[.,;:|©0-9]|\ball rights|$)"
)
_TOLD: Final = re.compile(r"\btold (?:the )?(?P<name>(?:The )?[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4})")


def find_publisher(
    head: Head, asides: tuple[Byline, ...], *, masked: tuple[Masked, ...], text: str, vocabulary: Vocabulary
) -> str | None:
    r"""The outlet of an article: told beside the day or the author, alone on a line, in the dateline, at the foot.

    Else the owner of its rights, or the outlet whose reporter was "told" something. The first of these that names one
    decides; `asides` are the source notes masked in the body.

    >>> from shanghai_tech.articles.head import find_head
    >>> from shanghai_tech.articles.page import read_page
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> text = "A city of chips\nHarbour Gazette | May 7, 2019\nTen firms have come to the city, an official said."
    >>> head = find_head(read_page(text, vocabulary), vocabulary)
    >>> find_publisher(head, (), masked=(), text=text, vocabulary=vocabulary)
    'Harbour Gazette'
    """
    in_head = [byline for at, byline in head.bylines if at < head.body]
    at_foot = [byline for at, byline in head.bylines if at >= head.body]
    told = [span for byline in in_head if not byline.is_bare for span in byline.outlets]
    told += [span for byline in in_head if byline.is_bare for span in byline.outlets]
    told += [head.dateline.agency] if head.dateline and head.dateline.agency else []
    told += [span for byline in (*at_foot, *asides) for span in byline.outlets]
    told += [head.suffix] if head.suffix else []
    names = [span.slice(text) for span in told if len(span)]
    names += _owners(masked, text=text, vocabulary=vocabulary) if not names else []
    names += _listeners(text, vocabulary) if not names else []
    return full_name(names[0], vocabulary, text=text) if names else None


def _owners(masked: tuple[Masked, ...], *, text: str, vocabulary: Vocabulary) -> list[str]:
    """The outlets that copyright lines name as their owner."""
    owners: list[str] = []
    for each in masked:
        match = _OWNER.match(text, each.span.start, each.span.end) if each.kind == "copyright" else None
        owner = match["owner"].strip() if match else ""
        known = known_outlet_in(owner, vocabulary)
        owners += [known or owner] if known or is_masthead(owner, vocabulary) else []
    return owners


def _listeners(text: str, vocabulary: Vocabulary) -> list[str]:
    """The known outlets that somebody "told" something."""
    known = (known_outlet_in(match["name"].rstrip(".’'"), vocabulary) for match in _TOLD.finditer(text))
    return [name for name in known if name]
