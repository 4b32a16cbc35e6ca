"""Where a number of a report leads: the cell of a derivation page that holds it.

A derivation page (:mod:`analysis.reporting.derivation`) belongs to a programme, vintage and
language. On it every cell of a table has an identifier, ``table:key:column``, without the columns
``vintage`` and ``programme`` of the key. In a report each number, in prose as in tables, reads::

    <a class="value" href="derivation-vsip-2023-en.html#headline:parks_stated:value"
       data-value="11">11</a>

``data-value`` is the exact value, written as in the CSV tables, and the same as that of the cell.
Labels of charts lead to whole rows, ``table:key``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from analysis.language.linked import Linked, Value, linked
from analysis.tables.cells import format_cell
from analysis.tables.registry import table

FIXED = ("vintage", "programme")  # of a page


def row_anchor(name: str, row: Mapping[Any, Any]) -> str:
    """Return the identifier of a table's row, from its key.

    Examples
    --------
    >>> row_anchor("units", {"vintage": 2023, "programme": "VSIP", "code": "31"})
    'units:31'
    """
    key = [format_cell(row[column]) for column in table(name).key if column not in FIXED]
    return ":".join(quote(part, safe="") for part in (name, *key) if part)


def anchor(name: str, row: Mapping[Any, Any], column: str) -> str:
    """Return the identifier of a cell."""
    return f"{row_anchor(name, row)}:{column}"


def value_of(
    page: str, name: str, row: Mapping[Any, Any], column: str, shown: float | None = None
) -> Value:
    """Return a cell as a number that leads to it; ``shown`` where it is shown in other units."""
    href = f"{page}#{anchor(name, row, column)}"
    return Value(row[column] if shown is None else shown, href, format_cell(row[column]))


def text_of(page: str, name: str, row: Mapping[Any, Any], column: str, text: str) -> Linked:
    """Return a text that tells a cell and leads to it."""
    return linked(text, f"{page}#{anchor(name, row, column)}", format_cell(row[column]))


def counted(page: str, counts: Mapping[str, float]) -> dict[str, Value]:
    """Return numbers that count rows, each of which leads to the page's account of it."""
    return {
        name: Value(count, f"{page}#{count_anchor(name)}", format_cell(count))
        for name, count in counts.items()
    }


def count_anchor(name: str) -> str:
    """Return the identifier of a number that counts rows."""
    return f"counts:{name}:value"
