"""The data behind a figure as programs download it: JSON, beside the CSV for spreadsheets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

ROWS = "application/vnd.parkspread.rows+json"  # JupyterLab shows the figure rather than these


def json_rows(rows: pd.DataFrame) -> Any:
    """Return rows as a list of objects; what is missing is null.

    Examples
    --------
    >>> import pandas as pd
    >>> json_rows(pd.DataFrame({"name": ["Huế"], "km": [None], "code": ["01"]}))
    [{'name': 'Huế', 'km': None, 'code': '01'}]
    """
    return json.loads(rows.to_json(orient="records", force_ascii=False))


def json_bytes(rows: Any) -> bytes:
    """Return the file of such a list, an object a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return ("[" + ",\n ".join(lines) + "]\n").encode("utf-8")
