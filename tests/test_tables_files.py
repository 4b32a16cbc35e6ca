"""Tables are read as they are written; what a file may and may not be."""

from __future__ import annotations

import csv
import io
import math
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import Fault, FaultsFound
from analysis.tables.files import from_rows, read_folder, read_table, read_tables, table_bytes
from analysis.tables.registry import layer, table
from made_facts import correction, lam_son, made_folder, park, source, total


def written(root: Path, name: str, data: bytes) -> Path:
    path = root / table(name).file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return root


def faults_of(root: Path, *names: str) -> list[Fault]:
    with pytest.raises(FaultsFound) as raised:
        read_tables(root, names)
    return list(raised.value.faults)


# ---------------------------------------------------------------- text


@pytest.mark.parametrize("change", ["mark", "crlf", "cr", "nfd"])
def test_what_spreadsheets_and_editors_make_of_a_table_is_read_alike(
    change: str, tmp_path: Path
) -> None:
    content = table_bytes(
        from_rows(lam_son()["park_locations"], "park_locations"), "park_locations"
    )
    changed = {
        "mark": b"\xef\xbb\xbf" + content,
        "crlf": content.replace(b"\n", b"\r\n"),
        "cr": content.replace(b"\n", b"\r"),
        "nfd": unicodedata.normalize("NFD", content.decode("utf-8")).encode("utf-8"),
    }[change]
    assert changed != content
    again = read_table(written(tmp_path, "park_locations", changed), "park_locations")
    assert table_bytes(again, "park_locations") == content


def test_decomposed_text_is_written_composed() -> None:
    row = park("92", developer=unicodedata.normalize("NFD", "Công ty Phát triển Lam Sơn"))
    content = table_bytes(from_rows([row], "park_locations"), "park_locations").decode("utf-8")
    assert content == unicodedata.normalize("NFC", content)


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("x")', "+cmd|' /C calc'!A0", "-2+3*4", "@SUM(1)", "- five"]
)
def test_text_that_a_spreadsheet_would_run_is_refused(text: str, tmp_path: Path) -> None:
    row = correction(total(7), "reject", reason=text)
    with pytest.raises(FaultsFound, match=r"row 2, column reason: \[formula\] .*begin with a word"):
        table_bytes(from_rows([row], "corrections"), "corrections")
    stream = io.StringIO()
    sheet = csv.DictWriter(stream, table("corrections").columns, lineterminator="\n")
    sheet.writeheader()
    sheet.writerow(row)
    root = written(tmp_path, "corrections", stream.getvalue().encode())
    (fault,) = faults_of(root, "corrections")
    assert (fault.row, fault.column, fault.code) == (2, "reason", "formula")


@pytest.mark.parametrize("text", ["-5", "+84", "-0,5", "--03-25", "a = b", "'=1", "–5", "1-2=3"])
def test_numbers_partial_dates_and_words_are_kept(text: str, tmp_path: Path) -> None:
    row = correction(total(7), "reject", reason=text)
    content = table_bytes(from_rows([row], "corrections"), "corrections")
    again = read_table(written(tmp_path, "corrections", content), "corrections")
    assert again["reason"].tolist() == [text]


@pytest.mark.parametrize("text", ["two\nlines", "a\rb", "tab\there", "nul\x00"])
def test_control_characters_are_refused(text: str) -> None:
    row = correction(total(7), "reject", reason=text)
    with pytest.raises(FaultsFound, match=r"\[control-character\] .*remove line breaks"):
        table_bytes(from_rows([row], "corrections"), "corrections")


def test_half_a_surrogate_pair_is_refused() -> None:
    row = correction(total(7), "reject", reason="half \ud83d")
    with pytest.raises(FaultsFound, match=r"column reason: \[(control-character|bad-type)\]"):
        table_bytes(from_rows([row], "corrections"), "corrections")


def test_a_blank_is_text_and_an_empty_text_a_missing_value() -> None:
    with pytest.raises(FaultsFound, match=r"row 2, column reason: \[missing-value\]"):
        table_bytes(
            from_rows([correction(total(7), "reject", reason="")], "corrections"), "corrections"
        )
    assert from_rows([source() | {"author": ""}], "sources")["author"].isna().all()


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("cell", "good"),
    [
        ("7", True), ("+7", True), ("007", True), ("9" * 15, True),
        ("7.0", False), (" 7", False), ("7 ", False), ("1_000", False), ("1,000", False),
        ("٧", False), ("9" * 16, False), ("1e3", False), ("nan", False), ("0x7", False),
    ],
)  # fmt: skip
def test_whole_numbers(cell: str, good: bool, tmp_path: Path) -> None:
    content = table_bytes(from_rows([total(7)], "park_totals"), "park_totals").decode("utf-8")
    quoted = f',"{cell}",exact' if "," in cell else f",{cell},exact"
    root = written(tmp_path, "park_totals", content.replace(",7,exact", quoted).encode("utf-8"))
    if good:
        assert read_table(root, "park_totals")["count"].tolist() == [int(cell)]
    else:
        (fault,) = faults_of(root, "park_totals")
        assert (fault.row, fault.column, fault.code) == (2, "count", "bad-type")
        assert fault.message == f"{cell!r} is not of type integer; correct it"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("10.5", ""), ("1.05e1", ""), ("10", ""), ("10.", ""), ("nan", "bad-type"),
        ("inf", "bad-type"), ("1e999", "bad-type"), ("10,5", "bad-type"), ("1_0", "bad-type"),
        ("7.9", "too-small"), ("24.1", "too-large"), ("", "missing-value"),
    ],
)  # fmt: skip
def test_numbers(cell: str, code: str, tmp_path: Path) -> None:
    columns = table("admin_units").columns
    row = dict.fromkeys(columns, "1") | {"vintage": "2023", "code": "99", "kind": "city", "iso": ""}
    row |= {"longitude": "105", "latitude": f'"{cell}"' if "," in cell else cell}
    content = ",".join(columns) + "\n" + ",".join(row.values()) + "\n"
    root = written(tmp_path, "admin_units", content.encode())
    if code:
        (fault,) = faults_of(root, "admin_units")
        assert (fault.row, fault.column, fault.code) == (2, "latitude", code)
    else:
        assert math.isclose(read_table(root, "admin_units")["latitude"].iloc[0], float(cell))


