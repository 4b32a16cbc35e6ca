"""Pandera schemas built from the registry, and their failures as faults."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from analysis.errors import Fault
from analysis.tables.registry import Field, Table

DTYPES = {
    "string": "str",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
}
FIRST_ROW = 2  # line number of the first data row; the header is line 1
# One row is one line, so no line breaks; half a surrogate pair has no UTF-8.
CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
# Other beginnings make a spreadsheet run the cell; signed numbers and partial dates do no harm.
HARMLESS = r"^([^=+\-@]|[+\-][0-9.,\-]*$)"
REMEDIES = {
    "control-character": "remove line breaks, tabs and other control characters",
    "formula": "a spreadsheet would run it; let it begin with a word",
}


def rows_of(frame: pd.DataFrame) -> list[tuple[int, dict[str, Any]]]:
    """Return each row with its line in the file, missing values as None.

    The index counts the file's rows from 0.
    """
    records = [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
    return [(int(i) + FIRST_ROW, row) for i, row in zip(frame.index, records, strict=True)]


def dtype(column: Field) -> str:
    """Return the pandas dtype of a column; an optional integer is ``Int64``."""
    return "Int64" if column.optional and column.type == "integer" else DTYPES[column.type]


def typed(values: pd.Series, column: Field) -> pd.Series:
    """Return values in their column's dtype; empty text is a missing value.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If a value is of another type: a fraction is no integer, a text no truth value.
    """
    nullable = {"integer": "Int64", "boolean": "boolean"}.get(column.type, dtype(column))
    frame = values.replace("", None).to_frame(column.name)
    return frame.astype({column.name: nullable}).astype({column.name: dtype(column)})[column.name]


def schema(table: Table) -> pa.DataFrameSchema:
    """Return the pandera schema of a table: types, constraints, key and column order."""
    columns = {
        column.name: pa.Column(dtype(column), checks=_checks(column), nullable=column.optional)
        for column in table.fields
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True, unique=list(table.key))


def check(frame: pd.DataFrame, table: Table, lines: Sequence[int] = ()) -> list[Fault]:
    """Return every fault of a frame against its table's schema.

    Parameters
    ----------
    frame : pandas.DataFrame
        Rows in file order.
    table : Table
        The registered table.
    lines : sequence of int, optional
        Line of each row in the file; consecutive from the header on if not given.
    """
    try:
        schema(table).validate(frame.reset_index(drop=True), lazy=True)
    except SchemaErrors as error:
        lines = lines or range(FIRST_ROW, FIRST_ROW + len(frame))
        return _faults(error.failure_cases, frame, table, lines)
    return []


def check_references(frames: Mapping[str, pd.DataFrame], table: Table) -> list[Fault]:
    """Return a fault for each row that points at no row of the table it refers to."""
    faults = []
    for target, columns in table.references.items():
        on = list(columns)
        known = set(frames[target][on].itertuples(index=False, name=None))
        for line, row in rows_of(frames[table.name]):
            key = tuple(row[name] for name in on)
            if key not in known:
                value = ", ".join(map(str, key))
                message = f"{value!r} is not in {target}.csv; add it there or correct it here"
                faults.append(Fault(table.file, line, on[-1], "foreign-key", message))
    return faults


def _checks(column: Field) -> list[pa.Check]:
    checks = []
    if column.type == "string":
        checks.append(pa.Check(_without_control_characters, error="control-character"))
        checks.append(pa.Check.str_matches(HARMLESS, error="formula"))
    if column.allowed:
        checks.append(pa.Check.isin(list(column.allowed), error="not-allowed"))
    if column.pattern:
        checks.append(pa.Check.str_matches(column.pattern, error="bad-pattern"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum, error="too-small"))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum, error="too-large"))
    return checks


def _without_control_characters(cells: pd.Series) -> pd.Series:
    return cells.map(CONTROL.search).isna()


def _faults(
    cases: pd.DataFrame, frame: pd.DataFrame, table: Table, lines: Sequence[int]
) -> list[Fault]:
    faults = []
    fields = {column.name: column for column in table.fields}
    columns = ("column", "check", "failure_case", "index")
    for name, code, value, index in zip(*(cases[part] for part in columns), strict=True):
        row = lines[int(index)]
        if code == "not_nullable":
            fault = Fault(table.file, row, name, "missing-value", "empty; fill it in")
        elif code.startswith("multiple_fields_uniqueness"):
            key = frame.iloc[int(index)][list(table.key)].dropna()
            message = f"{', '.join(map(str, key))!r} occurs more than once in "
            message += f"({', '.join(table.key)}); remove one"
            fault = Fault(table.file, row, "", "duplicate-key", message)
        else:
            remedy = REMEDIES.get(code) or _expected(fields[name])
            fault = Fault(table.file, row, name, code, f"{value!r}; {remedy}")
        faults.append(fault)
    return faults


def _expected(column: Field) -> str:
    if column.allowed:
        return "allowed are " + ", ".join(map(str, column.allowed))
    if column.pattern:
        return f"must match {column.pattern}"
    bounds = [
        f"{sign} {bound:g}"
        for sign, bound in (("≥", column.minimum), ("≤", column.maximum))
        if bound is not None
    ]
    return "must be " + " and ".join(bounds or [column.type])
