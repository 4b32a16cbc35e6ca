"""One report: a notebook run by papermill, cleaned of what differs between runs, and its files."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbformat import NotebookNode

from analysis.errors import NotebookFailed
from analysis.reporting.plan import Planned

KERNEL = "python3"


@dataclass(frozen=True)
class Figure:
    """One figure of a report: its name, words and files."""

    name: str
    title: str
    alternative: str
    svg: bytes
    png: bytes
    csv: bytes


def execute(planned: Planned) -> NotebookNode:
    """Return the executed notebook of a report, the same however often it is run.

    Raises
    ------
    NotebookFailed
        If a cell fails.
    """
    import papermill  # 3 seconds to import

    from analysis.reporting.kernel import LocalKernelManager

    with TemporaryDirectory() as folder:
        output = Path(folder) / "executed.ipynb"
        try:
            notebook = papermill.execute_notebook(
                str(planned.notebook),
                str(output),
                parameters=dict(planned.parameters),
                kernel_name=KERNEL,
                kernel_manager_class=LocalKernelManager,
                extra_arguments=["--log-level=CRITICAL"],  # it calls its own end an error
                progress_bar=False,
            )
        except papermill.PapermillExecutionError as error:
            partial = cleaned(nbformat.read(output, as_version=4))
            said = _plain(f"{error.ename}: {error.evalue}")
            raise NotebookFailed(planned.name, error.exec_count, said, partial) from error
    return cleaned(notebook)


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """Return a notebook without times, paths, versions and random identifiers, in place."""
    kept = {"kernelspec": notebook.metadata.get("kernelspec", {})}
    notebook.metadata = NotebookNode(kept, language_info={"name": "python"})
    for number, cell in enumerate(notebook.cells, start=1):
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        tags = cell.metadata.get("tags", [])
        if any(tag.startswith(("injected", "papermill-error")) for tag in tags):
            cell["id"] = f"injected-{number}"
    return notebook


def figures(notebook: NotebookNode) -> Iterator[Figure]:
    """Yield the figures that an executed notebook shows."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            about: Mapping[str, Any] | None = output.get("metadata", {}).get("parkspread")
            if about:
                data = output["data"]
                yield Figure(
                    about["name"],
                    about["title"],
                    about["alternative"],
                    data["image/svg+xml"].encode("utf-8"),
                    base64.b64decode(data["image/png"]),
                    data["text/csv"].encode("utf-8"),
                )


def written(notebook: NotebookNode) -> bytes:
    """Return a notebook's bytes."""
    return (str(nbformat.writes(notebook)) + "\n").encode("utf-8")


def _plain(text: str) -> str:
    """Return a text without terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
