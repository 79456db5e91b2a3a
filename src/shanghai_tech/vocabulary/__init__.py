"""Knowledge as data: words, units, names and cues, read from TOML into frozen tables."""

from shanghai_tech.vocabulary.load import Vocabulary, load_vocabulary

__all__ = ["Vocabulary", "load_vocabulary"]
