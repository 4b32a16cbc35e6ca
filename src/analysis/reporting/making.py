"""One report made: its notebook run, its page, figures and data as files."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from analysis.errors import NotebookFailed
from analysis.language import Language
from analysis.reporting.pages import failed_page, report_page, title_of
from analysis.reporting.plan import Planned
from analysis.reporting.run import execute, figures, written
from analysis.storage import sha256


@dataclass(frozen=True)
class Made:
    """A report that was made, or what there is of one that failed.

    Parameters
    ----------
    files : mapping of str to bytes
        Its files by name.
    entry : mapping
        Its entry of the manifest; ``error`` if it failed.
    seconds : float
        Time it took, with every try.
    peak : int
        Most memory that its kernel held, KiB.
    """

    files: Mapping[str, bytes]
    entry: dict[str, Any]
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
    notebook = planned.notebook.read_bytes()
    entry = {
        "name": planned.name,
        "title": title_of(planned, language),
        "language": language.code,
        "notebook": planned.notebook.name,
        "notebook_sha256": sha256(notebook),
        "parameters": dict(planned.parameters),
        "command": planned.command,
    }
    page = f"{planned.name}.html"
    for left in range(retries, -1, -1):
        try:
            run = execute(planned, notebook, engine, timeout)
            break
        except NotebookFailed as failure:
            if not left:
                entry |= {"page": page, "error": str(failure)}
                partial = {f"{planned.name}.failed.ipynb": written(failure.notebook)}
                partial[page] = failed_page(planned, entry)
                entry["outputs"] = _hashes(partial)
                return Made(partial, entry, time.monotonic() - started, 0)
    drawn = list(figures(run.notebook))
    files = {f"{planned.name}.ipynb": written(run.notebook)}
    for figure in drawn:
        stem = f"figures/{planned.name}/{figure.name}"
        files |= {f"{stem}.svg": figure.svg, f"{stem}.png": figure.png,
                  f"{stem}.csv": figure.csv, f"{stem}.json": figure.json}  # fmt: skip
    finding, source = (drawn[0].title, drawn[0].source) if drawn else ("", "")
    files[page] = report_page(planned, run.notebook, finding, source)
    entry |= {"page": page, "finding": finding}
    if drawn:
        entry |= drawn[0].place
        thumbnail = f"figures/{planned.name}/thumbnail.png"
        entry["thumbnail"], files[thumbnail] = thumbnail, _thumbnail(drawn[0].png)
    entry["inputs"] = run.reads
    entry["outputs"] = _hashes(files)
    return Made(files, entry, time.monotonic() - started, run.peak)


def _thumbnail(png: bytes) -> bytes:
    """Return a picture at half its width and height, in few colours."""
    from PIL import Image

    file = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        small = picture.convert("RGB").reduce(2)
        small.quantize(64, Image.Quantize.FASTOCTREE).save(file, "png")
    return file.getvalue()


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(data) for name, data in sorted(files.items())}
