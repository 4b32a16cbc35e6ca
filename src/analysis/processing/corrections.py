"""Hand corrections: accept, reject or amend extracted facts, each with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.errors import Fault
from analysis.tables.files import parse_cell
from analysis.tables.registry import Field, table
from analysis.tables.schemas import FIRST_ROW, check, rows_of

FACT_TABLES = ("park_locations", "park_totals", "partnerships", "other_facts")
FILE = table("corrections").file


def apply_corrections(
    facts: Mapping[str, pd.DataFrame], corrections: pd.DataFrame
) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Return the fact tables with all corrections applied, and the faults of the corrections.

    Parameters
    ----------
    facts : mapping of str to pandas.DataFrame
        Fact tables as extracted.
    corrections : pandas.DataFrame
        The table ``corrections``, in file order.

    Returns
    -------
    tuple of dict and list of Fault
        Row indices stay those of the file. A correction that matches no row, amends an unknown
        column, expects another old value or sets an invalid one is a fault; the rest are applied.
    """
    corrected = {name: facts[name].copy() for name in FACT_TABLES}
    faults: list[Fault] = []
    for line, row in rows_of(corrections):
        frame = corrected[row["table"]]
        match = frame["fact_id"] == row["fact_id"]
        if not match.any():
            message = f"{row['fact_id']!r} is no fact of {row['table']}.csv; correct or remove it"
            faults.append(Fault(FILE, line, "fact_id", "correction-matches-nothing", message))
        elif row["action"] == "reject":
            corrected[row["table"]] = frame[~match]
        elif row["action"] == "amend":
            faults += _amend(frame, match, row, line)
    for name, frame in corrected.items():
        faults += check(frame, table(name), [*(frame.index + FIRST_ROW)])
    return corrected, faults


def review(facts: Mapping[str, pd.DataFrame], corrections: pd.DataFrame) -> pd.DataFrame:
    """Return what became of each extracted fact.

    Returns
    -------
    pandas.DataFrame
        Columns ``table``, ``fact_id``, ``rule``, ``state`` (extracted, accepted, amended,
        rejected) and ``reason``.
    """
    states = {"accept": "accepted", "amend": "amended", "reject": "rejected"}
    decided = corrections.set_index(["table", "fact_id"])
    decided = decided[~decided.index.duplicated(keep="last")]
    rows = pd.concat(
        [facts[name][["fact_id", "rule"]].assign(table=name) for name in FACT_TABLES],
        ignore_index=True,
    )
    keys = pd.MultiIndex.from_frame(rows[["table", "fact_id"]])
    rows["state"] = decided["action"].map(states).reindex(keys).fillna("extracted").to_numpy()
    rows["reason"] = decided["reason"].reindex(keys).fillna("").to_numpy()
    return rows[["table", "fact_id", "rule", "state", "reason"]]


def _amend(frame: pd.DataFrame, match: pd.Series, row: dict[str, Any], line: int) -> list[Fault]:
    """Set one cell in place, or say why not."""
    columns: dict[str, Field] = {column.name: column for column in table(row["table"]).fields}
    column = columns.get(row["column"])
    if column is None or column.name == "fact_id":
        message = f"{row['column']!r} cannot be amended; columns are {', '.join(columns)}"
        return [Fault(FILE, line, "column", "correction-unknown-column", message)]
    seen = frame.loc[match, column.name].iloc[0]
    try:
        old, new = (
            parse_cell("" if pd.isna(cell) else cell, column)
            for cell in (row["old_value"], row["new_value"])
        )
    except ValueError as error:
        message = f"{error}; give a value of type {column.type}"
        return [Fault(FILE, line, "new_value", "bad-type", message)]
    if old != (None if pd.isna(seen) else seen):
        message = f"the row now holds {seen!r}, not {old!r}; look again and update the correction"
        return [Fault(FILE, line, "old_value", "correction-stale", message)]
    frame.loc[match, column.name] = new
    return []
