"""Files are written all together or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.storage import write_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_bytes(b"old a")
    (tmp_path / "b.csv").write_bytes(b"old b")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, forgotten temporary ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


OLD = {"a.csv": b"old a", "b.csv": b"old b"}


def test_new_changed_and_unchanged_files(folder: Path) -> None:
    untouched = folder / "a.csv"
    before = untouched.stat()
    new, changed = folder / "deep" / "er" / "c.csv", folder / "b.csv"
    written = write_files({new: b"new c", changed: b"new b", untouched: b"old a"})
    assert written == [new, changed]
    assert contents(folder) == {"a.csv": b"old a", "b.csv": b"new b", "deep/er/c.csv": b"new c"}
    after = untouched.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert new.stat().st_mode & 0o777 == 0o644
    assert write_files({new: b"new c"}) == []


def test_nothing_to_write() -> None:
    assert write_files({}) == []


@pytest.mark.parametrize("failing", ["a.csv", "b.csv", "c.csv"])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_a_replacement_that_fails_leaves_every_old_file(
    folder: Path, failing: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, failed = Path.replace, []

    def fail_once(source: Path, target: Path) -> Path:
        if target.name == failing and not failed:
            failed.append(target)
            raise error
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises((SourceError, KeyboardInterrupt)) as raised:
        write_files({folder / name: b"new" for name in ("a.csv", "b.csv", "c.csv")})
    assert failed
    assert contents(folder) == OLD
    if isinstance(error, OSError):
        assert f"{failing}: cannot write (Input/output error)" in str(raised.value)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_disk_or_read_only_folder_changes_nothing(
    folder: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, calls = os.fdopen, []

    def second_fails(handle: int, mode: str) -> object:
        calls.append(handle)
        if len(calls) == 2:
            os.close(handle)
            raise OSError(code, os.strerror(code))
        return opened(handle, mode)

    monkeypatch.setattr(os, "fdopen", second_fails)
    with pytest.raises(SourceError) as raised:
        write_files({folder / "a.csv": b"new a", folder / "b.csv": b"new b"})
    assert contents(folder) == OLD
    assert str(raised.value) == (
        f"{folder / 'b.csv'}: cannot write ({os.strerror(code)}). "
        "Make its folder writable or free disk space; all files are as they were."
    )


def test_an_interruption_as_a_file_is_created_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = os.open

    def interrupted(path: str, flags: int, *mode: int) -> int:
        os.close(create(path, flags, *mode))
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files({folder / "a.csv": b"new a"})
    monkeypatch.undo()
    assert contents(folder) == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission_is_named(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        with pytest.raises(SourceError, match=r"b\.csv: cannot write \(Permission denied\)"):
            write_files({folder / "b.csv": b"new b"})
    finally:
        folder.chmod(0o755)
    assert contents(folder) == OLD


def test_a_folder_in_the_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "c.csv").mkdir()
    with pytest.raises(SourceError, match=r"c\.csv: cannot write \(Is a directory\)"):
        write_files({folder / "a.csv": b"new a", folder / "c.csv": b"new c"})
    assert contents(folder) == OLD


def test_a_file_in_the_place_of_a_folder_is_named(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"c\.csv: cannot write"):
        write_files({folder / "a.csv" / "c.csv": b"new c"})
    assert contents(folder) == OLD
