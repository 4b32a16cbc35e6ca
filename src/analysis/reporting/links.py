"""Pages that numbers of reports lead to: their names, and numbers made links.

The cell of such a page that a link leads to is named by :mod:`analysis.reporting.anchors`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from analysis.admin import VINTAGES
from analysis.extraction.view import unaccented
from analysis.storage import sha256


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
