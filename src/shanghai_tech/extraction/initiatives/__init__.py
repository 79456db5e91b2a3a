"""Initiatives: who undertakes what."""
