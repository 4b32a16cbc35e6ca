"""Spread and coverage by region, computed from units up: the two vintages' regions do not nest."""

from __future__ import annotations

import pandas as pd

from analysis.measures.hypergeometric import hypergeometric_at_least
from analysis.measures.location_quotient import location_quotient
from analysis.measures.shares import coverage_share, shares
from analysis.processing.programme import Programme
from analysis.processing.units import host_bounds

OUTSIDE = "outside"  # stands for units in no region of the scheme, while bounds are computed


def region_spread(units: pd.DataFrame, programme: Programme, scheme: str) -> pd.DataFrame:
    """Return the table ``region_spread`` for one scheme.

    Shares, quotients and tests are among the units inside the scheme's regions; the interval of
    parks takes account of those outside.

    Parameters
    ----------
    units : pandas.DataFrame
        Units of one vintage, as :func:`analysis.processing.units.unit_table` returns them.
    programme : Programme
        The programme's facts, for its stated total.
    scheme : {"socio_economic", "key_economic", "north_centre_south"}
        How units are grouped.
    """
    groups = units.groupby(units[scheme].fillna(OUTSIDE), sort=True)
    table = pd.DataFrame(
        {
            "units": groups.size(),
            "parks_named": groups["parks_named"].sum(),
            "partner_units": groups["partner"].sum(),
        }
    )
    bounds = host_bounds(
        groups["parks_lower"].sum(), programme, groups["hosts"].any(), groups["hosts_away"].any()
    )
    table = table.join(bounds).drop(index=OUTSIDE, errors="ignore")
    total = int(table["units"].sum())
    for count, share, quotient in (
        ("parks_named", "share_of_parks", "location_quotient"),
        ("partner_units", "share_of_partners", "partner_location_quotient"),
    ):
        anything = bool(table[count].sum())
        table[share] = shares(table[count]) if anything else float("nan")
        table[quotient] = (
            location_quotient(table[count], table["units"]) if anything else float("nan")
        )
    drawn = int(table["parks_named"].sum())
    table["hypergeometric_p"] = [
        float(hypergeometric_at_least(int(named), total, int(size), drawn))
        for named, size in zip(table["parks_named"], table["units"], strict=True)
    ]
    return _keyed(table, units, scheme)


def region_coverage(units: pd.DataFrame, scheme: str) -> pd.DataFrame:
    """Return the table ``region_coverage`` for one scheme.

    Parameters
    ----------
    units : pandas.DataFrame
        Units of one vintage.
    scheme : {"socio_economic", "key_economic", "north_centre_south"}
        How units are grouped.

    Notes
    -----
    Before signing a unit is covered if it is named with a park, after it also if it signed.
    Being the home unit does not cover a unit; ``home_units`` says where one could be added.
    """
    rows = {
        str(region): {
            "units": len(group),
            **coverage_counts(group),
            **coverage_shares(group),
        }
        for region, group in units.groupby(scheme, sort=True)
    }
    return _keyed(pd.DataFrame.from_dict(rows, orient="index"), units, scheme)


def coverage_counts(units: pd.DataFrame) -> dict[str, int]:
    """Return how many units are named with a park, signed, either, and home alone."""
    park, partner = units["parks_named"] > 0, units["partner"]
    covered = park | partner
    return {
        "park_units": int(park.sum()),
        "partner_units": int(partner.sum()),
        "covered_units": int(covered.sum()),
        "home_units": int((units["is_home"] & ~covered).sum()),
    }


def coverage_shares(units: pd.DataFrame) -> dict[str, float]:
    """Return coverage shares by units, area and population, before and after signing."""
    park = units["parks_named"] > 0
    moments = {"before": park, "after": park | units["partner"]}
    weights = {"units": None, "area": units["area_km2"], "population": units["population"]}
    return {
        f"{name}_{moment}": coverage_share(covered, weight)
        for name, weight in weights.items()
        for moment, covered in moments.items()
    }


def _keyed(table: pd.DataFrame, units: pd.DataFrame, scheme: str) -> pd.DataFrame:
    """Add the key columns to a table indexed by region."""
    table = table.rename_axis("region").reset_index()
    return table.assign(
        vintage=units["vintage"].iloc[0], programme=units["programme"].iloc[0], scheme=scheme
    )
