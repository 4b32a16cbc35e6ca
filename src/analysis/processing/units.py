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
    two parks, while it still counts as one unit named. If the home province hosts none of the
    unplaced parks, a unit of 2025 that took it in may still host some through its other provinces.

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
    provinces = reference["successions"]["code_2023"]
    others = in_vintage(provinces[provinces != programme.home], vintage, reference)
    away = codes.isin(others)
    bounds = park_bounds(named, programme.total, programme.qualifier)
    bounds_away = park_bounds(named, programme.total, programme.qualifier, may_host=away)
    table = units.assign(
        vintage=vintage,
        programme=programme.name,
        region=units["socio_economic"],
        key_economic_region=units["key_economic"],
        is_home=is_home,
        parks_named=(named > 0).astype(int),
        parks_lower=bounds["parks_lower"],
        parks_upper=bounds["parks_upper"],
        parks_upper_home_excluded=bounds_away["parks_upper"],
        hosts_without_home=away,
        partner=partner,
        status=unit_status(is_home, named > 0, partner),
        distance_km=_distances(units, home),
    )
    return table.reset_index()


def unit_status(is_home: pd.Series, has_park: pd.Series, is_partner: pd.Series) -> np.ndarray:
    """Return home, both, park, partner or none; the first that applies."""
    conditions = [is_home, has_park & is_partner, has_park, is_partner]
    return np.select(conditions, ["home", "both", "park", "partner"], default="none")


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
