"""Writing files so that a reader sees the old or the new one, never half of one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import SourceError


def write_files(contents: Mapping[Path, bytes]) -> list[Path]:
    """Write several files: all are complete on disk before the first replaces its old version.

    Parameters
    ----------
    contents : mapping of pathlib.Path to bytes
        Bytes of each file.

    Returns
    -------
    list of pathlib.Path
        Files whose bytes differ from what was there; the others are left untouched.

    Raises
    ------
    SourceError
        If a file cannot be written; no file has been replaced then.
    """
    changed = [path for path, data in contents.items() if _read(path) != data]
    staged: list[tuple[str, Path]] = []
    try:
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            staged.append((temporary, path))
            with os.fdopen(handle, "wb") as stream:
                stream.write(contents[path])
            Path(temporary).chmod(0o644)
        for temporary, path in staged:
            Path(temporary).replace(path)
    except OSError as error:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        target = error.filename or "output"
        raise SourceError(
            target, f"cannot write ({error.strerror})", "Nothing was lost."
        ) from error
    return changed


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
