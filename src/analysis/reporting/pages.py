"""Pages: an executed notebook, or what is left of one that failed, as self-contained HTML.

nbconvert turns the cells into HTML; the pages around them are Jinja templates that extend
``layout.html.j2``.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

import analysis
from analysis.language import Language
from analysis.reporting.links import with_links
from analysis.reporting.visible import visible

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from analysis.reporting.plan import Planned

TEMPLATES = Path(__file__).parent / "templates"
DERIVATION = "derivation.html.j2"  # what derivation pages are made of and hashed with
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
ANCHOR = re.compile(r'<a class="anchor-link"[^>]*>[^<]*</a>')  # nbconvert's; contents do that
LETTER = re.compile(r"&#(\d{3,7});")  # how nbconvert writes what is not ASCII in headings


def render(template: str, language: Language, title: str, description: str, **values: Any) -> bytes:
    """Return a page of the site.

    Parameters
    ----------
    template : str
        A template that extends ``layout.html.j2``.
    language : Language
        Language of the page.
    title, description : str
        What browsers and search engines call the page.
    **values
        What else the template needs.
    """
    page = _environment().get_template(template)
    texts = language.catalogue["pages"]
    about = {"language": language.code, "text": texts, "title": title, "description": description}
    return visible(page.render(**_dress(), **about, **values)).encode("utf-8")


def report_page(planned: Planned, notebook: NotebookNode, finding: str, source: str) -> bytes:
    """Return a report's page: text, tables and figures, with the code folded away.

    Parameters
    ----------
    planned : Planned
        The report.
    notebook : nbformat.NotebookNode
        The executed notebook.
    finding : str
        One sentence for the page's description.
    source : str
        What the report rests on, for its citation.
    """
    language = Language(str(planned.parameters.get("language", "en")))
    title = title_of(planned, language)
    about = {"name": planned.name, "text": language.catalogue["pages"]}
    body = ANCHOR.sub("", _cells(notebook, {"parkspread": about}))
    parameters = _described(planned, language)
    return render(
        "report.html.j2",
        language,
        title,
        finding,
        body=body,
        contents=[(anchor, Markup(heading)) for anchor, heading in HEADING.findall(body)],
        parameters=parameters,
        citation=_citation(planned, title, source, language),
        code=[cell.source for cell in notebook.cells if cell.cell_type == "code"],
    )


def failed_page(planned: Planned, entry: Mapping[str, Any]) -> bytes:
    """Return the page that stands for a report of which no good one was ever made."""
    language = Language(entry["language"])
    return render("failed.html.j2", language, entry["title"], entry["error"], entry=entry,
                  notebook=f"{planned.name}.failed.ipynb")  # fmt: skip


def title_of(planned: Planned, language: Language) -> str:
    """Return a report's title: its notebook's, with what tells it from its siblings."""
    stem, given = planned.notebook.stem, planned.parameters
    title = language.catalogue["pages"]["notebook"].get(stem, stem)
    telling = [name for name in ("province", "vintage", "scheme") if given.get(name)]
    return " · ".join([title, *(_value(name, given[name], language) for name in telling)])


Option = tuple[str, str, str]


def _described(planned: Planned, language: Language) -> list[tuple[str, list[Option]]]:
    """Return each parameter with its values to choose from: words, page, language of the page.

    The report's own value has no page; of a parameter without siblings it is the only one.
    """
    described = []
    for name, value in _given(planned):
        options = []
        for other, report in planned.siblings.get(name, {value: planned.name}).items():
            page = "" if report == planned.name else f"{report}.html"
            spoken = Language(other) if name == "language" else language
            options.append((_value(name, other, spoken), page, spoken.code))
        described.append((language.term("parameter", name), options))
    return described


def _citation(planned: Planned, title: str, source: str, language: Language) -> str:
    said = [
        f"{language.term('parameter', name)}: {_value(name, value, language)}"
        for name, value in _given(planned)
    ]
    return language.text(
        "pages.report.citation",
        title=title,
        parameters="; ".join(said),
        name=planned.name,
        version=analysis.__version__,
        source=source,
    )


def _given(planned: Planned) -> list[tuple[str, Any]]:
    return [item for item in planned.parameters.items() if item[1] not in ("", None)]


def _value(name: str, value: Any, language: Language) -> str:
    """Return a parameter's value as readers may want to see it."""
    if isinstance(value, bool):
        return language.term("answer", "yes" if value else "no")
    return language.term(name, str(value))


@cache
def _environment() -> Environment:
    loader = PackageLoader("analysis.reporting")
    return Environment(loader=loader, autoescape=True, trim_blocks=True)


def _cells(notebook: NotebookNode, about: dict[str, Any]) -> str:
    """Return a notebook's cells as HTML; not parsed once more for alternatives, which it has."""
    from nbconvert import TemplateExporter

    cells = str(TemplateExporter.from_notebook_node(_exporter(), notebook, about)[0])
    return LETTER.sub(lambda match: chr(int(match[1])), cells)


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter  # 1 second to import
    from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter

    exporter = HTMLExporter(template_name="report", extra_template_basedirs=[str(TEMPLATES)],
                            optimistic_validation=True)  # fmt: skip
    widgets = WidgetsDataTypeFilter(notebook_metadata={}, parent=exporter)
    exporter.register_filter("filter_data_type", widgets)
    exporter.register_filter("with_links", with_links)
    exporter.register_filter("words_with_links", partial(with_links, change=html.escape))
    return exporter


@cache
def _dress() -> dict[str, str]:
    """Return style and script of every page, and the policy that lets no other script run."""
    style, script = ((TEMPLATES / name).read_text(encoding="utf-8")
                     for name in ("style.css", "site.js"))  # fmt: skip
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = (
        "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "script": script, "policy": policy}
