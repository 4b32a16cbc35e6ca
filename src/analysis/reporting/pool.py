"""Several reports made side by side: by kernels of this machine, or on a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from analysis.executors import open_executor
from analysis.reporting.engine import ENGINES, forks
from analysis.reporting.making import Made, make_report
from analysis.reporting.plan import Planned


@dataclass(frozen=True)
class Options:
    """How a batch is run.

    Parameters
    ----------
    workers : int
        Reports at the same time.
    scheduler : str, optional
        Address of a Dask scheduler to run them on instead.
    engine : {"parkspread", "nbclient"}
        Papermill's engine.
    force : bool
        Whether to make reports that are up to date.
    timeout : float, optional
        Seconds that a report may take.
    retries : int
        Further tries after a failure.
    articles : tuple of pathlib.Path
        Articles at hand, whose passages the derivation pages show.
    """

    workers: int = 2
    scheduler: str | None = None
    engine: str = ENGINES[0]
    force: bool = False
    timeout: float | None = None
    retries: int = 0
    articles: tuple[Path, ...] = ()

    @property
    def forks(self) -> bool:
        """Whether reports are run by forks of a process of this machine."""
        return forks(self.engine) and not self.scheduler


DEFAULT = Options()


@contextmanager
def making(
    wanted: Sequence[Planned], options: Options = DEFAULT
) -> Iterator[Iterator[tuple[Planned, Made]]]:
    """Start to make reports and yield each when it is ready; on the way out end what still runs.

    Parameters
    ----------
    wanted : sequence of Planned
        The reports.
    options : Options
        How to run them.
    """
    if not wanted:
        yield iter(())
        return
    pool = (
        open_executor(options.workers, options.scheduler)
        if options.scheduler
        else _kernels(min(options.workers, len(wanted)))
    )
    with pool as executor:
        make = make_report if options.scheduler else _make_in_thread
        futures = {
            executor.submit(make, report, options.engine, options.timeout,
                            options.retries): report
            for report in wanted
        }  # fmt: skip
        yield ((futures.pop(future), future.result()) for future in as_completed(futures))


def _make_in_thread(*arguments: Any) -> Made:
    """Make a report and close the event loop that this has opened for the thread."""
    from jupyter_core.utils import ensure_event_loop

    try:
        return make_report(*arguments)
    finally:
        ensure_event_loop().close()


@contextmanager
def _kernels(workers: int) -> Iterator[ThreadPoolExecutor]:
    """Yield an executor of threads, each of which waits for a kernel; on the way out end both."""
    from analysis.reporting.forking import close_fork_server

    for name in ("papermill", "analysis.reporting.kernel"):  # threads that load what these share
        import_module(name)  # from two sides at once can find modules half loaded
    executor = ThreadPoolExecutor(workers)
    executor.submit(import_module, "nbconvert")  # while the first kernel starts
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        close_fork_server()
        executor.shutdown(wait=True)
