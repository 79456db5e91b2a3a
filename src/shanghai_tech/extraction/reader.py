"""A sentence → drafts: the rules applied to each of its amounts and aims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.articles import Part
from shanghai_tech.extraction.aims import Aim, aims
from shanghai_tech.extraction.chunks import Kind, Parsed
from shanghai_tech.extraction.clauses import subject_of
from shanghai_tech.extraction.definitions import is_no_fact
from shanghai_tech.extraction.drafts import Draft
from shanghai_tech.extraction.entities import Entities
from shanghai_tech.extraction.entity import Entity
from shanghai_tech.extraction.forms import Reading, form_of
from shanghai_tech.extraction.governors import Governor, governor, matched
from shanghai_tech.extraction.indicators import indicator_of
from shanghai_tech.extraction.intentions import is_intended, is_promised
from shanghai_tech.extraction.label_case import Case, Label
from shanghai_tech.extraction.labels import label_of
from shanghai_tech.extraction.state import State, Told
from shanghai_tech.extraction.subjects import Found, Scene, entity_in, head_of, may_stay, place_at, subject_of_amount
from shanghai_tech.extraction.times import (
    Carried,
    a_year_back,
    as_told,
    carried,
    is_now,
    is_source,
    time_of,
    year_before,
)
from shanghai_tech.extraction.units import mended, per_period, per_time
from shanghai_tech.extraction.verb_groups import FINITE, Tense
from shanghai_tech.extraction.wording import clean
from shanghai_tech.mentions.mention import TimeKind, Unread
from shanghai_tech.model import Form, Period, Quantity, Unit
from shanghai_tech.model.unit import ONE
from shanghai_tech.vocabulary import Vocabulary
from shanghai_tech.vocabulary.entries import Place

_SETTLED: Final = frozenset({Tense.PAST, Tense.PERFECT})


@frozen(kw_only=True)
class SentenceReader:
    """The reading of one sentence of an article."""

    told: Told
    published: date | None
    entities: Entities
    vocabulary: Vocabulary

    @property
    def parsed(self) -> Parsed:
        """The chunks of the sentence."""
        return self.told.parsed

    def read(self, state: State) -> tuple[list[Draft], list[Unread], State]:
        """The drafts of the sentence, what could not be read, and the state behind it."""
        drafts: list[Draft] = []
        unread: list[Unread] = []
        label: Label | None = None
        form: Reading | None = None
        for index, chunk in enumerate(self.parsed.chunks):
            if chunk.amount is None or is_no_fact(self.parsed, index, self.vocabulary):
                continue
            governs = governor(self.parsed, index)
            by = matched(self.parsed, index, governs)
            found = label_of(
                Case(
                    parsed=self.parsed,
                    index=index,
                    governor=by,
                    previous=label,
                    earlier=state.label,
                    counted=state.counted,
                    vocabulary=self.vocabulary,
                )
            )
            if found is None:
                unread.append(Unread(span=chunk.amount.span, reason="nothing near the number says what it measures"))
                continue
            form = form_of(
                self.parsed,
                index,
                governor=by,
                before=form or state.form,
                inherits=found.inherits,
                label=found.words,
                vocabulary=self.vocabulary,
            )
            if by is not governs:
                found = evolve(found, inherits=False)
            draft = self._draft(
                index, governor=by, label=found, form=form, state=state, last=drafts[-1] if drafts else None
            )
            label = found if form.form is not Form.RANK or label is None else label
            drafts.append(draft)
            is_dated = time_of(self.parsed, index, verb=by.verb) is not None
            state = self._after(state, draft, label, is_source=is_source(self.parsed, index), is_dated=is_dated)
            state = evolve(state, form=form)
        drafts.extend(self._aims(state))
        topic = self._topic(self._scene(0, state))
        entity = (
            topic[1] if topic is not None else next((each.entity for each in drafts if each.entity is not None), None)
        )
        if entity is not None:
            state = evolve(state, topic=entity, paragraph=self.told.paragraph)
            if may_stay(entity, self.entities):
                state = evolve(state, place=entity)
        return drafts, unread, state

    # ------------------------------------------------------------ amounts

    def _draft(
        self, index: int, *, governor: Governor, label: Label, form: Reading, state: State, last: Draft | None
    ) -> Draft:
        amount = self.parsed.chunks[index].amount
        if amount is None:
            raise AssertionError("only amounts are drafted")
        source = last if last is not None else state.draft
        source = source if label.inherits else None
        target = self._is_target(index, governor)
        scene = self._scene(index, state)
        owns = label.phrase if label.base != label.words or governor.is_subject else None
        subject = subject_of_amount(self.parsed, index, governor=governor, named_by=owns, scene=scene)
        return Draft(
            target=target,
            label=label.words,
            indicator=source.indicator if source is not None else self._indicator(label, amount.quantity),
            quantity=self._quantity(index, label=label, form=form, like=_unit_of(source)),
            restated=amount.restated,
            form=form.form,
            subject=self._subject(subject, source=source, last=last, state=state),
            base=label.base or self._base(index, form=form.form),
            period=self._period(index, governor=governor, target=target, source=source, last=last, state=state),
            speaker=self.told.speaker,
            spans=(amount.span,),
            rules=(label.rule, subject.rule if subject is not None else "B5"),
            headline=self.told.part is Part.TITLE,
            paragraph=self.told.paragraph,
            entity=subject.entity if subject is not None else None,
        )

    def _is_target(self, index: int, governor: Governor) -> bool:
        time = time_of(self.parsed, index, verb=governor.verb)
        if is_intended(
            self.parsed, index, governor=governor, time=time, published=self.published, vocabulary=self.vocabulary
        ):
            return True
        attribution = self.told.attribution
        return attribution is not None and attribution.document and not self._is_settled(governor)

    def _is_settled(self, governor: Governor) -> bool:
        group = self.parsed.chunks[governor.verb].verb if governor.verb is not None else None
        return group is not None and group.tense in _SETTLED

    def _subject(self, found: Found | None, *, source: Draft | None, last: Draft | None, state: State) -> str | None:
        """The subject found, that of the amount it adds to, that of the amount before, what the text is about."""
        if source is not None and source.subject is not None:
            return source.subject
        if found is not None:
            return found.entity.name
        if last is not None and last.subject is not None:
            return last.subject
        if state.topic is not None and state.paragraph == self.told.paragraph:
            return state.topic.name
        if state.draft is not None and state.draft.paragraph == self.told.paragraph:
            return state.draft.subject
        main = state.place if state.place is not None else self.entities.main_place
        return main.name if main is not None else None

    def _period(
        self, index: int, *, governor: Governor, target: bool, source: Draft | None, last: Draft | None, state: State
    ) -> Period | None:
        if is_now(self.parsed, index):
            return None
        before = last or source
        if before is not None and before.period is not None and year_before(self.parsed, index):
            return a_year_back(before.period)
        if is_promised(self.parsed, index):
            return next((each.time.period for each in self.parsed.chunks[index:] if each.time is not None), None)
        time = time_of(self.parsed, index, verb=governor.verb)
        if time is not None:
            return as_told(time, target=target)
        if source is not None:
            return source.period
        if target:
            return self._due(state)
        is_aside = index > 0 and self.parsed.lower(index - 1) == "at"
        verb = self._first_verb() if governor.verb is None and is_aside else governor.verb
        place = {"paragraph": self.told.paragraph, "sentence": self.told.number}
        return carried(self.parsed, verb, last=state.period, **place)

    def _first_verb(self) -> int | None:
        verbs = (
            at for at, chunk in enumerate(self.parsed.chunks) if chunk.verb is not None and chunk.verb.tense in FINITE
        )
        return next(verbs, None)

    def _due(self, state: State) -> Period | None:
        """T6: the due date of the sentence before, for one of the same paragraph that goes on, and for "by then"."""
        due = state.due
        if due is None:
            return None
        goes_on = due.paragraph == self.told.paragraph and self.told.number - due.sentence <= 1
        says_then = "by then" in " ".join(token.lower for token in self.parsed.tagged.tokens)
        return due.period if goes_on or (says_then and self.told.number - due.sentence <= 2) else None

    def _indicator(self, label: Label, quantity: Quantity) -> str:
        code = quantity.unit.term.code
        dimension = next((unit.dimension for unit in self.vocabulary.unit if unit.id == code), "")
        context = (*label.context, dimension) if dimension not in {"", "share", "ratio", "number"} else label.context
        return indicator_of(label.words, context, vocabulary=self.vocabulary)

    def _quantity(self, index: int, *, label: Label, form: Reading, like: Unit | None) -> Quantity:
        amount = self.parsed.chunks[index].amount
        if amount is None:
            raise AssertionError("only amounts are drafted")
        quantity = mended(amount.quantity, label.words, form=form.form, vocabulary=self.vocabulary)
        unit = label.unit if label.unit is not None else like
        if amount.quantity.unit == ONE and form.form is Form.LEVEL and unit is not None and amount.form is None:
            quantity = evolve(quantity, unit=unit)
        quantity = per_period(quantity, label.words)
        for chunk in self.parsed.chunks[index + 1 :]:
            if chunk.kind is Kind.AMOUNT or (chunk.verb is not None and chunk.verb.tense in FINITE):
                break
            if chunk.time is not None and chunk.time.kind is TimeKind.SET:
                quantity = per_time(quantity, chunk.time.timex)
        return _signed(quantity, falls=form.falls)

    def _base(self, index: int, *, form: Form) -> str | None:
        """What a multiple or growth is measured against, as told: the words of the time it is compared with."""
        if form not in {Form.GROWTH, Form.MULTIPLE}:
            return None
        for chunk in self.parsed.chunks[index + 1 : index + 6]:
            if chunk.kind is Kind.TIME:
                return self.parsed.tagged.words(chunk.first, chunk.last)
            if chunk.kind is Kind.AMOUNT:
                break
        return None

    def _after(self, state: State, draft: Draft, label: Label, *, is_source: bool, is_dated: bool) -> State:
        carried_on = evolve(label, inherits=True, phrase=None)
        state = evolve(state, label=carried_on, draft=draft)
        if label.rule == "L1":
            state = evolve(state, counted=(*state.counted[-1:], carried_on))
        if draft.target and draft.period is not None and is_dated:
            return evolve(state, due=Carried(draft.period, self.told.paragraph, self.told.number))
        if draft.period is None or draft.target or draft.period.start is None or is_source:
            return state
        return evolve(state, period=Carried(draft.period, self.told.paragraph, self.told.number))

    # ------------------------------------------------------------ the sentence

    def _scene(self, index: int, state: State) -> Scene:
        """What pronouns before a chunk stand for: the subject of its own sentence once that is told, else the last topic."""
        near = state.topic if self.told.paragraph - state.paragraph <= 1 else None
        before = Scene(entities=self.entities, topic=near, ours=self._ours(), adjectives=_adjectives(self.vocabulary))
        own = self._topic(before)
        return evolve(before, topic=own[1]) if own is not None and own[0] < index else before

    def _ours(self) -> Entity | None:
        """Whom "we" stands for in direct speech: the body that the speaker belongs to."""
        speaker = next((each for each in self.entities.entities if each.name == self.told.speaker), None)
        if speaker is None:
            return None
        return next((holding.at for holding in self.entities.roles_of(speaker) if holding.at is not None), None)

    def _topic(self, scene: Scene) -> tuple[int, Entity] | None:
        """Whom the sentence is about, and which verb says so: the subject of its first verb that has one."""
        for at, chunk in enumerate(self.parsed.chunks):
            if chunk.verb is not None and chunk.verb.tense in FINITE and not chunk.verb.has("report"):
                phrase = subject_of(self.parsed, at)
                if phrase is not None and self._is_subordinate(at, phrase.first):
                    continue
                entity = head_of(self.parsed, phrase, scene=scene) if phrase is not None else None
                if entity is not None:
                    return at, entity
        opening = place_at(self.parsed, 0, scene=scene) if self.parsed.chunks else None
        return None if opening is None else (1, opening)

    def _is_subordinate(self, verb: int, subject: int) -> bool:
        """Whether a subordinator or relative pronoun opens the clause of a verb."""
        return any(at > 0 and self.parsed.chunks[at - 1].kind is Kind.SUBORDINATOR for at in (verb, subject))

    def _aims(self, state: State) -> Iterator[Draft]:
        for aim in aims(self.parsed, self.vocabulary, is_due=self._is_due):
            actor = self._actor(aim, state)
            if actor is None:
                continue
            time = time_of(self.parsed, aim.verb, verb=aim.verb)
            yield Draft(
                target=True,
                label=aim.label,
                indicator=indicator_of(aim.label, (), vocabulary=self.vocabulary),
                quantity=None,
                form=Form.LEVEL,
                subject=actor,
                period=as_told(time, target=True) if time is not None else None,
                speaker=self.told.speaker,
                spans=(aim.span,),
                rules=(aim.rule,),
                headline=self.told.part is Part.TITLE,
            )

    def _actor(self, aim: Aim, state: State) -> str | None:
        scene = self._scene(aim.verb, state)
        entity = entity_in(self.parsed, aim.actor, scene=scene)
        if entity is not None:
            return entity.name
        people = {cue.id for cue in self.vocabulary.cue if cue.role == "people"}
        words = clean(self.parsed, aim.actor)
        return words if words and words.lower().split()[-1] in people else None

    def _is_due(self, at: int) -> bool:
        """Whether what a verb group says lies after the day of publication."""
        time = time_of(self.parsed, at, verb=at)
        end = time.period.end if time is not None and time.period is not None else None
        return end is not None and self.published is not None and end > self.published


@lru_cache(maxsize=8)
def _adjectives(vocabulary: Vocabulary) -> Mapping[str, Place]:
    return {
        adjective: place for place in vocabulary.place for adjective in place.adjectives if place.kind != "continent"
    }


def _unit_of(draft: Draft | None) -> Unit | None:
    """The unit that an amount adding to a draft may leave out: "958 million euros, up from 571 million"."""
    if draft is None or draft.quantity is None or draft.form is not Form.LEVEL:
        return None
    return draft.quantity.unit


def _signed(quantity: Quantity, *, falls: bool) -> Quantity:
    """The quantity of a fall is negative."""
    if not falls or quantity.value < 0:
        return quantity
    if quantity.upper is not None:
        return evolve(quantity, value=-quantity.upper, upper=-quantity.value)
    return evolve(quantity, value=-quantity.value)
