"""``parkspread verify``: a clean tree passes, and each tampering is found and named."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.errors import Fault, FaultsFound
from analysis.paths import DataFolder
from analysis.processing.corrections import FACT_TABLES
from analysis.storage import sha256
from analysis.tables.registry import tables
from analysis.verifying.verify import Verified, verify

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT.parent / "shared" / "article" / "binh-duong-2023-03-25.txt"
NAMES = ("spread-2023-en", "evidence-vi")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("project")
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, home / name)
    for name in ("reports.yaml", "requirements.lock"):
        shutil.copy(ROOT / name, home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARKSPREAD_HOME", str(home))
        assert main(["report", *NAMES]) == 0
    return home


def verified(home: Path, *articles: Path) -> Verified:
    return verify(DataFolder(home / "data"), home / "reports", articles)


def faults_of(home: Path, *articles: Path) -> list[Fault]:
    with pytest.raises(FaultsFound) as caught:
        verified(home, *articles)
    return list(caught.value.faults)


def test_a_clean_tree_passes_and_says_what_was_checked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = verified(project)
    locators = sum(
        len((project / "data" / "raw" / f"{name}.csv").read_text("utf-8").splitlines()) - 1
        for name in (*FACT_TABLES, "evidence")
    )
    assert (done.tables, done.locators, done.passages) == (len(tables()), locators, 0)
    assert done.numbers > 200
    assert main(["verify", "--data", str(project / "data")]) == 0
    said = capsys.readouterr().out
    assert f"0 of {locators} passages read again in their articles; {locators} not read" in said
    assert f"{done.numbers} numbers on pages" in said


def flipped(data: bytes) -> bytes:
    """Return bytes with one bit in their middle changed, in a letter if it is a text."""
    middle = len(data) // 2
    place = next((m.start() for m in re.finditer(rb"[a-z]", data[middle:])), 0) + middle
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


SPREAD = "figures/spread-2023-en/"
OUTPUTS = (
    "spread-2023-en.html", "spread-2023-en.ipynb", "index.html", "ro-crate-metadata.json",
    "workflow.yaml", "derivation-vsip-2023-en.html", f"{SPREAD}tile_grid.svg",
    f"{SPREAD}tile_grid.png", f"{SPREAD}tile_grid.csv", f"{SPREAD}tile_grid.json",
)  # fmt: skip
TAMPERED: list[tuple[str, Callable[[bytes], bytes], str, str]] = [
    ("reports/manifest.json", flipped, "manifest.json", ""),
    ("reports/manifest.json", swapped('"vintage": 2023', '"vintage": 2024'), "manifest.json",
     "unknown-input"),
    ("reports/manifest.json", swapped("figures/spread-2023-en/reach.csv", "../../reach.csv"),
     "manifest.json", "path-outside"),
    ("data/processed/headline.csv", swapped("2023,park_units,6,", "2023,park_units,7,"),
     "processed/headline.csv", "not-as-built"),
    ("data/processed/units.csv", flipped, "processed/units.csv", ""),
    ("data/datapackage.json", flipped, "datapackage.json", "not-as-built"),
    ("data/raw/park_totals.csv", swapped(",11,", ",12,"), "raw/park_totals.csv", "hash-mismatch"),
    ("data/raw/partnerships.csv", swapped("Tây Ninh,72", "Tây Ninh,73"), "raw/partnerships.csv",
     "unknown-province"),
    ("data/raw/reference/regions.csv", flipped, "raw/reference/regions.csv", ""),
    ("notebooks/02_regional_park_spread.ipynb", flipped,
     "notebooks/02_regional_park_spread.ipynb", "stale-notebook"),
    ("requirements.lock", flipped, "requirements.lock", "stale-input"),
]  # fmt: skip


def test_one_flipped_bit_in_any_kind_of_output_is_found_and_named(project: Path) -> None:
    before = {name: (project / "reports" / name).read_bytes() for name in OUTPUTS}
    try:
        for name, data in before.items():
            (project / "reports" / name).write_bytes(flipped(data))
        found = {fault.file for fault in faults_of(project) if fault.code == "hash-mismatch"}
    finally:
        for name, data in before.items():
            (project / "reports" / name).write_bytes(data)
    assert found == set(OUTPUTS)


@pytest.mark.parametrize(("name", "change", "file", "code"), TAMPERED)
def test_each_tampering_is_found_and_named(
    project: Path, name: str, change: Callable[[bytes], bytes], file: str, code: str
) -> None:
    path = project / name
    before = path.read_bytes()
    try:
        path.write_bytes(change(before))
        found = faults_of(project)
    finally:
        path.write_bytes(before)
    assert (file, code) in {(fault.file, fault.code if code else "") for fault in found}


def test_a_changed_number_is_found_even_where_the_manifest_was_changed_with_it(
    project: Path,
) -> None:
    page, manifest = (
        project / "reports" / name for name in ("spread-2023-en.html", "manifest.json")
    )
    before = {path: path.read_bytes() for path in (page, manifest)}
    match = re.search(rb'<a class="value"[^>]*#headline:parks_stated:value"[^>]*>11<', before[page])
    assert match
    number = match[0]
    for new in (number.replace(b">11<", b">12<"), number.replace(b'"11"', b'"12"')):
        try:
            data = before[page].replace(number, new, 1)
            assert data != before[page]
            page.write_bytes(data)
            old, sha = sha256(before[page]), sha256(data)
            manifest.write_bytes(before[manifest].replace(old.encode(), sha.encode()))
            found = [fault for fault in faults_of(project) if fault.code == "wrong-number"]
        finally:
            for path, content in before.items():
                path.write_bytes(content)
        (fault,) = found
        assert (fault.file, fault.column) == (page.name, "headline:parks_stated:value")
        assert "12" in fault.message
        assert "11" in fault.message


def test_a_locator_is_found_by_reading_the_article(project: Path) -> None:
    if not ARTICLE.is_file():
        pytest.skip(f"the shared article is not beside the repository ({ARTICLE} is absent)")
    done = verified(project, ARTICLE)
    assert done.passages == done.locators > 100
    path = project / "data" / "raw" / "evidence.csv"
    before = path.read_bytes()
    header, first, *_ = before.decode().splitlines()
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    moved = first.replace(f",{cells['start']},", f",{int(cells['start']) + 1},")
    try:
        path.write_bytes(before.replace(first.encode(), moved.encode()))
        found = faults_of(project, ARTICLE)
    finally:
        path.write_bytes(before)
    assert ("raw/evidence.csv", 2, "span-hash-mismatch") in {(f.file, f.row, f.code) for f in found}


def test_missing_stray_and_linked_files_are_named(project: Path) -> None:
    out = project / "reports"
    page, stray = out / "evidence-vi.html", out / "figures" / "notes.txt"
    data = page.read_bytes()
    (project / "data" / "raw" / "extra.csv").write_text("a\n", encoding="utf-8")
    try:
        page.unlink()
        page.symlink_to(out / "index.html")
        stray.write_text("note", encoding="utf-8")
        (out / "spread-2023-en.ipynb").rename(out / "spread.ipynb")
        found = {(fault.file, fault.code) for fault in faults_of(project)}
    finally:
        page.unlink()
        page.write_bytes(data)
        stray.unlink()
        (out / "spread.ipynb").rename(out / "spread-2023-en.ipynb")
        (project / "data" / "raw" / "extra.csv").unlink()
    assert {
        ("evidence-vi.html", "missing-file"), ("figures/notes.txt", "stray-file"),
        ("spread-2023-en.ipynb", "missing-file"), ("spread.ipynb", "stray-file"),
        ("raw/extra.csv", "stray-file"),
    } <= found  # fmt: skip


def test_a_print_belongs_to_its_page(project: Path) -> None:
    prints = [project / "reports" / f"{name}.pdf" for name in ("evidence-vi", "evidence")]
    try:
        for each in prints:
            each.write_bytes(b"%PDF-1.4")
        assert [(f.file, f.code) for f in faults_of(project)] == [("evidence.pdf", "stray-file")]
    finally:
        for each in prints:
            each.unlink()


def test_no_manifest_and_a_failed_report_are_named(project: Path, tmp_path: Path) -> None:
    with pytest.raises(FaultsFound, match="missing-manifest"):
        verify(DataFolder(project / "data"), tmp_path)
    path = project / "reports" / "manifest.json"
    before = path.read_bytes()
    content = json.loads(before)
    content["reports"][0]["error"] = "cell [3] failed"
    try:
        path.write_text(json.dumps(content), encoding="utf-8")
        found = {fault.code for fault in faults_of(project)}
    finally:
        path.write_bytes(before)
    assert {"failed-report", "listing-differs"} <= found
