"""Where a record stands written."""

from __future__ import annotations

from attrs import frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.model.span import Span


@frozen(kw_only=True, order=True)
class Evidence:
    """The words of an article that a record rests on: `article.text[start:end] == quote`, always.

    Offsets are code points of the text as it came in (W3C Web Annotation, text position). `rule` names the rule that
    read it; `docs/rules.md` lists them.
    """

    article: str
    start: int
    end: int
    quote: str
    rule: str

    def __attrs_post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise InvalidValue(
                "evidence", (self.start, self.end, self.quote), "offsets as far apart as the quote is long"
            )

    @property
    def span(self) -> Span:
        """The offsets as one value."""
        return Span(self.start, self.end)
