"""Where work runs: the same results here and on a cluster, and no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.errors import ArgumentError
from analysis.executors import open_executor

STARTED = """
import os, time
from analysis.executors import open_executor
with open_executor(2) as executor:
    print(*{executor.submit(os.getpid).result() for _ in range(8)}, flush=True)
    executor.submit(time.sleep, 60).result()
"""


def test_work_runs_in_other_processes() -> None:
    with open_executor(2) as executor:
        assert executor.submit(os.getpid).result() != os.getpid()


def test_what_has_not_started_is_cancelled_when_the_block_ends() -> None:
    with pytest.raises(ZeroDivisionError), open_executor(1) as executor:
        waiting = [executor.submit(time.sleep, 0.2) for _ in range(50)]
        raise ZeroDivisionError
    assert waiting[-1].cancelled()


def test_an_error_ends_the_workers_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(ZeroDivisionError), open_executor(2) as executor:
        worker = executor.submit(os.getpid).result()
        executor.submit(time.sleep, 60)
        raise ZeroDivisionError
    assert not _alive(worker)
    assert time.monotonic() - start < 30


def test_ctrl_c_reaches_who_started_the_work() -> None:
    command = [sys.executable, "-c", STARTED]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        workers = [int(word) for word in process.stdout.readline().split()]
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert said.rstrip().endswith(b"KeyboardInterrupt")
    assert b"BrokenProcessPool" not in said
    assert not any(map(_alive, workers))


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_a_killed_process(way: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", STARTED], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        workers = [int(word) for word in process.stdout.readline().split()]
        process.send_signal(way)
        process.wait()
    deadline = time.monotonic() + 10
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers
    assert not any(map(_alive, workers))


def test_a_cluster_does_the_same_work(scheduler: str) -> None:
    with open_executor(1, scheduler) as executor:
        assert [executor.submit(pow, 2, n).result() for n in range(5)] == [1, 2, 4, 8, 16]
        assert executor.submit(os.getpid).result() != os.getpid()


def test_the_error_of_a_task_on_a_cluster_arrives(scheduler: str) -> None:
    with open_executor(1, scheduler) as executor, pytest.raises(ZeroDivisionError):
        executor.submit(divmod, 1, 0).result()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere"])
def test_a_scheduler_that_does_not_answer_is_named(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="distributed is not installed")
    monkeypatch.setattr("analysis.executors.PATIENCE", 0.2)
    expected = f"scheduler: got '{address}'; expected the address of a running Dask scheduler"
    with pytest.raises(ArgumentError, match=expected), open_executor(1, address):
        pass


def test_a_cluster_needs_distributed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ArgumentError, match="the package distributed"),
        open_executor(1, "tcp://h:1"),
    ):
        pass


def _alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"
