"""Bounds of park counts against every allocation of whole parks."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import ArgumentError
from analysis.measures.bounds import park_bounds

PLACES = st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=4)


def allocations(
    named: list[int], hosts: list[bool], sums: range
) -> list[tuple[int, ...]]:  # fmt: skip
    """Every allocation that respects names and hosts and has an allowed sum."""
    most = max(sums, default=0)
    ranges = [
        range(low, max(most, low) + 1) if host else [low]
        for low, host in zip(named, hosts, strict=True)
    ]
    return [each for each in product(*ranges) if sum(each) in sums]


@given(PLACES, st.integers(0, 5), st.sampled_from(["exact", "at_most"]))
def test_bounds_of_a_limited_total_are_sharp(
    places: list[tuple[int, bool]], left: int, qualifier: str
) -> None:
    named, hosts = [low for low, _ in places], [host for _, host in places]
    total = sum(named) + left
    sums = range(total, total + 1) if qualifier == "exact" else range(total + 1)
    possible = allocations(named, hosts, sums)
    if not possible:
        with pytest.raises(ArgumentError, match="may_host"):
            park_bounds(named, total, qualifier, hosts)
        return
    bounds = park_bounds(named, total, qualifier, hosts)
    assert bounds["parks_lower"].tolist() == [min(column) for column in zip(*possible, strict=True)]
    assert bounds["parks_upper"].tolist() == [max(column) for column in zip(*possible, strict=True)]


@given(PLACES, st.integers(0, 12))
def test_bounds_of_a_least_total_are_sharp(places: list[tuple[int, bool]], total: int) -> None:
    named, hosts = [low for low, _ in places], [host for _, host in places]
    horizon = max(total, sum(named)) + 3
    possible = allocations(named, hosts, range(total, horizon + 1))
    if not possible:
        with pytest.raises(ArgumentError, match="may_host"):
            park_bounds(named, total, "at_least", hosts)
        return
    bounds = park_bounds(named, total, "at_least", hosts)
    assert bounds["parks_lower"].tolist() == [min(column) for column in zip(*possible, strict=True)]
    highest = [max(column) for column in zip(*possible, strict=True)]
    for host, upper, found in zip(hosts, bounds["parks_upper"], highest, strict=True):
        if host:  # the higher the horizon, the more fit: nothing limits a host
            assert found >= horizon - sum(named)
            assert upper is pd.NA
        else:
            assert upper == found


@given(PLACES, st.integers(0, 12))
def test_an_approximate_total_bounds_nothing(places: list[tuple[int, bool]], total: int) -> None:
    named, hosts = [low for low, _ in places], [host for _, host in places]
    bounds = park_bounds(named, total, "approx", hosts)
    assert bounds["parks_lower"].tolist() == named
    assert bounds["parks_upper"].isna().tolist() == hosts
    assert bounds["parks_upper"].dropna().tolist() == [
        low for low, host in zip(named, hosts, strict=True) if not host
    ]


@given(st.lists(st.integers(0, 3), min_size=2, max_size=6), st.integers(0, 9))
def test_a_larger_total_only_widens_the_interval(named: list[int], left: int) -> None:
    total = sum(named) + left
    narrow, wide = park_bounds(named, total), park_bounds(named, total + 1)
    assert (wide["parks_lower"] <= narrow["parks_lower"]).all()
    assert (wide["parks_upper"] > narrow["parks_upper"]).all()


def test_eleven_parks_of_which_six_are_placed() -> None:
    bounds = park_bounds([1] * 6 + [0] * 57, 11)
    assert {*bounds.itertuples(index=False, name=None)} == {(1, 6), (0, 5)}


def test_regions_hold_their_named_count_to_that_plus_five() -> None:
    bounds = park_bounds(pd.Series({"delta": 3, "coast": 3, "southeast": 0}), 11)
    assert [*bounds.loc["delta"]] == [3, 8]
    assert [*bounds.loc["southeast"]] == [0, 5]


def test_merged_unit_holds_at_least_two() -> None:
    assert park_bounds([2, 1, 1, 1, 1, 0], 11).iloc[0].tolist() == [2, 7]


def test_home_that_may_not_host_stays_at_its_named_count() -> None:
    bounds = park_bounds([1, 0, 0], 4, "exact", [True, True, False])
    assert bounds["parks_upper"].tolist() == [4, 3, 0]


def test_sole_host_takes_all_that_is_left() -> None:
    bounds = park_bounds([1, 1], 5, "exact", [True, False])
    assert bounds["parks_lower"].tolist() == bounds["parks_upper"].tolist() == [4, 1]


@pytest.mark.parametrize("qualifier", ["at_least", "approx"])
def test_more_parks_named_than_loosely_stated_is_no_contradiction(qualifier: str) -> None:
    bounds = park_bounds([2, 2], 3, qualifier)
    assert bounds["parks_lower"].tolist() == [2, 2]
    assert bounds["parks_upper"].isna().all()


def test_integers_stay_integers() -> None:
    dtypes = park_bounds([1, 0], 3, "at_least").dtypes
    assert dtypes.astype(str).to_dict() == {"parks_lower": "int64", "parks_upper": "Int64"}
