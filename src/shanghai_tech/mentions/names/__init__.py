"""Names: which stretches of text name something."""

from shanghai_tech.mentions.names.find import NameKind, NameMention, find_names

__all__ = ["NameKind", "NameMention", "find_names"]
