"""Herfindahl–Hirschman index (Rhoades 1993, Fed. Res. Bulletin 79; Simpson 1949, Nature 163)."""

from __future__ import annotations

from fractions import Fraction

from analysis.errors import ArgumentError
from analysis.measures import checks


def herfindahl_hirschman(counts: checks.Vector) -> float:
    r"""Return :math:`\sum_i s_i^2` of the shares, from 1/R (even) to 1 (all in one region).

    Parameters
    ----------
    counts : array-like of float, shape (R,), at least 0, not all zero

    Examples
    --------
    >>> herfindahl_hirschman([3, 3, 0])
    0.5
    """
    values = [Fraction(value) for value in checks.weights("counts", counts)]
    return float(sum(value**2 for value in values) / sum(values) ** 2)


def herfindahl_hirschman_unbiased(counts: checks.Vector) -> float:
    r"""Return :math:`\sum_i n_i (n_i - 1) / (N (N - 1))`, of mean :math:`\sum_i p_i^2` by chance.

    Parameters
    ----------
    counts : array-like of int, shape (R,), at least 0, sum at least 2

    Examples
    --------
    >>> herfindahl_hirschman_unbiased([3, 3, 0])
    0.4
    """
    values = checks.vector("counts", counts, "count").tolist()
    if (total := sum(values)) < 2:
        raise ArgumentError("counts", values, "at least 2 items in all")
    return float(Fraction(sum(n * (n - 1) for n in values), total * (total - 1)))


def herfindahl_hirschman_expected(n: int, probabilities: checks.Vector) -> float:
    r"""Return the mean index of `n` independent items, :math:`1/n + (1 - 1/n) \sum_i p_i^2`.

    Parameters
    ----------
    n : int, at least 1
    probabilities : array-like of float, shape (R,), at least 0, sum 1

    Examples
    --------
    >>> round(herfindahl_hirschman_expected(11, [1 / 6] * 6), 4)
    0.2424
    """
    checks.whole_number("n", n, low=1)
    values = checks.weights("probabilities", probabilities)
    if abs(values.sum() - 1) > 1e-9:
        raise ArgumentError("probabilities", values.tolist(), "numbers that sum to 1")
    return float(1 / n + (1 - 1 / n) * (values**2).sum())
