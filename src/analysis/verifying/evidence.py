"""Passages: what each locator marks in an article at hand has the hash that the table states."""

from __future__ import annotations

from pathlib import Path

from analysis.errors import Fault, ParkspreadError
from analysis.extraction import passages, read_article
from analysis.processing.build import Tables
from analysis.processing.corrections import FACT_TABLES
from analysis.tables.registry import table
from analysis.tables.schemas import rows_of


def check_passages(tables: Tables, file: Path) -> tuple[int, list[Fault]]:
    """Return how many passages of an article were read again, and the faults of their locators.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Raw tables as extracted, as far as they are sound.
    file : pathlib.Path
        The article.
    """
    try:
        article = read_article(file)
    except ParkspreadError as error:
        return 0, [Fault(str(file), 0, "", "unreadable-article", str(error))]
    sources = rows_of(tables["sources"]) if "sources" in tables else []
    found = [(line, row) for line, row in sources if row["source_id"] == article.source_id]
    if not found:
        message = f"{article.source_id!r} is no source; run parkspread extract on it first"
        return 0, [Fault(table("sources").file, 0, "source_id", "unknown-source", message)]
    line, source = found[0]
    seen = {"sha256": article.sha256, "bytes": article.size, "characters": len(article.text),
            "paragraphs": len(article.paragraphs), "language": article.language}  # fmt: skip
    faults = [
        Fault(table("sources").file, line, column, "source-differs",
              f"{source[column]!r} where {file.name} has {value!r}; give the right file")
        for column, value in seen.items()
        if source[column] != value
    ]  # fmt: skip
    count = 0
    for name in [name for name in (*FACT_TABLES, "evidence") if name in tables]:
        rows = [
            (n, row) for n, row in rows_of(tables[name]) if row["source_id"] == source["source_id"]
        ]
        spans = passages(article, [row for _, row in rows], table(name).file)
        for (place, row), span in zip(rows, spans, strict=True):
            if isinstance(span, Fault):
                faults.append(Fault(span.file, place, span.column, span.code, span.message))
            elif article.paragraph(row["start"]) != row["paragraph"]:
                message = f"{row['paragraph']} where the passage stands in paragraph "
                message += f"{article.paragraph(row['start'])}; extract the article again"
                faults.append(
                    Fault(table(name).file, place, "paragraph", "wrong-paragraph", message)
                )
            count += 1
    return count, faults
