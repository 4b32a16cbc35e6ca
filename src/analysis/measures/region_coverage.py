"""How many regions units drawn at random would touch, exploratory (Feller 1968, 1, IV)."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pandas as pd

from analysis.measures import checks


def region_coverage(sizes: checks.Vector, draws: int) -> pd.Series:
    r"""Return exact probabilities (Fractions) of 0 to R regions touched.

    The coefficient of :math:`t^k x^n` in :math:`\prod_r (1 + t ((1 + x)^{m_r} - 1))` over
    :math:`\binom{M}{n}`, with :math:`m_r` units in region r, :math:`M` in all.

    Parameters
    ----------
    sizes : array-like of int, shape (R,), at least 0, not all zero
    draws : int, n, from 0 to the sum of `sizes`, without replacement

    Examples
    --------
    >>> region_coverage([2, 2], draws=2).tolist()
    [Fraction(0, 1), Fraction(1, 3), Fraction(2, 3)]
    """
    regions = checks.vector("sizes", checks.weights("sizes", sizes), "count").tolist()
    checks.whole_number("draws", draws, high=sum(regions))
    ways = {(0, 0): 1}  # (regions touched, units drawn) -> selections
    for size in regions:
        for (touched, drawn), number in [*ways.items()]:
            for more in range(1, min(size, draws - drawn) + 1):
                key = touched + 1, drawn + more
                ways[key] = ways.get(key, 0) + number * comb(size, more)
    found = [ways.get((k, draws), 0) for k in range(len(regions) + 1)]
    return pd.Series([Fraction(number, sum(found)) for number in found])


def region_coverage_at_most(k: int, sizes: checks.Vector, draws: int) -> Fraction:
    r"""Return :math:`P(K \le k)`, `k` at least 0; the rest as of :func:`region_coverage`.

    Examples
    --------
    >>> region_coverage_at_most(1, sizes=[2, 2], draws=2)
    Fraction(1, 3)
    """
    return Fraction(sum(region_coverage(sizes, draws)[: checks.whole_number("k", k) + 1]))
