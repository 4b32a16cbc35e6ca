"""Facts of our own making, as rows of the raw tables, and data folders that hold them.

The programme, its places and its partners are invented: seven Lam Sơn parks, four of them placed,
and three agreements, told by a source at home in Đồng Nai.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.paths import DataFolder
from analysis.processing.build import read_facts
from analysis.storage import write_files
from analysis.tables.files import from_rows, read_tables, table_bytes
from analysis.tables.registry import layer, table

DATA = Path(__file__).parents[1] / "data"
SOURCE = "lam-son-2024-05-02"
Row = dict[str, Any]
Rows = dict[str, list[Row]]


@cache
def reference() -> Mapping[str, pd.DataFrame]:
    """Return the reference tables; not to be changed."""
    return read_tables(DATA, [each.name for each in layer("reference")])


@cache
def names() -> Mapping[str, str]:
    """Official name of each province of 2023 by code."""
    units = reference()["admin_units"]
    units = units[units["vintage"] == 2023]
    return dict(zip(units["code"], units["name"], strict=True))


def fact_id(prefix: str, *content: object) -> str:
    digest = hashlib.sha256(repr(content).encode("utf-8")).hexdigest()
    return f"{prefix}-{digest[:12]}"


def locator(source_id: str, start: int, rule: str = "made_by_hand") -> Row:
    digest = hashlib.sha256(f"{source_id} {start}".encode()).hexdigest()
    place = {"paragraph": 1 + start // 100, "start": start, "end": start + 10}
    return {"source_id": source_id, **place, "span_sha256": digest, "rule": rule}


def source(source_id: str = SOURCE, event_date: str | None = "2024-05-02") -> Row:
    row = {"source_id": source_id, "title_note": "made", "author": None, "event_date": event_date}
    size = {"bytes": 2400, "characters": 2000, "paragraphs": 20}
    digest = hashlib.sha256(source_id.encode()).hexdigest()
    return {**row, "language": "vi", "sha256": digest, **size, "licence_note": None}


def park(code: str, start: int = 100, source_id: str = SOURCE, **changes: Any) -> Row:
    row = {"programme": "Lam Sơn", "developer": "Lam Sơn", "status": "operating"} | changes
    identity = fact_id("park", row["programme"], code, row["status"])
    place = {"province": names().get(code, "?"), "province_code": code}
    return {"fact_id": identity, **row, **place, **locator(source_id, start)}


def total(count: int, start: int = 100, source_id: str = SOURCE, **changes: Any) -> Row:
    row = {"programme": "Lam Sơn", "qualifier": "exact", "list_is_exhaustive": False} | changes
    identity = fact_id("total", row["programme"], count, row["qualifier"])
    return {"fact_id": identity, "count": count, **row, **locator(source_id, start)}


def partner(code: str, start: int = 300, source_id: str = SOURCE, **changes: Any) -> Row:
    row = {
        "lead_party": "Lam Sơn",
        "headline_party": None,
        "domain": "industrial_park",
        "status": "signed",
        "signed_on": "2024-05-02",
        "stated_total": None,
    } | changes
    identity = fact_id("partner", code, row["domain"], row["status"])
    place = {"province": names().get(code, "?"), "province_code": code}
    return {"fact_id": identity, **row, **place, **locator(source_id, start)}


def home(code: str, start: int = 500, source_id: str = SOURCE) -> Row:
    row = {"topic": "home_province", "item": names()[code], "value": code, "unit": None}
    identity = fact_id("other", "home", code)
    return {"fact_id": identity, **row, "qualifier": "stated", **locator(source_id, start)}


def further(fact: Row, source_id: str, start: int = 100) -> Row:
    """A further span of a fact, as a row of ``evidence``."""
    return {"fact_id": fact["fact_id"], **locator(source_id, start)}


def correction(fact: Row, action: str, **cells: Any) -> Row:
    prefixes = {"park": "park_locations", "total": "park_totals", "partner": "partnerships"}
    name = prefixes.get(fact["fact_id"].partition("-")[0], "other_facts")
    row = {"table": name, "fact_id": fact["fact_id"], "action": action, "reason": "looked again"}
    return {**row, "column": None, "old_value": None, "new_value": None, **cells}


def lam_son(**changes: list[Row]) -> Rows:
    """Rows of every raw table; those of the tables given are replaced."""
    partners = [partner(code, stated_total=3) for code in ("10", "54", "89")]
    return {
        "sources": [source()],
        "park_locations": [park(code) for code in ("22", "35", "80", "92")],
        "park_totals": [total(7)],
        "partnerships": partners,
        "other_facts": [home("75")],
        "evidence": [further(partners[0], SOURCE, 700)],
        "corrections": [],
    } | changes


def made_folder(root: Path, rows: Mapping[str, Iterable[Row]]) -> DataFolder:
    """Write raw tables beside a copy of the reference tables."""
    shutil.copytree(DATA / "raw" / "reference", root / "raw" / "reference", dirs_exist_ok=True)
    frames = {name: from_rows(rows[name], name) for name in rows}
    write_files({root / table(name).file: table_bytes(frames[name], name) for name in frames})
    return DataFolder(root)


def made_tables(rows: Mapping[str, Iterable[Row]]) -> dict[str, pd.DataFrame]:
    """Return raw and reference tables as they are read, without checks between tables."""
    frames = {name: frame.copy() for name, frame in reference().items()}
    return frames | {name: from_rows(rows[name], name) for name in rows}


def facts_of(root: Path, rows: Mapping[str, Iterable[Row]]) -> dict[str, pd.DataFrame]:
    """Return what is read back from a folder made of the rows: checked, with corrections."""
    return read_facts(made_folder(root, rows).root)
