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

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from analysis.admin import VINTAGES
from analysis.extraction.view import unaccented
from analysis.language.linked import Linked, Value, linked
from analysis.storage import sha256
from analysis.tables.cells import format_cell
from analysis.tables.registry import table

FIXED = ("vintage", "programme")  # of a page


def page_name(parameters: Mapping[str, Any], vintage: int | None = None) -> str:
    """Return the name of the derivation page of a report, or of its sibling of a vintage.

    Examples
    --------
    >>> page_name({"programme": "VSIP", "vintage": 2025, "language": "vi"})
    'derivation-vsip-2025-vi.html'
    """
    programme, data = str(parameters["programme"]), str(parameters.get("data_dir") or "")
    short = slug(programme)[:40].strip("-")
    words = [short, str(vintage or parameters.get("vintage", VINTAGES[0]))]
    words.append(str(parameters.get("language", "en")))
    if data or short != programme.lower():  # what the name leaves out
        words.append(sha256(f"{programme}\n{data}".encode())[:8])
    return f"derivation-{'-'.join(words)}.html"


def slug(text: str) -> str:
    """Return a text as part of a file name.

    Examples
    --------
    >>> slug("Thừa Thiên Huế")
    'thua-thien-hue'
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text).lower()).strip("-")


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


def with_links(
    text: str, values: Iterable[Sequence[Any]], change: Callable[[str], str] = str
) -> str:
    """Return Markdown or HTML with its numbers made links.

    Parameters
    ----------
    text : str
        The text.
    values : iterable of sequence
        First character, the one after the last, address and exact value of each, in order.
    change : callable
        What is done to each piece of the text, such as escaping.

    Examples
    --------
    >>> with_links("**11** parks", [[2, 4, "page.html#total", "11"]])
    '**<a class="value" href="page.html#total" data-value="11">11</a>** parks'
    """
    place, pieces = 0, []
    for start, end, href, exact in values:
        address, held = html.escape(href), html.escape(exact)
        opened = f'<a class="value" href="{address}" data-value="{held}">'
        pieces += [change(text[place:start]), opened, change(text[start:end]), "</a>"]
        place = end
    return "".join([*pieces, change(text[place:])])
