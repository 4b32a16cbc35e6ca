"""Partially identified park counts: what a stated total and named places leave open."""

from __future__ import annotations

import pandas as pd

from analysis.errors import ArgumentError
from analysis.measures import checks


def park_bounds(named: checks.Vector, total: int, qualifier: str = "exact",
                may_host: checks.Vector | None = None) -> pd.DataFrame:  # fmt: skip
    r"""Return sharp bounds of parks by place, ``parks_lower`` (int64), ``parks_upper`` (Int64).

    Parameters
    ----------
    named : array-like of int, shape (N,), at least 0
        Parks that each place holds for certain: one for each province named in it.
    total : int, at least 0
        Stated number of parks; if "exact" or "at_most", no less than are named.
    qualifier : {"exact", "at_least", "at_most", "approx"}
    may_host : array-like of bool, shape (N,), optional
        Places that may hold more than `named`; otherwise all may.

    Notes
    -----
    With :math:`u = \max(t - \sum_i n_i, 0)` left over, a host holds :math:`n_i` to :math:`n_i + u`
    parks, others :math:`n_i`. A sole host takes all of :math:`u` if "exact" or "at_least".
    "at_least" and "approx" leave the upper bound of hosts open (missing). Some allocation of whole
    parks attains each bound (Manski 2003, Partial Identification of Probability Distributions).

    Examples
    --------
    >>> park_bounds(pd.Series({"north": 1, "south": 0}), total=4)
           parks_lower  parks_upper
    north            1            4
    south            0            3
    """
    if qualifier not in ("exact", "at_least", "at_most", "approx"):
        raise ArgumentError("qualifier", qualifier, "exact, at_least, at_most or approx")
    lower = checks.vector("named", named, "count")
    may_host = [True] * len(lower) if may_host is None else may_host
    hosts = checks.vector("may_host", may_host, "truth value", like=lower)
    left = checks.whole_number("total", total) - int(lower.sum())
    if left < 0 and qualifier in ("exact", "at_most"):
        raise ArgumentError("total", total, f"at least the {lower.sum()} parks named")
    room = max(left, 0) * hosts
    unlimited = hosts & (qualifier in ("at_least", "approx"))
    upper = (lower + room).astype("Int64").mask(unlimited)
    if qualifier in ("exact", "at_least") and hosts.sum() < 2:
        if left > 0 and not hosts.any():
            raise ArgumentError("may_host", "no place", f"a place for the other {left} parks")
        lower = lower + room
    return pd.DataFrame({"parks_lower": lower, "parks_upper": upper})
