"""Passages of an article at hand: found by their locators, checked by their hashes, marked."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.errors import FaultsFound, ParameterError
from analysis.extraction import passages
from analysis.extraction.text import Article
from analysis.reporting.values import all_spans
from analysis.tables.registry import table
from analysis.tables.schemas import rows_of


def spans_in(article: Article, tables: Mapping[str, pd.DataFrame], file: str) -> pd.DataFrame:
    """Return the evidence spans in an article, each checked against its hash.

    Parameters
    ----------
    article : Article
        The article.
    tables : mapping of str to pandas.DataFrame
        Raw tables without corrections, ``sources`` among them.
    file : str
        Its file, for messages.

    Raises
    ------
    ParameterError
        If the file is not one that the tables were read from.
    FaultsFound
        If a locator does not mark the passage that was read.
    """
    source = sources_of(article, tables, file)[0]
    spans = all_spans(tables)
    spans = spans[spans["source_id"] == source]
    found = passages(article, [row for _, row in rows_of(spans)], table("evidence").file)
    faults = [each for each in found if not isinstance(each, str)]
    if faults:
        raise FaultsFound(faults)
    return spans


def sources_of(article: Article, tables: Mapping[str, pd.DataFrame], file: str) -> list[str]:
    """Return the identifiers under which an article is in ``sources``.

    Raises
    ------
    ParameterError
        If the file is not one that the tables were read from.
    """
    sources = tables["sources"]
    same = sources.loc[sources["sha256"] == article.sha256, "source_id"]
    if same.empty:
        raise ParameterError(
            [f"article: {file!r} is no source of these tables (SHA-256 {article.sha256[:12]}…); "
             "run parkspread extract on it first"]
        )  # fmt: skip
    return [*map(str, same)]


def marked(article: Article, paragraph: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return a paragraph as HTML, escaped, with the union of its spans marked.

    Parameters
    ----------
    article : Article
        The article.
    paragraph : int
        Which paragraph, counted from 1.
    spans : sequence of tuple of int
        First character and the one after the last of each, in the whole text.
    """
    start, end = article.paragraphs[paragraph - 1]
    inside = [False] * (end - start)
    for left, right in spans:
        for place in range(max(left, start), min(right, end)):
            inside[place - start] = True
    pieces, open_ = [], False
    for letter, mark in zip(article.text[start:end], inside, strict=True):
        if mark != open_:
            pieces.append("<mark>" if mark else "</mark>")
            open_ = mark
        pieces.append(html.escape(letter))
    return "".join(pieces) + ("</mark>" if open_ else "")
