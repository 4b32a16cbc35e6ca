"""Files: replaced whole or not at all, by one run at a time; their hashes."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from analysis.errors import SourceError

LOCK = ".lock"
HALF = re.compile(r"\..+\.[0-9a-f]{8}")  # name of a file that is still being written


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


@contextmanager
def locked(folder: Path, busy: str) -> Iterator[None]:
    """Keep other runs out of a folder; the lock goes with the process, however that ends.

    Parameters
    ----------
    folder : pathlib.Path
        Folder that is written to; made if there is none.
    busy : str
        What to say if another run has it.

    Raises
    ------
    SourceError
        If the folder cannot be written to, or another run has it.
    """
    _make(folder)
    try:
        lock = (folder / LOCK).open("w")
    except OSError as error:
        raise _unwritable(folder, error) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SourceError(folder, busy, "Wait for it, or give another --out.") from error
        yield


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """Wait until no other run is in a folder, for runs that take a moment; leaves no file there.

    Raises
    ------
    SourceError
        If there is no such folder and none can be made.
    """
    _make(folder)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems do not lock folders
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sweep(paths: Iterable[Path]) -> None:
    """Remove those files that a run which was killed has left half written."""
    for path in paths:
        if HALF.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file; of one that does not exist, nothing."""
    try:
        return sha256(path.read_bytes())
    except OSError:
        return ""


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> SourceError:
    remedy = "Give a folder that can be written to."
    return SourceError(folder, f"cannot be written to ({error.strerror})", remedy)


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
