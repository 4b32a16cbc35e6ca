"""Killed, out of disk, shut out, or with inputs that change: old or new files, never half."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.paths import DataFolder
from analysis.verifying.verify import verify
from faults import CASES, COMMAND, Case, contents, project, run, try_case

NAMES = {case.name: case for case in CASES}


@pytest.mark.parametrize(("name", "count"), [("extract", 1), ("build", 2)])
def test_a_killed_command_leaves_whole_files_and_the_next_run_repairs(
    name: str, count: int, tmp_path: Path
) -> None:
    done = try_case(NAMES[name], count, 5, tmp_path)
    assert done.killed == count
    assert done.problems == []


def limited(home: Path, case: Case, size: int) -> tuple[int, str]:
    """Run a command that may write no file larger than a size."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *case.arguments], cwd=home, capture_output=True, text=True,
        preexec_fn=limit,
        env={**os.environ, "PARKSPREAD_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


def test_a_full_disk_leaves_every_table_as_it_was(tmp_path: Path) -> None:
    home, case = project(tmp_path), NAMES["build"]
    case.undo(home)
    before = contents(home / "data")
    code, said = limited(home, case, 20_000)
    assert (code, "cannot write (File too large)" in said) == (2, True)
    assert contents(home / "data") == before
    assert run(home, "build")[0] == 0


def test_where_nothing_can_be_written_it_is_told_and_nothing_changes(tmp_path: Path) -> None:
    home = project(tmp_path)
    shutil.rmtree(home / "data" / "processed")
    (home / "data" / "processed").write_text("a file where the folder should be", encoding="utf-8")
    before = contents(home / "data")
    code, said = run(home, "build")
    assert code == 2
    assert "processed" in said
    assert "Traceback" not in said
    assert contents(home / "data") == before


def test_two_runs_of_build_at_once_leave_whole_tables(tmp_path: Path) -> None:
    home, case = project(tmp_path), NAMES["build"]
    expected = contents(home / "data")
    case.undo(home)
    command = [sys.executable, "-c", COMMAND, *case.arguments]
    both = [subprocess.Popen(command, cwd=home, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert contents(home / "data") == expected
    with pytest.raises(Exception, match="missing-manifest"):
        verify(DataFolder(home / "data"), home / "reports")
