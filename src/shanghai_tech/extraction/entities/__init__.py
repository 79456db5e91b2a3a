"""Who is who in an article."""

from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.find import Entities, find_entities

__all__ = ["Entities", "Entity", "find_entities"]
