"""Pages as PDF, printed by Chromium. Its files hold the time, so no manifest lists them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis.errors import ArgumentError, SourceError
from analysis.storage import write_files

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer")


def print_pages(pages: Sequence[Path]) -> list[Path]:
    """Write each page as PDF beside it, and return the files.

    Parameters
    ----------
    pages : sequence of pathlib.Path
        Pages to print.

    Raises
    ------
    ArgumentError
        If no Chromium is installed.
    SourceError
        If a page cannot be printed.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        raise ArgumentError("pdf", True, f"one of {', '.join(PROGRAMS)} on PATH: make browser")
    return [_printed(program, page) for page in pages]


def _printed(program: str, page: Path) -> Path:
    rootless = () if os.geteuid() else ("--no-sandbox",)  # Chromium has none for root
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "page.pdf"
        done = subprocess.run(
            [program, *QUIET, *rootless, f"--user-data-dir={folder}/profile",
             f"--print-to-pdf={file}", page.resolve().as_uri()],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not file.exists():
            said = done.stderr.strip().rpartition("\n")[2]
            raise SourceError(page, f"cannot be printed ({said})", "Open it and print it there.")
        target = page.with_suffix(".pdf")
        write_files({target: file.read_bytes()})
    return target
