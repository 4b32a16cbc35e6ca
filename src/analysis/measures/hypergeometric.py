"""Exact hypergeometric tails, exploratory (Feller 1968, Introduction to Probability 1, II.6)."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from analysis.measures import checks


def hypergeometric_at_least(x: int, population: int, successes: int, draws: int) -> Fraction:
    r"""Return :math:`P(X \ge x) = \sum_{k \ge x} \binom{K}{k} \binom{N-K}{n-k} / \binom{N}{n}`.

    Parameters
    ----------
    x : int, at least 0
    population : int, N, at least 1
    successes, draws : int, units marked (K) and drawn (n), from 0 to `population`

    Examples
    --------
    >>> hypergeometric_at_least(1, population=4, successes=2, draws=2)
    Fraction(5, 6)
    """
    checks.whole_number("population", population, low=1)
    others = population - checks.whole_number("successes", successes, high=population)
    checks.whole_number("draws", draws, high=population)
    drawn = range(checks.whole_number("x", x), draws + 1)
    ways = sum(comb(successes, k) * comb(others, draws - k) for k in drawn)
    return Fraction(ways, comb(population, draws))


def hypergeometric_at_most(x: int, population: int, successes: int, draws: int) -> Fraction:
    r"""Return :math:`P(X \le x)`; parameters as of :func:`hypergeometric_at_least`.

    Examples
    --------
    >>> hypergeometric_at_most(0, population=4, successes=2, draws=2)
    Fraction(1, 6)
    """
    x = checks.whole_number("x", x)
    return 1 - hypergeometric_at_least(x + 1, population, successes, draws)
