"""Reports: every file as the manifest lists it, made of what there is now, and no other file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat

import analysis
from analysis.errors import Fault, ParkspreadError
from analysis.paths import DataFolder, data_folder
from analysis.reporting.batch import SUMMARY
from analysis.reporting.crate import CRATE, WORKFLOW, crate, workflow
from analysis.reporting.index import index_page
from analysis.reporting.manifest import (
    MANIFEST,
    inputs_of,
    manifest_bytes,
    read_manifest,
)
from analysis.reporting.parameters import checked
from analysis.reporting.plan import parameters_of
from analysis.reporting.reads import digest, read_all
from analysis.reporting.run import figures
from analysis.reporting.state import STATE
from analysis.storage import LOCK, file_hash, sha256

OWN = {MANIFEST, SUMMARY, STATE, LOCK}
REMEDY = "run parkspread report"


def check_reports(out: Path, folder: DataFolder) -> tuple[dict[str, Any], int, list[Fault]]:
    """Return a folder's manifest, how many files it lists, and every fault of these.

    Parameters
    ----------
    out : pathlib.Path
        Folder of the reports.
    folder : DataFolder
        Data folder of the project, beside ``notebooks`` and the lock.
    """
    try:
        manifest = read_manifest(out)
    except ParkspreadError as error:
        return {}, 0, [Fault(MANIFEST, 0, "", "damaged-manifest", str(error))]
    if not manifest:
        return (
            {},
            0,
            [Fault(MANIFEST, 0, "", "missing-manifest", f"no such file in {out}; {REMEDY}")],
        )
    listed = dict(manifest.get("index", {}))
    listed |= {name: page["sha256"] for name, page in manifest.get("derivations", {}).items()}
    for entry in manifest["reports"]:
        listed |= entry["outputs"]
    faults = [*_files(out, listed), *_listings(out, manifest), *_inputs(manifest, folder)]
    read = cache(read_all)
    for entry in manifest["reports"]:
        faults += [*_entry(entry, folder, read), *_figures(out, entry)]
    return manifest, len(listed), faults


def _files(out: Path, listed: Mapping[str, str]) -> Iterator[Fault]:
    """Yield a fault for each file that is missing, another than listed, or not listed."""
    for name, said in sorted(listed.items()):
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            yield Fault(MANIFEST, 0, "outputs", "path-outside", f"{name!r} leads out of the folder")
        elif (out / name).is_symlink() or not (out / name).is_file():
            yield Fault(name, 0, "", "missing-file", f"listed in {MANIFEST}, not there; {REMEDY}")
        elif (seen := file_hash(out / name)) != said:
            message = f"SHA-256 {seen[:12]}… where {MANIFEST} has {said[:12]}…; {REMEDY}"
            yield Fault(name, 0, "", "hash-mismatch", message)
    printed = {f"{name.removesuffix('.html')}.pdf" for name in listed if name.endswith(".html")}
    known = {*listed, *OWN, *printed}  # a print is asked for, and no two have the same bytes
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if name not in known and (path.is_symlink() or not path.is_dir()):
            yield Fault(name, 0, "", "stray-file", f"{MANIFEST} lists no such file; remove it")


def _listings(out: Path, manifest: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault if manifest, crate, workflow and index do not say the same."""
    entries, pages, inputs = (manifest.get(key, {}) for key in ("reports", "derivations", "inputs"))
    try:
        index = {"index.html": index_page(entries), WORKFLOW: workflow(entries)}
        index[CRATE] = crate(entries, pages, index, inputs)
        made = {**index, MANIFEST: manifest_bytes(entries, pages, index, inputs)}
    except (KeyError, ValueError, TypeError, AttributeError, ParkspreadError) as error:
        yield Fault(MANIFEST, 0, "", "damaged-manifest", f"{error!r}; remove it and {REMEDY}")
        return
    for name, data in made.items():
        if (out / name).is_file() and file_hash(out / name) != sha256(data):
            message = f"not what follows from the reports that {MANIFEST} lists; {REMEDY} --force"
            yield Fault(name, 0, "", "listing-differs", message)


def _inputs(manifest: Mapping[str, Any], folder: DataFolder) -> Iterator[Fault]:
    """Yield a fault for each input that is another now than when the reports were made."""
    said, seen = manifest.get("inputs", {}), inputs_of(folder.root.parent)
    for name in sorted(said.keys() | seen.keys()):
        if said.get(name) != seen.get(name):
            yield Fault(name, 0, "", "stale-input", f"other than {MANIFEST} has it; {REMEDY}")
    if manifest.get("version") != analysis.__version__:
        message = f"{manifest.get('version')!r}, this is {analysis.__version__}; {REMEDY}"
        yield Fault(MANIFEST, 0, "version", "stale-library", message)


def _entry(
    entry: Mapping[str, Any], folder: DataFolder, read: Callable[[Path], Any]
) -> Iterator[Fault]:
    """Yield a fault if a report failed, or its notebook, parameters or rows are others now."""
    name = entry["name"]
    if entry.get("error"):
        yield Fault(MANIFEST, 0, name, "failed-report", f"{entry['error']}; {REMEDY}")
    notebook = folder.root.parent / "notebooks" / entry["notebook"]
    if file_hash(notebook) != entry.get("notebook_sha256"):
        message = f"{name} was made of another; {REMEDY}"
        yield Fault(f"notebooks/{entry['notebook']}", 0, "", "stale-notebook", message)
    try:
        known = parameters_of(notebook)
        checked(dict(entry["parameters"]), known, list(entry["parameters"]))
        given = entry["parameters"].get("data_dir")
        tables = read(data_folder(given).root if given else folder.root)
        changed = [note for note, said in entry.get("inputs", {}).items()
                   if digest(tables, note) != said]  # fmt: skip
    except (ParkspreadError, ValueError, KeyError, TypeError) as error:
        message = f"cannot be compared ({str(error).splitlines()[0]}); {REMEDY}"
        yield Fault(MANIFEST, 0, name, "unknown-input", message)
        return
    for note in changed:
        yield Fault(MANIFEST, 0, name, "stale-report", f"rows {note} are others now; {REMEDY}")


def _figures(out: Path, entry: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault for each file of a figure that is not what the executed notebook holds."""
    path = out / f"{entry['name']}.ipynb"
    if not path.is_file():
        return
    try:
        drawn = [*figures(nbformat.read(path, as_version=4))]
    except Exception as error:  # nbformat raises errors of many libraries
        yield Fault(path.name, 0, "", "damaged-notebook", f"{type(error).__name__}; {REMEDY}")
        return
    for figure in drawn:
        for kind in ("svg", "png", "csv", "json"):
            file = out / "figures" / entry["name"] / f"{figure.name}.{kind}"
            held = getattr(figure, kind)
            if file.is_file() and not _same(kind, file.read_bytes(), held):
                message = f"not what {path.name} holds; {REMEDY}"
                yield Fault(file.relative_to(out).as_posix(), 0, "", "figure-differs", message)


def _same(kind: str, seen: bytes, held: bytes) -> bool:
    """Whether two files are the same; a notebook keeps the keys of JSON in another order."""
    if kind != "json":
        return seen == held
    try:
        return bool(json.loads(seen) == json.loads(held))
    except ValueError:
        return False
