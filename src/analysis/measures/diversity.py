"""Effective number (Hill 1973, Ecology 54), evenness (Pielou 1966, J. Theoretical Biology 13)."""

from __future__ import annotations

import math

from analysis.errors import ArgumentError
from analysis.measures import checks
from analysis.measures.shares import shares


def effective_number(counts: checks.Vector, order: int = 2) -> float:
    r"""Return Hill's number of equally used regions, :math:`(\sum_i s_i^q)^{1 / (1 - q)}`.

    Parameters
    ----------
    counts : array-like of float, shape (R,), at least 0, not all zero
    order : {0, 1, 2}
        0 counts the regions used, 1 is the limit :math:`\exp(-\sum_i s_i \ln s_i)`, 2 is 1/HHI.

    Examples
    --------
    >>> effective_number([2, 2, 0])
    2.0
    """
    used = [share for share in shares(counts) if share > 0]
    if order == 1:
        return math.exp(-math.fsum(share * math.log(share) for share in used))
    if order not in (0, 2):
        raise ArgumentError("order", order, "0, 1 or 2")
    return float(math.fsum(share**order for share in used) ** (1 / (1 - order)))


def shannon_evenness(counts: checks.Vector) -> float:
    r"""Return :math:`-\sum_i s_i \ln s_i / \ln R`, from 0 (all in one region) to 1 (even).

    Parameters
    ----------
    counts : array-like of float, shape (R >= 2,), at least 0, not all zero; empty regions too

    Examples
    --------
    >>> shannon_evenness([1, 1, 0, 0])
    0.5
    """
    entropy = math.log(effective_number(counts, order=1))
    if len(counts) == 1:
        raise ArgumentError("counts", counts, "at least 2 regions")
    return min(entropy / math.log(len(counts)), 1.0)
