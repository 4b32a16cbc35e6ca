"""The derivation pages of a batch: which reports need, made again where something has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.admin import VINTAGES
from analysis.extraction import read_article
from analysis.extraction.text import Article
from analysis.reporting.forking import call_by_name
from analysis.reporting.links import page_name
from analysis.reporting.pages import DERIVATION, TEMPLATES
from analysis.reporting.plan import Planned
from analysis.reporting.state import State
from analysis.storage import sha256, write_files

PAGES = "analysis.reporting.derivation.page:derivation_pages"  # loads pandas
ABOUT = ("programme", "language", "data_dir")


def make_pages(
    planned: Sequence[Planned],
    files: Sequence[Path],
    out: Path,
    state: State,
    before: Mapping[str, Any],
    call: Callable[..., Any] = call_by_name,
) -> dict[str, Any]:
    """Bring the derivation pages that reports lead to up to date.

    Parameters
    ----------
    planned : sequence of Planned
        The reports.
    files : sequence of pathlib.Path
        Articles at hand, whose passages are shown.
    out : pathlib.Path
        Folder of the reports.
    state : State
        What was made of what.
    before : mapping of str to mapping
        Entries of the manifest; a page that has none is made.
    call : callable
        Calls a function by its name with arguments: here, or in another process.

    Returns
    -------
    dict
        Entry of each page by its name: ``parameters`` and ``sha256``.

    Raises
    ------
    ParkspreadError
        If an article cannot be read, is no source of the tables, or is another than was read.
    """
    articles = list({article.sha256: article for article in map(read_article, files)}.values())
    entries, due = {}, []
    for page in needed_pages(planned, articles):
        entry = before.get(page.name)
        if entry and state.is_current(page, {page.name: entry["sha256"]}):
            entries[page.name] = entry
        else:
            due.append(page)
    made = call(PAGES, [page.parameters for page in due], articles) if due else []
    for page, each in zip(due, made, strict=True):
        if each:
            data, reads = each
            write_files({out / page.name: data})
            state.record(page, reads)
            entries[page.name] = {"parameters": page.parameters, "sha256": sha256(data)}
    return dict(sorted(entries.items()))


def needed_pages(planned: Sequence[Planned], articles: Sequence[Article] = ()) -> list[Planned]:
    """Return the derivation pages that reports lead to: both vintages of each."""
    pages = {}
    for report in planned:
        given = {**report.defaults, **report.parameters}
        known = {name: given[name] for name in ABOUT if given.get(name)}
        if not {"programme", "language"} <= set(known):
            continue
        for vintage in VINTAGES:
            parameters = {**known, "vintage": vintage}
            name = page_name(parameters)
            if articles:
                parameters["articles"] = sorted(article.sha256 for article in articles)
            pages[name] = Planned(name, TEMPLATES / DERIVATION, parameters)
    return [pages[name] for name in sorted(pages)]
