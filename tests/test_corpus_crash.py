"""Killed, out of disk or on a cluster: in the end the files are those of an undisturbed run."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpora import files, inodes, made_lines, run, small_parts
from extracting import ROOT

COMMAND = """
import resource, sys
from analysis.cli import main
from analysis.corpus import source
source.SMALLEST, source.LARGEST, source.PART_FILES, source.BLOCK = {part}, {part}, 40, 1000
if {limit}:
    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, resource.RLIM_INFINITY))
sys.exit(main(sys.argv[1:]))
"""


def start(path: Path, out: Path, part: int = 4_000, limit: int = 0) -> subprocess.Popen[str]:
    """Start ``parkspread extract`` with small parts, in a process of its own."""
    code = COMMAND.format(part=part, limit=limit)
    arguments = ["extract", str(path), "--out", str(out), "--workers", "2"]
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finished(out: Path) -> set[str]:
    return {file.stem for file in out.glob("done/part-*.json")}


def test_killed_again_and_again_it_repeats_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch, 4_000)
    path, out = made_lines(tmp_path / "in.jsonl", 600), tmp_path / "out"
    undisturbed = run(path, tmp_path / "undisturbed")
    kills = 0
    for _ in range(3):
        before, kept = finished(out), inodes(out)
        with start(path, out) as process:
            while process.poll() is None and len(finished(out)) < len(before) + 5:
                time.sleep(0.001)
            process.kill()
        kills += process.returncode == -9
        assert len(finished(out)) < undisturbed.parts
        again = {name for name in kept if Path(name).stem in before}
        assert {name: inodes(out)[name] for name in again} == {name: kept[name] for name in again}
    assert kills == 3
    before, kept = finished(out), inodes(out)
    with start(path, out) as process:
        said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert f"{undisturbed.parts} part(s), {len(before)} of them finished before" in said
    assert files(out) == files(tmp_path / "undisturbed")
    again = {name for name in kept if Path(name).stem in before}
    assert {name: inodes(out)[name] for name in again} == {name: kept[name] for name in again}


def test_a_full_disk_is_told_and_the_run_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch, 40_000)
    path, out = made_lines(tmp_path / "in.jsonl", 600), tmp_path / "out"
    run(path, tmp_path / "undisturbed")
    with start(path, out, 40_000, limit=3_000) as process:
        _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "cannot write (File too large). Make its folder writable or free disk space" in said
    assert not list(out.glob("*/.*"))
    assert not finished(out)
    run(path, out)
    assert files(out) == files(tmp_path / "undisturbed")


def test_a_cluster_makes_the_same_files(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    path = made_lines(tmp_path / "in.jsonl", 200)
    here, there = run(path, tmp_path / "here"), run(path, tmp_path / "there", scheduler)
    assert there.parts == here.parts > 2
    assert files(tmp_path / "there") == files(tmp_path / "here")
