"""Bad arguments of every measure, and which kinds of vector are accepted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.errors import ArgumentError
from analysis.measures.bounds import park_bounds
from analysis.measures.concentration import (
    herfindahl_hirschman,
    herfindahl_hirschman_expected,
    herfindahl_hirschman_unbiased,
)
from analysis.measures.diversity import effective_number, shannon_evenness
from analysis.measures.hypergeometric import hypergeometric_at_least, hypergeometric_at_most
from analysis.measures.location_quotient import location_quotient
from analysis.measures.overlap import overlap
from analysis.measures.reach import great_circle_distance, reach_summary
from analysis.measures.region_coverage import region_coverage, region_coverage_at_most
from analysis.measures.shares import coverage_share, shares

NAN = float("nan")

NO_NUMBERS: dict[str, Any] = {
    "empty": [],
    "empty Series": pd.Series(dtype="float64"),
    "scalar": 5,
    "None": None,
    "text": "ab",
    "list of text": ["1", "2"],
    "dict": {0: 1, 1: 2},
    "set": {1, 2},
    "DataFrame": pd.DataFrame([[1, 2], [3, 4]]),
    "matrix": np.ones((2, 2)),
    "array without dimension": np.array(1.0),
    "ragged": [[1], [1, 2]],
    "bool": [True, False],
    "complex": [1, 2j],
    "dates": pd.to_datetime(pd.Series(["2023-03-25", "2025-07-01"])),
    "None inside": [1, None],
    "NaN": [1.0, NAN],
    "NA": pd.Series([1, pd.NA], dtype="Int64"),
    "infinite": [1.0, float("inf")],
    "negative": [3, -1],
    "too large": [1, 2.0**54],
}
NO_WEIGHTS = NO_NUMBERS | {"all zero": [0, 0]}
NO_COUNTS = NO_NUMBERS | {"fraction": [1, 0.5]}
NO_MASK: dict[str, Any] = {
    "empty": [],
    "scalar": True,
    "numbers": [0, 1],
    "text": ["true", "false"],
    "NA": pd.Series([True, pd.NA], dtype="boolean"),
    "None inside": [True, None],
    "matrix": np.ones((2, 2), dtype=bool),
}
NO_WHOLE: dict[str, Any] = {
    "negative": -1,
    "float": 2.0,
    "NaN": NAN,
    "bool": True,
    "text": "2",
    "None": None,
}
NO_DEGREES: dict[str, Any] = {
    "too far": [0, 180.5],
    "NaN": [0, NAN],
    "text": ["0", "1"],
    "empty": [],
}
OTHER_INDEX = pd.Series([1.0, 2.0], index=["a", "b"])
OTHER_MASK = pd.Series([True, False], index=["a", "b"])

Call = Callable[[Any], object]
TABLE: list[tuple[str, str, Call, dict[str, Any]]] = [
    ("shares", "counts", shares, NO_WEIGHTS),
    ("coverage_share", "covered", coverage_share, NO_MASK),
    (
        "coverage_share",
        "weights",
        lambda bad: coverage_share([True, False], bad),
        {k: v for k, v in NO_WEIGHTS.items() if k != "None"}
        | {"length": [1, 2, 3], "index": OTHER_INDEX},
    ),
    ("location_quotient", "counts", lambda bad: location_quotient(bad, [1, 1]), NO_WEIGHTS),
    (
        "location_quotient",
        "base",
        lambda bad: location_quotient([1, 1], bad),
        NO_WEIGHTS | {"a zero": [1, 0], "length": [1, 2, 3], "index": OTHER_INDEX},
    ),
    ("herfindahl_hirschman", "counts", herfindahl_hirschman, NO_WEIGHTS),
    (
        "herfindahl_hirschman_unbiased",
        "counts",
        herfindahl_hirschman_unbiased,
        NO_COUNTS | {"all zero": [0, 0], "one item": [1, 0]},
    ),
    (
        "herfindahl_hirschman_expected",
        "n",
        lambda bad: herfindahl_hirschman_expected(bad, [0.5, 0.5]),
        NO_WHOLE | {"zero": 0},
    ),
    (
        "herfindahl_hirschman_expected",
        "probabilities",
        lambda bad: herfindahl_hirschman_expected(3, bad),
        NO_WEIGHTS | {"sum": [0.5, 0.4], "percent": [50, 50]},
    ),
    ("effective_number", "counts", effective_number, NO_WEIGHTS),
    (
        "effective_number",
        "order",
        lambda bad: effective_number([1, 2], bad),
        {"three": 3, "negative": -1, "between": 0.5, "NaN": NAN, "text": "2", "None": None},
    ),
    ("shannon_evenness", "counts", shannon_evenness, NO_WEIGHTS | {"one region": [3]}),
    ("park_bounds", "named", lambda bad: park_bounds(bad, 9), NO_COUNTS),
    (
        "park_bounds",
        "total",
        lambda bad: park_bounds([1, 1], bad),
        NO_WHOLE | {"below the named": 1},
    ),
    (
        "park_bounds",
        "qualifier",
        lambda bad: park_bounds([1, 1], 3, bad),
        {"other": "about", "None": None, "empty": "", "case": "Exact"},
    ),
    (
        "park_bounds",
        "may_host",
        lambda bad: park_bounds([1, 1], 3, "exact", bad),
        NO_MASK | {"length": [True], "index": OTHER_MASK, "nobody": [False, False]},
    ),
    ("at_least", "x", lambda bad: hypergeometric_at_least(bad, 9, 3, 3), NO_WHOLE),
    (
        "at_least",
        "population",
        lambda bad: hypergeometric_at_least(0, bad, 0, 0),
        NO_WHOLE | {"zero": 0},
    ),
    (
        "at_least",
        "successes",
        lambda bad: hypergeometric_at_least(1, 9, bad, 3),
        NO_WHOLE | {"above": 10},
    ),
    (
        "at_least",
        "draws",
        lambda bad: hypergeometric_at_least(1, 9, 3, bad),
        NO_WHOLE | {"above": 10},
    ),
    ("at_most", "x", lambda bad: hypergeometric_at_most(bad, 9, 3, 3), NO_WHOLE),
    (
        "at_most",
        "population",
        lambda bad: hypergeometric_at_most(0, bad, 0, 0),
        NO_WHOLE | {"zero": 0},
    ),
    (
        "region_coverage",
        "sizes",
        lambda bad: region_coverage(bad, 1),
        NO_COUNTS | {"all zero": [0, 0]},
    ),
    (
        "region_coverage",
        "draws",
        lambda bad: region_coverage([2, 2], bad),
        NO_WHOLE | {"above": 5},
    ),
    ("region_coverage", "k", lambda bad: region_coverage_at_most(bad, [2, 2], 2), NO_WHOLE),
    ("overlap", "first", lambda bad: overlap(bad, [True, False]), NO_MASK),
    (
        "overlap",
        "second",
        lambda bad: overlap([True, False], bad),
        NO_MASK | {"length": [True], "index": OTHER_MASK},
    ),
    (
        "great_circle_distance",
        "latitude",
        lambda bad: great_circle_distance(bad, 0, [0], [0]),
        {"too far": 90.5, "NaN": NAN, "text": "10", "None": None},
    ),
    (
        "great_circle_distance",
        "longitude",
        lambda bad: great_circle_distance(0, bad, [0], [0]),
        {"too far": -180.5, "NaN": NAN, "text": "10", "None": None},
    ),
    (
        "great_circle_distance",
        "latitudes",
        lambda bad: great_circle_distance(0, 0, bad, [0, 0]),
        NO_DEGREES | {"polar": [0, 90.5]},
    ),
    (
        "great_circle_distance",
        "longitudes",
        lambda bad: great_circle_distance(0, 0, [0, 0], bad),
        NO_DEGREES | {"length": [0], "index": OTHER_INDEX},
    ),
    (
        "reach_summary",
        "distances",
        lambda bad: reach_summary(bad, [True, False]),
        NO_NUMBERS,
    ),
    (
        "reach_summary",
        "mask",
        lambda bad: reach_summary([1.0, 2.0], bad),
        NO_MASK | {"nobody": [False, False], "length": [True], "index": OTHER_MASK},
    ),
]
CASES = [
    pytest.param(argument, call, bad, id=f"{name}-{argument}-{why}".replace(" ", "_"))
    for name, argument, call, values in TABLE
    for why, bad in values.items()
]


@pytest.mark.parametrize(("argument", "call", "bad"), CASES)
def test_bad_argument_is_named(argument: str, call: Call, bad: object) -> None:
    with pytest.raises(ArgumentError) as caught:
        call(bad)
    assert caught.value.argument == argument
    assert str(caught.value).startswith(f"{argument}: got ")
    assert caught.value.expected


@pytest.mark.parametrize("qualifier", ["exact", "at_most"])
def test_total_below_the_named_parks_is_refused(qualifier: str) -> None:
    with pytest.raises(ArgumentError, match="total: got 2; expected at least the 3 parks named"):
        park_bounds([1, 2, 0], 2, qualifier)


@pytest.mark.parametrize("missing", [NAN, float("inf"), -2.0])
def test_bad_value_is_shown_with_its_position(missing: float) -> None:
    with pytest.raises(ArgumentError, match=rf"counts: got {missing}; .*item 2"):
        shares(pd.Series([1, 2, missing], index=["a", "b", "c"]))


KINDS: dict[str, Any] = {
    "list": [2, 3, 5],
    "tuple": (2, 3, 5),
    "range": range(2, 5),
    "array": np.array([2, 3, 5]),
    "unsigned": np.array([2, 3, 5], dtype="uint8"),
    "float32": np.array([2, 3, 5], dtype="float32"),
    "Series": pd.Series([2, 3, 5]),
    "Int64": pd.Series([2, 3, 5], dtype="Int64"),
    "whole floats": [2.0, 3.0, 5.0],
}


@pytest.mark.parametrize("values", KINDS.values(), ids=KINDS.keys())
def test_kinds_of_vector_give_the_same(values: Any) -> None:
    plain = [float(value) for value in values]
    assert shares(values).tolist() == shares(plain).tolist()
    assert herfindahl_hirschman(values) == herfindahl_hirschman(plain)
    assert herfindahl_hirschman_unbiased(values) == herfindahl_hirschman_unbiased(plain)
    assert region_coverage(values, 3).tolist() == region_coverage(plain, 3).tolist()
    pd.testing.assert_frame_equal(park_bounds(values, 12), park_bounds(plain, 12))
    assert coverage_share(np.array([True, False, True]), values) == pytest.approx(
        (plain[0] + plain[2]) / sum(plain), abs=1e-15
    )


def test_index_of_a_series_is_kept() -> None:
    labels = pd.Index(["01", "02", "04"], name="code")
    values = pd.Series([1.0, 2.0, 3.0], index=labels)
    base = pd.Series([2, 2, 2], index=labels)
    host = pd.Series([True, False, True], index=labels)
    for result in (
        shares(values),
        location_quotient(values, base),
        great_circle_distance(0, 0, values, base),
        park_bounds(base, 9, "exact", host),
    ):
        assert result.index.equals(labels)
        assert result.index.name == "code"


def test_list_beside_a_series_is_taken_in_order() -> None:
    values = pd.Series([1.0, 3.0], index=["x", "y"])
    assert location_quotient(values, [1, 1]).to_dict() == {"x": 0.5, "y": 1.5}


def test_arguments_are_not_changed() -> None:
    values, host = pd.Series([1, 0, 0]), pd.Series([True, False, False])
    park_bounds(values, 4, "exact", host)
    shares(values)
    location_quotient(values, values + 1)
    assert values.tolist() == [1, 0, 0]
    assert host.tolist() == [True, False, False]


def test_import_needs_no_scipy() -> None:
    modules = [
        "bounds", "checks", "concentration", "diversity", "hypergeometric", "location_quotient",
        "overlap", "reach", "region_coverage", "shares",
    ]  # fmt: skip
    code = "import importlib, sys\n"
    code += f"for name in {modules}: importlib.import_module('analysis.measures.' + name)\n"
    code += "sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
