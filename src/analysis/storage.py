"""Files: written so that a reader sees the old or the new one, never half of one; their hashes."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from analysis.errors import SourceError


def write_files(contents: Mapping[Path, bytes]) -> list[Path]:
    """Write several files: all are written in full before the first replaces its old version.

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
        If a file cannot be written; the files that were replaced by then are put back.
    """
    path = Path()
    old: dict[Path, bytes | None] = {}
    staged: dict[Path, Path] = {}
    try:
        with ExitStack() as undo:
            for path, data in contents.items():
                old[path] = _read(path)
                if old[path] != data:
                    staged[path] = _stage(path, data, undo)
            for path, temporary in staged.items():
                undo.callback(_put_back, path, old[path])
                temporary.replace(path)
            undo.pop_all()
    except OSError as error:
        problem = f"cannot write ({error.strerror or error})"
        remedy = "Make its folder writable or free disk space; all files are as they were."
        raise SourceError(path, problem, remedy) from error
    return list(staged)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file; of one that does not exist, nothing."""
    try:
        return sha256(path.read_bytes())
    except OSError:
        return ""


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _stage(path: Path, data: bytes, undo: ExitStack) -> Path:
    """Write a file beside its place, to be removed when something fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    undo.callback(temporary.unlink, missing_ok=True)  # first: an interruption may come any time
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    temporary.chmod(0o644)
    return temporary


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif _read(path) != data:
        with ExitStack() as undo:
            _stage(path, data, undo).replace(path)
