"""Batches over time: only what changed is made again, and an interrupted one is finished."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from analysis.reporting.batch import Ended, run_batch
from analysis.reporting.plan import Planned, read_plan
from analysis.reporting.pool import Options
from analysis.storage import write_files
from analysis.tables.files import read_table, table_bytes

ROOT = Path(__file__).parents[1]
PARKSPREAD = Path(sys.executable).with_name("parkspread")
NAMES = ("evidence-en", "spread-2023-en", "spread-2025-en", "coverage-2023-en")


def contents(folder: Path) -> dict[str, bytes]:
    own = (".state.json", ".lock", "summary.csv")
    files = [path for path in folder.rglob("*") if path.is_file() and path.name not in own]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


# ---------------------------------------------------------------- only what changed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a data folder and the reports made of it."""
    home = tmp_path_factory.mktemp("made")
    shutil.copytree(ROOT / "data", home / "data")
    run_batch(planned(home / "data"), home / "reports", True)
    return home / "data", home / "reports"


def planned(data: Path) -> list[Planned]:
    return read_plan(ROOT / "reports.yaml", [f"{name}*" for name in NAMES],
                     {"data_dir": str(data)})  # fmt: skip


def states(made: tuple[Path, Path], data: Path) -> dict[str, str]:
    """Return what a batch over changed data would do, run in a fresh process."""
    code = (
        "import json, sys\nfrom pathlib import Path\n"
        "from analysis.reporting.manifest import read_manifest\n"
        "from analysis.reporting.plan import read_plan\n"
        "from analysis.reporting.state import State\n"
        "root, out, data, *names = sys.argv[1:]\n"
        "outputs = {e['name']: e['outputs'] for e in read_manifest(Path(out)).get('reports', ())}\n"
        "plan = read_plan(Path(root) / 'reports.yaml', names, {'data_dir': data})\n"
        "plan = [r.among({each.name for each in plan}) for r in plan]\n"
        "state = State(Path(out), Path(root), plan)\n"
        "print(json.dumps({r.name: state.is_current(r, outputs[r.name]) for r in plan}))"
    )
    command = [sys.executable, "-c", code, str(ROOT), str(made[1]), str(data),
               *(f"{name}*" for name in NAMES)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, bool] = json.loads(done.stdout)
    return {name: "kept" if current else "made" for name, current in found.items()}


def test_nothing_changed_makes_nothing(made: tuple[Path, Path]) -> None:
    before = contents(made[1])
    ended = run_batch(planned(made[0]), made[1], True)
    assert {each.state for each in ended} == {"up to date"}
    assert contents(made[1]) == before


CHANGED = [
    ("other_facts", "raw", {"value": ("25", "26")}, {"evidence-en"}),
    ("units", "processed", {"vintage": 2025}, {"spread-2025-en", "coverage-2023-en"}),
    # coverage reads it for the alternative text of its chart by region
    ("region_spread", "processed", {"vintage": 2023}, {"spread-2023-en", "coverage-2023-en"}),
    ("region_coverage", "processed", {"vintage": 2023}, {"coverage-2023-en"}),
    ("tile_grid", "raw/reference", {}, {"spread-2023-en", "spread-2025-en"}),
]


@pytest.mark.parametrize(("table", "folder", "change", "expected"), CHANGED)
def test_one_row_changed_makes_only_the_reports_that_read_it(
    made: tuple[Path, Path],
    table: str,
    folder: str,
    change: dict[str, Any],
    expected: set[str],
) -> None:
    data = made[0]
    path = data / folder / f"{table}.csv"
    before = path.read_bytes()
    frame = read_table(data, table)
    if table == "other_facts":
        row = frame.index[frame["value"] == change["value"][0]][0]
        frame.loc[row, "value"] = change["value"][1]
    else:
        wanted = {"vintage": 2023, "scheme": "socio_economic", **change}
        for column in {"vintage", "scheme"} & set(frame.columns):
            frame = frame.sort_values(column, key=lambda c, v=wanted[column]: c != v, kind="stable")
        row = frame.index[0]
        column = {"tile_grid": "label", "units": "parks_upper", "region_spread": "parks_upper",
                  "region_coverage": "home_units"}[table]  # fmt: skip
        frame.loc[row, column] = "Q9" if table == "tile_grid" else frame.loc[row, column] + 1
    try:
        write_files({path: table_bytes(frame, table)})
        found = {name for name, state in states(made, data).items() if state == "made"}
    finally:
        path.write_bytes(before)
    assert {name.partition("-tmp")[0] for name in found} == expected


def test_a_lost_or_changed_output_is_made_again(made: tuple[Path, Path]) -> None:
    (page,) = made[1].glob("evidence-en*.html")
    before = page.read_bytes()
    page.write_bytes(before + b" ")
    ended = run_batch(planned(made[0]), made[1], True)
    assert sum(each.state == "done" for each in ended) == 1
    assert page.read_bytes() == before


def test_force_makes_everything(made: tuple[Path, Path]) -> None:
    before = contents(made[1])
    ended = run_batch(planned(made[0])[:1], made[1], False, Options(force=True))
    assert [each.state for each in ended] == ["done"]
    assert contents(made[1]) == before


# ---------------------------------------------------------------- interrupted


def start(out: Path) -> subprocess.Popen[str]:
    command = [PARKSPREAD, "report", "spread-*", "coverage-*", "--out", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True,
                            stderr=subprocess.PIPE, start_new_session=True)  # fmt: skip


def children(parent: int) -> list[int]:
    """Return every process below one."""
    done = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    found = [parent]
    for each in found:
        found += [pid for pid, above in pairs if above == each]
    return found[1:]


def gone(pids: list[int]) -> bool:
    """Whether all processes end within a few seconds; a zombie has ended."""
    for _ in range(100):
        alive = [pid for pid in pids if _state(pid) not in ("", "Z", "X")]
        if not alive:
            return True
        time.sleep(0.1)
    return False


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return ""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_batch_leaves_no_process_and_is_finished_by_the_next(
    tmp_path: Path, how: signal.Signals
) -> None:
    process = start(tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("[1/8]")
    time.sleep(0.5)
    below = children(process.pid)
    assert below
    os.kill(process.pid, how)
    process.communicate(timeout=60)
    assert gone(below)
    assert process.returncode == (-9 if how == signal.SIGKILL else 130)
    for name, data in contents(tmp_path).items():
        assert data, name
        if name.endswith(".ipynb"):
            json.loads(data)
    ended: list[Ended] = []
    reports = read_plan(ROOT / "reports.yaml", ["spread-*", "coverage-*"])
    run_batch(reports, tmp_path, False, tell=ended.append)
    assert any(each.state == "up to date" for each in ended)
    assert any(each.state == "done" for each in ended)
    assert not [path for path in tmp_path.rglob(".*.????????") if path.is_file()]
    pages = {path.stem for path in tmp_path.glob("*.html")}
    derived = {name for name in pages if name.startswith("derivation-")}
    assert pages - derived == {"index", *(each.name for each in reports)}


# ---------------------------------------------------------------- a cluster


def test_a_cluster_makes_the_same_files(tmp_path: Path, scheduler: str) -> None:
    reports = read_plan(ROOT / "reports.yaml", ["spread-2023-*"])
    ended = run_batch(reports, tmp_path / "cluster", True, Options(scheduler=scheduler))
    assert [each.state for each in ended] == ["done", "done"]
    run_batch(reports, tmp_path / "here", True)
    assert contents(tmp_path / "cluster") == contents(tmp_path / "here")
