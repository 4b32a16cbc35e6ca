"""Measure the batch against a plain papermill loop and against bare drawing, side by side.

    python benchmarks/batch.py [--reports 40] [--rounds 3] [--all]

Every round measures every side; the order alternates; medians count. Before any time counts, the
reports of each side are compared with the ordinary kernel's: figures, tables and texts. The last
lines are ``outputs_equal``, ``ratio_vs_loop``, ``ratio_vs_floor`` and, with ``--all``,
``rerun_share``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[1]
PARKSPREAD = Path(sys.executable).with_name("parkspread")
LOOP = """
import json, sys
from pathlib import Path
import nbformat, papermill
from nbconvert import HTMLExporter
out, jobs = Path(sys.argv[1]), json.loads(sys.argv[2])
for name, notebook, parameters in jobs:
    node = papermill.execute_notebook(notebook, str(out / f"{name}.ipynb"), parameters,
                                      progress_bar=False)
    page, _ = HTMLExporter().from_notebook_node(node)
    (out / f"{name}.html").write_text(page, encoding="utf-8")
"""
FLOOR = """
import json, multiprocessing, sys, time

def draw(job):
    import ast, contextlib, io
    import analysis.reporting.session as session, analysis.reporting.evidence as evidence
    name, notebook, parameters = job
    cells = [c["source"] for c in json.load(open(notebook, encoding="utf-8"))["cells"]
             if c["cell_type"] == "code"]
    sources = ["".join(c) for c in cells]
    silent = lambda *_, **__: None
    session.publish_display_data = evidence.publish_display_data = silent
    space = {"__name__": "__main__"}
    exec(sources[0], space)
    space.update(parameters)
    space["In"] = [sources[0]]
    for source in sources[1:]:
        exec(source, space)

if __name__ == "__main__":
    jobs = json.loads(sys.argv[1])
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["analysis.reporting.session", "seaborn", "matplotlib.pyplot"])
    with context.Pool(int(sys.argv[2])) as pool:
        pool.map(draw, jobs[:1] * 4, chunksize=1)
        started = time.monotonic()
        pool.map(draw, jobs, chunksize=1)
        print(time.monotonic() - started)
