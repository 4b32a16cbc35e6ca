"""Reading and writing the CSV tables: UTF-8, LF, RFC 4180, sorted, in the registry's columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import Fault, FaultsFound
from analysis.tables.registry import Field, Table, table
from analysis.tables.schemas import FIRST_ROW, check, dtype

BOOLEANS = {"true": True, "false": False}


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
    frames, faults = {}, []
    for name in names:
        frame, found = _read(root, table(name))
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
        If the rows do not fit the table.
    """
    spec = table(name)
    typed = frame.astype({column.name: dtype(column) for column in spec.fields})
    typed = typed[spec.columns].sort_values(list(spec.sort), ignore_index=True)
    faults = check(typed, spec)
    if faults:
        raise FaultsFound(faults)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(spec.columns)
    writer.writerows([_cell(value) for value in row] for row in typed.itertuples(index=False))
    return stream.getvalue().encode("utf-8")


def from_rows(rows: Iterable[Mapping[str, Any]], name: str) -> pd.DataFrame:
    """Return rows as a frame with the table's columns and types, also if there are none."""
    spec = table(name)
    frame = pd.DataFrame(list(rows), columns=spec.columns)
    return frame.astype({column.name: dtype(column) for column in spec.fields})


def _read(root: Path, spec: Table) -> tuple[pd.DataFrame, list[Fault]]:
    """Read one file; with structural faults the frame is empty."""
    empty = from_rows([], spec.name)
    path = root / spec.file
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = f"no such file in {root}; rebuild it (parkspread extract, parkspread build)"
        return empty, [Fault(spec.file, 0, "", "missing-table", message)]
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        return empty, [Fault(spec.file, 0, "", "bad-encoding", message)]
    lines = list(csv.reader(io.StringIO(text, newline="")))
    if not lines or lines[0] != spec.columns:
        seen = ", ".join(lines[0]) if lines else "nothing"
        message = f"header is {seen}; expected {', '.join(spec.columns)}"
        return empty, [Fault(spec.file, 1, "", "bad-columns", message)]
    faults = [
        Fault(spec.file, number, "", "truncated-row", f"{len(row)} cells; expected {len(lines[0])}")
        for number, row in enumerate(lines[1:], start=FIRST_ROW)
        if len(row) != len(lines[0])
    ]
    if not text.endswith("\n"):
        message = "the last line does not end; the file was cut off: restore or rebuild it"
        faults.append(Fault(spec.file, len(lines), "", "truncated-table", message))
    if faults:
        return empty, faults
    rows = dict(enumerate(lines[1:], start=FIRST_ROW))
    for line, row in rows.items():
        faults += _cell_faults(row, line, spec)
    spoilt = {fault.row for fault in faults}
    sound = {line: row for line, row in rows.items() if line not in spoilt}
    columns = {
        column.name: pd.Series(
            [parse_cell(row[place], column) for row in sound.values()], dtype=dtype(column)
        )
        for place, column in enumerate(spec.fields)
    }
    frame = pd.DataFrame(columns)
    return frame, faults + check(frame, spec, list(sound))


def _cell_faults(row: list[str], line: int, spec: Table) -> list[Fault]:
    """Return a fault for each cell that is empty but needed, or not of its column's type."""
    faults = []
    for cell, column in zip(row, spec.fields, strict=True):
        if not cell and not column.optional:
            faults.append(Fault(spec.file, line, column.name, "missing-value", "empty; fill it in"))
            continue
        try:
            parse_cell(cell, column)
        except ValueError:
            message = f"{cell!r} is not of type {column.type}; correct it"
            faults.append(Fault(spec.file, line, column.name, "bad-type", message))
    return faults


def parse_cell(cell: str, column: Field) -> Any:
    """Return a cell's text as a value of its column's type; ValueError if it is none."""
    if cell == "":
        return None
    if column.type == "integer":
        return int(cell)
    if column.type == "number":
        return float(cell)
    if column.type == "boolean":
        if cell not in BOOLEANS:
            raise ValueError(cell)
        return BOOLEANS[cell]
    return cell


def _cell(value: Any) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, ".10g") if isinstance(value, float) else str(value)
