"""Location quotient (Isard, W. 1960. Methods of Regional Analysis. MIT Press)."""

from __future__ import annotations

import pandas as pd

from analysis.measures import checks
from analysis.measures.shares import shares


def location_quotient(counts: checks.Vector, base: checks.Vector) -> pd.Series:
    r"""Return :math:`(x_i / X) / (n_i / N)`; 1 is proportional, and the `base`-weighted mean.

    Parameters
    ----------
    counts : array-like of float, shape (R,), at least 0, not all zero
    base : array-like of float, shape (R,), above 0

    Examples
    --------
    >>> location_quotient([2, 1, 0], base=[5, 5, 5]).tolist()
    [2.0, 1.0, 0.0]
    """
    part = shares(counts)
    return part / shares(checks.vector("base", base, "number", 1 / checks.LARGEST, like=part))
