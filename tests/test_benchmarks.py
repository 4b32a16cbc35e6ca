"""The benchmarks run; what they measure is read by people."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_extraction_benchmark_prints_every_ratio() -> None:
    if find_spec("flashtext") is None:
        pytest.skip("flashtext is not installed: make bench-extraction does it")
    small = {
        "--documents": "20",
        "--rounds": "1",
        "--cores-seconds": "0",
        "--memory-documents": "20",
    }
    options = [word for pair in small.items() for word in pair]
    command = [sys.executable, "benchmarks/extraction.py", *options, "--memory"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    ratios = dict(re.findall(r"^(\w+): ([\d.]+)$", done.stdout, re.MULTILINE))
    assert list(ratios) == [
        "ratio_vs_flashtext_news", "share_of_bare_scan_news", "ratio_vs_flashtext_dense",
        "ratio_two_cores", "ratio_memory",
    ]  # fmt: skip
    counts = re.findall(r"(flashtext|bare scan) .*?([\d,]+) names", done.stdout)
    assert len(counts) == 4
    assert len({count for _, count in counts[:2]}) == len({count for _, count in counts[2:]}) == 1


def test_one_document_of_the_news_mix_in_twenty_is_about_parks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    from news import mix, write

    lines = write(tmp_path / "news.jsonl", mix(100)).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert sum("khu công nghiệp" in text for text in texts) == 5
    assert 4_500 < sum(len(text.encode("utf-8")) for text in texts) / 100 < 5_500
