"""Hand corrections: accept, reject or amend extracted facts, each with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.errors import Fault
from analysis.tables.cells import parse_cell
from analysis.tables.registry import table
from analysis.tables.schemas import check, rows_of

FACT_TABLES = ("park_locations", "park_totals", "partnerships", "other_facts")
LOCATOR = table("evidence").columns  # says which fact and where it stands, not what it states
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
        Row indices stay those of the file. A correction that matches no row, contradicts another,
        amends an unknown column, expects another old value or sets an invalid one is a fault; the
        rest are applied.
    """
    corrected = {name: facts[name].copy() for name in FACT_TABLES}
    rows = rows_of(corrections)
    rejected = {(row["table"], row["fact_id"]) for _, row in rows if row["action"] == "reject"}
    faults: list[Fault] = []
    for line, row in rows:
        frame = corrected[row["table"]]
        match = frame["fact_id"] == row["fact_id"]
        if not match.any():
            message = f"{row['fact_id']!r} is no fact of {row['table']}.csv; correct or remove it"
            faults.append(Fault(FILE, line, "fact_id", "correction-matches-nothing", message))
        elif row["action"] != "reject" and (row["table"], row["fact_id"]) in rejected:
            message = f"{row['fact_id']} is rejected in another row; remove one of the two"
            faults.append(Fault(FILE, line, "action", "correction-conflict", message))
        elif row["action"] == "amend":
            faults += _amend(frame, match, row, line)
        else:
            faults += _extra_cells(row, line)
    for name, frame in corrected.items():
        gone = [fact for where, fact in rejected if where == name]
        corrected[name] = frame[~frame["fact_id"].isin(gone)]
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
    decided = corrections.sort_values("action").set_index(["table", "fact_id"])
    decided = decided[
        ~decided.index.duplicated(keep="last")
    ]  # an amended row is more than accepted
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

    def fault(column: str, code: str, message: str) -> list[Fault]:
        return [Fault(FILE, line, column, code, message)]

    spec = table(row["table"])
    columns = {column.name: column for column in spec.fields if column.name not in LOCATOR}
    column = columns.get(row["column"])
    if column is None:
        message = f"{row['column'] or ''!r} cannot be amended; columns are {', '.join(columns)}"
        return fault("column", "correction-unknown-column", message)
    values = {}
    for name in ("old_value", "new_value"):
        try:
            values[name] = parse_cell(row[name] or "", column)
        except ValueError as error:
            return fault(name, "bad-type", f"{error}; correct it")
    seen = rows_of(frame[match])[0][1][column.name]
    if values["old_value"] != seen:
        message = f"the row now holds {seen!r}, not {values['old_value']!r}; look again, update it"
        return fault("old_value", "correction-stale", message)
    if values["new_value"] is None and not column.optional:
        return fault("new_value", "missing-value", f"{column.name} cannot be empty; fill it in")
    amended = frame[match].copy()
    amended.loc[:, column.name] = values["new_value"]
    found = check(amended, spec)
    if found:
        return fault("new_value", found[0].code, found[0].message)
    frame.loc[match, column.name] = values["new_value"]
    return []


def _extra_cells(row: dict[str, Any], line: int) -> list[Fault]:
    """Return a fault if a row that amends nothing names a column or a value."""
    extra = [name for name in ("column", "old_value", "new_value") if row[name] is not None]
    message = f"{row['action']} sets no {', '.join(extra)}; empty the cells, or amend"
    return [Fault(FILE, line, extra[0], "correction-extra-cells", message)] if extra else []
