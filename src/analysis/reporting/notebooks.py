"""``make notebooks``: run the notebooks in place and keep the outputs that nbval compares.

Figures are left out: nbval does not compare pictures, and the reports hold them.
"""

from __future__ import annotations

from pathlib import Path

from analysis.paths import project_root
from analysis.reporting.plan import Planned
from analysis.reporting.run import execute, written
from analysis.storage import write_files

CHECKED = "nbval-check-output"


def refreshed(notebook: Path) -> bytes:
    """Return a notebook run with its own parameters, with outputs in checked cells only."""
    node = execute(Planned(notebook.stem, notebook, {}), notebook.read_bytes()).notebook
    for cell in node.cells:
        if cell.cell_type == "code" and CHECKED not in cell.metadata.get("tags", ()):
            cell["outputs"], cell["execution_count"] = [], None
        for output in cell.get("outputs", ()):
            output.metadata.pop("parkspread", None)  # links are for pages
    return written(node)


def main() -> None:
    """Refresh every notebook of the project."""
    found = sorted((project_root() / "notebooks").glob("*.ipynb"))
    for path in write_files({notebook: refreshed(notebook) for notebook in found}):
        print(f"written {path.name}")


if __name__ == "__main__":
    main()
