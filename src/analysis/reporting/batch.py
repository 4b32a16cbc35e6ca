"""A batch of reports: run, written whole, and listed in the manifest and the index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import analysis
from analysis.errors import NotebookFailed, ReportsFailed, SourceError
from analysis.language import Language
from analysis.reporting.pages import index_page, report_page, title_of
from analysis.reporting.plan import Planned
from analysis.reporting.run import execute, figures, written
from analysis.storage import write_files

MANIFEST = "manifest.json"
Files = dict[str, bytes]


def run_batch(
    planned: Sequence[Planned],
    out: Path,
    whole: bool,
    workers: int = 2,
    done: Callable[[str, str], object] = lambda *_: None,
) -> list[Path]:
    """Run reports, write their files, and bring manifest and index up to date.

    Parameters
    ----------
    planned : sequence of Planned
        Reports to make.
    out : pathlib.Path
        Folder of the reports.
    whole : bool
        Whether these are all reports that the folder is to hold; files of others are removed.
    workers : int
        Reports to run at the same time.
    done : callable
        Called with name and state (``done``, ``failed``) of each report that has ended.

    Returns
    -------
    list of pathlib.Path
        Files that changed.

    Raises
    ------
    ReportsFailed
        If some reports failed, after everything that could be made is written.
    """
    before = {entry["name"]: entry for entry in read_manifest(out)}
    entries = {} if whole else dict(before)
    changed: list[Path] = []
    failures: list[tuple[str, str]] = []
    with ProcessPoolExecutor(workers, get_context("forkserver")) as executor:
        for report, files, entry in _made(planned, executor):
            changed += write_files({out / name: data for name, data in files.items()})
            entries[report.name] = entry
            if entry.get("error"):
                failures.append((report.name, entry["error"]))
                entry["outputs"] |= before.get(report.name, {}).get("outputs", {})
            done(report.name, "failed" if entry.get("error") else "done")
    ordered = sorted(entries.values(), key=lambda entry: (entry["notebook"], entry["name"]))
    index = index_page(ordered)
    old = {name for entry in before.values() for name in entry["outputs"]}
    now = {name for entry in ordered for name in entry["outputs"]}
    manifest = _manifest(ordered, index)
    changed += write_files({out / "index.html": index, out / MANIFEST: manifest})
    for name in sorted(old - now):
        (out / name).unlink(missing_ok=True)
    if failures:
        raise ReportsFailed(sorted(failures))
    return changed


def read_manifest(out: Path) -> list[dict[str, Any]]:
    """Return the reports that a folder's manifest lists; none if it has no manifest.

    Raises
    ------
    SourceError
        If the manifest is damaged.
    """
    path = out / MANIFEST
    try:
        reports: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["reports"]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(path, f"damaged ({error})", "Remove it and run all reports.") from error
    return reports


def make_report(planned: Planned) -> tuple[Files, dict[str, Any]]:
    """Return the files of a report and its entry for the manifest; of a failed one, what there is.

    The partial notebook of a failed report is kept as ``NAME.failed.ipynb``.
    """
    language = Language(str(planned.parameters.get("language", "en")))
    entry = {
        "name": planned.name,
        "title": title_of(planned, language),
        "language": language.code,
        "notebook": planned.notebook.name,
        "notebook_sha256": _sha256(planned.notebook.read_bytes()),
        "parameters": dict(planned.parameters),
    }
    try:
        notebook = execute(planned)
    except NotebookFailed as failure:
        page, data = f"{planned.name}.failed.ipynb", written(failure.notebook)
        outputs = {page: _sha256(data)}
        return {page: data}, {**entry, "page": page, "error": str(failure), "outputs": outputs}
    drawn = list(figures(notebook))
    files: Files = {f"{planned.name}.ipynb": written(notebook)}
    for figure in drawn:
        stem = f"figures/{planned.name}/{figure.name}"
        files |= {f"{stem}.svg": figure.svg, f"{stem}.png": figure.png, f"{stem}.csv": figure.csv}
    finding = drawn[0].title if drawn else ""
    page = f"{planned.name}.html"
    files[page] = report_page(planned, notebook, finding)
    entry |= {"page": page, "finding": finding}
    if drawn:
        entry["thumbnail"] = f"figures/{planned.name}/{drawn[0].name}.png"
    outputs = {name: _sha256(data) for name, data in sorted(files.items())}
    return files, {**entry, "outputs": outputs}


def _made(
    planned: Iterable[Planned], executor: Executor
) -> Iterable[tuple[Planned, Files, dict[str, Any]]]:
    """Yield each report when it is ready."""
    futures = {executor.submit(make_report, report): report for report in planned}
    for future in as_completed(futures):
        yield futures.pop(future), *future.result()


def _manifest(entries: Sequence[Mapping[str, Any]], index: bytes) -> bytes:
    content = {
        "version": analysis.__version__,
        "reports": entries,
        "index": {"index.html": _sha256(index)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
