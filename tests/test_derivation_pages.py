"""Derivation pages: every cell is that of its table, every link leads on, passages are marked."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import FaultsFound, ParameterError
from analysis.extraction import read_article
from analysis.language import LANGUAGES
from analysis.processing.build import build
from analysis.processing.headline import measures
from analysis.reporting.anchors import anchor
from analysis.reporting.derivation.making import make_pages, needed_pages
from analysis.reporting.derivation.page import derivation_page
from analysis.reporting.links import page_name
from analysis.reporting.plan import Planned, read_plan
from analysis.reporting.reads import read_all
from analysis.reporting.state import State
from analysis.storage import write_files
from analysis.tables.cells import format_cell
from analysis.tables.files import table_bytes
from derived import about, made_page, page
from made_facts import correction, lam_son, made_folder, source, total
from several_sources import HEADED, extracted

ROOT = Path(__file__).parents[1]
COUNTS = ("units_total", "park_units", "partner_units", "both_units", "regions_total",
          "covered_units_without_home", "covered_units_with_home", "regions_covered",
          "regions_with_parks", "regions_with_partners")  # fmt: skip

every = pytest.mark.parametrize(
    ("vintage", "language"), [(v, code) for v in (2023, 2025) for code in LANGUAGES]
)


@cache
def tables() -> dict[str, pd.DataFrame]:
    return read_all(ROOT / "data")[""]


# ---------------------------------------------------------------- cells and links


@every
def test_every_cell_holds_what_its_table_holds(vintage: int, language: str) -> None:
    found = page(vintage, language)
    known = {
        anchor(name, row, str(column)): format_cell(row[column])
        for name, rows in tables().items()
        for row in rows.to_dict("records")
        if row.get("vintage", vintage) == vintage
        for column in rows
    }
    own = {key: value for key, value in found.cells.items() if not key.startswith("counts:")}
    shares = {key for key in own if key.endswith("_share")}
    stored = set(own) - shares
    assert {key: own[key] for key in stored} == {key: known[key] for key in stored}
    assert len(shares) == 2 * {2023: 63, 2025: 34}[vintage]
    headline = tables()["headline"]
    wanted = [
        anchor("headline", row, "value")
        for row in headline[headline["vintage"] == vintage].to_dict("records")
    ]
    assert set(wanted) <= set(own)


@every
def test_links_lead_on_and_identifiers_differ(vintage: int, language: str) -> None:
    found = page(vintage, language)
    assert len(set(found.ids)) == len(found.ids)
    inside = {link[1:] for link in found.links if link.startswith("#")}
    assert inside <= set(found.ids)
    assert {link.partition("#")[0] for link in found.links} == {"", "index.html"}
    assert len(found.text.encode("utf-8")) < 1_000_000


def test_the_way_from_a_measure_leads_to_the_passage() -> None:
    text = page(2023, "en").text
    (card,) = re.findall(r'<article id="headline:parks_stated">(.*?)</article>', text, re.DOTALL)
    (fact,) = re.findall(r'href="#(park_totals:[^"]+)"', card)
    (card,) = re.findall(rf'<article id="{fact}">(.*?)</article>', text, re.DOTALL)
    assert f'<span id="{fact}:count" data-value="11">11</span>' in card
    assert f'<span id="{fact}:start" data-value="4543">4,543</span>' in card
    assert "count_of_programme" in card
    assert 'href="#sources:binh-duong-2023-03-25"' in card


@pytest.mark.parametrize("measure", COUNTS)
def test_the_rows_of_a_measure_are_those_it_counts(measure: str) -> None:
    headline = tables()["headline"]
    for row in headline[headline["measure"] == measure].to_dict("records"):
        rows = tables()["region_spread" if pd.notna(row["scheme"]) else "units"]
        for key in ("vintage", "programme", "scheme"):
            rows = rows[rows[key] == row[key]] if key in rows and pd.notna(row[key]) else rows
        condition = measures()[measure]["rows"]
        fitting = rows.query(condition, engine="python") if condition else rows
        assert len(fitting) == row["value"]


# ---------------------------------------------------------------- other data


def test_other_facts_corrections_and_names_are_shown_as_text(tmp_path: Path) -> None:
    hostile = '<script>alert("x")</script>\u202e&'
    rows = lam_son()
    rows["park_totals"] = [total(7, programme=hostile)]
    rows["park_locations"] = [{**row, "programme": hostile} for row in rows["park_locations"]]
    change = correction(rows["park_totals"][0], "amend", column="count", old_value="7",
                        new_value="8")  # fmt: skip
    rows["corrections"] = [{**change, "reason": hostile}]
    build(made_folder(tmp_path, rows))
    found = made_page(tmp_path, programme=hostile)
    assert found.tags.count("script") == 1  # the site's own
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in found.text
    assert "Parks stated 7 → 8" in found.text
    assert found.cells["headline:parks_stated:value"] == "8"


def test_pages_of_hostile_names_have_names_of_their_own() -> None:
    names = ["VSIP", "../../x", "", "Lam Sơn", "lam son", "x" * 300]
    pages = [page_name(about(programme=name)) for name in names]
    assert len(set(pages)) == len(names)
    assert all(re.fullmatch(r"derivation-[a-z0-9-]+\.html", name) for name in pages)
    assert all(len(name) < 200 for name in pages)
    assert page_name(about(data_dir="/tmp/other")) != page_name(about())


def test_a_programme_that_the_tables_lack_is_refused() -> None:
    with pytest.raises(ParameterError, match="got 'Amata'"):
        derivation_page(about(programme="Amata"))


# ---------------------------------------------------------------- articles at hand


def test_passages_are_marked_and_escaped_where_the_article_is_at_hand(tmp_path: Path) -> None:
    text = HEADED["dien-dan"].replace("hạ tầng.\n\nĐến nay", 'hạ tầng.\n\n<b>"Đến"</b> nay')
    extracted(tmp_path, {"dien-dan": text})
    article = read_article(tmp_path / "dien-dan.txt")
    given = about(data_dir=str(tmp_path))
    found = derivation_page(given, [article])[0].decode("utf-8")
    (card,) = re.findall(r'<article id="park_totals:[^"]+">(.*?)</article>', found, re.DOTALL)
    (quote,) = re.findall("<blockquote>(.*?)</blockquote>", card, re.DOTALL)
    assert quote.startswith("&lt;b&gt;&quot;Đến&quot;&lt;/b&gt; nay")
    assert "<mark>13 KCN VSIP tại các tỉnh" in quote
    assert "This page quotes dien-dan." in found
    assert "<mark>" not in derivation_page(given)[0].decode("utf-8")


def test_another_article_or_locator_is_refused(tmp_path: Path) -> None:
    folder = extracted(tmp_path, {"dien-dan": HEADED["dien-dan"]})
    other = tmp_path / "other.txt"
    other.write_text("Một bài khác.\n", encoding="utf-8")
    given = about(data_dir=str(tmp_path))
    with pytest.raises(ParameterError, match="is no source of these tables"):
        derivation_page(given, [read_article(other)])
    article = read_article(tmp_path / "dien-dan.txt")
    totals = folder.raw / "park_totals.csv"
    data = totals.read_text(encoding="utf-8")
    digest = re.findall(r",([0-9a-f]{64}),", data)[0]
    totals.write_text(data.replace(digest, "0" * 64), encoding="utf-8")
    with pytest.raises(FaultsFound, match="span-hash-mismatch"):
        derivation_page(given, [article])


# ---------------------------------------------------------------- in a batch


def planned(root: Path, **parameters: Any) -> list[Planned]:
    notebook = ROOT / "notebooks/02_regional_park_spread.ipynb"
    given = {"vintage": 2023, "language": "en", "programme": "Lam Sơn", "data_dir": str(root)}
    return [Planned("spread", notebook, {**given, **parameters})]


def test_the_default_run_needs_a_page_for_each_vintage_and_language() -> None:
    names = [each.name for each in needed_pages(read_plan(ROOT / "reports.yaml"))]
    assert names == [f"derivation-vsip-{v}-{code}.html" for v in (2023, 2025) for code in LANGUAGES]


def test_pages_are_made_again_only_where_something_changed(tmp_path: Path) -> None:
    rows, out = lam_son(), tmp_path / "out"
    folder = made_folder(tmp_path, rows)
    build(folder)

    def made(before: dict[str, Any]) -> dict[str, Any]:
        return make_pages(planned(tmp_path), (), out, State(out, ROOT, ()), before)

    first = made({})
    assert len(first) == 2
    times = {path: path.stat().st_mtime_ns for path in out.glob("*.html")}
    assert made(first) == first
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.html")} == times
    changed = [source(), source("khac-2024", "2024-06-01")]
    write_files({folder.raw / "sources.csv": table_bytes(pd.DataFrame(changed), "sources")})
    last = made(first)
    assert all(last[name]["sha256"] != entry["sha256"] for name, entry in first.items())


def test_faulty_tables_and_notebooks_are_left_to_their_reports(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    out = tmp_path / "out"
    assert make_pages(planned(tmp_path), (), out, State(out, ROOT, ()), {}) == {}
    gone = Planned("gone", tmp_path / "gone.ipynb", {"language": "en"})
    assert needed_pages([gone]) == []


def test_pages_follow_the_notebook_that_was_planned_whatever_it_is_by_now(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    notebook = tmp_path / "notebooks" / "02_regional_park_spread.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / notebook.name).read_bytes())
    (tmp_path / "reports.yaml").write_text(
        "reports: [{notebook: 02_regional_park_spread, name: spread}]", encoding="utf-8"
    )
    reports = read_plan(tmp_path / "reports.yaml")
    notebook.write_text("", encoding="utf-8")  # an editor is about to write it anew
    assert [page.parameters["language"] for page in needed_pages(reports)] == ["en", "en"]
