"""The evidence notebook's parts that need more than a table: review counts, marked passages."""

from __future__ import annotations

import html
from pathlib import Path

import pandas as pd
from IPython.display import publish_display_data

from analysis.extraction import read_article
from analysis.processing.corrections import LOCATOR, review
from analysis.reporting.anchors import counted
from analysis.reporting.passages import marked, spans_in
from analysis.reporting.session import Report
from analysis.reporting.tabling import MISSING, shown
from analysis.reporting.values import review_counts
from analysis.tables.cells import parse_cell
from analysis.tables.registry import table


def say_review(report: Report) -> pd.DataFrame:
    """Show how many facts were corrected by hand, and return the corrections.

    A rejected fact is in no other table, so each row says in ``item`` what was extracted.
    """
    corrections = report.tables["corrections"]
    rows = review(report.extracted, corrections)
    report.say("evidence.review", **counted(report.page, review_counts(rows)))
    rows = rows[["table", "fact_id", "state"]].merge(corrections, on=["table", "fact_id"])
    rows["item"] = [
        _stated(report, *row) for row in zip(rows["table"], rows["fact_id"], strict=True)
    ]
    columns = rows["column"].fillna("")
    for name in ("old_value", "new_value"):
        cells = zip(rows["table"], columns, rows[name].fillna(""), strict=True)
        rows[name] = [_amended(report, *cell) for cell in cells]
    return rows.assign(column=[report.language.term("column", column) for column in columns])


def show_passages(report: Report) -> None:
    """Show the paragraphs of the article given, passages marked; or say how to give one.

    Raises
    ------
    ParameterError
        If the file is not one that the tables were read from.
    FaultsFound
        If a locator does not mark the passage that was read.
    """
    file = report.parameters.get("article", "")
    if not file:
        report.say("evidence.no_article")
        return
    article = read_article(Path(file))
    spans = spans_in(article, report.extracted, file)
    quotes = []
    for paragraph in sorted(set(spans["paragraph"])):
        rows = spans[spans["paragraph"] == paragraph]
        rules = list(dict.fromkeys(rows["rule"]))
        facts = rows["fact_id"].nunique()
        line = report.language.text(
            "notebooks.evidence.paragraph", paragraph=paragraph, count=facts, rules=rules
        )
        text = marked(article, paragraph, list(zip(rows["start"], rows["end"], strict=True)))
        quotes.append(f"<p><small>{html.escape(line)}</small></p><blockquote>{text}</blockquote>")
    publish_display_data({"text/html": "\n".join(quotes), "text/plain": f"{len(spans)} spans"})


def _stated(report: Report, name: str, fact_id: str) -> str:
    """Return what a fact states, as extracted, in one line."""
    facts = report.extracted[name]
    cells = facts[facts["fact_id"] == fact_id].drop(columns=LOCATOR).select_dtypes(exclude="bool")
    cells = cells.drop(columns="province_code", errors="ignore")  # the name is there
    (texts,) = shown(cells, name, report.language, {}).to_numpy()
    return " · ".join(text for text in texts if text != MISSING)


def _amended(report: Report, name: str, column: str, value: str) -> str:
    """Return a value of a correction as the column that it amends is shown; empty without one."""
    if not column:
        return ""
    (field,) = [field for field in table(name).fields if field.name == column]
    cell = pd.DataFrame({column: [parse_cell(value, field)]})
    return str(shown(cell, name, report.language, {}).iloc[0, 0])
