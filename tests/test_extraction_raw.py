"""Writing the raw tables: sources side by side, again and again, and never by halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import FaultsFound, SourceError
from analysis.extraction.raw import extract_files
from extracting import ARTICLES, REFERENCE

FIRST, SECOND, THIRD = sorted(ARTICLES.glob("*.txt"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def extracted(out: Path, *articles: Path) -> dict[str, bytes]:
    extract_files(articles, REFERENCE, out)
    return files(out)


def test_one_by_one_or_all_at_once_the_tables_are_the_same(tmp_path: Path) -> None:
    at_once = extracted(tmp_path / "a", FIRST, SECOND, THIRD)
    for article in (THIRD, FIRST, SECOND):
        one_by_one = extracted(tmp_path / "b", article)
    assert one_by_one == at_once
    assert sorted(at_once) == [
        "corrections.csv", "evidence.csv", "other_facts.csv", "park_locations.csv",
        "park_totals.csv", "partnerships.csv", "sources.csv",
    ]  # fmt: skip


def test_a_second_extraction_changes_no_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert len(extract_files([FIRST, SECOND], REFERENCE, out)) == 7
    assert extract_files([SECOND], REFERENCE, out) == []


def test_an_article_that_changed_replaces_its_own_rows_only(tmp_path: Path) -> None:
    out, changed = tmp_path / "out", tmp_path / SECOND.name
    extracted(out, FIRST, SECOND, THIRD)
    changed.write_text("VSIP khởi công tại Kon Tum.", encoding="utf-8")
    after = extracted(out, changed)
    assert after == extracted(tmp_path / "new", FIRST, changed, THIRD)
    places = after["park_locations.csv"].decode()
    assert "Kon Tum" in places
    assert "Lạng Sơn" not in places
    assert "Sóc Trăng" in places


def test_corrections_are_made_once_and_never_touched(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert extracted(out, FIRST)["corrections.csv"].count(b"\n") == 1
    (out / "corrections.csv").write_text("by hand", encoding="utf-8")
    assert extracted(out, SECOND)["corrections.csv"] == b"by hand"


def test_nothing_is_written_if_one_article_cannot_be_read(tmp_path: Path) -> None:
    out, bad = tmp_path / "out", tmp_path / "bad.txt"
    before = extracted(out, SECOND)
    bad.write_bytes(b"\x00\x01")
    with pytest.raises(SourceError, match=r"bad\.txt: holds the control character"):
        extract_files([THIRD, bad], REFERENCE, out)
    assert files(out) == before


def test_two_files_of_one_identifier_are_refused(tmp_path: Path) -> None:
    other = tmp_path / f"{SECOND.stem.upper()}.txt"
    other.write_bytes(SECOND.read_bytes())
    with pytest.raises(SourceError, match=f"its identifier '{SECOND.stem}' is that of another"):
        extract_files([SECOND, other], REFERENCE, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_faulty_tables_are_not_built_upon(tmp_path: Path) -> None:
    out = tmp_path / "out"
    extracted(out, SECOND)
    sources = out / "sources.csv"
    sources.write_bytes(sources.read_bytes().rstrip(b"\n"))
    before = files(out)
    with pytest.raises(FaultsFound, match="truncated-table"):
        extract_files([THIRD], REFERENCE, out)
    assert files(out) == before
