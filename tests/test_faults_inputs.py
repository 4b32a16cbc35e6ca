"""Inputs changed while they are read, and kills at each step of writing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.corpus import Columns, extract_corpus, find
from analysis.errors import SourceError
from analysis.paths import DataFolder
from analysis.processing import build as building
from analysis.reporting import making
from analysis.reporting.batch import run_batch
from analysis.reporting.plan import read_plan
from analysis.storage import file_hash
from analysis.verifying.verify import verify
from faults import CASES, COMMAND, Case, contents, project, run

KILLED = """
import os, signal
from pathlib import Path
replace, left = Path.replace, [{step}]
def replaced(source, target):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(source, target)
Path.replace = replaced
"""


def once(before: Callable[[], object], real: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that does something before it does its work for the first time."""
    done: list[object] = []

    def doing(*arguments: object) -> object:
        if not done:
            done.append(before())
        return real(*arguments)

    return doing


def test_a_table_changed_during_a_build_is_told_and_read_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(project(tmp_path) / "data")
    table = folder.raw / "park_totals.csv"
    old = table.read_text("utf-8")
    new = old.replace(",11,", ",12,", 1)
    assert new != old
    before = contents(folder.root)
    change = once(lambda: table.write_text(new, "utf-8"), building.process)
    monkeypatch.setattr(building, "process", change)
    with pytest.raises(SourceError, match=r"park_totals\.csv: changed while it was read"):
        building.build(folder)
    table.write_text(old, "utf-8")
    assert contents(folder.root) == before
    table.write_text(new, "utf-8")
    assert "datapackage.json" in {path.name for path in building.build(folder)}
    assert file_hash(table) in (folder.root / "datapackage.json").read_text("utf-8")


def test_a_notebook_changed_during_a_run_is_listed_as_it_was_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = project(tmp_path)
    monkeypatch.setenv("PARKSPREAD_HOME", str(home))
    notebook = home / "notebooks" / "05_claims_over_time.ipynb"
    content = json.loads(notebook.read_text("utf-8"))
    content["cells"][-1] |= {"source": ["'a cell added meanwhile'"]}
    old, new = file_hash(notebook), json.dumps(content)
    change = once(lambda: notebook.write_text(new, "utf-8"), making.execute)
    monkeypatch.setattr(making, "execute", change)

    def run_it() -> tuple[str, bool]:
        planned = read_plan(home / "reports.yaml", ["claims-vi"])
        run_batch(planned, home / "reports", False)
        listed = json.loads((home / "reports" / "manifest.json").read_text("utf-8"))["reports"]
        made = (home / "reports" / "claims-vi.ipynb").read_text("utf-8")
        return listed[0]["notebook_sha256"], "a cell added meanwhile" in made

    assert run_it() == (old, False)
    assert run_it() == (file_hash(notebook), True)
    assert verify(DataFolder(home / "data"), home / "reports").lines()


def test_a_corpus_changed_while_it_is_read_is_told(tmp_path: Path) -> None:
    home = project(tmp_path)
    corpus, reference = home / "news.jsonl", home / "data" / "raw" / "reference"
    source = find(corpus)

    def change(*_: object) -> None:
        with corpus.open("a", encoding="utf-8") as stream:
            stream.write('{"id": "late", "text": "Đến nay đã có 5 KCN VSIP."}\n')

    with pytest.raises(SourceError, match="changed while it was read"):
        extract_corpus(source, reference, home / "facts", Columns(), 1, None, change)
    with pytest.raises(SourceError, match="belongs to another run"):
        extract_corpus(find(corpus), reference, home / "facts", Columns(), 1)
    again = extract_corpus(find(corpus), reference, home / "anew", Columns(), 1)
    assert again.documents > 400


@pytest.mark.parametrize("case", CASES[:2], ids=lambda case: case.name)
@pytest.mark.parametrize("step", [1, 2, 4])
def test_killed_at_any_step_of_writing_the_next_run_leaves_no_half_file(
    case: Case, step: int, tmp_path: Path
) -> None:
    home = project(tmp_path)
    case.undo(home)
    old = contents(home / case.folder)
    code = KILLED.format(step=step) + COMMAND
    environment = {**os.environ, "PARKSPREAD_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code, *case.arguments], cwd=home, check=False,
                          env=environment, stdout=subprocess.DEVNULL)  # fmt: skip
    assert done.returncode == -9
    left = contents(home / case.folder)
    half = {name for name in left if Path(name).name.startswith(".")}
    assert half
    assert run(home, *case.arguments)[0] == 0
    new = contents(home / case.folder)
    assert not {name for name in new if Path(name).name.startswith(".")}
    assert all(left[name] in (old.get(name), new[name]) for name in left.keys() - half)
    assert sum(left[name] != old.get(name) for name in left.keys() - half) == step - 1
