"""A sentence → drafts: each of its amounts in turn, then its aims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from shanghai_tech.articles import Part
from shanghai_tech.extraction.entities import Entities
from shanghai_tech.extraction.facts.aim_verbs import says_purpose
from shanghai_tech.extraction.facts.aims import Aim, aims
from shanghai_tech.extraction.facts.amounts import AmountReader
from shanghai_tech.extraction.facts.definitions import is_no_fact
from shanghai_tech.extraction.facts.drafts import Draft
from shanghai_tech.extraction.facts.forms import Reading, form_of
from shanghai_tech.extraction.facts.indicators import indicator_of
from shanghai_tech.extraction.facts.label_case import Case, Label
from shanghai_tech.extraction.facts.labels import label_of
from shanghai_tech.extraction.facts.phrases import entity_in
from shanghai_tech.extraction.facts.scene import may_stay
from shanghai_tech.extraction.facts.state import State, Told
from shanghai_tech.extraction.facts.times import time_of
from shanghai_tech.extraction.facts.topics import Topic
from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.clauses import subject_of
from shanghai_tech.extraction.grammar.cues import role_of
from shanghai_tech.extraction.grammar.governors import governor, matched
from shanghai_tech.extraction.grammar.verb_groups import Tense
from shanghai_tech.extraction.grammar.wording import clean, is_named
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.mentions.words.inflection import is_plural, singular
from shanghai_tech.mentions.words.tags import DETERMINER, NAME, POSSESSIVE, PRONOUN
from shanghai_tech.model import Form, Unit
from shanghai_tech.vocabulary import Vocabulary


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

    def read(self, state: State, topic: Topic) -> tuple[list[Draft], list[Unread], State]:
        """The drafts of the sentence, what could not be read, and the state behind it."""
        drafts: list[Draft] = []
        unread: list[Unread] = []
        label: Label | None = None
        form: Reading | None = None
        for index, chunk in enumerate(self.parsed.chunks):
            if chunk.amount is None or is_no_fact(self.parsed, index, self.vocabulary):
                continue
            case, is_listed = self._case(index, state=state, previous=label)
            found = label_of(case)
            if found is None:
                unread.append(Unread(span=chunk.amount.span, reason="nothing near the number says what it measures"))
                continue
            form = form_of(case, label=found, before=form or state.form)
            reader = AmountReader(
                case=case,
                label=evolve(found, inherits=found.inherits and not is_listed),
                form=form,
                last=drafts[-1] if drafts else None,
                told=self.told,
                state=state,
                topic=topic,
                published=self.published,
                entities=self.entities,
            )
            drafts.append(reader.draft())
            state = reader.after(drafts[-1])
            label = found if form.form is not Form.RANK or label is None else label
        if not drafts:
            state = self._with_many(state)
        drafts.extend(self._aims(topic))
        return drafts, unread, self._after(state, topic, drafts)

    def _with_many(self, state: State) -> State:
        """The state behind a sentence without amounts: "them" in the next one may be the things that it is about."""
        at = self.parsed.first_finite()
        group = self.parsed.chunks[at].verb if at is not None else None
        subject = (
            subject_of(self.parsed, at) if at is not None and group is not None and not group.has("report") else None
        )
        if subject is None or subject.last != subject.first + 1 or is_named(self.parsed, subject):
            return state
        words = clean(self.parsed, subject)
        head = words.rpartition(" ")[2].lower()
        if not words or not is_plural(head, self.vocabulary) or role_of(head, self.vocabulary):
            return state
        unit = Unit.counted(words.removesuffix(words.split()[-1]) + singular(head, self.vocabulary))
        return evolve(state, counted=(*state.counted[-2:], Label(words=words, rule="L8", head=words, unit=unit)))

    def _case(self, index: int, *, state: State, previous: Label | None) -> tuple[Case, bool]:
        """The case of an amount, and whether it has a subject of its own in a list of subjects."""
        governs = governor(self.parsed, index)
        by = matched(self.parsed, index, governs)
        case = Case(
            parsed=self.parsed,
            index=index,
            governor=by,
            previous=previous,
            earlier=state.label,
            counted=state.counted,
            vocabulary=self.vocabulary,
        )
        return case, by is not governs

    def _after(self, state: State, topic: Topic, drafts: list[Draft]) -> State:
        """The state with whom the sentence was about, by its own subject or else by its facts."""
        is_new = topic.before.topic is None  # else where something is does not turn from whom the text is about
        told = (each for each in drafts if each.named and (is_new or each.rules[-1] != "B4"))
        named = next((each.entity for each in told if each.entity is not None and not each.entity.is_nameless), None)
        entity = topic.entity or named or (drafts[0].entity if drafts and topic.before.topic is None else None)
        spoken_for = next((each.entity for each in drafts if "B6" in each.rules), None)
        entity = entity or spoken_for
        if entity is None and drafts and drafts[0].entity is topic.before.topic:
            entity = topic.before.topic  # it goes on about the same without a name
        if entity is None and topic.turns:
            entity = state.place or self.entities.main_place
        if entity is None:
            return state
        lead = state.lead if state.paragraph == self.told.paragraph else entity
        focus = state.focus or topic.entity
        before = state.owner if topic.before.topic is None or topic.before.topic.is_nameless else topic.before.topic
        owner = before if entity.is_nameless else None
        state = evolve(state, topic=entity, owner=owner, paragraph=self.told.paragraph, lead=lead, focus=focus)
        if entity is spoken_for:
            return evolve(state, place=entity)
        stays = topic.entity is not None and may_stay(topic.entity, self.entities)
        return evolve(state, place=topic.entity) if stays else state

    # ------------------------------------------------------------ aims

    def _aims(self, topic: Topic) -> Iterator[Draft]:
        for found in aims(self.parsed, self.vocabulary, is_due=self._is_due):
            is_of_thing = self._actor(found, topic) is None and self._is_told_of_thing(found)
            aim = evolve(found, rule="A6") if is_of_thing else found
            actor = self._actor(aim, topic)
            if actor is None:
                continue
            time = time_of(self.parsed, aim.verb, verb=aim.verb)
            names_thing = aim.rule in {"A5", "A6"}
            label = f"{clean(self.parsed, aim.actor)} {aim.label}" if names_thing else aim.label
            yield Draft(
                target=True,
                label=label,
                indicator=indicator_of(label, (), vocabulary=self.vocabulary),
                quantity=None,
                form=Form.LEVEL,
                subject=actor,
                period=time.period if time is not None and self._is_due(aim.verb) else None,
                speaker=self.told.speaker,
                spans=(aim.span,),
                rules=(aim.rule,),
                headline=self.told.part in {Part.TITLE, Part.STANDFIRST},
            )

    def _actor(self, aim: Aim, topic: Topic) -> str | None:
        entity = entity_in(self.parsed, aim.actor, scene=topic.scene(aim.verb))
        if entity is not None:
            return entity.name
        words = clean(self.parsed, aim.actor)
        if aim.rule in {"A5", "A6"}:
            return self._opened(aim, topic) or words or None
        return words if words and role_of(words.split()[-1], self.vocabulary) == "people" else None

    def _is_told_of_thing(self, aim: Aim) -> bool:
        """Whether the phrase of whose aim it is names a thing that will or is to do it (A6), and is no pronoun."""
        chunk, group = self.parsed.chunks[aim.actor.first], self.parsed.chunks[aim.verb].verb
        if aim.rule not in {"A1", "A2"} or aim.doubtful or chunk.kind is not Kind.NOUN:
            return False
        if group is None or group.coordinated or group.tense not in {Tense.FUTURE, Tense.INFINITIVE}:
            return False
        if aim.rule == "A2" and not group.passive and not self._is_due(aim.verb):
            return False  # an effect that is expected: "the new network will change lives"
        is_pronoun = self.parsed.tagged.tags[chunk.last - 1] in {PRONOUN, POSSESSIVE, DETERMINER}
        return not is_pronoun and (self._is_due(aim.verb) or not says_purpose(self.parsed, aim.verb))

    def _opened(self, aim: Aim, topic: Topic) -> str | None:
        """Whose opening it is where the phrase names nobody that is known: a name of its own, else the topic."""
        chunk = self.parsed.chunks[aim.actor.first]
        named = NAME in self.parsed.tagged.tags[chunk.first : chunk.last]
        about = topic.scene(aim.verb).topic
        return None if named or about is None else about.name

    def _is_due(self, at: int) -> bool:
        """Whether what a verb group says lies after the day of publication."""
        time = time_of(self.parsed, at, verb=at)
        end = time.period.end if time is not None and time.period is not None else None
        return end is not None and self.published is not None and end > self.published
