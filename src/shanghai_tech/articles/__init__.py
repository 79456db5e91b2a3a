"""Raw text → document: page furniture masked, the head read, the body split into sentences, the day of writing told."""

from shanghai_tech.articles.document import Document, Masked, Part, Sentence
from shanghai_tech.articles.read import read_article, split_text

__all__ = ["Document", "Masked", "Part", "Sentence", "read_article", "split_text"]
