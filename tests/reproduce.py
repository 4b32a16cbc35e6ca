"""``make reproduce``: clones built under differing settings, every file of theirs compared.

Each environment is a clone of the last commit, with tables built and reports made in it. What
cannot be had here, such as a made-up clock where ``faketime`` is not installed, is left out and
told.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
OWN = {"summary.csv", ".state.json", ".lock"}  # of a run: times, notes, a lock
FAKETIME = shutil.which("faketime")
NOBODY = 65534
SCRIPT = "import sys; from analysis.cli import main; sys.exit(main(sys.argv[1:]))"
COMMAND = [sys.executable, "-c", SCRIPT]
LONGEST = 400  # seconds that a command may take
# As that user, but able to read what root alone may: Python may lie in root's own folder.
BECOME = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
          "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]  # fmt: skip


@dataclass(frozen=True)
class Environment:
    """One way to build: everything that must make no difference."""

    name: str
    folder: str = "clone"
    variables: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    umask: int = 0o022
    clock: str = ""
    reverse: bool = False
    other_user: bool = False


ENVIRONMENTS = [
    Environment("as it is"),
    Environment("folder, time zone, language", "bản sao – số 2",
                {"TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"}),
    Environment("hash seed, umask, C locale", "c" * 80,
                {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "C"},
                umask=0o077),
    Environment("one worker, reverse order", "d", {"PYTHONHASHSEED": "77"}, ("--workers", "1"),
                reverse=True),
    Environment("ordinary kernels, four workers", "e", {"HOME": "/nonexistent"},
                ("--engine", "nbclient", "--workers", "4")),
    Environment("clock of 1999, past New Year", "f", {"TZ": "Pacific/Kiritimati"},
                clock="1999-12-31 23:59:50"),
    Environment("clock of 2031, NumPy without fast paths", "g",
                {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3", "OMP_NUM_THREADS": "1"},
                clock="2031-05-06 07:08:09"),
    Environment("another user, no home", "h", {"HOME": "/nonexistent"}, other_user=True),
]  # fmt: skip


def missing(environment: Environment) -> str:
    """Return why an environment cannot be had here; empty if it can."""
    if environment.clock and not FAKETIME:
        return "faketime is not installed"
    if not environment.other_user:
        return ""
    if os.getuid():
        return "only root can become another user"
    try:
        command = [*BECOME, sys.executable, "-c", "import pandas"]
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return "setpriv is not installed"
    return "that user cannot import the libraries" if done.returncode else ""


def cloned(commit: str, folder: Path) -> Path:
    """Return a folder that holds a clone of a commit, with nothing built yet."""
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "checkout", "-q", "--detach", commit], cwd=folder, check=True)
    return folder


def build(
    environment: Environment, place: Path, names: Sequence[str] = (), commit: str = "HEAD"
) -> dict[str, str]:
    """Return the hash of every file that a clone has after building in an environment."""
    clone = cloned(commit, place / environment.folder)
    if environment.reverse:
        batch = clone / "reports.yaml"
        content = yaml.safe_load(batch.read_text(encoding="utf-8"))
        entries = [
            {**entry, "parameters": {
                key: value[::-1] if isinstance(value, list) else value
                for key, value in entry["parameters"].items()}}
            for entry in content["reports"][::-1]
        ]  # fmt: skip
        batch.write_text(yaml.safe_dump({"reports": entries}), encoding="utf-8")
    prefix = [FAKETIME, "-f", f"@{environment.clock}"] if FAKETIME and environment.clock else []
    if environment.other_user:
        prefix = BECOME
        for path in (place, clone, *clone.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    variables = {"PYTHONPATH": str(clone / "src"), "PARKSPREAD_HOME": str(clone),
                 "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    variables = {**os.environ, **variables, **environment.variables}
    for run in (["build"], ["report", *names, *environment.options]):
        started = subprocess.Popen([*prefix, *COMMAND, *run], cwd=clone, env=variables, text=True,
                                   umask=environment.umask, start_new_session=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
        with started as process:
            try:
                said, _ = process.communicate(timeout=LONGEST)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise
        if process.returncode:
            raise RuntimeError(f"{' '.join(run)} ended with {process.returncode}: {said}")
    return hashes(clone)


def hashes(root: Path) -> dict[str, str]:
    """Return the hash of every file of data and reports."""
    files = [path for top in ("data", "reports") for path in (root / top).rglob("*")]
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
        if path.is_file() and path.name not in OWN
    }


def main() -> int:
    """Build in every environment that can be had here, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="reports; all of the batch file")
    names = parser.parse_args().names
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.strip()  # fmt: skip
    sides: list[dict[str, str]] = []
    bad = 0
    print(f"{'environment':40} seconds files equal  differing")
    for environment in ENVIRONMENTS:
        if reason := missing(environment):
            print(f"{environment.name:40} left out: {reason}", flush=True)
            continue
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as place:
            try:
                found = build(environment, Path(place), names, commit)
            except (RuntimeError, subprocess.SubprocessError) as error:
                print(f"{environment.name:40} failed: {error}", flush=True)
                bad += 1
                continue
        sides.append(found)
        bad += _row(environment.name, time.monotonic() - started, found, sides[0])
    if sides and not names:
        with tempfile.TemporaryDirectory() as place:
            both = hashes(cloned(commit, Path(place) / "clone"))
        bad += _row("as committed", 0, both, {name: sides[0].get(name, "") for name in both})
        sides.append(both)
    print(f"{len(sides)} built or committed, one commit, {bad} with a difference or failed")
    return min(bad, 1)


def _row(name: str, seconds: float, found: dict[str, str], expected: dict[str, str]) -> bool:
    """Print a line of the table and return whether a file differs."""
    differing = sorted(each for each in found.keys() | expected.keys()
                       if found.get(each) != expected.get(each))  # fmt: skip
    shown = ", ".join(differing[:4]) + (", …" if differing[4:] else "")
    print(f"{name:40} {seconds:7.0f} {len(found):5} {len(found) - len(differing):5}  "
          f"{len(differing)} {shown}", flush=True)  # fmt: skip
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())
