"""Units and regions: status, intervals of parks and distances, from provinces up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from geopy.distance import great_circle  # type: ignore[import-untyped]

from analysis.admin import in_vintage, schemes_of, units_of
from analysis.errors import ArgumentError
from analysis.processing.build import process
from made_facts import Row, home, lam_son, made_tables, park, partner, total

Bounds = tuple[int, int | None, int | None]


def processed(**rows: list[Row]) -> dict[str, pd.DataFrame]:
    return process(made_tables(lam_son(**rows)))


def units(vintage: int, **rows: list[Row]) -> pd.DataFrame:
    frame = processed(**rows)["units"]
    return frame[frame["vintage"] == vintage].set_index("name")


def regions(vintage: int, scheme: str, **rows: list[Row]) -> pd.DataFrame:
    frame = processed(**rows)["region_spread"]
    return frame[(frame["vintage"] == vintage) & (frame["scheme"] == scheme)].set_index("region")


def bounds(frame: pd.DataFrame, name: str) -> Bounds:
    names = ["parks_lower", "parks_upper", "parks_upper_home_excluded"]
    low, high, without = (None if pd.isna(cell) else int(cell) for cell in frame.loc[name, names])
    assert low is not None
    return low, high, without


# ---------------------------------------------------------------- administrative units


def test_units_of_a_vintage_carry_their_regions() -> None:
    reference = made_tables(lam_son())
    found = units_of(reference, 2023).set_index("name")
    assert len(found) == 63
    columns = ["socio_economic", "key_economic", "north_centre_south"]
    assert found.loc["Long An", columns].tolist() == ["mekong_river_delta", "south_key", "south"]
    assert pd.isna(found.loc["Lào Cai", "key_economic"])
    later = units_of(reference, 2025)
    assert len(later) == 34
    assert later["key_economic"].isna().all()
    assert schemes_of(reference, 2023) == ["socio_economic", "key_economic", "north_centre_south"]
    assert schemes_of(reference, 2025) == ["socio_economic", "north_centre_south"]
    with pytest.raises(ArgumentError, match="vintage: got 2024; expected 2023 or 2025"):
        units_of(reference, 2024)


def test_codes_are_carried_over_to_the_successor() -> None:
    reference = made_tables(lam_son())
    codes = pd.Series(["80", "52", "01"], index=["Long An", "Bình Định", "Hà Nội"])
    assert in_vintage(codes, 2023, reference).tolist() == ["80", "52", "01"]
    later = in_vintage(codes, 2025, reference)
    names = units_of(reference, 2025).set_index("code")["name"]
    assert later.map(names).to_dict() == {
        "Long An": "Tây Ninh", "Bình Định": "Gia Lai", "Hà Nội": "Hà Nội",
    }  # fmt: skip


# ---------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("vintage", "park_units", "partner_units"),
    [
        (2023, ["Hà Nam", "Long An", "Quảng Ninh"], ["An Giang", "Lào Cai", "Phú Yên"]),
        (2025, ["Ninh Bình", "Quảng Ninh", "Tây Ninh"], ["An Giang", "Lào Cai", "Đắk Lắk"]),
    ],
)
def test_status_of_units(vintage: int, park_units: list[str], partner_units: list[str]) -> None:
    signed = [partner(code) for code in ("10", "54", "89", "92", "75")]
    found = units(vintage, partnerships=signed, evidence=[])
    status = found["status"]
    assert sorted(found.index[status == "park"]) == park_units
    assert sorted(found.index[status == "partner"]) == partner_units
    assert found.index[status == "both"].tolist() == ["Cần Thơ"]
    assert found.index[status == "home"].tolist() == ["Đồng Nai"]
    assert (status == "none").sum() == len(found) - 8
    assert found.index[found["is_home"]].tolist() == ["Đồng Nai"]
    assert found["partner"].sum() == 5  # the home unit too: it signed


def test_without_a_home_no_unit_is_home_and_no_distance_known() -> None:
    found = units(2023, other_facts=[])
    assert not found["is_home"].any()
    assert found["distance_km"].isna().all()
    assert (found["parks_upper"] == found["parks_upper_home_excluded"]).all()
    headline = processed(other_facts=[])["headline"]
    assert not headline["measure"].str.startswith("reach").any()
    assert "home_parks" not in set(headline["measure"])


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_distances_are_measured_from_the_home_units_centre(vintage: int) -> None:
    tables = made_tables(lam_son())
    centres = units_of(tables, vintage).set_index("name")[["latitude", "longitude"]]
    found = units(vintage)
    for name in ("Đồng Nai", "Lào Cai", "Cà Mau"):
        metres = great_circle(tuple(centres.loc["Đồng Nai"]), tuple(centres.loc[name])).km
        assert found.loc[name, "distance_km"] == pytest.approx(metres, abs=0.05)


# ---------------------------------------------------------------- intervals


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Hà Nam", (1, 4, 4)), ("Lào Cai", (0, 3, 3)), ("Đồng Nai", (0, 3, 0))],
)
def test_seven_parks_of_which_four_are_placed(name: str, expected: Bounds) -> None:
    assert bounds(units(2023), name) == expected


def test_a_unit_that_took_in_the_home_province_may_host_through_the_others() -> None:
    assert bounds(units(2025), "Đồng Nai") == (0, 3, 3)  # with Bình Phước
    alone = {"other_facts": [home("01")]}  # Hà Nội was not merged
    assert bounds(units(2025, **alone), "Hà Nội") == (0, 3, 0)


def test_a_home_province_with_a_named_park_keeps_it() -> None:
    rows = {"other_facts": [home("92")]}
    assert bounds(units(2023, **rows), "Cần Thơ") == (1, 4, 1)


def test_a_unit_that_took_in_two_named_provinces_holds_two() -> None:
    rows = {"park_locations": [park("80"), park("72"), park("22")]}  # Long An and Tây Ninh
    found = units(2025, **rows)
    assert found.loc["Tây Ninh", "parks_named"] == 1
    assert bounds(found, "Tây Ninh") == (2, 6, 6)
    assert found["parks_named"].sum() == 2


def test_a_province_named_twice_counts_once() -> None:
    rows = {"park_locations": [park("22"), park("22", 900, status="unspecified")]}
    assert bounds(units(2023, **rows), "Quảng Ninh") == (1, 7, 7)


@pytest.mark.parametrize(
    ("qualifier", "count", "named", "unnamed"),
    [
        ("at_most", 7, (1, 4, 4), (0, 3, 3)), ("at_least", 7, (1, None, None), (0, None, None)),
        ("approx", 7, (1, None, None), (0, None, None)),
        ("at_least", 2, (1, None, None), (0, None, None)),
    ],
)  # fmt: skip
def test_loose_totals(qualifier: str, count: int, named: Bounds, unnamed: Bounds) -> None:
    rows = {"park_totals": [total(count, qualifier=qualifier)]}
    found = units(2023, **rows)
    assert (bounds(found, "Hà Nam"), bounds(found, "Lào Cai")) == (named, unnamed)
    assert bounds(found, "Đồng Nai") == (*unnamed[:2], 0)
    spread = regions(2023, "socio_economic", **rows)
    assert bounds(spread, "central_highlands") == unnamed
    headline = processed(**rows)["headline"].set_index(["vintage", "measure"]).loc[2023]
    interval = headline.loc["named_parks", ["value", "lower", "upper"]]
    assert interval[["value", "lower"]].tolist() == [1, 1]
    assert pd.isna(interval["upper"]) == (named[1] is None)


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_an_exhaustive_list_leaves_no_park_elsewhere(vintage: int) -> None:
    found = units(vintage, park_totals=[total(7, list_is_exhaustive=True)])
    named = found["parks_named"] == 1
    assert (found.loc[~named, "parks_upper"] == 0).all()
    assert {bounds(found, name) for name in found.index[named]} == {(1, 4, 4)}
    spread = regions(vintage, "socio_economic", park_totals=[total(7, list_is_exhaustive=True)])
    assert bounds(spread, "southeast")[1] == (0 if vintage == 2023 else 4)


@pytest.mark.parametrize("at", ["92", "75"])
def test_the_only_place_of_an_exhaustive_list_holds_all(at: str) -> None:
    rows = {"park_locations": [park(at)], "park_totals": [total(7, list_is_exhaustive=True)]}
    found = units(2023, **rows).set_index("code")
    assert bounds(found, at) == (7, 7, 7)
    headline = processed(**rows)["headline"]
    headline = headline[(headline["vintage"] == 2023) & (headline["measure"] == "unplaced_parks")]
    assert list(headline["value"]) == [0]


def test_an_exhaustive_list_without_places_is_no_list() -> None:
    rows: dict[str, Any] = {"park_locations": []}
    found = units(2023, **rows, park_totals=[total(7, list_is_exhaustive=True)])
    assert bounds(found, "Lào Cai") == (0, 7, 7)


# ---------------------------------------------------------------- regions


def test_a_region_that_is_home_alone_hosts_nothing_without_home() -> None:
    tables = made_tables(lam_son())
    own = tables["unit_regions"]
    southeast = (own["scheme"] == "socio_economic") & (own["region"] == "southeast")
    lonely = southeast & (own["vintage"] == 2023) & (own["code"] != "75")
    own.loc[lonely, "region"] = "mekong_river_delta"
    spread = process(tables)["region_spread"]
    spread = spread[(spread["vintage"] == 2023) & (spread["scheme"] == "socio_economic")]
    assert bounds(spread.set_index("region"), "southeast") == (0, 3, 0)


def test_units_outside_a_scheme_count_for_its_intervals_alone() -> None:
    found = regions(2023, "key_economic")
    assert found["units"].sum() == 24
    assert found["parks_named"].to_dict() == {
        "central_key": 0, "mekong_key": 1, "north_key": 1, "south_key": 1,
    }  # fmt: skip
    assert bounds(found, "north_key") == (1, 4, 4)  # Hà Nam, outside, takes one of the seven
    assert found["share_of_parks"].tolist() == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3])
    assert found.loc["mekong_key", "location_quotient"] == pytest.approx((1 / 3) / (4 / 24))


def test_regions_are_computed_from_units_up() -> None:
    tables = processed()
    for (vintage, scheme), found in tables["region_spread"].groupby(["vintage", "scheme"]):
        if scheme == "key_economic":
            continue
        own = tables["units"][tables["units"]["vintage"] == vintage]
        for column in ("parks_named", "parks_lower"):
            assert found[column].sum() == own[column].sum()
        assert found["partner_units"].sum() == own["partner"].sum()
        assert found["units"].sum() == len(own)
        assert found["share_of_parks"].sum() == pytest.approx(1)


def test_without_parks_or_partners_shares_are_empty_and_counts_zero() -> None:
    spread = regions(2023, "socio_economic", park_locations=[], partnerships=[], evidence=[])
    empty = [
        "share_of_parks",
        "location_quotient",
        "share_of_partners",
        "partner_location_quotient",
    ]
    assert spread[empty].isna().all(axis=None)
    assert (spread["hypergeometric_p"] == 1).all()
    assert bounds(spread, "southeast") == (0, 7, 7)


def test_home_is_marked_but_does_not_cover() -> None:
    found = processed()["region_coverage"]
    found = found[(found["vintage"] == 2023) & (found["scheme"] == "socio_economic")]
    southeast = found.set_index("region").loc["southeast"]
    assert southeast[["covered_units", "home_units", "units_after"]].tolist() == [0, 1, 0]
    signed = processed(partnerships=[partner("75")], evidence=[])["region_coverage"]
    signed = signed[(signed["vintage"] == 2023) & (signed["scheme"] == "socio_economic")]
    southeast = signed.set_index("region").loc["southeast"]
    assert southeast[["covered_units", "home_units"]].tolist() == [1, 0]
