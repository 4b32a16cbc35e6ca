"""The data behind a figure as readers download it: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

ROWS = "application/vnd.parkspread.rows+json"  # JupyterLab shows the figure rather than these
FORMULA = r"^(?=[=+\-@\t\r])"


def csv_text(rows: pd.DataFrame) -> str:
    """Return rows as CSV; a text that a spreadsheet would take for a formula is marked as text.

    Examples
    --------
    >>> print(csv_text(pd.DataFrame({"name": ["=1+1", "Huế"], "km": [-1.5, 2.0]})), end="")
    name,km
    '=1+1,-1.5
    Huế,2
    """
    texts = rows.select_dtypes(["object", "string"])
    marked = {str(name): cell.str.replace(FORMULA, "'", regex=True) for name, cell in texts.items()}
    return rows.assign(**marked).to_csv(index=False, lineterminator="\n", float_format="%.10g")


def json_rows(rows: pd.DataFrame) -> Any:
    """Return rows as a list of objects; what is missing is null.

    Examples
    --------
    >>> json_rows(pd.DataFrame({"name": ["Huế"], "km": [None], "code": ["01"]}))
    [{'name': 'Huế', 'km': None, 'code': '01'}]
    """
    return json.loads(rows.to_json(orient="records", force_ascii=False))


def json_bytes(rows: Any) -> bytes:
    """Return the file of such a list."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return ("[" + ",\n ".join(lines) + "]\n").encode("utf-8")
