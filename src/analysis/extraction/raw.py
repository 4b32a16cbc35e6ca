"""``parkspread extract``: article files to the raw tables, beside what other sources stated."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.errors import SourceError
from analysis.extraction.facts import IDENTITY, Evidence, Fact
from analysis.extraction.gazetteer import load_gazetteer
from analysis.extraction.grammar import load_grammar
from analysis.extraction.pipeline import Extraction, Row, extract, merge, to_rows
from analysis.extraction.text import Article, read_article
from analysis.storage import in_turn, sweep, write_files
from analysis.tables.files import from_rows, read_folder, table_bytes


def extract_files(files: Sequence[Path], reference: Path, out: Path) -> list[Path]:
    """Extract articles and write the raw tables.

    Rows of other sources that the tables hold already stay; those of the same sources are
    replaced. ``corrections.csv`` is made if there is none and never changed.

    Parameters
    ----------
    files : sequence of pathlib.Path
        Articles.
    reference : pathlib.Path
        Folder of the reference tables.
    out : pathlib.Path
        Folder of the tables.

    Returns
    -------
    list of pathlib.Path
        Files that changed.

    Raises
    ------
    SourceError
        If an article cannot be read, or two have the same identifier; nothing is written then.
    FaultsFound
        If the tables already there hold faults.
    """
    articles: dict[str, Article] = {}
    for file in files:
        article = read_article(file)
        if article.source_id in articles:
            problem = f"its identifier {article.source_id!r} is that of another file given"
            raise SourceError(file, problem, "Rename one of them.")
        articles[article.source_id] = article
    gazetteer, grammar = load_gazetteer(reference), load_grammar()
    found = [extract(article, gazetteer, grammar) for article in articles.values()]
    with in_turn(out):  # else of two runs at once, one would lose the other's rows
        sweep(out.glob(".*"))
        merged = merge([_others(out, set(articles)), *found])
        contents = {
            out / f"{name}.csv": table_bytes(from_rows(rows, name), name)
            for name, rows in to_rows(merged).items()
        }
        corrections = out / "corrections.csv"
        if not corrections.exists():
            contents[corrections] = table_bytes(from_rows([], "corrections"), "corrections")
        return write_files(contents)


def _others(out: Path, replaced: set[str]) -> Extraction:
    """Return what the tables of a folder hold of sources other than those to be replaced."""
    if not (out / "sources.csv").exists():
        return Extraction([], [])
    tables = read_folder(out, ["sources", *IDENTITY, "evidence"])
    rows = {name: _plain(frame) for name, frame in tables.items()}
    spans: dict[str, list[Evidence]] = {}
    for row in [row for name in (*IDENTITY, "evidence") for row in rows[name]]:
        if row["source_id"] not in replaced:
            locator = {name: row[name] for name in Evidence._fields}
            spans.setdefault(str(row["fact_id"]), []).append(Evidence(**locator))  # type: ignore[arg-type]
    skipped = {"fact_id", *Evidence._fields}
    facts = [
        Fact(
            name,
            {column: value for column, value in row.items() if column not in skipped},
            tuple(sorted(spans[str(row["fact_id"])])),
        )
        for name in IDENTITY
        for row in rows[name]
        if str(row["fact_id"]) in spans
    ]
    return Extraction([row for row in rows["sources"] if row["source_id"] not in replaced], facts)


def _plain(frame: pd.DataFrame) -> list[Row]:
    """Return rows with plain values, None where a cell is empty."""
    objects = frame.astype(object).where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in objects.to_dict("records")]
