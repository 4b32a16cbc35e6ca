"""What a run does, kept beside its results so that a resumed run does exactly the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import analysis
from analysis import extraction
from analysis.corpus.documents import Columns
from analysis.corpus.source import PART_FILES, Source, find
from analysis.errors import SourceError
from analysis.extraction import Gazetteer, Grammar, load_gazetteer, load_grammar
from analysis.storage import write_files

PLAN = "corpus.json"


@dataclass(frozen=True)
class Job:
    """What all tasks of a run share; paths are the same for every worker."""

    root: Path
    out: Path
    reference: Path
    knowledge: str
    columns: Columns


def check_folder(source: Source, out: Path) -> None:
    """Refuse a folder of results inside the corpus, or with files that are no results."""
    remedy = "Give a new or empty folder outside of the corpus."
    if not source.names and out.is_relative_to(source.root):
        raise SourceError(out, "lies inside the corpus", remedy)
    known = (out / PLAN).exists() or not out.is_dir()
    if not known and any(not file.name.startswith(".") for file in out.iterdir()):
        raise SourceError(out, f"holds files but no {PLAN}", remedy)


def check_unchanged(source: Source) -> None:
    """Refuse results of a corpus whose files are no longer those that the plan names."""
    path = source.root.joinpath(*source.names)
    if find(path) != source:
        remedy = "Give another --out folder: what is in this one is of two states of the corpus."
        raise SourceError(path, "changed while it was read", remedy)


def plan(source: Source, columns: Columns, reference: Path, out: Path) -> Job:
    """Write down what is to be done, or check that it is what was done so far.

    Raises
    ------
    SourceError
        If the folder holds the results of another run.
    """
    job = Job(source.root, out, reference, knowledge_sha256(reference), columns)
    content = {
        "version": analysis.__version__,
        "knowledge_sha256": job.knowledge,
        "input": "/".join((str(source.root), *source.names)),
        "files": source.files,
        "bytes": source.size,
        "fingerprint": source.fingerprint,
        "columns": asdict(columns),
        "part_bytes": source.part_bytes,
        "part_files": PART_FILES,
    }
    path = out / PLAN
    if path.exists():
        _compare(path, content)
    text = json.dumps(content, ensure_ascii=True, indent=1) + "\n"
    write_files({path: text.encode("ascii")})
    return job


def knowledge_sha256(reference: Path) -> str:
    """Return one hash of everything that the rows depend on beside the texts: rules and tables."""
    digest = hashlib.sha256()
    package = Path(extraction.__path__[0])
    for folder, pattern in ((package, "**/*.py"), (package, "**/*.toml"), (reference, "*.csv")):
        for file in sorted(folder.glob(pattern)):
            name, data = str(file.relative_to(folder)), file.read_bytes()
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


@cache
def knowledge(reference: Path, expected: str) -> tuple[Gazetteer, Grammar]:
    """Return what texts are read with, once for each worker.

    Raises
    ------
    SourceError
        If this worker has other rules or tables than the run.
    """
    if knowledge_sha256(reference) != expected:
        problem = "this worker has other reference tables, or another version of parkspread"
        raise SourceError(reference, problem, "Install the same on all workers, or start anew.")
    return load_gazetteer(reference), load_grammar()


def _compare(path: Path, content: Mapping[str, object]) -> None:
    remedy = "Give another --out folder, or remove this one to start anew."
    try:
        before = json.loads(path.read_text(encoding="ascii"))
        names = [name for name in content if before[name] != content[name]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(path, f"damaged ({error!r})", remedy) from error
    if names:
        changes = "; ".join(f"{name} was {before[name]}, is {content[name]}" for name in names)
        raise SourceError(path, f"belongs to another run: {changes}", remedy)
