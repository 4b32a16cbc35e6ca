"""One report: a notebook run by papermill, cleaned of what differs between runs, and its files."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import nbformat
from nbformat import NotebookNode

from analysis.errors import NotebookFailed
from analysis.reporting.downloads import ROWS, json_bytes
from analysis.reporting.engine import ENGINES, forks
from analysis.reporting.plan import Planned

KERNEL = "python3"
LINK = 'xlink:href="derivation-'  # from a page; a figure's file is two folders below
UP = 'xlink:href="../../derivation-'
MARKED = "papermill-error-cell"


@dataclass(frozen=True)
class Run:
    """A notebook that was run: what it has become, what it read and what that took.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The executed notebook, the same however often it is run.
    reads : mapping of str to str
        Hash of the rows that each note of reading stands for, see :mod:`analysis.reporting.reads`.
    peak : int
        Most memory that its kernel held, KiB.
    """

    notebook: NotebookNode
    reads: Mapping[str, str]
    peak: int


@dataclass(frozen=True)
class Figure:
    """One figure of a report: its name, words, province and region if it is about one, files."""

    name: str
    title: str
    source: str
    place: Mapping[str, str]
    svg: bytes
    png: bytes
    csv: bytes
    json: bytes


def execute(
    planned: Planned, source: bytes, engine: str = ENGINES[0], timeout: float | None = None
) -> Run:
    """Run the notebook of a report.

    Parameters
    ----------
    planned : Planned
        The report.
    source : bytes
        Its notebook as it was read, so that what is run is what was hashed.
    engine : {"parkspread", "nbclient"}
        Whether its kernel is forked or started.
    timeout : float, optional
        Seconds that the whole notebook may take.

    Raises
    ------
    NotebookFailed
        If a cell fails, takes too long, or ends the kernel.
    """
    from nbclient.exceptions import CellTimeoutError, DeadKernelError  # 3 seconds to import
    from papermill.engines import papermill_engines
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import raise_for_execution_errors
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    from analysis.reporting.kernel import ForkedKernelManager, LocalKernelManager

    forked = forks(engine)
    base = ForkedKernelManager if forked else LocalKernelManager
    peaks: list[int] = []
    ends = time.monotonic() + timeout if timeout else None
    # papermill's own steps, without those that write the notebook: it is not clean yet.
    notebook = load_notebook_node(nbformat.reads(source, as_version=4))
    if given := dict(planned.parameters):
        names = {"kernel_name": KERNEL, "engine_name": ENGINES[0]}
        notebook = parameterize_notebook(notebook, given, **names)
    try:
        papermill_engines.execute_notebook_with_engine(
            ENGINES[0],
            notebook,
            KERNEL,
            kernel_manager_class=type("ReportKernelManager", (base,), {"peaks": peaks}),
            shutdown_kernel="immediate" if forked else "graceful",
            extra_arguments=["--log-level=CRITICAL"],  # a kernel calls its own end an error
            timeout_func=(lambda _: max(ends - time.monotonic(), 0.1)) if ends else None,
            progress_bar=False,
        )
        raise_for_execution_errors(notebook, None)
    except PapermillExecutionError as error:
        said = _plain(f"{error.ename}: {error.evalue}")
        partial = cleaned(notebook)
        raise NotebookFailed(planned.name, error.exec_count, said, partial) from error
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        timed_out = isinstance(error, CellTimeoutError)
        said = f"took more than {timeout:g} s" if timed_out else f"its kernel died ({error})"
        partial, cell = _marked(notebook, said)
        raise NotebookFailed(planned.name, cell, said, cleaned(partial)) from error
    reads = {note: sha for each in _abouts(notebook) for note, sha in each.get("reads", {}).items()}
    return Run(cleaned(notebook), dict(sorted(reads.items())), max(peaks, default=0))


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook without times, paths, versions and random identifiers, in place."""
    kept = {"kernelspec": notebook.metadata.get("kernelspec", {})}
    notebook.metadata = NotebookNode(kept, language_info={"name": "python"})
    for number, cell in enumerate(notebook.cells, start=1):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        for output in cell.get("outputs", ()):
            about = output.get("metadata", {}).pop("parkspread", {})
            kept = {key: about[key] for key in ("figure", "values") if about.get(key)}
            if kept:
                output.metadata["parkspread"] = kept
        if "outputs" in cell:
            cell.outputs = list(_joined(cell.outputs))
        tags = cell.metadata.get("tags", [])
        if any(tag.startswith(("injected", "papermill-error")) for tag in tags):
            cell["id"] = f"injected-{number}"
    return notebook


def _joined(outputs: Sequence[NotebookNode]) -> Iterator[NotebookNode]:
    """Yield outputs, what is printed in a row as one: a busy machine cuts it into pieces."""
    for name, several in groupby(outputs, lambda output: output.get("name")):
        first, *others = several
        if name:  # of a stream; nothing else has one
            first.text += "".join(other.text for other in others)
            others = []
        yield from (first, *others)


def figures(notebook: NotebookNode) -> Iterator[Figure]:
    """Yield the figures that an executed notebook shows."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            about = output.get("metadata", {}).get("parkspread", {}).get("figure")
            if about:
                data = output["data"]
                yield Figure(
                    about["name"],
                    about["title"],
                    about["source"],
                    about["place"],
                    data["image/svg+xml"].replace(LINK, UP).encode("utf-8"),
                    base64.b64decode(data["image/png"]),
                    data["text/csv"].encode("utf-8"),
                    json_bytes(data[ROWS]),
                )


def _abouts(notebook: NotebookNode) -> Iterator[dict[str, Any]]:
    """Yield what the outputs of a report say about themselves."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            yield output.get("metadata", {}).get("parkspread", {})


def _marked(notebook: NotebookNode, said: str) -> tuple[NotebookNode, int]:
    """Return a notebook with a link at its top to the cell that was running, and that cell."""
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    status = [cell.metadata.get("papermill", {}).get("status") for cell in codes]
    cell = next((n for n, each in enumerate(status) if each == "running"), len(codes) - 1)
    place = notebook.cells.index(codes[cell])
    link = f'<a href="#{MARKED}">Cell [{cell + 1}]</a>: {said}'
    for where, text in ((place, f'<span id="{MARKED}">{said}</span>'), (0, link)):
        mark = nbformat.v4.new_markdown_cell(text, metadata={"tags": [f"{MARKED}-tag"]})
        notebook.cells.insert(where, mark)
    return notebook, cell + 1


def written(notebook: NotebookNode) -> bytes:
    """Return a notebook's bytes; what it was read from and each of its outputs were validated."""
    return (str(nbformat.v4.writes(notebook)) + "\n").encode("utf-8")


def _plain(text: str) -> str:
    """Return a text without terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
