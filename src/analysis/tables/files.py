"""Reading and writing the CSV tables: UTF-8, LF, RFC 4180, sorted, in the registry's columns.

A byte-order mark and CRLF line ends, which spreadsheets write, are read too; text becomes NFC.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import Fault, FaultsFound
from analysis.tables.cells import format_cell, parse_cell
from analysis.tables.registry import Table, table
from analysis.tables.schemas import FIRST_ROW, check, dtype, typed


def read_table(root: Path, name: str) -> pd.DataFrame:
    """Read and check one table.

    Parameters
    ----------
    root : pathlib.Path
        The data folder.
    name : str
        Name of a registered table.

    Raises
    ------
    FaultsFound
        With every fault of the file: structure, types, constraints, key.
    """
    return read_tables(root, [name])[name]


def read_tables(root: Path, names: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Read and check several tables; the faults of all of them are raised together."""
    return _read_all({name: root / table(name).file for name in names})


def read_folder(folder: Path, names: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Read and check several tables that lie side by side in one folder."""
    return _read_all({name: folder / f"{name}.csv" for name in names})


def _read_all(paths: Mapping[str, Path]) -> dict[str, pd.DataFrame]:
    frames, faults = {}, []
    for name, path in paths.items():
        frame, found = _read(path, table(name))
        frames[name] = frame
        faults += found
    if faults:
        raise FaultsFound(faults)
    return frames


def table_bytes(frame: pd.DataFrame, name: str) -> bytes:
    """Return the bytes of a table's file, rows sorted, after checking them.

    Raises
    ------
    FaultsFound
        If the rows do not fit the table. Text that a spreadsheet would run as a formula does not
        fit: it is refused, not escaped, so that what is written is what is read back.
    """
    spec = table(name)
    ordered = _ordered(frame, spec).sort_values(list(spec.sort), ignore_index=True)
    faults = check(ordered, spec)
    if faults:
        raise FaultsFound(faults)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(spec.columns)
    writer.writerows(map(format_cell, row) for row in ordered.itertuples(index=False))
    return stream.getvalue().encode("utf-8")


def from_rows(rows: Iterable[Mapping[str, Any]], name: str) -> pd.DataFrame:
    """Return rows as a frame with the table's columns and types, also if there are none.

    Raises
    ------
    FaultsFound
        If a column is missing or unknown, or holds a value of another type.
    """
    spec = table(name)
    records = list(rows)
    columns = None if records else spec.columns
    return _ordered(pd.DataFrame(records, columns=columns, dtype=object), spec)


def _ordered(frame: pd.DataFrame, spec: Table) -> pd.DataFrame:
    """Return a frame's columns in the table's order and types."""
    if sorted(frame.columns) != sorted(spec.columns):
        raise FaultsFound([_bad_columns([*frame.columns], spec)])
    columns, faults = {}, []
    for column in spec.fields:
        try:
            columns[column.name] = typed(frame[column.name], column)
        except (TypeError, ValueError, OverflowError) as error:
            message = f"not of type {column.type} ({error}); correct the values"
            faults.append(Fault(spec.file, 0, column.name, "bad-type", message))
    if faults:
        raise FaultsFound(faults)
    return pd.DataFrame(columns)


def _read(path: Path, spec: Table) -> tuple[pd.DataFrame, list[Fault]]:
    """Read one file; with structural faults the frame is empty."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = (
            f"no such file in {path.parent}; rebuild it (parkspread extract, parkspread build)"
        )
        return from_rows([], spec.name), [Fault(spec.file, 0, "", "missing-table", message)]
    except OSError as error:
        message = f"{error.strerror}; make it a readable file"
        return from_rows([], spec.name), [Fault(spec.file, 0, "", "unreadable-table", message)]
    frame, faults = _parsed(data, spec.name)
    return frame.copy(), list(faults)


@lru_cache(maxsize=64)
def _parsed(data: bytes, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the rows of a file's bytes and their faults; the same bytes are checked once."""
    spec = table(name)
    lines, faults = _lines(data, spec)
    if faults:
        return from_rows([], spec.name), faults
    for line, row in lines.items():
        faults += _cell_faults(row, line, spec)
    spoilt = {fault.row for fault in faults}
    sound = {line: row for line, row in lines.items() if line not in spoilt}
    columns = {
        column.name: pd.Series(
            [parse_cell(row[place], column) for row in sound.values()], dtype=dtype(column)
        )
        for place, column in enumerate(spec.fields)
    }
    frame = pd.DataFrame(columns)
    return frame, faults + check(frame, spec, list(sound))


def _lines(data: bytes, spec: Table) -> tuple[dict[int, list[str]], list[Fault]]:
    """Return the cells of each row below the header, and what is wrong with the file as such."""

    def refused(row: int, code: str, message: str) -> tuple[dict[int, list[str]], list[Fault]]:
        return {}, [Fault(spec.file, row, "", code, message)]

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return refused(0, "bad-encoding", f"byte {error.start} is not UTF-8; save it as UTF-8")
    reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text), newline=""), strict=True)
    try:
        header, *rows = [*reader] or [[]]
    except csv.Error as error:
        return refused(reader.line_num, "bad-csv", f"{error}; restore or rebuild the file")
    if header != spec.columns:
        return {}, [_bad_columns(header, spec)]
    lines = dict(enumerate(rows, start=FIRST_ROW))
    faults = [
        Fault(
            spec.file, line, "", "truncated-row", f"{len(row)} cells of {len(header)}; restore it"
        )
        for line, row in lines.items()
        if len(row) != len(header)
    ]
    if not text.endswith(("\n", "\r")):
        message = "the last line does not end; the file was cut off: restore or rebuild it"
        faults.append(Fault(spec.file, len(lines) + 1, "", "truncated-table", message))
    return lines, faults


def _bad_columns(seen: list[str], spec: Table) -> Fault:
    message = f"header is {', '.join(seen) or 'nothing'}; expected {', '.join(spec.columns)}"
    return Fault(spec.file, 1, "", "bad-columns", message)


def _cell_faults(row: list[str], line: int, spec: Table) -> list[Fault]:
    """Return a fault for each cell that is empty but needed, or not of its column's type."""
    faults = []
    for cell, column in zip(row, spec.fields, strict=True):
        if not cell and not column.optional:
            faults.append(Fault(spec.file, line, column.name, "missing-value", "empty; fill it in"))
            continue
        try:
            parse_cell(cell, column)
        except ValueError as error:
            faults.append(Fault(spec.file, line, column.name, "bad-type", f"{error}; correct it"))
    return faults
