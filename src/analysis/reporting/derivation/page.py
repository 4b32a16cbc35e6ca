"""One derivation page: what it is made of, and its bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from analysis.errors import ParameterError, ParkspreadError
from analysis.extraction.text import Article
from analysis.language import Language
from analysis.paths import data_folder
from analysis.processing.corrections import FACT_TABLES, review
from analysis.reporting.anchors import count_anchor
from analysis.reporting.derivation.facts import fact_cards, fact_links
from analysis.reporting.derivation.measures import measure_cards
from analysis.reporting.derivation.pieces import Piece
from analysis.reporting.derivation.rows import row_listings, source_listing
from analysis.reporting.pages import DERIVATION, render
from analysis.reporting.passages import sources_of, spans_in
from analysis.reporting.reads import EXTRACTED, Tables, read_all
from analysis.reporting.values import claim_counts, evidence_counts, review_counts
from analysis.tables.cells import format_cell

FACTS = ("sources", *FACT_TABLES, "evidence", "corrections")
Page = tuple[bytes, dict[str, str]]


def derivation_pages(
    wanted: Sequence[Mapping[str, Any]], articles: Sequence[Article] = ()
) -> list[Page | None]:
    """Return derivation pages with notes of the rows that each was made of.

    Tables with faults are no reason to stop here, each report that reads them says so: there is
    no page then, unless articles are to be shown.

    Parameters
    ----------
    wanted : sequence of mapping
        Parameters of each page, as :func:`derivation_page` takes them.
    articles : sequence of Article
        Articles at hand.
    """
    pages: list[Page | None] = []
    for parameters in wanted:
        try:
            pages.append(derivation_page(parameters, articles))
        except ParkspreadError:
            if articles:
                raise
            pages.append(None)
    return pages


def derivation_page(parameters: Mapping[str, Any], articles: Sequence[Article] = ()) -> Page:
    """Return a derivation page, and notes of the rows that it was made of.

    Parameters
    ----------
    parameters : mapping
        ``programme``, ``vintage``, ``language`` and perhaps ``data_dir``.
    articles : sequence of Article
        Articles at hand.

    Raises
    ------
    FaultsFound
        If tables are missing or hold faults, or a locator marks another passage than was read.
    ParameterError
        If the tables do not have the programme, or an article is no source of them.
    """
    read = read_all(data_folder(parameters.get("data_dir")).root)
    tables, extracted = Tables(read[""]), Tables(read[EXTRACTED], EXTRACTED)
    language = Language(parameters["language"])
    wanted = {name: parameters[name] for name in ("vintage", "programme")}
    of_vintage = partial(tables.rows, vintage=wanted["vintage"])
    rows: dict[str, pd.DataFrame] = {
        **{name: tables[name] for name in (*FACTS, "successions")},
        **{name: of_vintage(name) for name in ("regions", "unit_regions")},
        **{name: tables.rows(name, **wanted)
           for name in ("headline", "units", "region_spread", "region_coverage")},
        "claims": tables.rows("claims", programme=wanted["programme"]),
    }  # fmt: skip
    if rows["units"].empty:
        raise ParameterError([f"programme: got {wanted['programme']!r}; the tables have no such"])
    counts = {
        **evidence_counts(rows),
        **claim_counts(rows["claims"]),
        **review_counts(review(extracted, rows["corrections"])),
    }
    links = fact_links(rows, language)
    at_hand = _by_source(articles, extracted)
    words = language.catalogue["derivation"]
    quoted = language.text("derivation.passages", sources=sorted(at_hand))
    about = language.text("derivation.about", **wanted)
    page = render(
        DERIVATION,
        language,
        f"{words['title']} · {wanted['programme']} · {wanted['vintage']}",
        about,
        words=words,
        about=about,
        held=quoted if at_hand else words["locators"],
        measures=measure_cards(rows, links, language),
        listings=row_listings(rows, links, language),
        facts=fact_cards(rows, language, at_hand),
        sources=source_listing(rows["sources"], language),
        counts=[
            (words["counts"][name],
             Piece(language.number(count), count_anchor(name), format_cell(count)))
            for name, count in counts.items()
        ],
    )  # fmt: skip
    return page, {**tables.read, **extracted.read}


def _by_source(articles: Sequence[Article], extracted: Tables) -> dict[str, Article]:
    """Return articles by the source that each is in the tables."""
    found: dict[str, Article] = {}
    for article in articles:
        spans_in(article, extracted, article.source_id)
        found |= dict.fromkeys(sources_of(article, extracted, article.source_id), article)
    return found
