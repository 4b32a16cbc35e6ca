"""Every number that was worked by hand for the article, in both vintages, from its facts up.

The facts are given here as provinces; where the article is at hand, its extraction must give
the same numbers.
"""

from __future__ import annotations

import csv
from fractions import Fraction
from itertools import combinations
from math import comb
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.extraction.raw import extract_files
from analysis.processing.build import process, read_facts
from made_facts import DATA, home, lam_son, made_folder, park, partner, total

ARTICLE = Path(__file__).parents[2] / "shared/article/binh-duong-2023-03-25.txt"
NAMED = {"27": "Bắc Ninh", "30": "Hải Dương", "31": "Hải Phòng", "40": "Nghệ An",
         "51": "Quảng Ngãi", "52": "Bình Định"}  # fmt: skip
SIGNED = {"34": "Thái Bình", "36": "Nam Định", "38": "Thanh Hóa", "42": "Hà Tĩnh",
          "46": "Thừa Thiên Huế", "56": "Khánh Hòa", "60": "Bình Thuận", "70": "Bình Phước",
          "72": "Tây Ninh"}  # fmt: skip
HOME = "74"
CENTRAL = "north_central_and_central_coast"
SOUTH_CENTRAL = "south_central_coast_and_central_highlands"
PARKS = {
    2023: {"red_river_delta": 3, CENTRAL: 3},
    2025: {"red_river_delta": 2, "north_central": 1, SOUTH_CENTRAL: 2},
}
PARTNERS = {
    2023: {"red_river_delta": 2, CENTRAL: 5, "southeast": 2},
    2025: {"red_river_delta": 2, "north_central": 3, SOUTH_CENTRAL: 2, "southeast": 2},
}
SIZES = {2023: [14, 11, 14, 5, 6, 13], 2025: [9, 6, 5, 6, 3, 5]}
HEADLINE: list[tuple[str, Fraction | int, Fraction | int]] = [  # measure, 2023, 2025
    ("units_total", 63, 34),
    ("parks_stated", 11, 11),
    ("park_provinces", 6, 6),
    ("partner_provinces", 9, 9),
    ("unplaced_parks", 5, 5),
    ("park_units", 6, 5),
    ("partner_units", 9, 9),
    ("both_units", 0, 0),
    ("covered_units_without_home", 15, 14),
    ("covered_units_with_home", 16, 15),
    ("covered_share_without_home", Fraction(15, 63), Fraction(14, 34)),
    ("covered_share_with_home", Fraction(16, 63), Fraction(15, 34)),
    ("park_share_units", Fraction(6, 63), Fraction(5, 34)),
    ("covered_share_units", Fraction(15, 63), Fraction(14, 34)),
    ("overlap_expected", Fraction(6 * 9, 63), Fraction(5 * 9, 34)),
    ("regions_total", 6, 6),
    ("regions_with_parks", 2, 3),
    ("regions_with_partners", 3, 4),
    ("regions_covered", 3, 4),
    ("parks_in_regions", 6, 5),
    ("partners_in_regions", 9, 9),
    ("herfindahl_parks", Fraction(1, 2), Fraction(9, 25)),
    ("herfindahl_partners", Fraction(33, 81), Fraction(21, 81)),
    ("herfindahl_unbiased_parks", Fraction(12, 30), Fraction(4, 20)),
    ("herfindahl_unbiased_partners", Fraction(24, 72), Fraction(12, 72)),
    ("herfindahl_expected_stated", Fraction(8, 33), Fraction(8, 33)),  # 1/11 + 10/11 · 1/6
    ("effective_regions_parks", 2, Fraction(25, 9)),
    ("effective_regions_partners", Fraction(81, 33), Fraction(81, 21)),
]
Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module", params=["facts", "article"])
def tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Processed tables of the programme, from the facts given here or from the article."""
    root = tmp_path_factory.mktemp("data")
    if request.param == "article":
        if not ARTICLE.is_file():
            pytest.skip(f"the article is not beside the project ({ARTICLE} is absent)")
        made_folder(root, {})
        extract_files([ARTICLE], root / "raw" / "reference", root / "raw")
    else:
        name = {"programme": "VSIP"}
        rows = lam_son(
            park_locations=[park(code, **name) for code in NAMED],
            park_totals=[total(11, **name)],
            partnerships=[partner(code, stated_total=9) for code in SIGNED],
            other_facts=[home(HOME)],
            evidence=[],
        )
        made_folder(root, rows)
    found = process(read_facts(root))
    return {name: frame[frame["programme"] == "VSIP"] for name, frame in found.items()}


def value(tables: Tables, vintage: int, measure: str) -> Any:
    rows = tables["headline"]
    rows = rows[(rows["vintage"] == vintage) & (rows["measure"] == measure)]
    rows = rows[rows["scheme"].isna() | (rows["scheme"] == "socio_economic")]
    (found,) = rows.to_dict("records")
    return found


def regions(tables: Tables, name: str, vintage: int) -> pd.DataFrame:
    rows = tables[name]
    rows = rows[(rows["vintage"] == vintage) & (rows["scheme"] == "socio_economic")]
    return rows.set_index("region")


@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize("case", HEADLINE, ids=lambda case: case[0])
def test_headline(
    tables: Tables, vintage: int, case: tuple[str, Fraction | int, Fraction | int]
) -> None:
    measure, *expected = case
    number = float(expected[0 if vintage == 2023 else 1])
    assert value(tables, vintage, measure)["value"] == pytest.approx(number, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(
    ("vintage", "without", "with_home"), [(2023, "23.8", "25.4"), (2025, "41.2", "44.1")]
)
def test_covered_shares_in_per_cent(
    tables: Tables, vintage: int, without: str, with_home: str
) -> None:
    shares = [value(tables, vintage, f"covered_share_{each}_home") for each in ("without", "with")]
    assert [f"{100 * each['value']:.1f}" for each in shares] == [without, with_home]


@pytest.mark.parametrize(("vintage", "most", "about"), [(2023, 3, 0.05), (2025, 4, 0.27)])
def test_chance_that_nine_random_units_touch_so_few_regions(
    tables: Tables, vintage: int, most: int, about: float
) -> None:
    assert value(tables, vintage, "regions_with_partners")["value"] == most
    found = value(tables, vintage, "region_coverage_p_partners")
    assert found["value"] == pytest.approx(about, abs=0.006)
    assert found["value"] == pytest.approx(float(by_hand(SIZES[vintage], 9, most)))
    assert found["note"].startswith("Exploratory")


def by_hand(sizes: list[int], draws: int, most: int) -> Fraction:
    """Count the selections that touch each set of regions, by inclusion and exclusion."""
    sets = [chosen for k in range(most + 1) for chosen in combinations(sizes, k)]
    within = sum(
        (-1) ** (len(outer) - len(inner)) * comb(sum(inner), draws)
        for outer in sets
        for k in range(len(outer) + 1)
        for inner in combinations(outer, k)
    )
    return Fraction(within, comb(sum(sizes), draws))


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_parks_and_partners_by_region(tables: Tables, vintage: int) -> None:
    spread = regions(tables, "region_spread", vintage)
    assert sorted(spread["units"]) == sorted(SIZES[vintage])
    parks, partners = spread["parks_named"], spread["partner_units"]
    assert parks[parks > 0].to_dict() == PARKS[vintage]
    assert partners[partners > 0].to_dict() == PARTNERS[vintage]
    named, signed = sum(PARKS[vintage].values()), sum(PARTNERS[vintage].values())
    assert spread["share_of_parks"].tolist() == pytest.approx([n / named for n in parks])
    assert spread["share_of_partners"].tolist() == pytest.approx([n / signed for n in partners])
    quotients = (parks / named) / (spread["units"] / sum(SIZES[vintage]))
    assert spread["location_quotient"].tolist() == pytest.approx(quotients.tolist())


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_intervals_by_region(tables: Tables, vintage: int) -> None:
    spread = regions(tables, "region_spread", vintage)
    placed = PARKS[vintage] | ({"red_river_delta": 3} if vintage == 2025 else {})
    for region, row in spread.iterrows():
        low = placed.get(str(region), 0)
        assert (row["parks_lower"], row["parks_upper"]) == (low, low + 5)
        assert row["parks_upper_home_excluded"] == low + 5


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_intervals_by_unit(tables: Tables, vintage: int) -> None:
    units = tables["units"]
    units = units[units["vintage"] == vintage].set_index("name")
    merged = {"Hải Phòng"} if vintage == 2025 else set()
    for name, row in units.iterrows():
        low = (1 + (name in merged)) if row["parks_named"] else 0
        assert (row["parks_lower"], row["parks_upper"]) == (low, low + 5)
        alone = row["is_home"] and vintage == 2023
        assert row["parks_upper_home_excluded"] == (low if alone else low + 5)


@pytest.mark.parametrize(
    ("measure", "ends"),
    [("named_parks", (1, 6)), ("unnamed_parks", (0, 5)), ("home_parks", (0, 5))],
)
def test_intervals_that_prose_gives(tables: Tables, measure: str, ends: tuple[int, int]) -> None:
    found = value(tables, 2023, measure)
    assert (found["value"], found["lower"], found["upper"]) == (ends[0], *ends)
    later = value(tables, 2025, measure)
    merged = measure == "named_parks"  # two named provinces are one unit now
    assert (later["lower"], later["upper"]) == (ends[0], ends[1] + merged)


def test_named_and_signing_units_by_name(tables: Tables) -> None:
    units = tables["units"]
    for vintage, parks, partners, home_unit in (
        (2023, {*NAMED.values()}, {*SIGNED.values()}, "Bình Dương"),
        (
            2025,
            {"Hải Phòng", "Bắc Ninh", "Nghệ An", "Quảng Ngãi", "Gia Lai"},
            {"Tây Ninh", "Lâm Đồng", "Hưng Yên", "Ninh Bình", "Hà Tĩnh", "Đồng Nai",
             "Khánh Hòa", "Huế", "Thanh Hóa"},
            "Hồ Chí Minh",
        ),
    ):  # fmt: skip
        own = units[units["vintage"] == vintage]
        assert set(own.loc[own["status"] == "park", "name"]) == parks
        assert set(own.loc[own["status"] == "partner", "name"]) == partners
        assert own.loc[own["status"] == "home", "name"].tolist() == [home_unit]


# ---------------------------------------------------------------- area and population


def sums(vintage: int, codes: set[str]) -> tuple[float, int]:
    """Area and population of the units that hold 2023 provinces, from the files themselves."""
    with (DATA / "raw/reference/successions.csv").open(encoding="utf-8", newline="") as stream:
        after = {row["code_2023"]: row["code_2025"] for row in csv.DictReader(stream)}
    with (DATA / "raw/reference/admin_units.csv").open(encoding="utf-8", newline="") as stream:
        units = [row for row in csv.DictReader(stream) if row["vintage"] == "2023"]
    reached = codes if vintage == 2023 else {
        code for code in after if after[code] in {after[each] for each in codes}
    }  # fmt: skip
    chosen = [row for row in units if row["code"] in reached]
    return sum(float(r["area_km2"]) for r in chosen), sum(int(r["population"]) for r in chosen)


@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize(
    ("prefix", "codes"), [("park_share", {*NAMED}), ("covered_share", {*NAMED, *SIGNED})]
)
def test_coverage_by_area_and_population(
    tables: Tables, vintage: int, prefix: str, codes: set[str]
) -> None:
    area, population = sums(vintage, codes)
    assert value(tables, vintage, f"{prefix}_area")["value"] == pytest.approx(area / 331_331.9)
    share = value(tables, vintage, f"{prefix}_population")["value"]
    assert share == pytest.approx(population / 100.309e6, rel=1e-5)


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_coverage_by_region_adds_up(tables: Tables, vintage: int) -> None:
    coverage = regions(tables, "region_coverage", vintage)
    units = tables["units"][tables["units"]["vintage"] == vintage]
    for weight in ("area", "population"):
        column = {"area": "area_km2", "population": "population"}[weight]
        sizes = units.groupby("region")[column].sum()
        for moment, prefix in (("before", "park_share"), ("after", "covered_share")):
            covered = (coverage[f"{weight}_{moment}"] * sizes).sum() / sizes.sum()
            expected = value(tables, vintage, f"{prefix}_{weight}")["value"]
            assert covered == pytest.approx(expected, rel=1e-12)
    assert coverage["covered_units"].sum() == (15 if vintage == 2023 else 14)
    home_regions = coverage.index[coverage["home_units"] == 1].tolist()
    assert home_regions == ["southeast"]
    before = coverage["park_units"] / coverage["units"]
    assert coverage["units_before"].tolist() == pytest.approx(before.tolist())
    assert (coverage["units_after"] >= coverage["units_before"]).all()


def test_numbers_rest_on_the_facts_they_name(tables: Tables) -> None:
    for measure, count in (
        ("parks_stated", 1), ("park_units", 6), ("partner_units", 9),
        ("covered_units_with_home", 16), ("home_parks", 8), ("units_total", 0),
    ):  # fmt: skip
        ids = value(tables, 2025, measure)["fact_ids"]
        assert len((ids if isinstance(ids, str) else "").split()) == count
