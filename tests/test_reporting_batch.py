"""Batches: what is written, what a failure leaves, and that committed reports rebuild."""

from __future__ import annotations

import fcntl
import hashlib
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest

from analysis.cli import main
from analysis.errors import ReportsFailed, SourceError
from analysis.reporting.batch import Ended, run_batch
from analysis.reporting.manifest import read_manifest
from analysis.reporting.plan import Planned, read_plan
from analysis.reporting.pool import Options

ROOT = Path(__file__).parents[1]
FAULTY = Path(__file__).parent / "notebooks"
SPREAD = ROOT / "notebooks" / "02_regional_park_spread.ipynb"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def default_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reports")
    assert main(["report", "--out", str(out)]) == 0
    return out


# ---------------------------------------------------------------- the default run


def test_committed_figures_data_and_manifest_rebuild(default_run: Path) -> None:
    done = subprocess.run(
        ["git", "ls-files", "reports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    tracked = [Path(name) for name in done.stdout.splitlines()]
    if not tracked:
        pytest.skip("not a git checkout, so nothing says which reports are committed")
    kinds = {path.suffix for path in tracked}
    assert kinds == {".svg", ".csv", ".json", ".yaml"}
    differing = [
        str(path)
        for path in tracked
        if (ROOT / path).read_bytes() != (default_run / path.relative_to("reports")).read_bytes()
    ]
    assert differing == []
    made = {str(p.relative_to(default_run)) for p in default_run.rglob("*") if p.suffix in kinds}
    made -= {"summary.csv", ".state.json"}
    made -= {str(Path(name).with_suffix(".json")) for name in made if name.endswith(".csv")}
    assert made == {str(path.relative_to("reports")) for path in tracked}


def test_manifest_hashes_every_output(default_run: Path) -> None:
    manifest = json.loads((default_run / "manifest.json").read_text(encoding="utf-8"))
    listed = dict(manifest["index"])
    listed |= {name: entry["sha256"] for name, entry in manifest["derivations"].items()}
    for entry in manifest["reports"]:
        listed |= entry["outputs"]
    files = contents(default_run)
    for own in ("manifest.json", "summary.csv", ".state.json", ".lock"):
        del files[own]
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


class Page(HTMLParser):
    """Collects what a page refers to, its tags and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.references: list[str] = []
        self.tags: list[str] = []
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "xlink:href") and value and value[0] != "#":
                self.references.append(value)


def test_pages_refer_to_nothing_outside_their_folder(default_run: Path) -> None:
    pages = sorted(default_run.glob("*.html"))
    others = 1 + 2 * 2  # the index; derivation pages of two vintages in two languages
    assert len(pages) == len(read_plan(ROOT / "reports.yaml")) + others
    for path in pages:
        page = Page(path)
        assert (
            'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;' in page.text
        )
        assert not re.search(r"@import|url\(http", page.text)
        for reference in page.references:
            if not reference.startswith("data:"):
                assert (default_run / reference.partition("#")[0]).is_file(), (path, reference)


def test_every_report_shows_its_figures_and_keeps_its_code_folded(default_run: Path) -> None:
    for entry in read_manifest(default_run)["reports"]:
        page = Page(default_run / entry["page"])
        drawn = [name for name in entry["outputs"] if name.endswith(".svg")]
        assert drawn
        assert page.tags.count("svg") == len(drawn)
        assert page.tags.count("h1") == 1
        folded = page.text[page.text.index('<details class="code">') :]
        assert "start(globals())" in folded
        assert "start(globals())" not in page.text[: -len(folded)]
        assert entry["finding"] in page.text
        assert f'<html lang="{entry["language"]}">' in page.text


def test_index_has_a_card_and_thumbnail_for_each_report(default_run: Path) -> None:
    index = Page(default_run / "index.html")
    entries = read_manifest(default_run)["reports"]
    assert index.tags.count("img") == len(entries)
    assert {entry["page"] for entry in entries} <= set(index.references)
    assert {entry["thumbnail"] for entry in entries} <= set(index.references)


def test_vietnamese_pages_speak_no_english(default_run: Path) -> None:
    english = re.compile(r"\b(?:the|and|park|parks|province|signed|share|units?|source|with)\b")
    for path in default_run.glob("*-vi.html"):
        text = Page(path).text
        text = re.sub(r"(?s)<(style|script)>.*?</\1>", "", text)
        text = re.sub(r'(?s)<details class="code">.*?</details>', "", text)
        words = re.sub(r"(?s)<[^>]+>|<code>.*?</code>|\b\w*_\w*\b", " ", text)
        assert english.findall(words) == [], path.name


def test_executed_notebooks_carry_no_times_or_paths(default_run: Path) -> None:
    for path in default_run.glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert "papermill" not in nbformat.reads(text, as_version=4).metadata
        assert not re.search(r"start_time|\"duration\"|iopub|/tmp/|/root/|/home/", text)


# ---------------------------------------------------------------- parts and failures


def planned(name: str, notebook: Path, **parameters: Any) -> Planned:
    return Planned(name, notebook, parameters)


def test_a_failing_report_stops_no_other(tmp_path: Path) -> None:
    ended: list[Ended] = []
    reports = [
        planned("broken", FAULTY / "fails_in_third_cell.ipynb"),
        planned("text", FAULTY / "asks_for_an_unknown_text.ipynb"),
        planned("programme", FAULTY / "asks_for_an_unknown_programme.ipynb"),
        planned("empty", FAULTY / "draws_nothing.ipynb", language="vi"),
    ]
    with pytest.raises(ReportsFailed) as caught:
        run_batch(reports, tmp_path, True, tell=ended.append)
    failures = dict(caught.value.failures)
    assert "cell [3] failed: RuntimeError: deliberate" in failures["broken"]
    assert "evidence.no_such_text" in failures["text"]
    assert "programme: got 'Nowhere'; the tables have VSIP" in failures["programme"]
    states = {each.name: each.state for each in ended}
    assert states == dict.fromkeys(("broken", "text", "programme"), "failed") | {"empty": "done"}
    assert "Nguồn nói gì" in (tmp_path / "empty.html").read_text(encoding="utf-8")
    kept = nbformat.read(tmp_path / "broken.failed.ipynb", as_version=4)
    assert "papermill-error" in kept.cells[0].source
    assert "never reached" in kept.cells[-1].source
    assert kept.cells[-1].outputs == []
    for name in ("index", "broken"):  # other reports may link to the page of this one
        page = Page(tmp_path / f"{name}.html")
        assert "RuntimeError: deliberate" in page.text
        assert all(
            (tmp_path / reference.partition("#")[0]).is_file()
            for reference in page.references
            if not reference.startswith("data:")
        )
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert index.count('class="card failed"') == 3


def test_a_failure_keeps_the_last_good_page_and_a_success_removes_the_failed_notebook(
    tmp_path: Path,
) -> None:
    good = planned("report", FAULTY / "draws_nothing.ipynb")
    run_batch([good], tmp_path, True)
    page = (tmp_path / "report.html").read_bytes()
    with pytest.raises(ReportsFailed):
        run_batch([planned("report", FAULTY / "fails_in_third_cell.ipynb")], tmp_path, True)
    assert (tmp_path / "report.html").read_bytes() == page
    assert (tmp_path / "report.failed.ipynb").exists()
    run_batch([good], tmp_path, True)
    assert not (tmp_path / "report.failed.ipynb").exists()
    assert (tmp_path / "report.html").read_bytes() == page


def test_a_part_leaves_the_rest_and_a_whole_run_removes_what_is_gone(tmp_path: Path) -> None:
    one, two = (planned(name, FAULTY / "draws_nothing.ipynb") for name in ("one", "two"))
    run_batch([one], tmp_path, True)
    run_batch([two], tmp_path, False)
    assert [entry["name"] for entry in read_manifest(tmp_path)["reports"]] == ["one", "two"]
    before = contents(tmp_path)
    again = run_batch([one, two], tmp_path, True)
    assert {each.state for each in again} == {"up to date"}
    before["summary.csv"] = (tmp_path / "summary.csv").read_bytes()
    assert contents(tmp_path) == before
    run_batch([two], tmp_path, True)
    assert not (tmp_path / "one.html").exists()
    assert (tmp_path / "two.html").exists()


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match=r"manifest\.json: damaged"):
        run_batch(read_plan(ROOT / "reports.yaml", ["evidence-en"]), tmp_path, False)


# ---------------------------------------------------------------- time, tries, other batches


def test_a_report_that_takes_too_long_fails_with_its_cell_linked(tmp_path: Path) -> None:
    slow = planned("slow", FAULTY / "sleeps_in_third_cell.ipynb")
    with pytest.raises(ReportsFailed) as caught:
        run_batch([slow], tmp_path, True, Options(timeout=4))
    assert "cell [3] failed: took more than 4 s" in dict(caught.value.failures)["slow"]
    kept = nbformat.read(tmp_path / "slow.failed.ipynb", as_version=4)
    assert 'href="#papermill-error-cell"' in kept.cells[0].source
    assert any('id="papermill-error-cell"' in cell.source for cell in kept.cells)


def test_a_kernel_that_dies_hurts_no_other_report(tmp_path: Path) -> None:
    reports = [
        planned("dead", FAULTY / "kills_its_kernel.ipynb"),
        planned("fine", FAULTY / "draws_nothing.ipynb"),
    ]
    with pytest.raises(ReportsFailed) as caught:
        run_batch(reports, tmp_path, True)
    assert [name for name, _ in caught.value.failures] == ["dead"]
    assert "kernel died" in caught.value.failures[0][1]
    assert (tmp_path / "fine.html").exists()


def test_retries_give_a_report_another_chance(tmp_path: Path) -> None:
    marker = tmp_path / "tried"
    flaky = planned("flaky", FAULTY / "fails_the_first_time.ipynb", data_dir=str(marker))
    with pytest.raises(ReportsFailed):
        run_batch([flaky], tmp_path / "once", True)
    marker.unlink()
    run_batch([flaky], tmp_path / "twice", True, Options(retries=1))
    assert (tmp_path / "twice" / "flaky.html").exists()


def test_two_batches_in_one_folder_are_refused(tmp_path: Path) -> None:
    with (tmp_path / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(SourceError, match="another parkspread report is writing here"):
            run_batch([planned("one", FAULTY / "draws_nothing.ipynb")], tmp_path, True)


def test_the_ordinary_kernel_gives_the_same_files(tmp_path: Path) -> None:
    report = read_plan(ROOT / "reports.yaml", ["spread-2025-vi"])
    for engine in ("parkspread", "nbclient"):
        run_batch(report, tmp_path / engine, True, Options(engine=engine))
    forked, ordinary = (contents(tmp_path / engine) for engine in ("parkspread", "nbclient"))
    for files in (forked, ordinary):
        del files["summary.csv"]
    assert forked == ordinary
    assert sum(name.endswith(".svg") for name in forked) == 5
