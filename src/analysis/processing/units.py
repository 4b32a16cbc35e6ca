"""Every unit of a vintage with its status, its interval of parks and its distance from home."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.admin import in_vintage, units_of
from analysis.measures.bounds import park_bounds
from analysis.measures.reach import great_circle_distance
from analysis.processing.programme import Programme


def unit_table(
    programme: Programme, vintage: int, reference: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:  # fmt: skip
    """Return the table ``units`` for one programme and vintage, plus what regions need.

    Facts name provinces of 2023. A unit of 2025 that took in two named provinces holds at least
    two parks, while it still counts as one unit named.

    Parameters
    ----------
    programme : Programme
        The programme's facts.
    vintage : {2023, 2025}
        Administrative vintage.
    reference : mapping of str to pandas.DataFrame
        The reference tables.
    """
    units = units_of(reference, vintage).set_index("code")
    named = _units_named(programme.locations["province_code"], vintage, reference)
    named = named.value_counts().reindex(units.index, fill_value=0)
    codes = units.index.to_series()
    partner = codes.isin(_units_named(programme.partners["province_code"], vintage, reference))
    home = in_vintage(pd.Series([programme.home], dtype="str"), vintage, reference).iloc[0]
    is_home = codes == home
    hosts, away = (
        codes.isin(in_vintage(provinces, vintage, reference))
        for provinces in _hosts(programme, reference["successions"]["code_2023"])
    )
    bounds = host_bounds(named, programme, hosts, away)
    table = units.assign(
        vintage=vintage,
        programme=programme.name,
        region=units["socio_economic"],
        key_economic_region=units["key_economic"],
        is_home=is_home,
        parks_named=(named > 0).astype(int),
        parks_lower=bounds["parks_lower"],
        parks_upper=bounds["parks_upper"],
        parks_upper_home_excluded=bounds["parks_upper_home_excluded"],
        hosts=hosts,
        hosts_away=away,
        partner=partner,
        status=unit_status(is_home, named > 0, partner),
        distance_km=_distances(units, home),
    )
    return table.reset_index()


def host_bounds(
    named: pd.Series, programme: Programme, hosts: pd.Series, away: pd.Series
) -> pd.DataFrame:  # fmt: skip
    """Return bounds of parks by place, and the upper one if the home province hosts no more.

    Parameters
    ----------
    named : pandas.Series of int
        Parks that each place holds for certain.
    programme : Programme
        The programme's facts, for its stated total.
    hosts, away : pandas.Series of bool
        Places that may hold more; those that may without the home province.
    """
    bounds = park_bounds(named, programme.total, programme.qualifier, hosts)
    without = park_bounds(named, programme.total, programme.qualifier, away)
    return bounds.assign(parks_upper_home_excluded=without["parks_upper"])


def unit_status(is_home: pd.Series, has_park: pd.Series, is_partner: pd.Series) -> np.ndarray:
    """Return home, both, park, partner or none; the first that applies."""
    conditions = [is_home, has_park & is_partner, has_park, is_partner]
    return np.select(conditions, ["home", "both", "park", "partner"], default="none")


def _hosts(programme: Programme, provinces: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Return the provinces that may hold unplaced parks, and those without the home province.

    An exhaustive list leaves the provinces named; if that is home alone, home cannot be left out.
    """
    named = programme.locations["province_code"]
    hosts = named if programme.exhaustive and len(named) else provinces
    away = hosts[hosts != programme.home]
    return hosts, away if len(away) else hosts


def _units_named(
    codes: pd.Series, vintage: int, reference: Mapping[str, pd.DataFrame]
) -> pd.Series:  # fmt: skip
    """Return the unit of each province named, a province once however often it is named."""
    return in_vintage(codes.drop_duplicates(), vintage, reference)


def _distances(units: pd.DataFrame, home: str) -> pd.Series:
    if home not in units.index:
        return pd.Series(np.nan, index=units.index)
    point = (float(units["latitude"][home]), float(units["longitude"][home]))
    return great_circle_distance(*point, units["latitude"], units["longitude"]).round(1)
