"""Says who? Every number that a notebook shows leads to the cell that it is, or is listed here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from analysis.admin import VINTAGES
from analysis.errors import ParameterError
from analysis.language import LANGUAGES, Language
from analysis.language.linked import Linked, Value, joined, linked
from analysis.processing.build import build
from analysis.reporting import evidence, session
from analysis.reporting.derivation.page import derivation_page
from analysis.reporting.links import page_name, with_links
from analysis.reporting.plan import read_plan
from derived import Page, page
from made_facts import lam_son, made_folder

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("0[1-5]*.ipynb"))
DEFAULTS = {report.notebook: report.defaults for report in read_plan(ROOT / "reports.yaml")}
# What no table holds: the vintages themselves, the day of the merger, and the scales of indices.
PLAIN = {
    "en": ("1 July 2025", "1 is proportional, 2 twice", "(1 is even)", "2023", "2025"),
    "vi": ("1/7/2025", "1 là cân xứng, 2 là gấp đôi", "(1 là đều)", "2023", "2025"),
}
Output = dict[str, Any]


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Output]]:
    found: list[Output] = []

    def publish(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> None:
        found.append({"data": data, "about": (metadata or {}).get("parkspread", {})})

    for module in (session, evidence):
        monkeypatch.setattr(module, "publish_display_data", publish)
    monkeypatch.setattr(session.Report, "figure", lambda *_, **__: None)
    yield found


def run(notebook: Path, **parameters: Any) -> None:
    """Run a notebook's code in this process, without its figures."""
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells
             if cell.cell_type == "code"]  # fmt: skip
    namespace = {**DEFAULTS[notebook], **parameters}
    for cell in cells:
        if "parameters" not in cell.metadata.get("tags", ()):
            exec(cell.source, namespace)


def left_plain(output: Output, kind: str) -> str:
    """Return the text of an output without what is a link."""
    text = output["data"][kind]
    for start, end, *_ in reversed(output["about"].get("values", [])):
        text = text[:start] + text[end:]
    return str(text)


def links(outputs: list[Output]) -> dict[tuple[str, str], str]:
    """Return the exact value of every link, by page and cell."""
    found: dict[tuple[str, str], str] = {}
    for output in outputs:
        for _, _, href, exact in output["about"].get("values", []):
            name, _, cell = href.partition("#")
            assert found.setdefault((name, cell), exact) == exact
    return found


def check_prose(outputs: list[Output], language: str) -> None:
    for output in outputs:
        if "text/markdown" in output["data"]:
            text = left_plain(output, "text/markdown")
            for plain in PLAIN[language]:
                text = text.replace(plain, "")
            assert not re.search(r"\d", text), text


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vintage", VINTAGES)
def test_every_number_leads_to_the_cell_that_holds_it(
    published: list[Output], notebook: Path, vintage: int, language: str
) -> None:
    takes = set(DEFAULTS[notebook])
    if vintage != VINTAGES[0] and "vintage" not in takes:
        return
    given = {"vintage": vintage, "language": language, "province": "Hải Dương"}
    run(notebook, **{name: value for name, value in given.items() if name in takes})
    check_prose(published, language)
    pages = {page_name({"programme": "VSIP", "vintage": year, "language": language}):
             page(year, language) for year in VINTAGES}  # fmt: skip
    found = links(published)
    assert found
    for (name, cell), exact in found.items():
        assert pages[name].cells[cell] == exact, (name, cell)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_number_cell_of_a_table_is_a_link(published: list[Output], notebook: Path) -> None:
    run(notebook)
    tables = [left_plain(each, "text/html") for each in published if "text/html" in each["data"]]
    cells = [cell for table in tables for cell in re.findall(r'<td class="num"[^>]*>(.*?)<', table)]
    assert set(cells) <= {"", "–"}


@pytest.mark.parametrize("notebook", NOTEBOOKS[1:4], ids=lambda path: path.stem)
def test_numbers_of_other_data_lead_there_too(
    published: list[Output], notebook: Path, tmp_path: Path
) -> None:
    build(made_folder(tmp_path, lam_son(partnerships=[], evidence=[])))
    given = {"programme": "Lam Sơn", "data_dir": str(tmp_path), "language": "vi"}
    known = DEFAULTS[notebook]
    extra = {"home_may_host": False, "province": "22"}
    run(notebook, **given, **{name: extra[name] for name in extra if name in known})
    check_prose(published, "vi")
    for vintage in VINTAGES:
        about = {**given, "vintage": vintage}
        own = {cell: exact for (name, cell), exact in links(published).items()
               if name == page_name(about)}  # fmt: skip
        cells = Page(derivation_page(about)[0]).cells if own else {}
        assert own == {cell: cells[cell] for cell in own}


# ---------------------------------------------------------------- texts with links


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_keeps_the_links_of_what_it_holds(code: str) -> None:
    names = [linked("7", "p#a", "7"), "and", linked("9", "p#b", "9")]
    for count in range(4):
        text = Language(code).join(names[:count])
        places = [text[link.start : link.end] for link in getattr(text, "links", ())]
        assert places == [name for name in names[:count] if isinstance(name, Linked)]


def test_links_stay_where_they_were_when_a_text_is_escaped() -> None:
    text = joined(["<b> ", linked("a_1", "p#a", "1"), " & more"])
    assert isinstance(text, Linked)
    changed = text.mapped(session._escaped)
    assert str(changed) == "&lt;b&gt; a\\_1 &amp; more"
    assert isinstance(changed, Linked)
    (link,) = changed.links
    assert changed[link.start : link.end] == "a\\_1"


def test_addresses_and_values_cannot_leave_their_attributes() -> None:
    shown = with_links("11", [[0, 2, 'p#"><script>', '"><script>']])
    assert "<script>" not in shown
    assert shown.endswith(">11</a>")


def test_a_value_is_the_number_it_was() -> None:
    value = Value(0.25, "p#a", "0.25")
    assert value == 0.25
    assert Language("vi").percent(value) == "25,0%"


def test_parameters_that_are_refused_leave_nothing(published: list[Output]) -> None:
    with pytest.raises(ParameterError):
        run(NOTEBOOKS[1], programme="Amata")
    assert published == []
