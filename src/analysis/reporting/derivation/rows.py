"""Rows on a derivation page: the tables that measures are computed from, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.admin import in_vintage
from analysis.language import Language
from analysis.reporting.anchors import row_anchor
from analysis.reporting.derivation.facts import FactLinks
from analysis.reporting.derivation.pieces import Listing, Piece, listing
from analysis.reporting.values import region_names, unit_shares

Tables = Mapping[str, pd.DataFrame]
Links = dict[str, list[Piece]]
SOURCES = "source_id title_note author event_date language characters paragraphs"


def row_listings(tables: Tables, facts: FactLinks, language: Language) -> Iterator[Listing]:
    """Yield the processed tables: provinces with facts, regions with provinces, claims.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Corrected raw tables, and of the processed ones the rows of a programme and vintage.
    facts : mapping of str to mapping
        Links to facts, by table and identifier.
    language : Language
        Language of the page.
    """
    regions = region_names(tables["regions"], language)
    links = _facts_of_units(tables, facts)
    yield listing(unit_shares(tables["units"]), "units", language, regions, links)
    for name in ("region_spread", "region_coverage"):
        yield listing(tables[name], name, language, regions, _units_of_regions(tables, name))
    links = {row_anchor("claims", row): [facts["park_totals"][row["fact_id"]]]
             for row in tables["claims"].to_dict("records")}  # fmt: skip
    yield listing(tables["claims"], "claims", language, regions, links)


def source_listing(sources: pd.DataFrame, language: Language) -> Listing:
    """Return the sources."""
    return listing(sources[SOURCES.split()], "sources", language, {}, {})


def _facts_of_units(tables: Tables, facts: FactLinks) -> Links:
    """Return links to the facts that measures count of each unit, by the unit's row."""
    counted = set(" ".join(tables["headline"]["fact_ids"].dropna()).split())
    vintage = int(tables["units"]["vintage"].iloc[0])
    links: Links = {}
    for name in ("park_locations", "partnerships"):
        rows = tables[name][tables[name]["fact_id"].isin(counted)]
        codes = in_vintage(rows["province_code"], vintage, tables)
        for code, fact in zip(codes, rows["fact_id"], strict=True):
            links.setdefault(row_anchor("units", {"code": code}), []).append(facts[name][fact])
    return links


def _units_of_regions(tables: Tables, name: str) -> Links:
    """Return links to the units of each region that facts name, by the region's row."""
    units = tables["units"]
    named = units.loc[units["status"] != "none", ["vintage", "code", "name"]]
    links: Links = {}
    for row in tables["unit_regions"].merge(named).to_dict("records"):
        unit = Piece(row["name"], href=f"#{row_anchor('units', row)}")
        links.setdefault(row_anchor(name, row), []).append(unit)
    return links
