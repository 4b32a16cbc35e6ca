"""Cutting a corpus into parts: nothing lost, nothing twice, lines counted right."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus import source
from analysis.corpus.source import find, is_corpus
from analysis.errors import SourceError
from corpora import made_lines, made_parquet, made_texts, small_parts


@pytest.mark.parametrize(
    ("name", "answer"), [("a.jsonl", True), ("a.parquet", True), ("a.txt", False), ("", True)]
)
def test_folders_and_files_of_many_documents_are_corpora(
    name: str, answer: bool, tmp_path: Path
) -> None:
    assert is_corpus(tmp_path / name) is answer


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    lines=st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), max_size=40),
    ended=st.booleans(),
    part=st.integers(1, 100),
    block=st.integers(1, 100),
)
def test_parts_of_lines_hold_every_byte_once_and_know_their_first_line(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], ended: bool, part: int, block: int
) -> None:
    file = tmp_path_factory.mktemp("lines") / "a.jsonl"
    data = b"\n".join(lines) + b"\n" * ended
    file.write_bytes(data)
    with patch.multiple(source, SMALLEST=part, LARGEST=part, BLOCK=block):
        parts = list(find(file).parts())
    pieces = [data[each.start : each.end] for each in parts]
    assert b"".join(pieces) == data
    assert all(piece.endswith(b"\n") for piece in pieces[:-1])
    before = [sum(piece.count(b"\n") for piece in pieces[:n]) for n in range(len(pieces))]
    assert [each.first for each in parts] == [1 + count for count in before]
    assert sum(each.size for each in parts) == len(data)
    assert [each.number for each in parts] == list(range(len(parts)))


@pytest.mark.parametrize(
    ("size", "part"), [(0, 2**20), (2**26, 2**20), (2**28, 2**22), (2**40, 2**25)]
)
def test_a_part_is_a_64th_of_the_corpus_within_bounds(size: int, part: int) -> None:
    assert source.Source(Path(), (), ".jsonl", 1, size, "").part_bytes == part


def test_texts_are_taken_in_order_few_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    folder = made_texts(tmp_path / "texts", 200)
    parts = list(find(folder).parts())
    taken = [name for part in parts for name in part.files]
    assert taken == sorted(taken)
    assert len(set(taken)) == 200
    assert max(len(part.files) for part in parts) <= 40


def test_row_groups_are_gathered_into_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made_parquet(tmp_path / "a.parquet", 200)
    assert [(each.start, each.end) for each in find(file).parts()] == [(0, 5)]
    small_parts(monkeypatch, 1)
    parts = list(find(file).parts())
    assert [(each.start, each.end, each.first) for each in parts] == [
        (0, 1, 1), (1, 2, 41), (2, 3, 81), (3, 4, 121), (4, 5, 161),
    ]  # fmt: skip


def test_a_table_without_rows_and_an_empty_file_are_parts_too(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"")
    assert [part.files for part in find(tmp_path).parts()] == [("a.parquet",), ("b.parquet",)]


def test_the_fingerprint_follows_names_sizes_and_times(tmp_path: Path) -> None:
    folder = made_texts(tmp_path / "texts", 6)
    seen = {find(folder).fingerprint}
    assert {find(folder).fingerprint} == seen
    (folder / "0/tin-0.txt").write_text("khác", encoding="utf-8")
    seen.add(find(folder).fingerprint)
    (folder / "0/tin-0.txt").rename(folder / "0/tin-x.txt")
    seen.add(find(folder).fingerprint)
    assert len(seen) == 3


def test_a_corpus_is_of_one_kind(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no such file"):
        find(tmp_path / "none.jsonl")
    with pytest.raises(SourceError, match=r"holds no \.txt, \.jsonl, \.parquet file"):
        find(tmp_path)
    made_texts(tmp_path, 1)
    (tmp_path / ".hidden.jsonl").touch()
    (tmp_path / "notes.md").touch()
    assert find(tmp_path).files == 1
    made_lines(tmp_path / "a.jsonl", 1)
    with pytest.raises(SourceError, match=r"holds \.jsonl and \.txt"):
        find(tmp_path)
    with pytest.raises(SourceError, match=r"notes\.md: holds \.md"):
        find(tmp_path / "notes.md")
