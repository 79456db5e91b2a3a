"""Document → records: sentences are scanned, names and speakers settled, and each sentence read in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from shanghai_tech.articles import Document
from shanghai_tech.extraction.entities import Entities, Entity, find_entities
from shanghai_tech.extraction.facts.direct_speech import opens_quote, quote_depth, speakers
from shanghai_tech.extraction.facts.drafts import Draft, merged, record_of
from shanghai_tech.extraction.facts.sentence import SentenceReader
from shanghai_tech.extraction.facts.speakers import attribution
from shanghai_tech.extraction.facts.state import State, Told
from shanghai_tech.extraction.facts.topics import topic_of
from shanghai_tech.extraction.grammar.chunks import Parsed, parse
from shanghai_tech.extraction.grammar.clauses import Phrase
from shanghai_tech.extraction.initiatives import drafts as initiatives
from shanghai_tech.extraction.initiatives.find import find_initiatives
from shanghai_tech.extraction.links import initiative_of
from shanghai_tech.extraction.organizations import organizations_of
from shanghai_tech.mentions.mention import Unread
from shanghai_tech.mentions.names import NameKind
from shanghai_tech.mentions.scan import Scanned, scan_all
from shanghai_tech.mentions.words.tags import GENITIVE, POSSESSIVE
from shanghai_tech.model import Article, Metric, Record, Span, Target
from shanghai_tech.vocabulary import Vocabulary

#: A quotation that is still open behind a sentence this long was never closed; sentences are cut at a greater length.
_ENDLESS: Final = 1000
#: What begins a description that may point back to somebody.
_DEFINITE: Final = ("the ", "its ")
#: Who can speak, what comes first is meant.
_SPEAKERS: Final = (NameKind.PERSON, NameKind.ORGANIZATION)


@frozen(kw_only=True)
class Extraction:
    """What an article tells, in text order, and the numbers that were seen and not understood."""

    article: Article
    records: tuple[Record, ...]
    unread: tuple[Unread, ...]


def extract(document: Document, vocabulary: Vocabulary) -> Extraction:
    """The records of a document."""
    article = document.article
    published = article.published
    spans = [sentence.span for sentence in document.sentences]
    scanned = scan_all(article.text, spans, vocabulary=vocabulary, published=published)
    entities = find_entities([each.tagged for each in scanned], [each.names for each in scanned], vocabulary)
    drafts: list[Draft] = []
    unread = [each for found in scanned for each in found.unread]
    undertaken: list[initiatives.Draft] = []
    last_day = published.end if published is not None else None
    state = State()
    for told in _told(document, scanned, entities=entities, vocabulary=vocabulary):
        reader = SentenceReader(
            told=told,
            published=last_day,
            entities=entities,
            vocabulary=vocabulary,
        )
        topic = topic_of(told, state, entities=entities, vocabulary=vocabulary)
        undertaken.extend(find_initiatives(told, topic, published=last_day, vocabulary=vocabulary))
        found, missed, state = reader.read(state, topic)
        drafts.extend(found)
        unread.extend(missed)
    drafts.sort(key=lambda draft: (draft.spans[0].start, draft.spans[0].end))
    records = _records(article, entities, undertaken=undertaken, drafts=drafts, sentences=spans)
    return Extraction(
        article=article,
        records=records,
        unread=tuple(sorted(unread, key=lambda each: (each.span.start, each.span.end))),
    )


def _records(
    article: Article,
    entities: Entities,
    *,
    undertaken: Sequence[initiatives.Draft],
    drafts: Sequence[Draft],
    sentences: Sequence[Span],
) -> tuple[Record, ...]:
    """The records of an article in text order; facts know whom their speaker speaks for and what they belong to."""
    digest = article.digest
    place = entities.main_place.name if entities.main_place is not None else None
    told = initiatives.of_place(initiatives.merged(undertaken), place)
    undertakings = [initiatives.record_of(draft, article, digest=digest) for draft in told]
    facts: list[Metric | Target] = []
    for draft in merged(drafts):
        body = entities.spoken_for(draft.speaker) if draft.speaker is not None else None
        facts.append(record_of(draft, article, digest=digest, speaks_for=body.name if body is not None else None))
    belongs = initiative_of(facts, undertakings, sentences)
    records: list[Record] = [
        *organizations_of(entities, article, digest=digest),
        *undertakings,
        *(evolve(fact, initiative=initiative) for fact, initiative in zip(facts, belongs, strict=True)),
    ]
    return tuple(sorted(records, key=_place))


def _place(record: Record) -> tuple[int, int]:
    return record.evidence[0].start, record.evidence[0].end


def _told(document: Document, scanned: Sequence[Scanned], *, entities: Entities, vocabulary: Vocabulary) -> list[Told]:
    """The sentences with their chunks and speakers; direct speech is followed from one to the next."""

    def who(parsed: Parsed, phrase: Phrase) -> Entity | None:
        return _who(parsed, phrase, entities=entities)

    def whose(parsed: Parsed, phrase: Phrase) -> Entity | None:
        return _whose(parsed, phrase, entities=entities)

    parsed = [
        parse(each.tagged, vocabulary, quantities=each.quantities, periods=each.periods, names=each.names)
        for each in scanned
    ]
    quoted, inside = _quoted(document)
    said = [
        attribution(each, vocabulary, who=who, whose=whose) if each.chunks and not is_inside else None
        for each, is_inside in zip(parsed, inside, strict=True)
    ]
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    says = speakers(said, quoted=quoted, paragraphs=paragraphs)
    return [
        Told(
            part=sentence.part,
            paragraph=sentence.paragraph,
            number=number,
            parsed=each,
            speaker=speaker,
            attribution=by,
        )
        for number, (sentence, each, speaker, by) in enumerate(zip(document.sentences, parsed, says, said, strict=True))
        if each.chunks
    ]


def _quoted(document: Document) -> tuple[list[bool], list[bool]]:
    """Whether each sentence begins in direct speech, and whether it ends in it as well: nobody is quoted in there."""
    quoted, within, inside, paragraph = list[bool](), list[bool](), False, -1
    for sentence in document.sentences:
        words = sentence.span.slice(document.article.text)
        if sentence.paragraph != paragraph and not opens_quote(words):
            inside = False  # speech that goes on opens its paragraph with a mark
        begins = inside or opens_quote(words)
        inside = quote_depth(words, inside=inside and sentence.paragraph == paragraph) and len(words) < _ENDLESS
        quoted.append(begins)
        within.append(begins and inside)
        paragraph = sentence.paragraph
    return quoted, within


def _who(parsed: Parsed, phrase: Phrase, *, entities: Entities) -> Entity | None:
    """Whom a phrase names as a speaker: a person before a body."""
    found: dict[NameKind, Entity] = {}
    first, last = parsed.chunks[phrase.first].first, parsed.chunks[phrase.last - 1].last
    for name in parsed.names:
        entity = entities.at(name.span) if first <= name.first < last else None
        if entity is not None:
            found.setdefault(entity.kind, entity)
    for kind in _SPEAKERS:
        if kind in found:
            return found[kind]
    words, start = parsed.words(phrase.first, phrase.first + 1), parsed.tagged.tokens[first].start
    pointed = entities.refer(words, before=start)
    if pointed is not None and pointed.kind in _SPEAKERS:
        return pointed
    return entities.holder(words, before=start) if words.lower().startswith(_DEFINITE) else None


def _whose(parsed: Parsed, phrase: Phrase, *, entities: Entities) -> Entity | None:
    """Whom a phrase says its document or figures are of: "the city's blueprint", "its survey"."""
    first, last = parsed.chunks[phrase.first].first, parsed.chunks[phrase.last - 1].last
    tags, tokens = parsed.tagged.tags, parsed.tagged.tokens
    named = {name.last: entities.at(name.span) for name in parsed.names if first <= name.first < last}
    for at in range(first, last):
        if tags[at] == GENITIVE:
            return named.get(at) or entities.refer(parsed.tagged.words(first, at), before=tokens[first].start)
    return entities.refer(tokens[first].lower, before=tokens[first].start) if tags[first] == POSSESSIVE else None
