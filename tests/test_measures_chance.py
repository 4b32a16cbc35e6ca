"""Hypergeometric tails, region coverage and overlap against enumeration, sampling and scipy."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.spatial.distance import jaccard
from scipy.stats import hypergeom

from analysis.measures.hypergeometric import hypergeometric_at_least, hypergeometric_at_most
from analysis.measures.overlap import overlap
from analysis.measures.region_coverage import region_coverage, region_coverage_at_most

SIZES = {"2023": [14, 11, 14, 5, 6, 13], "2025": [9, 6, 5, 6, 3, 5]}
SMALL = st.lists(st.integers(0, 4), min_size=1, max_size=4).filter(any)


@st.composite
def draws(draw: st.DrawFn, most: int = 80) -> tuple[int, int, int, int]:
    population = draw(st.integers(1, most))
    successes, drawn = draw(st.integers(0, population)), draw(st.integers(0, population))
    return draw(st.integers(0, drawn + 1)), population, successes, drawn


def by_inclusion_exclusion(k: int, sizes: list[int], n: int) -> Fraction:
    """P(K <= k): selections that touch all regions of a subset, subset by subset."""
    ways = 0
    for touched in range(k + 1):
        for chosen in combinations(sizes, touched):
            for kept in range(touched + 1):
                for part in combinations(chosen, kept):
                    ways += (-1) ** (touched - kept) * comb(sum(part), n)
    return Fraction(ways, comb(sum(sizes), n))


# ---------------------------------------------------------------- region coverage
@given(SMALL, st.integers(0, 6))
def test_region_coverage_counts_every_selection(sizes: list[int], n: int) -> None:
    assume(n <= sum(sizes))
    units = [region for region, size in enumerate(sizes) for _ in range(size)]
    touched = [len(set(selection)) for selection in combinations(units, n)]
    expected = [Fraction(touched.count(k), len(touched)) for k in range(len(sizes) + 1)]
    assert region_coverage(sizes, n).tolist() == expected


@given(st.lists(st.integers(0, 15), min_size=1, max_size=6).filter(any), st.data())
def test_region_coverage_agrees_with_inclusion_and_exclusion(
    sizes: list[int], data: st.DataObject
) -> None:
    n, k = data.draw(st.integers(0, sum(sizes))), data.draw(st.integers(0, len(sizes)))
    assert region_coverage_at_most(k, sizes, n) == by_inclusion_exclusion(k, sizes, n)
    assert region_coverage(sizes, n).sum() == 1


@pytest.mark.parametrize(("vintage", "k", "about"), [("2023", 3, 0.048), ("2025", 4, 0.265)])
def test_nine_partners_touch_few_regions(vintage: str, k: int, about: float) -> None:
    exact = region_coverage_at_most(k, SIZES[vintage], 9)
    assert exact == by_inclusion_exclusion(k, SIZES[vintage], 9)
    assert round(float(exact), 3) == about
    units = [region for region, size in enumerate(SIZES[vintage]) for _ in range(size)]
    rng, trials = random.Random(20230325), 20_000
    hits = sum(len(set(rng.sample(units, 9))) <= k for _ in range(trials))
    spread = (float(exact) * (1 - float(exact)) / trials) ** 0.5
    assert abs(hits / trials - float(exact)) < 4 * spread


def test_region_coverage_at_its_ends() -> None:
    assert region_coverage([3, 2], 0).tolist() == [1, 0, 0]
    assert region_coverage([3, 2], 5).tolist() == [0, 0, 1]
    assert region_coverage([3, 0], 2).tolist() == [0, 1, 0]
    assert region_coverage_at_most(0, [3, 2], 1) == 0
    assert region_coverage_at_most(9, [3, 2], 1) == 1
    assert isinstance(region_coverage_at_most(9, [3, 2], 1), Fraction)


@given(SMALL, st.data())
def test_region_coverage_ignores_the_order_of_regions(
    sizes: list[int], data: st.DataObject
) -> None:
    n = data.draw(st.integers(0, sum(sizes)))
    other = data.draw(st.permutations(sizes))
    assert region_coverage(sizes, n).tolist() == region_coverage(other, n).tolist()


# ---------------------------------------------------------------- hypergeometric
@given(draws())
def test_tails_agree_with_scipy(case: tuple[int, int, int, int]) -> None:
    x, population, successes, drawn = case
    law = hypergeom(population, successes, drawn)
    assert float(hypergeometric_at_least(*case)) == pytest.approx(
        law.sf(x - 1), rel=1e-8, abs=1e-12
    )
    assert float(hypergeometric_at_most(*case)) == pytest.approx(law.cdf(x), rel=1e-8, abs=1e-12)


@given(draws())
def test_tails_are_complements(case: tuple[int, int, int, int]) -> None:
    x, *rest = case
    assert hypergeometric_at_least(x + 1, *rest) + hypergeometric_at_most(x, *rest) == 1
    assert hypergeometric_at_least(0, *rest) == 1
    assert hypergeometric_at_least(x + 1, *rest) <= hypergeometric_at_least(x, *rest)


@given(draws())
def test_marked_and_drawn_units_may_be_swapped(case: tuple[int, int, int, int]) -> None:
    x, population, successes, drawn = case
    assert hypergeometric_at_least(*case) == hypergeometric_at_least(
        x, population, drawn, successes
    )


@given(draws(most=8))
def test_upper_tail_counts_every_selection(case: tuple[int, int, int, int]) -> None:
    x, population, successes, drawn = case
    selections = [*combinations(range(population), drawn)]
    hits = sum(sum(unit < successes for unit in each) >= x for each in selections)
    assert hypergeometric_at_least(*case) == Fraction(hits, len(selections))


def test_all_six_named_provinces_in_two_regions() -> None:
    assert hypergeometric_at_least(6, 63, 25, 6) == Fraction(comb(25, 6), comb(63, 6))


# ---------------------------------------------------------------- overlap
PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30)


@given(PAIRS)
def test_overlap_counts_units(pairs: list[tuple[bool, bool]]) -> None:
    result = overlap([a for a, _ in pairs], [b for _, b in pairs])
    assert result.both == pairs.count((True, True))
    assert result.only_first == pairs.count((True, False))
    assert result.only_second == pairs.count((False, True))
    assert result.neither == pairs.count((False, False))
    swapped = overlap([b for _, b in pairs], [a for a, _ in pairs])
    assert (swapped.both, swapped.expected, swapped.p_at_most) == (
        result.both, result.expected, result.p_at_most,
    )  # fmt: skip


@given(PAIRS)
def test_overlap_beside_chance_agrees_with_scipy(pairs: list[tuple[bool, bool]]) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    result = overlap(first, second)
    law = hypergeom(len(pairs), sum(first), sum(second))
    mean = sum(both * law.pmf(both) for both in range(len(pairs) + 1))
    assert result.expected == pytest.approx(mean, rel=1e-9)
    assert result.p_at_most == pytest.approx(law.cdf(result.both), rel=1e-9)
    if any(first) or any(second):
        assert result.jaccard == pytest.approx(1 - jaccard(first, second), abs=1e-12)


def test_parks_and_partners_that_never_meet() -> None:
    result = overlap([True] * 6 + [False] * 57, [False] * 6 + [True] * 9 + [False] * 48)
    assert (result.both, result.only_first, result.only_second, result.neither) == (0, 6, 9, 48)
    assert result.jaccard == 0
    assert result.expected == pytest.approx(6 / 7)
    assert result.p_at_most == float(Fraction(comb(57, 9), comb(63, 9)))


def test_equal_sets_have_jaccard_one() -> None:
    assert overlap([True, False], [True, False]).jaccard == 1


def test_empty_sets_have_no_jaccard() -> None:
    result = overlap([False, False], [False, False])
    assert result.jaccard != result.jaccard
    assert (result.expected, result.p_at_most) == (0, 1)
