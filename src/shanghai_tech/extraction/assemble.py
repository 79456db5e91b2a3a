"""Document → records: the rules applied to each amount and aim, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.articles import Document, Part, Sentence
from shanghai_tech.extraction.aims import aims
from shanghai_tech.extraction.chunks import FINITE, Kind, Parsed, parse
from shanghai_tech.extraction.clauses import Governor, Phrase, governor, subject_of
from shanghai_tech.extraction.drafts import Draft, merged, record_of
from shanghai_tech.extraction.entities import Entities, find_entities
from shanghai_tech.extraction.forms import Reading, form_of
from shanghai_tech.extraction.indicators import indicator_of
from shanghai_tech.extraction.intentions import is_intended
from shanghai_tech.extraction.labels import Case, Label, label_of
from shanghai_tech.extraction.speakers import Attribution, attribution, opens_quote, quote_depth, speakers
from shanghai_tech.extraction.subjects import entity_in, subject_of_amount
from shanghai_tech.extraction.times import Carried, as_told, carried, time_of
from shanghai_tech.extraction.units import mended
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.scan import Scanned, scan
from shanghai_tech.model import Article, Form, Quantity, Record
from shanghai_tech.vocabulary import Vocabulary

_PER: Final = frozenset({"per", "every", "each"})


@frozen(kw_only=True)
class Extraction:
    """What an article tells, in text order, and the numbers that were seen and not understood."""

    article: Article
    records: tuple[Record, ...]
    unread: tuple[Unread, ...]


@frozen(kw_only=True)
class _Sentence:
    """A sentence with all that was made of it."""

    part: Part
    paragraph: int
    parsed: Parsed
    speaker: str | None
    told: Attribution | None


@frozen(kw_only=True)
class _State:
    """What a sentence takes over from those before it."""

    topic: str | None = None
    period: Carried | None = None


def extract(document: Document, vocabulary: Vocabulary) -> Extraction:
    """The facts of a document."""
    article = document.article
    scanned = [
        scan(article.text, sentence.span, vocabulary=vocabulary, published=article.published) for sentence in document.sentences
    ]
    entities = find_entities([each.tagged for each in scanned], [each.names for each in scanned], vocabulary)
    sentences = _sentences(document.sentences, scanned, vocabulary=vocabulary, entities=entities)
    drafts: list[Draft] = []
    unread = [each for found in scanned for each in found.unread]
    state = _State()
    for number, sentence in enumerate(sentences):
        reader = _Reader(sentence=sentence, number=number, article=article, entities=entities, vocabulary=vocabulary)
        found, missed, state = reader.read(state)
        drafts.extend(found)
        unread.extend(missed)
    drafts.sort(key=lambda draft: draft.spans[0])
    records = [record_of(draft, article) for draft in merged(drafts)]
    return Extraction(
        article=article, records=tuple(records), unread=tuple(sorted(unread, key=lambda each: each.span))
    )


def _sentences(
    told: Sequence[Sentence], scanned: Sequence[Scanned], *, vocabulary: Vocabulary, entities: Entities
) -> list[_Sentence]:
    parsed = [
        parse(each.tagged, vocabulary, quantities=each.quantities, periods=each.periods, names=each.names) for each in scanned
    ]
    said = [attribution(each, vocabulary, who=lambda p, phrase: _who(p, phrase, entities)) if each.chunks else None for each in parsed]
    quoted, inside = [], False
    for sentence, each in zip(told, scanned, strict=True):
        words = sentence.span.slice(each.tagged.text)
        quoted.append(inside or opens_quote(words))
        inside = quote_depth(words, inside=inside) and len(words) < 2000
    who = speakers(said, quoted=quoted, paragraphs=[sentence.paragraph for sentence in told])
    return [
        _Sentence(part=sentence.part, paragraph=sentence.paragraph, parsed=each, speaker=speaker, told=attributed)
        for sentence, each, speaker, attributed in zip(told, parsed, who, said, strict=True)
        if each.chunks
    ]


def _who(parsed: Parsed, phrase: Phrase, entities: Entities) -> str | None:
    """Whom a phrase names as a speaker: a person before a body, a body before a place."""
    found = {}
    first, last = parsed.chunks[phrase.first].first, parsed.chunks[phrase.last - 1].last
    for name in parsed.names:
        if first <= name.first < last:
            entity = entities.at(name.span)
            if entity is not None:
                found.setdefault(entity.kind, entity.name)
    for kind in (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE):
        if kind in found:
            return found[kind]
    words = parsed.words(phrase.first, phrase.first + 1)
    pointed = entities.refer(words, before=parsed.tagged.tokens[first].start)
    return pointed.name if pointed is not None else None


@frozen(kw_only=True)
class _Reader:
    """The reading of one sentence."""

    sentence: _Sentence
    number: int
    article: Article
    entities: Entities
    vocabulary: Vocabulary

    @property
    def parsed(self) -> Parsed:
        return self.sentence.parsed

    def read(self, state: _State) -> tuple[list[Draft], list[Unread], _State]:
        """The drafts of the sentence, what could not be read, and the state behind it."""
        drafts: list[Draft] = []
        unread: list[Unread] = []
        label: Label | None = None
        form: Reading | None = None
        for index, chunk in enumerate(self.parsed.chunks):
            if chunk.amount is None or self._is_measure_of(index):
                continue
            told = governor(self.parsed, index)
            found = label_of(Case(parsed=self.parsed, index=index, governor=told, previous=label, vocabulary=self.vocabulary))
            if found is None:
                unread.append(Unread(span=chunk.amount.span, reason="nothing near the number says what it measures"))
                continue
            form = form_of(self.parsed, index, governor=told, before=form, vocabulary=self.vocabulary)
            draft = self._draft(index, governor=told, label=found, form=form, state=state, last=drafts[-1] if drafts else None)
            label = found if form.form is not Form.RANK or label is None else label
            drafts.append(draft)
            state = self._after(state, draft)
        drafts.extend(self._aims())
        return drafts, unread, evolve(state, topic=self._topic() or state.topic)

    def _is_measure_of(self, index: int) -> bool:
        """"per 10,000 residents" is part of a unit."""
        return index > 0 and self.parsed.lower(index - 1) in _PER

    def _draft(
        self, index: int, *, governor: Governor, label: Label, form: Reading, state: _State, last: Draft | None
    ) -> Draft:
        amount = self.parsed.chunks[index].amount
        assert amount is not None
        time = time_of(self.parsed, index)
        target = is_intended(
            self.parsed, index, governor=governor, time=time, published=self._published(), vocabulary=self.vocabulary
        ) or (self.sentence.told is not None and self.sentence.told.document and not self._is_past(governor))
        period = as_told(time, target=target) if time is not None else None
        if time is None and not target:
            period = carried(self.parsed, governor.verb, last=state.period, paragraph=self.sentence.paragraph, sentence=self.number)
        subject = subject_of_amount(self.parsed, index, governor=governor, named_by=label.phrase, entities=self.entities)
        name = subject.entity.name if subject is not None else None
        if label.inherits and last is not None:
            name = last.subject
            period = period if period is not None else last.period
        if name is None:
            name = last.subject if last is not None else state.topic or self._main()
        indicator = last.indicator if label.inherits and last is not None else indicator_of(label.words, label.context, vocabulary=self.vocabulary)
        quantity = mended(amount.quantity, label.words, form=form.form, vocabulary=self.vocabulary)
        return Draft(
            target=target,
            label=label.words,
            indicator=indicator,
            quantity=_signed(quantity, falls=form.falls),
            restated=amount.restated,
            form=form.form,
            subject=name,
            base=label.base or self._base(index, form=form.form),
            period=period,
            speaker=self.sentence.speaker,
            spans=(amount.span,),
            rules=(label.rule, subject.rule if subject is not None else "B5"),
            headline=self.sentence.part is Part.TITLE,
        )

    def _is_past(self, governor: Governor) -> bool:
        group = self.parsed.chunks[governor.verb].verb if governor.verb is not None else None
        return group is not None and group.tense.value in {"past", "perfect"}

    def _published(self):  # type: ignore[no-untyped-def]
        published = self.article.published
        return published.end if published is not None else None

    def _main(self) -> str | None:
        main = self.entities.main_place
        return main.name if main is not None else None

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

    def _after(self, state: _State, draft: Draft) -> _State:
        if draft.period is None or draft.target or draft.period.start is None:
            return state
        return evolve(state, period=Carried(draft.period, self.sentence.paragraph, self.number))

    def _topic(self) -> str | None:
        """Whom the sentence is about: the subject of its first verb that has one."""
        for at, chunk in enumerate(self.parsed.chunks):
            if chunk.verb is not None and chunk.verb.tense in FINITE and not chunk.verb.has("report"):
                phrase = subject_of(self.parsed, at)
                entity = entity_in(self.parsed, phrase, entities=self.entities) if phrase is not None else None
                if entity is not None:
                    return entity.name
        return None

    def _aims(self) -> Iterator[Draft]:
        for aim in aims(self.parsed):
            actor = entity_in(self.parsed, aim.actor, entities=self.entities)
            if actor is None:
                continue
            time = time_of(self.parsed, aim.verb)
            yield Draft(
                target=True,
                label=aim.label,
                indicator=indicator_of(aim.label, (), vocabulary=self.vocabulary),
                quantity=None,
                form=Form.LEVEL,
                subject=actor.name,
                period=as_told(time, target=True) if time is not None else None,
                speaker=self.sentence.speaker,
                spans=(aim.span,),
                rules=(aim.rule,),
                headline=self.sentence.part is Part.TITLE,
            )


def _signed(quantity: Quantity, *, falls: bool) -> Quantity:
    if not falls or quantity.value < 0:
        return quantity
    if quantity.upper is not None:
        return evolve(quantity, value=-quantity.upper, upper=-quantity.value)
    return evolve(quantity, value=-quantity.value)
