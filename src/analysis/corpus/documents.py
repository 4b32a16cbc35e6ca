"""The documents of a part, one after the other; what is none comes with the reason."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus.source import Part
from analysis.extraction.text import LARGEST

TOO_LARGE = f"too large (over {LARGEST:,} bytes)"
ROWS = 64  # read at a time from Parquet
LONGEST = 100
PLAIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
SPOKEN = ("vi", "en", None)  # None: the text decides


@dataclass(frozen=True)
class Columns:
    """Names of the columns, or keys, that hold text, identifier and language."""

    text: str = "text"
    id: str = "id"
    language: str = "language"


class Document(NamedTuple):
    """A document, or why it is none.

    ``line`` is that of the file, 0 for the file as a whole; ``text`` is what the data are known
    to hold, if they were a string before.
    """

    file: str
    line: int
    name: str = ""
    data: bytes = b""
    language: str | None = None
    fault: str = ""
    text: str = ""


def documents(root: Path, part: Part, columns: Columns) -> Iterator[Document]:
    """Yield the documents of a part, holding few of them in memory."""
    if part.files[0].endswith(".txt"):
        for name in part.files:
            yield _text(root / name, name)
        return
    (name,) = part.files
    read = _lines if name.endswith(".jsonl") else _rows
    last = None
    try:
        for last in read(root, name, part, columns):
            yield last
    except (OSError, pa.ArrowException) as error:
        after = f" after line {last.line}" if last else ""
        yield Document(name, 0, fault=f"cannot read{after} ({_reason(error)})")
    else:
        if last is None and part.first == 1:
            yield Document(name, 0, fault="holds no document")


def identifier(name: str) -> str:
    """Return a name such that no two documents get the same ``source_id``.

    Examples
    --------
    >>> identifier("tin-2024-01")
    'tin-2024-01'
    >>> identifier("Tin số 1")
    'Tin số 1-20fe11af'
    """
    if PLAIN.fullmatch(name) and len(name) <= LONGEST:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{name[:LONGEST]}-{digest[:8]}"


def _text(path: Path, name: str) -> Document:
    try:
        if path.stat().st_size > LARGEST:
            return Document(name, 0, fault=TOO_LARGE)
        return Document(name, 0, identifier(name.removesuffix(".txt")), path.read_bytes())
    except OSError as error:
        return Document(name, 0, fault=f"cannot read ({_reason(error)})")


def _lines(root: Path, name: str, part: Part, columns: Columns) -> Iterator[Document]:
    with (root / name).open("rb") as stream:
        stream.seek(part.start)
        for line in count(part.first):
            if stream.tell() >= part.end:
                return
            data = stream.readline(LARGEST)
            if len(data) == LARGEST and not data.endswith(b"\n"):
                while data and not data.endswith(b"\n"):
                    data = stream.readline(LARGEST)
                yield Document(name, line, fault=TOO_LARGE)
            elif data := data.strip():
                yield _object(data, name, line, columns)


def _object(data: bytes, name: str, line: int, columns: Columns) -> Document:
    """Return the document that a line of JSON holds."""
    try:
        record = json.loads(data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return Document(name, line, fault=f"byte {error.start} of the line is not UTF-8")
    except json.JSONDecodeError as error:
        fault = f"malformed JSON ({error.msg}: character {error.pos + 1})"
        return Document(name, line, fault=fault)
    except (ValueError, RecursionError) as error:
        return Document(name, line, fault=f"unusable JSON ({error})")
    if not isinstance(record, dict):
        return Document(name, line, fault=f"a JSON {type(record).__name__}, not an object")
    if columns.text not in record:
        return Document(name, line, fault=_missing(columns.text, record))
    get = record.get
    return _document(name, line, get(columns.text), get(columns.id), get(columns.language))


def _rows(root: Path, name: str, part: Part, columns: Columns) -> Iterator[Document]:
    names = (columns.text, columns.id, columns.language)
    # Without the pre-buffer a row group is read page by page, however large it is.
    with pq.ParquetFile(root / name, buffer_size=2**20, pre_buffer=False) as parquet:
        known = parquet.schema_arrow.names
        if columns.text not in known:
            yield Document(name, 0, fault=_missing(columns.text, known))
            return
        wanted = [column for column in names if column in known]
        line = part.first
        for batch in parquet.iter_batches(ROWS, range(part.start, part.end), wanted):
            for cells in zip(*(_cells(batch, column) for column in names), strict=True):
                yield _document(name, line, *cells)
                line += 1


def _cells(batch: pa.RecordBatch, column: str) -> list[Any]:
    """Return a column's values, text as bytes: nobody has checked yet that it is UTF-8."""
    if column not in batch.schema.names:
        return [None] * len(batch)
    cells = batch.column(column)
    if pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_decode()
    if pa.types.is_string(cells.type) or pa.types.is_large_string(cells.type):
        cells = cells.cast(pa.large_binary())
    values: list[Any] = cells.to_pylist()
    return values


def _document(name: str, line: int, text: object, key: object, language: object) -> Document:
    """Return the document that three cells make, or say why they make none."""
    data, known = text, ""
    if isinstance(text, str):
        try:
            data, known = text.encode("utf-8"), text
        except UnicodeEncodeError as error:
            fault = f"character {error.start} is half a surrogate pair"
            return Document(name, line, fault=fault)
    if not isinstance(data, bytes):
        kind = "missing" if text is None else f"of type {type(text).__name__}"
        return Document(name, line, fault=f"the text is {kind}")
    spoken = _plain(language).lower().partition("-")[0] or None
    if spoken not in SPOKEN:
        return Document(name, line, fault=f"the language is {spoken!a}, not vi or en")
    given = _plain(key) or f"{name.rpartition('.')[0]}-{line}"
    return Document(name, line, identifier(given), data, spoken, text=known)


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def _missing(column: str, known: Iterable[str]) -> str:
    names = ", ".join(map(ascii, islice(known, 20)))
    return f"no column {column!r}; there are {names or 'none'}"


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)  # pyarrow's own text names folders of this machine
    return str(error).partition("\n")[0]
