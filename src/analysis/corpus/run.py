"""A run over a corpus: the parts that are not finished, on all cores or a cluster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from analysis.corpus.documents import Columns
from analysis.corpus.parts import QUARANTINE, Outcome, extract_part, read_outcome
from analysis.corpus.plan import Job, check_folder, check_unchanged, plan
from analysis.corpus.source import Part, Source
from analysis.errors import SourceError
from analysis.executors import open_executor
from analysis.extraction.facts import IDENTITY
from analysis.storage import locked

AHEAD = 2  # parts under way for each worker
ON_CLUSTER = 64  # parts under way on a cluster, whose size may change


@dataclass
class Totals:
    """What came of all parts; ``resumed`` of them were finished before."""

    parts: int = 0
    resumed: int = 0
    documents: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def quarantined(self) -> int:
        """Documents, or whole files, that could not be read."""
        return self.rows[QUARANTINE]

    @property
    def facts(self) -> int:
        """Rows of the fact tables."""
        return sum(self.rows[name] for name in IDENTITY)

    def add(self, outcome: Outcome) -> None:
        """Count one more part."""
        self.parts += 1
        self.documents += outcome.documents
        self.rows.update(outcome.rows)
        if outcome.example and len(self.examples) < 3:
            self.examples.append(outcome.example)


def extract_corpus(
    source: Source,
    reference: Path,
    out: Path,
    columns: Columns,
    workers: int,
    scheduler: str | None = None,
    done: Callable[[Part, Outcome, bool], object] = lambda *_: None,
) -> Totals:
    """Extract a corpus into Parquet tables; what an earlier run finished is not done again.

    Parameters
    ----------
    source : Source
        The corpus, from ``find``.
    reference : pathlib.Path
        Folder of the reference tables.
    out : pathlib.Path
        Folder of the results: a folder for each table, a file for each part.
    columns : Columns
        Names of the columns of JSON Lines or Parquet.
    workers : int
        Processes on this machine.
    scheduler : str, optional
        Address of a Dask scheduler, whose workers are used instead.
    done : callable
        Called with each finished part, what came of it, and whether an earlier run finished it.

    Raises
    ------
    SourceError
        If the folder cannot be written to, is in use, or holds the results of another run; or if
        the corpus was changed meanwhile.
    """
    out = out.resolve()
    check_folder(source, out)
    totals = Totals()
    with locked(out, "another run is using it"):
        job = plan(source, columns, reference.resolve(), out)
        with _swept(out), open_executor(workers, scheduler) as executor:
            ahead = ON_CLUSTER if scheduler else workers * AHEAD
            for part, outcome, before in _outcomes(source, job, executor, ahead):
                totals.add(outcome)
                totals.resumed += before
                done(part, outcome, before)
        check_unchanged(source)
    return totals


def _outcomes(
    source: Source, job: Job, executor: Executor, ahead: int
) -> Iterator[tuple[Part, Outcome, bool]]:
    """Yield each part when it is finished, with few under way at any time."""
    running: dict[Future[Outcome], Part] = {}

    def finished() -> Iterator[tuple[Part, Outcome, bool]]:
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            yield running.pop(future), future.result(), False

    try:
        for part in source.parts():
            if outcome := read_outcome(job.out, part):
                yield part, outcome, True
                continue
            running[executor.submit(extract_part, part, job)] = part
            if len(running) >= ahead:
                yield from finished()
        while running:
            yield from finished()
    except (BrokenExecutor, CancelledError) as error:
        problem = f"workers ended, out of memory perhaps ({error!r})"
        remedy = "Run the command again, with fewer --workers; what is finished is kept."
        raise SourceError(job.out, problem, remedy) from error


@contextmanager
def _swept(out: Path) -> Iterator[None]:
    """Remove the half files of workers that were killed, before and after."""

    def sweep() -> None:
        for half in out.glob("*/.part-*"):
            half.unlink(missing_ok=True)

    sweep()
    try:
        yield
    finally:
        sweep()
