"""Time expressions: what a stretch of text says about when."""

from shanghai_tech.mentions.times.find import find_periods

__all__ = ["find_periods"]
