"""Numbers and quantities: numerals, units, bounds, rates, ranks."""

from shanghai_tech.mentions.amounts.find import find_quantities

__all__ = ["find_quantities"]
