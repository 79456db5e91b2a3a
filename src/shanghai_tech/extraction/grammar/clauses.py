"""Who does what in a sentence: noun phrases around chunks, subjects of verbs, governors of amounts."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from shanghai_tech.extraction.grammar.chunks import Kind, Parsed
from shanghai_tech.extraction.grammar.verb_groups import FINITE, Tense
from shanghai_tech.mentions.words import tags as t


@frozen
class Phrase:
    """Chunks `first` up to `last`, half-open, that are one noun phrase with what depends on it."""

    first: int
    last: int


NOMINAL: Final = frozenset({Kind.NOUN, Kind.AMOUNT})
SKIPPED: Final = frozenset({Kind.ADVERB, Kind.TIME})
_ASIDES: Final = frozenset({",", "-", "--", "—", "–"})
_RELATIVES: Final = frozenset({"which", "that", "who", "whose"})
#: How many verbs may hand their subject on; a sentence that needs more has none to find.
_DEEPEST: Final = 6
_QUOTES: Final = frozenset({'"', "“", "”", "'", "‘", "’"})
_CLOSES: Final = frozenset({'"', "”"})
STOPS: Final = frozenset({";", ":"})


def phrase_before(parsed: Parsed, end: int, *, prepositions: frozenset[str] | None = None) -> Phrase | None:
    """The noun phrase that ends before a chunk, adverbs and times between them skipped.

    It goes on to the left over any preposition, or only over those given.
    """
    chunks = parsed.chunks
    while end > 0 and chunks[end - 1].kind in SKIPPED:
        end -= 1
    if end > 0 and parsed.lower(end - 1) == ")":
        end = (_before_bracket(parsed, end - 1) or end - 1) + 1
    if end == 0 or chunks[end - 1].kind not in NOMINAL:
        return None
    first = end - 1
    listed = False
    while True:
        step = _left_step(parsed, first, listed=listed)
        if step is None or (prepositions is not None and not _links(parsed, step, first, prepositions=prepositions)):
            return Phrase(first, end)
        listed = listed or chunks[first - 1].kind is Kind.CONJUNCTION
        first = step


def _left_step(parsed: Parsed, first: int, *, listed: bool) -> int | None:
    """Where the phrase goes on to the left: over a preposition, a genitive, a conjunction or the comma of a list."""
    chunks = parsed.chunks
    if first == 0:
        return None
    if chunks[first - 1].kind in NOMINAL and is_genitive(parsed, first - 1):
        return first - 1
    if chunks[first - 1].kind in NOMINAL and Kind.AMOUNT in {chunks[first - 1].kind, chunks[first].kind}:
        return first - 1  # "the city's latest 1 Gbps network"
    if parsed.lower(first - 1) == ")":
        return _before_bracket(parsed, first - 1)
    before = first - 2
    while before > 0 and chunks[before].kind is Kind.TIME:
        before -= 1
    if before < 0 or chunks[before].kind not in NOMINAL:
        return None
    link = chunks[first - 1]
    if parsed.lower(first - 1) == "," and before > 0 and opens_sentence(parsed, before - 1):
        return None  # what begins a sentence with a preposition is in no list
    joins = (
        link.kind is Kind.PREPOSITION or link.kind is Kind.CONJUNCTION or (listed and parsed.lower(first - 1) == ",")
    )
    return before if joins else None


def opens_sentence(parsed: Parsed, preposition: int) -> bool:
    """Whether a preposition begins its sentence, adverbs and times aside."""
    chunks = parsed.chunks
    return chunks[preposition].kind is Kind.PREPOSITION and all(each.kind in SKIPPED for each in chunks[:preposition])


def _before_bracket(parsed: Parsed, close: int) -> int | None:
    """The noun before a short bracket: "research and development (R&D) spending"."""
    for at in range(close - 1, max(-1, close - 4), -1):
        if parsed.lower(at) == "(":
            return at - 1 if at > 0 and parsed.chunks[at - 1].kind in NOMINAL else None
    return None


def _links(parsed: Parsed, step: int, first: int, *, prepositions: frozenset[str]) -> bool:
    return step == first - 1 or parsed.lower(first - 1) == ")" or parsed.lower(first - 1) in prepositions


def is_genitive(parsed: Parsed, index: int) -> bool:
    """Whether a chunk ends in a genitive, so that it owns what follows."""
    return parsed.tagged.tags[parsed.chunks[index].last - 1] == t.GENITIVE


def phrase_from(parsed: Parsed, first: int, *, prepositions: frozenset[str] = frozenset({"of"})) -> Phrase | None:
    """The noun phrase that begins at a chunk, with what the given prepositions add to it."""
    chunks = parsed.chunks
    if first >= len(chunks) or chunks[first].kind not in NOMINAL:
        return None
    last = first + 1
    while last < len(chunks):
        if is_genitive(parsed, last - 1) and chunks[last].kind in NOMINAL:
            last += 1
        elif parsed.lower(last) == "(" and last + 2 < len(chunks) and parsed.lower(last + 2) == ")":
            last += 3
        elif chunks[last].kind is Kind.PREPOSITION and parsed.lower(last) in prepositions:
            end = _noun_behind(parsed, last + 1)
            if end is None:
                break
            last = end
        else:
            break
    return Phrase(first, last)


def listed_from(parsed: Parsed, first: int) -> Phrase | None:
    """The list of nouns that begins at a chunk: "Alibaba and JD"."""
    is_noun = first < len(parsed.chunks) and parsed.chunks[first].kind is Kind.NOUN
    phrase = phrase_from(parsed, first) if is_noun else None
    while phrase is not None and phrase.last + 1 < len(parsed.chunks):
        links = parsed.chunks[phrase.last].kind is Kind.CONJUNCTION or parsed.lower(phrase.last) == ","
        if not links or parsed.chunks[phrase.last + 1].kind is not Kind.NOUN:
            break
        phrase = Phrase(first, phrase.last + 2)
    return phrase


def _noun_behind(parsed: Parsed, at: int) -> int | None:
    """Where the noun that begins at a chunk ends; quotation marks around it belong to it."""
    quoted = at < len(parsed.chunks) and parsed.lower(at) in _QUOTES
    at += quoted
    if at >= len(parsed.chunks) or parsed.chunks[at].kind not in NOMINAL:
        return None
    return at + 1 + (quoted and at + 1 < len(parsed.chunks) and parsed.lower(at + 1) in _QUOTES)


def subject_of(parsed: Parsed, verb: int, *, depth: int = 0) -> Phrase | None:
    """The noun phrase that a verb group tells about; None where the sentence has none for it."""
    chunks = parsed.chunks
    group = chunks[verb].verb
    if group is None or depth > _DEEPEST:
        return None
    at = _behind_subject(parsed, verb)
    if at == 0:
        return _subject_of_next(parsed, verb, depth=depth) if group.tense not in FINITE else None
    before = chunks[at - 1]
    if before.kind is Kind.SUBORDINATOR:
        return _antecedent(parsed, at - 1)
    if group.coordinated:
        return _subject_of_previous(parsed, at, depth=depth)
    if group.tense is Tense.GERUND:
        return _subject_of_gerund(parsed, at) or _subject_of_previous(parsed, at, depth=depth)
    if group.tense is Tense.INFINITIVE:
        return _foreseen(parsed, at) or _subject_of_previous(parsed, at, depth=depth)
    if before.kind is Kind.CONJUNCTION:
        phrase = phrase_before(parsed, at) if group.tense in FINITE else None
        return phrase or _subject_of_previous(parsed, at, depth=depth)
    if parsed.lower(at - 1) in _ASIDES | {")"}:
        return _subject_behind_mark(parsed, verb, at=at, depth=depth)
    phrase = phrase_before(parsed, at)
    if phrase is None:
        return _subject_of_previous(parsed, at, depth=depth)
    return _before_reduced(parsed, _of_its_clause(parsed, phrase))


def _foreseen(parsed: Parsed, at: int) -> Phrase | None:
    """The object of a verb that foresees, which does what the infinitive behind it says: "wants exports to double"."""
    phrase = phrase_before(parsed, at) if parsed.chunks[at - 1].kind in NOMINAL else None
    group = parsed.chunks[phrase.first - 1].verb if phrase is not None and phrase.first > 0 else None
    return phrase if group is not None and group.has("foresee") and not group.passive else None


def _of_its_clause(parsed: Parsed, phrase: Phrase) -> Phrase:
    """The phrase without what is the object of the clause before: "it has 300 labs and exports rose"."""
    group = parsed.chunks[phrase.first - 1].verb if phrase.first > 0 else None
    if group is None or group.tense not in FINITE or group.has("report"):
        return phrase
    links = [at for at in range(phrase.first, phrase.last) if parsed.chunks[at].kind is Kind.CONJUNCTION]
    return Phrase(links[-1] + 1, phrase.last) if links else phrase


def _behind_subject(parsed: Parsed, verb: int) -> int:
    """Where the subject of a verb ends, adverbs, times and the end of a quotation between the two skipped."""
    group = parsed.chunks[verb].verb
    may_close = group is not None and not group.has("report")
    at = verb
    while at > 0 and (parsed.chunks[at - 1].kind in SKIPPED or (may_close and parsed.lower(at - 1) in _CLOSES)):
        at -= 1  # 'Acme, known as "the Giant," has'
    return at


def _subject_of_gerund(parsed: Parsed, at: int) -> Phrase | None:
    """The noun before an -ing form, or before an insertion that ends there and behind "with"."""
    if parsed.chunks[at - 1].kind in NOMINAL:
        phrase = phrase_before(parsed, at)
        is_adverb = phrase is not None and phrase.first > 0 and parsed.lower(phrase.first - 1) == "for"
        return None if is_adverb else phrase  # "for the first time exceeding"
    inside = _before_insertion(parsed, at - 1) if parsed.lower(at - 1) == "," else None
    is_held = inside is not None and inside.first > 0 and parsed.lower(inside.first - 1) == "with"
    return inside if is_held else None  # "with Acme, an arm of Apex, selling 480,000 cars"


def _subject_behind_mark(parsed: Parsed, verb: int, *, at: int, depth: int) -> Phrase | None:
    """The subject of a verb behind a comma: what the insertion before it belongs to, or that of another verb."""
    inside = _before_insertion(parsed, at - 1)
    group = parsed.chunks[verb].verb
    if group is not None and group.tense in FINITE:
        return inside or _subject_of_previous(parsed, at, depth=depth)
    return _subject_of_previous(parsed, at, depth=depth) or _subject_of_next(parsed, verb, depth=depth)


def _before_reduced(parsed: Parsed, phrase: Phrase) -> Phrase:
    """The phrase that a reduced relative clause hangs on: "offices set up by firms" of "firms"."""
    at = phrase.first
    while at > 0 and parsed.chunks[at - 1].kind in {Kind.PREPOSITION, Kind.ADVERB}:
        at -= 1
    group = parsed.chunks[at - 1].verb if at > 0 else None
    if group is not None and group.tense in FINITE and at < phrase.first:
        return _before_relative(parsed, at - 1) or phrase
    if group is None or group.tense not in {Tense.PARTICIPLE, Tense.GERUND}:
        return phrase
    longer = phrase_before(parsed, at - 1) if at > 1 and parsed.chunks[at - 2].kind in NOMINAL | SKIPPED else None
    return _before_reduced(parsed, longer) if longer is not None else phrase


def _before_relative(parsed: Parsed, verb: int) -> Phrase | None:
    """What the relative clause of a verb hangs on, without commas: "the campus that Acme is building in Ningbo"."""
    for at in range(verb - 1, 0, -1):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.SUBORDINATOR:
            is_relative = parsed.lower(at) in _RELATIVES and parsed.chunks[at - 1].kind in NOMINAL
            return phrase_before(parsed, at) if is_relative else None
        if chunk.kind not in NOMINAL | {Kind.PREPOSITION}:
            return None
    return None


def is_in_contact_clause(parsed: Parsed, subject: Phrase) -> bool:
    """Whether a subject follows the noun that its clause describes: "the places we visited"."""
    return (
        subject.first > 0
        and parsed.chunks[subject.first - 1].kind is Kind.NOUN
        and not is_genitive(parsed, subject.first - 1)
    )


def is_subordinate(parsed: Parsed, verb: int) -> bool:
    """Whether a subordinator or relative pronoun opens the clause of a verb; "that" behind a verb of saying is none."""
    for at in range(verb - 1, -1, -1):
        chunk = parsed.chunks[at]
        if chunk.kind is Kind.SUBORDINATOR:
            return not _is_told(parsed, at + 1)
        if chunk.kind is Kind.VERB or (chunk.kind is Kind.MARK and parsed.lower(at) != "."):
            return False
    return False


def _is_told(parsed: Parsed, at: int) -> bool:
    """Whether "that" before a chunk opens what is said, and no relative clause."""
    if at < 2 or parsed.lower(at - 1) != "that":
        return False
    before = at - 2
    while before > 0 and parsed.chunks[before].kind in SKIPPED:
        before -= 1
    group = parsed.chunks[before].verb
    return group is not None and group.has("report")


def _antecedent(parsed: Parsed, relative: int) -> Phrase | None:
    """What a relative pronoun stands for; a subordinator that is none gives no subject."""
    if parsed.lower(relative) not in _RELATIVES:
        return None
    at = relative
    while at > 0 and parsed.chunks[at - 1].kind in {Kind.MARK, Kind.PREPOSITION}:
        at -= 1
    near = phrase_before(parsed, at, prepositions=frozenset({"of"}))
    named = near is not None and any(
        name.last == parsed.chunks[near.last - 1].last for name in parsed.names
    )  # "exports from Xiamen, which rose"
    if near is not None and near.first > 0 and parsed.lower(near.first - 1) == "by":
        return near  # "a plant in Ningbo by Acme, which makes"
    return phrase_before(parsed, at) if named else near


def _before_insertion(parsed: Parsed, comma: int) -> Phrase | None:
    """The phrase before an insertion between two commas that ends here."""
    for at in range(comma - 1, -1, -1):
        mark = parsed.lower(at) if parsed.chunks[at].kind is Kind.MARK else ""
        if mark in STOPS:
            return None
        if mark in _ASIDES | {"("} and at > 0:
            phrase = phrase_before(parsed, at)
            if phrase is not None and (
                not _follows_preposition(parsed, phrase) or parsed.lower(phrase.first - 1) == "with"
            ):
                return phrase
    return phrase_before(parsed, comma)


def _follows_preposition(parsed: Parsed, phrase: Phrase) -> bool:
    return phrase.first > 0 and parsed.chunks[phrase.first - 1].kind is Kind.PREPOSITION


def _subject_of_previous(parsed: Parsed, at: int, *, depth: int) -> Phrase | None:
    for index in range(at - 1, -1, -1):
        chunk = parsed.chunks[index]
        if chunk.kind is Kind.MARK and parsed.lower(index) in STOPS:
            return None
        if chunk.kind is Kind.VERB and chunk.verb is not None and chunk.verb.tense in FINITE:
            return subject_of(parsed, index, depth=depth + 1)
    return None


def _subject_of_next(parsed: Parsed, verb: int, *, depth: int) -> Phrase | None:
    for index in range(verb + 1, len(parsed.chunks)):
        group = parsed.chunks[index].verb
        if group is not None and group.tense in FINITE:
            return subject_of(parsed, index, depth=depth + 1)
    return None


def conjuncts(parsed: Parsed, phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrases that a list is made of: "A, B and C" are three."""
    parts, first = list[Phrase](), phrase.first
    for index in range(phrase.first, phrase.last):
        if parsed.chunks[index].kind is Kind.CONJUNCTION or parsed.lower(index) == ",":
            if index > first:
                parts.append(Phrase(first, index))
            first = index + 1
    return (*parts, Phrase(first, phrase.last)) if first < phrase.last else tuple(parts)
