"""Vietnam's provinces in two vintages: units, regions and which unit succeeded which.

Codes were reused in 2025 with another meaning, so every key is (vintage, code).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.errors import ArgumentError

if TYPE_CHECKING:
    import pandas as pd

VINTAGES = (2023, 2025)
SCHEMES = ("socio_economic", "key_economic", "north_centre_south")


def units_of(reference: Mapping[str, pd.DataFrame], vintage: int) -> pd.DataFrame:
    """Return the units of one vintage, one column per region scheme.

    Parameters
    ----------
    reference : mapping of str to pandas.DataFrame
        The tables ``admin_units`` and ``unit_regions``.
    vintage : {2023, 2025}
        Administrative vintage.

    Returns
    -------
    pandas.DataFrame
        The columns of ``admin_units`` plus ``socio_economic``, ``key_economic`` and
        ``north_centre_south``: region identifiers, missing where a unit is in no region.

    Raises
    ------
    ArgumentError
        If the vintage is another one.
    """
    if vintage not in VINTAGES:
        raise ArgumentError("vintage", vintage, "2023 or 2025")
    units = reference["admin_units"]
    regions = reference["unit_regions"]
    columns = regions[regions["vintage"] == vintage].pivot(
        index="code", columns="scheme", values="region"
    )
    columns = columns.reindex(columns=list(SCHEMES))
    units = units[units["vintage"] == vintage]
    return units.merge(columns, left_on="code", right_index=True, how="left", validate="1:1")


def in_vintage(
    codes: pd.Series, vintage: int, reference: Mapping[str, pd.DataFrame]
) -> pd.Series:  # fmt: skip
    """Return the codes of a vintage's units that 2023 provinces belong to.

    Parameters
    ----------
    codes : pandas.Series of str
        Codes of the 2023 vintage.
    vintage : {2023, 2025}
        Vintage wanted.
    reference : mapping of str to pandas.DataFrame
        The table ``successions``.

    Returns
    -------
    pandas.Series of str
        Same index; for 2023 the codes themselves.
    """
    if vintage == VINTAGES[0]:
        return codes
    successor = reference["successions"].set_index("code_2023")["code_2025"]
    return codes.map(successor)


def schemes_of(reference: Mapping[str, pd.DataFrame], vintage: int) -> list[str]:
    """Return the region schemes that exist in a vintage, in their usual order."""
    regions = reference["regions"]
    known = set(regions.loc[regions["vintage"] == vintage, "scheme"])
    return [scheme for scheme in SCHEMES if scheme in known]
