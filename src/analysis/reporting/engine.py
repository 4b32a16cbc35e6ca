"""The papermill engine ``parkspread``: ordinary kernels, but forked with the libraries loaded.

papermill imports every registered engine while it is itself being imported, so nothing at all is
imported here before a notebook is run.
"""

from __future__ import annotations

import os
import sys
import warnings
from functools import cache
from typing import Any

ENGINES = ("parkspread", "nbclient")  # papermill's names of forked and ordinary kernels
INTERPRETERS = ("python", f"python{sys.version_info[0]}", sys.executable)


class ForkedEngine:
    """Runs each notebook in a fresh process, forked from one that has imported the libraries.

    Everything else is left to papermill's own engine: outputs, errors, timeouts, interruption,
    widgets. Kernels of another language or interpreter, and systems that cannot fork, get an
    ordinary kernel.
    """

    @classmethod
    def nb_kernel_name(cls, nb: Any, name: str | None = None) -> Any:
        """Return the name of a notebook's kernel."""
        from papermill.engines import NBClientEngine

        return NBClientEngine.nb_kernel_name(nb, name)

    @classmethod
    def nb_language(cls, nb: Any, language: str | None = None) -> Any:
        """Return a notebook's language."""
        from papermill.engines import NBClientEngine

        return NBClientEngine.nb_language(nb, language)

    @classmethod
    def execute_notebook(cls, nb: Any, kernel_name: str, **options: Any) -> Any:
        """Execute a notebook as papermill's own engine does, in a forked kernel if it can be."""
        from papermill.engines import NBClientEngine

        return NBClientEngine.execute_notebook(nb, kernel_name, **_forked(kernel_name) | options)


def forks(engine: str = ENGINES[0]) -> bool:
    """Whether an engine's kernels are forked, which takes a system that can and can watch them."""
    return engine == ENGINES[0] and hasattr(os, "pidfd_open")


@cache
def _forked(kernel_name: str) -> dict[str, Any]:
    """Return the options that make nbclient fork its kernel; none where it cannot."""
    from jupyter_client.kernelspec import get_kernel_spec

    if not forks():
        warnings.warn("this system cannot fork kernels: each is started anew", stacklevel=3)
        return {}
    if get_kernel_spec(kernel_name).argv[0] not in INTERPRETERS:
        return {}
    from analysis.reporting.kernel import ForkedKernelManager

    return {
        "kernel_manager_class": ForkedKernelManager,
        "shutdown_kernel": "immediate",  # its process is thrown away
        "extra_arguments": ["--log-level=CRITICAL"],  # it calls its own end an error
    }