# ---------------------------------------------------------------- rows of a program


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("count", "seven"), ("count", 7.5), ("count", None), ("count", 2**63),
        ("list_is_exhaustive", "true"), ("list_is_exhaustive", None),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(column: str, value: object) -> None:
    with pytest.raises(FaultsFound) as raised:
        from_rows([total(7) | {column: value}], "park_totals")
    (fault,) = raised.value.faults
    assert (fault.column, fault.code) == (column, "bad-type")


def test_missing_and_unknown_columns_are_refused() -> None:
    row = total(7)
    del row["rule"]
    for wrong in (row, total(7) | {"remark": "x"}):
        with pytest.raises(FaultsFound, match=r"\[bad-columns\] header is .*; expected fact_id"):
            from_rows([wrong], "park_totals")
    with pytest.raises(FaultsFound, match="bad-columns"):
        table_bytes(pd.DataFrame([row]), "park_totals")


def test_a_row_that_breaks_a_constraint_is_not_written() -> None:
    frame = from_rows([total(7), total(9, qualifier="roughly")], "park_totals")
    with pytest.raises(
        FaultsFound, match=r"\[not-allowed\] 'roughly'; allowed are exact, at_least"
    ):
        table_bytes(frame, "park_totals")


# ---------------------------------------------------------------- files


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "park_totals")
    assert (fault.file, fault.row, fault.code) == ("raw/park_totals.csv", 0, "missing-table")
    assert str(tmp_path) in fault.message
    assert "parkspread extract" in fault.message


def test_a_folder_in_the_place_of_a_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "raw" / "park_totals.csv").mkdir(parents=True)
    (fault,) = faults_of(tmp_path, "park_totals")
    assert fault.code == "unreadable-table"


def test_a_file_cut_off_anywhere_is_a_fault_or_ends_with_a_row(tmp_path: Path) -> None:
    content = table_bytes(from_rows(lam_son()["partnerships"], "partnerships"), "partnerships")
    for length in range(0, len(content), 23):
        root = written(tmp_path, "partnerships", content[:length])
        if content[:length].endswith(b"\n"):
            assert len(read_table(root, "partnerships")) < 3
        else:
            codes = {fault.code for fault in faults_of(root, "partnerships")}
            assert codes <= {"truncated-table", "truncated-row", "bad-columns", "bad-encoding"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(content=st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8")))
def test_any_bytes_are_read_or_refused(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    header = ",".join(table("successions").columns).encode() + b"\n"
    for data in (content, header + content):
        root = written(tmp_path_factory.mktemp("data"), "successions", data)
        try:
            frame = read_table(root, "successions")
        except FaultsFound as error:
            assert error.faults
        else:
            assert len(frame) == 0 or frame["code_2023"].str.fullmatch(r"\d\d").all()


def test_faults_of_all_tables_are_reported_at_once(tmp_path: Path) -> None:
    folder = made_folder(tmp_path, lam_son())
    totals, locations = folder.raw / "park_totals.csv", folder.raw / "park_locations.csv"
    totals.write_text(totals.read_text("utf-8").replace(",7,exact,false", ",0,sharp,no"), "utf-8")
    text = locations.read_text("utf-8").replace("Cần Thơ,92,operating", "Cần Thơ,9,running")
    locations.write_text(text.replace("Long An,80", ",80"), "utf-8")
    (folder.raw / "evidence.csv").unlink()
    found = faults_of(tmp_path, *(each.name for each in layer("raw")))
    assert [(fault.file, fault.row, fault.column, fault.code) for fault in found] == [
        ("raw/evidence.csv", 0, "", "missing-table"),
        ("raw/park_locations.csv", 3, "province", "missing-value"),
        ("raw/park_locations.csv", 4, "province_code", "bad-pattern"),
        ("raw/park_locations.csv", 4, "status", "not-allowed"),
        ("raw/park_totals.csv", 2, "list_is_exhaustive", "bad-type"),
    ]


def test_tables_that_lie_side_by_side_are_read(tmp_path: Path) -> None:
    made_folder(tmp_path, lam_son())
    frames = read_folder(tmp_path / "raw", ["park_totals", "sources"])
    assert frames["park_totals"]["count"].tolist() == [7]
    assert frames["sources"]["source_id"].tolist() == ["lam-son-2024-05-02"]
