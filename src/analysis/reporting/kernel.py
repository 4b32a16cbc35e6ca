"""The kernel that reports run in: reached through files, not through ports."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager


class LocalKernelManager(AsyncKernelManager):
    """Kernel manager over local sockets.

    Kernels started side by side cannot take each other's port, and nobody else on the machine can
    listen in.
    """

    def __init__(self, **options: Any) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="parkspread-", dir="/tmp")
        connection = str(Path(self._folder.name) / "kernel.json")  # sockets need a short path
        super().__init__(transport="ipc", connection_file=connection, **options)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            self._folder.cleanup()

    cleanup_resources = _async_cleanup_resources
