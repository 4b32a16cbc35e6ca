"""Names made to do harm appear as text in pages, index, notebook, SVG and CSV."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import pytest
from playwright.sync_api import Page

from analysis.cli import main
from analysis.reporting.batch import run_batch
from analysis.reporting.index import index_page
from analysis.reporting.plan import Planned

ROOT = Path(__file__).parents[2]
HARM = "<script>alert(1)</script><img src=x onerror=alert(2)> \"a\" 'b' `c` &amp; \u202edroffe"
LONG = HARM + " " + "Đường" * 50
SEEN = HARM.replace("\u202e", "\ufffd")


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the reports of a province and a source with harmful names."""
    home = tmp_path_factory.mktemp("harmed")
    data = home / "data"
    shutil.copytree(ROOT / "data", data)
    for name, column in (("sources", "title_note"), ("park_locations", "province"),
                         ("reference/admin_units", "name")):  # fmt: skip
        path = data / "raw" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        place = header.index(column)
        for row in rows:
            if name == "sources" or row[place] == "Hải Phòng":
                row[place] = LONG
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    assert main(["build", "--data", str(data)]) == 0
    given = {"language": "en", "vintage": 2025, "province": "31", "data_dir": str(data)}
    notebooks = ROOT / "notebooks"
    reports = [
        Planned("evidence", notebooks / "01_evidence.ipynb",
                {name: given[name] for name in ("language", "data_dir")}),
        Planned("profile", notebooks / "04_province_profile.ipynb", given),
    ]  # fmt: skip
    run_batch(reports, home / "site", True)
    return home / "site"


def is_harmless(page: Page, text: str) -> bool:
    """Whether a text is shown, nothing of it is markup, and nothing is wider than the screen."""
    narrow = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    markup = page.locator("script:not(head script), img[src=x]").count()
    return text in page.locator("main").inner_text() and narrow and not markup


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_names_are_text_in_pages(harmed: Path, visit: Any, screen: str) -> None:
    assert is_harmless(visit(harmed / "profile.html", screen=screen), SEEN)
    assert is_harmless(visit(harmed / "evidence.html", screen=screen), SEEN)
    assert is_harmless(visit(harmed / "index.html", screen=screen), SEEN)


def test_names_are_text_in_notebook_picture_and_table(harmed: Path) -> None:
    notebook = nbformat.read(harmed / "profile.ipynb", as_version=4)
    shown = [output.data for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("text/html" in data for data in shown)
    for data in shown:
        for kind in ("text/html", "text/markdown", "image/svg+xml"):
            assert "<script" not in data.get(kind, "")
            assert "<img" not in data.get(kind, "")
            assert "\u202e" not in data.get(kind, "")
    (picture,) = harmed.glob("figures/profile/*.svg")
    tree = ElementTree.parse(picture)
    assert not [each for each in tree.iter() if each.tag.endswith(("script", "img"))]
    assert SEEN in "".join(tree.getroot().itertext())
    with picture.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert LONG in [row["name"] for row in rows]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "@", "+"))]


def test_titles_and_findings_are_text_in_the_index(tmp_path: Path, visit: Any) -> None:
    entry = {"name": "x", "title": LONG, "language": "en", "notebook": f"{LONG}.ipynb",
             "parameters": {"province": LONG, "vintage": LONG}, "page": "x.html",
             "finding": LONG}  # fmt: skip
    others = [{**entry, "error": LONG}, {**entry, "language": "vi"}, {**entry, "parameters": {}}]
    path = tmp_path / "index.html"
    path.write_bytes(index_page([entry, *others]))
    page = visit(path, screen="phone")
    assert is_harmless(page, SEEN)
    page.get_by_role("searchbox").fill("<script> DUONG")
    assert page.locator(".card:visible").count() == 3
