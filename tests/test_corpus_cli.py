"""``parkspread extract`` with a corpus: what it says, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli import main
from corpora import made_lines, made_texts, rows, text, write_lines


def test_a_corpus_that_could_be_read_whole_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_lines(tmp_path / "in.jsonl", 9)
    arguments = ["extract", str(path), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert said.out.startswith("9 document(s), ")
    assert said.out.endswith(" 1 part(s), 0 of them finished before\n")
    assert said.err.startswith("100% 9 documents, ")
    assert main(arguments) == 0
    assert "1 part(s), 1 of them finished before" in capsys.readouterr().out


def test_documents_put_aside_end_with_1_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [{"key": "a", "body": text(0)}, "{", {"key": "c", "body": text(3)}]
    path, out = write_lines(tmp_path / "in.jsonl", records), tmp_path / "out"
    columns = ["--text-column", "body", "--id-column", "key"]
    assert main(["extract", str(path), "--out", str(out), "--workers", "1", *columns]) == 1
    said = capsys.readouterr().err
    assert (
        f"1 of 3 document(s) could not be read, the others are done; all are listed in {out}"
        in said
    )
    assert "\n  in.jsonl, line 2: malformed JSON (" in said
    assert [row["source_id"] for row in rows(out, "sources")] == ["a", "c"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in"], "out: got ''; expected a folder for the tables of the corpus: --out DIR"),
        (["in", "in/0/tin-0.txt", "--out", "o"], "expected one corpus"),
        (["none.jsonl", "--out", "o"], "none.jsonl: no such file or folder"),
        (["in", "--out", "o", "--scheduler", "tcp://127.0.0.1:1"], "scheduler: got"),
    ],
)
def test_wrong_usage_ends_with_2(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made_texts(tmp_path / "in", 2)
    monkeypatch.setattr("analysis.executors.PATIENCE", 0.2)
    monkeypatch.setenv("PARKSPREAD_HOME", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    assert main(["extract", *arguments]) == 2
    assert message in capsys.readouterr().err
