"""Bad input of every kind: the document is named with the reason, and the rest is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.corpus.documents import Columns, Document, documents, identifier
from analysis.corpus.source import find
from analysis.extraction.text import LARGEST
from corpora import write_lines

GOOD = "Chợ hoa Bạc Liêu đông khách."


def read(path: Path, **columns: str) -> list[Document]:
    source = find(path)
    parts = source.parts()
    return [each for part in parts for each in documents(source.root, part, Columns(**columns))]


def faults(found: list[Document]) -> list[tuple[int, str]]:
    return [(each.line, each.fault) for each in found if each.fault]


def names(found: list[Document]) -> list[str]:
    return [each.name for each in found if not each.fault]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"text": "a', "malformed JSON (Unterminated string starting at: character 10)"),
        (b'{"text": "a"} {}', "malformed JSON (Extra data: character 15)"),
        (b"[1, 2]", "a JSON list, not an object"),
        (b'{"id": 3, "body": "a"}', "no column 'text'; there are 'id', 'body'"),
        (b"{}", "no column 'text'; there are none"),
        (b'{"text": null}', "the text is missing"),
        (b'{"text": 5}', "the text is of type int"),
        (b'{"text": "\xff"}', "byte 10 of the line is not UTF-8"),
        (b'{"text": "ab\\ud800"}', "character 2 is half a surrogate pair"),
        (b'{"text": "\xed\xa0\x80"}', "byte 10 of the line is not UTF-8"),
        (b'{"text": "a", "language": "fr"}', "the language is 'fr', not vi or en"),
        (b"[" * 100_000, "unusable JSON (maximum recursion depth exceeded"),
        (b'{"text": ' + b"9" * 5000 + b"}", "unusable JSON (Exceeds the limit"),
        (b"\x00\x01\x02", "malformed JSON (Expecting value: character 1)"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(
    line: bytes, fault: str, tmp_path: Path
) -> None:
    good = json.dumps({"text": GOOD}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good, good, line, good]))
    found = read(tmp_path / "a.jsonl")
    ((place, seen),) = faults(found)
    assert place == 3
    assert seen.startswith(fault)
    assert names(found) == ["a-1", "a-2", "a-4"]


def test_malformed_line_3_of_10_000(tmp_path: Path) -> None:
    records: Iterator[object] = ({"id": i, "text": GOOD} for i in range(1, 10_001))
    lines = ["{]" if number == 3 else json.dumps(each) for number, each in enumerate(records, 1)]
    found = read(write_lines(tmp_path / "a.jsonl", lines))
    assert [place for place, _ in faults(found)] == [3]
    assert len(found) == 10_000


@pytest.mark.parametrize("size", [LARGEST - 1, LARGEST, LARGEST + 1, 3 * LARGEST])
def test_a_line_too_long_is_passed_over(size: int, tmp_path: Path) -> None:
    long = '{"text": "%s"}' % ("a" * (size - 12))
    assert len(long) == size
    found = read(write_lines(tmp_path / "a.jsonl", [{"text": "1"}, long, {"text": "3"}]))
    assert faults(found) == ([(2, "too large (over 10,000,000 bytes)")] if size >= LARGEST else [])
    assert [each.data for each in found if len(each.data) < 9 and not each.fault] == [b"1", b"3"]


def test_blank_lines_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n  \n{"text": "b"}')
    found = read(tmp_path / "a.jsonl")
    assert [(each.line, each.data, each.fault) for each in found] == [(1, b"a", ""), (4, b"b", "")]


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jsonl", b"", "holds no document"),
        ("a.jsonl", b"\n\n", "holds no document"),
        ("a.parquet", b"", "cannot read (Parquet file size is 0 bytes)"),
        ("a.parquet", b"PAR1 and no more", "cannot read (Parquet magic bytes not found"),
    ],
)
def test_a_file_without_documents_is_named(
    name: str, data: bytes, fault: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    ((place, seen),) = faults(read(tmp_path))
    assert place == 0
    assert seen.startswith(fault)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.parquet"])
def test_an_unreadable_file_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(tmp_path / "gone")
    ((place, seen),) = faults(read(tmp_path))
    assert (place, seen) == (0, "cannot read (No such file or directory)")


def test_texts_are_named_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a-1.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b/a-1.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "large.txt").write_bytes(b"a" * (LARGEST + 1))
    found = read(tmp_path)
    assert [each.file for each in found] == ["a-1.txt", "large.txt", "b/a-1.txt"]
    assert names(found) == ["a-1", identifier("b/a-1")]
    assert found[1].fault.startswith("too large")


def test_columns_are_those_given(tmp_path: Path) -> None:
    record = {"body": GOOD, "url": "tin/7", "lang": "en-GB"}
    for path in (write_lines(tmp_path / "a.jsonl", [record]), tmp_path / "a.parquet"):
        if path.suffix == ".parquet":
            pq.write_table(pa.Table.from_pylist([record]), path)
        (found,) = read(path, text="body", id="url", language="lang")
        assert (found.name, found.language) == (identifier("tin/7"), "en")
        assert found.data.decode() == GOOD


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())]
)
def test_parquet_text_of_any_type(kind: pa.DataType, tmp_path: Path) -> None:
    table = pa.table({"text": pa.array([GOOD, None], pa.string()).cast(kind), "id": [7, None]})
    pq.write_table(table, tmp_path / "a.parquet")
    found = read(tmp_path / "a.parquet")
    assert [(each.name, each.data.decode(), each.fault) for each in found] == [
        ("7", GOOD, ""), ("", "", "the text is missing"),
    ]  # fmt: skip


def test_parquet_text_that_is_no_text(tmp_path: Path) -> None:
    broken = pa.array([b"\xff\xfe\xfd", GOOD.encode()]).cast(pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": broken, "number": [1, 2]}), tmp_path / "a.parquet")
    assert [each.data for each in read(tmp_path / "a.parquet")] == [b"\xff\xfe\xfd", GOOD.encode()]
    assert faults(read(tmp_path / "a.parquet", text="number"))[0] == (1, "the text is of type int")
    assert faults(read(tmp_path / "a.parquet", text="body")) == [
        (0, "no column 'body'; there are 'text', 'number'")
    ]


def test_a_parquet_file_spoilt_in_the_middle_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    texts = [f"{GOOD} {i}" for i in range(300)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=100, write_page_checksum=True)
    data = bytearray(path.read_bytes())
    start = pq.ParquetFile(path).metadata.row_group(1).column(0).dictionary_page_offset
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    *good, last = read(path)
    assert 0 < len(good) <= 100
    assert last.fault.startswith(f"cannot read after line {len(good)} (")


def test_identifiers_stay_apart_where_their_plain_forms_are_the_same() -> None:
    given = ["tin-1", "Tin 1", "tin 1", "tin_1", "TIN-1", "-tin-1", "a" * 200, "a" * 201, "\udc80"]
    assert identifier(given[0]) == given[0]
    assert len({identifier(name).lower() for name in given}) == len(given)
