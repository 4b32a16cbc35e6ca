"""The files of a corpus and their division into parts; neither is ever held in memory whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import SourceError

PARTS = 64  # of a corpus, so that many cores share a small one; more if it is large
SMALLEST, LARGEST = 2**20, 32 * 2**20  # bytes of a part
PART_FILES = 2_000
BLOCK = 2**18
SUFFIXES = (".txt", ".jsonl", ".parquet")
Files = Iterator[tuple[str, int, int]]  # path below the root, bytes, time of change


@dataclass(frozen=True)
class Part:
    """What one task reads.

    Parameters
    ----------
    files : tuple of str
        Paths below the corpus' root: several texts, or one file of many documents.
    first : int
        Number of the first line or row, from 1.
    start, end : int
        Bytes of JSON Lines, or row groups of Parquet.
    size : int
        Bytes to read, for the progress.
    number : int
        Position in the corpus, from 0.
    """

    files: tuple[str, ...]
    first: int = 1
    start: int = 0
    end: int = 0
    size: int = 0
    number: int = 0


@dataclass(frozen=True)
class Source:
    """A corpus as it was found: its folder, suffix, number of files, bytes and fingerprint."""

    root: Path
    names: tuple[str, ...]
    suffix: str
    files: int
    size: int
    fingerprint: str

    @property
    def part_bytes(self) -> int:
        """Bytes at which a part is full."""
        return max(SMALLEST, min(self.size // PARTS, LARGEST))

    def parts(self) -> Iterator[Part]:
        """Yield the parts, always the same ones, found as they are asked for."""
        cut = {".txt": _of_texts, ".jsonl": _of_lines, ".parquet": _of_row_groups}[self.suffix]
        files = _files(self.root, self.names)
        for number, part in enumerate(cut(self.root, files, self.part_bytes)):
            yield replace(part, number=number)


def is_corpus(path: Path) -> bool:
    """Whether a path is a corpus and not an article."""
    return path.is_dir() or path.suffix in (".jsonl", ".parquet")


def find(path: Path) -> Source:
    """Look at every file of a corpus, without reading any.

    Parameters
    ----------
    path : pathlib.Path
        A file of JSON Lines or Parquet, or a folder with files of one kind at any depth.

    Raises
    ------
    SourceError
        If there is no such file, the folder holds nothing to read, or files of several kinds.
    """
    if not path.exists():
        raise SourceError(path, "no such file or folder", "Check the path.")
    path = path.resolve()
    root, names = (path, ()) if path.is_dir() else (path.parent, (path.name,))
    digest, count, total, suffixes = hashlib.sha256(), 0, 0, set()
    for name, size, changed in _files(root, names):
        digest.update(f"{name}\0{size}\0{changed}\n".encode("utf-8", "surrogateescape"))
        count, total = count + 1, total + size
        suffixes.add(Path(name).suffix)
    if len(suffixes) != 1 or not suffixes.issubset(SUFFIXES):
        seen = " and ".join(sorted(suffixes)) or f"no {', '.join(SUFFIXES)} file"
        remedy = "Give texts (.txt), JSON Lines (.jsonl) or Parquet (.parquet), one kind of them."
        raise SourceError(path, f"holds {seen}", remedy)
    return Source(root, names, suffixes.pop(), count, total, digest.hexdigest())


def _files(root: Path, names: tuple[str, ...]) -> Files:
    """Yield path, size and time of each file: the names given, or all below the root in order."""
    for name in names or _walk(root):
        try:
            status = (root / name).stat()
        except OSError:  # a part of it says so
            yield name, 0, 0
        else:
            yield name, status.st_size, status.st_mtime_ns


def _walk(root: Path) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise SourceError(error.filename, f"cannot list ({error.strerror})", "Make it readable.")

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix in SUFFIXES and not name.startswith("."):
                yield str((Path(folder) / name).relative_to(root))


def _of_texts(_: Path, files: Files, full: int) -> Iterator[Part]:
    names: list[str] = []
    total = 0
    for name, size, _changed in files:
        names.append(name)
        total += size
        if total >= full or len(names) >= PART_FILES:
            yield Part(tuple(names), size=total)
            names, total = [], 0
    if names:
        yield Part(tuple(names), size=total)


def _of_lines(root: Path, files: Files, full: int) -> Iterator[Part]:
    """Cut at line ends, and count lines so that a fault can be told by its line."""
    for name, _size, _changed in files:
        start = position = lines = 0
        first = 1
        try:
            with (root / name).open("rb") as stream:
                while block := stream.read(BLOCK):
                    lines += block.count(b"\n")
                    cut = block.rfind(b"\n") + 1
                    end = position + cut
                    position += len(block)
                    if cut and position - start >= full:
                        yield Part((name,), first, start, end, end - start)
                        first, start, lines = first + lines, end, 0
        except OSError:  # whoever reads this place meets the error again
            position += 1
        if position > start or not position:
            yield Part((name,), first, start, position, position - start)


def _of_row_groups(root: Path, files: Files, full: int) -> Iterator[Part]:
    for name, size, _changed in files:
        weights = []
        try:
            with pq.ParquetFile(root / name) as parquet:
                groups = [parquet.metadata.row_group(i) for i in range(parquet.num_row_groups)]
                weights = [(group.num_rows, group.total_byte_size) for group in groups]
        except (OSError, pa.ArrowException):  # whoever reads the part meets it again
            pass
        if not weights:
            yield Part((name,), size=size)
        scale = size / max(sum(weight for _, weight in weights), 1)  # of compression
        start = rows = total = 0
        first = 1
        for end, (count, weight) in enumerate(weights, start=1):
            rows, total = rows + count, total + weight
            if total >= full or end == len(weights):
                yield Part((name,), first, start, end, int(total * scale))
                first, start, rows, total = first + rows, end, 0, 0
