"""Records, mentions and answers as text for others: one file a format. Answers bring the comparing with them."""

from shanghai_tech.export.jsonl import from_jsonl, mentions_to_jsonl, to_jsonl
from shanghai_tech.export.table import mentions_to_table, merged_to_table, to_table

__all__ = ["from_jsonl", "mentions_to_jsonl", "mentions_to_table", "merged_to_table", "to_jsonl", "to_table"]
