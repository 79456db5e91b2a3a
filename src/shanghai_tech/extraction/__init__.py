"""Mentions → records, by numbered rules; see docs/rules.md."""

from shanghai_tech.extraction.assemble import Extraction, extract

__all__ = ["Extraction", "extract"]
