"""The whole build: what it writes, that it repeats itself, and that a fault writes nothing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import FaultsFound
from analysis.paths import DataFolder
from analysis.processing.build import build, process, read_facts
from analysis.processing.corrections import FACT_TABLES
from analysis.processing.headline import measures
from analysis.tables.files import read_tables, table_bytes
from analysis.tables.registry import layer, table
from made_facts import Row, correction, lam_son, made_folder, made_tables, park, partner, total

WRITTEN = [*(each.file for each in layer("processed")), "datapackage.json"]


def contents(folder: DataFolder) -> dict[str, bytes]:
    files = (path for path in folder.root.rglob("*") if path.is_file())
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in files}


def test_processed_tables_and_descriptor_are_written(tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son())
    before = contents(folder)
    changed = build(folder)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in changed) == sorted(WRITTEN)
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == set(WRITTEN)


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son())
    build(folder)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert build(folder) == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == stamps


def test_the_order_of_raw_rows_does_not_matter(tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son())
    build(folder)
    before = contents(folder)
    for name in ("park_locations", "partnerships"):
        path = folder.raw / f"{name}.csv"
        header, *rows = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text(header + "".join(reversed(rows)), "utf-8")
    assert [path.name for path in build(folder)] == ["datapackage.json"]
    assert {name: contents(folder)[name] for name in WRITTEN[:-1]} == {
        name: before[name] for name in WRITTEN[:-1]
    }


def test_a_fault_leaves_the_last_build(tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son())
    build(folder)
    rejected = correction(total(9), "reject")
    made_folder(tmp_path, {"corrections": [rejected], "park_totals": [total(8)]})
    before = contents(folder)
    with pytest.raises(FaultsFound, match="correction-matches-nothing"):
        build(folder)
    assert contents(folder) == before


def test_corrections_reach_the_processed_tables(tmp_path: Path) -> None:
    rejected = correction(park("35"), "reject")
    amended = correction(total(7), "amend", column="count", old_value="7", new_value="9")
    folder = made_folder(tmp_path, lam_son(corrections=[rejected, amended]))
    build(folder)
    units = read_tables(tmp_path, ["units"])["units"]
    units = units[units["vintage"] == 2023].set_index("code")
    assert units.loc["35", "parks_named"] == 0
    assert (units.loc["22", ["parks_lower", "parks_upper"]] == [1, 7]).all()


@pytest.mark.parametrize(
    "rows",
    [
        {"park_totals": [total(7, qualifier="at_least")]},
        {"park_totals": [total(7, qualifier="approx")], "other_facts": []},
        {"park_locations": [], "partnerships": [], "evidence": []},
        {"park_locations": [park("22")], "partnerships": [partner("10")]},
        {"park_totals": [total(1)], "park_locations": [park("22")]},
        {"park_totals": [total(7, list_is_exhaustive=True)]},
        {"park_totals": [total(7), total(3, programme="Hoa Lư")]},
        {"park_locations": [park(f"{code:02}") for code in (1, 2, 4, 6, 8, 10, 11)]},
    ],
)
def test_sparse_and_odd_facts_are_built_and_fit_their_tables(
    rows: dict[str, list[Row]], tmp_path: Path
) -> None:
    build(made_folder(tmp_path, lam_son(**rows)))
    found = read_tables(tmp_path, [each.name for each in layer("processed")])
    programmes = len({row["programme"] for row in lam_son(**rows)["park_totals"]})
    assert len(found["units"]) == programmes * (63 + 34)
    assert len(found["region_spread"]) == programmes * (6 + 4 + 3 + 6 + 3)
    assert len(found["region_coverage"]) == len(found["region_spread"])
    assert (found["units"]["parks_lower"] <= found["units"]["parks_upper"].fillna(99)).all()


def test_each_programme_is_built_as_if_alone() -> None:
    name = {"programme": "Hoa Lư"}
    mine, other = [total(7)], [total(3, **name)]
    places, others = [park("22"), park("35")], [park("37", **name)]
    together = process(
        made_tables(lam_son(park_totals=mine + other, park_locations=places + others))
    )
    alone = process(made_tables(lam_son(park_totals=other, park_locations=others)))
    for table_name, frame in together.items():
        own = frame[frame["programme"] == "Hoa Lư"]
        assert table_bytes(own, table_name) == table_bytes(alone[table_name], table_name)


# ---------------------------------------------------------------- headline


def test_every_measure_is_described_and_occurs() -> None:
    found = process(made_tables(lam_son()))["headline"]
    assert set(found["measure"]) == set(measures())
    for spec in measures().values():
        assert spec["unit"]
        assert not spec["note"].endswith(".")
        assert set(spec["facts"]) <= {"total", "parks", "partners", "home"}


def test_values_lie_inside_their_intervals_and_ranges() -> None:
    found = process(made_tables(lam_son()))["headline"]
    assert (found["lower"].fillna(found["value"]) <= found["value"]).all()
    assert (found["value"] <= found["upper"].fillna(found["value"])).all()
    bounded = found[found["unit"].isin(["share", "probability", "index"])]
    assert bounded["value"].between(0, 1).all()
    assert (found["value"] >= 0).all()


def test_numbers_that_rest_on_facts_name_them(tmp_path: Path) -> None:
    tables = read_facts(made_folder(tmp_path, lam_son()).root)
    known = set().union(*(tables[name]["fact_id"] for name in FACT_TABLES))
    rows = process(tables)["headline"]
    for measure, ids in zip(rows["measure"], rows["fact_ids"], strict=True):
        named = ids.split() if isinstance(ids, str) else []
        assert set(named) <= known
        assert bool(named) == bool(measures()[measure]["facts"])


def test_stated_total_is_a_bound_where_it_is_meant_as_one() -> None:
    for qualifier, ends in {
        "exact": (None, None), "at_least": (7, None), "at_most": (None, 7), "approx": (None, None),
    }.items():  # fmt: skip
        found = process(made_tables(lam_son(park_totals=[total(7, qualifier=qualifier)])))[
            "headline"
        ]
        row = found[found["measure"] == "parks_stated"].iloc[0]
        assert row["value"] == 7
        assert tuple(None if pd.isna(row[end]) else row[end] for end in ("lower", "upper")) == ends


def test_facts_without_a_total_cannot_be_processed() -> None:
    with pytest.raises(FaultsFound, match=r"\[no-programme\] no programme has a stated total"):
        process(made_tables(lam_son(park_totals=[])))


def test_processed_tables_hold_the_columns_of_the_registry() -> None:
    for name, frame in process(made_tables(lam_son())).items():
        assert [*frame.columns] == table(name).columns
