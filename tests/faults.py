"""``make faults``: commands killed at random moments; what is left, and what the next run makes.

After each kill every file is whole, either the old or the new one; the next run ends well, leaves
what an undisturbed run leaves, and ``verify`` agrees.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpora import made_lines

ROOT = Path(__file__).parents[1]
OWN = {"summary.csv", ".state.json", ".lock"}
COMMAND = "import sys; from analysis.cli import main; sys.exit(main(sys.argv[1:]))"
REPORTS = ("claims-en", "claims-vi")
ARTICLE = """Đồng Tháp bắt tay với ba tỉnh làm khu công nghiệp

Ngày 4/6/2022, UBND tỉnh Đồng Tháp tổ chức lễ ký kết. Đến nay đã có 5 KCN VSIP tại các tỉnh như: \
Hà Nam, Phú Yên.
"""


@dataclass
class Trials:
    """How the trials of one command ended."""

    command: str
    killed: int = 0
    finished: int = 0
    problems: list[str] = field(default_factory=list)


def start(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a command in a project, in a session of its own."""
    environment = {**os.environ, "PARKSPREAD_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], cwd=home, env=environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            start_new_session=True)  # fmt: skip


def run(home: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in a project to its end."""
    with start(home, *arguments) as process:
        _, said = process.communicate()
    return process.returncode, said.decode()


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file that a run is to leave."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in OWN
    }


def project(home: Path) -> Path:
    """Make a project that holds what the commands need."""
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    for name in ("reports.yaml", "requirements.lock"):
        shutil.copy(ROOT / name, home)
    (home / "article.txt").write_text(ARTICLE, encoding="utf-8")
    made_lines(home / "news.jsonl", 400)
    return home


@dataclass(frozen=True)
class Case:
    """A command, the folder that it writes to, and how to make it have work to do again."""

    name: str
    arguments: tuple[str, ...]
    folder: str
    undo: Callable[[Path], object]
    verify: bool = False


def _without_second(home: Path) -> None:
    shutil.rmtree(home / "data" / "raw")
    shutil.copytree(ROOT / "data" / "raw", home / "data" / "raw")


def _spoilt_tables(home: Path) -> None:
    for path in (home / "data" / "processed").glob("*.csv"):
        path.write_bytes(path.read_bytes()[:-1])


def _removed(name: str) -> Callable[[Path], object]:
    return lambda home: shutil.rmtree(home / name, ignore_errors=True)


CASES = (
    Case("extract", ("extract", "article.txt"), "data/raw", _without_second),
    Case("build", ("build",), "data", _spoilt_tables),
    Case("corpus", ("extract", "news.jsonl", "--out", "facts", "--workers", "2"), "facts",
         _removed("facts")),
    Case("report", ("report", *REPORTS), "reports", _removed("reports"), verify=True),
)  # fmt: skip


def try_case(case: Case, count: int, seed: int, place: Path) -> Trials:
    """Kill a command at random moments and look at what is left.

    Parameters
    ----------
    case : Case
        The command.
    count, seed : int
        How often; seed of the moments.
    place : pathlib.Path
        Empty folder to work in.
    """
    home, trials, moments = project(place), Trials(case.name), random.Random(seed)
    case.undo(home)
    old = contents(home / case.folder)
    started = time.monotonic()
    code, said = run(home, *case.arguments)
    seconds = time.monotonic() - started
    new = contents(home / case.folder)
    assert code == 0, said
    while trials.killed < count:
        case.undo(home)
        with start(home, *case.arguments) as process:
            time.sleep(moments.uniform(0.3, 1.02) * seconds)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        if process.returncode == 0:  # it was done before
            trials.finished += 1
            seconds *= 0.95
            continue
        trials.killed += 1
        left = contents(home / case.folder)
        for name, sha in left.items():
            whole = sha in (old.get(name), new.get(name)) or Path(name).name.startswith(".")
            if not whole and name not in CHANGING:
                trials.problems.append(f"kill {trials.killed}: {name} is neither old nor new")
        code, said = run(home, *case.arguments)
        again = contents(home / case.folder)
        if code or again != new:
            differing = sorted(n for n in again.keys() | new.keys() if again.get(n) != new.get(n))
            trials.problems.append(f"kill {trials.killed}: next run ended with {code}, "
                                   f"{differing[:3]} {said[-200:]}")  # fmt: skip
        if case.verify:
            code, said = run(home, "verify")
            if code:
                trials.problems.append(f"kill {trials.killed}: verify: {said[:300]}")
    return trials


# Written anew after each report; in between they list what there is so far.
CHANGING = {"index.html", "manifest.json", "ro-crate-metadata.json", "workflow.yaml"}


def main() -> int:
    """Try every command and print how the trials ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=200, help="kills in total (200)")
    parser.add_argument("--seed", type=int, default=20230325)
    options = parser.parse_args()
    results = []
    for case in CASES:
        with tempfile.TemporaryDirectory() as place:
            each = -(-options.trials // len(CASES))
            results.append(try_case(case, each, options.seed, Path(place)))
        done = results[-1]
        print(f"{done.command:8} {done.killed} kills, {done.finished} came too late, "
              f"{len(done.problems)} problem(s)", flush=True)  # fmt: skip
        for problem in done.problems:
            print(f"  {problem}")
    survived = sum(done.killed for done in results) if not any(r.problems for r in results) else 0
    print(f"{survived} of {sum(done.killed for done in results)} kills survived")
    return int(any(done.problems for done in results))


if __name__ == "__main__":
    sys.exit(main())
