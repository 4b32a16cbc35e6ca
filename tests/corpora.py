"""What the tests of corpora share: made documents, and running over them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.corpus import Columns, Totals, extract_corpus, find
from extracting import REFERENCE

PLACES = ("Hà Nam", "Phú Yên", "Kon Tum", "Lạng Sơn", "Sóc Trăng", "Yên Bái", "Bạc Liêu")


def text(number: int) -> str:
    """Return a news item; every third states something."""
    place, other = PLACES[number % 7], PLACES[(number + 3) % 7]
    if number % 3:
        return f"Sáng {number % 28 + 1}/5, chợ hoa ở {place} đông khách hơn năm ngoái.\n" * 4
    return f"Tin vắn số {number}\n\nĐến nay đã có {number + 2} KCN VSIP tại {place}, {other}.\n"


def write_lines(path: Path, records: Iterable[object]) -> Path:
    lines = [each if isinstance(each, str) else json.dumps(each) for each in records]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def made_lines(path: Path, count: int) -> Path:
    return write_lines(path, ({"id": f"tin-{i}", "text": text(i)} for i in range(count)))


def made_texts(folder: Path, count: int) -> Path:
    for i in range(count):
        file = folder / f"{i % 3}" / f"tin-{i}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(i), encoding="utf-8")
    return folder


def made_parquet(path: Path, count: int) -> Path:
    columns = {"id": [f"tin-{i}" for i in range(count)], "text": [text(i) for i in range(count)]}
    pq.write_table(pa.table(columns), path, row_group_size=40)
    return path


def small_parts(monkeypatch: pytest.MonkeyPatch, size: int = 10_000) -> None:
    """Cut corpora of a few kilobytes into several parts."""
    limits = {"SMALLEST": size, "LARGEST": size, "PART_FILES": 40, "BLOCK": 1_000}
    for name, value in limits.items():
        monkeypatch.setattr(f"analysis.corpus.source.{name}", value)


def run(path: Path, out: Path, scheduler: str | None = None, **columns: str) -> Totals:
    return extract_corpus(find(path), REFERENCE, out, Columns(**columns), 2, scheduler)


def rows(out: Path, table: str) -> list[dict[str, object]]:
    """Return the rows of a table, the parts in order."""
    parts = sorted((out / table).glob("*.parquet"))
    return [row for part in parts for row in pq.read_table(part).to_pylist()]


def quarantined(out: Path) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in rows(out, "quarantine")]


def files(out: Path) -> Mapping[str, bytes]:
    """Return every file of the results."""
    found = [file for file in out.rglob("*") if file.is_file() and file.name != ".lock"]
    return {str(file.relative_to(out)): file.read_bytes() for file in found}


def inodes(out: Path) -> Mapping[str, tuple[int, int]]:
    """Return what changes when a file is written again."""
    found = {str(file.relative_to(out)): file.stat() for file in out.glob("*/part-*")}
    return {name: (status.st_ino, status.st_mtime_ns) for name, status in found.items()}
