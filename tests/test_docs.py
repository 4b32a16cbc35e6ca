"""The pages of docs/: commands work, links lead somewhere, what is looked up is complete."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.processing.dictionary import dictionary
from analysis.processing.headline import measures
from analysis.tables.registry import tables

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
METHODS = "methods.md"


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, kind: str) -> list[str]:
    """Return the fenced blocks of a kind: ``sh``, commands, or none, what they print."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)
    return [block for name, block in found if name == kind]


def commands(page: Path) -> str:
    """Return the commands of a page; reports are only planned: other tests run notebooks."""
    return re.sub(r"^parkspread report .*", r"\g<0> --dry-run", "\n".join(blocks(page, "sh")),
                  flags=re.MULTILINE)  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the project, in which commands run."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in done.stdout.splitlines():
        if not name.startswith((".", "tests/", "reports/", "benchmarks/")):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    yield tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda p: p.stem)
def test_commands_work_in_a_fresh_copy(page: Path, checkout: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PARKSPREAD_HOME"}
    environment["PYTHONPATH"] = str(checkout / "src")
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail"],
        input=commands(page), cwd=checkout, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    said = [*done.stdout.splitlines(), *done.stderr.splitlines()]
    shown = [line for block in blocks(page, "") for line in block.splitlines() if line != "…"]
    assert [line for line in shown if line not in said] == []


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    linked = re.findall(r"\]\(([^)#]+)[^)]*\)", text(page))
    assert [target for target in linked if not (page.parent / target).is_file()] == []


def test_index_names_every_page() -> None:
    index = text(DOCS / "README.md")
    pages = {str(page.relative_to(DOCS)) for page in PAGES} - {"README.md"}
    assert {page for page in pages if f"({page})" not in index} == set()


def test_dictionary_is_up_to_date() -> None:
    assert text(DOCS / "data-dictionary.md") == dictionary(), "run `make docs`"


def test_methods_name_every_measure_and_its_code() -> None:
    page = text(DOCS / METHODS)
    named = set(re.findall(r"`(\w+)`", page))
    columns = {
        field.name
        for table in tables().values()
        for field in table.fields
        if table.layer == "processed" and field.unit
    }
    assert set(measures()) - named == set()
    assert columns - named == set()
    modules = {path.stem for path in (ROOT / "src/analysis/measures").glob("*.py")}
    assert set(re.findall(r"measures/(\w+)\.py", page)) == modules - {"__init__", "checks"}
