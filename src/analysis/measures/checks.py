"""What arguments of measures must be; a fault names the argument, the value and its position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import pandas as pd

from analysis.errors import ArgumentError

Vector: TypeAlias = pd.Series | np.ndarray | Sequence[float]
LARGEST = 2**53  # up to here every whole number is a float64, and sums stay finite
KINDS = {"number": ("iuf", "float64"), "count": ("iuf", "int64"), "truth value": ("b", "bool")}


def vector(argument: str, values: Vector, kind: str, low: float = 0, high: float = LARGEST,
           like: pd.Series | None = None) -> pd.Series:  # fmt: skip
    """Return a vector of one of `KINDS`; the index is kept, or that of `like`."""
    known = isinstance(values, np.ndarray | Sequence) and getattr(values, "ndim", 1) == 1
    series = values if isinstance(values, pd.Series) else pd.Series(list(values) if known else [])
    accepted, dtype = KINDS[kind]
    if series.empty or series.dtype.kind not in accepted:
        raise ArgumentError(argument, values, f"a non-empty vector of {kind}s")
    index = series.index if like is None else like.index
    if len(series) != len(index) or (series is values and not series.index.equals(index)):
        raise ArgumentError(argument, [*series.index], f"one {kind} for each of {[*index]}")
    array = series.to_numpy("float64", na_value=np.nan)
    good = (array >= low) & (array <= high) & ((np.floor(array) == array) | (kind == "number"))
    if not good.all():
        item = int(good.argmin())
        raise ArgumentError(argument, array[item].item(), f"{kind} {low} to {high} (item {item})")
    return pd.Series(array.astype(dtype), index)


def weights(argument: str, values: Vector, like: pd.Series | None = None) -> pd.Series:
    """Return numbers of at least 0, not all zero."""
    series = vector(argument, values, "number", like=like)
    if not series.any():
        raise ArgumentError(argument, series.tolist(), "numbers that are not all zero")
    return series


def whole_number(argument: str, value: object, low: int = 0, high: float = LARGEST) -> int:
    """Return an int from `low` to `high`."""
    if isinstance(value, int | np.integer) and not isinstance(value, bool) and low <= value <= high:
        return int(value)
    raise ArgumentError(argument, value, f"a whole number from {low} to {high}")
