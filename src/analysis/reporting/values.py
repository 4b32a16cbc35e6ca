"""Numbers and names that texts use: headline measures, and what they are measures of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd

from analysis.admin import VINTAGES
from analysis.language import Language
from analysis.language.linked import Value
from analysis.processing.corrections import FACT_TABLES
from analysis.reporting.anchors import counted, text_of, value_of
from analysis.reporting.reads import Context, Tables

EVIDENCE = ("facts", "passages", "repeated_facts", "paragraphs", "paragraphs_used")
PARTIES = ("lead_parties", "headline_parties")
STATES = ("extracted", "accepted", "amended", "rejected")
UNITS = ("home", "park_names", "partner_names", "both_names", "farthest_park", "farthest_partner",
         "nearest_park", "nearest_partner")  # fmt: skip
REGIONS = ("top_park_regions", "top_park_count", "top_partner_regions", "top_partner_count")


def text_values(
    tables: Tables,
    vintage: int,
    programme: str,
    scheme: str,
    language: Language,
    page: Callable[[int], str],
) -> Context:
    """Return every value that texts and captions of a report may use, by name.

    Parameters
    ----------
    tables : Tables
        Raw, reference and processed tables.
    vintage, programme, scheme : int, str, str
        What the report is about.
    language : Language
        Language of region names.
    page : callable
        Name of the derivation page of a vintage, which numbers lead to.

    Returns
    -------
    Context
        Headline measures under their names, intervals also with ``_lower`` and ``_upper``, those
        without a scheme also with ``_2023`` and ``_2025``; names of units, regions and sources.
    """
    about = {"vintage": vintage, "programme": programme}
    own = partial(tables.rows, "headline", **about)
    fixed = {**about, "scheme": language.term("scheme", scheme)}
    here = page(vintage)
    return Context(
        fixed,
        [
            (EVIDENCE.__contains__, lambda: counted(here, evidence_counts(tables))),
            ("sources".__eq__, partial(_sources, tables, language, here)),
            (PARTIES.__contains__, lambda: _parties(tables["partnerships"], own())),
            ("stated".__eq__, lambda: {"stated": _stated(tables, own(), language, here)}),
            (UNITS.__contains__, lambda: _units(tables.rows("units", **about))),
            (
                REGIONS.__contains__,
                lambda: _regions(
                    tables.rows("region_spread", **about, scheme=scheme),
                    region_names(tables.rows("regions", vintage=vintage), language),
                ),
            ),
            (
                lambda name: name.endswith(tuple(f"_{year}" for year in VINTAGES)),
                lambda: _both_vintages(tables.rows("headline", programme=programme), page),
            ),
            (lambda _: True, lambda: _measures(own(), scheme, here)),
        ],
    )


def region_names(regions: pd.DataFrame, language: Language) -> dict[str, str]:
    """Return the name of each region of a vintage, north to south within each scheme."""
    rows = regions.sort_values(["scheme", "order"])
    names = rows["name" if language.code == "vi" else "name_en"]
    return dict(zip(rows["region"], names, strict=True))


def evidence_counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """Return how many facts rest on how many passages of the sources."""
    spans = all_spans(tables)
    places = spans.drop_duplicates(["source_id", "start", "end"])
    return {
        "facts": spans["fact_id"].nunique(),
        "passages": len(places),
        "repeated_facts": int((spans["fact_id"].value_counts() > 1).sum()),
        "paragraphs": int(tables["sources"]["paragraphs"].sum()),
        "paragraphs_used": len(places.drop_duplicates(["source_id", "paragraph"])),
    }


def review_counts(rows: pd.DataFrame) -> dict[str, int]:
    """Return how many facts are in each state that a review by hand leaves them in."""
    counts = rows["state"].value_counts()
    return {state: int(counts.get(state, 0)) for state in STATES}


def unit_shares(units: pd.DataFrame) -> pd.DataFrame:
    """Return units of one vintage with the share of the country that each is."""
    shares = {
        "population_share": units["population"] / units["population"].sum(),
        "area_share": units["area_km2"] / units["area_km2"].sum(),
    }
    return units.assign(**shares)


def claim_counts(claims: pd.DataFrame) -> dict[str, int]:
    """Return how many claims there are of a programme, of how many sources, in conflict."""
    return {
        "claims": len(claims),
        "conflicts": int(claims["conflict"].sum()),
        "claim_sources_count": claims["source_id"].nunique(),
    }


def all_spans(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every evidence span with its table, one row a fact and span, in text order."""
    columns = ["fact_id", "source_id", "paragraph", "start", "end", "span_sha256", "rule"]
    firsts = pd.concat([tables[name][columns].assign(table=name) for name in FACT_TABLES])
    table_of = firsts.set_index("fact_id")["table"]
    further = tables["evidence"][columns]
    further = further.assign(table=further["fact_id"].map(table_of)).dropna(subset="table")
    spans = pd.concat([firsts, further], ignore_index=True)
    return spans.sort_values(["source_id", "start", "end", "fact_id"], ignore_index=True)


