"""Exact numbers → numbers of a stated number of digits, rounded to a stated side; powers that are no fractions.

All is integer arithmetic. A power with a fractional exponent lies between the two numbers of `POWER_DIGITS` digits
next to it, which `power` returns; where it is itself such a number, both are that number. So the lower of two bases
never has the higher bound.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import isqrt
from typing import Final

#: How many significant digits a root is computed to.
POWER_DIGITS: Final = 24
#: With how many bits behind the point the first attempt at a root is made.
_BITS: Final = 128


class Side(Enum):
    """Where a number goes that does not end at the last digit."""

    DOWN = "down"
    UP = "up"
    NEAR = "near"


def magnitude(number: Fraction) -> int:
    """The power of ten of the first digit; 0 for 0.

    >>> magnitude(Fraction(400)), magnitude(Fraction(-1, 20)), magnitude(Fraction(0))
    (2, -2, 0)
    """
    if number == 0:
        return 0
    size = abs(number)
    guess = (size.numerator.bit_length() - size.denominator.bit_length()) * 30103 // 100_000
    while _ten(guess) > size:
        guess -= 1
    while _ten(guess + 1) <= size:
        guess += 1
    return guess


def rounded(number: Fraction, places: int, *, side: Side = Side.NEAR) -> Fraction:
    """The number with so many places behind the point, fewer than none of them too; halves go to the even digit.

    >>> rounded(Fraction(2, 3), 2), rounded(Fraction(2, 3), 2, side=Side.DOWN), rounded(Fraction(1234), -2)
    (Fraction(67, 100), Fraction(33, 50), Fraction(1200, 1))
    """
    scaled = number * _ten(places)
    match side:
        case Side.DOWN:
            whole = scaled.numerator // scaled.denominator
        case Side.UP:
            whole = -(-scaled.numerator // scaled.denominator)
        case Side.NEAR:
            whole = round(scaled)
    return whole / _ten(places)


def power(base: Fraction, exponent: Fraction) -> tuple[Fraction, Fraction]:
    """The two numbers of `POWER_DIGITS` digits between which a power of a positive number lies.

    >>> power(Fraction(9, 4), Fraction(-1, 2))[0] <= Fraction(2, 3) <= power(Fraction(9, 4), Fraction(-1, 2))[1]
    True
    >>> power(Fraction(8), Fraction(2, 3))
    (Fraction(4, 1), Fraction(4, 1))
    """
    if exponent < 0:
        return power(1 / base, -exponent)
    whole = exponent.numerator // exponent.denominator
    part = exponent - whole
    exact = _root(base, part.denominator)
    if exact is not None:
        result = base**whole * exact**part.numerator
        return _to_digits(result, Side.DOWN), _to_digits(result, Side.UP)
    bits = _BITS
    while True:  # ends: what is no fraction is no number of so many digits, so it lies between two of them
        low, high = (_to_digits(base**whole * each, Side.DOWN) for each in bounds_of_power(base, part, bits))
        if low == high:
            return low, low + _last_digit(low)
        bits *= 2


def _ten(exponent: int) -> Fraction:
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def _to_digits(number: Fraction, side: Side) -> Fraction:
    return rounded(number, POWER_DIGITS - 1 - magnitude(number), side=side)


def _last_digit(number: Fraction) -> Fraction:
    return _ten(magnitude(number) - POWER_DIGITS + 1)


def _root(base: Fraction, degree: int) -> Fraction | None:
    """The root that is a fraction, if there is one."""
    if base == 1 or degree == 1:
        return base
    if degree > max(base.numerator.bit_length(), base.denominator.bit_length()):
        return None  # 2 to the power of the degree is larger already
    above, below = _whole_root(base.numerator, degree), _whole_root(base.denominator, degree)
    is_exact = above**degree == base.numerator and below**degree == base.denominator
    return Fraction(above, below) if is_exact else None


def _whole_root(number: int, degree: int) -> int:
    """The largest whole number whose power is no larger, by Newton's method from above."""
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def bounds_of_power(base: Fraction, exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Between which a power lies whose exponent is between 0 and 1, about `bits` bits apart.

    The power is the product of the square root, the fourth root, … for which the exponent has a binary digit; each is
    rounded down for the lower bound, up for the higher, and the digits that are left out are one more for the higher.
    """
    if base < 1:
        low, high = bounds_of_power(1 / base, exponent, bits)
        return 1 / high, 1 / low
    one = 1 << bits
    down, up = base.numerator * one // base.denominator, -(-base.numerator * one // base.denominator)
    digits = exponent.numerator * one // exponent.denominator
    lowest = highest = one
    for at in range(bits - 1, -1, -1):
        down, up = isqrt(down << bits), _root_above(up << bits)
        if digits >> at & 1:
            lowest, highest = lowest * down >> bits, -(-highest * up >> bits)
    return Fraction(lowest, one), Fraction(-(-highest * up >> bits), one)


def _root_above(number: int) -> int:
    root = isqrt(number)
    return root if root * root == number else root + 1
