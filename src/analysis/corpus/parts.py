"""One part of a corpus: its documents to the files of its partition."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corpus.documents import Document, documents
from analysis.corpus.plan import Job, knowledge
from analysis.corpus.source import Part
from analysis.errors import SourceError
from analysis.extraction import Gazetteer, Grammar, extract, make_article, to_rows
from analysis.storage import write_files
from analysis.tables.registry import table

TABLES = (
    "sources", "park_locations", "park_totals", "partnerships", "other_facts", "evidence",
)  # fmt: skip
QUARANTINE = "quarantine"
TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
FLUSH = 2_000  # rows of a table held before they are packed
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What came of a part: documents and bytes read, rows of each table, one fault if any."""

    documents: int
    bytes: int
    rows: Mapping[str, int]
    example: str


class _Writer:
    """A table's Parquet file, packed in memory as rows come."""

    def __init__(self, schema: pa.Schema) -> None:
        self.rows = 0
        self._schema = schema
        self._pending: list[Row] = []
        self._buffer = io.BytesIO()
        self._writer = pq.ParquetWriter(self._buffer, schema, compression="zstd")

    def add(self, rows: Sequence[Row]) -> None:
        self.rows += len(rows)
        self._pending += rows
        if len(self._pending) >= FLUSH:
            self._flush()

    def close(self) -> bytes:
        self._flush()
        self._writer.close()
        return self._buffer.getvalue()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._pending, self._schema))
        self._pending.clear()


def schemas() -> dict[str, pa.Schema]:
    """Return the columns of every table: those of the raw tables, and the quarantine's."""
    columns = {
        name: [pa.field(each.name, TYPES[each.type], each.optional) for each in table(name).fields]
        for name in TABLES
    }
    kinds = {"file": pa.string(), "line": pa.int64(), "reason": pa.string()}
    columns[QUARANTINE] = [pa.field(name, kind, nullable=False) for name, kind in kinds.items()]
    return {name: pa.schema(fields) for name, fields in columns.items()}


def part_file(out: Path, name: str, part: Part) -> Path:
    """Return the file of a table's partition."""
    return out / name / f"part-{part.number:05}.parquet"


def marker(out: Path, part: Part) -> Path:
    """Return the file that is there if a part is finished."""
    return out / "done" / f"part-{part.number:05}.json"


def extract_part(part: Part, job: Job) -> Outcome:
    """Extract the documents of a part and write its files, the one that says so last.

    Raises
    ------
    SourceError
        If the files cannot be written; none is changed then.
    """
    gazetteer, grammar = knowledge(job.reference, job.knowledge)
    writers = {name: _Writer(schema) for name, schema in schemas().items()}
    seen = size = 0
    example = ""
    for document in documents(job.root, part, job.columns):
        seen += 1
        size += len(document.data)
        for name, rows in _rows(document, gazetteer, grammar).items():
            writers[name].add(rows)
            if name == QUARANTINE and not example:
                example = "{file}, line {line}: {reason}".format(**rows[0])
    counts = {name: writer.rows for name, writer in writers.items()}
    files = {part_file(job.out, name, part): writer.close() for name, writer in writers.items()}
    outcome = Outcome(seen, size, counts, example)
    files[marker(job.out, part)] = (json.dumps(asdict(outcome)) + "\n").encode("ascii")
    write_files(files)
    return outcome


def read_outcome(out: Path, part: Part) -> Outcome | None:
    """Return what came of a part, or None if it is not finished.

    Raises
    ------
    SourceError
        If the file that says so is damaged.
    """
    path = marker(out, part)
    try:
        return Outcome(**json.loads(path.read_text(encoding="ascii")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        remedy = "Remove it: its part is done again."
        raise SourceError(path, f"damaged ({error})", remedy) from error


def _rows(
    document: Document, gazetteer: Gazetteer, grammar: Grammar
) -> Mapping[str, Sequence[Row]]:
    """Return a document's rows by table, or its row of the quarantine."""
    fault = document.fault
    if not fault:
        try:
            article = make_article(document.name, document.data, text=document.text)
            if document.language:
                article = replace(article, language=document.language)
            return to_rows(extract(article, gazetteer, grammar))
        except SourceError as error:
            fault = error.problem
        except Exception as error:  # a fault of ours in one text must not end a run of a million
            fault = f"error in parkspread, please report it: {error!r}"
    row = {"file": _clean(document.file), "line": document.line, "reason": _clean(fault)}
    return {QUARANTINE: [row]}


def _clean(text: str) -> str:
    """Return a text short and in Unicode, whatever a file name or an error holds."""
    return text[:300].encode("utf-8", "replace").decode("utf-8")
