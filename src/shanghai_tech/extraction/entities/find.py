"""The names of an article → who is who: an entity for each thing named, its kind, its people, and what points to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import Factory, evolve, field, frozen

from shanghai_tech.extraction.entities.clusters import clusters_of, with_surnames
from shanghai_tech.extraction.entities.entity import Entity, Holding, Pointed
from shanghai_tech.extraction.entities.hero import hero_of
from shanghai_tech.extraction.entities.introductions import without_other_meanings
from shanghai_tech.extraction.entities.kinds import Judged, is_noise, judge, signs_of
from shanghai_tech.extraction.entities.knowledge import Knowledge, knowledge_of
from shanghai_tech.extraction.entities.main_place import main_place, surroundings, with_surroundings
from shanghai_tech.extraction.entities.people import holdings_of
from shanghai_tech.extraction.entities.referring import referred
from shanghai_tech.extraction.entities.repeats import with_titles
from shanghai_tech.extraction.entities.scenes import Scene
from shanghai_tech.extraction.entities.signs import KINDS
from shanghai_tech.mentions.mention import Tagged
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.mentions.words.tags import CONJUNCTION, DETERMINER, GENITIVE, NAME, NOMINAL, PREPOSITION, PUNCT
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

__all__ = ["Entities", "Entity", "Holding", "find_entities"]

#: How many mentions back a description may point; and how many words a noun phrase before its name may have.
_WINDOW: Final = 400
_LONGEST_PHRASE: Final = 12
_LONGEST_ACRONYM: Final = 4
#: Last words of roles that tell where somebody was.
_PAST: Final = ("alumna", "alumnus", "graduate")
_DASHES: Final = frozenset({"-", "--", "—", "–"})


def _by_span(found: Entities) -> Mapping[Span, Entity]:
    return {each.mention.span: each.entity for each in found.pointed}


def _starts(found: Entities) -> tuple[int, ...]:
    return tuple(each.mention.span.start for each in found.pointed)


def _by_name(found: Entities) -> Mapping[str, Entity]:
    return {each.name: each for each in reversed(found.entities)}


def _roles(found: Entities) -> Mapping[int, Sequence[Holding]]:
    roles: dict[int, list[Holding]] = {}
    for holding in found.holdings:
        roles.setdefault(id(holding.person), []).append(holding)
    return roles


@frozen(kw_only=True, eq=False)
class Entities:
    """Everything that an article names, in the order of first mentions, and the roles it tells.

    `main_place` is the place, most often a city, that the article is about; `around` are the places that it lies in,
    the narrowest first; `hero` is the body, site or thing that it is about, where that is clear.
    """

    entities: tuple[Entity, ...] = ()
    main_place: Entity | None = None
    around: tuple[Entity, ...] = ()
    hero: Entity | None = None
    holdings: tuple[Holding, ...] = ()
    pointed: tuple[Pointed, ...] = field(default=(), repr=False)
    knowledge: Knowledge | None = field(default=None, repr=False)
    _by_span: Mapping[Span, Entity] = field(init=False, repr=False, default=Factory(_by_span, takes_self=True))
    _starts: tuple[int, ...] = field(init=False, repr=False, default=Factory(_starts, takes_self=True))
    _by_name: Mapping[str, Entity] = field(init=False, repr=False, default=Factory(_by_name, takes_self=True))
    _roles: Mapping[int, Sequence[Holding]] = field(init=False, repr=False, default=Factory(_roles, takes_self=True))

    def at(self, span: Span) -> Entity | None:
        """What the name at a span names; None where it is no name after all."""
        return self._by_span.get(span)

    def named(self, name: str) -> Entity | None:
        """The first thing of a name that is its fullest."""
        return self._by_name.get(name)

    def refer(self, words: str, *, before: int) -> Entity | None:
        """What a definite description or pronoun at offset `before` points back to; None where nothing fits."""
        if self.knowledge is None:
            return None
        end = bisect_left(self._starts, before)
        earlier = self.pointed[max(0, end - _WINDOW) : end]
        scope = (self.main_place, *self.around) if self.main_place is not None else ()
        return referred(words, earlier, scope=scope, knowledge=self.knowledge)

    def width(self, entity: Entity) -> int:
        """How wide a place is by its kind; one of no known kind is as narrow as a district."""
        return self.knowledge.widths.get(entity.detail, 0) if self.knowledge is not None else 0

    def holder(self, words: str, *, before: int) -> Entity | None:
        """The last person named before an offset whose role a description tells: "the minister"."""
        post = words.lower().rpartition(" ")[2]
        end = bisect_left(self._starts, before)
        for each in reversed(self.pointed[max(0, end - _WINDOW) : end]):
            if each.entity.kind is NameKind.PERSON:
                roles = [holding.role.lower().split() for holding in self.roles_of(each.entity)]
                if any(post in role or post == "".join(word[0] for word in role) for role in roles):
                    return each.entity
        return None

    def people_of(self, entity: Entity) -> tuple[Holding, ...]:
        """Who holds which role at a body or place, in the order told."""
        return tuple(holding for holding in self.holdings if holding.at is entity)

    def roles_of(self, person: Entity) -> tuple[Holding, ...]:
        """The roles of a person, in the order told."""
        return tuple(self._roles.get(id(person), ()))

    def held_by(self, person: Entity) -> tuple[Holding, ...]:
        """The roles of a person at a body or place that are not told as over, in the order told."""
        return tuple(each for each in self.roles_of(person) if each.at is not None and not _is_over(each.role))

    def spoken_for(self, speaker: str) -> Entity | None:
        """The body, else the place, that a speaker of a name speaks for; None for a body that speaks itself.

        It is the first one that the speaker is told to hold a role at, and does not only belong to no longer.
        """
        person = self.named(speaker)
        if person is None or person.kind is not NameKind.PERSON:
            return None
        held = [each.at for each in self.held_by(person) if each.at is not None]
        return next((body for body in held if body.kind is NameKind.ORGANIZATION), held[0] if held else None)


def _is_over(role: str) -> bool:
    """Whether a role is one of the past: "former chairman", "graduate"."""
    return role.lower().startswith(("former", "ex-", "retired", "late ")) or role.lower().endswith(_PAST)


def find_entities(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]], vocabulary: Vocabulary
) -> Entities:
    """Who is who in an article, from its sentences (its title first, if it has one) and the names of each.

    >>> from shanghai_tech.mentions.mention import tagged
    >>> from shanghai_tech.mentions.names import find_names
    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "Ouyang Robotics Co Ltd will open a plant in Ningbo, said Ouyang's chairman."
    >>> vocabulary = load_vocabulary()
    >>> sentence = tagged(text, Span(0, len(text)), vocabulary)
    >>> found = find_entities([sentence], [find_names(sentence, vocabulary)], vocabulary)
    >>> [(each.name, each.aliases, each.detail) for each in found.entities]
    [('Ouyang Robotics Co Ltd', ('Ouyang',), 'company'), ('Ningbo', (), 'city')]
    >>> found.refer("the company", before=len(text)).name
    'Ouyang Robotics Co Ltd'
    """
    knowledge = knowledge_of(vocabulary)
    told = [
        [name for name in found if not _in_dateline(each, name)] for each, found in zip(sentences, names, strict=True)
    ]
    meant = with_titles(sentences, without_other_meanings(sentences, told))
    pointed = with_surroundings(_pointed(sentences, meant, knowledge), knowledge)
    main = main_place(pointed, knowledge)
    bare = Entities(
        entities=tuple(dict.fromkeys(each.entity for each in pointed)),
        main_place=main,
        around=surroundings(main, pointed, knowledge) if main is not None else (),
        hero=hero_of(pointed, main),
        pointed=pointed,
        knowledge=knowledge,
    )
    return evolve(bare, holdings=holdings_of(_scenes(sentences, bare, knowledge), main_place=main))


def _pointed(
    sentences: Sequence[Tagged], names: Sequence[Sequence[NameMention]], knowledge: Knowledge
) -> tuple[Pointed, ...]:
    """Each mention with its entity, in text order; what is no name after all is left out."""
    clusters = clusters_of(sentences, names, knowledge=knowledge)
    signs = signs_of(clusters, sentences, knowledge=knowledge)
    persons = [each.kind is NameKind.PERSON for each in judge(clusters, sentences, signs=signs)]
    joined = with_surnames(clusters, persons, knowledge=knowledge)
    known = {mention.span for each in clusters for mention in each.mentions if mention.entry}
    freed = (mention.span for each in joined for mention in each.mentions if not mention.entry)
    signs = {**signs, **{span: () for span in freed if span in known}}  # "Bloomberg", of a mayor
    small = frozenset(token.text for each in sentences for token in each.tokens if token.text == token.lower)
    pointed: list[Pointed] = []
    for each in judge(joined, sentences, signs=signs):
        if not is_noise(each, sentences, small_words=small):
            entity = _entity(each, knowledge)
            for mention, number in zip(each.cluster.mentions, each.cluster.sentences, strict=True):
                pointed.append(Pointed(mention, entity, number, _is_oblique(sentences[number], mention)))
    return tuple(sorted(pointed, key=lambda each: each.mention.span.start))


def _scenes(sentences: Sequence[Tagged], found: Entities, knowledge: Knowledge) -> list[Scene]:
    """Each sentence that names something, with who is who in it."""
    named: dict[int, list[tuple[NameMention, Entity]]] = {}
    for each in found.pointed:
        named.setdefault(each.sentence, []).append((each.mention, each.entity))

    def refer(words: str, before: int) -> Entity | None:
        return found.refer(words, before=before)

    return [Scene(sentences[number], names, refer, knowledge) for number, names in sorted(named.items())]


def _is_oblique(sentence: Tagged, name: NameMention) -> bool:
    """Whether the noun phrase that the name stands in, or the list that it ends, follows a preposition."""
    tokens, last = sentence.tokens, name.last
    goes_on = last + 1 < len(tokens) and tokens[last].text == "," and sentence.tags[last + 1] == NAME
    at, listed = name.first - 1, goes_on or (last < len(tokens) and sentence.tags[last] == CONJUNCTION)
    for _ in range(_LONGEST_PHRASE):
        while at >= 0 and sentence.tags[at] in NOMINAL | {DETERMINER, GENITIVE}:
            at -= 1
        joins = at > 0 and (sentence.tags[at] == CONJUNCTION or (listed and tokens[at].text == ","))
        if not joins or sentence.tags[at - 1] not in {NAME, PUNCT}:
            break
        listed, at = True, at - 1 - (tokens[at - 1].text == ",")
    return at >= 0 and sentence.tags[at] == PREPOSITION


def _in_dateline(sentence: Tagged, name: NameMention) -> bool:
    """Whether the name is that of the agency in "PLACE, March 3 (Agency) -- "."""
    texts = [token.text for token in sentence.tokens[max(0, name.first - 1) : name.last + 2]]
    return len(texts) > 3 and texts[0] == "(" and texts[-2] == ")" and texts[-1] in _DASHES


def _entity(judged: Judged, knowledge: Knowledge) -> Entity:
    mentions = judged.cluster.mentions
    names = tuple(dict.fromkeys(mention.name for mention in mentions))
    entry = next((mention.entry for mention in mentions if mention.entry), "")
    best = _best_name(names, judged.kind, entry=entry, knowledge=knowledge)
    return Entity(
        name=best,
        kind=judged.kind,
        detail=judged.detail,
        entry=entry,
        aliases=tuple(name for name in names if name != best),
        mentions=mentions,
        nouns=_own_nouns(judged, entry, knowledge),
    )


def _own_nouns(judged: Judged, entry: str, knowledge: Knowledge) -> frozenset[str]:
    """The nouns that an entity is called by; what the vocabulary knows as one thing is not called another."""
    if not entry:
        return judged.nouns
    things = ((noun, knowledge.referents.get(noun)) for noun in judged.nouns)
    return frozenset(noun for noun, told in things if told is None or KINDS[told.thing] is judged.kind)


def _best_name(names: Sequence[str], kind: NameKind, *, entry: str, knowledge: Knowledge) -> str:
    """The longest name, one in small letters before the same in capitals; a place only abbreviated is named in full."""
    best = max([name for name in names if not _shouts(name)] or names, key=len)
    if kind is NameKind.PLACE and best.isupper() and entry in knowledge.places:
        return knowledge.places[entry].names[0]
    return best


def _shouts(name: str) -> bool:
    """Whether a name is in capitals, or its first word is for no reason: XUHUI District."""
    first, _, rest = name.partition(" ")
    return name.isupper() or (len(first) > _LONGEST_ACRONYM and first.isupper() and rest != "" and not rest.isupper())
