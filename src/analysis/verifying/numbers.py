"""Numbers on pages: each equals the cell that it leads to, exactly and as it is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from analysis.errors import Fault
from analysis.processing.build import Tables
from analysis.reporting.anchors import FIXED, anchor
from analysis.tables.cells import NUMBER, format_cell
from analysis.tables.schemas import rows_of

SEPARATORS = {"en": (",", "."), "vi": (".", ",")}  # of thousands and of decimals
MILLIONS = ":population"  # columns whose numbers prose gives in millions
REMEDY = "make the report again (parkspread report --force)"


@dataclass(frozen=True)
class Shown:
    """A number on a page: where, the address it leads to, its exact value, and what readers see."""

    line: int
    href: str
    exact: str
    text: str


class Page(HTMLParser):
    """The language of a page, its numbers, and its cells by identifier."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language, self.numbers, self.cells = "en", list[Shown](), dict[str, str]()
        self._open: Shown | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the start of a number, or a cell."""
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found.get("lang", self.language)
        if "data-value" in found:
            if "id" in found:
                self.cells[found["id"]] = found["data-value"]
            elif tag == "a":
                line, _ = self.getpos()
                self._open = Shown(line, found.get("href", ""), found["data-value"], "")

    def handle_data(self, data: str) -> None:
        """Note what is shown of a number."""
        if self._open:
            before = self._open
            self._open = Shown(before.line, before.href, before.exact, before.text + data)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a number."""
        if tag == "a" and self._open:
            self.numbers.append(self._open)
            self._open = None


def check_numbers(
    out: Path, derivations: Mapping[str, Mapping[str, Any]], tables: Tables
) -> tuple[int, list[Fault]]:
    """Return how many numbers the pages of a folder show, and the fault of each that is wrong.

    Parameters
    ----------
    out : pathlib.Path
        Folder of the reports.
    derivations : mapping of str to mapping
        Parameters of each derivation page of these tables, by its name.
    tables : mapping of str to pandas.DataFrame
        Tables as they stand on disk, as far as they are sound.
    """
    pages = {
        path.name: Page(path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(out.glob("*.html"))
    }
    faults = []
    for name in sorted(derivations.keys() & pages.keys()):
        known = _cells(tables, derivations[name])
        for cell, exact in pages[name].cells.items():
            if cell in known and known[cell] != exact:
                message = f"{exact!r} where the table has {known[cell]!r}; {REMEDY}"
                faults.append(Fault(name, 0, cell, "wrong-number", message))
    for name, page in pages.items():
        for number in page.numbers:
            target, _, cell = number.href.partition("#")
            cells = pages[target].cells if target in pages else {}
            if message := _problem(number, page.language, cells.get(cell)):
                faults.append(Fault(name, number.line, cell, "wrong-number", message))
    return sum(len(page.numbers) for page in pages.values()), faults


def _problem(number: Shown, language: str, cell: str | None) -> str:
    """Return what is wrong with a number, given the cell that it leads to; empty if nothing."""
    if cell is None:
        return f"leads to {number.href!r}, where there is no number; {REMEDY}"
    if cell != number.exact:
        return f"{number.exact!r} where {number.href} has {cell!r}; {REMEDY}"
    scale = 1e-6 if number.href.endswith(MILLIONS) else 1.0
    if not _is_rounded(number.text, number.exact, language, scale):
        return f"shows {number.text!r} where the exact value is {number.exact!r}; {REMEDY}"
    return ""


def _is_rounded(text: str, exact: str, language: str, scale: float = 1.0) -> bool:
    """Whether a text shows a number, rounded; what is no number is a word, told in any language.

    Examples
    --------
    >>> _is_rounded("23,8%", "0.2380952381", "vi"), _is_rounded("24,8%", "0.2380952381", "vi")
    (True, False)
    """
    thousands, decimals = SEPARATORS.get(language, (",", "."))
    plain = text.replace(thousands, "").replace(decimals, ".").replace("\u2212", "-")
    seen = re.fullmatch(r"\D{0,3}?(-?\d+(?:\.(\d+))?)(\s*%)?\D*", plain.replace("\u00a0", " "))
    if not (seen and NUMBER.fullmatch(exact)):
        return not NUMBER.fullmatch(exact)
    scale *= 100 if seen[3] else 1
    half = 0.5 * 10.0 ** -len(seen[2] or "")
    return abs(float(seen[1]) - float(exact) * scale) <= half * (1 + 1e-9)


def _cells(tables: Tables, about: Mapping[str, Any]) -> dict[str, str]:
    """Return the value of every cell that a derivation page may show, by identifier."""
    cells: dict[str, str] = {}
    for name, frame in tables.items():
        rows = frame
        for column in FIXED:
            if column in rows and column in about:
                rows = rows[rows[column] == about[column]]
        for _, row in rows_of(rows):
            cells |= {anchor(name, row, column): format_cell(row[column]) for column in row}
    return cells
