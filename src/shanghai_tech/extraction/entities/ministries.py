"""Ministers → their ministries: "Trade Minister Ann Lee" is of the Ministry of Trade that the article names (R13).

A minister of other things, where the article names one cabinet or government and no more, is a member of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from shanghai_tech.extraction.entities.entity import Entity
from shanghai_tech.extraction.entities.scenes import Scene
from shanghai_tech.mentions.names import NameKind

_MEMBERS: Final = frozenset({"minister", "secretary", "ministers", "undersecretary"})
_HOUSES: Final = frozenset({"ministry", "department", "bureau", "office"})
_CABINETS: Final = frozenset({"cabinet", "government"})
_SMALL: Final = frozenset(
    {"of", "for", "and", "the", "&", ",", "at", "its", "deputy", "vice", "state", "prime", "chief"}
)


@frozen
class Ministries:
    """The ministries of an article by the words for what they are concerned with, and its cabinets."""

    houses: Sequence[tuple[frozenset[str], Entity]]
    cabinets: Sequence[Entity]

    @classmethod
    def named_in(cls, scenes: Sequence[Scene]) -> Ministries:
        """The ministries and cabinets that the sentences name."""
        bodies = dict.fromkeys(
            entity for scene in scenes for _, entity in scene.named if entity.kind is NameKind.ORGANIZATION
        )
        houses = [
            (_fields(" ".join((each.name, *each.aliases))), each)
            for each in bodies
            if _HOUSES & set(each.name.lower().split())
        ]
        names = [(each, each.name.lower().split()) for each in bodies]
        return cls(houses, [each for each, words in names if _CABINETS & {words[0], words[-1]}])

    def of(self, role: str) -> Entity | None:
        """The body that a minister is of by the words of the role; None where that is no minister."""
        words = role.lower().replace(",", " ").replace("/", " ").split()
        if not _MEMBERS & set(words):
            return None
        fields = _fields(role) - _MEMBERS
        if not fields:
            return self.houses[0][1] if len(self.houses) == 1 and words[-1] == "minister" else None
        found = next((house for about, house in self.houses if fields <= about), None)
        is_minister = "minister" in words
        return found or (self.cabinets[0] if is_minister and len(self.cabinets) == 1 else None)


def _fields(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace(",", " ").replace("/", " ").split()) - _SMALL - _HOUSES
