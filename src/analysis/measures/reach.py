"""Great-circle distance from a home point, on a sphere of the Earth's mean radius."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import ArgumentError
from analysis.measures import checks

EARTH_RADIUS_KM = 6371.0088  # mean radius of GRS 80 (Moritz 2000, Journal of Geodesy 74)


def great_circle_distance(latitude: float, longitude: float, latitudes: checks.Vector,
                          longitudes: checks.Vector) -> pd.Series:  # fmt: skip
    r"""Return the distances in km from a home point, by the haversine formula.

    :math:`2 r \arcsin \sqrt{\sin^2(\Delta\varphi / 2) + \cos\varphi_1 \cos\varphi_2
    \sin^2(\Delta\lambda / 2)}` with r = 6371.0088 km (Sinnott 1984, Sky and Telescope 68).

    Parameters
    ----------
    latitude, longitude : float, degrees, from -90 to 90 and from -180 to 180
    latitudes, longitudes : array-like of float, shape (N,), in the same ranges

    Examples
    --------
    >>> great_circle_distance(0, 0, [0, 90], [1, 0]).round(1).tolist()
    [111.2, 10007.6]
    """
    phi_0 = np.radians(checks.vector("latitude", [latitude], "number", -90, 90).iloc[0])
    lambda_0 = np.radians(checks.vector("longitude", [longitude], "number", -180, 180).iloc[0])
    phi = np.radians(checks.vector("latitudes", latitudes, "number", -90, 90))
    lambdas = np.radians(checks.vector("longitudes", longitudes, "number", -180, 180, phi))
    along, across = np.sin((phi - phi_0) / 2), np.sin((lambdas - lambda_0) / 2)
    haversine = along**2 + np.cos(phi) * np.cos(phi_0) * across**2
    half_angle: pd.Series = np.arcsin(np.sqrt(haversine.clip(upper=1)))
    return 2 * EARTH_RADIUS_KM * half_angle


def reach_summary(distances: checks.Vector, mask: checks.Vector) -> dict[str, float]:
    """Return count, min, median, mean and max of the distances that a mask selects.

    Parameters
    ----------
    distances : array-like of float, shape (N,), km, at least 0
    mask : array-like of bool, shape (N,), at least one true

    Examples
    --------
    >>> reach_summary([1.0, 2.0, 9.0], mask=[True, True, False])
    {'count': 2.0, 'min': 1.0, 'median': 1.5, 'mean': 1.5, 'max': 2.0}
    """
    values = checks.vector("distances", distances, "number")
    chosen = values[checks.vector("mask", mask, "truth value", like=values)]
    if chosen.empty:
        raise ArgumentError("mask", "no place", "at least one place")
    return {name: float(chosen.agg(name)) for name in ("count", "min", "median", "mean", "max")}
