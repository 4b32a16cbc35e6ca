"""Shares, location quotient, concentration and diversity: worked values, properties, libraries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inequality.theil import Theil  # type: ignore[import-untyped]
from scipy.stats import entropy, variation

from analysis.measures.concentration import (
    herfindahl_hirschman,
    herfindahl_hirschman_expected,
    herfindahl_hirschman_unbiased,
)
from analysis.measures.diversity import effective_number, shannon_evenness
from analysis.measures.location_quotient import location_quotient
from analysis.measures.shares import coverage_share, shares

COUNTS = st.lists(st.integers(0, 60), min_size=2, max_size=8).filter(any)
WEIGHTS = st.lists(
    st.just(0.0) | st.floats(1e-6, 1e9, allow_subnormal=False), min_size=2, max_size=8
).filter(any)
NAMED = {"2023": [0, 3, 3, 0, 0, 0], "2025": [0, 2, 1, 2, 0, 0]}
PARTNERS = {"2023": [0, 2, 5, 0, 2, 0], "2025": [0, 2, 3, 2, 2, 0]}


# ---------------------------------------------------------------- worked by hand
@pytest.mark.parametrize(
    ("counts", "index"),
    [
        (NAMED["2023"], Fraction(1, 2)),
        (PARTNERS["2023"], Fraction(33, 81)),
        (NAMED["2025"], Fraction(9, 25)),
        (PARTNERS["2025"], Fraction(21, 81)),
        ([7], Fraction(1)),
        ([1, 1, 1], Fraction(1, 3)),
    ],
)
def test_herfindahl_hirschman_by_hand(counts: list[int], index: Fraction) -> None:
    assert herfindahl_hirschman(counts) == float(index)
    assert effective_number(counts) == pytest.approx(float(1 / index), rel=1e-14)


@pytest.mark.parametrize(
    ("counts", "index"),
    [
        (NAMED["2023"], Fraction(12, 30)),
        (PARTNERS["2023"], Fraction(24, 72)),
        (NAMED["2025"], Fraction(4, 20)),
        (PARTNERS["2025"], Fraction(12, 72)),
        ([1, 1], Fraction(0)),
        ([2], Fraction(1)),
    ],
)
def test_unbiased_index_by_hand(counts: list[int], index: Fraction) -> None:
    assert herfindahl_hirschman_unbiased(counts) == float(index)


def test_expected_index_of_eleven_parks_over_six_regions() -> None:
    expected = Fraction(1, 11) + Fraction(10, 11) * Fraction(1, 6)
    assert herfindahl_hirschman_expected(11, [1 / 6] * 6) == pytest.approx(
        float(expected), rel=1e-14
    )
    assert f"{float(expected):.4f}" == "0.2424"


def test_location_quotient_by_hand() -> None:
    quotients = location_quotient(NAMED["2023"], [14, 11, 14, 5, 6, 13])
    zero = Fraction(0)
    expected = [zero, Fraction(63, 22), Fraction(63, 28), zero, zero, zero]
    assert quotients.tolist() == pytest.approx([float(each) for each in expected], rel=1e-14)


def test_diversity_by_hand() -> None:
    assert effective_number([4, 0, 2], order=0) == 2
    assert effective_number([2, 1, 1], order=1) == pytest.approx(2 * math.sqrt(2), rel=1e-14)
    assert effective_number([2, 1, 1], order=2) == pytest.approx(8 / 3, rel=1e-14)
    assert shannon_evenness([2, 1, 1, 0]) == pytest.approx(0.75, rel=1e-14)
    assert math.copysign(1, shannon_evenness([9, 0, 0])) == 1
    assert shannon_evenness([9, 0, 0]) == 0


@pytest.mark.parametrize("regions", range(2, 40))
def test_rounding_never_lifts_evenness_above_one(regions: int) -> None:
    assert 1 - 1e-15 <= shannon_evenness([1] * regions) <= 1


def test_coverage_share_by_hand() -> None:
    assert coverage_share([True] * 15 + [False] * 48) == pytest.approx(15 / 63, rel=1e-15)
    assert coverage_share([True, True, False], [10, 20, 70]) == 0.3
    assert coverage_share([False, False]) == 0
    assert coverage_share([True, True], [0.1, 0.2]) == 1


# ---------------------------------------------------------------- properties
@given(WEIGHTS)
def test_shares_sum_to_one(values: list[float]) -> None:
    assert shares(values).sum() == pytest.approx(1, rel=1e-14)
    assert shares(values).between(0, 1).all()


@given(WEIGHTS, st.data())
def test_coverage_grows_with_what_is_covered(values: list[float], data: st.DataObject) -> None:
    covered = data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
    more = [True, *covered[1:]]
    share = coverage_share(covered, values)
    assert 0 <= share <= coverage_share(more, values) <= 1
    others = coverage_share([not each for each in covered], values)
    assert share + others == pytest.approx(1, rel=1e-14)


@given(WEIGHTS, st.data())
def test_weighted_mean_of_location_quotients_is_one(
    values: list[float], data: st.DataObject
) -> None:
    sizes = st.lists(st.floats(0.1, 1e6), min_size=len(values), max_size=len(values))
    base = data.draw(sizes)
    assert np.average(location_quotient(values, base), weights=base) == pytest.approx(1, rel=1e-12)


@given(COUNTS)
def test_location_quotient_of_itself_is_one(values: list[int]) -> None:
    base = [value + 1 for value in values]
    assert location_quotient(base, base).tolist() == [1.0] * len(base)


INDICES: list[Callable[[list[float]], float]] = [
    herfindahl_hirschman,
    shannon_evenness,
    effective_number,
    lambda values: effective_number(values, order=1),
    lambda values: effective_number(values, order=0),
]


@pytest.mark.parametrize("index", INDICES)
@given(values=COUNTS, factor=st.floats(1e-3, 1e3), data=st.data())
def test_scale_and_order_do_not_matter(
    index: Callable[[list[float]], float], values: list[float], factor: float, data: st.DataObject
) -> None:
    scaled = [value * factor for value in values]
    assert index(scaled) == pytest.approx(index(values), rel=1e-12)
    assert index(data.draw(st.permutations(values))) == pytest.approx(index(values), rel=1e-14)


@given(COUNTS)
def test_herfindahl_hirschman_lies_between_its_bounds(values: list[int]) -> None:
    assert 1 / len(values) <= herfindahl_hirschman(values) <= 1
    assert herfindahl_hirschman([*values, 0]) == herfindahl_hirschman(values)


@given(COUNTS)
def test_effective_numbers_fall_with_their_order(values: list[int]) -> None:
    used = len([value for value in values if value])
    numbers = [effective_number(values, order) for order in (0, 1, 2)]
    assert numbers[0] == used
    assert used * (1 + 1e-12) >= numbers[1] >= numbers[2] * (1 - 1e-12) >= 1 - 1e-11
    assert numbers[2] == pytest.approx(1 / herfindahl_hirschman(values), rel=1e-13)
    assert 0 <= shannon_evenness(values) <= 1


@given(st.integers(1, 40), st.integers(1, 1000))
def test_effective_number_of_equal_counts_is_their_number(regions: int, count: int) -> None:
    for order in (0, 1, 2):
        assert effective_number([count] * regions, order) == pytest.approx(regions, rel=1e-12)
    if regions > 1:
        assert shannon_evenness([count] * regions) == pytest.approx(1, rel=1e-12)


@given(st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_moving_one_item_to_a_fuller_region_concentrates(
    small: int, gap: int, third: int
) -> None:  # fmt: skip
    before, after = [small, small + gap, third], [small - 1, small + gap + 1, third]
    assert herfindahl_hirschman(after) > herfindahl_hirschman(before)
    assert herfindahl_hirschman_unbiased(after) > herfindahl_hirschman_unbiased(before)
    assert effective_number(after, order=1) < effective_number(before, order=1)
    assert shannon_evenness(after) < shannon_evenness(before)


@pytest.mark.parametrize("weights", [(1, 1), (1, 2), (1, 2, 3), (0, 1, 4), (1,)])
@pytest.mark.parametrize("n", [2, 3, 5])
def test_expectations_over_every_placement(weights: tuple[int, ...], n: int) -> None:
    chances = [Fraction(weight, sum(weights)) for weight in weights]
    plain = unbiased = 0.0
    for places in product(range(len(weights)), repeat=n):
        chance = float(math.prod(chances[place] for place in places))
        counts = [Counter(places)[region] for region in range(len(weights))]
        plain += chance * herfindahl_hirschman(counts)
        unbiased += chance * herfindahl_hirschman_unbiased(counts)
    probabilities = [float(chance) for chance in chances]
    assert herfindahl_hirschman_expected(n, probabilities) == pytest.approx(plain, rel=1e-12)
    assert unbiased == pytest.approx(float(sum(chance**2 for chance in chances)), rel=1e-12)


@given(COUNTS, st.integers(1, 99))
def test_expected_index_falls_towards_that_of_the_probabilities(values: list[int], n: int) -> None:
    chances = shares(values)
    limit = herfindahl_hirschman(values)
    now, later = (herfindahl_hirschman_expected(each, chances) for each in (n, n + 1))
    assert limit * (1 - 1e-12) <= later <= now * (1 + 1e-12)
    assert herfindahl_hirschman_expected(1, chances) == 1


# ---------------------------------------------------------------- other libraries
@given(COUNTS)
def test_diversity_agrees_with_scipy_entropy(values: list[int]) -> None:
    shannon = entropy(values)
    assert effective_number(values, order=1) == pytest.approx(math.exp(shannon), rel=1e-12)
    evenness = shannon / math.log(len(values))
    assert shannon_evenness(values) == pytest.approx(evenness, abs=1e-12)


@given(COUNTS)
def test_evenness_agrees_with_theil_of_inequality(values: list[int]) -> None:
    redundancy = float(Theil(np.array(values, dtype=float)).T)
    expected = 1 - redundancy / math.log(len(values))
    assert shannon_evenness(values) == pytest.approx(expected, abs=1e-6)


@given(COUNTS)
def test_herfindahl_hirschman_agrees_with_scipy_variation(values: list[int]) -> None:
    expected = (1 + variation(values) ** 2) / len(values)
    assert herfindahl_hirschman(values) == pytest.approx(expected, rel=1e-9)
    assert effective_number(values) == pytest.approx(1 / expected, rel=1e-9)


@given(COUNTS, st.data())
def test_coverage_share_agrees_with_numpy_average(values: list[int], data: st.DataObject) -> None:
    booleans = st.lists(st.booleans(), min_size=len(values), max_size=len(values))
    covered = data.draw(booleans)
    expected = np.average(covered, weights=values)
    assert coverage_share(covered, values) == pytest.approx(expected, rel=1e-12)
