"""What all tests share."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("project")
collect_ignore = ["guided.py"]  # make fuzz-guided: ends where there is no atheris
collect_ignore_glob = ["notebooks/*.ipynb"]  # each fails on purpose; test_reporting_batch runs them


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_counts() -> None:
    """Undo that a shell lets what it runs in the background ignore Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def scheduler() -> Iterator[str]:
    """Address of a Dask cluster of two workers on this machine."""
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address
