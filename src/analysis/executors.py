"""Where work runs: processes of this machine, or the workers of a Dask cluster that exists."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from analysis.errors import ArgumentError

PATIENCE = 10  # seconds to wait for a scheduler


@contextmanager
def open_executor(workers: int, scheduler: str | None = None) -> Iterator[Executor]:
    """Yield an executor; what has not started when the block ends is cancelled.

    After an error, processes end at once; and none outlives this one, however it ends. Functions
    must be importable by name, and files be at the same paths for all workers.

    Parameters
    ----------
    workers : int
        Processes on this machine.
    scheduler : str, optional
        Address of a Dask scheduler, whose workers are used instead.

    Raises
    ------
    ArgumentError
        If the scheduler does not answer, or the package ``distributed`` is missing.
    """
    with _cluster(scheduler) if scheduler else _processes(workers) as executor:
        yield executor


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    context = get_context("spawn" if sys.platform == "win32" else "forkserver")
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(workers, context, _end_with, (theirs,))
    try:
        with ours:  # after an error or Ctrl-C, workers end at once
            yield executor
            executor.shutdown(cancel_futures=True)
    finally:
        executor.shutdown(cancel_futures=True)
        theirs.close()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        client_class = import_module("distributed").Client
    except ImportError as error:
        expected = "no scheduler, or the package distributed: pip install 'parkspread[cluster]'"
        raise ArgumentError("scheduler", address, expected) from error
    try:
        client = client_class(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        expected = f"the address of a running Dask scheduler, as tcp://host:8786 ({error})"
        raise ArgumentError("scheduler", address, expected) from error
    with client:
        executor = client.get_executor(pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)


def _end_with(lifeline: Connection) -> None:
    """Let a worker end when the other end is closed, be it by ``kill -9`` of who holds it."""

    def watch() -> None:
        with suppress(EOFError):
            lifeline.recv()
        os._exit(1)

    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for who started the work
    Thread(target=watch, daemon=True).start()
