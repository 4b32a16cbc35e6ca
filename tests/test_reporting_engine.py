"""The forked engine beside an ordinary kernel: the same outputs, and nothing leaks."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest

from analysis.errors import ArgumentError
from analysis.reporting.engine import _forked
from analysis.reporting.forking import ForkedProcess, ForkServer, close_fork_server, fork_server
from analysis.reporting.forkserver import _kill
from analysis.reporting.plan import Planned
from analysis.reporting.run import cleaned, execute

ENGINES = ("nbclient", "parkspread")
PYTHON = {"display_name": "Python 3", "language": "python", "name": "python3"}

# What a notebook may find changed by one before it, and how to look at it.
CHANGES = {
    "namespace": "left_behind = 1",
    "figures": "import matplotlib.pyplot as plt; plt.figure(); plt.ioff()",
    "rcparams": "import matplotlib; matplotlib.rcParams['lines.linewidth'] = 9",
    "pandas options": "import pandas; pandas.set_option('display.max_rows', 3)",
    "module attributes": "import json; json.left_behind = 1",
    "environment": "import os; os.environ['LEFT_BEHIND'] = '1'",
    "working folder": "import os; os.chdir('/')",
    "signal handlers": "import signal; signal.signal(signal.SIGUSR1, signal.SIG_IGN)",
    "seaborn": "import seaborn; seaborn.set_theme(style='dark')",
}
LOOKS = {
    "namespace": "'left_behind' in globals()",
    "figures": "__import__('matplotlib.pyplot').pyplot.get_fignums()",
    "rcparams": "sorted((k, str(v)) for k, v in __import__('matplotlib').rcParams.items())",
    "pandas options": "__import__('pandas').get_option('display.max_rows')",
    "module attributes": "hasattr(__import__('json'), 'left_behind')",
    "environment": "sorted(k for k in __import__('os').environ if k != 'JPY_PARENT_PID')",
    "working folder": "__import__('os').getcwd()",
    "signal handlers": "[str(__import__('signal').getsignal(n)) for n in (2, 10, 15, 17)]",
    "seaborn": "__import__('seaborn').plotting_context()['font.size']",
    "arguments": "[a.rpartition('/')[2] for a in __import__('sys').argv[:2]]",
    "path": "__import__('sys').path[:1]",
    "main": "__import__('sys').modules['__main__'].__dict__ is globals()",
    "threads": "__import__('threading').main_thread() is __import__('threading').current_thread()",
    "backend": "__import__('matplotlib').get_backend()",
}


def run(engine: str, *sources: str, **options: Any) -> Any:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    node = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": PYTHON})
    return papermill.execute_notebook(
        node, None, engine_name=engine, progress_bar=False, **options
    )  # fmt: skip


def outputs(node: Any) -> list[Any]:
    return [
        [{k: v for k, v in output.items() if k != "traceback"} for output in cell.outputs]
        for cell in node.cells
    ]


@pytest.fixture(scope="module", autouse=True)
def no_server_is_left() -> Any:
    yield
    close_fork_server()


def looked(engine: str) -> dict[str, str]:
    node = run(engine, "import matplotlib.pyplot, seaborn, pandas", *LOOKS.values())
    return {
        name: cell.outputs[0]["data"]["text/plain"]
        for name, cell in zip(LOOKS, node.cells[1:], strict=True)
    }


def test_a_fresh_kernel_looks_like_an_ordinary_one_and_nothing_leaks() -> None:
    ordinary = looked("nbclient")
    assert looked("parkspread") == ordinary
    run("parkspread", *CHANGES.values())
    assert looked("parkspread") == ordinary


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_printed_is_one_output_however_the_kernel_sends_it(
    engine: str, tmp_path: Path
) -> None:
    source = "import time\nprint('one', flush=True)\ntime.sleep(0.5)\nprint('two', flush=True)"
    cells = [nbformat.v4.new_code_cell(source)]
    node = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": PYTHON})
    given = nbformat.writes(node).encode("utf-8")
    done = execute(Planned("prints", tmp_path / "prints.ipynb", {}), given, engine)
    assert [output["text"] for output in done.notebook.cells[0].outputs] == ["one\ntwo\n"]


RANDOM = "import random, numpy; print(random.random(), numpy.random.random(), numpy.random.rand())"


def test_random_states_differ_between_kernels() -> None:
    seen = [outputs(run("parkspread", RANDOM))[0][0]["text"].split() for _ in range(3)]
    for numbers in zip(*seen, strict=True):
        assert len(set(numbers)) == 3


def test_a_seed_gives_the_same_numbers_in_both() -> None:
    seeded = f"import random, numpy; random.seed(1); numpy.random.seed(1)\n{RANDOM}"
    one, other = (outputs(run(engine, seeded)) for engine in ENGINES)
    assert one == other


VARIED = (
    "import sys; print('out'); print('err', file=sys.stderr)",
    "1 + 1",
    "import pandas; pandas.DataFrame({'a': [1, 2]})",
    "import matplotlib.pyplot as plt; plt.plot([1, 3, 2]); plt.title('Ắ'); plt.show()",
    "plt.bar(['a', 'b'], [1, 2])",
    "import seaborn; seaborn.scatterplot(x=[1, 2], y=[2, 1]);",
    "from IPython.display import display, HTML; display(HTML('<b>x</b>')); display('again')",
    "from IPython.display import clear_output; print('gone'); clear_output(); print('kept')",
    "%time\nx = 3",
    "!echo from the shell",
    "h = display('first', display_id='d'); h.update('second')",
    "import asyncio; await asyncio.sleep(0.01); 'awaited'",
    "class A:\n    pass\nimport pickle; type(pickle.loads(pickle.dumps(A()))).__module__",
    "h.update('from a later cell')",
    "display('gone at the next'); clear_output(wait=True); print('kept')",
    "import warnings; warnings.warn_explicit('careful', UserWarning, 'here.py', 1)",
    "import os; os.system('echo from a child >&2')",
    "import threading; t = threading.Thread(target=print, args=['aside']); t.start(); t.join()",
    "print('long ' * 100_000)",
    "%matplotlib inline\nplt.rcParams['figure.dpi']",
)


def test_outputs_are_the_same_pictures_included() -> None:
    def plain(node: Any) -> list[Any]:
        kept = outputs(node)
        kept[8] = []  # times differ
        for cell in kept:
            for output in cell:
                data = output.get("data", {})
                if "image/png" in data:
                    data["image/png"] = hashlib.sha256(data["image/png"].encode()).hexdigest()
        return kept

    ordinary, forked = (plain(cleaned(run(engine, *VARIED))) for engine in ENGINES)
    assert forked == ordinary
    pictures = [o for cell in forked for o in cell if "image/png" in o.get("data", {})]
    assert len(pictures) == 3


def test_widgets_are_the_same_or_missing_in_both() -> None:
    source = "import ipywidgets; ipywidgets.IntSlider()" if _has("ipywidgets") else "1"
    kinds = [
        [sorted(output.get("data", {})) for output in run(engine, source).cells[0].outputs]
        for engine in ENGINES
    ]
    assert kinds[0] == kinds[1]


def _has(name: str) -> bool:
    return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True,
                          check=False).returncode == 0  # fmt: skip


def test_errors_carry_cell_and_traceback() -> None:
    found = []
    for engine in ENGINES:
        with pytest.raises(papermill.PapermillExecutionError) as caught:
            run(engine, "x = 1", "def f():\n    return 1 / 0\nf()", "never = 1")
        error = caught.value
        found.append((error.cell_index, error.exec_count, error.ename, error.evalue,
                      [line.count("f()") for line in error.traceback]))  # fmt: skip
    assert found[0] == found[1]
    assert found[1][2:4] == ("ZeroDivisionError", "division by zero")


@pytest.mark.parametrize("source", ["input('?')", "import sys; sys.exit(3)", "%no_such_magic"])
def test_what_a_cell_must_not_do_fails_alike(source: str) -> None:
    found = []
    for engine in ENGINES:
        with pytest.raises(papermill.PapermillExecutionError) as caught:
            run(engine, source)
        found.append((caught.value.ename, caught.value.evalue))
    assert found[0] == found[1]


def test_timeout_is_honoured_and_the_kernel_ends() -> None:
    from nbclient.exceptions import CellTimeoutError

    started = time.monotonic()
    with pytest.raises(CellTimeoutError):
        run("parkspread", "import time; time.sleep(60)", execution_timeout=1)
    assert time.monotonic() - started < 30
    assert _kernels() == []


@pytest.mark.parametrize("crash", ["signal.raise_signal(signal.SIGSEGV)", "os._exit(3)"])
def test_a_crash_is_an_error_and_the_next_kernel_is_fine(crash: str) -> None:
    from nbclient.exceptions import DeadKernelError

    with pytest.raises(DeadKernelError):
        run("parkspread", f"import os, signal; {crash}")
    assert outputs(run("parkspread", "1 + 1"))[0][0]["data"]["text/plain"] == "2"


def test_a_server_that_forked_nothing_ends_while_it_is_still_loading() -> None:
    server = ForkServer()
    pid = server.process.pid
    server.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert server.process.returncode == -signal.SIGTERM


def _kernels() -> list[int]:
    """Return the processes forked for kernels that are still there."""
    time.sleep(0.5)
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True,
                            check=True).stdout  # fmt: skip
    servers = {
        line.split()[0]
        for line in listed.splitlines()
        if "analysis.reporting.forkserver" in line and line.split()[1] == str(os.getpid())
    }
    return [int(pid) for pid, parent, *_ in map(str.split, listed.splitlines()[1:])
            if parent in servers]  # fmt: skip


def test_papermill_finds_the_engine_by_name(tmp_path: Path) -> None:
    node = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("print('forked')", id="a")],
        metadata={"kernelspec": PYTHON},
    )
    nbformat.write(node, tmp_path / "in.ipynb")
    command = [Path(sys.executable).with_name("papermill"), "--engine", "parkspread",
               "in.ipynb", "out.ipynb"]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert result.cells[0].outputs[0]["text"] == "forked\n"


def test_the_engine_module_imports_nothing() -> None:
    look = "print([name in sys.modules for name in ('papermill', 'pandas', 'jupyter_client')])"
    code = f"import analysis.reporting.engine, sys; {look}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[False, False, False]"
    code = "import analysis.reporting.engine, papermill; papermill.execute_notebook"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "end",
    [_kill, lambda pid: ForkedProcess(pid).send_signal(signal.SIGKILL)],
    ids=("server", "kernel's"),
)
def test_a_kernel_that_leads_no_group_yet_is_ended_too(end: Callable[[int], None]) -> None:
    with subprocess.Popen(["sleep", "60"]) as just_forked:
        end(just_forked.pid)
        assert just_forked.wait(10) == -signal.SIGKILL


def test_a_fork_whose_server_has_ended_does_not_start() -> None:
    code = f"from analysis.reporting.forkserver import run; run({2**22}, print, 'started')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (1, b"")


def test_a_function_is_called_in_a_process_of_its_own() -> None:
    answer = fork_server().call("os:getppid")
    assert answer == fork_server().process.pid
    with pytest.raises(ArgumentError, match="vintage: got 1999; expected 2023 or 2025"):
        fork_server().call("analysis.admin:units_of", {}, 1999)
    assert fork_server().call("builtins:len", "four") == 4


def test_a_function_whose_process_is_killed_is_called_here(monkeypatch: Any) -> None:
    fork_server()  # started without what is set now
    monkeypatch.setenv("PARKSPREAD_HERE", "1")
    ended_unless_here = (
        "__import__('os').environ.get('PARKSPREAD_HERE') or __import__('os')._exit(3)"
    )
    assert fork_server().call("builtins:eval", ended_unless_here) == "1"


def test_a_system_that_cannot_fork_runs_reports_in_ordinary_kernels(
    tmp_path: Path, monkeypatch: Any
) -> None:
    source = "import os\nopen(f'/proc/{os.getppid()}/cmdline').read().replace(chr(0), ' ')"
    node = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source, id="a")], metadata={"kernelspec": PYTHON}
    )
    planned = Planned("ordinary", tmp_path / "n.ipynb", {})
    close_fork_server()
    _forked.cache_clear()
    monkeypatch.delattr(os, "pidfd_open")
    with pytest.warns(UserWarning, match="this system cannot fork kernels"):
        done = execute(planned, nbformat.writes(node).encode("utf-8"))
    _forked.cache_clear()
    assert "forkserver" not in done.notebook.cells[0].outputs[0]["data"]["text/plain"]
