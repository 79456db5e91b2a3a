"""A sentence as chunks, clauses and governors."""
