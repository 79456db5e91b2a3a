"""An amount in its sentence → a draft: every field by the rules of its file."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.articles import Part
from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.facts.drafts import Draft
from shanghai_tech.extraction.facts.forms import Reading
from shanghai_tech.extraction.facts.handed import a_year_back, as_told, carried, year_before
from shanghai_tech.extraction.facts.indicators import indicator_of
from shanghai_tech.extraction.facts.intentions import is_intended, is_promised
from shanghai_tech.extraction.facts.label_case import Case, Label
from shanghai_tech.extraction.facts.sources import is_source, own_time
from shanghai_tech.extraction.facts.state import State, Told
from shanghai_tech.extraction.facts.subjects import Found, compared_with, subject_of_amount
from shanghai_tech.extraction.facts.times import is_now, time_of
from shanghai_tech.extraction.facts.topics import Topic
from shanghai_tech.extraction.facts.units import dimension_of, mended, per_period, per_time, signed
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.mention import PeriodMention, TimeKind
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.model import Bound, Form, Period, Quantity, Unit
from shanghai_tech.model.unit import ONE, PERCENT

#: Kinds of bodies that articles begin with to tell of others.
_SPEAKERS: Final = frozenset({"government", "association", "research", "media"})
#: What "58 others" counts, until the list tells what they are.
_OTHER: Final = Unit.counted("other")
#: How many chunks behind an amount may stand what it is measured against.
_NEAR: Final = 6


@frozen(kw_only=True)
class AmountReader:
    """One amount of a sentence: its case, label and form, and the draft before it in the sentence."""

    case: Case
    label: Label
    form: Reading
    last: Draft | None
    told: Told
    state: State
    topic: Topic
    published: date | None
    entities: Entities

    @property
    def parsed(self) -> Parsed:
        """The chunks of the sentence."""
        return self.case.parsed

    @property
    def time(self) -> PeriodMention | None:
        """The time expression of the sentence that the amount belongs to."""
        return time_of(self.parsed, self.case.index, verb=self.case.governor.verb)

    @property
    def source(self) -> Draft | None:
        """The draft that the amount only says more of, if it does."""
        if not self.label.inherits:
            return None
        return self.last if self.last is not None else self.state.draft

    def draft(self) -> Draft:
        """The draft of the amount."""
        case, source = self.case, self.source
        target = self._is_target()
        is_part_of_whole = self.label.base == self.label.words and not case.governor.is_subject
        subject = subject_of_amount(
            case,
            named_by=None if is_part_of_whole else self.label.phrase,
            scene=self.topic.scene(case.index),
        )
        whom = self._subject(subject)
        fallback = "B6" if whom is not None and whom is self._spoken_for() else "B5"
        return Draft(
            target=target,
            label=self.label.words,
            indicator=source.indicator if source is not None else self._indicator(),
            quantity=self._quantity(),
            restated=case.amount.restated,
            form=self.form.form,
            subject=whom.name if whom is not None else None,
            base=self.label.base or self._base(),
            period=self._period(target=target),
            speaker=self.told.said_by(case.index),
            spans=(case.amount.span,),
            rules=(self.label.rule, subject.rule if subject is not None else fallback),
            headline=self.told.part in {Part.TITLE, Part.STANDFIRST},
            paragraph=self.told.paragraph,
            entity=whom,
            named=subject is not None,
        )

    # ------------------------------------------------------------ fields

    def _is_target(self) -> bool:
        if is_intended(self.case, time=self.time, published=self.published):
            return True
        by, told = self.told.attribution, self.time
        end = told.period.end if told is not None and told.period is not None else None
        is_over = end is not None and self.published is not None and end <= self.published
        return by is not None and by.document and not is_over

    def _subject(self, found: Found | None) -> Entity | None:
        """B5 and B6: of the amount it adds to or follows, of who speaks for a country, the paragraph or the text."""
        state, source = self.state, self.source
        if source is not None and source.entity is not None and not self._is_own(found):
            compared = compared_with(self.case, scene=self.topic.scene(self.case.index))
            return compared.entity if compared is not None else source.entity
        told = self._told_again()
        if told is not None:
            return told
        if found is not None:
            return found.entity
        if self.last is not None and self.last.entity is not None:
            return self.last.entity
        country = self._spoken_for()
        if country is not None:
            return country
        if state.paragraph == self.told.paragraph and self.topic.before.topic is not None:
            return self._lead() or self.topic.before.topic
        if not self.topic.turns and state.draft is not None and state.draft.paragraph == self.told.paragraph:
            return state.draft.entity
        return self._focus() or self.entities.hero or state.place or self.entities.main_place

    def _focus(self) -> Entity | None:
        """Whom the article begins with, where it is of that still, and no government, which stands for its place."""
        focus = self.state.focus
        is_still = focus is not None and focus is self.topic.before.topic
        return focus if is_still and focus is not None and focus.detail not in _SPEAKERS else None

    def _lead(self) -> Entity | None:
        """The place or government that the paragraph begins with, which comes back behind a body told of in between."""
        lead, topic = self.state.lead, self.topic.before.topic
        governs = lead is not None and (lead.kind is NameKind.PLACE or lead.detail == "government")
        return lead if governs and topic is not None and topic.kind is not NameKind.PLACE else None

    def _spoken_for(self) -> Entity | None:
        """The country of the ministry that says it, where the sentence begins with nobody that it is about."""
        if self.topic.entity is not None or self.told.speaker is None:
            return None
        body = self.entities.named(self.told.speaker)
        return self.topic.before.spoken_for(body) if body is not None else None

    def _is_own(self, found: Found | None) -> bool:
        """Whether an amount with a verb of its own is told of another: "Thirteen of them will come up in Ningbo"."""
        governor = self.case.governor
        if found is None or governor.verb is None:
            return False
        if found.rule == "B4":
            return governor.is_subject
        if found.own:
            return True
        group = self.parsed.chunks[governor.verb].verb
        is_own = all(chunk.amount is None for chunk in self.parsed.chunks[governor.verb : self.case.index])
        return found.rule == "B3" and is_own and group is not None and group.tense in FINITE

    def _told_again(self) -> Entity | None:
        """Whom a figure is about that "it" points back to: "33,000 were at hand; by 2025, it should be 45,000"."""
        subject, before = self.case.governor.subject, self.last or self.state.draft
        verb = self.case.governor.verb
        if subject is None or before is None or before.label != self.label.words or self.label.rule == "L6":
            return None  # who invests once more need not be the one before
        if self.label.rule == "L1" and self.case.amount.quantity.unit != ONE:
            return None
        if verb is None or self.parsed.lower(verb).split()[-1] in {"has", "have", "had"}:
            return None
        return (
            before.entity
            if self.parsed.words(subject.first, subject.last).lower() in {"it", "that", "they", "these"}
            else None
        )

    def _period(self, *, target: bool) -> Period | None:
        parsed, index, source = self.parsed, self.case.index, self.source
        if is_now(parsed, index):
            return None
        before = self.last or source
        if before is not None and before.period is not None and year_before(parsed, index):
            return a_year_back(before.period)
        if is_promised(parsed, index):
            return next((each.time.period for each in parsed.chunks[index:] if each.time is not None), None)
        if self.form.form is Form.MULTIPLE and before is not None and before.period is not None:
            return before.period  # the time beside it is what it is a multiple of
        if not target and self._is_bare_start():
            return None
        time = self.time
        if time is not None and not target and self._is_of_plan(time):
            return None
        if time is not None:
            if target and self._is_over(time):
                return source.period if source is not None else None
            return None if self._is_today(time) else self._settled(as_told(time, target=target), target=target)
        if source is not None and (source.period is not None or target or self.last is not None):
            return source.period
        return self._due() if target else self._carried()

    def _is_of_plan(self, time: PeriodMention) -> bool:
        """Whether a time is when something is to be done with what is there already: "across its 18 districts"."""
        due, group = time.period.end if time.period is not None else None, self.case.group
        return (
            group is not None
            and group.intends
            and due is not None
            and self.published is not None
            and due > self.published
        )

    def _is_bare_start(self) -> bool:
        """Whether the amount is where another starts from and has no time of its own: "by 2030, up from 20"."""
        parsed, index, time = self.parsed, self.case.index, self.time
        due = time.period.end if time is not None and time.period is not None else None
        is_ahead = due is not None and self.published is not None and due > self.published
        leads_ahead = is_ahead or (self.last is not None and self.last.target)
        return leads_ahead and is_source(parsed, index) and own_time(parsed, index) is None

    def _is_today(self, time: PeriodMention) -> bool:
        """Whether a state is told as that of today, which is only now: "Today it is one in three"."""
        group = self.case.group
        is_state = group is None or group.tense not in {Tense.PAST, Tense.PERFECT}
        return is_state and time.bare.slice(self.parsed.tagged.text).lower() == "today"

    def _is_over(self, time: PeriodMention) -> bool:
        """Whether a time is one that no intention is due in, since it has passed."""
        period = time.period
        if period is None or period.start is None or period.end is None or self.published is None:
            return False
        return period.end < self.published or period.start == period.end == self.published

    def _settled(self, period: Period | None, *, target: bool) -> Period | None:
        """A state that is told as true was not read after the day of publication: "by year's end" is the last one."""
        end = period.end if period is not None and period.start is None else None
        if period is None or end is None or target or self.published is None or end <= self.published:
            return period
        return a_year_back(period)

    def _carried(self) -> Period | None:
        verb = self.case.governor.verb
        if verb is None and self.case.word(-1) == "at":  # ", at 790 billion yuan, were higher"
            verb = self.parsed.first_finite()
        group = self.parsed.chunks[verb].verb if verb is not None else None
        if verb is not None and group is not None and group.tense is Tense.GERUND:
            finite = (at for at in range(verb - 1, -1, -1) if self._is_finite(at))
            verb = next(finite, verb)  # "it led, with its firms raising 5 billion yuan"
        told = (self.told.paragraph, self.told.number)
        return carried(self.parsed, verb, last=self.state.period, told=told)

    def _is_finite(self, at: int) -> bool:
        group = self.parsed.chunks[at].verb
        return group is not None and group.tense in FINITE

    def _due(self) -> Period | None:
        """T6: the due date told before in the sentence, and that of the sentence before for "by then"."""
        due = self.state.due
        if due is None:
            return None
        goes_on = due.sentence == self.told.number
        says_then = self.told.number - due.sentence <= 2 and self.parsed.says("by", "then")
        return due.period if goes_on or says_then else None

    def _indicator(self) -> str:
        dimension = dimension_of(self.case.amount.quantity, self.case.vocabulary)
        return indicator_of(self.label.words, (*self.label.context, dimension), vocabulary=self.case.vocabulary)

    def _quantity(self) -> Quantity:
        """The quantity with the unit, rate and sign that the words around it give it."""
        amount = self.case.amount
        words = "" if self.label.is_act else self.label.words
        quantity = mended(amount.quantity, words, form=self.form.form, vocabulary=self.case.vocabulary)
        unit = self.label.unit if self.label.unit is not None else _unit_of(self.source)
        noun = amount.quantity.unit.term.noun or ""
        is_open = amount.quantity.unit in {ONE, _OTHER} or noun.rpartition(" ")[2] in {"one", "ones"}
        if is_open and self.form.form is Form.LEVEL and unit is not None:
            quantity = evolve(quantity, unit=Unit(unit.term) if self._sums_up() else unit)
        quantity = per_period(quantity, f"{self.label.words} {self._measured()}")
        if quantity.bound is Bound.EXACTLY and self._passes_mark():
            quantity = evolve(quantity, bound=Bound.OVER)
        for chunk in self.parsed.chunks[self.case.index + 1 :]:
            if chunk.kind is Kind.AMOUNT or (chunk.verb is not None and chunk.verb.tense in FINITE):
                break
            if chunk.time is not None and chunk.time.kind is TimeKind.SET:
                quantity = per_time(quantity, chunk.time.timex)
        return signed(quantity, falls=self.form.falls)

    def _sums_up(self) -> bool:
        """Whether it is what so much a year comes to: "11 million euros a year, 110 million in all"."""
        return " ".join((self.case.word(1), self.case.word(2))) in {"in all", "in total"}

    def _measured(self) -> str:
        """The word before "of" a counted amount: "a monthly output of 40,000 wafers"."""
        return self.case.word(-2) if self.case.word(-1) == "of" else ""

    def _passes_mark(self) -> bool:
        """U6: "exceeded the threshold of 3 trillion yuan" is more than that."""
        group, index = self.case.group, self.case.index
        if group is None or not group.has("exceed") or self.case.word(-1) != "of" or index < 3:
            return False
        is_object = self.parsed.chunks[index - 3].verb is group
        return is_object and role_of(self.case.word(-2).rpartition(" ")[2], self.case.vocabulary) == "vague"

    def _base(self) -> str | None:
        """What a multiple or growth is measured against, as told: the words of the time it is compared with."""
        if self.form.form not in {Form.GROWTH, Form.MULTIPLE}:
            return None
        for chunk in self.parsed.chunks[self.case.index + 1 : self.case.index + _NEAR]:
            if chunk.kind is Kind.TIME:
                return self.parsed.tagged.words(chunk.first, chunk.last)
            if chunk.kind is Kind.AMOUNT:
                break
        return None

    # ------------------------------------------------------------ what it leaves

    def after(self, draft: Draft) -> State:
        """The state behind the amount."""
        state, label = self.state, evolve(self.label, inherits=True, phrase=None)
        if label.unit is None and draft.form is Form.LEVEL and draft.quantity is not None:
            unit = draft.quantity.unit
            label = evolve(label, unit=unit if unit not in {ONE, PERCENT} else None)
        if self.form.form is not Form.RANK or state.label is None:
            state = evolve(state, label=label)
        state = evolve(state, draft=draft, form=self.form)
        if label.rule == "L1":
            state = evolve(state, counted=(*state.counted[-2:], label))
        if draft.period is None:
            return state
        if draft.target:
            return evolve(state, due=self.told.carried(draft.period)) if self.time is not None else state
        if None in {draft.period.start, draft.period.end} or is_source(self.parsed, self.case.index):
            return state
        return evolve(state, period=self.told.carried(draft.period, published=self.published))


def _unit_of(draft: Draft | None) -> Unit | None:
    """The unit that an amount adding to a draft may leave out: "958 million euros, up from 571 million"."""
    if draft is None or draft.quantity is None or draft.form is not Form.LEVEL:
        return None
    return draft.quantity.unit
