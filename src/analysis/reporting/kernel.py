"""Kernels that reports run in: reached through files, not through ports; forked, not started."""

from __future__ import annotations

import re
import tempfile
from importlib.util import find_spec
from pathlib import Path
from queue import Empty
from typing import Any, ClassVar

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Type

from analysis.reporting.forking import fork_server


class PromptClient(AsyncKernelClient):
    """Client that takes a kernel for ready at its first answer, and needs no heartbeat.

    Jupyter's own listens for a fifth of a second more, to throw away what others have asked; here
    nobody else asks. Whether the kernel lives its manager knows, who has its process.
    """

    def start_channels(
        self,
        shell: bool = True,
        iopub: bool = True,
        stdin: bool = True,
        hb: bool = False,
        control: bool = True,
    ) -> None:
        """Start the channels; that of the heartbeat, a thread of its own, only if asked for."""
        super().start_channels(shell, iopub, stdin, hb, control)

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        left = timeout or float("inf")
        while left > 0:
            self.kernel_info()
            try:
                await self.get_shell_msg(timeout=1)
                await self.get_iopub_msg(timeout=1)
            except Empty:
                left -= 1
                if not await self.is_alive():
                    raise RuntimeError("Kernel died before replying to kernel_info") from None
            else:
                return
        raise RuntimeError(f"Kernel didn't respond in {timeout:g} seconds")

    wait_for_ready = _async_wait_for_ready


class LocalKernelManager(AsyncKernelManager):
    """Kernel manager over local sockets, which notes its kernel's peak of memory.

    Kernels started side by side cannot take each other's port, and nobody else on the machine can
    listen in.
    """

    peaks: ClassVar[list[int]] = []

    def __init__(self, **options: Any) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="parkspread-", dir="/tmp")
        connection = str(Path(self._folder.name) / "kernel.json")  # sockets need a short path
        super().__init__(transport="ipc", connection_file=connection, **options)

    async def _async_shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self.peaks.append(_peak(getattr(self.provisioner, "pid", None)))
        await super()._async_shutdown_kernel(now=now, restart=restart)

    shutdown_kernel = _async_shutdown_kernel

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            self._folder.cleanup()

    cleanup_resources = _async_cleanup_resources


class ForkProvisioner(LocalProvisioner):
    """Gets its process from the fork server; everything else is as for an ordinary kernel."""

    process: Any

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Fork a kernel with the arguments of the command."""
        folder = options.get("cwd") or Path.cwd()
        arguments = cmd[1:]
        if cmd[1] == "-m":
            arguments = [getattr(find_spec(cmd[2]), "origin", None) or cmd[2], *cmd[3:]]
        self.process = fork_server().start(arguments, options["env"], str(folder))
        self.pid = self.pgid = self.process.pid
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """Kill the process and wait for its end, which Jupyter looks for ten times a second."""
        await super().kill(restart=restart)
        self.process.wait()


class ForkedKernelManager(LocalKernelManager):
    """Kernel manager whose kernels are forked from a process that has the libraries loaded."""

    client_factory = Type(PromptClient)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.provisioner = ForkProvisioner(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )


def _peak(pid: int | None) -> int:
    """Return a process's peak of resident memory in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) if found else 0
