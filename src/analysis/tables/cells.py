"""One cell of a CSV table: its text as a value, and a value as its text."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

import pandas as pd

from analysis.tables.registry import Field

BOOLEANS = {"true": True, "false": False}
INTEGER = re.compile(r"[+-]?[0-9]{1,15}")  # exact as a floating-point number too
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")


def parse_cell(cell: str, column: Field) -> Any:
    """Return a cell's text as a value of its column's type; ValueError if it is none."""
    if cell == "":
        return None
    if column.type == "integer" and INTEGER.fullmatch(cell):
        return int(cell)
    if column.type == "number" and NUMBER.fullmatch(cell) and math.isfinite(float(cell)):
        return float(cell)
    if column.type == "boolean" and cell in BOOLEANS:
        return BOOLEANS[cell]
    if column.type == "string":
        return cell
    raise ValueError(f"{cell!r} is not of type {column.type}")


def format_cell(value: Any) -> str:
    """Return a value as a cell's text: composed (NFC), numbers to ten digits."""
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, ".10g")
    return unicodedata.normalize("NFC", str(value))
