"""The site in a browser: what readers click, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import csv
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from analysis.errors import ArgumentError
from analysis.reporting.index import index_page
from analysis.reporting.pdf import print_pages
from analysis.reporting.plan import read_plan

ROOT = Path(__file__).parents[2]
KINDS = ("index", "evidence-en", "spread-2023-vi", "profile-hai-phong-2025-en")
CARDS = ".card:visible"


def titles(page: Page) -> list[str]:
    return page.locator(f"{CARDS} h2").all_inner_texts()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index of all reports of the whole batch, none of them run."""
    planned = read_plan(ROOT / "reports-all.yaml")
    entries = [
        {
            "name": each.name,
            "title": f"{each.notebook.stem} {each.parameters.get('province', '')}",
            "language": each.parameters["language"],
            "notebook": each.notebook.name,
            "parameters": dict(each.parameters),
            "page": f"{each.name}.html",
            "finding": f"What {each.name} found, in one sentence of the usual length",
            "region": f"Region {number % 6}",
        }
        for number, each in enumerate(planned)
    ]
    assert len(entries) > 200
    path = tmp_path_factory.mktemp("large") / "index.html"
    path.write_bytes(index_page(entries))
    return path


# ---------------------------------------------------------------- the index


def test_search_finds_names_without_their_diacritics(site: Path, visit: Any) -> None:
    page = visit(site / "index.html")
    page.get_by_role("searchbox").fill("hai PHONG profile")
    assert titles(page) == ["Province profile · Hải Phòng · 2025"]
    assert page.locator("output:visible").inner_text() == "1 of 4 reports"
    page.get_by_role("button", name="Clear").click()
    page.get_by_text("4 of 4 reports").wait_for()
    assert len(titles(page)) == 4


def test_filters_stand_in_the_address_and_offer_only_what_is_there(large: Path, visit: Any) -> None:
    page = visit(large)
    page.get_by_label("Subject").select_option("04_province_profile")
    page.get_by_label("Provinces of").select_option("2025")
    assert len(titles(page)) == 34
    province = page.locator("section[lang=en] select[name=province]")
    assert province.locator("option", has_text="Hải Dương").is_disabled()
    province.select_option("Hà Nội")
    assert page.url.endswith("#language=en&notebook=04_province_profile&vintage=2025"
                             "&province=H%C3%A0+N%E1%BB%99i")  # fmt: skip
    page.reload()
    assert titles(page) == ["04_province_profile Hà Nội"]
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.locator("html").get_attribute("lang") == "vi"
    assert len(titles(page)) == 1
    assert page.get_by_label("Địa giới năm").input_value() == "2025"


@pytest.mark.parametrize("text", ["nghe an", "r", ""])
def test_two_hundred_reports_are_filtered_within_100_ms(large: Path, visit: Any, text: str) -> None:
    page = visit(large)
    took = page.evaluate(
        """(text) => [1, 2, 3].map((_) => {
          const field = document.querySelector("input[name=text]");
          const start = performance.now();
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          document.body.getBoundingClientRect();
          return performance.now() - start;
        })""",
        text,
    )
    assert min(took) < 100
    assert len(large.read_bytes()) < 1_000_000


def test_without_javascript_everything_is_listed(large: Path, site: Path, visit: Any) -> None:
    page = visit(large, script=False)
    assert page.locator(CARDS).count() == len(read_plan(ROOT / "reports-all.yaml"))
    assert page.locator("form:visible, button:visible").count() == 0
    report = visit(site / "spread-2023-en.html", script=False)
    assert report.locator("button:visible").count() == 0
    report.get_by_role("link", name="Tiếng Việt").click()
    assert report.url.endswith("spread-2023-vi.html")


# ---------------------------------------------------------------- a report


def test_switches_lead_to_siblings_and_to_nothing_else(site: Path, visit: Any) -> None:
    page = visit(site / "spread-2023-en.html")
    page.get_by_role("link", name="2025", exact=True).click()
    assert page.url.endswith("spread-2025-en.html")
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.url.endswith("spread-2025-vi.html")
    page = visit(site / "profile-hai-phong-2025-en.html")  # 2023 is not part of this site
    assert page.locator(".parameters a").all_inner_texts() == ["Tiếng Việt"]


def test_contents_lead_to_every_part_and_are_folded_on_a_phone(site: Path, visit: Any) -> None:
    page = visit(site / "spread-2023-en.html")
    heads = page.locator("main h2").all_inner_texts()
    assert page.locator(".contents li").all_inner_texts() == heads
    page.locator(".contents a").nth(2).click()
    box = page.locator("main h2").nth(2).bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 300  # in the upper third of the screen
    phone = visit(site / "spread-2023-en.html", screen="phone")
    assert not phone.locator(".contents ol").is_visible()
    phone.locator(".contents summary").click()
    assert phone.locator(".contents ol").is_visible()


