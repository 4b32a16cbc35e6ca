"""Overlap of two sets of units (Jaccard, P. 1912. New Phytologist 11, 37), beside chance."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.measures import checks
from analysis.measures.hypergeometric import hypergeometric_at_most


@dataclass(frozen=True)
class Overlap:
    r"""Counts of units, and for random sets of these sizes (exploratory) mean and tail of `both`.

    `jaccard` is :math:`|A \cap B| / |A \cup B|`, NaN if both sets are empty; `expected`
    :math:`|A| |B| / N`; `p_at_most` the hypergeometric :math:`P(X \le |A \cap B|)`.
    """

    both: int
    only_first: int
    only_second: int
    neither: int
    jaccard: float
    expected: float
    p_at_most: float


def overlap(first: checks.Vector, second: checks.Vector) -> Overlap:
    """Return how two sets of units overlap.

    Parameters
    ----------
    first, second : array-like of bool, shape (N,)

    Examples
    --------
    >>> overlap([True, True, False, False], [False, True, False, False]).jaccard
    0.5
    """
    one = checks.vector("first", first, "truth value")
    other = checks.vector("second", second, "truth value", like=one)
    units, a, b, both = len(one), int(one.sum()), int(other.sum()), int((one & other).sum())
    jaccard = both / (a + b - both) if a + b else float("nan")
    chance = a * b / units, float(hypergeometric_at_most(both, units, a, b))
    return Overlap(both, a - both, b - both, units - a - b + both, jaccard, *chance)
