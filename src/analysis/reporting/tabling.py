"""Tables as readers see them: headings, terms and numbers in the report's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, Template

from analysis.language import Language
from analysis.tables.registry import Field, table

MISSING = "–"
DATES = ("signed_on", "stated_on", "event_date", "value")
REGIONS = ("region", "key_economic_region")
DECIMALS = {"ratio": 2, "index": 2, "probability": 3, "km²": 0, "km": 0}


def shown(
    rows: pd.DataFrame, name: str, language: Language, regions: Mapping[str, str]
) -> pd.DataFrame:
    """Return rows of a registered table as texts, under headings for readers.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows with any of the table's columns, in the order wanted.
    name : str
        Name of the table in the registry, which knows types and units.
    language : Language
        Language of headings, terms, numbers and dates.
    regions : mapping of str to str
        Names of region identifiers.
    """
    fields = {column.name: column for column in table(name).fields}
    texts = {
        language.term("column", str(column)): [
            _cell(value, str(column), fields.get(str(column)), language, regions)
            for value in values
        ]
        for column, values in rows.items()
    }
    return pd.DataFrame(texts, dtype="str")


def to_html(texts: pd.DataFrame, numeric: list[bool]) -> str:
    """Return a table of texts as HTML, everything escaped; numeric columns are set right."""
    rows = texts.to_numpy().tolist()
    return _template().render(headings=list(texts.columns), rows=rows, numeric=numeric)


def is_numeric(name: str, columns: list[str]) -> list[bool]:
    """Return which columns of a registered table hold numbers."""
    types = {column.name: column.type for column in table(name).fields}
    return [types.get(column) in ("integer", "number") for column in columns]


def _cell(
    value: Any, name: str, field: Field | None, language: Language, regions: Mapping[str, str]
) -> str:
    if value is None or value is pd.NA or value != value or value == "":
        return MISSING
    if field is not None and field.type == "boolean":
        return language.term("answer", "yes" if value else "no")
    if field is not None and field.unit == "share":
        return language.percent(value)
    if field is not None and field.type in ("integer", "number") and name != "vintage":
        return language.number(value, DECIMALS.get(field.unit, 0))
    if name in REGIONS:
        return regions.get(str(value), str(value))
    text = language.date(str(value)) if name in DATES else str(value)
    return language.term(name, text)


@cache
def _template() -> Template:
    loader = PackageLoader("analysis.reporting", "templates")
    return Environment(loader=loader, autoescape=True).get_template("table.html.j2")
