"""``parkspread verify``: every check of what is on disk, all faults together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import FaultsFound
from analysis.paths import DataFolder
from analysis.verifying.evidence import check_passages
from analysis.verifying.numbers import check_numbers
from analysis.verifying.reports import check_reports
from analysis.verifying.tables import check_tables, corrected


@dataclass(frozen=True)
class Verified:
    """What was checked and found right.

    Parameters
    ----------
    tables, locators, passages, files, numbers : int
        Tables; locators within their text; passages read again in articles; files of reports;
        numbers on pages.
    """

    tables: int
    locators: int
    passages: int
    files: int
    numbers: int

    def lines(self) -> list[str]:
        """Return one line a kind of check."""
        missing = self.locators - self.passages
        unread = f"; {missing} not read again (--article FILE)" if missing else ""
        return [
            f"{self.tables} tables: schemas, keys, hashes, processed from raw",
            f"{self.passages} of {self.locators} passages read again in their articles{unread}",
            f"{self.files} files of reports: hashes, inputs, nothing missing, nothing else",
            f"{self.numbers} numbers on pages: each equal to the cell that it leads to",
        ]


def verify(folder: DataFolder, out: Path, articles: Sequence[Path] = ()) -> Verified:
    """Check tables, evidence and reports against each other.

    Parameters
    ----------
    folder : DataFolder
        The data folder of a project.
    out : pathlib.Path
        Folder of the reports.
    articles : sequence of pathlib.Path
        Articles whose passages are read again.

    Raises
    ------
    FaultsFound
        With every fault found.
    """
    tables, faults = check_tables(folder)
    passages = 0
    for article in articles:
        read, found = check_passages(tables, article)
        passages += read
        faults += found
    manifest, files, found = check_reports(out, folder)
    faults += found
    numbers, found = check_numbers(out, _own_pages(manifest), corrected(tables))
    faults += found
    if faults:
        raise FaultsFound(faults)
    locators = sum(len(frame) for frame in tables.values() if "span_sha256" in frame)
    return Verified(len(tables), locators, passages, files, numbers)


def _own_pages(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of the derivation pages that are about the project's own tables."""
    pages = manifest.get("derivations", {})
    found = {name: page.get("parameters", {}) for name, page in pages.items()}
    return {name: about for name, about in found.items() if not about.get("data_dir")}
