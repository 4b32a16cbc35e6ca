"""One report made: its notebook run, its page, figures and data as files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.errors import NotebookFailed
from analysis.language import Language
from analysis.reporting.pages import report_page, title_of
from analysis.reporting.plan import Planned
from analysis.reporting.run import execute, figures, written


@dataclass(frozen=True)
class Made:
    """A report that was made, or what there is of one that failed.

    Parameters
    ----------
    files : mapping of str to bytes
        Its files by name.
    entry : mapping
        Its entry of the manifest; ``error`` if it failed.
    reads : sequence of str
        Notes of the rows that it read.
    seconds : float
        Time it took, with every try.
    peak : int
        Most memory that its kernel held, KiB.
    """

    files: Mapping[str, bytes]
    entry: dict[str, Any]
    reads: Sequence[str]
    seconds: float
    peak: int


def make_report(
    planned: Planned, engine: str, timeout: float | None = None, retries: int = 0
) -> Made:
    """Make a report; of a failed one, keep the partial notebook as ``NAME.failed.ipynb``.

    Parameters
    ----------
    planned : Planned
        The report.
    engine : {"parkspread", "nbclient"}
        Papermill's engine.
    timeout : float, optional
        Seconds that one try may take.
    retries : int
        Further tries after a failure.
    """
    started = time.monotonic()
    language = Language(str(planned.parameters.get("language", "en")))
    entry = {
        "name": planned.name,
        "title": title_of(planned, language),
        "language": language.code,
        "notebook": planned.notebook.name,
        "notebook_sha256": _sha256(planned.notebook.read_bytes()),
        "parameters": dict(planned.parameters),
    }
    for left in range(retries, -1, -1):
        try:
            run = execute(planned, engine, timeout)
            break
        except NotebookFailed as failure:
            if not left:
                page, data = f"{planned.name}.failed.ipynb", written(failure.notebook)
                entry |= {"page": page, "error": str(failure), "outputs": {page: _sha256(data)}}
                return Made({page: data}, entry, (), time.monotonic() - started, 0)
    drawn = list(figures(run.notebook))
    files = {f"{planned.name}.ipynb": written(run.notebook)}
    for figure in drawn:
        stem = f"figures/{planned.name}/{figure.name}"
        files |= {f"{stem}.svg": figure.svg, f"{stem}.png": figure.png, f"{stem}.csv": figure.csv}
    finding = drawn[0].title if drawn else ""
    page = f"{planned.name}.html"
    files[page] = report_page(planned, run.notebook, finding)
    entry |= {"page": page, "finding": finding}
    if drawn:
        entry["thumbnail"] = f"figures/{planned.name}/{drawn[0].name}.png"
    entry["outputs"] = {name: _sha256(data) for name, data in sorted(files.items())}
    return Made(files, entry, run.reads, time.monotonic() - started, run.peak)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
