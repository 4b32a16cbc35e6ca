"""Says who? From a number in a report to the passage that states it, by clicking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from analysis.language import LANGUAGES

# More of what is there already: on all of the page axe takes half a minute.
REPEATED = ".derived article:nth-child(n + 4), tbody tr:nth-child(n + 4)"


def follow(page: Page, link: Any) -> str:
    """Click a link and return what it leads to."""
    link.click()
    target = page.locator(":target")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()
    return target.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_a_number_leads_to_its_passage(site: Path, visit: Any, language: str, screen: str) -> None:
    page = visit(site / f"spread-2023-{language}.html", screen)
    number = page.locator(".prose a.value[href*='headline:parks_stated:value']").first
    assert number.inner_text() == "11"
    assert follow(page, number) == "11"
    assert f"derivation-vsip-2023-{language}.html" in page.url
    card = page.locator("article", has=page.locator(":target"))
    fact = card.locator("a[href^='#park_totals:']")
    said = follow(page, fact)
    assert "4.543" in said or "4,543" in said
    assert "count_of_programme" in said
    source = page.locator("article:target a[href^='#sources:']").first
    assert "binh-duong-2023-03-25" in follow(page, source)
    page.go_back()
    page.go_back()
    page.go_back()
    assert page.url.endswith(f"spread-2023-{language}.html")


def test_a_cell_of_a_table_and_a_label_of_a_chart_lead_on(site: Path, visit: Any) -> None:
    page = visit(site / "spread-2023-en.html")
    cell = page.locator("table a.value[href$='red_river_delta:location_quotient']")
    shown = cell.inner_text()
    assert follow(page, cell) == shown
    row = page.locator("tr", has=page.locator(":target"))
    assert "Hải Phòng" in follow(page, row.get_by_role("link", name="Hải Phòng"))
    page = visit(site / "spread-2023-en.html")
    label = page.locator("figure svg a[*|href*='#region_spread:']").first
    assert "socio_economic" in label.evaluate("each => each.href.baseVal")
    label.focus()
    label.press("Enter")
    expect(page.locator("tr:target")).to_have_count(1)


@pytest.mark.parametrize("name", ["spread-2023-en", "evidence-en", "profile-hai-phong-2025-en"])
def test_every_link_holds_what_its_target_holds(site: Path, visit: Any, name: str) -> None:
    page = visit(site / f"{name}.html")
    links = page.locator("a.value").evaluate_all(
        "all => all.map((each) => [each.getAttribute('href'), each.dataset.value])"
    )
    assert len(links) > 15
    targets = {href.partition("#")[0] for href, _ in links}
    cells: dict[str, str] = {}
    for target in sorted(targets):
        held = visit(site / target).locator("[data-value]").evaluate_all(
            "all => all.map((each) => [each.id, each.dataset.value])"
        )  # fmt: skip
        cells |= {f"{target}#{cell}": exact for cell, exact in held}
    assert {href: cells[href] for href, _ in links} == dict(links)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_the_page_is_accessible_and_fits(site: Path, visit: Any, screen: str, dark: bool) -> None:
    page = visit(site / "derivation-vsip-2023-vi.html", screen, dark)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(f"document.querySelectorAll('{REPEATED}').forEach((each) => each.remove())")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
