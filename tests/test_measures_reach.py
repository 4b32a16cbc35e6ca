"""Great-circle distances against geopy, geometry and worked values."""

from __future__ import annotations

import math

import pytest
from geopy.distance import great_circle  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.reach import EARTH_RADIUS_KM, great_circle_distance, reach_summary

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
HALF_WAY_ROUND = math.pi * EARTH_RADIUS_KM


def between(start: tuple[float, float], end: tuple[float, float]) -> float:
    return float(great_circle_distance(*start, [end[0]], [end[1]]).iloc[0])


@given(POINTS, POINTS)
def test_distance_agrees_with_geopy(start: tuple[float, float], end: tuple[float, float]) -> None:
    expected = great_circle(start, end, radius=EARTH_RADIUS_KM).km
    assert between(start, end) == pytest.approx(expected, rel=1e-7, abs=1e-3)


@given(POINTS, POINTS, POINTS)
def test_distance_is_a_metric(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    assert between(a, a) == 0
    assert between(a, b) == pytest.approx(between(b, a), rel=1e-12)
    assert 0 <= between(a, b) <= HALF_WAY_ROUND * (1 + 1e-12)
    assert between(a, c) <= between(a, b) + between(b, c) + 1e-3


@given(POINTS)
def test_turning_the_globe_changes_nothing(point: tuple[float, float]) -> None:
    latitude, longitude = point
    turned = (longitude + 90) / 2
    assert between((10, 0), (latitude, longitude / 2)) == pytest.approx(
        between((10, 45), (latitude, turned)), rel=1e-9, abs=1e-6
    )


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ((0, 0), (0, 180), 1),
        ((90, 0), (-90, 0), 1),
        ((19.2, -48.7), (-19.2, 131.3), 1),  # rounding lifts the haversine above 1
        ((0, 0), (90, 77), 1 / 2),
        ((0, 0), (0, 1), 1 / 180),
        ((0, 179.5), (0, -179.5), 1 / 180),
        ((90, -120), (90, 60), 0),
    ],
)
def test_parts_of_half_a_circle(
    start: tuple[float, float], end: tuple[float, float], part: float
) -> None:
    assert between(start, end) == pytest.approx(part * HALF_WAY_ROUND, rel=1e-12, abs=1e-9)


def test_summary_of_the_chosen_places() -> None:
    summary = reach_summary([10.0, 99.0, 20.0, 60.0], [True, False, True, True])
    assert summary == {"count": 3, "min": 10, "median": 20, "mean": 30, "max": 60}


@given(st.lists(st.floats(0, 20_000), min_size=1, max_size=12))
def test_summary_is_ordered(distances: list[float]) -> None:
    summary = reach_summary(distances, [True] * len(distances))
    assert summary["count"] == len(distances)
    assert summary["min"] == min(distances) <= summary["median"] <= summary["max"] == max(distances)
    assert summary["min"] * (1 - 1e-12) <= summary["mean"] <= summary["max"] * (1 + 1e-12)
