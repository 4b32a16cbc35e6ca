"""The reference tables, against the shared lists, an independent package and geography."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tomllib
import unicodedata
from collections import Counter
from contextlib import closing
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from geopy.distance import great_circle  # type: ignore[import-untyped]
from scipy.stats import spearmanr

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "data/raw/reference"
SHARED = ROOT.parent / "shared/reference"
REGISTRY = tomllib.loads((ROOT / "src/analysis/tables/registry.toml").read_text(encoding="utf-8"))
LAYER = {name: spec for name, spec in REGISTRY["tables"].items() if spec["layer"] == "reference"}
VINTAGES = ("2023", "2025")


def columns(name: str) -> list[str]:
    return [REGISTRY["fields"][key].get("name", key) for key in LAYER[name]["fields"]]


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / f"{name}.csv", dtype=str, keep_default_na=False)


def units(vintage: str) -> pd.DataFrame:
    table = read("admin_units")
    return table[table["vintage"] == vintage].set_index("code")


def shared(name: str) -> pd.DataFrame:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"the shared material is not beside the repository ({path} is absent)")
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def query(sql: str) -> list[tuple[Any, ...]]:
    path = str(resources.files("vietnamadminunits") / "data/dataset.db")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def names_of(vintage: str, scheme: str, region: str) -> set[str]:
    rows = read("unit_regions")
    rows = rows[(rows["vintage"] == vintage) & (rows["scheme"] == scheme)]
    return set(units(vintage).loc[rows.loc[rows["region"] == region, "code"], "name"])


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("name", LAYER)
def test_file_is_nfc_with_minimal_quotes_and_sorted_unique_keys(name: str) -> None:
    text = (REFERENCE / f"{name}.csv").read_bytes().decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == columns(name)
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    assert stream.getvalue() == text == unicodedata.normalize("NFC", text)
    keys = [tuple(row[header.index(column)] for column in LAYER[name]["key"]) for row in rows]
    assert keys == sorted(set(keys))
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize(
    ("name", "target", "on"),
    [
        (name, target, on)
        for name, spec in LAYER.items()
        for target, on in spec.get("references", {}).items()
    ],
)
def test_foreign_keys_hold(name: str, target: str, on: list[str]) -> None:
    known = set(read(target)[on].itertuples(index=False, name=None))
    assert set(read(name)[on].itertuples(index=False, name=None)) <= known


def test_every_column_has_exactly_one_source() -> None:
    sources = read("reference_sources")
    described = Counter(
        (row.table, column) for row in sources.itertuples() for column in str(row.columns).split()
    )
    expected = Counter((name, column) for name in LAYER for column in columns(name))
    assert described == expected
    assert (sources[["producer", "citation", "licence"]] != "").all(axis=None)


# ---------------------------------------------------------------- units


def test_vintages_have_63_and_34_units_with_their_cities() -> None:
    assert [len(units(vintage)) for vintage in VINTAGES] == [63, 34]
    cities = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
    for vintage, expected in zip(VINTAGES, (cities, cities | {"Huế"}), strict=True):
        table = units(vintage)
        assert set(table.loc[table["kind"] == "city", "name"]) == expected


def test_units_agree_with_the_shared_lists() -> None:
    other_names = {"name_vi": "name", "area_km2_sum63": "area_km2", "pop2023_sum63": "population"}
    kept = ["name", "name_en", "area_km2", "population"]
    for vintage, file in zip(VINTAGES, ("provinces63.csv", "units34.csv"), strict=True):
        theirs = shared(file).set_index("code").rename(columns=other_names)
        pd.testing.assert_frame_equal(theirs[kept].sort_index(), units(vintage)[kept])
    iso = shared("provinces63.csv").set_index("code")["iso"]
    assert units("2023")["iso"].to_dict() == iso.to_dict()
    kinds = shared("units34.csv").set_index("code")["type"]
    assert (units("2025")["kind"] == kinds.map({"tỉnh": "province", "thành phố": "city"})).all()


@pytest.mark.parametrize("vintage", VINTAGES)
def test_totals_of_area_and_population(vintage: str) -> None:
    table = units(vintage)
    assert sum(map(Decimal, table["area_km2"])) == Decimal("331331.9")
    assert round(sum(map(int, table["population"])) / 1e6, 3) == 100.309


def test_iso_codes_exist_for_2023_only_and_are_unique() -> None:
    assert units("2023")["iso"].is_unique
    assert units("2023")["iso"].str.fullmatch(r"VN-[0-9A-Z]{2}").all()
    assert set(units("2025")["iso"]) == {""}


def test_codes_reused_with_another_meaning() -> None:
    old, new = (units(vintage)["name"].to_dict() for vintage in VINTAGES)
    changed = {code for code, name in new.items() if old[code] != name}
    assert changed == {"15", "24", "44", "52", "80", "82", "91"} | {"46"}


@pytest.mark.parametrize(
    ("vintage", "sql"),
    [
        ("2023", "select distinct provinceCode, provinceShort from admin_units_legacy"),
        ("2025", "select distinct provinceCode, provinceShort from admin_units"),
    ],
)
def test_names_and_codes_agree_with_an_independent_package(vintage: str, sql: str) -> None:
    theirs = dict(query(sql))
    if vintage == "2023":  # the package has the province's name of January to June 2025
        assert theirs.pop("46") == "Huế"
        theirs["46"] = "Thừa Thiên Huế"
    assert theirs == units(vintage)["name"].to_dict()


# Seats that the package lists under the name of a district.
SEATS = {
    "Hà Nội": "Hoàn Kiếm",
    "Hải Phòng": "Hồng Bàng",
    "Huế": "Thuận Hóa",
    "Đà Nẵng": "Hải Châu",
    "Hồ Chí Minh": "Quận 1",
    "Cần Thơ": "Ninh Kiều",
    "Ninh Bình": "Hoa Lư",
    "Cao Lãnh": "Cao Lãnh (Thành phố)",
}


@pytest.mark.parametrize("vintage", VINTAGES)
def test_centres_lie_within_15_km_of_the_town(vintage: str) -> None:
    fields = "provinceCode, districtShort, districtLat, districtLon"
    rows = query(f"select distinct {fields} from admin_units_legacy")
    towns = {(code, town): point for code, town, *point in rows}
    successions = read("successions")
    far = {}
    for code, unit in units(vintage).iterrows():
        former = successions.loc[successions["code_2025"] == code, "code_2023"]
        provinces = [str(code)] if vintage == "2023" else list(former)
        town = SEATS.get(unit["centre"], unit["centre"])
        (point,) = [towns[each, town] for each in provinces if (each, town) in towns]
        distance = great_circle(point, (unit["latitude"], unit["longitude"])).km
        if distance > 15:
            far[unit["centre"]] = distance
    assert far == {}


# By Resolution 60-NQ/TW the centre is in the province named: its capital of 2023.
MOVED_SEATS = {
    "Lào Cai": "Yên Bái",
    "Bắc Ninh": "Bắc Giang",
    "Quảng Trị": "Quảng Bình",
    "Gia Lai": "Bình Định",
    "Tây Ninh": "Long An",
    "Đồng Tháp": "Tiền Giang",
    "An Giang": "Kiên Giang",
}


def test_seats_of_2025_are_former_capitals() -> None:
    old, new = (units(vintage).set_index("name")["centre"] for vintage in VINTAGES)
    for unit, seat in new.items():
        former = "Thừa Thiên Huế" if unit == "Huế" else MOVED_SEATS.get(str(unit), str(unit))
        assert seat == ("Hoa Lư" if unit == "Ninh Bình" else old[former])


# ---------------------------------------------------------------- successions


def test_successors_and_predecessors_agree_with_the_shared_lists() -> None:
    rows = read("successions")
    old, new = (units(vintage)["name"] for vintage in VINTAGES)
    ours = dict(zip(rows["code_2023"].map(old), rows["code_2025"].map(new), strict=True))
    assert ours == shared("provinces63.csv").set_index("name_vi")["successor34"].to_dict()
    before = shared("units34.csv").set_index("name_vi")["predecessors"]
    for unit, names in before.items():
        assert {name for name, successor in ours.items() if successor == unit} == set(
            names.split("|")
        )


def test_successors_agree_with_an_independent_package() -> None:
    file = resources.files("vietnamadminunits") / "data/converter_2025.json"
    former = json.loads(file.read_text(encoding="utf-8"))["DICT_PROVINCE"]
    old, new = (
        dict(query(f"select distinct provinceKey, provinceCode from {table}"))
        for table in ("admin_units_legacy", "admin_units")
    )
    theirs = {old[key]: new[unit] for unit, keys in former.items() for key in keys}
    rows = read("successions")
    assert dict(zip(rows["code_2023"], rows["code_2025"], strict=True)) == theirs


def test_sums_and_kinds_follow_from_the_predecessors() -> None:
    rows = read("successions")
    old, new = (units(vintage) for vintage in VINTAGES)
    assert set(rows["code_2023"]) == set(old.index)
    assert set(rows["code_2025"]) == set(new.index)
    for code, unit in new.iterrows():
        group = rows[rows["code_2025"] == code]
        former = old.loc[group["code_2023"]]
        assert Decimal(unit["area_km2"]) == sum(map(Decimal, former["area_km2"]))
        assert int(unit["population"]) == sum(map(int, former["population"]))
        same = list(former["name"]) == [unit["name"]]
        kind = "merged" if len(group) > 1 else "unchanged" if same else "renamed"
        assert set(group["succession"]) == {kind}
    assert Counter(rows["succession"]) == {"merged": 52, "unchanged": 10, "renamed": 1}


# ---------------------------------------------------------------- regions


def test_regions_agree_with_the_shared_lists() -> None:
    named = read("regions").set_index(["vintage", "scheme", "region"])["name"]
    rows = read("unit_regions")
    rows = rows[rows["scheme"] == "socio_economic"]
    for vintage, file, column in (
        ("2023", "provinces63.csv", "region6_2023"),
        ("2025", "units34.csv", "region6_2025"),
    ):
        ours = rows[rows["vintage"] == vintage].set_index("code")["region"]
        theirs = shared(file).set_index("code")[column].to_dict()
        assert {c: named[vintage, "socio_economic", r] for c, r in ours.items()} == theirs


@pytest.mark.parametrize(
    ("vintage", "scheme", "sizes"),
    [
        ("2023", "socio_economic", [14, 11, 14, 5, 6, 13]),
        ("2025", "socio_economic", [9, 6, 5, 6, 3, 5]),
        ("2023", "key_economic", [7, 5, 8, 4]),
        ("2025", "key_economic", []),
        ("2023", "north_centre_south", [25, 19, 19]),
        ("2025", "north_centre_south", [15, 11, 8]),
    ],
)
def test_region_sizes_from_north_to_south(vintage: str, scheme: str, sizes: list[int]) -> None:
    regions = read("regions").astype({"order": int}).sort_values("order")
    regions = regions[(regions["vintage"] == vintage) & (regions["scheme"] == scheme)]
    assert list(regions["order"]) == list(range(1, len(sizes) + 1))
    assert [len(names_of(vintage, scheme, region)) for region in regions["region"]] == sizes


def test_key_economic_membership() -> None:
    members = {
        "north_key": "Hà Nội, Hưng Yên, Hải Dương, Hải Phòng, Quảng Ninh, Vĩnh Phúc, Bắc Ninh",
        "central_key": "Thừa Thiên Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi, Bình Định",
        "south_key": "Hồ Chí Minh, Đồng Nai, Bà Rịa - Vũng Tàu, Bình Dương, Bình Phước, Tây Ninh, "
        "Long An, Tiền Giang",
        "mekong_key": "Cần Thơ, An Giang, Kiên Giang, Cà Mau",
    }
    for region, names in members.items():
        assert names_of("2023", "key_economic", region) == set(names.split(", "))


@pytest.mark.parametrize("vintage", VINTAGES)
def test_north_centre_south_groups_whole_socio_economic_regions(vintage: str) -> None:
    rows = read("unit_regions")
    wide = rows[rows["vintage"] == vintage].pivot(index="code", columns="scheme", values="region")
    third = wide.groupby("socio_economic")["north_centre_south"].unique()
    parts = {region: str(found[0]) for region, found in third.items() if len(found) == 1}
    assert len(parts) == 6
    assert {region for region, part in parts.items() if part == "north"} == {
        "northern_midlands_and_mountains", "red_river_delta"
    }  # fmt: skip
    assert {region for region, part in parts.items() if part == "south"} == {
        "southeast", "mekong_river_delta"
    }  # fmt: skip


# ---------------------------------------------------------------- aliases

PREFIX = re.compile(r"^(?:tỉnh |thành phố |t\.?p(?:\. ?| ))")
SUFFIX = re.compile(r"(?: province| city)$")
TONES = "\u0300\u0301\u0303\u0309\u0323"
# No single province in news: a former province of two, and two provinces side by side.
NO_ONE_PROVINCE = {"Nghệ Tĩnh", "Quảng Nam - Đà Nẵng"}


def spelling(text: str) -> str:
    """Return a key that case, tone placement, blanks, dashes and unit words do not change."""
    plain = unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").casefold()
    bare = SUFFIX.sub("", PREFIX.sub("", plain))
    syllables = re.split(r"[\s\-\u2010-\u2015\u2212]+", unicodedata.normalize("NFD", bare))
    return "".join(
        "".join(sorted(syllable, key=lambda letter: letter in TONES)) for syllable in syllables
    )


def unaccented(key: str) -> str:
    return "".join(letter for letter in key if not unicodedata.combining(letter)).replace("đ", "d")


def spellings() -> dict[str, set[str]]:
    """Return the 2023 codes by key; an abbreviation keeps its diacritics."""
    known: dict[str, set[str]] = {}
    rows = [*units("2023")["name"].items()]
    rows += [*read("aliases").set_index("code")["alias"].items()]
    for code, name in rows:
        for key in {spelling(name)} | (
            {unaccented(spelling(name))} if not name.isupper() else set()
        ):
            known.setdefault(key, set()).add(str(code))
    return known


def test_no_spelling_means_two_provinces() -> None:
    assert [key for key, codes in spellings().items() if len(codes) > 1] == []


def test_aliases_are_no_official_names() -> None:
    assert set(read("aliases")["alias"]).isdisjoint(units("2023")["name"])
    assert set(read("aliases")["vintage"]) == {"2023"}


def test_shared_aliases_resolve_by_rules_and_table() -> None:
    rows = shared("aliases.csv")
    known, names = spellings(), units("2023")["name"]
    wrong = {
        row.alias: row.name_vi
        for row in rows.itertuples()
        if row.alias not in NO_ONE_PROVINCE
        and {names[code] for code in known.get(spelling(str(row.alias)), set())} != {row.name_vi}
    }
    assert wrong == {}
    assert set(rows["alias"]) >= NO_ONE_PROVINCE


def test_names_of_2025_resolve_to_a_predecessor() -> None:
    known = spellings()
    rows = read("successions")
    for code, name in units("2025")["name"].items():
        assert known[spelling(name)] <= set(rows.loc[rows["code_2025"] == code, "code_2023"])


@pytest.mark.parametrize("text", ["DN", "Quảng Nam - Đà Nẵng", "Thái Bình Dương", "Bình", "TP"])
def test_other_words_resolve_to_nothing(text: str) -> None:
    assert spelling(text) not in spellings()


# ---------------------------------------------------------------- organisations


def test_organisations_list_their_own_name_and_share_no_alias() -> None:
    rows = read("organisations")
    assert (rows["organisation"] == rows["alias"]).sum() == rows["organisation"].nunique()
    assert rows["alias"].str.casefold().is_unique
    assert len(rows[["organisation", "kind"]].drop_duplicates()) == rows["organisation"].nunique()
    assert 25 <= rows["organisation"].nunique() <= 45
    assert set(rows.loc[rows["organisation"] == "VSIP", "kind"]) == {"programme"}


def test_the_two_states_alone_are_no_programme() -> None:
    assert "Việt Nam - Singapore" not in set(read("organisations")["alias"])


def test_no_organisation_is_spelt_like_a_province() -> None:
    keys = {spelling(alias) for alias in read("organisations")["alias"]}
    assert keys.isdisjoint(spellings())


# ---------------------------------------------------------------- tile grid

# Units with a common border, by the label of their tile; not all there are.
NEIGHBOURS = {
    "2023": """
        Lai Châu: Điện Biên, Sơn La, Lào Cai; Điện Biên: Sơn La; Sơn La: Yên Bái, Phú Thọ, Hòa
        Bình, Thanh Hóa; Lào Cai: Hà Giang, Yên Bái; Yên Bái: Tuyên Quang, Phú Thọ, Hà Giang; Hà
        Giang: Tuyên Quang, Cao Bằng; Tuyên Quang: Bắc Kạn, Thái Nguyên, Phú Thọ, Vĩnh Phúc; Cao
        Bằng: Bắc Kạn, Lạng Sơn; Bắc Kạn: Thái Nguyên, Lạng Sơn; Thái Nguyên: Lạng Sơn, Bắc
        Giang, Hà Nội, Vĩnh Phúc; Lạng Sơn: Bắc Giang, Quảng Ninh; Bắc Giang: Quảng Ninh, Hải
        Dương, Bắc Ninh, Hà Nội; Quảng Ninh: Hải Dương, Hải Phòng; Vĩnh Phúc: Phú Thọ, Hà Nội;
        Phú Thọ: Hòa Bình, Hà Nội; Hà Nội: Bắc Ninh, Hưng Yên, Hà Nam, Hòa Bình; Bắc Ninh: Hải
        Dương, Hưng Yên; Hải Dương: Hải Phòng, Hưng Yên, Thái Bình; Hải Phòng: Thái Bình; Hưng
        Yên: Hà Nam, Thái Bình; Hà Nam: Nam Định, Ninh Bình, Hòa Bình, Thái Bình; Thái Bình: Nam
        Định; Nam Định: Ninh Bình; Ninh Bình: Hòa Bình, Thanh Hóa; Hòa Bình: Thanh Hóa; Thanh
        Hóa: Nghệ An; Nghệ An: Hà Tĩnh; Hà Tĩnh: Quảng Bình; Quảng Bình: Quảng Trị; Quảng Trị:
        TT Huế; TT Huế: Đà Nẵng, Quảng Nam; Đà Nẵng: Quảng Nam; Quảng Nam: Quảng Ngãi, Kon Tum;
        Quảng Ngãi: Kon Tum, Bình Định; Kon Tum: Gia Lai; Bình Định: Gia Lai, Phú Yên; Gia Lai:
        Đắk Lắk, Phú Yên; Phú Yên: Đắk Lắk, Khánh Hòa; Đắk Lắk: Đắk Nông, Lâm Đồng, Khánh Hòa;
        Khánh Hòa: Lâm Đồng, Ninh Thuận; Đắk Nông: Lâm Đồng, Bình Phước; Lâm Đồng: Ninh Thuận,
        Bình Thuận, Đồng Nai, Bình Phước; Ninh Thuận: Bình Thuận; Bình Thuận: Đồng Nai, BR-VT;
        Bình Phước: Tây Ninh, Bình Dương, Đồng Nai; Tây Ninh: Bình Dương, TP.HCM, Long An; Bình
        Dương: TP.HCM, Đồng Nai; TP.HCM: Đồng Nai, BR-VT, Long An, Tiền Giang; Đồng Nai: BR-VT;
        Long An: Tiền Giang, Đồng Tháp; Tiền Giang: Bến Tre, Vĩnh Long, Đồng Tháp; Đồng Tháp: An
        Giang, Cần Thơ, Vĩnh Long; Bến Tre: Vĩnh Long, Trà Vinh; Vĩnh Long: Trà Vinh, Cần Thơ,
        Hậu Giang; An Giang: Kiên Giang, Cần Thơ; Cần Thơ: Kiên Giang, Hậu Giang; Hậu Giang:
        Kiên Giang, Sóc Trăng, Bạc Liêu; Sóc Trăng: Bạc Liêu; Kiên Giang: Cà Mau, Bạc Liêu; Bạc
        Liêu: Cà Mau
        """,
    "2025": """
        Lai Châu: Điện Biên, Sơn La, Lào Cai; Điện Biên: Sơn La; Sơn La: Lào Cai, Phú Thọ, Thanh
        Hóa; Lào Cai: Tuyên Quang, Phú Thọ; Tuyên Quang: Cao Bằng, Thái Nguyên, Phú Thọ; Cao
        Bằng: Lạng Sơn, Thái Nguyên; Thái Nguyên: Lạng Sơn, Bắc Ninh, Hà Nội, Phú Thọ; Lạng Sơn:
        Bắc Ninh, Quảng Ninh; Phú Thọ: Hà Nội, Ninh Bình, Thanh Hóa; Hà Nội: Bắc Ninh, Hưng Yên,
        Ninh Bình; Bắc Ninh: Hưng Yên, Hải Phòng, Quảng Ninh; Quảng Ninh: Hải Phòng; Hải Phòng:
        Hưng Yên; Hưng Yên: Ninh Bình; Ninh Bình: Thanh Hóa; Thanh Hóa: Nghệ An; Nghệ An: Hà
        Tĩnh; Hà Tĩnh: Quảng Trị; Quảng Trị: Huế; Huế: Đà Nẵng; Đà Nẵng: Quảng Ngãi; Quảng Ngãi:
        Gia Lai; Gia Lai: Đắk Lắk; Đắk Lắk: Khánh Hòa, Lâm Đồng; Khánh Hòa: Lâm Đồng; Lâm Đồng:
        Đồng Nai, TP.HCM; Đồng Nai: TP.HCM, Tây Ninh; Tây Ninh: TP.HCM, Đồng Tháp; TP.HCM: Đồng
        Tháp; Đồng Tháp: An Giang, Cần Thơ, Vĩnh Long; Vĩnh Long: Cần Thơ; An Giang: Cần Thơ, Cà
        Mau; Cần Thơ: Cà Mau
        """,
}


def tiles(vintage: str) -> pd.DataFrame:
    table = read("tile_grid").astype({"row": int, "column": int})
    return table[table["vintage"] == vintage].set_index("tile")


def steps(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return the moves of a chess king between two cells."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


@pytest.mark.parametrize("vintage", VINTAGES)
def test_tiles_are_the_units_and_both_archipelagos(vintage: str) -> None:
    table = tiles(vintage)
    codes = units(vintage).index
    assert set(table.index) == set(codes) | {"hoang_sa", "truong_sa"}
    assert (table.loc[codes, "belongs_to"] == codes).all()
    owners = units(vintage).loc[table.loc[["hoang_sa", "truong_sa"], "belongs_to"], "name"]
    assert list(owners) == ["Đà Nẵng", "Khánh Hòa"]
    assert list(table.loc[["hoang_sa", "truong_sa"], "label"]) == ["Hoàng Sa", "Trường Sa"]


@pytest.mark.parametrize("vintage", VINTAGES)
def test_tiles_share_no_cell_and_no_label(vintage: str) -> None:
    table = tiles(vintage)
    assert not table.duplicated(["row", "column"]).any()
    assert table["label"].is_unique
    assert table["label"].str.split().explode().str.len().max() <= 10
    assert [table["row"].min(), table["column"].min()] == [0, 0]


@pytest.mark.parametrize("vintage", VINTAGES)
def test_mainland_is_one_body_and_the_archipelagos_lie_in_the_sea(vintage: str) -> None:
    table = tiles(vintage)
    land = table.loc[units(vintage).index]
    cells = set(zip(land["row"], land["column"], strict=True))
    reached: set[tuple[int, int]] = set()
    border = {min(cells)}
    while border:
        reached |= border
        border = {cell for cell in cells - reached if any(steps(cell, at) == 1 for at in border)}
    assert reached == cells
    assert (table.loc[["hoang_sa", "truong_sa"], "column"] > land["column"].max()).all()
    rows, owners = table["row"].to_dict(), table["belongs_to"].to_dict()
    assert abs(rows["hoang_sa"] - rows[owners["hoang_sa"]]) <= 1
    assert rows["hoang_sa"] < rows[owners["truong_sa"]] < rows["truong_sa"]


@pytest.mark.parametrize("vintage", VINTAGES)
def test_neighbours_stay_close(vintage: str) -> None:
    table = tiles(vintage).set_index("label")
    cell = {str(label): (int(row["row"]), int(row["column"])) for label, row in table.iterrows()}
    text = " ".join(NEIGHBOURS[vintage].split())
    groups = [group.split(": ") for group in text.split("; ")]
    pairs = [(one, other) for one, others in groups for other in others.split(", ")]
    assert (
        len({frozenset(pair) for pair in pairs}) == len(pairs) >= {"2023": 60, "2025": 40}[vintage]
    )
    assert {name for pair in pairs for name in pair} == set(cell) - {"Hoàng Sa", "Trường Sa"}
    moves = [steps(cell[one], cell[other]) for one, other in pairs]
    assert moves.count(1) / len(moves) >= 0.7
    assert max(moves) <= 3


@pytest.mark.parametrize("vintage", VINTAGES)
def test_tiles_keep_north_and_west(vintage: str) -> None:
    table = units(vintage).join(tiles(vintage)[["row", "column"]])
    south = spearmanr(table["row"], -table["latitude"].astype(float)).statistic
    east = spearmanr(table["column"], table["longitude"].astype(float)).statistic
    assert south >= 0.95
    assert east >= 0.75
