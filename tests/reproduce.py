"""``make reproduce``: clones built under differing settings, every file of theirs compared.

Each environment is a clone of the last commit, with tables built and reports made in it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
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
LONGEST = 900  # seconds that a command may take


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
    user: int | None = None


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
    Environment("tables by the clock of 1999", "f", {"TZ": "Pacific/Kiritimati"},
                clock="1999-12-31 23:59:50"),
    Environment("tables by the clock of 2031, NumPy without its fast paths", "g",
                {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3", "OMP_NUM_THREADS": "1"},
                clock="2031-05-06 07:08:09"),
    Environment("another user", "h", {"HOME": "/nonexistent"}, user=NOBODY),
]  # fmt: skip


def missing(environment: Environment) -> str:
    """Return why an environment cannot be had here; empty if it can."""
    if environment.clock and not FAKETIME:
        return "faketime is not installed"
    if environment.user is None:
        return ""
    if os.getuid():
        return "only root can become another user"
    command = [sys.executable, "-c", "import pandas"]
    try:
        done = subprocess.run(command, user=environment.user, capture_output=True, check=False)
    except OSError as error:
        return f"that user cannot run this Python ({error.strerror})"
    return "that user cannot import the libraries" if done.returncode else ""


def build(
    environment: Environment, place: Path, names: Sequence[str] = (), commit: str = "HEAD"
) -> dict[str, str]:
    """Return the hash of every file that a clone has after building in an environment."""
    clone = place / environment.folder
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    subprocess.run(["git", "checkout", "-q", "--detach", commit], cwd=clone, check=True)
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
    if environment.user is not None:
        for path in (place, clone, *clone.rglob("*")):
            os.chown(path, environment.user, environment.user, follow_symlinks=False)
    variables = {"PYTHONPATH": str(clone / "src"), "PARKSPREAD_HOME": str(clone),
                 "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    variables = {**os.environ, **variables, **environment.variables}
    prefix = [FAKETIME, "-f", f"@{environment.clock}"] if FAKETIME and environment.clock else []
    reports = ["report", *names, *environment.options]
    # Tables only: messages between kernels wait for ever under a clock made up by a library.
    for run in ([*prefix, *COMMAND, "build"], [*COMMAND, *reports]):
        done = subprocess.run(run, cwd=clone, env=variables, umask=environment.umask, check=False,
                              user=environment.user, capture_output=True, text=True,
                              timeout=LONGEST)  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{' '.join(run[-3:])} ended with {done.returncode}: {done.stderr}")
    return hashes(clone)


def hashes(root: Path) -> dict[str, str]:
    """Return the hash of every file of data and reports."""
    files = [path for top in ("data", "reports") for path in (root / top).rglob("*")]
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
        if path.is_file() and path.name not in OWN
    }


def committed() -> dict[str, str]:
    """Return the hash of every committed file of data and reports."""
    listed = subprocess.run(["git", "ls-files", "-z", "data", "reports"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout  # fmt: skip
    return {
        name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        for name in listed.split("\0")
        if name
    }


def main() -> int:
    """Build in every environment that can be had here, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="reports; all of the batch file")
    names = parser.parse_args().names
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.strip()  # fmt: skip
    first: dict[str, str] = {}
    bad = built = 0
    print(f"{'environment':46} files  equal  differing")
    for environment in ENVIRONMENTS:
        if reason := missing(environment):
            print(f"{environment.name:46} left out: {reason}")
            continue
        with tempfile.TemporaryDirectory() as place:
            try:
                found = build(environment, Path(place), names, commit)
            except (RuntimeError, subprocess.SubprocessError) as error:
                print(f"{environment.name:46} failed: {str(error).strip()[-400:]}")
                bad += 1
                continue
        built += 1
        first = first or found
        bad += _row(environment.name, found, first)
    if not names:
        both = committed()
        bad += _row("committed", both, {name: first.get(name, "") for name in both})
    print(f"{built} environments built; {'all files equal' if not bad else f'{bad} differ'}")
    return min(bad, 1)


def _row(name: str, found: dict[str, str], expected: dict[str, str]) -> int:
    """Print a line of the table and return how many files differ."""
    differing = sorted(each for each in found.keys() | expected.keys()
                       if found.get(each) != expected.get(each))  # fmt: skip
    shown = ", ".join(differing[:4]) + (", …" if differing[4:] else "")
    print(f"{name:46} {len(found):5}  {len(found) - len(differing):5}  {len(differing)} {shown}",
          flush=True)  # fmt: skip
    return len(differing)


if __name__ == "__main__":
    sys.exit(main())
