"""The fork server of this process, seen from here: what gives fresh kernels and calls functions.

Its own side is :mod:`analysis.reporting.forkserver`.
"""

from __future__ import annotations

import os
import pkgutil
import select
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Pipe
from multiprocessing.reduction import send_handle
from subprocess import Popen
from typing import Any

BACKEND = "module://matplotlib_inline.backend_inline"  # what a kernel chooses; read at import
STARTING = threading.Lock()  # two threads must not start two servers
SERVER = "analysis.reporting.forkserver"


class ForkedProcess:
    """A kernel's process, forked by another one.

    Parameters
    ----------
    pid : int
        Its identifier, and that of its process group.
    """

    stdin = stdout = stderr = None  # part of Popen's interface

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self._handle = os.pidfd_open(pid)
        except ProcessLookupError:  # it has ended already
            self._handle = -1

    def poll(self) -> int | None:
        """Return None while the process runs, then 0."""
        if self._handle >= 0 and select.select([self._handle], [], [], 0)[0]:
            os.close(self._handle)
            self._handle = -1
        return None if self._handle >= 0 else 0

    def send_signal(self, signum: int) -> None:
        """Send the process alone a signal, as one just forked leads no group yet."""
        if self._handle >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signum)

    def wait(self) -> int:
        """Wait until the process has ended."""
        if self._handle >= 0:
            select.select([self._handle], [], [])
        return self.poll() or 0


class ForkServer:
    """The server's other end, in the process that wants kernels; ``process`` is the server's."""

    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        self._lock = threading.Lock()
        self._used = False
        command = [sys.executable, "-m", SERVER, str(theirs.fileno())]
        environment = {**os.environ, "MPLBACKEND": BACKEND, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
        self.process = Popen(command, pass_fds=[theirs.fileno()], start_new_session=True,
                              env=environment)  # fmt: skip
        theirs.close()

    def start(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: str
    ) -> ForkedProcess:
        """Return a new process that has become a kernel with these command-line arguments."""
        with self._lock:
            self._used = True
            self._connection.send((None, (list(arguments), dict(environment), folder)))
            return ForkedProcess(self._connection.recv())

    def call(self, name: str, *arguments: Any) -> Any:
        """Call a function by its name in a new process; in this one if that is killed."""
        answer, theirs = Pipe(duplex=False)
        with answer:
            with self._lock, theirs:
                self._used = True
                self._connection.send((name, arguments))
                send_handle(self._connection, theirs.fileno(), self.process.pid)
                self._connection.recv()
            try:
                result, error = answer.recv()
            except EOFError:
                return call_by_name(name, *arguments)
        if error:
            raise error
        return result

    def close(self) -> None:
        """End the server and every kernel it forked, at once."""
        self._connection.close()
        if not self._used:
            self.process.terminate()  # it may still be loading
        self.process.wait()


def call_by_name(name: str, *arguments: Any) -> Any:
    """Call a function by its name.

    Examples
    --------
    >>> call_by_name("math:hypot", 3, 4)
    5.0
    """
    return pkgutil.resolve_name(name)(*arguments)


def fork_server() -> ForkServer:
    """Return this process's server, started at the first call.

    It ends with the process, however that ends: its connection is closed then.
    """
    with STARTING:
        return _server()


def close_fork_server() -> None:
    """End this process's server and every kernel it forked, if there is one."""
    with STARTING:
        if _server.cache_info().currsize:
            _server().close()
            _server.cache_clear()


@cache
def _server() -> ForkServer:
    return ForkServer()
