"""Tables as readers see them: headings, terms and numbers in the report's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, Template

from analysis.language import Language
from analysis.reporting.anchors import anchor
from analysis.tables.cells import format_cell
from analysis.tables.registry import Field, table

MISSING = "–"
DATES = ("signed_on", "stated_on", "event_date", "value")
REGIONS = ("region", "key_economic_region")
CELL = re.compile(r"<td[^>]*>([^<]*)</td>")
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


def cell_links(
    markup: str,
    rows: pd.DataFrame,
    columns: Sequence[str],
    name: str,
    page: str,
    source: Callable[[str], str],
) -> list[list[Any]]:
    """Return where in a table's HTML numbers and dates stand, and which cell each of them is.

    Parameters
    ----------
    markup : str
        What :func:`to_html` has made of the columns.
    rows : pandas.DataFrame
        Rows of a registered table; if they lack its key, nothing is known of them.
    columns : sequence of str
        The columns shown.
    name, page : str
        Name of the table; of the derivation page.
    source : callable
        Returns the column that a shown one is taken from.
    """
    spec = table(name)
    if not {*spec.key} <= {*rows.columns}:
        return []
    told = [column for column in columns if is_told(name, column)]
    places = [match.span(1) for match in CELL.finditer(markup)]
    cells = product(rows.to_dict("records"), columns)
    return [
        [*place, f"{page}#{anchor(name, row, source(column))}", format_cell(row[column])]
        for place, (row, column) in zip(places, cells, strict=True)
        if column in told and format_cell(row[column])
    ]


def is_numeric(name: str, columns: list[str]) -> list[bool]:
    """Return which columns of a registered table hold numbers."""
    numbers = [column.name for column in table(name).fields if _is_number(column)]
    return [column in numbers for column in columns]


def is_told(name: str, column: str) -> bool:
    """Return whether a column tells something that a reader may ask the source of."""
    return column in DATES or (is_numeric(name, [column])[0] and column != "vintage")


def as_text(value: float, unit: str, language: Language) -> str:
    """Return a number as it is shown in its unit."""
    if unit == "share":
        return language.percent(value)
    return language.number(value, DECIMALS.get(unit, 0 if float(value).is_integer() else 2))


def _is_number(column: Field) -> bool:
    return column.type in ("integer", "number")


def _cell(
    value: Any, name: str, field: Field | None, language: Language, regions: Mapping[str, str]
) -> str:
    if value is None or value is pd.NA or value != value or value == "":
        return MISSING
    if field is not None and field.type == "boolean":
        return language.term("answer", "yes" if value else "no")
    if field is not None and _is_number(field) and name != "vintage":
        return as_text(value, field.unit, language)
    if name in REGIONS:
        return regions.get(str(value), str(value))
    text = language.date(str(value)) if name in DATES else str(value)
    return language.term(name, text)


@cache
def _template() -> Template:
    loader = PackageLoader("analysis.reporting", "templates")
    return Environment(loader=loader, autoescape=True).get_template("table.html.j2")
