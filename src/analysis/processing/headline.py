"""The numbers that prose in reports uses, each with its unit, note and the facts behind it.

Names, units and notes stand in ``headline.toml``; here are only the values.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pandas as pd

from analysis.measures.concentration import (
    herfindahl_hirschman,
    herfindahl_hirschman_expected,
    herfindahl_hirschman_unbiased,
)
from analysis.measures.diversity import effective_number, shannon_evenness
from analysis.measures.overlap import overlap
from analysis.measures.reach import reach_summary
from analysis.measures.region_coverage import region_coverage_at_most
from analysis.processing.programme import Programme
from analysis.processing.regions import coverage_counts, coverage_shares

Values = dict[str, float]


def headline(programme: Programme, units: pd.DataFrame, spread: pd.DataFrame) -> pd.DataFrame:
    """Return the table ``headline`` for one programme and vintage.

    Parameters
    ----------
    programme : Programme
        The programme's facts.
    units : pandas.DataFrame
        Units of one vintage.
    spread : pandas.DataFrame
        ``region_spread`` of the same vintage, all schemes.
    """
    plain = {**_coverage(units), **_overlap(units), **_reach(units)}
    plain["park_provinces"] = programme.locations["province_code"].nunique()
    plain["partner_provinces"] = programme.partners["province_code"].nunique()
    plain["unplaced_parks"] = max(programme.total - int(units["parks_lower"].sum()), 0)
    rows = [{"measure": name, "value": value} for name, value in plain.items()]
    rows += _intervals(programme, units)
    for scheme, regions in spread.groupby("scheme", sort=True):
        values = {**_regions(regions), **_concentration(regions, programme.total)}
        rows += [{"measure": m, "value": v, "scheme": scheme} for m, v in values.items()]
    columns = ["measure", "value", "lower", "upper", "scheme"]
    table = pd.DataFrame(rows, columns=columns).merge(
        _described(programme), on="measure", how="left", validate="m:1"
    )
    return table.assign(vintage=units["vintage"].iloc[0], programme=programme.name)


def measures() -> dict[str, dict[str, Any]]:
    """Return unit, note and kinds of facts of every measure."""
    text = (resources.files(__package__) / "headline.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _described(programme: Programme) -> pd.DataFrame:
    """Return unit, note and fact identifiers of every measure."""
    facts = {
        "total": [programme.total_fact],
        "parks": [*programme.locations["fact_id"]],
        "partners": [*programme.partners["fact_id"]],
        "home": [*programme.homes["fact_id"]],
    }
    rows = []
    for name, spec in measures().items():
        ids = sorted(fact for kind in spec["facts"] for fact in facts[kind])
        rows.append(
            {
                "measure": name,
                "unit": spec["unit"],
                "note": spec["note"],
                "fact_ids": " ".join(ids) or None,
            }
        )
    return pd.DataFrame(rows)


def _intervals(programme: Programme, units: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the measures of which only an interval is known."""
    named, away = units["parks_named"] > 0, ~units["is_home"]
    places = {
        "named_parks": units[named],
        "unnamed_parks": units[~named & away],
        "home_parks": units[~away],
    }
    for measure, group in places.items():
        if len(group):
            low = group["parks_lower"].min()
            high = group["parks_upper"].astype("float64").max(skipna=False)  # open if one is
            yield {"measure": measure, "value": low, "lower": low, "upper": high}
    ends = {
        "exact": {},
        "at_least": {"lower": programme.total},
        "at_most": {"upper": programme.total},
        "approx": {},
    }
    yield {"measure": "parks_stated", "value": programme.total, **ends[programme.qualifier]}


def _coverage(units: pd.DataFrame) -> Values:
    counts, shares = coverage_counts(units), coverage_shares(units)
    total, covered = len(units), counts["covered_units"]
    with_home = covered + counts["home_units"]
    values: Values = {
        "units_total": total,
        "park_units": counts["park_units"],
        "partner_units": counts["partner_units"],
        "covered_units_without_home": covered,
        "covered_units_with_home": with_home,
        "covered_share_without_home": covered / total,
        "covered_share_with_home": with_home / total,
    }
    for weight in ("units", "area", "population"):
        values[f"park_share_{weight}"] = shares[f"{weight}_before"]
        values[f"covered_share_{weight}"] = shares[f"{weight}_after"]
    return values


def _overlap(units: pd.DataFrame) -> Values:
    result = overlap(units["parks_named"] > 0, units["partner"])
    return {
        "both_units": result.both,
        "overlap_expected": result.expected,
        "overlap_p": result.p_at_most,
    }


def _reach(units: pd.DataFrame) -> Values:
    values: Values = {}
    if units["distance_km"].isna().any():
        return values
    for name, mask in (("parks", units["parks_named"] > 0), ("partners", units["partner"])):
        away = mask & ~units["is_home"]
        if away.any():
            summary = reach_summary(units["distance_km"], away)
            for statistic in ("min", "median", "max"):
                values[f"reach_{statistic}_{name}_km"] = float(summary[statistic])
    return values


def _regions(regions: pd.DataFrame) -> Values:
    parks, partners = regions["parks_named"] > 0, regions["partner_units"] > 0
    return {
        "regions_total": len(regions),
        "regions_covered": int((parks | partners).sum()),
        "regions_with_parks": int(parks.sum()),
        "regions_with_partners": int(partners.sum()),
        "parks_in_regions": int(regions["parks_named"].sum()),
        "partners_in_regions": int(regions["partner_units"].sum()),
    }


def _concentration(regions: pd.DataFrame, stated: int) -> Values:
    sizes = regions["units"]
    even = pd.Series(1 / len(regions), index=regions.index)
    values: Values = {"herfindahl_expected_stated": herfindahl_hirschman_expected(stated, even)}
    for name, counts in (("parks", regions["parks_named"]), ("partners", regions["partner_units"])):
        number, touched = int(counts.sum()), int((counts > 0).sum())
        if number == 0:
            continue
        values[f"herfindahl_{name}"] = herfindahl_hirschman(counts)
        if number > 1:
            values[f"herfindahl_unbiased_{name}"] = herfindahl_hirschman_unbiased(counts)
        expected = herfindahl_hirschman_expected(number, sizes / sizes.sum())
        values[f"herfindahl_expected_{name}"] = expected
        values[f"effective_regions_{name}"] = effective_number(counts)
        values[f"shannon_evenness_{name}"] = shannon_evenness(counts)
        chance = region_coverage_at_most(touched, sizes, number)
        values[f"region_coverage_p_{name}"] = float(chance)
    return values
