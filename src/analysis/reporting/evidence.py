"""The evidence notebook's parts that need more than a table: review counts, marked passages."""

from __future__ import annotations

import html
from pathlib import Path

import pandas as pd
from IPython.display import publish_display_data

from analysis.errors import FaultsFound, ParameterError
from analysis.extraction import passages, read_article
from analysis.extraction.text import Article
from analysis.processing.corrections import LOCATOR, review
from analysis.reporting.session import Report
from analysis.reporting.tabling import MISSING, shown
from analysis.reporting.values import all_spans
from analysis.tables.cells import parse_cell
from analysis.tables.registry import table
from analysis.tables.schemas import rows_of

STATES = ("extracted", "accepted", "amended", "rejected")


def say_review(report: Report) -> pd.DataFrame:
    """Show how many facts were corrected by hand, and return the corrections.

    A rejected fact is in no other table, so each row says in ``item`` what was extracted.
    """
    corrections = report.tables["corrections"]
    rows = review(report.extracted, corrections)
    counts = rows["state"].value_counts()
    report.say("evidence.review", **{state: int(counts.get(state, 0)) for state in STATES})
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
    spans = _spans(report, article, file)
    marked = []
    for paragraph in sorted(set(spans["paragraph"])):
        rows = spans[spans["paragraph"] == paragraph]
        start, end = article.paragraphs[paragraph - 1]
        rules = list(dict.fromkeys(rows["rule"]))
        facts = rows["fact_id"].nunique()
        line = report.language.text(
            "notebooks.evidence.paragraph", paragraph=paragraph, count=facts, rules=rules
        )
        text = _marked(article.text, start, end, list(zip(rows["start"], rows["end"], strict=True)))
        marked.append(f"<p><small>{html.escape(line)}</small></p><blockquote>{text}</blockquote>")
    publish_display_data({"text/html": "\n".join(marked), "text/plain": f"{len(spans)} spans"})


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


def _spans(report: Report, article: Article, file: str) -> pd.DataFrame:
    """Return the evidence spans in an article, each checked against its hash."""
    sources = report.tables["sources"]
    same = sources.loc[sources["sha256"] == article.sha256, "source_id"]
    if same.empty:
        raise ParameterError(
            [f"article: {file!r} is no source of these tables (SHA-256 {article.sha256[:12]}…); "
             "run parkspread extract on it first"]
        )  # fmt: skip
    spans = all_spans(report.extracted).query("source_id == @same.iloc[0]")
    found = passages(article, [row for _, row in rows_of(spans)], table("evidence").file)
    faults = [each for each in found if not isinstance(each, str)]
    if faults:
        raise FaultsFound(faults)
    return spans


def _marked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Return a paragraph as HTML with the union of its spans marked."""
    inside = [False] * (end - start)
    for left, right in spans:
        for place in range(max(left, start), min(right, end)):
            inside[place - start] = True
    pieces, open_ = [], False
    for letter, mark in zip(text[start:end], inside, strict=True):
        if mark != open_:
            pieces.append("<mark>" if mark else "</mark>")
            open_ = mark
        pieces.append(html.escape(letter))
    return "".join(pieces) + ("</mark>" if open_ else "")
