"""Tables: sound, with keys that lead somewhere, and processed ones as ``build`` would make them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from analysis.errors import Fault, FaultsFound
from analysis.paths import DataFolder
from analysis.processing.build import Tables, built, correct
from analysis.storage import sha256
from analysis.tables.descriptor import HASH
from analysis.tables.files import read_tables
from analysis.tables.registry import layer, tables

DESCRIPTOR = "datapackage.json"
REBUILD = "run parkspread build"


def check_tables(folder: DataFolder) -> tuple[Tables, list[Fault]]:
    """Return the tables as they stand on disk that are sound, and every fault of all.

    Parameters
    ----------
    folder : DataFolder
        The data folder.
    """
    found: Tables = {}
    faults: list[Fault] = []
    for name in tables():
        try:
            found |= read_tables(folder.root, [name])
        except FaultsFound as error:
            faults += error.faults
    if {each.name for each in (*layer("raw"), *layer("reference"))} <= found.keys():
        try:
            faults += _rebuilt(folder)
        except FaultsFound as error:
            faults += error.faults
    return found, [*faults, *_hashes(folder), *_strays(folder)]


def corrected(found: Tables) -> Tables:
    """Return tables with the corrections applied, if they allow it."""
    raw = {each.name for each in (*layer("raw"), *layer("reference"))}
    try:
        return {**found, **correct({name: found[name] for name in raw})}
    except (FaultsFound, KeyError):
        return found


def _rebuilt(folder: DataFolder) -> Iterator[Fault]:
    """Yield a fault for each processed table that is another than would be built now."""
    for path, data in built(folder).items():
        name = path.relative_to(folder.root).as_posix()
        seen = path.read_bytes() if path.is_file() else b""
        if seen and seen != data:
            row, column, message = _difference(seen, data)
            yield Fault(name, row, column, "not-as-built", f"{message}; {REBUILD}")
        elif not seen:
            yield Fault(name, 0, "", "missing-file", f"no such file, or empty; {REBUILD}")


def _difference(seen: bytes, expected: bytes) -> tuple[int, str, str]:
    """Return row, column and what differs first."""
    rows = [
        [*csv.reader(io.StringIO(each.decode("utf-8", "replace")))] for each in (seen, expected)
    ]
    for line, (mine, theirs) in enumerate(zip(*rows, strict=False), start=1):
        for place, (left, right) in enumerate(zip(mine, theirs, strict=False)):
            if left != right:
                column = rows[1][0][place] if line > 1 and place < len(rows[1][0]) else ""
                return line, column, f"{left!r} where {right!r} is built"
    counts = [len(each) for each in rows]
    if counts[0] != counts[1]:
        return min(counts) + 1, "", f"{counts[0]} rows where {counts[1]} are built"
    return 0, "", "other bytes than are built"


def _hashes(folder: DataFolder) -> Iterator[Fault]:
    """Yield a fault for each table whose size or hash the descriptor states otherwise."""
    path = folder.root / DESCRIPTOR
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        stated = {each["path"]: each["hash"] for each in resources}
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Fault(DESCRIPTOR, 0, "", "bad-descriptor", f"cannot be read ({error}); {REBUILD}")
        return
    for name in sorted({each.file for each in tables().values()} - set(stated)):
        yield Fault(DESCRIPTOR, 0, "", "table-not-described", f"{name} is missing; {REBUILD}")
    for name, said in sorted(stated.items()):
        file = folder.root / name
        if not file.is_file():
            continue  # the table is missing, and named
        seen = HASH + sha256(file.read_bytes())
        if seen != said:
            message = f"{seen[:19]}… where {DESCRIPTOR} states {said[:19]}…; restore it, or "
            yield Fault(name, 0, "", "hash-mismatch", message + REBUILD)


def _strays(folder: DataFolder) -> Iterator[Fault]:
    known = {each.file for each in tables().values()} | {DESCRIPTOR}
    for path in sorted(folder.root.rglob("*")):
        name = path.relative_to(folder.root).as_posix()
        if path.is_file() and name not in known:
            yield Fault(name, 0, "", "stray-file", "no table of the registry; remove it")
