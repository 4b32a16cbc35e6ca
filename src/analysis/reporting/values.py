"""Numbers and names that texts use: headline measures, and what they are measures of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.admin import VINTAGES
from analysis.language import Language

Tables = Mapping[str, pd.DataFrame]
FACT_TABLES = ("park_locations", "park_totals", "partnerships", "other_facts")


def text_values(
    tables: Tables, vintage: int, programme: str, scheme: str, language: Language
) -> dict[str, Any]:
    """Return every value that texts and captions of a report may use, by name.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Raw, reference and processed tables.
    vintage, programme, scheme : int, str, str
        What the report is about.
    language : Language
        Language of region names.

    Returns
    -------
    dict
        Headline measures under their names, intervals also with ``_lower`` and ``_upper``, those
        without a scheme also with ``_2023`` and ``_2025``; names of units, regions and sources.
    """
    headline = tables["headline"]
    headline = headline[headline["programme"] == programme]
    values: dict[str, Any] = {"programme": programme, "vintage": vintage}
    values["scheme"] = language.term("scheme", scheme)
    for year in VINTAGES:
        plain = headline[(headline["vintage"] == year) & (headline["scheme"].fillna("") == "")]
        values |= {f"{name}_{year}": value for name, value in _measures(plain).items()}
    own = headline[headline["vintage"] == vintage]
    values |= _measures(own[own["scheme"].fillna(scheme) == scheme])
    units = tables["units"]
    units = units[(units["vintage"] == vintage) & (units["programme"] == programme)]
    spread = tables["region_spread"]
    keys = (spread["vintage"] == vintage, spread["programme"] == programme)
    spread = spread[keys[0] & keys[1] & (spread["scheme"] == scheme)]
    names = region_names(tables["regions"], vintage, language)
    values |= {"stated": _stated(tables, values["parks_stated"], programme, language)}
    values |= _parties(tables["partnerships"], own)
    return values | _units(units) | _regions(spread, names) | evidence_values(tables, language)


def region_names(regions: pd.DataFrame, vintage: int, language: Language) -> dict[str, str]:
    """Return the name of each region of a vintage, north to south within each scheme."""
    rows = regions[regions["vintage"] == vintage].sort_values(["scheme", "order"])
    names = rows["name" if language.code == "vi" else "name_en"]
    return dict(zip(rows["region"], names, strict=True))


def evidence_values(tables: Tables, language: Language) -> dict[str, Any]:
    """Return the sources, and how many facts rest on how many passages of them."""
    spans = all_spans(tables)
    places = spans.drop_duplicates(["source_id", "start", "end"])
    sources = tables["sources"]
    return {
        "facts": spans["fact_id"].nunique(),
        "passages": len(places),
        "repeated_facts": int((spans["fact_id"].value_counts() > 1).sum()),
        "paragraphs": int(sources["paragraphs"].sum()),
        "paragraphs_used": len(places.drop_duplicates(["source_id", "paragraph"])),
        "sources": [
            f"{row['source_id']} ({language.date(row['event_date'])})"
            if pd.notna(row["event_date"])
            else row["source_id"]
            for row in sources.to_dict("records")
        ],
    }


def all_spans(tables: Tables) -> pd.DataFrame:
    """Return every evidence span with its table, one row a fact and span, in text order."""
    columns = ["fact_id", "source_id", "paragraph", "start", "end", "span_sha256", "rule"]
    firsts = pd.concat([tables[name][columns].assign(table=name) for name in FACT_TABLES])
    table_of = firsts.set_index("fact_id")["table"]
    further = tables["evidence"][columns]
    further = further.assign(table=further["fact_id"].map(table_of)).dropna(subset="table")
    spans = pd.concat([firsts, further], ignore_index=True)
    return spans.sort_values(["source_id", "start", "end", "fact_id"], ignore_index=True)


def _stated(tables: Tables, number: float, programme: str, language: Language) -> str:
    """Return the stated total as the source means it."""
    totals = tables["park_totals"]
    same = (totals["programme"] == programme) & (totals["count"] == number)
    qualifier = totals.loc[same, "qualifier"].iloc[-1]
    return language.text(f"notebooks.stated.{qualifier}", number=number)


def _parties(partnerships: pd.DataFrame, headline: pd.DataFrame) -> dict[str, list[str]]:
    """Return who leads the agreements that are counted, and whom headlines name instead."""
    ids = headline.loc[headline["measure"] == "partner_units", "fact_ids"].dropna()
    counted = partnerships[partnerships["fact_id"].isin(" ".join(ids).split())]
    return {
        "lead_parties": sorted(set(counted["lead_party"].dropna())) or ["–"],
        "headline_parties": sorted(set(counted["headline_party"].dropna())) or ["–"],
    }


def _measures(headline: pd.DataFrame) -> dict[str, float]:
    measures = headline.set_index("measure")
    values = dict(measures["value"])
    for end in ("lower", "upper"):
        values |= {f"{name}_{end}": value for name, value in measures[end].dropna().items()}
    return {str(name): float(value) for name, value in values.items()}


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
