"""Folders that are shut, read-only, full or in use: old or new files, and the next run repairs."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.reporting.manifest import read_manifest
from analysis.storage import file_hash
from faults import CASES, COMMAND, Case, contents, project, run
from reproduce import BECOME, NOBODY

KILOBYTES = {"extract": 8, "build": 8, "corpus": 40, "report": 400}  # that a disk has left
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
SMALL = """
cp -a "$1" old && mount -t tmpfs -o size="$2" none "$1" && cp -a old/. "$1" || exit 77
folder=$1; shift 2
"$@"; code=$?
cp -a "$folder" left
mount -o remount,size=100m "$folder" && "$@" && cp -a "$folder" repaired || exit 78
exit $code
"""


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    assert isinstance(request.param, Case)
    return request.param


@pytest.fixture
def home(tmp_path: Path, case: Case) -> Path:
    """A project in which the command has work to do, and its folder is there."""
    made = project(tmp_path / "home")
    case.undo(made)
    (made / case.folder).mkdir(exist_ok=True)
    return made


def mounting() -> list[str]:
    """Return how to run a script that may mount what it likes and is alone to see it."""
    command = ["unshare", "-m", "sh", "-c"]
    try:
        script = "mount -t tmpfs none /mnt"
        done = subprocess.run([*command, script], check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("unshare is not installed")
    if done.returncode:
        pytest.skip("only who may mount can make a disk read-only or full")
    return command


def bound() -> list[str]:
    """Return how to run a command as one who is bound by the modes of files."""
    if os.getuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed, and root may write anywhere")
    return BECOME


def said_by(home: Path, prefix: Sequence[str], case: Case) -> tuple[int, str]:
    environment = {**os.environ, "PARKSPREAD_HOME": str(home)}
    command = [*prefix, sys.executable, "-c", COMMAND, *case.arguments]
    done = subprocess.run(command, cwd=home, env=environment, check=False, capture_output=True,
                          text=True)  # fmt: skip
    return done.returncode, done.stderr


def check_repaired(home: Path, case: Case) -> None:
    code, said = run(home, *case.arguments)
    assert (code, said.count("Traceback")) == (0, 0)
    if case.verify:
        assert run(home, "verify") == (0, "")


def modes(home: Path, change: int) -> None:
    """Give or take away the right to write to everything in a project."""
    for path in (home, *home.rglob("*")):
        mode = path.stat().st_mode & 0o7777
        path.chmod(mode | 0o200 if change > 0 else mode & ~0o222)


def test_who_may_not_write_is_told_and_changes_nothing(home: Path, case: Case) -> None:
    before = contents(home)
    modes(home, -1)
    code, said = said_by(home, bound(), case)
    modes(home, +1)
    assert (code, "Permission denied" in said, "Traceback" in said) == (2, True, False)
    assert contents(home) == before
    check_repaired(home, case)


def test_one_shut_folder_among_the_reports_is_told_and_the_next_run_repairs(
    tmp_path: Path,
) -> None:
    home, case = project(tmp_path / "home"), CASES[-1]
    shut = home / "reports" / "figures"
    shut.mkdir(parents=True)
    prefix = bound()
    if prefix:
        for path in (home, *home.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    shut.chmod(0o500)
    if prefix:
        os.chown(shut, 0, 0)
    code, said = said_by(home, prefix, case)
    assert (code, "Permission denied" in said, "Traceback" in said) == (2, True, False)
    shut.chmod(0o700)
    check_repaired(home, case)


def test_a_read_only_folder_is_told_and_changes_nothing(home: Path, case: Case) -> None:
    before = contents(home)
    code, said = said_by(home, [*mounting(), READ_ONLY, "sh", str(home / case.folder)], case)
    assert (code, "Read-only file system" in said, "Traceback" in said) == (2, True, False)
    assert contents(home) == before
    check_repaired(home, case)


def test_a_full_disk_leaves_old_or_new_files_and_the_next_run_repairs(
    home: Path, case: Case
) -> None:
    command = mounting()
    folder = home / case.folder
    pages = sum(-(-path.stat().st_size // 4096) for path in folder.rglob("*"))
    size = f"{4 * pages + 4 + KILOBYTES[case.name]}k"
    before = contents(folder)
    code, said = said_by(home, [*command, SMALL, "sh", case.folder, size], case)
    assert code in (1, 2), said
    assert "No space left on device" in said
    assert "Traceback" not in said
    check_repaired(home, case)
    after = contents(folder)
    assert contents(home / "repaired") == after
    listings = {"index.html", "manifest.json", "ro-crate-metadata.json", "workflow.yaml"}
    for name, sha in contents(home / "left").items():
        assert sha in (before.get(name), after.get(name)) or name in listings, name


def waiting(process: subprocess.Popen[bytes]) -> bool:
    """Whether a process waits for a lock within a minute; False once it has ended."""
    ends = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < ends:
        for line in Path("/proc/locks").read_text().splitlines():
            if "->" in line and str(process.pid) in line.split():
                return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("case", CASES[:2], ids=lambda case: case.name, indirect=True)
def test_a_second_run_waits_for_the_first(home: Path, case: Case) -> None:
    command = [sys.executable, "-c", COMMAND, *case.arguments]
    environment = {**os.environ, "PARKSPREAD_HOME": str(home)}
    folder = os.open(home / case.folder, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    before = contents(home)
    with subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.DEVNULL) as other:
        try:
            assert waiting(other)
            assert contents(home) == before
        finally:
            os.close(folder)  # else the other would wait for ever, and this for it
    assert other.returncode == 0
    assert contents(home) != before


@pytest.mark.parametrize("case", CASES[2:], ids=lambda case: case.name, indirect=True)
def test_of_two_runs_at_once_one_is_refused_or_has_nothing_left_to_do(
    home: Path, case: Case
) -> None:
    command = [sys.executable, "-c", COMMAND, *case.arguments]
    environment = {**os.environ, "PARKSPREAD_HOME": str(home)}
    both = [subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE) for _ in range(2)]  # fmt: skip
    said = [process.communicate()[1].decode() for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 2]), said
    assert codes == [0, 0] or "another " in "".join(said)
    whole = contents(home / case.folder)
    check_repaired(home, case)
    assert contents(home / case.folder) == whole


@pytest.mark.parametrize("case", CASES[3:], ids=lambda case: case.name, indirect=True)
def test_what_is_up_to_date_is_told_by_content_whatever_the_clock_says(
    home: Path, case: Case
) -> None:
    assert run(home, *case.arguments)[0] == 0
    pages = [home / "reports" / f"{name}.ipynb" for name in case.arguments[1:]]
    before = [path.stat().st_ino for path in pages]
    notebook = home / "notebooks" / "05_claims_over_time.ipynb"
    for seconds in (4_000_000_000, 1):  # in 2096, then set back to 1970
        for path in home.rglob("*"):
            os.utime(path, (seconds, seconds))
        assert run(home, *case.arguments)[0] == 0
        assert [path.stat().st_ino for path in pages] == before
    notebook.write_bytes(notebook.read_bytes() + b"\n")
    os.utime(notebook, (1, 1))
    check_repaired(home, case)
    entries = read_manifest(home / "reports")["reports"]
    made_of = {each["name"]: each["notebook_sha256"] for each in entries}
    assert made_of == dict.fromkeys(case.arguments[1:], file_hash(notebook))
