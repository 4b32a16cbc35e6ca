"""The Data Package (version 2) that describes raw and processed tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.storage import sha256
from analysis.tables.registry import Field, Table, tables

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
HASH = "sha256:"  # how it writes which hash it gives


def descriptor(contents: Mapping[str, bytes], reference_sources: pd.DataFrame) -> bytes:
    """Return ``datapackage.json`` for the tables whose bytes are given.

    Parameters
    ----------
    contents : mapping of str to bytes
        Bytes of each table's file, by table name.
    reference_sources : pandas.DataFrame
        The table of that name, for the sources of reference columns.

    Returns
    -------
    bytes
        JSON, UTF-8, keys in a fixed order, no time stamp.
    """
    resources = [
        _resource(table, contents[name], reference_sources)
        for name, table in tables().items()
        if name in contents
    ]
    package = {
        "$schema": PROFILE,
        "name": "parkspread",
        "title": "Regional park spread and partnership coverage",
        "description": "Facts read from articles, each with its locator; reference tables; "
        "what the reports show. No text of any article is included.",
        "licenses": [{"name": "MIT", "title": "MIT License"}],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(table: Table, data: bytes, reference_sources: pd.DataFrame) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.fields],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [
            {"fields": list(on), "reference": {"resource": target, "fields": list(on)}}
            for target, on in table.references.items()
        ]
    described = {
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": HASH + sha256(data),
        "schema": schema,
    }
    sources = reference_sources[reference_sources["table"] == table.name]
    if len(sources):
        titles = sorted(set(sources["producer"] + ": " + sources["citation"]))
        described["sources"] = [{"title": title} for title in titles]
    return described


def _field(column: Field) -> dict[str, Any]:
    constraints = {
        "required": not column.optional,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "pattern": column.pattern or None,
        "enum": list(column.allowed) or None,
    }
    described: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    if column.unit:
        described["unit"] = column.unit
    kept = {key: value for key, value in constraints.items() if value not in (None, False)}
    if kept:
        described["constraints"] = kept
    return described
