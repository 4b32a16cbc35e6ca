"""Shares of a whole: of each category, and of what is covered."""

from __future__ import annotations

import pandas as pd

from analysis.measures import checks


def shares(counts: checks.Vector) -> pd.Series:
    r"""Return each category's share, :math:`s_i = x_i / \sum_j x_j`, from 0 to 1.

    Parameters
    ----------
    counts : array-like of float, shape (R,), at least 0, not all zero

    Examples
    --------
    >>> shares([1, 3]).tolist()
    [0.25, 0.75]
    """
    values = checks.weights("counts", counts)
    return values / values.sum()


def coverage_share(covered: checks.Vector, weights: checks.Vector | None = None) -> float:
    r"""Return the share covered, :math:`\sum_{i \in C} w_i / \sum_i w_i`, from 0 to 1.

    Parameters
    ----------
    covered : array-like of bool, shape (N,)
    weights : array-like of float, shape (N,), at least 0, not all zero, optional
        Area or population of each unit; otherwise all units weigh the same.

    Examples
    --------
    >>> coverage_share([True, False], weights=[30.0, 10.0])
    0.75
    """
    where = checks.vector("covered", covered, "truth value")
    values = checks.weights("weights", [1] * len(where) if weights is None else weights, where)
    return float((values * where).sum() / values.sum())  # sums alike in order: never above 1
