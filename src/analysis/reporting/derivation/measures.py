"""Measures on a derivation page: value, formula, the rows and facts that each is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.language import Language
from analysis.processing.headline import measures
from analysis.reporting.anchors import anchor, row_anchor
from analysis.reporting.derivation.facts import FactLinks
from analysis.reporting.derivation.pieces import Card, Entry, Piece, Record
from analysis.reporting.tabling import as_text
from analysis.reporting.values import region_names
from analysis.tables.cells import format_cell

MOST = 20  # rows named one by one; of more, the table is linked
NAME = re.compile(r"[a-z]+_[a-z0-9_]+|population")


def measure_cards(
    tables: Mapping[str, pd.DataFrame], facts: FactLinks, language: Language
) -> Iterator[tuple[str, list[Card]]]:
    """Yield the measures, those without a scheme first, then scheme by scheme.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Corrected raw tables, and of the processed ones the rows of a programme and vintage.
    facts : mapping of str to mapping
        Links to facts, by table and identifier.
    language : Language
        Language of the page.
    """
    specs = measures()
    headline = tables["headline"].assign(scheme=tables["headline"]["scheme"].fillna(""))
    headline = headline.sort_values("measure", key=lambda names: names.map([*specs].index))
    for scheme, group in headline.groupby("scheme", sort=True):
        rows = _Rows(tables, str(scheme), language)
        cards = [
            _card(row, specs[row["measure"]], rows, facts, language)
            for row in group.to_dict("records")
        ]
        yield language.term("scheme", str(scheme)) if scheme else "", cards


def _card(
    row: Record,
    spec: Mapping[str, Any],
    rows: _Rows,
    facts: FactLinks,
    language: Language,
) -> Card:
    value, lower, upper = (
        Piece(as_text(row[column], row["unit"], language) if pd.notna(row[column]) else "",
              anchor("headline", row, column), format_cell(row[column]))
        for column in ("value", "lower", "upper")
    )  # fmt: skip
    names = language.catalogue["terms"]
    formula = NAME.sub(
        lambda name: {**names["column"], **names["measure"]}[name[0]], spec.get("formula", "")
    )
    said = {
        "value": [value],
        "exact": [Piece(value.exact)] if value.exact != value.text else [],
        "lower": [lower] if lower.exact else [],
        "upper": [upper] if upper.exact else [],
        "unit": [Piece(language.term("unit", row["unit"]))],
        "means": [Piece(language.term("note", spec["note"]))],
        "formula": [Piece(formula)] if formula else [],
        "rows": rows.links(spec["rows"]) if "rows" in spec else [],
    }
    entries = [Entry(language.text(f"derivation.label.{name}"), said[name])
               for name in said if said[name]]  # fmt: skip
    ids = set(str(row["fact_ids"]).split())
    for name, links in facts.items():
        behind = [link for fact, link in links.items() if fact in ids]
        label = language.text("derivation.facts", table=language.term("table", name))
        entries += [Entry(label, behind)] if behind else []
    return Card(row_anchor("headline", row), language.term("measure", row["measure"]), entries)


class _Rows:
    """Rows that measures of a scheme, or of none, are computed from."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], scheme: str, language: Language) -> None:
        self._language = language
        self._name = "region_spread" if scheme else "units"
        rows = tables[self._name]
        self._rows = rows[rows["scheme"] == scheme] if scheme else rows
        self._names = region_names(tables["regions"], language)
        self._found: dict[str, list[Piece]] = {}

    def links(self, condition: str) -> list[Piece]:
        """Return links to the rows that fit a condition."""
        if condition not in self._found:
            fitting = self._rows.query(condition, engine="python") if condition else self._rows
            self._found[condition] = list(self._linked(fitting))
        return self._found[condition]

    def _linked(self, rows: pd.DataFrame) -> Iterator[Piece]:
        if len(rows) > MOST:
            text = self._language.text("derivation.rows", count=len(rows))
            yield Piece(text, href=f"#{self._name}")
            return
        for row in rows.to_dict("records"):
            name = row["name"] if "name" in row else self._names[row["region"]]
            yield Piece(name, href=f"#{row_anchor(self._name, row)}")
