"""Running over a corpus: the rows of single articles, and nothing done twice or mixed up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from analysis.corpus import Columns, extract_corpus, find
from analysis.corpus.parts import extract_part, read_outcome
from analysis.corpus.plan import knowledge, plan
from analysis.errors import SourceError
from analysis.extraction.raw import extract_files
from analysis.tables.files import read_folder
from analysis.tables.registry import table
from corpora import (
    files,
    inodes,
    made_lines,
    made_parquet,
    made_texts,
    quarantined,
    rows,
    run,
    small_parts,
    text,
    write_lines,
)  # fmt: skip
from extracting import ARTICLES, REFERENCE

FACTS = ("park_locations", "park_totals", "partnerships", "other_facts")


def located(table_rows: Iterable[Mapping[Any, object]]) -> set[tuple[object, ...]]:
    names = ("fact_id", "source_id", "start", "end", "paragraph", "span_sha256", "rule")
    return {tuple(row[name] for name in names) for row in table_rows}


def test_rows_are_those_of_the_same_articles_one_by_one(tmp_path: Path) -> None:
    extract_files(sorted(ARTICLES.glob("*.txt")), REFERENCE, tmp_path / "raw")
    run(ARTICLES, tmp_path / "out")
    names = ("sources", *FACTS, "evidence")
    frames = read_folder(tmp_path / "raw", names)
    for name in names:
        assert pq.read_table(tmp_path / "out" / name).column_names == table(name).columns
    plain = [
        {key: None if value != value else value for key, value in row.items()}
        for row in frames["sources"].to_dict("records")
    ]
    assert rows(tmp_path / "out", "sources") == plain
    spans = [located(frames[name].to_dict("records")) for name in (*FACTS, "evidence")]
    assert set.union(*spans) == set.union(
        *(located(rows(tmp_path / "out", name)) for name in (*FACTS, "evidence"))
    )


@pytest.mark.parametrize(
    ("make", "name"),
    [(made_lines, "in.jsonl"), (made_parquet, "in.parquet"), (made_texts, "in")],
)
def test_every_document_is_read_once_however_it_is_stored(
    make: Callable[[Path, int], Path],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_parts(monkeypatch)
    totals = run(make(tmp_path / name, 200), tmp_path / "out")
    assert totals.parts > 2
    assert (totals.documents, totals.rows["sources"], totals.quarantined) == (200, 200, 0)
    found = rows(tmp_path / "out", "park_totals")
    assert sorted(int(str(row["count"])) for row in found) == list(range(2, 202, 3))
    assert totals.facts == sum(len(rows(tmp_path / "out", name)) for name in FACTS)


def test_the_number_of_workers_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    source = find(made_lines(tmp_path / "in.jsonl", 100))
    for workers in (1, 3):
        extract_corpus(source, REFERENCE, tmp_path / str(workers), Columns(), workers)
    assert files(tmp_path / "1") == files(tmp_path / "3")


def test_a_second_run_does_nothing_and_tells_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    path, out = made_lines(tmp_path / "in.jsonl", 100), tmp_path / "out"
    first, before = run(path, out), inodes(out)
    second = run(path, out)
    assert inodes(out) == before
    assert second.resumed == second.parts == first.parts
    assert (second.documents, second.rows) == (first.documents, first.rows)


def test_only_what_is_missing_is_done_again_and_half_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    path, out = made_lines(tmp_path / "in.jsonl", 100), tmp_path / "out"
    totals, whole, before = run(path, out), files(out), inodes(out)
    (out / "done/part-00001.json").unlink()
    (out / "evidence/part-00001.parquet").unlink()
    (out / "sources/.part-00001.parquet.x").write_bytes(b"half")
    assert run(path, out).resumed == totals.parts - 1
    assert files(out) == whole
    after = inodes(out)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"done/part-00001.json", "evidence/part-00001.parquet"}


def test_documents_that_cannot_be_read_are_listed(tmp_path: Path) -> None:
    records = [
        {"text": text(0)}, "{", {"text": ""}, {"text": "a\0b"}, {"text": " \u200b\n"},
        {"id": "tốt", "text": text(3)},
    ]  # fmt: skip
    totals = run(write_lines(tmp_path / "in.jsonl", records), tmp_path / "out")
    assert [
        (line, str(why).partition(" (")[0]) for _, line, why in quarantined(tmp_path / "out")
    ] == [
        (2, "malformed JSON"),
        (3, "the text is empty"),
        (4, "holds the control character U+0000: binary, not a text"),
        (5, "the text is empty"),
    ]
    assert totals.quarantined == 4
    assert totals.examples[0].startswith("in.jsonl, line 2: malformed JSON")
    assert rows(tmp_path / "out", "sources")[0]["source_id"] == "in-1"


def test_an_error_of_ours_in_one_document_is_listed_and_does_not_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = find(made_lines(tmp_path / "in.jsonl", 3)), tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr("analysis.corpus.parts.extract", lambda *_: 1 / 0)
    outcome = extract_part(next(source.parts()), plan(source, Columns(), REFERENCE, out))
    assert outcome.rows["quarantine"] == outcome.documents == 3
    assert quarantined(out)[2][1:] == (
        3, "error in parkspread, please report it: ZeroDivisionError('division by zero')",
    )  # fmt: skip


def test_file_names_of_any_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (b"\xff.txt", b"\xfe.txt", "tin số.txt".encode()):
        (folder / name.decode("utf-8", "surrogateescape")).write_text(text(0), encoding="utf-8")
    (folder / b"\xfd.txt".decode("utf-8", "surrogateescape")).touch()
    run(folder, tmp_path / "out")
    assert len({row["source_id"] for row in rows(tmp_path / "out", "sources")}) == 3
    assert quarantined(tmp_path / "out") == [("?.txt", 0, "the text is empty")]


def test_a_changed_input_or_other_columns_are_refused(tmp_path: Path) -> None:
    path, out = made_lines(tmp_path / "in.jsonl", 3), tmp_path / "out"
    run(path, out)
    before = files(out)
    with pytest.raises(SourceError, match=r"belongs to another run: columns was .*'id': 'url'"):
        run(path, out, id="url")
    made_lines(path, 4)
    with pytest.raises(SourceError, match=r"bytes was \d+, is \d+; fingerprint was .*Give another"):
        run(path, out)
    assert files(out) == before


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"version": 1}'])
def test_a_damaged_plan_or_marker_is_refused(content: str, tmp_path: Path) -> None:
    path, out = made_lines(tmp_path / "in.jsonl", 3), tmp_path / "out"
    run(path, out)
    plan_file, marker = out / "corpus.json", out / "done/part-00000.json"
    good = plan_file.read_text(encoding="ascii")
    plan_file.write_text(content, encoding="ascii")
    with pytest.raises(SourceError, match=r"corpus\.json: damaged"):
        run(path, out)
    plan_file.write_text(good, encoding="ascii")
    marker.write_text(content, encoding="ascii")
    with pytest.raises(SourceError, match=r"part-00000\.json: damaged .*Remove it"):
        run(path, out)


def test_where_results_may_go(tmp_path: Path) -> None:
    folder, other = made_texts(tmp_path / "in", 3), made_texts(tmp_path / "other", 1)
    before = files(tmp_path)
    with pytest.raises(SourceError, match="lies inside the corpus"):
        run(folder, folder / "out")
    with pytest.raises(SourceError, match=r"holds files but no corpus\.json"):
        run(folder, other)
    with pytest.raises(SourceError, match="cannot be written to"):
        run(folder, other / "0" / "tin-0.txt")
    assert files(tmp_path) == before


def test_two_runs_into_one_folder_are_refused(tmp_path: Path) -> None:
    path, out = made_lines(tmp_path / "in.jsonl", 3), tmp_path / "out"
    source = find(path)

    def again(*_: object) -> None:
        with pytest.raises(SourceError, match="another run is using it"):
            run(path, out)
        seen.append(True)

    seen: list[bool] = []
    extract_corpus(source, REFERENCE, out, Columns(), 1, None, again)
    assert seen == [True]
    assert run(path, out).resumed == 1


def test_a_worker_with_other_tables_is_refused() -> None:
    with pytest.raises(SourceError, match="other reference tables, or another version"):
        knowledge(REFERENCE, "0" * 64)


@pytest.mark.parametrize(
    "error", [BrokenProcessPool("a process was terminated abruptly"), CancelledError()]
)
def test_a_worker_or_cluster_that_dies_is_told(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Executor):
        def submit(self, *_: object) -> Future[object]:  # type: ignore[override]
            future: Future[object] = Future()
            future.set_exception(error)
            return future

    monkeypatch.setattr("analysis.corpus.run.open_executor", lambda *_: nullcontext(Broken()))
    with pytest.raises(SourceError, match=r"workers ended, .*fewer --workers"):
        run(made_lines(tmp_path / "in.jsonl", 3), tmp_path / "out")


def test_a_part_that_was_not_finished_has_no_outcome(tmp_path: Path) -> None:
    source = find(made_lines(tmp_path / "in.jsonl", 3))
    (part,) = source.parts()
    assert read_outcome(tmp_path / "out", part) is None
    run(source.root / source.names[0], tmp_path / "out")
    outcome = read_outcome(tmp_path / "out", part)
    assert outcome is not None
    stored = json.loads((tmp_path / "out/done/part-00000.json").read_text(encoding="ascii"))
    assert stored == vars(outcome)
