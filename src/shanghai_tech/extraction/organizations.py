"""Who is who → organizations: one record for each body that an article names, with its people."""

from __future__ import annotations

from collections.abc import Iterator

from shanghai_tech.extraction.entities import Entities, Entity
from shanghai_tech.extraction.entities.entity import Holding
from shanghai_tech.mentions.names import NameKind, NameMention
from shanghai_tech.model import Article, Evidence, Organization, OrganizationKind, Person, record_id


def organizations_of(entities: Entities, article: Article, *, digest: str) -> Iterator[Organization]:
    """The organizations of an article in the order of first mentions; `digest` is that of the article."""
    people: dict[int, list[Holding]] = {}
    for holding in entities.holdings:
        people.setdefault(id(holding.at), []).append(holding)
    for entity in entities.entities:
        if entity.kind is NameKind.ORGANIZATION:
            yield _organization(entity, people.get(id(entity), []), article, digest=digest)


def _organization(entity: Entity, holdings: list[Holding], article: Article, *, digest: str) -> Organization:
    first = entity.mentions[0].span
    people = dict.fromkeys(Person(name=each.person.name, role=each.role or None) for each in holdings)
    return Organization(
        id=record_id("organization", digest, first.start, first.end),
        name=entity.name,
        aliases=entity.aliases,
        kind=OrganizationKind(entity.detail or "company"),
        people=tuple(people),
        evidence=tuple(sorted(_evidence(entity, holdings, article))),
    )


def _evidence(entity: Entity, holdings: list[Holding], article: Article) -> Iterator[Evidence]:
    """Where it is named, by what tells that it is an organization, and where the people are named with their roles."""
    for mention in entity.mentions:
        yield article.cite(mention.span, rule=_rule(mention))
    named = {mention.span for mention in entity.mentions}
    for span in dict.fromkeys(holding.span for holding in holdings):
        if span not in named:
            yield article.cite(span, rule="R")


def _rule(mention: NameMention) -> str:
    """E1 the vocabulary knows the name; E2 a word of the name tells; E3 what stands around it, here or elsewhere."""
    return "E1" if mention.entry else "E2" if mention.detail else "E3"
