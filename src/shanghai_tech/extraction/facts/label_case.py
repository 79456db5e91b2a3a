"""What a label is, and what the rules that find one are given."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from shanghai_tech.errors import InvalidValue
from shanghai_tech.extraction.grammar.chunks import Parsed
from shanghai_tech.extraction.grammar.clauses import Phrase
from shanghai_tech.extraction.grammar.governors import Governor
from shanghai_tech.extraction.grammar.verb_groups import Tense, VerbGroup
from shanghai_tech.mentions.mention import QuantityMention
from shanghai_tech.model import Form, Unit
from shanghai_tech.vocabulary import Vocabulary

#: The roles of verbs that say what an amount is of.
MEASURES: Final = frozenset({"measure", "rise", "fall", "multiply"})


@frozen(kw_only=True)
class Label:
    """The words that name an amount, further words that tell it from others, its base, and the rule that found them.

    `inherits` tells that the amount only says more of the one named before it ("up 5 percent", "ranking No. 1"); `unit`
    is what is counted, where that names it. `is_act` tells that the words are those of a verb, which count nothing.
    """

    words: str
    context: tuple[str, ...] = ()
    base: str | None = None
    rule: str
    inherits: bool = False
    phrase: Phrase | None = None
    head: str = ""
    unit: Unit | None = None
    is_act: bool = False


@frozen(kw_only=True)
class Case:
    """An amount to be named: where it stands, and what governs it.

    `previous` is the label of the amount before it in its sentence; `earlier` that of the last one in the sentences
    before, for "this figure"; `counted` those of the last counted things, for "24 of them" and "the former" (rule L1),
    and of what a sentence without amounts was about (L8).
    """

    parsed: Parsed
    index: int
    governor: Governor
    previous: Label | None
    earlier: Label | None
    counted: tuple[Label, ...]
    vocabulary: Vocabulary

    @property
    def last_counted(self) -> Label | None:
        """The label of what was counted last in the article."""
        return self.counted[-1] if self.counted else None

    @property
    def is_ratio(self) -> bool:
        """Whether the amount is a percentage or a bare number."""
        return str(self.amount.quantity.unit) in {"%", "1", "pp"}

    @property
    def amount(self) -> QuantityMention:
        """The amount itself."""
        amount = self.parsed.chunks[self.index].amount
        if amount is None:
            raise InvalidValue("case", self.index, "the number of a chunk that is an amount")
        return amount

    @property
    def group(self) -> VerbGroup | None:
        """The verb group that governs the amount."""
        return self.parsed.chunks[self.governor.verb].verb if self.governor.verb is not None else None

    @property
    def goes_on(self) -> bool:
        """Whether the -ing form of a measuring verb behind a comma makes the amount say more of the one before."""
        group, verb = self.group, self.governor.verb
        if group is None or verb is None or verb < 2 or group.tense is not Tense.GERUND or not group.verbs:
            return False
        return (
            self.parsed.lower(verb - 1) == "," and not group.has("have") and bool(MEASURES & set(group.verbs[-1].roles))
        )

    @property
    def put_as(self) -> str:
        """What money that is put somewhere is called: "investment" in "invests 5 billion yuan in chips"; else empty."""
        group = self.group
        if group is None or self.governor.is_subject or not group.verbs or not group.has("make"):
            return ""
        return group.verbs[-1].noun

    def word(self, offset: int) -> str:
        """The words of the chunk so many places behind the amount, in lower case; before it where negative."""
        at = self.index + offset
        return self.parsed.lower(at) if 0 <= at < len(self.parsed.chunks) else ""


def carried_label(case: Case) -> Label | None:
    """L7: the label of the amount before, carried on."""
    if case.previous is None:
        return None
    base = None if case.amount.form is Form.RANK else case.previous.base  # a place among others is part of no whole
    return evolve(case.previous, rule="L7", inherits=True, base=base)
