"""Extraction of a corpus beside bare keyword scans, in one run: ``make bench-extraction``.

Sides, all on the same documents and one core, in alternating rounds (medians are printed):

- flashtext's keyword scan of the texts in memory (word characters extended to Vietnamese);
- a bare Aho-Corasick scan (ahocorasick_rs) of the texts in memory with Unicode word bounds;
- the whole extraction: a file of JSON Lines in, all tables out as Parquet;
- the same with every fact known beforehand: what reading and writing alone cost, and thereby what
  the extraction would reach if finding facts took no time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

import psutil
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from flashtext import KeywordProcessor
from news import SIZE, dense, mix, write

from analysis.corpus import Columns, extract_corpus, find, parts
from analysis.corpus.parts import extract_part
from analysis.corpus.plan import plan
from analysis.extraction import Article, Extraction, load_gazetteer
from analysis.paths import data_folder

LETTERS = {chr(code) for code in range(0x250) if chr(code).isalnum()}
LETTERS |= {chr(code) for code in range(0x1E00, 0x1F00)} | {"_"}
REFERENCE = data_folder().reference
COMMAND = "import sys; from analysis.cli import main; sys.exit(main())"


def names() -> list[str]:
    """Return every spelling of a name that the extraction looks for."""
    known = load_gazetteer(REFERENCE).names.values()
    return sorted({name.spelling for name in known if name.value})


def flashtext_scan(spellings: Sequence[str]) -> Callable[[Sequence[str]], int]:
    processor = KeywordProcessor(case_sensitive=True)
    processor.set_non_word_boundaries(LETTERS)
    processor.add_keywords_from_list(list(spellings))
    return lambda texts: sum(len(processor.extract_keywords(text)) for text in texts)


def bare_scan(spellings: Sequence[str]) -> Callable[[Sequence[str]], int]:
    automaton = AhoCorasick(
        list(spellings), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )

    def bounded(text: str, start: int, end: int) -> bool:
        return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())

    def scan(texts: Sequence[str]) -> int:
        return sum(
            bounded(text, start, end)
            for text in texts
            for _, start, end in automaton.find_matches_as_indexes(text)
        )

    return scan


def extraction(path: Path) -> int:
    """Extract a corpus in this process and return the number of rows."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = find(path), Path(folder)
        job = plan(source, Columns(), REFERENCE, out)
        return sum(sum(extract_part(part, job).rows.values()) for part in source.parts())


def known_facts(path: Path) -> Callable[[], int]:
    """Return a function that writes the tables of a corpus whose facts were found before."""
    known: dict[str, Extraction] = {}
    find_facts = parts.extract

    def remember(article: Article, *knowledge: Any) -> Extraction:
        return known.setdefault(article.source_id, find_facts(article, *knowledge))

    with patch.object(parts, "extract", remember):
        extraction(path)

    def run() -> int:
        with patch.object(parts, "extract", lambda article, *_: known[article.source_id]):
            return extraction(path)

    return run


def side_by_side(path: Path, rounds: int) -> dict[str, float]:
    """Return the median MB a CPU second of each side over a corpus; print what each found."""
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    spellings = names()
    flashtext, bare = flashtext_scan(spellings), bare_scan(spellings)
    sides: dict[str, Callable[[], int]] = {
        "flashtext": lambda: flashtext(texts),
        "bare scan": lambda: bare(texts),
        "extraction": lambda: extraction(path),
        "facts known": known_facts(path),
    }
    found = {side: run() for side, run in sides.items()}  # also warms up
    if min(found.values()) < len(texts) // 20:
        raise SystemExit(f"{path.name}: some side found too little: {found}")
    speeds: dict[str, list[float]] = {side: [] for side in sides}
    for _ in range(rounds):
        for side, run in sides.items():
            start = time.process_time()  # what else this machine does does not count
            run()
            speeds[side].append(size / (time.process_time() - start))
    for side, values in speeds.items():
        unit = "names" if side in ("flashtext", "bare scan") else "rows"
        print(f"{path.stem:<6} {side:<11} {median(values):8.2f} MB/s  {found[side]:,} {unit}")
    return {side: median(values) for side, values in speeds.items()}


def two_cores(path: Path) -> float:
    """Return how much faster two processes are than one, start-up included."""
    seconds = {}
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            extract_corpus(find(path), REFERENCE, Path(folder), Columns(), workers)
            seconds[workers] = time.perf_counter() - start
    print(f"two cores: {seconds[1]:.1f} s with one process, {seconds[2]:.1f} s with two")
    return seconds[1] / seconds[2]


def peak_memory(path: Path) -> float:
    """Return the peak memory in MB of the command's whole process tree, shared pages once."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", COMMAND, "extract", str(path), "--out", folder]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(_shares(psutil.Process(process.pid))))
            time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"{path.name}: the extraction ended with {process.returncode}")
    return peak / 1e6


def _shares(process: psutil.Process) -> Iterator[int]:
    try:
        for each in [process, *process.children(recursive=True)]:
            yield each.memory_full_info().pss
    except psutil.Error:  # it has just ended
        return


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the corpora, measure, print the ratios one a line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=2_000, help="of 5 KB in the news mix")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores-seconds", type=int, default=20, help="for one core, about")
    parser.add_argument("--memory", action="store_true", help="measure peak memory too")
    parser.add_argument("--memory-documents", type=int, default=1_000_000, help="and a tenth of it")
    options = parser.parse_args(arguments)
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        news = write(folder / "news.jsonl", mix(options.documents))
        facts = write(folder / "dense.jsonl", map(dense, range(max(options.documents // 20, 20))))
        os.sched_setaffinity(0, {min(cores)})
        mixed, full = side_by_side(news, options.rounds), side_by_side(facts, options.rounds)
        os.sched_setaffinity(0, cores)
        ratios = {
            "ratio_vs_flashtext_news": mixed["extraction"] / mixed["flashtext"],
            "share_of_bare_scan_news": mixed["extraction"] / mixed["bare scan"],
            "ratio_vs_flashtext_dense": full["extraction"] / full["flashtext"],
            "facts_known_vs_flashtext_news": mixed["facts known"] / mixed["flashtext"],
            "facts_known_share_of_bare_scan_news": mixed["facts known"] / mixed["bare scan"],
            "facts_known_vs_flashtext_dense": full["facts known"] / full["flashtext"],
        }
        count = int(mixed["extraction"] * 1e6 * options.cores_seconds / SIZE)
        large = write(folder / "large.jsonl", mix(max(count, options.documents)))
        ratios["ratio_two_cores"] = two_cores(large)
        if options.memory:
            counts = (options.memory_documents // 10, options.memory_documents)
            peaks = [peak_memory(write(folder / "all.jsonl", mix(count))) for count in counts]
            for count, peak in zip(counts, peaks, strict=True):
                print(f"peak memory with {count:,} documents: {peak:.0f} MB")
            ratios["ratio_memory"] = peaks[1] / peaks[0]
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.3f}")


if __name__ == "__main__":
    main()
