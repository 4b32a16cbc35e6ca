"""A process that has the libraries loaded and becomes a fresh kernel, by a fork, on request.

Started as ``python -m analysis.reporting.forkserver FD``. It runs no notebook itself and has one
thread, so that every kernel starts from the same clean state.
"""

from __future__ import annotations

import gc
import os
import pkgutil
import random
import select
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from subprocess import Popen

from analysis.errors import ParkspreadError
from analysis.paths import data_folder

PRELOADED = ("pandas", "matplotlib.pyplot", "seaborn", "numpy.random")
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "IPython.core.completerlib",
          "IPython.core.debugger", "IPython.core.oinspect", "IPython.extensions.storemagic",
          "IPython.utils.wildcard", "faulthandler", "sqlite3", "tornado.platform.asyncio",
          "zmq.utils.garbage")  # fmt: skip
USED = ("claims", "evidence", "profile", "session", "values")  # what notebooks of reports import
BACKEND = "module://matplotlib_inline.backend_inline"  # what a kernel chooses; read at import
STARTING = threading.Lock()  # two threads must not start two servers
REAP = 0.2  # seconds between looks for kernels that have ended


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
        command = [sys.executable, "-m", __name__, str(theirs.fileno())]
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
            self._connection.send((list(arguments), dict(environment), folder))
            return ForkedProcess(self._connection.recv())

    def close(self) -> None:
        """End the server and every kernel it forked, at once."""
        self._connection.close()
        if not self._used:
            self.process.terminate()  # it may still be loading
        self.process.wait()


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


def serve(connection: Connection, added: Mapping[str, str]) -> None:
    """Fork a kernel for every request until the other side is gone; then end them all.

    Parameters
    ----------
    connection : Connection
        Brings requests: arguments, environment and working folder of a kernel.
    added : mapping of str to str
        What a kernel's own modules put into the environment when they were loaded.
    """
    kernels: set[int] = set()
    server = os.getpid()
    try:
        while True:
            kernels -= _ended(kernels)
            if not connection.poll(REAP):
                continue
            arguments, environment, folder = connection.recv()
            pid = os.fork()
            if pid == 0:
                connection.close()
                become_kernel(arguments, {**environment, **added}, folder, server)
            kernels.add(pid)
            connection.send(pid)
    except (EOFError, OSError):
        for pid in kernels:
            _kill(pid)


def become_kernel(
    arguments: Sequence[str], environment: Mapping[str, str], folder: str, server: int
) -> None:
    """Turn this forked process into an ordinary kernel; does not return.

    It ends with the process of the server, whose number is given.
    """
    status = 1
    try:
        os.setsid()
        if os.getppid() != server:
            return  # it has ended meanwhile
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment, JPY_PARENT_PID=str(server))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        random.seed()
        import_module("numpy.random").seed()  # a fork would share its parent's
        sys.argv = list(arguments)
        import_module("ipykernel.kernelapp").launch_new_instance(argv=sys.argv[1:])
        status = 0
    finally:
        os._exit(status)


def main() -> None:
    """Load the libraries and serve."""
    if sys.path and sys.path[0] in ("", str(Path.cwd())):
        del sys.path[0]  # the kernel puts its own working folder there
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # what is loaded here stays
    before = dict(os.environ)
    for name in KERNEL:
        import_module(name)
    added = {name: value for name, value in os.environ.items() if before.get(name) != value}
    for name in PRELOADED:
        import_module(name)
    for name in USED:
        import_module(f"analysis.reporting.{name}")
    for module in pkgutil.iter_modules(import_module("analysis.charts").__path__):
        import_module(f"analysis.charts.{module.name}")
    with suppress(ParkspreadError):  # tables are checked once, not by every kernel
        import_module("analysis.reporting.session").read_all(data_folder().root)
    rehearse()
    gc.freeze()  # so that no kernel copies what it only reads
    gc.enable()
    serve(Connection(int(sys.argv[1])), added)


def rehearse() -> None:
    """Draw and write a little, so that no kernel loads fonts, texts and formats anew."""
    style, render = (import_module(f"analysis.charts.{name}") for name in ("style", "render"))
    words = import_module("analysis.charts.caption").Caption("Ắ", "b", "c", "d")
    with style.chart_style():
        figure, axes = style.new_figure("rehearsal")
        style.finish(axes, words)
        render.to_svg(figure, words)
        render.to_png(figure)
    spoken = import_module("analysis.language")
    for language in map(spoken.Language, spoken.LANGUAGES):
        written = [
            language.term("status", "planned"),
            language.percent(1),
            language.date("2023-03-25"),
        ]
        rows = import_module("pandas").DataFrame({"written": written}, dtype="str")
        import_module("analysis.reporting.tabling").to_html(rows, [False])
        rows.to_csv()


def _ended(kernels: set[int]) -> set[int]:
    return {pid for pid in kernels if os.waitpid(pid, os.WNOHANG)[0]}


def _kill(pid: int) -> None:
    """Kill a kernel with what it has started; one just forked leads no group yet."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError):
            kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
