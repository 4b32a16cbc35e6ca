"""The registry: every field is described, used and sound; so is every table."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from analysis.errors import ArgumentError
from analysis.processing.corrections import FACT_TABLES
from analysis.tables.registry import Field, Table, layer, table, tables
from analysis.tables.schemas import DTYPES, schema

TOML: dict[str, Any] = tomllib.loads(
    (resources.files("analysis.tables") / "registry.toml").read_text(encoding="utf-8")
)
FIELDS = {
    key: Field(**{"name": key, **spec, "allowed": tuple(spec.get("allowed", ()))})
    for key, spec in TOML["fields"].items()
}
# Numbers that measure nothing, or whose unit stands in another column of the row.
WITHOUT_UNIT = {
    "vintage", "region_order", "tile_row", "tile_column", "measure_value", "lower", "upper",
}  # fmt: skip
DESIGN = {
    "park_locations": "fact_id programme developer province province_code status",
    "park_totals": "fact_id programme count qualifier list_is_exhaustive",
    "partnerships": "fact_id province province_code lead_party headline_party domain status "
    "signed_on stated_total",
    "other_facts": "fact_id topic item value unit qualifier",
    "sources": "source_id title_note author event_date language sha256 bytes characters "
    "paragraphs licence_note",
    "units": "vintage code name region key_economic_region is_home parks_named parks_lower "
    "parks_upper partner status area_km2 population",
    "region_spread": "vintage scheme region units parks_named parks_lower parks_upper "
    "location_quotient",
    "region_coverage": "vintage scheme region units park_units partner_units covered_units",
    "headline": "vintage measure value lower upper unit note fact_ids",
}


@pytest.mark.parametrize("key", FIELDS)
def test_field_is_described(key: str) -> None:
    field = FIELDS[key]
    assert field.type in DTYPES
    assert re.fullmatch(r"[a-z][a-z0-9_]*", field.name)
    assert len(field.description.split()) > 1
    assert field.description.isprintable()
    assert not field.description.endswith((".", " "))


@pytest.mark.parametrize("key", FIELDS)
def test_field_has_a_unit_where_it_measures(key: str) -> None:
    field = FIELDS[key]
    measures = field.type in ("integer", "number") and key not in WITHOUT_UNIT
    assert bool(field.unit) == measures


@pytest.mark.parametrize("key", FIELDS)
def test_field_has_constraints_of_its_type(key: str) -> None:
    field = FIELDS[key]
    numeric = field.type in ("integer", "number")
    assert numeric or field.minimum is field.maximum is None
    assert field.type == "string" or not field.pattern
    assert not (field.pattern and field.allowed)
    if field.pattern:
        assert re.compile(field.pattern)
        assert field.pattern[0] + field.pattern[-1] == "^$"
    kinds = {"string": str, "integer": int}
    assert all(type(value) is kinds[field.type] for value in field.allowed)
    if field.minimum is not None and field.maximum is not None:
        assert field.minimum < field.maximum


@pytest.mark.parametrize("key", FIELDS)
def test_field_is_used(key: str) -> None:
    assert any(key in spec["fields"] for spec in TOML["tables"].values())


@pytest.mark.parametrize("each", tables().values(), ids=lambda each: each.name)
def test_table_is_sound(each: Table) -> None:
    assert each.layer in ("raw", "reference", "processed")
    assert each.title
    columns = each.columns
    assert len(columns) == len(set(columns))
    assert each.key
    assert {*each.key, *each.sort} <= set(columns)
    for target, on in each.references.items():
        assert set(on) <= set(columns)
        assert set(on) <= set(table(target).columns)
    assert list(schema(each).columns) == columns


@pytest.mark.parametrize("each", tables().values(), ids=lambda each: each.name)
def test_rows_are_in_a_total_order(each: Table) -> None:
    assert set(each.key) <= set(each.sort)


@pytest.mark.parametrize("name", DESIGN)
def test_columns_that_users_and_checks_call_are_there(name: str) -> None:
    assert set(DESIGN[name].split()) <= set(table(name).columns)


@pytest.mark.parametrize("name", FACT_TABLES)
def test_fact_tables_end_with_their_evidence(name: str) -> None:
    evidence = table("evidence").columns
    assert table(name).columns[0] == evidence[0] == "fact_id"
    assert table(name).columns[-len(evidence) + 1 :] == evidence[1:]
    assert table(name).references == {"sources": ("source_id",)}


def test_layers_share_out_the_tables() -> None:
    names = [each.name for name in ("raw", "reference", "processed") for each in layer(name)]
    assert sorted(names) == sorted(tables())
    assert table("regions").file == "raw/reference/regions.csv"
    assert table("sources").file == "raw/sources.csv"


def test_an_unknown_table_is_refused_with_those_there_are() -> None:
    with pytest.raises(ArgumentError, match=r"table: got 'parks'; expected one of sources, park_l"):
        table("parks")
