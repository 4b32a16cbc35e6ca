"""Tables that each hold one fault, named after it, beside sound ones: only that is reported.

A file of ``faulty`` is called ``TABLE.CODE.csv`` or ``TABLE.CODE.WHICH.csv`` and stands for the
table of that name among the facts of ``made_facts``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.errors import FaultsFound
from analysis.paths import DataFolder
from analysis.processing.build import build
from analysis.tables.registry import layer
from made_facts import lam_son, made_folder

FAULTY = sorted((Path(__file__).parent / "faulty").glob("*.csv"))
# Where each fault stands (row, column) and what its message says.
PLACES: dict[str, tuple[int, str, str]] = {
    "corrections.bad-type": (2, "new_value", "'eight' is not of type integer"),
    "corrections.correction-conflict": (2, "action", "rejected in another row; remove one"),
    "corrections.correction-extra-cells": (2, "column", "accept sets no column, old_value"),
    "corrections.correction-matches-nothing": (2, "fact_id", "is no fact of park_totals.csv"),
    "corrections.correction-matches-nothing.other-table": (2, "fact_id", "of partnerships.csv"),
    "corrections.correction-stale": (2, "old_value", "holds 7, not 6"),
    "corrections.correction-unknown-column": (2, "column", "columns are programme, count, qual"),
    "corrections.correction-unknown-column.locator": (2, "column", "'end' cannot be amended"),
    "corrections.missing-value": (2, "new_value", "count cannot be empty"),
    "corrections.missing-value.reason": (2, "reason", "fill it in"),
    "corrections.not-allowed.action": (2, "action", "allowed are accept, reject, amend"),
    "corrections.not-allowed.amended": (2, "new_value", "allowed are operating, planned"),
    "corrections.too-small": (2, "new_value", "0; must be ≥ 1"),
    "evidence.locator-outside-text.empty-span": (2, "end", "700–700 of 2000 code points"),
    "evidence.unknown-fact": (2, "fact_id", "'partner-000000000000' is in no fact table"),
    "other_facts.bad-csv.quote-left-open": (2, "", "unexpected end of data; restore"),
    "other_facts.bad-encoding.windows-1258": (0, "", "is not UTF-8; save it as UTF-8"),
    "other_facts.locator-outside-text.paragraph": (2, "paragraph", "paragraph 21 of 20"),
    "other_facts.several-homes": (3, "value", "Cà Mau, Đồng Nai for Lam Sơn; reject"),
    "other_facts.unknown-province.home": (2, "item", "'Đồng Nai' (57): no such code"),
    "park_locations.bad-encoding.utf-16": (0, "", "byte 0 is not UTF-8"),
    "park_locations.bad-pattern": (4, "fact_id", "'447ca198746a'; must match ^(park|"),
    "park_locations.duplicated-fact": (6, "fact_id", "the same as park-00efedc392e7; reject"),
    "park_locations.foreign-key": (4, "source_id", "'lam-son-2024-05-20' is not in sources.csv"),
    "park_locations.locator-outside-text": (4, "end", "1995–2005 of 2000 code points in lam-s"),
    "park_locations.not-allowed": (4, "status", "'running'; allowed are operating, planned"),
    "park_locations.truncated-table": (5, "", "the file was cut off: restore or rebuild"),
    "park_locations.unknown-province.successor": (3, "province", "code 80 is Long An; use"),
    "park_totals.bad-columns": (1, "", "header is fact_id, programme, number, qualifier"),
    "park_totals.bad-type.beyond-64-bits": (2, "count", "'99999999999999999999' is not of"),
    "park_totals.bad-type.truth-value": (2, "list_is_exhaustive", "'no' is not of type boolean"),
    "park_totals.bad-type.word": (2, "count", "'seven' is not of type integer; correct it"),
    "park_totals.missing-value": (2, "count", "empty; fill it in"),
    "park_totals.no-programme": (0, "", "no programme has a stated total; extract an article"),
    "park_totals.too-small": (2, "count", "0; must be ≥ 1"),
    "park_totals.total-disagrees": (2, "count", "3 Lam Sơn parks stated, 4 provinces named"),
    "partnerships.total-disagrees": (2, "stated_total", "3 provinces stated, 2 named; correct"),
    "partnerships.truncated-row": (3, "", "14 cells of 15; restore it"),
    "partnerships.unknown-province.no-such-code": (4, "province", "'An Giang' (99): no such"),
    "sources.bad-columns.empty-file": (1, "", "header is nothing; expected source_id, title"),
    "sources.control-character": (2, "title_note", "remove line breaks"),
    "sources.formula": (2, "title_note", "a spreadsheet would run it; let it begin with a word"),
}
# Faults of two rows, or that show in another table than the one that holds them.
ELSEWHERE = {
    "corrections.duplicate-key": [
        ("raw/corrections.csv", 2, "", "duplicate-key"),
        ("raw/corrections.csv", 3, "", "duplicate-key"),
    ],
    "corrections.unknown-province": [
        ("raw/park_locations.csv", 4, "province", "unknown-province"),
    ],
    "park_locations.duplicate-key": [
        ("raw/park_locations.csv", 3, "", "duplicate-key"),
        ("raw/park_locations.csv", 4, "", "duplicate-key"),
    ],
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return made_folder(tmp_path_factory.mktemp("data"), lam_son())


@pytest.fixture
def folder(sound: DataFolder, tmp_path: Path) -> DataFolder:
    shutil.copytree(sound.root, tmp_path, dirs_exist_ok=True)
    return DataFolder(tmp_path)


@pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
def test_the_fault_is_found_and_nothing_is_written(file: Path, folder: DataFolder) -> None:
    name, code, *_ = file.stem.split(".")
    path = folder.raw / f"{name}.csv"
    path.write_bytes(file.read_bytes())
    before = {each: each.read_bytes() for each in folder.root.rglob("*.csv")}
    with pytest.raises(FaultsFound) as raised:
        build(folder)
    found = [(each.file, each.row, each.column, each.code) for each in raised.value.faults]
    if file.stem in ELSEWHERE:
        assert found == ELSEWHERE[file.stem]
    else:
        row, column, words = PLACES[file.stem]
        assert found == [(f"raw/{name}.csv", row, column, code)]
        assert words in raised.value.faults[0].message
    assert {each: each.read_bytes() for each in folder.root.rglob("*.*")} == before


def test_every_expectation_has_its_file() -> None:
    assert {file.stem for file in FAULTY} == {*PLACES, *ELSEWHERE}


def test_without_a_fault_all_is_built(folder: DataFolder) -> None:
    assert len(build(folder)) == len(layer("processed")) + 1  # and the descriptor
