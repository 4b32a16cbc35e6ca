"""A batch of reports: what is not up to date is made, and listed in manifest and index."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analysis.errors import ReportsFailed
from analysis.reporting.crate import CRATE, WORKFLOW, crate, workflow
from analysis.reporting.derivation.making import make_pages
from analysis.reporting.forking import call_by_name, fork_server
from analysis.reporting.index import index_page
from analysis.reporting.making import Made
from analysis.reporting.manifest import (
    MANIFEST,
    inputs_of,
    manifest_bytes,
    read_manifest,
)
from analysis.reporting.plan import Planned
from analysis.reporting.pool import DEFAULT, Options, making
from analysis.reporting.state import State
from analysis.storage import locked, sweep, write_files

SUMMARY = "summary.csv"
EVERY = 4.0  # seconds between lists of what is made; what is not listed yet, a crash makes again


@dataclass(frozen=True)
class Ended:
    """How a report ended.

    Parameters
    ----------
    name, state : str
        The report; ``done``, ``failed`` or ``up to date``.
    seconds, peak_mb : float
        Time it took and most memory that its kernel held; 0 if it was not made.
    error : str
        What went wrong.
    """

    name: str
    state: str
    seconds: float = 0.0
    peak_mb: float = 0.0
    error: str = ""


def run_batch(
    planned: Sequence[Planned],
    out: Path,
    whole: bool,
    options: Options = DEFAULT,
    tell: Callable[[Ended], object] = lambda _: None,
) -> list[Ended]:
    """Make the reports that are not up to date, and bring manifest and index up to date.

    Parameters
    ----------
    planned : sequence of Planned
        Reports wanted.
    out : pathlib.Path
        Folder of the reports.
    whole : bool
        Whether these are all reports that the folder is to hold; files of others are removed.
    options : Options
        How to run them.
    tell : callable
        Called with each report that has ended.

    Raises
    ------
    ReportsFailed
        If some reports failed, after everything that could be made is written.
    SourceError
        If another batch is being written to the folder.
    """
    ended: list[Ended] = []
    with locked(out, "another parkspread report is writing here"):
        sweep(out.rglob(".*"))
        manifest = read_manifest(out)
        before = {entry["name"]: entry for entry in manifest.get("reports", ())}
        entries = dict(before)
        root = planned[0].notebook.parents[1] if planned else out
        inputs = inputs_of(root)
        there = {report.name for report in planned} | (set() if whole else set(before))
        planned = [report.among(there) for report in planned]
        state = State(out, root, planned)
        derived = manifest.get("derivations", {})
        known = {} if options.force else derived
        current = set() if options.force else _current(planned, before, state)
        for name in sorted(current):
            ended.append(Ended(name, "up to date"))
            tell(ended[-1])
        wanted = [report for report in planned if report.name not in current]
        due = 0.0
        beside = fork_server().call if wanted and options.forks else call_by_name
        with making(wanted, options) as reports:
            pages = make_pages(planned, options.articles, out, state, known, beside)
            pages = pages if whole else {**derived, **pages}
            try:
                for report, made in reports:
                    _write(report, made, before.get(report.name, {}), out, entries, state)
                    if made.entry.get("error") or time.monotonic() > due:
                        write_files(_listing(list(entries.values()), pages, inputs, out))
                        state.save()
                        due = time.monotonic() + EVERY
                    ended.append(_ended(made))
                    tell(ended[-1])
            finally:
                state.save()
                kept = [entries[name] for name in entries if not whole or name in there]
                _finish(kept, pages, before, out, ended, inputs)
                _remove(out, set(derived) - set(pages))
    failures = [(each.name, each.error) for each in ended if each.error]
    if failures:
        raise ReportsFailed(sorted(failures))
    return ended


def log_to(file: Any) -> Callable[[Ended], None]:
    """Return a function that writes each report that has ended as a JSON line."""
    return lambda ended: print(json.dumps(asdict(ended), ensure_ascii=False), file=file, flush=True)


def _current(planned: Sequence[Planned], before: dict[str, Any], state: State) -> set[str]:
    outputs = {name: entry["outputs"] for name, entry in before.items()}
    return {each.name for each in planned if state.is_current(each, outputs.get(each.name, {}))}


def _ended(made: Made) -> Ended:
    error = made.entry.get("error", "")
    state = "failed" if error else "done"
    name, seconds, peak = made.entry["name"], round(made.seconds, 2), round(made.peak / 1024, 1)
    return Ended(name, state, seconds, peak, error)


def _write(
    report: Planned,
    made: Made,
    before: dict[str, Any],
    out: Path,
    entries: dict[str, Any],
    state: State,
) -> None:
    """Replace a report's files together; of a failed one keep the last good files."""
    entry, files, last = dict(made.entry), dict(made.files), before.get("outputs", {})
    if entry.get("error"):
        entry["kept"] = before.get("kept", "error" not in before) and bool(before)
        if entry["kept"]:
            del files[entry["page"]]
        entry["outputs"] = {**last, **{name: entry["outputs"][name] for name in files}}
        state.forget(report.name)
    write_files({out / name: data for name, data in files.items()})
    _remove(out, {f"{report.name}.pdf"})  # it showed the page before
    if not entry.get("error"):
        _remove(out, set(last) - set(entry["outputs"]))
        state.record(report, entry["inputs"])
    entries[report.name] = entry


def _finish(
    entries: list[dict[str, Any]],
    pages: dict[str, Any],
    before: dict[str, Any],
    out: Path,
    ended: Sequence[Ended],
    inputs: Mapping[str, str],
) -> None:
    """Write index, manifest and summary; remove the files of reports that are gone."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(Ended.__dataclass_fields__), lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(each) for each in ended)
    summary = {out / SUMMARY: stream.getvalue().encode("utf-8")}
    write_files({**_listing(entries, pages, inputs, out), **summary})
    names = [{name for entry in each for name in entry["outputs"]}
             for each in (before.values(), entries)]  # fmt: skip
    _remove(out, names[0] - names[1])


def _listing(
    entries: list[dict[str, Any]], pages: dict[str, Any], inputs: Mapping[str, str], out: Path
) -> dict[Path, bytes]:
    """Return what is about all reports together: the manifest holds the hashes of the others."""
    ordered = sorted(entries, key=lambda entry: (entry["notebook"], entry["name"]))
    index = {"index.html": index_page(ordered), WORKFLOW: workflow(ordered)}
    index[CRATE] = crate(ordered, pages, index, inputs)
    files = {**index, MANIFEST: manifest_bytes(ordered, pages, index, inputs)}
    return {out / name: data for name, data in files.items()}


def _remove(out: Path, names: set[str]) -> None:
    for name in sorted(names):
        (out / name).unlink(missing_ok=True)
