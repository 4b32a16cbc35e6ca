"""A process that has the libraries loaded: forks of it become fresh kernels, or call a function.

Started as ``python -m analysis.reporting.forkserver FD``. It runs no notebook itself and has one
thread, so that every kernel starts from the same clean state.
"""

from __future__ import annotations

import gc
import os
import pkgutil
import random
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path
from typing import Any

from analysis.errors import ParkspreadError
from analysis.paths import data_folder
from analysis.reporting.forking import call_by_name

PRELOADED = ("pandas", "matplotlib.pyplot", "seaborn", "numpy.random")
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "IPython.core.completerlib",
          "IPython.core.debugger", "IPython.core.oinspect", "IPython.extensions.storemagic",
          "IPython.utils.wildcard", "faulthandler", "sqlite3", "tornado.platform.asyncio",
          "zmq.utils.garbage")  # fmt: skip
USED = ("claims", "evidence", "profile", "session", "values")  # what notebooks of reports import
REAP = 0.2  # seconds between looks for kernels that have ended


def serve(connection: Connection, added: Mapping[str, str]) -> None:
    """Fork a process for every request until the other side is gone; then end them all.

    Parameters
    ----------
    connection : Connection
        Brings requests: a function's name and arguments, followed by the handle of a connection
        for its answer; or no name and a kernel's arguments, environment and working folder.
    added : mapping of str to str
        What a kernel's own modules put into the environment when they were loaded.
    """
    forked: set[int] = set()
    server = os.getpid()
    try:
        while True:
            forked -= _ended(forked)
            if not connection.poll(REAP):
                continue
            name, arguments = connection.recv()
            answer = Connection(recv_handle(connection)) if name else None
            pid = os.fork()
            if pid == 0:
                connection.close()
                if answer:
                    run(server, _answer, answer, name, arguments)
                run(server, _become_kernel, *arguments, added)
            if answer:
                answer.close()
            forked.add(pid)
            connection.send(pid)
    except (EOFError, OSError):
        for pid in forked:
            _kill(pid)


def run(server: int, function: Callable[..., None], *arguments: Any) -> None:
    """Run a function in this forked process, which ends with it; or with its server, if sooner."""
    status = 1
    try:
        os.setsid()
        if os.getppid() == server:  # it has not ended meanwhile
            function(*arguments)
            status = 0
    finally:
        os._exit(status)


def _answer(answer: Connection, name: str, arguments: Sequence[Any]) -> None:
    """Send what a function returns, or the error that it raises."""
    try:
        answer.send((call_by_name(name, *arguments), None))
    except Exception as error:
        answer.send((None, error))


def _become_kernel(
    arguments: Sequence[str], environment: Mapping[str, str], folder: str, added: Mapping[str, str]
) -> None:
    """Turn this forked process into an ordinary kernel."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update({**environment, **added}, JPY_PARENT_PID=str(os.getppid()))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    import_module("numpy.random").seed()  # a fork would share its parent's
    sys.argv = list(arguments)
    import_module("ipykernel.kernelapp").launch_new_instance(argv=sys.argv[1:])


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
    for name in (*USED, "derivation.page"):
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