def _sources(tables: Tables, language: Language, page: str) -> dict[str, list[str]]:
    return {
        "sources": [
            text_of(page, "sources", row, "event_date", _dated(row, language))
            for row in tables["sources"].to_dict("records")
        ]
    }


def _dated(source: Mapping[Any, Any], language: Language) -> str:
    name, day = str(source["source_id"]), source["event_date"]
    return f"{name} ({language.date(str(day))})" if pd.notna(day) else name


def _stated(tables: Tables, headline: pd.DataFrame, language: Language, page: str) -> str:
    """Return the stated total as the source means it."""
    stated = headline[headline["measure"] == "parks_stated"].to_dict("records")[0]
    totals = tables.rows("park_totals", programme=stated["programme"]).set_index("fact_id")
    qualifier = totals["qualifier"][str(stated["fact_ids"]).split()[0]]
    number = value_of(page, "headline", stated, "value")
    return language.text(f"notebooks.stated.{qualifier}", number=number)


def _parties(partnerships: pd.DataFrame, headline: pd.DataFrame) -> dict[str, list[str]]:
    """Return who leads the agreements that are counted, and whom headlines name instead."""
    ids = headline.loc[headline["measure"] == "partner_units", "fact_ids"].dropna()
    counted = partnerships[partnerships["fact_id"].isin(" ".join(ids).split())]
    return {
        "lead_parties": sorted(set(counted["lead_party"].dropna())) or ["–"],
        "headline_parties": sorted(set(counted["headline_party"].dropna())) or ["–"],
    }


def _both_vintages(headline: pd.DataFrame, page: Callable[[int], str]) -> dict[str, Value]:
    return {
        f"{name}_{year}": value
        for year in VINTAGES
        for name, value in _measures(headline[headline["vintage"] == year], "", page(year)).items()
    }


def _measures(headline: pd.DataFrame, scheme: str, page: str) -> dict[str, Value]:
    """Return the measures of a vintage that are of a scheme, or of none, and their intervals."""
    rows = headline[headline["scheme"].fillna(scheme) == scheme].to_dict("records")
    ends = {"value": "", "lower": "_lower", "upper": "_upper"}
    return {
        f"{row['measure']}{end}": value_of(page, "headline", row, column)
        for row in rows
        for column, end in ends.items()
        if pd.notna(row[column])
    }


def _units(units: pd.DataFrame) -> dict[str, Any]:
    park, partner, home = units["parks_named"] > 0, units["partner"], units["is_home"]
    values: dict[str, Any] = {
        "home": next(iter(units.loc[home, "name"]), ""),
        "park_names": list(units.loc[park, "name"]),
        "partner_names": list(units.loc[partner, "name"]),
        "both_names": list(units.loc[park & partner, "name"]),
    }
    for kind, mask in (("park", park), ("partner", partner)):
        away = units[mask & ~home].dropna(subset="distance_km").sort_values("distance_km")
        values[f"farthest_{kind}"] = away["name"].iloc[-1] if len(away) else ""
        values[f"nearest_{kind}"] = away["name"].iloc[0] if len(away) else ""
    return values


def _regions(spread: pd.DataFrame, names: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for kind, counts in (("park", spread["parks_named"]), ("partner", spread["partner_units"])):
        top = spread.loc[(counts == counts.max()) & (counts > 0), "region"]
        values[f"top_{kind}_regions"] = [name for code, name in names.items() if code in set(top)]
        values[f"top_{kind}_count"] = int(counts.max()) if len(top) else 0
    return values
