"""An act upon an undertaking, as a sentence tells it."""

from __future__ import annotations

from attrs import frozen

from shanghai_tech.extraction.grammar.clauses import Phrase
from shanghai_tech.extraction.grammar.verb_groups import VerbGroup
from shanghai_tech.extraction.initiatives.undertakings import Undertaking
from shanghai_tech.model import InitiativeKind
from shanghai_tech.vocabulary.word_entries import Act


@frozen(kw_only=True)
class Deed:
    """The chunk that tells an act, who does it, and what it is done to.

    `verb` is the chunk of the verb, or of the noun of the act, or of the undertaking itself. `what` is None where the
    act is the undertaking; `behind` is the chunk behind the words of such an act. `since` is the verb of the spending
    that pays for it.
    """

    rule: str
    verb: int
    act: Act | None
    kind: InitiativeKind
    what: Undertaking | None
    actor: Phrase | None
    group: VerbGroup | None = None
    behind: int = 0
    since: int | None = None

    @property
    def last(self) -> int:
        """The last chunk that tells it."""
        return self.verb if self.what is None else max(self.verb, self.what.at)

    @property
    def first(self) -> int:
        """The first chunk that tells the act or the undertaking."""
        first = self.verb if self.what is None else min(self.verb, self.what.first)
        return first if self.since is None else self.since
