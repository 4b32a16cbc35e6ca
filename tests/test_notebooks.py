"""The notebooks: what they may hold, and that plain papermill runs them anywhere."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest

from analysis.reporting.forkserver import USED

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CHECKED = "nbval-check-output"
PAPERMILL = Path(sys.executable).with_name("papermill")


def cells(notebook: Path, kind: str = "code") -> list[Any]:
    node = nbformat.read(notebook, as_version=4)
    return [cell for cell in node.cells if cell.cell_type == kind]


def tags(cell: Any) -> list[str]:
    return list(cell.metadata.get("tags", ()))


def test_what_notebooks_of_reports_import_is_loaded_before_kernels_are_forked() -> None:
    sources = [cell.source for notebook in NOTEBOOKS[1:] for cell in cells(notebook)]
    froms = [node.module or "" for source in sources for node in ast.walk(ast.parse(source))
             if isinstance(node, ast.ImportFrom)]  # fmt: skip
    reporting = {name.rpartition(".")[2] for name in froms if name.startswith("analysis.reporting")}
    assert reporting == set(USED)


def test_start_page_and_notebooks_are_there() -> None:
    assert [path.stem for path in NOTEBOOKS] == [
        "00_start",
        "01_evidence",
        "02_regional_park_spread",
        "03_partnership_coverage",
        "04_province_profile",
        "05_claims_over_time",
    ]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
class TestEveryNotebook:
    def test_defines_nothing_and_computes_nothing(self, notebook: Path) -> None:
        allowed = ast.Name, ast.Load, ast.Call, ast.Attribute, ast.Constant, ast.keyword, ast.IfExp
        allowed += ast.Subscript, ast.Starred
        for cell in cells(notebook):
            for node in ast.parse(cell.source).body:
                assert isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign
                                  | ast.Expr), cell.source  # fmt: skip
                value = getattr(node, "value", None)
                parts = ast.walk(value) if value is not None else []
                assert all(isinstance(part, allowed) for part in parts), cell.source

    def test_parameters_are_typed_and_explained(self, notebook: Path) -> None:
        (cell,) = [cell for cell in cells(notebook) if "parameters" in tags(cell)]
        for node, line in zip(ast.parse(cell.source).body, cell.source.splitlines(), strict=True):
            assert isinstance(node, ast.AnnAssign)
            assert "  # " in line
        shown = papermill.inspect_notebook(str(notebook))
        assert set(shown) >= {"language", "programme", "data_dir"}
        assert all(each["inferred_type_name"] != "None" for each in shown.values())
        assert all(each["help"] for each in shown.values())

    def test_checked_cells_keep_small_outputs_and_others_none(self, notebook: Path) -> None:
        checked = [cell for cell in cells(notebook) if CHECKED in tags(cell)]
        assert checked
        for cell in cells(notebook):
            assert bool(cell.outputs) == (CHECKED in tags(cell)), cell.source
            kinds = {kind for output in cell.outputs for kind in output.get("data", {})}
            assert kinds <= {"text/plain", "text/markdown", "text/html"}
            assert not any(output.output_type == "error" for output in cell.outputs)
        assert notebook.stat().st_size < 200_000

    def test_carries_no_times_paths_or_versions(self, notebook: Path) -> None:
        node = nbformat.read(notebook, as_version=4)
        assert set(node.metadata) == {"kernelspec", "language_info"}
        assert node.metadata.language_info == {"name": "python"}
        assert all(set(cell.metadata) <= {"tags"} for cell in node.cells)
        assert str(ROOT) not in notebook.read_text(encoding="utf-8")


def run(notebook: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [PAPERMILL, ROOT / "notebooks" / f"{notebook}.ipynb", "out.ipynb", *options]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=environment, check=False
    )


def texts(path: Path) -> str:
    node = nbformat.read(path, as_version=4)
    outputs = [output for cell in node.cells for output in cell.get("outputs", ())]
    return "\n".join(output["data"].get("text/plain", "") for output in outputs)


def test_plain_papermill_runs_outside_the_project(tmp_path: Path) -> None:
    done = run("02_regional_park_spread", tmp_path, "-p", "vintage", "2025", "-p", "language", "vi")
    assert done.returncode == 0, done.stderr
    assert "5/34 tỉnh, thành" in texts(tmp_path / "out.ipynb")


def test_plain_papermill_takes_a_code_with_a_leading_zero(tmp_path: Path) -> None:
    done = run("04_province_profile", tmp_path, "-p", "province", "01")
    assert done.returncode == 0, done.stderr
    assert "# Hà Nội" in texts(tmp_path / "out.ipynb")


@pytest.mark.parametrize(
    ("notebook", "name", "value", "says"),
    [
        ("02_regional_park_spread", "vintage", "2024", "vintage: got 2024; allowed are 2023, 2025"),
        ("02_regional_park_spread", "vintag", "2025", "vintag: unknown parameter; this notebook"),
        ("04_province_profile", "province", "Hai Fong", "did you mean Hải Phòng"),
    ],
)
def test_plain_papermill_refuses_wrong_parameters(
    tmp_path: Path, notebook: str, name: str, value: str, says: str
) -> None:
    done = run(notebook, tmp_path, "-p", name, value)
    assert done.returncode != 0
    assert says in done.stderr


def test_the_articles_passages_are_marked_where_it_is_given(tmp_path: Path) -> None:
    article = ROOT.parent / "shared" / "article" / "binh-duong-2023-03-25.txt"
    if not article.is_file():
        pytest.skip(f"the shared article is not beside the repository ({article} is absent)")
    done = run("01_evidence", tmp_path, "-p", "article", str(article))
    assert done.returncode == 0, done.stderr
    node = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    shown = "".join(
        output["data"].get("text/html", "") for output in node.cells[-1].get("outputs", ())
    )
    assert shown.count("<mark>") > 30
    assert "<mark>Đến nay, đã có 11 KCN" not in shown or "Bình Định</mark>" in shown


def test_another_file_than_the_article_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Một bài khác.\n", encoding="utf-8")
    done = run("01_evidence", tmp_path, "-p", "article", str(other))
    assert done.returncode != 0
    assert "is no source of these tables" in done.stderr
