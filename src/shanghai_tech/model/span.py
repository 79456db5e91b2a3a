"""Where something stands in a text."""

from __future__ import annotations

from attrs import frozen

from shanghai_tech.errors import InvalidValue


@frozen(order=True)
class Span:
    """A half-open range of code points: `text[start:end]`.

    >>> Span(4, 7).slice("by 2025")
    '025'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValue("span", (self.start, self.end), "0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether every code point of this span lies in the other."""
        return other.start <= self.start and self.end <= other.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
