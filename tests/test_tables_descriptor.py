"""``datapackage.json`` is a valid Data Package that describes the tables as they are."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from analysis.paths import DataFolder
from analysis.processing.build import build
from analysis.tables.registry import Table, tables
from made_facts import correction, lam_son, made_folder, total


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    accepted = correction(total(7), "accept")
    made = made_folder(tmp_path_factory.mktemp("data"), lam_son(corrections=[accepted]))
    build(made)
    return made


@pytest.fixture(scope="module")
def package(folder: DataFolder) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder.root / "datapackage.json").read_text("utf-8"))
    return loaded


def faults_of(root: Path) -> list[tuple[str, str]]:
    """Resource and kind of every error that frictionless finds."""
    with system.use_context(trusted=False):
        report = Package(str(root / "datapackage.json")).validate()
    return [(task.name, error.type) for task in report.tasks for error in task.errors] + [
        ("", error.type) for error in report.errors
    ]


def test_the_package_and_every_table_are_valid(folder: DataFolder) -> None:
    assert faults_of(folder.root) == []


def test_the_package_says_which_version_it_follows(package: dict[str, Any]) -> None:
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"]
    assert [each["name"] for each in package["resources"]] == [*tables()]
    assert "created" not in package


@pytest.mark.parametrize("each", tables().values(), ids=lambda each: each.name)
def test_a_table_is_described_as_it_is(
    each: Table, package: dict[str, Any], folder: DataFolder
) -> None:
    resource = next(found for found in package["resources"] if found["name"] == each.name)
    data = (folder.root / resource["path"]).read_bytes()
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert resource["schema"]["primaryKey"] == list(each.key)
    fields = resource["schema"]["fields"]
    assert [found["name"] for found in fields] == data.decode("utf-8").split("\n")[0].split(",")
    for described, column in zip(fields, each.fields, strict=True):
        assert described["type"] == column.type
        assert described["description"] == column.description
        assert described.get("unit", "") == column.unit
        assert described.get("constraints", {}).get("required", False) is not column.optional
    keys = {key["reference"]["resource"] for key in resource["schema"].get("foreignKeys", [])}
    assert keys == set(each.references)
    assert ("sources" in resource) == (each.layer == "reference")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("raw/park_totals.csv", ",7,", ",x,", ("park_totals", "type-error")),
        ("raw/park_totals.csv", ",7,", ",0,", ("park_totals", "constraint-error")),
        ("raw/evidence.csv", "lam-son-2024", "lam-sao-2024", ("evidence", "foreign-key")),
        ("processed/units.csv", "2023,01,", "2023,02,", ("units", "primary-key")),
    ],
)
def test_frictionless_sees_what_is_changed_afterwards(
    file: str, old: str, new: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    folder = made_folder(tmp_path, lam_son())
    build(folder)
    path = tmp_path / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = faults_of(tmp_path)
    assert expected in found
    assert (expected[0], "hash-count") in found


@pytest.mark.parametrize("change", ["mark", "crlf"])
def test_a_correction_table_saved_by_a_spreadsheet_stays_valid(change: str, tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son(corrections=[correction(total(7), "accept")]))
    path = folder.raw / "corrections.csv"
    data = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + data if change == "mark" else data.replace(b"\n", b"\r\n"))
    build(folder)
    assert faults_of(tmp_path) == []
