"""The registry of columns and tables, read from ``registry.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType

from analysis.errors import ArgumentError


@dataclass(frozen=True)
class Field:
    """One column: its type, unit, meaning and constraints."""

    name: str
    type: str
    description: str
    unit: str = ""
    optional: bool = False
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    allowed: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its layer, key, order and columns.

    ``references`` names, for another table, the columns that must hold one of its rows.
    """

    name: str
    layer: str
    title: str
    key: tuple[str, ...]
    sort: tuple[str, ...]
    fields: tuple[Field, ...]
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """Column names, in the file's order."""
        return [column.name for column in self.fields]

    @property
    def file(self) -> str:
        """Path of the table below the data folder."""
        folder = "raw/reference" if self.layer == "reference" else self.layer
        return f"{folder}/{self.name}.csv"


@cache
def tables() -> Mapping[str, Table]:
    """Return every table by name.

    Examples
    --------
    >>> tables()["units"].file
    'processed/units.csv'
    """
    source = resources.files(__package__) / "registry.toml"
    registry = tomllib.loads(source.read_text(encoding="utf-8"))
    fields = {
        key: Field(**{"name": key, **spec, "allowed": tuple(spec.get("allowed", ()))})
        for key, spec in registry["fields"].items()
    }
    return MappingProxyType(
        {
            name: Table(
                name=name,
                layer=spec["layer"],
                title=spec["title"],
                key=tuple(spec["key"]),
                sort=tuple(spec.get("sort", spec["key"])),
                fields=tuple(fields[key] for key in spec["fields"]),
                references={to: tuple(on) for to, on in spec.get("references", {}).items()},
            )
            for name, spec in registry["tables"].items()
        }
    )


def table(name: str) -> Table:
    """Return the table of that name.

    Raises
    ------
    ArgumentError
        If there is none.
    """
    known = tables()
    if name not in known:
        raise ArgumentError("table", name, "one of " + ", ".join(known))
    return known[name]


def layer(name: str) -> list[Table]:
    """Return the tables of one layer: raw, reference or processed."""
    return [each for each in tables().values() if each.layer == name]
