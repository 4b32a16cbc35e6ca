"""Facts on a derivation page: what each states, and the passages that state it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.extraction.text import Article
from analysis.language import Language
from analysis.processing.corrections import FACT_TABLES, LOCATOR
from analysis.reporting.anchors import row_anchor
from analysis.reporting.derivation.pieces import Card, Entry, Piece, Record, cell
from analysis.reporting.passages import marked
from analysis.reporting.tabling import shown
from analysis.tables.cells import format_cell

Tables = Mapping[str, pd.DataFrame]
FactLinks = Mapping[str, Mapping[str, Piece]]


def fact_links(tables: Tables, language: Language) -> FactLinks:
    """Return links to facts, by table and identifier."""
    return {
        name: {
            row["fact_id"]: Piece(_brief(row, language), href=f"#{row_anchor(name, row)}")
            for row in tables[name].to_dict("records")
        }
        for name in FACT_TABLES
    }


def fact_cards(
    tables: Tables, language: Language, articles: Mapping[str, Article]
) -> Iterator[tuple[str, list[Card]]]:
    """Yield the facts, table by table.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Corrected raw tables.
    language : Language
        Language of the page.
    articles : mapping of str to Article
        Articles at hand, by source: passages of others are given by their place only.
    """
    further = _by_fact(tables["evidence"])
    corrections = _by_fact(tables["corrections"].fillna(""))
    for name in FACT_TABLES:
        cards = []
        texts = shown(tables[name], name, language, {}).to_dict("records")
        for row, said in zip(tables[name].to_dict("records"), texts, strict=True):
            fact = row["fact_id"]
            entries = list(_stated(name, row, said, language))
            entries += [
                _passage(where, span, language, articles)
                for where, span in [(name, row), *(("evidence", s) for s in further.get(fact, ()))]
            ]
            entries += [_correction(each, language) for each in corrections.get(fact, ())]
            cards.append(Card(row_anchor(name, row), _brief(row, language), entries))
        if cards:
            yield language.term("table", name), cards


def _brief(row: Record, language: Language) -> str:
    """Return in a few words what a fact is about."""
    if "topic" in row:
        return language.term("topic", row["topic"])
    return str(row["province"]) if "province" in row else f"{row['programme']}: {row['count']}"


def _by_fact(rows: pd.DataFrame) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(row["fact_id"], []).append(row)
    return found


def _stated(name: str, row: Record, said: Record, language: Language) -> Iterator[Entry]:
    """Yield the cells that say what a fact states."""
    for column in row:
        if column not in (*LOCATOR, "province_code") and format_cell(row[column]):
            heading = language.term("column", column)
            yield Entry(heading, [cell(name, row, column, said[heading])])


def _passage(
    name: str, span: Record, language: Language, articles: Mapping[str, Article]
) -> Entry:  # fmt: skip
    """Return where a passage stands, and the passage if its article is at hand."""
    paragraph, start, end = (
        cell(name, span, column, language.number(span[column]))
        for column in ("paragraph", "start", "end")
    )
    dot = Piece("·")
    article = articles.get(span["source_id"])
    place = [(span["start"], span["end"])]
    return Entry(
        language.text("derivation.label.passage"),
        [
            Piece(span["source_id"], href=f"#{row_anchor('sources', span)}"), dot,
            Piece(language.text("derivation.paragraph")), paragraph, dot,
            Piece(language.text("derivation.characters")), start, Piece("–"), end, dot,
            Piece(language.text("derivation.rule")), Piece(span["rule"]), dot,
            Piece(f"SHA-256 {span['span_sha256'][:12]}…"),
        ],
        marked(article, span["paragraph"], place) if article else "",
    )  # fmt: skip


def _correction(row: Record, language: Language) -> Entry:
    """Return what was corrected by hand, and why."""
    text = language.text(
        "derivation.amended" if row["column"] else "derivation.accepted",
        action=language.term("action", row["action"]),
        column=language.term("column", row["column"]),
        old=row["old_value"],
        new=row["new_value"],
        reason=row["reason"],
    )
    return Entry(language.text("derivation.label.correction"), [Piece(text)])