def test_the_theme_follows_the_system_until_it_is_chosen(site: Path, visit: Any) -> None:
    def paper(page: Page) -> Any:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    page = visit(site / "spread-2023-en.html")
    dark = visit(site / "spread-2023-en.html", dark=True)
    assert (paper(page), paper(dark)) == ("rgb(255, 255, 255)", "rgb(22, 24, 27)")
    toggle = page.get_by_role("button", name="Dark")
    assert toggle.get_attribute("aria-pressed") == "false"
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "true"
    page.goto((site / "index.html").as_uri())
    assert paper(page) == paper(dark)
    page.emulate_media(media="print")
    assert paper(page) == "rgb(255, 255, 255)"


def test_figures_are_enlarged_and_left_by_keyboard(site: Path, visit: Any) -> None:
    page = visit(site / "spread-2023-en.html", screen="phone")
    button = page.get_by_role("button", name="Enlarge").first
    button.focus()
    page.keyboard.press("Enter")
    picture = page.get_by_role("dialog", name="Enlarge").locator("svg")
    assert picture.bounding_box()["width"] > 800
    page.keyboard.press("Escape")
    assert not picture.is_visible()
    assert button.evaluate("button => button === document.activeElement")


def test_data_and_images_are_beside_every_figure(site: Path, visit: Any) -> None:
    page = visit(site / "spread-2023-en.html")
    figures = page.locator("figure").all()
    assert figures
    for figure in figures:
        links = figure.locator("figcaption a[download]")
        assert links.all_inner_texts() == ["CSV", "JSON", "SVG", "PNG"]
        files = [site / str(link.get_attribute("href")) for link in links.all()]
        assert all(file.stat().st_size for file in files)
        with files[0].open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        objects = json.loads(files[1].read_text(encoding="utf-8"))
        assert [list(each) for each in objects] == [list(row) for row in rows]
        assert [each["vintage"] for each in objects] == [int(row["vintage"]) for row in rows]
        figure.get_by_text("In words").click()
        assert len(figure.locator("details p").inner_text()) > 60


def test_the_citation_is_copied(site: Path, visit: Any) -> None:
    page = visit(site / "profile-hai-phong-2025-en.html")
    page.get_by_role("button", name="Copy").click()
    assert page.get_by_role("button", name="Copied").is_visible()
    said = page.evaluate("getSelection().toString()")
    for part in ("parkspread", "Hải Phòng", "2025", "profile-hai-phong-2025-en", "Source:"):
        assert part in said


# ---------------------------------------------------------------- every page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", KINDS)
def test_pages_have_no_serious_fault_of_access(
    site: Path, visit: Any, name: str, dark: bool
) -> None:
    path = site / f"{name}.html"
    found = Axe().run(visit(path, dark=dark)).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
    assert path.stat().st_size < 1_000_000


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_no_page_is_wider_than_the_screen(site: Path, visit: Any, screen: str) -> None:
    paths = sorted(site.glob("*.html"))
    page = visit(paths[0], screen=screen)
    for path in paths:
        page.goto(path.as_uri())
        width = page.viewport_size
        assert width is not None
        assert page.evaluate("document.documentElement.scrollWidth") <= width["width"], path.name
        if path.name == "index.html":
            page.wait_for_load_state("networkidle")  # its pictures come before it is left


def test_a_page_is_printed_as_pdf(site: Path, browser: Browser, tmp_path: Path) -> None:
    assert browser.is_connected()  # there is a Chromium
    page = shutil.copy(site / "evidence-en.html", tmp_path)
    (file,) = print_pages([Path(page)])
    assert file == tmp_path / "evidence-en.pdf"
    assert file.read_bytes().startswith(b"%PDF-")


def test_without_chromium_printing_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ArgumentError, match=r"pdf: got True; expected one of chromium.*make brow"):
        print_pages([Path("page.html")])


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """Yield the address of a plain web server of the site."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


def test_the_site_works_from_a_web_server(server: str, visit: Any) -> None:
    page = visit(f"{server}/index.html")
    loaded = page.locator(".card:visible img").first.evaluate("image => image.decode()")
    assert loaded is None
    page.wait_for_load_state("networkidle")  # its pictures come before it is left
    page.get_by_role("link", name="Regional park spread · 2023").click()
    assert page.locator("figure svg").count() > 0
