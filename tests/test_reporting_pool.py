"""Reports made side by side: what threads share is loaded before there are threads."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import sys
from analysis.reporting import pool

SHARED = ("papermill", "nbclient", "jupyter_client", "jupyter_client.manager")

def loaded(*_):
    modules = [sys.modules.get(name) for name in SHARED]
    return all(module and not module.__spec__._initializing for module in modules)

pool.make_report = loaded
with pool.making(list("abc"), pool.Options(workers=3)) as made:
    print(all(done for _, done in made))
"""


def test_threads_find_no_module_half_loaded() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
