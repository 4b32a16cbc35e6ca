"""Which rows a report reads, so that it is made again only if one of them changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.processing.build import correct
from analysis.storage import file_hash, sha256
from analysis.tables.files import read_tables
from analysis.tables.registry import layer, tables

EXTRACTED = "extracted"
Group = tuple[Callable[[str], bool], Callable[[], Mapping[str, Any]]]


class Tables(Mapping[str, pd.DataFrame]):
    """Tables by name that note what is read of them: ``read`` has the hash of each note's rows.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        The tables.
    kind : str
        Tells tables of one name apart, such as those with and without corrections.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], kind: str = "") -> None:
        self._tables, self._kind = tables, kind
        self.read: dict[str, str] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a whole table."""
        return self.rows(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._tables)

    def __len__(self) -> int:
        """Return the number of tables."""
        return len(self._tables)

    def rows(self, name: str, **wanted: Any) -> pd.DataFrame:
        """Return the rows of a table whose columns hold the values wanted."""
        note = json.dumps([self._kind, name, wanted], ensure_ascii=False, sort_keys=True)
        rows = _matching(self._tables[name], wanted)
        if note not in self.read:
            self.read[note] = _hash(rows)
        return rows


def digest(tables: Mapping[str, Mapping[str, pd.DataFrame]], read: str) -> str:
    """Return the hash of the rows that a note of ``Tables.read`` stands for.

    Parameters
    ----------
    tables : mapping of str to mapping
        Tables by kind and name.
    read : str
        The note.
    """
    kind, name, wanted = json.loads(read)
    return _hash(_matching(tables[kind][name], wanted))


def read_all(root: Path) -> dict[str, dict[str, pd.DataFrame]]:
    """Return all tables of a data folder: with corrections, and raw ones without."""
    known = _read_all(root, tuple(file_hash(root / each.file) for each in tables().values()))
    return {kind: {name: rows.copy() for name, rows in each.items()}
            for kind, each in known.items()}  # fmt: skip


@lru_cache(maxsize=2)
def _read_all(root: Path, _hashes: tuple[str, ...]) -> dict[str, dict[str, pd.DataFrame]]:
    """Return all tables of a data folder; files with the same hashes are corrected once."""
    raw = read_tables(root, [each.name for each in (*layer("raw"), *layer("reference"))])
    processed = read_tables(root, [each.name for each in layer("processed")])
    return {"": {**correct(raw), **processed}, EXTRACTED: raw}


class Context(Mapping[str, Any]):
    """Values by name, computed in groups when one of a group is first asked for.

    Parameters
    ----------
    values : mapping
        Values that are known.
    groups : sequence of tuple of (callable, callable)
        Of each group, whether a name belongs to it, and its values. The first that fits counts.
    """

    def __init__(self, values: Mapping[str, Any], groups: Sequence[Group]) -> None:
        self._values, self._groups = dict(values), list(groups)

    def __getitem__(self, name: str) -> Any:
        """Return a value; KeyError if there is none."""
        if name not in self._values:
            group = next((group for group in self._groups if group[0](name)), None)
            if group:
                self._groups.remove(group)
                self._values = {**group[1](), **self._values}
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """Yield every name."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._all())

    def _all(self) -> dict[str, Any]:
        while self._groups:
            self._values = {**self._groups.pop()[1](), **self._values}
        return self._values


def _hash(rows: pd.DataFrame) -> str:
    return sha256(rows.to_csv(index=False, lineterminator="\n").encode("utf-8"))


def _matching(rows: pd.DataFrame, wanted: Mapping[str, Any]) -> pd.DataFrame:
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return rows
