"""Corrections where a reader sees them: in notebook 01, and after an article is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import FaultsFound
from analysis.extraction.raw import extract_files
from analysis.language import LANGUAGES, Language
from analysis.paths import DataFolder
from analysis.processing.build import build, read_facts
from analysis.reporting import session
from analysis.reporting.evidence import say_review
from analysis.reporting.session import Report, open_report
from analysis.storage import write_files
from analysis.tables.files import from_rows, read_tables, table_bytes
from made_facts import correction
from several_sources import HEADED, extracted

SHOWN = "table fact_id item state column old_value new_value reason"
REASONS = {
    "accept": "đã đối chiếu với bài gốc",
    "reject": "địa danh của một công ty khác",
    "amend": "bài viết “hơn 14”",
}


def fact(folder: DataFolder, name: str, **cells: Any) -> dict[str, Any]:
    """Return the one row of a raw table that holds the cells."""
    rows = read_tables(folder.root, [name])[name]
    for column, value in cells.items():
        rows = rows[rows[column] == value]
    (row,) = rows.to_dict("records")
    return {str(column): value for column, value in row.items()}


@pytest.fixture
def corrected(tmp_path: Path) -> DataFolder:
    """A folder of three articles, with a correction of each kind in it."""
    folder = extracted(tmp_path, HEADED)
    cells = {"column": "qualifier", "old_value": "exact", "new_value": "at_least"}
    rows = [
        correction(fact(folder, "park_locations", province="Yên Bái"), "reject"),
        correction(fact(folder, "park_totals", count=11), "accept"),
        correction(fact(folder, "park_totals", count=14), "amend", **cells),
    ]
    rows = [row | {"reason": REASONS[row["action"]]} for row in rows]
    table = table_bytes(from_rows(rows, "corrections"), "corrections")
    write_files({folder.raw / "corrections.csv": table})
    build(folder)
    return folder


def opened(folder: DataFolder, code: str = "en") -> Report:
    return open_report({"language": code, "programme": "VSIP", "data_dir": str(folder.root)})


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def publish(data: dict[str, str], **_: Any) -> None:
        found.append(data.get("text/html", data["text/plain"]))

    monkeypatch.setattr(session, "publish_display_data", publish)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_extracted_corrected_and_rejected_is_shown_with_reasons(
    corrected: DataFolder, texts: list[str], code: str
) -> None:
    report, language = opened(corrected, code), Language(code)
    report.table(say_review(report), "corrections", SHOWN)
    said, table = texts
    facts = sum(len(report.extracted[name]) for name in
                ("park_locations", "park_totals", "partnerships", "other_facts"))  # fmt: skip
    numbers = {"extracted": facts - 3, "accepted": 1, "amended": 1, "rejected": 1}
    assert said == language.text("notebooks.evidence.review", **numbers)
    for state in ("accepted", "amended", "rejected"):
        assert f">{language.term('state', state)}<" in table
    assert all(reason in table for reason in REASONS.values())
    assert f"VSIP · Yên Bái · {language.term('status', 'operating')}" in table
    assert f"VSIP · 14 · {language.term('qualifier', 'exact')}" in table
    old, new = (language.term("qualifier", name) for name in ("exact", "at_least"))
    assert f"<td>{language.term('column', 'qualifier')}</td>" in table
    assert table.index(f"<td>{old}</td>") < table.index(f"<td>{new}</td>")


def test_a_rejected_row_is_in_no_other_table_and_an_amended_one_is_amended(
    corrected: DataFolder,
) -> None:
    report = opened(corrected)
    assert "Yên Bái" not in set(report.tables["park_locations"]["province"])
    assert "Yên Bái" in set(report.extracted["park_locations"]["province"])
    claims = report.rows("claims").set_index("count")
    assert claims["qualifier"].to_dict() == {11: "exact", 13: "exact", 14: "at_least"}
    assert claims.loc[11, "parks_named"] == 1


def test_amended_cells_read_as_in_their_own_table(corrected: DataFolder, texts: list[str]) -> None:
    row = fact(corrected, "park_totals", count=13)
    cells = {"column": "list_is_exhaustive", "old_value": "false", "new_value": "true"}
    amended = correction(row, "amend", **cells)
    place = fact(corrected, "park_locations", province="Trà Vinh")
    cells = {"column": "developer", "old_value": None, "new_value": "Sonadezi"}
    table = from_rows([amended, correction(place, "amend", **cells)], "corrections")
    write_files({corrected.raw / "corrections.csv": table_bytes(table, "corrections")})
    build(corrected)
    report = opened(corrected, "vi")
    shown = say_review(report).set_index("column")
    assert shown.loc["Danh sách đầy đủ", ["old_value", "new_value"]].tolist() == ["Không", "Có"]
    assert shown.loc["Nhà phát triển", ["old_value", "new_value"]].tolist() == ["–", "Sonadezi"]
    assert texts


def test_corrections_survive_a_new_extraction(corrected: DataFolder, tmp_path: Path) -> None:
    before = {name: table.copy() for name, table in read_facts(corrected.root).items()}
    kept = (corrected.raw / "corrections.csv").read_bytes()
    files = [tmp_path / f"{name}.txt" for name in HEADED]
    extract_files(files, corrected.reference, corrected.raw)
    longer = tmp_path / "hoi-nghi.txt"
    longer.write_text("Tin vắn\n\n" + HEADED["hoi-nghi"], encoding="utf-8")
    extract_files([longer], corrected.reference, corrected.raw)
    assert (corrected.raw / "corrections.csv").read_bytes() == kept
    after = read_facts(corrected.root)
    pd.testing.assert_frame_equal(after["park_locations"], before["park_locations"])
    moved = ["start", "end", "paragraph"]
    pd.testing.assert_frame_equal(
        after["park_totals"].drop(columns=moved), before["park_totals"].drop(columns=moved)
    )
    assert (after["park_totals"]["start"] != before["park_totals"]["start"]).sum() == 1


def test_a_correction_of_a_fact_that_is_no_longer_stated_is_a_fault(
    corrected: DataFolder, tmp_path: Path
) -> None:
    silent = tmp_path / "hoi-nghi.txt"
    silent.write_text("Hội nghị đầu năm\n\nKhông có con số nào.\n", encoding="utf-8")
    extract_files([silent], corrected.reference, corrected.raw)
    with pytest.raises(FaultsFound, match=r"correction-matches-nothing.*of park_totals"):
        build(corrected)