"""


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="also run and rerun all reports")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        jobs = plan(options.reports)
        sides: dict[str, Callable[[], float]] = {
            "loop": lambda: loop(jobs, Path(folder) / "loop"),
            "nbclient, 2 workers": lambda: batch(jobs, Path(folder) / "ordinary", 2, "nbclient"),
            "forked, 1 worker": lambda: batch(jobs, Path(folder) / "one", 1, "parkspread"),
            "forked, default": lambda: batch(jobs, Path(folder) / "two", 0, "parkspread"),
            "floor": lambda: floor(jobs),
        }
        times: dict[str, list[float]] = {name: [] for name in sides}
        for number in range(options.rounds):
            for name in list(sides)[:: 1 if number % 2 == 0 else -1]:
                times[name].append(sides[name]())
                print(f"round {number + 1}  {name:20} {times[name][-1]:7.1f} s", flush=True)
            same = all(equal(Path(folder), side, jobs) for side in ("ordinary", "one", "two"))
            if not same:
                print("outputs_equal: false")
                sys.exit(1)
        median = {name: statistics.median(each) for name, each in times.items()}
        print(f"\n{len(jobs)} reports, medians of {options.rounds} rounds, start-up included")
        for name, seconds in median.items():
            print(f"{name:20} {seconds:7.1f} s  {seconds / len(jobs):5.2f} s a report  "
                  f"{median['loop'] / seconds:5.2f} times the loop")  # fmt: skip
        share = rerun(Path(folder) / "all") if options.all else None
    two = median["forked, default"]
    print("outputs_equal: true")
    print(f"ratio_vs_loop: {median['loop'] / two:.2f}")
    print(f"ratio_vs_floor: {two / median['floor']:.2f}")
    if share is not None:
        print(f"rerun_share: {share:.3f}")


def plan(number: int) -> list[Any]:
    """Return name, notebook and parameters of reports with four charts or less, all kinds."""
    done = subprocess.run(
        [sys.executable, "-c", "import json, sys\nfrom pathlib import Path\n"
         "from analysis.reporting.plan import read_plan\n"
         "print(json.dumps([[r.name, str(r.notebook), dict(r.parameters)]"
         " for r in read_plan(Path(sys.argv[1]))]))", str(ROOT / "reports-all.yaml")],
        capture_output=True, text=True, check=True)  # fmt: skip
    jobs: list[Any] = json.loads(done.stdout)
    overviews = [job for job in jobs if job[0].startswith(("spread", "coverage"))]
    others = [job for job in jobs if job not in overviews]
    return (overviews + others)[:number]


def loop(jobs: list[Any], out: Path) -> float:
    """Return the seconds of a serial loop of papermill and nbconvert."""
    fresh(out)
    started = time.monotonic()
    command = [sys.executable, "-c", LOOP, str(out), json.dumps(jobs)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.monotonic() - started


def batch(jobs: list[Any], out: Path, workers: int, engine: str) -> float:
    """Return the seconds of the command, start-up included."""
    fresh(out)
    command = [PARKSPREAD, "report", *(name for name, _, _ in jobs), "--config",
               ROOT / "reports-all.yaml", "--out", out, "--engine", engine]  # fmt: skip
    command += ["--workers", str(workers)] if workers else []
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.monotonic() - started


def floor(jobs: list[Any]) -> float:
    """Return the seconds of the same cells as plain functions in two warm processes."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "floor.py"
        script.write_text(FLOOR, encoding="utf-8")
        done = subprocess.run([sys.executable, script, json.dumps(jobs), "2"], check=True,
                              capture_output=True, text=True, cwd=ROOT)  # fmt: skip
    return float(done.stdout)


def rerun(out: Path) -> float:
    """Return the time of a second run with nothing changed, as a share of the first."""
    command = [PARKSPREAD, "report", "--config", ROOT / "reports-all.yaml", "--out", out]
    few, _ = watched([*command, "spread-*"])
    shutil.rmtree(out)
    (all_, first), (_, second) = watched(command), watched(command)
    pages = len(list(out.glob("*.html"))) - 1
    print(f"{pages} reports: {first:.1f} s, again: {second:.1f} s")
    print(f"peak of memory, process tree: {few:.0f} MB for 10 reports, {all_:.0f} MB for {pages}")
    print(f"ratio_memory: {all_ / few:.2f}")
    return second / first


def watched(command: Sequence[Any]) -> tuple[float, float]:
    """Return peak memory of a command's process tree in MB, shared pages once, and its seconds."""
    started, peak = time.monotonic(), 0.0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            tree = [psutil.Process(process.pid)]
            try:
                tree += tree[0].children(recursive=True)
                peak = max(peak, sum(each.memory_full_info().pss for each in tree) / 1e6)
            except psutil.Error:  # it has ended meanwhile
                continue
            time.sleep(0.5)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return peak, time.monotonic() - started


def equal(folder: Path, side: str, jobs: list[Any]) -> bool:
    """Whether a side's notebooks hold the outputs of the loop's, figure for figure."""
    for name, _, _ in jobs:
        one, other = (shown(folder / each / f"{name}.ipynb") for each in ("loop", side))
        if one != other or not any("image/png" in output for output in one):
            print(f"{side}: {name} differs from the ordinary kernel's, or has no figure")
            return False
    return True


def shown(path: Path) -> list[dict[str, Any]]:
    """Return the data of every output of a notebook."""
    node = json.loads(path.read_text(encoding="utf-8"))
    outputs = [output for cell in node["cells"] for output in cell.get("outputs", ())]
    return [output["data"] for output in outputs if "data" in output]


def fresh(out: Path) -> None:
    """Empty a folder."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)


if __name__ == "__main__":
    main()
