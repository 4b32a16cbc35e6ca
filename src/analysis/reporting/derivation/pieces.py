"""What a derivation page is made of: pieces of text, cards of measures and facts, tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.language import Language
from analysis.reporting.anchors import anchor, row_anchor
from analysis.reporting.tabling import is_numeric, is_told, shown
from analysis.tables.cells import format_cell
from analysis.tables.registry import table

Record = Mapping[Any, Any]
HIDDEN = ("vintage", "programme", "code")  # the same on all of a page; in the row's identifier
NAMES = ("name", "region", "source_id")  # the first of these names a row


@dataclass(frozen=True)
class Piece:
    """A piece of text: of a cell with its identifier and exact value, or a link."""

    text: str
    id: str = ""
    exact: str = ""
    href: str = ""


@dataclass(frozen=True)
class Entry:
    """What there is to say under one label; ``quote`` is HTML."""

    label: str
    pieces: Sequence[Piece]
    quote: str = ""


@dataclass(frozen=True)
class Card:
    """A measure or a fact: its row's identifier, what it is called, and what there is to say."""

    id: str
    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Row:
    """A row of a table: its identifier, its cells, and links to what it rests on."""

    id: str
    cells: Sequence[Piece]
    links: Sequence[Piece]


@dataclass(frozen=True)
class Listing:
    """A table: its identifier, name, headings, which columns hold numbers, and rows."""

    id: str
    name: str
    headings: Sequence[str]
    numeric: Sequence[bool]
    rows: Sequence[Row]


def cell(name: str, row: Record, column: str, text: str) -> Piece:
    """Return a cell of a table; one that tells something is what numbers of reports lead to."""
    exact = format_cell(row[column])
    own = column in table(name).columns
    told = bool(exact) and (not own or is_told(name, column))
    return Piece(text, anchor(name, row, column), exact) if told else Piece(text)


def listing(
    rows: pd.DataFrame,
    name: str,
    language: Language,
    regions: Mapping[str, str],
    links: Mapping[str, Sequence[Piece]],
) -> Listing:
    """Return rows of a table, with links by the rows' identifiers.

    Columns that the table does not have are shares.
    """
    leader = next(column for column in NAMES if column in rows)
    others = (str(column) for column in rows if column not in (*HIDDEN, leader))
    columns = [leader, *others]
    own = [column for column in columns if column in table(name).columns]
    texts = shown(rows[own], name, language, regions)
    for share in columns[len(own) :]:
        heading = language.text(f"derivation.column.{share}")
        texts[heading] = [language.percent(value) for value in rows[share]]
    headings = [*texts, *([language.text("derivation.column.links")] if links else [])]
    return Listing(
        name,
        language.term("table", name),
        headings,
        [*is_numeric(name, own), *(True for _ in columns[len(own) :]), False],
        list(_rows(rows, name, columns, texts, links)),
    )


def _rows(
    rows: pd.DataFrame,
    name: str,
    columns: Sequence[str],
    texts: pd.DataFrame,
    links: Mapping[str, Sequence[Piece]],
) -> Iterable[Row]:
    for row, cells in zip(rows.to_dict("records"), texts.to_numpy().tolist(), strict=True):
        key = row_anchor(name, row)
        pieces = [cell(name, row, *each) for each in zip(columns, cells, strict=True)]
        yield Row(key, pieces, links.get(key, ()))
