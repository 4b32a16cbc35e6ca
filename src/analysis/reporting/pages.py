"""Pages: an executed notebook as self-contained HTML, and the index of all reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader
from nbformat import NotebookNode

from analysis.language import LANGUAGES, Language
from analysis.reporting.anchors import with_links
from analysis.reporting.plan import Planned

TEMPLATES = resources.files("analysis.reporting") / "templates"


def report_page(planned: Planned, notebook: NotebookNode, finding: str) -> bytes:
    """Return a report's page: text, tables and figures, with the code folded away.

    Parameters
    ----------
    planned : Planned
        The report.
    notebook : nbformat.NotebookNode
        The executed notebook.
    finding : str
        One sentence for the page's description.
    """
    language = Language(str(planned.parameters.get("language", "en")))
    resources_of_page = {
        "parkspread": {
            "name": planned.name,
            "language": language.code,
            "title": title_of(planned, language),
            "finding": finding,
            "parameters": _described(planned, language),
            "text": language.catalogue["pages"],
            "style": _style(),
        }
    }
    page, _ = _exporter().from_notebook_node(notebook, resources_of_page)
    return str(page).encode("utf-8")


def index_page(entries: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the index: a card with a thumbnail for each report, by language.

    Parameters
    ----------
    entries : sequence of mapping
        Reports as the manifest describes them.
    """
    environment = Environment(loader=PackageLoader("analysis.reporting"), autoescape=True)
    groups = [
        (Language(code).catalogue["pages"], code, [e for e in entries if e["language"] == code])
        for code in LANGUAGES
    ]
    page = environment.get_template("index.html.j2").render(
        groups=[group for group in groups if group[2]], style=_style()
    )
    return page.encode("utf-8")


def title_of(planned: Planned, language: Language) -> str:
    """Return a report's title: its notebook's, with what tells it from its siblings."""
    stem = planned.notebook.stem
    title = language.catalogue["pages"]["notebook"].get(stem, stem)
    said = [planned.parameters[name] for name in ("province", "vintage")
            if planned.parameters.get(name)]  # fmt: skip
    return " · ".join([title, *map(str, said)])


def _described(planned: Planned, language: Language) -> list[tuple[str, str]]:
    """Return the parameters as a reader may want to see them."""
    return [
        (language.term("parameter", name), _value(name, value, language))
        for name, value in planned.parameters.items()
        if value not in ("", None)
    ]


def _value(name: str, value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return language.term("answer", "yes" if value else "no")
    return language.term(name, str(value))


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter  # 1 second to import

    exporter = HTMLExporter(template_name="report", extra_template_basedirs=[str(TEMPLATES)])
    exporter.register_filter("with_links", with_links)
    return exporter


def _style() -> str:
    return (TEMPLATES / "style.css").read_text(encoding="utf-8")
